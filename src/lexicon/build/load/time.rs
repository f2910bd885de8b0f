//! `time.toml`.

use super::{Lexicon, LexiconError, read};
use crate::lexicon::{Form, Sense, Time, TimePhrase, TimeUnit};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    time: Vec<Entry>,
    words: Words,
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
        ];
        for (words, phrase) in lists {
            words.iter().for_each(|word| self.add(word, Sense::TimePhrase(phrase)));
        }
        Ok(())
    }
}
