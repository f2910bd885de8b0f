//! Where text comes from: files, folders and standard input become documents with their metadata.
//! Here: which files are read (`walk.rs`), their bytes as text (`encoding.rs`), and one file a format.
//! Not here: what the text means.

mod catalog;
mod day;
mod encoding;
mod format;
mod front;
mod html;
mod jsonl;
mod kept;
mod lines;
mod linked;
mod names;
pub(crate) mod ours;
mod place;
mod problem;
mod unread;
mod walk;

pub use catalog::{FILE as CATALOG, Source, Sources};
pub use encoding::NotText;
pub use kept::is_article;
pub use names::Names;
pub use ours::Ours;
pub use problem::{Level, NotDocument, Problem};
pub use unread::Unread;
pub use walk::{EXTENSIONS, Walk, catalogs_in, not_there};

use format::Format;
use jiff::civil::Date;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// One source's text with its metadata.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Names the document in every report: its path as given, or its JSONL `id`.
    pub id: String,
    /// The text; all offsets are bytes of it.
    pub text: String,
    /// How many lines of its file stand above the text.
    pub above: usize,
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
    /// The line that it is, where it is one of a file's.
    pub record: Option<RecordPlace>,
}

/// Where the record of a document stands: a line of a JSONL file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RecordPlace {
    /// The file, as given.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
}

/// Stands for standard input among the paths; it is read as JSONL.
pub const STDIN: &str = "-";

/// What standard input is called in messages.
const STDIN_NAME: &str = "stdin";

/// How many bytes of input a batch holds, about: enough to keep every thread busy, little beside the figures.
const BATCH_BYTES: usize = 1 << 20;

/// How many documents a batch holds at most: short ones cost more than their bytes.
const BATCH_DOCUMENTS: usize = 4096;

/// All documents at the paths, and what could not be read. Paths are read in their own order, whatever the
/// order given, so that the same documents are always numbered alike.
pub fn read_all(paths: &[PathBuf]) -> (Vec<Document>, Vec<Problem>) {
    let (mut documents, mut problems) = (Vec::new(), Vec::new());
    for batch in batches(paths, Sources::default()) {
        for item in batch.read_with(|document| document) {
            documents.extend(item.document);
            problems.extend(item.problems);
        }
    }
    (documents, problems)
}

/// The folder of the documents at these paths: the one given, or that of the files given. Paths of several folders,
/// and standard input, are of the current folder.
pub fn folder_of(paths: &[PathBuf]) -> PathBuf {
    let mut folders = paths.iter().map(|path| match path.parent() {
        _ if path.is_dir() => path.to_path_buf(),
        Some(parent) => parent.to_path_buf(),
        None => PathBuf::new(),
    });
    let first = folders.next().unwrap_or_default();
    if folders.all(|folder| folder == first) { first } else { PathBuf::new() }
}

/// The documents of a folder that is in memory, such as examples built into a program: file names and their text,
/// `sources.toml` among them.
pub fn read_texts<'a>(files: impl IntoIterator<Item = (&'a Path, &'a str)>) -> (Vec<Document>, Vec<Problem>) {
    let mut files: Vec<(&Path, &str)> = files.into_iter().collect();
    files.sort();
    let described = files.iter().find(|(path, _)| path.ends_with(catalog::FILE));
    let (mut catalog, problems) = described.map(|(path, text)| catalog::read(path, text)).unwrap_or_default();
    let texts = files.iter().filter(|(path, _)| Format::of(path).is_text());
    let documents = texts.map(|(path, text)| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let metadata = catalog.remove(name.as_ref()).unwrap_or_default();
        metadata.document(path.to_string_lossy().into_owned(), text.to_string())
    });
    (documents.collect(), problems)
}

/// The documents at the paths in batches, so that a long input is never in memory whole; `sources` tell of what is
/// not in a `sources.toml`.
pub fn batches(paths: &[PathBuf], sources: Sources) -> impl Iterator<Item = Batch> + use<> {
    let mut walk = Walk::new(paths, sources);
    std::iter::from_fn(move || {
        let mut batch = Batch { items: Vec::new() };
        let mut bytes = 0;
        while bytes < BATCH_BYTES && batch.items.len() < BATCH_DOCUMENTS {
            let Some(item) = walk.next() else { break };
            bytes += item.as_ref().map_or(0, Unread::size);
            batch.items.push(item);
        }
        (!batch.items.is_empty()).then_some(batch)
    })
}

/// Some documents that stand together in the input, not yet decoded.
#[derive(Debug)]
pub struct Batch {
    items: Vec<Result<Unread, Problem>>,
}

/// What came of one file or one line.
#[derive(Debug)]
pub struct Read<T> {
    /// What was made of the document; none where it could not be read.
    pub document: Option<T>,
    /// Its line, where it is one of the input.
    pub place: Option<RecordPlace>,
    /// What was wrong with it.
    pub problems: Vec<Problem>,
}

impl Batch {
    /// Decodes the documents on all threads and makes something of each, in the order of the input.
    pub fn read_with<T: Send>(self, make: impl Fn(Document) -> T + Sync) -> Vec<Read<T>> {
        self.each(|unread, problems| unread.read(problems).map(&make))
    }

    /// The same; where a document that the user names brings figures that were found before, that is told.
    pub fn read_afresh_with<T: Send>(self, make: impl Fn(Document) -> T + Sync) -> Vec<Read<T>> {
        self.each(|unread, problems| unread.read_as(true, problems).map(&make))
    }

    /// The same for lines of JSONL that hold more than a document: `make` is given the whole line too.
    pub fn read_lines_with<T: Send>(
        self,
        make: impl Fn(Document, &str) -> Result<T, NotDocument> + Sync,
    ) -> Vec<Read<T>> {
        self.each(|unread, problems| unread.read_line(problems, &make))
    }

    fn each<T: Send>(self, read: impl Fn(Unread, &mut Vec<Problem>) -> Option<T> + Sync) -> Vec<Read<T>> {
        let read = |item: Result<Unread, Problem>| match item {
            Ok(unread) => {
                let mut problems = Vec::new();
                let place = unread.place();
                let document = read(unread, &mut problems);
                Read { document, place, problems }
            }
            Err(problem) => Read { document: None, place: None, problems: vec![problem] },
        };
        self.items.into_par_iter().map(read).collect()
    }
}

/// A path for people: control characters in a file's name must not reach a terminal.
pub(crate) fn shown(path: &Path) -> String {
    let shown = |c: char| if c.is_control() { c.escape_default().to_string() } else { c.to_string() };
    path.to_string_lossy().chars().map(shown).collect()
}
