//! Dates: what two of them are to each other by what the texts say of them: which are named, and which are guessed from
//! the days of their reports.
//! Not here: what they are by themselves (`days.rs`).

use super::days::{Dated, SLIP, compared, is_slip, is_whole_weeks};
use super::{Difference, Relation, Said};
use crate::figure::{DateValue, Edtf, EdtfDate, Year};
use jiff::civil::Weekday;

/// A date made ready to be held against others.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// No such day exists.
    impossible: bool,
    /// It is said by reference to another day.
    relative: bool,
    /// It means a stretch of time.
    interval: bool,
    /// The number of a Hijri year that it is.
    hijri_year: Option<i16>,
    /// What is compared.
    date: Dated,
    /// The weekday of the day that it means.
    weekday: Option<Weekday>,
    /// The text names the weekday.
    names_weekday: bool,
    /// What the text says of it beside.
    said: Said,
}

impl Told {
    /// A date, with what the text says of it beside.
    pub fn of(date: &DateValue, said: Said) -> Told {
        let day = date.best().days().filter(|(first, last)| first == last);
        Told {
            impossible: date.impossible,
            relative: date.edtf == Edtf::Relative && !said.numbered,
            interval: matches!(date.best(), Edtf::Interval(..)),
            hijri_year: date.hijri.filter(|hijri| hijri.month.is_none()).and_then(|hijri| hijri.year),
            date: Dated::of(stated(date, said.year)),
            weekday: day.map(|(day, _)| day.weekday()),
            names_weekday: date.weekday.is_some(),
            said,
        }
    }

    /// What the text says of it beside.
    pub fn said(&self) -> Said {
        self.said
    }
}

/// What two dates are to each other.
pub fn relate(a: &Told, b: &Told) -> (Relation, f64) {
    if a.impossible || b.impossible {
        return (Relation::Apart, 0.0);
    }
    let relative = u8::from(a.relative) + u8::from(b.relative);
    let found = match (a.date.days, b.date.days) {
        // «Sunday» may be another Sunday than was guessed.
        (Some(p), Some(q)) if relative > 0 && is_whole_weeks(p, q) => (Relation::Loose, 0.0),
        (Some(p), Some(q)) if relative > 0 && (a.said.night && is_next(p, q) || b.said.night && is_next(q, p)) => {
            (Relation::Loose, 0.0)
        }
        // The beginning of a year is neither in the year before nor plainly apart from it.
        _ if is_year_and_end_of_another(a, b) || is_year_and_end_of_another(b, a) => (Relation::Loose, 0.0),
        _ if are_ends_of_two_years(a, b) => compared(&a.date.to_the_year(), &b.date.to_the_year()),
        _ => compared(&a.date, &b.date),
    };
    match found {
        // A Hijri year is a stretch of time, and two of its digits may be swapped as those of any year.
        (Relation::Differ(_), _) if a.hijri_year.zip(b.hijri_year).is_some_and(|(p, q)| is_slip(p, q)) => {
            (Relation::Differ(Difference::Date), SLIP)
        }
        // Two quarters are two periods spoken of, not two dates of one event.
        (Relation::Differ(_), _) if a.interval && b.interval && !meet(a, b) => (Relation::Loose, -2.0),
        // What «Tuesday» means is a guess from the day of publication; two guesses are little evidence, unless the
        // sentences are as good as one and the days are neighbours.
        (Relation::Differ(_), bits) if are_neighbouring_weekdays(a, b) => {
            (Relation::Differ(Difference::Date), bits - GUESSED)
        }
        (Relation::Differ(_), _) if relative == 2 => (Relation::Loose, -2.0),
        // «Sunday» may be that of another week.
        (Relation::Differ(_), _) if relative == 1 && same_weekday(a, b) => (Relation::Loose, -2.0),
        (Relation::Differ(difference), bits) if relative == 1 => (Relation::Differ(difference), bits - 4.0),
        found => found,
    }
}

/// Whether both mean the same end of a year, and not of one year: as near as they are to the turn of it, they do not meet.
fn are_ends_of_two_years(a: &Told, b: &Told) -> bool {
    let year = |date: &Told| match date.date.edtf {
        Edtf::Point(EdtfDate { year: Year::Exact(year), month: None, .. }) => Some(year),
        _ => None,
    };
    a.said.end.is_some() && a.said.end == b.said.end && year(a).zip(year(b)).is_some_and(|(a, b)| a != b)
}

