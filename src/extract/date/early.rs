//! Years long past, of three digits: «عام 732», «127هـ (745م)». Fewer digits without an era are read as no year.
//! Not here: years of four digits (`year.rs`, `bare_year.rs`).

use super::cursor::Cursor;
use super::said::Year;
use super::year::YearRead;
use crate::extract::exclude;
use crate::figure::Calendar;
use crate::lexicon::{DateWord, Exclusion, Kinds};
use crate::text::{Class, Gap};

/// How many tokens after a year its era may stand, where another year comes first.
const ERA: usize = 5;

impl Cursor<'_, '_> {
    /// A year of three digits after its head, that counts nothing: «عام 732», but «خلال عام 732 قتيلا». It ends its phrase, or
    /// another year follows; what may be so many is left alone.
    pub fn early_year(&self, at: usize) -> Option<YearRead> {
        let number = self.number(at).filter(|number| number.digits == 3 && number.value >= 100)?;
        (self.ends_phrase(at + 1) && self.is_of_this_era(at + 1)).then_some(YearRead {
            is: Year::Number(number.value as i16),
            calendar: Calendar::Gregorian,
            loose: false,
            alone: false,
            next: at + 1,
        })
    }

    /// Whether the phrase ends at `at`, or goes on to another date: «عامي 690 و780». «خلال عام 212، بينهم» tells of so many.
    fn ends_phrase(&self, at: usize) -> bool {
        let Some(token) = self.token(at).filter(|token| token.gap < Gap::Line) else { return true };
        match token.class {
            Class::Mark('،' | ',') => !exclude::has(self.sentence(), at + 1, Exclusion::Counting),
            Class::Mark('.' | '؛' | ')' | ':' | '»' | '"') => !self.glued(at + 1),
            _ => {
                let joint = self.exactly(at, DateWord::And).or_else(|| self.is(at, DateWord::To));
                joint.is_some_and(|next| self.number(next).is_some() || self.kinds(next).any(Kinds::HEAD))
            }
        }
    }

    /// Whether no era follows within some words that is another: «بين عامي 264 و146 قبل الميلاد», «عام 330 الهجري».
    fn is_of_this_era(&self, at: usize) -> bool {
        let other = |at: usize| {
            let hijri = |word: DateWord, _: &_| (word == DateWord::Era(Calendar::Hijri)).then_some(());
            self.says(at, DateWord::BeforeChrist) || self.find(at, Kinds::ERA, hijri).is_some()
        };
        !(at..at + ERA).any(other)
    }

    /// Whether the year with an era at `at` is told right beside a Hijri one: «127هـ (745م)», «1127هـ/1715م», «745م (127هـ)».
    pub fn is_beside_hijri_year(&self, at: usize, year: &YearRead) -> bool {
        const BESIDE: [char; 2] = ['(', '/'];
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
