//! `nouns.toml`.

use super::{Lexicon, LexiconError, Words, read};
use crate::lexicon::{Counted, Noun, Sense};
use compact_str::CompactString;
use rust_decimal::Decimal;
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dimensions {
    unit: Vec<Size>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Size {
    dimension: String,
    size: Decimal,
    words: Words,
}

/// What is told in two units at once: «طنان و300 كيلوغرام»; «1 تيرابايت و512 غيغابايت» are two sizes.
const COMPOUND: [&str; 5] = ["length", "area", "mass", "volume", "points"];

impl Dimensions {
    /// What a noun measures, as the place of the first unit of that, and its size in it; none where two units are never one
    /// measure.
    fn of(&self, noun: &str) -> Option<(u8, Decimal)> {
        let unit = self.unit.iter().find(|unit| unit.words.iter().any(|word| word == noun))?;
        COMPOUND.contains(&unit.dimension.as_str()).then_some(())?;
        let first = self.unit.iter().position(|first| first.dimension == unit.dimension)?;
        Some((first.try_into().ok()?, unit.size))
    }
}

/// The group of nouns that measure, and so can be divided.
const MEASURE: &str = "measure";
/// The group of nouns that carry persons.
const CARRIERS: &str = "vehicle";

/// The groups of nouns that are persons.
const PERSONS: [&str; 9] =
    ["person", "killed", "victim", "injured", "missing", "detained", "displaced", "nationality", "soldier"];

impl Lexicon {
    pub(super) fn load_nouns(&mut self) -> Result<(), LexiconError> {
        let file: File = read("nouns.toml")?;
        let dimensions: Dimensions = read("dimensions.toml")?;
        for (id, RawNoun { noun, forms, plural, group, divisible, signed, of, .. }) in (0..).zip(file.noun) {
            let person = PERSONS.contains(&group.as_str());
            let carrier = group == CARRIERS;
            for form in &forms {
                let plural = plural.contains(form);
                let whole = group != MEASURE && !divisible;
                self.add(form, Sense::Noun(Noun { id, plural, whole, signed, person, carrier }));
            }
            self.facts.sorts.extend(of.map(|of| (noun.clone(), of)));
            self.facts.counted.push(Counted::of(&noun, &forms, &plural));
            self.facts.sizes.push(dimensions.of(&noun));
            self.facts.nouns.push(noun);
        }
        Ok(())
    }
}
