//! A change that does not follow from its two ends: «ارتفع 25% من 10 إلى 20», «20 مقابل 10، بزيادة 25%»,
//! «تضاعف ثلاث مرات من 10 إلى 20»; or from its size and one end: «62.04 دولار، بزيادة 1.92 دولار أو 31.9%».

use super::interval::{Interval, counted, interval};
use super::sentence::{Clause, amount, is_times, percent, same_unit};
use super::{Finding, Finds, arithmetic};
use crate::figure::{Bounded, Figure, Kind, Value};
use crate::lexicon::Relation;
use rust_decimal::Decimal;

/// Words between the two ends of a change, and between them and its size, at the most.
const REACH: usize = 14;
/// Words between «من» and «إلى», and from a size to what follows it.
const NEAR: usize = 8;
/// Words between a verb of change and what it starts from, with «من».
const GOVERNED: usize = 6;
/// Words between the two ways to tell the size: «1.92 دولار، أي بنسبة 3.19%».
const BESIDE: usize = 4;

/// The two ends of a change.
#[derive(Clone, Copy)]
struct Ends {
    before: usize,
    after: usize,
    /// Where they stand among the numbers of the sentence.
    first: usize,
    last: usize,
}

pub(super) fn check(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    for at in 0..numbers.len() {
        direction(clause, at, found);
        doubling(clause, at, found);
        if let Some(ends) = ends(clause, at) {
            let before = at.checked_sub(1).and_then(|at| numbers.get(at));
            let before = before.filter(|size| is_size(clause, **size, ends));
            before
                .into_iter()
                .chain(sizes_after(clause, at + 2, ends))
                .for_each(|size| judge(clause, *size, ends, found));
        } else if let Some((size, ends)) = around(clause, at) {
            judge(clause, size, ends, found);
        } else {
            moves(clause, at, found);
            moves_to(clause, at, found);
        }
    }
}

/// How large the change is, told once or in two ways («بزيادة 20 مليونا، أي 25%»); another of one kind is of something
/// else («بانخفاض 75%، وعرضت الإدارة زيادة بنسبة 40%»).
fn sizes_after<'a>(clause: &'a Clause<'_>, at: usize, ends: Ends) -> impl Iterator<Item = &'a usize> {
    let sizes = clause.numbers().get(at..).unwrap_or_default();
    let another = |size: usize| !same_unit(clause.figure(sizes[0]), clause.figure(size));
    let fits = move |nth: usize, size: usize| is_size(clause, size, ends) && (nth == 0 || another(size));
    sizes.iter().enumerate().take(2).take_while(move |(nth, size)| fits(*nth, **size)).map(|(_, size)| size)
}

/// The two ends that stand at this place: «من 4 إلى 6», «إلى 6 من 4», «6 مقابل 4».
fn ends(clause: &Clause<'_>, at: usize) -> Option<Ends> {
    let (one, two) = (*clause.numbers().get(at)?, *clause.numbers().get(at + 1)?);
    let (a, b) = (clause.figure(one), clause.figure(two));
    if !same_unit(a, b) || lacks_scale(a, b) || lacks_scale(b, a) || clause.parts(Relation::Forecast, one, two) {
        return None;
    }
    let ends = |before, after| Some(Ends { before, after, first: at, last: at + 1 });
    let near = clause.runs(one, two, NEAR);
    if clause.leads(Relation::From, one, 0) && clause.leads(Relation::To, two, 0) && near || became(clause, one, two) {
        ends(one, two)
    } else if clause.leads(Relation::Was, two, 3) && clause.runs(one, two, REACH) && is_level(clause, two)
        || clause.leads(Relation::To, one, 1)
            && clause.leads(Relation::From, two, 0)
            && near
            && is_level(clause, two)
            && !ends_a_pair(clause, at)
    {
        ends(two, one)
    } else {
        None
    }
}

