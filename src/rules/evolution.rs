//! Evolution: differences that are no error, since each number may be right at its time.

use super::figure;
use crate::align::relation::{Difference, misprinted};
use crate::align::{Extracted, FigureRef, Link};
use crate::figure::{Bounded, Kind, Period, Value};
use jiff::civil::Date;
use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

/// How many days apart two reports are still of one state of affairs.
const SAME_NEWS: i32 = 6;
/// A day in seconds.
const A_DAY: Decimal = Decimal::from_parts(86_400, 0, 0, false, 0);

/// Why a difference is no error, as a key of the rule's causes; none where it may be one.
pub(super) fn of(link: &Link, sides: &[Vec<FigureRef>], documents: &[Extracted]) -> Option<&'static str> {
    let misprinted = misprinted_digits(link, documents);
    match link.difference {
        // Of three digits hardly another one alone has grown.
        Difference::Value if misprinted > 2 && !link.wavers => None,
        Difference::Value | Difference::Bound if link.grows && (link.wanes || !shrinks(link, sides, documents)) => {
            Some("growing_count")
        }
        // «أدنى مستوى منذ 19 فبراير» is another date when the price is another.
        Difference::Value | Difference::Bound | Difference::Date if link.wavers => Some("market"),
        Difference::Scale { digits: 1, .. } | Difference::Swapped { digits: ..=2 }
            if link.wavers
                && figure(link.a, documents).kind() == Kind::Percent
                && days_apart(link, documents).is_some_and(|days| days > 0) =>
        {
            Some("market")
        }
        // Highs and lows of other days are on days that are alike by chance.
        Difference::DayMonth if link.wavers && days_apart(link, documents).is_some_and(|days| days > 0) => {
            Some("market")
        }
        Difference::Value if counts_on(link, documents).unwrap_or(false) => Some("growing_count"),
        // Two digits say less: what is told a week later is another number.
        Difference::Value if misprinted > 2 => None,
        Difference::Value | Difference::Bound
            if !link.lasts && days_apart(link, documents).is_some_and(|days| days > SAME_NEWS) =>
        {
            Some("later_report")
        }
        Difference::Value if misprinted > 1 => None,
        Difference::Value | Difference::Bound if link.found && may_have_changed(link, documents) => {
            Some("later_report")
        }
        _ => None,
    }
}

/// Whether two numbers of one day differ in a digit of three that is not the last, and the third value is one of the two, or
/// nearly: of «117», «107» and «أكثر من 118» none has grown.
fn is_misprinted_beside(link: &Link, sides: &[Vec<FigureRef>], documents: &[Extracted]) -> bool {
    let side_of = |at: FigureRef| sides.iter().find(|side| side.contains(&at)).map(Vec::as_slice).unwrap_or_default();
    let (a, b) = (side_of(link.a), side_of(link.b));
    let days = |side: &[FigureRef]| side.iter().filter_map(|at| published(*at, documents)).collect::<FxHashSet<_>>();
    let of_one_day = || !days(a).is_disjoint(&days(b));
    misprinted_digits(link, documents) > 2 && of_one_day() && is_nearly_third(link, sides, documents)
}

/// Whether one of the two numbers is nearly the third value.
fn is_nearly_third(link: &Link, sides: &[Vec<FigureRef>], documents: &[Extracted]) -> bool {
    let third = sides.iter().find(|side| !side.contains(&link.a) && !side.contains(&link.b));
    let third = third.and_then(|side| number(*side.first()?, documents));
    let near = |at: FigureRef| {
        let (own, third) = (number(at, documents)?, third?);
        Some(own.checked_sub(third)?.abs() <= own.abs().checked_mul(NEARLY)?)
    };
    near(link.a) == Some(true) || near(link.b) == Some(true)
}

/// By such a part of it a number is nearly another.
const NEARLY: Decimal = Decimal::from_parts(3, 0, 0, false, 2);

/// How many digits two numbers have of which one that is not the last differs; none where they differ otherwise.
fn misprinted_digits(link: &Link, documents: &[Extracted]) -> u32 {
    let misprinted = || misprinted(&figure(link.a, documents).value, &figure(link.b, documents).value);
    if link.of_one_unit() { misprinted().unwrap_or(0) } else { 0 }
}

fn published(at: FigureRef, documents: &[Extracted]) -> Option<Date> {
    documents[at.document].document.published
}

fn days_apart(link: &Link, documents: &[Extracted]) -> Option<i32> {
    Some(published(link.a, documents)?.until(published(link.b, documents)?).ok()?.get_days().abs())
}

/// The number of a figure, or the end of its range that is known.
fn number(at: FigureRef, documents: &[Extracted]) -> Option<Decimal> {
    let amount = &figure(at, documents).value.quantity()?.amount;
    amount.low().or(amount.high()).copied()
}

/// Whether the lesser number is told on a later day than the greater: what only grows has not grown so.
fn shrinks(link: &Link, sides: &[Vec<FigureRef>], documents: &[Extracted]) -> bool {
    let (a, b) = (number(link.a, documents), number(link.b, documents));
    let (less, more) = if a < b { link.sides } else { (link.sides.1, link.sides.0) };
    let days = |side: usize| sides[side].iter().filter_map(|at| published(*at, documents));
    a.is_some() && b.is_some() && days(less).max() > days(more).min() && days(more).next().is_some()
}

/// Whether two lengths of time are counted up to the day of writing: «five days ago» is six the day after.
fn counts_on(link: &Link, documents: &[Extracted]) -> Option<bool> {
    let (p, q) = (figure(link.a, documents), figure(link.b, documents));
    let (Value::Duration(x), Value::Duration(y)) = (&p.value, &q.value) else { return None };
    let days = |length: &Bounded<Period>| length.low().or(length.high())?.seconds_about()?.checked_div(A_DAY);
    let between = days_apart(link, documents)?;
    let apart = days(x)?.checked_sub(days(y)?)?.abs();
    Some(between > 0 && apart <= Decimal::from(between))
}

/// Whether nothing tells how the one became the other.
pub(super) fn is_plain(link: &Link) -> bool {
    matches!(link.difference, Difference::Value | Difference::Bound | Difference::Date)
}

/// Whether the sources give value after value: a number that changes, or several things of one kind.
pub(super) fn is_many_valued(link: &Link, sides: &[Vec<FigureRef>], documents: &[Extracted]) -> bool {
    let days: FxHashSet<_> = sides.iter().flatten().map(|at| published(*at, documents)).collect();
    // «95» and «94» are both below «فاقت 110».
    let one_bound = || link.difference == Difference::Bound && is_nearly_third(link, sides, documents);
    let changes =
        || days.len() > 1 && !is_same_later(link) && !one_bound() && !is_misprinted_beside(link, sides, documents);
    is_plain(link) && (sides.len() >= 4 || sides.len() == 3 && changes())
}

/// Whether what two reports of one event state is the same a week later: of the quakes of an archive each has its own
/// magnitude.
fn is_same_later(link: &Link) -> bool {
    link.lasts && !link.found
}

/// Whether a count or a share may have changed between the two reports: they are of other days and of other
/// numbers.
pub(super) fn may_have_changed(link: &Link, documents: &[Extracted]) -> bool {
    let plain = matches!(link.difference, Difference::Value | Difference::Bound);
    let count = matches!(figure(link.a, documents).kind(), Kind::Count | Kind::Percent);
    plain && count && !is_same_later(link) && days_apart(link, documents).is_some_and(|days| days > 0)
}
