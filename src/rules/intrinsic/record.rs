//! Matches won, drawn and lost that are not those played: «خاض 24 مباراة، فاز في 14 وتعادل في 5 وخسر 3»; or that do not
//! bring so many points: «66 نقطة من 19 فوزا و6 تعادلات و5 هزائم».

use super::interval::Interval;
use super::part::{self, Link};
use super::sentence::{Clause, amount};
use super::{Finding, arithmetic};
use crate::figure::{Bounded, Kind};
use crate::lexicon::Relation;
use rust_decimal::Decimal;

/// Words from each number to the next.
const REACH: usize = 7;
/// Words between the points and the first of the three.
const SAID: usize = 12;
/// The three in any order.
const OUTCOMES: [Relation; 3] = [Relation::Won, Relation::Drawn, Relation::Lost];
/// So many times the sum the whole may be, or the sum the whole: else they are some of the matches only.
const NEAR: Decimal = Decimal::from_parts(135, 0, 0, false, 2);

pub(super) fn check(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    for (place, parts) in numbers.windows(2).enumerate() {
        // «41 نقطة من 12 انتصارا و3 تعادلات»: what was lost brings none.
        let [won, drawn] = [Relation::Won, Relation::Drawn];
        let brought = is_of(clause, won, parts[0]) && is_of(clause, drawn, parts[1]);
        let lost = numbers.get(place + 2).is_some_and(|next| is_of(clause, Relation::Lost, *next));
        if brought && !lost && clause.leads(Relation::From, parts[0], 0) && clause.runs(parts[0], parts[1], REACH) {
            points(clause, place, parts, found);
        }
    }
    for (place, parts) in numbers.windows(3).enumerate() {
        let all =
            OUTCOMES.iter().all(|outcome| parts.iter().filter(|part| is_of(clause, *outcome, **part)).count() == 1);
        if !all || !clause.runs(parts[0], parts[1], REACH) || !clause.runs(parts[1], parts[2], REACH) {
            continue;
        }
        let played = |index: &usize| clause.follows(Relation::Match, *index, 0) && number(clause, *index).is_some();
        let before = place.checked_sub(1).map(|at| numbers[at]).filter(played);
        let after = || numbers.get(place + 3).copied().filter(|index| played(index) && is_out_of(clause, *index));
        let whole = before.filter(|whole| clause.runs(*whole, parts[0], REACH)).or_else(after);
        points(clause, place, parts, found);
        // «وتأجلت له مباراة»
        let in_words = |whole: usize| whole < parts[0] && clause.tells(Relation::Match, parts[2]);
        if let Some(whole) = whole.filter(|whole| is_near(clause, *whole, parts) && !in_words(*whole)) {
            part::judge(clause.all(), whole, parts, Link::All, found);
        }
    }
}

/// «فاز في 14», «14 فوزا».
fn is_of(clause: &Clause<'_>, outcome: Relation, part: usize) -> bool {
    let leads = |outcome: Relation| clause.leads(outcome, part, 2) && !is_before_and(clause, outcome, part);
    if OUTCOMES.into_iter().any(leads) { leads(outcome) } else { clause.follows(outcome, part, 0) }
}

/// «14 فوزا و5 تعادلات»: the word before «و» is of the number before it.
fn is_before_and(clause: &Clause<'_>, outcome: Relation, part: usize) -> bool {
    let led = clause.end_of_leading(outcome, part, 2);
    let between = led.and_then(|end| clause.text().get(end..clause.figure(part).span.start));
    between.is_some_and(|between| between.split_whitespace().any(|word| word == "و"))
}

/// Three points for each match won and one for each drawn; two, where it is no football.
fn points(clause: &Clause<'_>, place: usize, parts: &[usize], found: &mut Vec<Finding>) {
    let before = clause.numbers()[..place].iter().rev().take(2).copied();
    let is_points = |index: &usize| clause.follows(Relation::PercentagePoints, *index, 0);
    let Some(points) = before.filter(is_points).find(|points| clause.is_within_words(*points, parts[0], SAID)) else {
        return;
    };
    let of = |outcome: Relation| number(clause, *parts.iter().find(|part| is_of(clause, outcome, **part))?);
    let made = |worth: Decimal| of(Relation::Won)?.checked_mul(worth)?.checked_add(of(Relation::Drawn)?);
    let (Some(three), Some(two), Some(stated)) = (made(Decimal::from(3)), made(Decimal::TWO), number(clause, points))
    else {
        return;
    };
    // «وحسمت منه نقطتان»
    let less =
        clause.tells(Relation::PercentagePoints, parts[parts.len() - 1]) || clause.tells(Relation::Including, points);
    let near = |a: Decimal, b: Decimal| b.checked_mul(NEAR).is_some_and(|most| a <= most);
    if stated != three && stated != two && !less && near(stated, three) && near(three, stated) {
        arithmetic::report(found, "total_is_not_the_sum", points, parts, Interval::exact(three));
    }
}

/// «من أصل 24 مباراة», «في 24 مباراة».
fn is_out_of(clause: &Clause<'_>, whole: usize) -> bool {
    [Relation::OutOf, Relation::Within].iter().any(|of| clause.leads(*of, whole, 0))
}

fn number(clause: &Clause<'_>, index: usize) -> Option<Decimal> {
    let figure = clause.figure(index);
    match amount(figure)?.amount {
        Bounded::Exact(n) if figure.kind() == Kind::Count => Some(n),
        _ => None,
    }
}

fn is_near(clause: &Clause<'_>, whole: usize, parts: &[usize]) -> bool {
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(number(clause, *part)?));
    let within = |a: Decimal, b: Decimal| b.checked_mul(NEAR).is_some_and(|most| a <= most);
    sum.zip(number(clause, whole)).is_some_and(|(sum, whole)| within(sum, whole) && within(whole, sum))
}
