//! Rules judge figures and claims; what they find are conflicts.
//! Here: the engine, the rule files' types, and one file a family of checks. Not here: which figures
//! speak of the same thing (`align/`), and how findings are drawn (`report/`).

mod cause;
mod check;
mod conflict;
mod evolution;
mod examples;
mod finds;
pub mod intrinsic;
mod judge;
mod own;
mod ratio;
mod sighting;
mod subject;
mod template;
mod topic;
mod watch;

pub use check::{Check, CheckError, Checks, Example, Only, Thresholds};
pub use conflict::{Conflict, Evidence, Reprint, Seen, Severity, Side, Text};
pub use examples::{Failure, Outcome, run_examples};
pub use finds::Finds;
pub use topic::Topic;

use crate::align::{Alignment, Extracted, FigureRef};
use crate::figure::{Figure, Span};
use crate::lexicon::Lexicon;
use rayon::prelude::*;
use rustc_hash::FxHashSet;

/// What the rules find, heaviest first; the same bytes for the same input, whatever the number of threads.
pub fn conflicts(documents: &[Extracted], alignment: &Alignment, checks: &Checks) -> Vec<Conflict> {
    let lexicon = Lexicon::builtin();
    let judge = judge::Judge { documents, checks, lexicon, from_chinese: cause::from_chinese(documents, alignment) };
    let mut found: Vec<Conflict> =
        alignment.claims.par_iter().flat_map_iter(|claim| judge::judge(claim, &judge)).collect();
    let told: FxHashSet<(usize, Span)> = found
        .iter()
        .filter(|conflict| conflict.severity > Severity::Note)
        .flat_map(|conflict| conflict.sides.iter().map(|side| (side.document, side.figure.span)))
        .collect();
    let is_told = |conflict: &Conflict| {
        checks.get(&conflict.rule).is_some_and(|check| check.finds == Finds::Title)
            && conflict.sides.len() > 1
            && conflict.sides.iter().all(|side| told.contains(&(side.document, side.figure.span)))
    };
    // A headline that is told to differ from its article need not be told so twice.
    found.extend(own::conflicts(documents, alignment, checks, lexicon).into_iter().filter(|own| !is_told(own)));
    found.extend(watch::conflicts(documents, checks));
    found.sort_by(|a, b| {
        let place = |conflict: &Conflict| {
            conflict.sides.first().map(|side| (side.document, side.figure.span.start)).unwrap_or_default()
        };
        b.severity.cmp(&a.severity).then(b.score.total_cmp(&a.score)).then(place(a).cmp(&place(b)))
    });
    found
}

fn figure(at: FigureRef, documents: &[Extracted]) -> &Figure {
    &documents[at.document].figures[at.figure]
}
