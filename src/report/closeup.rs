//! One conflict close up, as a reviewer sees it: its sides beside each other with the sentences that they stand
//! in, each figure marked in its sentence.

use super::grid::{Cell, Grid, paragraph};
use super::table::{PLAIN_WIDTH, Pen};
use super::words::{also_text, rule_text, side_name, source_text};
use super::{Options, value_text};
use crate::decisions::Decisions;
use crate::rules::{Checks, Conflict, Side};
use anstyle::Style;
use std::io::{self, Write};

/// Sides stand beside each other where each has these columns, else below each other.
const COLUMN: usize = 30;
/// Sources of one side that are shown; more of the same teach nothing.
const SHOWN: usize = 3;
/// Characters of the sentence that are shown on each side of the figure.
const AROUND: usize = 160;

/// Draws the conflict.
pub fn write(
    conflict: &Conflict,
    decisions: &Decisions,
    checks: &Checks,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut pen = Pen::new(options, out);
    pen.title(conflict)?;
    let sides = 1 + conflict.sides.iter().map(|side| side.side).max().unwrap_or_default();
    let columns: Vec<Column> = (0..sides).map(|side| Column::new(conflict, side, options)).collect();
    let heading = pen.style(Style::new().bold());
    let rows = match pen.width >= sides * COLUMN {
        true => vec![
            columns.iter().map(|column| Cell::styled(&column.heading, heading)).collect(),
            columns.iter().map(|column| cell(&column.paragraphs)).collect(),
        ],
        false => columns
            .iter()
            .flat_map(|column| [vec![Cell::styled(&column.heading, heading)], vec![cell(&column.paragraphs)]])
            .collect(),
    };
    let table = Grid { rows, direction: pen.direction }.draw(pen.width);
    pen.out.write_all(table.as_bytes())?;
    pen.facts(conflict, decisions, &rule_text(checks, &conflict.rule, options.lang))
}

/// A paragraph as lines of the terminal's width.
pub fn lines(text: &str, options: &Options) -> Vec<String> {
    paragraph(text, options.width.unwrap_or(PLAIN_WIDTH), options.lang.direction())
}

/// One side: what it says, and who says it where.
struct Column {
    heading: String,
    paragraphs: Vec<String>,
}

impl Column {
    fn new(conflict: &Conflict, side: usize, options: &Options) -> Column {
        let figures: Vec<&Side> = conflict.sides.iter().filter(|figure| figure.side == side).collect();
        let value = figures.first().map(|figure| value_text(&figure.figure.value, options.lang)).unwrap_or_default();
        let mut paragraphs = Vec::new();
        for figure in figures.iter().take(SHOWN) {
            let published = figure.published.iter().map(|day| format!(" · {day}"));
            if !paragraphs.is_empty() {
                paragraphs.push(String::new());
            }
            paragraphs.push(source_text(figure, options.lang) + &published.collect::<String>());
            paragraphs.extend(also_text(&figure.also, options.lang));
            paragraphs.push(marked(figure, AROUND));
        }
        if let Some(more) = figures.len().checked_sub(SHOWN).filter(|more| *more > 0) {
            paragraphs.push(options.lang.counted("closeup-more", more));
        }
        Column { heading: format!("{} {value}", side_name(side, options.lang)), paragraphs }
    }
}

fn cell(paragraphs: &[String]) -> Cell {
    match paragraphs.split_first() {
        Some((first, rest)) => rest.iter().fold(Cell::new(first), Cell::below),
        None => Cell::default(),
    }
}

/// The figure's sentence with the figure in brackets, so many characters of it on each side.
pub(super) fn marked(side: &Side, around: usize) -> String {
    let figure = &side.figure;
    let start = figure.span.start.saturating_sub(figure.sentence.start);
    let cut = |start: usize| {
        let (before, rest) = (side.sentence.get(..start)?, side.sentence.get(start..)?);
        Some((before, rest.strip_prefix(&figure.text)?))
    };
    match cut(start).or_else(|| cut(side.sentence.find(&figure.text)?)) {
        Some((before, after)) => format!("{}⟦{}⟧{}", last(before, around), figure.text, first(after, around)),
        None => format!("⟦{}⟧ {}", figure.text, first(&side.sentence, around)),
    }
}

/// The last words of a text.
fn last(text: &str, around: usize) -> String {
    match text.char_indices().rev().nth(around) {
        Some((at, _)) => {
            let rest = &text[at..];
            format!("…{}", &rest[rest.find(char::is_whitespace).unwrap_or_default()..])
        }
        None => text.to_string(),
    }
}

/// The first words of a text.
fn first(text: &str, around: usize) -> String {
    match text.char_indices().nth(around) {
        Some((at, _)) => {
            let rest = &text[..at];
            format!("{}…", &rest[..rest.rfind(char::is_whitespace).unwrap_or(at)])
        }
        None => text.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decisions::fixtures::{conflict, side};
    use crate::report::{Lang, assert_drawn, drawn};

    #[test]
    fn the_sides_stand_beside_each_other_where_there_is_room() {
        let mut conflict = conflict("5f2c", "97400000000", "974000000000");
        let others = ["صحيفة الجنوب", "إذاعة الشمال", "قناة المدينة", "موقع القرية"];
        conflict.sides.extend(others.map(|publisher| side(1, publisher, "974000000000")));
        for (name, lang, width) in [("en", Lang::En, 100), ("ar", Lang::Ar, 80), ("ar-narrow", Lang::Ar, 40)] {
            let options = Options { lang, width: Some(width), ..Options::default() };
            assert_drawn(
                &format!("report-closeup-{name}"),
                &drawn(|out| write(&conflict, &Decisions::default(), &Checks::default(), &options, out)),
            );
        }
    }

    #[test]
    fn the_figure_is_marked_in_its_sentence() {
        let mut side = side(0, "", "5");
        assert_eq!(marked(&side, AROUND), "بلغت قيمة العرض الذي قدمته المجموعة ⟦5 دولار⟧ في الربع الأول.");
        let long = "كلمة ".repeat(60);
        side.sentence = format!("{long}5 دولار {long}");
        let text = marked(&side, AROUND);
        assert!(text.starts_with("… كلمة") && text.ends_with("كلمة…") && text.contains(" ⟦5 دولار⟧ "), "{text}");
        assert!(text.chars().count() < 2 * AROUND + 20);
        side.sentence = "نص آخر".to_string();
        assert_eq!(marked(&side, AROUND), "⟦5 دولار⟧ نص آخر");
    }
}
