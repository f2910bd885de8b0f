//! From what a date says to the days that it means: EDTF as stated, and as meant on the day of writing.

use super::hijri;
use super::said::{Day, Month, Said, Year};
use crate::figure::{Calendar, DateValue, Edtf, EdtfDate, Hijri, Weekday};
use crate::lexicon::{Phase, Shift};
use jiff::ToSpan;
use jiff::civil::Date;

/// What is known when a date is resolved.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// The day of writing.
    pub published: Option<Date>,
    /// The year last mentioned.
    pub year: Option<i16>,
    /// The year last mentioned in this sentence or the one before.
    pub near_year: Option<i16>,
    /// The year last mentioned in this sentence.
    pub same_sentence_year: Option<i16>,
    /// The month last mentioned.
    pub month: Option<(i16, u8)>,
    /// The day last mentioned.
    pub day: Option<Date>,
    /// The day before, where this is the second half of «ليل الجمعة - السبت».
    pub night: Option<Date>,
    /// The sentence speaks of what is to come here.
    pub future: bool,
}

/// How far from the day of writing a day without a year may lie before its year is in doubt.
const NEAR_DAYS: i32 = 200;

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
    let (first, last) = (value(from, known)?, value(to, known)?);
    let edtf = joined(&first.edtf, &last.edtf);
    let mut start = *first.best();
    if let (Edtf::Point(a), Edtf::Point(b)) = (start, last.best())
        && from.year.is_none()
        && a > *b
        && let Some((year, _)) = a.days().map(|days| (days.0.year(), ()))
    {
        start = Edtf::Point(EdtfDate { year: crate::figure::Year::Exact(year.checked_sub(1)?), ..a });
    }
    let resolved = match (first.resolved.is_some() || last.resolved.is_some(), joined(&start, last.best())) {
        (true, Edtf::Relative) | (false, _) => None,
        (true, both) => Some(both),
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
        (Calendar::Hijri, Some(year)) if year <= 1600 => hijri::to_gregorian(year, month, day).is_none(),
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
                Some(_) => Edtf::Point(EdtfDate {
                    year: crate::figure::Year::Unknown,
                    month: None,
                    day: number,
                    approximate: false,
                }),
                None => Edtf::Relative,
            };
            Some((stated, meant))
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

fn point(date: Date) -> Edtf {
    Edtf::Point(EdtfDate::civil(date))
}

/// The year that a month or a day of a month belongs to, where the text does not give its number.
fn year_of(said: &Said, month: u8, day: Option<u8>, known: &Known) -> Option<i16> {
    if let Some(Year::Shifted(shift)) = said.year {
        return year_meant(shift, known);
    }
    if let Some(Year::Number(year)) = said.borrowed.year {
        return Some(year);
    }
    if let Some(Year::Shifted(shift)) = said.borrowed.year {
        return year_meant(shift, known);
    }
    let published = known.published?;
    let (this_year, this_month) = (published.year(), published.month() as u8);
    if let Some(shift) = said.shift.or(said.borrowed.shift) {
        let passed = month < this_month || month == this_month && day.is_some_and(|day| day < published.day() as u8);
        let ahead = month > this_month || month == this_month && day.is_some_and(|day| day > published.day() as u8);
        return match shift {
            Shift::Last => Some(if passed { this_year } else { this_year - 1 }),
            Shift::BeforeLast => Some(if passed { this_year - 1 } else { this_year - 2 }),
            Shift::This => Some(this_year),
            Shift::Next => Some(if ahead { this_year } else { this_year + 1 }),
            Shift::AfterNext => Some(if ahead { this_year + 1 } else { this_year + 2 }),
            Shift::Same => known.year,
            Shift::Previous | Shift::Following => None,
        };
    }
    if known.near_year.is_some_and(|year| year != this_year) {
        return None;
    }
    nearest_year(published, month, day, said.weekday, known.future)
}

