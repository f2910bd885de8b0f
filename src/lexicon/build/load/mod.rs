//! Loading: one function a file of `rules/lexicon`, each from its TOML form to [`Sense`]s.
//! Not here: what the words mean to the program (`src/lexicon`).

mod bound;
mod date;
mod measure;
mod money;
mod noun;
mod number;
mod place;
mod rates;
mod relation;
mod slip;
mod table;
mod time;

use crate::lexicon::facts::Facts;
use crate::lexicon::{Relation, Sense};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::str::FromStr;
use std::{fmt, fs};
use table::Table;

/// A lexicon file that cannot be used.
#[derive(Debug)]
pub struct LexiconError {
    file: &'static str,
    message: String,
}

impl fmt::Display for LexiconError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "rules/lexicon/{}: {}", self.file, self.message)
    }
}

impl Error for LexiconError {}

/// Words and phrases of one meaning.
type Words = Vec<String>;

/// A section of a file that has words and nothing else.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    words: Words,
}

/// Reads one file.
fn read<T: DeserializeOwned>(file: &'static str) -> Result<T, LexiconError> {
    let wrong = |message| LexiconError { file, message };
    let text = fs::read_to_string(Path::new("rules/lexicon").join(file)).map_err(|error| wrong(error.to_string()))?;
    toml::from_str(&text).map_err(|error| wrong(error.to_string()))
}

/// The words of the language, as they are read from the files.
#[derive(Default)]
pub struct Lexicon {
    words: Table<Sense>,
    relations: Table<Relation>,
    facts: Facts,
}

impl Lexicon {
    /// Loads the files.
    pub fn load() -> Result<Lexicon, LexiconError> {
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

    /// Teaches the lexicon that `phrase` has the meaning `sense`.
    fn add(&mut self, phrase: &str, sense: Sense) {
        if let Some(only) = self.words.add(phrase, sense, sense.kind()) {
            self.add_slip(only, sense);
        }
    }

    /// Teaches it that each of `phrases` has the meaning `sense`.
    fn add_all(&mut self, phrases: &[String], sense: Sense) {
        phrases.iter().for_each(|phrase| self.add(phrase, sense));
    }

    /// Teaches it phrases whose meanings depend on the keys that they stand under.
    fn add_under<T>(
        &mut self,
        file: &'static str,
        phrases: &BTreeMap<String, Words>,
        value: fn(&str) -> Result<T, String>,
        sense: impl Fn(T) -> Sense,
    ) -> Result<(), LexiconError> {
        for (key, phrases) in phrases {
            self.add_all(phrases, sense(value(key).map_err(|message| LexiconError { file, message })?));
        }
        Ok(())
    }

    /// Writes it down for the program.
    pub fn write(&self, out: &Path) -> Result<(), Box<dyn Error>> {
        let large = "the lexicon has outgrown its table";
        fs::write(out.join("words"), self.words.write().ok_or(large)?)?;
        fs::write(out.join("relations"), self.relations.write().ok_or(large)?)?;
        fs::write(out.join("facts"), postcard::to_stdvec(&self.facts)?)?;
        Ok(())
    }
}

/// The value that a key names as TOML would.
fn named<T: DeserializeOwned>(key: &str) -> Result<T, String> {
    toml::Value::String(key.to_string()).try_into().map_err(|error| error.to_string())
}

/// The number that a key is.
fn numbered<T: FromStr>(key: &str) -> Result<T, String> {
    key.parse().map_err(|_| format!("`{key}` is not a number that fits here"))
}
