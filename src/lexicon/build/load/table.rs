//! A table of words and phrases, laid out as the program finds them (`src/lexicon/find.rs`).

use crate::figure::Span;
use crate::lexicon::Kinds;
use crate::lexicon::filter::Filters;
use crate::lexicon::layout::{Entry, PAIRS, PLACE, Phrase, key, mark, pair, tag};
use crate::text::affix::ARTICLE;
use crate::text::hash::{first_slot, hash};
use crate::text::{self, Class, Word};
use rustc_hash::FxHashMap;
use serde::Serialize;

/// Words and phrases with what they mean.
pub struct Table<S> {
    places: FxHashMap<u128, usize>,
    starts: Vec<Start<S>>,
    filters: Filters,
}

impl<S> Default for Table<S> {
    fn default() -> Table<S> {
        Table { places: FxHashMap::default(), starts: Vec::new(), filters: Filters::default() }
    }
}

/// The phrases that begin with one piece.
struct Start<S> {
    piece: u128,
    kinds: Kinds,
    /// The pieces after the first, and the meaning; longer ones first.
    phrases: Vec<(Vec<u128>, S)>,
}

impl<S: Copy + PartialEq + Serialize> Table<S> {
    /// Adds a meaning of `phrase`, of some kind; gives the word, where the phrase is one.
    pub fn add(&mut self, phrase: &str, sense: S, kind: Kinds) -> Option<Word> {
        let mut tokens = Vec::new();
        text::tokens(phrase, Span::new(0, phrase.len()), &mut tokens);
        let (first, rest) = tokens.split_first()?;
        let (word, piece) = (first.word, key(phrase, first));
        if first.class == Class::Digits {
            return None;
        }
        self.filters.add(word, kind);
        let place = *self.places.entry(piece).or_insert_with(|| {
            self.starts.push(Start { piece, kinds: Kinds::NONE, phrases: Vec::new() });
            self.starts.len() - 1
        });
        let start = &mut self.starts[place];
        if rest.is_empty() {
            start.kinds = start.kinds.or(kind);
        }
        let phrase = (rest.iter().map(|token| key(phrase, token)).collect::<Vec<_>>(), sense);
        if !start.phrases.contains(&phrase) {
            let at = start.phrases.partition_point(|(pieces, _)| pieces.len() >= phrase.0.len());
            start.phrases.insert(at, phrase);
        }
        rest.is_empty().then_some(word)
    }

    /// The table as the program reads it; `None` where it is too large.
    pub fn write(&self) -> Option<Vec<u8>> {
        let mut written = Written::default();
        let entries: Vec<Vec<u8>> = self.starts.iter().map(|start| written.entry(start)).collect::<Option<_>>()?;
        let parts = [
            self.slots()?,
            self.starts.iter().flat_map(|start| start.piece.to_le_bytes()).collect(),
            entries.concat(),
            written.phrases.concat(),
            written.marks,
            written.pairs,
            written.pieces.concat(),
            self.filters.write(),
            postcard::to_stdvec(&written.senses).ok()?,
        ];
        let mut out = Vec::new();
        for part in parts {
            out.extend(u32::try_from(part.len()).ok()?.to_le_bytes());
            out.extend(part);
        }
        Some(out)
    }

    /// The hash table of the first pieces: the place of each, from 1, with some bits of its hash.
    fn slots(&self) -> Option<Vec<u8>> {
        let mut slots = vec![0_u32; (2 * self.starts.len()).next_power_of_two()];
        for (place, start) in (1..).zip(&self.starts) {
            let hash = hash(start.piece);
            let mut slot = first_slot(hash, slots.len());
            while slots[slot] != 0 {
                slot = (slot + 1) % slots.len();
            }
            slots[slot] = tag(hash) | Some(place).filter(|place| place >> PLACE == 0)?;
        }
        Some(slots.into_iter().flat_map(u32::to_le_bytes).collect())
    }
}

/// The phrases of a table as they are written, one after another.
struct Written<S> {
    phrases: Vec<[u8; 8]>,
    /// What each goes on with, one mark a phrase.
    marks: Vec<u8>,
    /// Which second pieces the entries go on with.
    pairs: Vec<u8>,
    pieces: Vec<[u8; 16]>,
    /// The meanings, each once, and the place of each.
    senses: Vec<S>,
    known: FxHashMap<Vec<u8>, u16>,
}

impl<S> Default for Written<S> {
    fn default() -> Written<S> {
        Written {
            phrases: Vec::new(),
            marks: Vec::new(),
            pairs: vec![0; 1 << PAIRS >> u8::BITS.trailing_zeros()],
            pieces: Vec::new(),
            senses: Vec::new(),
            known: FxHashMap::default(),
        }
    }
}

impl<S: Copy + Serialize> Written<S> {
    /// Writes down the phrases that begin with a piece; gives their entry.
    fn entry(&mut self, start: &Start<S>) -> Option<Vec<u8>> {
        let longer = start.phrases.iter().filter(|(rest, _)| !rest.is_empty()).count();
        let (longer, alone) = (u16::try_from(longer).ok()?, u16::try_from(start.phrases.len() - longer).ok()?);
        let first = u32::try_from(self.phrases.len()).ok()?;
        if let (0, [(_, sense)]) = (longer, &start.phrases[..]) {
            let first = u32::from(self.sense(*sense)?);
            return Some(Entry { kinds: start.kinds, first, longer, alone }.write());
        }
        for (rest, sense) in &start.phrases {
            let sense = self.sense(*sense)?;
            self.phrase(first, rest, sense)?;
        }
        Some(Entry { kinds: start.kinds, first, longer, alone }.write())
    }

    /// Writes down a phrase of an entry by the pieces after its first.
    fn phrase(&mut self, entry: u32, rest: &[u128], sense: u16) -> Option<()> {
        let (from, len) = (u32::try_from(self.pieces.len()).ok()?, u8::try_from(rest.len()).ok()?);
        for second in rest.first().into_iter().flat_map(|second| [*second, definite(*second)]) {
            let (at, bit) = pair(entry, second);
            self.pairs[at] |= bit;
        }
        self.marks.push(rest.first().map_or(0, |second| mark(*second)));
        self.phrases.push(Phrase { sense, pieces: from, len }.write());
        self.pieces.extend(rest.iter().map(|piece| piece.to_le_bytes()));
        Some(())
    }

    /// The place of a meaning.
    fn sense(&mut self, sense: S) -> Option<u16> {
        let next = u16::try_from(self.senses.len()).ok()?;
        let place = self.known.entry(postcard::to_stdvec(&sense).ok()?).or_insert_with(|| {
            self.senses.push(sense);
            next
        });
        Some(*place)
    }
}

impl Entry {
    /// As it stands in the table.
    fn write(self) -> Vec<u8> {
        let counts = [self.longer, self.alone].into_iter().flat_map(u16::to_le_bytes);
        self.kinds.0.to_le_bytes().into_iter().chain(self.first.to_le_bytes()).chain(counts).collect()
    }
}

impl Phrase {
    /// As it stands in the table.
    fn write(self) -> [u8; 8] {
        let [a, b, c, d] = self.pieces.to_le_bytes();
        let [e, f] = self.sense.to_le_bytes();
        [a, b, c, d, e, f, self.len, 0]
    }
}

/// A piece with the article before it, where it is a word: a later word of a phrase may have it.
fn definite(piece: u128) -> u128 {
    let word = Word::from_bits(piece);
    if word.bits() == piece { Word::of(ARTICLE).before(word).bits() } else { piece }
}
