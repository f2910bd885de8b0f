//! Contexts: what speaks for two figures of a story being about the same thing, and against, whatever others tell.
//! Not here: the reasons that two sentences give by themselves (`reasons.rs`), and how sure they are together (`sure/`).

use super::compared::{LONG_AFTER, Node, Story};
use super::reasons::{self, Reason, Reasons};
use super::relation::{Difference, Relation};
use super::score::{self, SharedWords};
use crate::figure::{Edtf, Span, Value};
use smallvec::SmallVec;

/// What speaks for and against.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// Shared words: where each stands on the first side, and its weight; heaviest first.
    pub words: SmallVec<[(Span, f64); 8]>,
    /// Their weight together.
    pub of_words: f64,
    /// Other reasons.
    pub reasons: Reasons,
}

/// Dates as far from their own reports as each other are of two events of one kind.
const OWN_DAY: f64 = -10.0;
/// So are two weekdays that are each the day of its own report; but reports are also taken over a day later.
const AGAIN: f64 = -3.5;
/// One word alone may be shared by chance, however rare; equal digits are no chance.
const LONE: f64 = -3.0;
/// Round numbers meet by chance in one document: what those of one digit weigh there, and of two.
const ROUND: [f64; 2] = [-6.0, -4.0];
/// Reports so many days apart tell of two days, and no later one takes over the earlier.
const DAYS_APART: i32 = 4;

impl Story<'_> {
    /// What speaks for two figures being about the same thing, and against.
    pub fn context(&self, a: &Node, b: &Node, relation: Relation) -> Context {
        let pair = self.pair(a, b);
        let shared = score::shared_cues(&pair);
        let weights = SharedWords::of(&pair, &shared);
        let mut reasons = Reasons::new();
        self.reasons(a, b, relation, &weights, |reason, bits| reasons.push((reason, bits)));
        Context { words: score::shared_words(&pair, &shared), of_words: weights.sum(), reasons }
    }

    /// Gives each reason that two figures have for or against being about the same thing, beside the words that they
    /// share.
    pub fn reasons(
        &self,
        a: &Node,
        b: &Node,
        relation: Relation,
        weights: &SharedWords,
        mut give: impl FnMut(Reason, f64),
    ) {
        reasons::reasons(&self.pair(a, b), self.language.knowledge, &mut give);
        let one_document = a.document == b.document;
        if !one_document {
            // Numbers change from day to day; dates of events do not, nor what has many digits in common.
            let changes = matches!(
                relation,
                Relation::Differ(
                    Difference::Value
                        | Difference::Bound
                        | Difference::Scale { digits: ..3, .. }
                        | Difference::Swapped { digits: ..3 }
                        | Difference::Measure { digits: ..3 }
                        | Difference::Turn { digits: ..3 }
                )
            );
            let bits = self.likenesses.bits(a.document, b.document, changes);
            if bits != 0.0 {
                give(Reason::Story, bits);
            }
        }
        if one_document
            && let Relation::Differ(Difference::Scale { digits, .. } | Difference::Swapped { digits }) = relation
        {
            let bits = ROUND.get(digits.saturating_sub(1) as usize).copied().unwrap_or(0.0);
            if bits < 0.0 {
                give(Reason::OneDocument, bits);
            }
        }
        if let Some(bits) = self.same_distance(a, b, relation) {
            give(Reason::OwnDay, bits);
        } else if self.found && relation == Relation::Differ(Difference::Date) && self.are_guessed(a, b) {
            // What happens day after day is told day after day.
            give(Reason::OwnDay, OWN_DAY);
        }
        if relation.is_plain() && weights.is_lone() {
            give(Reason::OneWord, LONE);
        }
    }

    /// Whether both dates are meant by the days of their reports.
    fn are_guessed(&self, a: &Node, b: &Node) -> bool {
        let guessed =
            |node: &Node| matches!(&self.figure(node).value, Value::Date(date) if date.edtf == Edtf::Relative);
        guessed(a) && guessed(b)
    }

    /// Whether two dates lie as far from the days of their reports as each other: «the week that ended on
    /// Friday», told every week.
    fn same_distance(&self, a: &Node, b: &Node, relation: Relation) -> Option<f64> {
        if relation != Relation::Differ(Difference::Date) {
            return None;
        }
        let (p, q) = (a.away?, b.away?);
        // «up to Thursday» and «up to Friday»: each tells what was known then.
        if [(a, p), (b, q)].iter().all(|(node, away)| self.frame(node).until && away.first.abs() <= 1) {
            return Some(OWN_DAY);
        }
        let between = (p.report - q.report).abs();
        let slack = 1 + p.length.max(q.length);
        if between > DAYS_APART && (p.first - q.first).abs() <= slack && p.first.abs() <= LONG_AFTER {
            return Some(OWN_DAY);
        }
        // What is told of «Sunday» on Sunday and of «Monday» on Monday may have happened again.
        (between > 0 && p.first == q.first && self.are_guessed(a, b)).then_some(AGAIN)
    }
}
