//! What can be wrong with the input, each with its place.
//! Not here: what is said of it, and what to do (`report/problem.rs`).

use super::Ours;
use super::encoding::NotText;
use std::io;
use std::path::PathBuf;

/// Something wrong with the input. The rest of the input is still read.
#[derive(Debug)]
#[allow(missing_docs)] // The messages explain the variants, and the fields are where.
pub enum Problem {
    Missing { path: PathBuf },
    Unreadable { path: PathBuf, error: io::Error },
    EmptyFolder { path: PathBuf },
    PassedOver { path: PathBuf, endings: Vec<String>, count: usize },
    Empty { path: PathBuf },
    TooLarge { path: PathBuf },
    Garbled { path: PathBuf, line: Option<usize> },
    NotText { path: PathBuf, reason: NotText },
    NoArticle { path: PathBuf },
    Json { path: PathBuf },
    Table { path: PathBuf },
    NotLines { path: PathBuf },
    LineNotText { path: PathBuf, line: usize, reason: NotText },
    BadLine { path: PathBuf, line: usize, reason: NotDocument },
    NoText { path: PathBuf, line: usize },
    EmptyText { path: PathBuf, line: usize },
    LongLine { path: PathBuf, line: usize },
    BadDay { path: PathBuf, line: usize, key: String, text: String },
    BadCatalog { path: PathBuf, line: usize, column: usize, reason: String },
    UnknownFile { path: PathBuf, file: String },
    SameId { path: PathBuf, line: usize, id: String, first: String, name: String },
    Ours { path: PathBuf, ours: Ours, named: bool },
}

/// Why a line is no document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotDocument {
    /// A list of values.
    List,
    /// Something else than an object.
    NoObject,
    /// JSON that breaks off at this byte.
    Cut(usize),
    /// No JSON from this byte on.
    NoJson(usize),
    /// A value of the wrong kind ends at this byte.
    Value(usize),
    /// A key that stands there a second time, up to this byte.
    Twice(String, usize),
    /// Figures are needed, and there are none.
    NoFigures,
    /// Its figures cannot be used, for this reason.
    Figures(String),
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
            Problem::Ours { named: false, .. } | Problem::PassedOver { .. } => Level::Note,
            Problem::BadDay { .. }
            | Problem::UnknownFile { .. }
            | Problem::Empty { .. }
            | Problem::EmptyText { .. }
            | Problem::SameId { .. }
            | Problem::Garbled { .. }
            | Problem::Table { .. }
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
            | Problem::PassedOver { path, .. }
            | Problem::Empty { path }
            | Problem::TooLarge { path }
            | Problem::Garbled { path, .. }
            | Problem::NotText { path, .. }
            | Problem::NoArticle { path }
            | Problem::Json { path }
            | Problem::Table { path }
            | Problem::NotLines { path }
            | Problem::LineNotText { path, .. }
            | Problem::BadLine { path, .. }
            | Problem::NoText { path, .. }
            | Problem::EmptyText { path, .. }
            | Problem::LongLine { path, .. }
            | Problem::BadDay { path, .. }
            | Problem::BadCatalog { path, .. }
            | Problem::UnknownFile { path, .. }
            | Problem::SameId { path, .. }
            | Problem::Ours { path, .. } => path,
        }
    }
}
