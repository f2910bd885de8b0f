//! How common the words of the news are, their stems and their roots, of `rules/lexicon/background.toml`.

use crate::lexicon::known::{Known, STEM, first_slot};
use crate::text::Word;
use crate::text::stem::{self, Seen, Stem, Vocabulary};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// Words with how often each stands there, and the stems found so far.
struct Words {
    counts: FxHashMap<Word, u32>,
    stems: FxHashSet<Word>,
}

impl Vocabulary for Words {
    fn count(&self, word: Word) -> u32 {
        self.counts.get(&word).copied().unwrap_or(0)
    }

    fn is_stem(&self, word: Word) -> bool {
        self.stems.contains(&word)
    }
}

impl Words {
    fn stem(&self, word: Word) -> Stem {
        stem::stem(word, Seen { words: self, here: None })
    }
}

/// The background of words with how often they stand in so many sentences; the others are known, however rare they are.
pub fn of(sentences: u32, counts: FxHashMap<Word, u32>, others: impl Iterator<Item = Word>) -> Vec<u8> {
    let rarest = f64::from(counts.values().copied().min().unwrap_or(1)) / f64::from(sentences);
    let mut words = Words { counts, stems: FxHashSet::default() };
    for word in others {
        words.counts.entry(word).or_insert(1);
    }
    // A stem leans on the stems before it: in the order of the words, it is the same in every run.
    let mut known: BTreeMap<Word, Known> = BTreeMap::new();
    let in_order: BTreeMap<Word, u32> = words.counts.iter().map(|(word, count)| (*word, *count)).collect();
    for (word, count) in &in_order {
        let stem = words.stem(*word).stem;
        words.stems.insert(stem);
        known.entry(*word).or_default().count = *count;
        known.entry(stem).or_default().stem = true;
    }
    for (word, count) in &in_order {
        known.entry(words.stem(*word).root).or_default().root += count;
    }
    write(sentences, rarest, &known.into_iter().collect::<Vec<_>>())
}

/// Writes down what is known of words in so many sentences, for the program.
fn write(sentences: u32, rarest: f64, words: &[(Word, Known)]) -> Vec<u8> {
    let mut slots = vec![0_u32; (2 * words.len()).next_power_of_two()];
    for (place, (word, _)) in (1..).zip(words) {
        let mut slot = first_slot(*word, slots.len());
        while slots[slot] != 0 {
            slot = (slot + 1) % slots.len();
        }
        slots[slot] = place;
    }
    let mut out = f64::from(sentences).to_le_bytes().to_vec();
    out.extend(rarest.to_le_bytes());
    out.extend((words.len() as u64).to_le_bytes());
    words.iter().for_each(|(word, _)| out.extend(word.bits().to_le_bytes()));
    for (_, Known { count, root, stem }) in words {
        out.extend((count | if *stem { STEM } else { 0 }).to_le_bytes());
        out.extend(root.to_le_bytes());
    }
    slots.into_iter().for_each(|place| out.extend(place.to_le_bytes()));
    out
}
