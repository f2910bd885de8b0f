//! Loading: the files of `rules/lexicon` that alignment reads, and what is made of their words.
//! Not here: what the words tell of a text (`mod.rs`), and the words of the news with their counts (`lexicon/`).

use super::{Knowledge, Measure, MeasureId, NamePhrase, PacePhrase, Step, Unit, UnitPhrase, words_of};
use crate::align::term;
use crate::lexicon::{Background, Lexicon, LexiconError, read};
use crate::text::Word;
use crate::text::affix::ARTICLE;
use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContextFile {
    stop: String,
    two: String,
    of_people: Vec<String>,
    peopled: String,
    scoped_by: String,
    deeds: String,
    anybody: String,
    growing: String,
    kin: String,
    kin_of: String,
    recurring: String,
    allowing: String,
    happening: String,
    contested: String,
    begin: String,
    end: String,
    several: String,
    others: String,
    later: String,
    since: String,
    late: String,
    night: String,
    early: String,
    comparing: String,
    until: String,
    until_now: String,
    lasting: String,
    clock: String,
    age: String,
    saying: String,
    that: String,
    dying: String,
    aged: String,
    ahead: String,
    behind: String,
    place: String,
    of: String,
    one_time: String,
    market: String,
    marks: String,
    levels: String,
    not_then: String,
    goes_on: String,
    by: String,
    course: String,
    from: String,
    to: String,
    price: String,
    /// Names of parts.
    elsewhere: Vec<String>,
    alone: Vec<String>,
    within: Vec<String>,
    left: Vec<String>,
    scopes: Vec<String>,
    bases: Vec<String>,
    /// Sorts that exclude each other, each by its words.
    opposed: Vec<Vec<String>>,
    chinese: Vec<String>,
    /// The words of each part that a figure plays.
    parts: BTreeMap<String, Vec<String>>,
    /// The words of each step of a plan.
    steps: BTreeMap<Step, Vec<String>>,
    /// The words of each way in which something came to be.
    origins: BTreeMap<String, Vec<String>>,
    /// The words of each term that a length of time is, and of each other purpose of one.
    terms: BTreeMap<String, Vec<String>>,
    purposes: BTreeMap<String, Vec<String>>,
    /// The words that lead to each size, and the nouns of each thing, of which a report mostly tells one number.
    sizes: BTreeMap<String, Vec<String>>,
    sizes_of_several: BTreeMap<String, Vec<String>>,
    sole: BTreeMap<String, Vec<String>>,
    measure: Vec<MeasureEntry>,
}

/// The dimension of distances.
const LENGTH: &str = "length";

