//! JSON and JSON lines: the contract that other programs read. The form of a figure is `figure/json.rs`.

use super::evidence::{rounded, seen_text};
use super::{Findings, Summary};
use crate::align::{DocumentRecord, Extracted};
use crate::decisions::{Decision, Decisions, Verdict, Why};
use crate::figure::FigureRecord;
use crate::rules::{Conflict, Evidence, Reprint, Severity, Side, Text};
use serde::Serialize;
use std::io::{self, Write};

/// All that `check` found.
#[derive(Serialize)]
struct CheckRecord<'a> {
    conflicts: Vec<ConflictRecord<'a>>,
    summary: Summary,
}

/// A conflict as other programs read it.
#[derive(Serialize)]
pub(super) struct ConflictRecord<'a> {
    id: &'a str,
    rule: &'a str,
    severity: Severity,
    cause: &'a str,
    message: &'a Text,
    subject: &'a str,
    ratio: Option<&'a str>,
    suspect: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<DecisionRecord<'a>>,
    score: f64,
    evidence: Vec<EvidenceRecord>,
    figures: Vec<SideRecord<'a>>,
}

/// A reason to believe that the figures speak of the same thing.
#[derive(Serialize)]
struct EvidenceRecord {
    kind: &'static str,
    detail: String,
    bits: f64,
}

impl EvidenceRecord {
    fn new(evidence: &Evidence) -> EvidenceRecord {
        EvidenceRecord { kind: evidence.seen.name(), detail: seen_text(&evidence.seen), bits: rounded(evidence.bits) }
    }
}

/// What a reviewer said of the conflict.
#[derive(Serialize)]
struct DecisionRecord<'a> {
    decision: &'static str,
    /// The side that is right, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    right: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Why>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
    at: String,
}

impl<'a> DecisionRecord<'a> {
    fn new(decision: &'a Decision, conflict: &Conflict) -> DecisionRecord<'a> {
        let (word, reason) = match decision.verdict {
            Verdict::Confirmed { .. } => ("confirmed", None),
            Verdict::Dismissed { reason } => ("dismissed", Some(reason)),
        };
        DecisionRecord {
            decision: word,
            right: decision.right_side(conflict),
            reason,
            note: decision.note.as_deref(),
            by: decision.by.as_deref(),
            at: decision.at.to_string(),
        }
    }
}

/// One figure of a conflict with its source.
#[derive(Serialize)]
struct SideRecord<'a> {
    side: usize,
    publisher: Option<&'a str>,
    published: Option<&'a str>,
    #[serde(flatten)]
    figure: FigureRecord,
    sentence_text: &'a str,
    #[serde(skip_serializing_if = "<[Reprint]>::is_empty")]
    also: &'a [Reprint],
}

impl<'a> ConflictRecord<'a> {
    pub(super) fn new(conflict: &'a Conflict, decisions: &'a Decisions) -> ConflictRecord<'a> {
        ConflictRecord {
            id: &conflict.id,
            rule: &conflict.rule,
            severity: conflict.severity,
            cause: &conflict.cause,
            message: &conflict.message,
            subject: &conflict.subject,
            ratio: conflict.ratio.as_deref(),
            suspect: conflict.suspect,
            decision: decisions.get(&conflict.id).map(|decision| DecisionRecord::new(decision, conflict)),
            score: rounded(conflict.score),
            evidence: conflict.evidence.iter().map(EvidenceRecord::new).collect(),
            figures: conflict.sides.iter().map(SideRecord::new).collect(),
        }
    }
}

impl<'a> SideRecord<'a> {
    fn new(side: &'a Side) -> SideRecord<'a> {
        SideRecord {
            side: side.side,
            publisher: side.publisher.as_deref(),
            published: side.published.as_deref(),
            figure: FigureRecord::new(&side.source, &side.figure),
            sentence_text: &side.sentence,
            also: &side.also,
        }
    }
}

/// One object with all conflicts and the summary.
pub(super) fn conflicts(findings: &Findings, out: &mut dyn Write) -> io::Result<()> {
    let conflicts = findings.shown().iter().map(|conflict| ConflictRecord::new(conflict, findings.decisions)).collect();
    pretty(&CheckRecord { conflicts, summary: Summary::of(findings) }, out)
}

/// JSON in lines, for people to look into.
pub(super) fn pretty(record: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, record)?;
    writeln!(out)
}

/// One conflict a line.
pub(super) fn conflict_lines(findings: &Findings, out: &mut dyn Write) -> io::Result<()> {
    findings.shown().iter().try_for_each(|conflict| line(&ConflictRecord::new(conflict, findings.decisions), out))
}

pub(super) fn line(record: &impl Serialize, out: &mut (impl Write + ?Sized)) -> io::Result<()> {
    serde_json::to_writer(&mut *out, record)?;
    out.write_all(b"\n")
}

fn records(document: &Extracted) -> impl Iterator<Item = FigureRecord> + '_ {
    document.figures.iter().map(|figure| FigureRecord::new(&document.document.id, figure))
}

/// One figure a line.
pub(super) fn figure_lines(document: &Extracted, out: &mut Vec<u8>) -> io::Result<()> {
    records(document).try_for_each(|record| line(&record, out))
}

/// One document a line, with its figures.
pub(super) fn document_line(document: &Extracted, out: &mut Vec<u8>) -> io::Result<()> {
    line(&DocumentRecord::from(document), out)
}

/// What stands before the figures of one object with all of them, between two, and after them; and one without any.
pub(super) const LIST_START: &[u8] = b"{\"figures\": [\n";
pub(super) const LIST_JOINT: &[u8] = b",\n";
pub(super) const LIST_END: &[u8] = b"\n]}\n";
pub(super) const EMPTY_LIST: &[u8] = b"{\"figures\": []}\n";

/// The figures of a document in that object, one a line.
pub(super) fn figure_list(document: &Extracted, out: &mut Vec<u8>) -> io::Result<()> {
    for (at, record) in records(document).enumerate() {
        if at > 0 {
            out.extend_from_slice(LIST_JOINT);
        }
        serde_json::to_writer(&mut *out, &record)?;
    }
    Ok(())
}
