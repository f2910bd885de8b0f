//! The ways to take decisions: stepping through conflicts (`session.rs`) at a terminal (`terminal.rs`), and in a browser
//! (`serve/`, `answer.rs`).
//! Not here: decisions and their file (`decisions/`), how conflicts are drawn (`report/`), arguments and the clock
//! (`cli/review.rs`).

mod answer;
mod serve;
mod session;
mod terminal;

pub use serve::{Served, Server};
pub use session::{Key, Session};
pub use terminal::{Desk, ReviewError, step_through};
