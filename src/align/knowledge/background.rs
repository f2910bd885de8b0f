//! How common words, their stems and their roots are. The build makes this of `background.toml` (`build.rs`), since it
//! takes long; the program reads it when it starts.

use crate::align::stem::{self, Seen, Stem};
use crate::text::Word;
use rustc_hash::{FxHashMap, FxHashSet};

/// The words of many sentences of the news.
#[derive(Debug, Default)]
pub(crate) struct Background {
    /// How often each word stands there.
    pub words: FxHashMap<Word, u32>,
    pub stems: FxHashSet<Word>,
    /// How often a root is in a sentence, 0 to 1.
    pub roots: FxHashMap<Word, f64>,
    /// How often the rarest word is.
    pub rarest: f64,
}

#[allow(dead_code, reason = "the build makes and writes what the program reads")]
impl Background {
    /// Of words with how often they stand in so many sentences; the others are known, however rare they are.
    pub fn of(sentences: u32, words: FxHashMap<Word, u32>, others: impl Iterator<Item = Word>) -> Background {
        let rate = |count: u32| f64::from(count) / f64::from(sentences);
        let rarest = rate(words.values().copied().min().unwrap_or(1));
        let mut background = Background { words, rarest, ..Background::default() };
        for word in others {
            background.words.entry(word).or_insert(1);
        }
        // A stem leans on the stems before it: in the order of the words, it is the same in every run.
        let words = background.in_order();
        for (word, _) in &words {
            let stem = background.stem(*word).stem;
            background.stems.insert(stem);
        }
        let mut sums: FxHashMap<Word, u32> = FxHashMap::default();
        for (word, count) in words {
            *sums.entry(background.stem(word).root).or_default() += count;
        }
        background.roots = sums.into_iter().map(|(root, count)| (root, rate(count))).collect();
        background
    }

    fn in_order(&self) -> Vec<(Word, u32)> {
        let mut words: Vec<(Word, u32)> = self.words.iter().map(|(word, count)| (*word, *count)).collect();
        words.sort_unstable();
        words
    }

    fn stem(&self, word: Word) -> Stem {
        stem::stem(word, Seen { language: &self.words, stems: &self.stems, here: None })
    }

    /// Writes it down, for [`Background::read`].
    pub fn write(&self) -> Vec<u8> {
        let mut out = self.rarest.to_le_bytes().to_vec();
        for len in [self.words.len(), self.stems.len(), self.roots.len()] {
            out.extend((len as u32).to_le_bytes());
        }
        for (word, count) in &self.words {
            out.extend(word.bits().to_le_bytes());
            out.extend(count.to_le_bytes());
        }
        self.stems.iter().for_each(|word| out.extend(word.bits().to_le_bytes()));
        for (root, rate) in &self.roots {
            out.extend(root.bits().to_le_bytes());
            out.extend(rate.to_le_bytes());
        }
        out
    }

    /// What was written; none, where it is something else.
    pub fn read(mut bytes: &[u8]) -> Option<Background> {
        let bytes = &mut bytes;
        let rarest = f64::from_le_bytes(next(bytes)?);
        let mut len = || Some(u32::from_le_bytes(next(bytes)?) as usize);
        let (words, stems, roots) = (len()?, len()?, len()?);
        let mut background = Background {
            words: FxHashMap::with_capacity_and_hasher(words, Default::default()),
            stems: FxHashSet::with_capacity_and_hasher(stems, Default::default()),
            roots: FxHashMap::with_capacity_and_hasher(roots, Default::default()),
            rarest,
        };
        for _ in 0..words {
            background.words.insert(word(bytes)?, u32::from_le_bytes(next(bytes)?));
        }
        for _ in 0..stems {
            background.stems.insert(word(bytes)?);
        }
        for _ in 0..roots {
            background.roots.insert(word(bytes)?, f64::from_le_bytes(next(bytes)?));
        }
        Some(background)
    }
}

fn word(bytes: &mut &[u8]) -> Option<Word> {
    Some(Word::from_bits(u128::from_le_bytes(next(bytes)?)))
}

fn next<const LEN: usize>(bytes: &mut &[u8]) -> Option<[u8; LEN]> {
    let (first, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(*first)
}
