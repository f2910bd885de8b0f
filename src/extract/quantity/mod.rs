//! Quantities of one sentence: money, percentages, counts, lengths of time, multiples.
//! In: a sentence whose dates are taken. Out: its other figures, in order.
//! Not here: how each kind is read (`measure.rs` and the files it names).

use super::bound::{self, Opening};
use super::context::Context;
use super::count;
use super::digits::Reading;
use super::heading::{self, Heading};
use super::measure::{self, Amount, Measure, Scope, Unit};
use super::money::Tender;
use super::numeral;
use super::range::{self, Begun, Ends};
use super::rate;
use super::unsaid::{self, Said};
use super::{Found, Sentence, age, duration, sign};
use crate::figure::{Bound, Bounded, Period, Quantity, Value};
use crate::lexicon::{Kinds, Lexicon, Limit};
use crate::text::{Class, Gap};
use rust_decimal::Decimal;
use std::ops::Range;

/// A figure before it is given its place.
struct Draft {
    tokens: Range<usize>,
    letters: u8,
    value: Value,
    readings: Vec<Value>,
    /// What scale words multiply it by.
    scale: Decimal,
    /// Money whose currency the whole document decides, or that it learns from.
    tender: Option<Tender>,
}

/// What stands before a figure and may say of what it is.
#[derive(Clone, Copy)]
struct Told<'a> {
    said: &'a Said,
    heading: Option<&'a Heading>,
}

/// Finds the quantities of a sentence, and marks their tokens as taken. `heading` stands above it, and is left for what
/// stands below.
pub(crate) fn find(
    s: &mut Sentence,
    cx: &mut Context,
    lexicon: &Lexicon,
    heading: &mut Option<Heading>,
    found: &mut Vec<Found>,
) {
    let mut at = 0;
    let mut said = Said::default();
    let below = heading::below(Scope { s, cx, lexicon }, heading.as_ref());
    *heading = below.map(|(heading, words)| {
        words.into_iter().for_each(|words| s.take(words));
        heading
    });
    while let Some(begin) = s.next(at, Kinds::BEGIN_QUANTITY) {
        at = begin;
        if s.is_taken(at) {
            at += 1;
            continue;
        }
        let scope = Scope { s, cx, lexicon };
        let told = Told { said: &said, heading: heading.as_ref() };
        let Some(draft) = draft_at(scope, at, told) else {
            // «تعويم الجنيه»
            let named = if cx.local().is_none() { rate::named_at(scope, at) } else { None };
            let local = named.filter(|tender| !rate::is_base(scope, tender));
            at = past_number(s, at);
            if let Some(tender) = local {
                cx.price_in(tender);
            }
            continue;
        };
        if let Some(tender) = draft.tender.clone().filter(|tender| !rate::is_base(scope, tender)) {
            cx.price_in(tender);
        }
        if is_bracketed_count(s, &draft) {
            cx.bracket();
        }
        at = draft.tokens.end;
        let span = s.span_of(draft.tokens.start, draft.tokens.end, draft.letters);
        let unit = match (&draft.tender, &draft.value) {
            (Some(tender), _) => Some(Unit::Money(tender.clone())),
            (None, Value::Percent(_)) => Some(Unit::Percent),
            (None, Value::Count(_)) => Some(Unit::Thing),
            _ => None,
        };
        if let (Some(unit), Some(quantity)) = (unit, draft.value.quantity())
            && said.keep(s, unit, draft.scale, quantity, draft.tokens.clone())
            && let Some(tender) = &draft.tender
        {
            cx.recall(tender.clone());
        }
        match draft.tender {
            Some(Tender::Currency(currency, _)) => cx.name(currency),
            Some(tender) => cx.wait(s, span.start, tender),
            None => {}
        }
        s.take(draft.tokens.clone());
        found.push(Found { tokens: draft.tokens, span, value: draft.value, readings: draft.readings });
    }
}

/// «(96) مريضا»
fn is_bracketed_count(s: &Sentence, draft: &Draft) -> bool {
    let Range { start, end } = draft.tokens;
    let Value::Count(Quantity { amount, .. }) = &draft.value else { return false };
    let agrees = || amount.low().is_some_and(|value| count::agrees(s, end + 1, *value));
    let inside = || start > 0 && s.is_mark(start - 1, '(') && s.is_mark(end, ')') && agrees();
    s.is_mark(start, '(') || inside()
}

/// The token after a numeral that is no figure, so that its parts are not read as others.
fn past_number(s: &Sentence, at: usize) -> usize {
    match numeral::at(s, at) {
        Some(numeral) => numeral.tokens.end,
        None => at + 1,
    }
}

