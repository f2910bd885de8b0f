//! Answers of the page: what it sends, and where a conflict stands then.
//! Not here: the requests that carry them (`serve/`).

use super::session::sides;
use crate::decisions::{Change, Decision, Decisions, DecisionsFile, FileError, Replaces, Verdict, Why};
use crate::locale::Lang;
use crate::report::words::decision_text;
use crate::rules::{Conflict, Text};
use jiff::Timestamp;
use rustc_hash::FxHasher;
use serde::{Deserialize, Serialize};
use std::hash::Hasher as _;

/// What a reviewer answers on the page.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answer {
    /// The conflict.
    id: String,
    /// The mark of the decision that the page showed; none if it showed none.
    seen: Option<String>,
    /// What was said; none takes a decision back.
    decision: Option<Said>,
    right: Option<usize>,
    reason: Option<Why>,
    note: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Said {
    Confirmed,
    Dismissed,
}

/// Where a conflict of the page stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Stand {
    id: String,
    /// Changes with the decision: an answer tells which one it was given to.
    #[serde(skip_serializing_if = "Option::is_none")]
    mark: Option<String>,
    decision: Option<Said>,
    #[serde(skip_serializing_if = "Option::is_none")]
    right: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Why>,
    /// The decision in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
}

/// Why an answer was not kept.
#[derive(Debug)]
pub(super) enum Refusal {
    /// The page showed something else than what stands now.
    Meanwhile(Box<Stand>),
    /// It is no answer to a conflict of the page.
    Unclear(&'static str),
    /// The file cannot be read or written.
    File(FileError),
}

/// Where the conflicts stand.
pub(super) fn stands(conflicts: &[Conflict], decisions: &Decisions) -> Vec<Stand> {
    conflicts.iter().map(|conflict| stand(conflict, decisions)).collect()
}

fn words(conflict: &Conflict, decisions: &Decisions) -> Option<Text> {
    let [ar, en] = [Lang::Ar, Lang::En].map(|lang| decision_text(conflict, decisions, lang));
    Some(Text { ar: ar?, en: en? })
}

fn stand(conflict: &Conflict, decisions: &Decisions) -> Stand {
    let decision = decisions.get(&conflict.id);
    let verdict = decision.map(|decision| decision.verdict);
    Stand {
        id: conflict.id.clone(),
        mark: decision.map(mark),
        decision: verdict.map(|verdict| match verdict {
            Verdict::Confirmed { .. } => Said::Confirmed,
            Verdict::Dismissed { .. } => Said::Dismissed,
        }),
        right: decision.and_then(|decision| decision.right_side(conflict)),
        reason: verdict.and_then(|verdict| match verdict {
            Verdict::Dismissed { reason } => Some(reason),
            Verdict::Confirmed { .. } => None,
        }),
        text: words(conflict, decisions),
        by: decision.and_then(|decision| decision.by.clone()),
        at: decision.map(|decision| decision.at.to_string()),
    }
}

/// A short text that tells one decision from another.
fn mark(decision: &Decision) -> String {
    let mut hasher = FxHasher::default();
    hasher.write(format!("{decision:?}").as_bytes());
    format!("{:016x}", hasher.finish())
}

/// Keeps an answer: it is on the disk when this returns.
pub(super) fn answer(
    answer: Answer,
    conflicts: &[Conflict],
    file: &DecisionsFile,
    by: Option<&str>,
    now: Timestamp,
) -> Result<Stand, Refusal> {
    let conflict = conflicts.iter().find(|conflict| conflict.id == answer.id);
    let conflict = conflict.ok_or(Refusal::Unclear("no such conflict on this page"))?;
    let verdict = verdict(&answer, conflict)?;
    let note = answer.note.map(|note| note.trim().to_string()).filter(|note| !note.is_empty());
    let decisions = file.read().map_err(Refusal::File)?;
    let stands = decisions.get(&conflict.id);
    if stands.map(mark) != answer.seen {
        return Err(Refusal::Meanwhile(Box::new(stand(conflict, &decisions))));
    }
    let change = Change {
        id: conflict.id.clone(),
        replaces: Replaces::Seen(stands.cloned()),
        decision: verdict.map(|verdict| Decision::new(conflict, verdict, note, by, now)),
    };
    match file.change(&[change]) {
        Ok(decisions) => Ok(stand(conflict, &decisions)),
        Err(FileError::Meanwhile(_)) => {
            let decisions = file.read().map_err(Refusal::File)?;
            Err(Refusal::Meanwhile(Box::new(stand(conflict, &decisions))))
        }
        Err(error) => Err(Refusal::File(error)),
    }
}

/// What an answer says; none takes a decision back.
fn verdict(answer: &Answer, conflict: &Conflict) -> Result<Option<Verdict>, Refusal> {
    match (answer.decision, answer.right, answer.reason) {
        (None, None, None) => Ok(None),
        (Some(Said::Confirmed), right, None) if right.is_none_or(|right| right < sides(conflict)) => {
            Ok(Some(Verdict::Confirmed { right }))
        }
        (Some(Said::Dismissed), None, Some(reason)) => Ok(Some(Verdict::Dismissed { reason })),
        _ => Err(Refusal::Unclear("a decision is confirmed, with the side that is right; or dismissed, with a reason")),
    }
}
