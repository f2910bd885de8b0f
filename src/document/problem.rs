//! What can be wrong with the input, each with its place and what to do.

use super::encoding::NotText;
use super::{Ours, shown};
use std::io;
use std::path::PathBuf;

/// Something wrong with the input. The rest of the input is still read.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)] // The messages explain the variants, and the fields are where.
pub enum Problem {
    #[error("{}: no such file or folder; check the path", shown(.path))]
    Missing { path: PathBuf },
    #[error("{}: cannot be read: {error}", shown(.path))]
    Unreadable { path: PathBuf, error: io::Error },
    #[error("{}: no documents in this folder; tadqiq reads {} files", shown(.path), super::EXTENSIONS.join(", "))]
    EmptyFolder { path: PathBuf },
    #[error("{}: empty; there is nothing to read", shown(.path))]
    Empty { path: PathBuf },
    #[error("{}: too large for one document; split it, or give one document a line as .jsonl", shown(.path))]
    TooLarge { path: PathBuf },
    #[error("{}: {reason}", shown(.path))]
    NotText { path: PathBuf, reason: NotText },
    #[error("{}: no article was found in this page, or its tags are nested without end; save its text as .txt", shown(.path))]
    NoArticle { path: PathBuf },
    #[error(
        "{}: JSON is read one document a line; write it so and name it .jsonl (`jq -c '.[]'` turns a list into lines)",
        shown(.path)
    )]
    Json { path: PathBuf },
    #[error("{}: not what `tadqiq extract --format documents` writes; name its .jsonl file", shown(.path))]
    NotLines { path: PathBuf },
    #[error("{}:{line}: {reason}", shown(.path))]
    LineNotText { path: PathBuf, line: usize, reason: NotText },
    #[error("{}:{line}: not a document: {reason}; write one JSON object a line", shown(.path))]
    BadLine { path: PathBuf, line: usize, reason: String },
    #[error("{}:{line}: a document needs a `text`", shown(.path))]
    NoText { path: PathBuf, line: usize },
    #[error("{}:{line}: the line is too long for one document; write one document a line", shown(.path))]
    LongLine { path: PathBuf, line: usize },
    #[error("{}:{line}: `published` is «{text}», not a date such as 2025-02-12; the document is read without it", shown(.path))]
    BadDay { path: PathBuf, line: usize, text: String },
    #[error(
        "{}:{line}:{column}: {reason}; each table is a file or folder: [\"a.txt\"] publisher = \"…\", published = 2025-02-12",
        shown(.path)
    )]
    BadCatalog { path: PathBuf, line: usize, column: usize, reason: String },
    #[error("{}: describes «{file}», which is not there", shown(.path))]
    UnknownFile { path: PathBuf, file: String },
    #[error("{}:{line}: {first} has the id «{id}» too; this document is called {name}", shown(.path))]
    SameId { path: PathBuf, line: usize, id: String, first: String, name: String },
    #[error("{}: {}", shown(.path), ours_text(*.ours, *.named))]
    Ours { path: PathBuf, ours: Ours, named: bool },
}

/// What is said of our own output; where the user names the file, what to give instead.
fn ours_text(ours: Ours, named: bool) -> &'static str {
    match (ours, named) {
        (Ours::Report, false) => "a report that tadqiq wrote; passed over",
        (Ours::Report, true) => "a report that tadqiq wrote, not an article; name the articles themselves",
        (Ours::Figures, false) => {
            "figures that `tadqiq extract` found; passed over: give the file to `tadqiq check --figures`"
        }
        (Ours::Figures, true) => {
            "figures that `tadqiq extract` found are here looked for again; `--figures` takes them"
        }
    }
}

/// How much a problem matters; ordered, a note least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// All is as it should be, and the user may want to know.
    Note,
    /// No document is lost.
    Warning,
    /// A document is lost.
    Error,
}

impl Problem {
    /// How much it matters.
    pub fn level(&self) -> Level {
        match self {
            Problem::Ours { named: false, .. } => Level::Note,
            Problem::BadDay { .. }
            | Problem::UnknownFile { .. }
            | Problem::Empty { .. }
            | Problem::SameId { .. }
            | Problem::Ours { ours: Ours::Figures, .. } => Level::Warning,
            _ => Level::Error,
        }
    }

    /// Whether it is of a whole file, though found on each of its lines.
    pub fn is_of_whole_file(&self) -> bool {
        matches!(self, Problem::Ours { .. })
    }

    /// The file or folder that is meant.
    pub fn path(&self) -> &std::path::Path {
        match self {
            Problem::Missing { path }
            | Problem::Unreadable { path, .. }
            | Problem::EmptyFolder { path }
            | Problem::Empty { path }
            | Problem::TooLarge { path }
            | Problem::NotText { path, .. }
            | Problem::NoArticle { path }
            | Problem::Json { path }
            | Problem::NotLines { path }
            | Problem::LineNotText { path, .. }
            | Problem::BadLine { path, .. }
            | Problem::NoText { path, .. }
            | Problem::LongLine { path, .. }
            | Problem::BadDay { path, .. }
            | Problem::BadCatalog { path, .. }
            | Problem::UnknownFile { path, .. }
            | Problem::SameId { path, .. }
            | Problem::Ours { path, .. } => path,
        }
    }
}
