//! Candidates: which figures of a story share a telling term, so that only they are held against each other.
//! Not here: what is made of a pair (`claims.rs`).

use super::outline::Outline;
use super::term::Term;
use crate::figure::Kind;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The figures of a story by the terms near them: for each term and kind of figure a list, in order.
pub(super) struct Candidates {
    /// The lists, one after another.
    lists: Vec<u32>,
    /// Where each list lies.
    ranges: Vec<Range<usize>>,
    /// The lists of each figure, one figure after another.
    of_figures: Vec<u32>,
    /// Where those of each figure end.
    ends: Vec<usize>,
}

/// So many kinds of figures are told apart.
const KINDS: usize = 6;

impl Candidates {
    /// The lists of figures, each given by its document, its index there and its kind; in the order of the documents.
    pub fn of(figures: impl Iterator<Item = (usize, usize, Kind)>, outlines: &[Outline]) -> Candidates {
        let mut ids: FxHashMap<Term, u32> = FxHashMap::default();
        // For each term of the document at hand its number among those of all.
        let mut known: Vec<u32> = Vec::new();
        let mut of = usize::MAX;
        let (mut of_figures, mut ends) = (Vec::new(), Vec::new());
        for (document, figure, kind) in figures {
            let outline = &outlines[document];
            if of != document {
                of = document;
                known.clear();
                known.resize(outline.terms.len(), u32::MAX);
            }
            for cue in &outline.frames[figure].cues {
                let id = &mut known[cue.term as usize];
                if *id == u32::MAX {
                    let next = ids.len() as u32;
                    *id = *ids.entry(outline.known(cue).term).or_insert(next);
                }
                of_figures.push(*id * KINDS as u32 + kind as u32);
            }
            ends.push(of_figures.len());
        }
        let mut starts = vec![0; ids.len() * KINDS + 1];
        of_figures.iter().for_each(|list| starts[*list as usize + 1] += 1);
        for list in 1..starts.len() {
            starts[list] += starts[list - 1];
        }
        let mut lists = vec![0; of_figures.len()];
        let mut ranges: Vec<Range<usize>> = starts[..starts.len() - 1].iter().map(|start| *start..*start).collect();
        let mut at = 0;
        for (figure, end) in ends.iter().enumerate() {
            for list in &of_figures[at..*end] {
                let range = &mut ranges[*list as usize];
                lists[range.end] = figure as u32;
                range.end += 1;
            }
            at = *end;
        }
        Candidates { lists, ranges, of_figures, ends }
    }

    /// Leaves of each list that is longer than `most` those figures that `few` gives of it; none if they are still too
    /// many.
    pub fn shorten(&mut self, most: usize, mut few: impl FnMut(&[u32]) -> Vec<u32>) {
        for range in self.ranges.iter_mut().filter(|range| range.len() > most) {
            let mut kept = few(&self.lists[range.clone()]);
            kept.truncate(if kept.len() > most { 0 } else { kept.len() });
            range.end = range.start + kept.len();
            self.lists[range.clone()].copy_from_slice(&kept);
        }
    }

    /// Every pair that shares a list, once, in order: first those of the first figure.
    pub fn each_pair(mut self, mut take: impl FnMut(usize, usize)) {
        let mut last = vec![0; self.ends.len()];
        let mut partners: Vec<u32> = Vec::new();
        let mut at = 0;
        for (figure, end) in self.ends.iter().enumerate() {
            for list in &self.of_figures[at..*end] {
                // What stands before this figure has met it.
                let range = &mut self.ranges[*list as usize];
                while range.start < range.end && self.lists[range.start] < figure as u32 {
                    range.start += 1;
                }
                let [first, others @ ..] = &self.lists[range.clone()] else { continue };
                if *first == figure as u32 {
                    let new = |other: &&u32| std::mem::replace(&mut last[**other as usize], figure + 1) != figure + 1;
                    partners.extend(others.iter().filter(new));
                }
            }
            partners.sort_unstable();
            partners.drain(..).for_each(|other| take(figure, other as usize));
            at = *end;
        }
    }
}
