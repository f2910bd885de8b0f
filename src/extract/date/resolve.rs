//! From what a date says to the days that it means: EDTF as stated, and as meant on the day of writing.

use super::hijri;
use super::meant::{
    Known, day_meant, month_meant, near_weekday, nth_weekday, offset_meant, phased, portion_year, quarter_meant,
    two_meant, weekday_meant, weekday_of, year_meant, year_of,
};
use super::said::{Day, Month, Said, Year};
use crate::figure::{self, Calendar, DateValue, Edtf, EdtfDate, Hijri, Weekday};
use crate::lexicon::Shift;
use jiff::civil::Date;

/// The value of a date that stands by itself.
pub(super) fn value(said: &Said, known: &Known) -> Option<DateValue> {
    let (edtf, resolved) = match said.calendar {
        Calendar::Hijri => hijri_date(said, known)?,
        Calendar::Gregorian => gregorian(said, known)?,
    };
    Some(DateValue {
        edtf,
        resolved,
        calendar: said.calendar,
        weekday: said.weekday,
        hijri: hijri_as_written(said, known),
        other_month: said.other_month,
        impossible: impossible(said),
    })
}

/// The value of an interval between two dates.
pub(super) fn interval(from: &Said, to: &Said, known: &Known) -> Option<DateValue> {
    let (mut first, mut last) = (value(from, known)?, value(to, known)?);
    if let (Some(begin), Some(end)) = (from.weekday, to.weekday.filter(|_| to.day.is_none())) {
        // «من السبت إلى الثلاثاء المقبل»: one of the two tells the week.
        match to.shift {
            Some(_) => first.resolved = known_day(&last).and_then(|day| near_weekday(begin, day, -1)).map(point),
            None => last.resolved = known_day(&first).and_then(|day| near_weekday(end, day, 1)).map(point),
        }
    }
    let edtf = joined(&first.edtf, &last.edtf);
    let (start, end) = in_order(*first.best(), *last.best(), from.year.is_none());
    let resolved = match joined(&start, &end) {
        Edtf::Relative => None,
        both => Some(both),
    };
    Some(DateValue {
        edtf,
        resolved: resolved.filter(|resolved| *resolved != edtf),
        calendar: first.calendar,
        weekday: None,
        hijri: None,
        other_month: first.other_month.or(last.other_month),
        impossible: first.impossible || last.impossible,
    })
}

/// The one day that a date means.
fn known_day(date: &DateValue) -> Option<Date> {
    if let Edtf::Point(date) = date.resolved? { date.days().map(|(day, _)| day) } else { None }
}

/// The two ends of an interval: where one of them has no year known, it is the one that puts them in order, and a start
/// that is told without its year comes before its end.
fn in_order(start: Edtf, end: Edtf, moves: bool) -> (Edtf, Edtf) {
    let (Edtf::Point(a), Edtf::Point(b)) = (start, end) else { return (start, end) };
    let later = i16::from((a.month, a.day) > (b.month, b.day));
    let of = |date: EdtfDate, year: i16| Edtf::Point(EdtfDate { year: figure::Year::Exact(year), ..date });
    match (a.year, b.year) {
        (figure::Year::Exact(year), figure::Year::Unknown) if b.month.is_some() => {
            (start, year.checked_add(later).map_or(end, |year| of(b, year)))
        }
        (figure::Year::Unknown, figure::Year::Exact(year)) if a.month.is_some() => {
            (year.checked_sub(later).map_or(start, |year| of(a, year)), end)
        }
        (figure::Year::Exact(year), figure::Year::Exact(_)) if moves && a > b => {
            (year.checked_sub(1).map_or(start, |year| of(a, year)), end)
        }
        _ => (start, end),
    }
}

fn joined(first: &Edtf, last: &Edtf) -> Edtf {
    let start = match first {
        Edtf::Point(date) | Edtf::Interval(Some(date), _) => Some(*date),
        _ => None,
    };
    let end = match last {
        Edtf::Point(date) | Edtf::Interval(_, Some(date)) => Some(*date),
        _ => None,
    };
    match (start, end) {
        (Some(start), Some(end)) => Edtf::Interval(Some(start), Some(end)),
        _ => Edtf::Relative,
    }
}

fn impossible(said: &Said) -> bool {
    let (Some(month), Some(day)) = (said.month_number(), said.day_number()) else { return false };
    match (said.calendar, said.year_number()) {
        // By the rules of their time other months had thirty days.
        (Calendar::Hijri, Some(year)) if (hijri::RULE_SINCE..=1600).contains(&year) => {
            hijri::to_gregorian(year, month, day).is_none()
        }
        (Calendar::Hijri, _) => day > 30,
        // A leap year has every day that any year has.
        (Calendar::Gregorian, year) => Date::new(year.unwrap_or(2000), month as i8, day as i8).is_err(),
    }
}

