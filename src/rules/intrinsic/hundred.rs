//! Shares of one whole that make more than a hundred: «توزعت الأصوات بين 62% … و48%».
//! Not here: parts that do not make up their whole (`total.rs`).

use super::Finding;
use super::arithmetic;
use super::interval::Interval;
use super::opinion::{OPINIONS, opinion};
use super::part::{REACH, are_joined};
use super::sentence::{Clause, has_few_words, is_joined, percent};
use super::total::{NEAR, is_one_way};
use crate::figure::Bounded;
use crate::lexicon::Relation;
use crate::text::COMMAS;
use rust_decimal::Decimal;

/// «توزعت الأصوات بين 62% … و48%»: shares of one whole make a hundred.
pub(super) fn check(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    let mut at = 0;
    while at < numbers.len() {
        let mut parts: Vec<usize> = Vec::new();
        for number in &numbers[at..] {
            let exact = percent(clause.figure(*number)).is_some_and(|p| matches!(p.amount, Bounded::Exact(_)));
            let joined = |last: &usize| {
                are_joined(clause, *last, *number)
                    || are_rivals(clause, *last, *number)
                    || are_shared_out(clause, numbers[at], *last, *number)
                    || are_sides(clause, *last, *number)
                    || are_owned(clause, numbers[at], *last, *number)
            };
            if !exact || !parts.last().is_none_or(joined) {
                break;
            }
            parts.push(*number);
        }
        at += parts.len().max(1);
        if parts.len() > 1 && are_of_one(clause, &parts) {
            judge_hundred(clause, &parts, found);
        }
    }
}

/// The shares are of one whole that is shared out: «62% من الأصوات … و48%»; «62% من الأصوات في العاصمة و58% في الجنوب», or
/// of the shares of one firm and of another, are not.
fn are_of_one(clause: &Clause<'_>, parts: &[usize]) -> bool {
    let of_all = |part: &usize| clause.follows(Relation::OfAll, *part, 0);
    let elsewhere = parts[1..].iter().any(|part| clause.is_told_apart_by_place(*part));
    // «35% من أسهم الأولى و30% من سندات الثانية»
    let of_others = || parts.iter().any(|part| !of_all(part) && clause.follows(Relation::From, *part, 0));
    let one = parts.iter().filter(|part| of_all(part)).count() == 1 && !of_others()
        || parts.iter().all(|part| clause.is_of_the_whole(*part));
    // «توزعت الأصوات على ثلاثة مرشحين بنسب 48% و33% و19%»
    let in_shares =
        || clause.precedes(Relation::Divided, parts[0]) && clause.leads_as_adverb(Relation::Share, parts[0], 0);
    let shared = clause.leads(Relation::Divided, parts[0], REACH)
        || in_shares()
        || are_allotted(clause, parts)
        || is_won(clause, parts)
        || are_opinions(clause, parts)
        || parts.len() > 2 && is_of_owners(clause, parts);
    // «بنك مصر 100%، البنك الأهلي 100%» are of several wholes.
    let share = |part: &usize| percent(clause.figure(*part)).and_then(|share| share.amount.low().copied());
    let mut shares: Vec<Decimal> = parts.iter().filter_map(share).collect();
    shares.sort_unstable();
    let most = shares.iter().rev().take(2).try_fold(Decimal::ZERO, |sum, share| sum.checked_add(*share));
    let of_several = parts.len() > 2 && most.is_none_or(|most| most > Decimal::ONE_HUNDRED);
    !elsewhere && !of_several && (shared || one && parts.iter().any(of_all))
}

/// «فاز بنسبة 52.3% مقابل 49.7% لمنافسه»
fn is_won(clause: &Clause<'_>, parts: &[usize]) -> bool {
    clause.precedes(Relation::Won, parts[0]) && parts.windows(2).all(|two| are_rivals(clause, two[0], two[1]))
}

/// «55% يؤيدون القرار ويعارضه 35%»
fn are_sides(clause: &Clause<'_>, one: usize, two: usize) -> bool {
    opinion(clause, one).is_some()
        && opinion(clause, two).is_some_and(|other| Some(other) != opinion(clause, one))
        && clause.is_within_words(one, two, REACH)
}

