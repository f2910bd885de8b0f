//! A folded word, as a number.

use super::{ALPHABET, FOREIGN_ARABIC, Folded, fold};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The longest word that is told from all others; longer ones keep their last letters.
pub const MAX_LETTERS: usize = 21;

/// How many bits a letter has.
pub(crate) const BITS: u32 = 6;
const LETTER: u128 = (1 << BITS) - 1;
/// The bits of [`MAX_LETTERS`] letters.
const ALL: u128 = (1 << (BITS * MAX_LETTERS as u32)) - 1;

/// The codes up to this one are letters of the Arabic script.
const LAST_ARABIC: u8 = 34;

/// Whether a letter's code is of the Arabic script.
pub(crate) fn is_arabic(code: u8) -> bool {
    code <= LAST_ARABIC || code == FOREIGN_ARABIC
}

/// A folded word: its letters in six bits each, the last letter lowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Word(u128);

impl Word {
    /// The folded form of a written word; marks and spaces in it are left out.
    pub fn of(text: &str) -> Word {
        let mut word = Word::default();
        for c in text.chars() {
            match fold(c) {
                Folded::Letter(code) => word.push(code),
                Folded::Letters(codes) => codes.into_iter().for_each(|code| word.push(code)),
                Folded::Digit(_)
                | Folded::Combining
                | Folded::Nothing
                | Folded::Space
                | Folded::Line
                | Folded::Mark => {}
            }
        }
        word
    }

    /// Adds a letter at the end.
    pub(crate) fn push(&mut self, code: u8) {
        self.0 = ((self.0 << BITS) | u128::from(code)) & ALL;
    }

    /// The word of these letters, the last lowest. What is too much goes over the top.
    pub(crate) fn of_letters(letters: u128) -> Word {
        Word(letters & ALL)
    }

    /// How many letters it has, at most [`MAX_LETTERS`].
    pub fn len(self) -> usize {
        (128 - self.0.leading_zeros()).div_ceil(BITS) as usize
    }

    /// Whether it has no letter.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The word without its first `letters` letters.
    pub fn without_first(self, letters: usize) -> Word {
        let keep = self.len().saturating_sub(letters) as u32;
        Word(self.0 & ((1 << (BITS * keep)) - 1))
    }

    /// The word without its last `letters` letters.
    pub fn without_last(self, letters: usize) -> Word {
        Word(self.0.checked_shr(BITS * letters as u32).unwrap_or(0))
    }

    /// Whether it begins with these letters.
    pub fn starts_with(self, prefix: Word) -> bool {
        let (len, with) = (self.len(), prefix.len());
        len >= with && self.0 >> (BITS * (len - with) as u32) == prefix.0
    }

    /// Whether it ends with these letters.
    pub fn ends_with(self, suffix: Word) -> bool {
        self.len() >= suffix.len() && self.0 & ((1 << (BITS * suffix.len() as u32)) - 1) == suffix.0
    }

    /// The bits of the last `letters` letters.
    pub(crate) fn mask(letters: usize) -> u128 {
        (1 << (BITS * letters as u32)) - 1
    }

    /// Writes the codes of its letters to the front of `codes`; gives how many there are.
    pub(crate) fn spell(self, codes: &mut [u8; MAX_LETTERS]) -> usize {
        let len = self.len();
        let mut left = self.0;
        for code in codes[..len].iter_mut().rev() {
            *code = (left & LETTER) as u8;
            left >>= BITS;
        }
        len
    }

    /// The code of the letter at `index` from the start; 0 past the end.
    pub(crate) fn code(self, index: usize) -> u8 {
        match self.len().checked_sub(index + 1) {
            Some(below) => ((self.0 >> (BITS * below as u32)) & LETTER) as u8,
            None => 0,
        }
    }

    /// The word with another after it.
    pub(crate) fn before(self, suffix: Word) -> Word {
        Word((self.0 << (BITS * suffix.len() as u32) | suffix.0) & ALL)
    }

    /// The word of these letter codes.
    pub(crate) fn spelled(codes: &[u8]) -> Word {
        Word::of_letters(codes.iter().fold(0, |letters, code| letters << BITS | u128::from(*code)))
    }

    /// The word that is this number, from [`Word::bits`].
    pub(crate) fn from_bits(bits: u128) -> Word {
        Word(bits & ALL)
    }

    /// A number that is the word: for hashing and sorting.
    pub fn bits(self) -> u128 {
        self.0
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (0..self.len()).try_for_each(|i| {
            let letter = ALPHABET.chars().nth(usize::from(self.code(i)).wrapping_sub(1)).unwrap_or('?');
            fmt::Write::write_char(f, letter)
        })
    }
}