/// «كان سعر الطن 400 دولار وأصبح 500 دولار».
fn became(clause: &Clause<'_>, one: usize, two: usize) -> bool {
    clause.leads(Relation::Once, one, 3) && clause.leads(Relation::Became, two, 1) && clause.runs(one, two, NEAR)
}

/// «من 27 إلى 25، والإقراض من 28 إلى 26»: the first of the two ends one change, the second begins another.
fn ends_a_pair(clause: &Clause<'_>, at: usize) -> bool {
    let numbers = clause.numbers();
    let from_to = |from: usize, to: usize| {
        clause.leads(Relation::From, from, 0) && clause.leads(Relation::To, to, 0) && clause.runs(from, to, NEAR)
    };
    let before = at.checked_sub(1).is_some_and(|before| from_to(numbers[before], numbers[at]));
    before || numbers.get(at + 2).is_some_and(|to| from_to(numbers[at + 1], *to))
}

/// «من 10 إلى 8 ملايين»: of ten millions, or of ten.
fn lacks_scale(bare: &Figure, scaled: &Figure) -> bool {
    let (Some(bare), Some(scaled)) = (bare.value.quantity(), scaled.value.quantity()) else { return false };
    let small = bare.amount.high().is_some_and(|n| *n < Decimal::ONE_THOUSAND);
    let great = scaled.amount.high().is_some_and(|n| *n >= Decimal::ONE_THOUSAND);
    small && great && scaled.precision > Decimal::ONE
}

/// «تراجع الإنتاج من 102 طن إلى 83 مليون طن» grows: one of the two is wrong, or the word. Told only where no other word of
/// change stands before («تراجع نمو الناتج من 5% إلى 3%»), and never of money: a currency falls from 7 to 14 a dollar.
fn direction(clause: &Clause<'_>, at: usize, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    let Some([first, last]) = numbers.get(at..at + 2).and_then(|two| two.first_chunk::<2>()).copied() else { return };
    let (from, to) = (clause.figure(first), clause.figure(last));
    let known = from.kind() == Kind::Percent || amount(from).is_some_and(|quantity| quantity.unit.is_some());
    let from_to = clause.leads(Relation::From, first, 0)
        && clause.leads(Relation::To, last, 0)
        && clause.runs(first, last, NEAR)
        && same_unit(from, to);
    let told = |relation| clause.leads(relation, first, GOVERNED);
    let (rises, falls) = (told(Relation::Rise), told(Relation::Fall));
    if !known || !from_to || from.kind() == Kind::Money || rises == falls {
        return;
    }
    let other = clause.precedes(if rises { Relation::Fall } else { Relation::Rise }, first);
    let value = |figure: &Figure| figure.value.quantity().and_then(interval);
    let (Some(a), Some(b), false) = (value(from), value(to), other) else { return };
    if rises && b.high < a.low || falls && b.low > a.high {
        let sides = vec![vec![last], vec![first]];
        found.push(Finding::new(Finds::Arithmetic, "goes_the_other_way", sides));
    }
}

/// «تضاعف الإنتاج من 50 ألف طن إلى 60 ألف طن»: it need not be twice as much, but it is far more than it was.
fn doubling(clause: &Clause<'_>, at: usize, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    let Some([first, last]) = numbers.get(at..at + 2).and_then(|two| two.first_chunk::<2>()).copied() else { return };
    let (from, to) = (clause.figure(first), clause.figure(last));
    let told = clause.leads(Relation::Multiply, first, NEAR)
        && clause.leads(Relation::From, first, 0)
        && clause.leads(Relation::To, last, 0)
        && clause.runs(first, last, NEAR)
        && same_unit(from, to)
        && !lacks_scale(from, to)
        && !lacks_scale(to, from);
    let value = |figure: &Figure| figure.value.quantity().and_then(interval);
    let (Some(a), Some(b), true) = (value(from), value(to), told) else { return };
    let half_more = a.low.checked_mul(Decimal::new(15, 1));
    if b.low > a.high && half_more.is_some_and(|least| b.high < least) {
        found.push(Finding::new(Finds::Arithmetic, "multiple_does_not_follow", vec![vec![last], vec![first]]));
    }
}

