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
    /// The words before a month, as their bits: they are short.
    pub leads: Vec<u32>,
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
