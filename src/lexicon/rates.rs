//! Exchange rates as far as they are known without a market: wide bands (`rules/lexicon/rates.toml`), and pegs
//! (`currencies.toml`).

use super::Rates;
use rust_decimal::Decimal;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn a_peg_is_a_rate_and_one_to_what_floats_a_band() {
        let rates = &Lexicon::builtin().facts.rates;
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
