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
    /// A person.
    pub person: bool,
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
    #[serde(default)]
    of: Option<CompactString>,
    #[serde(rename = "symbol")]
    _symbol: Option<IgnoredAny>,
    #[serde(default, rename = "synonyms")]
    _synonyms: IgnoredAny,
}

/// The group of nouns that measure, and so can be divided.
const MEASURE: &str = "measure";
/// The groups of nouns that are persons.
const PERSONS: [&str; 9] =
    ["person", "killed", "victim", "injured", "missing", "detained", "displaced", "nationality", "soldier"];

impl Lexicon {
    pub(super) fn load_nouns(&mut self) -> Result<(), LexiconError> {
        let file: File = read!("nouns")?;
        for (id, RawNoun { noun, forms, plural, group, divisible, of, .. }) in (0..).zip(file.noun) {
            let person = PERSONS.contains(&group);
            for form in &forms {
                let plural = plural.contains(form);
                self.add(form, Sense::Noun(Noun { id, plural, whole: group != MEASURE && !divisible, person }));
            }
            self.sorts.extend(of.map(|of| (noun.clone(), of)));
            self.nouns.push(noun);
        }
        Ok(())
    }
}
