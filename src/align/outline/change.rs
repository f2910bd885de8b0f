//! Changes: the rise or the fall that a figure is the size of, and the marks that a price sets.
//! Not here: what else the words around a figure say (`frame/`).

use super::Piece;
use super::frame::{REACH, Source};
use super::sentence::Sentence;
use crate::align::knowledge::MeasureId;
use crate::align::reading::Token;
use crate::figure::{Figure, Kind};
use crate::text::Word;
use std::ops::Range;
use std::sync::LazyLock;

/// So many tokens before the number by which something changed the word of change stands.
const CHANGED: usize = 6;
static BY: LazyLock<Word> = LazyLock::new(|| Word::of("ب"));

/// How many words after it a price may be said to be a day's highest: «75 دولارا، وهو أعلى مستوى».
const MARK: usize = 5;
/// So many words before a number say that it is a level: «إلى نحو 3%».
const LEVEL: usize = 2;

impl Source<'_> {
    /// The change that stands before its size, and before no other figure, with the word that says what has changed:
    /// «نما الاقتصاد بنسبة 3.5%», but not «نما إلى 3.5%».
    pub fn turn(&self, sentence: &Sentence, range: &Range<usize>) -> Option<(MeasureId, Word)> {
        let Source { page, outline, figures, knowledge, .. } = *self;
        let others = sentence.figures.iter().filter(|(other, _)| figures[*other].kind() != Kind::Date);
        let before = others.map(|(_, other)| other.end).take_while(|end| *end <= range.start).last();
        let from = range.start.saturating_sub(REACH).max(before.unwrap_or(0));
        let beside = &page.tokens(sentence)[from.max(range.start.saturating_sub(LEVEL))..range.start];
        if sentence.is_of_market || beside.iter().any(|token| knowledge.is_level(token.word)) {
            return None;
        }
        let pieces = &outline.pieces[sentence.pieces.clone()];
        let near = (0..).zip(pieces).filter(|(_, piece)| (from..range.end).contains(&piece.at()));
        let is_change = |measure: &MeasureId| knowledge.measures[usize::from(*measure)].is_change;
        let mut changes = near.filter_map(|(at, piece)| Some((at, piece.measure.filter(is_change)?)));
        let (at, change) = changes.next()?;
        let word = |piece: &&Piece| piece.figure.is_none() && piece.at() < range.start;
        let mover = pieces.get(at + 1).filter(word).or_else(|| pieces.get(at.checked_sub(1)?).filter(word))?;
        let mover = outline.terms[mover.term as usize].term.word()?;
        changes.all(|(_, other)| other == change).then_some((change, mover))
    }

    /// Whether a word of change and «ب» say that it is by how much something changed: «رفعت طاقتها بنحو 40 ألف طن».
    pub fn is_by(&self, sentence: &Sentence, range: &Range<usize>, figure: &Figure) -> bool {
        let Source { page, outline, knowledge, .. } = *self;
        let tokens = page.tokens(sentence);
        let joined = |token: &Token| token.span.start < figure.span.start && token.word.starts_with(*BY);
        let led = || range.start.checked_sub(1).is_some_and(|before| knowledge.is_by(tokens[before].word));
        if !tokens.get(range.start).is_some_and(joined) && !led() {
            return false;
        }
        let near = range.start.saturating_sub(CHANGED)..range.start;
        let is_change = |id: MeasureId| knowledge.measures[usize::from(id)].is_change;
        let told = |piece: &Piece| near.contains(&piece.at()) && piece.measure.is_some_and(is_change);
        let unbroken = |piece: &Piece| sentence.between(piece.at()..range.start).is_some_and(|(_, breaks)| breaks == 0);
        outline.pieces[sentence.pieces.clone()].iter().any(|piece| told(piece) && unbroken(piece))
    }

    /// Whether the words right beside a figure say that it is the highest, the lowest or the last of a day.
    pub fn marks(&self, sentence: &Sentence, range: &Range<usize>) -> bool {
        let tokens = self.page.tokens(sentence);
        let others = || sentence.figures.iter().filter(|(other, _)| self.figures[*other].kind() != Kind::Date);
        let before = others().map(|(_, other)| other.end).take_while(|end| *end <= range.start).last();
        let after = others().map(|(_, other)| other.start).find(|start| *start >= range.end);
        let from = range.start.saturating_sub(REACH).max(before.unwrap_or(0));
        let near = from..(range.end + MARK).min(after.unwrap_or(tokens.len()));
        tokens[near].iter().any(|token| self.knowledge.is_mark(token.word))
    }
}

