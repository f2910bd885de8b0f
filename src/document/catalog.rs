//! `sources.toml`: who published the files of a folder, and when; and the same from a configuration.
//! One table a file, or a folder for all that it holds: `["a.txt"] publisher = "…", published = 2025-02-12, url = "…"`.

use super::place::place;
use super::{Document, Problem, day};
use jiff::civil::Date;
use serde::{Deserialize, Serialize, Serializer};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The name of the file in each folder.
pub const FILE: &str = "sources.toml";

/// The key of the day of publication.
pub(super) const PUBLISHED: &str = "published";

/// What is known of a document beside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Metadata {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "day_as_text")]
    pub published: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}

fn day_as_text<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    day.map(|day| day.to_string()).serialize(serializer)
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
        Document { id, text, above: 0, title, publisher, published, url, lang, record: None }
    }
}

/// What is said of a file or a folder, as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    title: Option<String>,
    publisher: Option<String>,
    published: Option<toml::Spanned<Written>>,
    url: Option<String>,
    lang: Option<String>,
}

/// A day as TOML's own date, or as text.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Written {
    Toml(toml::value::Datetime),
    Text(String),
}

/// What is known of each file, by its path below the folder.
pub(super) type Catalog = BTreeMap<String, Metadata>;

/// Who published files and folders, as a configuration says it.
#[derive(Debug, Default)]
pub struct Sources {
    /// The folder that the paths begin in.
    root: PathBuf,
    catalog: Catalog,
    pub(super) problems: Vec<Problem>,
}

/// As a configuration says it.
impl Serialize for Sources {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.catalog.serialize(serializer)
    }
}

impl Sources {
    /// Those that the file `path` tells in its `text`, by their paths below its folder.
    pub fn new(path: &Path, text: &str, sources: BTreeMap<String, Source>) -> Sources {
        let root = path.parent().map(Path::to_path_buf).unwrap_or_default();
        let mut problems = Vec::new();
        let catalog = catalog(path, text, sources, &mut problems);
        problems.extend(unknown_files(path, &root, &catalog));
        Sources { root: std::path::absolute(&root).unwrap_or(root), catalog, problems }
    }

    fn of(&self, file: &Path) -> Metadata {
        if self.catalog.is_empty() {
            return Metadata::default();
        }
        let file = std::path::absolute(file).unwrap_or_else(|_| file.to_path_buf());
        file.strip_prefix(&self.root).map(|name| of_nearest(&self.catalog, name)).unwrap_or_default()
    }
}

/// What a catalog says of a file, and of the folders that it is in; the nearest has the last word.
fn of_nearest(catalog: &Catalog, name: &Path) -> Metadata {
    let mut metadata = Metadata::default();
    for path in name.ancestors() {
        let key: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        if let Some(entry) = catalog.get(&key.join("/")) {
            metadata = metadata.or(entry.clone());
        }
    }
    metadata
}

/// The catalogs of the folders met, each read once.
#[derive(Debug)]
pub(super) struct Catalogs {
    read: BTreeMap<PathBuf, Arc<Catalog>>,
    /// What is said of files that are in no catalog.
    sources: Sources,
}

impl Catalogs {
    pub(super) fn new(sources: Sources) -> Catalogs {
        Catalogs { read: BTreeMap::new(), sources }
    }

    /// What the catalogs from the file's folder up to `root` say of it; the nearest has the last word.
    pub(super) fn metadata(&mut self, root: &Path, file: &Path, problems: &mut Vec<Problem>) -> Metadata {
        let mut metadata = Metadata::default();
        for folder in file.ancestors().skip(1) {
            let name = file.strip_prefix(folder).unwrap_or(file);
            metadata = metadata.or(of_nearest(&self.of(folder, problems), name));
            if folder == root || folder.as_os_str().is_empty() {
                break;
            }
        }
        metadata.or(self.sources.of(file))
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
    problems.extend(unknown_files(&path, folder, &catalog));
    catalog
}

fn unknown_files(path: &Path, folder: &Path, catalog: &Catalog) -> Vec<Problem> {
    let unknown = catalog.keys().filter(|file| !folder.join(file).exists());
    unknown.map(|file| Problem::UnknownFile { path: path.to_path_buf(), file: file.clone() }).collect()
}

/// Reads the text of a catalog; a file whose table is wrong keeps what is right of it.
pub(super) fn read(path: &Path, text: &str) -> (Catalog, Vec<Problem>) {
    let sources: BTreeMap<String, Source> = match toml::from_str(text) {
        Ok(sources) => sources,
        Err(error) => {
            let (line, column) = place(text.as_bytes(), error.span().map_or(0, |span| span.start));
            let reason = error.message().replace('\n', "; ");
            return (Catalog::new(), vec![Problem::BadCatalog { path: path.to_path_buf(), line, column, reason }]);
        }
    };
    let mut problems = Vec::new();
    (catalog(path, text, sources, &mut problems), problems)
}

/// The metadata of what the file `path` tells in its `text`.
fn catalog(path: &Path, text: &str, sources: BTreeMap<String, Source>, problems: &mut Vec<Problem>) -> Catalog {
    let mut day_of = |written: toml::Spanned<Written>| {
        let said = match written.get_ref() {
            Written::Toml(date) => date.to_string(),
            Written::Text(text) => text.clone(),
        };
        let day = day::day(&said);
        if day.is_none() {
            let (line, _) = place(text.as_bytes(), written.span().start);
            problems.push(Problem::BadDay { path: path.to_path_buf(), line, key: PUBLISHED.to_string(), text: said });
        }
        day
    };
    let mut metadata = |source: Source| Metadata {
        title: source.title,
        publisher: source.publisher,
        published: source.published.and_then(&mut day_of),
        url: source.url,
        lang: source.lang,
    };
    let name = |name: String| name.trim_end_matches('/').to_string();
    sources.into_iter().map(|(path, source)| (name(path), metadata(source))).collect()
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
            ("[\"a.txt\"]\npublished = \"أمس\"\n", "s/sources.toml:2: `published` is “أمس”"),
            ("[\"a.txt\"]\npublished = 10:30:00\n", "s/sources.toml:2: `published` is “10:30:00”"),
        ] {
            let (_, problems) = read(Path::new("s/sources.toml"), text);
            assert_eq!(problems.len(), 1, "{text}");
            assert!(problems[0].to_string().starts_with(want), "{}", problems[0]);
        }
    }
}
