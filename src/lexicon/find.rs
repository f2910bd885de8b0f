//! Finding: which words and phrases of a table stand in a sentence, with their clitics taken off.
//! Not here: what they mean.

use super::filter::Filter;
use super::{Begins, Sense};
use crate::figure::Span;
use crate::text::{self, Class, Gap, Token, Word};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::cell::LazyCell;

/// What is written together with the word before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clitics {
    /// «و» or «ف».
    pub conjunction: bool,
    /// «ب», «ل» or «ك».
    pub preposition: bool,
    /// «ال».
    pub article: bool,
    /// How many folded letters they are together.
    pub letters: u8,
}

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

const CONJUNCTIONS: [u8; 2] = [text::code('و'), text::code('ف')];
const PREPOSITIONS: [u8; 3] = [text::code('ب'), text::code('ل'), text::code('ك')];
const ALEF: u8 = text::code('ا');
const LAM: u8 = text::code('ل');

/// The most letters that clitics have together: «وبال».
const MOST_LETTERS: usize = 4;

/// The ways to take clitics off a word, none first. What is left keeps at least two letters.
pub(crate) fn clitics(word: Word) -> SmallVec<[Clitics; 4]> {
    let mut ways = smallvec::smallvec![Clitics::default()];
    each_clitics(word, |way| ways.push(way));
    ways
}

/// Gives the ways to take clitics off a word to `each`, fewer letters first.
fn each_clitics(word: Word, mut each: impl FnMut(Clitics)) {
    let [first, second, third, fourth]: [u8; MOST_LETTERS] = word.front();
    let conjunction = CONJUNCTIONS.contains(&first);
    let front = if conjunction { [second, third, fourth] } else { [first, second, third] };
    let most = word.len().saturating_sub(2);
    let mut way = |preposition: bool, article: bool, letters: u8| {
        let letters = letters + u8::from(conjunction);
        if usize::from(letters) <= most {
            each(Clitics { conjunction, preposition, article, letters });
        }
    };
    if conjunction {
        way(false, false, 0);
    }
    match front {
        [ALEF, LAM, _] => way(false, true, 2),
        [one, rest @ ..] if PREPOSITIONS.contains(&one) => {
            way(true, false, 1);
            match (one, rest) {
                (LAM, [LAM, _]) => way(true, true, 2),
                (_, [ALEF, LAM]) => way(true, true, 3),
                _ => {}
            }
        }
        _ => {}
    }
}

/// Words and phrases with what they mean.
#[derive(Debug)]
pub(super) struct Table<S> {
    /// Where the phrases that begin with a piece stand in `entries`.
    index: FxHashMap<u128, u32>,
    entries: Vec<Entry<S>>,
    /// Tells most strangers from the words of `index` without a look-up.
    filter: Filter,
    /// Room for the tokens of the phrase that is being added.
    tokens: Vec<Token>,
}

/// The phrases that begin with one piece.
#[derive(Debug)]
struct Entry<S> {
    /// What may begin with any of them.
    begins: Begins,
    /// One of them is the piece alone.
    alone: bool,
    /// Longest phrase first.
    phrases: SmallVec<[Phrase<S>; 1]>,
}

/// A word or phrase and one of its meanings.
#[derive(Debug)]
struct Phrase<S> {
    /// The second piece, where there are several.
    second: Option<u128>,
    /// The pieces after the second.
    rest: Box<[u128]>,
    sense: S,
}

impl<S> Phrase<S> {
    fn len(&self) -> usize {
        1 + usize::from(self.second.is_some()) + self.rest.len()
    }
}

/// Phrases whose first word stands at a token, once its clitics are off; what follows may be another word.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    entry: u32,
    /// What was taken off the word.
    pub clitics: Clitics,
    /// What may begin with any of them.
    pub begins: Begins,
    /// One of them is the word alone.
    alone: bool,
}

impl Candidate {
    /// Whether the word has a meaning whatever follows.
    pub(super) fn is_word(&self) -> bool {
        self.alone
    }
}

impl<S> Default for Table<S> {
    fn default() -> Table<S> {
        Table { index: FxHashMap::default(), entries: Vec::new(), filter: Filter::default(), tokens: Vec::new() }
    }
}

impl<S: Copy + PartialEq> Table<S> {
    /// Makes room for so many words.
    pub(super) fn reserve(&mut self, words: usize) {
        self.index.reserve(words);
        self.entries.reserve(words);
    }

