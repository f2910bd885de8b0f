//! Folding: one code for each letter however it is spelled, and words as numbers.
//! Here: the look-up that the program folds by. Beside it: what each character becomes, from which the build makes the
//! look-up (`character.rs`), and the packed word (`word.rs`). Not here: where a word ends (`token.rs`).

mod character;
mod word;

pub(crate) use character::code;
use character::{ALPHABET, FOREIGN_ARABIC, pack, slow};
pub(super) use character::{Folded, packed};
pub(super) use word::{BITS, is_arabic};
pub use word::{MAX_LETTERS, Word};

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
