//! Candidates: which figures of a story share a telling term or the digits of a long number, so that only they are held
//! against each other.
//! Not here: what is made of a pair (`claims.rs`).

use super::outline::Outline;
use super::term::Term;
use crate::figure::Kind;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A figure of a story.
pub(super) struct Candidate {
    /// Its document among the story's.
    pub document: usize,
    /// Its index there.
    pub figure: usize,
    pub kind: Kind,
}

/// The figures of a story by the terms near them: for each term and kind of figure a list, in order.
pub(super) struct Candidates {
    /// The lists, one after another.
    lists: Vec<u32>,
    /// Where each list lies.
    ranges: Vec<Range<usize>>,
    /// The cues of each figure that one of another sentence may share, each with its list; one figure after another.
    of_figures: Vec<(u32, u32)>,
    /// Where those of each figure end.
    ends: Vec<usize>,
    /// For each figure the first after it that stands in another sentence.
    beyond: Vec<u32>,
}

/// So many kinds of figures are told apart: `Ratio` is the last.
const KINDS: usize = Kind::Ratio as usize + 1;

/// In place of a number.
const NONE: u32 = u32::MAX;
/// In place of a cue, where digits are shared.
const NO_CUE: u32 = u32::MAX;

impl Candidates {
    /// The lists of figures, which come in the order of the documents.
    pub fn of(figures: &[Candidate], outlines: &[Outline]) -> Candidates {
        // Within one document the places of terms tell them apart.
        let alone = outlines.len() == 1;
        let mut listing = Listing::default();
        // For each term of the document at hand its number among those of all.
        let mut known: Vec<u32> = Vec::new();
        let mut of = usize::MAX;
        let cues = |one: &Candidate| outlines[one.document].cues(&outlines[one.document].frames[one.figure]);
        let mut of_figures = Vec::with_capacity(figures.iter().map(|one| cues(one).len()).sum());
        let mut ends = Vec::with_capacity(figures.len());
        for candidate in figures {
            let outline = &outlines[candidate.document];
            if of != candidate.document {
                of = candidate.document;
                known.clear();
                known.resize(outline.terms.len(), NONE);
            }
            for cue in cues(candidate) {
                let id = &mut known[cue.term as usize];
                if *id == NONE {
                    *id = if alone { listing.new_id() } else { listing.id(outline.known(cue).term) };
                }
                of_figures.push(listing.list(*id, candidate.kind));
            }
            // Long numbers of the same digits are no chance, whatever words are near.
            let frame = &outline.frames[candidate.figure];
            if let Some(digits) = frame.ready.mixed_digits().filter(|_| !alone && !frame.wavers) {
                let id = listing.id(Term::digits(digits));
                of_figures.push(listing.list_of_digits(id, candidate.kind));
            }
            ends.push(of_figures.len());
        }
        let (lists, ranges) = lists(&of_figures, &ends, listing.of_digits.len());
        let beyond = beyond(figures, outlines);
        let is_shared = |list: &Range<usize>| match &lists[list.clone()] {
            [first, .., last] => beyond[*first as usize] <= *last,
            _ => false,
        };
        let are_shared: Vec<bool> = ranges.iter().map(is_shared).collect();
        let (of_figures, ends) = shared(&of_figures, &ends, &are_shared, &listing.of_digits);
        Candidates { lists, ranges, of_figures, ends, beyond }
    }

    /// Leaves of each list that is longer than `most` those figures that `is_kept` wants, asked in order for each list
    /// by its number; none if they are still too many.
    pub fn shorten(&mut self, most: usize, mut is_kept: impl FnMut(usize, usize) -> bool) {
        for (number, range) in self.ranges.iter_mut().enumerate().filter(|(_, range)| range.len() > most) {
            let mut end = range.start;
            for at in range.clone() {
                if end - range.start <= most && is_kept(number, self.lists[at] as usize) {
                    self.lists[end] = self.lists[at];
                    end += 1;
                }
            }
            range.end = if end - range.start > most { range.start } else { end };
        }
    }

