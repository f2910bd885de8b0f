//! What is known of how common a word is, and where it lies: the build writes it down (`build/background.rs`), and the
//! program finds it where it lies (`background.rs`).

use crate::text::Word;
use crate::text::hash::hash;

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

/// Where a word is looked for first among so many slots, a power of two.
pub(crate) fn first_slot(word: Word, slots: usize) -> usize {
    (hash(word.bits()) >> 32) as usize & (slots - 1)
}