type Meaning = (Edtf, Option<Edtf>);

fn gregorian(said: &Said, known: &Known) -> Option<Meaning> {
    let about = |date: EdtfDate| if said.phase.is_some() { date.about() } else { date };
    if said.loose {
        return Some((Edtf::Relative, None));
    }
    if let Some((unit, shift)) = said.two {
        return Some((Edtf::Relative, two_meant(unit, shift, known)));
    }
    if let (Some(nth), Some(weekday), Some(month)) = (said.nth, said.weekday, said.month) {
        return nth_of_month(nth, weekday, month, said, known);
    }
    if let Some(months) = said.months {
        return portion(said, months, known);
    }
    match (said.day, said.month) {
        (None, None) => match (said.weekday, said.year) {
            (Some(weekday), None) => Some((Edtf::Relative, weekday_meant(weekday, said, known).map(point))),
            (_, Some(year)) => whole_year(year, known, &about),
            (None, None) => None,
        },
        (Some(Day::Offset(offset)), _) => Some((Edtf::Relative, offset_meant(offset, said.weekday, known).map(point))),
        (Some(Day::Shifted(shift)), _) => Some((Edtf::Relative, day_meant(shift, known).map(point))),
        (day, Some(Month::Shifted(shift))) => {
            let number = if let Some(Day::Number(day)) = day { Some(day) } else { None };
            let meant = month_meant(shift, known).map(|(year, month)| {
                Edtf::Point(about(EdtfDate { day: number, ..EdtfDate::month(Some(year), month) }))
            });
            let stated = match number {
                Some(_) => {
                    Edtf::Point(EdtfDate { year: figure::Year::Unknown, month: None, day: number, approximate: false })
                }
                None => Edtf::Relative,
            };
            Some((stated, meant))
        }
        (day, Some(Month::Named)) => {
            let ((year, month), Day::Number(day)) = (known.month_named?, day?) else { return None };
            // A leap year has every day that any year has.
            Date::new(year.unwrap_or(2000), month as i8, day as i8).ok()?;
            let date = |year| Edtf::Point(EdtfDate::day(year, month, day));
            Some((date(None), year.map(|year| date(Some(year)))))
        }
        (day, Some(Month::Number(month))) => {
            let number = if let Some(Day::Number(day)) = day { Some(day) } else { None };
            let date = |year| Edtf::Point(about(EdtfDate { day: number, ..EdtfDate::month(year, month) }));
            match said.year {
                Some(Year::Number(year)) => Some((date(Some(year)), None)),
                _ => {
                    let meant = year_of(said, month, number, known);
                    Some((date(None), meant.map(|year| date(Some(year)))))
                }
            }
        }
        (Some(Day::Number(_)), None) => None,
    }
}

/// «الأحد الثاني من مايو»: the second of its Sundays, or the second of May where that is a Sunday. Which, is known
/// with the year; without it, writers mean the date.
fn nth_of_month(nth: u8, weekday: Weekday, month: Month, said: &Said, known: &Known) -> Option<Meaning> {
    let day = |year: i16, month: u8| {
        let date = Date::new(year, month as i8, nth as i8).ok().filter(|date| weekday_of(*date) == weekday);
        date.or_else(|| nth_weekday(nth, weekday, year, month))
    };
    Some(match (month, said.year) {
        (Month::Number(month), Some(Year::Number(year))) => (point(day(year, month)?), None),
        (Month::Number(month), _) => {
            let meant = year_of(said, month, None, known).and_then(|year| day(year, month));
            let number = meant.map_or(Some(nth).filter(|nth| *nth > 0), |day| Some(day.day() as u8));
            (Edtf::Point(EdtfDate { day: number, ..EdtfDate::month(None, month) }), meant.map(point))
        }
        (Month::Named, _) => return None,
        (Month::Shifted(shift), _) => {
            (Edtf::Relative, month_meant(shift, known).and_then(|(year, month)| day(year, month)).map(point))
        }
    })
}

fn point(date: Date) -> Edtf {
    Edtf::Point(EdtfDate::civil(date))
}

