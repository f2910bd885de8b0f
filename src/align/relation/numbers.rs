//! Numbers: what two of them are to each other by precision and bounds.
//! Not here: how they differ, where they do (`differing.rs`).

use super::differing::{coincidence, differ, is_misprint, scale};
use super::number::{Number, gap, shortens, within};
use super::{Difference, Relation};
use crate::figure::{Bound, Quantity};
use rust_decimal::Decimal;

/// A bound is taken for the best that the writer knows: what it bounds is not this many times further on.
const BEST: Decimal = Decimal::from_parts(16, 0, 0, false, 1);
/// Two bounds of one thing are at most this far from each other.
const BOUNDS: Decimal = Decimal::from_parts(125, 0, 0, false, 2);

/// By such a part of it a bound is rounded.
const HARDLY: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// What it weighs that one writer sets a floor above the ceiling of another: of two things hardly anybody tells so.
const OPPOSED: f64 = 3.5;
/// What it weighs that the floor of the one is the ceiling of the other.
const TURNED: f64 = 2.0;
/// What it weighs at least then, and what two values weigh that are four times as far: beyond, they are two things.
const LEAST: f64 = 0.5;
const FARTHEST: f64 = -4.8;

/// What two numbers of one unit are to each other.
pub fn relate(a: &Number, b: &Number) -> (Relation, f64) {
    use Bound::{AtLeast, AtMost, Range, Vague};
    if a.bound == Vague || b.bound == Vague {
        return (Relation::Apart, 0.0);
    }
    let order = |x: Bound| matches!(x, AtLeast | AtMost);
    match (order(a.bound), order(b.bound)) {
        (false, false) if a.is_far_from(b) => differ(a, b, Difference::Value),
        (false, false) => {
            let (apart, slack) = (gap(a, b), a.slack.max(b.slack));
            if apart <= slack || shortens(a, b) || shortens(b, a) {
                let ranged = a.bound == Range || b.bound == Range;
                let bits = if ranged { 2.0 } else { agreement(a, b) };
                return (Relation::Agree, bits);
            }
            differ(a, b, Difference::Value)
        }
        (true, true) if a.bound == b.bound => {
            if !a.is_far_from(b) && within(a.low, b.low, BOUNDS) {
                return (Relation::Agree, agreement(a, b).min(4.0));
            }
            // Two floors exclude each other as little as two ceilings, unless one is the other misprinted.
            match differ(a, b, Difference::Bound) {
                (Relation::Differ(Difference::Bound), _) if !is_misprint(a, b) => (Relation::Loose, 0.0),
                slip => slip,
            }
        }
        (true, true) => {
            let (least, most) = if a.bound == AtLeast { (a, b) } else { (b, a) };
            // «لا يقل عن 10» and «لا يزيد على 10» could both be 10, but hardly does anybody mean that.
            if least.low == most.high {
                return (Relation::Differ(Difference::Bound), TURNED);
            }
            // A bound is no rounded number: «سبعة ملايين على الأقل» are not six and a half.
            one_sided(least.low, most.high, a.slack.min(b.slack)).unwrap_or_else(|| {
                let (relation, bits) = differ(a, b, Difference::Bound);
                // Each is the best that its writer knows, so that nearness says little.
                (relation, if bits < FARTHEST { bits + OPPOSED } else { (bits + OPPOSED).max(LEAST) })
            })
        }
        _ => {
            let (bound, other) = if order(a.bound) { (a, b) } else { (b, a) };
            // A bound is hardly rounded: «أكثر من 70» may be 69.9, but «أقل من مليون» is no 1.2 million.
            let hardly = bound.low.abs().checked_mul(HARDLY).unwrap_or_default();
            let slack = other.slack.max(bound.slack.min(hardly));
            let found = match bound.bound {
                AtLeast => one_sided(bound.low, other.high, slack),
                _ => one_sided(other.low, bound.high, slack),
            };
            match found {
                Some((Relation::Loose, _)) if scale(a, b).is_some() => differ(a, b, Difference::Bound),
                Some((relation, _)) if bound.low == other.low => (relation, agreement(a, b)),
                Some(found) => found,
                None => differ(a, b, Difference::Bound),
            }
        }
    }
}

