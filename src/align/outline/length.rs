//! Lengths: what the text says of a length of time beside its value: whether it is somebody's age, lies ahead or
//! behind, or is the time of the day.
//! Not here: the rest of a frame (`frame/`).

use super::Piece;
use super::sentence::Sentence;
use crate::align::knowledge::{Knowledge, Unit};
use crate::align::reading::Token;
use crate::figure::{Figure, Kind, Value};
use crate::text::Word;
use rust_decimal::Decimal;
use std::ops::Range;

/// Nobody is older, in years.
const OLDEST: Decimal = Decimal::from_parts(130, 0, 0, false, 0);

/// Whether a length of time is somebody's age: alone in brackets or between commas, or after a word of age.
pub(super) fn is_age(tokens: &[Token], range: &Range<usize>, value: &Value, knowledge: &Knowledge) -> bool {
    let Value::Duration(length) = value else { return false };
    if length.low().or(length.high()).is_none_or(|length| length.years > OLDEST) {
        return false;
    }
    let before = &tokens[range.start.saturating_sub(2)..range.start];
    let between = |open: char, close: char| {
        before.last().is_some_and(|token| token.is_mark(open))
            && tokens.get(range.end).is_some_and(|token| token.is_mark(close))
    };
    let apart = [('(', ')'), ('،', '،')].into_iter().any(|(open, close)| between(open, close));
    let died = || {
        let far = &tokens[range.start.saturating_sub(DIED)..range.start];
        far.last().is_some_and(|token| knowledge.is_aged(token.word))
            && far.iter().any(|token| knowledge.is_dying(token.word))
    };
    apart || before.iter().any(|token| knowledge.is_age(token.word)) || died()
}

/// How many tokens before an age somebody may be said to have died.
const DIED: usize = 8;

/// How many tokens away a word may stand that says what a length of time is of, and how many a comma counts for.
const PURPOSE: usize = 10;
const COMMA: usize = 5;
/// How many tokens before it a word may stand by which something takes it; without one the purpose must be so near.
const LED: usize = 3;
const BESIDE: usize = 1;

/// What a length of time is of, by the word nearest to it that says so.
pub(super) fn purpose(tokens: &[Token], pieces: &[Piece], range: &Range<usize>, knowledge: &Knowledge) -> Option<u8> {
    let from = pieces.partition_point(|piece| piece.at() + PURPOSE < range.start);
    let near = pieces[from..].iter().take_while(|piece| piece.at() < range.end + PURPOSE);
    let away = |at: usize| {
        let between = if at < range.start { at..range.start } else { range.end..at };
        let commas =
            tokens.get(between.clone()).unwrap_or_default().iter().filter(|token| token.class.is_comma()).count();
        between.len() + COMMA * commas
    };
    let told = near.filter_map(|piece| Some((away(piece.at()), knowledge.purpose(piece.stem)?)));
    let led = tokens[range.start.saturating_sub(LED)..range.end].iter().any(|token| knowledge.is_lasting(token.word));
    let (away, purpose) = told.min()?;
    (away <= if led { PURPOSE } else { BESIDE }).then_some(purpose)
}

/// So many words before a size the word may stand that leads to it: «عمقه نحو 18.5 كيلومترا».
const SIZED: usize = 3;

/// The size that a number tells, or what it counts, where a report mostly tells it once.
pub(super) fn size(
    tokens: &[Token],
    pieces: &[Piece],
    range: &Range<usize>,
    (noun, unit): (Option<Word>, Option<Unit>),
    knowledge: &Knowledge,
) -> Option<u8> {
    if let Some(counted) = noun.and_then(|noun| knowledge.sole(noun)) {
        // «مؤلف من 24 طابقا», but «أتت النيران على 3 طوابق»
        let of_it = range.start.checked_sub(1).is_some_and(|before| knowledge.is_of(tokens[before].word));
        return Some(counted).filter(|_| of_it);
    }
    unit?;
    let near = pieces[..pieces.partition_point(|piece| piece.at() < range.start)].iter().rev();
    let mut near = near.take_while(|piece| piece.at() + SIZED >= range.start);
    let led = near.find(|piece| knowledge.size(piece.stem).is_some())?;
    let parted = tokens[led.at()..range.start].iter().any(|token| !token.is_word() && !token.is_mark('('));
    knowledge.size(led.stem).filter(|_| !parted)
}

/// Whether a length of time lies ahead or behind, where it says so: «السنوات العشر المقبلة».
pub(super) fn ahead(tokens: &[Token], knowledge: &Knowledge) -> Option<bool> {
    tokens.iter().rev().find_map(|token| knowledge.is_ahead(token.word))
}

/// How many words after a number the time may stand in which it came about.
const COURSE: usize = 6;

