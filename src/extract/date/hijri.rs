//! The Hijri calendar by Umm al-Qura, both ways.

use crate::figure::Hijri;
use icu_calendar::cal::hijri::UmmAlQura;
use icu_calendar::{Date as Calendared, Gregorian, cal};
use jiff::civil::Date;

type Calendar = cal::Hijri<UmmAlQura>;

/// The first year that is counted by the rule of today, the moon setting after the sun in Mecca; days before it were told by
/// other rules, and other months had thirty of them.
pub const RULE_SINCE: i16 = 1423;

/// The day that a Hijri day is; `None` where there is none.
pub(super) fn to_gregorian(year: i16, month: u8, day: u8) -> Option<Date> {
    let hijri =
        Calendared::try_new_hijri_with_calendar(i32::from(year), month, day, Calendar::new_umm_al_qura()).ok()?;
    let date = hijri.to_calendar(Gregorian);
    Date::new(
        i16::try_from(date.era_year().extended_year).ok()?,
        date.month().ordinal as i8,
        date.day_of_month().0 as i8,
    )
    .ok()
}

/// The Hijri day of a day.
pub(super) fn of_gregorian(date: Date) -> Option<Hijri> {
    let gregorian = Calendared::try_new_gregorian(i32::from(date.year()), date.month() as u8, date.day() as u8).ok()?;
    let hijri = gregorian.to_calendar(Calendar::new_umm_al_qura());
    Some(Hijri {
        year: i16::try_from(hijri.year().extended_year()).ok(),
        month: Some(hijri.month().ordinal),
        day: Some(hijri.day_of_month().0),
    })
}

/// The first year that Umm al-Qura was reckoned for.
const FIRST: i16 = 1300;

/// The days that a day of a Hijri month is in the years about a day, as far back as the calendar was reckoned.
pub fn hijri_days_near(date: Date, month: u8, day: u8) -> impl Iterator<Item = Date> {
    let year = of_gregorian(date).and_then(|hijri| hijri.year);
    let years = year.into_iter().flat_map(|year| [year.saturating_sub(1), year, year.saturating_add(1)]);
    years.filter(|year| *year >= FIRST).filter_map(move |year| to_gregorian(year, month, day))
}

/// First and last day of a Hijri year, or of one of its months.
pub(super) fn days(year: i16, month: Option<u8>) -> Option<(Date, Date)> {
    let first = to_gregorian(year, month.unwrap_or(1), 1)?;
    let after = match month {
        Some(month) if month < 12 => to_gregorian(year, month + 1, 1)?,
        _ => to_gregorian(year.checked_add(1)?, 1, 1)?,
    };
    Some((first, after.yesterday().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_by_umm_al_qura() {
        for (hijri, gregorian) in [
            ((1446, 5, 7), date(2024, 11, 9)),
            ((1445, 6, 27), date(2024, 1, 9)),
            ((1445, 9, 27), date(2024, 4, 6)),
            ((1300, 1, 1), date(1882, 11, 12)),
        ] {
            let (year, month, day) = hijri;
            assert_eq!(to_gregorian(year, month, day), Some(gregorian));
            assert_eq!(of_gregorian(gregorian), Some(Hijri { year: Some(year), month: Some(month), day: Some(day) }));
        }
        assert_eq!(days(1444, None), Some((date(2022, 7, 30), date(2023, 7, 18))));
        assert_eq!(to_gregorian(1445, 13, 1), None);
        assert_eq!(to_gregorian(1445, 1, 31), None);
    }
}