/// «at least `low`» with a value that reaches `high`; none where they cannot both be.
fn one_sided(low: Decimal, high: Decimal, slack: Decimal) -> Option<(Relation, f64)> {
    if low > high.saturating_add(slack) {
        return None;
    }
    if within(low, high, BEST) { Some((Relation::Agree, 1.5)) } else { Some((Relation::Loose, -1.0)) }
}

/// The weight of two numbers that agree: the more digits, the rarer by chance.
fn agreement(a: &Number, b: &Number) -> f64 {
    let (shared, exact) = (a.digits.count.min(b.digits.count), a.low == b.low);
    let bits = coincidence(shared) - 1.0;
    if exact { bits } else { bits - 1.0 }
}

/// How many digits a number has.
pub fn digits(quantity: &Quantity) -> u32 {
    Number::of(quantity).digits.count
}

/// Whether a number has so many digits that nobody tells it of another thing by chance.
pub fn is_particular(quantity: &Quantity) -> bool {
    digits(quantity) > 1
}

/// As [`relate`], for numbers of two units of one dimension: as they are written, and in the first unit of it.
pub fn relate_measured(written: (&Number, &Number), (a, b): (&Number, &Number)) -> (Relation, f64) {
    let apart = a.size.max(b.size) > a.size.min(b.size) * NEAR_UNITS;
    of_measure(relate(a, b), same_number(written.0, written.1).filter(|_| apart))
}

/// What two distances are found to be, unless the one is the other brought to tens: «على بعد 80 كيلومترا» are 77. Whoever
/// weighs or counts does not round so.
pub fn or_rounded(found: (Relation, f64), a: &Number, b: &Number) -> (Relation, f64) {
    let rounded = || is_rounded(a, b) || is_rounded(b, a);
    if found.0 == Relation::Differ(Difference::Value) && rounded() { (Relation::Loose, 0.0) } else { found }
}

/// Whether the first is the second brought to a number of fewer digits that is hardly another.
fn is_rounded(round: &Number, exact: &Number) -> bool {
    let worth = round.digits.worth().filter(|worth| *worth > Decimal::ONE && round.digits.count < exact.digits.count);
    worth.is_some_and(|worth| gap(round, exact) <= worth / Decimal::TWO && within(round.low, exact.low, HARDLY_MORE))
}

/// What is at most so many times as much was rounded to it.
const HARDLY_MORE: Decimal = Decimal::from_parts(104, 0, 0, false, 2);

/// As [`relate`], where only the one says what it measures: «1511 كيلومترا» are no slip of «1.5 مليون».
pub fn relate_bare(a: &Number, b: &Number) -> (Relation, f64) {
    let found = relate(a, b);
    let slip = matches!(found.0, Relation::Differ(Difference::Scale { .. }));
    if slip && scale(a, b).is_none() { (Relation::Apart, 0.0) } else { found }
}

/// What two amounts are to each other that are the same number, of so many digits, in two units.
pub(super) fn of_measure(found: (Relation, f64), same: Option<u32>) -> (Relation, f64) {
    match (found.0, same) {
        (Relation::Differ(_), Some(digits)) => {
            (Relation::Differ(Difference::Measure { digits }), coincidence(digits) - MEASURE)
        }
        _ => found,
    }
}

/// How many digits the numbers share, where they are the same number.
pub fn same_number(a: &Number, b: &Number) -> Option<u32> {
    (a.low == b.low && a.high == b.high).then_some(a.digits.count)
}

/// Units that are at most this many times each other are taken for one: «ميل» is mostly a «ميل بحري» at sea.
const NEAR_UNITS: f64 = 1.3;
/// What it weighs against two amounts that one of them is told in a wrong unit.
const MEASURE: f64 = 4.0;

