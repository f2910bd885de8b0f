//! Bounds: «أكثر من», «لا تقل ثروة كل منهم عن», «على الأقل».
//! In: a sentence and a token. Out: the bound that begins there and where its number must stand.
//! Not here: the words (`rules/lexicon/bounds.toml`) and ranges (`range/`).

use super::Sentence;
use super::count;
use super::exclude;
use super::numeral::{self, begins_with_article};
use crate::figure::{Bound, Bounded};
use crate::lexicon::{BoundVerb, Bounding, Clitics, Denial, Exclusion, Kinds, Lexicon, Limit, Multiple, Sense};
use crate::text::letters::ends_in_pronoun;
use crate::text::{Class, Gap, Word};
use rust_decimal::Decimal;

/// A bound that stands before its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Opening {
    pub limit: Limit,
    /// The token at which the number must begin.
    pub end: usize,
    /// Letters of the first token that are not its own.
    pub letters: u8,
    /// A verb whose subject may stand before the number: «تجاوزت [سرعتها القصوى] 180».
    pub subject: bool,
}

/// The most words between a verb and its preposition: «لا تقل [ثروة كل منهم] عن».
const MAX_BETWEEN: usize = 4;

/// The bound that begins at token `at`.
pub(crate) fn before(s: &Sentence, lexicon: &Lexicon, at: usize) -> Option<Opening> {
    if s.is_taken(at) || !s.begins(at, Kinds::LIMIT.or(Kinds::BOUND_VERB)) {
        return None;
    }
    phrase(s, lexicon, at).or_else(|| verb(s, lexicon, at))
}

/// The bound that stands at token `at`, after a number: it and the token after it.
pub(crate) fn after(s: &Sentence, at: usize) -> Option<(Limit, usize)> {
    if s.is_taken(at) {
        return None;
    }
    s.hits_of(at, Kinds::BOUND_AFTER).iter().find_map(|hit| match hit.sense {
        // «أو أكثر» ends a figure; «أو أكثر من» begins another.
        Sense::Bound(Bounding::After(limit)) if hit.clitics == Clitics::default() => {
            let end = at + hit.tokens;
            let begins = s
                .hits_of(end - 1, Kinds::MULTIPLE)
                .iter()
                .any(|hit| hit.sense == Sense::Multiple(Multiple::Comparison) && !hit.clitics.article)
                && says(s, end, Bounding::From).is_some();
            (!begins).then_some((limit, end))
        }
        _ => None,
    })
}

/// A value with its bound.
pub(crate) fn bounded<T>(kind: Bound, value: T) -> Bounded<T> {
    match kind {
        Bound::About => Bounded::About(value),
        Bound::AtLeast => Bounded::AtLeast(value),
        Bound::AtMost => Bounded::AtMost(value),
        Bound::Vague => Bounded::Vague(value),
        Bound::Exact | Bound::Range => Bounded::Exact(value),
    }
}

/// Whether the word at token `at` has this sense, alone or with «و».
pub(crate) fn says(s: &Sentence, at: usize, wanted: Bounding) -> Option<usize> {
    s.hits_of(at, wanted.kind()).iter().find_map(|hit| {
        let plain = !hit.clitics.preposition && !hit.clitics.article;
        (matches!(hit.sense, Sense::Bound(bounding) if bounding == wanted) && plain).then_some(at + hit.tokens)
    })
}

fn phrase(s: &Sentence, lexicon: &Lexicon, at: usize) -> Option<Opening> {
    s.hits_of(at, Kinds::LIMIT).iter().find_map(|hit| {
        let Sense::Bound(Bounding::Before(limit)) = hit.sense else { return None };
        let turned =
            limit.negated.filter(|_| hit.clitics == Clitics::default() && is_denied(s, &lexicon.facts.denial, at));
        let limit = Limit { kind: turned.unwrap_or(limit.kind), ..limit };
        let opening = Opening { limit, end: at + hit.tokens, letters: hit.clitics.letters, subject: false };
        (!hit.clitics.article).then_some(opening)
    })
}

/// How many words before a comparison its negation may stand: «لا [تنتج المصافي في البلاد] أكثر من».
const MAX_DENIED: usize = 5;

/// Whether a verb is negated of which the comparison at token `at` is the subject or the object: nothing stands between
/// but what is definite, as such or with a preposition. «بعد مقتل أكثر من» depends on its noun.
fn is_denied(s: &Sentence, denial: &Denial, at: usize) -> bool {
    let word = |at: usize| {
        s.tokens.get(at).filter(|token| token.class == Class::Arabic && token.gap < Gap::Line && !s.is_taken(at))
    };
    let is = |at: usize, words: &[Word]| word(at).is_some_and(|token| words.contains(&token.word));
    let definite =
        |at: usize| (begins_with_article(s, at) || has_pronoun(s, at)) && !exclude::has(s, at, Exclusion::Function);
    let mut here = at;
    for _ in 0..MAX_DENIED {
        let Some(before) = here.checked_sub(1).filter(|before| word(*before).is_some()) else { return false };
        let negated = |at: usize| says(s, at, Bounding::Negation) == Some(at + 1);
        if before.checked_sub(1).is_some_and(negated) {
            return !is(before, &denial.goes_on);
        }
        let preposition = if here == at { &denial.object } else { &denial.past };
        let passed = is(before, preposition) && (here == at || definite(here));
        if !passed && !definite(before) {
            return false;
        }
        here = before;
    }
    false
}

