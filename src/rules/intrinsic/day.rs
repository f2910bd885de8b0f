//! Dates that contradict themselves: a weekday that is not that day's, a Hijri date beside a Gregorian one
//! that is not its twin, two names of a month that differ, a day that no calendar has.

use super::sentence::{Clause, has_article};
use super::{Finding, Finds};
use crate::align::knowledge::Knowledge;
use crate::extract::{RULE_SINCE, hijri_days_near};
use crate::figure::{Calendar, DateValue, Edtf, EdtfDate, Figure, Hijri, Span, Value, Weekday, Year};
use crate::lexicon::{Lexicon, Relation};
use crate::text::{self, Token, Word};
use jiff::civil::Date;

/// How far from a known year's day a weekday may be held against it, in days: a year taken from the
/// document's date is the right one only near it.
const NEAR: i32 = 120;
/// Further ahead than this a day may be of the year before.
const AHEAD: i32 = 30;

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
    let ahead = || is_ahead(figure, text);
    if let (Some(stated), Some(day)) = (date.weekday, certain_day(date, published))
        && weekday(day) != stated
        && (ahead() || !is_of_last_year(date, day, published))
        && date.other_month.is_none()
        && !may_count_weekdays(figure, day, lexicon)
        && !(days_off(weekday(day), stated) == 1 && is_led_by(Relation::Night, figure, text, lexicon))
        && !is_led_by(Relation::Town, figure, text, lexicon)
        && !is_led_by(Relation::Or, figure, text, lexicon)
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

