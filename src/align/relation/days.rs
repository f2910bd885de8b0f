//! Days: what two dates are to each other by themselves: intervals at their granularity; an unknown year matches any.
//! Not here: what the text says of them besides (`dates.rs`).

use super::{Difference, Relation};
use crate::figure::{Edtf, EdtfDate, Year};
use jiff::ToSpan;
use jiff::civil::Date;

/// A date with its first and last day, as days from some day on, where they are known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dated {
    /// The date.
    pub(super) edtf: Edtf,
    /// Its days.
    pub(super) days: Option<(i32, i32)>,
}

impl Dated {
    /// A date with its days.
    pub(super) fn of(edtf: Edtf) -> Dated {
        let number = |date: Date| between(Date::ZERO, date);
        Dated { edtf, days: days(&edtf).map(|(first, last)| (number(first), number(last))) }
    }

    /// The same, where it is a year not widened into those beside it.
    pub(super) fn to_the_year(self) -> Dated {
        match self.edtf {
            Edtf::Point(date @ EdtfDate { month: None, approximate: true, .. }) => {
                Dated::of(Edtf::Point(EdtfDate { approximate: false, ..date }))
            }
            _ => self,
        }
    }
}

/// What two periods of numbers are to each other: what is told of the end of one year is not told of the next.
pub(super) fn compare_periods(x: &Edtf, y: &Edtf) -> Relation {
    let is_year = |date: &Edtf| matches!(date, Edtf::Point(EdtfDate { month: None, day: None, .. }));
    let (p, q) = (Dated::of(*x), Dated::of(*y));
    let years = is_year(x) && is_year(y);
    let (p, q) = if years { (p.to_the_year(), q.to_the_year()) } else { (p, q) };
    compared(&p, &q).0
}

/// What two dates are to each other by themselves, whatever they are dates of.
pub(super) fn compared(x: &Dated, y: &Dated) -> (Relation, f64) {
    match (&x.edtf, &y.edtf) {
        (Edtf::Relative, _) | (_, Edtf::Relative) => (Relation::Apart, 0.0),
        (Edtf::Point(p), Edtf::Point(q)) if p.year == Year::Unknown || q.year == Year::Unknown => in_any_year(p, q),
        (one, other) => match (x.days, y.days) {
            (Some(p), Some(q)) => by_days(one, p, other, q),
            _ => in_no_year(one, other),
        },
    }
}

/// Whether two intervals share less than half of the shorter: one fiscal year and the next.
pub fn hardly_meet(a: &Edtf, b: &Edtf) -> bool {
    let (Edtf::Interval(..), Edtf::Interval(..), Some(p), Some(q)) = (a, b, a.days(), b.days()) else { return false };
    let shared = between(p.0.max(q.0), p.1.min(q.1)).max(0);
    let shorter = between(p.0, p.1).min(between(q.0, q.1));
    // A year named at both ends is one fiscal year: its middle half a year is what counts.
    shorter > 366 && shared <= 366 && p != q
}

/// First and last day, widened where the date is only about then.
fn days(edtf: &Edtf) -> Option<(Date, Date)> {
    let (first, last) = edtf.days()?;
    let ends = match edtf {
        Edtf::Point(date) => [Some(date), Some(date)],
        Edtf::Interval(a, b) => [a.as_ref(), b.as_ref()],
        Edtf::Relative => [None, None],
    };
    let slack = |end: Option<&EdtfDate>| match end {
        Some(date) if date.approximate => match (date.month, date.day) {
            (None, _) => 31,
            (Some(_), None) => 10,
            _ => 2,
        },
        _ => 0,
    };
    let first = first.checked_sub(slack(ends[0]).days()).ok()?;
    let last = last.checked_add(slack(ends[1]).days()).ok()?;
    Some((first, last))
}

