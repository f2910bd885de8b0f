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
pub use find::{Candidate, Hit};
pub use load::LexiconError;
pub(crate) use load::{parse, read};
pub use measure::{Exclusion, Multiple, Percent};
pub use money::{Currencies, Currency, Money, MoneyNoun, MoneySubunit};
pub use noun::Noun;
pub use number::Number;
pub use place::{Country, Place};
pub use rates::Rates;
pub use relation::Relation;
pub use sense::{Begins, Form, Sense};
pub use time::{Time, TimePhrase, TimeUnit};

use crate::figure::Span;
use crate::text::{self, Class, Token};
use find::Table;
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

    /// Gives `each` what may be meant by each token of `text`, by its first word: what follows it may yet be another
    /// word. Fewer clitics come first.
    pub fn candidates(&self, text: &str, tokens: &[Token], mut each: impl FnMut(usize, Candidate)) {
        Recent::with(|recent| {
            for at in 0..tokens.len() {
                self.candidates_at(text, tokens, at, recent, |candidate| each(at, candidate));
            }
        });
    }

    fn candidates_at(
        &self,
        text: &str,
        tokens: &[Token],
        at: usize,
        recent: &mut Recent,
        mut each: impl FnMut(Candidate),
    ) {
        let mut known = false;
        let mut tell = |candidate: Candidate| {
            known |= candidate.is_word();
            each(candidate);
        };
        let token = &tokens[at];
        let met = (token.class == Class::Arabic).then(|| recent.of(token.word, &self.words)).flatten();
        match met {
            Some(candidates) => candidates.iter().for_each(|candidate| tell(*candidate)),
            None => self.words.candidates(token, tell),
        }
        if !known
            && let Some(meant) = self.meant(tokens, at).and_then(|word| self.words.whole(word))
            && !self.is_met(text, tokens, at)
        {
            each(meant);
        }
    }

    /// Whether any word or phrase stands at token `at` whole.
    fn is_met(&self, text: &str, tokens: &[Token], at: usize) -> bool {
        let mut met = false;
        self.words.candidates(&tokens[at], |candidate| met |= self.words.is_met(&candidate, text, &tokens[at + 1..]));
        met
    }

    /// Adds the meanings of a candidate that has the tokens `after` of `text` after its own, longer phrases first; tells what
    /// may begin with them.
    pub fn meanings(&self, candidate: &Candidate, text: &str, after: &[Token], out: &mut Vec<Hit>) -> Begins {
        let mut begins = Begins::NOTHING;
        self.words.meanings(candidate, text, after, |sense, tokens| {
            begins = begins.or(sense.begins());
            out.push(Hit { sense, tokens, clitics: candidate.clitics });
        });
        begins
    }

    /// Adds every meaning of the words and phrases that begin at token `at` of `text`.
    pub fn hits(&self, text: &str, tokens: &[Token], at: usize, out: &mut Vec<Hit>) {
        Recent::with(|recent| {
            self.candidates_at(text, tokens, at, recent, |candidate| {
                self.meanings(&candidate, text, &tokens[at + 1..], out);
            });
        });
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

    /// The relations that the words at token `at` tell, each with how many tokens it takes.
    pub fn relations(&self, tokens: &[Token], at: usize, mut each: impl FnMut(Relation, usize, Clitics)) {
        self.relations.candidates(&tokens[at], |candidate| {
            // No such word has a number in it.
            self.relations.meanings(&candidate, "", &tokens[at + 1..], |relation, tokens| {
                each(relation, tokens, candidate.clitics);
            });
        });
    }
}
