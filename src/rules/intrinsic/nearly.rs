//! Two counts told to the last one that all but make a third: 22,491,921 valid and 1,762,762 void votes of 24,254,152.
//! No word needs to tie them together: that such numbers come so close by chance is not to be believed.

use super::interval::Interval;
use super::{Finding, arithmetic, part};
use crate::figure::{Bounded, Figure, Value};
use crate::text;
use rust_decimal::Decimal;

/// From here on a number is told to the last one, if it ends in no zeros.
const LEAST: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);
/// So many times the gap is less than the third: one in ten thousand.
const CLOSE: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);
/// Of more such numbers in a document, some come close by chance.
const MOST: usize = 16;
/// How many sentences lie between the two at most.
const NEAR: usize = 1;

pub(super) fn check(text: &str, figures: &[Figure], found: &mut Vec<Finding>) {
    let told: Vec<(usize, Decimal)> =
        figures.iter().enumerate().filter_map(|(index, figure)| Some((index, to_the_last(figure)?))).collect();
    if !(3..=MOST).contains(&told.len()) {
        return;
    }
    for (place, (one, a)) in told.iter().enumerate() {
        for (other, b) in &told[place + 1..] {
            let Some(sum) = a.checked_add(*b).filter(|_| are_near(text, &figures[*one], &figures[*other])) else {
                continue;
            };
            let is_it = told.iter().any(|(_, whole)| *whole == sum);
            let whole = told.iter().find(|(whole, n)| {
                all_but(*n, sum, *a.min(b)) || part::is_one_digit_off(figures, *whole, &[*one, *other])
            });
            if let Some((whole, _)) = whole.filter(|_| !is_it) {
                let made = Interval::exact(sum);
                arithmetic::report(found, "total_is_not_the_sum", *whole, &[*one, *other], made);
            }
        }
    }
}

/// The number, where it is told to the last one.
fn to_the_last(figure: &Figure) -> Option<Decimal> {
    let Value::Count(quantity) = &figure.value else { return None };
    let Bounded::Exact(n) = quantity.amount else { return None };
    let rounded = n.checked_rem(Decimal::ONE_HUNDRED)?.is_zero();
    (quantity.precision == Decimal::ONE && n.fract().is_zero() && !rounded && n >= LEAST).then_some(n)
}

/// The two are not the same, and closer than chance would bring them; far closer than the lesser part is great.
fn all_but(whole: Decimal, sum: Decimal, lesser: Decimal) -> bool {
    let gap = whole.checked_sub(sum).map(|gap| gap.abs());
    let under =
        |times: Decimal, most: Decimal| gap.and_then(|gap| gap.checked_mul(times)).is_some_and(|gap| gap < most);
    whole != sum && under(CLOSE, whole) && under(Decimal::ONE_HUNDRED, lesser)
}

fn are_near(text: &str, one: &Figure, other: &Figure) -> bool {
    let gap = text.get(one.sentence.end..other.sentence.start.max(one.sentence.end)).unwrap_or_default();
    one.sentence == other.sentence || text::sentences(gap).count() < NEAR
}
