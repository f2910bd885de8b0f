//! A JSONL file's lines, one at a time, so that a long file is never in memory whole.

use super::encoding::{self, NotText};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;

/// The longest line that is read as one document.
const MAX_LINE: u64 = 256 << 20;

/// How much of a file is read at once.
const BUFFER: usize = 256 << 10;

/// The lines of a file or of standard input.
pub(super) struct Lines {
    input: Box<dyn BufRead + Send>,
    line: usize,
    /// Whether any line held something.
    pub any: bool,
}

/// What stands on a line.
pub(super) enum Line {
    /// Its bytes, not empty.
    Bytes(Vec<u8>),
    /// More than a document may have; it was passed over.
    TooLong,
}

impl Lines {
    /// The lines of standard input.
    pub(super) fn stdin() -> io::Result<Result<Lines, NotText>> {
        Lines::new(BufReader::with_capacity(BUFFER, io::stdin()))
    }

    /// The lines of a file.
    pub(super) fn open(path: &Path) -> io::Result<Result<Lines, NotText>> {
        Lines::new(BufReader::with_capacity(BUFFER, File::open(path)?))
    }

    fn new(mut input: impl BufRead + Send + 'static) -> io::Result<Result<Lines, NotText>> {
        let start = input.fill_buf()?;
        if encoding::is_compressed(start) {
            return Ok(Err(NotText::Compressed));
        }
        let input: Box<dyn BufRead + Send> = if start.starts_with(b"\xFF\xFE") || start.starts_with(b"\xFE\xFF") {
            // UTF-16 is too rare among JSONL files to be worth a decoder that streams.
            let mut bytes = Vec::new();
            input.read_to_end(&mut bytes)?;
            match encoding::decode(bytes) {
                Ok(text) => Box::new(Cursor::new(text.into_bytes())),
                Err(reason) => return Ok(Err(reason)),
            }
        } else {
            if start.starts_with(b"\xEF\xBB\xBF") {
                input.consume(3);
            }
            Box::new(input)
        };
        Ok(Ok(Lines { input, line: 0, any: false }))
    }

    /// The next line that is not blank, with its number.
    pub(super) fn next(&mut self) -> io::Result<Option<(usize, Line)>> {
        loop {
            let mut bytes = Vec::new();
            if self.input.by_ref().take(MAX_LINE).read_until(b'\n', &mut bytes)? == 0 {
                return Ok(None);
            }
            self.line += 1;
            if bytes.len() as u64 == MAX_LINE && !bytes.ends_with(b"\n") {
                self.input.skip_until(b'\n')?;
                self.any = true;
                return Ok(Some((self.line, Line::TooLong)));
            }
            bytes.truncate(bytes.trim_ascii_end().len());
            if !bytes.is_empty() {
                self.any = true;
                return Ok(Some((self.line, Line::Bytes(bytes))));
            }
        }
    }
}
