//! Examples: a rule's own texts, run through the whole road.

use super::{Check, Checks, Conflict, Example, Severity};
use crate::align::{self, AlignOptions, Extracted};
use crate::document::Document;
use crate::extract;
use crate::lexicon::Lexicon;

/// What came of a rule's examples.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The rule's id.
    pub rule: String,
    /// How many examples were run.
    pub run: usize,
    /// Those that did not come out as the rule says.
    pub failures: Vec<Failure>,
}

/// An example that did not come out as its rule says.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// Its texts.
    pub texts: Vec<String>,
    /// What was wanted and what was found.
    pub reason: String,
}

/// Runs the examples of every rule.
pub fn run_examples(checks: &Checks, lexicon: &Lexicon) -> Vec<Outcome> {
    checks.iter().map(|check| run(check, checks, lexicon)).collect()
}

fn run(check: &Check, checks: &Checks, lexicon: &Lexicon) -> Outcome {
    let mut failures = Vec::new();
    for example in &check.conflicts {
        let found = conflicts(example, checks, lexicon);
        // Below its bits an error is still a warning: only a number that changes, or one of many, is a note.
        let speaks = |conflict: &&Conflict| conflict.severity > Severity::Note || check.severity < Severity::Error;
        let own = found.iter().filter(|conflict| conflict.rule == check.id).find(speaks);
        let wanted = example.cause.as_deref();
        let reason = match own {
            None => Some(format!("«{}» should speak, but {}", check.id, describe(&found))),
            Some(conflict) if wanted.is_some_and(|cause| conflict.cause != cause) => {
                Some(format!("the cause should be {}, but is {}", wanted.unwrap_or_default(), conflict.cause))
            }
            Some(_) => None,
        };
        failures.extend(reason.map(|reason| Failure { texts: example.texts.clone(), reason }));
    }
    for example in &check.agrees {
        let found = conflicts(example, checks, lexicon);
        let spoken = found.iter().any(|conflict| conflict.severity > Severity::Note || conflict.rule == check.id);
        if spoken {
            let reason = format!("nothing should be found, but {}", describe(&found));
            failures.push(Failure { texts: example.texts.clone(), reason });
        }
    }
    Outcome { rule: check.id.clone(), run: check.conflicts.len() + check.agrees.len(), failures }
}

fn conflicts(example: &Example, checks: &Checks, lexicon: &Lexicon) -> Vec<Conflict> {
    let documents: Vec<Extracted> = example
        .texts
        .iter()
        .enumerate()
        .map(|(at, text)| {
            let document = Document {
                id: format!("{}", at + 1),
                text: text.clone(),
                published: example.published.get(at).and_then(|day| day.parse().ok()),
                ..Document::default()
            };
            Extracted { figures: extract::figures(&document, lexicon), document }
        })
        .collect();
    let options = AlignOptions { one_story: true, ..AlignOptions::default() };
    super::conflicts(&documents, &align::claims(&documents, lexicon, &options), checks)
}

fn describe(found: &[Conflict]) -> String {
    if found.is_empty() {
        return "nothing was found".to_string();
    }
    let texts = |conflict: &Conflict| {
        conflict.sides.iter().map(|side| format!("«{}»", side.figure.text)).collect::<Vec<_>>().join(" ")
    };
    let each = found.iter().map(|conflict| {
        let note = if conflict.severity == Severity::Note { "the note " } else { "" };
        format!("{note}{} ({}): {}", conflict.rule, conflict.cause, texts(conflict))
    });
    format!("found {}", each.collect::<Vec<_>>().join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_rule_proves_itself() {
        let outcomes = run_examples(&Checks::builtin(), Lexicon::builtin());
        assert!(!outcomes.is_empty());
        for outcome in outcomes {
            assert!(outcome.run >= 2, "{} has too few examples", outcome.rule);
            assert!(outcome.failures.is_empty(), "{}: {:#?}", outcome.rule, outcome.failures);
        }
    }
}