/// The figure that tells in what time a number came about: «فقدوا 14% من وزنهم بعد 36 أسبوعا».
pub(super) fn course(
    tokens: &[Token],
    sentence: &Sentence,
    range: &Range<usize>,
    figures: &[Figure],
    knowledge: &Knowledge,
) -> Option<usize> {
    let mut after = sentence.figures.iter().filter(|(_, other)| other.start >= range.end);
    let (length, at) = after.next().filter(|(other, _)| figures[*other].kind() == Kind::Duration)?;
    let (words, breaks) = sentence.between(range.end..at.start)?;
    let led = at.start.checked_sub(1).is_some_and(|before| knowledge.is_course(tokens[before].word));
    (led && words <= COURSE && breaks == 0).then_some(*length)
}

/// How many words before a figure the hour may stand that it is a part of.
const CLOCK: usize = 4;

/// Whether the figure is the minutes of a time of the day.
pub(super) fn is_clock(tokens: &[Token], range: &Range<usize>, knowledge: &Knowledge) -> bool {
    let before = &tokens[range.start.saturating_sub(CLOCK)..range.start];
    before.iter().any(|token| knowledge.is_clock(token.word))
}

#[cfg(test)]
mod tests {
    use super::super::{Frame, Outline, outline_of};
    use crate::align::knowledge::Knowledge;
    use crate::figure::Kind;
    use crate::text::Word;

    fn read(text: &str) -> (Outline, usize) {
        let (outline, figures) = outline_of(text);
        let at = figures.iter().position(|figure| figure.kind() == Kind::Duration).expect("a length");
        (outline, at)
    }

    fn of<T>(text: &str, what: impl Fn(&Frame) -> T) -> T {
        let (outline, at) = read(text);
        what(&outline.frames[at])
    }

    #[test]
    fn an_age_is_of_the_name_before_it() {
        let root = |name: &str| Knowledge::builtin().stem(Word::of(name)).root;
        for (text, name) in [
            ("قال الصياد برقاوش (41 عاما) إن البحر هاج.", Some("برقاوش")),
            ("قال الصياد برقاوش، 41 عاما، إن البحر هاج.", Some("برقاوش")),
            ("قال الصياد برقاوش البالغ من العمر 41 عاما إن البحر هاج.", Some("برقاوش")),
            ("قال شقيق برقاوش (41 عاما) إن البحر هاج.", None),
            ("قال أحد الصيادين برقاوش (41 عاما) إن البحر هاج.", Some("برقاوش")),
            ("قال أحد أقارب الصياد برقاوش البالغ من العمر 41 عاما إن البحر هاج.", None),
            ("قال الرجل البالغ من العمر 41 عاما إن البحر هاج.", None),
            ("عمل برقاوش 41 عاما في البحر.", None),
        ] {
            assert_eq!(of(text, |frame| frame.named).map(|named| named.root), name.map(root), "{text}");
        }
        for (text, age) in [
            ("قال الصياد برقاوش (41 عاما) إن البحر هاج.", true),
            ("عمري 41 عاما ولم أر مثل هذا.", true),
            ("توفي الصياد برقاوش عن 41 عاما.", true),
            ("توقف الصيد في البحر عن 41 عاما.", false),
            ("عمل برقاوش 41 عاما في البحر.", false),
            ("عمل برقاوش، 41 عاما في البحر.", false),
            ("طبقات من الجليد عمرها 41 ألف عام في البحر.", false),
        ] {
            assert_eq!(of(text, |frame| frame.age), age, "{text}");
        }
    }

    #[test]
    fn a_number_came_about_in_the_time_after_it() {
        for (text, told) in [
            ("فقد المرضى 14% من وزنهم في المتوسط بعد 36 أسبوعا.", true),
            ("فقد المرضى 14% من وزنهم خلال 36 أسبوعا.", true),
            ("فقد المرضى 14% من وزنهم، وغادروا بعد 36 أسبوعا.", false),
            ("فقد المرضى 14% من وزنهم عن 36 أسبوعا.", false),
            ("فقد المرضى 14% و16% من وزنهم بعد 36 أسبوعا.", false),
        ] {
            let (outline, _) = outline_of(text);
            assert_eq!(outline.frames[0].course.is_some(), told, "{text}");
        }
    }

    #[test]
    fn lengths_lie_ahead_or_behind() {
        for (text, ahead) in [
            ("يزرع المجلس الغابة في السنوات العشر المقبلة.", Some(true)),
            ("زرع المجلس الغابة في السنوات العشر الماضية.", Some(false)),
            ("زرع المجلس الغابة في عشر سنوات.", None),
        ] {
            assert_eq!(of(text, |frame| frame.ahead), ahead, "{text}");
        }
    }
}
