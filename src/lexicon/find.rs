//! Finding: which words and phrases of a table stand in a sentence, with their clitics taken off.
//! Not here: what they mean.

use super::clitic::{ALEF, Clitics, LAM, MOST_LETTERS, each_clitics};
use super::filter::Filter;
use super::{Begins, Sense};
use crate::figure::Span;
use crate::text::{self, Class, Gap, Token, Word};
use std::ops::Range;

/// A word or phrase of the lexicon found in a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// What it means.
    pub sense: Sense,
    /// How many tokens it takes.
    pub tokens: usize,
    /// What was taken off its first word.
    pub clitics: Clitics,
}

/// Words and phrases with what they mean. It is made whenever the program starts and asked about every word of a text,
/// so that it has to be small.
#[derive(Debug)]
pub(super) struct Table<S> {
    /// A hash table of the entries: 0 for none, else the place of the entry from 1, and above it some bits of its hash.
    slots: Vec<u32>,
    entries: Vec<Entry>,
    phrases: Vec<Phrase<S>>,
    /// What the phrases have after their first pieces.
    pieces: Vec<u128>,
    /// Tells most strangers from the entries without a look-up.
    filter: Filter,
    /// Room for the tokens of the phrase that is being added.
    tokens: Vec<Token>,
}

/// The phrases that begin with one piece.
#[derive(Clone, Copy, Debug)]
struct Entry {
    piece: u128,
    /// The longest of them.
    first: u32,
    /// What may begin with any of them.
    begins: Begins,
    /// One of them is the piece alone.
    alone: bool,
}

/// A word or phrase and one of its meanings.
#[derive(Clone, Copy, Debug)]
struct Phrase<S> {
    sense: S,
    /// Where its pieces after the first stand in the table, and how many.
    pieces: u32,
    len: u8,
    /// The next phrase that begins with the same piece, none longer; or [`END`].
    next: u32,
}

/// No phrase more.
const END: u32 = u32::MAX;

/// How many bits of a slot are a place.
const PLACE: u32 = 20;

/// Phrases whose first word stands at a token, once its clitics are off; what follows may be another word.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// The longest of them.
    first: u32,
    /// What was taken off the word.
    pub clitics: Clitics,
    /// What may begin with any of them.
    pub begins: Begins,
    /// One of them is the word alone.
    alone: bool,
}

impl Candidate {
    /// Whether the word has a meaning whatever follows.
    pub(super) fn is_word(&self) -> bool {
        self.alone
    }
}

impl<S> Default for Table<S> {
    fn default() -> Table<S> {
        Table {
            slots: vec![0; 1 << 6],
            entries: Vec::new(),
            phrases: Vec::new(),
            pieces: Vec::new(),
            filter: Filter::default(),
            tokens: Vec::new(),
        }
    }
}

impl<S: Copy + PartialEq> Table<S> {
    /// Makes room for so many words.
    pub(super) fn reserve(&mut self, words: usize) {
        self.entries.reserve(words);
        self.phrases.reserve(words);
        self.spread((2 * words).next_power_of_two());
    }

    /// Adds a meaning of `phrase`, which may begin something; gives the word, where the phrase is one.
    pub(super) fn add(&mut self, phrase: &str, sense: S, begins: Begins) -> Option<Word> {
        self.tokens.clear();
        text::tokens(phrase, Span::new(0, phrase.len()), &mut self.tokens);
        let (first, rest) = self.tokens.split_first()?;
        let (word, piece, alone) = (first.word, key(phrase, first), rest.is_empty());
        if first.class == Class::Digits {
            return None;
        }
        let pieces = self.pieces.len();
        self.pieces.extend(rest.iter().map(|token| key(phrase, token)));
        self.filter.add(word);
        let entry = self.entry(piece);
        let Entry { begins: known, alone: by_itself, .. } = &mut self.entries[entry];
        (*known, *by_itself) = (known.or(begins), *by_itself || alone);
        self.insert(entry, pieces..self.pieces.len(), sense);
        alone.then_some(word)
    }

    /// The entry of a piece; a new one, where there is none.
    fn entry(&mut self, piece: u128) -> usize {
        if let Some(known) = self.find(piece) {
            return known;
        }
        self.entries.push(Entry { piece, first: END, begins: Begins::NOTHING, alone: false });
        if 2 * self.entries.len() > self.slots.len() {
            self.spread(2 * self.slots.len());
        } else {
            self.place(self.entries.len() - 1);
        }
        self.entries.len() - 1
    }

    /// Puts a phrase of these pieces into the list of an entry: behind those that are as long, if none is the same.
    fn insert(&mut self, entry: usize, pieces: Range<usize>, sense: S) {
        let mut before = None;
        let mut at = self.entries[entry].first;
        while let Some(known) = self.phrases.get(at as usize) {
            if known.sense == sense && self.pieces[known.range()] == self.pieces[pieces.clone()] {
                self.pieces.truncate(pieces.start);
                return;
            }
            if usize::from(known.len) >= pieces.len() {
                before = Some(at as usize);
            }
            at = known.next;
        }
        let place = self.phrases.len() as u32;
        let link = before.map_or(&mut self.entries[entry].first, |at| &mut self.phrases[at].next);
        let next = std::mem::replace(link, place);
        self.phrases.push(Phrase { sense, pieces: pieces.start as u32, len: pieces.len() as u8, next });
    }

    /// Makes the hash table anew, of so many slots.
    fn spread(&mut self, slots: usize) {
        self.slots = vec![0; slots];
        (0..self.entries.len()).for_each(|entry| self.place(entry));
    }

