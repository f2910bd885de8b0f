//! What alignment knows of the language: how common words are, which say nothing, what is measured in
//! what, which names are one. Here: what can be asked. Not here: how it is read from `rules/lexicon` (`load.rs`), nor
//! what is asked of one word (`asks.rs`).

mod asks;
mod load;

use crate::figure::{Span, Value};
use crate::lexicon::Background;
use crate::text::stem::{self, Seen, Stem, Vocabulary};
use crate::text::{self, Token, Word};
use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::sync::LazyLock;

/// What is measured: an index into [`Knowledge::measures`].
pub type MeasureId = u8;

/// Loaded data.
#[derive(Debug)]
pub struct Knowledge {
    background: Background,
    /// For words that have synonyms what stands for all of these.
    synonyms: FxHashMap<Word, Word>,
    alef: Word,
    stop: FxHashSet<Word>,
    numbers: FxHashSet<Word>,
    two: FxHashSet<Word>,
    anybody: FxHashSet<Word>,
    growing: FxHashSet<Word>,
    kin: FxHashSet<Word>,
    kin_of: FxHashSet<Word>,
    /// By their roots, as those after them.
    recurring: FxHashSet<Word>,
    allowing: FxHashSet<Word>,
    happening: FxHashSet<Word>,
    contested: FxHashSet<Word>,
    begin: FxHashSet<Word>,
    end: FxHashSet<Word>,
    since: FxHashSet<Word>,
    late: FxHashSet<Word>,
    night: FxHashSet<Word>,
    early: FxHashSet<Word>,
    comparing: FxHashSet<Word>,
    until: FxHashSet<Word>,
    until_now: FxHashSet<Word>,
    lasting: FxHashSet<Word>,
    clock: FxHashSet<Word>,
    age: FxHashSet<Word>,
    saying: FxHashSet<Word>,
    that: FxHashSet<Word>,
    dying: FxHashSet<Word>,
    aged: FxHashSet<Word>,
    ahead: FxHashSet<Word>,
    behind: FxHashSet<Word>,
    place: FxHashSet<Word>,
    of: FxHashSet<Word>,
    one_time: FxHashSet<Word>,
    others: FxHashSet<Word>,
    market: FxHashSet<Word>,
    marks: FxHashSet<Word>,
    levels: FxHashSet<Word>,
    not_then: FxHashSet<Word>,
    goes_on: FxHashSet<Word>,
    by: FxHashSet<Word>,
    course: FxHashSet<Word>,
    price: FxHashSet<Word>,
    chinese: Vec<String>,
    deeds: FxHashSet<Word>,
    of_people: Vec<String>,
    peopled: FxHashSet<Word>,
    scoped_by: FxHashSet<Word>,
    article: Word,
    /// What can be measured.
    pub measures: Vec<Measure>,
    by_measure: FxHashMap<Word, MeasureId>,
    by_root: FxHashMap<Word, MeasureId>,
    parts: FxHashMap<Word, u8>,
    /// The parts that no other source tells without a word for them, a bit each.
    elsewhere: u64,
    /// Those that no figure without such a word is; those of the figure before them.
    alone: u64,
    within: u64,
    /// The one from which a change starts, and the words before it and before that to which it leads.
    left: Option<u8>,
    from: FxHashSet<Word>,
    to: FxHashSet<Word>,
    /// Those that say of whom a percentage is told, and from when on a change is.
    scopes: u64,
    bases: u64,
    /// Words of sorts that exclude each other, by their stems: of which such sorts each is one, and which of them.
    opposed: FxHashMap<Word, Vec<(u8, u8)>>,
    steps: FxHashMap<Word, Step>,
    origins: FxHashMap<Word, u8>,
    purposes: FxHashMap<Word, u8>,
    passing: FxHashSet<u8>,
    sizes: FxHashMap<Word, u8>,
    sizes_of_several: FxHashSet<u8>,
    sole: FxHashMap<Word, u8>,
    several: FxHashSet<Word>,
    later: FxHashSet<Word>,
    units: FxHashMap<Word, Vec<UnitPhrase>>,
    /// The dimension of distances.
    length: Option<u8>,
    paces: FxHashMap<Word, Vec<PacePhrase>>,
    names: FxHashMap<Word, Vec<NamePhrase>>,
}

