//! Clitics: what is written together with the front of a word, and the ways to take it off.

use crate::text::affix::PREPOSITIONS;
use crate::text::letters::is_conjunction;
use crate::text::{Word, code};
use smallvec::SmallVec;

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

pub(super) const ALEF: u8 = code('ا');
pub(super) const LAM: u8 = code('ل');

/// The most letters that clitics have together: «وبال».
pub(super) const MOST_LETTERS: usize = 4;

/// The ways to take clitics off a word, none first. What is left keeps at least two letters.
pub(crate) fn clitics(word: Word) -> SmallVec<[Clitics; 4]> {
    let mut ways = smallvec::smallvec![Clitics::default()];
    each_clitics(word, |way| ways.push(way));
    ways
}

/// Gives the ways to take clitics off a word to `each`, fewer letters first.
pub(super) fn each_clitics(word: Word, mut each: impl FnMut(Clitics)) {
    let [first, second, third, fourth]: [u8; MOST_LETTERS] = word.front();
    let conjunction = is_conjunction(first);
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
