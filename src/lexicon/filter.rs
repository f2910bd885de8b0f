//! A filter before the look-up: most words of a text are not in the lexicon, whatever is taken off their
//! front, and their last letters tell so.

use crate::text::Word;

/// How many letters the last of a word are: as many as a word must have that is told by its ending.
const ENDING: usize = 3;

/// How many endings are told from each other, as a power of two.
const ENDINGS: u32 = 14;

/// How many numbers the bits of all short words take.
const SHORT: usize = (1 << 12) / 64;

/// The endings of every word of the lexicon. It may let a stranger through, never hold back a word.
#[derive(Debug)]
pub struct Filter {
    /// By the last three letters, hashed: how many letters the words have that end so, a bit each.
    lengths: Vec<u16>,
    /// Words of fewer letters: all of them, 12 bits.
    short: Vec<u64>,
}

/// How many letters the words of the lexicon may have that a word of the text ends with.
#[derive(Clone, Copy)]
pub struct Endings {
    lengths: u32,
    len: usize,
}

impl Endings {
    /// Whether the word may be one without its first `letters` letters.
    pub fn without_first(self, letters: usize) -> bool {
        self.lengths & bit(self.len - letters) != 0
    }

    /// Whether it may be one without some of its first letters, at most so many.
    pub fn without_some(self, most: usize) -> bool {
        let (shortest, len) = (self.len.saturating_sub(most).min(LONGEST), self.len.min(LONGEST + 1));
        self.lengths & ((1 << len) - (1 << shortest)) != 0
    }
}

/// From this length on, all lengths share a bit.
const LONGEST: usize = 15;

/// The bit of a length.
fn bit(len: usize) -> u32 {
    1 << len.min(LONGEST)
}

impl Default for Filter {
    fn default() -> Filter {
        Filter { lengths: vec![0; 1 << ENDINGS], short: vec![0; SHORT] }
    }
}

#[allow(dead_code, reason = "the build makes and writes what the program reads and asks")]
impl Filter {
    /// As it lies in memory.
    pub fn write(&self) -> Vec<u8> {
        let lengths = self.lengths.iter().flat_map(|lengths| lengths.to_le_bytes());
        lengths.chain(self.short.iter().flat_map(|words| words.to_le_bytes())).collect()
    }

    /// What was written; none, where it is something else.
    pub fn read(bytes: &[u8]) -> Option<Filter> {
        let (lengths, short) = bytes.split_at_checked(2 << ENDINGS)?;
        let (lengths, short) = (lengths.as_chunks().0.iter(), short.as_chunks().0.iter());
        let filter = Filter {
            lengths: lengths.map(|lengths| u16::from_le_bytes(*lengths)).collect(),
            short: short.map(|words| u64::from_le_bytes(*words)).collect(),
        };
        (filter.short.len() == SHORT).then_some(filter)
    }

    /// Lets this word through from now on, with any clitics before it.
    pub fn add(&mut self, word: Word) {
        let len = word.len();
        if len >= ENDING {
            self.lengths[ending(word)] |= bit(len) as u16;
        } else {
            let (at, bit) = short(word);
            self.short[at] |= bit;
        }
    }

    /// What words may be at the end of this one.
    pub fn endings(&self, word: Word) -> Endings {
        let (at, bit_of_word) = short(word);
        let short = if self.short[at] & bit_of_word != 0 { bit(2) | bit(1) } else { 0 };
        Endings { lengths: u32::from(self.lengths[ending(word)]) | short, len: word.len() }
    }
}

/// Where the last two letters of a word stand among the short words.
fn short(word: Word) -> (usize, u64) {
    let bits = word.bits() as usize & 0xFFF;
    (bits / 64, 1 << (bits % 64))
}

/// Fibonacci hashing of the last three letters.
fn ending(word: Word) -> usize {
    ((word.bits() as u32 & 0x3_FFFF).wrapping_mul(0x9E37_79B9) >> (u32::BITS - ENDINGS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_lexicon_pass_with_any_clitics() {
        let mut filter = Filter::default();
        for word in ["مليون", "عام", "يد", "م"] {
            filter.add(Word::of(word));
        }
        for (word, letters) in [("مليون", 0), ("وبالمليون", 4), ("والعام", 3), ("عام", 0), ("باليد", 3), ("م", 0)]
        {
            let endings = filter.endings(Word::of(word));
            assert!(endings.without_first(letters), "{word}");
            assert_eq!(endings.without_some(4), letters > 0, "{word}");
        }
        for word in ["مدرسة", "قال", "ب", "تمليون"] {
            assert!(!filter.endings(Word::of(word)).without_first(0), "{word}");
        }
    }
}
