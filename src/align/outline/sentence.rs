//! Sentences as an outline reads them: their tokens, their content words, and the figures among these.
//! Not here: what a figure has of them (`frame.rs`).

use crate::align::knowledge::Knowledge;
use crate::align::stem::{self, Seen, Stem};
use crate::align::term::{Term, sound};
use crate::figure::{Figure, Span};
use crate::text::{self, Class, Token, Word};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;
use std::ops::Range;

/// A content word of a sentence, or another figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub term: Term,
    pub echo: Option<Term>,
    pub stem: Stem,
    pub word: Word,
    pub span: Span,
    /// Index among the sentence's tokens.
    pub at: usize,
    /// Index of the figure, if it is one.
    pub figure: Option<usize>,
}

/// A sentence being read.
pub(super) struct Sentence {
    pub tokens: Vec<Token>,
    pub pieces: Vec<Piece>,
    /// For each figure of the sentence: its index and the tokens that it takes.
    pub figures: Vec<(usize, Range<usize>)>,
    /// It begins a line.
    pub opens: bool,
    pub words: usize,
    /// How many words and how many breaks stand before each token, and before the end.
    pub before: Vec<(usize, usize)>,
}

/// Below this many content words a sentence is a heading or a bare date: its neighbour says what it is about.
pub(super) const BARE: usize = 2;

/// Splits the text into sentences, each with its tokens and figures.
pub(super) fn read(text: &str, figures: &[Figure]) -> Vec<(Sentence, Span)> {
    let mut out = Vec::new();
    let mut next = 0;
    let mut end = 0;
    for span in text::sentences(text) {
        let opens = text[end..span.start].contains('\n') || end == 0;
        end = span.end;
        let mut tokens = Vec::new();
        text::tokens(text, span, &mut tokens);
        let mut inside = Vec::new();
        while let Some(figure) = figures.get(next).filter(|figure| figure.span.start < span.end) {
            let from = tokens.partition_point(|token| token.span.end <= figure.span.start);
            let to = tokens.partition_point(|token| token.span.start < figure.span.end);
            if from < to {
                inside.push((next, from..to));
            }
            next += 1;
        }
        let before = if inside.is_empty() { Vec::new() } else { counted(&tokens) };
        let words = tokens.iter().filter(|token| token.is_word()).count();
        out.push((Sentence { tokens, pieces: Vec::new(), figures: inside, opens, words, before }, span));
    }
    out
}

/// How many words and how many breaks stand before each token, and before the end.
fn counted(tokens: &[Token]) -> Vec<(usize, usize)> {
    let mut count = (0, 0);
    let mut before = Vec::with_capacity(tokens.len() + 1);
    for token in tokens {
        before.push(count);
        count.0 += usize::from(token.is_word());
        count.1 += usize::from(is_break(token));
    }
    before.push(count);
    before
}

fn is_break(token: &Token) -> bool {
    matches!(token.class, Class::Mark('،' | '؛' | ':' | ';' | '(' | ')' | '«'))
}

/// The content word at a token, and how many tokens it takes; none for words that say nothing.
fn content(tokens: &[Token], at: usize, knowledge: &Knowledge, seen: Seen<'_>) -> Option<(Piece, usize)> {
    let token = &tokens[at];
    // «وفي»، «فقال»: the conjunction changes nothing.
    let joined = knowledge.begins_with_conjunction(token.word) && knowledge.is_stop(token.word.without_first(1));
    if token.word.len() < 2 || knowledge.is_stop(token.word) || joined {
        return None;
    }
    let mut following: SmallVec<[Word; 4]> = SmallVec::new();
    following.extend(tokens[at..].iter().take(4).take_while(|token| token.is_word()).map(|token| token.word));
    let piece = |term, echo, stem| Piece { term, echo, stem, word: token.word, span: token.span, at, figure: None };
    if token.class == Class::Latin {
        let name = knowledge.name(&following).unwrap_or(token.word);
        let echo = sound(token.word).map(Term::sound);
        return Some((piece(Term::root(name), echo, Stem { stem: name, root: name }), 1));
    }
    let bare = stem::bare(token.word, seen);
    if knowledge.is_stop(bare) || bare.len() < 2 {
        return None;
    }
    following[0] = bare;
    if let Some(name) = knowledge.name(&following) {
        return Some((piece(Term::root(name), None, Stem { stem: name, root: name }), 1));
    }
    let stem = stem::of_bare(bare);
    let rare = knowledge.count(token.word) == 0 && knowledge.count(bare) == 0;
    let echo = if rare { sound(bare).map(Term::sound) } else { None };
    Some((piece(Term::root(stem.root), echo, stem), 1))
}

impl Sentence {
    /// Finds the content words of a sentence and puts its figures among them.
    pub fn take_pieces(&mut self, figures: &[Figure], knowledge: &Knowledge, seen: Seen<'_>) {
        let mut at = 0;
        let mut coming = self.figures.iter().peekable();
        while at < self.tokens.len() {
            if let Some((figure, _)) = coming.next_if(|(_, range)| range.start <= at) {
                let value = Term::value(&figures[*figure].value);
                self.pieces.push(Piece {
                    term: value,
                    echo: None,
                    stem: Stem::default(),
                    word: Word::default(),
                    span: figures[*figure].span,
                    at,
                    figure: Some(*figure),
                });
            }
            let token = &self.tokens[at];
            let taken = match token.class {
                Class::Arabic | Class::Latin => content(&self.tokens, at, knowledge, seen),
                _ => None,
            };
            let Some((piece, tokens)) = taken else {
                at += 1;
                continue;
            };
            self.pieces.push(piece);
            at += tokens;
        }
    }

    /// Counts each term of a sentence once; `seen` holds those of the sentence before.
    pub fn count_terms(&self, seen: &mut FxHashSet<Term>, lines_with: &mut FxHashMap<Term, u16>) {
        seen.clear();
        let terms = self.pieces.iter().flat_map(|piece| std::iter::once(piece.term).chain(piece.echo));
        for term in terms.filter(|term| seen.insert(*term)) {
            let lines = lines_with.entry(term).or_default();
            *lines = lines.saturating_add(1);
        }
    }

    /// FNV-1a over the words and digits of a self.
    pub fn fingerprint(&self) -> u64 {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let mut eat = |n: u128| {
            for byte in n.to_le_bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        };
        for token in &self.tokens {
            match token.class {
                Class::Arabic | Class::Latin => eat(token.word.bits()),
                Class::Digits => eat(token.span.len() as u128),
                Class::Mark(_) => {}
            }
        }
        // Sentences with the same words and other values are not the same.
        for piece in self.pieces.iter().filter(|piece| piece.figure.is_some()) {
            eat(piece.term.bits());
        }
        hash
    }
}
