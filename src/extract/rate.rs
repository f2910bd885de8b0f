//! What one currency costs in another, the other unsaid: «تراجع الروبل إلى 60.3 مقابل الدولار», «بسعر 47.6 للدولار»
//! after pounds, «الدولار بـ2185», «47.5 للشراء».
//! In: a bare number and the words around it. Out: the money that it is in.
//! Not here: the words (`rules/lexicon/exclude.toml`), and money left unsaid elsewhere (`unsaid.rs`).

use super::Sentence;
use super::count;
use super::exclude;
use super::measure::{Measure, Scope};
use super::money::{self, Tender};
use super::unsaid::stands_alone;
use crate::lexicon::{Bounding, Clitics, Exclusion, Hit, Kinds, Money, Sense};
use crate::text::{Class, Gap};
use rust_decimal::Decimal;

/// How far before its price in another a currency stands.
const REACH: usize = 20;
/// The most words that «السعر الرسمي» has.
const PARITY: usize = 4;
/// How many words may stand between a currency and the word that leads to its price: «سعر الدولار في السوق الموازي إلى».
const BETWEEN: usize = 5;
/// How far before a currency the verb stands that moves it.
const MOVING: usize = 4;

/// The money that a number is in, where it is what a currency costs. `last` is the money said last.
pub(super) fn of(scope: Scope, from: usize, measure: &Measure, last: Option<&Tender>) -> Option<Tender> {
    let (s, end) = (scope.s, measure.tokens.end);
    let price = price_after(scope, end);
    if measure.amount.vague {
        return None;
    }
    if is_parity(s, from, end) {
        let local = last.filter(|tender| !is_base(scope, tender)).cloned();
        return local.or_else(|| scope.cx.local()).filter(|_| measure.amount.value >= Decimal::TWO);
    }
    if price.is_none() && !is_told(s, from, end) {
        return None;
    }
    let named = || (from.saturating_sub(REACH)..from).rev().filter_map(|at| Some((at, named_at(scope, at)?)));
    // «4.07 مقابل الدولار و4.98 مقابل اليورو»: what it was told in before is not what is priced.
    let subject = named().find(|(at, _)| *at == 0 || !exclude::has(s, at - 1, Exclusion::Exchange));
    let subject = subject.map(|(_, tender)| tender);
    let local = |tender: &Tender| !is_base(scope, tender) && Some(tender) != price.as_ref();
    let traded = exclude::has(s, end, Exclusion::Trade);
    if let Some(tender) = subject.clone().filter(|tender| !traded && local(tender)) {
        return Some(tender);
    }
    // «الريال السعودي عند 428» where riyals may be of either country.
    let priced = subject.as_ref().map(|subject| subject.candidates(scope.lexicon)).unwrap_or_default();
    let other = |tender: &Tender| {
        local(tender) && !tender.candidates(scope.lexicon).iter().any(|currency| priced.contains(currency))
    };
    if price.is_some() && subject.is_some() {
        // «الدولار عند 47.6 مقابل الجنيه»
        return price.filter(|price| !is_base(scope, price));
    }
    let last = || last.cloned().filter(other);
    // One base costs no more than that in another: «هبط اليورو إلى 1.08».
    let sure = || traded || measure.amount.value >= Decimal::TWO;
    let of_text = || scope.cx.local().filter(|tender| sure() && other(tender));
    match price {
        Some(_) => last().or_else(|| of_text().filter(|_| from > 0 && leads(s, from - 1))),
        None => {
            subject.as_ref()?;
            let beside = named().map(|(_, tender)| tender).find(other);
            beside.or_else(|| last().filter(|_| sure())).or_else(of_text)
        }
    }
}

/// Whether what one currency costs in another stands at these tokens, after «السعر الرسمي».
fn is_parity(s: &Sentence, from: usize, end: usize) -> bool {
    let ends = |tokens: usize| {
        let first = from.checked_sub(tokens)?;
        let parity = |hit: &Hit| hit.sense == Sense::Exclusion(Exclusion::Parity) && hit.tokens == tokens;
        s.hits_of(first, Kinds::RATE).iter().any(parity).then_some(())
    };
    stands_alone(s, end) && (2..=PARITY).any(|tokens| ends(tokens).is_some())
}

