//! Text to figures: numerals, money, percentages, dates, durations, counts.
//! In: one document and the lexicon. Out: its figures in the order of the text, none overlapping.
//! Not here: the words of the language (`rules/lexicon`), what figures are about (`align/`).

mod age;
mod bound;
mod context;
mod count;
mod date;
mod digits;
mod duration;
mod exclude;
mod habit;
mod heading;
mod heard;
mod measure;
mod money;
mod numeral;
mod place;
mod quantity;
mod range;
mod rate;
mod ratio;
mod sentence;
mod sign;
mod unsaid;
mod worth;

pub(crate) use date::{RULE_SINCE, hijri_days_near};
pub(crate) use heard::is_of_hijri_land;
pub use sentence::Sentence;

use crate::document::Document;
use crate::figure::{Figure, Span, Value};
use crate::lexicon::Lexicon;
use crate::text::{Token, sentences};
use place::Places;
use std::ops::Range;

/// A figure found in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    /// The tokens that it takes.
    pub tokens: Range<usize>,
    /// Where it stands in the document's text.
    pub span: Span,
    /// What it states.
    pub value: Value,
    /// Other ways to understand it.
    pub readings: Vec<Value>,
}

/// Every figure of a document, in the order of its text; none overlaps another.
pub fn figures(document: &Document, lexicon: &Lexicon) -> Vec<Figure> {
    figures_and_tokens(document, lexicon, |_, _| {})
}

/// As [`figures`]; the tokens of each sentence are given to `each`, so that nobody needs to look for them again.
pub(crate) fn figures_and_tokens(
    document: &Document,
    lexicon: &Lexicon,
    mut each: impl FnMut(Span, &[Token]),
) -> Vec<Figure> {
    let text = document.text.as_str();
    let mut places = Places::new(text);
    let mut figures = Vec::new();
    let mut found: Vec<Found> = Vec::new();
    let mut sentence = Sentence::default();
    let mut dates = date::Dates::new(document.published);
    let mut context = context::Context::new(document, lexicon);
    let mut heading = None;
    let mut spans = sentences(text);
    while let Some(span) = spans.next() {
        let line = spans.line();
        sentence.read(text, span, lexicon);
        each(span, &sentence.tokens);
        dates.read(&sentence, &mut found);
        found.iter().for_each(|date| sentence.take(date.tokens.clone()));
        quantity::find(&mut sentence, &mut context, lexicon, &mut heading, &mut found);
        found.sort_by_key(|found| found.span);
        for Found { span: at, value, readings, .. } in found.drain(..) {
            figures.push(Figure {
                span: at,
                text: at.slice(text).to_string(),
                line: 1 + document.above + line.above,
                column: places.column(line, at.start),
                value,
                readings,
                sentence: span,
            });
        }
    }
    context.settle(&mut figures);
    // As much room as they need: what is left over would hardly be given back.
    let mut all = Vec::with_capacity(figures.len());
    all.append(&mut figures);
    all
}
