//! Words: the distinct words of a document, each understood once.
//! Here: what a word is by the language alone, which is kept for the next text, and by the document that it stands
//! in. Not here: how clitics and endings come off (`stem.rs`), nor what is known of words (`knowledge.rs`).

use super::knowledge::{Knowledge, MeasureId};
use super::stem::{self, Stem};
use super::term::sound;
use crate::text::{Class, Token, Word};
use rustc_hash::FxHashMap;
use std::cell::RefCell;

/// What a word is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Meaning {
    /// The word without conjunction, preposition and article.
    pub bare: Word,
    pub stem: Stem,
    /// How it sounds, where it may be a name; empty else.
    pub echo: Word,
    /// How likely a sentence of the news has a word of its root.
    pub rate: f64,
    /// What it says is measured.
    pub measure: Option<MeasureId>,
    /// The part that it says a figure plays.
    pub part: Option<u8>,
    /// It says nothing about what a figure is about: «على», «وعلى».
    pub is_stop: bool,
    /// As such, with a conjunction before it, or hardly a word.
    pub is_silent: bool,
    /// Names begin with it.
    pub begins_name: bool,
    /// It tells of a market.
    pub is_market: bool,
}

/// What a word is by the language alone.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    word: Word,
    meaning: Meaning,
    /// What is left without a clitic that the language does not take for one: where the document writes that by itself,
    /// it is one.
    doubtful: Word,
}

/// How many words are remembered: they make up most of any text.
const REMEMBERED: usize = 1 << 13;

/// What is remembered, and of whose words.
#[derive(Default)]
struct Memory {
    of: usize,
    known: Vec<Known>,
}

thread_local! {
    static MEMORY: RefCell<Memory> = RefCell::default();
}

impl Memory {
    fn know(&mut self, word: Word, knowledge: &Knowledge) -> Known {
        let of = std::ptr::from_ref(knowledge).addr();
        if self.of != of {
            *self = Memory { of, known: vec![Known::default(); REMEMBERED] };
        }
        let (low, high) = (word.bits() as u64, (word.bits() >> 64) as u64);
        let hash = (low ^ high.rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let slot = &mut self.known[(hash >> 51) as usize % REMEMBERED];
        if slot.word != word {
            let (bare, doubtful) = stem::bare_or_doubtful(word, knowledge.seen(None));
            *slot = Known { word, meaning: Meaning::of(word, bare, knowledge), doubtful: doubtful.unwrap_or_default() };
        }
        *slot
    }
}

impl Meaning {
    /// An Arabic word whose clitics are known.
    fn of(word: Word, bare: Word, knowledge: &Knowledge) -> Meaning {
        let stem = stem::of_bare(bare);
        let is_stop = knowledge.is_stop(word) || knowledge.is_stop(bare);
        // «وفي»، «فقال»: the conjunction changes nothing.
        let joined = knowledge.begins_with_conjunction(word) && knowledge.is_stop(word.without_first(1));
        let rare = knowledge.count(word) == 0 && knowledge.count(bare) == 0;
        Meaning {
            bare,
            stem,
            echo: if rare { sound(bare).unwrap_or_default() } else { Word::default() },
            rate: knowledge.rate(stem.root),
            measure: knowledge.measure(stem),
            part: knowledge.part(stem.stem),
            is_stop,
            is_silent: is_stop || joined || word.len() < 2 || bare.len() < 2,
            begins_name: knowledge.begins_name(bare),
            is_market: knowledge.is_market(stem.stem),
        }
    }

    /// A word of another script.
    fn of_latin(word: Word, knowledge: &Knowledge) -> Meaning {
        Meaning { echo: sound(word).unwrap_or_default(), ..Meaning::of_name(word, knowledge) }
    }

    /// A name that is spelled in one way or another.
    pub fn of_name(name: Word, knowledge: &Knowledge) -> Meaning {
        let stem = Stem { stem: name, root: name };
        let is_stop = knowledge.is_stop(name);
        Meaning {
            bare: name,
            stem,
            echo: Word::default(),
            rate: knowledge.rate(name),
            measure: knowledge.measure(stem),
            part: knowledge.part(name),
            is_stop,
            is_silent: is_stop || name.len() < 2,
            begins_name: knowledge.begins_name(name),
            is_market: knowledge.is_market(name),
        }
    }
}

/// A distinct word of a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub word: Word,
    pub is_latin: bool,
    /// How often it stands there.
    pub count: u32,
    pub meaning: Meaning,
}

/// The distinct words of a document.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The place of each word among the entries; other scripts are told apart by the highest bit.
    places: FxHashMap<u128, u32>,
    pub entries: Vec<Entry>,
}

const LATIN: u128 = 1 << 127;

impl Words {
    /// Room for the words of a text of so many tokens.
    pub fn with_room(tokens: usize) -> Words {
        // Every other word is a new one.
        let places = FxHashMap::with_capacity_and_hasher(tokens / 2, Default::default());
        Words { places, entries: Vec::with_capacity(tokens / 2) }
    }

    /// Counts a word, and gives its place among the entries.
    pub fn note(&mut self, token: &Token) -> u32 {
        let (word, is_latin) = (token.word, token.class == Class::Latin);
        let next = self.entries.len() as u32;
        let place = *self.places.entry(word.bits() | if is_latin { LATIN } else { 0 }).or_insert(next);
        if place == next {
            self.entries.push(Entry { word, is_latin, count: 0, meaning: Meaning::default() });
        }
        self.entries[place as usize].count += 1;
        place
    }

    /// How often the document writes an Arabic word.
    fn count(&self, word: Word) -> u32 {
        self.places.get(&word.bits()).map_or(0, |place| self.entries[*place as usize].count)
    }

    /// Understands every word, once all of them are counted.
    pub fn understand(&mut self, knowledge: &Knowledge) {
        MEMORY.with_borrow_mut(|memory| {
            for at in 0..self.entries.len() {
                let Entry { word, is_latin, .. } = self.entries[at];
                self.entries[at].meaning = if is_latin {
                    Meaning::of_latin(word, knowledge)
                } else {
                    let known = memory.know(word, knowledge);
                    if known.doubtful.is_empty() || self.count(known.doubtful) == 0 {
                        known.meaning
                    } else {
                        let here = |word| self.count(word);
                        Meaning::of(word, stem::bare(word, knowledge.seen(Some(&here))), knowledge)
                    }
                };
            }
        });
    }
}
