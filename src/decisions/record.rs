//! One decision as it is written, in TOML and in JSON.

use super::decision::{Decision, Judged, Verdict, Why};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use toml_edit::{Array, Datetime, Item, Table};

/// A decision as it is written; the time as TOML's own, or as text in JSON.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Record<Time> {
    decision: Word,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Why>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    rule: String,
    subject: String,
    sides: Vec<RecordSide>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    at: Time,
}

/// A side as it is written; the one that is right says so itself, so that nobody has to count.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RecordSide {
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    right: bool,
    text: String,
    values: Vec<String>,
    sources: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Word {
    Confirmed,
    Dismissed,
}

impl<Time> Record<Time> {
    fn of(decision: &Decision, at: Time) -> Record<Time> {
        let (word, right, reason) = match decision.verdict {
            Verdict::Confirmed { right } => (Word::Confirmed, right, None),
            Verdict::Dismissed { reason } => (Word::Dismissed, None, Some(reason)),
        };
        let side = |(index, side): (usize, &Judged)| RecordSide {
            right: right == Some(index),
            text: side.text.clone(),
            values: side.values.clone(),
            sources: side.sources.clone(),
        };
        Record {
            decision: word,
            reason,
            note: decision.note.clone(),
            rule: decision.rule.clone(),
            subject: decision.subject.clone(),
            sides: decision.sides.iter().enumerate().map(side).collect(),
            by: decision.by.clone(),
            at,
        }
    }
}

impl Record<Datetime> {
    /// The decision, or why it cannot be one.
    pub(super) fn decision(self) -> Result<Decision, String> {
        let mut right = self.sides.iter().enumerate().filter(|(_, side)| side.right).map(|(index, _)| index);
        let verdict = match (self.decision, self.reason, right.next()) {
            (Word::Confirmed, None, right) => Verdict::Confirmed { right },
            (Word::Dismissed, Some(reason), None) => Verdict::Dismissed { reason },
            (Word::Confirmed, Some(_), _) => return Err("a confirmed conflict has no `reason`; use `note`".into()),
            (Word::Dismissed, None, _) => return Err("a dismissed conflict needs a `reason`".into()),
            (Word::Dismissed, _, Some(_)) => return Err("a dismissed conflict has no `right` side".into()),
        };
        if right.next().is_some() {
            return Err("only one side is `right`".into());
        }
        let at = self.at.to_string();
        Ok(Decision {
            verdict,
            note: self.note,
            rule: self.rule,
            subject: self.subject,
            sides: self.sides.into_iter().map(Judged::from).collect(),
            by: self.by,
            at: at.parse().map_err(|_| format!("`at` is {at}: it needs a day, a time and an offset"))?,
        })
    }

    /// The record as a table, each side on its own line.
    pub(super) fn table(&self) -> Table {
        // Serialisation fails on enums with data, on maps with other keys than strings and on integers past
        // 64 bits signed: a record has none of them (a side's number is at most the length of a list in memory).
        let document = toml_edit::ser::to_document(self).expect("a record is strings, a small number and a time");
        let mut table = document.into_table();
        if let Some(sides) = table.get_mut("sides").and_then(Item::as_array_mut) {
            one_a_line(sides);
        }
        table
    }
}

fn one_a_line(array: &mut Array) {
    for value in array.iter_mut() {
        value.decor_mut().set_prefix("\n    ");
    }
    if !array.is_empty() {
        array.set_trailing_comma(true);
        array.set_trailing("\n");
    }
}

impl From<RecordSide> for Judged {
    fn from(side: RecordSide) -> Judged {
        Judged { text: side.text, values: side.values, sources: side.sources }
    }
}

impl From<&Decision> for Record<Datetime> {
    fn from(decision: &Decision) -> Record<Datetime> {
        Record::of(decision, datetime(decision.at))
    }
}

/// A time in TOML, which counts years from 0 and here no part of a second.
fn datetime(at: Timestamp) -> Datetime {
    let utc = jiff::tz::Offset::UTC.to_datetime(at);
    Datetime {
        date: Some(toml_edit::Date {
            year: u16::try_from(utc.year()).unwrap_or(0),
            month: utc.month().unsigned_abs(),
            day: utc.day().unsigned_abs(),
        }),
        time: Some(toml_edit::Time {
            hour: utc.hour().unsigned_abs(),
            minute: utc.minute().unsigned_abs(),
            second: Some(utc.second().unsigned_abs()),
            nanosecond: None,
        }),
        offset: Some(toml_edit::Offset::Z),
    }
}

/// A decision as JSON gives it, with the fingerprint of its conflict.
#[derive(Serialize)]
pub struct DecisionJson<'a> {
    id: &'a str,
    #[serde(flatten)]
    record: Record<String>,
}

impl<'a> DecisionJson<'a> {
    /// The JSON form of the decision on the conflict with this fingerprint.
    pub fn new(id: &'a str, decision: &Decision) -> DecisionJson<'a> {
        DecisionJson { id, record: Record::of(decision, decision.at.to_string()) }
    }
}