/// «مقابل 4.8 مليار متوقعة» was hoped for, and «مقارنة مع انخفاض بلغ 27 مليارا» is a change itself.
fn is_level(clause: &Clause<'_>, index: usize) -> bool {
    // «هبوطا من 27.25%»
    let led = clause.leads(Relation::Was, index, 0);
    !clause.follows(Relation::Forecast, index, 3)
        && (led || ![Relation::Rise, Relation::Fall].iter().any(|change| clause.leads(*change, index, 3)))
}

/// «بلغت 670 ألفا، بزيادة 25% عن 536 ألفا»: the size stands between the ends.
fn around(clause: &Clause<'_>, at: usize) -> Option<(usize, Ends)> {
    let [after, size, before] = *clause.numbers().get(at..at + 3)? else { return None };
    let says_how = |relation| clause.leads_as_adverb(relation, size, 2);
    let fits = same_unit(clause.figure(after), clause.figure(before))
        && !lacks_scale(clause.figure(before), clause.figure(after))
        && (says_how(Relation::Rise) || says_how(Relation::Fall))
        && (clause.leads(Relation::Over, before, 1) || clause.leads(Relation::Was, before, 1))
        && clause.runs(after, size, NEAR)
        && clause.runs(size, before, NEAR)
        && is_level(clause, before);
    if fits {
        return Some((size, Ends { before, after, first: at, last: at + 2 }));
    }
    // «كان عدد الزوار 4 ملايين، فزاد بنسبة 50% ليصبح 6 ملايين»
    let [before, size, after] = [after, size, before];
    let grew = same_unit(clause.figure(after), clause.figure(before))
        && clause.leads(Relation::Once, before, 3)
        && [Relation::Rise, Relation::Fall].iter().any(|change| clause.leads(*change, size, 2))
        && clause.leads(Relation::Became, after, 1)
        && clause.runs(before, size, NEAR)
        && clause.runs(size, after, NEAR);
    grew.then_some((size, Ends { before, after, first: at, last: at + 2 }))
}

/// The figure says how large the change is.
fn is_size(clause: &Clause<'_>, size: usize, ends: Ends) -> bool {
    let numbers = clause.numbers();
    let (first, last) = (numbers[ends.first], numbers[ends.last]);
    let changes = [Relation::Rise, Relation::Fall];
    if size < first {
        let leads = |words| changes.iter().any(|change| clause.leads(*change, size, words));
        let is_percent = percent(clause.figure(size)).is_some() || clause.follows(Relation::BasisPoints, size, 0);
        let times = is_times(clause.figure(size)) && clause.leads(Relation::Multiply, size, NEAR);
        let said = leads(3) || is_percent && leads(REACH) || clause.figure(size).kind() == Kind::Ratio || times;
        // «رفع القروض إلى 80 مليارا» is where it led, not how far.
        let led_to = clause.leads(Relation::To, size, 1) && clause.figure(size).kind() != Kind::Ratio;
        return said && !led_to && clause.runs(size, first, NEAR);
    }
    let adverb = changes.iter().any(|change| clause.leads_as_adverb(*change, size, 2))
        || clause.leads_as_adverb(Relation::Difference, size, 2);
    // «أي أن الخزينة خسرت 3 ملايين»
    let that_is =
        clause.leads(Relation::Equals, size, 3) && changes.iter().any(|change| clause.leads(*change, size, 0));
    let share = clause.leads(Relation::Share, size, 2) || clause.leads(Relation::Worth, size, 1);
    // «من 3.5 إلى 4.9 مليون، أي 1.4 مليون إضافي»; «90 مليارا مقابل 30 مليارا، أي ثلاثة أضعاف»
    let more = clause.leads(Relation::Equals, size, 0) && clause.follows(Relation::More, size, 1);
    let multiple = clause.figure(size).kind() == Kind::Ratio || is_times(clause.figure(size));
    let times = multiple && clause.leads(Relation::Equals, size, 0) && clause.ends_after(size);
    let yearly = clause.follows_per(size, 2).is_some();
    clause.runs(last, size, REACH)
        && !yearly
        && (adverb || that_is || more || times || share && is_of_change(clause, size))
}

