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

impl Lexicon {
    /// Loads the files that are built into the program.
    pub(super) fn load() -> Result<Lexicon, LexiconError> {
        let mut lexicon = Lexicon::default();
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

/// Reads one file; the error says line and column.
pub(super) fn parse<T: serde::de::DeserializeOwned>(file: &'static str, text: &str) -> Result<T, LexiconError> {
    toml::from_str(text).map_err(|error| LexiconError { file, message: error.to_string() })
}
