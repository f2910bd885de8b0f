//! Decisions: what a reviewer said of a conflict, and the ways to take them.
//! Here: the decision itself (`decision.rs`), the set of them as TOML and JSON (`decisions.rs`), and their
//! file, which several programs may write at once (`file.rs`).
//! Not here: arguments and the clock (`cli/review.rs`).

mod decision;
mod decisions;
mod file;
#[cfg(test)]
pub(crate) mod fixtures;
mod session;

pub use decision::{Decision, Judged, Reason, Verdict};
pub use decisions::{Broken, DecisionJson, Decisions};
pub use file::{Change, DecisionsFile, FileError, Replaces};
pub use session::{Key, Session};
