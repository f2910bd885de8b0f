//! Intervals and lists of dates: «من 14 حزيران حتى 15 تموز 2018», «بين عامي 2011 و2014», «20-22 مايو»,
//! «16 و17 و18 مارس».

use super::cursor::{Cursor, DASHES};
use super::said::{Borrowed, Day, Month, Said, Term, Year};
use super::{DAY_NUMBER, DAY_TERM, MONTH_ALONE, YEAR_TERM};
use crate::figure::Calendar;
use crate::lexicon::{DateWord, Kinds, Unit};
use crate::text::Word;
use smallvec::SmallVec;
use std::sync::LazyLock;

/// Two dates and the tokens of the interval between them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Interval {
    pub first: Said,
    pub last: Said,
    pub from: usize,
    pub to: usize,
    pub letters: u8,
}

/// «والـ27»: the joint and the article before digits.
static AND_THE: LazyLock<Word> = LazyLock::new(|| Word::of("وال"));

/// So many years at the most lie between two of which one has three digits.
const LONGEST: u16 = 600;

/// How many days one list may name; more is no list of days.
const MOST_DAYS: usize = 12;

/// A part of the grammar of ends: the date that begins at a token.
type End = fn(&Cursor<'_, '_>, usize) -> Option<Term>;

/// The grammar of the dates that an end of an interval may be, each part with what its dates may begin with.
const ENDS: [(Kinds, End); 8] = [
    (Kinds::DIGITS, |cursor, at| cursor.numeric(at)),
    (Kinds::DIGITS, |cursor, at| cursor.iso_month(at).or_else(|| cursor.month_and_year(at))),
    (DAY_NUMBER, |cursor, at| cursor.day_of_month(at)),
    (DAY_NUMBER, |cursor, at| cursor.day_of_it(at)),
    (DAY_TERM, |cursor, at| cursor.headed_day(at)),
    (Kinds::PHASE, |cursor, at| cursor.phase_term(at)),
    (MONTH_ALONE, |cursor, at| cursor.month_alone(at, true)),
    (YEAR_TERM, |cursor, at| cursor.year_term(at)),
];

impl Cursor<'_, '_> {
    /// An interval with its own words: «من … إلى …», «بين … و…».
    pub fn interval(&self, at: usize) -> Option<Interval> {
        let between = self.find(at, Kinds::SINCE_WHEN, |word, _| match word {
            DateWord::Between => Some(true),
            DateWord::From => Some(false),
            _ => None,
        })?;
        if let Some(days) = self.weekdays(between.next).filter(|_| !between.is) {
            return Some(Interval { from: at, letters: between.outside(), ..days });
        }
        let first = self.end(between.next).or_else(|| self.old_year(between.next))?;
        let dash = self.is_mark(first.to, &DASHES);
        let (joint, letters) = self.joint(first.to, between.is).filter(|_| between.is || !dash)?;
        let last = self.end(joint).or_else(|| self.old_year(joint)).filter(|last| last.letters == letters)?;
        // «ارتفع من 145 إلى عام 2020» is no stretch of time.
        if let (Some(a), Some(b)) = (first.said.year_number(), last.said.year_number())
            && a.min(b) < 1000
            && a.abs_diff(b) > LONGEST
            && first.said.calendar == last.said.calendar
        {
            return None;
        }
        let old = |end: &Term| is_bare(end) && matches!(end.said.year, Some(Year::Number(..1800)));
        if (old(&first) || old(&last)) && !self.is_of_years(&first, &last) {
            return None;
        }
        self.joined(first, last, at, between.outside())
    }

    /// Whether one of two years long past says that both are years, by its head or its era; «من 1500 إلى 1750م» are metres.
    fn is_of_years(&self, first: &Term, last: &Term) -> bool {
        let ends = || [first, last].into_iter();
        let year = |end: &Term| end.said.year_number().filter(|_| end.said.month.is_none() && end.said.day.is_none());
        let headed = ends().any(|end| self.headed_year(end.from));
        let round = ends().filter_map(year).all(|year| year % 50 == 0);
        ends().all(|end| year(end).is_some()) && (headed || !round && ends().any(|end| !is_bare(end)))
    }

    /// A year long past in digits alone, which is one only beside a year with its head or era: «من 1725 إلى 1740م».
    fn old_year(&self, at: usize) -> Option<Term> {
        let year = self.year_number(at, Calendar::Gregorian, false).or_else(|| self.early_year(at))?;
        let said = Said { year: Some(year.is), calendar: year.calendar, ..Said::default() };
        Some(Term { said, from: at, to: year.next, letters: 0 })
    }

