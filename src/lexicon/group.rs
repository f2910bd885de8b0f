//! Kinds and relations that the grammar asks for together.
//! Not here: each of them (`kinds.rs`, `relation.rs`), which the build knows too.

use super::Kinds;
use super::kinds::all;

impl Kinds {
    /// What a date may begin with.
    pub const BEGIN_DATE: Kinds = all([
        Kinds::TELLS_DATE,
        Kinds::PHASE,
        Kinds::ABOUT,
        Kinds::THIS,
        Kinds::DATE_NAME,
        Kinds::DIGITS,
        Kinds::ARTICLE,
    ]);

    /// What a measure may begin with: a number with what it counts.
    pub const BEGIN_MEASURE: Kinds = all([
        Kinds::NUMBER,
        Kinds::TIME,
        Kinds::MONEY,
        Kinds::MONEY_SIGN,
        Kinds::PERCENT_BEFORE,
        Kinds::TWICE,
        Kinds::DIGITS,
        Kinds::OPENING,
    ]);

    /// What a quantity may begin with: a measure, a year of life, a bound, a range.
    pub const BEGIN_QUANTITY: Kinds =
        all([Kinds::BEGIN_MEASURE, Kinds::YEAR_OF_LIFE, Kinds::LIMIT, Kinds::BOUND_VERB, Kinds::FROM]);

    /// Any meaning.
    pub const MEANING: Kinds = Kinds(Kinds::DIGITS.0 - 1);

    /// Any word of a date.
    pub const DATE: Kinds = Kinds(Kinds::NUMBER.0 - 1);

    /// Any word of a bound or a range.
    pub const BOUND: Kinds = all([Kinds::LIMIT, Kinds::BOUND_VERB, Kinds::BOUND_AFTER, Kinds::FROM, Kinds::TO]);

    /// Any word of money.
    pub const ANY_MONEY: Kinds = all([Kinds::MONEY, Kinds::MONEY_SIGN, Kinds::MONEY_ADJECTIVE, Kinds::MONEY_AMOUNT]);

    /// What is in both.
    pub const fn and(self, other: Kinds) -> Kinds {
        Kinds(self.0 & other.0)
    }
}
