//! A change told by its size and one end: «62.04 دولار، بزيادة 1.92 دولار أو 31.9%».

use super::{NEAR, REACH};
use crate::lexicon::Relation;
use crate::rules::intrinsic::interval::{Interval, interval};
use crate::rules::intrinsic::sentence::{Clause, percent, same_unit};
use crate::rules::intrinsic::{Finding, arithmetic};
use crate::text::COMMAS;
use rust_decimal::Decimal;

/// Words between the two ways to tell the size: «1.92 دولار، أي بنسبة 3.19%».
const BESIDE: usize = 4;

/// «انخفض السعر 3 دولارات إلى 70 دولارا، أي بنسبة 4.1%»: the size, the level that it led to, and the size again; or «ارتفعت
/// 40% إلى 2.1 مليار، بزيادة قدرها 600 مليون».
pub(super) fn moves_to(clause: &Clause<'_>, at: usize, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    let Some([one, level, two]) = numbers.get(at..at + 3).and_then(|three| three.first_chunk::<3>()).copied() else {
        return;
    };
    let changes = [Relation::Rise, Relation::Fall];
    let fits = changes.iter().any(|change| clause.leads(*change, one, NEAR))
        && clause.leads(Relation::To, level, 1)
        && !clause.leads(Relation::From, one, 0)
        && clause.runs(one, level, NEAR)
        && clause.runs(level, two, BESIDE);
    let is_percent = |index: usize| percent(clause.figure(index)).is_some();
    let is_size = |index: usize| same_unit(clause.figure(index), clause.figure(level));
    if !fits {
        return;
    }
    if is_size(one) && is_percent(two) && clause.leads_plainly(Relation::Equals, two) {
        judge_move(clause, one, level, two, found);
    } else if is_percent(one)
        && is_size(two)
        && is_size_of(clause, two)
        && !numbers[at + 3..].iter().any(|next| is_size(*next))
    {
        judge_move(clause, two, level, one, found);
    }
}

/// «، بزيادة قدرها 600 مليون», and not against another time.
fn is_size_of(clause: &Clause<'_>, size: usize) -> bool {
    let adverb = [Relation::Rise, Relation::Fall].into_iter().find_map(|change| clause.sized_by(change, size));
    let against = [Relation::Since, Relation::OnTheYear].iter().any(|since| clause.follows(*since, size, 1));
    // «على توقعات المحللين», «عن الربع السابق»
    let from = clause.figure(size).span.end;
    let rest = clause.after(size);
    let to = from + rest.find(COMMAS).unwrap_or(rest.len());
    let over = clause.follows(Relation::Over, size, 1) && !clause.names_a_year(from, to);
    let hoped = clause.tells_near(Relation::Forecast, size, BESIDE);
    adverb.is_some_and(|at| !clause.is_joined(at))
        && !against
        && !over
        && !hoped
        && clause.follows_per(size, 2).is_none()
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
    // «بزيادة 5 ملايين سهم، أو 1.2% من أسهم الشركة»
    let of_another = clause.follows(Relation::From, part, 0) || clause.follows(Relation::OfAll, part, 0);
    if !(said(Relation::Rise) || said(Relation::Fall))
        || !told_twice
        || matches
        // «من 50 سفينة ارتفع الأسطول إلى 80 سفينة، أي بنسبة 60%»: where it led is no size.
        || clause.leads(Relation::To, size, 0)
        || of_another
        || !clause.runs(one, two, BESIDE)
    {
        return;
    }
    let level = |place: Option<usize>| {
        let level = *numbers.get(place?)?;
        same_unit(clause.figure(level), clause.figure(size)).then_some(level)
    };
    // «بلغت 60 مليارا، بنمو سنوي 20% قياسا بـ50 مليارا، ونمو شهري 3%، أي 1.75 مليار»: 50 is what another change began at.
    let of_another = at.checked_sub(2).is_some_and(|changed| {
        let begins = |level: usize| [Relation::Was, Relation::Over].iter().any(|was| clause.leads(*was, level, 1));
        percent(clause.figure(numbers[changed])).is_some() && begins(numbers[at - 1])
    });
    let (back, reach) = if of_another { (3, 2 * REACH) } else { (1, REACH) };
    let before = level(at.checked_sub(back)).filter(|level| clause.runs(*level, one, reach));
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
