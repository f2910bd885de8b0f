//! Rules judge figures and claims; what they find are conflicts.
//! Here: the engine, the rule files' types, and one file a family of checks. Not here: which figures
//! speak of the same thing (`align/`), and how findings are drawn (`report/`).

mod cause;
mod check;
mod conflict;
mod evolution;
mod examples;
pub mod intrinsic;
mod judge;
mod own;
mod subject;
mod topic;

pub use check::{Check, CheckError, Checks, Example, Finds, Only, Thresholds};
pub use conflict::{Conflict, Evidence, Severity, Side, Text};
pub use examples::{Failure, Outcome, run_examples};
pub use topic::Topic;

use crate::align::{Alignment, Extracted};
use crate::lexicon::Lexicon;

/// What the rules find, heaviest first; the same bytes for the same input, whatever the number of threads.
pub fn conflicts(documents: &[Extracted], alignment: &Alignment, checks: &Checks) -> Vec<Conflict> {
    let lexicon = Lexicon::builtin();
    let mut found: Vec<Conflict> =
        alignment.claims.iter().filter_map(|claim| judge::judge(claim, documents, checks, lexicon)).collect();
    found.extend(own::conflicts(documents, alignment, checks, lexicon));
    found.extend(topic::conflicts(documents, checks));
    found.sort_by(|a, b| {
        let place = |conflict: &Conflict| {
            conflict.sides.first().map(|side| (side.document, side.figure.span.start)).unwrap_or_default()
        };
        b.severity.cmp(&a.severity).then(b.score.total_cmp(&a.score)).then(place(a).cmp(&place(b)))
    });
    found
}
