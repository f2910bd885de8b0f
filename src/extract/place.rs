//! Columns of places asked for in order, in one walk over the text.

use crate::text::Line;

/// A walk over a text that counts characters.
pub(super) struct Places<'a> {
    text: &'a str,
    at: usize,
    column: usize,
}

impl<'a> Places<'a> {
    pub(super) fn new(text: &'a str) -> Places<'a> {
        Places { text, at: 0, column: 1 }
    }

    /// The column of the byte `at`, which is of this line, from 1; `at` does not go back.
    pub(super) fn column(&mut self, line: Line, at: usize) -> usize {
        if self.at < line.start {
            (self.at, self.column) = (line.start, 1);
        }
        self.column += characters(self.text.as_bytes().get(self.at..at).unwrap_or_default());
        self.at = self.at.max(at);
        self.column
    }
}

/// How many characters begin in these bytes of UTF-8. That of the standard library takes twice as long.
fn characters(bytes: &[u8]) -> usize {
    let begun = |bytes: &[u8]| bytes.iter().map(|byte| u8::from(!matches!(byte, 0x80..=0xBF))).sum::<u8>();
    bytes.chunks(usize::from(u8::MAX)).map(|some| usize::from(begun(some))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_from_one() {
        let text = "أب\nجد 5\n\n7";
        let mut places = Places::new(text);
        let mut column = |above: usize, c: char| {
            let start = text.split_inclusive('\n').take(above).map(str::len).sum();
            places.column(Line { above, start }, text.find(c).unwrap_or_default())
        };
        assert_eq!(column(0, 'أ'), 1);
        assert_eq!(column(1, '5'), 4);
        assert_eq!(column(1, '5'), 4);
        assert_eq!(column(3, '7'), 1);
    }

    #[test]
    fn characters_are_those_of_the_standard_library() {
        for len in [0, 1, 100, 254, 255, 256, 511, 2_000] {
            let text: String = "aب€😀5".chars().cycle().take(len).collect();
            assert_eq!(characters(text.as_bytes()), text.chars().count(), "{len}");
        }
    }
}