/// Whether the words around a number at these tokens say that it is what a currency costs: «الدولار بـ2185»,
/// «47.5 للشراء».
fn is_told(s: &Sentence, first: usize, end: usize) -> bool {
    exclude::has(s, end, Exclusion::Trade) || priced_before(s, first).is_some() && stands_alone(s, end)
}

/// Whether four digits that may be a year are a price: «هبط الجنيه إلى 2050», but not «خطة لدعم الجنيه إلى 2030».
pub(super) fn is_no_year(s: &Sentence, first: usize, end: usize) -> bool {
    let change = |hit: &Hit| hit.sense == Sense::Bound(Bounding::Change);
    let moved = |at: usize| s.hits_of(at, Kinds::BOUND).iter().any(change);
    let priced = |at: usize| (at.saturating_sub(MOVING)..at).any(moved) && stands_alone(s, end);
    exclude::has(s, end, Exclusion::Trade) || is_before_other(s, end) || priced_before(s, first).is_some_and(priced)
}

/// The currency before token `first`, where the word before that leads to its price.
fn priced_before(s: &Sentence, first: usize) -> Option<usize> {
    let lead = first.checked_sub(1).filter(|lead| leads(s, *lead))?;
    let between = |at: &usize| {
        let token = &s.tokens[*at];
        token.class == Class::Arabic && token.gap < Gap::Line && !s.is_taken(*at)
    };
    let mut before = (lead.saturating_sub(BETWEEN)..lead).rev().take_while(between);
    before.find(|at| is_currency(s, *at)).filter(|at| *at == 0 || !exclude::has(s, at - 1, Exclusion::Index))
}

/// «بـ», «إلى», «عند».
fn leads(s: &Sentence, at: usize) -> bool {
    let glued = || s.is_glued(at + 1) && count::is_clitic(s.tokens[at].word) && !count::is_article(s.tokens[at].word);
    glued() || exclude::has(s, at, Exclusion::Quote)
}

/// «للدولار», «مقابل الدولار».
fn is_before_other(s: &Sentence, end: usize) -> bool {
    let to = |hit: &Hit| matches!(hit.sense, Sense::Money(Money::Noun { .. })) && hit.clitics.article;
    let glued = || s.hits_of(end, Kinds::MONEY).iter().any(|hit| to(hit) && hit.clitics.preposition);
    exclude::has(s, end, Exclusion::Exchange) && is_currency(s, end + 1) || glued()
}

/// A definite noun of money in the singular: «الدولار».
fn is_currency(s: &Sentence, at: usize) -> bool {
    let is = |hit: &Hit| matches!(hit.sense, Sense::Money(Money::Noun { two: false, .. })) && hit.clitics.article;
    s.hits_of(at, Kinds::MONEY).iter().any(|hit| is(hit) && !hit.clitics.preposition)
}

/// The currency that is priced in the one of this number: «مقابل الدولار», «للدولار».
fn price_after(scope: Scope, end: usize) -> Option<Tender> {
    match exclude::has(scope.s, end, Exclusion::Exchange) {
        true => noun_at(scope, end + 1, |clitics| clitics.article && !clitics.preposition),
        false => noun_at(scope, end, |clitics| clitics.article && clitics.preposition && !clitics.conjunction),
    }
}

/// The currency named by a definite noun at token `at`.
pub(super) fn named_at(scope: Scope, at: usize) -> Option<Tender> {
    noun_at(scope, at, |clitics| clitics.article && !clitics.preposition)
}

fn noun_at(scope: Scope, at: usize, wanted: fn(Clitics) -> bool) -> Option<Tender> {
    let s = scope.s;
    let hits = s.hits_of(at, Kinds::MONEY).iter().filter(|hit| wanted(hit.clitics) && !s.is_taken(at));
    let noun = |hit: &&Hit| matches!(hit.sense, Sense::Money(Money::Noun { .. }));
    let named = hits.filter(noun).find_map(|hit| money::noun(s, scope.cx, scope.lexicon, at, hit.clitics));
    named.map(|named| named.tender)
}

/// Whether prices are told in others of one of this currency, not in it: «اليورو عند 1.08 مقابل الدولار».
pub(super) fn is_base(scope: Scope, tender: &Tender) -> bool {
    let known = &scope.lexicon.facts.currencies.currencies;
    tender.default(scope.lexicon).is_some_and(|currency| known[usize::from(currency)].base)
}
