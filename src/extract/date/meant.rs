//! Which day, month or year a relative word means: «الماضي», «التالي», «أمس», a weekday, a month without a year.
//! In: what is said and what is known. Out: `None` wherever the text leaves it open.

use super::said::{Said, Year};
use super::tense::Outlook;
use crate::figure::{Edtf, EdtfDate, Weekday};
use crate::lexicon::{Phase, Shift, Unit};
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
    /// The month last named in this sentence or the one before, with its year if that is known.
    pub month_named: Option<(Option<i16>, u8)>,
    /// The day last mentioned.
    pub day: Option<Date>,
    /// The day before, where this is the second of «ليل الجمعة - السبت», «الثلاثاء والأربعاء».
    pub eve: Option<Date>,
    /// «منذ» stands before the date.
    pub since: bool,
    /// «حتى» stands before the date.
    pub until: bool,
    /// An event stands before it that may be named after a day long past: «هجمات 11 سبتمبر».
    pub named: bool,
    /// Its weekday stood for a day to come before.
    pub ahead: bool,
    /// How the sentence looks at the date.
    pub outlook: Outlook,
}

/// How far back a day without a year may lie, in days, before its year is in doubt.
const NEAR_DAYS: i32 = 200;
/// The same of a month, which writers leave without its year for longer.
const NEAR_MONTHS: i32 = 270;
/// The same after «حتى», which as often looks ahead.
const NEAR_LIMIT: i32 = 100;
/// How far it may lie where the tense or the weekday speaks for it.
const HALF_YEAR: i32 = 200;
/// A weekday so many days back is nearer ahead.
const FAR_DAYS: i32 = 4;
/// So many months ago a quarter or a half has just ended.
const JUST_ENDED: u8 = 3;
/// How far it may lie after «منذ».
const YEAR: i32 = 365;

/// The year that a month or a day of a month belongs to, where the text does not give its number.
pub(super) fn year_of(said: &Said, month: u8, day: Option<u8>, known: &Known) -> Option<i16> {
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
        let known_year = |passed: fn(u8, u8) -> bool, by: i16| {
            known.month.and_then(|(year, last)| if passed(month, last) { Some(year) } else { moved(year, by) })
        };
        return match shift {
            Shift::Last => moved(this_year, if passed { 0 } else { -1 }),
            Shift::BeforeLast => moved(this_year, if passed { -1 } else { -2 }),
            Shift::This => Some(this_year),
            Shift::Next => moved(this_year, if ahead { 0 } else { 1 }),
            Shift::AfterNext => moved(this_year, if ahead { 1 } else { 2 }),
            Shift::Same => known.year,
            Shift::Previous => known_year(|month, last| month < last, -1),
            Shift::Following => known_year(|month, last| month > last, 1),
        };
    }
    if known.near_year.is_some_and(|year| year != this_year) || known.named && said.weekday.is_none() {
        return None;
    }
    nearest_year(published, month, day, said.weekday, known)
}

/// The year that brings a day or month nearest to the day of writing, on the side that the tense tells; none
/// where two are as likely.
fn nearest_year(published: Date, month: u8, day: Option<u8>, weekday: Option<Weekday>, known: &Known) -> Option<i16> {
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
        .or_else(|| near(&|days, falls| weekday.is_some() && falls && days.abs() <= HALF_YEAR))
        .or_else(|| match (known.since, known.outlook.ahead()) {
            (true, _) => near(&|days, _| (-YEAR..=0).contains(&days)),
            (false, true) => near(&|days, _| (0..=HALF_YEAR).contains(&days)),
            (false, false) => {
                let back = if known.until { NEAR_LIMIT } else { day.map_or(NEAR_MONTHS, |_| NEAR_DAYS) };
                near(&|days, _| (-back..=0).contains(&days))
            }
        })
        .or_else(|| near(&|days, _| days.abs() <= NEAR_DAYS / 2))
}

/// The year so many after another, as long as four digits write it: «العام التالي» may be said again and again.
fn moved(year: i16, by: i16) -> Option<i16> {
    year.checked_add(by).filter(|year| (0..=9999).contains(year))
}

/// The year that «الماضي», «نفسه» mean.
pub(super) fn year_meant(shift: Shift, known: &Known) -> Option<i16> {
    let published = known.published.map(|date| date.year());
    let counted = |by: i16| published.and_then(|year| moved(year, by));
    match shift {
        Shift::BeforeLast => counted(-2),
        Shift::Last => counted(-1),
        Shift::This => counted(0),
        Shift::Next => counted(1),
        Shift::AfterNext => counted(2),
        Shift::Same => known.year,
        Shift::Previous => known.same_sentence_year.and_then(|year| moved(year, -1)).or(counted(-1)),
        Shift::Following => known.year.and_then(|year| moved(year, 1)),
    }
}

