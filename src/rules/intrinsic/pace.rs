//! So much in so long, told in two ways: «900 كيلومتر في 3 أيام، بمعدل 300 كيلومتر يوميا», «500 دولار شهريا، أي 6000 سنويا».

use super::interval::{Interval, interval};
use super::sentence::{Clause, same_unit};
use super::{Finding, arithmetic};
use crate::figure::{Bounded, Kind, Period, Value};
use crate::lexicon::Relation;
use rust_decimal::Decimal;

/// Words between the two, and between a figure and what says for how long it is.
const REACH: usize = 8;
const NEAR: usize = 3;
const LESS: Decimal = Decimal::from_parts(97, 0, 0, false, 2);
const MORE: Decimal = Decimal::from_parts(103, 0, 0, false, 2);

pub(super) fn check(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    for two in numbers.windows(2) {
        let (one, pace) = (two[0], two[1]);
        let Some(unit) = clause.follows_per(pace, NEAR).filter(|_| is_pace(clause, one, pace)) else { continue };
        let times = match clause.follows_per(one, NEAR).or_else(|| clause.leads_per(one, 1)) {
            Some(other) if other != unit => times(other, unit),
            Some(_) => None,
            None => in_time(clause, one, pace).and_then(|length| count(&length, unit)),
        };
        let value = |index: usize| clause.figure(index).value.quantity().and_then(interval);
        let other = clause.counts_more(pace) || is_within(clause, pace);
        if let (Some(all), Some(stated), Some(times), false) = (value(one), value(pace), times, other)
            && all.low > Decimal::ZERO
            && let Some(made) = all.over(times)
            && !made.overlaps(stated)
        {
            arithmetic::report(found, "average_does_not_follow", pace, &[one], made);
        }
    }
}

/// «12 ألفا سنويا خلال عشرة أشهر»
fn is_within(clause: &Clause<'_>, pace: usize) -> bool {
    let length = pace + 1;
    clause.figures().contains(&length)
        && matches!(clause.figure(length).value, Value::Duration(_))
        && clause.leads(Relation::Within, length, 1)
        && clause.runs(pace, length, NEAR)
}

/// The same, told for another time: «بمعدل», «أي», or in brackets.
fn is_pace(clause: &Clause<'_>, one: usize, pace: usize) -> bool {
    let equals = clause.leads(Relation::Equals, pace, 2) || clause.leads(Relation::Average, pace, 1);
    let changes = [Relation::Rise, Relation::Fall].iter().any(|change| clause.leads(*change, pace, NEAR));
    let some = clause.parts(Relation::Among, one, pace) || clause.parts(Relation::Was, one, pace);
    let said = equals || clause.before(pace).trim_end().ends_with('(');
    said && !changes && !some && clause.runs(one, pace, REACH) && same_unit_of_time(clause, one, pace)
}

/// One kind and one unit, whatever «يوميا» was read into it.
fn same_unit_of_time(clause: &Clause<'_>, one: usize, pace: usize) -> bool {
    let (a, b) = (clause.figure(one), clause.figure(pace));
    let unit = |index: usize| clause.figure(index).value.quantity().and_then(|quantity| quantity.unit.as_ref());
    let longer = |a: &str, b: &str| b.strip_prefix(a).is_some_and(|rest| rest.starts_with(' '));
    let alike = || unit(one).zip(unit(pace)).is_some_and(|(a, b)| longer(a, b) || longer(b, a));
    let named = a.kind() == Kind::Money || a.kind() == Kind::Count && unit(one).is_some();
    named && (same_unit(a, b) || a.kind() == b.kind() && alike())
}

/// The length of time that stands right after the figure: «في 3 أيام».
fn in_time(clause: &Clause<'_>, one: usize, pace: usize) -> Option<Period> {
    let length = one + 1;
    let led = clause.leads(Relation::Within, length, 0);
    match &clause.figure(length).value {
        Value::Duration(Bounded::Exact(period)) if length < pace && led && clause.runs(one, length, NEAR) => {
            Some(*period)
        }
        _ => None,
    }
}

/// How many of the second time are in the first, at least and at most: days may be those of work only.
fn times(first: Relation, second: Relation) -> Option<Interval> {
    let within = |a: Relation, b: Relation| match (a, b) {
        (Relation::PerYear, Relation::PerMonth) => Some((12, 12)),
        (Relation::PerYear, Relation::PerWeek) => Some((48, 53)),
        (Relation::PerYear, Relation::PerDay) => Some((200, 366)),
        (Relation::PerMonth, Relation::PerWeek) => Some((4, 5)),
        (Relation::PerMonth, Relation::PerDay) => Some((20, 31)),
        (Relation::PerWeek, Relation::PerDay) => Some((5, 7)),
        (Relation::PerDay, Relation::PerHour) => Some((6, 24)),
        _ => None,
    };
    let wide = |(low, high): (u16, u16)| Interval::between(low.into(), high.into());
    let one = Interval::exact(Decimal::ONE);
    match within(first, second) {
        Some(times) => Some(wide(times)),
        None => one.over(wide(within(second, first)?)),
    }
}

/// How many of the unit the length is.
fn count(length: &Period, unit: Relation) -> Option<Interval> {
    let (place, n) = length.only()?;
    let of = match place {
        0 => Relation::PerYear,
        1 => Relation::PerMonth,
        2 => Relation::PerWeek,
        3 => Relation::PerDay,
        4 => Relation::PerHour,
        _ => return None,
    };
    let same = Interval::exact(n);
    let times = if of == unit { Some(same) } else { times(of, unit)?.times(same) }?;
    Some(Interval { low: times.low.checked_mul(LESS)?, high: times.high.checked_mul(MORE)?, ..times })
}
