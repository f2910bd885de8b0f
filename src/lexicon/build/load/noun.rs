//! `nouns.toml`.

use super::{Lexicon, LexiconError, Words, read};
use crate::lexicon::{Counted, Noun, Sense};
use compact_str::CompactString;
use serde::Deserialize;
use serde::de::IgnoredAny;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    noun: Vec<RawNoun>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNoun {
    noun: CompactString,
    forms: Words,
    #[serde(default)]
    plural: Words,
    group: String,
    #[serde(default)]
    divisible: bool,
    #[serde(default)]
    signed: bool,
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
        let file: File = read("nouns.toml")?;
        for (id, RawNoun { noun, forms, plural, group, divisible, signed, of, .. }) in (0..).zip(file.noun) {
            let person = PERSONS.contains(&group.as_str());
            for form in &forms {
                let plural = plural.contains(form);
                let whole = group != MEASURE && !divisible;
                self.add(form, Sense::Noun(Noun { id, plural, whole, signed, person }));
            }
            self.facts.sorts.extend(of.map(|of| (noun.clone(), of)));
            self.facts.counted.push(Counted::of(&noun, &forms, &plural));
            self.facts.nouns.push(noun);
        }
        Ok(())
    }
}
