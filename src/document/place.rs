//! Line and column of one byte of a text, for messages.

/// Line and column of the byte `at`, both counted from 1, columns in characters.
pub(super) fn place(text: &[u8], at: usize) -> (usize, usize) {
    let before = &text[..at.min(text.len())];
    let line_start = memchr::memrchr(b'\n', before).map_or(0, |end| end + 1);
    let line = memchr::memchr_iter(b'\n', before).count() + 1;
    (line, String::from_utf8_lossy(&before[line_start..]).chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_from_one() {
        let text = "أب\nجد".as_bytes();
        for (at, want) in [(0, (1, 1)), (2, (1, 2)), (4, (1, 3)), (5, (2, 1)), (7, (2, 2)), (900, (2, 3))] {
            assert_eq!(place(text, at), want, "{at}");
        }
    }
}
