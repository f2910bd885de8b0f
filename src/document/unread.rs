//! A document that was found but not yet decoded: decoding runs on all threads.

use super::catalog::Metadata;
use super::format::Format;
use super::front::Wrong;
use super::{Document, NotDocument, Ours, Problem, RecordPlace, STDIN_NAME, encoding, front, html, jsonl, ours};
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The largest file that is read as one document.
pub(super) const MAX_FILE: u64 = 256 << 20;

/// A document that was found but not yet decoded.
#[derive(Debug)]
pub struct Unread {
    pub(super) origin: Origin,
    /// What `sources.toml` says of it.
    pub(super) metadata: Metadata,
    /// The user named its file, rather than a folder that holds it.
    pub(super) named: bool,
}

/// Where a document's bytes are.
#[derive(Debug)]
pub(super) enum Origin {
    /// A file of its own.
    File { path: PathBuf, format: Format, size: u64 },
    /// A line of a JSONL file.
    Line { path: Arc<Path>, line: usize, bytes: Vec<u8> },
}

impl Unread {
    /// How many bytes it has in the input.
    pub fn size(&self) -> usize {
        match &self.origin {
            Origin::File { size, .. } => usize::try_from(*size).unwrap_or(usize::MAX),
            Origin::Line { bytes, .. } => bytes.len(),
        }
    }

    /// The line of the input that it is, if it is one.
    pub(super) fn place(&self) -> Option<RecordPlace> {
        match &self.origin {
            Origin::Line { path, line, .. } => Some(RecordPlace { file: path.display().to_string(), line: *line }),
            Origin::File { .. } => None,
        }
    }

    /// Decodes it. What is wrong is added to `problems`; none where nothing could be made of it.
    pub fn read(self, problems: &mut Vec<Problem>) -> Option<Document> {
        self.read_as(false, problems)
    }

    /// The same; where it brings figures that were found before, and they are to be found `afresh`, that is told.
    pub(super) fn read_as(self, afresh: bool, problems: &mut Vec<Problem>) -> Option<Document> {
        let record = self.place();
        match self.origin {
            Origin::Line { path, line, bytes } => {
                let text = line_text(&path, line, &bytes, problems)?;
                if let Some(ours) = ours::line(&text) {
                    // In a folder the figures stand beside what they were found in; a text that the user names is read.
                    let read = ours == Ours::Figures && self.named;
                    if afresh || !read {
                        problems.push(Problem::Ours { path: path.to_path_buf(), ours, named: self.named });
                    }
                    if !read {
                        return None;
                    }
                }
                let document = jsonl::read(&path, line, &text, &self.metadata, problems)?;
                Some(Document { record: record.filter(|_| *path != *Path::new(STDIN_NAME)), ..document })
            }
            Origin::File { path, format, .. } => match file(&path, format, self.metadata, self.named, problems) {
                Ok(document) => Some(document),
                Err(problem) => {
                    problems.push(problem);
                    None
                }
            },
        }
    }

    /// Decodes a line of JSONL and makes something of the document and the line that it stands on.
    pub fn read_line<T>(
        self,
        problems: &mut Vec<Problem>,
        make: impl FnOnce(Document, &str) -> Result<T, NotDocument>,
    ) -> Option<T> {
        match self.origin {
            Origin::Line { path, line, bytes } => {
                let text = line_text(&path, line, &bytes, problems)?;
                if let Some(ours @ Ours::Report) = ours::line(&text) {
                    problems.push(Problem::Ours { path: path.to_path_buf(), ours, named: self.named });
                    return None;
                }
                let document = jsonl::read(&path, line, &text, &self.metadata, problems)?;
                let made = make(document, &text);
                made.map_err(|reason| problems.push(Problem::BadLine { path: path.to_path_buf(), line, reason })).ok()
            }
            Origin::File { path, .. } => {
                problems.push(Problem::NotLines { path });
                None
            }
        }
    }
}

fn line_text<'a>(path: &Path, line: usize, bytes: &'a [u8], problems: &mut Vec<Problem>) -> Option<Cow<'a, str>> {
    let text = encoding::decode_unmarked(bytes);
    text.map_err(|reason| problems.push(Problem::LineNotText { path: path.to_path_buf(), line, reason })).ok()
}

fn file(
    path: &Path,
    format: Format,
    metadata: Metadata,
    named: bool,
    problems: &mut Vec<Problem>,
) -> Result<Document, Problem> {
    let path = || path.to_path_buf();
    let bytes = read_at_most(&path(), MAX_FILE).map_err(|error| Problem::Unreadable { path: path(), error })?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(Problem::TooLarge { path: path() });
    }
    let text = encoding::decode(bytes).map_err(|reason| Problem::NotText { path: path(), reason })?;
    if text.trim().is_empty() {
        return Err(Problem::Empty { path: path() });
    }
    let is_ours = if format == Format::Html { ours::is_page(&text) } else { ours::is_text(&text) };
    if is_ours {
        return Err(Problem::Ours { path: path(), ours: Ours::Report, named });
    }
    let id = path().to_string_lossy().into_owned();
    let mut above = 0;
    let (found, text) = match format {
        Format::Html => {
            let page = html::read(&text).ok_or_else(|| Problem::NoArticle { path: path() })?;
            (page.metadata, page.text)
        }
        Format::Markdown => {
            let (found, article) = front_matter(&path(), &text, problems);
            if article.trim().is_empty() {
                return Err(Problem::Empty { path: path() });
            }
            above = text[..text.len() - article.len()].matches('\n').count();
            (found, article.to_string())
        }
        _ => (Metadata::default(), text),
    };
    if encoding::is_garbled(&text) {
        problems.push(Problem::Garbled { path: path(), line: None });
    }
    Ok(Document { above, ..metadata.or(found).document(id, text) })
}

/// What stands ahead of an article, and the article.
fn front_matter<'a>(path: &Path, text: &'a str, problems: &mut Vec<Problem>) -> (Metadata, &'a str) {
    let mut wrong = None;
    let parted = front::part(text, &mut wrong);
    problems.extend(wrong.map(|Wrong { line, key, text }| Problem::BadDay {
        path: path.to_path_buf(),
        line,
        key,
        text,
    }));
    parted.unwrap_or((Metadata::default(), text))
}

/// The bytes of a file, at most one more than `limit`: devices and pipes may have no end.
pub(super) fn read_at_most(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
