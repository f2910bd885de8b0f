//! Decisions: what a reviewer said of a conflict.
//! Here: the decisions of a folder. Beside it: the decision itself (`decision.rs`), how decisions are written
//! (`record.rs`, `text.rs`), and their file, which several programs may write at once (`file.rs`). Not here: how they
//! are taken (`review/`), and told (`report/`).

mod decision;
mod file;
#[cfg(test)]
pub(crate) mod fixtures;
mod record;
mod text;

pub use decision::{Decision, Judged, Verdict, Why};
pub use file::{Change, DecisionsFile, FileError, Replaces};
pub use record::DecisionJson;
pub use text::Broken;

use crate::rules::Conflict;
use jiff::Timestamp;
use std::collections::BTreeMap;

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
    use super::fixtures::{conflict, decision};
    use super::*;

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
    fn a_baseline_accepts_what_is_not_decided() {
        let conflicts = ["a", "b"].map(|id| conflict(id, "1", "10"));
        let changes = Decisions::baseline(&conflicts, None, Timestamp::UNIX_EPOCH);
        assert!(changes.iter().all(|change| change.replaces == Replaces::Nothing));
        let verdicts: Vec<_> = changes.iter().map(|change| change.decision.as_ref().map(|d| d.verdict)).collect();
        assert_eq!(verdicts, [Some(Verdict::Dismissed { reason: Why::Baseline }); 2]);
    }
}
