//! `time.toml`.

use super::{Lexicon, LexiconError, Words, numbered, read};
use crate::lexicon::{Form, Sense, Time, TimePhrase, TimeUnit};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    time: Vec<Entry>,
    words: Phrases,
    years_of_life: BTreeMap<String, Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrases {
    whole: Words,
    of_time: Words,
    since: Words,
    near: Words,
    age: Words,
    of_age: Words,
    young: Words,
    reached: Words,
    being: Words,
    who: Words,
    owners: Words,
    contracted: Words,
    spanning: Words,
    sold: Words,
    pieces: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    unit: TimeUnit,
    #[serde(default = "once")]
    times: u16,
    half: Option<(TimeUnit, u8)>,
    singular: Words,
    #[serde(default)]
    accusative: Words,
    dual: Words,
    #[serde(default)]
    construct: Words,
    plural: Words,
    #[serde(default)]
    owned: Words,
}

fn once() -> u16 {
    1
}

impl Lexicon {
    /// Loads `time.toml`.
    pub(super) fn load_times(&mut self) -> Result<(), LexiconError> {
        let file: File = read("time.toml")?;
        for Entry { unit, times, half, singular, accusative, dual, construct, plural, owned } in &file.time {
            let forms = [
                (Form::Singular, singular),
                (Form::Accusative, accusative),
                (Form::Dual, dual),
                (Form::Construct, construct),
                (Form::Plural, plural),
                (Form::Owned, owned),
            ];
            for (form, words) in forms {
                let time = Time { unit: *unit, times: *times, half: *half, form };
                self.add_all(words, Sense::Time(time));
            }
        }
        let lists = [
            (&file.words.whole, TimePhrase::Whole),
            (&file.words.of_time, TimePhrase::OfTime),
            (&file.words.since, TimePhrase::Since),
            (&file.words.near, TimePhrase::Near),
            (&file.words.age, TimePhrase::Age),
            (&file.words.of_age, TimePhrase::OfAge),
            (&file.words.young, TimePhrase::Young),
            (&file.words.reached, TimePhrase::Reached),
            (&file.words.being, TimePhrase::Being),
            (&file.words.who, TimePhrase::Who),
            (&file.words.owners, TimePhrase::Owner),
            (&file.words.contracted, TimePhrase::Contracted),
            (&file.words.spanning, TimePhrase::Spanning),
            (&file.words.sold, TimePhrase::Sold),
            (&file.words.pieces, TimePhrase::Piece),
        ];
        for (words, phrase) in lists {
            self.add_all(words, Sense::TimePhrase(phrase));
        }
        let of_life = |year| Sense::TimePhrase(TimePhrase::YearOfLife(year));
        self.add_under("time.toml", &file.years_of_life, numbered, of_life)
    }
}
