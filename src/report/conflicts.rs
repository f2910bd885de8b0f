//! Conflicts in each of their formats: which file draws which.

use super::{Findings, Options, json};
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
}

/// Draws the conflicts to `out`.
pub fn write(format: Format, findings: &Findings, _options: &Options, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Table => Ok(()),
        Format::Json => json::conflicts(findings, out),
        Format::Jsonl => json::conflict_lines(findings, out),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::fixture;
    use crate::report::{assert_drawn, drawn};

    #[test]
    fn every_format_is_drawn() {
        let fixture = fixture();
        for (format, name) in [(Format::Json, "json"), (Format::Jsonl, "jsonl")] {
            let text = drawn(|out| write(format, &fixture.findings(), &Options::default(), out));
            assert_drawn(&format!("report-conflicts-{name}"), &text);
        }
    }
}
