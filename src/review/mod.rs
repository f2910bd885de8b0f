//! Decisions: what a reviewer said of a conflict, and the ways to take them.
//! Here: the decision itself (`decision.rs`), the set of them (`decisions.rs`), how they are written
//! (`record.rs`, `text.rs`), and their file, which several programs may write at once (`file.rs`); stepping
//! through conflicts (`session.rs`), at a terminal (`terminal.rs`) and in a browser (`serve/`, `answer.rs`).
//! Not here: arguments and the clock (`cli/review.rs`).

mod answer;
mod decision;
mod decisions;
mod file;
#[cfg(test)]
pub(crate) mod fixtures;
mod record;
mod serve;
mod session;
mod terminal;
mod text;

pub use decision::{Decision, Judged, Reason, Verdict};
pub use decisions::Decisions;
pub use file::{Change, DecisionsFile, FileError, Replaces};
pub use record::DecisionJson;
pub use serve::{Served, Server};
pub use session::{Key, Session};
pub use terminal::{Desk, ReviewError, step_through};
pub use text::Broken;
