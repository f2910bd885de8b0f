//! Dates: a sentence's words to figures of kind date, each as said and as meant on the day of writing.
//! Here: the order in which the grammar is tried, and what one date leaves for the next to lean on.
//! Not here: the words (`rules/lexicon/{months,weekdays,dates,relative,date_names}.toml`); durations.

mod bare_year;
mod cursor;
mod early;
mod hijri;
mod interval;
#[cfg(test)]
mod laws;
mod meant;
mod month;
mod numeric;
mod phase;
mod portion;
mod relative;
mod resolve;
mod said;
mod tense;
#[cfg(test)]
mod tests;
mod year;

use super::{Found, Sentence};
use crate::figure::{Calendar, DateValue, Edtf, Value, Year};
use crate::lexicon::{DateWord, Kinds};
use crate::text::Class;
use cursor::Cursor;
pub(crate) use hijri::{RULE_SINCE, hijri_days_near};
use interval::Interval;
use jiff::civil::Date;
use meant::Known;
use said::{Day, Month, Said, Term};
use smallvec::SmallVec;
use tense::Outlook;

/// The dates of one document, read sentence by sentence.
#[derive(Debug, Default)]
pub(super) struct Dates {
    published: Option<Date>,
    year: Option<i16>,
    month: Option<(i16, u8)>,
    /// The month last named in this sentence and in the one before, with its year if that is known.
    named: Option<(Option<i16>, u8)>,
    named_before: Option<(Option<i16>, u8)>,
    /// The day last mentioned, in this sentence or the one before.
    day: Option<Date>,
    day_before: Option<Date>,
    /// The day to come that a weekday stood for last.
    ahead: Option<Date>,
    /// The years last mentioned in this sentence and in the one before.
    here: Option<i16>,
    before: Option<i16>,
}

/// What the grammar found at a token.
enum Reading {
    /// One date, or several of a list.
    Terms(SmallVec<[Term; 4]>),
    /// From one date to another.
    Interval(Interval),
    /// No date up to this token.
    Skip(usize),
}

impl Dates {
    /// For a document that was published on this day, if it is known.
    pub fn new(published: Option<Date>) -> Dates {
        Dates { published, ..Dates::default() }
    }

    /// Adds the dates of the next sentence to `found`, in their order.
    pub fn read(&mut self, sentence: &Sentence<'_>, found: &mut Vec<Found>) {
        self.before = self.here.take();
        self.day_before = self.day.take();
        self.named_before = self.named.take();
        let cursor = Cursor::new(sentence);
        let mut at = 0;
        let mut terms = SmallVec::new();
        while let Some(begin) = cursor.next_beginning(at) {
            at = begin;
            match reading(&cursor, at, self.published.is_some()) {
                None => at += 1,
                Some(Reading::Skip(next)) => at = next.max(at + 1),
                Some(Reading::Terms(more)) => {
                    at = more.last().map_or(at + 1, |term| term.to.max(at + 1));
                    terms.extend(more);
                }
                Some(Reading::Interval(interval)) => {
                    at = interval.to.max(at + 1);
                    self.flush(&cursor, &mut terms, found);
                    let tense = interval.first.leans_on_tense() || interval.last.leans_on_tense();
                    let known = self.known(&cursor, interval.from, interval.to, tense);
                    if let Some(value) = resolve::interval(&interval.first, &interval.last, &known) {
                        self.lean(&value);
                        found.push(figure(&cursor, interval.from, interval.to, interval.letters, value, Vec::new()));
                    }
                }
            }
        }
        self.flush(&cursor, &mut terms, found);
    }

    /// Resolves the dates gathered so far: each may take its year from the one joined after it.
    fn flush(&mut self, cursor: &Cursor<'_, '_>, terms: &mut SmallVec<[Term; 4]>, found: &mut Vec<Found>) {
        for at in (1..terms.len()).rev() {
            let last = terms[at];
            if cursor.list_joint(terms[at - 1].to) == Some(last.from) || adjoined(&terms[at - 1], &last) {
                interval::borrow(&last.said, &mut terms[at - 1].said);
            }
        }
        let mut before: Option<Term> = None;
        for mut term in terms.drain(..) {
            let known = self.known(cursor, term.from, term.to, term.said.leans_on_tense());
            let in_a_row = before.replace(term).is_some_and(|before| cursor.in_a_row(&before, &term));
            let ahead = self.ahead.is_some_and(|day| term.said.weekday == Some(meant::weekday_of(day)));
            let known = Known { ahead, eve: in_a_row.then_some(self.day).flatten(), ..known };
            settle_order(&mut term.said);
            let Some(value) = resolve::value(&term.said, &known) else { continue };
            self.ahead = coming(&term.said, &value, self.published).or(self.ahead);
            let readings = swapped(&term.said, &known).into_iter().collect();
            self.lean(&value);
            found.push(figure(cursor, term.from, term.to, term.letters, value, readings));
        }
    }

