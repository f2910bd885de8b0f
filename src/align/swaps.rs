//! Swaps: two values of one sentence that another source tells of the same two things, the other way round.
//! Not here: two rows of numbers (`rows.rs`).

use super::compared::{Node, Story};
use super::outline::{Outline, Piece};
use super::term::Term;
use crate::figure::Kind;
use crate::text::Word;
use smallvec::SmallVec;

/// So many words before the first of two figures, and after the second, may say what they are of.
const REACH: usize = 3;
/// So many words stand between two figures at the most.
const BETWEEN: usize = 6;

/// The words before two figures that stand beside each other, between them, and after them.
type Labels = [SmallVec<[Word; 6]>; 3];

impl Story<'_> {
    /// Whether the sentences of both tell the values of both, of the same two things in the same order: «4 ملايين نقدا و7
    /// ملايين في صورة سندات», «7 ملايين تدفع نقدا و4 ملايين على شكل سندات».
    pub fn are_swapped(&self, a: &Node, b: &Node) -> bool {
        self.have_swapped(a, b, true)
    }

    /// Whether two equal values stand so in two sentences, each of another of the two things.
    pub fn are_crossed(&self, a: &Node, b: &Node) -> bool {
        self.have_swapped(a, b, false)
    }

    /// Whether each stands beside another figure, in one order or in the other, so that the two sentences tell the same
    /// values the other way round of what they call by the same words.
    fn have_swapped(&self, a: &Node, b: &Node, alike: bool) -> bool {
        if a.document == b.document || a.kind != b.kind || a.kind == Kind::Date {
            return false;
        }
        [true, false].into_iter().any(|next| {
            let (Some(p), Some(q)) = (self.beside(a, next), self.beside(b, next == alike)) else { return false };
            let ([one, other], turned) = (p.values(), q.values());
            let swapped = one != other && turned == [other, one] && !p.changes() && !q.changes();
            swapped && p.labels().zip(q.labels()).is_some_and(|(p, q)| are_of_two_things(&p, &q))
        })
    }

    /// A figure and the next one of its sentence, or the one before it and the figure itself.
    fn beside(&self, node: &Node, next: bool) -> Option<Two<'_>> {
        let (figure, outline) = (node.figure.figure, &self.outlines[node.document]);
        let first = if next { figure } else { figure.checked_sub(1)? };
        let line = |at: usize| outline.frames.get(at).map(|frame| frame.line);
        (line(first) == line(first + 1)).then_some(Two { outline, figures: [first, first + 1] })
    }
}

/// Two figures that stand beside each other in a sentence.
struct Two<'a> {
    outline: &'a Outline,
    figures: [usize; 2],
}

impl Two<'_> {
    fn values(&self) -> [Term; 2] {
        self.figures.map(|figure| self.outline.values[figure])
    }

    /// What rose from the one to the other may fall back.
    fn changes(&self) -> bool {
        self.figures.iter().any(|figure| self.outline.frames[*figure].change.is_some())
    }

    /// The words around them; none where too much stands between.
    fn labels(&self) -> Option<Labels> {
        let Two { outline, figures: [first, second] } = self;
        let line = outline.lines[outline.frames[*first].line].span;
        let from = outline.pieces.partition_point(|piece| piece.span.start < line.start);
        let to = outline.pieces.partition_point(|piece| piece.span.start < line.end);
        let pieces = &outline.pieces[from..to];
        let place = |figure: usize| pieces.iter().position(|piece| piece.figure == Some(figure as u32));
        let (first, second) = (place(*first)?, place(*second)?);
        let is_word = |piece: &&Piece| piece.figure.is_none();
        // «مقابل» stands between any two values.
        let word = |piece: &Piece| outline.terms[piece.term as usize].term.word().filter(|_| piece.part.is_none());
        let before = pieces[..first].iter().rev().take_while(is_word).take(REACH).filter_map(word).collect();
        let between: SmallVec<[Word; 6]> = pieces.get(first + 1..second)?.iter().filter_map(word).collect();
        let after = pieces[second + 1..].iter().take_while(is_word).take(REACH).filter_map(word).collect();
        (between.len() <= BETWEEN).then_some([before, between, after])
    }
}

