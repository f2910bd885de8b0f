//! One conflict close up, as a reviewer sees it: its sides beside each other with the sentences that they stand
//! in, each figure marked in its sentence.

use super::grid::{Cell, Grid, paragraph};
use super::table::{PLAIN_WIDTH, Pen};
use super::words::{also_text, marked, rule_text, side_name, source_text};
use super::{Options, figure_text};
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
        let value = figures.first().map(|figure| figure_text(&figure.figure, options.lang)).unwrap_or_default();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decisions::fixture::{conflict, side};
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
}
