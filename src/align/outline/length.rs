//! Lengths: what the text says of a length of time beside its value: whether it is somebody's age, lies ahead or
//! behind, or is the time of the day.
//! Not here: the rest of a frame (`frame/`).

use super::Piece;
use super::frame::Source;
use super::sentence::{NAME, Sentence, around};
use crate::align::knowledge::Knowledge;
use crate::align::reading::Token;
use crate::align::term::sound;
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
    apart || before.iter().any(|token| knowledge.is_age(token.word))
}

/// Whose age it is, as far as the words right before it name somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// The root of the last name.
    pub root: Word,
    /// The last name, without article.
    last: Word,
    /// The word right before it.
    first: Option<Word>,
    /// Few texts have it, so that it is a name and nothing else.
    pub rare: bool,
}

/// From so many letters on a name with another letter in it may be that name in another spelling.
const SPELLED: usize = 5;

impl Named {
    /// Whether both are one name: «المرجاني» and «مرجاني»; «بدر لوبيتز» and «بدر لوبيتس» too, of one first name.
    pub fn is_like(&self, other: &Named) -> bool {
        let (a, b) = (self.last, other.last);
        let other_letters = || (0..a.len()).filter(|at| a.code(*at) != b.code(*at)).count();
        let spelled = || a.len() == b.len() && a.len() >= SPELLED && other_letters() == 1 || sound(a) == sound(b);
        let of_one_first = self.first.is_some() && self.first == other.first;
        // Many words are of one root that is none of theirs: «ماماني», «أمن».
        a == b || self.rare && other.rare && self.root == other.root || of_one_first && spelled()
    }
}

/// The name right before an age: a word that nobody counts, and not that of another whose kin is meant.
pub(super) fn named(source: &Source<'_>, tokens: &[Token], pieces: &[Piece], range: &Range<usize>) -> Option<Named> {
    let Source { outline, knowledge, lexicon, .. } = *source;
    let (before, ..) = around(pieces, range);
    let last = before.iter().rev().find(|piece| !knowledge.is_age(tokens[piece.at()].word));
    let last = last.filter(|piece| piece.figure.is_none())?;
    let known = outline.terms[last.term as usize];
    // «شقيق مرجان برقاوش»
    let kin = || tokens[last.at().saturating_sub(NAMES)..last.at()].iter().any(|token| knowledge.is_kin(token.word));
    let root = known.term.word().filter(|_| !kin())?;
    let rare = known.rate < NAME;
    let bare = knowledge.bare(tokens[last.at()].word);
    // «الرجل (41 عاما)»
    if !rare && (bare.len() < SHORTEST || lexicon.is_noun(bare)) {
        return None;
    }
    let first = last.at().checked_sub(1).map(|at| &tokens[at]).filter(|token| token.is_word());
    Some(Named { root, last: bare, first: first.map(|token| token.word), rare })
}

/// No name that others bear too has fewer letters.
const SHORTEST: usize = 3;

/// How many names may stand between whose kin is meant and the last of them.
const NAMES: usize = 2;

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
            ("عمل برقاوش 41 عاما في البحر.", false),
            ("عمل برقاوش، 41 عاما في البحر.", false),
            ("طبقات من الجليد عمرها 41 ألف عام في البحر.", false),
        ] {
            assert_eq!(of(text, |frame| frame.age), age, "{text}");
        }
    }

    #[test]
    fn a_name_is_spelled_in_several_ways() {
        let named = |name: &str| of(&format!("قال الصياد {name} (41 عاما) إن البحر هاج."), |frame| frame.named);
        for (a, b, like) in [
            ("برقاوش", "البرقاوش", true),
            ("أندرياس لوبيتز", "أندرياس لوبيتس", true),
            ("أندرياس لوبيتز", "ماركوس لوبيتس", false),
            ("أندرياس لوبيتز", "أندرياس كروغمان", false),
        ] {
            let (one, other) = (named(a).expect("a name"), named(b).expect("a name"));
            assert_eq!((one.is_like(&other), other.is_like(&one)), (like, like), "{a} {b}");
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