fn draft_at(scope: Scope, at: usize, told: Told) -> Option<Draft> {
    let begun = range::at(scope, at, false);
    if let Begun::Range(ends) = begun {
        return of_range(scope, ends);
    }
    if let Some(opening) = bound::before(scope.s, scope.lexicon, at)
        && let Some(draft) = after_opening(scope, at, opening, told)
    {
        return Some(draft);
    }
    let mut measure = match begun {
        Begun::Measure(measure) if measure.unit == Unit::Thing => age::year_of_life(scope.s, at).unwrap_or(measure),
        Begun::Measure(measure) => measure,
        _ => age::year_of_life(scope.s, at)?,
    };
    take_unit(scope, at, &mut measure, told);
    of_measure(scope, measure, None)
}

/// The unit of a number that has none of its own: of the next, of the heading above, or of what was said before.
fn take_unit(scope: Scope, from: usize, measure: &mut Measure, told: Told) {
    range::shared_unit(scope, measure);
    take_age(scope, from, measure);
    if let Some(heading) = told.heading {
        heading.take(scope.s, measure);
    }
    unsaid::take(scope, from, measure, told.said);
}

/// A number without a unit of its own may be an age.
fn take_age(scope: Scope, from: usize, measure: &mut Measure) {
    if measure.unit == Unit::Thing
        && !measure.noun
        && let Some((length, _)) = age::age(scope, from, measure)
    {
        measure.unit = Unit::Time(length);
    }
}

fn after_opening(scope: Scope, at: usize, opening: Opening, told: Told) -> Option<Draft> {
    let s = scope.s;
    let Opening { limit, mut end, letters, subject } = opening;
    // «في حدود الـ30»: the article before digits belongs to neither.
    if s.tokens.get(end).is_some_and(|token| count::is_article(token.word))
        && s.tokens.get(end + 1).is_some_and(|next| next.class == Class::Digits)
    {
        end += 1;
    }
    let measure = match range::at(scope, end, true) {
        Begun::Range(ends) => {
            let tokens = at..ends.tokens.end;
            return of_range(scope, Ends { tokens, letters, ..ends });
        }
        Begun::Measure(measure) => Some(measure),
        Begun::Nothing => duration::lone(scope, end, subject)
            .map(|lone| duration::with_rest(scope, lone))
            .or_else(|| count::before_part(s, scope.lexicon, end)),
    };
    let after_subject = || {
        let mut places = bound::past_subject(s, at + 1, end).filter(|_| subject);
        places.find_map(|at| measure::at(scope, at, true)).filter(|measure| !measure.amount.vague)
    };
    let of_life = || age::bounded(s, at, end);
    // «من هم دون الأربعين» are so many years old.
    let bare = measure.as_ref().is_some_and(|measure| measure.unit == Unit::Thing && !measure.noun);
    let life = if bare { of_life() } else { None };
    let mut measure = life.or(measure).or_else(after_subject).or_else(of_life)?;
    // A number after a bound stands without clitics, but for «نيف وثلاثون».
    if (measure.letters > 0) != limit.joined {
        return None;
    }
    take_unit(scope, at, &mut measure, told);
    if limit.time_only && !matches!(measure.unit, Unit::Time(_)) {
        return None;
    }
    measure.tokens.start = at;
    measure.letters = letters;
    of_measure(scope, measure, Some(limit))
}

fn of_measure(scope: Scope, measure: Measure, limit: Option<Limit>) -> Option<Draft> {
    let Measure { mut tokens, letters, mut amount, unit, .. } = measure;
    let mut kind = limit.map_or(Bound::Exact, |limit| limit.kind);
    let (number_start, number_end, scale) = (tokens.start, tokens.end, amount.scale);
    if limit.is_none()
        && let Some((after, end)) = after_number(scope, &tokens, &amount, &unit)
        && (!after.time_only || matches!(unit, Unit::Time(_)))
    {
        kind = after.kind;
        tokens.end = end;
    }
    if amount.vague {
        kind = Bound::Vague;
    } else if unit == Unit::Thing
        && let Some(end) = sign::below_zero(scope.s, number_end)
    {
        amount = amount.negated();
        tokens.end = end;
    } else if unit == Unit::Thing
        && let Some((worth, end)) = count::added_part(scope.s, number_end, scale)
        && let Some(value) = amount.value.checked_add(worth)
    {
        amount = Amount::exact(value.normalize(), Decimal::new(1, 1) * scale.max(Decimal::ONE));
        tokens.end = end;
    } else if unit == Unit::Thing
        && let Some(added) = count::added_measure(scope.s, scope.lexicon, number_end)
        && let Some(value) = amount.value.checked_add(added.worth).filter(|_| amount.value.is_integer())
    {
        amount = Amount::exact(value.normalize(), added.precision);
        tokens.end = added.end;
    }
    let (value, readings, tender) = match unit {
        Unit::Time(length) => {
            let period = length.period(amount.value)?;
            let other = amount.other.and_then(|other| length.period(other.value));
            let length = |period| Value::Duration(Box::new(bound::bounded(kind, period)));
            (length(period), other.into_iter().map(length).collect(), None)
        }
        Unit::Thing | Unit::Noun(_) => {
            let unit = match unit {
                Unit::Noun(noun) => scope.lexicon.facts.nouns.get(usize::from(noun)).cloned(),
                _ => count::unit(scope.s, scope.lexicon, number_start..number_end, &amount)
                    .or_else(|| count::unit_of_whole(scope.s, scope.lexicon, number_end, amount.value)),
            };
            let quantity = |reading: Reading| {
                Value::Count(Quantity {
                    amount: bound::bounded(kind, reading.value),
                    precision: reading.precision,
                    unit: unit.clone(),
                })
            };
            (quantity(amount.reading()), amount.other.into_iter().map(quantity).collect(), None)
        }
        Unit::Percent => simple(amount, kind, Value::Percent),
        Unit::Times => simple(amount, kind, Value::Ratio),
        Unit::Money(tender) => {
            let quantity = |reading: Reading| {
                money(scope.lexicon, &tender, bound::bounded(kind, reading.value), reading.precision)
            };
            let readings = amount.other.into_iter().map(quantity).collect();
            (quantity(amount.reading()), readings, Some(tender))
        }
    };
    Some(Draft { tokens, letters, value, readings, scale, tender })
}

