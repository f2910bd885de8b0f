//! Periods: what the dates of a sentence say of a figure of it.
//! Not here: what dates are to each other (`relation/dates.rs`).

use super::sentence::Sentence;
use crate::align::reading::Token;
use crate::align::relation::Said;
use crate::figure::{Edtf, Figure, Kind, Value, Year};
use crate::text::{Class, Word};
use jiff::civil::Date;
use std::ops::Range;

/// What the text says of a date beside its value.
pub(super) fn said(
    tokens: &[Token],
    sentence: &Sentence,
    range: &Range<usize>,
    figure: usize,
    figures: &[Figure],
) -> Said {
    let numbered = tokens[range.clone()].iter().any(|token| token.class == Class::Digits);
    Said { year: year(sentence, range, figure, figures), numbered }
}

/// How many words before a date what it follows may stand: «حتى ظهر الجمعة».
const FOLLOWS: usize = 2;

/// Whether a date follows such a word.
pub(super) fn is_after(tokens: &[Token], range: &Range<usize>, is: impl Fn(Word) -> bool) -> bool {
    tokens[range.start.saturating_sub(FOLLOWS)..range.start].iter().any(|token| is(token.word))
}

/// How many tokens away a year may stand that a date leaves out.
const YEAR: usize = 4;

/// The one whole year that a sentence names beside a date.
fn year(sentence: &Sentence, range: &Range<usize>, figure: usize, figures: &[Figure]) -> Option<Year> {
    let year = |at: usize| match &figures[at].value {
        Value::Date(date) => match date.best() {
            Edtf::Point(point) if point.month.is_none() && point.year != Year::Unknown => Some(point.year),
            _ => None,
        },
        _ => None,
    };
    let others = sentence.figures.iter().filter(|(other, _)| *other != figure);
    let mut years = others.filter_map(|(other, tokens)| Some((year(*other)?, tokens)));
    let (first, tokens) = years.next()?;
    let away = tokens.start.saturating_sub(range.end).max(range.start.saturating_sub(tokens.end));
    (away <= YEAR && years.all(|(other, _)| other == first)).then_some(first)
}

/// The last day of the other dates that a sentence names: what it tells of was over then. None where there is no date.
pub(super) fn over(sentence: &Sentence, range: &Range<usize>, figures: &[Figure]) -> Option<Date> {
    let mut last = None;
    for (other, _) in sentence.figures.iter().filter(|(_, tokens)| tokens != range) {
        if let Value::Date(date) = &figures[*other].value {
            last = last.max(Some(date.best().days()?.1));
        }
    }
    last
}

/// The date that stands nearest in the sentence.
pub(super) fn period(
    sentence: &Sentence,
    range: &Range<usize>,
    figures: &[Figure],
    kind: Kind,
) -> Option<(Edtf, usize)> {
    if kind == Kind::Date {
        return None;
    }
    let away = |other: &Range<usize>| {
        let between = if other.start >= range.end { range.end..other.start } else { other.end..range.start };
        sentence.between(between).map_or(usize::MAX, |(words, _)| words)
    };
    sentence
        .figures
        .iter()
        .filter_map(|(other, tokens)| match &figures[*other].value {
            Value::Date(date) if *date.best() != Edtf::Relative => Some((*date.best(), away(tokens))),
            _ => None,
        })
        .min_by_key(|(_, away)| *away)
        .filter(|(_, away)| *away <= 12)
}

#[cfg(test)]
mod tests {
    use super::super::frame::tests::read;
    use crate::figure::Kind;

    #[test]
    fn what_a_sentence_dates_was_over_then() {
        for (text, over) in [
            ("قتل في الحريق 12 شخصا.", None),
            ("قتل في حريق أبريل 2015 نحو 12 شخصا.", Some("2015-04-30")),
            ("قتل 12 شخصا بين 3 مايو 2015 و6 مايو 2015.", Some("2015-05-06")),
            ("قتل 12 شخصا منذ عام 2015.", None),
        ] {
            let (outline, kinds) = read(text);
            let at = kinds.iter().position(|kind| *kind == Kind::Count).expect("a count");
            assert_eq!(outline.frames[at].over.map(|day| day.to_string()).as_deref(), over, "{text}");
        }
    }

    #[test]
    fn dates_are_told_from_and_up_to() {
        for (text, since, until) in [
            ("أنقذ الفريق 12 عاملا حتى ظهر الجمعة.", false, true),
            ("أغلق المنجم أبوابه منذ 19 فبراير 2024.", true, false),
            ("انهار المنجم في 19 فبراير 2024.", false, false),
        ] {
            let (outline, kinds) = read(text);
            let at = kinds.iter().position(|kind| *kind == Kind::Date).expect("a date");
            let frame = &outline.frames[at];
            assert_eq!((frame.since, frame.until), (since, until), "{text}");
        }
    }
}
