//! Lots of one whole that are told in their order: «سندات بقيمة 70 مليارا، الأول بقيمة 30 مليارا والثاني بقيمة 45 مليارا».

use super::Finding;
use super::part::{self, Link, is_exact, is_matter, is_named};
use super::sentence::{Clause, amount, ends_with_comma, is_joined, same_unit};
use super::sum;
use crate::figure::Bounded;
use crate::lexicon::Relation;
use crate::text::COMMAS;
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
        // «96 كيلومترا موزعة على ثلاثة خطوط: الأول …»: how many lots there are.
        // «موزعين على 3 خطوط، وتوقف 200 في الأول», «على 3 مصارف، بلغت فوائدها 200» are of others.
        let goes_on = |index: usize| {
            let first = numbers.get(place + 2).copied();
            first.is_none_or(|first| {
                let nth = clause.leads(Relation::First, first, NEAR);
                let explained = clause.parts(Relation::Explaining, index, first) && clause.runs(index, first, NEAR + 1);
                let between = clause.between(index, first);
                between.split_whitespace().any(is_joined) || !(nth || explained || between.trim_end().ends_with(':'))
            })
        };
        let counts_lots = |index: &&usize| !alike(**index) && clause.leads_to_list(**index, NEAR) && !goes_on(**index);
        let told_as = numbers[place + 1..].first().filter(counts_lots).copied();
        let skipped = usize::from(told_as.is_some());
        let mut last = told_as.unwrap_or(whole);
        let is_next = |(nth, part): &(&Relation, usize)| {
            let next = alike(*part) && is_lot(clause, **nth, *part) && clause.runs(last, *part, REACH);
            last = *part;
            next
        };
        let after = numbers[place + 1 + skipped..].iter().copied();
        let lots: Vec<usize> = ORDER.iter().zip(after).take_while(is_next).map(|(_, part)| part).collect();
        let named = is_matter(clause.figure(whole)) || is_named(clause.figure(whole));
        let more = numbers
            .get(place + 1 + skipped + lots.len())
            .is_some_and(|next| alike(*next) && clause.runs(last, *next, REACH));
        let told = found.iter().any(|finding| finding.sides.first().is_some_and(|side| side[..] == [whole]));
        let near = told_as.is_none() || sum::is_near(clause, whole, &lots, sum::NEAR);
        if lots.len() < 2 || !named || more || told || !near || !is_exact(clause.figure(whole)) {
            continue;
        }
        let counted =
            told_as.is_some_and(|count| is_count(clause, count, lots.len()) && is_of_it(clause, whole, count));
        let link = if counted || tells(clause, place, lots.len()) { Link::All } else { Link::Pieces };
        part::judge(clause.all(), whole, &lots, link, found);
    }
}

/// «، الأولى 40 كيلوغراما والثانية 25», not «ونال الفائز الأول 50 ألفا».
fn is_lot(clause: &Clause<'_>, nth: Relation, part: usize) -> bool {
    // «480 طائرا في الأولى و350 طائرا في الثانية»
    if clause.leading_span(nth, part, NEAR).is_none() && clause.way_past_noun(part).is_some() {
        // «وربحت 90 مليونا في الثاني» is of something else.
        let before = clause.before(part).trim_end();
        let listed =
            nth == Relation::First || ends_with_comma(before) || before.split_whitespace().next_back() == Some("و");
        return listed && clause.follows(nth, part, NEAR);
    }
    let Some(span) = clause.leading_span(nth, part, NEAR) else { return false };
    // «على ثلاث شرائح، بلغت الأولى 2.3 مليار»
    if nth == Relation::First && clause.verb_stands_before(Relation::ComesTo, span.start) {
        return true;
    }
    let before = clause.text().get(..span.start).unwrap_or_default().trim_end();
    ends_with_comma(before) || before.ends_with([':', '(']) || clause.is_joined(span.start)
}

/// Whether so many lots are those of the whole: «96 كيلومترا، وتضم ثلاثة خطوط», not «96 كيلومترا، ويجري بناء ثلاثة خطوط».
fn is_of_it(clause: &Clause<'_>, whole: usize, count: usize) -> bool {
    let has = [Relation::Including, Relation::MadeOf, Relation::Divided, Relation::Are];
    !clause.between(whole, count).contains(COMMAS) || has.iter().any(|has| clause.parts(*has, whole, count))
}

/// Whether so many lots were told before the whole: «ثلاث شحنات تزن 100 كيلوغرام».
fn tells(clause: &Clause<'_>, place: usize, lots: usize) -> bool {
    place.checked_sub(1).is_some_and(|before| is_count(clause, clause.numbers()[before], lots))
}

fn is_count(clause: &Clause<'_>, index: usize, lots: usize) -> bool {
    amount(clause.figure(index)).is_some_and(|count| count.amount == Bounded::Exact(Decimal::from(lots)))
}
