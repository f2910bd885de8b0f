//! Tokens: words, runs of digits, and marks, with their places in the source.

use super::fold::{BITS, Folded, TABLE, Word, fold, is_arabic, pack_above, packed};
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
    /// Whether this is made of letters.
    pub fn is_word(&self) -> bool {
        matches!(self.class, Class::Arabic | Class::Latin)
    }
}

/// Adds the tokens of `text` at `span` to `out`.
pub fn tokens(text: &str, span: Span, out: &mut Vec<Token>) {
    let bytes = &text.as_bytes()[..span.end];
    let mut gap = Gap::None;
    let mut last: Option<Class> = None;
    let mut at = span.start;
    while at < bytes.len() {
        if last.is_none()
            && matches!(bytes[at], 0xD8..=0xDB)
            && let Some(next) = arabic(bytes, at, gap, out)
        {
            // Most of a text is such words with a space between them.
            (gap, last, at) = match bytes[next..] {
                [b' ', 0xD8..=0xDB, ..] => (Gap::Space, None, next + 1),
                _ => (Gap::None, Some(Class::Arabic), next),
            };
            continue;
        }
        let (entry, len) = entry(text, bytes, at);
        let start = at;
        at += len;
        let class = match entry {
            packed::NOTHING => {
                // Between digits a tatweel is a dash that the keyboard has nearer.
                if let Some(dash) = out.last().and_then(|last| drawn_dash(&text[..span.end], last, start, gap)) {
                    (gap, last, at) = (Gap::None, Some(Class::Mark('-')), dash.span.end);
                    out.push(dash);
                }
                continue;
            }
            packed::SPACE | packed::LINE => {
                gap = match (gap, entry) {
                    (_, packed::LINE) | (Gap::Line, _) => Gap::Line,
                    (Gap::None, _) => Gap::Space,
                    _ => Gap::Wide,
                };
                last = None;
                continue;
            }
            packed::COMBINING => {
                if let Some(token) = out.last_mut().filter(|_| last.is_some()) {
                    token.span.end = at;
                }
                continue;
            }
            packed::MARK => {
                if let Some(end) = emphasis(&text[..span.end], start) {
                    (last, at) = (None, end);
                    continue;
                }
                Class::Mark(char_at(text, start))
            }
            packed::SLOW => Class::Arabic,
            digit if digit & packed::DIGIT != 0 => Class::Digits,
            letter if is_arabic(letter) => Class::Arabic,
            _ => Class::Latin,
        };
        if last != Some(class) || matches!(class, Class::Mark(_)) {
            out.push(Token { span: Span::new(start, at), class, gap, word: Word::default() });
            gap = Gap::None;
        }
        last = Some(class);
        let Some(token) = out.last_mut() else { continue };
        token.span.end = at;
        if entry == packed::SLOW {
            if let Folded::Letters(codes) = fold(char_at(text, start)) {
                codes.into_iter().for_each(|code| token.word.push(code));
            }
        } else if token.is_word() {
            token.word.push(entry);
        }
    }
}

/// The byte after the marks at `start` that only emphasise what stands beside them (CommonMark): «**3.2** مليار». Between
/// spaces such a mark begins a list or is a line, and between digits, or alone between letters, it is of them: «5*4»,
/// «#بيت_لحم»; after a backslash it is itself.
fn emphasis(text: &str, start: usize) -> Option<usize> {
    let mark = text.as_bytes()[start];
    // Of many in a row the first is asked for all.
    if !matches!(mark, b'*' | b'_') || start.checked_sub(1).is_some_and(|at| text.as_bytes()[at] == mark) {
        return None;
    }
    let end = start + text.as_bytes()[start..].iter().take_while(|byte| **byte == mark).count();
    let (before, after) = (text[..start].chars().next_back(), text[end..].chars().next());
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let of_digits = before.zip(after).is_some_and(|(a, b)| a.is_numeric() && b.is_numeric());
    let of_letters = before.zip(after).is_some_and(|(a, b)| a.is_alphanumeric() && b.is_alphanumeric());
    let is_itself = is_space(before) && is_space(after) || of_digits || end - start == 1 && of_letters;
    (!is_itself && before != Some('\\')).then_some(end)
}

