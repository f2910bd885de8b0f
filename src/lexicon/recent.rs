//! What was looked up last: a few thousand words make up most of any text, and each is looked up many times.

use super::find::{Candidate, Table};
use super::{Kinds, Sense};
use crate::text::Word;
use std::cell::RefCell;

/// How many words are remembered at first and at most: room that is never used costs a start much.
const WORDS: [usize; 2] = [1 << 8, 1 << 13];

/// A word that may be more things is rare, and looked up anew.
const MOST: usize = 2;

/// A word with its candidates; they fill a line of the cache.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Met {
    word: Word,
    /// The kinds of all its meanings.
    pub kinds: Kinds,
    candidates: [Candidate; MOST],
    /// How many there are, also if they are more than those.
    len: u8,
}

impl Met {
    /// Its candidates; none where it has too many.
    pub(super) fn candidates(&self) -> Option<&[Candidate]> {
        self.candidates.get(..usize::from(self.len))
    }
}

/// The words that were looked up last on a thread.
#[derive(Debug)]
pub(super) struct Recent {
    met: Vec<Met>,
    /// How many were looked up since it grew last.
    new: usize,
}

thread_local! {
    static RECENT: RefCell<Recent> = const { RefCell::new(Recent { met: Vec::new(), new: 0 }) };
}

impl Recent {
    /// Those of this thread.
    pub(super) fn with<T>(work: impl FnOnce(&mut Recent) -> T) -> T {
        RECENT.with_borrow_mut(|recent| {
            recent.grow();
            work(recent)
        })
    }

    /// Makes room for more where there is little; what was remembered is soon met again.
    fn grow(&mut self) {
        let [least, most] = WORDS;
        if self.new >= self.met.len() && self.met.len() < most {
            let len = (2 * self.met.len()).max(least);
            *self = Recent { met: vec![Met::default(); len], new: 0 };
        }
    }

    /// An Arabic word with its candidates; none where it is not in the table.
    pub(super) fn of(&mut self, word: Word, table: &Table<Sense>) -> Option<&Met> {
        // Strangers are soon known as such, and would drive out the others.
        if table.is_stranger(word) {
            return None;
        }
        let bits = word.bits() as u64 ^ (word.bits() >> u64::BITS) as u64;
        let place = (bits.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & (self.met.len() - 1);
        let met = &mut self.met[place];
        if met.word != word {
            self.new += 1;
            *met = Met { word, ..Met::default() };
            table.of_word(word, |candidate, kinds| {
                met.kinds = met.kinds.or(kinds);
                if let Some(place) = met.candidates.get_mut(usize::from(met.len)) {
                    *place = candidate;
                }
                met.len = met.len.saturating_add(1);
            });
        }
        Some(met)
    }
}
