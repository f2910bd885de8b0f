//! Sentences as an outline reads them: their tokens, their content words, and the figures among these.
//! Not here: what a figure has of them (`frame/`).

use super::{Known, Outline, Piece};
use crate::align::corpus::Corpus;
use crate::align::knowledge::Knowledge;
use crate::align::reading::{Reading, Token};
use crate::align::term::Term;
use crate::align::words::{Entry, Meaning};
use crate::figure::{Figure, Span};
use crate::text::{Class, Word};
use smallvec::SmallVec;
use std::cell::RefCell;
use std::ops::Range;

/// A word this common is no name of a place.
pub(super) const NAME: f64 = 0.001;

/// A document being read: all its tokens, sentence after sentence.
pub(super) struct Page<'a> {
    /// Its tokens, and its words; the tokens name these by their places.
    room: Room,
    corpus: &'a Corpus,
    pub sentences: Vec<Sentence>,
}

/// A sentence of a page.
pub(super) struct Sentence {
    pub span: Span,
    /// Its tokens, as indexes of the page's.
    tokens: Range<usize>,
    /// Its content words and figures, as indexes of the outline's pieces.
    pub pieces: Range<usize>,
    /// For each of its figures: its index and the tokens that it takes, as indexes of the sentence's.
    pub figures: SmallVec<[(usize, Range<usize>); 2]>,
    /// It begins a line.
    pub opens: bool,
    pub words: usize,
    /// How many words and how many breaks stand before each token, and before the end; where it has figures.
    pub before: Vec<(u32, u32)>,
    /// It tells of a market.
    pub is_of_market: bool,
}

/// The tokens and the words of a document. What one document leaves is room for the next.
#[derive(Default)]
struct Room {
    tokens: Vec<Token>,
    words: Vec<Entry>,
    terms: Terms,
}

/// How many tokens a sentence has, mostly.
const USUAL: usize = 20;
/// No room is kept for documents that are longer, in tokens.
const LONGEST: usize = 1 << 14;

thread_local! {
    static ROOM: RefCell<Room> = RefCell::default();
}

/// Below this many content words a sentence is a heading or a bare date: its neighbour says what it is about.
pub(super) const BARE: usize = 2;

