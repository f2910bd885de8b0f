//! Years long past, of three digits: «عام 732», «127هـ (745م)». Fewer digits without an era are read as no year.
//! Not here: years of four digits (`year.rs`, `bare_year.rs`).

use super::cursor::Cursor;
use super::said::Year;
use super::year::YearRead;
use crate::figure::Calendar;
use crate::lexicon::{DateWord, Kinds};

impl Cursor<'_, '_> {
    /// A year of three digits after its head, that counts nothing: «عام 732», but «خلال عام 732 قتيلا».
    pub fn early_year(&self, at: usize) -> Option<YearRead> {
        let number = self.number(at).filter(|number| number.digits == 3 && number.value >= 100)?;
        let share = || self.sentence().begins(at + 1, Kinds::PERCENT);
        let counts = self.counted_after(at, false) || share() || self.says(at + 1, DateWord::BeforeChrist);
        (!counts && self.era(at + 1).is_none()).then_some(YearRead {
            is: Year::Number(number.value as i16),
            calendar: Calendar::Gregorian,
            loose: false,
            alone: false,
            next: at + 1,
        })
    }

    /// Whether the year with an era at `at` is told right beside a Hijri one: «127هـ (745م)», «1127هـ/1715م», «745م (127هـ)».
    pub fn is_beside_hijri_year(&self, at: usize, year: &YearRead) -> bool {
        const BESIDE: [char; 4] = ['(', '/', '-', '–'];
        let hijri = |(calendar, _): (Calendar, usize)| calendar == Calendar::Hijri;
        let before = || {
            let end = at.checked_sub(1).filter(|mark| self.is_mark(*mark, &BESIDE));
            end.and_then(|end| end.checked_sub(1)).and_then(|sign| self.era(sign)).is_some_and(hijri)
        };
        let after = || {
            let mark = self.is_mark(year.next, &BESIDE);
            mark && self.number(year.next + 1).is_some() && self.era(year.next + 2).is_some_and(hijri)
        };
        year.calendar == Calendar::Gregorian && year.next > at + 1 && (before() || after())
    }
}
