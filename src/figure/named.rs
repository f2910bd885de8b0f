//! What has a name in the data and in JSON: bounds, calendars, days of the week.

use serde::{Deserialize, Serialize};

/// The bound of a [`super::Bounded`] value, as JSON names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The same words as `super::Bounded`, explained there.
pub enum Bound {
    Exact,
    About,
    AtLeast,
    AtMost,
    Range,
    Vague,
}

/// Which calendar a date was written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Calendar {
    /// The common calendar.
    #[default]
    Gregorian,
    /// The Islamic calendar, by Umm al-Qura.
    Hijri,
}

/// A day of the week, Monday first as ISO 8601 counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}
