//! The units of time, from `time.toml`.
//! Not here: months and weekdays, and how lengths of time are read (`extract/`).

use super::load::{LexiconError, read};
use super::{Form, Lexicon, Sense};
use crate::figure::Period;
use rust_decimal::Decimal;
use serde::Deserialize;

/// A unit of ISO 8601.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl TimeUnit {
    /// So many of this unit.
    pub fn period(self, count: Decimal) -> Period {
        let mut period = Period::default();
        let slot = match self {
            TimeUnit::Second => &mut period.seconds,
            TimeUnit::Minute => &mut period.minutes,
            TimeUnit::Hour => &mut period.hours,
            TimeUnit::Day => &mut period.days,
            TimeUnit::Week => &mut period.weeks,
            TimeUnit::Month => &mut period.months,
            TimeUnit::Year => &mut period.years,
        };
        *slot = count;
        period
    }
}

/// A noun of time: «شهر», «عقدين».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// The unit that it is counted in.
    pub unit: TimeUnit,
    /// How many of the unit one of it is: a decade is ten years.
    pub times: u16,
    /// What half of one is called, where a smaller unit has a whole number of it.
    pub half: Option<(TimeUnit, u8)>,
    /// How it is inflected.
    pub form: Form,
}

/// A word beside a unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimePhrase {
    /// After one unit: it is one whole.
    Whole,
    /// After one unit: it is a length.
    OfTime,
    /// Before one unit: it is a length.
    Since,
    /// After a definite length: «المقبلة».
    Near,
    /// Before a number of years: «سن».
    Age,
    /// After a number of years: «من عمره».
    OfAge,
}

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
        let file: File = read!("time")?;
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
