//! What the change between two values may be said to be.

use super::{Ends, NEAR};
use crate::figure::{Bounded, Figure, Kind, Value};
use crate::lexicon::Relation;
use crate::rules::intrinsic::interval::{Interval, counted, interval};
use crate::rules::intrinsic::sentence::{Clause, is_times, percent, same_unit};
use rust_decimal::Decimal;

/// What costs more may be rounded off to whole ones: «65 دولارا» beside «68.4».
const SMALL: Decimal = Decimal::from_parts(10, 0, 0, false, 0);
/// So much may a small price be off.
const HARDLY: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// What the change may be said to be, the plainest first.
pub(super) fn changes(clause: &Clause<'_>, size: usize, before: &Figure, after: &Figure) -> Vec<Interval> {
    let figure = clause.figure(size);
    let value = |end: &Figure, other: &Figure| {
        small_price(end, other).or_else(|| counted(&end.value)).filter(|end| end.low >= Decimal::ZERO)
    };
    let (Some(a), Some(b)) = (value(before, after), value(after, before)) else { return Vec::new() };
    let points = a.change(b);
    let part = || if a.low > Decimal::ZERO { a.change(b)?.over(a)?.scaled(Decimal::ONE_HUNDRED) } else { None };
    let of_percents = percent(before).is_some();
    let ways: [Option<Interval>; 2] = match &figure.value {
        Value::Percent(_) if of_percents => [points, part()],
        Value::Percent(_) => [part(), lost(clause, size, before, a, b)],
        Value::Ratio(ratio) if ratio.amount.high().is_some_and(|times| *times < Decimal::ONE) => fractions(a, b),
        Value::Ratio(_) => multiples(a, b),
        _ if is_times(figure) && clause.precedes(Relation::Multiply, size) => multiples(a, b),
        _ if clause.follows(Relation::BasisPoints, size, 0) && of_percents => {
            [rate(before).zip(rate(after)).and_then(|(a, b)| a.change(b)?.scaled(Decimal::ONE_HUNDRED)), None]
        }
        _ if clause.follows(Relation::PercentagePoints, size, 0) && of_percents => [points, None],
        _ if (same_unit(figure, before) || is_more_of(clause, size, before)) && !of_percents => [points, None],
        _ => [None, None],
    };
    ways.into_iter().flatten().collect()
}

/// «من 6 ريالات إلى 7.50 ريالات»: who tells the one to the hundredth rounds off no half of so small a price.
fn small_price(end: &Figure, other: &Figure) -> Option<Interval> {
    let (Value::Money(price), Value::Money(other)) = (&end.value, &other.value) else { return None };
    match price.amount {
        Bounded::Exact(n) if n <= SMALL && price.precision == Decimal::ONE && other.precision < Decimal::ONE => {
            Interval::exact(n).wider(HARDLY)
        }
        _ => None,
    }
}

/// A percentage told to the hundredth of a point: «25 في المئة» is 25.00 then, while 5.3 may be 5.25.
fn rate(figure: &Figure) -> Option<Interval> {
    let rate = percent(figure)?;
    match rate.amount {
        Bounded::Exact(n) if n.fract().is_zero() => Some(Interval::exact(n)),
        _ => interval(rate),
    }
}

/// «من 3.5 مليون نسمة إلى 4.9 مليون، أي 1.4 مليون إنسان إضافي»: what came on top may be called by another noun.
fn is_more_of(clause: &Clause<'_>, size: usize, before: &Figure) -> bool {
    clause.figure(size).kind() == before.kind() && clause.follows(Relation::More, size, 1)
}

/// «ثلاثة أضعاف» is three times as much, or by some three times more.
fn multiples(a: Interval, b: Interval) -> [Option<Interval>; 2] {
    let (low, high) = if a.low <= b.low { (a, b) } else { (b, a) };
    if low.low <= Decimal::ZERO {
        return [None, None];
    }
    let times = high.over(low);
    let more = times.and_then(|times| times.minus(Interval::exact(Decimal::ONE)));
    [times, more]
}

/// «إلى النصف», «بمقدار الثلث»: so much of what there was is left, or gone.
fn fractions(a: Interval, b: Interval) -> [Option<Interval>; 2] {
    let (low, high) = if a.low <= b.low { (a, b) } else { (b, a) };
    if low.low <= Decimal::ZERO {
        return [None, None];
    }
    // Such words are round: a half may be 48 in a hundred.
    let left = low.over(high).and_then(|left| left.wider(Decimal::new(5, 2)));
    let gone = left.and_then(|left| Interval::exact(Decimal::ONE).minus(left));
    [left, gone]
}

/// «تراجع من 7.73 إلى 8.85 للدولار، أي نحو 13%»: by what the other currency fell.
pub(super) fn lost_by_rate(clause: &Clause<'_>, size: usize, ends: Ends) -> Option<Interval> {
    let rates = clause.is_rate(ends.before) || clause.is_rate(ends.after);
    let (first, told) = (ends.before.min(ends.after), |relation, index| clause.leads(relation, index, NEAR));
    let falls = told(Relation::Fall, first) || told(Relation::Fall, size);
    let rises = told(Relation::Rise, first) || told(Relation::Rise, size);
    percent(clause.figure(size)).filter(|_| rates && falls && !rises)?;
    let value = |index: usize| counted(&clause.figure(index).value).filter(|value| value.low > Decimal::ZERO);
    let (a, b) = (value(ends.before)?, value(ends.after)?);
    if a.high >= b.low {
        return None;
    }
    a.change(b)?.over(b)?.scaled(Decimal::ONE_HUNDRED)
}

/// As a currency rises from 30 to 50, the other falls by 40 in a hundred: what is told to fall while the price rises.
fn lost(clause: &Clause<'_>, size: usize, before: &Figure, a: Interval, b: Interval) -> Option<Interval> {
    let told = |relation| clause.leads(relation, size, NEAR);
    let turned = a.high < b.low && told(Relation::Fall) || a.low > b.high && told(Relation::Rise);
    if before.kind() != Kind::Money || !turned || b.low <= Decimal::ZERO {
        return None;
    }
    a.change(b)?.over(b)?.scaled(Decimal::ONE_HUNDRED)
}
