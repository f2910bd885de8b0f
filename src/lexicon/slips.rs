//! The words that a slip of the hand may be of. Not here: how one is told (`slip.rs`).

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
    words: Vec<u32>,
    /// Their last letters, a bit for each hash: few words end as they do.
    ends: u64,
}

/// «وحتى», before a month.
const LONGEST_LEAD: usize = 4;

#[allow(dead_code, reason = "the build makes what the program asks")]
impl Leads {
    pub fn of(words: impl Iterator<Item = Word>) -> Leads {
        let words: Vec<u32> = words.map(|word| word.bits() as u32).collect();
        let ends = words.iter().fold(0, |ends, word| ends | end(*word));
        Leads { words, ends }
    }

    /// Whether the word may be one of them, as far as its end tells.
    #[inline]
    pub fn may_hold(&self, word: Word) -> bool {
        word.bits() <= Word::mask(LONGEST_LEAD) && self.ends & end(word.bits() as u32) != 0
    }

    /// Whether the word is one of them, perhaps with one letter before it.
    pub fn hold(&self, word: Word) -> bool {
        let is_lead = |word: Word| self.words.contains(&(word.bits() as u32));
        self.may_hold(word) && (is_lead(word) || is_lead(word.without_first(1)))
    }
}

/// The bit of the last two letters.
fn end(word: u32) -> u64 {
    1 << ((word & Word::mask(2) as u32).wrapping_mul(0x9E37_79B9) >> (u32::BITS - u64::BITS.trailing_zeros()))
}

/// Words that a slip may be of in one kind of place.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct List {
    pub words: Vec<Meant>,
    /// Their first letters, a bit for each code.
    firsts: u64,
}

#[allow(dead_code, reason = "the build makes what the program asks")]
impl List {
    /// Adds a word, once.
    pub fn add(&mut self, meant: Meant) {
        if !self.words.contains(&meant) {
            self.firsts |= 1 << meant.first;
            self.words.push(meant);
        }
    }

    /// Whether any of them begins as the word does.
    pub fn may_be(&self, typed: Word) -> bool {
        self.firsts & 1 << typed.code(0) != 0
    }
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