    /// Adds a meaning of `phrase`, which may begin something; gives the word, where the phrase is one.
    pub(super) fn add(&mut self, phrase: &str, sense: S, begins: Begins) -> Option<Word> {
        self.tokens.clear();
        text::tokens(phrase, Span::new(0, phrase.len()), &mut self.tokens);
        if let Some(first) = self.tokens.first() {
            self.filter.add(first.word);
        }
        let mut pieces = self.tokens.iter().map(|token| key(token.class, token.word));
        let first = pieces.next().filter(|first| *first != 0)?;
        let phrase = Phrase { second: pieces.next(), rest: pieces.collect(), sense };
        let at = *self.index.entry(first).or_insert(self.entries.len() as u32) as usize;
        if at == self.entries.len() {
            self.entries.push(Entry { begins: Begins::NOTHING, alone: false, phrases: SmallVec::new() });
        }
        let Entry { begins: known_begins, alone, phrases: known } = &mut self.entries[at];
        *known_begins = known_begins.or(begins);
        *alone |= phrase.second.is_none();
        let same = |other: &Phrase<S>| (other.second, &other.rest) == (phrase.second, &phrase.rest);
        if !known.iter().any(|other| same(other) && other.sense == phrase.sense) {
            let at = known.partition_point(|other| other.len() >= phrase.len());
            known.insert(at, phrase);
        }
        let [only] = self.tokens[..] else { return None };
        Some(only.word)
    }

    fn of(&self, entry: u32, clitics: Clitics) -> Candidate {
        let Entry { begins, alone, .. } = self.entries[entry as usize];
        Candidate { entry, clitics, begins, alone }
    }

    /// The candidate of a word with nothing before it.
    pub(super) fn candidate(&self, word: Word) -> Option<Candidate> {
        Some(self.of(*self.index.get(&word.bits())?, Clitics::default()))
    }

    /// Whether a candidate has any meaning before the tokens `after`.
    pub(super) fn is_met(&self, candidate: &Candidate, after: &[Token]) -> bool {
        let mut met = candidate.alone;
        if !met {
            self.meanings(candidate, after, |_, _| met = true);
        }
        met
    }

    /// Gives the candidates at a token to `each`; fewer clitics first.
    pub(super) fn candidates(&self, token: &Token, mut each: impl FnMut(Candidate)) {
        let mut look_up = |first: u128, clitics: Clitics| {
            if let Some(entry) = self.index.get(&first) {
                each(self.of(*entry, clitics));
            }
        };
        match token.class {
            Class::Digits => {}
            Class::Mark(_) | Class::Latin => look_up(key(token.class, token.word), Clitics::default()),
            Class::Arabic => {
                let word = token.word;
                let endings = self.filter.endings(word);
                if endings.without_first(0) {
                    look_up(word.bits(), Clitics::default());
                }
                if endings.without_some(MOST_LETTERS) {
                    each_clitics(word, |way| {
                        let letters = usize::from(way.letters);
                        if endings.without_first(letters) {
                            look_up(word.without_first(letters).bits(), way);
                        }
                    });
                }
            }
        }
    }

    /// Gives the meanings of a candidate to `each`, each with how many tokens it takes; `after` are the tokens after
    /// the candidate's. Longer phrases come first.
    pub(super) fn meanings(&self, candidate: &Candidate, after: &[Token], mut each: impl FnMut(S, usize)) {
        let next = || after.first().filter(|token| token.gap < Gap::Line).map_or([NO_PIECE; 2], pieces);
        let next = LazyCell::new(next);
        for phrase in &self.entries[candidate.entry as usize].phrases {
            let Some(second) = phrase.second else {
                each(phrase.sense, 1);
                continue;
            };
            // Of phrases that begin alike, most end with their second word.
            if !next.contains(&second) || phrase.rest.len() >= after.len() {
                continue;
            }
            let fits = |(token, piece): (&Token, &u128)| token.gap < Gap::Line && pieces(token).contains(piece);
            if after[1..].iter().zip(&phrase.rest).all(fits) {
                each(phrase.sense, phrase.len());
            }
        }
    }
}

/// Where the sentence or its line ends: no piece of a phrase.
const NO_PIECE: u128 = u128::MAX;

/// What makes two pieces of text the same for the lexicon: a folded word, or a mark.
fn key(class: Class, word: Word) -> u128 {
    match class {
        Class::Mark(c) => 1 << 127 | u128::from(u32::from(c)),
        Class::Arabic | Class::Latin => word.bits(),
        // A run of digits is never a word.
        Class::Digits => 0,
    }
}

/// What a later word of a phrase may be for a token to be it: the word, or the word without the article.
fn pieces(token: &Token) -> [u128; 2] {
    let whole = key(token.class, token.word);
    let article = token.class == Class::Arabic && token.word.front() == [ALEF, LAM];
    [whole, if article { token.word.without_first(2).bits() } else { whole }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clitics_come_off_in_order() {
        let rest = |word: &str| -> Vec<String> {
            let word = Word::of(word);
            clitics(word).iter().map(|c| word.without_first(usize::from(c.letters)).to_string()).collect()
        };
        assert_eq!(rest("والمليار"), ["والمليار", "المليار", "مليار"]);
        assert_eq!(rest("وبالمليون"), ["وبالمليون", "بالمليون", "المليون", "مليون"]);
        assert_eq!(rest("للدولار"), ["للدولار", "لدولار", "دولار"]);
        assert_eq!(rest("مليون"), ["مليون"]);
        assert_eq!(rest("بم"), ["بم"]);
    }
}
