//! Words: the distinct words of a document, each understood once.
//! Here: what a word is by the language alone, which is kept for the next text, and by the document that it stands
//! in. Not here: how clitics and endings come off (`stem.rs`), nor what is known of words (`knowledge.rs`).

use super::knowledge::{Knowledge, MeasureId};
use super::memo::Memo;
use super::stem::{self, Stem};
use super::term::sound;
use crate::text::{Class, Token, Word};
use std::cell::RefCell;

/// What a word is. Very many are remembered: it is kept small.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Meaning {
    pub stem: Stem,
    /// How likely a sentence of the news has a word of its root.
    pub rate: f64,
    /// What it says is measured.
    pub measure: Option<MeasureId>,
    /// The part that it says a figure plays.
    pub part: Option<u8>,
    /// How many letters of it are conjunction, preposition and article.
    clitics: u8,
    /// How many letters the language does not take for a clitic: where the document writes what is left by itself, they
    /// are one. None is none.
    doubtful: u8,
    traits: u8,
}

impl Meaning {
    const STOP: u8 = 1;
    const SILENT: u8 = 2;
    const BEGINS_NAME: u8 = 4;
    const MARKET: u8 = 8;
    const RARE: u8 = 16;

    /// An Arabic word whose clitics are known.
    fn of(word: Word, bare: Word, knowledge: &Knowledge) -> Meaning {
        let stem = stem::of_bare(bare);
        let stop = knowledge.is_stop(word) || knowledge.is_stop(bare);
        // «وفي»، «فقال»: the conjunction changes nothing.
        let joined = || knowledge.begins_with_conjunction(word) && knowledge.is_stop(word.without_first(1));
        let silent = stop || bare.len() < 2 || joined();
        let rare = knowledge.count(word) == 0 && knowledge.count(bare) == 0;
        let meaning = Meaning::of_stem(stem, bare, knowledge);
        let traits = meaning.traits | Meaning::traits(stop, silent, rare);
        Meaning { clitics: (word.len() - bare.len()) as u8, traits, ..meaning }
    }

    /// A word of another script.
    fn of_latin(word: Word, knowledge: &Knowledge) -> Meaning {
        let name = Meaning::of_name(word, knowledge);
        Meaning { traits: name.traits | Meaning::RARE, ..name }
    }

    /// A name that is spelled in one way or another.
    pub fn of_name(name: Word, knowledge: &Knowledge) -> Meaning {
        let stop = knowledge.is_stop(name);
        let traits = Meaning::traits(stop, stop || name.len() < 2, false);
        let meaning = Meaning::of_stem(Stem { stem: name, root: name }, name, knowledge);
        Meaning { traits: meaning.traits | traits, ..meaning }
    }

    fn traits(stop: bool, silent: bool, rare: bool) -> u8 {
        let of = |holds: bool, bit: u8| if holds { bit } else { 0 };
        of(stop, Meaning::STOP) | of(silent, Meaning::SILENT) | of(rare, Meaning::RARE)
    }

    fn of_stem(stem: Stem, bare: Word, knowledge: &Knowledge) -> Meaning {
        let of = |holds: bool, bit: u8| if holds { bit } else { 0 };
        let traits =
            of(knowledge.begins_name(bare), Meaning::BEGINS_NAME) | of(knowledge.is_market(stem.stem), Meaning::MARKET);
        Meaning {
            stem,
            rate: knowledge.rate(stem.root),
            measure: knowledge.measure(stem),
            part: knowledge.part(stem.stem),
            clitics: 0,
            doubtful: 0,
            traits,
        }
    }

    /// It says nothing about what a figure is about: «على».
    pub fn is_stop(&self) -> bool {
        self.traits & Meaning::STOP != 0
    }

    /// As such, or with a conjunction before it, or hardly a word.
    pub fn is_silent(&self) -> bool {
        self.traits & Meaning::SILENT != 0
    }

    /// Names begin with it.
    pub fn begins_name(&self) -> bool {
        self.traits & Meaning::BEGINS_NAME != 0
    }

    /// It tells of a market.
    pub fn is_market(&self) -> bool {
        self.traits & Meaning::MARKET != 0
    }
}

/// How many words are remembered, as a power of two: they make up most of any text.
const REMEMBERED: u32 = 15;

/// What words are by the language alone, and in whose knowledge.
struct Memory {
    of: usize,
    known: Memo<Meaning>,
}

thread_local! {
    static MEMORY: RefCell<Memory> = const { RefCell::new(Memory { of: 0, known: Memo::new(REMEMBERED) }) };
}

impl Memory {
    fn know(&mut self, word: Word, knowledge: &Knowledge) -> Meaning {
        self.known.get(word, || {
            let (bare, doubtful) = stem::bare_or_doubtful(word, knowledge.seen(None));
            let doubtful = doubtful.map_or(0, |rest| (word.len() - rest.len()) as u8);
            Meaning { doubtful, ..Meaning::of(word, bare, knowledge) }
        })
    }
}

