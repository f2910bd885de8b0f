//! One size in two measures beside each other: «5 كيلومترات (8 أميال)», «هكتار واحد، أي ما يعادل 2000 متر مربع».

use super::interval::{Interval, interval};
use super::sentence::{Clause, amount};
use super::{Finding, arithmetic};
use crate::align::knowledge::Knowledge;
use crate::figure::Figure;
use crate::lexicon::Relation;
use rust_decimal::Decimal;

/// So much of it may a size be off that was brought into another measure.
const ROUNDED: Decimal = Decimal::from_parts(10, 0, 0, false, 2);
/// Words between the two.
const REACH: usize = 4;
/// Words between «الواحد» and its size.
const EACH: usize = 2;

pub(super) fn check(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    for two in clause.numbers().windows(2) {
        let (first, second) = (two[0], two[1]);
        if are_one(clause, first, second)
            && let Some((made, told)) = sizes(clause.figure(first), clause.figure(second))
            && !made.overlaps(told)
            && !is_of_each(clause, first, (made, told))
        {
            arithmetic::report(found, "measures_differ", second, &[first], made);
        }
    }
}

/// The second stands alone in brackets right after the first, or is called the same.
fn are_one(clause: &Clause<'_>, first: usize, second: usize) -> bool {
    let opens = || clause.between(first, second).trim_end().ends_with('(') && clause.closes_noun(second);
    clause.runs(first, second, REACH) && (opens() || clause.parts(Relation::SameAs, first, second))
}

/// Whether the first is the size of one of so many as the second is of all: «800 كيس زنة الواحد منها 50 كيلوغراما، أي 40 طنا».
fn is_of_each(clause: &Clause<'_>, first: usize, (made, told): (Interval, Interval)) -> bool {
    if !clause.leads(Relation::Each, first, EACH) {
        return false;
    }
    let before = clause.numbers().iter().copied().take_while(|number| *number < first);
    let counts = before.filter_map(|number| interval(amount(clause.figure(number))?));
    counts.filter_map(|count| made.times(count)).any(|all| all.overlaps(told))
}

/// Whether the two are one size in two measures, where they are of one dimension and have other units.
pub(super) fn are_one_size(a: &Figure, b: &Figure) -> Option<bool> {
    sizes(a, b).map(|(made, told)| made.overlaps(told))
}

/// What the first is in the unit of the second, and the second, where both are of one dimension and have other units.
fn sizes(a: &Figure, b: &Figure) -> Option<(Interval, Interval)> {
    let knowledge = Knowledge::builtin();
    let (p, q) = (knowledge.unit_of(&a.value)?, knowledge.unit_of(&b.value)?);
    if p.dimension != q.dimension || p.size == q.size {
        return None;
    }
    let size = |figure: &Figure| {
        let told = interval(figure.value.quantity()?)?;
        told.wider(told.high.abs().checked_mul(ROUNDED)?)
    };
    Some((size(a)?.scaled(p.size.checked_div(q.size)?)?, size(b)?))
}
