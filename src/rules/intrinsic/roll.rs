//! A roll of names, each with its number, that is all of a whole: «المقاعد البالغ عددها 60 مقعدا كالآتي: الوفاق 31، النهضة 19،
//! وأحزاب أخرى 10», or «318 إصابة. وتوزعت الإصابات كالآتي: الشمال 126، الوسط 84، …».
//! Not here: rolls in the lines of a list (`list.rs`).

use super::Finding;
use super::heading::is_named_in;
use super::part::{self, Link, MAX_PARTS, is_exact};
use super::sentence::{Clause, ends_with_comma, has_few_words, is_joined, says};
use super::sum;
use crate::figure::{Span, Value};
use crate::lexicon::Relation;
use rust_decimal::Decimal;
use std::ops::Range;

/// A name has so many words at most, and so many stand after the last number.
const NAME: usize = 5;
const TAIL: usize = 2;
/// Names at the least: fewer are hardly all.
const LEAST: usize = 3;
/// Of a whole that the sentence before tells they are so near.
const HARDLY: Decimal = Decimal::from_parts(115, 0, 0, false, 2);

pub(super) fn check(clause: &Clause<'_>, before: Range<usize>, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    let Some(first) = numbers.iter().position(|number| is_after_colon(clause, *number)) else { return };
    let parts = &numbers[first..];
    let figures = clause.all();
    let some = [Relation::Chief, Relation::SoFar].iter().any(|some| clause.precedes(*some, parts[0]));
    if !is_roll(clause, parts) || some {
        return;
    }
    let told = first.checked_sub(1).map(|whole| numbers[whole]);
    let whole = match told {
        Some(whole) => {
            // «24 وزيرا بمن فيهم رئيسها، وتوزعت الوزارات كالآتي:» shares out something else.
            let turns = clause
                .between(whole, parts[0])
                .split(':')
                .next()
                .is_some_and(|between| between.split_whitespace().any(is_joined));
            let fits = clause.parts(Relation::MadeOf, whole, parts[0])
                && !turns
                && !clause.leads(Relation::OutOf, whole, 0)
                && sum::is_near(clause, whole, parts, sum::NEAR);
            Some(whole).filter(|_| fits)
        }
        None if before.is_empty() => None,
        None => {
            let sentence = figures[parts[0]].sentence;
            let heading = Span::new(sentence.start, figures[parts[0]].span.start);
            let shared = clause.precedes(Relation::MadeOf, parts[0]) || clause.precedes(Relation::Divided, parts[0]);
            let follows = clause.text().get(figures[before.start].sentence.end..sentence.start);
            let beside = follows.is_some_and(|gap| gap.trim().is_empty() && !gap.contains("\n\n"));
            // «يحتاج إلى 61 مقعدا من أصل 120»
            let of_more = says(clause.text(), figures[before.start].sentence, clause.lexicon(), &[Relation::OutOf]);
            let mut wholes = before.filter(|whole| {
                !of_more
                    && is_exact(&figures[*whole])
                    && is_named_in(clause, heading, *whole)
                    && sum::is_near(clause, *whole, parts, HARDLY)
            });
            wholes.next().filter(|_| shared && beside && wholes.next().is_none())
        }
    };
    if let Some(whole) = whole.filter(|whole| is_exact(&figures[*whole])) {
        part::judge(figures, whole, parts, Link::All, found);
    }
}

/// «كالآتي: الوفاق 31»: only a name stands between the colon and the number.
fn is_after_colon(clause: &Clause<'_>, number: usize) -> bool {
    let name = clause.before(number).rsplit_once(':').map(|(_, name)| name);
    name.is_some_and(is_name)
}

fn is_name(name: &str) -> bool {
    let name = name.trim().trim_end_matches(['(', '-']).trim();
    !name.is_empty() && has_few_words(name, NAME) && !name.contains(['،', ',', ':', '.', '؛', '\n'])
}

/// Each number counts nothing by name, and has a name before it, after a comma or «و»; the sentence ends with the last.
fn is_roll(clause: &Clause<'_>, parts: &[usize]) -> bool {
    let bare = |part: &usize| {
        let figure = clause.figure(*part);
        matches!(&figure.value, Value::Count(count) if count.unit.is_none()) && is_exact(figure)
    };
    let named = |two: &[usize]| {
        let between = clause.between(two[0], two[1]).trim_start_matches([')', ' ']);
        let name = between.trim_start_matches(['،', ',']);
        let led = name.len() < between.len() || name.split_whitespace().next().is_some_and(is_joined);
        led && is_name(name)
    };
    let ends = parts.last().is_some_and(|last| {
        let tail = clause.after(*last);
        has_few_words(tail, TAIL) && !ends_with_comma(tail) && clause.figures().end == last + 1
    });
    (LEAST..=MAX_PARTS).contains(&parts.len())
        && ends
        && parts.iter().all(bare)
        && parts.windows(2).all(named)
        && parts.windows(2).all(|two| two[0] + 1 == two[1])
}
