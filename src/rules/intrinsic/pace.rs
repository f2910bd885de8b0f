//! So much in so long, told in two ways: «900 كيلومتر في 3 أيام، بمعدل 300 كيلومتر يوميا», «500 دولار شهريا، أي 6000 سنويا»,
//! «3.6 مليار في 2024، بمعدل 300 مليون شهريا».

use super::interval::{Interval, interval};
use super::part::is_matter;
use super::sentence::{Clause, same_unit};
use super::{Finding, arithmetic};
use crate::figure::{Bounded, Calendar, Edtf, EdtfDate, Kind, Period, Value, Year};
use crate::lexicon::Relation;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// Words between the two, and between a figure and what says for how long it is.
const REACH: usize = 8;
const NEAR: usize = 3;
/// Words between a verb of change and the level that it led to.
const LEVEL: usize = 4;
const LESS: Decimal = Decimal::from_parts(97, 0, 0, false, 2);
const MORE: Decimal = Decimal::from_parts(103, 0, 0, false, 2);

pub(super) fn check(clause: &Clause<'_>, published: Option<Date>, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    for two in numbers.windows(2) {
        let (one, pace) = (two[0], two[1]);
        let named = || clause.leads_per(pace, 0).filter(|_| clause.leads(Relation::Average, pace, 4));
        let unit = clause.follows_per(pace, NEAR).or_else(named);
        let Some(unit) = unit.filter(|_| is_pace(clause, one, pace)) else { continue };
        let times = match clause.follows_per(one, NEAR).or_else(|| clause.leads_per(one, 1)) {
            Some(other) if other != unit => times(other, unit),
            Some(_) => None,
            None => in_time(clause, one, pace, published).and_then(|length| count(&length, unit, flows(clause, one))),
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

/// «12 ألفا سنويا خلال عشرة أشهر», «300 ألف يوميا في مايو»
fn is_within(clause: &Clause<'_>, pace: usize) -> bool {
    let length = pace + 1;
    clause.figures().contains(&length)
        && matches!(clause.figure(length).value, Value::Duration(_) | Value::Date(_))
        && clause.leads(Relation::Within, length, 1)
        && clause.runs(pace, length, NEAR)
}

/// The same, told for another time: «بمعدل», «أي», or in brackets.
fn is_pace(clause: &Clause<'_>, one: usize, pace: usize) -> bool {
    let equals = clause.leads(Relation::Equals, pace, 2)
        || clause.leads(Relation::Average, pace, 1)
        || clause.leads(Relation::Average, pace, 4) && clause.leads_per(pace, 0).is_some()
        || clause.leads(Relation::MadeOf, pace, 0);
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

/// The length of time that stands right after the figure, or before it: «في 3 أيام», «في 2024», «خلال مارس».
fn in_time(clause: &Clause<'_>, one: usize, pace: usize, published: Option<Date>) -> Option<Period> {
    let (before, after) = (one.checked_sub(1), one + 1);
    let follows = after < pace && clause.runs(one, after, NEAR);
    match &clause.figure(after).value {
        Value::Duration(length)
            if follows
                && clause.leads(Relation::Within, after, 0)
                && let Bounded::Exact(period) = **length =>
        {
            Some(period)
        }
        // «في 2025 و2026»
        Value::Date(_) if follows && after + 1 == pace => whole_time(clause, [one, pace], after, published),
        _ => {
            let before =
                before.filter(|before| clause.figures().contains(before) && clause.runs(*before, one, NEAR))?;
            whole_time(clause, [one, pace], before, published).filter(|_| after == pace)
        }
    }
}

/// The year, quarter or month that a figure is for, if it is over: what it has come to by then is no sum of it.
fn whole_time(clause: &Clause<'_>, [one, pace]: [usize; 2], time: usize, published: Option<Date>) -> Option<Period> {
    let Value::Date(date) = &clause.figure(time).value else { return None };
    let comes_to = [Relation::From, Relation::To, Relation::Rise, Relation::Fall, Relation::Was, Relation::SoFar];
    // «90 ألفا شهريا خلال موسم السياحة»
    let other = [Relation::Within, Relation::Since].iter().any(|then| clause.tells_near(*then, pace, NEAR + 1));
    let grown =
        other || comes_to.iter().any(|word| clause.leads(*word, one, LEVEL)) || clause.precedes(Relation::SoFar, time);
    if grown || date.calendar != Calendar::Gregorian || !clause.leads(Relation::Within, time, 1) {
        return None;
    }
    let (first, last) = match *date.best() {
        Edtf::Point(date) => (date, date),
        Edtf::Interval(Some(first), Some(last)) => (first, last),
        _ => return None,
    };
    let whole =
        |date: EdtfDate| date.day.is_none() && !date.approximate && matches!(date.year, Year::Exact(_) | Year::Unknown);
    let over = published.zip(last.days()).is_none_or(|(published, (_, end))| end < published);
    if !whole(first) || !whole(last) || !over || (first.year == Year::Unknown) != (last.year == Year::Unknown) {
        return None;
    }
    let year = |date: EdtfDate| match date.year {
        Year::Exact(year) => i64::from(year),
        _ => 0,
    };
    let years = year(last) - year(first);
    match (first.month, last.month) {
        (None, None) => Some(Period { years: Decimal::from(years + 1), ..Period::default() }),
        (Some(a), Some(b)) => {
            let months = years * 12 + i64::from(b) - i64::from(a) + 1;
            (months > 0).then(|| Period { months: Decimal::from(months), ..Period::default() })
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

/// Oil and water flow on every day, trade and schools rest.
fn flows(clause: &Clause<'_>, one: usize) -> bool {
    let figure = clause.figure(one);
    figure.kind() == Kind::Count && is_matter(figure)
}

/// How many of the unit the length is.
fn count(length: &Period, unit: Relation, flows: bool) -> Option<Interval> {
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
    let days = |low: u16, high: u16| Some(Interval::between(low.into(), high.into()));
    let each = match (of, unit) {
        _ if of == unit => Some(Interval::exact(Decimal::ONE)),
        (Relation::PerYear, Relation::PerDay) if flows => days(365, 366),
        (Relation::PerMonth, Relation::PerDay) if flows => days(28, 31),
        _ => times(of, unit),
    };
    let times = each?.times(same)?;
    Some(Interval { low: times.low.checked_mul(LESS)?, high: times.high.checked_mul(MORE)?, ..times })
}
