//! Loading: one function a file of `rules/lexicon`, each from its TOML form to [`Sense`]s.

use super::Lexicon;

/// A lexicon file that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("rules/lexicon/{file}: {message}")]
pub struct LexiconError {
    /// The file's name.
    pub file: &'static str,
    /// What is wrong, and where.
    pub message: String,
}

/// About how many words there are.
const WORDS: usize = 28_000;

impl Lexicon {
    /// Loads the files that are built into the program.
    pub(super) fn load() -> Result<Lexicon, LexiconError> {
        let mut lexicon = Lexicon::default();
        lexicon.words.reserve(WORDS);
        lexicon.load_relations()?;
        lexicon.load_rates()?;
        lexicon.load_numbers()?;
        lexicon.load_times()?;
        lexicon.load_dates()?;
        lexicon.load_bounds()?;
        lexicon.load_measures()?;
        lexicon.load_currencies()?;
        lexicon.load_places()?;
        lexicon.load_nouns()?;
        Ok(lexicon)
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