/// Something that figures measure.
#[derive(Clone, Debug)]
pub struct Measure {
    /// Its name in the data.
    pub id: String,
    /// Measures of one family exclude each other.
    pub family: String,
    /// It is a way of changing, up or down, whatever is measured besides.
    pub is_change: bool,
    /// A number that grows as news come in.
    pub tally: bool,
    /// It may shrink again.
    pub wanes: bool,
    /// Its words, as the data writes them.
    pub words: Vec<String>,
}

/// An end of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearEnd {
    /// Its first weeks.
    Early,
    /// Its last weeks.
    Late,
}

/// A step of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// What was made is used.
    Service,
    /// Papers are handed in.
    Filing,
    /// A rule takes effect.
    Force,
    /// It is built.
    Works,
    /// It is done.
    End,
    /// What was ordered is handed over.
    Delivery,
    /// It begins.
    Start,
}

/// A unit that can be converted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Which dimension; units of one dimension are compared.
    pub dimension: u8,
    /// Its size in the dimension's first unit.
    pub size: Decimal,
}

#[derive(Debug)]
struct UnitPhrase {
    rest: Vec<Word>,
    unit: Unit,
}

/// In how long it is so much: an index into [`Relation::PER`](crate::lexicon::Relation::PER).
pub type Pace = u8;

#[derive(Debug)]
struct PacePhrase {
    rest: Vec<Word>,
    pace: Pace,
}

#[derive(Debug)]
struct NamePhrase {
    rest: Vec<Word>,
    name: Word,
}

impl Knowledge {
    /// The data that is built into the program.
    pub fn builtin() -> &'static Knowledge {
        static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| {
            // A test loads the built-in files, so that a release cannot carry a broken one.
            Knowledge::load().unwrap_or_else(|error| panic!("the built-in lexicon is broken: {error}"))
        });
        &KNOWLEDGE
    }

    /// Stems of unit words keep short words whole.
    fn unit_stem(&self, word: Word) -> Word {
        if word.len() <= 3 { word } else { self.stem(word).stem }
    }

    /// How often a folded word stands in the background's sentences.
    pub fn count(&self, word: Word) -> u32 {
        self.background.count(word)
    }

    /// The stem by the background's words alone.
    pub fn stem(&self, word: Word) -> Stem {
        stem::stem(word, self.seen(None))
    }

    /// The word without conjunction, preposition and article, by the background's words alone.
    pub fn bare(&self, word: Word) -> Word {
        stem::bare(word, self.seen(None))
    }

    /// The words of the background, and of a document.
    pub fn seen<'a>(&'a self, here: Option<&'a dyn Fn(Word) -> u32>) -> Seen<'a> {
        Seen { words: &self.background, here }
    }

    /// How likely a sentence of the news has a word of this root.
    pub fn rate(&self, root: Word) -> f64 {
        self.background.rate(root)
    }

    /// What stands for a word and its synonyms, where it has any; it has neither clitics nor article.
    pub fn synonyms(&self, bare: Word) -> Option<Word> {
        let known = |word: Word| self.synonyms.get(&word).copied();
        let accusative = || bare.ends_with(self.alef).then(|| bare.without_last(1));
        known(bare).or_else(|| known(accusative()?))
    }

    /// What the word says is measured.
    pub fn measure(&self, word: Stem) -> Option<MeasureId> {
        self.by_measure.get(&word.stem).or_else(|| self.by_root.get(&word.root)).copied()
    }

    /// The part that the word says a figure plays.
    pub fn part(&self, stem: Word) -> Option<u8> {
        self.parts.get(&stem).copied()
    }

    /// The unit whose name begins at the first of these words, and how many of them it takes.
    pub fn unit(&self, words: &[Word]) -> Option<(Unit, usize)> {
        let first = self.unit_stem(*words.first()?);
        let fits = |phrase: &&UnitPhrase| {
            phrase.rest.len() < words.len()
                && phrase.rest.iter().zip(&words[1..]).all(|(stem, word)| self.unit_stem(*word) == *stem)
        };
        self.units.get(&first)?.iter().find(fits).map(|phrase| (phrase.unit, 1 + phrase.rest.len()))
    }

    /// The unit of a count, by the dictionary form of what it counts: the text may write it with a digit, «كم2».
    pub fn unit_of(&self, value: &Value) -> Option<Unit> {
        let Value::Count(quantity) = value else { return None };
        let words = words_of(quantity.unit.as_ref()?);
        self.unit(&words).filter(|(_, taken)| *taken == words.len()).map(|(unit, _)| unit)
    }

    /// In how long it is so much, where the first of these words says so, and how many of them it takes.
    pub fn pace(&self, words: &[Word]) -> Option<(Pace, usize)> {
        let fits = |phrase: &&PacePhrase| words[1..].starts_with(&phrase.rest);
        self.paces.get(words.first()?)?.iter().find(fits).map(|phrase| (phrase.pace, 1 + phrase.rest.len()))
    }

    /// All names that have several spellings.
    pub fn names(&self) -> impl Iterator<Item = Word> {
        self.names.values().flatten().map(|phrase| phrase.name)
    }

    /// Whether the spelling of some name begins with this word.
    pub fn begins_name(&self, word: Word) -> bool {
        self.names.contains_key(&word)
    }

    /// The one name for the spelling that begins at the first of these words.
    pub fn name(&self, words: &[Word]) -> Option<Word> {
        let fits = |phrase: &&NamePhrase| words[1..].starts_with(&phrase.rest);
        self.names.get(words.first()?)?.iter().find(fits).map(|phrase| phrase.name)
    }
}