/// The month that «الماضي», «نفسه» mean.
pub(super) fn month_meant(shift: Shift, known: &Known) -> Option<(i16, u8)> {
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

/// The days or months that «اليومين الماضيين» mean; weeks begin on no one day.
pub(super) fn two_meant(unit: Unit, shift: Shift, known: &Known) -> Option<Edtf> {
    let published = known.published?;
    let back = matches!(shift, Shift::Last | Shift::Previous);
    let (from, to) = if back { (-2, -1) } else { (1, 2) };
    let ends = |count: &dyn Fn(i64) -> Option<EdtfDate>| Some(Edtf::Interval(Some(count(from)?), Some(count(to)?)));
    match unit {
        Unit::Day => ends(&|by| published.checked_add(by.days()).ok().map(EdtfDate::civil)),
        Unit::Month => ends(&|by| {
            let date = published.first_of_month().checked_add(by.months()).ok()?;
            Some(EdtfDate::month(Some(date.year()), date.month() as u8))
        }),
        _ => None,
    }
}

/// The first, second… such day of a month; the last where `nth` is 0.
pub(super) fn nth_weekday(nth: u8, weekday: Weekday, year: i16, month: u8) -> Option<Date> {
    let first = Date::new(year, month as i8, 1).ok()?;
    let mut days = (0..i64::from(first.days_in_month()))
        .filter_map(|by| first.checked_add(by.days()).ok())
        .filter(|day| weekday_of(*day) == weekday);
    match nth {
        0 => days.next_back(),
        nth => days.nth(usize::from(nth) - 1),
    }
}

/// The day that «ذلك اليوم», «اليوم التالي» mean.
pub(super) fn day_meant(shift: Shift, known: &Known) -> Option<Date> {
    let day = known.day?;
    match shift {
        Shift::Same => Some(day),
        Shift::Previous => day.yesterday().ok(),
        Shift::Following => day.tomorrow().ok(),
        _ => None,
    }
}

/// «أمس», or «أمس الثلاثاء»: where the two do not agree, the weekday nearest to the day told.
pub(super) fn offset_meant(offset: i8, weekday: Option<Weekday>, known: &Known) -> Option<Date> {
    let day = known.published?.checked_add(i64::from(offset).days()).ok()?;
    let Some(weekday) = weekday else { return Some(day) };
    [0, 1, -1, 2, -2, 3, -3]
        .into_iter()
        .filter_map(|by: i64| day.checked_add(by.days()).ok())
        .find(|near| weekday_of(*near) == weekday)
}

/// The day that a weekday means: the latest on or before the day of writing, unless the text looks ahead.
pub(super) fn weekday_meant(weekday: Weekday, said: &Said, known: &Known) -> Option<Date> {
    let published = known.published.filter(|_| !said.every)?;
    if let Some(morrow) = known.eve.and_then(|day| day.tomorrow().ok()).filter(|day| weekday_of(*day) == weekday) {
        return Some(morrow);
    }
    let back =
        (0..7).filter_map(|by: i64| published.checked_sub(by.days()).ok()).find(|day| weekday_of(*day) == weekday)?;
    let shifted = |days: i64| back.checked_add(days.days()).ok();
    let today = back == published;
    // A day or two back is news, whatever stands farther off in the sentence.
    let recent = published.since(back).is_ok_and(|passed| passed.get_days() <= 2);
    let far = published.since(back).is_ok_and(|passed| passed.get_days() >= FAR_DAYS);
    let ahead = match known.outlook {
        _ if today => false,
        Outlook::Ahead | Outlook::Followed => true,
        Outlook::PerhapsAhead | Outlook::Announced => !recent,
        Outlook::Present => far || !recent && known.ahead,
        Outlook::Back | Outlook::Past => false,
    };
    match said.shift {
        Some(Shift::BeforeLast) => shifted(if today { -14 } else { -7 }),
        Some(Shift::Last) => shifted(if today { -7 } else { 0 }),
        Some(Shift::Next) => shifted(7),
        Some(Shift::AfterNext) => shifted(14),
        Some(Shift::Same | Shift::Previous | Shift::Following) => None,
        Some(Shift::This) | None if ahead => shifted(7),
        Some(Shift::This) | None => Some(back),
    }
}

/// The first such day after a day, or the last before it, as the `step` leads.
pub(super) fn near_weekday(weekday: Weekday, from: Date, step: i64) -> Option<Date> {
    let days = (1..=7).filter_map(|by: i64| from.checked_add((by * step).days()).ok());
    days.into_iter().find(|day| weekday_of(*day) == weekday)
}

/// The day of the week of a day.
pub(super) fn weekday_of(date: Date) -> Weekday {
    date.weekday().into()
}

/// The year of a quarter or half that stands without one: the latest that is over, unless it is nearer to come.
pub(super) fn portion_year(last: u8, known: &Known) -> Option<i16> {
    let published = known.published?;
    let month = published.month() as u8;
    let year = published.year();
    // «إنتاج النصف الأول سيتضاعف»: what has just ended may well be what a verb after it sets out from.
    let ended = known.outlook == Outlook::Followed && (1..=JUST_ENDED).contains(&month.saturating_sub(last));
    Some(match (last < month, known.outlook.ahead() && !ended) {
        (true, false) => year,
        (true, true) => year + 1,
        // Half a year back, what is meant is told without its year; what lies further back is not.
        (false, false) if 12 + month - last <= 6 => year - 1,
        (false, _) => year,
    })
}

/// «الربع الماضي»: counted from the quarter of the day of writing.
pub(super) fn quarter_meant(months: u8, said: &Said, known: &Known) -> Option<Edtf> {
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

/// The months of a portion, or about which of them a phase lies.
pub(super) fn phased(year: i16, first: u8, last: u8, phase: Option<Phase>) -> Edtf {
    let month = |month| EdtfDate::month(Some(year), month);
    match phase {
        None => Edtf::Interval(Some(month(first)), Some(month(last))),
        Some(Phase::Start) => Edtf::Point(month(first).about()),
        Some(Phase::Middle) => Edtf::Point(month((first + last).div_ceil(2)).about()),
        Some(Phase::End) => Edtf::Point(month(last).about()),
    }
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn years_have_four_digits() {
        for (year, by, to) in [
            (2018, 1, Some(2019)),
            (2018, -2, Some(2016)),
            (0, -1, None),
            (9999, 1, None),
            (9998, 1, Some(9999)),
            (i16::MAX, 1, None),
        ] {
            assert_eq!(moved(year, by), to, "{year} {by}");
        }
    }
}
