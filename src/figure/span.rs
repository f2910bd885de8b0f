//! Places in a document's text.

use serde::{Deserialize, Serialize};

/// A stretch of a document's text: bytes of its UTF-8, start included, end not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

impl Span {
    /// A span from `start` up to `end`.
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end, "a span runs forward");
        Span { start, end }
    }

    /// How many bytes it has.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it has no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text at this span; empty if the span is not of this text.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.end.min(other.end) > self.start.max(other.start)
    }

    /// Whether `other` lies wholly within.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}
