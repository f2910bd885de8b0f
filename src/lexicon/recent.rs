//! What was looked up last: a few thousand words make up most of any text, and each is looked up many times.

use super::find::{Candidate, Table};
use super::layout::{hash, key};
use super::{Potential, Sense};
use crate::text::Token;
use std::cell::RefCell;

/// How many words are remembered at first and at most: room that is never used costs a start much.
const WORDS: [usize; 2] = [1 << 8, 1 << 13];

/// A word that may be more things is rare, and looked up anew.
const MOST: usize = 2;

/// A word or mark with its candidates; they fill a line of the cache.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Met {
    piece: u128,
    /// The kinds of all its meanings.
    pub potential: Potential,
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

    /// A word or mark with its candidates; none where it is not in the table.
    pub(super) fn of(&mut self, token: &Token, table: &Table<Sense>) -> Option<&Met> {
        // Strangers are soon known as such, and would drive out the others.
        if table.is_stranger(token) {
            return None;
        }
        let piece = key("", token);
        let place = (hash(piece) >> 32) as usize & (self.met.len() - 1);
        let met = &mut self.met[place];
        if met.piece != piece {
            self.new += 1;
            *met = Met { piece, ..Met::default() };
            table.candidates(token, |candidate, potential| {
                met.potential = met.potential.or(potential);
                if let Some(place) = met.candidates.get_mut(usize::from(met.len)) {
                    *place = candidate;
                }
                met.len = met.len.saturating_add(1);
            });
        }
        Some(met)
    }
}
