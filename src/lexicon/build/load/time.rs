//! `time.toml`.

use super::{Lexicon, LexiconError, read};
use crate::lexicon::{Form, Sense, Time, TimePhrase, TimeUnit};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    time: Vec<Entry>,
    words: Words,
    years_of_life: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    whole: Vec<String>,
    of_time: Vec<String>,
    since: Vec<String>,
    near: Vec<String>,
    age: Vec<String>,
    of_age: Vec<String>,
    young: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    unit: TimeUnit,
    #[serde(default = "once")]
    times: u16,
    half: Option<(TimeUnit, u8)>,
    singular: Vec<String>,
    #[serde(default)]
    accusative: Vec<String>,
    dual: Vec<String>,
    #[serde(default)]
    construct: Vec<String>,
    plural: Vec<String>,
}

fn once() -> u16 {
    1
}

impl Lexicon {
    /// Loads `time.toml`.
    pub(super) fn load_times(&mut self) -> Result<(), LexiconError> {
        let file: File = read("time.toml")?;
        for Entry { unit, times, half, singular, accusative, dual, construct, plural } in &file.time {
            let forms = [
                (Form::Singular, singular),
                (Form::Accusative, accusative),
                (Form::Dual, dual),
                (Form::Construct, construct),
                (Form::Plural, plural),
            ];
            for (form, words) in forms {
                let time = Time { unit: *unit, times: *times, half: *half, form };
                words.iter().for_each(|word| self.add(word, Sense::Time(time)));
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
        ];
        for (words, phrase) in lists {
            words.iter().for_each(|word| self.add(word, Sense::TimePhrase(phrase)));
        }
        for (year, words) in &file.years_of_life {
            let wrong = |_| LexiconError { file: "time.toml", message: format!("`{year}` is no year of life") };
            let year = year.parse().map_err(wrong)?;
            words.iter().for_each(|word| self.add(word, Sense::TimePhrase(TimePhrase::YearOfLife(year))));
        }
        Ok(())
    }
}
