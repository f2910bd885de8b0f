//! Exchange rates as far as they are known without a market: pegs and wide bands
//! (`rules/lexicon/rates.toml`).

use super::Lexicon;
use super::load::{LexiconError, read};
use compact_str::CompactString;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use serde::Deserialize;

/// How many units of each currency a US dollar has bought, lowest and highest.
#[derive(Debug, Default)]
pub struct Rates(FxHashMap<CompactString, (Decimal, Decimal)>);

impl Rates {
    /// How many units of `a` one unit of `b` has bought, lowest and highest; both are ISO 4217 codes.
    pub fn band(&self, a: &str, b: &str) -> Option<(Decimal, Decimal)> {
        let ((low_a, high_a), (low_b, high_b)) = (self.0.get(a)?, self.0.get(b)?);
        Some((low_a.checked_div(*high_b)?, high_a.checked_div(*low_b)?))
    }

    /// Whether the two have kept one rate: both are pegged to the dollar, or are the dollar.
    pub fn pegged(&self, a: &str, b: &str) -> bool {
        [a, b].iter().all(|code| self.0.get(*code).is_some_and(|(low, high)| low == high))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rate: Vec<Rate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rate {
    currency: CompactString,
    low: String,
    high: String,
}

impl Lexicon {
    pub(super) fn load_rates(&mut self) -> Result<(), LexiconError> {
        const NAME: &str = "rates.toml";
        let file: File = read!("rates")?;
        for Rate { currency, low, high } in file.rate {
            let read = |text: &str| text.parse::<Decimal>().ok().filter(|rate| *rate > Decimal::ZERO);
            let (Some(low), Some(high)) = (read(&low), read(&high)) else {
                let message = format!("the rate of {currency} needs a `low` and a `high` above zero");
                return Err(LexiconError { file: NAME, message });
            };
            self.rates.0.insert(currency, (low, high));
        }
        Ok(())
    }
}
