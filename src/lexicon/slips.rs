//! The words that a slip of the hand may be of. Not here: how one is told (`slip.rs`).

use crate::text::Word;
use serde::{Deserialize, Serialize};

/// Shorter words have too many neighbours.
pub const SHORTEST: usize = 5;

/// The words that a slip may be of.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Slips {
    pub units: Vec<Meant>,
    pub months: Vec<Meant>,
    /// The words before a month, as their bits: they are short.
    pub leads: Vec<u32>,
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
