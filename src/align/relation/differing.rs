//! How two numbers differ that are not the same: by slips of the pen (powers of ten, swapped digits, a digit too many) or
//! as two values, and what that weighs.
//! Not here: whether they differ at all, by precision and bounds (`numbers.rs`).

use super::number::{FAR, Number, gap, shortens, within};
use super::{Difference, Relation};
use crate::figure::Bound;
use rust_decimal::Decimal;
use std::ops::RangeInclusive;

/// How surprising it is that another number has the same `digits` digits, in bits.
pub fn coincidence(digits: u32) -> f64 {
    let digits = digits.clamp(1, 4);
    3.2 + 3.3 * f64::from(digits - 1)
}

/// How two numbers that are not the same differ, and its weight.
pub(super) fn differ(a: &Number, b: &Number, otherwise: Difference) -> (Relation, f64) {
    let ranged = a.bound == Bound::Range || b.bound == Bound::Range;
    if ranged {
        return (Relation::Differ(otherwise), closeness(a, b) - 4.0);
    }
    if let Some((tens, digits)) = scale(a, b).or_else(|| rounded_scale(a, b)) {
        // One slip in thirty is a power of ten or a scale word; beyond four zeros it is hardly one at all.
        let slip = match tens {
            1..=3 => 5.0,
            4 => 7.0,
            _ => 11.0,
        };
        return (Relation::Differ(Difference::Scale { tens, digits }), coincidence(digits) - slip);
    }
    if let Some(found) = slipped_point(a, b) {
        return found;
    }
    if let Some(digits) = swapped(a, b) {
        let pairs = f64::from(digits * (digits - 1) / 2);
        let bits = (coincidence(digits) - pairs.log2() - 6.0).min(6.0);
        return (Relation::Differ(Difference::Swapped { digits }), bits);
    }
    let plain = closeness(a, b) - 4.0 + other_digit(a, b);
    (Relation::Differ(otherwise), extra_digit(a, b).map_or(plain, |slip| plain.max(slip)))
}

/// What one other digit of three or more weighs beyond the nearness of the two, where it is not the last.
const OTHER_DIGIT: f64 = 1.3;

fn other_digit(a: &Number, b: &Number) -> f64 {
    if a.digits.count > 2 && a.digits.differ_within(&b.digits) { OTHER_DIGIT } else { 0.0 }
}

/// Whether two numbers of two digits have one last digit, and near first ones: «36», «26».
pub fn is_first_digit_slipped(a: &Number, b: &Number) -> bool {
    a.digits.count == 2
        && a.digits.differ_within(&b.digits)
        && a.digits.first().abs_diff(b.digits.first()) <= NEAR_DIGIT
}

/// How far from each other two digits are that are taken one for the other.
const NEAR_DIGIT: u32 = 2;

/// What a rare slip of the pen weighs against, and the most that digits weigh for it.
const RARE_SLIP: f64 = 6.0;
const MOST_OF_DIGITS: f64 = 8.0;

/// What one digit too many weighs: the more digits, the rarer by chance.
fn extra_digit(a: &Number, b: &Number) -> Option<f64> {
    let digits = a.digits.count.min(b.digits.count);
    (digits > 1 && a.digits.have_one_more(&b.digits)).then(|| {
        let chance = f64::from(9 * (digits + 1) + 1) / (9.0 * 10_f64.powi(digits as i32));
        (-chance.log2()).min(MOST_OF_DIGITS) - RARE_SLIP
    })
}

/// Whether the one has a digit more than the other, or another among three or more: «17 ألفا», «177 ألفا».
pub(super) fn is_misprint(a: &Number, b: &Number) -> bool {
    extra_digit(a, b).is_some() || other_digit(a, b) > 0.0
}

/// What the nearness of small whole numbers weighs.
const SMALL: f64 = 1.25;

/// Numbers near each other are likelier to be one thing told twice; far ones to be two things.
fn closeness(a: &Number, b: &Number) -> f64 {
    let apart = (a.size.max(b.size) / a.size.min(b.size)).log10();
    if apart > 0.4 {
        return -4.0 * (apart - 0.4);
    }
    // Small whole numbers are near each other by chance; they are also what is miscounted most.
    let small = a.size.max(b.size) < 20.0 && a.precision.min(b.precision) >= Decimal::ONE;
    if small { SMALL } else { (0.4 / apart.max(0.02)).log2().min(2.5) }
}

/// The power of ten between two numbers with the same digits, and how many digits.
pub(super) fn scale(a: &Number, b: &Number) -> Option<(u32, u32)> {
    a.digits.tens_between(&b.digits).map(|tens| (tens, a.digits.count))
}

