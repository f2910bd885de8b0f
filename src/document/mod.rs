//! Where text comes from: files, folders and standard input become documents with their metadata.
//! Not here: what the text means.

use jiff::civil::Date;

/// One source's text with its metadata.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Names the document in every report: its path as given, or its JSONL `id`.
    pub id: String,
    /// The text; all offsets are bytes of it.
    pub text: String,
    /// The headline, where it is not the text's first line.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// The day of publication.
    pub published: Option<Date>,
    /// Where it was published.
    pub url: Option<String>,
    /// Its language, BCP 47.
    pub lang: Option<String>,
}
