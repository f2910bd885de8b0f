//! Whether a sentence speaks of what is to come where a date stands in it.

use super::cursor::Cursor;
use crate::lexicon::DateWord;
use crate::text::Word;
use std::sync::LazyLock;

/// How many tokens before a date are looked at for its verb.
const REACH: usize = 25;
/// How many tokens after it, where nothing before tells.
const AHEAD: usize = 3;

static FUTURE: LazyLock<[Word; 3]> = LazyLock::new(|| ["سي", "ست", "سن"].map(Word::of));
static JOINED: LazyLock<[Word; 2]> = LazyLock::new(|| ["و", "ف"].map(Word::of));

impl Cursor<'_, '_> {
    /// Whether the verb that a date at `from..to` goes with looks ahead: the nearest telling word before it
    /// decides, else the words right after it.
    pub fn looks_ahead(&self, from: usize, to: usize) -> bool {
        let before = (from.saturating_sub(REACH)..from).rev().find_map(|at| self.tells(at));
        before.or_else(|| (to..to + AHEAD).find_map(|at| self.tells(at))).unwrap_or(false)
    }

    fn tells(&self, at: usize) -> Option<bool> {
        let found = self.find(at, |word, _| match word {
            DateWord::Future => Some(Some(true)),
            DateWord::Past => Some(Some(false)),
            DateWord::NotFuture => Some(None),
            _ => None,
        });
        if let Some(found) = found {
            return found.is;
        }
        self.future_verb(at).then_some(true)
    }

    /// «سيبدأ», «وستنطلق»: the future's sign on a verb of the third or first person.
    fn future_verb(&self, at: usize) -> bool {
        let Some(token) = self.token(at).filter(|token| token.is_word()) else { return false };
        let joined = JOINED.iter().any(|joined| token.word.starts_with(*joined));
        let verb = if joined { token.word.without_first(1) } else { token.word };
        verb.len() >= 5 && FUTURE.iter().any(|sign| verb.starts_with(*sign))
    }
}
