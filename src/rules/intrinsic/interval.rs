//! What a written number may stand for, read fairly: as wide as it was rounded.

use crate::figure::{Bounded, Quantity, Value};
use rust_decimal::Decimal;

/// The numbers that a rounded or bounded value may stand for, and what is made of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Interval {
    pub low: Decimal,
    pub high: Decimal,
    /// The same taken to the letter, without what was rounded off: one number, or the two ends of a range.
    pub written: (Decimal, Decimal),
}

impl Interval {
    pub(super) const ZERO: Interval = Interval::exact(Decimal::ZERO);

    /// This number and no other.
    pub(super) const fn exact(n: Decimal) -> Interval {
        Interval::between(n, n)
    }

    /// Whatever lies between two numbers.
    pub(super) const fn between(low: Decimal, high: Decimal) -> Interval {
        Interval { low, high, written: (low, high) }
    }

    /// The middle of them.
    pub(super) fn middle(self) -> Option<Decimal> {
        self.low.checked_add(self.high)?.checked_div(Decimal::TWO)
    }

    pub(super) fn overlaps(self, other: Interval) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    pub(super) fn plus(self, other: Interval) -> Option<Interval> {
        self.with(other, |(low, high), (a, b)| Some((low.checked_add(a)?, high.checked_add(b)?)))
    }

    pub(super) fn minus(self, other: Interval) -> Option<Interval> {
        self.with(other, |(low, high), (a, b)| Some((low.checked_sub(b)?, high.checked_sub(a)?)))
    }

    /// The product of two intervals of numbers not below zero.
    pub(super) fn times(self, other: Interval) -> Option<Interval> {
        self.with(other, |(low, high), (a, b)| Some((low.checked_mul(a)?, high.checked_mul(b)?)))
    }

    /// The quotient of two intervals of numbers not below zero.
    pub(super) fn over(self, other: Interval) -> Option<Interval> {
        self.with(other, |(low, high), (a, b)| Some((low.checked_div(b)?, high.checked_div(a)?)))
    }

    /// The same of both, as wide as they may be and as they are written.
    fn with(self, other: Interval, make: impl Fn(Ends, Ends) -> Option<Ends>) -> Option<Interval> {
        let (low, high) = make((self.low, self.high), (other.low, other.high))?;
        Some(Interval { low, high, written: make(self.written, other.written)? })
    }

    pub(super) fn scaled(self, factor: Decimal) -> Option<Interval> {
        self.times(Interval::exact(factor))
    }

    pub(super) fn abs(self) -> Interval {
        let ((low, high), written) = (abs((self.low, self.high)), abs(self.written));
        Interval { low, high, written }
    }

    /// The change from the one to the other, whichever is greater.
    pub(super) fn change(self, to: Interval) -> Option<Interval> {
        to.minus(self).map(Interval::abs)
    }

    /// As far again to both sides.
    pub(super) fn wider(self, slack: Decimal) -> Option<Interval> {
        Some(Interval { low: self.low.checked_sub(slack)?, high: self.high.checked_add(slack)?, ..self })
    }
}

type Ends = (Decimal, Decimal);

fn abs((low, high): Ends) -> Ends {
    if low >= Decimal::ZERO {
        (low, high)
    } else if high <= Decimal::ZERO {
        (-high, -low)
    } else {
        (Decimal::ZERO, high.max(-low))
    }
}

/// From a thousand on, full hundreds may have been rounded to: 1,500, but not 200.
const ROUND: Decimal = Decimal::ONE_HUNDRED;

/// The numbers that a value stated exactly or about may stand for; none for open bounds and vague words.
pub(super) fn interval(quantity: &Quantity) -> Option<Interval> {
    let half = quantity.precision.checked_div(Decimal::TWO)?;
    let around = |n: Decimal, slack: Decimal| Interval::exact(n).wider(slack);
    match quantity.amount {
        Bounded::Exact(n) => around(n, half),
        Bounded::About(n) => around(n, half.max(n.abs().checked_mul(about(n))?)),
        Bounded::Range(low, high) if low <= high => Interval::between(low, high).wider(half),
        _ => None,
    }
}

/// Such a part of it may a number be off that is said to be passed: «أكثر من الضعف».
const PASSED: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// As [`interval`], of open bounds too: «أكثر من 50%».
pub(super) fn open(quantity: &Quantity) -> Option<Interval> {
    let slack = |n: Decimal| n.abs().checked_mul(PASSED);
    match quantity.amount {
        Bounded::AtLeast(n) => Some(Interval { high: Decimal::MAX, ..Interval::exact(n).wider(slack(n)?)? }),
        Bounded::AtMost(n) => Some(Interval { low: Decimal::ZERO, ..Interval::exact(n).wider(slack(n)?)? }),
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
            Interval::exact(n).wider(half)
        }
        _ => interval(quantity),
    }
}
