//! A range that begins with its greater end: «يتراوح بين 70 و50 دينارا», «أصيب بين 50 و30 شخصا». Either number may be the
//! wrong one.
//! Silent where each end has its own unit («بين 12 عاما و4 أعوام»: the writer tells them in that order), and where digits
//! stand to both sides of a dash: which of them is the first is for the reader's screen to say.

use super::sentence::{Clause, amount, same_unit};
use super::{Finding, Finds};
use crate::figure::{Bounded, Figure, Kind, Quantity};
use crate::lexicon::Relation;
use rust_decimal::Decimal;

/// Words between «يتراوح» and the first end, with «بين».
const REACH: usize = 8;
/// Words between the two ends.
const NEAR: usize = 2;

/// Right after these a number follows: «أصيب», «بلغ», «قيمتها».
const NUMBERED: [Relation; 6] =
    [Relation::Fared, Relation::ComesTo, Relation::Sized, Relation::Worth, Relation::Takes, Relation::Lasting];

pub(super) fn check(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    for first in clause.figures() {
        let second = first + 1;
        let are_ends =
            clause.figures().contains(&second) && (is_range(clause, first, second) || is_bare(clause, first, second));
        if are_ends && is_backward(clause.figure(first), clause.figure(second)) == Some(true) {
            let sides = vec![vec![first], vec![second]];
            found.push(Finding::new(Finds::Range, "begins_with_its_greater_end", sides));
        }
    }
}

/// «يتراوح بين … و…», «يتراوح من … إلى …», «ما بين … و…».
fn is_range(clause: &Clause<'_>, first: usize, second: usize) -> bool {
    let between = clause.leads(Relation::Between, first, 0) && clause.is_and_between(first, second);
    let from = || {
        clause.leads(Relation::From, first, 0)
            && clause.leads(Relation::To, second, 0)
            && clause.runs(first, second, NEAR)
    };
    let each = clause.tells(Relation::Respectively, second);
    clause.leads(Relation::Ranging, first, REACH) && (between || from()) && !each && !clause.is_rate(second)
}

/// «أصيب بين 50 و30 شخصا», «بلغ بين 50 و30 ألفا»: right after a word that a number follows; «التقى بين 50 و30 شخصا» and the like
/// may be of two groups.
fn is_bare(clause: &Clause<'_>, first: usize, second: usize) -> bool {
    let unit = |index: usize| amount(clause.figure(index)).map(|quantity| quantity.unit.is_some());
    // A sum of money lends its currency to the number before it.
    let lent = clause.figure(first).kind() == Kind::Money && !clause.figure(first).text.contains(' ');
    let unit_last = unit(second) == Some(true) && (unit(first) == Some(false) || lent);
    let numbered = NUMBERED.iter().any(|word| clause.leads(*word, first, 1));
    let changes = [Relation::Rise, Relation::Fall].iter().any(|change| clause.precedes(*change, first));
    unit_last
        && numbered
        && !changes
        && clause.leads(Relation::Between, first, 0)
        && clause.is_and_between(first, second)
        && !clause.tells(Relation::Respectively, second)
        && !clause.is_rate(second)
}

/// Whether the first is the greater: both are written alike, or the first without the second's scale («70 و50 ألفا»).
fn is_backward(first: &Figure, second: &Figure) -> Option<bool> {
    if let (Some(Bounded::Exact(a)), Some(Bounded::Exact(b))) = (first.value.length(), second.value.length()) {
        let ((unit, low), (other, high)) = (a.only()?, b.only()?);
        return Some(unit == other && low > high);
    }
    let (a, b) = (first.value.quantity()?, second.value.quantity()?);
    let (Bounded::Exact(low), Bounded::Exact(high)) = (a.amount, b.amount) else { return None };
    if !same_unit(first, second) {
        return None;
    }
    let digits = mantissa(b)?;
    let alike = a.precision == b.precision;
    // «بين 5 وألف»: a scale word alone is no smaller number.
    let unscaled = || {
        a.precision == Decimal::ONE
            && digits > Decimal::ONE
            && digits.fract().is_zero()
            && length(low) == length(digits)
    };
    Some(alike && low > high || !alike && unscaled() && low > digits)
}

/// The number without its scale word.
fn mantissa(quantity: &Quantity) -> Option<Decimal> {
    match quantity.amount {
        Bounded::Exact(n) => n.checked_div(quantity.precision),
        _ => None,
    }
}

/// How many digits it has.
fn length(n: Decimal) -> usize {
    n.normalize().trunc().to_string().len()
}
