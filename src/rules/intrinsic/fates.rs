//! Those aboard, and what became of them: «كان على متنه 160 شخصا. انتشلت 69 جثة وأنقذ 17 شخصا، ولا يزال 94 في عداد المفقودين». Who
//! died, was rescued or is missing is all of them, in one sentence or in two that follow each other.

use super::part::{self, Link, is_exact};
use super::sentence::is_joined;
use super::{Finding, MOST};
use crate::align::knowledge::Knowledge;
use crate::figure::{Figure, Kind, Value};
use crate::text::{self, COMMAS, Token};
use memchr::memmem::Finder;
use rust_decimal::Decimal;
use std::sync::LazyLock;

/// Measures, by their names in the lexicon: that of the whole, and those of its parts.
const ABOARD: &str = "aboard";
const FATES: [&str; 3] = ["killed", "rescued", "missing"];
/// Words after a number and before it that tell of whom it is: the nearest of those after it, else of those before.
const AFTER: usize = 4;
const BEFORE: usize = 4;
/// So many times the whole its parts are at the most, and the whole they: else they are of two things.
const NEAR: Decimal = Decimal::from_parts(15, 0, 0, false, 1);

pub(super) fn check(text: &str, figures: &[Figure], found: &mut Vec<Finding>) {
    if figures.len() <= FATES.len() || !names_aboard(text) {
        return;
    }
    let (mut at, mut before) = (0, Vec::new());
    for sentence in figures.chunk_by(|a, b| a.sentence == b.sentence) {
        let told = if sentence.len() <= MOST { fates(text, figures, at, sentence.len()) } else { Vec::new() };
        at += sentence.len();
        let both: Vec<(usize, &str)> = before.iter().chain(&told).copied().collect();
        if let Some((whole, parts)) = whole_and_parts(&both).filter(|_| !told.is_empty())
            && is_near(figures, whole, &parts)
        {
            part::judge(figures, whole, &parts, Link::All, found);
        }
        before = told;
    }
}

/// Whether any word of those aboard stands in the text: most have none, and are not looked at word by word.
fn names_aboard(text: &str) -> bool {
    static WORDS: LazyLock<Vec<Finder<'static>>> = LazyLock::new(|| {
        let aboard = Knowledge::builtin().measures.iter().find(|measure| measure.id == ABOARD);
        let words = aboard.map(|measure| measure.words.as_slice()).unwrap_or_default();
        words.iter().map(|word| Finder::new(word).into_owned()).collect()
    });
    WORDS.iter().any(|word| word.find(text.as_bytes()).is_some())
}

/// The only number of those aboard, and the only one of each fate, in order.
fn whole_and_parts(told: &[(usize, &str)]) -> Option<(usize, [usize; 3])> {
    let only = |measure: &str| {
        let mut of_it = told.iter().filter(|(_, of)| *of == measure).map(|(index, _)| *index);
        of_it.next().filter(|_| of_it.next().is_none())
    };
    let [one, two, three] = FATES.map(only);
    let mut parts = [one?, two?, three?];
    parts.sort_unstable();
    Some((only(ABOARD)?, parts))
}

/// The numbers of a sentence, `count` figures from `first` on, that tell how many were aboard or fared so.
fn fates(text: &str, figures: &[Figure], first: usize, count: usize) -> Vec<(usize, &'static str)> {
    let mut tokens = Vec::new();
    text::tokens(text, figures[first].sentence, &mut tokens);
    tokens.retain(Token::is_word);
    let counts =
        (first..first + count).filter(|index| figures[*index].kind() == Kind::Count && is_exact(&figures[*index]));
    counts.filter_map(|index| Some((index, fate(text, figures, &tokens, index)?))).collect()
}

fn fate(text: &str, figures: &[Figure], words: &[Token], index: usize) -> Option<&'static str> {
    let span = figures[index].span;
    let sentence = figures[index].sentence;
    let last = index.checked_sub(1).map_or(sentence.start, |last| figures[last].span.end.max(sentence.start));
    let next = figures.get(index + 1).map_or(sentence.end, |next| next.span.start.min(sentence.end));
    // «يقل 87 مهاجرا، جرى إنقاذ 52 منهم»
    let ends = text.get(span.end..next).and_then(|after| after.find(COMMAS)).map_or(next, |comma| span.end + comma);
    let after = words.iter().filter(|word| word.span.start >= span.end && word.span.end <= ends).take(AFTER);
    let before = words.iter().rev().filter(|word| word.span.end <= span.start && word.span.start >= last).take(BEFORE);
    let knowledge = Knowledge::builtin();
    let told = |word: &Token| {
        let stem = knowledge.stem(knowledge.bare(word.word));
        let measure = &knowledge.measures[usize::from(knowledge.measure(stem)?)].id;
        FATES.into_iter().chain([ABOARD]).find(|known| known == measure)
    };
    // «أنقذ 17 شخصا، ولا يزال 94 مفقودا»: what follows «و» is of the next.
    let mut own = after.take_while(|word| !is_joined(word.span.slice(text)));
    own.find_map(told).or_else(|| before.into_iter().find_map(told))
}

/// Whether the parts are about as many as the whole.
fn is_near(figures: &[Figure], whole: usize, parts: &[usize]) -> bool {
    let number = |index: usize| match &figures[index].value {
        Value::Count(count) => count.amount.low().copied(),
        _ => None,
    };
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(number(*part)?));
    let within = |a: Decimal, b: Decimal| b.checked_mul(NEAR).is_some_and(|most| a <= most);
    sum.zip(number(whole)).is_some_and(|(sum, whole)| within(sum, whole) && within(whole, sum))
}
