//! Terms: what frames are compared by. A term is a root, the sound of a name, a line of synonyms, or a value.

use crate::figure::{Kind, Value};
use crate::text::{MAX_LETTERS, Word};
use rust_decimal::Decimal;
use std::hash::{Hash, Hasher};

/// A root, a sound, some synonyms, or a value, as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Term(u128);

/// Words take the bits below these.
const SOUND: u128 = 1 << 126;
const VALUE: u128 = 1 << 127;

impl Term {
    /// The term of a root.
    pub fn root(root: Word) -> Term {
        Term(root.bits())
    }

    /// The term of a name's sound, or of what [`synonyms`] gives.
    pub fn echo(echo: Word) -> Term {
        Term(echo.bits() | SOUND)
    }

    /// The term of a value: equal for equal numbers of one kind and unit, and for equal dates.
    pub fn value(value: &Value) -> Term {
        let mut print = Print(0x2D35_8DCC_AA6C_78A5);
        let kind = value.kind();
        kind.hash(&mut print);
        match value {
            Value::Date(date) => date.best().hash(&mut print),
            Value::Duration(length) => length.low().or(length.high()).hash(&mut print),
            _ => {
                if let Some(quantity) = value.quantity() {
                    let amount = &quantity.amount;
                    for end in [amount.low().or(amount.high()), amount.high().or(amount.low())] {
                        print.number(end);
                    }
                    if kind == Kind::Money {
                        quantity.unit.as_deref().hash(&mut print);
                    }
                }
            }
        }
        Term(u128::from(print.0) | VALUE)
    }

    /// The term of the digits of a long number in any order; words and values leave its bits free.
    pub fn digits(mixed: u64) -> Term {
        Term(u128::from(mixed) | VALUE | SOUND)
    }

    /// Whether this is a value.
    pub fn is_value(self) -> bool {
        self.0 & VALUE != 0
    }

    /// Whether this is the sound of a name.
    pub fn is_sound(self) -> bool {
        self.0 & (VALUE | SOUND) == SOUND && !self.is_of_synonyms()
    }

    /// Whether this is a line of synonyms.
    pub fn is_of_synonyms(self) -> bool {
        self.0 & !SOUND <= LINES as u128 && self.0 & SOUND != 0
    }

    /// The root, where it is one.
    pub fn word(self) -> Option<Word> {
        (self.0 & (VALUE | SOUND) == 0).then(|| Word::from_bits(self.0))
    }

    /// A number that is the term.
    pub fn bits(self) -> u128 {
        self.0
    }
}

/// A number of what is written to it.
struct Print(u64);

impl Print {
    /// The same for 5 and 5.0.
    fn number(&mut self, number: Option<&Decimal>) {
        let Some(number) = number.map(Decimal::normalize) else { return self.write_u8(0) };
        self.write_i128(number.mantissa());
        self.write_u32(number.scale());
    }
}

impl Hasher for Print {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(size_of::<u64>()) {
            let mut number = [0; size_of::<u64>()];
            number[..part.len()].copy_from_slice(part);
            self.write_u64(u64::from_le_bytes(number));
        }
    }

    fn write_u64(&mut self, number: u64) {
        let product = u128::from(self.0 ^ number) * 0x9E37_79B9_7F4A_7C15;
        self.0 = product as u64 ^ (product >> 64) as u64;
    }
}

/// Letters that sound alike in the two scripts, as the Arabic letter that stands for them; the long vowels
/// and «ع», «ء» sound like nothing here.
const SOUNDS: &[(&str, &str)] = &[
    ("ب", "بbpپ"),
    ("ت", "تطt"),
    ("د", "دضd"),
    ("ر", "رr"),
    ("ز", "زذظz"),
    ("س", "سصثsc"),
    ("ش", "شچ"),
    ("ف", "فڤfv"),
    ("ك", "كقkqx"),
    ("غ", "غجگgj"),
    ("ل", "لl"),
    ("م", "مm"),
    ("ن", "نn"),
    ("ه", "هحخh"),
];

/// Of more lines of synonyms none has a number: no sound has less than three letters, and no word of three is as small.
pub const LINES: usize = (1 << 12) - 1;

/// What stands for the words of a line of synonyms, by its place: no word of a language.
pub fn synonyms(line: usize) -> Option<Word> {
    (line < LINES).then(|| Word::from_bits(line as u128 + 1))
}

/// The consonants of a name as they sound; none for names too short to tell.
pub fn sound(word: Word) -> Option<Word> {
    static TABLE: std::sync::LazyLock<[u8; 64]> = std::sync::LazyLock::new(|| {
        let mut table = [0; 64];
        for (sound, letters) in SOUNDS {
            for letter in letters.chars() {
                table[usize::from(Word::of(&letter.to_string()).code(0))] = Word::of(sound).code(0);
            }
        }
        table
    });
    let table = &*TABLE;
    let mut codes = [0; MAX_LETTERS];
    let (len, mut heard, mut last) = (word.spell(&mut codes), 0, 0);
    for at in 0..len {
        let code = table[usize::from(codes[at])];
        // What is heard twice in a row is heard once.
        if code != std::mem::replace(&mut last, code) && code != 0 {
            codes[heard] = code;
            heard += 1;
        }
    }
    (heard >= 3).then(|| Word::spelled(&codes[..heard]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sound_alike_in_both_scripts() {
        for (latin, arabic) in [("NovaMind", "نوفامايند"), ("Novaria", "نوفاريا"), ("Baker", "بيكر"), ("Difaf", "ضفاف")]
        {
            assert_eq!(sound(Word::of(latin)), sound(Word::of(arabic)), "{latin}");
            assert!(sound(Word::of(latin)).is_some());
        }
        assert_ne!(sound(Word::of("Novaria")), sound(Word::of("نوفارتس")));
        assert_eq!(sound(Word::of("X")), None);
    }
}
