//! Tables in the terminal: cells wrapped to the width, isolated line by line, drawn by comfy-table.
//! Not here: what stands in the cells (`table.rs`).

use crate::text::bidi::{Direction, harmless, is_rtl_letter, isolate, quoted, steady};
use anstyle::Style;
use comfy_table::{Cell as DrawnCell, CellAlignment, ContentArrangement, Table, presets};
use unicode_width::UnicodeWidthChar;

/// A cell: paragraphs, one above the other, in one style.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    pub(super) paragraphs: Vec<String>,
    pub(super) style: Style,
}

impl Cell {
    pub(super) fn new(text: impl AsRef<str>) -> Cell {
        Cell { paragraphs: vec![harmless(text.as_ref())], style: Style::new() }
    }

    pub(super) fn styled(text: impl AsRef<str>, style: Style) -> Cell {
        Cell { style, ..Cell::new(text) }
    }

    /// One more paragraph below.
    pub(super) fn below(mut self, text: impl AsRef<str>) -> Cell {
        self.paragraphs.push(harmless(text.as_ref()));
        self
    }

    fn width(&self) -> usize {
        self.paragraphs.iter().map(|text| width(text)).max().unwrap_or_default()
    }
}

/// A table; its first row is the heading.
pub(super) struct Grid {
    pub(super) rows: Vec<Vec<Cell>>,
    /// Which way the columns run.
    pub(super) direction: Direction,
}

/// A column is not made narrower than this to fit the others.
const NARROWEST: usize = 8;

impl Grid {
    /// The table as text of at most `width` columns, where its columns can be made that narrow.
    pub(super) fn draw(&self, width: usize) -> String {
        let widths = self.column_widths(width);
        let mut table = Table::new();
        table.load_style(presets::UTF8_FULL_CONDENSED).set_content_arrangement(ContentArrangement::Disabled);
        for (index, row) in self.rows.iter().enumerate() {
            let cells = row.iter().zip(&widths).map(|(cell, width)| self.drawn_cell(cell, *width));
            let cells: Vec<DrawnCell> = match self.direction {
                Direction::Ltr => cells.collect(),
                Direction::Rtl => cells.rev().collect(),
            };
            match index {
                0 => table.set_header(cells),
                _ => table.add_row(cells),
            };
        }
        let lines = table.lines().map(|line| unmask(line.trim_end()));
        lines.map(|line| flush(line, width, self.direction) + "\n").collect()
    }

    /// What each column needs, the widest made narrower until all fit.
    fn column_widths(&self, width: usize) -> Vec<usize> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let needed = |column: usize| self.rows.iter().filter_map(|row| row.get(column)).map(Cell::width).max();
        let mut widths: Vec<usize> = (0..columns).map(|column| needed(column).unwrap_or_default().max(1)).collect();
        // A border and two blanks a column, and the last border.
        let room = width.saturating_sub(3 * columns + 1);
        while widths.iter().sum::<usize>() > room {
            match widths.iter_mut().max() {
                Some(widest) if *widest > NARROWEST => *widest -= 1,
                _ => break,
            }
        }
        widths
    }

    fn drawn_cell(&self, cell: &Cell, width: usize) -> DrawnCell {
        let lines: Vec<String> = cell.paragraphs.iter().flat_map(|text| lines(text, width)).collect();
        let lines: Vec<String> = lines.iter().map(|line| mask(line, cell.style)).collect();
        let alignment = match self.direction {
            Direction::Ltr => CellAlignment::Left,
            Direction::Rtl => CellAlignment::Right,
        };
        DrawnCell::new(lines.join("\n")).set_alignment(alignment)
    }
}

/// A paragraph as lines of at most `width` columns, flush with the edge where `direction` begins.
pub(super) fn paragraph(text: &str, width: usize, direction: Direction) -> Vec<String> {
    lines(&harmless(text), width).into_iter().map(|line| flush(line, width, direction)).collect()
}

/// A line moved to the right edge, where it runs from right to left.
fn flush(line: String, width: usize, direction: Direction) -> String {
    match direction {
        Direction::Ltr => line,
        // Colours are drawn into the line already, and take no room.
        Direction::Rtl => {
            let drawn: usize = line
                .split("\u{1B}[")
                .enumerate()
                .map(|(index, part)| match index {
                    0 => self::width(part),
                    _ => self::width(part.split_once('m').map_or(part, |(_, text)| text)),
                })
                .sum();
            " ".repeat(width.saturating_sub(drawn)) + &line
        }
    }
}

