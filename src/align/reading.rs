//! Readings: the sentences of a document and the tokens of these. They are gone over twice, for stories and for
//! outlines, and kept small in between: the text of very many documents is read once.
//! Not here: what the words mean (`words.rs`, `corpus.rs`).

use super::index::Index;
use crate::document::Document;
use crate::figure::Span;
use crate::text::{self, Class, Word};
use std::cell::RefCell;

/// A document that was read.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    /// Its sentences and tokens, as [`Reader`] finds them.
    stream: Box<[u32]>,
    /// How many tokens there are.
    pub tokens: usize,
    /// Its distinct words, those of its title after the others, by their numbers among the words of all documents.
    pub words: Box<[u32]>,
}

/// A token of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Where it stands, in bytes of the document's text.
    pub span: Span,
    /// What it is.
    pub class: Class,
    /// The word, for letters; empty else.
    pub word: Word,
    /// The place of the word among the document's; [`u32::MAX`] where it is none.
    pub place: u32,
}

impl Token {
    /// Whether this is the mark `c`.
    pub fn is_mark(&self, c: char) -> bool {
        self.class == Class::Mark(c)
    }

    /// Whether this is made of letters.
    pub fn is_word(&self) -> bool {
        matches!(self.class, Class::Arabic | Class::Latin)
    }
}

/// A word as a key: those of other scripts are told apart by the highest bit.
pub(super) fn key(word: Word, is_latin: bool) -> u128 {
    word.bits() | if is_latin { LATIN } else { 0 }
}

/// The word of a key, and whether it is of another script.
pub(super) fn word_of(key: u128) -> (Word, bool) {
    (Word::from_bits(key & !LATIN), key & LATIN != 0)
}

const LATIN: u128 = 1 << 127;

/// How often a word stands in a document.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Count {
    /// In its text and its title.
    pub all: u32,
    /// Of those, how often it begins within the length of the first line.
    pub headline: u32,
}

/// A document that was read, of which the words are not known yet.
#[derive(Debug)]
pub(super) struct Draft {
    stream: Box<[u32]>,
    tokens: usize,
    /// The keys of its distinct words.
    pub keys: Box<[u128]>,
    /// How often each of these stands there.
    pub counts: Box<[Count]>,
}

impl Draft {
    /// Reads a document.
    pub fn of(document: &Document) -> Draft {
        let text = document.text.as_str();
        let mut tokens = Vec::new();
        let sentences = |put: &mut dyn FnMut(Span, &[text::Token])| {
            for span in text::sentences(text) {
                tokens.clear();
                text::tokens(text, span, &mut tokens);
                put(span, &tokens);
            }
        };
        Draft::read(document, sentences).1
    }

    /// Reads a document of which `sentences` gives the sentences and their tokens, in order.
    pub fn read<T>(
        document: &Document,
        sentences: impl FnOnce(&mut dyn FnMut(Span, &[text::Token])) -> T,
    ) -> (T, Draft) {
        let mut room = ROOM.take();
        room.clear();
        room.headline = document.text.find('\n').unwrap_or(0);
        let given = sentences(&mut |span, tokens| room.put_sentence(&document.text, span, tokens));
        if let Some(title) = &document.title {
            let mut tokens = Vec::new();
            text::tokens(title, Span::new(0, title.len()), &mut tokens);
            tokens.iter().filter(|token| token.is_word()).for_each(|token| _ = room.note(token));
        }
        let draft = Draft {
            stream: room.stream.as_slice().into(),
            tokens: room.tokens,
            keys: room.index.keys().into(),
            counts: room.counts.as_slice().into(),
        };
        if room.stream.capacity() <= LONGEST {
            ROOM.set(room);
        }
        (given, draft)
    }

    /// The reading, now that the numbers of its words among those of all documents are known.
    pub fn with_words(self, words: Box<[u32]>) -> Reading {
        Reading { stream: self.stream, tokens: self.tokens, words }
    }
}

/// Room for a draft.
#[derive(Debug, Default)]
struct Room {
    index: Index,
    counts: Vec<Count>,
    stream: Vec<u32>,
    tokens: usize,
    /// Where the last sentence ended.
    end: usize,
    /// Where the first line ends.
    headline: usize,
}

/// No room is kept for the next that a longer one took, in bytes.
const LONGEST: usize = 1 << 16;

thread_local! {
    static ROOM: RefCell<Room> = RefCell::default();
}

impl Room {
    fn clear(&mut self) {
        self.index.clear();
        self.counts.clear();
        self.stream.clear();
        (self.tokens, self.end) = (0, 0);
    }

    /// Counts a word; gives its place among the words.
    fn note(&mut self, token: &text::Token) -> u32 {
        let place = self.index.number(key(token.word, token.class == Class::Latin));
        if self.counts.len() < self.index.len() {
            self.counts.push(Count::default());
        }
        let count = &mut self.counts[place as usize];
        count.all += 1;
        count.headline += u32::from(token.span.start < self.headline);
        place
    }

    /// Writes down a sentence of a text with its tokens.
    fn put_sentence(&mut self, text: &str, span: Span, tokens: &[text::Token]) {
        let opens = self.end == 0 || text[self.end..span.start].contains('\n');
        put(&mut self.stream, (span.start - self.end) << 1 | usize::from(opens));
        put(&mut self.stream, span.len());
        put(&mut self.stream, tokens.len());
        self.tokens += tokens.len();
        self.end = span.end;
        let mut end = span.start;
        for token in tokens {
            let (gap, len) = (token.span.start - end, token.span.len());
            end = token.span.end;
            let what = match token.class {
                Class::Arabic | Class::Latin => (self.note(token) as usize) << 1 | 1,
                Class::Mark(c) => (u32::from(c) as usize + 1) << 1,
                Class::Digits => 0,
            };
            if len < LONG && gap < WIDE && what < MANY {
                self.stream.push((what << WHAT | gap << GAP | len) as u32);
            } else {
                self.stream.push((WIDE << GAP) as u32);
                [len, gap, what].into_iter().for_each(|number| put(&mut self.stream, number));
            }
        }
    }
}