/// As [`scale`], where one of them is rounded too: «27 ألفا» and «27500 ألف». Only scale words slip so.
fn rounded_scale(a: &Number, b: &Number) -> Option<(u32, u32)> {
    let (low, high) = if a.size < b.size { (a, b) } else { (b, a) };
    let (digits, ratio) = (low.digits.count.min(high.digits.count), high.size / low.size);
    let agrees = |(tens, power): (u32, i32)| {
        if !(FAR.recip()..=FAR).contains(&(ratio / f64::from(power))) {
            return None;
        }
        let raised = low.times(Decimal::from(power))?;
        // «نحو 311 ألفا» has not the digits of 293.
        let near = gap(&raised, high) <= raised.slack.max(high.slack) && within(raised.low, high.low, ROUGHLY);
        (near || shortens(&raised, high) || shortens(high, &raised)).then_some((tens, digits))
    };
    // Without a scale word «21» is no slip of «21,376».
    let least = if low.size < 1e3 { ROUNDED } else { 2 };
    if digits < least { None } else { [(3, 1_000), (6, 1_000_000)].into_iter().find_map(agrees) }
}

/// What was rounded is at most so many times as much.
const ROUGHLY: Decimal = Decimal::from_parts(104, 0, 0, false, 2);
/// So many digits that are alike but for rounding are no chance, and what it weighs against them that two slips met.
const ROUNDED: u32 = 3;
const TWO_SLIPS: f64 = 6.0;
/// How many times as much is ten times, but for rounding.
const TENFOLD: RangeInclusive<f64> = 9.0..=11.0;

/// What two numbers are to each other of which one is ten times the other, and one is rounded.
pub fn tenfold(low: &Number, high: &Number) -> Option<(Relation, f64)> {
    if !TENFOLD.contains(&(high.size / low.size)) {
        return None;
    }
    let digits = low.digits.count.min(high.digits.count);
    let raised = low.times(Decimal::TEN).filter(|_| digits >= ROUNDED && low.bound == high.bound)?;
    let near = !raised.is_far_from(high) && gap(&raised, high) <= raised.slack.max(high.slack);
    near.then(|| (Relation::Differ(Difference::Scale { tens: 1, digits }), coincidence(digits) - TWO_SLIPS))
}

/// So many times as coarse is a number that was brought to millions beside one that was counted.
const COARSE: Decimal = Decimal::from_parts(100, 0, 0, false, 0);

/// «1,084,600» and «10.8 ملايين»: the point of a number that was rounded is a place off. Of two that were counted, 215 and
/// 2147, none is the other.
fn slipped_point(a: &Number, b: &Number) -> Option<(Relation, f64)> {
    let (low, high) = if a.size < b.size { (a, b) } else { (b, a) };
    let (fine, coarse) = if a.precision < b.precision { (a, b) } else { (b, a) };
    let rounded = fine.precision.checked_mul(COARSE).is_some_and(|least| coarse.precision >= least);
    tenfold(low, high).filter(|_| rounded && coarse.digits.count < fine.digits.count)
}

/// How many digits two numbers have, where swapping two digits of the one makes the other.
fn swapped(a: &Number, b: &Number) -> Option<u32> {
    let digits = a.digits.swapped_with(&b.digits, a.precision.max(b.precision))?;
    within(a.low.abs(), b.low.abs(), Decimal::TEN).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::super::numbers::tests::number;
    use super::*;

    #[test]
    fn the_first_of_two_digits_slips() {
        for (a, b, slipped) in [
            ("36", "26", true),
            ("72", "52", true),
            ("250", "950", false),
            ("214", "294", false),
            ("36", "37", false),
            ("3.6", "2.6", true),
            ("36", "25", false),
        ] {
            let (a, b) = (number(a), number(b));
            let slips = [is_first_digit_slipped(&a, &b), is_first_digit_slipped(&b, &a)];
            assert_eq!(slips, [slipped; 2], "{a:?} {b:?}");
        }
    }

    #[test]
    fn the_point_of_a_rounded_number_slips() {
        let number = |(text, scale): (&str, i64)| number(text).times(Decimal::from(scale)).expect("a number");
        for (a, b, slipped) in [
            (("1084600", 1), ("10.8", 1_000_000), true),
            (("1084600", 1), ("11", 1_000_000), false),
            (("1084600", 1), ("10.9", 1_000_000), false),
            (("215", 1), ("2147", 1), false),
            (("198", 1), ("1979", 1), false),
            (("154", 1000), ("1.545", 1_000_000), false),
        ] {
            let (a, b) = (number(a), number(b));
            assert_eq!([slipped_point(&a, &b), slipped_point(&b, &a)].map(|found| found.is_some()), [slipped; 2]);
        }
    }

    #[test]
    fn rounded_numbers_slip_by_scale_words_alone() {
        let number = |(text, scale): (&str, i64)| number(text).times(Decimal::from(scale)).expect("a number");
        for (a, b, scale) in [
            (("~27", 1000), ("27500", 1000), Some((3, 2))),
            (("27", 1_000_000), ("27.4", 1000), Some((3, 2))),
            (("762", 1), ("762762", 1000), Some((6, 3))),
            (("293", 1), ("~311", 1000), None),
            (("21", 1), ("21376", 1), None),
            (("27", 1000), ("274", 1000), None),
            (("~35", 1000), ("27500", 1000), None),
            (("7", 1_000_000), ("7.1", 1000), None),
        ] {
            assert_eq!(rounded_scale(&number(a), &number(b)), scale, "{a:?} {b:?}");
            assert_eq!(rounded_scale(&number(b), &number(a)), scale, "{b:?} {a:?}");
        }
    }
}
