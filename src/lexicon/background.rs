//! How common words, their stems and their roots are. The build finds it out (`build/background.rs`), since it takes
//! long; the program reads it where it lies, so that nothing is made of it when the program starts.

use super::known::{Known, STEM, first_slot};
use crate::text::Word;
use crate::text::stem::Vocabulary;

/// The words of many sentences of the news, with their stems and roots.
#[derive(Debug)]
pub(crate) struct Background {
    sentences: f64,
    /// How often the rarest word is, 0 to 1.
    rarest: f64,
    /// A hash table: 0 for none, else the place of a word from 1.
    slots: &'static [[u8; 4]],
    words: &'static [[u8; 16]],
    /// What is known of each.
    known: &'static [[u8; 8]],
}

impl Background {
    /// What was written; none, where it is something else.
    pub fn read(bytes: &'static [u8]) -> Option<Background> {
        let (sentences, rest) = bytes.split_first_chunk()?;
        let (rarest, rest) = rest.split_first_chunk()?;
        let (len, rest) = rest.split_first_chunk()?;
        let len = usize::try_from(u64::from_le_bytes(*len)).ok()?;
        let (words, rest) = rest.split_at_checked(16 * len)?;
        let (known, slots) = rest.split_at_checked(8 * len)?;
        let (sentences, rarest) = (f64::from_le_bytes(*sentences), f64::from_le_bytes(*rarest));
        let (slots, words, known) = (slots.as_chunks().0, words.as_chunks().0, known.as_chunks().0);
        slots.len().is_power_of_two().then_some(Background { sentences, rarest, slots, words, known })
    }

    fn known(&self, word: Word) -> Known {
        let mut slot = first_slot(word, self.slots.len());
        while let Some(place) = (u32::from_le_bytes(self.slots[slot]) as usize).checked_sub(1) {
            if u128::from_le_bytes(self.words[place]) == word.bits() {
                let [a, b, c, d, e, f, g, h] = self.known[place];
                let (count, root) = (u32::from_le_bytes([a, b, c, d]), u32::from_le_bytes([e, f, g, h]));
                return Known { count: count & !STEM, root, stem: count & STEM != 0 };
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        Known::default()
    }

    /// How often a root is in a sentence, 0 to 1: one that none of the words has half as often as the rarest of them.
    pub fn rate(&self, root: Word) -> f64 {
        match self.known(root).root {
            0 => self.rarest / 2.0,
            count => f64::from(count) / self.sentences,
        }
    }
}

impl Vocabulary for Background {
    fn count(&self, word: Word) -> u32 {
        self.known(word).count
    }

    fn is_stem(&self, word: Word) -> bool {
        self.known(word).stem
    }
}
