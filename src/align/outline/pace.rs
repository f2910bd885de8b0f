//! Paces: in how long it is as much as a figure says: «5 آلاف برميل يوميا», «300 ألف في الشهر».
//! Not here: the rest of a frame (`frame/`).

use crate::align::knowledge::{Knowledge, Pace};
use crate::align::reading::Token;
use crate::text::{Class, Word};
use smallvec::SmallVec;

/// How many words may stand between a figure and its pace: what it counts, and of what. More may tell of something else:
/// «250 عاملا لخط ينتج يوميا».
const COUNTED: usize = 1;
const OF: usize = COUNTED + 2;
/// A pace has at most so many words.
const LONGEST: usize = 2;

/// The pace of the figure that ends before token `end`, and where its words end, in bytes of the text.
pub(super) fn pace(tokens: &[Token], end: usize, knowledge: &Knowledge) -> Option<(Pace, usize)> {
    let after = tokens.get(end..)?;
    let words = after.iter().take(OF + LONGEST).take_while(|token| token.is_word()).map(|token| token.word);
    let words: SmallVec<[Word; OF + LONGEST]> = words.collect();
    let is_of = words.get(COUNTED).is_some_and(|word| knowledge.is_of(*word));
    let mut places = (0..=COUNTED).chain(is_of.then_some(OF)).take_while(|at| *at < words.len());
    let (at, (pace, count)) = places.find_map(|at| Some((at, knowledge.pace(&words[at..])?)))?;
    // «في اليوم الأول», «في العام 2018», «في اليوم نفسه» is one of them, not each.
    let one = |next: &Token| {
        next.class == Class::Digits || knowledge.is_definite(next.word) || knowledge.is_one_time(next.word)
    };
    let once = count > 1 && after.get(at + count).is_some_and(one);
    (!once).then(|| (pace, after[at + count - 1].span.end))
}

#[cfg(test)]
mod tests {
    use super::super::outline_of;
    use crate::lexicon::Relation;

    #[test]
    fn a_pace_stands_after_what_is_counted() {
        for (text, pace, told) in [
            ("يضخ الحقل 5 آلاف برميل يوميا.", Some(Relation::PerDay), "5 آلاف برميل يوميا"),
            ("يضخ الحقل 5 آلاف برميل من النفط في اليوم.", Some(Relation::PerDay), "5 آلاف برميل من النفط في اليوم"),
            ("يربح المصنع 300 ألف ريال كل شهر.", Some(Relation::PerMonth), "300 ألف ريال كل شهر"),
            ("دفع المصنع 300 ألف ريال رسوما سنوية.", None, ""),
            ("ربح المصنع 300 ألف ريال في اليوم الأول.", None, ""),
            ("ربح المصنع 300 ألف ريال في العام 2018.", None, ""),
            ("ربح المصنع 300 ألف ريال في اليوم نفسه.", None, ""),
            ("باع المصنع 300 علبة في اليوم قبل الأخير.", None, ""),
            ("وظف المصنع 30 عاملا لخط ينتج يوميا علبا.", None, ""),
            ("دفع المصنع 300 ألف ريال لدعم الخبز الذي يباع يوميا.", None, ""),
            ("ربح المصنع 300 ألف ريال، ويغلق يوميا.", None, ""),
            ("ربح المصنع 300 ألف ريال قال ذلك في الاجتماع السنوي.", None, ""),
        ] {
            let (outline, figures) = outline_of(text);
            let found = outline.frames[0].pace;
            assert_eq!(found.map(|(pace, _)| Relation::PER[usize::from(pace)]), pace, "{text}");
            if let Some((_, end)) = found {
                assert_eq!(&text[figures[0].span.start..end], told);
            }
        }
    }
}
