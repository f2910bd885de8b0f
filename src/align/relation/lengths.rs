//! Lengths of time: what two of them are to each other: equal within the larger unit, and as they are written.
//! Not here: numbers of other things (`numbers.rs`).

use super::differing::{differ, is_first_digit_slipped};
use super::number::Number;
use super::numbers::{of_measure, relate as relate_numbers, same_number};
use super::{Difference, Relation};
use crate::figure::{Bound, Bounded};
use rust_decimal::Decimal;

/// A length of time ready to be compared.
#[derive(Clone, Copy, Debug)]
pub struct Length {
    /// In seconds.
    seconds: Number,
    /// How many of each unit stand in the text, from the greatest to the least.
    written: [Decimal; UNITS],
    /// The least unit of the text, in seconds, and to what part of it the text is exact.
    unit: Decimal,
    precision: Decimal,
}

/// From years to seconds.
pub const UNITS: usize = 7;

impl Length {
    /// A length in seconds, exact to a part of `unit`; so many of each unit stand in the text.
    pub fn new(amount: &Bounded<Decimal>, (unit, precision): (Decimal, Decimal), written: [Decimal; UNITS]) -> Length {
        // Decimals are cut off as often as they are rounded.
        let part = if precision < Decimal::ONE { precision.saturating_mul(Decimal::TWO) } else { precision };
        let exact = unit.checked_mul(part).unwrap_or(unit);
        Length { seconds: Number::new(amount, exact), written, unit, precision }
    }

    /// The units that stand in the text, by their places.
    fn units(&self) -> impl Iterator<Item = usize> {
        (0..UNITS).filter(|at| !self.written[*at].is_zero())
    }

    /// Whether it is of one unit and one number.
    fn is_of_one(&self) -> bool {
        self.units().count() == 1 && self.seconds.low == self.seconds.high
    }

    /// The number of a unit in the text.
    fn number(&self, unit: usize) -> Number {
        Number::between(self.written[unit], self.written[unit], self.seconds.bound, self.precision)
    }

    /// Whether both are of one unit, and the first of two digits is nearly the same.
    pub fn is_slip_of(&self, other: &Length) -> bool {
        self.unit == other.unit && is_first_digit_slipped(&self.as_written(), &other.as_written())
    }

    /// The number of the least unit in the text, whatever that is.
    fn as_written(&self) -> Number {
        self.number(self.units().last().unwrap_or_default())
    }
}

/// What two lengths are to each other: equal within the larger unit, swapped and scaled as written.
pub fn relate(a: &Length, b: &Length) -> (Relation, f64) {
    let found = relate_numbers(&a.seconds, &b.seconds);
    match found.0 {
        Relation::Differ(_) if are_one_by_the_calendar(a, b) || are_one_on_the_clock(a, b) => {
            (Relation::Agree, ABOUT_ONE)
        }
        // «أكثر من تسع ساعات» and «أقل من أربع».
        Relation::Differ(Difference::Bound) if are_opposed(a, b) => found,
        Relation::Differ(_) if a.unit == b.unit => {
            swapped_in_one(a, b).unwrap_or_else(|| differ(&a.as_written(), &b.as_written(), Difference::Value))
        }
        Relation::Differ(_) => {
            let same =
                (a.is_of_one() && b.is_of_one()).then(|| same_number(&a.as_written(), &b.as_written())).flatten();
            of_measure((Relation::Differ(Difference::Value), found.1.min(-4.0)), same)
        }
        Relation::Agree => (Relation::Agree, found.1.min(4.0)),
        _ => found,
    }
}

/// What it weighs that a length told in months and days is one told in days.
const ABOUT_ONE: f64 = 2.0;
/// A day in seconds.
const DAY: Decimal = Decimal::from_parts(86_400, 0, 0, false, 0);
/// So many days the days of some months may be off, half a day more for each of them, which has 28 to 31, and one for each
/// year.
const MONTHS_OFF: Decimal = Decimal::TWO;
const MONTH_OFF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// Whether one is told in years or months with days besides, and the other in no such units, and they are one where the
/// months have as many days as they may: «خمسة أشهر و18 يوما» and «168 يوما».
fn are_one_by_the_calendar(a: &Length, b: &Length) -> bool {
    let by_days = |of: &Length| of.written[0].is_zero() && of.written[1].is_zero();
    let mixed = if by_days(a) { b } else { a };
    if by_days(a) == by_days(b) || mixed.is_of_one() || a.seconds.bound != b.seconds.bound {
        return false;
    }
    let of_months = mixed.written[1].checked_mul(MONTH_OFF).and_then(|days| days.checked_add(MONTHS_OFF));
    let off = of_months.and_then(|days| days.checked_add(mixed.written[0])?.checked_mul(DAY));
    let apart = a.seconds.low.checked_sub(b.seconds.low);
    apart.zip(off).is_some_and(|(apart, off)| apart.abs() <= off)
}

