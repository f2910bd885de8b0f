//! What the language knows: the words of numbers, units, currencies, months and bounds; and how common words are.
//! The words stand as data in `rules/lexicon`, of which `build.rs` makes tables with what stands in `build/`, which is
//! no part of the program; here are their meanings, and how they are found. Not here: the grammar that puts words
//! together (`extract/`).

mod background;
mod bound;
mod clitic;
mod counted;
mod date;
mod facts;
mod filter;
mod find;
mod group;
mod kinds;
mod known;
mod layout;
mod load;
mod meanings;
mod measure;
mod money;
mod noun;
mod number;
mod place;
mod rates;
mod recent;
mod relation;
mod sense;
mod slip;
mod slips;
mod time;

pub(crate) use background::Background;
pub use bound::{BoundVerb, Bounding, Denial, Limit};
pub use clitic::Clitics;
pub(crate) use clitic::clitics;
pub use counted::Counted;
pub use date::{Certainty, DateWord, MonthName, MonthSet, Phase, Portion, Shift, Unit};
pub use facts::{Facts, Rates};
pub use find::Hit;
pub use kinds::Kinds;
pub use load::LexiconError;
pub(crate) use load::{parse, read};
pub use meanings::Meanings;
pub use measure::{Exclusion, Multiple, Percent};
pub use money::{Currencies, Currency, Money, MoneyNoun, MoneySubunit};
pub use noun::Noun;
pub use number::Number;
pub use place::{Country, Place};
pub use relation::Relation;
pub use sense::{Form, Sense};
pub use time::{Time, TimePhrase, TimeUnit};

use crate::figure::Span;
use crate::text::{self, Class, Token, Word};
use find::{Candidate, Table};
use layout::key;
use recent::{Met, Recent};

/// The words of the language, loaded.
#[derive(Debug)]
pub struct Lexicon {
    /// The words that figures are made of, and that stand around them.
    words: Table<Sense>,
    /// The words that tell how one figure follows from another: common ones, and asked for only between figures.
    relations: Table<Relation>,
    /// What is known beside them.
    pub facts: Facts,
}

