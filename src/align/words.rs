//! Words: what a word is by the language alone, and by the document that it stands in.
//! Not here: which words there are (`corpus.rs`), how clitics and endings come off (`text/stem.rs`), nor what is known of
//! words (`knowledge/`).

use super::knowledge::{Knowledge, MeasureId};
use super::term::sound;
use crate::text::Word;
use crate::text::stem::{self, Stem};

/// What a word is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Meaning {
    pub stem: Word,
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
    const LATIN: u8 = 32;
    const WHOLE: u8 = 64;
    const HAPPENS: u8 = 128;

    /// An Arabic word whose clitics are known.
    fn of(word: Word, bare: Word, stem: Stem, knowledge: &Knowledge) -> Meaning {
        let whole = bare == word;
        let stop = knowledge.is_stop(word) || !whole && knowledge.is_stop(bare);
        // «وفي», «فقال»: the conjunction changes nothing.
        let joined = || word.begins_with_conjunction() && knowledge.is_stop(word.without_first(1));
        let silent = stop || bare.len() < 2 || joined();
        let rare = knowledge.count(word) == 0 && (whole || knowledge.count(bare) == 0);
        let meaning = Meaning::of_stem(stem, bare, knowledge);
        let whole = stem.stem == word && stem.root == word;
        let own = [(stop, Meaning::STOP), (silent, Meaning::SILENT), (rare, Meaning::RARE), (whole, Meaning::WHOLE)];
        Meaning { clitics: (word.len() - bare.len()) as u8, traits: meaning.traits | traits(own), ..meaning }
    }

    /// A word of another script.
    fn of_latin(word: Word, knowledge: &Knowledge) -> Meaning {
        let name = Meaning::of_name(word, knowledge);
        Meaning { traits: name.traits | Meaning::RARE | Meaning::LATIN | Meaning::WHOLE, ..name }
    }

    /// A name that is spelled in one way or another.
    pub fn of_name(name: Word, knowledge: &Knowledge) -> Meaning {
        let stop = knowledge.is_stop(name);
        let own = [(stop, Meaning::STOP), (stop || name.len() < 2, Meaning::SILENT)];
        let meaning = Meaning::of_stem(Stem { stem: name, root: name }, name, knowledge);
        Meaning { traits: meaning.traits | traits(own), ..meaning }
    }

    fn of_stem(stem: Stem, bare: Word, knowledge: &Knowledge) -> Meaning {
        Meaning {
            stem: stem.stem,
            rate: knowledge.rate(stem.root),
            measure: knowledge.measure(stem),
            part: knowledge.part(stem.stem),
            clitics: 0,
            doubtful: 0,
            traits: traits([
                (knowledge.begins_name(bare), Meaning::BEGINS_NAME),
                (knowledge.is_market(stem.stem), Meaning::MARKET),
                (knowledge.happens(stem.root), Meaning::HAPPENS),
            ]),
        }
    }

    fn is(&self, bit: u8) -> bool {
        self.traits & bit != 0
    }

    /// It says nothing about what a figure is about: «على».
    pub fn is_stop(&self) -> bool {
        self.is(Meaning::STOP)
    }

    /// As such, or with a conjunction before it, or hardly a word.
    pub fn is_silent(&self) -> bool {
        self.is(Meaning::SILENT)
    }

    /// Names begin with it.
    pub fn begins_name(&self) -> bool {
        self.is(Meaning::BEGINS_NAME)
    }

    /// It tells of a market.
    pub fn is_market(&self) -> bool {
        self.is(Meaning::MARKET)
    }

    /// It says that something begins, ends or goes on, whatever it is.
    pub fn happens(&self) -> bool {
        self.is(Meaning::HAPPENS)
    }

    /// It is of another script.
    pub fn is_latin(&self) -> bool {
        self.is(Meaning::LATIN)
    }

    /// Some of its letters are a clitic only where a document writes the rest by itself.
    pub fn is_in_doubt(&self) -> bool {
        self.doubtful > 0
    }

    /// The news hardly knows it, so that it may be a name.
    pub fn is_rare(&self) -> bool {
        self.is(Meaning::RARE)
    }

    /// It is its own stem and root.
    pub fn is_whole(&self) -> bool {
        self.is(Meaning::WHOLE)
    }
}

/// The bits of what holds.
fn traits<const N: usize>(all: [(bool, u8); N]) -> u8 {
    all.into_iter().filter(|(holds, _)| *holds).fold(0, |traits, (_, bit)| traits | bit)
}

/// A distinct word. Very many are known, and come in any order: each has a line of the cache.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
pub(super) struct Entry {
    pub word: Word,
    pub meaning: Meaning,
    /// The place of its root among the terms of all documents.
    pub root: u32,
    /// The place there of what else it is met by: its sound, where it is a name, or its synonyms; [`Entry::MUTE`] for none.
    pub echo: u32,
}

impl Entry {
    /// In place of an echo.
    pub const MUTE: u32 = u32::MAX;

    /// What is left of the word without letters that are a clitic only where a document writes the rest by itself.
    pub fn in_doubt(&self) -> Option<Word> {
        self.meaning.is_in_doubt().then(|| self.word.without_first(usize::from(self.meaning.doubtful)))
    }

    /// The word without conjunction, preposition and article.
    pub fn bare(&self) -> Word {
        self.word.without_first(usize::from(self.meaning.clitics))
    }
}

/// A word that was not known before; its terms have no places yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct New {
    pub word: Word,
    pub meaning: Meaning,
    pub root: Word,
    /// What else it is met by: how it sounds, where it may be a name, or the line of its synonyms.
    pub echo: Option<Word>,
    /// What it says of the document that it stands in: its root, or the name that it spells.
    pub tells: Option<Word>,
}

impl New {
    /// A word by the language alone.
    pub fn of(word: Word, is_latin: bool, knowledge: &Knowledge) -> New {
        if is_latin {
            return New::known(word, word, word, Meaning::of_latin(word, knowledge), knowledge);
        }
        let (bare, doubtful) = stem::bare_or_doubtful(word, knowledge.seen(None));
        let stem = stem::of_bare(bare);
        let doubtful = doubtful.map_or(0, |rest| (word.len() - rest.len()) as u8);
        let meaning = Meaning { doubtful, ..Meaning::of(word, bare, stem, knowledge) };
        New::known(word, bare, stem.root, meaning, knowledge)
    }

    /// A word in a document that writes words so often.
    pub fn here(word: Word, count: &dyn Fn(Word) -> u32, knowledge: &Knowledge) -> New {
        let bare = stem::bare(word, knowledge.seen(Some(count)));
        let stem = stem::of_bare(bare);
        New::known(word, bare, stem.root, Meaning::of(word, bare, stem, knowledge), knowledge)
    }

    fn known(word: Word, bare: Word, root: Word, meaning: Meaning, knowledge: &Knowledge) -> New {
        // What is written in another script is no stop word of this one.
        let tells = word.len() >= 3 && (!meaning.is_stop() || meaning.is_latin());
        let name = || if meaning.begins_name() { knowledge.name(&[bare]) } else { None };
        New {
            word,
            meaning,
            root,
            echo: knowledge.synonyms(bare).or_else(|| if meaning.is_rare() { sound(bare) } else { None }),
            tells: tells.then(|| name().unwrap_or(root)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_a_line_of_the_cache() {
        assert_eq!(size_of::<Entry>(), 64);
    }
}
