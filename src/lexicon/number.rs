//! The words of numbers, from `numbers.toml`: what each means to the grammar of numerals.
//! Not here: how they go together (`extract/numeral`).

use super::Form;
use serde::{Deserialize, Serialize};

/// A word of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Number {
    /// 1 to 9.
    Unit(u8),
    /// 1 or 2 in a form that needs a ten after it: «أحد عشر».
    BoundUnit(u8),
    /// «عشر», alone or after a unit.
    Ten,
    /// 11 to 19 in one word.
    Teen(u8),
    /// 20 to 90.
    Tens(u8),
    /// 100 to 900.
    Hundred(u16),
    /// A power of ten that multiplies: «مليون».
    Scale {
        /// Which power.
        power: u8,
        /// How it is inflected.
        form: Form,
    },
    /// A scale in Latin letters, after digits: «bn».
    Latin {
        /// Which power.
        power: u8,
    },
    /// One letter for it, glued to digits of money: «$5m».
    Letter {
        /// Which power.
        power: u8,
    },
    /// A plural that states a magnitude only: «عشرات», «مئات».
    Magnitude(u16),
    /// «بضعة», «عدة».
    Few,
    /// A part of one: `parts` / `of`.
    Fraction {
        /// How many parts.
        parts: u8,
        /// Of how many.
        of: u8,
    },
    /// A part of what a pronoun points at: «ثلثها».
    PartOf {
        /// How many parts.
        parts: u8,
        /// Of how many.
        of: u8,
    },
    /// Parts to be counted: «أرباع».
    Parts {
        /// Of how many.
        of: u8,
    },
    /// Such parts of what a pronoun points at: «أرباعها».
    PartsOf {
        /// Of how many.
        of: u8,
    },
    /// «إلا», before a part that is taken away.
    Minus,
    /// «ناقص», before a number below zero.
    Negative,
}
