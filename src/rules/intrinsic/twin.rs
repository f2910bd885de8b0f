//! A number beside its spelled-out twin: «خمسة ملايين (5,000,000)». The two must be one value.

use super::part::ends_alike;
use super::sentence::Clause;
use super::{Finding, Finds};
use crate::figure::{Bounded, Figure, Kind, Period, Value};
use crate::lexicon::Relation;
use rust_decimal::Decimal;

pub(super) fn check(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    for first in clause.figures() {
        let second = first + 1;
        if second < clause.figures().end
            && are_twins(clause, first, second)
            && differ(clause.figure(first), clause.figure(second)) == Some(true)
            && !are_one_otherwise(clause.figure(first), clause.figure(second))
        {
            found.push(Finding::new(Finds::Words, "words_are_not_the_digits", vec![vec![first], vec![second]]));
        }
    }
}

/// One in words and one in digits, of one kind and unit, either alone in brackets, or «فقط … لا غير» between them.
fn are_twins(clause: &Clause<'_>, first: usize, second: usize) -> bool {
    let (a, b) = (clause.figure(first), clause.figure(second));
    let beside = is_bracketed(clause, first, second) && may_be_one(a, b)
        || encloses_number(clause, first, second)
        || leads_bracketed(clause, first, second) && may_be_one(b, a)
        || is_spelled(clause, first, second) && may_be_one(a, b);
    beside && has_digits(a) != has_digits(b)
}

/// «خمسة ملايين (5,000,000)», «خمسة أشخاص (5)», «150,000 ريال (فقط مئة وخمسون ألف ريال لا غير)».
fn is_bracketed(clause: &Clause<'_>, first: usize, second: usize) -> bool {
    let between = clause.between(first, second).trim();
    let opens = between.ends_with('(') || clause.figure(second).text.starts_with('(');
    let beside = || {
        let bare = between.trim_end_matches('(').trim();
        bare.is_empty() || clause.is_noun_of(first, bare) || clause.is_all_between(Relation::Only, first, second)
    };
    opens && beside() && (clause.closes(second, Relation::NoMore) || clause.closes_noun(second))
}

/// «خمسة ملايين (5,000,000) دينار»: the number stands in its brackets alone, and what both are after them. «الخمسة» and «لكل
/// خمسة» are of those who get or pay so much.
fn encloses_number(clause: &Clause<'_>, first: usize, second: usize) -> bool {
    let (a, b) = (clause.figure(first), clause.figure(second));
    let bare = matches!(&a.value, Value::Count(count) if count.unit.is_none());
    let inside = b.text.strip_prefix('(').and_then(|text| text.split_once(')'));
    let unit = inside.is_some_and(|(_, unit)| unit.contains(char::is_alphabetic) || unit.contains('%'));
    let counts_others = a.text.starts_with("ال")
        || [Relation::Each, Relation::OutOfEvery].iter().any(|each| clause.leads(*each, first, 0));
    let measured = matches!(b.kind(), Kind::Money | Kind::Percent);
    bare && unit && measured && !counts_others && clause.between(first, second).trim().is_empty()
}

/// «(15,000) خمسة عشر ألف وظيفة»; a number in brackets that begins a line counts the line.
fn leads_bracketed(clause: &Clause<'_>, first: usize, second: usize) -> bool {
    // «قضت بسجن الموظف (46 عاما) عشر سنوات»
    if clause.figure(first).text.contains(char::is_alphabetic) {
        return false;
    }
    let before = clause.before(first).trim_end();
    let open = before.strip_suffix('(').unwrap_or_default();
    let apart = matches!(clause.between(first, second).trim(), ")") && !open.is_empty();
    let within = clause.figure(first).text.starts_with('(') && clause.between(first, second).trim().is_empty();
    (apart && open.contains(char::is_alphabetic)) || (within && before.contains(char::is_alphabetic))
}

/// «150,000 ريال فقط مئة وخمسون ألف ريال لا غير».
fn is_spelled(clause: &Clause<'_>, first: usize, second: usize) -> bool {
    clause.is_all_between(Relation::Only, first, second) && !has_digits(clause.figure(second))
}