/// The dash that tatweels at `start` are for, where digits stand on both sides of them, with a space on each or none:
/// «5ـ6».
fn drawn_dash(text: &str, last: &Token, start: usize, gap: Gap) -> Option<Token> {
    // Of many in a row the first is asked for all.
    if text[..start].ends_with('ـ') {
        return None;
    }
    let rest = text[start..].strip_prefix('ـ')?.trim_start_matches('ـ');
    let after = if gap == Gap::Space { rest.strip_prefix(' ')? } else { rest };
    let digits = |c: char| matches!(fold(c), Folded::Digit(_));
    let between = last.class == Class::Digits && gap <= Gap::Space && after.starts_with(digits);
    let span = Span::new(start, text.len() - rest.len());
    between.then_some(Token { span, class: Class::Mark('-'), gap, word: Word::default() })
}

/// Adds the word of two-byte letters at `at`; gives the byte after what was read, none where no letter stands there.
#[inline]
fn arabic(bytes: &[u8], at: usize, gap: Gap, out: &mut Vec<Token>) -> Option<usize> {
    // Most words have few letters and nothing else.
    let (mut letters, mut end) = few_letters(bytes, at);
    let mut next = end;
    while let [first @ 0xC2..=0xDF, second, ..] = bytes[next..] {
        let code = TABLE[two_bytes(first, second)];
        match code {
            _ if is_arabic(code) => {
                letters = letters << BITS | u128::from(code);
                end = next + 2;
            }
            packed::NOTHING if end > at => {}
            packed::COMBINING if end > at => end = next + 2,
            _ => break,
        }
        next += 2;
    }
    if end == at {
        return None;
    }
    out.push(Token { span: Span::new(at, end), class: Class::Arabic, gap, word: Word::of_letters(letters) });
    Some(next)
}

/// Where the Arabic block begins in the table.
const ARABIC: usize = 0x600;

/// The first letters at `at` that are of the Arabic block, at most eight, and the byte after them; none where another
/// sign stands among them.
#[inline]
fn few_letters(bytes: &[u8], at: usize) -> (u128, usize) {
    // The first byte of each is one of 0xD8 to 0xDB, and its last bits with those of the second tell the letter.
    let others = |four: u64| ((four & (0xFC * EACH)) ^ (0xD8 * EACH)).trailing_zeros() / 16;
    let code = |place: u8| TABLE[ARABIC + usize::from(place)];
    let [Some(low), Some(high)] = [at, at + 8].map(|at| bytes.get(at..).and_then(<[u8]>::first_chunk)) else {
        return (0, at);
    };
    let [low, high] = [low, high].map(|four| u64::from_le_bytes(*four));
    // Words differ in length, and where a loop over their letters ends no processor guesses: eight are read of any.
    let count = others(low) + others(low) / 4 * others(high);
    let [a, _, b, _, c, _, d, _] = places(low);
    let [e, _, f, _, g, _, h, _] = places(high);
    let codes = u64::from_be_bytes([a, b, c, d, e, f, g, h].map(code)).checked_shr(8 * (8 - count)).unwrap_or(0);
    if codes & (0xC0C0 * EACH) != 0 {
        return (0, at);
    }
    (u128::from(narrowed(codes)), at + 2 * count as usize)
}

/// One in each of four letters.
const EACH: u64 = 0x0001_0001_0001_0001;

/// The places in the Arabic block of four letters, each with a zero after it.
fn places(four: u64) -> [u8; 8] {
    (((four & (0x03 * EACH)) << 6) | ((four >> 8) & (0x3F * EACH))).to_le_bytes()
}

/// Eight codes in a byte each, in [`BITS`] each.
fn narrowed(codes: u64) -> u64 {
    let pairs = (codes & (0x3F * EACH)) | ((codes >> 2) & ((0x3F << BITS) * EACH));
    let fours = (pairs & 0x0FFF_0000_0FFF) | ((pairs >> 4) & 0x00FF_F000_00FF_F000);
    (fours & 0xFF_FFFF) | ((fours >> 8) & 0xFFFF_FF00_0000)
}