fn whole_year(year: Year, known: &Known, about: &dyn Fn(EdtfDate) -> EdtfDate) -> Option<Meaning> {
    let years =
        |first: i16, last: i16| Edtf::Interval(Some(about(EdtfDate::year(first))), Some(about(EdtfDate::year(last))));
    let kind = |year| Edtf::Point(about(EdtfDate { year, month: None, day: None, approximate: false }));
    let century = |shift| match shift {
        Shift::Last => known.published.map(|date| (date.year() / 100 - 1) * 100),
        Shift::This => known.published.map(|date| date.year() / 100 * 100),
        _ => None,
    };
    Some(match year {
        Year::Number(year) => (Edtf::Point(about(EdtfDate::year(year))), None),
        Year::Span(first, last) => (years(first, last), None),
        Year::Decade(start) => (kind(figure::Year::Decade(start)), None),
        Year::Century(start) => (kind(figure::Year::Century(start)), None),
        Year::Shifted(shift) => {
            (Edtf::Relative, year_meant(shift, known).map(|year| Edtf::Point(about(EdtfDate::year(year)))))
        }
        Year::Two(shift) => {
            let this = known.published.map(|date| date.year());
            let two = this.map(|this| if shift == Shift::Last { (this - 2, this - 1) } else { (this + 1, this + 2) });
            (Edtf::Relative, two.map(|(first, last)| years(first, last)))
        }
        Year::DecadeOf(tens, shift) => {
            let start = century(shift).map(|start| start + i16::from(tens));
            (Edtf::Relative, start.map(|start| kind(figure::Year::Decade(start))))
        }
        Year::CenturyShifted(shift) => (Edtf::Relative, century(shift).map(|start| kind(figure::Year::Century(start)))),
    })
}

/// A quarter, a half, the first months of a year.
fn portion(said: &Said, (first, last): (u8, u8), known: &Known) -> Option<Meaning> {
    let of = |year: i16| phased(year, first, last, said.phase);
    if first == 0 {
        return Some((Edtf::Relative, quarter_meant(last, said, known)));
    }
    match said.year {
        Some(Year::Number(year)) => Some((of(year), None)),
        // «في الربع الأخير من العام ربحت الشركة», told early in the next.
        Some(Year::Shifted(shift)) => {
            let latest = if said.year_alone { portion_year(last, known) } else { None };
            let year = year_meant(shift, known).map(|year| latest.map_or(year, |latest| latest.min(year)));
            Some((Edtf::Relative, year.map(of)))
        }
        Some(_) => None,
        None => Some((Edtf::Relative, portion_year(last, known).map(of))),
    }
}

/// A date in the Hijri calendar: its Gregorian days.
fn hijri_date(said: &Said, known: &Known) -> Option<Meaning> {
    let about = |date: EdtfDate| if said.phase.is_some() { date.about() } else { date };
    let days = |year: i16| -> Option<Edtf> {
        if let (Some(month), Some(day)) = (said.month_number(), said.day_number()) {
            return Some(Edtf::Point(about(EdtfDate::civil(hijri::to_gregorian(year, month, day)?))));
        }
        let (first, last) = hijri::days(year, said.month_number())?;
        Some(Edtf::Interval(Some(about(EdtfDate::civil(first))), Some(about(EdtfDate::civil(last)))))
    };
    match said.year {
        Some(Year::Number(year)) if year <= 1600 => Some((days(year).unwrap_or(Edtf::Relative), None)),
        Some(Year::Span(first, last)) => {
            let (start, end) = (hijri::days(first, None)?.0, hijri::days(last, None)?.1);
            Some((Edtf::Interval(Some(EdtfDate::civil(start)), Some(EdtfDate::civil(end))), None))
        }
        _ => Some((Edtf::Relative, hijri_year(said, known).and_then(days))),
    }
}

/// The Hijri year that a month without one belongs to.
fn hijri_year(said: &Said, known: &Known) -> Option<i16> {
    let month = said.month_number()?;
    if let Some(year) = said.year {
        // «رمضان 2018», «رمضان العام الماضي»: the Hijri month that begins in that Gregorian year.
        let gregorian = match year {
            Year::Number(year) => year,
            Year::Shifted(shift) => year_meant(shift, known)?,
            _ => return None,
        };
        let about = hijri::of_gregorian(Date::new(gregorian, 1, 1).ok()?)?.year?;
        return (about..=about + 1)
            .find(|year| hijri::to_gregorian(*year, month, 1).is_some_and(|day| day.year() == gregorian));
    }
    let published = known.published?;
    let today = hijri::of_gregorian(published)?;
    let (year, this_month) = (today.year?, today.month?);
    match said.shift.or(said.borrowed.shift)? {
        Shift::This => Some(year),
        Shift::Last => Some(if month < this_month { year } else { year - 1 }),
        Shift::Next => Some(if month > this_month { year } else { year + 1 }),
        _ => None,
    }
}

fn hijri_as_written(said: &Said, known: &Known) -> Option<Hijri> {
    if said.calendar != Calendar::Hijri {
        return None;
    }
    let year = said.year_number().filter(|year| *year <= 1600).or_else(|| hijri_year(said, known));
    Some(Hijri { year, month: said.month_number(), day: said.day_number() })
}
