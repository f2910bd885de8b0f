//! Sentences: where one ends and the next begins.

use crate::figure::Span;

/// The sentences of a text, in order, without the white space around them. A line's end ends a sentence;
/// so do `؟`, `!`, `?` and a full stop before white space, unless it closes an abbreviation («د. أحمد»).
pub fn sentences(text: &str) -> Sentences<'_> {
    let stops = Stops { bytes: text.as_bytes(), common: Next::default(), rare: Next::default() };
    Sentences { text, start: 0, stops, line: Line::default(), next: Line::default() }
}

/// A line of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// How many lines stand above it.
    pub above: usize,
    /// Its first byte.
    pub start: usize,
}

/// The sentences of a text that are still to come.
#[derive(Debug)]
pub struct Sentences<'a> {
    text: &'a str,
    start: usize,
    stops: Stops<'a>,
    /// Of the last sentence that was given, and of what comes next.
    line: Line,
    next: Line,
}

impl Sentences<'_> {
    /// The line that the last sentence stands in: none goes over the end of one.
    pub fn line(&self) -> Line {
        self.line
    }
}

impl Iterator for Sentences<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        while self.start < self.text.len() {
            let end = sentence_end(self.text, self.start, &mut self.stops);
            let piece = &self.text[self.start..end];
            let trimmed = piece.trim_start_matches(is_blank);
            let from = self.start + (piece.len() - trimmed.len());
            let len = trimmed.trim_end_matches(is_blank).len();
            self.start = end;
            self.line = self.next;
            if piece.ends_with('\n') {
                self.next = Line { above: self.next.above + 1, start: end };
            }
            if len > 0 {
                return Some(Span::new(from, from + len));
            }
        }
        None
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200E}' | '\u{200F}')
}

/// How many closing marks after a stop still belong to it: enough for any sentence, and a bound on work.
const MAX_CLOSERS: usize = 8;

/// The byte after the sentence that begins at `start`.
fn sentence_end(text: &str, start: usize, stops: &mut Stops) -> usize {
    let mut at = start;
    while let Some((stop, after)) = stops.next(at).filter(|(stop, _)| stop - start < LONGEST) {
        if text.as_bytes()[stop] == b'\n' {
            return after;
        }
        let closed = past_closers(text, after);
        if ends_here(text, start, stop, closed) {
            return closed;
        }
        at = after;
    }
    if text.len() - start <= LONGEST { text.len() } else { cut(text, start) }
}

/// The longest sentence in bytes: no writer's is as long, and what stands in one is held against each other.
const LONGEST: usize = 4096;

/// Where a sentence that has no end is cut: after a space, where there is one.
fn cut(text: &str, start: usize) -> usize {
    let end = (start + 1..=start + LONGEST).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let space = text[start..end].char_indices().rev().find(|(_, c)| c.is_whitespace());
    space.map_or(end, |(at, c)| start + at + c.len_utf8())
}

/// «؟» in UTF-8.
const QUESTION: [u8; 2] = [0xD8, 0x9F];

/// The stops of a text, found as they are asked for.
#[derive(Debug)]
struct Stops<'a> {
    bytes: &'a [u8],
    common: Next,
    /// «!» and «?»: rare, and two searches a sentence cost much.
    rare: Next,
}

/// The next byte of some that are looked for.
#[derive(Debug, Default)]
enum Next {
    /// Not looked for yet.
    #[default]
    Unknown,
    At(usize),
    None,
}

impl Next {
    /// The place from `from` on, by `find` where what is known lies before. Asked for places that only go forward.
    fn from(&mut self, from: usize, find: impl FnOnce(usize) -> Option<usize>) -> Option<usize> {
        if matches!(self, Next::Unknown) || matches!(self, Next::At(at) if *at < from) {
            *self = find(from).map_or(Next::None, |found| Next::At(from + found));
        }
        match self {
            Next::At(at) => Some(*at),
            _ => None,
        }
    }
}

