//! A filter before the look-up: most words of a text are not in the lexicon, whatever is taken off their
//! front, and their last letters tell so.

use crate::text::Word;

/// The last letters of every word of the lexicon. It may let a stranger through, never hold back a word.
#[derive(Debug)]
pub(super) struct Filter {
    /// Of words of four letters and more: the last four, hashed to 16 bits.
    four: Vec<u64>,
    /// Of words of three letters: all of them, 18 bits.
    three: Vec<u64>,
    /// Of words of two letters and one: all of them, 12 bits.
    two: Vec<u64>,
    /// All words, hashed to 18 bits.
    whole: Vec<u64>,
}

impl Default for Filter {
    fn default() -> Filter {
        let bits = |count: usize| vec![0; count / 64];
        Filter { four: bits(1 << 16), three: bits(1 << 18), two: bits(1 << 12), whole: bits(1 << 18) }
    }
}

impl Filter {
    /// Lets this word through from now on, with any clitics before it.
    pub(super) fn add(&mut self, word: Word) {
        let (bits, at) = match word.len() {
            0 => return,
            1 | 2 => (&mut self.two, two(word)),
            3 => (&mut self.three, three(word)),
            _ => (&mut self.four, four(word)),
        };
        set(bits, at);
        set(&mut self.whole, whole(word));
    }

    /// Whether the word may be one of the lexicon as it stands.
    pub(super) fn may_be(&self, word: Word) -> bool {
        has(&self.whole, whole(word))
    }

    /// Whether the word may be one of the lexicon with clitics before it.
    pub(super) fn may_end(&self, word: Word) -> bool {
        has(&self.four, four(word)) || has(&self.three, three(word)) || has(&self.two, two(word))
    }
}

fn has(bits: &[u64], at: usize) -> bool {
    bits[at / 64] >> (at % 64) & 1 == 1
}

fn set(bits: &mut [u64], at: usize) {
    bits[at / 64] |= 1 << (at % 64);
}

/// Fibonacci hashing of all letters.
fn whole(word: Word) -> usize {
    let folded = word.bits() as u64 ^ ((word.bits() >> 64) as u64).rotate_left(32);
    (folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 46) as usize
}

fn two(word: Word) -> usize {
    word.bits() as usize & 0xFFF
}

fn three(word: Word) -> usize {
    word.bits() as usize & 0x3_FFFF
}

fn four(word: Word) -> usize {
    // Fibonacci hashing of the last four letters.
    (((word.bits() as u32 & 0xFF_FFFF).wrapping_mul(0x9E37_79B9)) >> 16) as usize
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
        for word in ["مليون", "وبالمليون", "والعام", "عام", "باليد", "م"] {
            assert!(filter.may_end(Word::of(word)), "{word}");
        }
        for word in ["مدرسة", "قال", "ب"] {
            assert!(!filter.may_end(Word::of(word)), "{word}");
        }
    }
}
