//! Nouns that news counts, from `nouns.toml`.

use serde::{Deserialize, Serialize};

/// A form of a noun that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noun {
    /// Index into [`Lexicon::nouns`].
    pub id: u16,
    /// A plural.
    pub plural: bool,
    /// It comes in whole numbers.
    pub whole: bool,
    /// There may be less than none of it: degrees.
    pub signed: bool,
    /// A person.
    pub person: bool,
    /// It carries persons: a ship.
    pub carrier: bool,
}
