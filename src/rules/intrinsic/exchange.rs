//! One amount in two currencies beside each other: «375 مليون ريال (100 مليون دولار)».
//! The two must keep the rate that the sentence tells, a peg, or else the wide band that their rate has kept; and two
//! pairs of one document must not imply rates far apart.

use super::interval::{Interval, interval};
use super::sentence::{Clause, has_few_words, has_few_words_outside_brackets, is_one_thought};
use super::{Finding, Finds, Made};
use crate::figure::{Calendar, Edtf, EdtfDate, Quantity, Value, Year};
use crate::lexicon::{Rates, Relation};
use compact_str::CompactString;
use rust_decimal::Decimal;

/// A bank's margin and a writer's rounding of the rate itself.
const PEG_SLACK: Decimal = Decimal::from_parts(3, 0, 0, false, 2);
/// How far the two may be off a rate that is told beside them.
const TOLD_SLACK: Decimal = Decimal::from_parts(5, 0, 0, false, 2);
/// The first year of the bands: before it, a currency may have lost its zeros or its value.
const BANDS_BEGIN: i16 = 2006;
/// Words between two sums, and outside brackets between two sums, with their rate among them.
const BESIDE: usize = 4;
const REACH: usize = 6;
/// Words between the price of a currency and its name before it: «سعر الدولار يبلغ 50 جنيها».
const PRICE: usize = 2;
/// How far apart two rates of one document may lie: years may pass between the amounts.
const RATE_SLACK: Decimal = Decimal::TWO;

/// Two sums of money that are said to be one, and the rate that they imply.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    first: usize,
    second: usize,
    units: (CompactString, CompactString),
    rate: Interval,
    /// Its sentence tells of two times.
    of_two_times: bool,
}

pub(super) fn check(clause: &Clause<'_>, rates: &Rates, pairs: &mut Vec<Pair>, found: &mut Vec<Finding>) {
    for first in clause.figures() {
        let Some(second) = second(clause, first) else { continue };
        // Few figures are sums: this is asked before any word between them.
        let Some(pair) = pair(clause, first, second).filter(|_| are_one(clause, first, second)) else { continue };
        let told = told(clause, &pair);
        let denied = match told {
            Some((rate, quote)) => off(&pair, rate, TOLD_SLACK, "off_the_told_rate")
                .map(|cause| (cause, vec![vec![second], vec![first, quote]], at_rate(clause, &pair, rate))),
            None if is_of_old(clause) => None,
            None => {
                let made = |peg: Option<Interval>| at_rate(clause, &pair, peg?);
                off_the_known(&pair, rates).map(|(cause, peg)| (cause, vec![vec![first], vec![second]], made(peg)))
            }
        };
        match denied {
            Some((cause, sides, made)) => {
                found.push(Finding { made, ..Finding::new(Finds::Exchange, cause, sides) });
            }
            None => pairs.push(pair),
        }
    }
}

/// The sum that may be the same amount again: the next figure, or the one after the rate between them.
fn second(clause: &Clause<'_>, first: usize) -> Option<usize> {
    let next = first + 1;
    let second = if clause.figures().contains(&next) && clause.is_rate(next) { next + 1 } else { next };
    clause.figures().contains(&second).then_some(second)
}

/// The rate of the pair that a figure between the two or right after them tells: «بسعر 49.6 جنيها للدولار».
fn told(clause: &Clause<'_>, pair: &Pair) -> Option<(Interval, usize)> {
    let one = Interval::exact(Decimal::ONE);
    let beside = [pair.first + 1, pair.second + 1].into_iter().filter(|quote| {
        let was = [Relation::Was, Relation::Once, Relation::Ago];
        let then = || was.iter().any(|was| clause.parts(*was, pair.second, *quote));
        // «، علما أن سعر الدولار 50 جنيها»
        let after = || *quote > pair.second && clause.is_within_words(pair.second, *quote, REACH) && !then();
        *quote != pair.second && clause.figures().contains(quote) && (*quote < pair.second || after())
    });
    beside.into_iter().find_map(|quote| {
        let price = money(clause, quote)?;
        let named = unit(clause, quote)?;
        let is = |of: &CompactString, in_: &CompactString| {
            named == *in_ && (clause.is_price_of(quote, of) || clause.is_price_named(quote, of, PRICE))
        };
        let rate = interval(price).filter(|rate| rate.low > Decimal::ZERO)?;
        if is(&pair.units.1, &pair.units.0) {
            Some((rate, quote))
        } else {
            is(&pair.units.0, &pair.units.1).then(|| one.over(rate)).flatten().map(|rate| (rate, quote))
        }
    })
}

