//! Finding: which words and phrases of a table stand in a sentence, with their clitics taken off.
//! Not here: what they mean.

use super::clitic::{ALEF, Clitics, LAM, each_clitics};
use super::filter::Filters;
use super::layout::{Entry, PLACE, Phrase, key, mark, pair, tag};
use super::{Kinds, Sense};
use crate::text::hash::{first_slot, hash};
use crate::text::{Class, Gap, Token, Word};
use serde::de::DeserializeOwned;

/// A word or phrase of the lexicon found in a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// What it means.
    pub sense: Sense,
    /// How many tokens it takes.
    pub tokens: usize,
    /// What was taken off its first word.
    pub clitics: Clitics,
}

/// Words and phrases with what they mean. It is asked about every word of a text, so that it has to be small.
#[derive(Debug)]
pub(super) struct Table<S> {
    /// A hash table of the entries: 0 for none, else the place of the entry from 1, and above it some bits of its hash.
    slots: &'static [[u8; 4]],
    /// The pieces of the entries.
    keys: &'static [[u8; 16]],
    entries: &'static [[u8; ENTRY]],
    phrases: &'static [[u8; 8]],
    /// What most of them are told apart by, one each.
    marks: &'static [u8],
    /// Tell most pairs of words from the beginnings of phrases without a look at the phrases.
    pairs: &'static [u8],
    /// What the phrases have after their first pieces.
    pieces: &'static [[u8; 16]],
    /// Tell most strangers from the entries without a look-up.
    pub filters: Filters,
    senses: Vec<S>,
}

/// Phrases whose first word stands at a token, once its clitics are off; what follows may be another word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Candidate {
    /// Where they stand in the table, the longest first.
    first: u32,
    /// How many go on after the word, and how many do not.
    longer: u16,
    alone: u16,
    /// What was taken off the word.
    pub clitics: Clitics,
}

impl Candidate {
    /// Whether any phrase goes on after the word.
    pub(super) fn goes_on(&self) -> bool {
        self.longer > 0
    }
}

impl<S: Copy + DeserializeOwned> Table<S> {
    /// The table that lies in these bytes; none, where something else does.
    pub(super) fn read(bytes: &'static [u8]) -> Option<Table<S>> {
        let mut rest = bytes;
        let mut part = || {
            let (len, after) = rest.split_first_chunk()?;
            let (part, after) = after.split_at_checked(u32::from_le_bytes(*len) as usize)?;
            rest = after;
            Some(part)
        };
        let table = Table {
            slots: part()?.as_chunks().0,
            keys: part()?.as_chunks().0,
            entries: part()?.as_chunks().0,
            phrases: part()?.as_chunks().0,
            marks: part()?,
            pairs: part()?,
            pieces: part()?.as_chunks().0,
            filters: Filters::read(part()?)?,
            senses: postcard::from_bytes(part()?).ok()?,
        };
        table.slots.len().is_power_of_two().then_some(table)
    }

