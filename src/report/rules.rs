//! Rules for people: a table of them, one in full, and what came of their examples.

use super::evidence::bits_text;
use super::grid::{Cell, Grid, paragraph};
use super::words::{kind_text, severity_text};
use super::{Lang, Options};
use crate::rules::{Check, Checks, Example, Outcome, Text};
use crate::text::bidi::Direction;
use std::io::{self, Write};

/// Columns where there is no terminal.
const PLAIN_WIDTH: usize = 100;
/// Text is not made narrower than this.
const NARROWEST: usize = 20;

/// Draws a table of the rules, a line each, also of those that are not in force.
pub fn list(known: &Checks, in_force: &Checks, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let lang = options.lang;
    let heading = ["rules-id", "rules-severity", "rules-title"].map(|name| Cell::new(lang.text(name)));
    let rows = known.iter().map(|check| {
        vec![Cell::new(&check.id), Cell::new(weight(check, in_force, lang)), Cell::new(in_language(&check.title, lang))]
    });
    let grid = Grid { rows: std::iter::once(heading.to_vec()).chain(rows).collect(), direction: lang.direction() };
    writeln!(out, "{}", grid.draw(options.width.unwrap_or(PLAIN_WIDTH)).trim_end())
}

/// What the findings of a rule weigh, if it is asked.
fn weight(check: &Check, in_force: &Checks, lang: Lang) -> String {
    in_force.get(&check.id).map_or_else(|| lang.text("rules-off"), |check| severity_text(check.severity, lang))
}

/// Draws all that a rule says of itself, and what it weighs among those in force.
pub fn explain(check: &Check, in_force: &Checks, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let lang = options.lang;
    let mut line = |indent: usize, text: &str| line(indent, text, options, out);
    let heading = lang.text_with(
        "rules-heading",
        &[
            ("id", check.id.as_str().into()),
            ("title", in_language(&check.title, lang).into()),
            ("severity", (&weight(check, in_force, lang)).into()),
        ],
    );
    line(0, &heading)?;
    line(0, in_language(&check.message, lang))?;
    line(0, &lang.text_with("rules-file", &[("file", (&check.file.display().to_string()).into())]))?;
    for text in when(check, lang) {
        line(0, &text)?;
    }
    if !check.only.kinds.is_empty() {
        let kinds: Vec<String> = check.only.kinds.iter().map(|kind| kind_text(*kind, lang)).collect();
        line(0, &lang.text_with("rules-kinds", &[("kinds", (&kinds.join(" · ")).into())]))?;
    }
    if !check.causes.is_empty() {
        line(0, "")?;
        line(0, &lang.text("rules-causes"))?;
    }
    for (cause, text) in &check.causes {
        line(2, &format!("{cause}: {}", in_language(text, lang)))?;
    }
    for (name, examples) in [("rules-conflicts", &check.conflicts), ("rules-agrees", &check.agrees)] {
        for example in examples {
            line(0, "")?;
            let cause = example.cause.as_ref().map(|cause| format!(" ({cause})")).unwrap_or_default();
            line(0, &format!("{}{cause}", lang.text(name)))?;
            texts(example).try_for_each(|text| line(2, &text))?;
        }
    }
    Ok(())
}

/// When a rule speaks: from how many bits on, or of which topic.
fn when(check: &Check, lang: Lang) -> Vec<String> {
    if let Some(topic) = &check.topic {
        let watched = lang.text_with("rules-topic", &[("words", topic.subject().into())]);
        let known = topic.known().map(|known| lang.text_with("rules-topic-known", &[("value", known.into())]));
        return std::iter::once(watched).chain(known).collect();
    }
    let thresholds = &check.thresholds;
    let bits = |name: &str, bits: f64| lang.text_with(name, &[("bits", (&bits_text(bits, lang)).into())]);
    let sure = (thresholds.sure_bits > thresholds.min_bits).then(|| bits("rules-sure-bits", thresholds.sure_bits));
    let least =
        [bits("rules-min-bits", thresholds.min_bits), bits("rules-one-document-bits", thresholds.one_document_bits)];
    least.into_iter().chain(sure).collect()
}

/// Draws what came of the rules' examples: a line a rule, and the texts of each example that failed.
pub fn tested(outcomes: &[Outcome], options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let lang = options.lang;
    for outcome in outcomes {
        let examples = lang.counted("rules-examples", outcome.run);
        let failed = outcome.failures.len();
        let found = if failed == 0 { lang.text("rules-proven") } else { lang.counted("rules-failed", failed) };
        line(0, &format!("{}: {examples}: {found}", outcome.rule), options, out)?;
        for failure in &outcome.failures {
            line(2, &failure.reason, options, out)?;
            failure.texts.iter().try_for_each(|text| line(4, text, options, out))?;
        }
    }
    Ok(())
}

/// Draws a paragraph, wrapped and each line isolated, `indent` columns from the edge where it begins.
fn line(indent: usize, text: &str, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let width = options.width.unwrap_or(PLAIN_WIDTH).saturating_sub(indent).max(NARROWEST);
    let direction = options.lang.direction();
    let before = if direction == Direction::Ltr { indent } else { 0 };
    paragraph(text, width, direction).iter().try_for_each(|line| writeln!(out, "{}{line}", " ".repeat(before)))
}

/// An example's texts, each with its day where it has one.
fn texts(example: &Example) -> impl Iterator<Item = String> {
    example.texts.iter().enumerate().map(|(at, text)| match example.published.get(at) {
        Some(day) => format!("{day}: {text}"),
        None => text.clone(),
    })
}

fn in_language(text: &Text, lang: Lang) -> &str {
    match lang {
        Lang::Ar => &text.ar,
        Lang::En => &text.en,
    }
}
