//! Frames: what the words around a figure say of it, each question a function.
//! Not here: which words are near (`cues.rs`).

use super::cues::cues;
use super::sentence::{Piece, Sentence};
use super::{Frame, Place};
use crate::align::knowledge::{Knowledge, MeasureId, Unit};
use crate::align::stem::{self, Seen, Stem};
use crate::figure::{Edtf, Figure, Kind, Span, Value, Year};
use crate::text::{Class, Token, Word};
use jiff::civil::Date;
use smallvec::SmallVec;
use std::ops::Range;

/// The frame of one figure.
pub(super) fn frame(
    sentences: &[(Sentence, Span)],
    line: usize,
    figure: usize,
    range: &Range<usize>,
    figures: &[Figure],
    knowledge: &Knowledge,
    seen: Seen<'_>,
) -> Frame {
    let sentence = &sentences[line].0;
    let kind = figures[figure].kind();
    let noun = noun(sentence, range, knowledge, seen);
    let unit = noun.and_then(|noun| noun.unit);
    let governor = governor(sentence, range, figure, figures, knowledge);
    Frame {
        line,
        place: match line {
            0 if is_headline(sentences) => Place::Title,
            0..=2 => Place::Lead,
            _ => Place::Body,
        },
        cues: cues(sentences, line, figure, range, figures),
        heads: heads(sentence, range),
        noun: noun.map(|noun| noun.stem),
        anybody: noun.is_some_and(|noun| knowledge.is_anybody(noun.stem.stem)),
        unit,
        measure: governor.measure,
        change: governor.change,
        part: governor.part,
        period: period(sentence, range, figures, kind),
        grows: governor.grows,
        over: over(sentence, range, figures, knowledge),
        year: year(sentence, range, figure, figures),
        site: site(sentence, range, knowledge),
        age: kind == Kind::Duration && is_age(sentence, range, knowledge),
        clock: is_clock(sentence, range, knowledge),
        wavers: sentence.pieces.iter().any(|piece| knowledge.is_market(piece.stem.stem)),
    }
}

/// The longest first line that is a headline, in bytes.
const HEADLINE: usize = 300;

/// Whether the first sentence is a headline: a short line with others after it.
pub(super) fn is_headline(sentences: &[(Sentence, Span)]) -> bool {
    sentences.len() > 1 && sentences[1].0.opens && sentences[0].1.len() <= HEADLINE
}

/// The two content words before a figure and the one after it, by root, unless other figures come first.
fn heads(sentence: &Sentence, range: &Range<usize>) -> SmallVec<[Word; 3]> {
    let mut heads = SmallVec::new();
    let before = sentence.pieces.iter().rev().filter(|piece| piece.at < range.start);
    heads.extend(before.take_while(|piece| piece.figure.is_none()).take(2).map(|piece| piece.stem.root));
    let after = sentence.pieces.iter().filter(|piece| piece.at >= range.end);
    heads.extend(after.take_while(|piece| piece.figure.is_none()).take(1).map(|piece| piece.stem.root));
    heads
}

#[derive(Clone, Copy)]
struct Noun {
    stem: Stem,
    unit: Option<Unit>,
}

/// The counted noun: the first content word after the number, or the one that the number follows.
fn noun(sentence: &Sentence, range: &Range<usize>, knowledge: &Knowledge, seen: Seen<'_>) -> Option<Noun> {
    let bare = |token: &Token| {
        if token.class == Class::Arabic { stem::bare(token.word, seen) } else { token.word }
    };
    if let Some(token) = counted_before(sentence, range, knowledge) {
        return Some(Noun { stem: stem::of_bare(bare(token)), unit: None });
    }
    // What stands before the number bounds it: «تخطى ثمانية ملايين».
    let is_number = |token: &Token| token.class == Class::Digits || knowledge.is_number(bare(token));
    let from = range.clone().rev().find(|at| is_number(&sentence.tokens[*at])).map_or(range.start, |at| at + 1);
    let end = (range.end + 2).min(sentence.tokens.len());
    for at in from..end {
        let token = &sentence.tokens[at];
        if at >= range.end && !token.is_word() {
            break;
        }
        if !token.is_word() {
            continue;
        }
        let words: Vec<Word> = sentence.tokens[at..].iter().filter(|token| token.is_word()).take(3).map(bare).collect();
        if let Some((unit, _)) = knowledge.unit(&words) {
            return Some(Noun { stem: stem::of_bare(words[0]), unit: Some(unit) });
        }
        if knowledge.is_stop(token.word) || knowledge.is_stop(words[0]) {
            continue;
        }
        // A verb or a preposition after the figure is not what is counted.
        return Some(Noun { stem: stem::of_bare(words[0]), unit: None });
    }
    None
}

