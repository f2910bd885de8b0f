//! `sources.toml`: who published the files of a folder, and when.
//! One table a file: `["a.txt"] publisher = "…", published = 2025-02-12, url = "…"`.

use super::place::place;
use super::{Document, Problem, day};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The name of the file in each folder.
pub(super) const FILE: &str = "sources.toml";

/// What is known of a document beside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Metadata {
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub published: Option<Date>,
    pub url: Option<String>,
    pub lang: Option<String>,
}

impl Metadata {
    /// These, and the others where these say nothing.
    pub(super) fn or(self, others: Metadata) -> Metadata {
        Metadata {
            title: self.title.or(others.title),
            publisher: self.publisher.or(others.publisher),
            published: self.published.or(others.published),
            url: self.url.or(others.url),
            lang: self.lang.or(others.lang),
        }
    }

    /// A document with this metadata.
    pub(super) fn document(self, id: String, text: String) -> Document {
        let Metadata { title, publisher, published, url, lang } = self;
        Document { id, text, title, publisher, published, url, lang }
    }
}

/// One file's table, as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    title: Option<String>,
    publisher: Option<String>,
    published: Option<toml::Spanned<Written>>,
    url: Option<String>,
    lang: Option<String>,
}

/// A day as TOML's own date, or as text.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Toml(toml::value::Datetime),
    Text(String),
}

/// What is known of each file, by its path below the folder.
pub(super) type Catalog = BTreeMap<String, Metadata>;

/// The catalogs of the folders met, each read once.
#[derive(Debug, Default)]
pub(super) struct Catalogs {
    read: BTreeMap<PathBuf, Arc<Catalog>>,
}

impl Catalogs {
    /// What the catalogs from the file's folder up to `root` say of it; the nearest has the last word.
    pub(super) fn metadata(&mut self, root: &Path, file: &Path, problems: &mut Vec<Problem>) -> Metadata {
        let mut metadata = Metadata::default();
        for folder in file.ancestors().skip(1) {
            let name = file.strip_prefix(folder).unwrap_or(file);
            let key: Vec<_> = name.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            if let Some(entry) = self.of(folder, problems).get(&key.join("/")) {
                metadata = metadata.or(entry.clone());
            }
            if folder == root || folder.as_os_str().is_empty() {
                break;
            }
        }
        metadata
    }

    fn of(&mut self, folder: &Path, problems: &mut Vec<Problem>) -> Arc<Catalog> {
        if let Some(catalog) = self.read.get(folder) {
            return Arc::clone(catalog);
        }
        let catalog = Arc::new(load(folder, problems));
        self.read.insert(folder.to_path_buf(), Arc::clone(&catalog));
        catalog
    }
}

fn load(folder: &Path, problems: &mut Vec<Problem>) -> Catalog {
    let path = folder.join(FILE);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Catalog::new(),
        Err(error) => {
            problems.push(Problem::Unreadable { path, error });
            return Catalog::new();
        }
    };
    let (catalog, wrong) = read(&path, &text);
    problems.extend(wrong);
    for file in catalog.keys().filter(|file| !folder.join(file).exists()) {
        problems.push(Problem::UnknownFile { path: path.clone(), file: file.clone() });
    }
    catalog
}

/// Reads the text of a catalog; a file whose table is wrong keeps what is right of it.
pub(super) fn read(path: &Path, text: &str) -> (Catalog, Vec<Problem>) {
    let entries: BTreeMap<String, Entry> = match toml::from_str(text) {
        Ok(entries) => entries,
        Err(error) => {
            let (line, column) = place(text.as_bytes(), error.span().map_or(0, |span| span.start));
            let reason = error.message().replace('\n', "; ");
            return (Catalog::new(), vec![Problem::BadCatalog { path: path.to_path_buf(), line, column, reason }]);
        }
    };
    let mut problems = Vec::new();
    let mut metadata = |entry: Entry| {
        let published = entry.published.and_then(|written| {
            let text_of = |written: &Written| match written {
                Written::Toml(date) => date.to_string(),
                Written::Text(text) => text.clone(),
            };
            let said = text_of(written.get_ref());
            let day = day::day(&said);
            if day.is_none() {
                let (line, _) = place(text.as_bytes(), written.span().start);
                problems.push(Problem::BadDay { path: path.to_path_buf(), line, text: said });
            }
            day
        });
        Metadata { title: entry.title, publisher: entry.publisher, published, url: entry.url, lang: entry.lang }
    };
    let catalog = entries.into_iter().map(|(file, entry)| (file, metadata(entry))).collect();
    (catalog, problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_read_and_errors_have_places() {
        let text = "[\"a.txt\"]\npublisher = \"واحة\"\npublished = 2025-02-12\n\n[\"sub/b.txt\"]\npublished = \"2025-02-12T10:00:00Z\"\n";
        let (catalog, problems) = read(Path::new("s/sources.toml"), text);
        assert!(problems.is_empty());
        assert_eq!(catalog["a.txt"].publisher.as_deref(), Some("واحة"));
        assert_eq!(catalog["a.txt"].published, catalog["sub/b.txt"].published);
        for (text, want) in [
            ("[\"a.txt\"]\npublishr = \"x\"\n", "s/sources.toml:2:1: unknown field `publishr`"),
            ("[\"a.txt\"\n", "s/sources.toml:1:9: "),
            ("[\"a.txt\"]\npublished = \"أمس\"\n", "s/sources.toml:2: `published` is «أمس»"),
            ("[\"a.txt\"]\npublished = 10:30:00\n", "s/sources.toml:2: `published` is «10:30:00»"),
        ] {
            let (_, problems) = read(Path::new("s/sources.toml"), text);
            assert_eq!(problems.len(), 1, "{text}");
            assert!(problems[0].to_string().starts_with(want), "{}", problems[0]);
        }
    }
}
