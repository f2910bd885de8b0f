//! What rules look for.
//! Not here: what finds it (`own.rs`, `judge.rs`, `watch.rs`), and the rest of a rule (`check.rs`).

use serde::Deserialize;

/// What a rule looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finds {
    /// The same digits at another power of ten.
    Scale,
    /// The same number with another scale word: million for billion.
    Unit,
    /// The same digits in another order.
    Digits,
    /// Other numbers.
    Value,
    /// The same number in another currency.
    Currency,
    /// The same number in another unit of measure.
    Measure,
    /// The same size of a rise and of a fall.
    Turn,
    /// Other dates.
    Date,
    /// A value that another source's bound rules out.
    Bound,
    /// A number that changes as news come in.
    Evolution,
    /// A weekday that is not that of its day.
    Weekday,
    /// A day in two calendars that is not one day, or that no calendar has.
    Calendar,
    /// A Hijri day that is one off its Gregorian twin.
    Sighting,
    /// Two names of a month that differ.
    Month,
    /// Words and digits of one number.
    Words,
    /// A sum, a difference, or a percentage that does not follow.
    Arithmetic,
    /// One amount in two currencies at no rate that they have had.
    Exchange,
    /// A range that begins with its greater end.
    Range,
    /// A figure of the headline that the article denies.
    Title,
    /// A figure against what is known of a topic.
    Topic,
}
