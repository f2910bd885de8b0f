//! What was looked up last: a few thousand words make up most of any text, and each is looked up many times.

use super::find::{Candidate, Table};
use super::{Hit, Kinds, Sense};
use crate::text::Token;
use crate::text::hash::hash;
use smallvec::SmallVec;
use std::cell::RefCell;

/// How many words are remembered at first and at most: room that is never used costs a start much.
const WORDS: [usize; 2] = [1 << 8, 1 << 13];

/// A word that may be more things is rare, and looked up anew.
const MOST: usize = 2;

/// A word or mark with its candidates; they fill a line of the cache.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Met {
    piece: u128,
    /// The kinds of its meanings by itself.
    pub kinds: Kinds,
    candidates: [Candidate; MOST],
    /// Where its meanings by itself stand, how many there are, and for how many there is room.
    first: u32,
    hits: u16,
    room: u16,
    /// How many candidates there are, also if they are more than those.
    len: u8,
    /// Whether any of them goes on as a phrase, or there are too many of them.
    pub longer: bool,
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
    /// Their meanings by themselves, fewer clitics first.
    hits: Vec<Hit>,
    /// How many were looked up since it grew last.
    new: usize,
}

thread_local! {
    static RECENT: RefCell<Recent> = const { RefCell::new(Recent { met: Vec::new(), hits: Vec::new(), new: 0 }) };
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
            *self = Recent { met: vec![Met::default(); len], hits: Vec::new(), new: 0 };
        }
    }

    /// The word or mark of this key, with its meanings by itself; none where the token is not in the table.
    #[inline]
    pub(super) fn of(&mut self, piece: u128, token: &Token, table: &Table<Sense>) -> Option<(&Met, &[Hit])> {
        let place = (hash(piece) >> 32) as usize & (self.met.len() - 1);
        if self.met[place].piece != piece && !self.meet(place, piece, token, table) {
            return None;
        }
        let met = &self.met[place];
        let first = met.first as usize;
        Some((met, self.hits.get(first..first + usize::from(met.hits)).unwrap_or_default()))
    }

    /// Remembers a token at a place; says whether it may be in the table.
    #[cold]
    fn meet(&mut self, place: usize, piece: u128, token: &Token, table: &Table<Sense>) -> bool {
        // Strangers are soon known as such, and would drive out the others.
        if table.is_stranger(token) {
            return false;
        }
        self.new += 1;
        let mut hits: SmallVec<[Hit; 8]> = SmallVec::new();
        let Met { first, room, .. } = self.met[place];
        let mut met = Met { piece, first, room, ..Met::default() };
        table.candidates(token, |candidate, kinds| {
            met.kinds = met.kinds.or(kinds);
            met.longer |= candidate.goes_on();
            match met.candidates.get_mut(usize::from(met.len)) {
                Some(place) => *place = candidate,
                None => met.longer = true,
            }
            met.len = met.len.saturating_add(1);
            let clitics = candidate.clitics;
            table.alone(&candidate, |sense| hits.push(Hit { sense, tokens: 1, clitics }));
        });
        met.hits = hits.len() as u16;
        // The meanings of the word that it drives out leave their room.
        if met.hits > met.room {
            (met.first, met.room) = (self.hits.len() as u32, met.hits);
            self.hits.extend(hits);
        } else {
            self.hits[first as usize..][..hits.len()].copy_from_slice(&hits);
        }
        self.met[place] = met;
        true
    }
}