/// Whether the one is a whole year and the other about the end of the one beside it.
fn is_year_and_end_of_another(year: &Told, other: &Told) -> bool {
    let of = |date: &Told| match date.date.edtf {
        Edtf::Point(EdtfDate { year: Year::Exact(year), month: None, approximate, .. }) => Some((year, approximate)),
        _ => None,
    };
    matches!((of(year), of(other)), (Some((year, false)), Some((other, true))) if year.abs_diff(other) == 1)
}

/// What it weighs against two dates that both are guessed from the days of publication.
const GUESSED: f64 = 7.5;

/// Whether two stretches of time have a day in common: of two that begin or end apart, one may well be wrong.
fn meet(a: &Told, b: &Told) -> bool {
    a.date.days.zip(b.date.days).is_some_and(|(p, q)| p.0 <= q.1 && q.0 <= p.1)
}

/// Whether both are days, and the second is the day after the first, on which a night ends.
fn is_next(p: (i32, i32), q: (i32, i32)) -> bool {
    p.0 == p.1 && q.0 == q.1 && q.0 - p.0 == 1
}

/// Whether the text names both weekdays, and the one is the day after the other.
fn are_neighbouring_weekdays(a: &Told, b: &Told) -> bool {
    let day = |date: &Told| date.date.days.filter(|(first, last)| first == last && date.relative && date.names_weekday);
    day(a).zip(day(b)).is_some_and(|((x, _), (y, _))| x.abs_diff(y) == 1)
}

/// Whether the one names the weekday that the other's day is.
fn same_weekday(a: &Told, b: &Told) -> bool {
    (a.names_weekday || b.names_weekday) && a.weekday.is_some() && a.weekday == b.weekday
}

/// What the text says; what it means only where it says nothing by itself. A year that is only guessed from
/// the day of publication is no ground for a doubt; one that the sentence tells is.
fn stated(date: &DateValue, year: Option<Year>) -> Edtf {
    match (date.edtf, year) {
        (Edtf::Relative, _) => *date.best(),
        // «17 الجاري»: the month is said by reference, not left open.
        (Edtf::Point(point), _) if point.month.is_none() && point.day.is_some() => *date.best(),
        (Edtf::Point(point), Some(year)) if point.year == Year::Unknown => Edtf::Point(EdtfDate { year, ..point }),
        (edtf, _) => edtf,
    }
}

#[cfg(test)]
mod tests {
    use super::super::YearEnd;
    use super::*;

    #[test]
    fn dates_are_intervals() {
        let date = Relation::Differ(Difference::Date);
        for (a, b, want) in [
            ("2018", "2018-02", Relation::Agree),
            ("2018", "2019", date),
            ("2018~", "2019~", Relation::Agree),
            ("2018~", "2017", Relation::Loose),
            ("2018~", "2018-02", Relation::Agree),
            ("2015~", "2015-12", Relation::Agree),
            ("XXXX-11-20", "2023-11-20", Relation::Agree),
            ("XXXX-11-20", "2023-11-21", date),
            ("1995", "1996/1997", Relation::Loose),
            ("1996/1997", "1995", Relation::Loose),
            ("2001/2009", "2000/2008", date),
            ("2024-09-15/2024-11-15", "2024-09-15/2024-12-15", date),
            ("2021-03/2023-11", "2021-05/2023-11", date),
            ("2026-01/2026-03", "2026-04/2026-06", Relation::Loose),
            ("XXXX-11-20", "2023", Relation::Loose),
            ("2027-03", "2027-07/2027-09", date),
            ("2027-07/2027-09", "2027-07/2027-12", Relation::Agree),
            ("2027-07/2027-11", "2027-07/2027-12", Relation::Agree),
            ("2019-05-10", "2019-10-05", Relation::Differ(Difference::DayMonth)),
            ("2009/2015", "2009/2015", Relation::Agree),
            ("XXXX-02-15/XXXX-03-25", "2024-02-15/2024-03-25", Relation::Agree),
            ("XXXX-02~/XXXX-03~", "2024-02-15/2024-03-25", Relation::Agree),
            ("rel", "2024", Relation::Apart),
            ("2017-03", "2018-03", date),
            ("2016-03-15", "2015-03-15", Relation::Differ(Difference::Year)),
        ] {
            let told = |text: &str| Told::of(&DateValue::stated(text.parse().expect("a date")), Said::default());
            assert_eq!(relate(&told(a), &told(b)).0, want, "{a} {b}");
            assert_eq!(relate(&told(b), &told(a)).0, want, "{b} {a}");
        }
    }