    /// «الأحد إلى الثلاثاء», «السبت حتى يوم الاثنين المقبل», after «من»: the days of one week, one after the other.
    fn weekdays(&self, at: usize) -> Option<Interval> {
        let day = |at: usize| {
            let bare = |term: &Term| Said { weekday: None, shift: None, ..term.said } == Said::default();
            self.day_term(at, true).filter(|term| term.said.weekday.is_some() && term.letters == 0 && bare(term))
        };
        let first = day(at).filter(|first| first.said.shift.is_none())?;
        let last = day(self.exactly(first.to, DateWord::To)?)?;
        (first.said.weekday != last.said.weekday).then_some(Interval {
            first: first.said,
            last: last.said,
            from: at,
            to: last.to,
            letters: 0,
        })
    }

    /// An interval by its ends alone: «20-22 مايو», «يناير - فبراير 2025», «13 إلى 16 مايو».
    pub fn plain_interval(&self, at: usize) -> Option<Interval> {
        if !self.may_be_joined(at) {
            return None;
        }
        let first = self.end(at)?;
        let dash = self.is_mark(first.to, &['/']) || self.is_mark(first.to, &DASHES);
        let next = if dash { first.to + 1 } else { self.exactly(first.to, DateWord::To)? };
        let last = self.end(next).filter(|last| last.letters == 0)?;
        let by_number = first.said.day_number().is_some()
            || first.said.month_number().is_some()
            || self.headed_year(at)
            || first.said.year.is_some() && self.is_mark(at.wrapping_sub(1), &['(']);
        let by_number = by_number && (last.said.month_number().is_some() || last.said.year.is_some());
        if !by_number || self.is_mark(first.to, &['/']) && first.said.month_number().is_none() {
            return None;
        }
        self.joined(first, last, at, first.letters)
    }

    fn headed_year(&self, at: usize) -> bool {
        let several = || self.find(at, Kinds::SEVERAL, |word, _| (word == DateWord::Several(Unit::Year)).then_some(()));
        self.head(at, Unit::Year).or_else(several).is_some()
    }

    /// What joins the second end to the first: its token, and how many letters of it are the joint itself.
    fn joint(&self, at: usize, between: bool) -> Option<(usize, u8)> {
        if self.is_mark(at, &DASHES) {
            return Some((at + 1, 0));
        }
        let to = self.find(at, Kinds::UNTIL_WHEN, |word, _| matches!(word, DateWord::To).then_some(()));
        if let Some(to) = to {
            // «وحتى»; «إلى غاية».
            return Some((to.next, 0));
        }
        if let Some(and) = self.exactly(at, DateWord::And) {
            return Some((and, 0));
        }
        between.then_some((at, 1))
    }

    /// One end of an interval: a date, or a number that the other end explains.
    fn end(&self, at: usize) -> Option<Term> {
        let begins = self.kinds(at);
        if !begins.any(Kinds::BEGIN_DATE) {
            return None;
        }
        let mut parsers = ENDS.iter().filter(|(kinds, _)| begins.any(*kinds));
        let whole = parsers.find_map(|(_, parser)| parser(self, at));
        whole.or_else(|| self.number_end(at))
    }

    /// «يوم 14 مايو» as one end.
    fn headed_day(&self, at: usize) -> Option<Term> {
        let term = self.day_term(at, true)?;
        term.said.day_number().is_some().then_some(term)
    }

    /// A day or year in digits alone.
    fn number_end(&self, at: usize) -> Option<Term> {
        if let Some(year) = self.year_number(at, Calendar::Gregorian, false) {
            let said = Said { year: Some(year.is), calendar: year.calendar, ..Said::default() };
            let end = Term { said, from: at, to: year.next, letters: 0 };
            return matches!(year.is, Year::Number(1800..=2200))
                .then_some(end)
                .or_else(|| (year.calendar == Calendar::Hijri || year.next > at + 1).then_some(end));
        }
        let day = self.day_number(at)?;
        let said = Said { day: Some(Day::Number(day.number)), ..Said::default() };
        Some(Term { said, from: at, to: day.next, letters: day.letters })
    }

