//! Lines and columns of places asked for in order, in one walk over the text.

/// A walk over a text that counts lines and characters.
pub(super) struct Places<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    column: usize,
}

impl<'a> Places<'a> {
    /// A text with so many lines above it.
    pub(super) fn new(text: &'a str, above: usize) -> Places<'a> {
        Places { text, at: 0, line: above + 1, column: 1 }
    }

    /// Line and column of the byte `at`, both from 1; `at` does not go back.
    pub(super) fn of(&mut self, at: usize) -> (usize, usize) {
        let passed = self.text.get(self.at..at).unwrap_or_default();
        match memchr::memrchr(b'\n', passed.as_bytes()) {
            Some(end) => {
                self.line += memchr::memchr_iter(b'\n', passed.as_bytes()).count();
                self.column = 1 + passed[end + 1..].chars().count();
            }
            None => self.column += passed.chars().count(),
        }
        self.at = self.at.max(at);
        (self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one() {
        let text = "أب\nجد 5\n\n7";
        let mut places = Places::new(text, 0);
        let at = |c: char| text.find(c).unwrap_or_default();
        assert_eq!(places.of(0), (1, 1));
        assert_eq!(places.of(at('5')), (2, 4));
        assert_eq!(places.of(at('5')), (2, 4));
        assert_eq!(places.of(at('7')), (4, 1));
    }
}