/// Whether what stands after the point of one are minutes or seconds: «2.06 دقيقة» and «دقيقتين و6 ثوان».
fn are_one_on_the_clock(a: &Length, b: &Length) -> bool {
    let clock = |of: &Length, other: &Length| {
        let whole = of.as_written().low.trunc();
        let after = of.as_written().low.checked_sub(whole)?.checked_mul(Decimal::ONE_HUNDRED)?;
        let on_it = of.is_of_one() && of.precision == HUNDREDTH && [HOUR, MINUTE].contains(&of.unit) && after < SIXTY;
        let seconds = whole.checked_mul(of.unit)?.checked_add(after.checked_mul(of.unit.checked_div(SIXTY)?)?)?;
        (on_it && other.seconds.low == seconds && other.seconds.high == seconds).then_some(())
    };
    clock(a, b).or_else(|| clock(b, a)).is_some()
}

const HUNDREDTH: Decimal = Decimal::from_parts(1, 0, 0, false, 2);
const SIXTY: Decimal = Decimal::from_parts(60, 0, 0, false, 0);
const MINUTE: Decimal = SIXTY;
const HOUR: Decimal = Decimal::from_parts(3_600, 0, 0, false, 0);

/// Whether one writer sets a floor and the other a ceiling.
fn are_opposed(a: &Length, b: &Length) -> bool {
    let (p, q) = (a.seconds.bound, b.seconds.bound);
    matches!((p, q), (Bound::AtLeast, Bound::AtMost) | (Bound::AtMost, Bound::AtLeast))
}