impl Stops<'_> {
    /// The next place from `at` that may end a sentence: the first byte of the stop, and the byte after it.
    fn next(&mut self, mut at: usize) -> Option<(usize, usize)> {
        loop {
            // The second byte of «؟» is rarer than its first.
            let common = self.common.from(at, |at| memchr::memchr3(b'\n', b'.', QUESTION[1], &self.bytes[at..]));
            let rare = self.rare.from(at, |at| memchr::memchr2(b'!', b'?', &self.bytes[at..]));
            let found = common.into_iter().chain(rare).min()?;
            at = found + 1;
            if self.bytes[found] != QUESTION[1] {
                return Some((found, at));
            }
            if found > 0 && self.bytes[found - 1] == QUESTION[0] {
                return Some((found - 1, at));
            }
        }
    }
}

/// Whether the stop at `stop`, with its closing marks up to `closed`, ends the sentence.
fn ends_here(text: &str, start: usize, stop: usize, closed: usize) -> bool {
    if text[closed..].chars().next().is_some_and(|c| !c.is_whitespace()) {
        return false;
    }
    if text.as_bytes()[stop] != b'.' {
        return true;
    }
    // A single letter before the stop is an abbreviation: «د.»، «م.»، «ج.م.».
    let mut before = text[start..stop].chars().rev();
    let letter = before.next().is_some_and(|c| is_letter(c) || c.is_alphabetic());
    !letter || before.next().is_some_and(|c| is_letter(c) || c.is_alphanumeric())
}

/// Whether this is one of the common letters: telling so of any character takes long.
fn is_letter(c: char) -> bool {
    matches!(c, 'ء'..='غ' | 'ف'..='ي')
}

fn past_closers(text: &str, after: usize) -> usize {
    let closers = text[after..].chars().take(MAX_CLOSERS).take_while(|c| is_closer(*c));
    after + closers.map(char::len_utf8).sum::<usize>()
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '”' | '“' | '»' | ')' | ']' | '.' | '!' | '?' | '؟' | '\u{200F}' | '\u{200E}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        sentences(text).map(|span| span.slice(text)).collect()
    }

    #[test]
    fn sentences_end_at_stops_and_lines() {
        assert_eq!(
            read("العنوان\n\nقال د. أحمد إن السعر 63.5 دولار. وأضاف: «نعم!» ثم مضى؟ نعم\r\nآخر."),
            ["العنوان", "قال د. أحمد إن السعر 63.5 دولار.", "وأضاف: «نعم!»", "ثم مضى؟", "نعم", "آخر."]
        );
        assert_eq!(read(" \n \n"), [""; 0]);
        assert_eq!(read("بلا نهاية"), ["بلا نهاية"]);
    }

    #[test]
    fn sentences_know_their_lines() {
        let text = "\nأب. جد؟\n\n هو 5.\r\n";
        let mut sentences = sentences(text);
        let mut lines = Vec::new();
        while let Some(span) = sentences.next() {
            let Line { above, start } = sentences.line();
            assert!(text[..start].matches('\n').count() == above && (start == 0 || text[..start].ends_with('\n')));
            lines.push((span.slice(text), above));
        }
        assert_eq!(lines, [("أب.", 1), ("جد؟", 1), ("هو 5.", 3)]);
    }

    #[test]
    fn a_sentence_without_end_is_cut() {
        for (text, most) in [("كلمة ".repeat(5000), LONGEST), ("ء".repeat(9000), LONGEST), ("\u{3000}".repeat(5000), 0)]
        {
            let spans: Vec<Span> = sentences(&text).collect();
            assert!(spans.iter().all(|span| span.len() <= most && text.get(span.start..span.end).is_some()), "{most}");
            assert_eq!(
                spans.iter().map(|span| span.slice(&text).matches('ء').count()).sum::<usize>(),
                text.matches('ء').count()
            );
            assert!(spans.iter().all(|span| !span.slice(&text).starts_with("لمة")), "a word is cut");
        }
    }

    #[test]
    fn a_stop_within_a_number_or_abbreviation_is_none() {
        assert_eq!(read("بلغ 2.700 مليون د.إ. في عام 2018"), ["بلغ 2.700 مليون د.إ. في عام 2018"]);
    }
}
