//! `bounds.toml`.

use super::{Lexicon, LexiconError, Section, Words, read};
use crate::figure::Bound;
use crate::lexicon::{BoundVerb, Bounding, Denial, Limit, Sense};
use crate::text::Word;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    phrase: Vec<Phrase>,
    verb: Vec<Verb>,
    negation: Section,
    denial: DenialWords,
    relative: Section,
    between: Section,
    range: Range,
    below_zero: Section,
    change: Section,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DenialWords {
    goes_on: Words,
    past: Words,
    object: Words,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Only {
    Time,
    Joined,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrase {
    kind: Bound,
    negated: Option<Bound>,
    only: Option<Only>,
    before: Words,
    after: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Verb {
    kind: Bound,
    negated: Option<Bound>,
    #[serde(default)]
    prepositions: Words,
    #[serde(default)]
    not_after: Words,
    #[serde(default)]
    round: bool,
    #[serde(default)]
    near: bool,
    forms: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Range {
    between: Words,
    from: Words,
    to: Words,
    or: Words,
}

impl Lexicon {
    pub(super) fn load_bounds(&mut self) -> Result<(), LexiconError> {
        const NAME: &str = "bounds.toml";
        let file: File = read("bounds.toml")?;
        for Phrase { kind, negated, only, before, after } in &file.phrase {
            let limit = Limit {
                kind: *kind,
                time_only: matches!(only, Some(Only::Time)),
                joined: matches!(only, Some(Only::Joined)),
                negated: *negated,
            };
            self.add_all(before, Sense::Bound(Bounding::Before(limit)));
            self.add_all(after, Sense::Bound(Bounding::After(limit)));
        }
        let words = |list: &[String]| list.iter().map(|word| Word::of(word)).collect();
        let DenialWords { goes_on, past, object } = &file.denial;
        self.facts.denial = Denial { goes_on: words(goes_on), past: words(past), object: words(object) };
        for (index, verb) in file.verb.iter().enumerate() {
            let index = u8::try_from(index)
                .map_err(|_| LexiconError { file: NAME, message: "more than 256 verbs".to_string() })?;
            for form in &verb.forms {
                self.add(form, Sense::Bound(Bounding::Verb(index)));
                if form.starts_with(['ي', 'ت']) {
                    self.add(&format!("س{form}"), Sense::Bound(Bounding::Verb(index)));
                }
            }
            self.facts.bound_verbs.push(BoundVerb {
                kind: verb.kind,
                negated: verb.negated.unwrap_or(verb.kind),
                prepositions: words(&verb.prepositions),
                not_after: verb.not_after.iter().map(|phrase| phrase.split(' ').map(Word::of).collect()).collect(),
                round: verb.round,
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
            self.add_all(words, Sense::Bound(bounding));
        }
        Ok(())
    }
}
