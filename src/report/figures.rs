//! Figures in each of their formats: the documents are drawn one by one, on any thread, and joined in their order, so
//! that a long run holds few at a time.

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

/// The figures of one document, drawn.
#[derive(Debug)]
pub struct Drawn {
    text: Vec<u8>,
    figures: usize,
}

/// How many bytes most figures take.
const FIGURE: usize = 400;

/// Draws the figures of one document.
pub fn draw(format: Format, options: &Options, document: &Extracted) -> io::Result<Drawn> {
    let mut text = Vec::with_capacity(FIGURE * document.figures.len());
    match format {
        Format::Table => table::figures(document, options, &mut text)?,
        Format::Json => json::figure_list(document, &mut text)?,
        Format::Jsonl => json::figure_lines(document, &mut text)?,
        Format::Csv => csv::figures(document, &mut text)?,
        Format::Documents => json::document_line(document, &mut text)?,
    }
    Ok(Drawn { text, figures: document.figures.len() })
}

/// Joins drawn documents, with what stands around them.
pub struct Report<'a> {
    format: Format,
    options: Options,
    out: &'a mut dyn Write,
    documents: usize,
    figures: usize,
}

impl<'a> Report<'a> {
    /// Begins a report of this format to `out`.
    pub fn begin(format: Format, options: &Options, out: &'a mut dyn Write) -> io::Result<Report<'a>> {
        if format == Format::Csv {
            csv::figure_heading(out)?;
        }
        Ok(Report { format, options: *options, out, documents: 0, figures: 0 })
    }

    /// Adds the next document.
    pub fn document(&mut self, drawn: &Drawn) -> io::Result<()> {
        if self.format == Format::Json && drawn.figures > 0 {
            self.out.write_all(if self.figures == 0 { json::LIST_START } else { json::LIST_JOINT })?;
        }
        self.out.write_all(&drawn.text)?;
        self.documents += 1;
        self.figures += drawn.figures;
        Ok(())
    }

    /// Adds what stands after the last document, and flushes.
    pub fn end(self) -> io::Result<()> {
        match self.format {
            Format::Table => table::figures_summary(self.documents, self.figures, &self.options, self.out)?,
            Format::Json if self.figures == 0 => self.out.write_all(json::EMPTY_LIST)?,
            Format::Json => self.out.write_all(json::LIST_END)?,
            Format::Jsonl | Format::Csv | Format::Documents => {}
        }
        self.out.flush()
    }
}

/// Draws the figures of all documents to `out`.
pub fn write(format: Format, documents: &[Extracted], options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut report = Report::begin(format, options, out)?;
    documents.iter().try_for_each(|document| report.document(&draw(format, options, document)?))?;
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
                "source,line,column,start,end,text,kind,low,high,unit,bound,edtf,resolved,iso8601,sentence_start,sentence_end,precision,magnitude,calendar,weekday,hijri,other_month,impossible,readings\n",
            ),
        ] {
            assert_eq!(drawn(|out| write(format, &[], &Options::default(), out)), text);
        }
    }
}
