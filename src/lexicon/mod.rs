//! What the language knows: the words of numbers, units, currencies, months and bounds.
//! The words stand as data in `rules/lexicon`, of which `build.rs` makes tables with what stands in `build/`, which is
//! no part of the program; here are their meanings, and how they are found. Not here: the grammar that puts words
//! together (`extract/`).

mod bound;
mod clitic;
mod date;
mod facts;
mod filter;
mod find;
mod kinds;
mod layout;
mod load;
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

pub use bound::{BoundVerb, Bounding, Limit};
pub use clitic::Clitics;
pub(crate) use clitic::clitics;
pub use date::{Certainty, DateWord, MonthName, MonthSet, Phase, Portion, Shift, Unit};
pub use facts::Facts;
pub use find::Hit;
pub use kinds::{Kinds, Potential};
pub use load::LexiconError;
pub(crate) use load::{parse, read};
pub use measure::{Exclusion, Multiple, Percent};
pub use money::{Currencies, Currency, Money, MoneyNoun, MoneySubunit};
pub use noun::Noun;
pub use number::Number;
pub use place::{Country, Place};
pub use rates::Rates;
pub use relation::Relation;
pub use sense::{Form, Sense};
pub use time::{Time, TimePhrase, TimeUnit};

use crate::figure::Span;
use crate::text::{self, Class, Token};
use find::{Candidate, Table};
use recent::Recent;

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

    /// Whether any of the tokens of `text` is one without which there is no figure.
    pub fn may_hold_figure(&self, text: &str, tokens: &[Token]) -> bool {
        Recent::with(|recent| {
            (0..tokens.len()).any(|at| {
                let token = &tokens[at];
                let may = || self.words.filters.figures.may_be(token.word) || self.may_be_slip(tokens, at);
                token.class == Class::Digits || may() && self.tells_figure(text, tokens, at, recent)
            })
        })
    }

    fn tells_figure(&self, text: &str, tokens: &[Token], at: usize, recent: &mut Recent) -> bool {
        let Potential { sure, all } = self.potential(text, tokens, at, recent);
        if sure.any(Kinds::FIGURE) || !all.any(Kinds::FIGURE) {
            return sure.any(Kinds::FIGURE);
        }
        let mut told = false;
        self.each_hit(text, tokens, at, recent, |hit| told |= hit.sense.kind().any(Kinds::FIGURE));
        told
    }

    /// Adds what each of the tokens of `text` may be that may be of a place, as far as the ending of its word tells.
    pub fn potentials_of_places(&self, text: &str, tokens: &[Token], out: &mut Vec<Potential>) {
        Recent::with(|recent| {
            out.extend((0..tokens.len()).map(|at| match self.words.filters.places.may_be(tokens[at].word) {
                true => self.potential(text, tokens, at, recent),
                false => Potential::NONE,
            }));
        });
    }

    /// Adds what each of the tokens of `text` may be, by itself and as the first of a phrase.
    pub fn potentials(&self, text: &str, tokens: &[Token], out: &mut Vec<Potential>) {
        Recent::with(|recent| out.extend((0..tokens.len()).map(|at| self.potential(text, tokens, at, recent))));
    }

    fn potential(&self, text: &str, tokens: &[Token], at: usize, recent: &mut Recent) -> Potential {
        if tokens[at].class == Class::Digits {
            return Potential::sure(Kinds::DIGITS);
        }
        let all = recent.of(&tokens[at], &self.words).map_or(Potential::NONE, |met| met.potential);
        if all.sure != Kinds::NONE || !self.may_be_slip(tokens, at) {
            return all;
        }
        self.slip(text, tokens, at).map_or(all, |(_, more)| all.or(more))
    }

    /// What the token was meant to be, where it is misspelt.
    fn slip(&self, text: &str, tokens: &[Token], at: usize) -> Option<(Candidate, Potential)> {
        let meant = self.meant(tokens, at).and_then(|word| self.words.whole(word))?;
        (!self.is_met(text, tokens, at)).then_some(meant)
    }

    /// Whether any word or phrase stands at token `at` whole.
    fn is_met(&self, text: &str, tokens: &[Token], at: usize) -> bool {
        let mut met = false;
        self.words.candidates(&tokens[at], |candidate, _| {
            self.words.meanings(&candidate, text, &tokens[at + 1..], |_, _| met = true);
        });
        met
    }

    /// Adds every meaning of the words and phrases that begin at token `at` of `text`: fewer clitics come first, and
    /// longer phrases.
    pub fn hits(&self, text: &str, tokens: &[Token], at: usize, out: &mut impl Extend<Hit>) {
        Recent::with(|recent| self.each_hit(text, tokens, at, recent, |hit| out.extend([hit])));
    }

    fn each_hit(&self, text: &str, tokens: &[Token], at: usize, recent: &mut Recent, mut each: impl FnMut(Hit)) {
        let mut add = |candidate: Candidate| {
            self.words.meanings(&candidate, text, &tokens[at + 1..], |sense, tokens| {
                each(Hit { sense, tokens, clitics: candidate.clitics });
            });
        };
        let token = &tokens[at];
        let mut known = Potential::NONE;
        match recent.of(token, &self.words).and_then(|met| Some((met, met.candidates()?))) {
            Some((met, candidates)) => {
                known = met.potential;
                candidates.iter().for_each(|candidate| add(*candidate));
            }
            None => self.words.candidates(token, |candidate, more| {
                known = known.or(more);
                add(candidate);
            }),
        }
        if known.sure == Kinds::NONE
            && let Some((meant, _)) = self.slip(text, tokens, at)
        {
            add(meant);
        }
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

    /// Whether the noun, in its dictionary form, is of persons.
    pub fn is_person(&self, noun: &str) -> bool {
        self.senses(noun).any(|sense| matches!(sense, Sense::Noun(noun) if noun.person))
    }

    /// The relations that the words at token `at` tell, each with how many tokens it takes.
    pub fn relations(&self, tokens: &[Token], at: usize, mut each: impl FnMut(Relation, usize, Clitics)) {
        self.relations.candidates(&tokens[at], |candidate, _| {
            // No such word has a number in it.
            self.relations.meanings(&candidate, "", &tokens[at + 1..], |relation, tokens| {
                each(relation, tokens, candidate.clitics);
            });
        });
    }
}
