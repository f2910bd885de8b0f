//! Figures of one sentence that do not add up: a change that does not follow from its two ends, a share
//! that does not follow from part and whole, a whole that is not the sum of its parts.
//! Every value is read as wide as it was rounded; a bound or a missing link keeps the check silent.

use super::sentence::{Clause, Interval, amount, interval, percent};
use super::{Finding, Finds};
use crate::figure::{Bounded, Figure, Value};
use crate::lexicon::Relation;
use rust_decimal::Decimal;

/// Figures in one check at the most: a longer list is a table, not a sentence.
const MAX_PARTS: usize = 8;

pub(super) fn check(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    changes(clause, found);
    shares(clause, found);
    sums(clause, found);
}

fn report(found: &mut Vec<Finding>, cause: &'static str, stated: usize, from: &[usize], made: Interval) {
    let expected = made.low.checked_add(made.high).and_then(|sum| sum.checked_div(Decimal::TWO));
    found.push(Finding { finds: Finds::Arithmetic, cause, sides: vec![vec![stated], from.to_vec()], expected });
}

/// «من 27.25% إلى 22.25% … انخفاض 500 نقطة أساس», «ارتفع 50% من 4 إلى 6 مليارات».
fn changes(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    let figures = clause.figures();
    for from in figures.clone() {
        let to = from + 1;
        if to >= figures.end || !clause.leads(Relation::From, from, 0) || !clause.leads(Relation::To, to, 0) {
            continue;
        }
        if clause.between(from, to).split_whitespace().count() > 4 {
            continue;
        }
        for size in [from.checked_sub(1), Some(to + 1)].into_iter().flatten() {
            if figures.contains(&size) && is_change(clause, size, from, to) {
                judge_change(clause, size, from, to, found);
            }
        }
    }
}

/// The figure says how large the change is: a word of change leads it, near the two ends.
fn is_change(clause: &Clause<'_>, size: usize, from: usize, to: usize) -> bool {
    let near = if size < from { clause.between(size, from) } else { clause.between(to, size) };
    near.split_whitespace().count() <= 5
        && (clause.leads(Relation::Rise, size, 2) || clause.leads(Relation::Fall, size, 2))
}

fn judge_change(clause: &Clause<'_>, size: usize, from: usize, to: usize, found: &mut Vec<Finding>) {
    let Some((a, b)) = ends(clause.figure(from), clause.figure(to)) else { return };
    let figure = clause.figure(size);
    let Some(stated) = figure.value.quantity().and_then(interval) else { return };
    let both_percent = percent(clause.figure(from)).is_some();
    let change = b.minus(a).map(Interval::abs);
    let made = if clause.follows(Relation::BasisPoints, size, 0) && both_percent {
        change.and_then(|change| change.scaled(Decimal::ONE_HUNDRED))
    } else if clause.follows(Relation::PercentagePoints, size, 0) && both_percent {
        change
    } else if percent(figure).is_some() && !both_percent && a.low > Decimal::ZERO {
        change.and_then(|change| change.over(a)).and_then(|part| part.scaled(Decimal::ONE_HUNDRED))
    } else if same_unit(figure, clause.figure(from)) && !both_percent {
        change
    } else {
        None
    };
    if let Some(made) = made
        && !made.overlaps(stated)
    {
        report(found, "change_does_not_follow", size, &[from, to], made);
    }
}

fn ends(from: &Figure, to: &Figure) -> Option<(Interval, Interval)> {
    let same = match (&from.value, &to.value) {
        (Value::Percent(_), Value::Percent(_)) => true,
        _ => same_unit(from, to),
    };
    let (a, b) = (from.value.quantity()?, to.value.quantity()?);
    if same { Some((interval(a)?, interval(b)?)) } else { None }
}

/// «74,560 من أصل 186,400، أي 40%».
fn shares(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    let figures = clause.figures();
    let mut percents = figures.clone().filter(|index| percent(clause.figure(*index)).is_some());
    let (Some(share), None) = (percents.next(), percents.next()) else { return };
    let mut pairs = figures.clone().filter(|part| {
        let whole = part + 1;
        whole < figures.end
            && clause.leads(Relation::OutOf, whole, 0)
            && clause.between(*part, whole).split_whitespace().count() <= 5
    });
    let (Some(part), None) = (pairs.next(), pairs.next()) else { return };
    let whole = part + 1;
    if !clause.leads(Relation::Share, share, 3)
        || clause.leads(Relation::Rise, share, 2)
        || clause.leads(Relation::Fall, share, 2)
    {
        return;
    }
    let value = |index| amount(clause.figure(index)).and_then(interval);
    let (Some(a), Some(b)) = (value(part), value(whole)) else { return };
    let Some(stated) = percent(clause.figure(share)).and_then(interval) else { return };
    if b.low <= Decimal::ZERO || a.high > b.low {
        return;
    }
    let made = a.over(b).and_then(|part| part.scaled(Decimal::ONE_HUNDRED));
    if let Some(made) = made
        && !made.overlaps(stated)
    {
        report(found, "percentage_does_not_follow", share, &[part, whole], made);
    }
}

/// «22 محطة، بواقع 14 محطة في الأنفاق و9 محطات علوية», «… ليكون الإجمالي 200 ألف طن».
fn sums(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    let figures = clause.figures();
    for whole in figures.clone() {
        if !is_exact(clause.figure(whole)) {
            continue;
        }
        let after = parts(clause, whole, (whole + 1)..figures.end);
        if after.len() > 1 && clause.parts(Relation::MadeOf, whole, after[0]) {
            judge_sum(clause, whole, &after, found);
        } else if clause.leads(Relation::InAll, whole, 1) {
            let before: Vec<usize> = parts(clause, whole, (figures.start..whole).rev());
            if before.len() > 1 {
                judge_sum(clause, whole, &before, found);
            }
        }
    }
}

/// The figures beside the whole that count the same thing, joined one to the next.
fn parts(clause: &Clause<'_>, whole: usize, order: impl Iterator<Item = usize>) -> Vec<usize> {
    let alike =
        |index: &usize| is_exact(clause.figure(*index)) && same_thing(clause.figure(*index), clause.figure(whole));
    order.take_while(alike).take(MAX_PARTS).collect()
}

fn judge_sum(clause: &Clause<'_>, whole: usize, parts: &[usize], found: &mut Vec<Finding>) {
    let value = |index: usize| amount(clause.figure(index)).and_then(interval);
    let sum = parts
        .iter()
        .try_fold(Interval { low: Decimal::ZERO, high: Decimal::ZERO }, |sum, part| sum.plus(value(*part)?));
    if let (Some(sum), Some(stated)) = (sum, value(whole))
        && !sum.overlaps(stated)
    {
        report(found, "total_is_not_the_sum", whole, parts, sum);
    }
}

fn is_exact(figure: &Figure) -> bool {
    amount(figure).is_some_and(|quantity| matches!(quantity.amount, Bounded::Exact(_)))
}

/// One kind and one unit, known on both sides.
fn same_unit(a: &Figure, b: &Figure) -> bool {
    match (amount(a), amount(b)) {
        (Some(qa), Some(qb)) => a.kind() == b.kind() && qa.unit == qb.unit,
        _ => false,
    }
}

/// As [`same_unit`], but a count may leave its noun out: «14 تحت الأرض».
fn same_thing(part: &Figure, whole: &Figure) -> bool {
    match (&part.value, &whole.value) {
        (Value::Count(a), Value::Count(b)) => a.unit == b.unit && a.unit.is_some(),
        (Value::Money(a), Value::Money(b)) => a.unit == b.unit && a.unit.is_some(),
        _ => false,
    }
}