/// What the second sum would have to be at a rate: so much of the first currency for one of the second.
fn at_rate(clause: &Clause<'_>, pair: &Pair, rate: Interval) -> Option<Made> {
    let sum = interval(money(clause, pair.first)?)?;
    Some(Made { figure: pair.second, is: sum.over(rate)? })
}

/// Pairs of one document whose rates cannot be one market's.
pub(super) fn check_document(pairs: &[Pair], found: &mut Vec<Finding>) {
    for (at, pair) in pairs.iter().enumerate() {
        // Each is held against the first of its kind: the work stays linear in the kinds of pairs.
        let Some(first) = pairs[..at].iter().find(|other| other.units == pair.units) else { continue };
        let wide = |rate: Interval| {
            Some(Interval::between(rate.low.checked_div(RATE_SLACK)?, rate.high.checked_mul(RATE_SLACK)?))
        };
        let then_and_now = pair.of_two_times || first.of_two_times;
        if !then_and_now && wide(first.rate).is_some_and(|rate| !rate.overlaps(pair.rate)) {
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
    let rate = first + 1 < second;
    let near = || match rate {
        true => has_few_words_outside_brackets(between, REACH),
        false => has_few_words(between, BESIDE) && !between.contains('.'),
    };
    bracketed || is_one_thought(between) && clause.parts(Relation::SameAs, first, second) && near()
}

fn pair(clause: &Clause<'_>, first: usize, second: usize) -> Option<Pair> {
    let (a, b) = (money(clause, first)?, money(clause, second)?);
    let (unit_a, unit_b) = (unit(clause, first)?, unit(clause, second)?);
    let rate = interval(a)?.over(interval(b).filter(|b| b.low > Decimal::ZERO)?)?;
    let of_two_times = clause.figures().filter(|date| matches!(clause.figure(*date).value, Value::Date(_))).count() > 1;
    (unit_a != unit_b).then_some(Pair { first, second, units: (unit_a, unit_b), rate, of_two_times })
}

/// The sentence tells of a year from before the bands of the rates.
fn is_of_old(clause: &Clause<'_>) -> bool {
    clause.figures().any(|date| match &clause.figure(date).value {
        Value::Date(date) if date.calendar == Calendar::Gregorian => match date.edtf {
            Edtf::Point(EdtfDate { year: Year::Exact(year), .. }) => year < BANDS_BEGIN,
            _ => false,
        },
        _ => false,
    })
}

/// The currency, or all that the noun may stand for: whose pounds they are is not known, but they are the same.
fn unit(clause: &Clause<'_>, index: usize) -> Option<CompactString> {
    let of = |value: &Value| match value {
        Value::Money(quantity) => quantity.unit.clone(),
        _ => None,
    };
    let figure = clause.figure(index);
    let several = || {
        let mut readings: Vec<CompactString> = figure.readings.iter().filter_map(of).collect();
        readings.sort();
        (!readings.is_empty()).then(|| readings.join("/").into())
    };
    of(&figure.value).or_else(several)
}

fn money<'a>(clause: &Clause<'a>, index: usize) -> Option<&'a Quantity> {
    match &clause.figure(index).value {
        Value::Money(quantity) => Some(quantity),
        _ => None,
    }
}

/// Why the two cannot be one amount by what is known of their currencies, and their rate, if it is a peg.
fn off_the_known(pair: &Pair, rates: &Rates) -> Option<(&'static str, Option<Interval>)> {
    let (low, high) = rates.band(&pair.units.0, &pair.units.1)?;
    let pegged = rates.pegged(&pair.units.0, &pair.units.1);
    let slack = if pegged { PEG_SLACK } else { Decimal::ONE };
    let cause = off(pair, Interval::between(low, high), slack, "off_the_rate")?;
    Some((cause, pegged.then_some(Interval::exact(low))))
}

/// Why the rate that the pair implies is not this one.
fn off(pair: &Pair, rate: Interval, slack: Decimal, otherwise: &'static str) -> Option<&'static str> {
    let wide = Decimal::ONE.checked_add(slack)?;
    let band = Interval::between(rate.low.checked_div(wide)?, rate.high.checked_mul(wide)?);
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
    Some(if off_by_tens { "power_of_ten_between_currencies" } else { otherwise })
}
