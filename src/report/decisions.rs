//! Decisions listed: who said what of which conflict, and when.

use super::grid::{Cell, Grid};
use super::table::Pen;
use super::words::{separator, side_name, verdict_text};
use super::{Lang, Options};
use crate::decisions::{Decision, DecisionJson, Decisions, Verdict};
use serde::Serialize;
use std::io::{self, Write};

/// A way to list decisions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// A table for a terminal.
    #[default]
    Table,
    /// One JSON object with all decisions.
    Json,
}

/// All decisions as other programs read them.
#[derive(Serialize)]
struct ListRecord<'a> {
    decisions: Vec<DecisionJson<'a>>,
}

/// Lists the decisions to `out`, in the order of their conflicts' fingerprints.
pub fn write(format: Format, decisions: &Decisions, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Json => {
            let decisions = decisions.iter().map(|(id, decision)| DecisionJson::new(id, decision)).collect();
            serde_json::to_writer_pretty(&mut *out, &ListRecord { decisions })?;
            writeln!(out)
        }
        Format::Table => {
            let pen = Pen::new(options, out);
            if decisions.is_empty() {
                return writeln!(pen.out, "{}", options.lang.text("decisions-none"));
            }
            let heading = ["decisions-what", "decisions-conflict", "decisions-who"];
            let heading = heading.iter().map(|name| Cell::new(options.lang.text(name))).collect();
            let rows = decisions.iter().map(|(id, decision)| row(id, decision, options.lang));
            let rows = std::iter::once(heading).chain(rows).collect();
            let table = Grid { rows, direction: pen.direction }.draw(pen.width);
            pen.out.write_all(table.as_bytes())
        }
    }
}

fn row(id: &str, decision: &Decision, lang: Lang) -> Vec<Cell> {
    let right = match decision.verdict {
        Verdict::Confirmed { right } => right,
        Verdict::Dismissed { .. } => None,
    };
    let what = Cell::new(verdict_text(decision.verdict, right, lang));
    let what = decision.note.iter().fold(what, Cell::below);
    let sides = decision.sides.iter().enumerate().map(|(side, judged)| {
        // The words first: they say which way the line runs.
        format!("{} ({}) · {}", judged.text, judged.sources.join(&separator(lang)), side_name(side, lang))
    });
    let conflict = sides.fold(Cell::new(&decision.subject), Cell::below).below(format!("[{id}] {}", decision.rule));
    let who = decision.by.iter().fold(Cell::new(decision.at.strftime("%Y-%m-%d %H:%M UTC").to_string()), Cell::below);
    vec![what, conflict, who]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decisions::Why;
    use crate::decisions::fixture::decision;
    use crate::report::{assert_drawn, drawn};

    #[test]
    fn decisions_are_listed() {
        let mut rounded = decision(Verdict::Dismissed { reason: Why::Other });
        rounded.note = Some("صحّحها الناشر".to_string());
        let confirmed = Decision { by: None, ..decision(Verdict::Confirmed { right: Some(1) }) };
        let decisions = [("f0".to_string(), rounded), ("a1".to_string(), confirmed)].into_iter().collect();
        for (format, lang, name) in [
            (Format::Table, Lang::En, "table-en"),
            (Format::Table, Lang::Ar, "table-ar"),
            (Format::Json, Lang::En, "json"),
        ] {
            let options = Options { lang, ..Options::default() };
            let text = drawn(|out| write(format, &decisions, &options, out));
            assert_drawn(&format!("report-decisions-{name}"), &text);
        }
        let none = drawn(|out| write(Format::Table, &Decisions::default(), &Options::default(), out));
        assert_eq!(none, "No decisions.\n");
    }
}