#[cfg(test)]
mod tests {
    use super::super::frame::tests::read;
    use crate::align::knowledge::Knowledge;
    use crate::figure::Kind;

    #[test]
    fn a_price_is_the_mark_of_a_day_where_the_words_beside_it_say_so() {
        for (text, marks) in [
            ("قفز سعر الخام الثلاثاء إلى 75.27 دولار للبرميل، وهو أعلى مستوى منذ عامين.", true),
            ("أغلق مؤشر سوق الواحة يوم الأحد عند 7312 نقطة.", true),
            ("بلغ سعر الخام الثلاثاء 75.27 دولار للبرميل في تعاملات الصباح.", false),
            ("أغلق الخام عند 71.5 دولار للبرميل ثم بلغ 75.27 دولار للبرميل.", false),
            ("قفز عدد الزوار الثلاثاء إلى 7312 زائرا، وهو أعلى مستوى منذ عامين.", false),
        ] {
            let (outline, kinds) = read(text);
            let at = kinds.iter().rposition(|kind| matches!(kind, Kind::Money | Kind::Count)).expect("a number");
            assert_eq!(outline.frames[at].marks, marks, "{text}");
        }
    }

    #[test]
    fn by_how_much_something_changed_is_told_with_a_preposition() {
        for (text, by) in [
            ("رفعت الشركة طاقة المصفاة بـ40 ألف برميل يوميا.", true),
            ("رفعت الشركة طاقة المصفاة بنحو 40 ألف برميل يوميا.", true),
            ("زاد إنتاج المصفاة بمقدار 40 ألف برميل يوميا.", true),
            ("تراجع إنتاج المصفاة بأربعين ألف برميل يوميا.", true),
            ("رفعت الشركة طاقة المصفاة إلى 40 ألف برميل يوميا.", false),
            ("فازت الشركة بـ40 ألف برميل يوميا.", false),
            ("زاد إنتاج المصفاة، وفازت بـ40 ألف برميل يوميا.", false),
        ] {
            let (outline, kinds) = read(text);
            let at = kinds.iter().position(|kind| *kind == Kind::Count).expect("a number");
            assert_eq!(outline.frames[at].by, by, "{text}");
        }
    }

    #[test]
    fn a_size_is_of_the_change_before_it() {
        let knowledge = Knowledge::builtin();
        for (text, turn) in [
            ("نما اقتصاد الواحة بنسبة 3.5% هذا العام.", Some("rise")),
            ("انكمش اقتصاد الواحة بنسبة 3.5% هذا العام.", Some("fall")),
            ("ارتفعت صادرات الواحة 250 مليون دولار.", Some("rise")),
            ("ارتفع عجز الواحة إلى 3.5% هذا العام.", None),
            ("تراجع نمو اقتصاد الواحة بنسبة 3.5%.", None),
            ("ارتفع خام الواحة 3.5% للبرميل.", None),
            ("بلغت حصة الواحة 3.5%.", None),
        ] {
            let (outline, kinds) = read(text);
            let at = kinds.iter().position(|kind| matches!(kind, Kind::Percent | Kind::Money)).expect("a size");
            let found = outline.frames[at].turn.map(|(id, _)| knowledge.measures[usize::from(id)].id.as_str());
            assert_eq!(found, turn, "{text}");
        }
    }
}
