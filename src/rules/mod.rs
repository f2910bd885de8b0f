//! Rules judge figures and claims; what they find are conflicts.
//! Here: the engine, the rule files' types, and one file a family of checks. Not here: which figures
//! speak of the same thing (`align/`), and how findings are drawn (`report/`).

mod conflict;
pub mod intrinsic;

pub use conflict::{Conflict, Evidence, Severity, Side, Text};

use crate::align::{Alignment, Extracted};

/// The rules in force, from `rules/checks` and the user's own folders.
#[derive(Clone, Debug, Default)]
pub struct Checks {}

impl Checks {
    /// The rules that are built into the program.
    pub fn builtin() -> Checks {
        Checks::default()
    }
}

/// What the rules find, heaviest first; the same bytes for the same input, whatever the number of threads.
pub fn conflicts(_documents: &[Extracted], _alignment: &Alignment, _checks: &Checks) -> Vec<Conflict> {
    Vec::new()
}
