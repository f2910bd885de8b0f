//! Dates that contradict themselves: a weekday that is not that day's, a Hijri date beside a Gregorian one
//! that is not its twin, two names of a month that differ, a day that no calendar has.

use super::sentence::{Clause, has_article};
use super::{Finding, Finds};
use crate::figure::{Calendar, DateValue, Edtf, EdtfDate, Figure, Span, Value, Weekday, Year};
use crate::lexicon::{Lexicon, Relation};
use crate::text::{self, Token};
use jiff::civil::Date;

/// How far from a known year's day a weekday may be held against it, in days: a year taken from the
/// document's date is the right one only near it.
const NEAR: i32 = 120;

/// Checks one date by itself; `published` is the document's day, `text` its text.
pub(super) fn check(
    figure: &Figure,
    index: usize,
    published: Option<Date>,
    text: &str,
    lexicon: &Lexicon,
    found: &mut Vec<Finding>,
) {
    let Value::Date(date) = &figure.value else { return };
    let mut report = |finds, cause| found.push(Finding::new(finds, cause, vec![vec![index]]));
    if date.impossible {
        report(Finds::Calendar, "no_such_day");
    }
    if date.other_month.is_some() {
        report(Finds::Month, "two_months");
    }
    if let (Calendar::Hijri, Some(stated), Some(day)) = (date.calendar, date.weekday, stated_day(date))
        && days_off(weekday(day), stated) > 1
    {
        report(Finds::Weekday, "not_that_weekday");
    }
    if let (Some(stated), Some(day)) = (date.weekday, certain_day(date, published))
        && weekday(day) != stated
        && date.other_month.is_none()
        && !may_count_weekdays(figure, day, lexicon)
        && !(days_off(weekday(day), stated) == 1 && is_night(figure, text, lexicon))
    {
        report(Finds::Weekday, "not_that_weekday");
    }
}

/// «الجمعة الثالثة من مارس» is the third Friday, though it reads like the third of March; «الجمعة فاتح مارس» is not.
fn may_count_weekdays(figure: &Figure, day: Date, lexicon: &Lexicon) -> bool {
    let mut tokens = Vec::new();
    text::tokens(&figure.text, Span::new(0, figure.text.len()), &mut tokens);
    // «الأحد الموافق فاتح شتنبر»
    let names_day = |at: usize| is_said(Relation::Twin, &tokens, at, lexicon);
    day.day() <= 5
        && !figure.text.chars().any(char::is_numeric)
        && (1..tokens.len()).any(|at| has_article(tokens[at].word) && !names_day(at))
}

/// «ليلة الجمعة 14 يوليو»: the night before Friday is of Thursday, the fourteenth.
fn is_night(figure: &Figure, text: &str, lexicon: &Lexicon) -> bool {
    let before = text.get(figure.sentence.start..figure.span.start).unwrap_or_default();
    let last = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let mut tokens = Vec::new();
    text::tokens(last, Span::new(0, last.len()), &mut tokens);
    tokens.len() == 1 && is_said(Relation::Night, &tokens, 0, lexicon)
}

fn is_said(wanted: Relation, tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let mut said = false;
    lexicon.relations(tokens, at, |relation, _, _| said |= relation == wanted);
    said
}

/// Checks a weekday against the day that stands in brackets after it: «الجمعة (15 أبريل 2021)».
pub(super) fn check_bracketed(clause: &Clause<'_>, published: Option<Date>, found: &mut Vec<Finding>) {
    for first in clause.figures() {
        let second = first + 1;
        if second >= clause.figures().end || clause.between(first, second).trim() != "(" {
            continue;
        }
        let (Value::Date(a), Value::Date(b)) = (&clause.figure(first).value, &clause.figure(second).value) else {
            continue;
        };
        let closed = clause.after(second).trim_start().starts_with(')');
        let bare = a.edtf == Edtf::Relative && b.weekday.is_none();
        if let (Some(stated), Some(day), true) = (a.weekday, certain_day(b, published), closed && bare)
            && weekday(day) != stated
        {
            let sides = vec![vec![first], vec![second]];
            found.push(Finding::new(Finds::Weekday, "not_that_weekday", sides));
        }
    }
}

/// Checks the dates of a sentence that are said to be one day in two calendars.
pub(super) fn check_twins(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    for first in clause.figures() {
        let second = first + 1;
        if second >= clause.figures().end || !are_one_day(clause, first, second) {
            continue;
        }
        let (Value::Date(a), Value::Date(b)) = (&clause.figure(first).value, &clause.figure(second).value) else {
            continue;
        };
        if a.calendar == b.calendar {
            continue;
        }
        let (Some(p), Some(q)) = (stated_day(a), stated_day(b)) else { continue };
        let (finds, cause) = match days_between(p, q) {
            0 => continue,
            -1 | 1 => (Finds::Sighting, "one_day_off"),
            _ => (Finds::Calendar, "not_the_twin"),
        };
        found.push(Finding::new(finds, cause, vec![vec![first], vec![second]]));
    }
}

/// The second follows in brackets, after a slash, or after «الموافق».
fn are_one_day(clause: &Clause<'_>, first: usize, second: usize) -> bool {
    let between = clause.between(first, second).trim();
    let marks = |c: char| matches!(c, '(' | '/' | '-' | '–') || c.is_whitespace();
    let beside = between.chars().all(marks) && between.chars().filter(|c| !c.is_whitespace()).count() == 1;
    beside || (between.split_whitespace().count() <= 3 && clause.parts(Relation::Twin, first, second))
}

/// The day where the text states the year.
fn stated_day(date: &DateValue) -> Option<Date> {
    day(&date.edtf)
}

fn day(edtf: &Edtf) -> Option<Date> {
    match edtf {
        Edtf::Point(point) if !point.approximate && point.day.is_some() => {
            let (first, last) = point.days()?;
            (first == last).then_some(first)
        }
        _ => None,
    }
}

/// The one day that is meant: its year stands in the text, or is the document's and the day near it.
/// A weekday alone says no day, so that it cannot be a wrong one; a Hijri day may be one off where the moon
/// was seen.
fn certain_day(date: &DateValue, published: Option<Date>) -> Option<Date> {
    if date.calendar == Calendar::Hijri || matches!(date.edtf, Edtf::Relative) {
        return None;
    }
    stated_day(date).or_else(|| {
        let published = published?;
        let meant = date.resolved.as_ref().and_then(day).or_else(|| in_year_of(&date.edtf, published))?;
        (days_between(meant, published).abs() <= NEAR).then_some(meant)
    })
}

/// The day in the year of publication.
fn in_year_of(edtf: &Edtf, published: Date) -> Option<Date> {
    match edtf {
        Edtf::Point(EdtfDate { year: Year::Unknown, month: Some(month), day: Some(day), approximate: false }) => {
            Date::new(published.year(), *month as i8, *day as i8).ok()
        }
        _ => None,
    }
}

/// How many days lie between two weekdays, the shorter way round.
fn days_off(a: Weekday, b: Weekday) -> u8 {
    let apart = (a as u8).abs_diff(b as u8);
    apart.min(7 - apart)
}

fn days_between(a: Date, b: Date) -> i32 {
    a.until(b).map(|span| span.get_days()).unwrap_or(i32::MAX)
}

/// The day of the week of a day.
pub(in crate::rules) fn weekday(day: Date) -> Weekday {
    day.weekday().into()
}
