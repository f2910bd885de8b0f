//! One character, folded. The build makes tables of the common ones (`build.rs`); the others are folded as they come.

use unicode_normalization::char::decompose_compatible;

/// The letters that codes 1, 2, 3… stand for. Codes past the end are letters of other scripts.
pub const ALPHABET: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءپچژگڤabcdefghijklmnopqrstuvwxyz";
/// A letter of another script.
const FOREIGN: u8 = 62;
/// A letter of the Arabic script that Arabic does not use.
pub const FOREIGN_ARABIC: u8 = 63;

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

/// What a character is once folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Folded {
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
pub mod packed {
    pub const NOTHING: u8 = 0xF0;
    pub const SPACE: u8 = 0xF1;
    pub const LINE: u8 = 0xF2;
    pub const MARK: u8 = 0xF3;
    pub const SLOW: u8 = 0xF4;
    pub const COMBINING: u8 = 0xF5;
    pub const DIGIT: u8 = 0x80;
}

/// The table's entry for a folded character.
pub fn pack(folded: &Folded) -> u8 {
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

fn letter(c: char) -> Option<u8> {
    ALPHABET.chars().position(|a| a == c).map(|at| at as u8 + 1)
}

/// A character, folded without a table.
pub fn slow(c: char) -> Folded {
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
