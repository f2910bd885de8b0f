//! What the language knows: the words of numbers, units, currencies, months and bounds.
//! The words stand as data in `rules/lexicon`; here they are loaded, checked and made fast to find.
//! Not here: the grammar that puts words together (`extract/`).

mod bound;
mod clitic;
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
pub use clitic::Clitics;
pub(crate) use clitic::clitics;
pub use date::{Certainty, DateWord, MonthName, MonthSet, Phase, Portion, Shift, Unit};
pub use find::{Candidate, Hit};
pub use load::LexiconError;
pub(crate) use load::{parse, read};
pub use measure::{Exclusion, Multiple, Percent};
pub use money::{Currencies, Currency, Money, MoneyNoun, MoneySubunit};
pub use noun::Noun;
pub use number::Number;
pub(crate) use number::each_number;
pub use place::{Country, Place};
pub use rates::Rates;
pub use relation::Relation;
pub use time::{Time, TimePhrase, TimeUnit};

use crate::figure::Span;
use crate::text::{self, Token};
use compact_str::CompactString;
use find::Table;

/// One meaning of a word or phrase.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sense {
    /// A word of dates.
    Date(DateWord),
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

impl Sense {
    /// What may begin with it.
    fn begins(self) -> Begins {
        match self {
            Sense::Date(word) => word.begins(),
            Sense::Bound(word) => word.begins(),
            Sense::Money(Money::Noun { .. } | Money::Subunit { .. })
            | Sense::Multiple(Multiple::Twice | Multiple::Double)
            | Sense::Number(_)
            | Sense::Time(_) => Begins::QUANTITY.or(Begins::FIGURE),
            Sense::Money(_) | Sense::Percent(_) | Sense::Multiple(_) => Begins::QUANTITY,
            Sense::Place(_) => Begins::PLACE,
            Sense::TimePhrase(_) | Sense::Exclusion(_) | Sense::Noun(_) => Begins::NOTHING,
        }
    }
}

/// What may begin at a token, by its meanings: most tokens begin nothing, and the grammar passes them over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Begins(u8);

impl Begins {
    /// Nothing.
    pub const NOTHING: Begins = Begins(0);
    /// A date.
    pub const DATE: Begins = Begins(1);
    /// From one date to another, by a word that begins no date itself.
    pub const INTERVAL: Begins = Begins(2);
    /// A number, a bound, a word of money.
    pub const QUANTITY: Begins = Begins(4);
    /// The name of a place.
    pub const PLACE: Begins = Begins(8);
    /// A word without which there is no figure: a sentence that has none needs no reading, whatever else begins in it.
    pub const FIGURE: Begins = Begins(16);

    /// Either of the two.
    pub const fn or(self, other: Begins) -> Begins {
        Begins(self.0 | other.0)
    }

    /// What is in both.
    pub const fn and(self, other: Begins) -> Begins {
        Begins(self.0 & other.0)
    }

    /// Whether any of these may begin.
    pub const fn any(self, others: Begins) -> bool {
        self.and(others).0 != 0
    }
}

/// The words of the language, loaded.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// The words that figures are made of, and that stand around them.
    words: Table<Sense>,
    /// The words that tell how one figure follows from another: common ones, and asked for only between figures.
    relations: Table<Relation>,
    /// Words that may be misspelt.
    slips: slip::Slips,
    /// What so many times are counted in: «مرة».
    pub occasion: CompactString,
    /// The countries whose papers date by the Hijra.
    pub hijri: Vec<Country>,
    /// Exchange rates as far as they are known.
    pub rates: Rates,
    /// The verbs that bound numbers.
    pub bound_verbs: Vec<BoundVerb>,
    /// What is known of currencies.
    pub currencies: Currencies,
    /// Dictionary forms of the nouns that are counted.
    pub nouns: Vec<CompactString>,
    /// Nouns of which one is a sort of the other: «ذهبية», «ميدالية».
    pub sorts: Vec<(CompactString, CompactString)>,
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
        if let Some(only) = self.words.add(phrase, sense, sense.begins()) {
            self.slips.add(only, sense);
        }
    }

    /// Gives `each` what may be meant by token `at` of `text`, by its first word: what follows it may yet be another word. Fewer
    /// clitics come first.
    pub fn candidates(&self, text: &str, tokens: &[Token], at: usize, mut each: impl FnMut(Candidate)) {
        let mut known = false;
        self.words.candidates(&tokens[at], |candidate| {
            known |= candidate.is_word();
            each(candidate);
        });
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
        self.candidates(text, tokens, at, |candidate| {
            self.meanings(&candidate, text, &tokens[at + 1..], out);
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
