//! Decisions: what a reviewer said of a conflict, and the ways to take them.
//! Here: the decision itself (`decision.rs`), the set of them as TOML and JSON (`decisions.rs`), and their
//! file, which several programs may write at once (`file.rs`).
//! Not here: arguments and the clock (`cli/review.rs`).

mod decision;
mod decisions;
mod file;
mod session;
#[cfg(test)]
pub(crate) mod fixtures;

pub use decision::{Decision, Judged, Reason, Verdict};
pub use decisions::{Broken, DecisionJson, Decisions};
pub use file::{Change, DecisionsFile, FileError, Seen};
pub use session::{Key, Session};
