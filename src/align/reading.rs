//! Readings: the sentences of a document and the tokens of these. They are gone over twice, for stories and for
//! outlines, and kept small in between: the text of very many documents is read once.
//! Not here: what the words mean (`words.rs`, `corpus.rs`).

use super::index::Index;
use crate::document::Document;
use crate::figure::Span;
use crate::text::{self, Class, Word};

/// A document that was read.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    /// Its sentences and tokens, as [`Reader`] finds them.
    stream: Box<[u8]>,
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

/// A document being read; its words are not known yet.
#[derive(Debug)]
pub(super) struct Draft {
    stream: Box<[u8]>,
    tokens: usize,
    /// The distinct words, by key, and how often each stands there.
    pub words: Vec<(u128, Count)>,
}

/// Room for drafts, one after another.
#[derive(Debug, Default)]
pub(super) struct Room {
    tokens: Vec<text::Token>,
    index: Index,
    counts: Vec<Count>,
    stream: Vec<u8>,
}

impl Draft {
    /// Reads a document.
    pub fn of(document: &Document, room: &mut Room) -> Draft {
        let text = document.text.as_str();
        let headline = text.find('\n').unwrap_or(0);
        room.clear();
        let (mut end, mut tokens) = (0, 0);
        for span in text::sentences(text) {
            room.tokens.clear();
            text::tokens(text, span, &mut room.tokens);
            tokens += room.tokens.len();
            room.put_sentence(span, end, headline);
            end = span.end;
        }
        if let Some(title) = &document.title {
            room.tokens.clear();
            text::tokens(title, Span::new(0, title.len()), &mut room.tokens);
            for at in 0..room.tokens.len() {
                room.note(at, headline);
            }
        }
        let words = room.index.keys().iter().copied().zip(room.counts.iter().copied()).collect();
        Draft { stream: room.stream.as_slice().into(), tokens, words }
    }

    /// The reading, now that the numbers of its words among those of all documents are known.
    pub fn with_words(self, words: Box<[u32]>) -> Reading {
        Reading { stream: self.stream, tokens: self.tokens, words }
    }
}

impl Room {
    fn clear(&mut self) {
        self.index.clear();
        self.counts.clear();
        self.stream.clear();
    }

    /// Counts the word that a token is; gives its place among the words.
    fn note(&mut self, at: usize, headline: usize) -> Option<u32> {
        let token = &self.tokens[at];
        if !token.is_word() {
            return None;
        }
        let place = self.index.number(key(token.word, token.class == Class::Latin));
        if self.counts.len() < self.index.len() {
            self.counts.push(Count::default());
        }
        let count = &mut self.counts[place as usize];
        count.all += 1;
        count.headline += u32::from(token.span.start < headline);
        Some(place)
    }

    /// Writes down a sentence with its tokens; the one before ended at `end`.
    fn put_sentence(&mut self, span: Span, end: usize, headline: usize) {
        put(&mut self.stream, span.start - end);
        put(&mut self.stream, span.len());
        put(&mut self.stream, self.tokens.len());
        let mut end = span.start;
        for at in 0..self.tokens.len() {
            let place = self.note(at, headline);
            let token = &self.tokens[at];
            let (gap, len) = (token.span.start - end, token.span.len());
            end = token.span.end;
            put(&mut self.stream, len << GAP | gap.min(WIDE));
            if gap >= WIDE {
                put(&mut self.stream, gap - WIDE);
            }
            let what = match (token.class, place) {
                (Class::Mark(c), _) => (u32::from(c) as usize + 1) << 1,
                (_, Some(place)) => (place as usize) << 1 | 1,
                _ => 0,
            };
            put(&mut self.stream, what);
        }
    }
}

/// How many bits the gap before a token has beside its length, and the gap that they cannot hold.
const GAP: u32 = 2;
const WIDE: usize = (1 << GAP) - 1;

/// Writes a number, seven bits a byte.
fn put(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Goes over a reading, sentence after sentence.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    stream: std::slice::Iter<'a, u8>,
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
        let (mut number, mut shift) = (0, 0);
        for byte in self.stream.by_ref() {
            number |= usize::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                break;
            }
            shift += 7;
        }
        number
    }

    /// The next sentence, of which all tokens must be taken before the one after it; and how many these are.
    pub fn sentence(&mut self) -> Option<(Span, usize)> {
        if self.stream.as_slice().is_empty() {
            return None;
        }
        let start = self.sentence + self.take();
        let span = Span::new(start, start + self.take());
        (self.sentence, self.token) = (span.end, start);
        Some((span, self.take()))
    }

    /// The next token; `word` gives the word at a place among the document's, and whether it is of another script.
    pub fn token(&mut self, word: impl FnOnce(u32) -> (Word, bool)) -> Token {
        let shape = self.take();
        let gap = match shape & WIDE {
            WIDE => WIDE + self.take(),
            gap => gap,
        };
        let start = self.token + gap;
        let span = Span::new(start, start + (shape >> GAP));
        self.token = span.end;
        let what = self.take();
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
        let text = "خبر عاجل\n\nقالت nova، في 5 يونيو:    «نعم».\n\u{2003}ثم  قالت \0 Nova…";
        let document =
            Document { text: text.to_string(), title: Some("خبر آخر".to_string()), ..Document::default() };
        let draft = Draft::of(&document, &mut Room::default());
        let words = draft.words.clone();
        let reading = draft.with_words((0..words.len() as u32).collect());
        let mut reader = reading.reader();
        let mut read = 0;
        for span in text::sentences(text) {
            let mut tokens = Vec::new();
            text::tokens(text, span, &mut tokens);
            assert_eq!(reader.sentence(), Some((span, tokens.len())));
            for token in tokens {
                let kept = reader.token(|place| word_of(words[place as usize].0));
                assert_eq!((kept.span, kept.class, kept.word), (token.span, token.class, token.word));
                read += 1;
            }
        }
        assert_eq!((reader.sentence(), read), (None, reading.tokens));
    }

    #[test]
    fn words_are_told_apart_and_counted() {
        let document = Document { text: "خبر nova\nخبر، Nova 5 خبر".to_string(), ..Document::default() };
        let draft = Draft::of(&document, &mut Room::default());
        let counts: Vec<(bool, u32, u32)> =
            draft.words.iter().map(|(key, count)| (word_of(*key).1, count.all, count.headline)).collect();
        assert_eq!(counts, [(false, 3, 1), (true, 2, 1)]);
    }
}
