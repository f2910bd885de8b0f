//! Which files are read: the paths given, folders with all that they hold, and JSONL files line by line.
//! Not here: what is in a file (`unread.rs`).

use super::catalog::{self, Catalogs, Metadata, Sources};
use super::format::Format;
use super::lines::{Line, Lines};
use super::unread::{Origin, Unread, read_at_most};
use super::{Problem, STDIN, STDIN_NAME, ours};
use rustc_hash::FxHashSet;
use std::collections::{BTreeSet, VecDeque};
use std::fs::Metadata as FileMetadata;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use walkdir::{DirEntry, FilterEntry, WalkDir};

/// The endings of the files that are read in folders.
pub const EXTENSIONS: [&str; 6] = [".txt", ".md", ".html", ".htm", ".jsonl", ".ndjson"];

/// The documents at some paths, not yet decoded, in an order that depends on their names alone.
pub struct Walk {
    paths: std::vec::IntoIter<PathBuf>,
    folder: Option<Folder>,
    lines: Option<OpenLines>,
    catalogs: Catalogs,
    /// The files met, each by its one true path: a file that is met twice is read once.
    seen: FxHashSet<PathBuf>,
    problems: VecDeque<Problem>,
}

/// What a folder and those in it hold, hidden files and folders left out.
type Entries = FilterEntry<walkdir::IntoIter, fn(&DirEntry) -> bool>;

/// A folder being walked.
struct Folder {
    root: PathBuf,
    entries: Entries,
    /// Whether any document was met in it.
    any: bool,
    /// How many files were passed over that may hold articles, and how their names end.
    passed_over: usize,
    endings: BTreeSet<String>,
}

impl Folder {
    fn pass_over(&mut self, entry: &DirEntry) {
        if entry.file_type().is_file() && Format::may_hold_articles(entry.path()) && !is_report(entry.path()) {
            self.passed_over += 1;
            let ending = entry.path().extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
            self.endings.extend(ending.map(|ending| format!(".{ending}")));
        }
    }

    /// What is told at the end of it.
    fn end(self) -> Option<Problem> {
        match self {
            Folder { root, any: false, .. } => Some(Problem::EmptyFolder { path: root }),
            Folder { passed_over: 0, .. } => None,
            Folder { root, passed_over, endings, .. } => {
                Some(Problem::PassedOver { path: root, endings: endings.into_iter().collect(), count: passed_over })
            }
        }
    }
}

/// A JSONL file being read.
struct OpenLines {
    path: Arc<Path>,
    lines: Lines,
    metadata: Metadata,
    /// Whether the user named it.
    named: bool,
}

impl Walk {
    /// A walk over these files and folders; `-` is standard input. `sources` tell of what is not in a `sources.toml`.
    pub fn new(paths: &[PathBuf], mut sources: Sources) -> Walk {
        let mut paths = paths.to_vec();
        paths.sort();
        paths.dedup();
        Walk {
            paths: paths.into_iter(),
            folder: None,
            lines: None,
            problems: std::mem::take(&mut sources.problems).into(),
            catalogs: Catalogs::new(sources),
            seen: FxHashSet::default(),
        }
    }

    /// The next line of the open JSONL file.
    fn next_line(&mut self) -> Option<Result<Unread, Problem>> {
        let open = self.lines.as_mut()?;
        let path = || open.path.to_path_buf();
        let item = match open.lines.next() {
            Ok(Some((line, Line::Bytes(bytes)))) => {
                let origin = Origin::Line { path: Arc::clone(&open.path), line, bytes };
                return Some(Ok(Unread { origin, metadata: open.metadata.clone(), named: open.named }));
            }
            Ok(Some((line, Line::TooLong))) => return Some(Err(Problem::LongLine { path: path(), line })),
            Ok(None) => (!open.lines.any).then(|| Err(Problem::Empty { path: path() })),
            Err(error) => Some(Err(Problem::Unreadable { path: path(), error })),
        };
        self.lines = None;
        item
    }

    /// The next file of the folder being walked.
    fn next_in_folder(&mut self) -> Option<Result<Unread, Problem>> {
        loop {
            let folder = self.folder.as_mut()?;
            let Some(entry) = folder.entries.next() else {
                return self.folder.take()?.end().map(Err);
            };
            let found = match entry {
                Ok(entry) => {
                    let Some(format) = format_in_folder(&entry) else {
                        folder.pass_over(&entry);
                        continue;
                    };
                    folder.any = true;
                    let root = folder.root.clone();
                    let size = entry.metadata().map_or(0, |metadata| metadata.len());
                    self.file(&root, entry.path(), format, size)
                }
                // A link to a folder that holds it: what it holds is read already.
                Err(error) if error.loop_ancestor().is_some() => continue,
                Err(error) => {
                    let path = error.path().unwrap_or(&folder.root).to_path_buf();
                    folder.any = true;
                    Some(Err(problem(path, without_path(error))))
                }
            };
            if found.is_some() || self.lines.is_some() {
                return found;
            }
        }
    }

