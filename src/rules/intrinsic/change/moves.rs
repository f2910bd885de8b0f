//! A change told by its size and one end: «62.04 دولار، بزيادة 1.92 دولار أو 31.9%».

use super::{NEAR, REACH};
use crate::lexicon::Relation;
use crate::rules::intrinsic::interval::{Interval, interval};
use crate::rules::intrinsic::sentence::{Clause, percent, same_unit};
use crate::rules::intrinsic::{Finding, arithmetic};
use rust_decimal::Decimal;

/// Words between the two ways to tell the size: «1.92 دولار، أي بنسبة 3.19%».
const BESIDE: usize = 4;

/// «انخفض السعر 3 دولارات إلى 70 دولارا، أي بنسبة 4.1%»: the size, the level that it led to, and the size again.
pub(super) fn moves_to(clause: &Clause<'_>, at: usize, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    let Some([size, level, part]) = numbers.get(at..at + 3).and_then(|three| three.first_chunk::<3>()).copied() else {
        return;
    };
    let said = |relation| clause.leads(relation, size, NEAR);
    let fits = (said(Relation::Rise) || said(Relation::Fall))
        && same_unit(clause.figure(size), clause.figure(level))
        && percent(clause.figure(part)).is_some()
        && clause.leads(Relation::To, level, 1)
        && !clause.leads(Relation::From, size, 0)
        && clause.leads_plainly(Relation::Equals, part)
        && clause.runs(size, level, NEAR)
        && clause.runs(level, part, BESIDE);
    if fits {
        judge_move(clause, size, level, part, found);
    }
}

/// A size told twice, beside one end: «62.04 دولار، بزيادة 1.92 دولار أو 3.19%», «صعد 1.92 دولار، أو 3.19%، إلى 62.04».
pub(super) fn moves(clause: &Clause<'_>, at: usize, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    let Some([one, two]) = numbers.get(at..at + 2).and_then(|two| two.first_chunk::<2>()).copied() else { return };
    let (size, part) = match (percent(clause.figure(one)), percent(clause.figure(two))) {
        (None, Some(_)) => (one, two),
        (Some(_), None) => (two, one),
        _ => return,
    };
    // «هبط المؤشر الأوسع نطاقا 68.24 نقطة»: what falls may stand between.
    let said = |relation| clause.leads(relation, one, NEAR);
    let told_twice = clause.leads_plainly(Relation::Equals, two) || clause.leads_plainly(Relation::Or, two);
    // «فاز في 35 وخسر 11، بنسبة 58%»
    let matches = clause.leads(Relation::Lost, one, 0)
        && [Relation::Won, Relation::Drawn].iter().any(|fared| clause.precedes(*fared, one));
    if !(said(Relation::Rise) || said(Relation::Fall)) || !told_twice || matches || !clause.runs(one, two, BESIDE) {
        return;
    }
    let level = |place: Option<usize>| {
        let level = *numbers.get(place?)?;
        same_unit(clause.figure(level), clause.figure(size)).then_some(level)
    };
    let before = level(at.checked_sub(1)).filter(|level| clause.runs(*level, one, REACH));
    let after = || {
        let level = level(Some(at + 2))?;
        let leads = clause.leads(Relation::To, level, 1) || clause.leads(Relation::At, level, 1);
        (leads && clause.runs(two, level, NEAR)).then_some(level)
    };
    let ((None, Some(level)) | (Some(level), None)) = (before, after()) else { return };
    judge_move(clause, size, level, part, found);
}

/// The size of a move must be this part of where it began.
fn judge_move(clause: &Clause<'_>, size: usize, level: usize, part: usize, found: &mut Vec<Finding>) {
    let Some(stated) = clause.figure(part).value.quantity().and_then(interval) else { return };
    let made = parts(clause, size, level);
    if let Some(first) = made.first().copied()
        && !made.iter().any(|made| made.overlaps(stated))
    {
        arithmetic::report(found, "change_does_not_follow", part, &[size, level], first);
    }
}

/// What part of where it began a move of this size to a level may be: up, down, or of the level itself.
pub(super) fn parts(clause: &Clause<'_>, size: usize, level: usize) -> Vec<Interval> {
    let value = |index: usize| clause.figure(index).value.quantity().and_then(interval);
    let (Some(size_of), Some(end)) = (value(size), value(level)) else { return Vec::new() };
    let starts = [end.minus(size_of), end.plus(size_of), Some(end)];
    let begun = starts.into_iter().flatten().filter(|start| start.low > Decimal::ZERO);
    begun.filter_map(|start| size_of.over(start)?.scaled(Decimal::ONE_HUNDRED)).collect()
}