/// The family of the measures that are ways of changing.
const CHANGE: &str = "change";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasureEntry {
    id: String,
    family: String,
    #[serde(default)]
    tally: bool,
    #[serde(default)]
    wanes: bool,
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
struct SynonymsFile {
    /// Words each of which may stand for the others of its line.
    alike: Vec<String>,
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

impl Knowledge {
    /// Loads the built-in files.
    pub fn load() -> Result<Knowledge, LexiconError> {
        let context: ContextFile = read!("context")?;
        let dimensions: DimensionsFile = read!("dimensions")?;
        let aliases: AliasesFile = read!("aliases")?;
        let synonyms: SynonymsFile = read!("synonyms")?;

        // They say nothing either, and what is counted stands after the last of them.
        let numbers: FxHashSet<Word> = Lexicon::builtin().facts.numbers.iter().map(|word| Word::of(word)).collect();
        let mut knowledge = Knowledge {
            background: Background::load()?,
            stop: words_in(&context.stop).into_iter().chain(numbers.iter().copied()).collect(),
            numbers,
            two: words_in(&context.two),
            deeds: words_in(&context.deeds),
            of_people: context.of_people.clone(),
            peopled: words_in(&context.peopled),
            scoped_by: words_in(&context.scoped_by),
            anybody: FxHashSet::default(),
            article: Word::of(ARTICLE),
            market: FxHashSet::default(),
            chinese: Vec::new(),
            marks: words_in(&context.marks),
            levels: words_in(&context.levels),
            not_then: words_in(&context.not_then),
            goes_on: words_in(&context.goes_on),
            by: words_in(&context.by),
            course: words_in(&context.course),
            from: words_in(&context.from),
            to: words_in(&context.to),
            left: None,
            price: words_in(&context.price),
            lasting: words_in(&context.lasting),
            clock: words_in(&context.clock),
            age: words_in(&context.age),
            saying: words_in(&context.saying),
            that: words_in(&context.that),
            dying: words_in(&context.dying),
            aged: words_in(&context.aged),
            ahead: words_in(&context.ahead),
            behind: words_in(&context.behind),
            place: words_in(&context.place),
            of: words_in(&context.of),
            one_time: words_in(&context.one_time),
            others: words_in(&context.others),
            growing: words_in(&context.growing),
            kin: words_in(&context.kin),
            kin_of: words_in(&context.kin_of),
            recurring: FxHashSet::default(),
            allowing: FxHashSet::default(),
            happening: FxHashSet::default(),
            contested: FxHashSet::default(),
            sizes_of_several: FxHashSet::default(),
            begin: FxHashSet::default(),
            end: FxHashSet::default(),
            since: words_in(&context.since),
            late: words_in(&context.late),
            night: words_in(&context.night),
            early: words_in(&context.early),
            comparing: words_in(&context.comparing),
            until: words_in(&context.until),
            until_now: words_in(&context.until_now),
            measures: Vec::new(),
            by_measure: FxHashMap::default(),
            by_root: FxHashMap::default(),
            parts: FxHashMap::default(),
            elsewhere: 0,
            alone: 0,
            within: 0,
            scopes: 0,
            bases: 0,
            opposed: FxHashMap::default(),
            steps: FxHashMap::default(),
            origins: FxHashMap::default(),
            purposes: FxHashMap::default(),
            passing: FxHashSet::default(),
            sizes: FxHashMap::default(),
            sole: FxHashMap::default(),
            length: None,
            several: FxHashSet::default(),
            later: words_in(&context.later),
            units: FxHashMap::default(),
            paces: FxHashMap::default(),
            names: FxHashMap::default(),
            synonyms: FxHashMap::default(),
            alef: Word::of("ا"),
        };
        let roots = |words: &str| words.split_whitespace().map(|word| knowledge.stem(Word::of(word)).root).collect();
        (knowledge.recurring, knowledge.allowing, knowledge.happening) =
            (roots(&context.recurring), roots(&context.allowing), roots(&context.happening));
        let stems = |words: &str| words.split_whitespace().map(|word| knowledge.stem(Word::of(word)).stem).collect();
        let (anybody, market, several) = (stems(&context.anybody), stems(&context.market), stems(&context.several));
        let (begin, end, contested) = (stems(&context.begin), stems(&context.end), stems(&context.contested));
        (knowledge.anybody, knowledge.market, knowledge.several) = (anybody, market, several);
        (knowledge.begin, knowledge.end, knowledge.contested) = (begin, end, contested);
        knowledge.learn_parts(&context)?;
        knowledge.steps = knowledge.stems_of(context.steps.iter().map(|(step, words)| (*step, words)))?;
        knowledge.origins = knowledge.stems_of((0..).zip(context.origins.values()))?;
        let mut purposes = 0..;
        knowledge.purposes = knowledge.stems_of(purposes.by_ref().zip(context.terms.values()))?;
        let passing = knowledge.stems_of(purposes.by_ref().zip(context.purposes.values()))?;
        knowledge.passing = passing.values().copied().collect();
        knowledge.purposes.extend(passing);
        knowledge.sizes = knowledge.stems_of(purposes.by_ref().zip(context.sizes.values()))?;
        let several = knowledge.stems_of(purposes.by_ref().zip(context.sizes_of_several.values()))?;
        knowledge.sizes_of_several = several.values().copied().collect();
        knowledge.sizes.extend(several);
        knowledge.sole = knowledge.stems_of(purposes.by_ref().zip(context.sole.values()))?;
        knowledge.learn_opposed(&context.opposed);
        knowledge.learn_measures(context.measure)?;
        knowledge.chinese = context.chinese;
        knowledge.learn_units(dimensions.unit);
        knowledge.learn_paces();
        knowledge.learn_names(aliases.names);
        knowledge.learn_synonyms(&synonyms.alike)?;
        Ok(knowledge)
    }

    /// What words stand for, by their stems; none stands for two.
    fn stems_of<'a, T: Copy + PartialEq>(
        &self,
        all: impl Iterator<Item = (T, &'a Vec<String>)>,
    ) -> Result<FxHashMap<Word, T>, LexiconError> {
        let mut stems = FxHashMap::default();
        for (meant, words) in all {
            for word in words {
                let stem = self.stem(Word::of(word)).stem;
                if stems.insert(stem, meant).is_some_and(|other| other != meant) {
                    return Err(twice(word));
                }
            }
        }
        Ok(stems)
    }

    fn learn_parts(&mut self, context: &ContextFile) -> Result<(), LexiconError> {
        let ContextFile { parts, elsewhere, alone, within, left, scopes, bases, .. } = context;
        for (id, (name, words)) in (0..).zip(parts) {
            for word in words {
                let stem = self.stem(Word::of(word)).stem;
                if self.parts.insert(stem, id).is_some_and(|other| other != id) {
                    return Err(twice(word));
                }
            }
            self.elsewhere |= u64::from(elsewhere.contains(name)) << id;
            self.alone |= u64::from(alone.contains(name)) << id;
            self.within |= u64::from(within.contains(name)) << id;
            self.left = self.left.or(left.contains(name).then_some(id));
            self.scopes |= u64::from(scopes.contains(name)) << id;
            self.bases |= u64::from(bases.contains(name)) << id;
        }
        let named = [elsewhere, alone, within, left, scopes, bases];
        match named.into_iter().flatten().find(|name| !parts.contains_key(*name)) {
            Some(name) => Err(LexiconError { file: CONTEXT, message: format!("«{name}» is no part") }),
            None => Ok(()),
        }
    }

    fn learn_synonyms(&mut self, alike: &[String]) -> Result<(), LexiconError> {
        let wrong = |message| LexiconError { file: "synonyms.toml", message };
        for (line, words) in alike.iter().enumerate() {
            let all =
                term::synonyms(line).ok_or_else(|| wrong(format!("there are more than {} lines", term::LINES)))?;
            for word in words.split_whitespace() {
                if self.synonyms.insert(Word::of(word), all).is_some() {
                    return Err(wrong(format!("«{word}» stands twice")));
                }
            }
        }
        Ok(())
    }

    fn learn_opposed(&mut self, opposed: &[Vec<String>]) {
        for (group, sorts) in (0..).zip(opposed) {
            for (sort, words) in (0..).zip(sorts) {
                for word in words.split_whitespace() {
                    let stem = self.stem(Word::of(word)).stem;
                    self.opposed.entry(stem).or_default().push((group, sort));
                }
            }
        }
    }

    fn learn_measures(&mut self, measures: Vec<MeasureEntry>) -> Result<(), LexiconError> {
        for entry in measures {
            let id = self.measures.len() as MeasureId;
            let MeasureEntry { id: name, family, tally, wanes, words, roots } = entry;
            let is_change = family == CHANGE;
            for word in &words {
                let stem = self.stem(Word::of(word)).stem;
                if self.by_measure.insert(stem, id).is_some_and(|other| other != id) {
                    return Err(twice(word));
                }
            }
            self.measures.push(Measure { id: name, family, is_change, tally, wanes, words });
            for word in roots {
                let root = self.stem(Word::of(&word)).root;
                if self.by_root.insert(root, id).is_some_and(|other| other != id) {
                    return Err(twice(&word));
                }
            }
        }
        if !self.measures.iter().any(|measure| measure.is_change) {
            return Err(LexiconError { file: CONTEXT, message: format!("no measure is of the family «{CHANGE}»") });
        }
        Ok(())
    }

    fn learn_paces(&mut self) {
        for (pace, phrases) in (0..).zip(&Lexicon::builtin().facts.paces) {
            for phrase in phrases {
                let mut words = words_of(phrase).into_iter();
                let Some(first) = words.next() else { continue };
                self.paces.entry(first).or_default().push(PacePhrase { rest: words.collect(), pace });
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
            if entry.dimension == LENGTH {
                self.length = Some(dimension);
            }
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
}

const CONTEXT: &str = "context.toml";

/// A word that cannot mean both.
fn twice(word: &str) -> LexiconError {
    LexiconError { file: CONTEXT, message: format!("«{word}» stands twice, or another word of its stem does") }
}

fn words_in(list: &str) -> FxHashSet<Word> {
    list.split_whitespace().map(Word::of).collect()
}
