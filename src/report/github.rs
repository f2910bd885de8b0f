//! Annotations of a GitHub workflow: a line for each figure to look at, by the workflow command's syntax.

use super::words::{accused, end_of, has_lines_of_its_file, message, sides_text};
use super::{Findings, Options};
use crate::document::RecordPlace;
use crate::rules::{Conflict, Severity, Side};
use crate::text::bidi::harmless;
use rustc_hash::FxHashSet;
use std::io::{self, Write};

/// Draws an annotation for each figure of the suspect side, or of the last side where none is suspect; none for
/// what a reviewer dismissed.
pub(super) fn conflicts(findings: &Findings, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    for conflict in findings.shown().iter().filter(|conflict| !findings.decisions.dismissed(conflict)) {
        let text = sides_text(conflict, options.lang);
        let mut records: FxHashSet<&RecordPlace> = FxHashSet::default();
        for side in accused(conflict) {
            let record = findings.record(side);
            if record.is_some_and(|record| !records.insert(record)) {
                continue;
            }
            annotation(conflict, side, record, message(conflict, options.lang), &text, out)?;
        }
    }
    Ok(())
}

/// At the figure; or, where its document is a line of a file, at that line, with the document's name.
fn annotation(
    conflict: &Conflict,
    side: &Side,
    record: Option<&RecordPlace>,
    title: &str,
    text: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let command = match conflict.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let file = record.map_or_else(|| side.source.clone(), |record| record.file.clone());
    let place = match record {
        Some(record) => format!(",line={}", record.line),
        None if has_lines_of_its_file(&side.source) => {
            let (end_line, end_column) = end_of(&side.figure);
            let (line, column) = (side.figure.line, side.figure.column);
            format!(",line={line},endLine={end_line},col={column},endColumn={end_column}")
        }
        None => String::new(),
    };
    let name = record.map(|_| format!("{}: ", side.source)).unwrap_or_default();
    writeln!(
        out,
        "::{command} file={}{place},title={}::{}{} [{}]",
        property(&file),
        property(&harmless(title)),
        data(&harmless(&name)),
        data(&harmless(text)),
        data(&conflict.id)
    )
}

/// Escapes the text of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a command's property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn no_text_becomes_a_command() {
        assert_eq!(data("5%\n::error::x"), "5%25%0A::error::x");
        assert_eq!(property("C:\\a,b\r"), "C%3A\\a%2Cb%0D");
    }
}