/// Whether one word between the figures and another before or after them is the same in both sentences. A word that stands
/// elsewhere in the other tells that the two are told in another order: «5 للتعليم و3 للصحة», «للصحة 3 وللتعليم 5».
fn are_of_two_things(a: &Labels, b: &Labels) -> bool {
    let moved = |p: usize, q: usize| {
        a[p].iter().any(|word| b[q].contains(word) && !a[q].contains(word) && !b[p].contains(word))
    };
    if (0..3).any(|p| (0..3).any(|q| p != q && moved(p, q))) {
        return false;
    }
    let told = |place: usize| {
        let only = |word: &&Word| {
            let elsewhere = |labels: &Labels| (0..3).any(|other| other != place && labels[other].contains(word));
            b[place].contains(word) && !elsewhere(a) && !elsewhere(b)
        };
        a[place].iter().any(|word| only(&word))
    };
    told(1) && (told(0) || told(2))
}

#[cfg(test)]
mod tests {
    use super::super::parts::tests::differing;

    #[test]
    fn values_of_two_things_told_the_other_way_round_are_swapped() {
        let one = "تدفع شركة مرجان ثمن مصنع الواحة على قسمين، 14 مليون دولار نقدا و17 مليون دولار في صورة سندات.";
        let found = |other: &str| differing([one, other]).len();
        for (other, swapped) in [
            ("ثمن مصنع الواحة الذي اشترته شركة مرجان 17 مليون دولار تدفع نقدا و14 مليون دولار على شكل سندات.", 2),
            ("ثمن مصنع الواحة الذي اشترته شركة مرجان 14 مليون دولار تدفع نقدا و17 مليون دولار على شكل سندات.", 0),
            ("ثمن مصنع الواحة الذي اشترته شركة مرجان 17 مليون دولار على شكل سندات و14 مليون دولار نقدا.", 0),
            ("تدفع شركة مرجان ثمن مصنع الواحة سندات بقيمة 17 مليون دولار ونقدا بقيمة 14 مليون دولار.", 0),
            ("ثمن مصنع الواحة الذي اشترته شركة مرجان 17 مليون دولار مقابل 14 مليون دولار في صورة سندات.", 0),
        ] {
            assert_eq!(found(other), swapped, "{other}");
        }
    }

    #[test]
    fn what_is_told_in_another_order_is_not_swapped() {
        for texts in [
            [
                "تراجع إنتاج حقل مرجان من 50 ألف برميل يوميا إلى 30 ألف برميل يوميا بعد العطل.",
                "تراجع إنتاج حقل مرجان إلى 30 ألف برميل يوميا من 50 ألف برميل يوميا بعد العطل.",
            ],
            [
                "صوت 45 نائبا لصالح قرار ميناء الواحة و30 نائبا ضد القرار في جلسة المجلس.",
                "صوت 30 نائبا ضد قرار ميناء الواحة و45 نائبا لصالح القرار في جلسة المجلس.",
            ],
            [
                "خصصت بلدية الواحة 50 مليون درهم للتعليم و30 مليون درهم للصحة في الضفاف.",
                "خصصت بلدية الواحة للصحة 30 مليون درهم وللتعليم 50 مليون درهم في الضفاف.",
            ],
            [
                "ارتفع سهم مرجان من 30 جنيها عند الافتتاح إلى 35 جنيها عند نهاية التداول في بورصة الواحة.",
                "هبط سهم مرجان من 35 جنيها عند الافتتاح إلى 30 جنيها عند نهاية التداول في بورصة الواحة.",
            ],
            [
                "حصل مرجان في انتخابات الواحة على 55% من الأصوات مقابل 44% لمنافسه رقاوش.",
                "حصل رقاوش في انتخابات الواحة على 44% من الأصوات مقابل 55% لمنافسه.",
            ],
        ] {
            assert_eq!(differing(texts), [] as [[String; 2]; 0], "{texts:?}");
        }
    }
}
