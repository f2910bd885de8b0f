//! `bounds.toml`.

use super::{Lexicon, LexiconError, read};
use crate::figure::Bound;
use crate::lexicon::{BoundVerb, Bounding, Limit, Sense};
use crate::text::Word;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    phrase: Vec<Phrase>,
    verb: Vec<Verb>,
    negation: Words,
    relative: Words,
    between: Words,
    range: Range,
    below_zero: Words,
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
        let file: File = read("bounds.toml")?;
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
            self.facts.bound_verbs.push(BoundVerb {
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
            (&file.below_zero.words, Bounding::BelowZero),
            (&file.change.words, Bounding::Change),
        ];
        for (words, bounding) in lists {
            words.iter().for_each(|word| self.add(word, Sense::Bound(bounding)));
        }
        Ok(())
    }
}
