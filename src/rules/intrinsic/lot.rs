//! Lots of one whole that are told in their order: «سندات بقيمة 70 مليارا، الأول بقيمة 30 مليارا والثاني بقيمة 45 مليارا».

use super::Finding;
use super::part::{self, Link, is_exact, is_matter, is_named};
use super::sentence::{Clause, amount, ends_with_comma, same_unit};
use crate::figure::Bounded;
use crate::lexicon::Relation;
use rust_decimal::Decimal;

/// Words between the whole and the first lot, and from one to the next.
const REACH: usize = 9;
/// Words between «الأول» and its number.
const NEAR: usize = 3;
const ORDER: [Relation; 4] = [Relation::First, Relation::Second, Relation::Third, Relation::Fourth];

pub(super) fn check(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    for (place, whole) in numbers.iter().copied().enumerate() {
        let alike =
            |index: usize| same_unit(clause.figure(index), clause.figure(whole)) && is_exact(clause.figure(index));
        let mut last = whole;
        let is_next = |(nth, part): &(&Relation, usize)| {
            let next = alike(*part) && is_lot(clause, **nth, *part) && clause.runs(last, *part, REACH);
            last = *part;
            next
        };
        let after = numbers[place + 1..].iter().copied();
        let lots: Vec<usize> = ORDER.iter().zip(after).take_while(is_next).map(|(_, part)| part).collect();
        let named = is_matter(clause.figure(whole)) || is_named(clause.figure(whole));
        let more =
            numbers.get(place + 1 + lots.len()).is_some_and(|next| alike(*next) && clause.runs(last, *next, REACH));
        let told = found.iter().any(|finding| finding.sides.first().is_some_and(|side| side[..] == [whole]));
        if lots.len() < 2 || !named || more || told || !is_exact(clause.figure(whole)) {
            continue;
        }
        let link = if tells(clause, place, lots.len()) { Link::All } else { Link::Pieces };
        part::judge(clause.all(), whole, &lots, link, found);
    }
}

/// «، الأولى 40 كيلوغراما والثانية 25», not «ونال الفائز الأول 50 ألفا».
fn is_lot(clause: &Clause<'_>, nth: Relation, part: usize) -> bool {
    let Some(span) = clause.leading_span(nth, part, NEAR) else { return false };
    let before = clause.text().get(..span.start).unwrap_or_default().trim_end();
    ends_with_comma(before) || before.ends_with([':', '(']) || clause.is_joined(span.start)
}

/// Whether so many lots were told before the whole: «ثلاث شحنات تزن 100 كيلوغرام».
fn tells(clause: &Clause<'_>, place: usize, lots: usize) -> bool {
    let before = place.checked_sub(1).map(|before| clause.numbers()[before]);
    before
        .and_then(|before| amount(clause.figure(before)))
        .is_some_and(|count| count.amount == Bounded::Exact(Decimal::from(lots)))
}