    fn weekday(day: &str) -> DateValue {
        let edtf: Edtf = day.parse().expect("a day");
        let weekday = edtf.days().map(|(day, _)| day.weekday().into());
        DateValue { resolved: Some(edtf), weekday, ..DateValue::stated(Edtf::Relative) }
    }

    #[test]
    fn of_guessed_days_only_neighbours_are_held_against_each_other() {
        for (a, b, differ) in [
            ("2018-04-21", "2018-04-22", true),
            ("2018-04-21", "2018-04-23", false),
            ("2018-04-21", "2018-04-28", false),
            ("2018-04-21", "2018-04-21", false),
        ] {
            let (relation, bits) =
                relate(&Told::of(&weekday(a), Said::default()), &Told::of(&weekday(b), Said::default()));
            assert_eq!(relation == Relation::Differ(Difference::Date), differ, "{a} {b}");
            assert!(!differ || bits <= -GUESSED, "{a} {b}: {bits}");
        }
        // «today» in the reports of two days.
        let today = |day: &str| DateValue { weekday: None, ..weekday(day) };
        let found =
            relate(&Told::of(&today("2018-04-21"), Said::default()), &Told::of(&today("2018-04-22"), Said::default()));
        assert_eq!(found.0, Relation::Loose);
    }

    #[test]
    fn a_month_years_from_a_year_is_hardly_that_year_misprinted() {
        let told = |text: &str| Told::of(&DateValue::stated(text.parse().expect("a date")), Said::default());
        let bits = |a: &str, b: &str| relate(&told(a), &told(b)).1;
        assert!(bits("2011-11", "2015") < bits("2012", "2015"));
        assert_eq!(bits("2013-11", "2015"), bits("2013", "2015"));
    }

    #[test]
    fn the_same_ends_of_two_years_do_not_meet() {
        for (a, b, want) in [
            (Some(YearEnd::Late), Some(YearEnd::Late), Relation::Differ(Difference::Date)),
            (Some(YearEnd::Late), Some(YearEnd::Early), Relation::Agree),
            (Some(YearEnd::Late), None, Relation::Agree),
            (None, None, Relation::Agree),
        ] {
            let told = |year: &str, end| {
                let date = DateValue::stated(year.parse().expect("a date"));
                Told::of(&date, Said { end, ..Said::default() })
            };
            let (one, other) = (told("2026~", a), told("2027~", b));
            assert_eq!(relate(&one, &other).0, want, "{a:?} {b:?}");
            assert_eq!(relate(&other, &one).0, want, "{b:?} {a:?}");
        }
    }

    #[test]
    fn a_night_is_told_as_of_the_day_after_it_too() {
        for (a, b, night, want) in [
            ("2024-05-13", "2024-05-14", true, Relation::Loose),
            ("2024-05-14", "2024-05-13", true, Relation::Differ(Difference::Date)),
            ("2024-05-13", "2024-05-15", true, Relation::Differ(Difference::Date)),
            ("2024-05-13", "2024-05-14", false, Relation::Differ(Difference::Date)),
            ("2024-05-13", "2024-05-13", true, Relation::Agree),
        ] {
            let one = Told::of(&weekday(a), Said { night, ..Said::default() });
            let other = Told::of(&DateValue::stated(b.parse().expect("a day")), Said::default());
            assert_eq!(relate(&one, &other).0, want, "{a} {b}");
            assert_eq!(relate(&other, &one).0, want, "{b} {a}");
            // With its number, «ليل 13 مايو» is of that day.
            let one = Told::of(&DateValue::stated(a.parse().expect("a day")), Said { night, ..Said::default() });
            let differ = a != b;
            assert_eq!(matches!(relate(&one, &other).0, Relation::Differ(_)), differ, "{a} {b}");
        }
    }

    #[test]
    fn a_day_with_its_number_is_no_guess() {
        let next = |day: &str| DateValue { weekday: None, ..weekday(day) };
        let bits = |numbered: bool| {
            let said = Said { numbered, ..Said::default() };
            let stated = DateValue::stated("2025-06-22".parse().expect("a day"));
            let (relation, bits) = relate(&Told::of(&next("2025-05-22"), said), &Told::of(&stated, Said::default()));
            assert_eq!(relation, Relation::Differ(Difference::Date));
            bits
        };
        assert!(bits(true) > bits(false));
    }
}
