//! `rates.toml`, and the pegs of `currencies.toml`.

use super::{Lexicon, LexiconError, read};
use compact_str::CompactString;
use rust_decimal::Decimal;
use serde::Deserialize;

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
        let file: File = read("rates.toml")?;
        self.facts.rates.0.insert(CompactString::const_new(DOLLAR), (Decimal::ONE, Decimal::ONE));
        for Rate { currency, low, high } in file.rate {
            let (Some(low), Some(high)) = (rate(&low), rate(&high)) else {
                let message = format!("the rate of {currency} needs a `low` and a `high` above zero");
                return Err(LexiconError { file: NAME, message });
            };
            self.facts.rates.0.insert(currency, (low, high));
        }
        Ok(())
    }

    /// Takes note that one of `to`, whose rate is known, is always `text` of `code`; `None` if that cannot be.
    pub(super) fn peg(&mut self, code: &CompactString, to: &str, text: &str) -> Option<()> {
        let rates = &mut self.facts.rates.0;
        let ((low, high), rate) = (rates.get(to)?, rate(text)?);
        let band = (low.checked_mul(rate)?, high.checked_mul(rate)?);
        rates.insert(code.clone(), band);
        Some(())
    }
}