fn by_days(x: &Edtf, p: (i32, i32), y: &Edtf, q: (i32, i32)) -> (Relation, f64) {
    if let Some(bits) = other_stretch(x, p, y, q) {
        return (Relation::Differ(Difference::Date), bits);
    }
    if p.0 <= q.1 && q.0 <= p.1 {
        return (Relation::Agree, agreement(grain(x), grain(y), x == y));
    }
    if let (Edtf::Point(a), Edtf::Point(b)) = (x, y)
        && crossed(a, b)
        && a.year == b.year
    {
        return (Relation::Differ(Difference::DayMonth), 2.5);
    }
    if let (Edtf::Point(a), Edtf::Point(b)) = (x, y)
        && a.day.is_some()
        && (a.month, a.day) == (b.month, b.day)
    {
        return (Relation::Differ(Difference::Year), 1.5);
    }
    if let (Edtf::Point(a), Edtf::Point(b)) = (x, y)
        && (a.year, a.month) == (b.year, b.month)
        && has_swapped_day(a, b)
    {
        return (Relation::Differ(Difference::Date), SWAPPED_DAY);
    }
    if let (Edtf::Point(a), Edtf::Point(b)) = (x, y)
        && a.day.is_some()
        && (a.year, a.day) == (b.year, b.day)
    {
        // Another month's same day is seldom another event's.
        return (Relation::Differ(Difference::Date), -1.0);
    }
    if let (Edtf::Point(a), Edtf::Point(b)) = (x, y)
        && (a.month, a.day) == (b.month, b.day)
        && let (Year::Exact(a), Year::Exact(b)) = (a.year, b.year)
        && is_slip(a, b)
    {
        return (Relation::Differ(Difference::Date), SLIP);
    }
    if is_season_and_year(x, y) || is_season_and_year(y, x) {
        return (Relation::Loose, 0.0);
    }
    let apart = if p.1 < q.0 { q.0 - p.1 } else { p.0 - q.1 };
    let days = grain(x) == Grain::Day && grain(y) == Grain::Day;
    let bits = match apart {
        0..=3 if days => -2.0,
        0..=35 if !days => -3.5,
        0..=400 => -4.0,
        401..=700 => -5.0,
        // «2009» may be misprinted as «2006», but not «November 2011» as «2015».
        701..=1200 if grain(x) == grain(y) => -5.0,
        _ => -7.0,
    };
    (Relation::Differ(Difference::Date), bits + unevenness(grain(x), grain(y)))
}

/// Whether the one is of several years and the other a year: a season or a reign is seldom told as one year by another.
fn is_season_and_year(x: &Edtf, y: &Edtf) -> bool {
    let year = |date: &EdtfDate| date.month.is_none();
    matches!((x, y), (Edtf::Interval(Some(a), Some(b)), Edtf::Point(c)) if year(a) && year(b) && year(c))
}

/// What it weighs that two stretches of time that overlap are not one: told to the day, or in years that begin and end
/// a little later.
fn other_stretch(x: &Edtf, p: (i32, i32), y: &Edtf, q: (i32, i32)) -> Option<f64> {
    let (Edtf::Interval(Some(a), Some(b)), Edtf::Interval(Some(c), Some(d))) = (x, y) else { return None };
    let ends = [a, b, c, d];
    if p == q || p.0 > q.1 || q.0 > p.1 || ends.iter().any(|end| end.approximate) {
        return None;
    }
    if ends.iter().all(|end| end.day.is_some()) {
        return Some(if p.0 == q.0 || p.1 == q.1 { ONE_OTHER_END } else { OTHER_ENDS });
    }
    // «من مارس 2021 إلى نوفمبر 2023», but a quarter may well be told as the half of a year.
    let of_months = ends.iter().all(|end| end.month.is_some()) && !are_quarters(x) && !are_quarters(y);
    if of_months && (p.0 == q.0 || p.1 == q.1) {
        return Some(ONE_OTHER_END);
    }
    let shifted = (p.0 - q.0).signum() == (p.1 - q.1).signum() && p.0 != q.0;
    let most = p.1.min(q.1) - p.0.max(q.0) > p.0.abs_diff(q.0) as i32;
    (ends.iter().all(|end| end.month.is_none()) && shifted && most).then_some(OTHER_ENDS)
}