/// «17 ساعة و42 دقيقة و9 ثوان» and «17 ساعة و24 دقيقة و9 ثوان»: all else is the same, so that it is no chance.
fn swapped_in_one(a: &Length, b: &Length) -> Option<(Relation, f64)> {
    let one = a.seconds.low == a.seconds.high && b.seconds.low == b.seconds.high;
    let mut others = (0..UNITS).filter(|unit| a.written[*unit] != b.written[*unit]);
    let (unit, None) = (others.next()?, others.next()) else { return None };
    if !one || a.is_of_one() || !a.units().eq(b.units()) {
        return None;
    }
    let swapped = differ(&a.number(unit), &b.number(unit), Difference::Value);
    let Relation::Differ(Difference::Swapped { .. }) = swapped.0 else { return None };
    let numbers = |of: &Length| of.units().map(|unit| of.number(unit).digits.count).sum::<u32>();
    let digits = numbers(a).min(numbers(b));
    Some((Relation::Differ(Difference::Swapped { digits }), swapped.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many hundredths of a unit, of so many seconds and so many places from the end.
    fn to_the_hundredth(hundredths: i64, unit: Decimal, place: usize) -> Length {
        let n = Decimal::new(hundredths, 2);
        let mut written = [Decimal::ZERO; UNITS];
        written[UNITS - place] = n;
        Length::new(&Bounded::Exact(n * unit), (unit, HUNDREDTH), written)
    }

    #[test]
    fn a_floor_above_a_ceiling_is_a_broken_bound() {
        let hours = |amount: fn(Decimal) -> Bounded<Decimal>, n: i64| {
            let mut written = [Decimal::ZERO; UNITS];
            written[UNITS - 3] = Decimal::from(n);
            Length::new(&amount(Decimal::from(n * 3_600)), (Decimal::from(3_600), Decimal::ONE), written)
        };
        let (nine, four) = (hours(Bounded::AtLeast, 9), hours(Bounded::AtMost, 4));
        assert_eq!(relate(&nine, &four).0, Relation::Differ(Difference::Bound));
        assert_eq!(relate(&nine, &hours(Bounded::Exact, 4)).0, Relation::Differ(Difference::Value));
        assert_eq!(relate(&hours(Bounded::AtMost, 12), &nine).0, Relation::Agree);
    }

    #[test]
    fn decimals_of_a_second_tell_two_apart() {
        let seconds = |hundredths: i64| to_the_hundredth(hundredths, Decimal::ONE, 1);
        assert_eq!(relate(&seconds(984), &seconds(971)).0, Relation::Differ(Difference::Value));
        assert_eq!(relate(&seconds(984), &seconds(948)).0, Relation::Differ(Difference::Swapped { digits: 3 }));
        assert_eq!(relate(&seconds(984), &seconds(984)).0, Relation::Agree);
        assert_eq!(relate(&seconds(984), &seconds(985)).0, Relation::Agree);
    }

    #[test]
    fn minutes_stand_after_the_point_of_an_hour() {
        let hours = |hundredths: i64| to_the_hundredth(hundredths, HOUR, 3);
        let minutes = |n: i64| {
            let mut written = [Decimal::ZERO; UNITS];
            (written[UNITS - 3], written[UNITS - 2]) = (Decimal::from(n / 60), Decimal::from(n % 60));
            Length::new(&Bounded::Exact(Decimal::from(n * 60)), (MINUTE, Decimal::ONE), written)
        };
        for (a, b, agree) in [(208, 128, true), (230, 150, true), (250, 150, true), (208, 129, false)] {
            let (a, b) = (hours(a), minutes(b));
            assert_eq!(relate(&a, &b).0 == Relation::Agree, agree, "{a:?} {b:?}");
            assert_eq!(relate(&b, &a).0 == Relation::Agree, agree, "{b:?} {a:?}");
        }
    }

    #[test]
    fn months_have_as_many_days_as_they_may() {
        let length = |months: i64, days: i64| {
            let mut written = [Decimal::ZERO; UNITS];
            (written[1], written[3]) = (Decimal::from(months), Decimal::from(days));
            let seconds = Decimal::from(months * 2_629_746 + days * 86_400);
            let unit = if days > 0 { DAY } else { Decimal::from(2_629_746) };
            Length::new(&Bounded::Exact(seconds), (unit, Decimal::ONE), written)
        };
        for (a, b, agree) in [
            ((5, 18), (0, 168), true),
            ((5, 18), (0, 171), true),
            ((5, 18), (0, 186), false),
            ((1, 10), (0, 38), true),
            ((1, 10), (0, 50), false),
            ((5, 18), (5, 16), false),
        ] {
            let (p, q) = (length(a.0, a.1), length(b.0, b.1));
            assert_eq!(relate(&p, &q).0 == Relation::Agree, agree, "{a:?} {b:?}");
            assert_eq!(relate(&q, &p).0 == Relation::Agree, agree, "{b:?} {a:?}");
        }
    }

    #[test]
    fn one_number_of_two_lengths_of_time_is_told_in_two_units() {
        const SIZES: [i64; 4] = [86_400, 3_600, 60, 1];
        let length = |parts: [i64; 4]| {
            let seconds = parts.iter().zip(SIZES).map(|(n, size)| n * size).sum::<i64>();
            let least = parts.iter().rposition(|n| *n != 0).expect("a part");
            let mut written = [Decimal::ZERO; UNITS];
            written[UNITS - 4..].copy_from_slice(&parts.map(Decimal::from));
            Length::new(&Bounded::Exact(Decimal::from(seconds)), (Decimal::from(SIZES[least]), Decimal::ONE), written)
        };
        for (a, b, want) in [
            ([5, 0, 0, 0], [0, 5, 0, 0], Difference::Measure { digits: 1 }),
            ([0, 0, 45, 0], [0, 0, 0, 45], Difference::Measure { digits: 2 }),
            ([5, 0, 0, 0], [0, 6, 0, 0], Difference::Value),
            ([2, 5, 0, 0], [0, 0, 5, 0], Difference::Value),
            ([0, 17, 42, 9], [0, 17, 24, 9], Difference::Swapped { digits: 5 }),
            ([0, 17, 42, 9], [0, 15, 24, 9], Difference::Value),
            ([5, 3, 0, 0], [3, 5, 0, 0], Difference::Value),
            ([0, 1, 20, 0], [0, 0, 12, 0], Difference::Value),
        ] {
            let (a, b) = (length(a), length(b));
            assert_eq!(relate(&a, &b).0, Relation::Differ(want), "{a:?} {b:?}");
            assert_eq!(relate(&b, &a).0, Relation::Differ(want), "{b:?} {a:?}");
        }
    }
}
