//! Tables for people at a terminal: one a conflict, or one a document.
//! Not here: how a table is drawn to a width (`grid.rs`).

use super::evidence::evidence_brief;
use super::grid::{Cell, Grid, paragraph};
use super::words::{
    also_text, decision_text, kind_text, marked, message, ratio_text, rule_text, separator, severity_text, side_name,
    sources_text, summary_text,
};
use super::{Findings, Lang, Options, figure_text};
use crate::align::Extracted;
use crate::decisions::Decisions;
use crate::rules::{Conflict, Reprint, Severity, Side};
use crate::text::bidi::Direction;
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};

/// Columns where there is no terminal.
pub(super) const PLAIN_WIDTH: usize = 100;
/// In fewer columns than these, a figure is one cell, its parts one above the other.
const NARROW: usize = 64;
/// Characters of the sentence that are shown on each side of a figure.
const AROUND: usize = 36;
/// Rows of one side, and sources of one row, that are shown; more of the same teach nothing.
const SHOWN: usize = 4;

/// Draws a table for each conflict, then the summary.
pub(super) fn conflicts(findings: &Findings, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut pen = Pen::new(options, out);
    for conflict in findings.shown() {
        pen.conflict(conflict, findings)?;
    }
    let mut text = summary_text(findings, options.lang);
    if findings.shown().len() < findings.conflicts.len() {
        text = format!("{text} ({})", options.lang.text("summary-unlimited"));
    }
    pen.line(&text, Style::new().bold())
}

/// A row of a conflict's table: the figures of one side that are written alike and mean the same.
struct Row<'a> {
    side: usize,
    text: &'a str,
    /// The figure marked among the words around it.
    quote: String,
    value: String,
    /// By document: a figure of it, and the lines of all.
    sources: Vec<(&'a Side, Vec<usize>)>,
    /// Who prints the same sentences.
    also: Vec<&'a Reprint>,
}

/// Folds figures of one side that read alike into a row; each keeps its source and line.
fn rows(sides: &[Side], lang: Lang) -> Vec<Row<'_>> {
    let mut rows: Vec<Row> = Vec::new();
    for side in sides {
        let value = figure_text(&side.figure, lang);
        let alike = |row: &&mut Row| row.side == side.side && row.text == side.figure.text && row.value == value;
        let Some(row) = rows.iter_mut().find(alike) else {
            let sources = vec![(side, vec![side.figure.line])];
            let quote = marked(side, AROUND);
            let also = side.also.iter().collect();
            rows.push(Row { side: side.side, text: &side.figure.text, quote, value, sources, also });
            continue;
        };
        row.also.extend(&side.also);
        match row.sources.iter_mut().find(|(other, _)| other.document == side.document) {
            Some((_, lines)) => lines.push(side.figure.line),
            None => row.sources.push((side, vec![side.figure.line])),
        }
    }
    rows
}

/// The first rows of each side, and how many sources the last of them stands for besides its own.
fn shown(rows: Vec<Row<'_>>) -> Vec<(Row<'_>, usize)> {
    let mut shown: Vec<(Row, usize)> = Vec::new();
    for row in rows {
        let mut same = shown.iter_mut().filter(|(other, _)| other.side == row.side);
        let folded = row.sources.len().saturating_sub(SHOWN);
        match same.nth(SHOWN - 1) {
            Some((_, more)) => *more += row.sources.len() + row.also.len(),
            None => shown.push((row, folded)),
        }
    }
    shown
}

/// Draws with the reader's language, colours and width.
pub(super) struct Pen<'a> {
    lang: Lang,
    color: bool,
    pub(super) width: usize,
    pub(super) direction: Direction,
    pub(super) out: &'a mut dyn Write,
}