    /// Gives `take` every pair of two sentences that shares a list and has a relation, once, in order: first those of the
    /// first figure; with the cues of both that have one term, in order, also where their list was shortened.
    pub fn each_pair<R>(
        mut self,
        mut relate: impl FnMut(usize, usize) -> Option<R>,
        mut take: impl FnMut(usize, usize, R, &[(u32, u32)]),
    ) {
        // For each list the last figure of it, counted from one, and the cue of that.
        let mut cue_of: Vec<(u32, u32)> = vec![(0, 0); self.ranges.len()];
        let mut met: Vec<u32> = vec![0; self.ends.len()];
        let mut partners: Vec<u32> = Vec::new();
        let mut shared: Vec<(u32, u32)> = Vec::new();
        for figure in 0..self.ends.len() as u32 {
            let own = self.cues_of(figure);
            for (cue, list) in &self.of_figures[own] {
                cue_of[*list as usize] = (figure + 1, *cue);
                // What stands before this figure has met it.
                let range = &mut self.ranges[*list as usize];
                while range.start < range.end && self.lists[range.start] < figure {
                    range.start += 1;
                }
                let list = &self.lists[range.clone()];
                if list.first() == Some(&figure) {
                    let others = list.iter().skip_while(|other| **other < self.beyond[figure as usize]);
                    for other in others {
                        if std::mem::replace(&mut met[*other as usize], figure + 1) != figure + 1 {
                            partners.push(*other);
                        }
                    }
                }
            }
            partners.sort_unstable();
            for other in partners.drain(..) {
                let Some(relation) = relate(figure as usize, other as usize) else { continue };
                let cues = self.of_figures[self.cues_of(other)].iter();
                let both = cues.map(|(cue, list)| (cue_of[*list as usize], *cue));
                let both = both.filter(|((last, _), cue)| *last == figure + 1 && *cue != NO_CUE);
                shared.clear();
                shared.extend(both.map(|((_, own), cue)| (own, cue)));
                take(figure as usize, other as usize, relation, &shared);
            }
        }
    }

    /// Where the lists of a figure's cues stand.
    fn cues_of(&self, figure: u32) -> Range<usize> {
        let before = (figure as usize).checked_sub(1).map_or(0, |before| self.ends[before]);
        before..self.ends[figure as usize]
    }
}

/// The lists while they are found, by number.
#[derive(Default)]
struct Listing {
    ids: FxHashMap<Term, u32>,
    /// For each term its list of each kind of figure, where there is one.
    lists_of: Vec<[u32; KINDS]>,
    /// For each list whether its term is digits.
    of_digits: Vec<bool>,
}

impl Listing {
    /// The number of a term.
    fn id(&mut self, term: Term) -> u32 {
        let next = self.lists_of.len() as u32;
        let id = *self.ids.entry(term).or_insert(next);
        if id == next { self.new_id() } else { id }
    }

    /// The number of a term that is new.
    fn new_id(&mut self) -> u32 {
        self.lists_of.push([NONE; KINDS]);
        self.lists_of.len() as u32 - 1
    }

    /// The list of a term's figures of a kind.
    fn list(&mut self, id: u32, kind: Kind) -> u32 {
        let list = &mut self.lists_of[id as usize][kind as usize];
        if *list == NONE {
            *list = self.of_digits.len() as u32;
            self.of_digits.push(false);
        }
        *list
    }

    /// The same, where the term is digits.
    fn list_of_digits(&mut self, id: u32, kind: Kind) -> u32 {
        let list = self.list(id, kind);
        self.of_digits[list as usize] = true;
        list
    }
}

/// The figures of each list, list after list, and where each lies.
fn lists(of_figures: &[u32], ends: &[usize], count: usize) -> (Vec<u32>, Vec<Range<usize>>) {
    let mut ranges = vec![0..0; count];
    of_figures.iter().for_each(|list| ranges[*list as usize].end += 1);
    let mut start = 0;
    for range in &mut ranges {
        let len = range.end;
        *range = start..start;
        start += len;
    }
    let mut lists = vec![0; of_figures.len()];
    let mut at = 0;
    for (figure, end) in ends.iter().enumerate() {
        for list in &of_figures[at..*end] {
            let range = &mut ranges[*list as usize];
            lists[range.end] = figure as u32;
            range.end += 1;
        }
        at = *end;
    }
    (lists, ranges)
}

/// Those cues of each figure, by their places, whose lists are shared, and where those of each figure end. Digits are no
/// cue.
fn shared(
    of_figures: &[u32],
    ends: &[usize],
    are_shared: &[bool],
    of_digits: &[bool],
) -> (Vec<(u32, u32)>, Vec<usize>) {
    let is_shared = |list: u32| are_shared[list as usize];
    let mut shared = Vec::with_capacity(of_figures.iter().filter(|list| is_shared(**list)).count());
    let mut at = 0;
    let end = |end: &usize| {
        let cues = (0..).zip(&of_figures[at..*end]).filter(|(_, list)| is_shared(**list));
        shared.extend(cues.map(|(cue, list)| (if of_digits[*list as usize] { NO_CUE } else { cue }, *list)));
        at = *end;
        shared.len()
    };
    let ends = ends.iter().map(end).collect();
    (shared, ends)
}

