//! Conflicts in each of their formats: which file draws which.

use super::{Findings, Options, claim_review, csv, github, html, json, markdown, sarif, table};
use std::io::{self, Write};

/// A way to draw conflicts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Tables for a terminal, one a conflict.
    #[default]
    Table,
    /// One JSON object with all conflicts and the summary.
    Json,
    /// One JSON object a line, a conflict each.
    Jsonl,
    /// A page for people, in one file.
    Html,
    /// Markdown, a section a conflict.
    Markdown,
    /// One line a figure of a conflict, with a heading.
    Csv,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations of a GitHub workflow.
    Github,
    /// schema.org ClaimReview of the confirmed conflicts, as JSON-LD.
    #[value(name = "claimreview")]
    ClaimReview,
}

/// Draws the conflicts to `out`.
pub fn write(format: Format, findings: &Findings, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Table => table::conflicts(findings, options, out),
        Format::Json => json::conflicts(findings, out),
        Format::Jsonl => json::conflict_lines(findings, out),
        Format::Html => html::conflicts(findings, options, out),
        Format::Markdown => markdown::conflicts(findings, options, out),
        Format::Csv => csv::conflicts(findings, options, out),
        Format::Sarif => sarif::conflicts(findings, options, out),
        Format::Github => github::conflicts(findings, options, out),
        Format::ClaimReview => claim_review::conflicts(findings, options, out),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::fixture;
    use crate::report::{Lang, assert_drawn, drawn};

    #[test]
    fn every_format_is_drawn() {
        let fixture = fixture();
        let plain = Options::default();
        let arabic = Options { lang: Lang::Ar, ..plain };
        let narrow = Options { width: Some(40), color: true, ..arabic };
        for (format, options, name) in [
            (Format::Table, plain, "table-en"),
            (Format::Table, arabic, "table-ar"),
            (Format::Table, narrow, "table-ar-narrow"),
            (Format::Json, plain, "json"),
            (Format::Jsonl, plain, "jsonl"),
            (Format::Markdown, arabic, "markdown"),
            (Format::Csv, plain, "csv"),
            (Format::Sarif, arabic, "sarif"),
            (Format::Github, arabic, "github"),
            (Format::ClaimReview, arabic, "claimreview"),
        ] {
            let text = drawn(|out| write(format, &fixture.findings(), &options, out));
            assert_drawn(&format!("report-conflicts-{name}"), &text);
        }
    }
}
