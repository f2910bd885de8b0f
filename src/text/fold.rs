//! Folding: one code for each letter however it is spelled, and words as numbers.

mod character;

use character::{ALPHABET, FOREIGN_ARABIC, pack, slow};
pub(super) use character::{Folded, packed};
use std::fmt;

/// The longest word that is told from all others; longer ones keep their last letters.
pub const MAX_LETTERS: usize = 21;

/// How many bits a letter has.
pub(super) const BITS: u32 = 6;
const LETTER: u128 = (1 << BITS) - 1;
/// The bits of [`MAX_LETTERS`] letters.
const ALL: u128 = (1 << (BITS * MAX_LETTERS as u32)) - 1;

/// The codes up to this one are letters of the Arabic script.
const LAST_ARABIC: u8 = 34;

/// Whether a letter's code is of the Arabic script.
pub(super) fn is_arabic(code: u8) -> bool {
    code <= LAST_ARABIC || code == FOREIGN_ARABIC
}

/// A folded word: its letters in six bits each, the last letter lowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
    pub(super) fn push(&mut self, code: u8) {
        self.0 = ((self.0 << BITS) | u128::from(code)) & ALL;
    }

    /// The word of these letters, the last lowest. What is too much goes over the top.
    pub(super) fn of_letters(letters: u128) -> Word {
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

    /// The codes of its first letters, 0 past the end.
    pub(crate) fn front<const LETTERS: usize>(self) -> [u8; LETTERS] {
        let len = self.len();
        let letters = if len >= LETTERS {
            self.0 >> (BITS * (len - LETTERS) as u32)
        } else {
            self.0 << (BITS * (LETTERS - len) as u32)
        };
        std::array::from_fn(|index| ((letters >> (BITS * (LETTERS - 1 - index) as u32)) & LETTER) as u8)
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

/// Every character below U+0800, folded by the build: Latin and Arabic in one look-up.
pub(super) static TABLE: [u8; 0x800] = *include_bytes!(concat!(env!("OUT_DIR"), "/fold/letters"));

/// The first of the characters of [`PUNCTUATION`].
const PUNCTUATION_START: usize = 0x2000;

/// Typographic quotes, dashes and directional marks, folded by the build: the news is full of them.
static PUNCTUATION: [u8; 0x70] = *include_bytes!(concat!(env!("OUT_DIR"), "/fold/punctuation"));

/// The packed entry of a character at U+0800 or above.
pub(super) fn pack_above(c: char) -> u8 {
    let known = (c as usize).checked_sub(PUNCTUATION_START).and_then(|at| PUNCTUATION.get(at));
    known.copied().unwrap_or_else(|| pack(&slow(c)))
}

/// The code of a letter of the Arabic alphabet.
pub(crate) const fn code(letter: char) -> u8 {
    let alphabet = ALPHABET.as_bytes();
    let mut utf8 = [0; 4];
    letter.encode_utf8(&mut utf8);
    let mut at = 0;
    while alphabet[2 * at] != utf8[0] || alphabet[2 * at + 1] != utf8[1] {
        at += 1;
    }
    at as u8 + 1
}

/// A character, folded.
pub(super) fn fold(c: char) -> Folded {
    match TABLE.get(c as usize) {
        None | Some(&packed::SLOW) => slow(c),
        Some(&packed::COMBINING) => Folded::Combining,
        Some(&packed::NOTHING) => Folded::Nothing,
        Some(&packed::SPACE) => Folded::Space,
        Some(&packed::LINE) => Folded::Line,
        Some(&packed::MARK) => Folded::Mark,
        Some(&entry) if entry & packed::DIGIT != 0 => Folded::Digit(entry & 0xF),
        Some(&entry) => Folded::Letter(entry),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_word_are_one() {
        for (a, b) in [
            ("مِلْيُون", "مليون"),
            ("مـلـيـون", "مليون"),
            ("أكتوبر", "اكتوبر"),
            ("مائة", "مايه"),
            ("مئة", "ميه"),
            ("ملیون", "مليون"),
            ("ﻣﻠﻴﻮﻥ", "مليون"),
            ("ﻵلاف", "لالاف"),
            ("OpenAI", "openai"),
            ("OPENAÏ", "openai"),
            ("\u{200F}دولار\u{200E}", "دولار"),
        ] {
            assert_eq!(Word::of(a), Word::of(b), "{a} {b}");
        }
        assert_ne!(Word::of("مليون"), Word::of("مليار"));
    }

    #[test]
    fn words_are_cut_and_compared() {
        let word = Word::of("والمليار");
        assert_eq!(word.len(), 8);
        assert_eq!(word.without_first(3), Word::of("مليار"));
        assert_eq!(word.without_last(5), Word::of("وال"));
        assert!(word.starts_with(Word::of("وال")) && !word.starts_with(Word::of("فال")));
        assert!(word.ends_with(Word::of("يار")));
        assert_eq!(word.to_string(), "والمليار");
        assert_eq!(Word::of("ا").without_first(5), Word::default());
    }

    #[test]
    fn the_alphabet_begins_with_arabic() {
        for (c, arabic) in [('ا', true), ('گ', true), ('a', false), ('z', false), ('ж', false), ('ڈ', true)] {
            let Folded::Letter(code) = fold(c) else { panic!("{c} is a letter") };
            assert_eq!(is_arabic(code), arabic, "{c}");
        }
    }

    #[test]
    fn endless_words_stay_bounded() {
        let long = "مد".repeat(10_000);
        assert_eq!(Word::of(&long).len(), MAX_LETTERS);
    }
}
