//! One sentence made ready for the grammar: its tokens, and what the lexicon knows of each.

use crate::figure::Span;
use crate::lexicon::{Hit, Lexicon};
use crate::text::{self, Token};

/// A sentence's tokens and the meanings that begin at each. Reused from sentence to sentence.
#[derive(Debug, Default)]
pub struct Sentence<'a> {
    /// The document's text.
    pub text: &'a str,
    /// Where the sentence stands in it.
    pub span: Span,
    /// Its tokens.
    pub tokens: Vec<Token>,
    hits: Vec<Hit>,
    /// Where each token's hits begin in `hits`; one more entry than tokens.
    starts: Vec<usize>,
}

impl<'a> Sentence<'a> {
    /// Reads the sentence at `span` of `text`, in place of the one held before.
    pub fn read(&mut self, text: &'a str, span: Span, lexicon: &Lexicon) {
        self.text = text;
        self.span = span;
        self.tokens.clear();
        self.hits.clear();
        self.starts.clear();
        text::tokens(text, span, &mut self.tokens);
        for at in 0..self.tokens.len() {
            self.starts.push(self.hits.len());
            lexicon.hits(&self.tokens, at, &mut self.hits);
        }
        self.starts.push(self.hits.len());
    }

    /// The meanings that begin at token `at`; none past the end.
    pub fn hits(&self, at: usize) -> &[Hit] {
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(from), Some(to)) => &self.hits[*from..*to],
            _ => &[],
        }
    }

    /// The source text of tokens `from` up to `to`, once `letters` folded letters are taken off the first.
    pub fn span_of(&self, from: usize, to: usize, letters: u8) -> Span {
        let start = text::start_without(self.text, &self.tokens[from], usize::from(letters));
        Span::new(start, self.tokens[to - 1].span.end)
    }
}