fn hash(bits: u128) -> u32 {
    let (low, high) = (bits as u64, (bits >> 64) as u64);
    ((low ^ high.rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as u32
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

impl Entry {
    /// The word without conjunction, preposition and article.
    pub fn bare(&self) -> Word {
        self.word.without_first(usize::from(self.meaning.clitics))
    }

    /// How it sounds, where it may be a name.
    pub fn echo(&self) -> Option<Word> {
        if self.meaning.traits & Meaning::RARE != 0 { sound(self.bare()) } else { None }
    }
}

/// The tokens of a document and the words that they are. What one document leaves is room for the next.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub tokens: Vec<Token>,
    /// For each token its place among the words; [`u32::MAX`] where it is none.
    pub places: Vec<u32>,
    pub words: Words,
}

/// No room is kept for documents that are longer, in tokens.
const LONGEST: usize = 1 << 14;

thread_local! {
    static ROOM: RefCell<Reading> = RefCell::default();
}

impl Reading {
    /// An empty one.
    pub fn new() -> Reading {
        let mut reading = ROOM.take();
        reading.tokens.clear();
        reading
    }

    /// Understands the words, once all tokens are there.
    pub fn understand(&mut self, knowledge: &Knowledge) {
        let Reading { tokens, places, words } = self;
        words.clear(tokens.len());
        let place = |token: &Token| if token.is_word() { words.note(token) } else { u32::MAX };
        places.clear();
        places.extend(tokens.iter().map(place));
        words.understand(knowledge);
    }

    /// Leaves its room to the next.
    pub fn leave(self) {
        if self.tokens.capacity() <= LONGEST {
            ROOM.set(self);
        }
    }
}

/// The distinct words of a document.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The entries by the hash of their words: each in the first free place from there, counted from one.
    places: Vec<u32>,
    /// The words of the entries; those of other scripts are told apart by the highest bit.
    keys: Vec<u128>,
    pub entries: Vec<Entry>,
}

const LATIN: u128 = 1 << 127;

impl Words {
    /// Forgets all words, and makes room for those of so many tokens.
    fn clear(&mut self, tokens: usize) {
        self.places.clear();
        // Not half full: what is looked for is soon found.
        self.places.resize((2 * tokens).next_power_of_two(), 0);
        self.keys.clear();
        self.entries.clear();
    }

    /// Where the word stands or belongs.
    fn slot(&self, key: u128) -> usize {
        let mut slot = hash(key) as usize & (self.places.len() - 1);
        while self.places[slot] != 0 && self.keys[self.places[slot] as usize - 1] != key {
            slot = (slot + 1) & (self.places.len() - 1);
        }
        slot
    }

    fn note(&mut self, token: &Token) -> u32 {
        let (word, is_latin) = (token.word, token.class == Class::Latin);
        let key = word.bits() | if is_latin { LATIN } else { 0 };
        let slot = self.slot(key);
        if self.places[slot] == 0 {
            self.keys.push(key);
            self.entries.push(Entry { word, is_latin, count: 0, meaning: Meaning::default() });
            self.places[slot] = self.entries.len() as u32;
        }
        let place = self.places[slot] - 1;
        self.entries[place as usize].count += 1;
        place
    }

    /// How often the document writes an Arabic word.
    fn count(&self, word: Word) -> u32 {
        let place = self.places[self.slot(word.bits())].checked_sub(1);
        place.map_or(0, |place| self.entries[place as usize].count)
    }

    fn understand(&mut self, knowledge: &Knowledge) {
        MEMORY.with_borrow_mut(|memory| {
            let of = std::ptr::from_ref(knowledge).addr();
            if memory.of != of {
                *memory = Memory { of, known: Memo::new(REMEMBERED) };
            }
            for at in 0..self.entries.len() {
                let Entry { word, is_latin, .. } = self.entries[at];
                self.entries[at].meaning = if is_latin {
                    Meaning::of_latin(word, knowledge)
                } else {
                    let meaning = memory.know(word, knowledge);
                    let doubtful = usize::from(meaning.doubtful);
                    if doubtful == 0 || self.count(word.without_first(doubtful)) == 0 {
                        meaning
                    } else {
                        let here = |word| self.count(word);
                        Meaning::of(word, stem::bare(word, knowledge.seen(Some(&here))), knowledge)
                    }
                };
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Span;

    fn bare(text: &str, word: &str) -> Word {
        let mut reading = Reading::new();
        crate::text::tokens(text, Span::new(0, text.len()), &mut reading.tokens);
        reading.understand(Knowledge::builtin());
        let entry = reading.words.entries.iter().find(|entry| entry.word == Word::of(word)).expect("the word is there");
        let bare = entry.bare();
        reading.leave();
        bare
    }

    #[test]
    fn what_a_document_writes_by_itself_is_a_word() {
        for (text, word, without) in [
            ("زار برقاوش", "برقاوش", "برقاوش"),
            ("زار برقاوش رقاوش", "برقاوش", "رقاوش"),
            ("زار برقاوش", "برقاوش", "برقاوش"),
            ("قال وزير المالية", "وزير", "وزير"),
            ("قال وزير المالية", "الماليه", "ماليه"),
        ] {
            assert_eq!(bare(text, word), Word::of(without), "{text} {word}");
        }
    }

    #[test]
    fn words_are_told_apart_and_counted() {
        let text = "خبر nova خبر، Nova 5 خبر";
        let mut reading = Reading::new();
        crate::text::tokens(text, Span::new(0, text.len()), &mut reading.tokens);
        reading.understand(Knowledge::builtin());
        let counts: Vec<(u32, bool)> =
            reading.words.entries.iter().map(|entry| (entry.count, entry.is_latin)).collect();
        assert_eq!(counts, [(3, false), (2, true)]);
        assert_eq!(reading.places, [0, 1, 0, u32::MAX, 1, u32::MAX, 0]);
    }
}