/// As [`super::digits_scaled`].
pub fn digits_scaled(a: &Quantity, b: &Quantity) -> Option<u32> {
    scale(&Number::of(a), &Number::of(b)).map(|(_, digits)| digits)
}

/// As [`super::misprinted`].
pub fn misprinted(a: &Quantity, b: &Quantity) -> Option<u32> {
    let (a, b) = (Number::of(a), Number::of(b));
    a.digits.differ_within(&b.digits).then_some(a.digits.count)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::figure::Bounded;

    pub fn number(text: &str) -> Number {
        let (bound, text) = match text.split_at(1) {
            ("~", rest) => (Bound::About, rest),
            (">", rest) => (Bound::AtLeast, rest),
            ("<", rest) => (Bound::AtMost, rest),
            _ => (Bound::Exact, text),
        };
        let n: Decimal = text.parse().expect("a number");
        let precision = Decimal::new(1, n.scale());
        let amount = match bound {
            Bound::About => Bounded::About(n),
            Bound::AtLeast => Bounded::AtLeast(n),
            Bound::AtMost => Bounded::AtMost(n),
            _ => Bounded::Exact(n),
        };
        Number::of(&Quantity { amount, precision, unit: None })
    }

    #[test]
    fn numbers_are_read_fairly() {
        use Difference::{Bound, Scale, Swapped, Value};
        let differ = |difference| Relation::Differ(difference);
        for (a, b, want) in [
            ("97.4", "97", Relation::Agree),
            ("97.4", "98", differ(Value)),
            ("97.4", "974", differ(Scale { tens: 1, digits: 3 })),
            ("500", "5000", differ(Scale { tens: 1, digits: 1 })),
            ("2500", "2500000", differ(Scale { tens: 3, digits: 2 })),
            ("254.30", "245.30", differ(Swapped { digits: 4 })),
            ("31215", "31512", differ(Swapped { digits: 5 })),
            ("53", "35", differ(Swapped { digits: 2 })),
            ("120", "102", differ(Swapped { digits: 2 })),
            ("12", "10.2", differ(Value)),
            ("~100", "104", Relation::Agree),
            ("~100", "120", differ(Value)),
            (">100", "130", Relation::Agree),
            (">100", "90", differ(Bound)),
            ("1200000", "<1000000", differ(Bound)),
            ("69.9", ">70", Relation::Agree),
            ("2.7", ">3", differ(Bound)),
            ("51.4", "<54.1", Relation::Agree),
            (">345", "354", Relation::Agree),
            (">100", "770", Relation::Loose),
            (">100", "1000", differ(Scale { tens: 1, digits: 1 })),
            (">370", ">37", differ(Scale { tens: 1, digits: 2 })),
            (">300", ">320", Relation::Agree),
            ("<80", ">90", differ(Bound)),
            (">7000", "<6500", differ(Bound)),
            ("<66.6", ">50", Relation::Agree),
            ("165", ">180", differ(Bound)),
            ("0", "5", differ(Value)),
            ("-1.5", "-1.5", Relation::Agree),
            (">-2", ">-2", Relation::Agree),
            ("<-2", ">3", differ(Bound)),
        ] {
            assert_eq!(relate(&number(a), &number(b)).0, want, "{a} {b}");
            assert_eq!(relate(&number(b), &number(a)).0, want, "{b} {a}");
        }
    }

    #[test]
    fn one_number_in_two_units_is_no_conversion() {
        let measure = |digits| Relation::Differ(Difference::Measure { digits });
        for (a, size_of_a, b, size_of_b, want) in [
            ("300", "1000", "300", "1609.344", measure(1)),
            ("12", "1000", "12", "1", measure(2)),
            (">12", "1000", "12", "1", measure(2)),
            (">12", "1", "12", "1000", measure(2)),
            ("300", "1000", "186.4", "1609.344", Relation::Agree),
            ("300", "1000", "200", "1609.344", Relation::Differ(Difference::Value)),
            ("300", "1852", "300", "1609.344", Relation::Differ(Difference::Value)),
            ("0", "1000", "0", "1", Relation::Agree),
        ] {
            let (a, b) = (number(a), number(b));
            let measured = |n: Number, size: &str| n.times(size.parse().expect("a size")).expect("a number");
            let (of_a, of_b) = (measured(a, size_of_a), measured(b, size_of_b));
            assert_eq!(relate_measured((&a, &b), (&of_a, &of_b)).0, want, "{a:?} {b:?}");
            assert_eq!(relate_measured((&b, &a), (&of_b, &of_a)).0, want, "{b:?} {a:?}");
        }
    }

    #[test]
    fn digits_are_cut_off_and_numbers_made_round() {
        let agree = |a: Number, b: Number| relate(&a, &b).0 == Relation::Agree && relate(&b, &a).0 == Relation::Agree;
        let thousands = |text: &str| number(text).times(Decimal::from(1000)).expect("a number");
        assert!(agree(thousands("762"), number("762762")));
        assert!(!agree(thousands("761"), number("762762")));
        assert!(agree(number("550"), number("544.6")));
        assert!(!agree(number("550"), number("530.6")));
        assert!(!agree(number("1440"), number("1430")));
    }

    #[test]
    fn a_scale_word_slips_from_rounded_numbers_too() {
        let thousands = |text: &str| number(text).times(Decimal::from(1000)).expect("a number");
        let slip = relate(&thousands("~27"), &thousands("27500")).0;
        assert_eq!(slip, Relation::Differ(Difference::Scale { tens: 3, digits: 2 }));
        assert_eq!(relate(&thousands("~35"), &thousands("27500")).0, Relation::Differ(Difference::Value));
    }

    #[test]
    fn what_measures_nothing_is_no_rounded_slip_of_a_measure() {
        let millions = |text: &str| number(text).times(Decimal::from(1_000_000)).expect("a number");
        assert_eq!(relate_bare(&number("1511"), &millions("1.5")).0, Relation::Apart);
        let scale = |tens, digits| Relation::Differ(Difference::Scale { tens, digits });
        assert_eq!(relate_bare(&number("1500"), &millions("1.5")).0, scale(3, 2));
        for (low, high, slip) in [
            ("15.9", "158.7", true),
            ("15.87", "159", true),
            ("15.9", "159.8", false),
            ("16", "158.7", false),
            ("15.9", "15.87", false),
            ("~15.9", "158.7", false),
        ] {
            let found = super::super::differing::tenfold(&number(low), &number(high)).map(|found| found.0);
            assert_eq!(found, slip.then(|| scale(1, 3)), "{low} {high}");
        }
    }

    #[test]
    fn distances_are_rounded_to_tens() {
        for (a, b, want) in [
            ("80", "77", Relation::Loose),
            ("80", "75", Relation::Differ(Difference::Value)),
            ("77", "78", Relation::Differ(Difference::Value)),
            ("60", "32", Relation::Differ(Difference::Value)),
            ("900", "873", Relation::Loose),
            ("900", "850", Relation::Differ(Difference::Value)),
        ] {
            let (a, b) = (number(a), number(b));
            assert_eq!(or_rounded(relate(&a, &b), &a, &b).0, want);
            assert_eq!(or_rounded(relate(&b, &a), &b, &a).0, want);
        }
    }

    #[test]
    fn more_digits_weigh_more() {
        let bits = |a: &str, b: &str| relate(&number(a), &number(b)).1;
        assert!(bits("97.4", "974") > bits("500", "5000"));
        assert!(bits("31215", "31512") > bits("53", "35"));
        assert!(bits("120", "130") > bits("120", "1700"));
        assert!(bits("17", "177") > bits("17", "188"));
        assert!(bits("1203", "12053") > bits("17", "177"));
        assert!(bits("214", "224") > bits("214", "225"));
        assert!(bits(">600", "<400") > bits(">600", "400"));
        assert!(bits(">400", "<400") > bits(">600", "<400"));
    }
}