fn char_at(text: &str, at: usize) -> char {
    text[at..].chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The folding table's entry for the character at `at`, and how many bytes the character has.
fn entry(text: &str, bytes: &[u8], at: usize) -> (u8, usize) {
    match bytes[at] {
        byte if byte < 0x80 => (TABLE[usize::from(byte)], 1),
        byte if byte < 0xE0 && at + 1 < bytes.len() => (TABLE[two_bytes(byte, bytes[at + 1])], 2),
        _ => {
            let c = char_at(text, at);
            (pack_above(c), c.len_utf8())
        }
    }
}

/// The code point of a two-byte character, below 0x800.
fn two_bytes(first: u8, second: u8) -> usize {
    usize::from(first & 0x1F) << 6 | usize::from(second & 0x3F)
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
        // A tatweel is nothing: it stands after the word's span.
        assert_eq!(got[0].0, "ب");
        assert_eq!(got[1..], want[1..]);
    }

    #[test]
    fn a_tatweel_between_digits_is_a_dash() {
        for (text, dash) in [
            ("5ـ6", Some(("ـ", Gap::None))),
            ("٥ــ٦", Some(("ــ", Gap::None))),
            ("5 ـ 6", Some(("ـ", Gap::Space))),
            ("5ـ 6", None),
            ("5ـملايين", None),
            ("بـ5", None),
            ("5\nـ6", None),
        ] {
            let dashes: Vec<_> = read(text).into_iter().filter(|(_, class, _)| *class == Class::Mark('-')).collect();
            let got: Vec<_> = dashes.iter().map(|(mark, _, gap)| (mark.as_str(), *gap)).collect();
            assert_eq!(got, dash.into_iter().collect::<Vec<_>>(), "{text}");
        }
    }

    #[test]
    fn words_are_read_alike_by_steps_and_by_letters() {
        // What is no letter stands at each place of a word, of any length.
        for len in 1..24 {
            let word: String = "مدرستنا".chars().cycle().take(len).collect();
            for at in 0..=len {
                for (other, tokens) in [("", 1), ("\u{64E}", 1), ("\u{640}", 1), ("ﻼ", 1), ("5", 2), ("a", 2), ("،", 2)]
                {
                    let (before, after): (String, String) =
                        (word.chars().take(at).collect(), word.chars().skip(at).collect());
                    let text = format!("{before}{other}{after} {word}");
                    let mut out = Vec::new();
                    super::tokens(&text, Span::new(0, text.len()), &mut out);
                    let words: Vec<Word> =
                        out.iter().filter(|token| token.class == Class::Arabic).map(|token| token.word).collect();
                    let want: Vec<Word> = match tokens {
                        1 => vec![Word::of(&format!("{before}{other}{after}")), Word::of(&word)],
                        _ => [&before, &after, &word]
                            .map(|part| Word::of(part))
                            .into_iter()
                            .filter(|word| !word.is_empty())
                            .collect(),
                    };
                    assert_eq!(words, want, "{text}");
                }
            }
        }
    }

    #[test]
    fn emphasis_is_nothing() {
        for (text, marks) in [
            ("**3.2** مليار", 1),
            ("**18**%", 1),
            ("*3* مليار", 0),
            ("__3__ مليار", 0),
            ("عام **2024**", 0),
            ("***عام***", 0),
            ("* عام", 1),
            ("* * *", 3),
            ("5*4", 1),
            ("بيت_لحم", 1),
            ("—*5*— ملايين", 2),
            ("3\\*5 ملايين", 2),
            ("جدول 5__000", 2),
        ] {
            let got = read(text);
            assert_eq!(got.iter().filter(|(_, class, _)| matches!(class, Class::Mark(_))).count(), marks, "{text}");
        }
        let of_scale = read("**3** مليار");
        assert_eq!(of_scale[1].2, Gap::Space);
    }

    #[test]
    fn marks_inside_a_word_keep_its_span() {
        let text = "\u{200F}مِلْيُونًا\u{200E} ";
        let got = read(text);
        assert_eq!(got.len(), 1);
        assert_eq!(got[0].0, "مِلْيُونًا");
    }

    #[test]
    fn vowel_signs_at_the_end_belong_to_the_word_but_tatweel_does_not() {
        assert_eq!(read("سنةً لـ")[0].0, "سنةً");
        assert_eq!(read("سنةً لـ")[1].0, "ل");
    }
}