/// For each figure the first after it that stands in another sentence.
fn beyond(figures: &[Candidate], outlines: &[Outline]) -> Vec<u32> {
    let place = |one: &Candidate| (one.document, outlines[one.document].frames[one.figure].line);
    let mut beyond = Vec::with_capacity(figures.len());
    for sentence in figures.chunk_by(|one, next| place(one) == place(next)) {
        let end = (beyond.len() + sentence.len()) as u32;
        beyond.extend(sentence.iter().map(|_| end));
    }
    beyond
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::outline::outline_of;

    /// The figures of some texts, and the outlines of these.
    fn story(texts: &[&str]) -> (Vec<Candidate>, Vec<Outline>) {
        let mut candidates = Vec::new();
        let mut outlines = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            let (outline, figures) = outline_of(text);
            let candidate =
                |(figure, of): (usize, &crate::figure::Figure)| Candidate { document: at, figure, kind: of.kind() };
            candidates.extend(figures.iter().enumerate().map(candidate));
            outlines.push(outline);
        }
        (candidates, outlines)
    }

    fn pairs(candidates: Candidates) -> Vec<(usize, usize, usize)> {
        let mut pairs = Vec::new();
        candidates.each_pair(|_, _| Some(()), |a, b, (), shared| pairs.push((a, b, shared.len())));
        pairs
    }

    #[test]
    fn figures_of_a_kind_meet_by_the_words_of_two_sentences() {
        let (figures, outlines) = story(&[
            "وقعت شركة مرجان صفقة بقيمة 5 ملايين دولار و3 ملايين دولار لاحقا.",
            "بلغت صفقة مرجان 7 ملايين دولار، بنسبة 12 في المئة.",
            "هطلت أمطار غزيرة فبلغت الأضرار 9 ملايين يورو.",
        ]);
        assert_eq!(figures.len(), 5);
        let found = pairs(Candidates::of(&figures, &outlines));
        let met: Vec<(usize, usize)> = found.iter().map(|(a, b, _)| (*a, *b)).collect();
        assert!(met.contains(&(0, 2)) && met.contains(&(1, 2)), "{met:?}");
        assert!(!met.contains(&(0, 1)) && !met.iter().any(|(a, b)| [*a, *b].contains(&3)), "{met:?}");
        assert!(found.iter().filter(|(_, b, _)| *b == 2).all(|(.., shared)| *shared >= 2), "{found:?}");
        assert!(met.is_sorted(), "{met:?}");
    }

    #[test]
    fn shared_words_are_those_that_both_have() {
        use crate::align::score::{Pair, shared_cues};
        let (figures, outlines) = story(&[
            "وقعت شركة مرجان صفقة بقيمة 5 ملايين دولار.\nوتعود الصفقة إلى 4 ملايين دولار.",
            "بلغت صفقة مرجان 7 ملايين دولار.",
        ]);
        let side =
            |at: usize| (&outlines[figures[at].document], &outlines[figures[at].document].frames[figures[at].figure]);
        let take = |a: usize, b: usize, (), shared: &[(u32, u32)]| {
            let one_document = figures[a].document == figures[b].document;
            let pair = Pair { a: side(a), b: side(b), one_document, kind: figures[a].kind };
            assert_eq!(shared_cues(&pair), shared, "{a} {b}");
        };
        Candidates::of(&figures, &outlines).each_pair(|_, _| Some(()), take);
    }

    #[test]
    fn figures_meet_by_synonyms() {
        for (second, met) in [("على الباخرة 45 كرتونة.", 1), ("على القارب 45 كرتونة.", 0)]
        {
            let (figures, outlines) = story(&["في السفينة 40 حاوية.", second]);
            assert_eq!(pairs(Candidates::of(&figures, &outlines)).len(), met, "{second}");
        }
    }

    #[test]
    fn long_numbers_of_the_same_digits_meet_without_a_word() {
        let met = |first: &str, second: &str| {
            let (figures, outlines) = story(&[first, second]);
            pairs(Candidates::of(&figures, &outlines))
        };
        assert_eq!(met("نزل 1,506,576 راكبا.", "وصعد 1,560,576 بحارا."), [(0, 1, 0)]);
        assert_eq!(met("نزل 1,506,576 راكبا.", "وصعد 15,605.76 بحارا."), [(0, 1, 0)]);
        for second in ["وصعد 1,560,577 بحارا.", "ودفعوا 1,560,576 ريالا."] {
            assert_eq!(met("نزل 1,506,576 راكبا.", second), [], "{second}");
        }
        assert_eq!(met("نزل 1,500 راكب.", "وصعد 5,100 بحار."), []);
        // Prices have many digits, and change.
        assert_eq!(met("أغلقت الأسهم على 1,506.57.", "وخسرت البورصة 1,560.57."), []);
    }

    #[test]
    fn long_lists_are_shortened_or_left_out() {
        let texts = ["صفقة مرجان بقيمة 5 ملايين دولار."; 6];
        let (figures, outlines) = story(&texts);
        let kept = |most: usize, wanted: &[usize]| {
            let mut candidates = Candidates::of(&figures, &outlines);
            candidates.shorten(most, |_, at| wanted.contains(&at));
            pairs(candidates)
        };
        let all = kept(6, &[]);
        assert_eq!(all.len(), 15);
        let some = |wanted: [(usize, usize); 3]| wanted.map(|(a, b)| (a, b, all[0].2));
        assert_eq!(kept(3, &[0, 2, 5]), some([(0, 2), (0, 5), (2, 5)]));
        assert_eq!(kept(3, &[0, 1, 2, 3]), []);
    }
}
