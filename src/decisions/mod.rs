//! Decisions: what a reviewer said of a conflict.
//! Here: the decisions of a folder. Beside it: the decision itself (`decision.rs`), how decisions are written
//! (`record.rs`, `text.rs`), and their file, which several programs may write at once (`file.rs`). Not here: how they
//! are taken (`review/`), and told (`report/`).

mod decision;
mod file;
#[cfg(test)]
pub(crate) mod fixture;
mod record;
mod text;

pub use decision::{Decision, Judged, Verdict, Why};
pub use file::{Change, DecisionsFile, FileError, Replaces};
pub use record::DecisionJson;
pub use text::Broken;

use crate::rules::Conflict;
use decision::judged;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// The decisions of a folder, sorted by the fingerprint of their conflict.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions(BTreeMap<String, Decision>);

impl Decisions {
    /// What was said of the conflict with this fingerprint.
    pub fn get(&self, id: &str) -> Option<&Decision> {
        self.0.get(id)
    }

    /// All decisions with their fingerprints, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Decision)> {
        self.0.iter().map(|(id, decision)| (id.as_str(), decision))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Gives each conflict that was decided before further sources told the same as one of its sides the fingerprint
    /// that it was decided under.
    pub fn recognise(&self, conflicts: &mut [Conflict]) {
        let told: HashSet<&str> = conflicts.iter().map(|conflict| conflict.id.as_str()).collect();
        let mut lapsed: HashMap<(&str, &str), Vec<&str>> = HashMap::new();
        for (id, decision) in self.iter().filter(|(id, _)| !told.contains(id)) {
            if let Some(value) = decision.sides.first().and_then(|side| side.values.first()) {
                lapsed.entry((&decision.rule, value)).or_default().push(id);
            }
        }
        if lapsed.is_empty() {
            return;
        }
        for conflict in conflicts.iter_mut().filter(|conflict| self.get(&conflict.id).is_none()) {
            let sides = judged(&conflict.sides);
            let values = sides.iter().flat_map(|side| &side.values);
            let named = values.filter_map(|value| lapsed.get(&(conflict.rule.as_str(), value.as_str()))).flatten();
            let same: BTreeSet<&str> = named.copied().filter(|id| self.0[*id].covers(&sides)).collect();
            if let [id] = Vec::from_iter(same)[..] {
                conflict.id = id.to_string();
                lapsed.values_mut().for_each(|ids| ids.retain(|other| *other != id));
            }
        }
    }

    /// Takes out the conflicts that were said to be none, and counts them.
    pub fn leave_out_dismissed(&self, conflicts: &mut Vec<Conflict>) -> usize {
        let before = conflicts.len();
        conflicts.retain(|conflict| !self.dismissed(conflict));
        before - conflicts.len()
    }

    /// The changes that accept all of `conflicts` as they are now; what is decided stays decided.
    pub fn baseline(conflicts: &[Conflict], by: Option<&str>, at: Timestamp) -> Vec<Change> {
        let verdict = Verdict::Dismissed { reason: Why::Baseline };
        let accept = |conflict: &Conflict| Change {
            id: conflict.id.clone(),
            replaces: Replaces::Nothing,
            decision: Some(Decision::new(conflict, verdict, None, by, at)),
        };
        conflicts.iter().map(accept).collect()
    }

    /// Whether `conflict` was said to be none.
    pub fn dismissed(&self, conflict: &Conflict) -> bool {
        matches!(self.get(&conflict.id), Some(Decision { verdict: Verdict::Dismissed { .. }, .. }))
    }
}

impl FromIterator<(String, Decision)> for Decisions {
    fn from_iter<I: IntoIterator<Item = (String, Decision)>>(decisions: I) -> Decisions {
        Decisions(decisions.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::fixture::{conflict, decision, side};
    use super::*;
    use crate::rules::Side;

    #[test]
    fn a_decision_lapses_when_the_figures_change() {
        let conflict = conflict("a", "97400000000", "974000000000");
        let dismissed = decision(Verdict::Dismissed { reason: Why::Rounding });
        let decisions: Decisions = std::iter::once(("a".to_string(), dismissed)).collect();
        let mut conflicts = vec![conflict.clone(), Conflict { id: "b".to_string(), ..conflict }];
        assert_eq!(decisions.leave_out_dismissed(&mut conflicts), 1);
        assert_eq!(conflicts[0].id, "b");
    }

    #[test]
    fn a_decision_stands_when_others_tell_the_same() {
        let decided: Decisions =
            std::iter::once(("a".to_string(), decision(Verdict::Dismissed { reason: Why::Rounding }))).collect();
        let recognised = |conflict: Conflict| {
            let mut conflicts = [conflict];
            decided.recognise(&mut conflicts);
            conflicts[0].id.clone()
        };
        let before = || conflict("b", "97400000000", "974000000000");
        let with = |witness: Side| {
            let mut conflict = before();
            conflict.sides.push(witness);
            conflict
        };
        assert_eq!(recognised(before()), "a");
        assert_eq!(recognised(with(side(0, "إذاعة الجنوب", "97000000000"))), "a");
        assert_eq!(recognised(with(side(1, "إذاعة الجنوب", "974000000000"))), "a");
        // Another value is another conflict, and so is that of another rule or of other sources.
        assert_eq!(recognised(with(side(2, "إذاعة الجنوب", "96000000000"))), "b");
        assert_eq!(recognised(Conflict { rule: "value".into(), ..before() }), "b");
        assert_eq!(
            recognised(Conflict {
                sides: vec![side(0, "إذاعة الجنوب", "97400000000"), before().sides.remove(1)],
                ..before()
            }),
            "b"
        );
    }

    #[test]
    fn a_fingerprint_that_is_still_told_is_no_others() {
        let decided: Decisions =
            std::iter::once(("a".to_string(), decision(Verdict::Dismissed { reason: Why::Rounding }))).collect();
        let mut conflicts = ["a", "b"].map(|id| conflict(id, "97400000000", "974000000000"));
        decided.recognise(&mut conflicts);
        assert_eq!(conflicts.map(|conflict| conflict.id), ["a", "b"]);
    }

    #[test]
    fn a_baseline_accepts_what_is_not_decided() {
        let conflicts = ["a", "b"].map(|id| conflict(id, "1", "10"));
        let changes = Decisions::baseline(&conflicts, None, Timestamp::UNIX_EPOCH);
        assert!(changes.iter().all(|change| change.replaces == Replaces::Nothing));
        let verdicts: Vec<_> = changes.iter().map(|change| change.decision.as_ref().map(|d| d.verdict)).collect();
        assert_eq!(verdicts, [Some(Verdict::Dismissed { reason: Why::Baseline }); 2]);
    }
}
