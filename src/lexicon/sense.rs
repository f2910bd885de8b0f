//! What a word may mean.
//! Not here: the words that mean it (`rules/lexicon`), and how they are found (`find.rs`).

use super::{Bounding, DateWord, Exclusion, Kinds, Money, Multiple, Noun, Number, Percent, Place, Time, TimePhrase};
use serde::{Deserialize, Serialize};

/// One meaning of a word or phrase.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Sense {
    /// A word of dates.
    Date(DateWord),
    /// A word of a number.
    Number(Number),
    /// A unit of time.
    Time(Time),
    /// A word beside a unit of time.
    TimePhrase(TimePhrase),
    /// A word that bounds a number.
    Bound(Bounding),
    /// A word of money.
    Money(Money),
    /// What makes a number a percentage.
    Percent(Percent),
    /// A word of multiples.
    Multiple(Multiple),
    /// A word that tells that a number states no quantity.
    Exclusion(Exclusion),
    /// A noun that is counted.
    Noun(Noun),
    /// A word that tells which country a text speaks of.
    Place(Place),
}

/// How a noun that can be counted is inflected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// One, or the noun counted by 11 and more.
    Singular,
    /// One in the accusative: «عاما».
    Accusative,
    /// Two, standing alone: «عامين».
    Dual,
    /// Two, before another noun: «عامي».
    Construct,
    /// Several.
    Plural,
    /// Several of somebody or something: «أيامه».
    Owned,
}

impl Sense {
    /// What kind of meaning it is.
    pub(crate) fn kind(self) -> Kinds {
        match self {
            Sense::Date(word) => word.kind(),
            Sense::Number(_) => Kinds::NUMBER,
            Sense::Time(_) => Kinds::TIME,
            Sense::TimePhrase(TimePhrase::YearOfLife(_)) => Kinds::YEAR_OF_LIFE,
            Sense::TimePhrase(_) => Kinds::TIME_PHRASE,
            Sense::Bound(word) => word.kind(),
            Sense::Money(word) => word.kind(),
            Sense::Percent(Percent::After) => Kinds::PERCENT,
            Sense::Percent(Percent::Before) => Kinds::PERCENT_BEFORE,
            Sense::Multiple(Multiple::Twice | Multiple::TwoOccasions | Multiple::Double) => Kinds::TWICE,
            Sense::Multiple(_) => Kinds::MULTIPLE,
            Sense::Exclusion(word) => word.kind(),
            Sense::Noun(_) => Kinds::NOUN,
            Sense::Place(_) => Kinds::PLACE,
        }
    }
}