    /// The interval between two ends, once the first has taken from the last what it lacks.
    fn joined(&self, first: Term, last: Term, at: usize, letters: u8) -> Option<Interval> {
        let (mut a, mut b) = (first.said, last.said);
        // «من 12 أبريل إلى 26 منه»
        if b.month == Some(Month::Named) && a.month_number().is_some() {
            b = Said { day: b.day, ..a };
        }
        // «10 رمضان 1444هـ / 1 أبريل 2023م» is one day told twice.
        let days = a.day_number().is_some() && b.day_number().is_some();
        if days
            && a.calendar != b.calendar
            && a.year.is_some()
            && (self.is_mark(first.to, &DASHES) || self.is_mark(first.to, &['/']))
        {
            return None;
        }
        let round = |said: &Said| said.year_number().is_some_and(|year| year % 50 == 0);
        let bare_years = |said: &Said| said.year_number().is_some() && said.month.is_none() && said.day.is_none();
        if b.day_number().is_some() && b.month.is_none() || b.weekday.is_some() && b.day.is_none() {
            return None;
        }
        if a.day_number().is_some() && a.month.is_none() {
            if b.day_number().is_none() || a.day_number() > b.day_number() {
                return None;
            }
            a.month = b.month;
            a.other_month = b.other_month;
        }
        if a.year.is_none() && a.month_number().is_some() {
            a.year = b.year.filter(|year| matches!(year, Year::Number(_) | Year::Shifted(_)));
            a.shift = a.shift.or(b.shift);
        }
        // «من 1144 إلى 1150هـ»: the era is of both.
        let shared =
            || b.calendar == Calendar::Hijri && bare_years(&a) && bare_years(&b) && a.year_number() <= b.year_number();
        a.calendar = if a.year == b.year || shared() { b.calendar } else { a.calendar };
        let known =
            |said: &Said| said.month_number().is_some() || said.year_number().is_some() || said.months.is_some();
        let whole = |said: &Said| matches!(said.month, Some(Month::Shifted(_) | Month::Named));
        if !(known(&a) || whole(&a)) || !(known(&b) || whole(&b)) {
            return None;
        }
        if bare_years(&a)
            && bare_years(&b)
            && !self.headed_year(first.from)
            && self.counted_after(last.to - 1, !round(&a) && !round(&b))
        {
            return None;
        }
        if a.year_number().zip(b.year_number()).is_some_and(|(first, last)| first > last) {
            return None;
        }
        Some(Interval { first: a, last: b, from: at, to: last.to, letters })
    }

    /// Several days of one month: «16 و17 و18 مارس», «يومي 5 و6 مايو»: a figure each.
    pub fn day_list(&self, at: usize) -> Option<SmallVec<[Term; 4]>> {
        let head = self.find(at, Kinds::SEVERAL, |word, hit| {
            (word == DateWord::Several(Unit::Day) && !hit.clitics.article).then_some(())
        });
        let mut terms: SmallVec<[Term; 4]> = SmallVec::new();
        let mut from = at;
        let mut here = head.map_or(at, |head| head.next);
        let mut letters = head.map(|head| head.outside());
        while terms.len() < MOST_DAYS {
            if let Some(last) = self.day_of_month(here).or_else(|| self.day_of_this_month(here)) {
                if terms.is_empty() && head.is_none() {
                    return None;
                }
                for term in &mut terms {
                    let day = term.said.day;
                    term.said = Said { day, ..last.said };
                }
                terms.push(Term { from, letters: letters.unwrap_or(last.letters), ..last });
                return Some(terms);
            }
            let day = self.day_number(here)?;
            let said = Said { day: Some(Day::Number(day.number)), ..Said::default() };
            terms.push(Term { said, from, to: day.next, letters: letters.unwrap_or(day.letters) });
            letters = None;
            here = self.list_joint(day.next)?;
            from = here;
        }
        None
    }

    /// The token after «و», «أو» or a comma between the members of a list.
    pub fn list_joint(&self, at: usize) -> Option<usize> {
        let comma = self.sentence().past_comma(at);
        let and = self.exactly(comma, DateWord::And);
        match and {
            Some(next) => Some(next),
            // «والثامن»: the joint is a letter of the next word.
            None if self.ordinal(comma).is_some_and(|ordinal| ordinal.clitics.conjunction) => Some(comma),
            None if self.token(comma).is_some_and(|token| token.word == *AND_THE) && self.run(comma + 1).is_some() => {
                Some(comma)
            }
            None => (comma > at).then_some(comma),
        }
    }
}

/// Whether one token is all of it.
fn is_bare(term: &Term) -> bool {
    term.to == term.from + 1
}

/// A month or day without a year, right before one that has it: «يناير وفبراير الماضيين».
pub(super) fn borrow(from: &Said, to: &mut Said) {
    let lacks = to.year.is_none() && to.shift.is_none() && to.month_number().is_some();
    let gives = from.month_number().is_some() && (from.year.is_some() || from.shift.is_some());
    if lacks && gives && from.calendar == to.calendar {
        to.borrowed = Borrowed { year: from.year, shift: from.shift };
    }
}
