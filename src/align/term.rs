//! Terms: what frames are compared by. A term is a root, the sound of a name, or a value.

use crate::figure::{Kind, Value};
use crate::text::Word;
use rust_decimal::Decimal;
use std::fmt;

/// A root, a sound, or a value, as a number.
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

    /// The term of a name's sound.
    pub fn sound(sound: Word) -> Term {
        Term(sound.bits() | SOUND)
    }

    /// The term of a value: equal for equal numbers of one kind and unit, and for equal dates.
    pub fn value(value: &Value) -> Term {
        let mut print = Print(0xcbf2_9ce4_8422_2325);
        let kind = value.kind();
        print.eat(&[kind as u8]);
        match value {
            Value::Date(date) => print.write(date.best()),
            Value::Duration(length) => print.write_some(length.low().or(length.high())),
            _ => {
                if let Some(quantity) = value.quantity() {
                    let amount = &quantity.amount;
                    for end in [amount.low().or(amount.high()), amount.high().or(amount.low())] {
                        print.write_some(end.map(Decimal::normalize));
                        print.eat(b"/");
                    }
                    if kind == Kind::Money {
                        print.eat(quantity.unit.as_deref().unwrap_or_default().as_bytes());
                    }
                }
            }
        }
        Term(u128::from(print.0) | VALUE)
    }

    /// Whether this is a value.
    pub fn is_value(self) -> bool {
        self.0 & VALUE != 0
    }

    /// Whether this is the sound of a name.
    pub fn is_sound(self) -> bool {
        self.0 & (VALUE | SOUND) == SOUND
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

/// FNV-1a of what is written.
struct Print(u64);

impl Print {
    fn eat(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn write(&mut self, what: &impl fmt::Display) {
        // Taking it in cannot fail.
        let _ = fmt::Write::write_fmt(self, format_args!("{what}"));
    }

    fn write_some(&mut self, what: Option<impl fmt::Display>) {
        what.iter().for_each(|what| self.write(what));
    }
}

impl fmt::Write for Print {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.eat(text.as_bytes());
        Ok(())
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
    let mut codes: smallvec::SmallVec<[u8; 24]> = (0..word.len()).map(|at| TABLE[usize::from(word.code(at))]).collect();
    codes.dedup();
    codes.retain(|code| *code != 0);
    (codes.len() >= 3).then(|| Word::spelled(&codes))
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
