//! The words that bound numbers and make ranges, from `bounds.toml`.
//! Not here: how they are found around a number (`extract/bound.rs`, `extract/range/`).

use super::Kinds;
use crate::figure::Bound;
use crate::text::Word;
use serde::{Deserialize, Serialize};

/// A word or phrase that bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bounding {
    /// Stands before the number: «أكثر من».
    Before(Limit),
    /// Stands after it: «تقريبا».
    After(Limit),
    /// A verb, by its index in [`Lexicon::bound_verbs`].
    Verb(u8),
    /// «لا», «لن».
    Negation,
    /// «ما» before a verb.
    Relative,
    /// May stand between a verb and its number.
    Filler,
    /// «بين».
    Between,
    /// «من», before a range.
    From,
    /// «إلى», within a range.
    To,
    /// «أو».
    Or,
    /// «تحت الصفر», after a number of degrees.
    BelowZero,
    /// A change: what follows is a value before and a value after, no range.
    Change,
}

impl Bounding {
    /// What kind of meaning it is.
    pub(crate) fn kind(self) -> Kinds {
        match self {
            Bounding::Before(_) => Kinds::LIMIT,
            Bounding::Verb(_) | Bounding::Negation | Bounding::Relative => Kinds::BOUND_VERB,
            Bounding::Between | Bounding::From => Kinds::FROM,
            Bounding::To | Bounding::Or => Kinds::TO,
            Bounding::After(_) | Bounding::Filler | Bounding::BelowZero | Bounding::Change => Kinds::BOUND_AFTER,
        }
    }
}

/// What a phrase bounds, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// The kind of bound.
    pub kind: Bound,
    /// It bounds lengths of time and ages only.
    pub time_only: bool,
    /// Its number is joined to it: «نيف وثلاثون».
    pub joined: bool,
    /// The kind of bound after a negation, where that turns it.
    pub negated: Option<Bound>,
}

/// What a negation reaches beyond its verb.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Denial {
    /// Verbs that say by it that something goes on.
    pub goes_on: Vec<Word>,
    /// The prepositions of places and times that it reaches past.
    pub past: Vec<Word>,
    /// The prepositions of objects.
    pub object: Vec<Word>,
}

/// A verb that bounds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoundVerb {
    /// What it says of its number.
    pub kind: Bound,
    /// What it says after a negation.
    pub negated: Bound,
    /// The prepositions over which it reaches its number; none where the number is its object.
    pub prepositions: Vec<Word>,
    /// After one of these phrases it bounds nothing.
    pub not_after: Vec<Vec<Word>>,
    /// A round number, or one that is nobody's age, it bounds there too.
    pub round: bool,
    /// Only one word may stand between it and its preposition.
    pub near: bool,
}
