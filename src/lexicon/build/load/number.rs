//! `numbers.toml`.

use super::{Lexicon, LexiconError, Section, Words, read};
use crate::lexicon::{Form, Number, Sense};
use compact_str::CompactString;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    unit: Vec<Valued<u8>>,
    bound_unit: Vec<Valued<u8>>,
    ten: Section,
    teen: Vec<Valued<u8>>,
    tens: Vec<Valued<u8>>,
    hundred: Vec<Valued<u16>>,
    joined_hundred: Vec<Valued<u16>>,
    scale: Vec<Scale>,
    latin: Vec<Latin>,
    magnitude: Vec<Valued<u16>>,
    few: Section,
    fraction: Vec<Fraction>,
    owners: Words,
    owned: Vec<Parts>,
    parts: Vec<Parts>,
    minus: Section,
    negative: Section,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Valued<T> {
    value: T,
    words: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scale {
    power: u8,
    singular: Words,
    accusative: Words,
    dual: Words,
    construct: Words,
    plural: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Latin {
    power: u8,
    words: Words,
    letters: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fraction {
    parts: u8,
    of: u8,
    words: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    of: u8,
    words: Words,
}

impl Lexicon {
    /// Loads `numbers.toml`.
    pub(super) fn load_numbers(&mut self) -> Result<(), LexiconError> {
        let file: File = read("numbers.toml")?;
        let mut add = |words: &[String], number: Number| {
            self.add_all(words, Sense::Number(number));
            // «إلا» before a part, «ناقص», and the parts, are words of their own elsewhere; of Latin ones none is meant.
            let part = matches!(number, Number::PartOf { .. } | Number::Parts { .. } | Number::PartsOf { .. });
            let own = part || matches!(number, Number::Minus | Number::Negative);
            if !own && !matches!(number, Number::Latin { .. } | Number::Letter { .. }) {
                self.facts.numbers.extend(words.iter().map(CompactString::from));
            }
        };
        file.unit.iter().for_each(|entry| add(&entry.words, Number::Unit(entry.value)));
        file.bound_unit.iter().for_each(|entry| add(&entry.words, Number::BoundUnit(entry.value)));
        add(&file.ten.words, Number::Ten);
        file.teen.iter().for_each(|entry| add(&entry.words, Number::Teen(entry.value)));
        file.tens.iter().for_each(|entry| add(&entry.words, Number::Tens(entry.value)));
        file.hundred.iter().for_each(|entry| add(&entry.words, Number::Hundred(entry.value)));
        let is_one = |entry: &&Valued<u16>| entry.value == 100;
        let one_hundred: Words = file.hundred.iter().filter(is_one).flat_map(|entry| entry.words.clone()).collect();
        for entry in &file.joined_hundred {
            add(&joined(&entry.words, &one_hundred), Number::Hundred(entry.value));
        }
        for Scale { power, singular, accusative, dual, construct, plural } in &file.scale {
            let forms = [
                (Form::Singular, singular),
                (Form::Accusative, accusative),
                (Form::Dual, dual),
                (Form::Construct, construct),
                (Form::Plural, plural),
            ];
            forms.iter().for_each(|(form, words)| add(words, Number::Scale { power: *power, form: *form }));
        }
        for Latin { power, words, letters } in &file.latin {
            add(words, Number::Latin { power: *power });
            add(letters, Number::Letter { power: *power });
        }
        file.magnitude.iter().for_each(|entry| add(&entry.words, Number::Magnitude(entry.value)));
        add(&file.few.words, Number::Few);
        file.fraction.iter().for_each(|entry| add(&entry.words, Number::Fraction { parts: entry.parts, of: entry.of }));
        for entry in &file.fraction {
            add(&joined(&entry.words, &file.owners), Number::PartOf { parts: entry.parts, of: entry.of });
        }
        for entry in &file.owned {
            add(&joined(&entry.words, &file.owners), Number::PartOf { parts: 1, of: entry.of });
        }
        for entry in &file.parts {
            add(&entry.words, Number::Parts { of: entry.of });
            add(&joined(&entry.words, &file.owners), Number::PartsOf { of: entry.of });
        }
        add(&file.minus.words, Number::Minus);
        add(&file.negative.words, Number::Negative);
        Ok(())
    }
}

/// Each word with each end written to it.
fn joined(words: &[String], ends: &[String]) -> Words {
    words.iter().flat_map(|word| ends.iter().map(move |end| format!("{word}{end}"))).collect()
}
