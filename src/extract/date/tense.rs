//! Whether a sentence speaks of what is to come where a date stands in it.

use super::cursor::Cursor;
use crate::lexicon::DateWord;
use crate::text::Word;
use std::sync::LazyLock;

/// How many tokens before a date are looked at for its verb.
const REACH: usize = 25;
/// How near the verb must stand to leave little doubt.
const NEAR: usize = 7;
/// How many tokens after a date are looked at, where nothing before tells: a comma and the verb.
const AHEAD: usize = 2;
/// How many tokens before «مقرر» are looked at for «كان», which makes it past.
const WAS: usize = 3;

static FUTURE: LazyLock<[Word; 3]> = LazyLock::new(|| ["سي", "ست", "سن"].map(Word::of));
static PRESENT: LazyLock<Word> = LazyLock::new(|| Word::of("ي"));
static JOINED: LazyLock<[Word; 2]> = LazyLock::new(|| ["و", "ف"].map(Word::of));

/// How a sentence looks at a date in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Outlook {
    /// As something past, or without a sign.
    #[default]
    Back,
    /// As something to come, by a word some way off.
    PerhapsAhead,
    /// As something to come, by a word close by.
    Ahead,
}

impl Outlook {
    /// Whether it is rather to come.
    pub fn ahead(self) -> bool {
        self != Outlook::Back
    }
}

impl Cursor<'_, '_> {
    /// How the verb that a date at `from..to` goes with looks at it: the nearest telling word before it decides,
    /// else the word right after it.
    pub fn outlook(&self, from: usize, to: usize) -> Outlook {
        let told = (from.saturating_sub(REACH)..from).rev().find_map(|at| Some((from - at, self.tells(at)?)));
        match told {
            Some((distance, true)) if distance <= NEAR => Outlook::Ahead,
            Some((_, true)) => Outlook::PerhapsAhead,
            Some((_, false)) => Outlook::Back,
            None if (to..to + AHEAD).any(|at| self.future_verb(at, false)) => Outlook::Ahead,
            None if self.begins_present() => Outlook::PerhapsAhead,
            None => Outlook::Back,
        }
    }

    /// Whether the sentence begins with a verb of the present, as headlines announce: «يستقبل الرئيس …».
    fn begins_present(&self) -> bool {
        let Some(first) = self.token(0).filter(|first| first.is_word()) else { return false };
        let noun = self.find(0, |_, _| Some(())).is_some();
        first.word.len() >= 4 && first.word.starts_with(*PRESENT) && !noun
    }

    /// Whether the word at `at` looks ahead or back, if it tells.
    fn tells(&self, at: usize) -> Option<bool> {
        let was = |at: usize| self.find(at, |word, _| (word == DateWord::Was).then_some(())).is_some();
        let found = self.find(at, |word, _| match word {
            DateWord::Future => Some(Some(true)),
            DateWord::Past | DateWord::Was => Some(Some(false)),
            DateWord::NotFuture => Some(None),
            _ => None,
        });
        let ahead = match found {
            Some(found) => found.is?,
            None if self.future_verb(at, true) => true,
            None => return None,
        };
        // «كان من المقرر أن يبدأ الأحد»: it was to be.
        Some(ahead && !(1..=WAS.min(at)).any(|back| was(at - back)))
    }

    /// «سيبدأ», «وستنطلق»: the future's sign on a verb of the third or first person.
    fn future_verb(&self, at: usize, joined: bool) -> bool {
        let Some(token) = self.token(at).filter(|token| token.is_word()) else { return false };
        if self.find(at, |word, _| (word == DateWord::NotFuture).then_some(())).is_some() {
            return false;
        }
        let joint = joined && JOINED.iter().any(|joint| token.word.starts_with(*joint));
        let verb = if joint { token.word.without_first(1) } else { token.word };
        verb.len() >= 5 && FUTURE.iter().any(|sign| verb.starts_with(*sign))
    }
}
