//! How common words, their stems and their roots are. The build makes this of `background.toml` (`build.rs`), since it
//! takes long; the program reads it when it starts.

use crate::align::stem::{self, Seen, Stem};
use crate::text::Word;
use rustc_hash::{FxHashMap, FxHashSet};

/// The words of many sentences of the news.
#[derive(Debug, Default)]
pub(crate) struct Background {
    /// How many sentences.
    pub sentences: u32,
    /// How often the rarest of its words stands there.
    pub least: u32,
    /// How often each word does.
    pub words: FxHashMap<Word, u32>,
    pub stems: FxHashSet<Word>,
    /// How often the words of each root do.
    pub roots: FxHashMap<Word, u32>,
}

#[allow(dead_code, reason = "the build makes and writes what the program reads")]
impl Background {
    /// Of words with how often they stand in so many sentences; the others are known, however rare they are.
    pub fn of(sentences: u32, words: FxHashMap<Word, u32>, others: impl Iterator<Item = Word>) -> Background {
        let least = words.values().copied().min().unwrap_or(1);
        let mut background = Background { sentences, least, words, ..Background::default() };
        for word in others {
            background.words.entry(word).or_insert(1);
        }
        // A stem leans on the stems before it: in the order of the words, it is the same in every run.
        let words = background.in_order();
        for (word, _) in &words {
            let stem = background.stem(*word).stem;
            background.stems.insert(stem);
        }
        for (word, count) in words {
            *background.roots.entry(background.stem(word).root).or_default() += count;
        }
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
        let [words, stems, roots] = [self.words.len(), self.stems.len(), self.roots.len()].map(|len| len as u32);
        let mut out: Vec<u8> = [self.sentences, self.least, words, stems, roots].map(u32::to_le_bytes).concat();
        let counted = |out: &mut Vec<u8>, (word, count): (&Word, &u32)| {
            out.extend(word.bits().to_le_bytes());
            out.extend(count.to_le_bytes());
        };
        self.words.iter().for_each(|entry| counted(&mut out, entry));
        self.stems.iter().for_each(|word| out.extend(word.bits().to_le_bytes()));
        self.roots.iter().for_each(|entry| counted(&mut out, entry));
        out
    }

    /// What was written; none, where it is something else.
    pub fn read(mut bytes: &[u8]) -> Option<Background> {
        let bytes = &mut bytes;
        let mut numbers = [0; 5];
        for each in &mut numbers {
            *each = number(bytes)?;
        }
        let [sentences, least, words, stems, roots] = numbers;
        let words = (0..words).map(|_| Some((word(bytes)?, number(bytes)?))).collect::<Option<_>>()?;
        let stems = (0..stems).map(|_| word(bytes)).collect::<Option<_>>()?;
        let roots = (0..roots).map(|_| Some((word(bytes)?, number(bytes)?))).collect::<Option<_>>()?;
        Some(Background { sentences, least, words, stems, roots })
    }
}

fn number(bytes: &mut &[u8]) -> Option<u32> {
    let (number, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(u32::from_le_bytes(*number))
}

fn word(bytes: &mut &[u8]) -> Option<Word> {
    let (bits, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(Word::from_bits(u128::from_le_bytes(*bits)))
}
