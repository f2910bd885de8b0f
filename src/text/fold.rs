//! Folding: one code for each letter however it is spelled, and words as numbers.

use std::fmt;
use unicode_normalization::char::decompose_compatible;

/// The longest word that is told from all others; longer ones keep their last letters.
pub const MAX_LETTERS: usize = 21;

const BITS: u32 = 6;
const LETTER: u128 = (1 << BITS) - 1;
/// The bits of [`MAX_LETTERS`] letters.
const ALL: u128 = (1 << (BITS * MAX_LETTERS as u32)) - 1;

/// The letters that codes 1, 2, 3… stand for. Codes past the end are letters of other scripts.
const ALPHABET: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءپچژگڤabcdefghijklmnopqrstuvwxyz";
/// A letter of another script.
const FOREIGN: u8 = 62;
/// A letter of the Arabic script that Arabic does not use.
const FOREIGN_ARABIC: u8 = 63;
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

    /// Adds letters at the end, as long as there are any.
    pub(super) fn extend(&mut self, codes: impl Iterator<Item = u8>) {
        // What is too much goes over the top, so that one mask at the end is enough.
        self.0 = codes.fold(self.0, |letters, code| (letters << BITS) | u128::from(code)) & ALL;
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
        let mut word = Word::default();
        word.extend(codes.iter().copied());
        word
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

/// What a character is once folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Folded {
    /// A letter, by its code.
    Letter(u8),
    /// Several letters: a ligature or a presentation form.
    Letters(smallvec::SmallVec<[u8; 4]>),
    /// A digit, 0 to 9.
    Digit(u8),
    /// A vowel sign or another mark written over or under a letter.
    Combining,
    /// Nothing: a tatweel, a directional mark.
    Nothing,
    /// A space within a line.
    Space,
    /// The end of a line.
    Line,
    /// Anything else.
    Mark,
}

/// How a folded character of the two-byte blocks is packed into a table entry.
pub(super) mod packed {
    pub const NOTHING: u8 = 0xF0;
    pub const SPACE: u8 = 0xF1;
    pub const LINE: u8 = 0xF2;
    pub const MARK: u8 = 0xF3;
    pub const SLOW: u8 = 0xF4;
    pub const COMBINING: u8 = 0xF5;
    pub const DIGIT: u8 = 0x80;
}

/// The table's entry for a folded character.
pub(super) fn pack(folded: &Folded) -> u8 {
    match folded {
        Folded::Letter(code) => *code,
        Folded::Letters(_) => packed::SLOW,
        Folded::Digit(digit) => packed::DIGIT | digit,
        Folded::Combining => packed::COMBINING,
        Folded::Nothing => packed::NOTHING,
        Folded::Space => packed::SPACE,
        Folded::Line => packed::LINE,
        Folded::Mark => packed::MARK,
    }
}

/// Every character below U+0800, folded: Latin and Arabic in one look-up.
pub(super) static TABLE: std::sync::LazyLock<[u8; 0x800]> = std::sync::LazyLock::new(|| {
    let mut table = [packed::MARK; 0x800];
    for (at, slot) in table.iter_mut().enumerate() {
        let c = char::from_u32(at as u32).unwrap_or_default();
        *slot = pack(&slow(c));
    }
    table
});

/// The first of the characters of [`PUNCTUATION`].
const PUNCTUATION_START: usize = 0x2000;

/// Typographic quotes, dashes and directional marks, folded: the news is full of them.
static PUNCTUATION: std::sync::LazyLock<[u8; 0x70]> = std::sync::LazyLock::new(|| {
    let mut table = [packed::MARK; 0x70];
    for (at, slot) in table.iter_mut().enumerate() {
        let c = char::from_u32((PUNCTUATION_START + at) as u32).unwrap_or_default();
        *slot = pack(&slow(c));
    }
    table
});

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

fn letter(c: char) -> Option<u8> {
    ALPHABET.chars().position(|a| a == c).map(|at| at as u8 + 1)
}

fn slow(c: char) -> Folded {
    let known = |c| letter(c).map_or(Folded::Mark, Folded::Letter);
    match c {
        'آ' | 'أ' | 'إ' | 'ٱ' => known('ا'),
        'ى' | 'ی' | 'ې' | 'ئ' | 'ے' => known('ي'),
        'ة' | 'ۀ' | 'ہ' | 'ھ' | 'ە' => known('ه'),
        'ؤ' => known('و'),
        'ک' => known('ك'),
        '0'..='9' => Folded::Digit(c as u8 - b'0'),
        '٠'..='٩' => Folded::Digit((c as u32 - '٠' as u32) as u8),
        '۰'..='۹' => Folded::Digit((c as u32 - '۰' as u32) as u8),
        '\n' | '\u{B}' | '\u{C}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Folded::Line,
        // Arabic marks above and below, superscript alef, Quranic signs.
        '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}' => Folded::Combining,
        '\u{6DF}'..='\u{6E8}' | '\u{6EA}'..='\u{6ED}' | '\u{300}'..='\u{36F}' => Folded::Combining,
        '\u{640}' => Folded::Nothing,
        // Joiners, directional marks and isolates, soft hyphen, byte order mark, variation selectors.
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' => {
            Folded::Nothing
        }
        '\u{61C}' | '\u{AD}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' => Folded::Nothing,
        _ if c.is_whitespace() => Folded::Space,
        _ if c.is_control() => Folded::Mark,
        _ => letter(c).map(Folded::Letter).unwrap_or_else(|| compatible(c)),
    }
}

/// Letters and digits in other shapes: capitals, accents, presentation forms, full-width digits.
fn compatible(c: char) -> Folded {
    let mut codes = smallvec::SmallVec::new();
    let mut digit = None;
    decompose_compatible(c, |part| {
        for part in part.to_lowercase() {
            if let Some(code) = letter(part) {
                codes.push(code);
            } else if part != c
                && let Folded::Letter(code) = slow(part)
            {
                codes.push(code);
            } else if part != c
                && let Folded::Digit(d) = slow(part)
            {
                digit = Some(d);
            }
        }
    });
    match (codes.len(), digit) {
        (1, None) => Folded::Letter(codes[0]),
        (0, Some(d)) if c.is_numeric() && !c.is_alphabetic() && is_plain_digit(c) => Folded::Digit(d),
        (0, _) if c.is_alphabetic() && is_arabic_script(c) => Folded::Letter(FOREIGN_ARABIC),
        (0, _) if c.is_alphabetic() => Folded::Letter(FOREIGN),
        (0, _) => Folded::Mark,
        // The sign of the rial is a word written as one.
        _ if c.is_alphabetic() || c == '\u{FDFC}' => Folded::Letters(codes),
        _ => Folded::Mark,
    }
}

fn is_arabic_script(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
}

/// Full-width and mathematical digits; not superscripts, fractions or circled numbers.
fn is_plain_digit(c: char) -> bool {
    matches!(c, '\u{FF10}'..='\u{FF19}' | '\u{1D7CE}'..='\u{1D7FF}')
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