/// The year that brings a day or month nearest to the day of writing, on the side that the tense tells; none
/// where two are as likely.
fn nearest_year(published: Date, month: u8, day: Option<u8>, weekday: Option<Weekday>, future: bool) -> Option<i16> {
    let distance = |year: i16| {
        let date = Date::new(year, month as i8, day.unwrap_or(15).min(28) as i8).ok()?;
        let days = date.since(published).ok()?.get_days();
        let falls = day.is_none_or(|day| {
            Date::new(year, month as i8, day as i8).is_ok_and(|date| weekday.is_none_or(|w| w == weekday_of(date)))
        });
        Some((days, falls))
    };
    let years = [published.year() - 1, published.year(), published.year() + 1];
    let near = |wanted: &dyn Fn(i32, bool) -> bool| {
        years
            .iter()
            .filter_map(|year| distance(*year).map(|(days, falls)| (*year, days, falls)))
            .filter(|(_, days, falls)| wanted(*days, *falls))
            .min_by_key(|(_, days, _)| days.abs())
            .map(|(year, ..)| year)
    };
    // A week either way is one event, whatever the tense.
    near(&|days, _| days.abs() <= 7)
        .or_else(|| near(&|days, falls| weekday.is_some() && falls && days.abs() <= NEAR_DAYS))
        .or_else(|| {
            near(&|days, _| if future { (0..=NEAR_DAYS).contains(&days) } else { (-NEAR_DAYS..=0).contains(&days) })
        })
        .or_else(|| near(&|days, _| days.abs() <= NEAR_DAYS / 2))
        .or_else(|| near(&|days, _| !future && day.is_none() && (-366..=0).contains(&days)))
}

/// The year that «الماضي», «نفسه» mean.
fn year_meant(shift: Shift, known: &Known) -> Option<i16> {
    let published = known.published.map(|date| date.year());
    let counted = |by: i16| published.and_then(|year| year.checked_add(by));
    match shift {
        Shift::BeforeLast => counted(-2),
        Shift::Last => counted(-1),
        Shift::This => counted(0),
        Shift::Next => counted(1),
        Shift::AfterNext => counted(2),
        Shift::Same => known.year,
        Shift::Previous => known.same_sentence_year.map(|year| year - 1).or(counted(-1)),
        Shift::Following => known.year.map(|year| year + 1),
    }
}

/// The month that «الماضي», «نفسه» mean.
fn month_meant(shift: Shift, known: &Known) -> Option<(i16, u8)> {
    let counted = |by: i32| {
        let date = known.published?.first_of_month().checked_add(by.months()).ok()?;
        Some((date.year(), date.month() as u8))
    };
    let leaning = |by: i32| {
        let (year, month) = known.month?;
        let date = Date::new(year, month as i8, 1).ok()?.checked_add(by.months()).ok()?;
        Some((date.year(), date.month() as u8))
    };
    match shift {
        Shift::BeforeLast => counted(-2),
        Shift::Last => counted(-1),
        Shift::This => counted(0),
        Shift::Next => counted(1),
        Shift::AfterNext => counted(2),
        Shift::Same => leaning(0),
        Shift::Previous => leaning(-1).or_else(|| counted(-1)),
        Shift::Following => leaning(1),
    }
}

/// The day that «ذلك اليوم», «اليوم التالي» mean.
fn day_meant(shift: Shift, known: &Known) -> Option<Date> {
    let day = known.day?;
    match shift {
        Shift::Same => Some(day),
        Shift::Previous => day.yesterday().ok(),
        Shift::Following => day.tomorrow().ok(),
        _ => None,
    }
}

/// «أمس», or «أمس الثلاثاء»: where the two do not agree, the weekday nearest to the day told.
fn offset_meant(offset: i8, weekday: Option<Weekday>, known: &Known) -> Option<Date> {
    let day = known.published?.checked_add(i64::from(offset).days()).ok()?;
    let Some(weekday) = weekday else { return Some(day) };
    [0, 1, -1, 2, -2, 3, -3]
        .into_iter()
        .filter_map(|by: i64| day.checked_add(by.days()).ok())
        .find(|near| weekday_of(*near) == weekday)
}