/// Something is said to rise or fall before the figure.
fn is_of_change(clause: &Clause<'_>, index: usize) -> bool {
    clause.precedes(Relation::Rise, index) || clause.precedes(Relation::Fall, index)
}

fn judge(clause: &Clause<'_>, size: usize, ends: Ends, found: &mut Vec<Finding>) {
    let (before, after) = (clause.figure(ends.before), clause.figure(ends.after));
    let figure = clause.figure(size);
    let Some(stated) = figure.value.quantity().and_then(interval) else { return };
    let made = changes(clause, size, before, after);
    let Some(first) = made.first().copied() else { return };
    if made.iter().any(|made| made.overlaps(stated)) || is_explained(clause, size, ends, stated) {
        return;
    }
    let multiple = figure.kind() == Kind::Ratio || is_times(figure);
    let cause = if multiple { "multiple_does_not_follow" } else { "change_does_not_follow" };
    arithmetic::report(found, cause, size, &[ends.before, ends.after], first);
}

/// Another two figures of the sentence make this change.
fn is_explained(clause: &Clause<'_>, size: usize, ends: Ends, stated: Interval) -> bool {
    let numbers = clause.numbers();
    let own = |index: usize| index == ends.before || index == ends.after;
    let pairs = numbers.iter().flat_map(|a| numbers.iter().map(move |b| (*a, *b)));
    pairs.filter(|(a, b)| a != b && *a != size && *b != size && !(own(*a) && own(*b))).any(|(a, b)| {
        let (a, b) = (clause.figure(a), clause.figure(b));
        same_unit(a, b) && changes(clause, size, a, b).iter().any(|made| made.overlaps(stated))
    })
}

/// What the change may be said to be, the plainest first.
fn changes(clause: &Clause<'_>, size: usize, before: &Figure, after: &Figure) -> Vec<Interval> {
    let figure = clause.figure(size);
    let value = |end: &Figure| counted(&end.value).filter(|end| end.low >= Decimal::ZERO);
    let (Some(a), Some(b)) = (value(before), value(after)) else { return Vec::new() };
    let points = a.change(b);
    let part = || if a.low > Decimal::ZERO { a.change(b)?.over(a)?.scaled(Decimal::ONE_HUNDRED) } else { None };
    let of_percents = percent(before).is_some();
    let ways: [Option<Interval>; 2] = match &figure.value {
        Value::Percent(_) if of_percents => [points, part()],
        Value::Percent(_) => [part(), None],
        Value::Ratio(ratio) if ratio.amount.high().is_some_and(|times| *times < Decimal::ONE) => fractions(a, b),
        Value::Ratio(_) => multiples(a, b),
        _ if is_times(figure) && clause.precedes(Relation::Multiply, size) => multiples(a, b),
        _ if clause.follows(Relation::BasisPoints, size, 0) && of_percents => {
            [rate(before).zip(rate(after)).and_then(|(a, b)| a.change(b)?.scaled(Decimal::ONE_HUNDRED)), None]
        }
        _ if clause.follows(Relation::PercentagePoints, size, 0) && of_percents => [points, None],
        _ if (same_unit(figure, before) || is_more_of(clause, size, before)) && !of_percents => [points, None],
        _ => [None, None],
    };
    ways.into_iter().flatten().collect()
}

