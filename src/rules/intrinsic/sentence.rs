//! A sentence as the checks see it: its figures in order, and the relations written between them.

use crate::extract::Sentence;
use crate::figure::{Figure, Quantity, Span, Value};
use crate::lexicon::{Lexicon, Relation};
use rust_decimal::Decimal;
use std::ops::Range;

/// The figures of one sentence with the words between them.
#[derive(Debug, Default)]
pub(super) struct Clause<'a> {
    text: &'a str,
    figures: &'a [Figure],
    range: Range<usize>,
    sentence: Sentence<'a>,
    relations: Vec<(Span, Relation)>,
}

/// The numbers that a rounded or bounded value may stand for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Interval {
    pub low: Decimal,
    pub high: Decimal,
}

impl Interval {
    pub(super) fn overlaps(self, other: Interval) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    pub(super) fn plus(self, other: Interval) -> Option<Interval> {
        Some(Interval { low: self.low.checked_add(other.low)?, high: self.high.checked_add(other.high)? })
    }

    pub(super) fn minus(self, other: Interval) -> Option<Interval> {
        Some(Interval { low: self.low.checked_sub(other.high)?, high: self.high.checked_sub(other.low)? })
    }

    /// The product of two intervals of numbers not below zero.
    pub(super) fn times(self, other: Interval) -> Option<Interval> {
        Some(Interval { low: self.low.checked_mul(other.low)?, high: self.high.checked_mul(other.high)? })
    }

    /// The quotient of two intervals of numbers not below zero.
    pub(super) fn over(self, other: Interval) -> Option<Interval> {
        Some(Interval { low: self.low.checked_div(other.high)?, high: self.high.checked_div(other.low)? })
    }

    pub(super) fn scaled(self, factor: Decimal) -> Option<Interval> {
        self.times(Interval { low: factor, high: factor })
    }

    pub(super) fn abs(self) -> Interval {
        if self.low >= Decimal::ZERO {
            self
        } else if self.high <= Decimal::ZERO {
            Interval { low: -self.high, high: -self.low }
        } else {
            Interval { low: Decimal::ZERO, high: self.high.max(-self.low) }
        }
    }
}

impl<'a> Clause<'a> {
    /// Reads the sentence whose figures are `range` of the document's.
    pub(super) fn read(&mut self, text: &'a str, figures: &'a [Figure], range: Range<usize>, lexicon: &Lexicon) {
        self.text = text;
        self.figures = figures;
        self.sentence.read(text, figures[range.start].sentence, lexicon);
        self.range = range;
        self.relations.clear();
        for at in 0..self.sentence.tokens.len() {
            lexicon.relations(&self.sentence.tokens, at, |relation, tokens| {
                self.relations.push((self.sentence.span_of(at, at + tokens, 0), relation));
            });
        }
    }

    /// Indexes of the sentence's figures, in the document's list.
    pub(super) fn figures(&self) -> Range<usize> {
        self.range.clone()
    }

    pub(super) fn figure(&self, index: usize) -> &'a Figure {
        &self.figures[index]
    }

    /// The text between two figures.
    pub(super) fn between(&self, before: usize, after: usize) -> &'a str {
        let (from, to) = (self.figures[before].span.end, self.figures[after].span.start);
        self.text.get(from..to).unwrap_or_default()
    }

    /// The text from a figure's end to the sentence's end.
    pub(super) fn after(&self, index: usize) -> &'a str {
        let figure = &self.figures[index];
        self.text.get(figure.span.end..figure.sentence.end).unwrap_or_default()
    }

    /// Whether the relation is written right before the figure: at most `words` short words lie between.
    pub(super) fn leads(&self, relation: Relation, index: usize, words: usize) -> bool {
        let start = self.figures[index].span.start;
        let floor = if index > self.range.start { self.figures[index - 1].span.end } else { 0 };
        self.relations.iter().any(|(span, found)| {
            *found == relation
                && span.start >= floor
                && span.end <= start
                && is_close(&self.text[span.end..start], words)
        })
    }

    /// Whether the relation is written right after the figure.
    pub(super) fn follows(&self, relation: Relation, index: usize, words: usize) -> bool {
        let end = self.figures[index].span.end;
        let ceiling = if index + 1 < self.range.end { self.figures[index + 1].span.start } else { usize::MAX };
        self.relations.iter().any(|(span, found)| {
            *found == relation
                && span.start >= end
                && span.end <= ceiling
                && is_close(&self.text[end..span.start], words)
        })
    }

    /// Whether the relation is written anywhere between two figures.
    pub(super) fn parts(&self, relation: Relation, before: usize, after: usize) -> bool {
        let (from, to) = (self.figures[before].span.end, self.figures[after].span.start);
        self.relations.iter().any(|(span, found)| *found == relation && span.start >= from && span.end <= to)
    }
}

/// Whether a stretch of text is at most so many words, and no clause ends in it.
fn is_close(text: &str, words: usize) -> bool {
    !text.contains(['،', '؛', '.', '\n']) && text.split_whitespace().count() <= words
}

/// The numbers that a value stated exactly or about may stand for; none for open bounds and vague words.
pub(super) fn interval(quantity: &Quantity) -> Option<Interval> {
    use crate::figure::Bounded;
    let half = quantity.precision.checked_div(Decimal::TWO)?;
    match quantity.amount {
        Bounded::Exact(n) => Some(Interval { low: n.checked_sub(half)?, high: n.checked_add(half)? }),
        Bounded::About(n) => {
            let slack = half.max(n.checked_div(Decimal::TEN)?);
            Some(Interval { low: n.checked_sub(slack)?, high: n.checked_add(slack)? })
        }
        Bounded::Range(low, high) if low <= high => {
            Some(Interval { low: low.checked_sub(half)?, high: high.checked_add(half)? })
        }
        _ => None,
    }
}

/// The quantity of a count or a sum of money.
pub(super) fn amount(figure: &Figure) -> Option<&Quantity> {
    match &figure.value {
        Value::Money(quantity) | Value::Count(quantity) => Some(quantity),
        _ => None,
    }
}

/// The number of a percentage.
pub(super) fn percent(figure: &Figure) -> Option<&Quantity> {
    match &figure.value {
        Value::Percent(quantity) => Some(quantity),
        _ => None,
    }
}
