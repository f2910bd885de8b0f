//! What alignment knows of the language: how common words are, which say nothing, what is measured in
//! what, which currencies are tied, which names are one. Data of `rules/lexicon`, loaded once.

use super::stem::{self, Seen, Stem};
use crate::figure::Span;
use crate::lexicon::{LexiconError, read};
use crate::text::{self, Token, Word};
use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What is measured: an index into [`Knowledge::measures`].
pub type MeasureId = u8;

/// Loaded data.
#[derive(Debug)]
pub struct Knowledge {
    words: FxHashMap<Word, u32>,
    /// The stems of the words.
    stems: FxHashSet<Word>,
    /// How often a root is in a sentence, 0 to 1.
    roots: FxHashMap<Word, f64>,
    rarest: f64,
    stop: FxHashSet<Word>,
    anybody: FxHashSet<Word>,
    growing: FxHashSet<Word>,
    until: FxHashSet<Word>,
    until_now: FxHashSet<Word>,
    clock: FxHashSet<Word>,
    age: FxHashSet<Word>,
    place: FxHashSet<Word>,
    market: FxHashSet<Word>,
    chinese: Vec<String>,
    conjunctions: [Word; 2],
    /// What can be measured.
    pub measures: Vec<Measure>,
    by_measure: FxHashMap<Word, MeasureId>,
    by_root: FxHashMap<Word, MeasureId>,
    parts: FxHashMap<Word, u8>,
    units: FxHashMap<Word, Vec<UnitPhrase>>,
    names: FxHashMap<Word, Vec<NamePhrase>>,
}

