//! Exchange rates as far as they are known without a market: wide bands (`rules/lexicon/rates.toml`), and pegs
//! (`currencies.toml`).

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

    /// Takes note that one of `to`, whose rate is known, is always `text` of `code`; `None` if that cannot be.
    pub(super) fn peg(&mut self, code: &CompactString, to: &str, text: &str) -> Option<()> {
        let ((low, high), rate) = (self.0.get(to)?, rate(text)?);
        let band = (low.checked_mul(rate)?, high.checked_mul(rate)?);
        self.0.insert(code.clone(), band);
        Some(())
    }
}

/// What all rates are told in.
const DOLLAR: &str = "USD";

fn rate(text: &str) -> Option<Decimal> {
    text.parse().ok().filter(|rate| *rate > Decimal::ZERO)
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
        self.rates.0.insert(CompactString::const_new(DOLLAR), (Decimal::ONE, Decimal::ONE));
        for Rate { currency, low, high } in file.rate {
            let (Some(low), Some(high)) = (rate(&low), rate(&high)) else {
                let message = format!("the rate of {currency} needs a `low` and a `high` above zero");
                return Err(LexiconError { file: NAME, message });
            };
            self.rates.0.insert(currency, (low, high));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_peg_is_a_rate_and_one_to_what_floats_a_band() {
        let rates = &Lexicon::builtin().rates;
        let band = |a: &str, b: &str| rates.band(a, b).map(|(low, high)| (low.normalize(), high.normalize()));
        let fixed = Decimal::new(375, 2);
        assert_eq!(band("SAR", "USD"), Some((fixed, fixed)));
        for (a, b, pegged) in [
            ("SAR", "USD", true),
            ("AED", "QAR", true),
            ("XOF", "USD", false),
            ("EGP", "USD", false),
            ("SAR", "EUR", false),
        ] {
            assert_eq!((rates.band(a, b).is_some(), rates.pegged(a, b)), (true, pegged), "{a} {b}");
        }
        let (low, high) = rates.band("XOF", "USD").expect("a band");
        assert!(low < Decimal::from(450) && high > Decimal::from(790));
        assert_eq!(rates.band("SAR", "???"), None);
    }
}