    /// What is known of a date at these tokens; how its sentence looks at it only where it leans on the `tense`.
    fn known(&self, cursor: &Cursor<'_, '_>, from: usize, to: usize, tense: bool) -> Known {
        let outlook = if tense && self.published.is_some() { cursor.outlook(from, to) } else { Outlook::default() };
        Known {
            published: self.published,
            year: self.year,
            near_year: self.here.or(self.before),
            same_sentence_year: self.here,
            month: self.month,
            month_named: self.named.or(self.named_before),
            day: self.day.or(self.day_before),
            eve: None,
            since: cursor.follows(from, DateWord::Since),
            until: cursor.follows(from, DateWord::To),
            named: cursor.follows(from, DateWord::Event),
            ahead: false,
            outlook,
        }
    }

    /// Remembers a date for those that lean on it.
    fn lean(&mut self, value: &DateValue) {
        self.named = named_month(value).or(self.named);
        let Edtf::Point(date) = value.best() else { return };
        let Year::Exact(year) = date.year else {
            // A day of an unknown year: what came before is no longer the last mentioned.
            if date.month.is_some() {
                (self.month, self.day, self.day_before) = (None, None, None);
            }
            return;
        };
        self.year = Some(year);
        if let Edtf::Point(stated) = value.edtf
            && stated.year == date.year
        {
            self.here = Some(year);
        }
        if let Some(month) = date.month {
            self.month = Some((year, month));
            if let Some(day) = date.day.and_then(|day| Date::new(year, month as i8, day as i8).ok()) {
                self.day = Some(day);
            }
        }
    }
}

/// The month that a date names, or with which an interval ends, and its year.
fn named_month(value: &DateValue) -> Option<(Option<i16>, u8)> {
    let (Edtf::Point(date) | Edtf::Interval(_, Some(date))) = value.best() else { return None };
    let year = if let Year::Exact(year) = date.year { Some(year) } else { None };
    // «أمس» and «الأحد» name none.
    let names = value.calendar == Calendar::Gregorian && (value.edtf != Edtf::Relative || date.day.is_none());
    date.month.filter(|_| names).map(|month| (year, month))
}

/// The day to come that a bare weekday stands for.
fn coming(said: &Said, value: &DateValue, published: Option<Date>) -> Option<Date> {
    let Some(Edtf::Point(date)) = value.resolved.filter(|_| said.weekday.is_some() && said.day.is_none()) else {
        return None;
    };
    let (day, _) = date.days()?;
    (day > published?).then_some(day)
}

/// «وفبراير»: the joint is a letter of the second date.
fn adjoined(first: &Term, second: &Term) -> bool {
    first.to == second.from && second.letters > 0
}

/// The date, dates or interval that begin at `at`.
fn reading(cursor: &Cursor<'_, '_>, at: usize, dated: bool) -> Option<Reading> {
    if !cursor.may_begin(at) {
        return cursor.interval(at).map(Reading::Interval);
    }
    if cursor.token(at)?.class == Class::Digits && !cursor.may_be_of_date(at) {
        return None;
    }
    let name = cursor.find(at, Kinds::DATE_NAME, |word, _| (word == DateWord::Name).then_some(()));
    if let Some(name) = name.filter(|name| cursor.run(name.next).is_none()) {
        return Some(Reading::Skip(name.next));
    }
    if let Some(next) = cursor.place_name(at) {
        return Some(Reading::Skip(next));
    }
    if let Some(interval) = cursor.interval(at).or_else(|| cursor.plain_interval(at)) {
        return Some(Reading::Interval(interval));
    }
    let begins = cursor.kinds(at);
    if begins.any(DAY_NUMBER.or(Kinds::SEVERAL))
        && let Some(list) = cursor.day_list(at)
    {
        return Some(Reading::Terms(list));
    }
    let mut parsers = TERMS.iter().filter(|(kinds, _)| begins.any(*kinds));
    let term = parsers.find_map(|(_, parser)| parser(cursor, at, dated))?;
    Some(Reading::Terms(with_years(cursor, term)))
}

/// A part of the grammar: the date that begins at a token. It is told whether the day of writing is known.
type Parser = fn(&Cursor<'_, '_>, usize, bool) -> Option<Term>;

/// What the number of a day may begin with.
const DAY_NUMBER: Kinds = Kinds::DIGITS.or(Kinds::ARTICLE).or(Kinds::ORDINAL);

/// What a day that is told by its name or by the day of writing may begin with.
const DAY_TERM: Kinds = Kinds::HEAD.or(Kinds::DAY).or(Kinds::WEEKDAY);

