//! A figure of the headline that the article below denies: the same thing is counted in its first sentences, and
//! the headline's number is nowhere in it.

use super::interval::{Interval, interval};
use super::{Finding, Finds};
use crate::figure::{Bounded, Figure, Kind, Span, Value};
use crate::text::{self, Token, Word};
use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

/// The longest headline in bytes: a longer first line is a paragraph.
const LONGEST: usize = 300;
/// How many sentences after the headline tell what it tells.
const LEAD: usize = 2;
/// How many words of the headline stand in such a sentence again, at least.
const SHARED: usize = 3;
/// How many figures after one are added to it: the work stays linear in the length of a sentence.
const NEIGHBOURS: usize = 8;
/// The shortest word that says what a text is about, in letters.
const SHORTEST: usize = 4;
/// How many letters of a word tell it from others, whatever its ending.
const STEM: usize = 4;

pub(super) fn check(text: &str, figures: &[Figure], found: &mut Vec<Finding>) {
    let Some(headline) = headline(text) else { return };
    let in_headline = figures.iter().take_while(|figure| figure.span.end <= headline.end).count();
    if in_headline == 0 || in_headline == figures.len() {
        return;
    }
    let words = stems(text, headline);
    let body = in_headline..figures.len();
    for title in 0..in_headline {
        let told = &figures[title];
        let below = &figures[body.clone()];
        if !is_told(told, figures, title, in_headline) || below.iter().any(|one| may_be(told, one)) || adds(told, below)
        {
            continue;
        }
        let alike: Vec<usize> = body.clone().filter(|index| same_thing(told, &figures[*index])).collect();
        let near = alike.first().copied().filter(|index| {
            let sentence = figures[*index].sentence;
            sentences_between(text, headline.end, sentence.start) < LEAD
                && stems(text, sentence).intersection(&words).count() >= SHARED
        });
        if let (Some(near), 1) = (near, alike.len()) {
            let sides = vec![vec![title], vec![near]];
            found.push(Finding { finds: Finds::Title, cause: "the_article_says_otherwise", sides, expected: None });
        }
    }
}

/// The first line, where a blank one follows it.
fn headline(text: &str) -> Option<Span> {
    let end = text.find('\n')?;
    let rest = text[end + 1..].trim_start_matches([' ', '\r', '\t']);
    (end <= LONGEST && rest.starts_with('\n')).then_some(Span::new(0, end))
}

/// Stated plainly, and alone of its kind in the headline.
fn is_told(told: &Figure, figures: &[Figure], title: usize, in_headline: usize) -> bool {
    let plain = told.value.quantity().is_some_and(|quantity| matches!(quantity.amount, Bounded::Exact(_)));
    let alone = !(0..in_headline).any(|other| other != title && figures[other].kind() == told.kind());
    plain && alone && told.value.quantity().is_some_and(|quantity| quantity.unit.is_some())
}

fn same_thing(a: &Figure, b: &Figure) -> bool {
    let unit = |figure: &Figure| figure.value.quantity().and_then(|quantity| quantity.unit.clone());
    let exact = |figure: &Figure| figure.value.quantity().is_some_and(|q| matches!(q.amount, Bounded::Exact(_)));
    a.kind() == b.kind() && matches!(a.kind(), Kind::Count | Kind::Money) && unit(a) == unit(b) && exact(b)
}

/// Whether the article's figure may be what the headline means: the same number, or one that the headline rounds.
fn may_be(title: &Figure, body: &Figure) -> bool {
    let wide = |value: &Value| {
        let own = value.quantity().and_then(interval)?;
        let slack = own.high.abs().checked_div(Decimal::TEN)?;
        Some(Interval { low: own.low.checked_sub(slack)?, high: own.high.checked_add(slack)? })
    };
    match (wide(&title.value), body.value.quantity()) {
        (Some(a), Some(quantity)) => match (interval(quantity), quantity.amount.low(), quantity.amount.high()) {
            (Some(b), ..) => a.overlaps(b),
            (None, Some(low), None) => *low <= a.high,
            (None, None, Some(high)) => a.low <= *high,
            _ => true,
        },
        _ => false,
    }
}

/// Whether two figures of one sentence make the headline's together: «26 من الركاب، وطاقمها المكون من ستة».
fn adds(title: &Figure, body: &[Figure]) -> bool {
    let number = |figure: &Figure| figure.value.quantity().and_then(interval);
    let Some(told) = number(title) else { return false };
    let sum = |a: &Figure, b: &Figure| number(a)?.plus(number(b)?);
    body.iter().enumerate().any(|(at, one)| {
        let others = body[at + 1..].iter().take(NEIGHBOURS).take_while(|other| other.sentence == one.sentence);
        others.into_iter().any(|other| sum(one, other).is_some_and(|sum| sum.overlaps(told)))
    })
}

fn sentences_between(text: &str, from: usize, to: usize) -> usize {
    text::sentences(&text[from..to.max(from)]).count()
}

/// The first letters of the words that say what a stretch of text is about.
fn stems(text: &str, span: Span) -> FxHashSet<String> {
    let mut tokens: Vec<Token> = Vec::new();
    text::tokens(text, span, &mut tokens);
    let article = Word::of("ال");
    let plain = |token: &Token| {
        let word = token.word;
        if word.starts_with(article) { word.without_first(article.len()) } else { word }
    };
    let long = tokens.iter().filter(|token| token.is_word()).map(plain).filter(|word| word.len() >= SHORTEST);
    long.map(|word| word.to_string().chars().take(STEM).collect()).collect()
}
