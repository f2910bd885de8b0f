//! A number beside its spelled-out twin: «خمسة ملايين (5,000,000)». The two must be one value.

use super::sentence::Clause;
use super::{Finding, Finds};
use crate::figure::{Bounded, Figure, Value};
use rust_decimal::Decimal;

pub(super) fn check(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    for first in clause.figures() {
        let second = first + 1;
        if second < clause.figures().end && are_twins(clause, first, second) {
            let (a, b) = (number(clause.figure(first)), number(clause.figure(second)));
            if let (Some(a), Some(b)) = (a, b)
                && a != b
            {
                found.push(Finding {
                    finds: Finds::Words,
                    cause: "words_are_not_the_digits",
                    sides: vec![vec![first], vec![second]],
                    expected: None,
                });
            }
        }
    }
}

/// One in words and one in digits, of one kind and unit, either alone in brackets, or «فقط … لا غير» between them.
fn are_twins(clause: &Clause<'_>, first: usize, second: usize) -> bool {
    let (a, b) = (clause.figure(first), clause.figure(second));
    has_digits(a) != has_digits(b)
        && may_be_one(&a.value, &b.value)
        && (is_bracketed(clause, first, second)
            || leads_bracketed(clause, first, second)
            || is_spelled(clause, first, second))
}

/// «خمسة ملايين (5,000,000)».
fn is_bracketed(clause: &Clause<'_>, first: usize, second: usize) -> bool {
    matches!(clause.between(first, second).trim(), "(" | "(فقط" | "( فقط")
        && clause
            .after(second)
            .trim_start_matches([' ', '\u{a0}'])
            .trim_start_matches("لا غير")
            .trim_start()
            .starts_with(')')
}

/// «(15,000) خمسة عشر ألف وظيفة»; a number in brackets that begins a line counts the line.
fn leads_bracketed(clause: &Clause<'_>, first: usize, second: usize) -> bool {
    let before = clause.before(first).trim_end();
    clause.between(first, second).trim() == ")"
        && before.ends_with('(')
        && before.trim_end_matches('(').contains(char::is_alphabetic)
}

/// «150,000 ريال فقط مئة وخمسون ألف ريال لا غير».
fn is_spelled(clause: &Clause<'_>, first: usize, second: usize) -> bool {
    let between = clause.between(first, second).trim().trim_start_matches(['،', '-', '–', '(']).trim();
    matches!(between, "فقط" | "فقط وقدره" | "فقط وقدرها" | "فقط قدره" | "فقط قدرها")
        && !has_digits(clause.figure(second))
}

fn has_digits(figure: &Figure) -> bool {
    figure.text.chars().any(char::is_numeric)
}

/// A bare number in brackets may repeat a sum of money or a percentage: its unit stands outside.
fn may_be_one(a: &Value, b: &Value) -> bool {
    match (a.quantity(), b.quantity()) {
        (Some(qa), Some(qb)) if a.kind() == b.kind() => match (&qa.unit, &qb.unit) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        },
        (Some(_), Some(bare)) => matches!(b, Value::Count(_)) && bare.unit.is_none(),
        _ => false,
    }
}

fn number(figure: &Figure) -> Option<Decimal> {
    match figure.value.quantity()?.amount {
        Bounded::Exact(n) => Some(n),
        _ => None,
    }
}