/// A token is a number: its length, above that the gap before it, and above that what it is. Where a part is too great for
/// its bits, the gap is as wide as can be, and the parts follow.
const GAP: u32 = 8;
const WHAT: u32 = GAP + 2;
const LONG: usize = 1 << GAP;
const WIDE: usize = (1 << (WHAT - GAP)) - 1;
const MANY: usize = 1 << (u32::BITS - WHAT);

/// The bit of the first half of a number that has two.
const HALF: u32 = 1 << 31;

fn put(out: &mut Vec<u32>, number: usize) {
    let (high, low) = (number as u64 >> 31, number as u32 & !HALF);
    if high > 0 {
        out.push(high as u32 | HALF);
    }
    out.push(low);
}

/// Goes over a reading, sentence after sentence.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    stream: std::slice::Iter<'a, u32>,
    /// Where the sentence at hand ends.
    sentence: usize,
    /// Where its last token ended.
    token: usize,
}

impl Reading {
    /// From its beginning.
    pub fn reader(&self) -> Reader<'_> {
        Reader { stream: self.stream.iter(), sentence: 0, token: 0 }
    }
}

impl Reader<'_> {
    fn take(&mut self) -> usize {
        let mut next = || self.stream.next().map_or(0, |number| *number as usize);
        let number = next();
        match number.checked_sub(HALF as usize) {
            Some(high) => high << 31 | next(),
            None => number,
        }
    }

    /// The next sentence, of which all tokens must be taken before the one after it; whether it begins a line, and how many
    /// its tokens are.
    pub fn sentence(&mut self) -> Option<(Span, bool, usize)> {
        if self.stream.as_slice().is_empty() {
            return None;
        }
        let before = self.take();
        let start = self.sentence + (before >> 1);
        let span = Span::new(start, start + self.take());
        (self.sentence, self.token) = (span.end, start);
        Some((span, before & 1 == 1, self.take()))
    }

    /// The next token; `word` gives the word at a place among the document's, and whether it is of another script.
    pub fn token(&mut self, word: impl FnOnce(u32) -> (Word, bool)) -> Token {
        let shape = self.stream.next().map_or(0, |shape| *shape as usize);
        let (mut len, mut gap, mut what) = (shape % LONG, shape >> GAP & WIDE, shape >> WHAT);
        if gap == WIDE {
            (len, gap, what) = (self.take(), self.take(), self.take());
        }
        let start = self.token + gap;
        let span = Span::new(start, start + len);
        self.token = span.end;
        let none = Token { span, class: Class::Digits, word: Word::default(), place: u32::MAX };
        if what & 1 == 1 {
            let place = (what >> 1) as u32;
            let (word, is_latin) = word(place);
            return Token { class: if is_latin { Class::Latin } else { Class::Arabic }, word, place, ..none };
        }
        match (what as u32 >> 1).checked_sub(1).and_then(char::from_u32) {
            Some(mark) => Token { class: Class::Mark(mark), ..none },
            None => none,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_what_was_read() {
        let long = "ط".repeat(500);
        let text = format!("خبر عاجل\n\nقالت nova، في 5 يونيو:    «نعم».\n\u{2003}ثم  قالت {long} \0 Nova…");
        let text = text.as_str();
        let document =
            Document { text: text.to_string(), title: Some("خبر آخر".to_string()), ..Document::default() };
        let draft = Draft::of(&document);
        let keys = draft.keys.clone();
        let reading = draft.with_words((0..keys.len() as u32).collect());
        let mut reader = reading.reader();
        let (mut read, mut end) = (0, 0);
        for span in text::sentences(text) {
            let opens = end == 0 || text[end..span.start].contains('\n');
            end = span.end;
            let mut tokens = Vec::new();
            text::tokens(text, span, &mut tokens);
            assert_eq!(reader.sentence(), Some((span, opens, tokens.len())));
            for token in tokens {
                let kept = reader.token(|place| word_of(keys[place as usize]));
                assert_eq!((kept.span, kept.class, kept.word), (token.span, token.class, token.word));
                read += 1;
            }
        }
        assert_eq!((reader.sentence(), read), (None, reading.tokens));
    }

    #[test]
    fn numbers_are_kept_however_great() {
        let mut stream = Vec::new();
        let numbers = [0, 1, HALF as usize - 1, HALF as usize, u32::MAX as usize + 7];
        numbers.iter().for_each(|number| put(&mut stream, *number));
        let mut reader = Reader { stream: stream.iter(), sentence: 0, token: 0 };
        assert_eq!(numbers.map(|_| reader.take()), numbers);
    }

    #[test]
    fn words_are_told_apart_and_counted() {
        let document = Document { text: "خبر nova\nخبر، Nova 5 خبر".to_string(), ..Document::default() };
        let draft = Draft::of(&document);
        let words = draft.keys.iter().zip(&draft.counts);
        let counts: Vec<(bool, u32, u32)> =
            words.map(|(key, count)| (word_of(*key).1, count.all, count.headline)).collect();
        assert_eq!(counts, [(false, 3, 1), (true, 2, 1)]);
    }
}
