//! How a file is read, by the ending of its name.
//! Not here: which files are read (`walk.rs`), and what is in them (`unread.rs`).

use std::path::Path;

/// How a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    Markdown,
    Html,
    Lines,
    Json,
    /// A table: read as text where the user names the file, passed over in folders.
    Table,
    /// Some other ending: read as text where the user names the file, passed over in folders.
    Other,
}

impl Format {
    pub(super) fn of(path: &Path) -> Format {
        let extension = path.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase());
        match extension.as_deref() {
            Some("txt") => Format::Text,
            Some("md") => Format::Markdown,
            Some("html" | "htm") => Format::Html,
            Some("jsonl" | "ndjson") => Format::Lines,
            Some("json") => Format::Json,
            Some("csv" | "tsv" | "tab") => Format::Table,
            _ => Format::Other,
        }
    }

    /// Whether files of this name are passed over in folders, and may hold articles all the same: «خبر.docx».
    pub(super) fn may_hold_articles(path: &Path) -> bool {
        const ENDINGS: [&str; 15] = [
            "csv", "doc", "docx", "eml", "epub", "json", "mht", "odt", "pages", "pdf", "rtf", "tsv", "xls", "xlsx",
            "xml",
        ];
        let extension = path.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase());
        extension.is_some_and(|extension| ENDINGS.contains(&extension.as_str()))
    }

    /// Whether it is plain text.
    pub(super) fn is_text(self) -> bool {
        matches!(self, Format::Text | Format::Markdown)
    }
}
