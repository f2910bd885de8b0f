//! Tokens: words, runs of digits, and marks, with their places in the source.

use super::fold::{Folded, Word, fold};
use crate::figure::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Letters of the Arabic script.
    Arabic,
    /// Letters of another script.
    Latin,
    /// Digits of one or more scripts.
    Digits,
    /// One character that is neither letter nor digit.
    Mark(char),
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing: they are glued.
    None,
    /// One space.
    Space,
    /// Several spaces.
    Wide,
    /// The end of a line.
    Line,
}

/// A word, a run of digits, or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes of the document's text.
    pub span: Span,
    /// What it is.
    pub class: Class,
    /// What stands before it.
    pub gap: Gap,
    /// The folded word, for letters; empty else.
    pub word: Word,
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

/// Adds the tokens of `text` at `span` to `out`.
pub fn tokens(text: &str, span: Span, out: &mut Vec<Token>) {
    let mut gap = Gap::None;
    let mut last: Option<Class> = None;
    for (at, c) in span.slice(text).char_indices() {
        let start = span.start + at;
        let folded = fold(c);
        let class = match &folded {
            Folded::Nothing => continue,
            Folded::Space | Folded::Line => {
                gap = match (gap, &folded) {
                    (_, Folded::Line) | (Gap::Line, _) => Gap::Line,
                    (Gap::None, _) => Gap::Space,
                    _ => Gap::Wide,
                };
                last = None;
                continue;
            }
            Folded::Letter(_) | Folded::Letters(_) if is_arabic(c) => Class::Arabic,
            Folded::Letter(_) | Folded::Letters(_) => Class::Latin,
            Folded::Digit(_) => Class::Digits,
            Folded::Mark => Class::Mark(c),
        };
        if last != Some(class) || matches!(class, Class::Mark(_)) {
            out.push(Token { span: Span::new(start, start), class, gap, word: Word::default() });
            gap = Gap::None;
        }
        last = Some(class);
        if let Some(token) = out.last_mut() {
            token.span.end = start + c.len_utf8();
            match folded {
                Folded::Letter(code) => token.word.push(code),
                Folded::Letters(codes) => codes.into_iter().for_each(|code| token.word.push(code)),
                _ => {}
            }
        }
    }
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
}

/// The source byte where the token's text begins once its first `letters` letters are taken off.
pub fn start_without(text: &str, token: &Token, letters: usize) -> usize {
    let mut left = letters;
    for (at, c) in token.span.slice(text).char_indices() {
        match fold(c) {
            Folded::Nothing => continue,
            Folded::Letters(codes) => {
                if left == 0 {
                    return token.span.start + at;
                }
                left = left.saturating_sub(codes.len());
            }
            _ => {
                if left == 0 {
                    return token.span.start + at;
                }
                left -= 1;
            }
        }
    }
    token.span.start
}

/// The digits of a token as ASCII, in order.
pub fn digits(text: &str, token: &Token) -> impl Iterator<Item = u8> {
    token.span.slice(text).chars().filter_map(|c| match fold(c) {
        Folded::Digit(digit) => Some(b'0' + digit),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, Class, Gap)> {
        let mut out = Vec::new();
        tokens(text, Span::new(0, text.len()), &mut out);
        out.iter().map(|t| (t.span.slice(text).to_string(), t.class, t.gap)).collect()
    }

    #[test]
    fn words_digits_and_marks_are_parted() {
        let got = read("بـ63.5دولار  (GPT-4)\n٪۱۲");
        let want = [
            ("بـ", Class::Arabic, Gap::None),
            ("63", Class::Digits, Gap::None),
            (".", Class::Mark('.'), Gap::None),
            ("5", Class::Digits, Gap::None),
            ("دولار", Class::Arabic, Gap::None),
            ("(", Class::Mark('('), Gap::Wide),
            ("GPT", Class::Latin, Gap::None),
            ("-", Class::Mark('-'), Gap::None),
            ("4", Class::Digits, Gap::None),
            (")", Class::Mark(')'), Gap::None),
            ("٪", Class::Mark('٪'), Gap::Line),
            ("۱۲", Class::Digits, Gap::None),
        ];
        let want: Vec<_> = want.map(|(s, c, g)| (s.to_string(), c, g)).into();
        // A tatweel is nothing: it belongs to no token's letters, and here ends outside the word's span.
        let got: Vec<_> = got.into_iter().map(|(s, c, g)| (s, c, g)).collect();
        assert_eq!(got[0].0, "ب");
        assert_eq!(got[1..], want[1..]);
    }

    #[test]
    fn marks_inside_a_word_keep_its_span() {
        let text = "\u{200F}مِلْيُونًا\u{200E} ";
        let got = read(text);
        assert_eq!(got.len(), 1);
        assert_eq!(got[0].0, "مِلْيُونًا");
    }

    #[test]
    fn a_clitic_is_taken_off_in_the_source() {
        let text = "وَبِمِليون";
        let mut out = Vec::new();
        tokens(text, Span::new(0, text.len()), &mut out);
        assert_eq!(&text[start_without(text, &out[0], 2)..], "مِليون");
    }
}
