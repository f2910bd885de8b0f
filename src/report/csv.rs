//! Comma-separated values for spreadsheets: RFC 4180, UTF-8, one heading line.

use super::evidence::rounded;
use super::words::message;
use super::{Findings, Options, figure_text};
use crate::align::Extracted;
use crate::figure::{Bound, Bounded, Calendar, Figure, Hijri, Kind, Value, Weekday, readings};
use crate::rules::{Conflict, Reprint, Severity, Side};
use rust_decimal::Decimal;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

/// The columns of a figure, in the order of [`FigureRow`]'s fields.
const FIGURE_COLUMNS: [&str; 16] = [
    "source",
    "line",
    "column",
    "start",
    "end",
    "text",
    "kind",
    "low",
    "high",
    "unit",
    "bound",
    "edtf",
    "resolved",
    "iso8601",
    "sentence_start",
    "sentence_end",
];

/// The columns of what few ask for, after all others: the order of [`MoreRow`]'s fields.
const MORE_COLUMNS: [&str; 8] =
    ["precision", "magnitude", "calendar", "weekday", "hijri", "other_month", "impossible", "readings"];

/// The columns of a conflict before those of its figure, in the order of [`ConflictRow`]'s fields.
const CONFLICT_COLUMNS: [&str; 14] = [
    "id",
    "rule",
    "severity",
    "cause",
    "message",
    "subject",
    "ratio",
    "score",
    "side",
    "suspect",
    "publisher",
    "published",
    "normalised",
    "sentence",
];

/// A figure as a row. Which of the value's columns are filled depends on its kind.
#[derive(Serialize)]
struct FigureRow<'a> {
    source: Cow<'a, str>,
    line: usize,
    column: usize,
    start: usize,
    end: usize,
    text: Cow<'a, str>,
    kind: Kind,
    low: Option<String>,
    high: Option<String>,
    unit: Option<Cow<'a, str>>,
    bound: Option<Bound>,
    edtf: Option<String>,
    resolved: Option<String>,
    iso8601: Option<String>,
    sentence_start: usize,
    sentence_end: usize,
}

/// What is rarely asked of a figure. Its other readings are JSON, as the schema of a figure has them.
#[derive(Serialize)]
struct MoreRow {
    precision: Option<String>,
    magnitude: Option<String>,
    calendar: Option<Calendar>,
    weekday: Option<Weekday>,
    hijri: Option<String>,
    other_month: Option<u8>,
    impossible: Option<bool>,
    readings: Option<String>,
}

/// What a figure's row says of its conflict and side.
#[derive(Serialize)]
struct ConflictRow<'a> {
    id: &'a str,
    rule: &'a str,
    severity: Severity,
    cause: &'a str,
    message: Cow<'a, str>,
    subject: Cow<'a, str>,
    ratio: Option<&'a str>,
    score: f64,
    side: usize,
    suspect: bool,
    publisher: Option<Cow<'a, str>>,
    published: Option<&'a str>,
    normalised: String,
    sentence: Cow<'a, str>,
}

impl<'a> FigureRow<'a> {
    fn new(source: &'a str, figure: &'a Figure) -> FigureRow<'a> {
        let quantity = figure.value.quantity();
        let date = if let Value::Date(date) = &figure.value { Some(date) } else { None };
        let duration = figure.value.length();
        FigureRow {
            source: inert(source),
            line: figure.line,
            column: figure.column,
            start: figure.span.start,
            end: figure.span.end,
            text: inert(&figure.text),
            kind: figure.kind(),
            low: quantity.and_then(|q| q.amount.low()).map(plain),
            high: quantity.and_then(|q| q.amount.high()).map(plain),
            unit: quantity.and_then(|q| q.unit.as_deref()).map(inert),
            bound: quantity.map(|q| q.amount.bound()).or(duration.map(|d| d.bound())),
            edtf: date.map(|date| date.edtf.to_string()),
            resolved: date.and_then(|date| date.resolved).map(|edtf| edtf.to_string()),
            iso8601: duration.map(crate::figure::duration_text),
            sentence_start: figure.sentence.start,
            sentence_end: figure.sentence.end,
        }
    }
}

