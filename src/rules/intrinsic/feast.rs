//! The anniversary of a year that the day of the feast denies: «في 5 يوليو 2022 بالذكرى الخمسين لاستقلالها عام 1962».

use super::sentence::Clause;
use super::{Finding, Finds};
use crate::figure::{Calendar, Edtf, Figure, Value, Year};
use crate::lexicon::Relation;

/// Words from the day of the feast to the word for it, and from there to the year that is remembered.
const BEFORE: usize = 6;
const AFTER: usize = 5;
/// Years that the number may be off, where the feast is still to come; and of so many years of the Hijra one is no other.
const SLACK: i64 = 1;
const HIJRI: i64 = 32;

pub(super) fn check(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    for day in clause.figures() {
        let event = day + 1;
        if !clause.figures().contains(&event) {
            continue;
        }
        founded(clause, day, event, found);
        let years = || Some((year(clause.figure(event))?, year(clause.figure(day))?));
        let Some((from, to)) = years().filter(|(from, to)| from < to) else { continue };
        if let Some(nth) = clause.anniversary_between(day, event, BEFORE, AFTER)
            && !is_so_long(from, to, nth)
        {
            found.push(Finding::new(Finds::Arithmetic, "anniversary_does_not_follow", vec![vec![event], vec![day]]));
        }
    }
}

/// «تأسست عام 1974، وتحتفل في 2024 بالذكرى الخمسين لتأسيسها».
fn founded(clause: &Clause<'_>, event: usize, day: usize, found: &mut Vec<Finding>) {
    let years = || Some((year(clause.figure(event))?, year(clause.figure(day))?));
    let Some((from, to)) = years().filter(|(from, to)| from < to) else { return };
    let founded = clause.leads(Relation::Built, event, AFTER);
    if let Some(nth) = clause.anniversary_after(day, BEFORE).filter(|_| founded)
        && !is_so_long(from, to, nth)
    {
        found.push(Finding::new(Finds::Arithmetic, "anniversary_does_not_follow", vec![vec![event], vec![day]]));
    }
}

/// Whether so many years may be said to lie between.
fn is_so_long(from: i64, to: i64, nth: u16) -> bool {
    (to - from - SLACK..=to - from + (to - from) / HIJRI + SLACK).contains(&i64::from(nth))
}

/// The year that a figure states or stands for.
fn year(figure: &Figure) -> Option<i64> {
    match &figure.value {
        Value::Date(date) if date.calendar == Calendar::Gregorian => match date.best() {
            Edtf::Point(point) if !point.approximate => match point.year {
                Year::Exact(year) => Some(i64::from(year)),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}
