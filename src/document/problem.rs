//! What can be wrong with the input, each with its place and what to do.

use super::encoding::NotText;
use super::shown;
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
}

impl Problem {
    /// Whether all that could be read was: then it is a warning, and no document is lost.
    pub fn is_warning(&self) -> bool {
        matches!(self, Problem::BadDay { .. } | Problem::UnknownFile { .. } | Problem::Empty { .. })
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
            | Problem::UnknownFile { path, .. } => path,
        }
    }
}
