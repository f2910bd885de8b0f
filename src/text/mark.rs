//! Marks: which one a token is.

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