impl MoreRow {
    fn new(figure: &Figure) -> MoreRow {
        let quantity = figure.value.quantity();
        let date = match &figure.value {
            Value::Date(date) => Some(date),
            _ => None,
        };
        let magnitude = quantity.and_then(|q| match &q.amount {
            Bounded::Vague(magnitude) => Some(magnitude),
            _ => None,
        });
        let readings = || serde_json::to_string(&readings(figure)).ok();
        MoreRow {
            precision: quantity.map(|q| plain(&q.precision)),
            magnitude: magnitude.map(plain),
            calendar: date.map(|date| date.calendar),
            weekday: date.and_then(|date| date.weekday),
            hijri: date.and_then(|date| date.hijri.as_ref()).map(hijri_text),
            other_month: date.and_then(|date| date.other_month),
            impossible: date.map(|date| date.impossible),
            readings: if figure.readings.is_empty() { None } else { readings() },
        }
    }
}

fn plain(n: &Decimal) -> String {
    n.normalize().to_string()
}

/// A Hijri date as EDTF writes a Gregorian one, `X` for what is not known: `1446-09`, `XXXX-09-10`.
fn hijri_text(date: &Hijri) -> String {
    let part = |number: Option<u8>| number.map_or("XX".to_string(), |number| format!("{number:02}"));
    let year = date.year.map_or("XXXX".to_string(), |year| format!("{year:04}"));
    match (date.month, date.day) {
        (None, None) => year,
        (month, None) => format!("{year}-{}", part(month)),
        (month, day) => format!("{year}-{}-{}", part(month), part(day)),
    }
}

impl<'a> ConflictRow<'a> {
    fn new(conflict: &'a Conflict, side: &'a Side, options: &Options) -> ConflictRow<'a> {
        ConflictRow {
            id: &conflict.id,
            rule: &conflict.rule,
            severity: conflict.severity,
            cause: &conflict.cause,
            message: inert(message(conflict, options.lang)),
            subject: inert(&conflict.subject),
            ratio: conflict.ratio.as_deref(),
            score: rounded(conflict.score),
            side: side.side,
            suspect: conflict.suspect == Some(side.side),
            publisher: side.publisher.as_deref().map(inert),
            published: side.published.as_deref(),
            normalised: inert(&figure_text(&side.figure, options.lang)).into_owned(),
            sentence: inert(&side.sentence),
        }
    }
}

/// Text that no spreadsheet runs as a formula: an article is hostile input.
fn inert(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{text}").into() } else { text.into() }
}

/// One figure of a conflict a row.
pub(super) fn conflicts(findings: &Findings, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = writer(out);
    writer.write_record(CONFLICT_COLUMNS.iter().chain(&FIGURE_COLUMNS).chain(&["also"]).chain(&MORE_COLUMNS))?;
    for conflict in findings.shown() {
        for side in &conflict.sides {
            let also: Vec<&str> = side.also.iter().map(Reprint::name).collect();
            let also = inert(&also.join("; ")).into_owned();
            let row = ConflictRow::new(conflict, side, options);
            writer.serialize((row, FigureRow::new(&side.source, &side.figure), also, MoreRow::new(&side.figure)))?;
        }
    }
    writer.flush()
}

/// The heading of the rows of figures.
pub(super) fn figure_heading(out: &mut dyn Write) -> io::Result<()> {
    let mut writer = writer(out);
    writer.write_record(FIGURE_COLUMNS.iter().chain(&MORE_COLUMNS))?;
    writer.flush()
}

/// One figure a row.
pub(super) fn figures(document: &Extracted, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = writer(out);
    for figure in &document.figures {
        writer.serialize((FigureRow::new(&document.document.id, figure), MoreRow::new(figure)))?;
    }
    writer.flush()
}

fn writer(out: &mut dyn Write) -> csv::Writer<&mut dyn Write> {
    csv::WriterBuilder::new().has_headers(false).from_writer(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hijri_dates_say_what_they_know() {
        for (year, month, day, text) in [
            (Some(1446), None, None, "1446"),
            (Some(1446), Some(9), None, "1446-09"),
            (Some(1446), Some(9), Some(10), "1446-09-10"),
            (None, Some(12), Some(1), "XXXX-12-01"),
        ] {
            assert_eq!(hijri_text(&Hijri { year, month, day }), text);
        }
    }
}