/// Whether a number is written in digits; «خمسة دنانير و20 مليما» begins in words.
fn has_digits(figure: &Figure) -> bool {
    let Some((words, _)) = figure.text.split_once(char::is_numeric) else { return false };
    !(words.ends_with(" و") && words.chars().next().is_some_and(char::is_alphabetic))
}

/// A bare number in brackets may repeat a sum of money, a percentage or a length: its unit stands outside.
fn may_be_one(a: &Figure, b: &Figure) -> bool {
    let bare = matches!(&b.value, Value::Count(count) if count.unit.is_none());
    match (a.value.length(), b.value.length()) {
        (Some(Bounded::Exact(a)), Some(Bounded::Exact(b))) => {
            length(a).zip(length(b)).is_some_and(|((unit, _), (other, _))| unit == other)
        }
        (Some(_), _) => bare,
        _ => match (a.value.quantity(), b.value.quantity()) {
            (Some(qa), Some(qb)) if a.kind() == b.kind() => match (&qa.unit, &qb.unit) {
                (Some(a), Some(b)) => a == b,
                // «عشرة آلاف ريال (2,700 دولار)»: whose riyals is not known, but they are no dollars.
                _ => a.kind() != Kind::Money || ends_alike(a, b),
            },
            (Some(_), Some(_)) => bare,
            _ => false,
        },
    }
}

/// Whether another reading of the one is the other: «528,320 دينارا (خمسمئة وثمانية وعشرون دينارا و320 مليما)».
fn are_one_otherwise(a: &Figure, b: &Figure) -> bool {
    let amount = |value: &Value| value.quantity().map(|quantity| quantity.amount);
    let (of_a, of_b) = (amount(&a.value), amount(&b.value));
    a.readings.iter().any(|reading| amount(reading) == of_b) || b.readings.iter().any(|reading| amount(reading) == of_a)
}

/// Whether the two are not one value; unknown where they cannot be held against each other.
fn differ(a: &Figure, b: &Figure) -> Option<bool> {
    match (a.value.length(), b.value.length()) {
        (Some(Bounded::Exact(a)), Some(Bounded::Exact(b))) => Some(length(a)?.1 != length(b)?.1),
        _ => numbers_differ(&number(a)?, &number(b)?),
    }
}

/// Whether two numbers cannot be one: «أقصاها خمسة عشر جنيها (25)»; unknown where one is told roughly.
fn numbers_differ(a: &Bounded<Decimal>, b: &Bounded<Decimal>) -> Option<bool> {
    use Bounded::{AtLeast, AtMost, Exact};
    match (a, b) {
        (Exact(a), Exact(b)) | (AtLeast(a), AtLeast(b)) | (AtMost(a), AtMost(b)) => Some(a != b),
        (AtLeast(least), Exact(n)) | (Exact(n), AtLeast(least)) => Some(n < least),
        (AtMost(most), Exact(n)) | (Exact(n), AtMost(most)) => Some(n > most),
        _ => None,
    }
}

/// The length in the least of the units that can be told in one another: «ثلاث سنوات ونصف» in months, «ساعتان ونصف» in
/// seconds; how many days a month is, or a week of work, no text says.
fn length(period: &Period) -> Option<(Unit, Decimal)> {
    let told = |n: &Decimal| !n.is_zero();
    let Period { years, months, weeks, days, hours, minutes, seconds } = period;
    let (long, short) = ([years, months].into_iter().any(told), [hours, minutes, seconds].into_iter().any(told));
    match (long, told(weeks), told(days), short) {
        (true, false, false, false) => Some((Unit::Month, years.checked_mul(Decimal::from(12))?.checked_add(*months)?)),
        (false, true, false, false) => Some((Unit::Week, *weeks)),
        (false, false, true, false) => Some((Unit::Day, *days)),
        (false, false, false, true) => Some((Unit::Second, period.seconds_about()?)),
        _ => None,
    }
}

/// What a length is told in.
#[derive(PartialEq, Eq)]
enum Unit {
    Month,
    Week,
    Day,
    Second,
}

fn number(figure: &Figure) -> Option<Bounded<Decimal>> {
    match figure.value.length() {
        Some(Bounded::Exact(period)) => period.only().map(|(_, n)| Bounded::Exact(n)),
        _ => Some(figure.value.quantity()?.amount),
    }
}
