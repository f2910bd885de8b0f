//! What begins at each token of a sentence. Not here: how it is found (`find.rs`).

use super::{Hit, Kinds};

/// The meanings that begin at each token of a sentence. Reused from sentence to sentence.
#[derive(Debug, Default)]
pub struct Meanings {
    /// Those of all tokens, one after another.
    hits: Vec<Hit>,
    begins: Vec<Begins>,
}

/// What begins at one token.
#[derive(Clone, Copy, Debug)]
struct Begins {
    kinds: Kinds,
    /// Where its meanings stand among all.
    first: u32,
    end: u32,
}

/// How many tokens and meanings all but the longest sentences have, so that few find no room.
const ROOM: (usize, usize) = (128, 256);

impl Meanings {
    /// Forgets everything, and makes room for a sentence.
    pub(crate) fn clear(&mut self) {
        self.hits.clear();
        self.begins.clear();
        self.begins.reserve(ROOM.0);
        self.hits.reserve(ROOM.1);
    }

    /// Room for the meanings of a token that is not added.
    pub(super) fn scratch(&mut self) -> &mut Vec<Hit> {
        self.hits.clear();
        &mut self.hits
    }

    /// Adds a token, with what begins there, of these kinds, once `add` has added it.
    #[inline]
    pub(super) fn token(&mut self, add: impl FnOnce(&mut Vec<Hit>) -> Kinds) {
        let first = self.hits.len() as u32;
        let kinds = add(&mut self.hits);
        self.begins.push(Begins { kinds, first, end: self.hits.len() as u32 });
    }

    /// Adds to the kinds of what begins at token `at`.
    pub(crate) fn mark(&mut self, at: usize, kinds: Kinds) {
        if let Some(begins) = self.begins.get_mut(at) {
            begins.kinds = begins.kinds.or(kinds);
        }
    }

    /// The first token from `at` on where something of these kinds begins.
    pub(crate) fn next(&self, at: usize, kinds: Kinds) -> Option<usize> {
        let found = self.begins.get(at..)?.iter().position(|begins| begins.kinds.any(kinds))?;
        Some(at + found)
    }

    /// The last token where something of these kinds begins.
    pub(crate) fn last(&self, kinds: Kinds) -> Option<usize> {
        self.begins.iter().rposition(|begins| begins.kinds.any(kinds))
    }

    /// The kinds of what begins at token `at`.
    pub(crate) fn kinds(&self, at: usize) -> Kinds {
        self.begins.get(at).map_or(Kinds::NONE, |begins| begins.kinds)
    }

    /// The meanings that begin at token `at`, if any of them is of these kinds.
    pub(crate) fn of(&self, at: usize, kinds: Kinds) -> &[Hit] {
        match self.begins.get(at) {
            Some(Begins { kinds: own, first, end }) if own.any(kinds) => {
                self.hits.get(*first as usize..*end as usize).unwrap_or_default()
            }
            _ => &[],
        }
    }
}
