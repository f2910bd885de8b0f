//! What a written number may stand for, read fairly: as wide as it was rounded.

use crate::figure::{Bounded, Quantity, Value};
use rust_decimal::Decimal;

/// The numbers that a rounded or bounded value may stand for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Interval {
    pub low: Decimal,
    pub high: Decimal,
}

impl Interval {
    pub(super) const ZERO: Interval = Interval { low: Decimal::ZERO, high: Decimal::ZERO };

    pub(super) fn overlaps(self, other: Interval) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    pub(super) fn plus(self, other: Interval) -> Option<Interval> {
        Some(Interval { low: self.low.checked_add(other.low)?, high: self.high.checked_add(other.high)? })
    }

    pub(super) fn minus(self, other: Interval) -> Option<Interval> {
        Some(Interval { low: self.low.checked_sub(other.high)?, high: self.high.checked_sub(other.low)? })
    }

    /// The product of two intervals of numbers not below zero.
    pub(super) fn times(self, other: Interval) -> Option<Interval> {
        Some(Interval { low: self.low.checked_mul(other.low)?, high: self.high.checked_mul(other.high)? })
    }

    /// The quotient of two intervals of numbers not below zero.
    pub(super) fn over(self, other: Interval) -> Option<Interval> {
        Some(Interval { low: self.low.checked_div(other.high)?, high: self.high.checked_div(other.low)? })
    }

    pub(super) fn scaled(self, factor: Decimal) -> Option<Interval> {
        self.times(Interval { low: factor, high: factor })
    }

    pub(super) fn abs(self) -> Interval {
        if self.low >= Decimal::ZERO {
            self
        } else if self.high <= Decimal::ZERO {
            Interval { low: -self.high, high: -self.low }
        } else {
            Interval { low: Decimal::ZERO, high: self.high.max(-self.low) }
        }
    }

    /// The change from the one to the other, whichever is greater.
    pub(super) fn change(self, to: Interval) -> Option<Interval> {
        to.minus(self).map(Interval::abs)
    }

    /// As far again to both sides.
    pub(super) fn wider(self, slack: Decimal) -> Option<Interval> {
        Some(Interval { low: self.low.checked_sub(slack)?, high: self.high.checked_add(slack)? })
    }

    /// The middle: what is shown to a reader as the expected value.
    pub(super) fn middle(self) -> Option<Decimal> {
        self.low.checked_add(self.high)?.checked_div(Decimal::TWO)
    }
}

/// From a thousand on, full hundreds may have been rounded to: 1,500, but not 200.
const ROUND: Decimal = Decimal::ONE_HUNDRED;

/// The numbers that a value stated exactly or about may stand for; none for open bounds and vague words.
pub(super) fn interval(quantity: &Quantity) -> Option<Interval> {
    let half = quantity.precision.checked_div(Decimal::TWO)?;
    let around =
        |n: Decimal, slack: Decimal| Some(Interval { low: n.checked_sub(slack)?, high: n.checked_add(slack)? });
    match quantity.amount {
        Bounded::Exact(n) => around(n, half),
        Bounded::About(n) => around(n, half.max(n.abs().checked_mul(about(n))?)),
        Bounded::Range(low, high) if low <= high => {
            Some(Interval { low: low.checked_sub(half)?, high: high.checked_add(half)? })
        }
        _ => None,
    }
}

/// Such a part of it may a number be off that is said to be passed: «أكثر من الضعف».
const PASSED: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// As [`interval`], of open bounds too: «أكثر من 50%».
pub(super) fn open(quantity: &Quantity) -> Option<Interval> {
    let slack = |n: Decimal| n.abs().checked_mul(PASSED);
    match quantity.amount {
        Bounded::AtLeast(n) => Some(Interval { low: n.checked_sub(slack(n)?)?, high: Decimal::MAX }),
        Bounded::AtMost(n) => Some(Interval { low: Decimal::ZERO, high: n.checked_add(slack(n)?)? }),
        _ => interval(quantity),
    }
}

/// How far a number may be off that is said to be about right: «نحو 100» much, «نحو 78.66» hardly.
fn about(n: Decimal) -> Decimal {
    let digits = n.normalize().mantissa().to_string();
    match digits.trim_start_matches('-').trim_end_matches('0').len() {
        0 | 1 => Decimal::new(1, 1),
        2 => Decimal::new(5, 2),
        3 => Decimal::new(1, 2),
        _ => Decimal::new(1, 3),
    }
}

/// As [`interval`], for what adds up to a whole: things that were counted one by one are exactly so many.
pub(super) fn counted(value: &Value) -> Option<Interval> {
    let quantity = value.quantity()?;
    let whole = |n: Decimal| n.fract().is_zero() && !quantity.precision.is_zero();
    match (value, quantity.amount) {
        (Value::Count(_), Bounded::Exact(n)) if quantity.precision == Decimal::ONE && whole(n) => {
            let rounded = n >= Decimal::ONE_THOUSAND && n.checked_rem(ROUND).is_some_and(|rest| rest.is_zero());
            let half = if rounded { ROUND.checked_div(Decimal::TWO)? } else { Decimal::ZERO };
            Some(Interval { low: n.checked_sub(half)?, high: n.checked_add(half)? })
        }
        _ => interval(quantity),
    }
}
