//! A change that does not follow from its two ends: «ارتفع 25% من 10 إلى 20», «20 مقابل 10، بزيادة 25%»,
//! «تضاعف ثلاث مرات من 10 إلى 20»; or from its size and one end: «62.04 دولار، بزيادة 1.92 دولار أو 31.9%».
//! Here: a change between two ends. Beside it: what such a change may be said to be (`made.rs`), which figure says how
//! large it is (`size.rs`), which way it is said to go (`direction.rs`), and one told by its size and one end (`moves.rs`).
//! Not here: a share of a whole (`share.rs`).

mod direction;
mod made;
mod moves;
mod size;

use super::interval::{Interval, interval, open};
use super::sentence::{Clause, amount, is_times, same_unit};
use super::{Finding, Finds, arithmetic};
use crate::figure::{Figure, Kind};
use crate::lexicon::Relation;
use made::{changes, lost_by_rate};
use moves::{moves, moves_to};
use rust_decimal::Decimal;
use size::is_size;

/// Words between the two ends of a change, and between them and its size, at the most.
const REACH: usize = 14;
/// Words between «من» and «إلى», and from a size to what follows it.
const NEAR: usize = 8;

/// What has become less than so many times as much has not doubled, however loosely that is said.
const HALF_MORE: Decimal = Decimal::from_parts(16, 0, 0, false, 1);

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
        direction::check(clause, at, found);
        doubling(clause, at, found);
        if let Some(ends) = ends(clause, at) {
            let before = ends.first.checked_sub(1).and_then(|at| numbers.get(at));
            let before = before.filter(|size| is_size(clause, **size, ends));
            before
                .into_iter()
                .chain(sizes_after(clause, ends.last + 1, ends))
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
    let before = at.checked_sub(1).map(|before| clause.numbers()[before]);
    if let Some(after) = before.filter(|before| is_of_the_one_before(clause.figure(*before), a, b)) {
        let set_against =
            clause.leads(Relation::Was, two, 1) && clause.runs(after, two, REACH) && is_level(clause, two);
        return set_against.then_some(Ends { before: two, after, first: at - 1, last: at + 1 });
    }
    if !same_unit(a, b) || lacks_scale(a, b) || lacks_scale(b, a) || clause.parts(Relation::Forecast, one, two) {
        return None;
    }
    let ends = |before, after| Some(Ends { before, after, first: at, last: at + 1 });
    let near = clause.runs(one, two, NEAR);
    if clause.leads(Relation::From, one, 0) && clause.leads(Relation::To, two, 0) && near || became(clause, one, two) {
        ends(one, two)
    } else if clause.leads(Relation::Was, two, 3)
        && clause.runs(one, two, REACH)
        && is_level(clause, two)
        && !clause.is_of_one_side(two)
        && !clause.was_another(two, 3)
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

/// «استقبلت 46 ألف مهاجر على متن 692 قاربا، مقابل 31 ألفا»: a number that counts nothing is set against the one before that is
/// as large, not against the one beside it.
fn is_of_the_one_before(before: &Figure, beside: &Figure, bare: &Figure) -> bool {
    let unit = |figure: &Figure| amount(figure).map(|quantity| quantity.unit.is_some());
    let size = |figure: &Figure| figure.value.quantity().and_then(|quantity| quantity.amount.low().copied());
    let (Some(p), Some(q), Some(r)) = (size(before), size(beside), size(bare)) else { return false };
    let alike = |n: Decimal| n.max(r) <= n.min(r).saturating_mul(Decimal::TEN);
    (unit(before), unit(beside), unit(bare)) == (Some(true), Some(true), Some(false)) && alike(p) && !alike(q)
}

/// «من 10 إلى 8 ملايين»: of ten millions, or of ten.
fn lacks_scale(bare: &Figure, scaled: &Figure) -> bool {
    let (Some(bare), Some(scaled)) = (bare.value.quantity(), scaled.value.quantity()) else { return false };
    let small = bare.amount.high().is_some_and(|n| *n < Decimal::ONE_THOUSAND);
    let great = scaled.amount.high().is_some_and(|n| *n >= Decimal::ONE_THOUSAND);
    small && great && scaled.precision > Decimal::ONE
}

/// «تضاعف الإنتاج من 50 ألف طن إلى 60 ألف طن», «تضاعفت الأرباح إلى 60 مليونا مقابل 50 مليونا»: it need not be twice as much,
/// but it is far more than it was.
fn doubling(clause: &Clause<'_>, at: usize, found: &mut Vec<Finding>) {
    let Some(ends) = ends(clause, at) else { return };
    let first = clause.numbers()[ends.first];
    let told =
        clause.end_of_leading(Relation::Multiply, first, NEAR).is_some_and(|verb| goes_on_to(clause, verb, first));
    let value = |index: usize| clause.figure(index).value.quantity().and_then(interval);
    let (Some(a), Some(b), true) = (value(ends.before), value(ends.after), told) else { return };
    let half_more = a.low.checked_mul(HALF_MORE);
    if b.low > a.high && half_more.is_some_and(|least| b.high < least) {
        found.push(Finding::new(
            Finds::Arithmetic,
            "multiple_does_not_follow",
            vec![vec![ends.after], vec![ends.before]],
        ));
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
    let says_how = |relation| clause.sized_by(relation, size).is_some();
    let fits = same_unit(clause.figure(after), clause.figure(before))
        && !lacks_scale(clause.figure(before), clause.figure(after))
        && (says_how(Relation::Rise) || says_how(Relation::Fall))
        && (clause.leads(Relation::Over, before, 1) || clause.leads(Relation::Was, before, 1))
        && !clause.leads(Relation::Among, before, 1)
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

fn judge(clause: &Clause<'_>, size: usize, ends: Ends, found: &mut Vec<Finding>) {
    let (before, after) = (clause.figure(ends.before), clause.figure(ends.after));
    let figure = clause.figure(size);
    let Some(stated) = figure.value.quantity().and_then(open) else { return };
    // «أربعة من كل عشرة (40%)» changed nothing.
    let changes_by = |relation: &Relation| clause.leads(*relation, size, 2);
    if figure.kind() == Kind::Ratio
        && stated.high < Decimal::ONE
        && ![Relation::Rise, Relation::Fall, Relation::To].iter().any(changes_by)
    {
        return;
    }
    let made = changes(clause, size, before, after);
    let Some(first) = made.first().copied() else { return };
    let lost = || lost_by_rate(clause, size, ends).is_some_and(|lost| lost.overlaps(stated));
    if made.iter().any(|made| made.overlaps(stated)) || lost() || is_explained(clause, size, ends, stated) {
        return;
    }
    let multiple = figure.kind() == Kind::Ratio || is_times(figure);
    let cause = if multiple { "multiple_does_not_follow" } else { "change_does_not_follow" };
    arithmetic::report(found, cause, size, &[ends.before, ends.after], first);
}

/// Another two figures of the sentence make this change, or another that is the size of it: «ارتفع 2000 جنيه إلى 42 ألفا،
/// بزيادة 5%، مقابل 35 ألفا مطلع العام».
fn is_explained(clause: &Clause<'_>, size: usize, ends: Ends, stated: Interval) -> bool {
    let numbers = clause.numbers();
    let own = |index: usize| index == ends.before || index == ends.after;
    let pairs = numbers.iter().flat_map(|a| numbers.iter().map(move |b| (*a, *b)));
    // «من 300 ألف إلى 450 ألفا، بزيادة 150 ألفا أي 33%»: it is the size of this very change.
    let is_this = |moved: usize| {
        let moves = changes(clause, moved, clause.figure(ends.before), clause.figure(ends.after));
        let stated = clause.figure(moved).value.quantity().and_then(interval);
        let of_another = clause.follows(Relation::From, size, 0);
        !of_another && stated.is_some_and(|stated| moves.iter().any(|made| made.overlaps(stated)))
    };
    let is_moved = |moved: usize| {
        clause.figure(size).kind() == Kind::Percent
            && !is_this(moved)
            && moved != size
            && !own(moved)
            && same_unit(clause.figure(moved), clause.figure(ends.after))
            && [Relation::Rise, Relation::Fall].iter().any(|change| clause.leads(*change, moved, NEAR))
            && moves::parts(clause, moved, ends.after).iter().any(|made| made.overlaps(stated))
    };
    let mut pairs = pairs.filter(|(a, b)| a != b && *a != size && *b != size && !(own(*a) && own(*b)));
    numbers.iter().any(|moved| is_moved(*moved))
        || pairs.any(|(a, b)| {
            let (a, b) = (clause.figure(a), clause.figure(b));
            same_unit(a, b) && changes(clause, size, a, b).iter().any(|made| made.overlaps(stated))
        })
}

/// Whether the sentence goes on about the same thing from a place to the figure.
fn goes_on_to(clause: &Clause<'_>, from: usize, to: usize) -> bool {
    clause.goes_on(from, clause.figure(to).span.start)
}