/// Whether a stretch of months begins and ends with quarters.
fn are_quarters(stretch: &Edtf) -> bool {
    let Edtf::Interval(Some(first), Some(last)) = stretch else { return false };
    first.day.is_none()
        && first.month.is_some_and(|month| month % 3 == 1)
        && last.month.is_some_and(|month| month % 3 == 0)
}

/// What it weighs that one end of two stretches is another, and that both are.
const ONE_OTHER_END: f64 = -1.5;
const OTHER_ENDS: f64 = -3.0;

/// Whether two days are one or two weeks apart.
pub(super) fn is_whole_weeks(p: (i32, i32), q: (i32, i32)) -> bool {
    p.0 == p.1 && q.0 == q.1 && matches!(p.0.abs_diff(q.0), 7 | 14)
}

/// What a year weighs of which two digits are swapped.
pub(super) const SLIP: f64 = -2.0;

/// What a day weighs of which the digits are swapped: hardly two events are on such days of one month.
const SWAPPED_DAY: f64 = 0.0;

/// Whether swapping the digits of a day makes the other: the 12th and the 21st.
fn has_swapped_day(a: &EdtfDate, b: &EdtfDate) -> bool {
    a.day.zip(b.day).is_some_and(|(a, b)| a != b && a % 10 * 10 + a / 10 == b)
}

/// Whether swapping the last two digits of a year makes the other: 1942 and 1924.
pub(super) fn is_slip(a: i16, b: i16) -> bool {
    let swapped = a / 100 * 100 + a % 10 * 10 + a % 100 / 10;
    a != b && swapped == b
}

/// A day and a month are seldom two tellings of one date.
fn unevenness(a: Grain, b: Grain) -> f64 {
    if (a == Grain::Day) == (b == Grain::Day) { 0.0 } else { -3.0 }
}

fn between(a: Date, b: Date) -> i32 {
    a.until(b).map_or(i32::MAX, |span| span.get_days())
}

/// Dates of which at least one lacks its year: months and days must fit.
fn in_any_year(p: &EdtfDate, q: &EdtfDate) -> (Relation, f64) {
    if p.month.is_none() && p.day.is_none() || q.month.is_none() && q.day.is_none() {
        return (Relation::Loose, 0.0);
    }
    if crossed(p, q) {
        return (Relation::Differ(Difference::DayMonth), 2.5);
    }
    let months = match (p.month, q.month) {
        (Some(m), Some(n)) => {
            let apart = m.abs_diff(n).min(12 - m.abs_diff(n));
            apart == 0 || (apart == 1 && (p.approximate || q.approximate))
        }
        _ => true,
    };
    let days = match (p.day, q.day) {
        (Some(d), Some(e)) => d == e || (p.approximate || q.approximate) && d.abs_diff(e) <= 2,
        _ => true,
    };
    let grain = |date: &EdtfDate| if date.day.is_some() { Grain::Day } else { Grain::Month };
    if months && days {
        return (Relation::Agree, agreement(grain(p), grain(q), true));
    }
    let one_part = months != days && p.day.is_some() && q.day.is_some();
    let bits = match one_part {
        true if months && has_swapped_day(p, q) => SWAPPED_DAY,
        true => -2.5,
        false => -5.0,
    };
    (Relation::Differ(Difference::Date), bits + unevenness(grain(p), grain(q)))
}

