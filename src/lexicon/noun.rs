//! Nouns that news counts, from `nouns.toml`.

use super::load::{LexiconError, read};
use super::{Lexicon, Sense};
use compact_str::CompactString;
use serde::Deserialize;
use serde::de::IgnoredAny;

/// A form of a noun that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// Index into [`Lexicon::nouns`].
    pub id: u16,
    /// A plural.
    pub plural: bool,
    /// It comes in whole numbers.
    pub whole: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<'a> {
    #[serde(borrow)]
    noun: Vec<RawNoun<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNoun<'a> {
    noun: CompactString,
    #[serde(borrow)]
    forms: Vec<&'a str>,
    #[serde(default, borrow)]
    plural: Vec<&'a str>,
    group: &'a str,
    #[serde(default)]
    divisible: bool,
    #[serde(rename = "symbol")]
    _symbol: Option<IgnoredAny>,
    #[serde(rename = "to")]
    _to: Option<Reckoned>,
    #[serde(default, rename = "synonyms")]
    _synonyms: IgnoredAny,
}

/// The sizes of measures are for those who compare them, not for those who read them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reckoned {
    #[serde(rename = "unit")]
    _unit: String,
    #[serde(rename = "factor")]
    _factor: String,
}

/// The group of nouns that measure, and so can be divided.
const MEASURE: &str = "measure";

impl Lexicon {
    pub(super) fn load_nouns(&mut self) -> Result<(), LexiconError> {
        let file: File = read!("nouns")?;
        for (id, RawNoun { noun, forms, plural, group, divisible, .. }) in (0..).zip(file.noun) {
            for form in &forms {
                let plural = plural.contains(form);
                self.add(form, Sense::Noun(Noun { id, plural, whole: group != MEASURE && !divisible }));
            }
            self.nouns.push(noun);
        }
        Ok(())
    }
}
