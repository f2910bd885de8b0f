//! The words that a slip of the hand may be of. Not here: how they are found (`build/load/slip.rs`), and how a slip
//! is told (`slip.rs`).

use crate::text::Word;
use serde::{Deserialize, Serialize};

/// Shorter words have too many neighbours.
pub const SHORTEST: usize = 5;

/// The words that a slip may be of.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Slips {
    pub units: List,
    pub months: List,
    pub leads: Leads,
}

/// The words before a month, as their bits: they are short.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Leads {
    pub(crate) words: Vec<u32>,
    /// Their last letters, a bit for each hash: few words end as they do.
    pub(crate) ends: u64,
}

/// The bit of the last two letters.
pub fn end(word: u32) -> u64 {
    1 << ((word & Word::mask(2) as u32).wrapping_mul(0x9E37_79B9) >> (u32::BITS - u64::BITS.trailing_zeros()))
}

/// Words that a slip may be of in one kind of place.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct List {
    pub words: Vec<Meant>,
    /// Their first letters, a bit for each code.
    pub(crate) firsts: u64,
}

/// A word that a slip may be of, with what most strangers are told from it by.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Meant {
    pub word: Word,
    pub first: u8,
    pub len: usize,
}

impl Meant {
    pub fn new(word: Word) -> Meant {
        Meant { word, first: word.code(0), len: word.len() }
    }
}
