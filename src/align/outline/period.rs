//! Periods: what the dates of a sentence say of a figure of it.
//! Not here: what dates are to each other (`relation/dates.rs`).

use super::sentence::Sentence;
use crate::align::reading::Token;
use crate::figure::{Edtf, Figure, Value, Year};
use crate::text::{Class, Word};
use jiff::civil::Date;
use smallvec::SmallVec;
use std::ops::Range;

/// So many words are the place of a dateline.
const PLACE: usize = 3;
/// So many tokens are the name of an agency, with the bracket after it.
const AGENCY: usize = 8;

/// «طرابلس – 14 ديسمبر 2025»: where and when a report was written, on a line of its own, or before its agency and its text:
/// «طرابلس، 14 ديسمبر (مرجان) – افتتح».
pub(super) fn is_dateline(tokens: &[Token], range: &Range<usize>) -> bool {
    let dash = |token: &Token| matches!(token.class, Class::Mark('-' | '–' | '—'));
    let parted = |token: &Token| dash(token) || matches!(token.class, Class::Mark('،' | ',' | '/' | '|'));
    let words = |of: &[Token]| of.iter().filter(|token| token.is_word() || token.class == Class::Digits).count();
    let before_agency = || {
        let after = &tokens[range.end..];
        let agency = after.first().filter(|token| token.is_mark('(')).and(after.get(1..)).unwrap_or_default();
        let end = agency.iter().take(AGENCY).position(|token| token.is_mark(')'));
        let text = end.and_then(|end| agency.get(end + 1));
        text.is_some_and(dash) && words(&tokens[..range.start]) <= PLACE
    };
    let alone = || tokens[..range.start].last().is_none_or(parted) && words(tokens) <= range.len() + PLACE;
    alone() || before_agency()
}

