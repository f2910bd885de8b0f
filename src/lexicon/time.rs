//! The units of time, from `time.toml`.
//! Not here: months and weekdays, and how lengths of time are read (`extract/`).

use super::Form;
use serde::{Deserialize, Serialize};

/// A unit of ISO 8601.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
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

/// A noun of time: «شهر», «عقدين».
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TimePhrase {
    /// After one unit: it is one whole.
    Whole,
    /// After one unit: it is a length.
    OfTime,
    /// Before one unit: it is a length.
    Since,
    /// Before a number of units: it is a length.
    Spanning,
    /// After a definite length: «المقبلة».
    Near,
    /// Before a number of years: «سن».
    Age,
    /// After a number of years: «من عمره».
    OfAge,
    /// Before a year of life: «أطفال».
    Young,
    /// Before a year of life that is no hour: «بلغ».
    Reached,
    /// Before «في» and a year of life: «كان».
    Being,
    /// The same, with a word between or without: «هو».
    Who,
    /// Before a year of life: «ذو».
    Owner,
    /// After a number: so many hundredths, or thousandths.
    Piece,
    /// After «عقود»: they are contracts and no decades.
    Contracted,
    /// Before thousands of «ساعة»: they are watches and no hours.
    Sold,
    /// Which year of life: «الخامسة».
    YearOfLife(u8),
}
