//! A whole that is not the sum of its parts: «22 محطة، بواقع 14 محطة في الأنفاق و9 محطات علوية».
//! What is only among the whole («منهم 131 بميلة و58 بجيجل») must not exceed it.

use super::interval::{Interval, counted};
use super::sentence::{Clause, amount, percent, same_unit};
use super::{Finding, arithmetic};
use crate::figure::{Bounded, Figure, Value};
use crate::lexicon::{Lexicon, Relation, Sense};
use crate::text::{self, Token};
use rust_decimal::Decimal;

/// Parts of one whole at the most: a longer list is a table, not a sentence.
const MAX_PARTS: usize = 12;
/// Words between the whole and its first part, and from part to part.
const REACH: usize = 9;
/// So much more than the whole are parts that overlap («20 جريحا، منهم 15 طفلا و12 في المستشفى»), not a slip: a tenth.
const OVERLAP: Decimal = Decimal::from_parts(11, 0, 0, false, 1);

/// How the parts make up the whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// They are all of it.
    All,
    /// They are some of it.
    Some,
}

pub(super) fn check(clause: &Clause<'_>, lexicon: &Lexicon, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    for (place, whole) in numbers.iter().copied().enumerate() {
        if !is_exact(clause.figure(whole)) {
            continue;
        }
        let after = parts_after(clause, place, lexicon);
        if let (true, Some(link)) = (after.len() > 1, link(clause, whole, &after)) {
            judge(clause, whole, &after, link, found);
        } else if clause.leads(Relation::InAll, whole, 1) && !clause.leads(Relation::Rise, whole, 4) {
            let before = parts_before(clause, place, lexicon);
            if before.len() > 1 {
                judge(clause, whole, &before, Link::All, found);
            }
        }
    }
    hundred(clause, found);
}

/// How the parts follow from the whole, if anything says so.
fn link(clause: &Clause<'_>, whole: usize, parts: &[usize]) -> Option<Link> {
    let first = *parts.first()?;
    if clause.parts(Relation::MadeOf, whole, first) {
        return Some(Link::All);
    }
    let among = clause.parts(Relation::Among, whole, first)
        || clause.follows(Relation::Among, first, 0)
        || clause.between(whole, first).trim_end().ends_with(':');
    (among && are_parallel(clause, whole, parts)).then_some(Link::Some)
}

/// The parts are told apart in one way, so that none is within another: «131 بميلة و58 بجيجل».
fn are_parallel(clause: &Clause<'_>, whole: usize, parts: &[usize]) -> bool {
    let next = |part: usize| clause.after(part).split_whitespace().next().unwrap_or_default();
    let preposition = |word: &str| -> Option<String> {
        match word {
            "من" | "في" | "على" | "إلى" | "لصالح" | "ضد" | "منها" | "منهم" => {
                Some(word.to_string())
            }
            _ => word.chars().next().filter(|first| matches!(first, 'ب' | 'ل')).map(String::from),
        }
    };
    let words: Vec<Option<String>> = parts.iter().map(|part| preposition(next(*part))).collect();
    let one_way = words.iter().all(|word| word.is_some() && *word == words[0]);
    let unit = |index: usize| clause.figure(index).value.quantity().and_then(|quantity| quantity.unit.clone());
    // «22 صاروخا، 9 منها من البحر و13 صاروخا من البر»
    let alike = |part: &usize| unit(*part) == unit(whole) || clause.follows(Relation::Among, *part, 0);
    one_way || unit(whole).is_some() && parts.iter().all(alike)
}

fn parts_after(clause: &Clause<'_>, place: usize, lexicon: &Lexicon) -> Vec<usize> {
    let numbers = clause.numbers();
    let whole = numbers[place];
    let mut parts = Vec::new();
    for part in numbers[place + 1..].iter().copied().take(MAX_PARTS) {
        let joined = match parts.last() {
            None => clause.runs(whole, part, REACH),
            Some(last) => are_joined(clause, *last, part),
        };
        if !joined || !is_part(clause.figure(part), clause.figure(whole), lexicon) {
            // More of the same stands there: who knows whether it belongs to the list.
            let last = parts.last().copied().unwrap_or(whole);
            let more = clause.runs(last, part, REACH) && same_unit(clause.figure(part), clause.figure(whole));
            return if more { Vec::new() } else { parts };
        }
        parts.push(part);
    }
    parts
}

fn parts_before(clause: &Clause<'_>, place: usize, lexicon: &Lexicon) -> Vec<usize> {
    let numbers = clause.numbers();
    let whole = numbers[place];
    let mut parts: Vec<usize> = Vec::new();
    for part in numbers[..place].iter().copied().rev().take(MAX_PARTS) {
        let joined = match parts.last() {
            None => clause.runs(part, whole, REACH),
            Some(next) => are_joined(clause, part, *next),
        };
        if !is_part(clause.figure(part), clause.figure(whole), lexicon) {
            break;
        }
        if !joined {
            return Vec::new();
        }
        parts.push(part);
    }
    parts.reverse();
    parts
}

