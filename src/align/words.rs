//! Words: what a word is by the language alone, and by the document that it stands in.
//! Not here: which words there are (`corpus.rs`), how clitics and endings come off (`stem.rs`), nor what is known of
//! words (`knowledge.rs`).

use super::knowledge::{Knowledge, MeasureId};
use super::stem::{self, Stem};
use super::term::sound;
use crate::text::Word;

/// What a word is. Very many are known: it is kept small.
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

/// A distinct word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    pub word: Word,
    pub is_latin: bool,
    pub meaning: Meaning,
    /// The place of its root among the terms of all documents.
    pub root: u32,
    /// The place of its sound there, where it may be a name.
    pub sound: Option<u32>,
}

impl Entry {
    /// A word by the language alone; its terms have no places yet.
    pub fn of(word: Word, is_latin: bool, knowledge: &Knowledge) -> Entry {
        let meaning = if is_latin {
            Meaning::of_latin(word, knowledge)
        } else {
            let (bare, doubtful) = stem::bare_or_doubtful(word, knowledge.seen(None));
            let doubtful = doubtful.map_or(0, |rest| (word.len() - rest.len()) as u8);
            Meaning { doubtful, ..Meaning::of(word, bare, knowledge) }
        };
        Entry { word, is_latin, meaning, ..Entry::default() }
    }

    /// What is left of the word without letters that are a clitic only where a document writes the rest by itself.
    pub fn in_doubt(&self) -> Option<Word> {
        (self.meaning.doubtful > 0).then(|| self.word.without_first(usize::from(self.meaning.doubtful)))
    }

    /// The word in a document that writes words so often.
    pub fn here(&self, count: &dyn Fn(Word) -> u32, knowledge: &Knowledge) -> Entry {
        let bare = stem::bare(self.word, knowledge.seen(Some(count)));
        Entry { meaning: Meaning::of(self.word, bare, knowledge), ..*self }
    }

    /// The word without conjunction, preposition and article.
    pub fn bare(&self) -> Word {
        self.word.without_first(usize::from(self.meaning.clitics))
    }

    /// How it sounds, where it may be a name.
    pub fn echo(&self) -> Option<Word> {
        if self.meaning.traits & Meaning::RARE != 0 { sound(self.bare()) } else { None }
    }

    /// What it says of the document that it stands in: its root, or the name that it spells.
    pub fn tells(&self, knowledge: &Knowledge) -> Option<Word> {
        // What is written in another script is no stop word of this one.
        if self.word.len() < 3 || self.meaning.is_stop() && !self.is_latin {
            return None;
        }
        let name = if self.meaning.begins_name() { knowledge.name(&[self.bare()]) } else { None };
        Some(name.unwrap_or(self.meaning.stem.root))
    }
}