fn verb(s: &Sentence, lexicon: &Lexicon, at: usize) -> Option<Opening> {
    let letters_at = |at: usize| {
        let hit = s
            .hits_of(at, Kinds::BOUND)
            .iter()
            .find(|hit| matches!(hit.sense, Sense::Bound(_)) && !hit.clitics.preposition);
        hit.map_or(0, |hit| hit.clitics.letters)
    };
    let letters = letters_at(at);
    let mut here = at;
    // «بما يزيد»: with a preposition «ما» belongs to the sentence, and the bound begins after it.
    if let Some(next) = says(s, here, Bounding::Relative) {
        here = next;
    }
    let negated = says(s, here, Bounding::Negation);
    here = negated.unwrap_or(here);
    let (verb, mut end) = s.hits_of(here, Kinds::BOUND_VERB).iter().find_map(|hit| match hit.sense {
        Sense::Bound(Bounding::Verb(index)) if !hit.clitics.preposition && !hit.clitics.article => {
            Some((lexicon.facts.bound_verbs.get(usize::from(index))?, here + hit.tokens))
        }
        _ => None,
    })?;
    let states = || !verb.round || !is_round(s, end);
    let follows = |words: &Vec<Word>| {
        at >= words.len() && words.iter().zip(&s.tokens[at - words.len()..at]).all(|(word, token)| token.word == *word)
    };
    if verb.not_after.iter().any(follows) && states() {
        return None;
    }
    end = if verb.prepositions.is_empty() { past_fillers(s, end) } else { past_preposition(s, verb, end)? };
    let kind = if negated.is_some() { verb.negated } else { verb.kind };
    let subject = verb.prepositions.is_empty();
    Some(Opening { limit: Limit { kind, time_only: false, joined: false, negated: None }, end, letters, subject })
}

/// Nobody is older, in years.
const OLDEST: Decimal = Decimal::from_parts(130, 0, 0, false, 0);

/// Whether the number at token `at`, or after an article there, is a round one or no age.
fn is_round(s: &Sentence, at: usize) -> bool {
    let first = if s.tokens.get(at).is_some_and(|token| count::is_article(token.word)) { at + 1 } else { at };
    numeral::at(s, first).is_some_and(|n| n.vague || n.value > OLDEST || (n.value % Decimal::TEN).is_zero())
}

/// Where the object of a verb begins, once words that may stand before it are passed.
fn past_fillers(s: &Sentence, mut at: usize) -> usize {
    for _ in 0..2 {
        let filler = s
            .hits_of(at, Kinds::BOUND_AFTER)
            .iter()
            .find(|hit| hit.sense == Sense::Bound(Bounding::Filler) && !hit.clitics.conjunction);
        match filler {
            Some(hit) => at += hit.tokens,
            None if has_pronoun(s, at) => at += 1,
            None => {}
        }
    }
    at
}

/// The most words of a subject between a verb and its number.
const MAX_SUBJECT: usize = 5;

/// The tokens at which the number of a verb may stand, past its subject: «يفوق حجم التداول [50 مليار دولار]». Only a
/// subject that is measured stands there («حجم», «قيمتها»): «تجاوز اللاعب 3 مدافعين» bounds nothing.
pub(crate) fn past_subject(s: &Sentence, verb_end: usize, end: usize) -> impl Iterator<Item = usize> {
    let measured = |at: usize| {
        s.hits_of(at, Kinds::BOUND_AFTER).iter().any(|hit| hit.sense == Sense::Bound(Bounding::Filler))
            || has_pronoun(s, at)
    };
    let stop = (verb_end..verb_end + MAX_SUBJECT)
        .find(|at| {
            let word = s.tokens.get(*at).filter(|token| token.class == Class::Arabic && token.gap < Gap::Line);
            // «تتجاوز قيمة الواحدة منها»
            let of_them = exclude::has(s, *at, Exclusion::Part) || exclude::has(s, *at, Exclusion::Rate);
            word.is_none() || s.is_taken(*at) || exclude::has(s, *at, Exclusion::Function) && !of_them
        })
        .unwrap_or(verb_end + MAX_SUBJECT);
    let told = stop > verb_end && (verb_end..stop).any(measured);
    end + 1..if told { stop + 1 } else { 0 }
}

/// Where the words after a verb's preposition begin.
fn past_preposition(s: &Sentence, verb: &BoundVerb, at: usize) -> Option<usize> {
    let most = if verb.near { 1 } else { MAX_BETWEEN };
    for between in 0..=most {
        let token = s.tokens.get(at + between)?;
        if token.class != Class::Arabic || token.gap >= Gap::Line || s.is_taken(at + between) {
            return None;
        }
        if verb.prepositions.contains(&token.word) {
            return Some(at + between + 1);
        }
        if verb.near && between == 0 && !has_pronoun(s, at) {
            return None;
        }
    }
    None
}

/// Whether the word ends in a pronoun of the third person («قيمتها»), as far as its letters tell.
pub(crate) fn has_pronoun(s: &Sentence, at: usize) -> bool {
    let Some(token) = s.tokens.get(at).filter(|token| token.class == Class::Arabic && token.gap < Gap::Line) else {
        return false;
    };
    let long = token.word.len() >= 4;
    long && !s.is_taken(at) && !begins_with_article(s, at) && ends_in_pronoun(token.span.slice(s.text))
}