    /// Begins with the next path given.
    fn next_path(&mut self, path: PathBuf) -> Option<Result<Unread, Problem>> {
        if path.as_os_str() == STDIN {
            let lines = Lines::stdin();
            return self.open_lines(Path::new(STDIN_NAME), lines, Metadata::default());
        }
        let metadata: FileMetadata = match std::fs::metadata(&path) {
            Ok(metadata) => metadata,
            Err(error) => return Some(Err(problem(path, error))),
        };
        if metadata.is_dir() {
            let entries = entries(&path);
            self.folder = Some(Folder { root: path, entries, any: false, passed_over: 0, endings: BTreeSet::new() });
            return None;
        }
        let root = path.parent().map(Path::to_path_buf).unwrap_or_default();
        match Format::of(&path) {
            Format::Json => Some(Err(Problem::Json { path })),
            format => {
                self.problems.extend((format == Format::Table).then(|| Problem::Table { path: path.clone() }));
                self.file(&root, &path, format, metadata.len())
            }
        }
    }

    fn file(&mut self, root: &Path, path: &Path, format: Format, size: u64) -> Option<Result<Unread, Problem>> {
        if std::fs::canonicalize(path).is_ok_and(|path| !self.seen.insert(path)) {
            return None;
        }
        let mut problems = Vec::new();
        let metadata = self.catalogs.metadata(root, path, &mut problems);
        let named = self.folder.is_none();
        self.problems.extend(problems);
        if format == Format::Lines {
            return self.open_lines(path, Lines::open(path), metadata);
        }
        let origin = Origin::File { path: path.to_path_buf(), format, size };
        Some(Ok(Unread { origin, metadata, named }))
    }

    fn open_lines(
        &mut self,
        path: &Path,
        lines: io::Result<Result<Lines, super::NotText>>,
        metadata: Metadata,
    ) -> Option<Result<Unread, Problem>> {
        match lines {
            Ok(Ok(lines)) => {
                self.lines = Some(OpenLines { path: path.into(), lines, metadata, named: self.folder.is_none() });
                None
            }
            Ok(Err(reason)) => Some(Err(Problem::NotText { path: path.to_path_buf(), reason })),
            Err(error) => Some(Err(problem(path.to_path_buf(), error))),
        }
    }
}

impl Iterator for Walk {
    type Item = Result<Unread, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(problem) = self.problems.pop_front() {
                return Some(Err(problem));
            }
            let found = if self.lines.is_some() {
                self.next_line()
            } else if self.folder.is_some() {
                self.next_in_folder()
            } else {
                let path = self.paths.next()?;
                self.next_path(path)
            };
            if found.is_some() {
                return found;
            }
        }
    }
}

fn entries(folder: &Path) -> Entries {
    let entries = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
    entries.filter_entry(is_shown as fn(&DirEntry) -> bool)
}

/// How much of a file tells whether it is a report for tools.
const HEAD: u64 = 512;

/// Whether a file begins as our reports for tools do, which stand beside articles.
fn is_report(path: &Path) -> bool {
    let head = read_at_most(path, HEAD).unwrap_or_default();
    ours::begins(String::from_utf8_lossy(&head).trim_start_matches('\u{FEFF}'))
}

/// How an entry of a folder is read; none where it is passed over.
fn format_in_folder(entry: &DirEntry) -> Option<Format> {
    let format = Format::of(entry.path());
    (entry.file_type().is_file() && !matches!(format, Format::Other | Format::Json | Format::Table)).then_some(format)
}

/// The files that are read in a folder, and how.
pub(super) fn files(folder: &Path) -> impl Iterator<Item = (PathBuf, Format)> {
    entries(folder).filter_map(Result::ok).filter_map(|entry| {
        let format = format_in_folder(&entry)?;
        Some((entry.into_path(), format))
    })
}

/// The catalogs of sources in a folder and in the folders right in it: no more is looked through for what is only told.
pub fn catalogs_in(folder: &Path) -> Vec<PathBuf> {
    let near = WalkDir::new(folder).max_depth(2).sort_by_file_name().into_iter().filter_entry(is_shown);
    let files = near.filter_map(Result::ok).map(DirEntry::into_path);
    files.filter(|path| path.file_name().is_some_and(|name| name == catalog::FILE)).collect()
}

/// What is wrong with the paths themselves, before anything is read.
pub fn not_there(paths: &[PathBuf]) -> impl Iterator<Item = Problem> {
    let given = paths.iter().filter(|path| path.as_os_str() != STDIN);
    given.filter_map(|path| Some(problem(path.clone(), std::fs::metadata(path).err()?)))
}

/// What the system said, without the path that we tell ourselves.
fn without_path(error: walkdir::Error) -> io::Error {
    let told = error.to_string();
    error.into_io_error().unwrap_or_else(|| io::Error::other(told))
}

fn problem(path: PathBuf, error: io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::NotFound => Problem::Missing { path },
        _ => Problem::Unreadable { path, error },
    }
}

/// Whether an entry is not hidden; what the user names is never hidden.
fn is_shown(entry: &DirEntry) -> bool {
    entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".")
}