impl Amount {
    pub(super) fn negated(self) -> Amount {
        let other = self.other.map(|other| Reading { value: -other.value, ..other });
        Amount { value: -self.value, other, ..self }
    }

    fn reading(&self) -> Reading {
        Reading { value: self.value, precision: self.precision }
    }
}

fn simple(amount: Amount, kind: Bound, value: impl Fn(Quantity) -> Value) -> (Value, Vec<Value>, Option<Tender>) {
    let of = |reading: Reading| {
        value(Quantity { amount: bound::bounded(kind, reading.value), precision: reading.precision, unit: None })
    };
    (of(amount.reading()), amount.other.into_iter().map(of).collect(), None)
}

/// Money of a known currency; of another, the number as written, until the document is read.
fn money(lexicon: &Lexicon, tender: &Tender, amount: Bounded<Decimal>, precision: Decimal) -> Value {
    match tender {
        Tender::Currency(currency, worth) => {
            let times = |n: Decimal| n.checked_mul(*worth).map_or(n, |n| n.normalize());
            let unit = lexicon.facts.currencies.currencies[usize::from(*currency)].code.clone();
            Value::Money(Quantity { amount: amount.map(times), precision: times(precision), unit: Some(unit) })
        }
        _ => Value::Money(Quantity { amount, precision, unit: None }),
    }
}

/// A bound after the number: right after its unit, or after the noun that it counts and one word more
/// («16 شخصا على الأقل»).
fn after_number(scope: Scope, tokens: &Range<usize>, amount: &Amount, unit: &Unit) -> Option<(Limit, usize)> {
    let s = scope.s;
    if let Some(found) = bound::after(s, tokens.end) {
        return Some(found);
    }
    if !matches!(unit, Unit::Thing | Unit::Times) {
        return None;
    }
    let noun = count::noun_at(s, tokens.end, !amount.vague)?;
    let adjective = s
        .tokens
        .get(noun)
        .is_some_and(|token| token.class == Class::Arabic && token.gap < Gap::Line && !s.is_taken(noun));
    bound::after(s, noun).or_else(|| adjective.then(|| bound::after(s, noun + 1)).flatten())
}

fn of_range(scope: Scope, ends: Ends) -> Option<Draft> {
    let Ends { mut tokens, letters, mut low, low_unit, mut high, unit } = ends;
    let number_end = tokens.end;
    // «من 5 إلى 10 درجات تحت الصفر»
    if unit == Unit::Thing
        && let Some(end) = sign::below_zero(scope.s, number_end)
    {
        (low, high) = (high.negated(), low.negated());
        tokens.end = end;
    }
    let precision = low.precision.max(high.precision);
    let amount = Bounded::Range(low.value, high.value);
    let plain = |unit| Quantity { amount, precision, unit };
    let (value, tender) = match unit {
        Unit::Time(length) => {
            let Unit::Time(low_length) = low_unit else { return None };
            let (from, to): (Period, Period) = (low_length.period(low.value)?, length.period(high.value)?);
            (Value::Duration(Box::new(Bounded::Range(from, to))), None)
        }
        Unit::Thing | Unit::Noun(_) => {
            let unit = count::unit(scope.s, scope.lexicon, tokens.start..number_end, &high);
            (Value::Count(plain(unit)), None)
        }
        Unit::Percent => (Value::Percent(plain(None)), None),
        Unit::Times => (Value::Ratio(plain(None)), None),
        Unit::Money(tender) => (money(scope.lexicon, &tender, amount, precision), Some(tender)),
    };
    Some(Draft { tokens, letters, value, readings: Vec::new(), scale: high.scale, tender })
}

#[cfg(test)]
mod tests;
