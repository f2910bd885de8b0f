//! The words of percentages and multiples, and of numbers that state no quantity, from `percent.toml`,
//! `ratios.toml` and `exclude.toml`.

use super::Kinds;
use serde::{Deserialize, Serialize};

/// What makes a number a percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Percent {
    /// Stands after the number.
    After,
    /// Stands before it.
    Before,
}

/// A word of multiples.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Multiple {
    /// After a number: «أضعاف».
    Times,
    /// Twice, by itself.
    Twice,
    /// Two occasions, and twice as much beside a comparison.
    TwoOccasions,
    /// Twice, where the words around say so.
    Double,
    /// Such a word.
    Lead,
    /// «مرات»: a multiple beside a comparison, else a count.
    Occasions,
    /// A comparison: «أكبر».
    Comparison,
    /// What makes occasions a multiple: «مكرر».
    Cover,
    /// What grows by a multiple: «مخاطر».
    Chance,
    /// «منهم»: of whom a part is.
    OfThem,
    /// «من كل», between a number and what it is of.
    OfEvery,
    /// A sum that a fifth or a tenth may be of: «خمس إجمالي الناتج».
    Whole,
    /// «زال», which makes a weakness of «ضعف ما».
    Remains,
}

/// A word that tells that a number states no quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Exclusion {
    /// The number of its row is not what the heading above says.
    OtherLabel,
    /// The numbers of its column may be what the heading above says.
    ValueLabel,
    /// The number of its row is a share or a rate.
    RateLabel,
    /// The number of its row is what something costs.
    PriceLabel,
    /// The number of its row is of another measure than the heading's.
    SizeLabel,
    /// The number after it is a name or an ordinal: «المادة 5».
    Head,
    /// The same, unless the number is counted by a noun or a scale: «القناة 12».
    LooseHead,
    /// The number after it, with the article, names the group: «مجموعة السبع».
    Group,
    /// The number after it is a part of a product's name.
    Model,
    /// What has members, and is none of several of its sort: «مجلس».
    Body,
    /// What has a title: «برنامج».
    Work,
    /// The number before it is on a clock, a year, or an address.
    Clock,
    /// Not a noun that a number before it could count.
    Function,
    /// Neither, but a part before it may be of what it points at: «هذا».
    Demonstrative,
    /// Not a thing that a part before it could be of: «نصف نهائي».
    Adjunct,
    /// Who gives money.
    Giver,
    /// A name that begins like money or holds a number: «ريال مدريد», «خمس نجوم».
    Name,
    /// A number only before a noun that is known: «وست».
    Homonym,
    /// What follows is a verb: «لم».
    BeforeVerb,
    /// What the score of a match is counted in.
    Goal,
    /// Between the two numbers of a score.
    Against,
    /// Sets a number against money or a share: «نزولا من».
    Compared,
    /// Tells of how many a number is a part: «من بين».
    OutOf,
    /// Before a sum that was told before in other money: «أي».
    Same,
    /// What a party is named after, and hotels are ranked in.
    Stars,
    /// Such a party or hotel.
    StarHead,
    /// After a number: so many in so long, and so no money.
    Rate,
    /// Before a number: of so many things, and so no money.
    Counting,
    /// Right before a number: the people of a place, who are so many.
    Populace,
    /// After the goals of one side: the other had none.
    CleanScore,
    /// No goal, in the score of a match.
    Nil,
    /// Between a price in one currency and the other: «أمام».
    Exchange,
    /// After the price of a currency: «للشراء».
    Trade,
    /// Between a currency and its price: «عند».
    Quote,
    /// Right before the price of a currency that is not named: «السعر الرسمي».
    Parity,
    /// Before a currency that is not meant itself: «مؤشر الدولار».
    Index,
    /// Between money and a part of it: «منها».
    Part,
}

impl Exclusion {
    /// What kind of meaning it is.
    pub(crate) fn kind(self) -> Kinds {
        match self {
            Exclusion::Head | Exclusion::LooseHead | Exclusion::Group | Exclusion::Model | Exclusion::Work => {
                Kinds::NAMING
            }
            Exclusion::Name | Exclusion::Homonym | Exclusion::BeforeVerb | Exclusion::Body => Kinds::NAME,
            Exclusion::Goal
            | Exclusion::Against
            | Exclusion::Stars
            | Exclusion::StarHead
            | Exclusion::CleanScore
            | Exclusion::Nil => Kinds::SCORE,
            Exclusion::Clock | Exclusion::Function | Exclusion::Demonstrative | Exclusion::Adjunct => Kinds::FUNCTION,
            Exclusion::Rate
            | Exclusion::OtherLabel
            | Exclusion::ValueLabel
            | Exclusion::RateLabel
            | Exclusion::PriceLabel
            | Exclusion::SizeLabel
            | Exclusion::Counting
            | Exclusion::Populace
            | Exclusion::Compared
            | Exclusion::OutOf
            | Exclusion::Same
            | Exclusion::Exchange
            | Exclusion::Trade
            | Exclusion::Quote
            | Exclusion::Parity
            | Exclusion::Index
            | Exclusion::Giver
            | Exclusion::Part => Kinds::RATE,
        }
    }
}