impl<'a> Page<'a> {
    /// The sentences of a document that was read, each with its tokens and figures.
    pub fn read(figures: &[Figure], corpus: &'a Corpus, reading: &Reading) -> Page<'a> {
        let mut room = ROOM.take();
        let Room { tokens, words, .. } = &mut room;
        tokens.clear();
        tokens.reserve(reading.tokens);
        words.clear();
        words.extend(corpus.words_of(reading));
        let mut sentences: Vec<Sentence> = Vec::with_capacity(1 + reading.tokens / USUAL);
        let mut next = 0;
        let mut reader = reading.reader();
        while let Some((span, opens, count)) = reader.sentence() {
            let from = tokens.len();
            let word = |place: u32| {
                let Entry { word, meaning, .. } = &words[place as usize];
                (*word, meaning.is_latin())
            };
            tokens.extend((0..count).map(|_| reader.token(word)));
            let own = &tokens[from..];
            let mut inside = SmallVec::new();
            while let Some(figure) = figures.get(next).filter(|figure| figure.span.start < span.end) {
                let first = own.partition_point(|token| token.span.end <= figure.span.start);
                let last = own.partition_point(|token| token.span.start < figure.span.end);
                if first < last {
                    inside.push((next, first..last));
                }
                next += 1;
            }
            let before = if inside.is_empty() { Vec::new() } else { counted(own) };
            sentences.push(Sentence {
                span,
                words: own.iter().filter(|token| token.is_word()).count(),
                tokens: from..tokens.len(),
                pieces: 0..0,
                figures: inside,
                opens,
                before,
                is_of_market: false,
            });
        }
        Page { room, corpus, sentences }
    }

    /// Leaves its room to the next.
    pub fn leave(self) {
        if self.room.tokens.capacity() <= LONGEST {
            ROOM.set(self.room);
        }
    }

    /// The tokens of a sentence.
    pub fn tokens(&self, sentence: &Sentence) -> &[Token] {
        &self.room.tokens[sentence.tokens.clone()]
    }

    /// The word that a token of a sentence is, if it is one.
    pub fn word(&self, sentence: &Sentence, at: usize) -> Option<&Entry> {
        let token = self.room.tokens.get(sentence.tokens.start + at)?;
        self.room.words.get(token.place as usize)
    }

    /// Finds the content words of all sentences and puts their figures among them, each with its value; gives them with
    /// the terms that they name.
    pub fn pieces(&mut self, figures: &[Figure], values: &[Term], knowledge: &Knowledge) -> (Vec<Piece>, Vec<Known>) {
        let mut pieces = Vec::with_capacity(self.room.tokens.len());
        let mut terms = std::mem::take(&mut self.room.terms);
        terms.begin(self.room.words.len());
        for at in 0..self.sentences.len() {
            let from = pieces.len();
            self.take_pieces(at, (figures, values), knowledge, &mut pieces, &mut terms);
            let sentence = &mut self.sentences[at];
            sentence.pieces = from..pieces.len();
            sentence.is_of_market = pieces[from..].iter().any(|piece| piece.is_market);
        }
        let known = terms.in_order(self.corpus, &mut pieces);
        self.room.terms = terms;
        (pieces, known)
    }

    fn take_pieces(
        &self,
        at: usize,
        (figures, values): (&[Figure], &[Term]),
        knowledge: &Knowledge,
        pieces: &mut Vec<Piece>,
        terms: &mut Terms,
    ) {
        let sentence = &self.sentences[at];
        let tokens = self.tokens(sentence);
        let mut coming = sentence.figures.iter().peekable();
        for (at, token) in tokens.iter().enumerate() {
            if let Some((figure, _)) = coming.next_if(|(_, range)| range.start <= at) {
                let term = terms.add_value(values[*figure]);
                pieces.push(Piece { figure: Some(*figure as u32), ..Piece::new(term, at, figures[*figure].span) });
            }
            let Some(entry) = self.room.words.get(token.place as usize) else { continue };
            let meaning = &entry.meaning;
            if meaning.is_silent() {
                continue;
            }
            let name = if meaning.begins_name() { name(&tokens[at..], entry.bare(), knowledge) } else { None };
            // Another spelling of a name sounds like it, where the sound is heard at all.
            let mut echo = || terms.echo(token.place, entry);
            let name = name.and_then(|name| Some((name, self.corpus.name(name)?)));
            pieces.push(match name {
                Some((name, place)) => {
                    let echo = if meaning.is_latin() { echo() } else { None };
                    let meaning = Meaning::of_name(name, knowledge);
                    let term = terms.add(place, meaning.rate);
                    Piece { echo, echoes: name != entry.word, ..Piece::of(&meaning, term, at, token.span) }
                }
                None => {
                    let echo = echo();
                    // A name in Latin letters is met by its sound; an Arabic one only answers it.
                    let term = terms.of(token.place, entry);
                    Piece { echo, echoes: !meaning.is_whole(), ..Piece::of(meaning, term, at, token.span) }
                }
            });
        }
    }

    /// A number of a sentence's words and digits in order, and of its figures' values.
    pub fn fingerprint(&self, sentence: &Sentence, outline: &Outline) -> u64 {
        let mut hash: u64 = 0x2D35_8DCC_AA6C_78A5;
        let mut eat = |n: u128| {
            for part in [n as u64, (n >> 64) as u64] {
                let product = u128::from(hash ^ part) * 0x9E37_79B9_7F4A_7C15;
                hash = product as u64 ^ (product >> 64) as u64;
            }
        };
        for token in self.tokens(sentence) {
            match token.class {
                Class::Arabic | Class::Latin => eat(token.word.bits()),
                Class::Digits => eat(token.span.len() as u128),
                Class::Mark(_) => {}
            }
        }
        // Sentences with the same words and other values are not the same.
        for piece in outline.pieces[sentence.pieces.clone()].iter().filter(|piece| piece.figure.is_some()) {
            eat(outline.terms[piece.term as usize].term.bits());
        }
        hash
    }
}

/// How likely a sentence has some value or the sound of some name.
const SOME: f64 = 0.002;

/// The name that begins at the first of these tokens, of which the clitics are off.
fn name(tokens: &[Token], bare: Word, knowledge: &Knowledge) -> Option<Word> {
    let mut following: SmallVec<[Word; 4]> = SmallVec::new();
    following.extend(tokens.iter().take(4).take_while(|token| token.is_word()).map(|token| token.word));
    following[0] = bare;
    knowledge.name(&following)
}

/// The terms of a document as they come, some more than once.
#[derive(Default)]
struct Terms {
    /// Of those that are no values the place among those of the corpus, and below it when each came.
    words: Vec<u64>,
    /// Those that are values, and when each came.
    values: Vec<(Term, u32)>,
    /// How likely each is that has come.
    rates: Vec<f64>,
    /// The term of each word and that of its sound, once they have come.
    of_words: Vec<(u32, u32)>,
    /// The place of each that has come, once they are in order.
    places: Vec<u32>,
}

impl Terms {
    /// Begins with a document of so many words.
    fn begin(&mut self, words: usize) {
        self.words.clear();
        self.values.clear();
        self.rates.clear();
        self.of_words.clear();
        self.of_words.resize(words, (u32::MAX, u32::MAX));
    }