/// Some are for it, some against it and some neither, and none are said to be of a smaller group.
fn are_opinions(clause: &Clause<'_>, parts: &[usize]) -> bool {
    let of_some = parts[1..].iter().any(|part| clause.follows(Relation::From, *part, 0));
    let all: Vec<Option<Relation>> = parts.iter().map(|part| opinion(clause, *part)).collect();
    let told = |one: Relation| all.iter().filter(|opinion| **opinion == Some(one)).count() == 1;
    !of_some && parts.len() == OPINIONS.len() && OPINIONS.into_iter().all(told)
}

/// «خصصت 45% من الميزانية للأجور و30% للدعم»: only the first is said to be of something, each is
/// for another thing; two of them may be shared out in two ways («40% للنساء و70% للريف»). What is sold is sold to whoever:
/// only «لأخرى» says that they are others.
fn are_allotted(clause: &Clause<'_>, parts: &[usize]) -> bool {
    let of = |part: &usize| clause.follows(Relation::From, *part, 0);
    let sold_apart = || {
        clause.leads(Relation::Sold, parts[0], 2)
            && parts[1..].iter().any(|part| clause.follows(Relation::Rest, *part, 0))
    };
    parts.len() > 2
        && (clause.leads(Relation::Allotted, parts[0], 2) || sold_apart())
        && of(&parts[0])
        && !parts[1..].iter().any(of)
        && is_one_way(clause, &parts[1..])
}

/// «تتوزع الحصص على الدولة 60 في المئة والقطاع الخاص 30 في المئة»: what gets the share stands before it.
fn are_shared_out(clause: &Clause<'_>, first: usize, one: usize, two: usize) -> bool {
    let changes = [Relation::Rise, Relation::Fall].iter().any(|change| clause.parts(*change, one, two));
    let named = is_joined(clause.between(one, two).trim_start().trim_start_matches('،').trim_start());
    clause.leads(Relation::Divided, first, REACH) && named && !changes && clause.runs(one, two, NEAR + 1)
}

/// «أما الملكية فهي كما يلي: «مرجان» 45٪، «الواحة» 40٪، «الضفاف» 25٪»: whose the share is stands before it, after a comma.
fn are_owned(clause: &Clause<'_>, first: usize, one: usize, two: usize) -> bool {
    let between = clause.between(one, two).trim();
    let name = between.trim_start_matches(COMMAS).trim();
    [Relation::Owned, Relation::Divided].iter().any(|own| clause.precedes(*own, first))
        && between.starts_with(COMMAS)
        && !name.contains(COMMAS)
        && has_few_words(name, NEAR + 1)
        && clause.runs(one, two, NEAR + 1)
}

/// What several own stands after a colon, each with its share, and nothing rises or falls: «ارتفعت حصص الشركات:».
fn is_of_owners(clause: &Clause<'_>, parts: &[usize]) -> bool {
    let before = clause.before(parts[0]);
    let opens = before.contains(':') && !before.contains(['.', '؛']);
    let changes = [Relation::Rise, Relation::Fall].iter().any(|change| clause.precedes(*change, parts[0]));
    let ends = parts.last().is_some_and(|last| clause.figures().end == last + 1);
    clause.precedes(Relation::Owned, parts[0]) && opens && ends && !changes
}

/// «62% من الأصوات مقابل 48% لمنافسه»; «مقابل 48% قبل أربع سنوات» is another vote.
fn are_rivals(clause: &Clause<'_>, one: usize, two: usize) -> bool {
    let of_another = clause.after(two).split_whitespace().next().is_some_and(|word| word.starts_with('ل'));
    clause.leads(Relation::Was, two, 0) && of_another && clause.runs(one, two, REACH)
}

fn judge_hundred(clause: &Clause<'_>, parts: &[usize], found: &mut Vec<Finding>) {
    let value = |part: &usize| percent(clause.figure(*part)).and_then(super::interval::interval);
    let sum = parts.iter().try_fold(Interval::ZERO, |sum, part| sum.plus(value(part)?));
    let whole = Interval::exact(Decimal::ONE_HUNDRED);
    if let (Some(sum), Some((last, others))) = (sum, parts.split_last())
        && !sum.overlaps(whole)
        && sum.low > whole.high
        && let Some(left) = others.iter().try_fold(whole, |left, part| left.minus(value(part)?))
    {
        arithmetic::report(found, "shares_exceed_the_whole", *last, others, left);
    }
}