/// Something that figures measure.
#[derive(Clone, Debug)]
pub struct Measure {
    /// Its name in the data.
    pub id: String,
    /// Measures of one family exclude each other.
    pub family: String,
    /// A number that grows as news come in.
    pub tally: bool,
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

#[derive(Debug)]
struct NamePhrase {
    rest: Vec<Word>,
    name: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BackgroundFile {
    sentences: u32,
    words: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContextFile {
    stop: String,
    anybody: String,
    growing: String,
    until: String,
    until_now: String,
    clock: String,
    age: String,
    place: String,
    market: String,
    chinese: Vec<String>,
    /// The words of each part that a figure plays.
    parts: BTreeMap<String, Vec<String>>,
    measure: Vec<MeasureEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasureEntry {
    id: String,
    family: String,
    #[serde(default)]
    tally: bool,
    words: Vec<String>,
    #[serde(default)]
    roots: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DimensionsFile {
    unit: Vec<UnitEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitEntry {
    dimension: String,
    #[serde(deserialize_with = "decimal")]
    size: Decimal,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AliasesFile {
    names: Vec<Vec<String>>,
}

fn decimal<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    let text = String::deserialize(deserializer)?;
    text.parse().map_err(|_| serde::de::Error::custom(format!("«{text}» is not a decimal number")))
}

/// Reads «word count word count …».
fn counts(file: &'static str, text: &str) -> Result<FxHashMap<Word, u32>, LexiconError> {
    let mut counts = FxHashMap::default();
    let mut pieces = text.split_whitespace();
    while let (Some(word), count) = (pieces.next(), pieces.next()) {
        let count = count.and_then(|count| count.parse().ok());
        let message = || format!("the word «{word}» needs a count after it");
        counts.insert(Word::of(word), count.ok_or_else(|| LexiconError { file, message: message() })?);
    }
    Ok(counts)
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

    /// Loads the built-in files.
    pub fn load() -> Result<Knowledge, LexiconError> {
        let background: BackgroundFile = read!("background")?;
        let context: ContextFile = read!("context")?;
        let dimensions: DimensionsFile = read!("dimensions")?;
        let aliases: AliasesFile = read!("aliases")?;

        let sentences = f64::from(background.sentences.max(1));
        let words = counts("background.toml", &background.words)?;
        let rarest = words.values().copied().min().map_or(0.5, f64::from) / sentences;
        let mut knowledge = Knowledge {
            words,
            stems: FxHashSet::default(),
            roots: FxHashMap::default(),
            rarest: rarest / 2.0,
            stop: words_in(&context.stop),
            anybody: FxHashSet::default(),
            conjunctions: [Word::of("و"), Word::of("ف")],
            market: FxHashSet::default(),
            chinese: Vec::new(),
            clock: words_in(&context.clock),
            age: words_in(&context.age),
            place: words_in(&context.place),
            growing: words_in(&context.growing),
            until: words_in(&context.until),
            until_now: words_in(&context.until_now),
            measures: Vec::new(),
            by_measure: FxHashMap::default(),
            by_root: FxHashMap::default(),
            parts: FxHashMap::default(),
            units: FxHashMap::default(),
            names: FxHashMap::default(),
        };
        knowledge.learn_words(&context, sentences);
        knowledge.anybody =
            context.anybody.split_whitespace().map(|word| knowledge.stem(Word::of(word)).stem).collect();
        knowledge.market = context.market.split_whitespace().map(|word| knowledge.stem(Word::of(word)).stem).collect();
        knowledge.learn_context(&context.parts, context.measure);
        knowledge.chinese = context.chinese;
        knowledge.learn_units(dimensions.unit);
        knowledge.learn_names(aliases.names);
        Ok(knowledge)
    }

    /// Sums the words of each root, and makes the words of the other files known.
    fn learn_words(&mut self, context: &ContextFile, sentences: f64) {
        let measures = context.measure.iter().flat_map(|entry| entry.words.iter().chain(&entry.roots));
        let parts = context.parts.values().flatten();
        for word in measures.chain(parts) {
            self.words.entry(Word::of(word)).or_insert(1);
        }
        // A stem leans on the stems before it: in the order of the words, it is the same in every run.
        let mut words: Vec<Word> = self.words.keys().copied().collect();
        words.sort_unstable();
        for word in words {
            self.stems.insert(self.stem(word).stem);
        }
        // Whole numbers, so that the sums are the same in any order.
        let mut sums: FxHashMap<Word, u32> = FxHashMap::default();
        for (word, n) in &self.words {
            *sums.entry(self.stem(*word).root).or_default() += n;
        }
        self.roots = sums.into_iter().map(|(root, n)| (root, f64::from(n) / sentences)).collect();
    }

    fn learn_context(&mut self, parts: &BTreeMap<String, Vec<String>>, measures: Vec<MeasureEntry>) {
        for (id, words) in parts.values().enumerate() {
            for word in words {
                let stem = self.stem(Word::of(word)).stem;
                self.parts.insert(stem, id as u8);
            }
        }
        for entry in measures {
            let id = self.measures.len() as MeasureId;
            let MeasureEntry { id: name, family, tally, words, roots } = entry;
            self.measures.push(Measure { id: name, family, tally });
            for word in words {
                let stem = self.stem(Word::of(&word)).stem;
                self.by_measure.entry(stem).or_insert(id);
            }
            for word in roots {
                let root = self.stem(Word::of(&word)).root;
                self.by_root.entry(root).or_insert(id);
            }
        }
    }

    fn learn_units(&mut self, units: Vec<UnitEntry>) {
        let mut dimensions: Vec<String> = Vec::new();
        for entry in units {
            let dimension = dimensions.iter().position(|known| *known == entry.dimension).unwrap_or_else(|| {
                dimensions.push(entry.dimension.clone());
                dimensions.len() - 1
            }) as u8;
            for phrase in &entry.words {
                let mut stems = self.phrase(phrase).into_iter();
                let Some(first) = stems.next() else { continue };
                let rest: Vec<Word> = stems.collect();
                let known = self.units.entry(first).or_default();
                let at = known.partition_point(|other| other.rest.len() >= rest.len());
                known.insert(at, UnitPhrase { rest, unit: Unit { dimension, size: entry.size } });
            }
        }
    }

    fn learn_names(&mut self, names: Vec<Vec<String>>) {
        for spellings in names {
            let Some(name) = spellings.first().map(|first| Word::of(first)) else { continue };
            for spelling in &spellings {
                let mut words = words_of(spelling).into_iter();
                let Some(first) = words.next() else { continue };
                let rest: Vec<Word> = words.collect();
                let known = self.names.entry(first).or_default();
                let at = known.partition_point(|other| other.rest.len() >= rest.len());
                known.insert(at, NamePhrase { rest, name });
            }
        }
    }

    fn phrase(&self, phrase: &str) -> Vec<Word> {
        words_of(phrase).into_iter().map(|word| self.unit_stem(word)).collect()
    }

    /// Stems of unit words keep short words whole.
    fn unit_stem(&self, word: Word) -> Word {
        if word.len() <= 3 { word } else { self.stem(word).stem }
    }

    /// How often a folded word stands in the background's sentences.
    pub fn count(&self, word: Word) -> u32 {
        self.words.get(&word).copied().unwrap_or(0)
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
    pub fn seen<'a>(&'a self, here: Option<&'a FxHashMap<Word, u32>>) -> Seen<'a> {
        Seen { language: &self.words, stems: &self.stems, here }
    }

    /// How likely a sentence of the news has a word of this root.
    pub fn rate(&self, root: Word) -> f64 {
        self.roots.get(&root).copied().unwrap_or(self.rarest)
    }

    /// Whether the word says nothing about what a figure is about.
    pub fn is_stop(&self, word: Word) -> bool {
        self.stop.contains(&word)
    }

    /// Whether the word begins with «و» or «ف».
    pub fn begins_with_conjunction(&self, word: Word) -> bool {
        self.conjunctions.iter().any(|conjunction| word.starts_with(*conjunction))
    }

    /// Whether some of the words say that a count is one so far: «حصيلة أولية»، «حتى مساء الثلاثاء».
    pub fn tells_growth(&self, tokens: &[Token]) -> bool {
        let until = |pair: &[Token]| self.until.contains(&pair[0].word) && self.until_now.contains(&pair[1].word);
        tokens.iter().any(|token| self.growing.contains(&token.word)) || tokens.windows(2).any(until)
    }

    /// Whether the word says that a time of the day follows.
    pub fn is_clock(&self, word: Word) -> bool {
        self.clock.contains(&word)
    }

    /// Whether the word says that an age follows.
    pub fn is_age(&self, word: Word) -> bool {
        self.age.contains(&word)
    }

    /// Whether the word says that a place follows.
    pub fn is_in(&self, word: Word) -> bool {
        self.place.contains(&word)
    }

    /// Whether the word tells of a market.
    pub fn is_market(&self, stem: Word) -> bool {
        self.market.contains(&stem)
    }

    /// Whether the text says that it was translated from Chinese.
    pub fn tells_of_chinese(&self, text: &str) -> bool {
        self.chinese.iter().any(|phrase| text.contains(phrase.as_str()))
    }

    /// Whether the counted noun fits anybody.
    pub fn is_anybody(&self, stem: Word) -> bool {
        self.anybody.contains(&stem)
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

    /// The one name for the spelling that begins at the first of these words.
    pub fn name(&self, words: &[Word]) -> Option<Word> {
        let fits = |phrase: &&NamePhrase| words[1..].starts_with(&phrase.rest);
        self.names.get(words.first()?)?.iter().find(fits).map(|phrase| phrase.name)
    }
}

fn words_in(list: &str) -> FxHashSet<Word> {
    list.split_whitespace().map(Word::of).collect()
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
        assert_eq!(unit("رقاقة"), None);
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
