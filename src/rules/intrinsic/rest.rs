//! What is said to be left over and is not: «يملك الصندوق 60% … والـ40% المتبقية», «من بين 90 مقعدا … 47 … والـ43 الباقية».

use super::interval::{Interval, counted, interval};
use super::part::{are_joined, is_exact};
use super::sentence::{Clause, is_joined, is_one_thought, percent, same_unit};
use super::{Finding, arithmetic};
use crate::figure::{Bounded, Kind};
use crate::lexicon::Relation;
use crate::text::COMMAS;
use rust_decimal::Decimal;

/// Words between what is left and what was told before it.
const REACH: usize = 12;
/// Words between a word of change and what it leads to.
const CHANGE: usize = 4;
/// Figures before it at the most.
const MOST: usize = 6;
/// Parts and rest that make less than so much of a hundred may be of something smaller.
const LEAST: Decimal = Decimal::from_parts(80, 0, 0, false, 0);
/// Counts that are further apart than by half are of different things.
const NEAR: Decimal = Decimal::from_parts(15, 0, 0, false, 1);

pub(super) fn check(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    for (place, rest) in numbers.iter().copied().enumerate().skip(1) {
        // «ولا يزال 50 في المستشفى»: others may have fared in a third way.
        let still = clause.leads(Relation::Still, rest, 2);
        let led = still || clause.leads(Relation::Left, rest, 2) || is_named(clause, rest);
        let is_left = led || clause.follows(Relation::Left, rest, 1);
        let from = place.saturating_sub(MOST);
        let between = clause.between(numbers[place - 1], rest);
        // «وتبقى 15 تذكرة للبيع و25 للمدعوين»
        let more = numbers.get(place + 1).is_some_and(|next| are_joined(clause, rest, *next));
        // «120 من الباقين», «30% والباقي»
        let some = clause.follows(Relation::From, rest, 0);
        let turns = !led && clause.after(rest).split_whitespace().take(2).any(is_joined);
        // «ويتبقى 700 مليون تسدد لاحقا، فيما يمثل الباقي ديونا»
        let others = clause.tells_near(Relation::Left, rest, REACH) && !clause.follows(Relation::Left, rest, 1);
        if !is_left
            || some
            || others
            || turns
            || more
            || !is_one_thought(between)
            || between.split_whitespace().count() > REACH
        {
            continue;
        }
        match clause.figure(rest).kind() {
            Kind::Percent if !still => of_hundred(clause, &numbers[from..place], rest, found),
            Kind::Count | Kind::Money => of_whole(clause, &numbers[from..place], rest, still, found),
            _ => {}
        }
    }
}

/// «والباقي، أي 18 طنا», «والباقون، وعددهم 323», «الجوائز المتبقية وعددها سبع».
fn is_named(clause: &Clause<'_>, rest: usize) -> bool {
    let told = [Relation::ThatIs, Relation::Numbering].iter().find_map(|told| clause.leading_span(*told, rest, 0));
    let before = told.and_then(|told| clause.text().get(..told.start));
    before.is_some_and(|before| {
        let named = before.trim_end().trim_end_matches('و').trim_end().trim_end_matches(COMMAS);
        clause.stands_before(Relation::Left, named.len())
    })
}

/// Shares and what is left of the whole make a hundred.
fn of_hundred(clause: &Clause<'_>, before: &[usize], rest: usize, found: &mut Vec<Finding>) {
    let share = |index: usize| {
        let share = percent(clause.figure(index))?;
        matches!(share.amount, Bounded::Exact(_)).then(|| interval(share)).flatten()
    };
    // «النصف», «أكثر من 20%»: who knows what is left then.
    let vague = |index: usize| match clause.figure(index).kind() {
        Kind::Ratio => true,
        Kind::Percent => share(index).is_none(),
        _ => false,
    };
    let (parts, shares): (Vec<usize>, Vec<Interval>) =
        before.iter().filter_map(|index| Some((*index, share(*index)?))).unzip();
    let Some(left) = share(rest).filter(|_| !parts.is_empty() && !before.iter().any(|index| vague(*index))) else {
        return;
    };
    let hundred = Interval::exact(Decimal::ONE_HUNDRED);
    let all = shares.iter().try_fold(left, |sum, share| sum.plus(*share));
    // «باعت 20% من حصة تبلغ 35% واحتفظت بالـ15% المتبقية»
    let within = shares.iter().any(|whole| adds_up(&shares, left, *whole));
    if within || adds_up(&shares, left, hundred) || all.is_none_or(|all| all.high < LEAST) {
        return;
    }
    if let Some(made) = shares.iter().try_fold(hundred, |rest, share| rest.minus(*share)) {
        arithmetic::report(found, "shares_and_rest", rest, &parts, made);
    }
}

/// Parts and what is left make the number that was told first, or «من أصل». Matches that are left are not of those played.
fn of_whole(clause: &Clause<'_>, before: &[usize], rest: usize, still: bool, found: &mut Vec<Finding>) {
    let like = |index: &&usize| same_unit(clause.figure(**index), clause.figure(rest));
    let mut alike: Vec<usize> = before.iter().filter(like).copied().collect();
    // «وارتفع عدد القتلى إلى 5»: they are none of those just told.
    let grows =
        |index: &usize| [Relation::Rise, Relation::Fall].iter().any(|change| clause.leads(*change, *index, CHANGE));
    if alike.iter().skip(1).any(grows) || clause.precedes(Relation::Match, rest) || clause.tells(Relation::Match, rest)
    {
        return;
    }
    // «من إجمالي اعتمادات قدرها 900 مليون»
    let is_whole =
        |index: &usize| clause.leads(Relation::OutOf, *index, 2) || clause.leads(Relation::Amounting, *index, 1);
    if let Some(whole) = alike.iter().position(is_whole) {
        alike[..=whole].rotate_right(1);
    }
    let number = |index: usize| counted(&clause.figure(index).value).filter(|_| is_exact(clause.figure(index)));
    let numbers: Option<Vec<Interval>> = alike.iter().map(|index| number(*index)).collect();
    let (Some(numbers), Some(left)) = (numbers, number(rest)) else { return };
    let Some((whole, parts)) = numbers.split_first().filter(|(_, parts)| !parts.is_empty()) else { return };
    let Some(made) = parts.iter().try_fold(left, |sum, part| sum.plus(*part)) else { return };
    let within = |a: Decimal, b: Decimal| b.checked_mul(NEAR).is_some_and(|most| a <= most);
    let near = within(made.low, whole.high) && within(whole.low, made.high);
    let lesser = parts.iter().all(|part| part.high < whole.low);
    let explained = (0..numbers.len()).any(|at| adds_up(&numbers[at + 1..], left, numbers[at]));
    let exceeds = made.low > whole.high;
    if near && lesser && !explained && (exceeds || !still) {
        let of: Vec<usize> = alike[1..].iter().copied().chain([rest]).collect();
        arithmetic::report(found, "total_is_not_the_sum", alike[0], &of, made);
    }
}

/// Whether what is left, with some of the parts, makes the whole.
fn adds_up(parts: &[Interval], left: Interval, whole: Interval) -> bool {
    let Some((first, others)) = parts.split_first() else { return false };
    let with = left.plus(*first);
    with.is_some_and(|sum| sum.overlaps(whole) || adds_up(others, sum, whole)) || adds_up(others, left, whole)
}