impl Lexicon {
    /// The lexicon that is built into the program.
    pub fn builtin() -> &'static Lexicon {
        static LEXICON: std::sync::LazyLock<Lexicon> = std::sync::LazyLock::new(|| {
            // Every test loads it, so that a release cannot carry a broken one.
            Lexicon::load().expect("the build made the lexicon")
        });
        &LEXICON
    }

    /// What begins at each of the tokens of `text`, in place of what `out` held; nothing at any where none is one without
    /// which there is no figure. Says whether there is such.
    pub fn meanings(&self, text: &str, tokens: &[Token], out: &mut Meanings) -> bool {
        out.clear();
        Recent::with(|recent| {
            let may = |at: usize| self.words.filters.figures.may_be(tokens[at].word) || self.may_be_slip(tokens, at);
            let told = tokens.iter().any(|token| token.class == Class::Digits)
                || (0..tokens.len())
                    .any(|at| may(at) && self.read(text, tokens, at, recent, out.scratch()).any(Kinds::FIGURE));
            if told {
                out.clear();
                (0..tokens.len()).for_each(|at| out.token(|hits| self.read(text, tokens, at, recent, hits)));
            }
            told
        })
    }

    /// The same of the tokens alone that may be of a place, as far as the ending of their word tells.
    pub fn meanings_of_places(&self, text: &str, tokens: &[Token], out: &mut Meanings) {
        out.clear();
        Recent::with(|recent| {
            for at in 0..tokens.len() {
                out.token(|hits| match self.words.filters.places.may_be(tokens[at].word) {
                    true => self.read(text, tokens, at, recent, hits),
                    false => Kinds::NONE,
                });
            }
        });
    }

    /// Adds every meaning of the words and phrases that begin at token `at` of `text` to `out`: fewer clitics come first,
    /// and longer phrases.
    pub fn hits(&self, text: &str, tokens: &[Token], at: usize, out: &mut Vec<Hit>) {
        Recent::with(|recent| self.read(text, tokens, at, recent, out));
    }

    /// The same; gives their kinds.
    #[inline(always)]
    fn read(&self, text: &str, tokens: &[Token], at: usize, recent: &mut Recent, out: &mut Vec<Hit>) -> Kinds {
        let token = &tokens[at];
        if token.class == Class::Digits {
            return Kinds::DIGITS;
        }
        let mut kinds = Kinds::NONE;
        if let Some((met, alone)) = recent.of(key(text, token), token, &self.words) {
            kinds = met.kinds;
            match met.longer {
                // Most have one or two: less than a copy of all at once would cost.
                false => alone.iter().for_each(|hit| out.push(*hit)),
                true => kinds = self.read_phrases(met, alone, text, &tokens[at..], out),
            }
        }
        if kinds == Kinds::NONE && self.may_be_slip(tokens, at) {
            kinds = self.read_slip(text, tokens, at, out);
        }
        kinds
    }

    /// Adds the meanings of a word that may go on as a phrase; gives their kinds.
    fn read_phrases(&self, met: &Met, alone: &[Hit], text: &str, tokens: &[Token], out: &mut Vec<Hit>) -> Kinds {
        let Some((token, after)) = tokens.split_first() else { return Kinds::NONE };
        let mut kinds = met.kinds;
        match met.candidates() {
            // Few do.
            Some(candidates) if !candidates.iter().any(|candidate| self.words.may_go_on(candidate, text, after)) => {
                alone.iter().for_each(|hit| out.push(*hit));
            }
            Some(candidates) => {
                candidates.iter().for_each(|candidate| self.read_candidate(candidate, text, after, &mut kinds, out));
            }
            None => self.words.candidates(token, |candidate, _| {
                self.read_candidate(&candidate, text, after, &mut kinds, out);
            }),
        }
        kinds
    }

    /// Adds the meanings of what the token at `at` was meant to be, where it is misspelt; gives their kinds.
    fn read_slip(&self, text: &str, tokens: &[Token], at: usize, out: &mut Vec<Hit>) -> Kinds {
        let meant = self.meant(tokens, at).and_then(|word| self.words.whole(word));
        let Some((meant, mut kinds)) = meant else { return Kinds::NONE };
        self.read_candidate(&meant, text, &tokens[at + 1..], &mut kinds, out);
        kinds
    }

    /// Adds the meanings of a candidate, and to `kinds` those that go on after its word.
    fn read_candidate(
        &self,
        candidate: &Candidate,
        text: &str,
        after: &[Token],
        kinds: &mut Kinds,
        out: &mut Vec<Hit>,
    ) {
        let clitics = candidate.clitics;
        self.words.longer(candidate, text, after, |sense, tokens| {
            *kinds = kinds.or(sense.kind());
            out.push(Hit { sense, tokens, clitics });
        });
        self.words.alone(candidate, |sense| out.push(Hit { sense, tokens: 1, clitics }));
    }

    /// The meanings of a word by itself, nothing taken off it.
    pub fn senses(&self, word: &str) -> impl Iterator<Item = Sense> {
        let (mut tokens, mut hits) = (Vec::new(), Vec::new());
        text::tokens(word, Span::new(0, word.len()), &mut tokens);
        if !tokens.is_empty() {
            self.hits(word, &tokens, 0, &mut hits);
        }
        hits.into_iter().filter(|hit| hit.clitics.letters == 0).map(|hit| hit.sense)
    }

    /// Whether the word, nothing taken off it, is a noun that is counted.
    pub fn is_noun(&self, word: Word) -> bool {
        self.words.whole(word).is_some_and(|(_, kinds)| kinds.any(Kinds::NOUN))
    }

    /// Whether the noun, in its dictionary form, is of persons.
    pub fn is_person(&self, noun: &str) -> bool {
        self.senses(noun).any(|sense| matches!(sense, Sense::Noun(noun) if noun.person))
    }

    /// The relations that the words at token `at` tell, each with how many tokens it takes.
    pub fn relations(&self, tokens: &[Token], at: usize, mut each: impl FnMut(Relation, usize, Clitics)) {
        self.relations.candidates(&tokens[at], |candidate, _| {
            // No such word has a number in it.
            self.relations.longer(&candidate, "", &tokens[at + 1..], |relation, tokens| {
                each(relation, tokens, candidate.clitics);
            });
            self.relations.alone(&candidate, |relation| each(relation, 1, candidate.clitics));
        });
    }
}
