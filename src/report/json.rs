//! JSON and JSON lines: the contract that other programs read. The form of a figure is `figure/json.rs`.

use super::figures::Report;
use super::{Findings, Summary};
use crate::align::{DocumentRecord, Extracted};
use crate::figure::FigureRecord;
use crate::review::{Decision, Decisions, Reason, Verdict};
use crate::rules::{Conflict, Evidence, Severity, Side, Text};
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
    evidence: Vec<Evidence>,
    figures: Vec<SideRecord<'a>>,
}

/// What a reviewer said of the conflict.
#[derive(Serialize)]
struct DecisionRecord<'a> {
    decision: &'static str,
    /// The side that is right, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    right: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Reason>,
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
            evidence: conflict.evidence.iter().map(|e| Evidence { bits: rounded(e.bits), ..e.clone() }).collect(),
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
        }
    }
}

/// Bits to a tenth: more would be noise, and differ between machines.
pub(super) fn rounded(bits: f64) -> f64 {
    // Adding zero turns -0 into 0.
    (bits * 10.0).round() / 10.0 + 0.0
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

pub(super) fn line(record: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, record)?;
    out.write_all(b"\n")
}

fn records(document: &Extracted) -> impl Iterator<Item = FigureRecord> + '_ {
    document.figures.iter().map(|figure| FigureRecord::new(&document.document.id, figure))
}

/// One figure a line.
pub(super) struct FigureLines<'a> {
    out: &'a mut dyn Write,
}

impl<'a> FigureLines<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> FigureLines<'a> {
        FigureLines { out }
    }
}

impl Report for FigureLines<'_> {
    fn document(&mut self, document: &Extracted) -> io::Result<()> {
        records(document).try_for_each(|record| line(&record, self.out))
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// One document a line, with its figures.
pub(super) struct DocumentLines<'a> {
    out: &'a mut dyn Write,
}

impl<'a> DocumentLines<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> DocumentLines<'a> {
        DocumentLines { out }
    }
}

impl Report for DocumentLines<'_> {
    fn document(&mut self, document: &Extracted) -> io::Result<()> {
        line(&DocumentRecord::from(document), self.out)
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// One object with all figures: `{"figures": […]}`, a figure a line.
pub(super) struct FigureList<'a> {
    out: &'a mut dyn Write,
    any: bool,
}

impl<'a> FigureList<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> FigureList<'a> {
        FigureList { out, any: false }
    }

    fn next(&mut self) -> io::Result<()> {
        let before: &[u8] = if std::mem::replace(&mut self.any, true) { b",\n" } else { b"{\"figures\": [\n" };
        self.out.write_all(before)
    }
}

impl Report for FigureList<'_> {
    fn document(&mut self, document: &Extracted) -> io::Result<()> {
        for record in records(document) {
            self.next()?;
            serde_json::to_writer(&mut *self.out, &record)?;
        }
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.write_all(if self.any { b"\n]}\n" } else { b"{\"figures\": []}\n" })?;
        self.out.flush()
    }
}