/// What a month without a day may begin with.
const MONTH_ALONE: Kinds = Kinds::HEAD.or(Kinds::SEVERAL).or(Kinds::MONTH);

/// What a year with a word before it may begin with.
const YEAR_TERM: Kinds = Kinds::HEAD.or(Kinds::SEVERAL).or(Kinds::THIS).or(Kinds::ABOUT);

/// The grammar of single dates in the order in which it is tried, each part with what its dates may begin with.
const TERMS: [(Kinds, Parser); 17] = [
    (Kinds::DIGITS, |cursor, at, _| cursor.numeric(at)),
    (Kinds::DIGITS, |cursor, at, _| cursor.iso_month(at).or_else(|| cursor.month_and_year(at))),
    (DAY_NUMBER, |cursor, at, _| cursor.day_of_month(at)),
    (Kinds::MONTH, |cursor, at, _| cursor.latin_day(at)),
    (DAY_NUMBER, |cursor, at, _| cursor.day_of_this_month(at)),
    (DAY_TERM, |cursor, at, dated| cursor.day_term(at, dated)),
    (Kinds::PHASE, |cursor, at, _| cursor.phase_term(at)),
    (Kinds::PORTION.or(Kinds::SEVERAL).or(Kinds::ORDINAL), |cursor, at, _| cursor.portion_term(at)),
    (MONTH_ALONE, |cursor, at, _| cursor.month_alone(at, false)),
    (Kinds::DECADE.or(Kinds::SEVERAL), |cursor, at, _| cursor.decade_term(at)),
    (Kinds::HEAD.or(Kinds::THIS), |cursor, at, _| cursor.century_term(at)),
    (Kinds::HEAD, |cursor, at, _| cursor.season_term(at)),
    (Kinds::HEAD, |cursor, at, _| cursor.week_of_month(at)),
    (Kinds::SEVERAL, |cursor, at, _| cursor.two_units(at)),
    (Kinds::HEAD.or(Kinds::THIS), |cursor, at, _| cursor.unit_term(at)),
    (YEAR_TERM, |cursor, at, _| cursor.year_term(at)),
    (Kinds::DIGITS, |cursor, at, _| cursor.bare_year(at)),
];

/// A year and the years listed after it: «عامي 2016 و2017», «بعد 1994 و1998».
fn with_years(cursor: &Cursor<'_, '_>, first: Term) -> SmallVec<[Term; 4]> {
    let mut terms = SmallVec::new();
    terms.push(first);
    let year_only = |said: &Said| said.year_number().is_some() && said.month.is_none() && said.months.is_none();
    let mut last = first;
    while year_only(&last.said)
        && let Some(at) = cursor.list_joint(last.to)
        && let Some(year) = cursor.year_number(at, last.said.calendar, true)
        && !cursor.counted_after(year.next - 1, matches!(year.is, said::Year::Number(year) if year % 50 != 0))
    {
        let said = Said { year: Some(year.is), calendar: year.calendar, ..Said::default() };
        last = Term { said, from: at, to: year.next, letters: 0 };
        terms.push(last);
    }
    terms
}

/// Lets the weekday beside a day and month in digits decide which is which.
fn settle_order(said: &mut Said) {
    let (Some(weekday), Some(day), Some(month), Some(year)) =
        (said.weekday.filter(|_| said.swapped), said.day_number(), said.month_number(), said.year_number())
    else {
        return;
    };
    let falls = |month: u8, day: u8| {
        Date::new(year, month as i8, day as i8).is_ok_and(|date| meant::weekday_of(date) == weekday)
    };
    match (falls(month, day), falls(day, month)) {
        (true, false) => said.swapped = false,
        (false, true) => {
            (said.day, said.month, said.swapped) = (Some(Day::Number(month)), Some(Month::Number(day)), false);
        }
        _ => {}
    }
}

/// The other reading of a day and month in digits.
fn swapped(said: &Said, known: &Known) -> Option<Value> {
    let (day, month) = (said.day_number()?, said.month_number()?);
    let other = Said { day: Some(Day::Number(month)), month: Some(Month::Number(day)), ..*said };
    said.swapped.then(|| resolve::value(&other, known).map(Value::Date))?
}

fn figure(
    cursor: &Cursor<'_, '_>,
    from: usize,
    to: usize,
    letters: u8,
    value: DateValue,
    readings: Vec<Value>,
) -> Found {
    let mut span = cursor.sentence().span_of(from, to, letters);
    // The sign «هـ» is written with a tatweel, which is no letter of the word.
    let after = cursor.sentence().text.get(span.end..).unwrap_or_default();
    span.end += after.len() - after.trim_start_matches('\u{640}').len();
    Found { tokens: from..to, span, value: Value::Date(value), readings }
}
