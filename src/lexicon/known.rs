//! What is known of how common a word is, and where it lies: the build writes it down (`build/background.rs`), and the
//! program finds it where it lies (`background.rs`).

use crate::text::Word;

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

/// The bit of a stem beside a count.
pub(crate) const STEM: u32 = 1 << 31;

/// Fibonacci hashing; the first bits are the best.
pub(crate) fn first_slot(word: Word, slots: usize) -> usize {
    let (low, high) = (word.bits() as u64, (word.bits() >> 64) as u64);
    let hash = (low ^ high.rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (hash >> 32) as usize & (slots - 1)
}
