//! The words of money, from `currencies.toml`: nouns, adjectives, signs and parts of units.
//! Not here: whose money a bare noun means in a text (`extract/money.rs`).

use super::{Counted, Country, Kinds};
use compact_str::CompactString;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// A word of money; numbers are indices into [`Currencies`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Money {
    /// A noun, whatever its country: «دينار».
    Noun {
        /// Which noun.
        noun: u8,
        /// Two of it: «دينارين».
        two: bool,
    },
    /// A part of a unit: «سنت».
    Subunit {
        /// Which one.
        subunit: u8,
        /// Two of it.
        two: bool,
    },
    /// What follows a noun to say whose it is: «أمريكي».
    Adjective(u16),
    /// A name of one currency that needs no noun: «د.إ».
    Name(u16),
    /// Its ISO 4217 code, which is written in capitals.
    Code(u16),
    /// A sign: «$».
    Sign(u16),
    /// What is measured in money: «إيرادات».
    Amount,
    /// What a sum may be, where it stands after it: «2 مليار ضرائب».
    Sort,
}

impl Money {
    /// What kind of meaning it is.
    pub(super) fn kind(self) -> Kinds {
        match self {
            Money::Noun { .. } | Money::Subunit { .. } => Kinds::MONEY,
            Money::Name(_) | Money::Code(_) | Money::Sign(_) => Kinds::MONEY_SIGN,
            Money::Adjective(_) => Kinds::MONEY_ADJECTIVE,
            Money::Amount | Money::Sort => Kinds::MONEY_AMOUNT,
        }
    }
}

/// What is known of currencies.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Currencies {
    /// Nouns that name money.
    pub nouns: Vec<MoneyNoun>,
    /// Parts of units.
    pub subunits: Vec<MoneySubunit>,
    /// All currencies.
    pub currencies: Vec<Currency>,
    /// By country: whose money it is, in the order of the file.
    pub by_country: FxHashMap<Country, Vec<u16>>,
}

/// A noun that names money.
#[derive(Debug, Serialize, Deserialize)]
pub struct MoneyNoun {
    /// The currency meant when nothing says whose.
    pub default: Option<u16>,
    /// An everyday word or a name as well.
    pub homonym: bool,
    /// How many units of the currency one of it is.
    pub factor: Decimal,
    /// The currencies built on it that are still money.
    pub currencies: Vec<u16>,
}

/// A part of a unit.
#[derive(Debug, Serialize, Deserialize)]
pub struct MoneySubunit {
    /// The currency meant when nothing says whose.
    pub default: Option<u16>,
    /// The currencies that it divides, and how many of it make one unit.
    pub divides: Vec<(u16, Decimal)>,
    /// Those of them whose great sums are told in it.
    pub sums: Vec<u16>,
    /// Those of them whose prices are no longer told in it.
    pub seldom: Vec<u16>,
}

/// A currency.
#[derive(Debug, Serialize, Deserialize)]
pub struct Currency {
    /// ISO 4217.
    pub code: CompactString,
    /// What it is called.
    pub name: Counted,
    /// The noun that its name is built on.
    pub noun: Option<u8>,
    /// Sums of trillions in it are everyday.
    pub vast: bool,
    /// One of it is what its price in another is of.
    pub base: bool,
    /// No longer money.
    pub old: bool,
    /// Its abbreviations as they are spelled: hamza tells «د.إ» from «د.أ».
    pub abbreviations: Vec<CompactString>,
}
