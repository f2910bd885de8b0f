//! One amount in two currencies beside each other: «375 مليون ريال (100 مليون دولار)».
//! Pegged pairs must keep the peg, others the wide band that their rate has kept; and two pairs of one
//! document must not imply rates far apart.

use super::interval::{Interval, interval};
use super::sentence::Clause;
use super::{Finding, Finds};
use crate::figure::{Quantity, Value};
use crate::lexicon::{Rates, Relation};
use compact_str::CompactString;
use rust_decimal::Decimal;

/// A bank's margin and a writer's rounding of the rate itself.
const PEG_SLACK: Decimal = Decimal::from_parts(3, 0, 0, false, 2);
/// How far apart two rates of one document may lie: years may pass between the amounts.
const RATE_SLACK: Decimal = Decimal::TWO;

/// Two sums of money that are said to be one, and the rate that they imply.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    first: usize,
    second: usize,
    units: (CompactString, CompactString),
    rate: Interval,
}

pub(super) fn check(clause: &Clause<'_>, rates: &Rates, pairs: &mut Vec<Pair>, found: &mut Vec<Finding>) {
    for first in clause.figures() {
        let second = first + 1;
        if second >= clause.figures().end {
            continue;
        }
        // Few figures are sums: this is asked before any word between them.
        let Some(pair) = pair(clause, first, second).filter(|_| are_one(clause, first, second)) else { continue };
        match cause(&pair, rates) {
            Some((cause, expected)) => {
                let sides = vec![vec![first], vec![second]];
                found.push(Finding { expected, ..Finding::new(Finds::Exchange, cause, sides) });
            }
            None => pairs.push(pair),
        }
    }
}

/// Pairs of one document whose rates cannot be one market's.
pub(super) fn check_document(pairs: &[Pair], found: &mut Vec<Finding>) {
    for (at, pair) in pairs.iter().enumerate() {
        // Each is held against the first of its kind: the work stays linear in the kinds of pairs.
        let Some(first) = pairs[..at].iter().find(|other| other.units == pair.units) else { continue };
        let wide = |rate: Interval| {
            Some(Interval { low: rate.low.checked_div(RATE_SLACK)?, high: rate.high.checked_mul(RATE_SLACK)? })
        };
        if wide(first.rate).is_some_and(|rate| !rate.overlaps(pair.rate)) {
            found.push(Finding::new(
                Finds::Exchange,
                "rates_of_one_document_differ",
                vec![vec![pair.first, pair.second], vec![first.first, first.second]],
            ));
        }
    }
}

/// The second stands in brackets right after the first, or is called the same amount.
fn are_one(clause: &Clause<'_>, first: usize, second: usize) -> bool {
    let between = clause.between(first, second).trim();
    let bracketed = matches!(between, "(" | "- (" | "، (") && !clause.after(second).trim_start().starts_with('/');
    bracketed
        || (between.split_whitespace().count() <= 4
            && !between.contains(['.', '؛', '\n'])
            && clause.parts(Relation::SameAs, first, second))
}

fn pair(clause: &Clause<'_>, first: usize, second: usize) -> Option<Pair> {
    let (a, b) = (money(clause, first)?, money(clause, second)?);
    let (unit_a, unit_b) = (a.unit.clone()?, b.unit.clone()?);
    let rate = interval(a)?.over(interval(b).filter(|b| b.low > Decimal::ZERO)?)?;
    (unit_a != unit_b).then_some(Pair { first, second, units: (unit_a, unit_b), rate })
}

fn money<'a>(clause: &Clause<'a>, index: usize) -> Option<&'a Quantity> {
    match &clause.figure(index).value {
        Value::Money(quantity) => Some(quantity),
        _ => None,
    }
}

/// Why the two cannot be one amount, and what the second would have to be, if a peg tells.
fn cause(pair: &Pair, rates: &Rates) -> Option<(&'static str, Option<Decimal>)> {
    let (low, high) = rates.band(&pair.units.0, &pair.units.1)?;
    let pegged = rates.pegged(&pair.units.0, &pair.units.1);
    let slack = if pegged { PEG_SLACK } else { Decimal::ONE };
    let band = Interval {
        low: low.checked_div(Decimal::ONE.checked_add(slack)?)?,
        high: high.checked_mul(Decimal::ONE.checked_add(slack)?)?,
    };
    if band.overlaps(pair.rate) {
        return None;
    }
    let tens = [Decimal::TEN, Decimal::ONE_HUNDRED, Decimal::ONE_THOUSAND, Decimal::from(1_000_000)];
    let off_by_tens = tens.iter().any(|ten| {
        [pair.rate.scaled(*ten), Decimal::ONE.checked_div(*ten).and_then(|part| pair.rate.scaled(part))]
            .into_iter()
            .flatten()
            .any(|rate| band.overlaps(rate))
    });
    Some((if off_by_tens { "power_of_ten_between_currencies" } else { "off_the_rate" }, pegged.then_some(low)))
}
