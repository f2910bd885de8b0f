//! One sentence made ready for the grammar: its tokens, and what the lexicon knows of each.

use super::count::is_article;
use crate::figure::Span;
use crate::lexicon::{Begins, Candidate, Hit, Lexicon};
use crate::text::{self, Class, Gap, Token, Word};
use std::ops::Range;
use std::sync::LazyLock;

/// «و» standing alone.
static AND: LazyLock<Word> = LazyLock::new(|| Word::of("و"));

/// A sentence's tokens and the meanings that begin at each; none where it can hold no figure. Reused from sentence to
/// sentence.
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
    /// What may begin at each token.
    begins: Vec<Begins>,
    /// What the tokens may mean, each with its token.
    candidates: Vec<(usize, Candidate)>,
    /// Tokens that a figure already stands on.
    taken: Vec<bool>,
}

impl<'a> Sentence<'a> {
    /// Reads the sentence at `span` of `text`, in place of the one held before.
    pub fn read(&mut self, text: &'a str, span: Span, lexicon: &Lexicon) {
        self.text = text;
        self.span = span;
        self.tokens.clear();
        self.hits.clear();
        self.starts.clear();
        self.begins.clear();
        self.candidates.clear();
        text::tokens(text, span, &mut self.tokens);
        let mut begins = Begins::NOTHING;
        if self.tokens.iter().any(|token| token.class == Class::Digits) {
            begins = begins.or(Begins::FIGURE);
        }
        lexicon.candidates(text, &self.tokens, |at, candidate| {
            begins = begins.or(candidate.begins);
            self.candidates.push((at, candidate));
        });
        self.taken.clear();
        self.taken.resize(self.tokens.len(), false);
        if begins.any(Begins::FIGURE) {
            self.take_hits(lexicon, |_| true);
            for at in 0..self.tokens.len() {
                self.begins[at] = self.begins[at].or(before_digits(&self.tokens, at));
            }
        } else if begins.any(Begins::PLACE) {
            self.take_hits(lexicon, |candidate| candidate.begins.any(Begins::PLACE));
            self.begins.iter_mut().for_each(|begins| *begins = begins.and(Begins::PLACE));
        }
    }

    /// Finds the meanings of these candidates.
    fn take_hits(&mut self, lexicon: &Lexicon, wanted: impl Fn(&Candidate) -> bool) {
        self.begins.resize(self.tokens.len(), Begins::NOTHING);
        for (at, candidate) in self.candidates.iter().filter(|(_, candidate)| wanted(candidate)) {
            self.starts.resize(at + 1, self.hits.len());
            let begins = lexicon.meanings(candidate, self.text, &self.tokens[at + 1..], &mut self.hits);
            self.begins[*at] = self.begins[*at].or(begins);
        }
        self.starts.resize(self.tokens.len() + 1, self.hits.len());
    }

    /// The first token from `at` on where one of these may begin; none to the end.
    pub fn next_beginning(&self, at: usize, wanted: Begins) -> Option<usize> {
        let found = self.begins.get(at..)?.iter().position(|begins| begins.any(wanted))?;
        Some(at + found)
    }

    /// Whether one of these may begin at token `at`.
    pub fn may_begin(&self, at: usize, wanted: Begins) -> bool {
        self.begins.get(at).is_some_and(|begins| begins.any(wanted))
    }

    /// Keeps these tokens from any other figure.
    pub fn take(&mut self, tokens: Range<usize>) {
        if let Some(taken) = self.taken.get_mut(tokens) {
            taken.fill(true);
        }
    }

    /// Whether a figure already stands on this token, or there is no such token.
    pub fn is_taken(&self, at: usize) -> bool {
        self.taken.get(at).copied().unwrap_or(true)
    }

    /// Whether the token is the mark `c`.
    pub fn is_mark(&self, at: usize, c: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_mark(c))
    }

    /// Whether the token is «و» alone, as before digits.
    pub fn is_and(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.word == *AND)
    }

    /// Whether nothing stands between the token and the one before it.
    pub fn is_glued(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| token.gap == Gap::None)
    }

    /// The meanings that begin at token `at`; none past the end.
    pub fn hits(&self, at: usize) -> &[Hit] {
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(from), Some(to)) => &self.hits[*from..*to],
            _ => &[],
        }
    }

    /// The last token at which such a meaning begins.
    pub fn last_hit(&self, wanted: impl Fn(&Hit) -> bool) -> Option<usize> {
        let hit = self.hits.iter().rposition(wanted)?;
        Some(self.starts.partition_point(|start| *start <= hit) - 1)
    }

    /// The source text of tokens `from` up to `to`, once `letters` folded letters are taken off the first.
    pub fn span_of(&self, from: usize, to: usize, letters: u8) -> Span {
        let start = text::start_without(self.text, &self.tokens[from], usize::from(letters));
        Span::new(start, self.tokens[to - 1].span.end)
    }
}

/// What may begin with digits, or with what stands before them without a meaning of its own: «(5)», «-5», «الـ5».
fn before_digits(tokens: &[Token], at: usize) -> Begins {
    let digits = |at: usize| tokens.get(at).is_some_and(|token| token.class == Class::Digits);
    match tokens[at].class {
        Class::Digits => Begins::DATE.or(Begins::QUANTITY),
        Class::Mark('(' | '-') if digits(at + 1) => Begins::QUANTITY,
        Class::Arabic if digits(at + 1) && is_article(tokens[at].word) => Begins::DATE,
        _ => Begins::NOTHING,
    }
}