/// Intervals without years.
fn in_no_year(x: &Edtf, y: &Edtf) -> (Relation, f64) {
    let ends = |edtf: &Edtf| match edtf {
        Edtf::Point(date) => (Some(*date), Some(*date)),
        Edtf::Interval(a, b) => (*a, *b),
        Edtf::Relative => (None, None),
    };
    let ((a, b), (c, d)) = (ends(x), ends(y));
    let fits = |p: Option<EdtfDate>, q: Option<EdtfDate>| match (p, q) {
        (Some(p), Some(q)) => in_any_year(&p, &q).0 == Relation::Agree,
        _ => false,
    };
    let interval = |edtf: &Edtf| matches!(edtf, Edtf::Interval(..));
    if interval(x) && interval(y) && fits(a, c) && fits(b, d) { (Relation::Agree, 8.0) } else { (Relation::Loose, 0.0) }
}

/// Whether the one's day is the other's month, both ways.
fn crossed(p: &EdtfDate, q: &EdtfDate) -> bool {
    p.day.is_some() && p.month.is_some() && p.day == q.month && p.month == q.day && p.day != p.month
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Grain {
    Years,
    Year,
    Months,
    Month,
    Day,
}

fn grain(edtf: &Edtf) -> Grain {
    let of = |date: &EdtfDate| match (date.year, date.month, date.day) {
        (_, _, Some(_)) => Grain::Day,
        (_, Some(_), None) => Grain::Month,
        (Year::Exact(_), ..) => Grain::Year,
        _ => Grain::Years,
    };
    match edtf {
        Edtf::Point(date) => of(date),
        Edtf::Interval(Some(a), _) if a.month.is_some() => Grain::Months,
        _ => Grain::Years,
    }
}

/// The weight of two dates that agree: days are rarer than years.
fn agreement(a: Grain, b: Grain, same: bool) -> f64 {
    let bits = match a.min(b) {
        Grain::Years => 1.0,
        Grain::Year => 2.5,
        Grain::Months => 3.0,
        Grain::Month => 4.0,
        Grain::Day => 6.0,
    };
    // «this year» holds every month of it.
    if same || a == b { bits } else { bits - 2.5 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compare(x: &Edtf, y: &Edtf) -> (Relation, f64) {
        compared(&Dated::of(*x), &Dated::of(*y))
    }

    #[test]
    fn the_end_of_a_year_is_no_period_of_the_next() {
        let date = |text: &str| text.parse().expect("a date");
        let differ = Relation::Differ(Difference::Date);
        for (a, b, want) in [
            ("2023~", "2024~", differ),
            ("2023~", "2024", differ),
            ("2023~", "2023", Relation::Agree),
            ("2023~", "2023-12", Relation::Agree),
            ("2023~", "2024-01", Relation::Agree),
        ] {
            assert_eq!(compare_periods(&date(a), &date(b)), want, "{a} {b}");
            assert_eq!(compare_periods(&date(b), &date(a)), want, "{b} {a}");
        }
    }

    #[test]
    fn days_with_swapped_digits_are_a_slip() {
        for (a, b, slip) in [
            ("2025-09-12", "2025-09-21", true),
            ("XXXX-09-12", "2025-09-21", true),
            ("2025-09-01", "2025-09-10", true),
            ("2025-09-12", "2025-10-21", false),
            ("2025-09-12", "2025-09-22", false),
        ] {
            let bits = |x: &str, y: &str| compare(&x.parse().expect("a day"), &y.parse().expect("a day")).1;
            assert_eq!(bits(a, b) == SWAPPED_DAY, slip, "{a} {b}");
            assert_eq!(bits(a, b), bits(b, a), "{a} {b}");
        }
    }

    #[test]
    fn years_with_swapped_digits_are_a_slip() {
        for (a, b, slip) in
            [("1942", "1924", true), ("1942", "1925", false), ("2011", "2011", false), ("1988", "1899", false)]
        {
            let bits = |x: &str, y: &str| compare(&x.parse().expect("a year"), &y.parse().expect("a year")).1;
            assert_eq!(bits(a, b) == SLIP, slip, "{a} {b}");
            assert_eq!(bits(a, b), bits(b, a), "{a} {b}");
        }
    }
}
