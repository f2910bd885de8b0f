//! Rules judge figures and claims; what they find are conflicts.
//! Here: the engine, the rule files' types, and one file a family of checks. Not here: which figures
//! speak of the same thing (`align/`), and how findings are drawn (`report/`).

mod conflict;

pub use conflict::{Conflict, Evidence, Severity, Side, Text};
