//! What the language knows: the words of numbers, units, currencies, months and bounds.
//! The words stand as data in `rules/lexicon`; here they are loaded, checked and made fast to find.
//! Not here: the grammar that puts words together (`extract/`).

mod bound;
mod date;
mod date_files;
mod filter;
mod find;
mod load;
mod measure;
mod money;
mod noun;
mod number;
mod place;
mod rates;
mod relation;
mod slip;
mod time;

pub use bound::{BoundVerb, Bounding, Limit};
pub use date::{Certainty, DateWord, MonthName, MonthSet, Phase, Portion, Shift, Unit};
pub(crate) use find::clitics;
pub use find::{Clitics, Hit};
pub use load::LexiconError;
pub use measure::{Exclusion, Multiple, Percent};
pub use money::{Currencies, Currency, Money, MoneyNoun, MoneySubunit};
pub use noun::Noun;
pub use number::Number;
pub use place::{Country, Place};
pub use rates::Rates;
pub use relation::Relation;
pub use time::{Time, TimePhrase, TimeUnit};

use crate::text::{Class, Token, Word};
use compact_str::CompactString;
use rustc_hash::FxHashMap;

/// One meaning of a word or phrase.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sense {
    /// A word of dates.
    Date(DateWord),
    /// How one figure follows from another.
    Relation(Relation),
    /// A word of a number.
    Number(Number),
    /// A unit of time.
    Time(Time),
    /// A word beside a unit of time.
    TimePhrase(TimePhrase),
    /// A word that bounds a number.
    Bound(Bounding),
    /// A word of money.
    Money(Money),
    /// What makes a number a percentage.
    Percent(Percent),
    /// A word of multiples.
    Multiple(Multiple),
    /// A word that tells that a number states no quantity.
    Exclusion(Exclusion),
    /// A noun that is counted.
    Noun(Noun),
    /// A word that tells which country a text speaks of.
    Place(Place),
}

/// How a noun that can be counted is inflected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One, or the noun counted by 11 and more.
    Singular,
    /// One in the accusative: «عاما».
    Accusative,
    /// Two, standing alone: «عامين».
    Dual,
    /// Two, before another noun: «عامي».
    Construct,
    /// Several.
    Plural,
}

/// The words of the language, loaded.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// By the first piece of the phrase: its meanings, longest phrase first.
    phrases: FxHashMap<u128, Vec<Phrase>>,
    /// Tells most strangers from the words of `phrases` without a look-up.
    filter: filter::Filter,
    /// Words that may be misspelt.
    slips: slip::Slips,
    /// Exchange rates as far as they are known.
    pub rates: Rates,
    /// The verbs that bound numbers.
    pub bound_verbs: Vec<BoundVerb>,
    /// What is known of currencies.
    pub currencies: Currencies,
    /// Dictionary forms of the nouns that are counted.
    pub nouns: Vec<CompactString>,
}

/// A word or phrase and one of its meanings.
#[derive(Debug)]
struct Phrase {
    /// The pieces after the first.
    rest: Box<[u128]>,
    sense: Sense,
}

/// What makes two pieces of text the same for the lexicon: a folded word, or a mark.
fn key(class: Class, word: Word) -> u128 {
    match class {
        Class::Mark(c) => 1 << 127 | u128::from(u32::from(c)),
        Class::Arabic | Class::Latin => word.bits(),
        // A run of digits is never a word.
        Class::Digits => 0,
    }
}

impl Lexicon {
    /// The lexicon that is built into the program.
    pub fn builtin() -> &'static Lexicon {
        static LEXICON: std::sync::LazyLock<Lexicon> = std::sync::LazyLock::new(|| {
            // The tests load every built-in file, so that a release cannot carry a broken one.
            Lexicon::load().unwrap_or_else(|error| panic!("the built-in lexicon is broken: {error}"))
        });
        &LEXICON
    }

    /// Teaches the lexicon that `phrase` has the meaning `sense`.
    fn add(&mut self, phrase: &str, sense: Sense) {
        let mut tokens: Vec<Token> = Vec::new();
        crate::text::tokens(phrase, crate::figure::Span::new(0, phrase.len()), &mut tokens);
        if let Some(first) = tokens.first() {
            self.filter.add(first.word);
        }
        if let [only] = tokens[..] {
            self.slips.add(only.word, sense);
        }
        let mut pieces = tokens.iter().map(|token| key(token.class, token.word));
        let Some(first) = pieces.next().filter(|first| *first != 0) else { return };
        let phrase = Phrase { rest: pieces.collect(), sense };
        let known = self.phrases.entry(first).or_default();
        if known.iter().any(|other| other.rest == phrase.rest && other.sense == phrase.sense) {
            return;
        }
        let at = known.partition_point(|other| other.rest.len() >= phrase.rest.len());
        known.insert(at, phrase);
    }
}