/// A percentage told to the hundredth of a point: «25 في المئة» is 25.00 then, while 5.3 may be 5.25.
fn rate(figure: &Figure) -> Option<Interval> {
    let rate = percent(figure)?;
    match rate.amount {
        Bounded::Exact(n) if n.fract().is_zero() => Some(Interval { low: n, high: n }),
        _ => interval(rate),
    }
}

/// «من 3.5 مليون نسمة إلى 4.9 مليون، أي 1.4 مليون إنسان إضافي»: what came on top may be called by another noun.
fn is_more_of(clause: &Clause<'_>, size: usize, before: &Figure) -> bool {
    clause.figure(size).kind() == before.kind() && clause.follows(Relation::More, size, 1)
}

/// «ثلاثة أضعاف» is three times as much, or by some three times more.
fn multiples(a: Interval, b: Interval) -> [Option<Interval>; 2] {
    let (low, high) = if a.low <= b.low { (a, b) } else { (b, a) };
    if low.low <= Decimal::ZERO {
        return [None, None];
    }
    let times = high.over(low);
    let more = times.and_then(|times| times.minus(Interval { low: Decimal::ONE, high: Decimal::ONE }));
    [times, more]
}

/// «إلى النصف», «بمقدار الثلث»: so much of what there was is left, or gone.
fn fractions(a: Interval, b: Interval) -> [Option<Interval>; 2] {
    let (low, high) = if a.low <= b.low { (a, b) } else { (b, a) };
    if low.low <= Decimal::ZERO {
        return [None, None];
    }
    // Such words are round: a half may be 48 in a hundred.
    let left = low.over(high).and_then(|left| left.wider(Decimal::new(5, 2)));
    let gone = left.and_then(|left| Interval { low: Decimal::ONE, high: Decimal::ONE }.minus(left));
    [left, gone]
}

/// «انخفض السعر 3 دولارات إلى 70 دولارا، أي بنسبة 4.1%»: the size, the level that it led to, and the size again.
fn moves_to(clause: &Clause<'_>, at: usize, found: &mut Vec<Finding>) {
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
        && clause.leads(Relation::Equals, part, 1)
        && clause.runs(size, level, NEAR)
        && clause.runs(level, part, BESIDE);
    if fits {
        judge_move(clause, size, level, part, found);
    }
}

/// A size told twice, beside one end: «62.04 دولار، بزيادة 1.92 دولار أو 3.19%», «صعد 1.92 دولار، أو 3.19%، إلى 62.04».
fn moves(clause: &Clause<'_>, at: usize, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    let Some([one, two]) = numbers.get(at..at + 2).and_then(|two| two.first_chunk::<2>()).copied() else { return };
    let (size, part) = match (percent(clause.figure(one)), percent(clause.figure(two))) {
        (None, Some(_)) => (one, two),
        (Some(_), None) => (two, one),
        _ => return,
    };
    // «هبط المؤشر الأوسع نطاقا 68.24 نقطة»: what falls may stand between.
    let said = |relation| clause.leads(relation, one, NEAR);
    let told_twice = clause.leads(Relation::Equals, two, 2) || clause.leads(Relation::Or, two, 1);
    if !(said(Relation::Rise) || said(Relation::Fall)) || !told_twice || !clause.runs(one, two, BESIDE) {
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
    let value = |index: usize| clause.figure(index).value.quantity().and_then(interval);
    let (Some(size_of), Some(end), Some(stated)) = (value(size), value(level), value(part)) else { return };
    let starts = [end.minus(size_of), end.plus(size_of), Some(end)];
    let made: Vec<Interval> = starts
        .into_iter()
        .flatten()
        .filter(|start| start.low > Decimal::ZERO)
        .filter_map(|start| size_of.over(start)?.scaled(Decimal::ONE_HUNDRED))
        .collect();
    if let Some(first) = made.first().copied()
        && !made.iter().any(|made| made.overlaps(stated))
    {
        arithmetic::report(found, "change_does_not_follow", part, &[size, level], first);
    }
}
