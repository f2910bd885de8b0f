//! Loading: what the build has made of `rules/lexicon` (`build/load`).

use super::find::Table;
use super::{Background, Lexicon, Relation, Sense};

/// A lexicon file that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("rules/lexicon/{file}: {message}")]
pub struct LexiconError {
    /// The file's name.
    pub file: &'static str,
    /// What is wrong, and where.
    pub message: String,
}

impl Lexicon {
    /// The lexicon that is built into the program; none, if the build has made something else.
    pub(super) fn load() -> Option<Lexicon> {
        let words: Table<Sense> = Table::read(include_bytes!(concat!(env!("OUT_DIR"), "/lexicon/words")))?;
        let relations: Table<Relation> = Table::read(include_bytes!(concat!(env!("OUT_DIR"), "/lexicon/relations")))?;
        let facts = postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/lexicon/facts"))).ok()?;
        Some(Lexicon { words, relations, facts })
    }
}

impl Background {
    /// The background that is built into the program.
    pub(crate) fn load() -> Result<Background, LexiconError> {
        let message = "the build has made something else of it".to_string();
        let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/background"));
        Background::read(bytes).ok_or(LexiconError { file: "background.toml", message })
    }
}

/// Reads a file of `rules/lexicon` by its name: its JSON, which the build has made of it (`build.rs`).
macro_rules! read {
    ($name:literal) => {
        $crate::lexicon::parse(
            concat!($name, ".toml"),
            include_str!(concat!(env!("OUT_DIR"), "/lexicon/", $name, ".json")),
        )
    };
}

pub(crate) use read;

/// Reads one file.
pub(crate) fn parse<T: serde::Deserialize<'static>>(file: &'static str, json: &'static str) -> Result<T, LexiconError> {
    serde_json::from_str(json).map_err(|error| LexiconError { file, message: error.to_string() })
}
