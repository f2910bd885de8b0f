//! What a word may mean, and what may begin with it.
//! Not here: the words that mean it (`rules/lexicon`), and how they are found (`find.rs`).

use super::{Bounding, DateWord, Exclusion, Money, Multiple, Noun, Number, Percent, Place, Time, TimePhrase};
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
}

impl Sense {
    /// What may begin with it.
    pub(crate) fn begins(self) -> Begins {
        match self {
            Sense::Date(word) => word.begins(),
            Sense::Bound(word) => word.begins(),
            Sense::Money(Money::Noun { .. } | Money::Subunit { .. })
            | Sense::Multiple(Multiple::Twice | Multiple::Double)
            | Sense::Number(_)
            | Sense::Time(_) => Begins::QUANTITY.or(Begins::FIGURE),
            Sense::Money(_) | Sense::Percent(_) | Sense::Multiple(_) => Begins::QUANTITY,
            Sense::Place(_) => Begins::PLACE,
            Sense::TimePhrase(_) | Sense::Exclusion(_) | Sense::Noun(_) => Begins::NOTHING,
        }
    }
}

/// What may begin at a token, by its meanings: most tokens begin nothing, and the grammar passes them over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Begins(u8);

impl Begins {
    /// Nothing.
    pub const NOTHING: Begins = Begins(0);
    /// A date.
    pub const DATE: Begins = Begins(1);
    /// From one date to another, by a word that begins no date itself.
    pub const INTERVAL: Begins = Begins(2);
    /// A number, a bound, a word of money.
    pub const QUANTITY: Begins = Begins(4);
    /// The name of a place.
    pub const PLACE: Begins = Begins(8);
    /// A word without which there is no figure: a sentence that has none needs no reading, whatever else begins in it.
    pub const FIGURE: Begins = Begins(16);

    /// A number that is these, for [`Begins::of_bits`].
    pub(crate) const fn bits(self) -> u8 {
        self.0
    }

    /// These, from [`Begins::bits`].
    pub(crate) const fn of_bits(bits: u8) -> Begins {
        Begins(bits)
    }

    /// Either of the two.
    pub const fn or(self, other: Begins) -> Begins {
        Begins(self.0 | other.0)
    }

    /// What is in both.
    pub const fn and(self, other: Begins) -> Begins {
        Begins(self.0 & other.0)
    }

    /// Whether any of these may begin.
    pub const fn any(self, others: Begins) -> bool {
        self.and(others).0 != 0
    }
}