/// The day that a weekday means: the latest on or before the day of writing, unless the text looks ahead.
fn weekday_meant(weekday: Weekday, said: &Said, known: &Known) -> Option<Date> {
    let published = known.published.filter(|_| !said.every)?;
    if let Some(morrow) = known.night.and_then(|day| day.tomorrow().ok()).filter(|day| weekday_of(*day) == weekday) {
        return Some(morrow);
    }
    let back =
        (0..7).filter_map(|by: i64| published.checked_sub(by.days()).ok()).find(|day| weekday_of(*day) == weekday)?;
    let shifted = |days: i64| back.checked_add(days.days()).ok();
    let today = back == published;
    match said.shift {
        Some(Shift::BeforeLast) => shifted(if today { -14 } else { -7 }),
        Some(Shift::Last) => shifted(if today { -7 } else { 0 }),
        Some(Shift::Next) => shifted(7),
        Some(Shift::AfterNext) => shifted(14),
        Some(Shift::Same | Shift::Previous | Shift::Following) => None,
        Some(Shift::This) | None if known.future && !today => shifted(7),
        Some(Shift::This) | None => Some(back),
    }
}

/// The day of the week of a day.
pub(super) fn weekday_of(date: Date) -> Weekday {
    match date.weekday() {
        jiff::civil::Weekday::Monday => Weekday::Monday,
        jiff::civil::Weekday::Tuesday => Weekday::Tuesday,
        jiff::civil::Weekday::Wednesday => Weekday::Wednesday,
        jiff::civil::Weekday::Thursday => Weekday::Thursday,
        jiff::civil::Weekday::Friday => Weekday::Friday,
        jiff::civil::Weekday::Saturday => Weekday::Saturday,
        jiff::civil::Weekday::Sunday => Weekday::Sunday,
    }
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
        Year::Decade(start) => (kind(crate::figure::Year::Decade(start)), None),
        Year::Century(start) => (kind(crate::figure::Year::Century(start)), None),
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
            (Edtf::Relative, start.map(|start| kind(crate::figure::Year::Decade(start))))
        }
        Year::CenturyShifted(shift) => {
            (Edtf::Relative, century(shift).map(|start| kind(crate::figure::Year::Century(start))))
        }
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
        Some(Year::Shifted(shift)) => Some((Edtf::Relative, year_meant(shift, known).map(of))),
        Some(_) => None,
        None => Some((Edtf::Relative, portion_year(last, known).map(of))),
    }
}

/// The months of a portion, or about which of them a phase lies.
fn phased(year: i16, first: u8, last: u8, phase: Option<Phase>) -> Edtf {
    let month = |month| EdtfDate::month(Some(year), month);
    match phase {
        None => Edtf::Interval(Some(month(first)), Some(month(last))),
        Some(Phase::Start) => Edtf::Point(month(first).about()),
        Some(Phase::Middle) => Edtf::Point(month((first + last).div_ceil(2)).about()),
        Some(Phase::End) => Edtf::Point(month(last).about()),
    }
}

/// The year of a quarter or half that stands without one: the latest that is over, unless it is nearer to come.
fn portion_year(last: u8, known: &Known) -> Option<i16> {
    let published = known.published?;
    let month = published.month() as u8;
    let year = published.year();
    Some(match (last < month, known.future) {
        (true, false) => year,
        (true, true) => year + 1,
        // Half a year back, what is meant is told without its year; what lies further back is not.
        (false, false) if 12 + month - last <= 6 => year - 1,
        (false, _) => year,
    })
}

/// «الربع الماضي»: counted from the quarter of the day of writing.
fn quarter_meant(months: u8, said: &Said, known: &Known) -> Option<Edtf> {
    let published = known.published?;
    let by = match said.shift? {
        Shift::BeforeLast => -2,
        Shift::Last => -1,
        Shift::This => 0,
        Shift::Next => 1,
        Shift::AfterNext => 2,
        _ => return None,
    };
    let length = i32::from(months);
    let index = i32::from(published.year()) * 12 + i32::from(published.month()) - 1;
    let start = (index.div_euclid(length) + by) * length;
    let year = i16::try_from(start.div_euclid(12)).ok()?;
    let first = start.rem_euclid(12) as u8 + 1;
    Some(phased(year, first, first + months - 1, said.phase))
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
