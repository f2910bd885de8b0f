//! Figures in each of their formats, document by document, so that a long run holds one at a time.

use super::{Options, csv, json, table};
use crate::align::Extracted;
use std::io::{self, Write};

/// A way to draw figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// A table for a terminal, one a document.
    #[default]
    Table,
    /// One JSON object with all figures.
    Json,
    /// One JSON object a line, a figure each.
    Jsonl,
    /// One line a figure, with a heading.
    Csv,
    /// One JSON object a line, a document with its figures: for `check --figures`.
    Documents,
}

/// Draws figures as they come.
pub trait Report {
    /// Draws the figures of one document.
    fn document(&mut self, document: &Extracted) -> io::Result<()>;

    /// Draws what stands after the last document, and flushes.
    fn end(&mut self) -> io::Result<()>;
}

/// A report of this format, drawn to `out`.
pub fn report<'a>(format: Format, options: &Options, out: &'a mut dyn Write) -> Box<dyn Report + 'a> {
    match format {
        Format::Table => Box::new(table::FigureTables::new(options, out)),
        Format::Json => Box::new(json::FigureList::new(out)),
        Format::Jsonl => Box::new(json::FigureLines::new(out)),
        Format::Csv => Box::new(csv::FigureRows::new(out)),
        Format::Documents => Box::new(json::DocumentLines::new(out)),
    }
}

/// Draws the figures of all documents to `out`.
pub fn write(format: Format, documents: &[Extracted], options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut report = report(format, options, out);
    documents.iter().try_for_each(|document| report.document(document))?;
    report.end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::fixture;
    use crate::report::{assert_drawn, drawn};

    #[test]
    fn every_format_is_drawn() {
        let fixture = fixture();
        for (format, name) in [
            (Format::Table, "table"),
            (Format::Json, "json"),
            (Format::Jsonl, "jsonl"),
            (Format::Csv, "csv"),
            (Format::Documents, "documents"),
        ] {
            let text = drawn(|out| write(format, fixture.documents(), &Options::default(), out));
            assert_drawn(&format!("report-figures-{name}"), &text);
        }
    }

    #[test]
    fn no_figures_are_still_whole_documents() {
        for (format, text) in [
            (Format::Json, "{\"figures\": []}\n"),
            (Format::Jsonl, ""),
            (Format::Documents, ""),
            (
                Format::Csv,
                "source,line,column,start,end,text,kind,low,high,unit,bound,edtf,resolved,iso8601,sentence_start,sentence_end\n",
            ),
        ] {
            assert_eq!(drawn(|out| write(format, &[], &Options::default(), out)), text);
        }
    }
}
