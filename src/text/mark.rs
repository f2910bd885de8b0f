//! Marks: which one a token is, and those with which the lines of lists begin.

use super::{Class, Token};

/// The comma, of either script: an Arabic text is written with both.
pub const COMMAS: [char; 2] = ['،', ','];

impl Class {
    /// Whether this is a comma.
    pub fn is_comma(self) -> bool {
        matches!(self, Class::Mark(mark) if COMMAS.contains(&mark))
    }
}

impl Token {
    /// Whether this is the mark `c`.
    pub fn is_mark(&self, c: char) -> bool {
        self.class == Class::Mark(c)
    }
}

/// The marks with which a line of a list begins.
const OF_LISTS: [char; 11] = ['-', '–', '—', 'ـ', '•', '·', '*', '▪', '●', '◦', '‣'];

/// What stands in a line of a list after its mark or number: «- …», «• …», «2) …».
pub fn list_item(line: &str) -> Option<&str> {
    let line = line.trim();
    let numbered = || {
        let rest = line.trim_start_matches(char::is_numeric);
        (rest.len() < line.len()).then(|| rest.strip_prefix(['-', '.', ')', '–'])).flatten()
    };
    let item = line.strip_prefix(OF_LISTS).or_else(numbered);
    item.map(str::trim_start).filter(|item| !item.is_empty())
}
