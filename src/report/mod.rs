//! Findings drawn for people and for tools: one file a format.
//! A format only draws: what was found is counted apart ([`Summary`]), and the exit status follows from that.

pub mod closeup;
pub mod conflicts;
pub mod decisions;
pub mod figures;
pub mod rules;
pub mod schema;
pub mod stories;

mod claim_review;
mod csv;
mod evidence;
#[cfg(test)]
mod fixture;
mod github;
mod grid;
pub(crate) mod html;
mod json;
mod markdown;
mod problem;
mod refused;
mod sarif;
mod summary;
mod table;
pub(crate) mod words;

pub use html::review as review_page;
pub use problem::system_text;
pub use summary::Summary;

use crate::align::{Alignment, Extracted};
use crate::decisions::Decisions;
use crate::document::RecordPlace;
use crate::locale::{Lang, figure_text, number_text, value_text};
use crate::rules::{Checks, Conflict, Side};

/// How results are drawn for people. Of all this, the formats for tools heed the language of messages alone.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The language of headings and messages.
    pub lang: Lang,
    /// Whether colours may be used.
    pub color: bool,
    /// How many columns the terminal has; `None` where it is not a terminal.
    pub width: Option<usize>,
}

/// All that was found, as the reports see it.
#[derive(Clone, Copy, Debug)]
pub struct Findings<'a> {
    /// The documents checked, with their figures.
    pub documents: &'a [Extracted],
    /// Their stories and claims.
    pub alignment: &'a Alignment,
    /// The conflicts to show, heaviest first.
    pub conflicts: &'a [Conflict],
    /// How many of them to draw at most; all are counted.
    pub limit: Option<usize>,
    /// How many dismissed conflicts are not among them.
    pub left_out: usize,
    /// What was said of conflicts.
    pub decisions: &'a Decisions,
    /// The rules in force, which name what was found.
    pub checks: &'a Checks,
}

impl<'a> Findings<'a> {
    /// The conflicts that are drawn: the heaviest, where there is a limit.
    pub fn shown(&self) -> &'a [Conflict] {
        let limit = self.limit.unwrap_or(usize::MAX).min(self.conflicts.len());
        &self.conflicts[..limit]
    }

    /// The line of a file that the document of a side is, where it is one.
    fn record(&self, side: &Side) -> Option<&'a RecordPlace> {
        self.documents.get(side.document)?.document.record.as_ref()
    }
}

/// Draws with a format's function and gives the text.
#[cfg(test)]
fn drawn(draw: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    draw(&mut out).expect("memory is writable");
    String::from_utf8(out).expect("reports are UTF-8")
}

/// Compares with the snapshot of this name in the top-level `snapshots/`.
#[cfg(test)]
pub(crate) fn assert_drawn(name: &str, text: &str) {
    insta::with_settings!({ snapshot_path => "../../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}
