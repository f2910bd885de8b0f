//! One sentence made ready for the grammar: its tokens, and what the lexicon knows of each.

use super::count::is_article;
use super::numeral::opens;
use super::sign::is_sign;
use crate::figure::Span;
use crate::lexicon::{Hit, Kinds, Lexicon, Meanings};
use crate::text::{self, Class, Gap, Token};
use std::ops::Range;

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
    /// What begins at each of them; nothing where there is no figure.
    meanings: Meanings,
    /// Tokens that a figure already stands on.
    taken: Vec<bool>,
}

/// The tokens of all but the longest sentences, so that few find no room.
const ROOM: usize = 128;

impl<'a> Sentence<'a> {
    /// Reads the sentence at `span` of `text`, in place of the one held before.
    pub fn read(&mut self, text: &'a str, span: Span, lexicon: &Lexicon) {
        self.tokenise(text, span);
        if lexicon.meanings(text, &self.tokens, &mut self.meanings) {
            self.taken.resize(self.tokens.len(), false);
            let mut at = 0;
            while let Some(digits) = self.meanings.next(at, Kinds::DIGITS) {
                self.mark_before(digits);
                at = digits + 1;
            }
        }
    }

    /// Marks what stands before these digits and may be of their number, without a meaning of its own: «(5)», «-5», «-$5»,
    /// «الـ5».
    fn mark_before(&mut self, digits: usize) {
        let Some(before) = digits.checked_sub(1) else { return };
        let kinds = match self.tokens[before].class {
            Class::Mark(mark) if opens(mark) => Kinds::OPENING,
            class if is_sign(class) => Kinds::OPENING,
            Class::Arabic if is_article(self.tokens[before].word) => Kinds::ARTICLE,
            _ => Kinds::NONE,
        };
        self.meanings.mark(before, kinds);
        if let Some(sign) = before.checked_sub(1)
            && matches!(self.tokens[before].class, Class::Mark(_))
            && is_sign(self.tokens[sign].class)
        {
            self.meanings.mark(sign, Kinds::OPENING);
        }
    }

    /// Reads it for the places that it names, whether it can hold a figure or not.
    pub fn read_places(&mut self, text: &'a str, span: Span, lexicon: &Lexicon) {
        self.tokenise(text, span);
        lexicon.meanings_of_places(text, &self.tokens, &mut self.meanings);
    }

    fn tokenise(&mut self, text: &'a str, span: Span) {
        (self.text, self.span) = (text, span);
        self.tokens.clear();
        self.taken.clear();
        self.tokens.reserve(ROOM);
        text::tokens(text, span, &mut self.tokens);
    }

    /// The first token from `at` on where something of these kinds begins; none to the end.
    pub fn next(&self, at: usize, kinds: Kinds) -> Option<usize> {
        self.meanings.next(at, kinds)
    }

    /// The last token where something of these kinds begins.
    pub fn last(&self, kinds: Kinds) -> Option<usize> {
        self.meanings.last(kinds)
    }

    /// The kinds of what begins at token `at`.
    pub fn kinds(&self, at: usize) -> Kinds {
        self.meanings.kinds(at)
    }

    /// Whether something of these kinds begins at token `at`.
    pub fn begins(&self, at: usize, kinds: Kinds) -> bool {
        self.kinds(at).any(kinds)
    }

    /// The meanings that begin at token `at`; none past the end.
    pub fn hits(&self, at: usize) -> &[Hit] {
        self.hits_of(at, Kinds::MEANING)
    }

    /// The same, if any of them is of these kinds; none else.
    pub fn hits_of(&self, at: usize, kinds: Kinds) -> &[Hit] {
        self.meanings.of(at, kinds)
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

    /// Whether the token is a comma.
    pub fn is_comma(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.class.is_comma())
    }

    /// The token after the comma at `at`; `at` itself where none stands there.
    pub fn past_comma(&self, at: usize) -> usize {
        if self.is_comma(at) { at + 1 } else { at }
    }

    /// Whether the token is «و» alone, as before digits.
    pub fn is_and(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.word.is_and())
    }

    /// Whether nothing stands between the token and the one before it.
    pub fn is_glued(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| token.gap == Gap::None)
    }

    /// The source text of tokens `from` up to `to`, once `letters` folded letters are taken off the first.
    pub fn span_of(&self, from: usize, to: usize, letters: u8) -> Span {
        let start = text::start_without(self.text, &self.tokens[from], usize::from(letters));
        Span::new(start, self.tokens[to - 1].span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kinds_of_a_word_are_those_of_its_meanings() {
        let text = "بلغ في 5 مارس/آذار 2018 نحو ثلاثة ملايين دولار، من بين أكثر من (100) مليار ريال قطري في الـ3 سنوات \
                    الماضية بنسبة 3.5% أو ضعفي ما كان عليه يوم الأحد في الربع الأول وفي 3 مليونن بالولايات المتحدة";
        let mut sentence = Sentence::default();
        sentence.read(text, Span::new(0, text.len()), Lexicon::builtin());
        for at in 0..sentence.tokens.len() {
            let hits = sentence.hits(at);
            let kinds = hits.iter().fold(Kinds::NONE, |kinds, hit| kinds.or(hit.sense.kind()));
            let word = sentence.tokens[at].span.slice(text);
            let others = Kinds(Kinds::MEANING.0 & !kinds.0);
            assert!(hits.iter().all(|hit| sentence.begins(at, hit.sense.kind())), "{word}");
            assert!(!sentence.begins(at, others), "{word}");
        }
    }

    #[test]
    fn what_can_hold_no_figure_has_no_meaning() {
        for (text, holds) in [
            ("وأكد المتحدث أن المشاورات مستمرة في السعودية", false),
            ("وأكد الذي حضر أن المشاورات مستمرة", false),
            ("في ذي القعدة", true),
            ("قبل شهرين", true),
            ("رقم 5", true),
            ("في أبرييل", true),
        ] {
            let mut sentence = Sentence::default();
            sentence.read(text, Span::new(0, text.len()), Lexicon::builtin());
            let known = (0..sentence.tokens.len()).any(|at| !sentence.hits(at).is_empty());
            assert_eq!(known, holds, "{text}");
        }
    }
}