/// The noun that a number follows: «التهم الـ12», «الدول الخمس», «مصريين اثنين».
fn counted_before<'a>(sentence: &'a Sentence, range: &Range<usize>, knowledge: &Knowledge) -> Option<&'a Token> {
    let number = sentence.tokens.get(range.start)?;
    let mut before = sentence.tokens.get(..range.start)?.iter().rev();
    let mut noun = before.next()?;
    let joined = knowledge.is_definite(noun.word) && noun.word.len() == ARTICLE && number.class == Class::Digits;
    if joined {
        noun = before.next()?;
    }
    let definite = joined || knowledge.is_definite(number.word);
    let fits = noun.class == Class::Arabic && !knowledge.is_stop(noun.word);
    let agrees =
        if definite { knowledge.is_definite(noun.word) } else { range.len() == 1 && knowledge.is_two(number.word) };
    (fits && agrees).then_some(noun)
}

/// The letters of the article.
const ARTICLE: usize = 2;

#[derive(Clone, Copy, Default)]
struct Governor {
    measure: Option<MeasureId>,
    change: Option<MeasureId>,
    part: Option<u8>,
    grows: bool,
}

/// How many words away a word may stand and still govern a figure.
const REACH: usize = 9;

/// What the words around a figure say is measured: its own noun first, then the words before it up to the
/// figure before, then a few after it.
fn governor(
    sentence: &Sentence,
    range: &Range<usize>,
    figure: usize,
    figures: &[Figure],
    knowledge: &Knowledge,
) -> Governor {
    let mut found = Governor::default();
    let kind = figures[figure].kind();
    let mut take = |piece: &Piece, parts: bool| {
        if let Some(measure) = knowledge.measure(piece.stem) {
            let slot = if knowledge.measures[usize::from(measure)].family == "change" {
                &mut found.change
            } else {
                &mut found.measure
            };
            slot.get_or_insert(measure);
        }
        if parts && let Some(part) = knowledge.part(piece.stem.stem) {
            found.part.get_or_insert(part);
        }
    };
    sentence.pieces.iter().filter(|piece| range.contains(&piece.at)).for_each(|piece| take(piece, false));
    let after = sentence.pieces.iter().filter(|piece| piece.at >= range.end);
    if let Some(piece) = after.clone().next().filter(|piece| piece.at <= range.end + 1) {
        take(piece, false);
    }
    let words_between = |from: usize, to: usize| {
        sentence.tokens.get(from..to).map_or(0, |tokens| tokens.iter().filter(|token| token.is_word()).count())
    };
    for piece in sentence.pieces.iter().rev().filter(|piece| piece.at < range.start) {
        let away = words_between(piece.at, range.start);
        let rival = piece.figure.is_some_and(|other| figures[other].kind() == kind);
        if rival || away > REACH {
            break;
        }
        take(piece, away <= 4);
    }
    let near = range.start.saturating_sub(REACH)..(range.end + REACH).min(sentence.tokens.len());
    found.grows = kind == Kind::Count && knowledge.tells_growth(&sentence.tokens[near]);
    for piece in after {
        let away = words_between(range.end, piece.at);
        if piece.figure.is_some_and(|other| figures[other].kind() == kind) || away > 5 {
            break;
        }
        take(piece, false);
    }
    found
}