/// The second is the next of a list: «14 في الأنفاق و9», «14 في الأنفاق، 9».
fn are_joined(clause: &Clause<'_>, one: usize, two: usize) -> bool {
    let between = clause.between(one, two).trim_end();
    let between = between.strip_suffix('(').unwrap_or(between).trim_end();
    let last = between.split_whitespace().next_back().unwrap_or_default();
    let added = last == "و" || last == "،و" || between.ends_with(['،', ',']) || clause.leads(Relation::Added, two, 0);
    // «22 مليارا للواردات، والصادرات بقيمة 4 مليارات»
    let led = clause.leads(Relation::Worth, two, 0) || clause.leads(Relation::Share, two, 0);
    let named = led && between.split_whitespace().any(|word| word.starts_with('و'));
    (added || named) && clause.runs(one, two, REACH)
}

/// Whether the one can be a part of the other: of one currency, of one measure, or things counted alike.
fn is_part(part: &Figure, whole: &Figure, lexicon: &Lexicon) -> bool {
    if !is_exact(part) {
        return false;
    }
    match (&part.value, &whole.value) {
        (Value::Money(a), Value::Money(b)) => a.unit == b.unit && (a.unit.is_some() || ends_alike(part, whole)),
        // «22 محطة، بواقع 14 في الأنفاق»: what is no noun that is counted names no other thing.
        (Value::Count(a), Value::Count(b)) => match (&a.unit, &b.unit) {
            (_, None) => false,
            (Some(a), Some(b)) => a == b || !is_counted(a, lexicon),
            (None, Some(_)) => true,
        },
        _ => false,
    }
}

/// «120 ألف دينار», «80 ألف دينار»: of whichever land, they are of one.
fn ends_alike(one: &Figure, other: &Figure) -> bool {
    let last = |figure: &Figure| figure.text.split_whitespace().next_back().map(str::to_string);
    last(one) == last(other)
}

/// Whether the word is a noun that the language counts.
fn is_counted(noun: &str, lexicon: &Lexicon) -> bool {
    let mut tokens: Vec<Token> = Vec::new();
    text::tokens(noun, crate::figure::Span::new(0, noun.len()), &mut tokens);
    let mut hits = Vec::new();
    if !tokens.is_empty() {
        lexicon.hits(&tokens, 0, &mut hits);
    }
    hits.iter().any(|hit| matches!(hit.sense, Sense::Noun(_)) && hit.clitics.letters == 0)
}

fn is_exact(figure: &Figure) -> bool {
    amount(figure).is_some_and(|quantity| matches!(quantity.amount, Bounded::Exact(_)))
}

fn sum(clause: &Clause<'_>, parts: &[usize]) -> Option<Interval> {
    parts.iter().try_fold(Interval::ZERO, |sum, part| sum.plus(counted(&clause.figure(*part).value)?))
}

fn judge(clause: &Clause<'_>, whole: usize, parts: &[usize], link: Link, found: &mut Vec<Finding>) {
    let (Some(sum), Some(stated)) = (sum(clause, parts), counted(&clause.figure(whole).value)) else { return };
    if sum.overlaps(stated) {
        return;
    }
    let slip = match link {
        Link::All => true,
        Link::Some => sum.low > stated.high && stated.high.checked_mul(OVERLAP).is_some_and(|most| sum.low <= most),
    };
    if slip {
        arithmetic::report(found, "total_is_not_the_sum", whole, parts, sum);
    }
}

/// «توزعت الأصوات بين 62% … و48%»: shares of one whole make a hundred.
fn hundred(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    let mut at = 0;
    while at < numbers.len() {
        let mut parts: Vec<usize> = Vec::new();
        for number in &numbers[at..] {
            let exact = percent(clause.figure(*number)).is_some_and(|p| matches!(p.amount, Bounded::Exact(_)));
            let joined = |last: &usize| are_joined(clause, *last, *number) || are_rivals(clause, *last, *number);
            if !exact || !parts.last().is_none_or(joined) {
                break;
            }
            parts.push(*number);
        }
        at += parts.len().max(1);
        let votes = parts.iter().any(|part| clause.follows(Relation::OfAll, *part, 0));
        if parts.len() > 1 && (votes || clause.leads(Relation::Divided, parts[0], REACH)) {
            judge_hundred(clause, &parts, found);
        }
    }
}

/// «62% من الأصوات مقابل 48% لمنافسه»; «مقابل 48% قبل أربع سنوات» is another vote.
fn are_rivals(clause: &Clause<'_>, one: usize, two: usize) -> bool {
    let of_another = clause.after(two).split_whitespace().next().is_some_and(|word| word.starts_with('ل'));
    clause.leads(Relation::Was, two, 0) && of_another && clause.runs(one, two, REACH)
}

fn judge_hundred(clause: &Clause<'_>, parts: &[usize], found: &mut Vec<Finding>) {
    let value = |part: &usize| percent(clause.figure(*part)).and_then(super::interval::interval);
    let sum = parts.iter().try_fold(Interval::ZERO, |sum, part| sum.plus(value(part)?));
    let whole = Interval { low: Decimal::ONE_HUNDRED, high: Decimal::ONE_HUNDRED };
    if let (Some(sum), Some((last, others))) = (sum, parts.split_last())
        && !sum.overlaps(whole)
        && sum.low > whole.high
    {
        arithmetic::report(found, "shares_exceed_the_whole", *last, others, sum);
    }
}
