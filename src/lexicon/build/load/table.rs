//! A table of words and phrases, laid out as the program finds them (`src/lexicon/find.rs`).

use crate::figure::Span;
use crate::lexicon::Kinds;
use crate::lexicon::filter::Filters;
use crate::lexicon::layout::{Entry, PAIRS, PLACE, Phrase, first_slot, hash, key, mark, pair, tag};
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
        let mut slots = vec![0_u32; (2 * self.starts.len()).next_power_of_two()];
        let (mut keys, mut entries, mut phrases, mut pieces) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut marks, mut senses) = (Vec::new(), Vec::new());
        let mut pairs = vec![0_u8; 1 << PAIRS >> u8::BITS.trailing_zeros()];
        let mut known: FxHashMap<Vec<u8>, u16> = FxHashMap::default();
        for (place, start) in (1..).zip(&self.starts) {
            let hash = hash(start.piece);
            let mut slot = first_slot(hash, slots.len());
            while slots[slot] != 0 {
                slot = (slot + 1) % slots.len();
            }
            slots[slot] = tag(hash) | Some(place).filter(|place| place >> PLACE == 0)?;
            let longer = start.phrases.iter().filter(|(rest, _)| !rest.is_empty()).count();
            let (longer, alone) = (u16::try_from(longer).ok()?, u16::try_from(start.phrases.len() - longer).ok()?);
            let mut first = u32::try_from(phrases.len()).ok()?;
            let entry = first;
            for (rest, sense) in &start.phrases {
                let next = u16::try_from(senses.len()).ok()?;
                let sense = *known.entry(postcard::to_stdvec(sense).ok()?).or_insert_with(|| {
                    senses.push(*sense);
                    next
                });
                if (longer, alone) == (0, 1) {
                    first = u32::from(sense);
                    continue;
                }
                let (from, len) = (u32::try_from(pieces.len()).ok()?, u8::try_from(rest.len()).ok()?);
                for second in rest.first().into_iter().flat_map(|second| [*second, definite(*second)]) {
                    let (at, bit) = pair(entry, second);
                    pairs[at] |= bit;
                }
                marks.push(rest.first().map_or(0, |second| mark(*second)));
                phrases.push(Phrase { sense, pieces: from, len }.write());
                pieces.extend(rest.iter().map(|piece| piece.to_le_bytes()));
            }
            keys.push(start.piece.to_le_bytes());
            entries.push(Entry { kinds: start.kinds, first, longer, alone }.write());
        }
        let slots = slots.into_iter().flat_map(u32::to_le_bytes).collect();
        let parts = [
            slots,
            keys.concat(),
            entries.concat(),
            phrases.concat(),
            marks,
            pairs,
            pieces.concat(),
            self.filters.write(),
            postcard::to_stdvec(&senses).ok()?,
        ];
        let mut out = Vec::new();
        for part in parts {
            out.extend(u32::try_from(part.len()).ok()?.to_le_bytes());
            out.extend(part);
        }
        Some(out)
    }
}

/// A piece with the article before it, where it is a word: a later word of a phrase may have it.
fn definite(piece: u128) -> u128 {
    let word = Word::from_bits(piece);
    if word.bits() == piece { Word::of("ال").before(word).bits() } else { piece }
}
