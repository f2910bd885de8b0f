//! A sentence as the checks see it: its figures in order, and the relations written between them.

use crate::extract::Sentence;
use crate::figure::{Figure, Kind, Quantity, Span, Value};
use crate::lexicon::{Lexicon, Relation};
use std::ops::Range;

/// The figures of one sentence with the words between them.
#[derive(Debug, Default)]
pub(super) struct Clause<'a> {
    text: &'a str,
    figures: &'a [Figure],
    range: Range<usize>,
    sentence: Sentence<'a>,
    relations: Vec<Related>,
    numbers: Vec<usize>,
}

/// A word that tells how figures follow from one another.
#[derive(Clone, Copy, Debug)]
struct Related {
    span: Span,
    relation: Relation,
    /// «ب» or the like is written with it: «بزيادة».
    adverb: bool,
}

impl<'a> Clause<'a> {
    /// Reads the sentence whose figures are `range` of the document's.
    pub(super) fn read(&mut self, text: &'a str, figures: &'a [Figure], range: Range<usize>, lexicon: &Lexicon) {
        self.text = text;
        self.figures = figures;
        self.sentence.read(text, figures[range.start].sentence, lexicon);
        self.numbers.clear();
        self.numbers.extend(range.clone().filter(|index| figures[*index].value.quantity().is_some()));
        self.range = range;
        self.relations.clear();
        for at in 0..self.sentence.tokens.len() {
            lexicon.relations(&self.sentence.tokens, at, |relation, tokens, clitics| {
                let span = self.sentence.span_of(at, at + tokens, 0);
                self.relations.push(Related { span, relation, adverb: clitics.preposition });
            });
        }
    }

    /// Indexes of the sentence's figures, in the document's list.
    pub(super) fn figures(&self) -> Range<usize> {
        self.range.clone()
    }

    /// Indexes of those that are numbers: neither dates nor lengths of time, which stand among them.
    pub(super) fn numbers(&self) -> &[usize] {
        &self.numbers
    }

    pub(super) fn figure(&self, index: usize) -> &'a Figure {
        &self.figures[index]
    }

    /// The text between two figures.
    pub(super) fn between(&self, before: usize, after: usize) -> &'a str {
        let (from, to) = (self.figures[before].span.end, self.figures[after].span.start);
        self.text.get(from..to).unwrap_or_default()
    }

    /// The text from the figure before, or the sentence's start, to this figure.
    pub(super) fn before(&self, index: usize) -> &'a str {
        let from = match index > self.range.start {
            true => self.figures[index - 1].span.end,
            false => self.figures[index].sentence.start,
        };
        self.text.get(from..self.figures[index].span.start).unwrap_or_default()
    }

    /// The text from a figure's end to the sentence's end.
    pub(super) fn after(&self, index: usize) -> &'a str {
        let figure = &self.figures[index];
        self.text.get(figure.span.end..figure.sentence.end).unwrap_or_default()
    }

    /// Whether one thought runs from the one figure to the other, over at most so many words.
    pub(super) fn runs(&self, before: usize, after: usize, words: usize) -> bool {
        let text = self.between(before, after);
        !text.contains(['؛', '\n'])
            && text.split_whitespace().count() <= words
            && !self.parts(Relation::Turn, before, after)
    }

    /// Whether the relation is written right before the figure: at most `words` short words lie between.
    pub(super) fn leads(&self, relation: Relation, index: usize, words: usize) -> bool {
        self.leading(relation, index, words).is_some()
    }

    /// As [`Clause::leads`], where the word is a noun that tells how: «بزيادة», not «زاد».
    pub(super) fn leads_as_adverb(&self, relation: Relation, index: usize, words: usize) -> bool {
        let says_how = |before: &str| {
            let last = before.split_whitespace().next_back().unwrap_or_default();
            matches!(last, "أي" | "اي" | "بنسبة" | "نسبة" | "بمعدل" | "محققا" | "محققة" | "مسجلا" | "مسجلة")
        };
        self.leading(relation, index, words)
            .is_some_and(|related| related.adverb || says_how(self.text.get(..related.span.start).unwrap_or_default()))
    }

    fn leading(&self, relation: Relation, index: usize, words: usize) -> Option<Related> {
        let start = self.figures[index].span.start;
        let floor = self.figures[self.range.start..index].iter().rev().find(|figure| !is_time(figure));
        let floor = floor.map_or(0, |figure| figure.span.end);
        self.relations.iter().copied().find(|related| {
            related.relation == relation
                && related.span.start >= floor
                && related.span.end <= start
                && is_close(&self.text[related.span.end..start], words)
        })
    }

    /// Whether the relation is written right after the figure.
    pub(super) fn follows(&self, relation: Relation, index: usize, words: usize) -> bool {
        let end = self.figures[index].span.end;
        let ceiling = if index + 1 < self.range.end { self.figures[index + 1].span.start } else { usize::MAX };
        self.relations.iter().any(|related| {
            related.relation == relation
                && related.span.start >= end
                && related.span.end <= ceiling
                && is_close(&self.text[end..related.span.start], words)
        })
    }

    /// Whether the relation is written anywhere between two figures.
    pub(super) fn parts(&self, relation: Relation, before: usize, after: usize) -> bool {
        let (from, to) = (self.figures[before].span.end, self.figures[after].span.start);
        self.has(relation, from, to)
    }

    /// Whether the relation is written anywhere before the figure.
    pub(super) fn precedes(&self, relation: Relation, index: usize) -> bool {
        self.has(relation, 0, self.figures[index].span.start)
    }

    fn has(&self, relation: Relation, from: usize, to: usize) -> bool {
        self.relations
            .iter()
            .any(|related| related.relation == relation && related.span.start >= from && related.span.end <= to)
    }
}

/// Dates and lengths of time stand among numbers that go on from one to the next.
fn is_time(figure: &Figure) -> bool {
    matches!(figure.value, Value::Date(_) | Value::Duration(_))
}

/// Whether a stretch of text is at most so many words, and no clause ends in it.
fn is_close(text: &str, words: usize) -> bool {
    !text.contains(['،', '؛', '.', '\n']) && text.split_whitespace().count() <= words
}

/// The quantity of a count or a sum of money.
pub(super) fn amount(figure: &Figure) -> Option<&Quantity> {
    match &figure.value {
        Value::Money(quantity) | Value::Count(quantity) => Some(quantity),
        _ => None,
    }
}

/// «ثلاث مرات».
pub(super) fn is_times(figure: &Figure) -> bool {
    matches!(&figure.value, Value::Count(quantity) if quantity.unit.as_ref() == Some(&Lexicon::builtin().occasion))
}

/// The number of a percentage.
pub(super) fn percent(figure: &Figure) -> Option<&Quantity> {
    match &figure.value {
        Value::Percent(quantity) => Some(quantity),
        _ => None,
    }
}

/// One kind and one unit; a count may leave its noun out: «من 10 إلى 20 مصنعا».
pub(super) fn same_unit(a: &Figure, b: &Figure) -> bool {
    match (a.value.quantity(), b.value.quantity()) {
        (Some(p), Some(q)) if a.kind() == b.kind() => {
            p.unit == q.unit || a.kind() == Kind::Count && (p.unit.is_none() || q.unit.is_none())
        }
        _ => false,
    }
}