/// The dates of a sentence: each of its figures asks for them.
pub(super) struct Dates<'a> {
    sentence: &'a Sentence,
    /// Those that are not told by reference alone, in order.
    stated: SmallVec<[(Edtf, &'a Range<usize>); 2]>,
    /// The whole years among them, and which figures they are.
    years: SmallVec<[(Year, usize, &'a Range<usize>); 2]>,
    /// The latest two of two places, the later first.
    latest: [Option<Last<'a>>; 2],
}

/// When a date was over. Nobody knows where that is told of one, which is as if it came after all others.
#[derive(Clone, Copy)]
struct Last<'a> {
    unknown: bool,
    day: Date,
    tokens: &'a Range<usize>,
}

impl<'a> Dates<'a> {
    pub fn of(sentence: &'a Sentence, figures: &[Figure]) -> Dates<'a> {
        let mut dates = Dates { sentence, stated: SmallVec::new(), years: SmallVec::new(), latest: [None, None] };
        for (figure, tokens) in &sentence.figures {
            let Value::Date(date) = &figures[*figure].value else { continue };
            let last = date.best().days().map(|(_, last)| last);
            dates.note(Last { unknown: last.is_none(), day: last.unwrap_or_default(), tokens });
            match date.best() {
                Edtf::Relative => continue,
                Edtf::Point(point) if point.month.is_none() && point.year != Year::Unknown => {
                    dates.years.push((point.year, *figure, tokens));
                }
                _ => {}
            }
            dates.stated.push((*date.best(), tokens));
        }
        dates
    }

    fn note(&mut self, new: Last<'a>) {
        let is_later = |of: &Option<Last>| of.is_none_or(|of| (new.unknown, new.day) > (of.unknown, of.day));
        let is_same = |of: &Option<Last>| of.is_some_and(|of| of.tokens == new.tokens);
        let [first, second] = &mut self.latest;
        if is_later(first) {
            if !is_same(first) {
                *second = *first;
            }
            *first = Some(new);
        } else if is_later(second) && !is_same(first) {
            *second = Some(new);
        }
    }

    /// The last day of the dates but for the one at these tokens: what the sentence tells of was over then. None where
    /// there is no date.
    pub fn over(&self, tokens: &Range<usize>) -> Option<Date> {
        let last = self.latest.iter().flatten().find(|last| last.tokens != tokens)?;
        (!last.unknown).then_some(last.day)
    }

    /// The date that stands nearest to a figure at these tokens, and how many words away; the first of several.
    pub fn nearest(&self, tokens: &Range<usize>) -> Option<(Edtf, usize)> {
        let words = |between: Range<usize>| self.sentence.between(between).map_or(usize::MAX, |(words, _)| words);
        let before = |of: &Range<usize>| words(of.end..tokens.start);
        let stands_before = self.stated.partition_point(|(_, of)| of.end <= tokens.start);
        let first_after = self.stated.partition_point(|(_, of)| of.start < tokens.end);
        let last = self.stated[..stands_before].last().map(|(_, of)| before(of));
        let nearest = last.map(|away| {
            let first = self.stated.partition_point(|(_, of)| of.end <= tokens.start && before(of) > away);
            (self.stated[first].0, away)
        });
        let after = self.stated.get(first_after).map(|(date, of)| (*date, words(tokens.end..of.start)));
        nearest.into_iter().chain(after).min_by_key(|(_, away)| *away).filter(|(_, away)| *away <= FAR)
    }

    /// The one whole year that the sentence names beside a date, which is a figure at these tokens, with nothing between
    /// them that parts the two.
    pub fn year_beside(
        &self,
        figure: usize,
        tokens: &Range<usize>,
        parts: impl Fn(Range<usize>) -> bool,
    ) -> Option<Year> {
        let mut others = self.years.iter().filter(|(_, other, _)| *other != figure);
        let (first, _, of) = others.next()?;
        let away = of.start.saturating_sub(tokens.end).max(tokens.start.saturating_sub(of.end));
        let between = if of.end <= tokens.start { of.end..tokens.start } else { tokens.end..of.start };
        let near = away <= YEAR && !parts(between);
        (near && others.all(|(other, ..)| other == first)).then_some(*first)
    }
}

/// How many words away a date may stand that is the period of a figure.
const FAR: usize = 12;

/// How many tokens away a year may stand that a date leaves out.
const YEAR: usize = 4;

/// How many words before a date what it follows may stand: «حتى ظهر الجمعة».
const FOLLOWS: usize = 2;

/// Whether a date follows such a word.
pub(super) fn is_after(tokens: &[Token], range: &Range<usize>, is: impl Fn(Word) -> bool) -> bool {
    tokens[range.start.saturating_sub(FOLLOWS)..range.start].iter().any(|token| is(token.word))
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
            ("بعد حريق أبريل 2015 وحريق مايو 2013 قتل 12 شخصا.", Some("2015-04-30")),
            ("قتل 12 شخصا منذ عام 2015.", None),
        ] {
            let (outline, kinds) = read(text);
            let at = kinds.iter().position(|kind| *kind == Kind::Count).expect("a count");
            assert_eq!(outline.frames[at].over.map(|day| day.to_string()).as_deref(), over, "{text}");
        }
    }

    #[test]
    fn the_period_of_a_figure_is_the_date_nearest_to_it() {
        for (text, period) in [
            ("قتل في الحريق 12 شخصا.", None),
            ("قتل 12 شخصا في مايو 2015 بعد حريق أبريل 2013.", Some("2015-05")),
            ("بعد حريق أبريل 2013 قتل 12 شخصا في المصنع الكبير في مايو 2015.", Some("2013-04")),
            ("بعد حريق أبريل 2013 في المصنع الكبير قتل 12 شخصا في مايو 2015.", Some("2015-05")),
            ("أبريل 2013، مايو 2015: قتل 12 شخصا.", Some("2015-05")),
        ] {
            let (outline, kinds) = read(text);
            let at = kinds.iter().position(|kind| *kind == Kind::Count).expect("a count");
            let found = outline.frames[at].period.map(|(edtf, _)| edtf.to_string());
            assert_eq!(found.as_deref(), period, "{text}");
        }
    }

    #[test]
    fn a_dateline_tells_nothing_of_the_story() {
        for (text, aside) in [
            ("افتتاح مصنع مرجان\n\nالواحة – 14 ديسمبر 2025\n\nافتتح المصنع بعد عام من العمل.", true),
            ("افتتاح مصنع مرجان\n\n14 ديسمبر 2025\n\nافتتح المصنع بعد عام من العمل.", true),
            ("افتتاح مصنع مرجان\n\nالواحة – 14 ديسمبر 2025 – افتتح المصنع بعد عام من العمل والتجهيز.", false),
            ("افتتاح مصنع مرجان\n\nالواحة، 14 ديسمبر (وكالة الضفاف) – افتتح المصنع بعد عام من العمل والتجهيز.", true),
            ("افتتاح مصنع مرجان\n\nالواحة 14 ديسمبر (و.ض.أ) – افتتح المصنع بعد عام من العمل والتجهيز.", true),
            ("افتتاح مصنع مرجان\n\nالواحة، 14 ديسمبر (يوم العمال) افتتح المصنع بعد عام من العمل والتجهيز.", false),
            ("افتتاح مصنع مرجان\n\nموعد الافتتاح: 14 ديسمبر 2025\n\nافتتح المصنع بعد عام من العمل.", false),
            ("افتتاح مصنع مرجان\n\nافتتح المصنع 14 ديسمبر 2025.\n\nواستغرق العمل عاما.", false),
        ] {
            let (outline, kinds) = read(text);
            let at = kinds.iter().position(|kind| *kind == Kind::Date).expect("a date");
            assert_eq!(outline.frames[at].aside, aside, "{text}");
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
