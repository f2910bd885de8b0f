//! Finding: which words and phrases of the lexicon stand in a sentence, with their clitics taken off.

use super::{Lexicon, Sense, key};
use crate::text::{Class, Gap, Token, Word};
use smallvec::SmallVec;
use std::sync::LazyLock;

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

struct Letters {
    waw: u8,
    fa: u8,
    prepositions: [u8; 3],
    alef: u8,
    lam: u8,
    article: Word,
}

static LETTERS: LazyLock<Letters> = LazyLock::new(|| {
    let code = |letter| Word::of(letter).code(0);
    Letters {
        waw: code("و"),
        fa: code("ف"),
        prepositions: [code("ب"), code("ل"), code("ك")],
        alef: code("ا"),
        lam: code("ل"),
        article: Word::of("ال"),
    }
});

/// The ways to take clitics off a word, none first. What is left keeps at least two letters.
pub(crate) fn clitics(word: Word) -> SmallVec<[Clitics; 6]> {
    let letters = &*LETTERS;
    let mut ways: SmallVec<[Clitics; 6]> = SmallVec::new();
    ways.push(Clitics::default());
    let len = word.len();
    let mut add = |way: Clitics| {
        if usize::from(way.letters) + 2 <= len {
            ways.push(way);
        }
    };
    let conjunction = word.code(0) == letters.waw || word.code(0) == letters.fa;
    for base in if conjunction { 0..=1_u8 } else { 0..=0 } {
        let conjunction = base == 1;
        let at = |offset: u8| word.code(usize::from(base + offset));
        if conjunction {
            add(Clitics { conjunction, letters: 1, ..Clitics::default() });
        }
        if at(0) == letters.alef && at(1) == letters.lam {
            add(Clitics { conjunction, article: true, letters: base + 2, ..Clitics::default() });
        }
        if letters.prepositions.contains(&at(0)) {
            let preposition = true;
            add(Clitics { conjunction, preposition, letters: base + 1, ..Clitics::default() });
            if at(1) == letters.alef && at(2) == letters.lam {
                add(Clitics { conjunction, preposition, article: true, letters: base + 3 });
            }
            if at(0) == letters.lam && at(1) == letters.lam {
                add(Clitics { conjunction, preposition, article: true, letters: base + 2 });
            }
        }
    }
    ways
}

impl Lexicon {
    /// Every meaning of the words and phrases that begin at token `at`; longer phrases and fewer clitics
    /// first.
    pub fn hits(&self, tokens: &[Token], at: usize, out: &mut Vec<Hit>) {
        let token = &tokens[at];
        let known = out.len();
        match token.class {
            Class::Digits => {}
            Class::Mark(_) | Class::Latin => {
                self.hits_of(key(token.class, token.word), Clitics::default(), tokens, at, out)
            }
            Class::Arabic if !self.filter.may_end(token.word) => {}
            Class::Arabic => {
                for clitics in clitics(token.word) {
                    let word = token.word.without_first(usize::from(clitics.letters));
                    self.hits_of(word.bits(), clitics, tokens, at, out);
                }
            }
        }
        if out.len() == known
            && token.class == Class::Arabic
            && let Some(word) = self.meant(tokens, at)
        {
            self.hits_of(word.bits(), Clitics::default(), tokens, at, out);
        }
    }

    fn hits_of(&self, first: u128, clitics: Clitics, tokens: &[Token], at: usize, out: &mut Vec<Hit>) {
        let Some(phrases) = self.phrases.get(&first) else { return };
        for phrase in phrases {
            let rest = tokens[at + 1..].iter().zip(phrase.rest.iter());
            let matched = rest.take_while(|(token, piece)| token.gap < Gap::Line && is_piece(token, **piece)).count();
            if matched == phrase.rest.len() {
                out.push(Hit { sense: phrase.sense, tokens: 1 + matched, clitics });
            }
        }
    }
}

/// Whether a later word of a phrase stands here, with or without the article.
fn is_piece(token: &Token, piece: u128) -> bool {
    if key(token.class, token.word) == piece {
        return true;
    }
    token.class == Class::Arabic
        && token.word.starts_with(LETTERS.article)
        && token.word.without_first(LETTERS.article.len()).bits() == piece
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