/// Breaks a paragraph into lines, each isolated and running as the whole does.
fn lines(text: &str, width: usize) -> Vec<String> {
    let direction = Direction::of(text).unwrap_or(Direction::Ltr);
    let isolated = |line: String| match line.is_empty() {
        true => line,
        // Among letters of one direction nothing inside needs to be set apart.
        false if !line.contains(is_rtl_letter) => isolate(&line, direction),
        false => isolate(&quoted(&steady(&line)), direction),
    };
    wrap(text, width).into_iter().map(isolated).collect()
}

/// Breaks text at its spaces, and words longer than a line anywhere but before a combining mark.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split_whitespace() {
        let blank = usize::from(used > 0);
        let needed = self::width(word);
        if used > 0 && used + blank + needed > width {
            lines.push(String::new());
            used = 0;
        }
        for c in std::iter::repeat_n(' ', usize::from(used > 0)).chain(word.chars()) {
            let size = char_width(c);
            if used + size > width && size > 0 && used > 0 {
                lines.push(String::new());
                used = 0;
            }
            if let Some(line) = lines.last_mut() {
                line.push(c);
            }
            used += size;
        }
    }
    lines
}

/// Columns that the text takes in a terminal: combining marks and isolates none.
///
/// Counted a character at a time: as a whole, lam-alef would count as one letter, and no common terminal
/// gives it one cell.
fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

fn char_width(c: char) -> usize {
    c.width().unwrap_or_default()
}

/// Private characters of one column that stand for the alefs while comfy-table measures, see [`width`].
const ALEFS: [(char, char); 5] =
    [('ا', '\u{F0000}'), ('أ', '\u{F0001}'), ('إ', '\u{F0002}'), ('آ', '\u{F0003}'), ('ٱ', '\u{F0004}')];

/// Variation selectors, of no width, that stand for the bytes of colour codes while comfy-table measures.
const CODE: u32 = 0xE0100;

/// Text that comfy-table measures rightly: see [`ALEFS`] and [`CODE`].
fn mask(line: &str, style: Style) -> String {
    let hidden = |code: String| code.into_bytes().into_iter().filter_map(|byte| char::from_u32(CODE + u32::from(byte)));
    let words = line.chars().map(|c| match c {
        '\u{F0000}'..='\u{F0004}' | '\u{E0100}'..='\u{E01EF}' => '\u{FFFD}',
        _ => ALEFS.iter().find(|(alef, _)| *alef == c).map_or(c, |(_, private)| *private),
    });
    let (on, off) = (style.render().to_string(), style.render_reset().to_string());
    hidden(on).chain(words).chain(hidden(off)).collect()
}

fn unmask(line: &str) -> String {
    line.chars()
        .map(|c| match c {
            '\u{E0100}'..='\u{E01EF}' => char::from_u32(u32::from(c) - CODE).unwrap_or(c),
            _ => ALEFS.iter().find(|(_, private)| *private == c).map_or(c, |(alef, _)| *alef),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_break_at_spaces_and_never_before_a_mark() {
        for (text, width, expected) in [
            ("one two", 7, vec!["one two"]),
            ("one two", 6, vec!["one", "two"]),
            ("a/long/path.txt x", 6, vec!["a/long", "/path.", "txt x"]),
            ("قُدِّمَ", 3, vec!["قُدِّمَ"]),
            ("الإعلان لا", 8, vec!["الإعلان", "لا"]),
            ("", 5, vec![""]),
        ] {
            assert_eq!(wrap(text, width), expected);
        }
    }

    #[test]
    fn every_line_of_a_table_is_equally_wide() {
        let rows = vec![
            vec![Cell::new("المصدر"), Cell::new("النص")],
            vec![Cell::new("قُدِّمَ العرضُ لا غير"), Cell::new("a.txt:3").below("الآن 97.4 مليار دولار أمريكي")],
        ];
        for width in [24, 40, 100] {
            let text = Grid { rows: rows.clone(), direction: Direction::Rtl }.draw(width);
            let widths: Vec<usize> = text.lines().map(self::width).collect();
            assert!(widths.iter().all(|one| *one == widths[0] && *one <= width), "{width}:\n{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_table(text in any::<String>(), width in 0usize..60) {
            let rows = vec![vec![Cell::new("x")], vec![Cell::styled(&text, Style::new().bold())]];
            let drawn = Grid { rows, direction: Direction::Ltr }.draw(width);
            prop_assert!(drawn.lines().count() >= 5);
        }
    }
}