fn words_of(phrase: &str) -> Vec<Word> {
    let mut tokens: Vec<Token> = Vec::new();
    text::tokens(phrase, Span::new(0, phrase.len()), &mut tokens);
    tokens.iter().filter(|token| token.is_word()).map(|token| token.word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_files_load() {
        let knowledge = Knowledge::load().expect("the built-in files are whole");
        assert!(knowledge.rate(knowledge.stem(Word::of("قال")).root) > knowledge.rate(Word::of("مرجان")));
        assert!(knowledge.is_stop(Word::of("على")));
    }

    #[test]
    fn units_are_phrases() {
        let knowledge = Knowledge::builtin();
        let unit = |phrase: &str| knowledge.unit(&words_of(phrase)).map(|(unit, _)| unit);
        let (kilometre, speed) = (unit("كيلومترا"), unit("كيلومترا في الساعة"));
        assert!(kilometre.is_some() && speed.is_some());
        assert_ne!(kilometre.map(|u| u.dimension), speed.map(|u| u.dimension));
        assert_eq!(unit("هكتارا").map(|u| u.dimension), unit("متر مربع").map(|u| u.dimension));
        assert_eq!(unit("ميغاوات"), unit("ميغاواط"));
        assert_eq!(unit("جيجابت في الثانية"), unit("غيغابت"));
        assert_ne!(unit("ميغابت").map(|u| u.dimension), unit("ميغابايت").map(|u| u.dimension));
        assert_eq!(unit("رقاقة"), None);
    }

    #[test]
    fn every_form_of_a_measure_has_its_size() {
        #[derive(serde::Deserialize)]
        struct Nouns {
            noun: Vec<Noun>,
        }
        #[derive(serde::Deserialize)]
        struct Noun {
            group: String,
            forms: Vec<String>,
        }
        let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/rules/lexicon/nouns.toml"));
        let Nouns { noun } = toml::from_str(file).expect("the nouns");
        let unit = |phrase: &String| Knowledge::builtin().unit(&words_of(phrase)).map(|(unit, _)| unit);
        // «م3» is no word; the stem of «كيلوات» is «كيلو».
        let is_words = |form: &&String| !form.contains(char::is_numeric) && *form != "كيلوات";
        let measures = noun.iter().filter(|noun| noun.group == "measure" && unit(&noun.forms[0]).is_some());
        assert!(measures.clone().count() > 40);
        for Noun { forms, .. } in measures {
            for form in forms.iter().filter(is_words) {
                assert_eq!(unit(form), unit(&forms[0]), "{form}");
            }
        }
    }

    #[test]
    fn synonyms_are_met_as_they_are_listed() {
        let knowledge = Knowledge::builtin();
        let synonyms = |word: &str| knowledge.synonyms(Word::of(word));
        assert!(synonyms("سفينة").is_some());
        for other in ["سفن", "باخرة", "بواخر"] {
            assert_eq!(synonyms(other), synonyms("سفينة"), "{other}");
        }
        assert_eq!(synonyms("قاربا"), synonyms("زورق"));
        assert_ne!(synonyms("قارب"), synonyms("سفينة"));
        for other in ["جامعة", "سفينتها", "كتاب"] {
            assert_eq!(synonyms(other), None, "{other}");
        }
    }

    #[test]
    fn names_are_one() {
        let knowledge = Knowledge::builtin();
        let name = |spelling: &str| knowledge.name(&words_of(spelling));
        assert_eq!(name("OpenAI"), name("أوبن إيه آي"));
        assert_eq!(name("مايكروسوفت"), name("Microsoft"));
        assert_eq!(name("كتاب"), None);
    }
}