    /// The entry of a piece.
    fn find(&self, piece: u128) -> Option<Entry> {
        let hash = hash(piece);
        let mut slot = first_slot(hash, self.slots.len());
        loop {
            let held = u32::from_le_bytes(self.slots[slot]);
            if held == 0 {
                return None;
            }
            let entry = (held & ((1 << PLACE) - 1)) as usize - 1;
            if (held ^ tag(hash)) >> PLACE == 0 && u128::from_le_bytes(self.keys[entry]) == piece {
                return Some(Entry::read(&self.entries[entry]));
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    /// The candidate of a word with nothing before it, and the kinds of what the word means by itself.
    pub(super) fn whole(&self, word: Word) -> Option<(Candidate, Kinds)> {
        self.find(word.bits()).map(|entry| entry.candidate(Clitics::default()))
    }

    /// Gives the candidates at a token to `each`, with the kinds of what the word means by itself; fewer clitics first.
    pub(super) fn candidates(&self, token: &Token, mut each: impl FnMut(Candidate, Kinds)) {
        match token.class {
            Class::Digits => {}
            Class::Arabic => self.of_word(token.word, each),
            Class::Mark(_) | Class::Latin => {
                if let Some(entry) = self.find(key("", token)) {
                    let (candidate, kinds) = entry.candidate(Clitics::default());
                    each(candidate, kinds);
                }
            }
        }
    }

    /// Whether a token has no candidate, as far as its ending tells; a mark is a word without letters.
    pub(super) fn is_stranger(&self, token: &Token) -> bool {
        token.class == Class::Digits || !self.filters.any.may_be(token.word)
    }

    fn of_word(&self, word: Word, mut each: impl FnMut(Candidate, Kinds)) {
        if !self.filters.any.may_be(word) {
            return;
        }
        let mut look_up = |clitics: Clitics| {
            if let Some(entry) = self.find(word.without_first(usize::from(clitics.letters)).bits()) {
                let (candidate, kinds) = entry.candidate(clitics);
                each(candidate, kinds);
            }
        };
        look_up(Clitics::default());
        each_clitics(word, look_up);
    }

    /// Gives the meanings of the phrases of a candidate that go on after its word to `each`, each with how many tokens it
    /// takes; `after` are the tokens of `text` after the candidate's. Longer phrases come first.
    pub(super) fn longer(&self, candidate: &Candidate, text: &str, after: &[Token], mut each: impl FnMut(S, usize)) {
        if !self.may_go_on(candidate, text, after) {
            return;
        }
        let Some((second, after)) = after.split_first() else { return };
        let (first, next) = (candidate.first as usize, pieces(text, second));
        let marks = self.marks.get(first..first + usize::from(candidate.longer)).unwrap_or_default();
        for place in memchr::memchr2_iter(mark(next[0]), mark(next[1]), marks) {
            let phrase = Phrase::read(self.phrases[first + place]);
            if self.goes_on(phrase, text, &next, after) {
                each(self.senses[usize::from(phrase.sense)], 1 + usize::from(phrase.len));
            }
        }
    }

    /// Whether any of the phrases of a candidate may go on with the first of the tokens after its word: most do not.
    #[inline]
    pub(super) fn may_go_on(&self, candidate: &Candidate, text: &str, after: &[Token]) -> bool {
        let Some(second) = after.first().filter(|_| candidate.longer > 0) else { return false };
        let (at, bit) = pair(candidate.first, key(text, second));
        self.pairs.get(at).is_some_and(|byte| byte & bit != 0)
    }

    /// Gives the meanings of the word of a candidate by itself to `each`.
    #[inline]
    pub(super) fn alone(&self, candidate: &Candidate, mut each: impl FnMut(S)) {
        let Candidate { first, longer, alone, .. } = *candidate;
        if longer == 0 && alone == 1 {
            each(self.senses[first as usize]);
            return;
        }
        let from = first as usize + usize::from(longer);
        for phrase in self.phrases.get(from..from + usize::from(alone)).unwrap_or_default() {
            each(self.senses[usize::from(Phrase::read(*phrase).sense)]);
        }
    }

    /// Whether a phrase goes on so: `second` is what its second word may be, and `after` stands after that.
    fn goes_on(&self, phrase: Phrase, text: &str, second: &[u128; 2], after: &[Token]) -> bool {
        let (from, len) = (phrase.pieces as usize, usize::from(phrase.len));
        let [wanted, rest @ ..] = &self.pieces[from..from + len] else { return false };
        let fits = |(token, piece): (&Token, &[u8; 16])| pieces(text, token).contains(&u128::from_le_bytes(*piece));
        second.contains(&u128::from_le_bytes(*wanted)) && rest.len() <= after.len() && after.iter().zip(rest).all(fits)
    }
}

/// How many bytes an entry has.
const ENTRY: usize = 16;

impl Entry {
    /// What the build wrote.
    fn read([kinds @ .., a, b, c, d, e, f, g, h]: &[u8; ENTRY]) -> Entry {
        Entry {
            kinds: Kinds(u64::from_le_bytes(*kinds)),
            first: u32::from_le_bytes([*a, *b, *c, *d]),
            longer: u16::from_le_bytes([*e, *f]),
            alone: u16::from_le_bytes([*g, *h]),
        }
    }

    fn candidate(self, clitics: Clitics) -> (Candidate, Kinds) {
        (Candidate { first: self.first, longer: self.longer, alone: self.alone, clitics }, self.kinds)
    }
}

impl Phrase {
    /// What the build wrote.
    fn read([a, b, c, d, e, f, len, _]: [u8; 8]) -> Phrase {
        Phrase { pieces: u32::from_le_bytes([a, b, c, d]), sense: u16::from_le_bytes([e, f]), len }
    }
}

/// Where the sentence or its line ends, or another number begins: no piece of a phrase.
const NO_PIECE: u128 = u128::MAX;

/// What a later word of a phrase may be for a token to be it: the word, or the word without the article.
fn pieces(text: &str, token: &Token) -> [u128; 2] {
    // «م3», but not «م 3».
    if token.gap >= Gap::Line || token.class == Class::Digits && token.gap > Gap::None {
        return [NO_PIECE; 2];
    }
    let whole = key(text, token);
    let article = token.class == Class::Arabic && token.word.front() == [ALEF, LAM];
    [whole, if article { token.word.without_first(2).bits() } else { whole }]
}