    fn place(&mut self, entry: usize) {
        let hash = hash(self.entries[entry].piece);
        let mut slot = self.first_slot(hash);
        while self.slots[slot] != 0 {
            slot = self.next_slot(slot);
        }
        self.slots[slot] = tag(hash) | (entry as u32 + 1);
    }

    /// The place of a piece's entry.
    fn find(&self, piece: u128) -> Option<usize> {
        let hash = hash(piece);
        let mut slot = self.first_slot(hash);
        loop {
            let held = self.slots[slot];
            if held == 0 {
                return None;
            }
            let entry = (held & ((1 << PLACE) - 1)) as usize - 1;
            if (held ^ tag(hash)) >> PLACE == 0 && self.entries[entry].piece == piece {
                return Some(entry);
            }
            slot = self.next_slot(slot);
        }
    }

    fn first_slot(&self, hash: u64) -> usize {
        (hash >> (u64::BITS - self.slots.len().trailing_zeros())) as usize
    }

    fn next_slot(&self, slot: usize) -> usize {
        (slot + 1) & (self.slots.len() - 1)
    }

    /// The candidate of a piece, with these clitics taken off before.
    fn candidate(&self, piece: u128, clitics: Clitics) -> Option<Candidate> {
        let Entry { first, begins, alone, .. } = self.entries[self.find(piece)?];
        Some(Candidate { first, clitics, begins, alone })
    }

    /// The candidate of a word with nothing before it.
    pub(super) fn whole(&self, word: Word) -> Option<Candidate> {
        self.candidate(word.bits(), Clitics::default())
    }

    /// Whether a candidate has any meaning before the tokens `after` of `text`.
    pub(super) fn is_met(&self, candidate: &Candidate, text: &str, after: &[Token]) -> bool {
        let mut met = candidate.alone;
        if !met {
            self.meanings(candidate, text, after, |_, _| met = true);
        }
        met
    }

    /// Gives the candidates at a token to `each`; fewer clitics first.
    pub(super) fn candidates(&self, token: &Token, mut each: impl FnMut(Candidate)) {
        let mut look_up = |first: u128, clitics: Clitics| {
            if let Some(candidate) = self.candidate(first, clitics) {
                each(candidate);
            }
        };
        match token.class {
            Class::Digits => {}
            Class::Mark(_) | Class::Latin => look_up(key("", token), Clitics::default()),
            Class::Arabic => {
                let word = token.word;
                let endings = self.filter.endings(word);
                if endings.without_first(0) {
                    look_up(word.bits(), Clitics::default());
                }
                if endings.without_some(MOST_LETTERS) {
                    each_clitics(word, |way| {
                        let letters = usize::from(way.letters);
                        if endings.without_first(letters) {
                            look_up(word.without_first(letters).bits(), way);
                        }
                    });
                }
            }
        }
    }

    /// Gives the meanings of a candidate to `each`, each with how many tokens it takes; `after` are the tokens of `text`
    /// after the candidate's. Longer phrases come first.
    pub(super) fn meanings(&self, candidate: &Candidate, text: &str, after: &[Token], mut each: impl FnMut(S, usize)) {
        // What the second word may be, once a phrase has one.
        let mut next = None;
        let mut at = candidate.first;
        while let Some(phrase) = self.phrases.get(at as usize) {
            at = phrase.next;
            if phrase.len == 0 {
                each(phrase.sense, 1);
                continue;
            }
            let next = next.get_or_insert_with(|| after.first().map_or([NO_PIECE; 2], |token| pieces(text, token)));
            let [second, rest @ ..] = &self.pieces[phrase.range()] else { continue };
            let fits = |(token, piece): (&Token, &u128)| pieces(text, token).contains(piece);
            if next.contains(second) && rest.len() < after.len() && after[1..].iter().zip(rest).all(fits) {
                each(phrase.sense, 1 + usize::from(phrase.len));
            }
        }
    }
}

impl<S> Phrase<S> {
    /// Where its pieces after the first stand in the table.
    fn range(&self) -> Range<usize> {
        let from = self.pieces as usize;
        from..from + usize::from(self.len)
    }
}

/// Fibonacci hashing; the first bits are the best.
fn hash(piece: u128) -> u64 {
    (piece as u64 ^ ((piece >> 64) as u64).rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The bits of a hash that stand in a slot.
fn tag(hash: u64) -> u32 {
    (hash >> 16) as u32 >> PLACE << PLACE
}

/// Where the sentence or its line ends, or another number begins: no piece of a phrase.
const NO_PIECE: u128 = u128::MAX;

/// What makes two pieces of text the same for the lexicon: a folded word, a mark, or a number.
fn key(text: &str, token: &Token) -> u128 {
    match token.class {
        Class::Mark(c) => 1 << 127 | u128::from(u32::from(c)),
        Class::Arabic | Class::Latin => token.word.bits(),
        // «م2» and «م3».
        Class::Digits => {
            let number = text::digits(text, token).fold(0, |number, digit| number << 4 | u128::from(digit & 0xF));
            1 << 126 | number & ((1 << 126) - 1)
        }
    }
}

/// What a later word of a phrase may be for a token to be it: the word, or the word without the article.
fn pieces(text: &str, token: &Token) -> [u128; 2] {
    // «م3», but not «م 3».
    if token.gap >= Gap::Line || token.class == Class::Digits && token.gap > Gap::None {
        return [NO_PIECE; 2];
    }
    let whole = key(text, token);
    let article = token.class == Class::Arabic && token.word.front() == [ALEF, LAM];
    [whole, if article { token.word.without_first(2).bits() } else { whole }]
}