impl<'a> Pen<'a> {
    pub(super) fn new(options: &Options, out: &'a mut dyn Write) -> Pen<'a> {
        let direction = options.lang.direction();
        Pen { lang: options.lang, color: options.color, width: options.width.unwrap_or(PLAIN_WIDTH), direction, out }
    }

    fn conflict(&mut self, conflict: &Conflict, findings: &Findings) -> io::Result<()> {
        self.title(conflict)?;
        let table = self.conflict_table(conflict).draw(self.width);
        self.out.write_all(table.as_bytes())?;
        self.facts(conflict, findings.decisions, &rule_text(findings.checks, &conflict.rule, self.lang))?;
        writeln!(self.out)
    }

    /// What stands below the figures: how far apart they are, which rule found it, what was decided, and why it
    /// is believed.
    pub(super) fn facts(&mut self, conflict: &Conflict, decisions: &Decisions, rule: &str) -> io::Result<()> {
        let mut facts: Vec<String> = Vec::new();
        if let Some(ratio) = ratio_text(conflict, self.lang) {
            facts.push(self.lang.text_with("conflict-ratio", &[("ratio", (&ratio).into())]));
        }
        let sided = conflict.sides.iter().any(|side| side.side > 0);
        if let Some(suspect) = conflict.suspect.filter(|_| sided) {
            let side = side_name(suspect, self.lang);
            facts.push(self.lang.text_with("conflict-suspect", &[("side", (&side).into())]));
        }
        facts.push(self.lang.text_with("conflict-rule", &[("rule", rule.into())]));
        self.line(&facts.join(" · "), Style::new())?;
        if let Some(decision) = decision_text(conflict, decisions, self.lang) {
            self.line(&decision, Style::new().bold())?;
        }
        if let Some(evidence) = evidence_brief(conflict, self.lang) {
            self.line(
                &self.lang.text_with("conflict-evidence", &[("evidence", (&evidence).into())]),
                Style::new().dimmed(),
            )?;
        }
        Ok(())
    }

    /// Severity and likely cause.
    pub(super) fn title(&mut self, conflict: &Conflict) -> io::Result<()> {
        let message = message(conflict, self.lang);
        let severity = severity_text(conflict.severity, self.lang);
        self.line(&format!("{severity} [{}] {message}", conflict.id), severity_style(conflict.severity).bold())
    }

    fn conflict_table(&self, conflict: &Conflict) -> Grid {
        let narrow = self.width < NARROW;
        let [source, written, value] =
            ["table-source", "table-written", "table-value"].map(|name| self.lang.text(name));
        let heading = match narrow {
            true => vec![Cell::new(""), Cell::new(source)],
            false => vec![Cell::new(""), Cell::new(source), Cell::new(written), Cell::new(value)],
        };
        let rows = shown(rows(&conflict.sides, self.lang)).into_iter().map(|(row, more)| {
            let style = match conflict.suspect == Some(row.side) {
                true => self.style(severity_style(conflict.severity)),
                false => Style::new(),
            };
            let side = Cell::styled(side_name(row.side, self.lang), self.style(Style::new().bold()));
            let texts = row.sources.iter().take(SHOWN).map(|(side, lines)| sources_text(side, lines, self.lang));
            let more = (more > 0).then(|| self.lang.counted("closeup-more", more));
            let also = also_text(row.also, self.lang);
            let sources = texts.chain(more).chain(also).fold(Cell::default(), Cell::below);
            match narrow {
                true => vec![side, sources.below(row.quote).below(format!("= {}", row.value))],
                false => vec![side, sources, Cell::new(row.quote), Cell::styled(row.value, style)],
            }
        });
        Grid { rows: std::iter::once(heading).chain(rows).collect(), direction: self.direction }
    }

    /// A paragraph wrapped to the width.
    fn line(&mut self, text: &str, style: Style) -> io::Result<()> {
        let style = self.style(style);
        for line in paragraph(text, self.width, self.direction) {
            writeln!(self.out, "{style}{line}{style:#}")?;
        }
        Ok(())
    }

    pub(super) fn style(&self, style: Style) -> Style {
        if self.color { style } else { Style::new() }
    }
}

fn severity_style(severity: Severity) -> Style {
    let color = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Note => AnsiColor::Cyan,
    };
    Style::new().fg_color(Some(color.into()))
}

/// The figures of a document, if it has any.
pub(super) fn figures(document: &Extracted, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    if document.figures.is_empty() {
        return Ok(());
    }
    let mut pen = Pen::new(options, out);
    let published = document.document.published.map(|day| day.to_string());
    let facts = [Some(document.document.id.as_str()), document.document.publisher.as_deref(), published.as_deref()];
    let title: Vec<&str> = facts.into_iter().flatten().collect();
    pen.line(&title.join(" · "), Style::new().bold())?;
    let [line, written, kind, value] =
        ["table-line", "table-written", "table-kind", "table-value"].map(|name| Cell::new(pen.lang.text(name)));
    let narrow = pen.width < NARROW;
    let heading = if narrow { vec![line, written] } else { vec![line, written, kind, value] };
    let rows = document.figures.iter().map(|figure| {
        let place = Cell::new(format!("{}:{}", figure.line, figure.column));
        let (kind, value) = (kind_text(figure.kind(), pen.lang), figure_text(figure, pen.lang));
        match narrow {
            true => vec![place, Cell::new(&figure.text).below(format!("= {value} ({kind})"))],
            false => vec![place, Cell::new(&figure.text), Cell::new(kind), Cell::new(value)],
        }
    });
    let grid = Grid { rows: std::iter::once(heading).chain(rows).collect(), direction: pen.direction };
    writeln!(pen.out, "{}", grid.draw(pen.width))
}

/// How many documents and figures there were.
pub(super) fn figures_summary(
    documents: usize,
    figures: usize,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lang = options.lang;
    let parts = [lang.counted("summary-documents", documents), lang.counted("summary-figures", figures)];
    Pen::new(options, out).line(&parts.join(&separator(lang)), Style::new().bold())
}
