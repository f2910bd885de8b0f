//! A number: how exactly it is told, and which others it may be told for.
//! Not here: what two numbers are to each other (`numbers.rs`).

use super::digits::Digits;
use crate::figure::{Bound, Bounded, Quantity};
use rust_decimal::Decimal;

/// A number ready to be compared.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    /// Its lower end.
    pub(super) low: Decimal,
    /// Its upper end.
    pub(super) high: Decimal,
    /// How it is bounded.
    pub(super) bound: Bound,
    /// The worth of its last digit.
    pub(super) precision: Decimal,
    /// How far it may be from what it says.
    pub(super) slack: Decimal,
    /// Its digits.
    pub(super) digits: Digits,
    /// Its distance from zero, nearly.
    pub(super) size: f64,
}

/// «about» reaches this part of a number to either side.
const ABOUT: Decimal = Decimal::from_parts(6, 0, 0, false, 2);
/// A number is not rounded by more than this part of it.
const COARSEST: Decimal = Decimal::from_parts(20, 0, 0, false, 2);
/// Half of a number.
const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);
/// A round number stands for what is at most this many times it.
const ROUND: Decimal = Decimal::from_parts(1015, 0, 0, false, 3);
/// So many of their last digits numbers lie apart that end in five or in zero.
const FIVE: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
/// Of two numbers one of which is rounded to the other, none is this many times the other: it is asked first.
pub(super) const FAR: f64 = 2.0;

impl Number {
    /// The number of a quantity.
    pub fn of(quantity: &Quantity) -> Number {
        Number::new(&quantity.amount, quantity.precision)
    }

    /// A number that is exact to `precision`.
    pub(super) fn new(amount: &Bounded<Decimal>, precision: Decimal) -> Number {
        let one = match amount {
            Bounded::Exact(n) | Bounded::About(n) | Bounded::AtLeast(n) | Bounded::AtMost(n) | Bounded::Vague(n) => *n,
            Bounded::Range(n, _) => *n,
        };
        let high = if let Bounded::Range(_, high) = amount { *high } else { one };
        Number::between(one, high, amount.bound(), precision.abs())
    }

    /// A number between two ends.
    pub(super) fn between(low: Decimal, high: Decimal, bound: Bound, precision: Decimal) -> Number {
        let size = f64::try_from(low.abs()).unwrap_or(f64::MAX).max(1e-12);
        let slack = slack(low, bound, precision);
        Number { low, high, bound, precision, slack, digits: Digits::of(low), size }
    }

    /// The number in units `size` times smaller.
    pub fn times(self, size: Decimal) -> Option<Number> {
        let [low, high, precision] = [self.low, self.high, self.precision].map(|n| n.checked_mul(size));
        Some(Number::between(low?, high?, self.bound, precision?))
    }

    /// Whether the number may lie between two others.
    pub fn lies_between(&self, low: &Number, high: &Number) -> bool {
        let slack = self.slack.max(high.slack);
        self.high.saturating_add(slack) >= low.low && self.low.saturating_sub(slack) <= high.high
    }

    /// Whether the two are the same but for their sign, which words may tell: «-2.5%», «انكمش 2.5%».
    pub(super) fn is_negative_of(&self, other: &Number) -> bool {
        let signs = (self.low < Decimal::ZERO) != (other.low < Decimal::ZERO);
        let slack = self.slack.max(other.slack);
        let meet = |low: Decimal, high: Decimal| low.saturating_add(high).abs() <= slack;
        signs && meet(self.low, other.high) && meet(other.low, self.high)
    }

    /// Whether the two are so far from each other, whatever their signs, that neither is the other rounded.
    pub(super) fn is_far_from(&self, other: &Number) -> bool {
        self.bound != Bound::Range
            && other.bound != Bound::Range
            && self.size.max(other.size) > self.size.min(other.size) * FAR
    }
}

/// How far a number may be from what it says.
fn slack(n: Decimal, bound: Bound, precision: Decimal) -> Decimal {
    // «مليار» is exact to a billion as written, but nobody rounds 750 million to it.
    let half = part(precision, HALF).min(part(n.abs(), COARSEST));
    match bound {
        Bound::About => half.max(part(n.abs(), ABOUT)),
        _ => half,
    }
}

fn part(n: Decimal, part: Decimal) -> Decimal {
    n.checked_mul(part).unwrap_or(n)
}

/// Whether the one further from zero is at most `ratio` times the other, on the same side of it.
pub(super) fn within(a: Decimal, b: Decimal, ratio: Decimal) -> bool {
    let (low, high) = (a.abs().min(b.abs()), a.abs().max(b.abs()));
    (a < Decimal::ZERO) == (b < Decimal::ZERO) && high <= part(low, ratio)
}

/// Whether the first is the second, shortened: its last digits cut off rather than rounded («762 ألفا» of
/// 762,762), or brought to a round number near it («550 مليونا» of 544.6).
pub(super) fn shortens(short: &Number, long: &Number) -> bool {
    let finer = long.digits.count > short.digits.count && long.precision < short.precision;
    if !finer {
        return false;
    }
    let (n, m) = (short.low.abs(), long.low.abs());
    let coarse = short.precision > part(n, COARSEST);
    if coarse || short.bound == Bound::Range || long.bound == Bound::Range {
        return false;
    }
    let cut = m >= n && m.saturating_sub(n) < short.precision;
    // «515» is no 521.4: of its neighbours it is five from the next that is as round.
    let fives =
        || short.digits.ends_in_five() && short.digits.worth().is_some_and(|worth| (n - m).abs() < worth * FIVE);
    let round = || short.digits.count == 1 || fives();
    cut || within(n, m, ROUND) && round()
}

/// How far two numbers are from each other; zero where they meet.
pub(super) fn gap(a: &Number, b: &Number) -> Decimal {
    if a.high < b.low {
        b.low.saturating_sub(a.high)
    } else if b.high < a.low {
        a.low.saturating_sub(b.high)
    } else {
        Decimal::ZERO
    }
}

#[cfg(test)]
mod tests {
    use super::super::numbers::tests::number;
    use super::*;

    #[test]
    fn the_shorter_number_is_the_longer_cut_off_or_made_round() {
        let number = |(text, scale): (&str, i64)| number(text).times(Decimal::from(scale)).expect("a number");
        for (short, long, shortened) in [
            (("762", 1000), ("762762", 1), true),
            (("763", 1000), ("762762", 1), false),
            (("762762", 1), ("762", 1000), false),
            (("762", 1), ("762", 1), false),
            (("550", 1), ("544.6", 1), true),
            (("550", 1), ("541.1", 1), false),
            (("515", 1), ("512.4", 1), true),
            (("515", 1), ("521.4", 1), false),
            (("8", 1), ("7.9", 1), true),
            (("546", 1), ("544.6", 1), false),
            // «مليار» of 1.9: nobody cuts off so much.
            (("1", 1_000_000_000), ("1900", 1_000_000), false),
        ] {
            assert_eq!(shortens(&number(short), &number(long)), shortened, "{short:?} {long:?}");
        }
    }
}
