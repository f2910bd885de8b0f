//! Dates in digits alone: `20/11/2023`, `2023-11-20`, `20.11.2023`, `٢٠/١١/٢٠٢٣`, `12/9/1445هـ`.

use super::cursor::{Cursor, NUMERIC_MARKS};
use super::said::{Day, Month, Said, Term, Year};
use crate::figure::Calendar;
use crate::lexicon::DateWord;
use crate::text::{Class, Gap, Token};

impl Cursor<'_, '_> {
    /// A date of three numbers at `at`.
    pub fn numeric(&self, at: usize) -> Option<Term> {
        let mark = self.token(at + 1)?.class;
        let same = self.token(at + 3)?.class == mark;
        let known = matches!(mark, Class::Mark(c) if NUMERIC_MARKS.contains(&c));
        if !same || !known || !self.evenly_set(at) || !self.stands_alone(at, at + 5) {
            return None;
        }
        let [a, b, c] = [self.run(at)?, self.run(at + 2)?, self.run(at + 4)?];
        let era = self.era(at + 5);
        let calendar = era.map(|(calendar, _)| calendar);
        let to = era.map_or(at + 5, |(_, next)| next);
        let (year, first, second) = match (a.digits, b.digits, c.digits) {
            (4, 1..=2, 1..=2) => (a.value, c.value, b.value),
            (1..=2, 1..=2, 4) => (c.value, a.value, b.value),
            (1..=2, 1..=2, 2) if self.cue_before(at) && self.glued(at + 1) => (2000 + c.value, a.value, b.value),
            _ => return None,
        };
        let hijri = calendar == Some(Calendar::Hijri) || calendar.is_none() && (1300..=1500).contains(&year);
        if !(1000..=2200).contains(&year) {
            return None;
        }
        // Year first is year, month, day by ISO 8601; year last is day, month here, month, day elsewhere.
        let (day, month, swapped) = match (first, second) {
            (1..=31, 1..=12) => (first, second, first <= 12 && first != second && a.digits != 4),
            (1..=12, 13..=31) => (second, first, false),
            _ => return None,
        };
        let said = Said {
            day: Some(Day::Number(day as u8)),
            month: Some(Month::Number(month as u8)),
            year: Some(Year::Number(year as i16)),
            calendar: if hijri { Calendar::Hijri } else { Calendar::Gregorian },
            swapped,
            ..Said::default()
        };
        Some(Term { said, from: at, to, letters: 0 })
    }

    /// A year and a month as ISO 8601 writes them: «2020-09». «2009-10» may be a season.
    pub fn iso_month(&self, at: usize) -> Option<Term> {
        if !self.is_mark(at + 1, &['-']) || !self.glued(at + 1) || !self.glued(at + 2) {
            return None;
        }
        let (year, month) = (self.run(at)?, self.run(at + 2)?);
        let plain = year.digits == 4 && (1900..=2100).contains(&year.value) && month.digits == 2;
        let span = month.value > year.value % 100;
        let fits = plain && (1..=12).contains(&month.value) && !span && self.stands_alone(at, at + 3);
        let said = Said {
            month: Some(Month::Number(month.value as u8)),
            year: Some(Year::Number(year.value as i16)),
            ..Said::default()
        };
        fits.then_some(Term { said, from: at, to: at + 3, letters: 0 })
    }

    /// «في 10/2019»: a month and a year, where the word before says that it is when; «القانون 10/2019» has a number, and «1/2000» is a scale.
    pub fn month_and_year(&self, at: usize) -> Option<Term> {
        if !self.is_mark(at + 1, &['/']) || !self.glued(at + 1) || !self.glued(at + 2) {
            return None;
        }
        let (month, year) = (self.run(at)?, self.run(at + 2)?);
        let plain = month.digits == 2 && (1..=12).contains(&month.value) && year.digits == 4;
        let led = at > 0 && self.says(at - 1, DateWord::YearCue);
        // «3 مرضى في 10/2000 ولادة», «في 10/2019 من جريدته»
        let counted = || self.counted_after(at + 2, false) || self.says(at + 3, DateWord::From);
        let fits = plain && (1900..=2100).contains(&year.value) && led && !counted() && self.stands_alone(at, at + 3);
        let said = Said {
            month: Some(Month::Number(month.value as u8)),
            year: Some(Year::Number(year.value as i16)),
            ..Said::default()
        };
        fits.then_some(Term { said, from: at, to: at + 3, letters: 0 })
    }

    /// «20/11/2023» or «20 / 11 / 2023».
    fn evenly_set(&self, at: usize) -> bool {
        let gaps = |gap: Gap| (at + 1..=at + 4).all(|at| self.token(at).is_some_and(|token| token.gap == gap));
        gaps(Gap::None) || self.is_mark(at + 1, &['/']) && gaps(Gap::Space)
    }

    /// «2023-06-05T10:00»: whether the time of the day begins at `at`, after its day.
    fn is_time(&self, at: usize) -> bool {
        let marked = |token: &Token| token.span.slice(self.sentence().text) == "T";
        let hour = self.glued(at + 1) && self.run(at + 1).is_some_and(|hour| hour.digits == 2);
        hour && self.token(at).is_some_and(marked)
    }

    /// Whether the tokens from `from` up to `to` are not part of a longer run of numbers, an address or a code.
    fn stands_alone(&self, from: usize, to: usize) -> bool {
        let joins = |at: usize| match self.token(at).map(|token| token.class) {
            Some(Class::Latin | Class::Digits) => at < from || !self.is_time(at),
            Some(Class::Mark(c)) => matches!(c, '/' | '-' | '_' | '\\' | '=' | '%' | '٪'),
            _ => false,
        };
        let before = from > 0 && self.glued(from) && (joins(from - 1) || self.is_mark(from - 1, &['.']));
        let after = self.glued(to) && (joins(to) || self.is_mark(to, &['.']) && self.glued(to + 1) && joins(to + 1));
        !before && !after
    }
}
