//! One sentence made ready for the grammar: its tokens, and what the lexicon knows of each.
//! What a word may be is looked up for every word; what it does mean, only where the grammar asks for it.

use super::count::is_article;
use super::numeral::opens;
use super::sign::is_sign;
use crate::figure::Span;
use crate::lexicon::{Hit, Kinds, Lexicon, Potential};
use crate::text::{self, Class, Gap, Token, Word};
use smallvec::SmallVec;
use std::cell::OnceCell;
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
    lexicon: Option<&'a Lexicon>,
    /// What each token may be, by its first word; none where there is no figure.
    may: Vec<Potential>,
    /// What the tokens mean that were asked for.
    meanings: Vec<OnceCell<Meanings>>,
    /// Tokens that a figure already stands on.
    taken: Vec<bool>,
}

/// The tokens of all but the longest sentences, so that few find no room.
const ROOM: usize = 128;

/// The meanings that begin at a token, and their kinds.
#[derive(Debug, Default)]
struct Meanings {
    hits: SmallVec<[Hit; 4]>,
    kinds: Kinds,
}

impl Extend<Hit> for Meanings {
    fn extend<T: IntoIterator<Item = Hit>>(&mut self, hits: T) {
        for hit in hits {
            self.kinds = self.kinds.or(hit.sense.kind());
            self.hits.push(hit);
        }
    }
}

impl<'a> Sentence<'a> {
    /// Reads the sentence at `span` of `text`, in place of the one held before.
    pub fn read(&mut self, text: &'a str, span: Span, lexicon: &'a Lexicon) {
        self.tokenise(text, span, lexicon);
        if lexicon.may_hold_figure(text, &self.tokens) {
            lexicon.potentials(text, &self.tokens, &mut self.may);
            self.make_room();
            self.taken.resize(self.tokens.len(), false);
            for at in 0..self.tokens.len() {
                self.may[at] = self.may[at].or(Potential::sure(before_digits(&self.tokens, at)));
            }
        }
    }

    /// Reads it for the places that it names, whether it can hold a figure or not.
    pub fn read_places(&mut self, text: &'a str, span: Span, lexicon: &'a Lexicon) {
        self.tokenise(text, span, lexicon);
        lexicon.potentials_of_places(text, &self.tokens, &mut self.may);
        self.make_room();
    }

    fn tokenise(&mut self, text: &'a str, span: Span, lexicon: &'a Lexicon) {
        (self.text, self.span, self.lexicon) = (text, span, Some(lexicon));
        self.tokens.clear();
        self.may.clear();
        self.meanings.clear();
        self.taken.clear();
        self.tokens.reserve(ROOM);
        self.may.reserve(ROOM);
        text::tokens(text, span, &mut self.tokens);
    }

    fn make_room(&mut self) {
        self.meanings.reserve(self.tokens.capacity());
        self.meanings.resize_with(self.tokens.len(), OnceCell::new);
    }

    fn meanings(&self, at: usize) -> Option<&Meanings> {
        let (meanings, lexicon) = (self.meanings.get(at)?, self.lexicon?);
        Some(meanings.get_or_init(|| {
            let mut meanings = Meanings::default();
            lexicon.hits(self.text, &self.tokens, at, &mut meanings);
            meanings
        }))
    }

    /// The first token from `at` on where something of these kinds begins; none to the end.
    pub fn next(&self, at: usize, kinds: Kinds) -> Option<usize> {
        (at..self.may.len()).find(|at| self.begins(*at, kinds))
    }

    /// Whether something of these kinds begins at token `at`.
    pub fn begins(&self, at: usize, kinds: Kinds) -> bool {
        let Some(may) = self.may.get(at) else { return false };
        may.sure.any(kinds) || may.all.any(kinds) && self.meanings(at).is_some_and(|meanings| meanings.kinds.any(kinds))
    }

    /// Whether something of these kinds may begin at token `at`, as far as its first word tells.
    pub fn may_be(&self, at: usize, kinds: Kinds) -> bool {
        self.may.get(at).is_some_and(|may| may.all.any(kinds))
    }

    /// The meanings that begin at token `at`; none past the end.
    pub fn hits(&self, at: usize) -> &[Hit] {
        self.hits_of(at, Kinds::MEANING)
    }

    /// The same, if any of them is of these kinds; none else.
    pub fn hits_of(&self, at: usize, kinds: Kinds) -> &[Hit] {
        let meanings = if self.may_be(at, kinds) { self.meanings(at) } else { None };
        meanings.map_or(&[], |meanings| &meanings.hits)
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

    /// The source text of tokens `from` up to `to`, once `letters` folded letters are taken off the first.
    pub fn span_of(&self, from: usize, to: usize, letters: u8) -> Span {
        let start = text::start_without(self.text, &self.tokens[from], usize::from(letters));
        Span::new(start, self.tokens[to - 1].span.end)
    }
}

/// What stands before digits and may be of their number, without a meaning of its own: «(5)», «-5», «-$5», «الـ5».
fn before_digits(tokens: &[Token], at: usize) -> Kinds {
    let digits = |at: usize| tokens.get(at).is_some_and(|next| next.class == Class::Digits);
    // «-$5»
    let marked = || matches!(tokens.get(at + 1), Some(next) if matches!(next.class, Class::Mark(_))) && digits(at + 2);
    match tokens[at].class {
        class if is_sign(class) && (digits(at + 1) || marked()) => Kinds::OPENING,
        _ if !digits(at + 1) => Kinds::NONE,
        Class::Mark(mark) if opens(mark) => Kinds::OPENING,
        Class::Arabic if is_article(tokens[at].word) => Kinds::ARTICLE,
        _ => Kinds::NONE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_word_means_is_of_what_it_may_be() {
        let text = "بلغ في 5 مارس/آذار 2018 نحو ثلاثة ملايين دولار، من بين أكثر من (100) مليار ريال قطري في الـ3 سنوات \
                    الماضية بنسبة 3.5% أو ضعفي ما كان عليه يوم الأحد في الربع الأول وفي 3 مليونن بالولايات المتحدة";
        let mut sentence = Sentence::default();
        sentence.read(text, Span::new(0, text.len()), Lexicon::builtin());
        for at in 0..sentence.tokens.len() {
            let hits = sentence.hits(at);
            let kinds = hits.iter().fold(Kinds::NONE, |kinds, hit| kinds.or(hit.sense.kind()));
            let Potential { sure, all } = sentence.may[at];
            let word = sentence.tokens[at].span.slice(text);
            assert_eq!(kinds.or(all), all, "{word}");
            assert_eq!(sure.and(Kinds::MEANING).or(kinds), kinds, "{word}");
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