/// A word this common is no name of a place.
const NAME: f64 = 0.001;
/// How many words after a figure its place may stand.
const SITE: usize = 3;

/// The rare word after «في» right after a figure and its noun.
fn site(sentence: &Sentence, range: &Range<usize>, knowledge: &Knowledge) -> Option<Word> {
    let after = sentence.tokens.get(range.end..)?.iter().take(SITE).take_while(|token| token.is_word());
    let at = range.end + 1 + after.clone().position(|token| knowledge.is_in(token.word))?;
    let piece = sentence.pieces.iter().find(|piece| piece.at == at && piece.figure.is_none())?;
    (knowledge.rate(piece.stem.root) < NAME).then_some(piece.stem.root)
}

/// Whether a length of time is an age: alone in brackets, or after a word of age.
fn is_age(sentence: &Sentence, range: &Range<usize>, knowledge: &Knowledge) -> bool {
    let before = &sentence.tokens[range.start.saturating_sub(2)..range.start];
    let bracketed = before.last().is_some_and(|token| token.is_mark('('))
        && sentence.tokens.get(range.end).is_some_and(|token| token.is_mark(')'));
    bracketed || before.iter().any(|token| knowledge.is_age(token.word))
}

/// How many words before a figure the hour may stand that it is a part of.
const CLOCK: usize = 4;

/// Whether the figure is the minutes of a time of the day.
fn is_clock(sentence: &Sentence, range: &Range<usize>, knowledge: &Knowledge) -> bool {
    let before = &sentence.tokens[range.start.saturating_sub(CLOCK)..range.start];
    before.iter().any(|token| knowledge.is_clock(token.word))
}

/// How many tokens away a year may stand that a date leaves out.
const YEAR: usize = 4;

/// The one whole year that a sentence names beside a date.
fn year(sentence: &Sentence, range: &Range<usize>, figure: usize, figures: &[Figure]) -> Option<Year> {
    let year = |at: usize| match &figures[at].value {
        Value::Date(date) => match date.best() {
            Edtf::Point(point) if point.month.is_none() && point.year != Year::Unknown => Some(point.year),
            _ => None,
        },
        _ => None,
    };
    let others = sentence.figures.iter().filter(|(other, _)| *other != figure);
    let mut years = others.filter_map(|(other, tokens)| Some((year(*other)?, tokens)));
    let (first, tokens) = years.next()?;
    let away = tokens.start.saturating_sub(range.end).max(range.start.saturating_sub(tokens.end));
    (away <= YEAR && years.all(|(other, _)| other == first)).then_some(first)
}

/// The last day of the dates that a sentence names: what it tells of was over then. None where there is no date,
/// or something has gone on since one.
fn over(sentence: &Sentence, range: &Range<usize>, figures: &[Figure], knowledge: &Knowledge) -> Option<Date> {
    if sentence.tokens.iter().any(|token| knowledge.is_since(token.word)) {
        return None;
    }
    let mut last = None;
    for (other, _) in sentence.figures.iter().filter(|(_, tokens)| tokens != range) {
        if let Value::Date(date) = &figures[*other].value {
            last = last.max(Some(date.best().days()?.1));
        }
    }
    last
}

/// The date that stands nearest in the sentence.
fn period(sentence: &Sentence, range: &Range<usize>, figures: &[Figure], kind: Kind) -> Option<(Edtf, usize)> {
    if kind == Kind::Date {
        return None;
    }
    let away = |other: &Range<usize>| {
        let between = if other.start >= range.end { range.end..other.start } else { other.end..range.start };
        sentence.tokens.get(between).map_or(usize::MAX, |tokens| tokens.iter().filter(|token| token.is_word()).count())
    };
    sentence
        .figures
        .iter()
        .filter_map(|(other, tokens)| match &figures[*other].value {
            Value::Date(date) if *date.best() != Edtf::Relative => Some((*date.best(), away(tokens))),
            _ => None,
        })
        .min_by_key(|(_, away)| *away)
        .filter(|(_, away)| *away <= 12)
}