    fn next(&mut self, rate: f64) -> u32 {
        self.rates.push(rate);
        self.rates.len() as u32 - 1
    }

    fn add(&mut self, place: u32, rate: f64) -> u32 {
        let at = self.next(rate);
        self.words.push(u64::from(place) << u32::BITS | u64::from(at));
        at
    }

    fn add_value(&mut self, value: Term) -> u32 {
        let at = self.next(SOME);
        self.values.push((value, at));
        at
    }

    /// The term of the word at a place.
    fn of(&mut self, place: u32, entry: &Entry) -> u32 {
        let known = self.of_words[place as usize].0;
        if known != u32::MAX {
            return known;
        }
        let term = self.add(entry.root, entry.meaning.rate);
        self.of_words[place as usize].0 = term;
        term
    }

    /// The term of the echo of the word at a place.
    fn echo(&mut self, place: u32, entry: &Entry) -> Option<u32> {
        if entry.echo == Entry::MUTE {
            return None;
        }
        let known = self.of_words[place as usize].1;
        if known != u32::MAX {
            return Some(known);
        }
        // Names are rare; other words are as common as they are.
        let term = self.add(entry.echo, if entry.meaning.is_rare() { SOME } else { entry.meaning.rate });
        self.of_words[place as usize].1 = term;
        Some(term)
    }

    /// The distinct terms in order; the pieces name them by their places there.
    fn in_order(&mut self, corpus: &Corpus, pieces: &mut [Piece]) -> Vec<Known> {
        self.words.sort_unstable();
        // Values come after all words.
        self.values.sort_unstable();
        let mut terms: Vec<Known> = Vec::with_capacity(self.rates.len());
        self.places.clear();
        self.places.resize(self.rates.len(), 0);
        let places = &mut self.places;
        let mut last = None;
        for key in &self.words {
            let (place, at) = ((key >> u32::BITS) as u32, *key as u32 as usize);
            if last.replace(place) != Some(place) {
                terms.push(Known { term: corpus.term(place), rate: self.rates[at], lines: 0 });
            }
            places[at] = terms.len() as u32 - 1;
        }
        for (term, at) in &self.values {
            let at = *at as usize;
            if terms.last().is_none_or(|last| last.term != *term) {
                terms.push(Known { term: *term, rate: self.rates[at], lines: 0 });
            }
            places[at] = terms.len() as u32 - 1;
        }
        for piece in pieces {
            piece.term = places[piece.term as usize];
            piece.echo = piece.echo.map(|echo| places[echo as usize]);
        }
        terms
    }
}

/// How many words and how many breaks stand before each token, and before the end.
fn counted(tokens: &[Token]) -> Vec<(u32, u32)> {
    let mut count = (0, 0);
    let mut before = Vec::with_capacity(tokens.len() + 1);
    for token in tokens {
        before.push(count);
        count.0 += u32::from(token.is_word());
        count.1 += u32::from(is_break(token));
    }
    before.push(count);
    before
}

fn is_break(token: &Token) -> bool {
    matches!(token.class, Class::Mark('،' | '؛' | ':' | ';' | '(' | ')' | '«'))
}

impl Sentence {
    /// How many words and breaks stand between two of its tokens.
    pub fn between(&self, range: Range<usize>) -> Option<(usize, usize)> {
        let (from, to) = (self.before.get(range.start)?, self.before.get(range.end)?);
        (range.start <= range.end).then(|| ((to.0 - from.0) as usize, (to.1 - from.1) as usize))
    }
}

/// The pieces before a figure, within it and after it.
pub(super) fn around<'a>(pieces: &'a [Piece], range: &Range<usize>) -> (&'a [Piece], &'a [Piece], &'a [Piece]) {
    let (before, rest) = pieces.split_at(pieces.partition_point(|piece| piece.at() < range.start));
    let (within, after) = rest.split_at(rest.partition_point(|piece| piece.at() < range.end));
    (before, within, after)
}

/// The longest first line that is a headline, in bytes.
pub(in crate::align) const HEADLINE: usize = 300;

/// Whether the first sentence is a headline: a short line with others after it.
pub(super) fn is_headline(page: &Page<'_>) -> bool {
    matches!(page.sentences.as_slice(), [first, second, ..] if second.opens && first.span.len() <= HEADLINE)
}