/// «ليلة الجمعة 14 يوليو»: the night before Friday is of Thursday, the fourteenth; «سوق الأربعاء» is a town, and of
/// «الجمعة أو السبت 22» either may be meant.
fn is_led_by(relation: Relation, figure: &Figure, text: &str, lexicon: &Lexicon) -> bool {
    let before = text.get(figure.sentence.start..figure.span.start).unwrap_or_default();
    let last = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let mut tokens = Vec::new();
    text::tokens(last, Span::new(0, last.len()), &mut tokens);
    tokens.len() == 1 && !has_article(tokens[0].word) && is_said(relation, &tokens, 0, lexicon)
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
        if second >= clause.figures().end {
            continue;
        }
        if names_weekday(clause, first, second) {
            check_named(clause, first, second, published, found);
        }
        if clause.between(first, second).trim() != "(" {
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

/// «5 دجنبر 2023 الموافق ليوم الأحد», «يصادف الأول من مايو 2024 يوم الأربعاء».
fn names_weekday(clause: &Clause<'_>, first: usize, second: usize) -> bool {
    let beside = || clause.between(first, second).trim().is_empty() && clause.leads(Relation::Twin, first, 0);
    let said =
        || clause.parts(Relation::Twin, first, second) && clause.between(first, second).split_whitespace().count() <= 2;
    said() || beside()
}

/// The weekday that stands for itself against the day before it.
fn check_named(clause: &Clause<'_>, day: usize, named: usize, published: Option<Date>, found: &mut Vec<Finding>) {
    let (Value::Date(a), Value::Date(b)) = (&clause.figure(day).value, &clause.figure(named).value) else { return };
    let bare = b.edtf == Edtf::Relative && b.hijri.is_none() && a.weekday.is_none();
    if let (Some(stated), Some(falls), true) = (b.weekday, certain_day(a, published), bare)
        && weekday(falls) != stated
    {
        found.push(Finding::new(Finds::Weekday, "not_that_weekday", vec![vec![named], vec![day]]));
    }
}

/// Checks the dates of a sentence that are said to be one day in two calendars.
pub(super) fn check_twins(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    for first in clause.figures() {
        let second = first + 1;
        if second >= clause.figures().end {
            continue;
        }
        let (Value::Date(a), Value::Date(b)) = (&clause.figure(first).value, &clause.figure(second).value) else {
            continue;
        };
        if a.calendar == b.calendar || !are_one_day(clause, first, second) {
            continue;
        }
        let (hijri, gregorian) = if a.calendar == Calendar::Hijri { (a, b) } else { (b, a) };
        let apart = days_apart(hijri, gregorian);
        // Of the days before today's rule some are two off.
        let by_old_rule = || {
            apart.is_some_and(|days| days <= 2)
                && hijri.hijri.and_then(|hijri| hijri.year).is_some_and(|year| year < RULE_SINCE)
        };
        // «(980م - 428هـ)» is a life, and «(732هـ/1406م)» too.
        let bracketed = || clause.between(first, second).trim() == "(" && clause.closes(second, Relation::Twin);
        let by_julian = || is_julian(gregorian) && (apart.is_some_and(|days| days <= JULIAN_OFF) || !bracketed());
        if by_julian() || apart != Some(1) && by_old_rule() {
            continue;
        }
        let (finds, cause) = match apart {
            None | Some(0) => continue,
            Some(1) => (Finds::Sighting, "one_day_off"),
            Some(_) => (Finds::Calendar, "not_the_twin"),
        };
        found.push(Finding::new(finds, cause, vec![vec![first], vec![second]]));
    }
}

/// The year of the reform: days before it are told by the Julian calendar.
const REFORM: i16 = 1583;
/// So many days the two calendars were apart then at the most, and the Hijri one by its old rule.
const JULIAN_OFF: i32 = 12;

fn is_julian(date: &DateValue) -> bool {
    date.edtf.days().is_some_and(|(first, _)| first.year() < REFORM)
}

/// The second follows in brackets, after a slash, or after «الموافق» or «أي».
fn are_one_day(clause: &Clause<'_>, first: usize, second: usize) -> bool {
    let between = clause.between(first, second).trim();
    let marks = |c: char| matches!(c, '(' | '/' | '-' | '–') || c.is_whitespace();
    let beside = between.chars().all(marks) && between.chars().filter(|c| !c.is_whitespace()).count() == 1;
    let words = between.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    // «أي بعد 14 سبتمبر» is another day.
    let said = |relation, most| words <= most && clause.parts(relation, first, second);
    beside || said(Relation::Twin, 3) || said(Relation::Equals, 1)
}

/// How many days the two are apart; where one of them leaves its year out, the other tells it.
fn days_apart(hijri: &DateValue, gregorian: &DateValue) -> Option<i32> {
    let apart = |a: Date, b: Date| days_between(a, b).abs();
    match (stated_day(hijri), stated_day(gregorian)) {
        (Some(told), Some(written)) => Some(apart(told, written)),
        (Some(told), None) => {
            let years = told.year().checked_sub(1)?..=told.year().checked_add(1)?;
            years.filter_map(|year| in_year(&gregorian.edtf, year)).map(|day| apart(told, day)).min()
        }
        (None, Some(written)) if hijri.edtf == Edtf::Relative => {
            let Hijri { month: Some(month), day: Some(day), .. } = hijri.hijri? else { return None };
            hijri_days_near(written, month, day).map(|told| apart(told, written)).min()
        }
        // «العاشر من شوال المقبل الموافق 26 يونيو»: no year is told, and hardly another than that of the report is meant.
        (None, None) if hijri.edtf == Edtf::Relative => {
            let meant = day(gregorian.resolved.as_ref()?)?;
            let Hijri { month: Some(month), day: Some(day), .. } = hijri.hijri? else { return None };
            let years = meant.year().checked_sub(1)?..=meant.year().checked_add(1)?;
            let written = years.filter_map(|year| in_year(&gregorian.edtf, year));
            written.flat_map(|written| hijri_days_near(written, month, day).map(move |told| apart(told, written))).min()
        }
        _ => spans_apart(&hijri.edtf, &gregorian.edtf),
    }
}

/// «شهر محرم 1445هـ الموافق يوليو 2023م»: months and years that have no day in common, for more than the moon is off.
fn spans_apart(hijri: &Edtf, gregorian: &Edtf) -> Option<i32> {
    let (a, b) = (hijri.days()?, gregorian.days()?);
    let gap = days_between(a.1, b.0).max(days_between(b.1, a.0));
    (a.0 != a.1 && b.0 != b.1 && gap > 1).then_some(gap)
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
        let meant = date.resolved.as_ref().and_then(day).or_else(|| in_year(&date.edtf, published.year()))?;
        (days_between(meant, published).abs() <= NEAR).then_some(meant)
    })
}

/// In November «الجمعة 26 يناير» may be of the last January, and its weekday tells.
fn is_of_last_year(date: &DateValue, day: Date, published: Option<Date>) -> bool {
    let before = || in_year(&date.edtf, day.year().checked_sub(1)?).map(weekday);
    let far_ahead = published.is_some_and(|published| day > published && days_between(day, published).abs() > AHEAD);
    far_ahead && date.weekday.is_some() && date.weekday == before()
}

/// «الخميس 26 يناير المقبل»
fn is_ahead(figure: &Figure, text: &str) -> bool {
    let after = text.get(figure.span.end..).and_then(|after| after.split_whitespace().next()).unwrap_or_default();
    let words = figure.text.split_whitespace().chain([after]);
    let word = |word: &str| Word::of(word.trim_matches(|c: char| !c.is_alphabetic()));
    words.map(word).any(|word| Knowledge::builtin().is_ahead(word) == Some(true))
}

/// The day in that year, of a date that leaves its year out.
fn in_year(edtf: &Edtf, year: i16) -> Option<Date> {
    match edtf {
        Edtf::Point(EdtfDate { year: Year::Unknown, month: Some(month), day: Some(day), approximate: false }) => {
            Date::new(year, *month as i8, *day as i8).ok()
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
