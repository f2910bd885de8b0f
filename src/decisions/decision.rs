//! One decision: what a reviewer said of one conflict, and what the conflict said then.

use crate::figure::{Bounded, Value};
use crate::rules::{Conflict, Reprint, Side};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt::Display;
use std::path::{Component, Path, PathBuf};

/// Why a conflict is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The figures are about different things.
    DifferentThings,
    /// The sides agree when rounded.
    Rounding,
    /// Each side was right when it was written.
    BothRightAtTheirTime,
    /// Found when the first decisions were made, and let stand.
    Baseline,
    /// What the note says.
    Other,
}

/// What was said of a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The sides cannot all be right.
    Confirmed {
        /// The side that is right, where known: an index into [`Decision::sides`].
        right: Option<usize>,
    },
    /// It is no conflict.
    Dismissed {
        /// Why.
        reason: Why,
    },
}

/// What one side of a conflict said when it was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Its first figure as written.
    pub text: String,
    /// The values that its figures state, each once, normalised: `97400000000 USD`, `2022-11-30`.
    pub values: Vec<String>,
    /// Who states them, each once: publishers, or documents where the publisher is not known.
    pub sources: Vec<String>,
}

/// What a reviewer said of a conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What was said.
    pub verdict: Verdict,
    /// A remark in the reviewer's words.
    pub note: Option<String>,
    /// The rule that found the conflict.
    pub rule: String,
    /// What the figures are about.
    pub subject: String,
    /// What each side said.
    pub sides: Vec<Judged>,
    /// Who decided.
    pub by: Option<String>,
    /// When, to the second.
    pub at: Timestamp,
}

impl Decision {
    /// A decision on `conflict`; the caller brings the clock.
    pub fn new(
        conflict: &Conflict,
        verdict: Verdict,
        note: Option<String>,
        by: Option<&str>,
        at: Timestamp,
    ) -> Decision {
        Decision {
            verdict,
            note,
            rule: conflict.rule.clone(),
            subject: conflict.subject.clone(),
            sides: judged(&conflict.sides),
            by: by.map(str::to_string),
            at: Timestamp::from_second(at.as_second()).unwrap_or(at),
        }
    }

    /// Whether these are the sides that were judged, with no more than further sources that tell the same as one of them.
    pub(super) fn covers(&self, sides: &[Judged]) -> bool {
        let one = |judged: &Judged| {
            let has = |side: &&Judged| judged.values.iter().all(|value| side.values.contains(value));
            let side = sides.iter().find(has)?;
            let stands = |source: &String| side.sources.iter().any(|other| is_same_source(source, other));
            (!judged.sources.is_empty() && judged.sources.iter().all(stands)).then_some(side)
        };
        let found: Option<Vec<&Judged>> = self.sides.iter().map(one).collect();
        found.is_some_and(|found| found.len() == sides.len() && sides.iter().all(|side| found.contains(&side)))
    }

    /// The side of `conflict` that was said to be right, wherever it stands there now.
    pub fn right_side(&self, conflict: &Conflict) -> Option<usize> {
        let Verdict::Confirmed { right: Some(right) } = self.verdict else { return None };
        let right = &self.sides.get(right)?.values;
        let mut sides = conflict.sides.iter().filter(|side| right.contains(&stated(&side.figure.value)));
        let first = sides.next()?.side;
        sides.all(|side| side.side == first).then_some(first)
    }
}

/// Whether two names are of one source: a file is called by its path as given, which differs with the folder that one
/// stands in.
fn is_same_source(one: &str, other: &str) -> bool {
    let named = |name: &str| -> PathBuf {
        Path::new(name).components().filter(|part| matches!(part, Component::Normal(_))).collect()
    };
    let (a, b) = (named(one), named(other));
    let is_path = |path: &PathBuf| !path.as_os_str().is_empty();
    one == other || is_path(&a) && is_path(&b) && (a.ends_with(&b) || b.ends_with(&a))
}

/// What each side says, side 0 first.
pub(super) fn judged(sides: &[Side]) -> Vec<Judged> {
    let mut judged: Vec<Judged> = Vec::new();
    for side in sides {
        let value = stated(&side.figure.value);
        if judged.len() <= side.side {
            let empty = Judged { text: String::new(), values: Vec::new(), sources: Vec::new() };
            judged.resize(side.side + 1, empty);
        }
        let entry = &mut judged[side.side];
        if entry.text.is_empty() {
            entry.text.clone_from(&side.figure.text);
        }
        if !entry.values.contains(&value) {
            entry.values.push(value);
        }
        for source in std::iter::once(side.name()).chain(side.also.iter().map(Reprint::name)) {
            if !entry.sources.iter().any(|known| known == source) {
                entry.sources.push(source.to_string());
            }
        }
    }
    judged
}

/// A value as one short text, the same for the same value.
fn stated(value: &Value) -> String {
    match value {
        Value::Date(date) => date.best().to_string(),
        Value::Duration(duration) => bounded(duration.map(|period| period.to_string())),
        Value::Percent(q) => format!("{} %", bounded(q.amount.map(|n| n.normalize()))),
        Value::Ratio(q) => format!("{} x", bounded(q.amount.map(|n| n.normalize()))),
        Value::Money(q) | Value::Count(q) => {
            let number = bounded(q.amount.map(|n| n.normalize()));
            q.unit.as_ref().map_or(number.clone(), |unit| format!("{number} {unit}"))
        }
    }
}

fn bounded<T: Display>(amount: Bounded<T>) -> String {
    match amount {
        Bounded::Exact(n) => n.to_string(),
        Bounded::About(n) => format!("~{n}"),
        Bounded::AtLeast(n) => format!(">{n}"),
        Bounded::AtMost(n) => format!("<{n}"),
        Bounded::Range(a, b) => format!("{a}..{b}"),
        Bounded::Vague(n) => format!("×{n}"),
    }
}
