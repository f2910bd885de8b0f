//! How common words, their stems and their roots are. The build finds it out (`src/lexicon/build/background.rs`), since it takes
//! long; the program reads it where it lies, so that nothing is made of it when the program starts.

use crate::text::Word;
use crate::text::stem::Vocabulary;

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known {
    /// How often it stands in the sentences; 0 where it is none of their words.
    pub count: u32,
    /// How often words of this root do; 0 where it is no root.
    pub root: u32,
    /// It is the stem of a word.
    pub stem: bool,
}

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

/// The bit of a stem beside a count.
const STEM: u32 = 1 << 31;

impl Background {
    /// Writes down what is known of words in so many sentences, for [`Background::read`].
    #[allow(dead_code, reason = "the build writes what the program reads")]
    pub fn write(sentences: u32, rarest: f64, words: &[(Word, Known)]) -> Vec<u8> {
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

    /// What was written; none, where it is something else.
    #[allow(dead_code, reason = "the program reads what the build writes")]
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
    #[allow(dead_code, reason = "the program asks what the build writes")]
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

/// Fibonacci hashing; the first bits are the best.
fn first_slot(word: Word, slots: usize) -> usize {
    let (low, high) = (word.bits() as u64, (word.bits() >> 64) as u64);
    let hash = (low ^ high.rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (hash >> 32) as usize & (slots - 1)
}
