//! The words that bound numbers and make ranges, from `bounds.toml`.
//! Not here: how they are found around a number (`extract/bound.rs`, `extract/range.rs`).

use super::load::{LexiconError, read};
use super::{Begins, Lexicon, Sense};
use crate::figure::Bound;
use crate::text::Word;
use serde::Deserialize;

/// A word or phrase that bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bounding {
    /// Stands before the number: «أكثر من».
    Before(Limit),
    /// Stands after it: «تقريبا».
    After(Limit),
    /// A verb, by its index in [`Lexicon::bound_verbs`].
    Verb(u8),
    /// «لا», «لن».
    Negation,
    /// «ما» before a verb.
    Relative,
    /// May stand between a verb and its number.
    Filler,
    /// «بين».
    Between,
    /// «من», before a range.
    From,
    /// «إلى», within a range.
    To,
    /// «أو».
    Or,
    /// A change: what follows is a value before and a value after, no range.
    Change,
}

impl Bounding {
    /// What may begin with it; the others stand after a number or within a range.
    pub(super) fn begins(self) -> Begins {
        match self {
            Bounding::After(_) | Bounding::Filler | Bounding::To | Bounding::Or | Bounding::Change => Begins::NOTHING,
            _ => Begins::QUANTITY,
        }
    }
}

/// What a phrase bounds, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The kind of bound.
    pub kind: Bound,
    /// It bounds lengths of time and ages only.
    pub time_only: bool,
}

/// A verb that bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoundVerb {
    /// What it says of its number.
    pub kind: Bound,
    /// What it says after a negation.
    pub negated: Bound,
    /// The prepositions over which it reaches its number; none where the number is its object.
    pub prepositions: Vec<Word>,
    /// After one of these words it bounds nothing.
    pub not_after: Vec<Word>,
    /// Only one word may stand between it and its preposition.
    pub near: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    phrase: Vec<Phrase>,
    verb: Vec<Verb>,
    negation: Words,
    relative: Words,
    between: Words,
    range: Range,
    change: Words,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Only {
    Time,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrase {
    kind: Bound,
    only: Option<Only>,
    before: Vec<String>,
    after: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Verb {
    kind: Bound,
    negated: Option<Bound>,
    #[serde(default)]
    prepositions: Vec<String>,
    #[serde(default)]
    not_after: Vec<String>,
    #[serde(default)]
    near: bool,
    forms: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Range {
    between: Vec<String>,
    from: Vec<String>,
    to: Vec<String>,
    or: Vec<String>,
}

impl Lexicon {
    pub(super) fn load_bounds(&mut self) -> Result<(), LexiconError> {
        const NAME: &str = "bounds.toml";
        let file: File = read!("bounds")?;
        for Phrase { kind, only, before, after } in &file.phrase {
            let limit = Limit { kind: *kind, time_only: only.is_some() };
            before.iter().for_each(|phrase| self.add(phrase, Sense::Bound(Bounding::Before(limit))));
            after.iter().for_each(|phrase| self.add(phrase, Sense::Bound(Bounding::After(limit))));
        }
        for (index, verb) in file.verb.iter().enumerate() {
            let index = u8::try_from(index)
                .map_err(|_| LexiconError { file: NAME, message: "more than 256 verbs".to_string() })?;
            for form in &verb.forms {
                self.add(form, Sense::Bound(Bounding::Verb(index)));
                if form.starts_with(['ي', 'ت']) {
                    self.add(&format!("س{form}"), Sense::Bound(Bounding::Verb(index)));
                }
            }
            let words = |list: &[String]| list.iter().map(|word| Word::of(word)).collect();
            self.bound_verbs.push(BoundVerb {
                kind: verb.kind,
                negated: verb.negated.unwrap_or(verb.kind),
                prepositions: words(&verb.prepositions),
                not_after: words(&verb.not_after),
                near: verb.near,
            });
        }
        let lists = [
            (&file.negation.words, Bounding::Negation),
            (&file.relative.words, Bounding::Relative),
            (&file.between.words, Bounding::Filler),
            (&file.range.between, Bounding::Between),
            (&file.range.from, Bounding::From),
            (&file.range.to, Bounding::To),
            (&file.range.or, Bounding::Or),
            (&file.change.words, Bounding::Change),
        ];
        for (words, bounding) in lists {
            words.iter().for_each(|word| self.add(word, Sense::Bound(bounding)));
        }
        Ok(())
    }
}
