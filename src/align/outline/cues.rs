//! Cues: the words around a figure, and how near each is.

use super::sentence::{BARE, Page, Sentence, is_headline};
use super::{Cue, Outline, Side};
use crate::figure::{Figure, Kind};
use std::ops::Range;

/// So many words are near a figure, mostly.
const USUAL: usize = 64;
/// How near the words of the sentence before are.
const BEFORE: f64 = 0.22;
/// How near the words of the heading above are.
const HEADING: f64 = 0.4;
/// How near the words of the sentence after a bare figure are.
const AFTER: f64 = 0.6;

/// The words around the figures of a document, figure by figure.
pub(super) struct Cues<'a> {
    page: &'a Page<'a>,
    outline: &'a Outline,
    figures: &'a [Figure],
    /// For each term the last figure that it was found near, and its place among the cues of that.
    found: Vec<(u32, u32)>,
    cues: Vec<Cue>,
    /// Those of all figures until now.
    pub all: Vec<Cue>,
    /// The cues by term: the term, and below it which cue it is.
    order: Vec<u64>,
    /// Of which figure they are, counted from one.
    figure: u32,
}

impl<'a> Cues<'a> {
    pub fn new(page: &'a Page<'a>, outline: &'a Outline, figures: &'a [Figure]) -> Cues<'a> {
        let found = vec![(0, 0); outline.terms.len()];
        Cues {
            page,
            outline,
            figures,
            found,
            cues: Vec::with_capacity(USUAL),
            all: Vec::new(),
            order: Vec::with_capacity(USUAL),
            figure: 0,
        }
    }

    /// Adds the words around a figure to those of all, by term, the nearest of each; gives where they stand.
    pub fn of(&mut self, line: usize, figure: usize, range: &Range<usize>) -> Range<usize> {
        let (page, outline, figures) = (self.page, self.outline, self.figures);
        let (sentence, kind) = (&page.sentences[line], figures[figure].kind());
        self.cues.clear();
        self.figure = figure as u32 + 1;
        let nearness = Nearness::new(sentence, range, kind, figures);
        for at in pieces_near(sentence, outline, range) {
            let piece = &outline.pieces[at];
            if piece.figure == Some(figure as u32) {
                continue;
            }
            let inside = range.contains(&piece.at()) && piece.figure.is_none();
            let near = if inside { 1.0 } else { nearness.of(piece.at()) };
            let side = match piece.at() {
                _ if inside => Side::Within,
                at if at < range.start => Side::Before,
                _ => Side::After,
            };
            self.push(at, near, side);
        }
        self.neighbours(line, range);
        self.order.clear();
        self.order.extend(self.cues.iter().zip(0..).map(|(cue, at)| u64::from(cue.term) << u32::BITS | at));
        self.order.sort_unstable();
        let from = self.all.len();
        self.all.extend(self.order.iter().map(|key| self.cues[*key as u32 as usize]));
        from..self.all.len()
    }

    /// Takes a word in, unless the figure has a nearer one of its term.
    fn push(&mut self, at: usize, near: f64, side: Side) {
        let piece = &self.outline.pieces[at];
        let cue = Cue { term: piece.term, piece: at as u32, near, side, echo: false };
        self.take(cue);
        if let Some(term) = piece.echo {
            self.take(Cue { term, echo: piece.echoes, ..cue });
        }
    }

    fn take(&mut self, cue: Cue) {
        let (figure, place) = &mut self.found[cue.term as usize];
        if *figure != self.figure {
            (*figure, *place) = (self.figure, self.cues.len() as u32);
            self.cues.push(cue);
        } else if cue.near > self.cues[*place as usize].near {
            self.cues[*place as usize] = cue;
        }
    }

    /// The words of the sentence before, of the heading above, or of the sentence after a bare figure.
    fn neighbours(&mut self, line: usize, range: &Range<usize>) {
        let (page, outline) = (self.page, self.outline);
        let sentence = &page.sentences[line];
        let words = |sentence: &Sentence| sentence.pieces.clone().filter(|at| outline.pieces[*at].figure.is_none());
        let own = words(sentence).filter(|at| !range.contains(&outline.pieces[*at].at())).take(BARE + 1).count();
        if own <= BARE
            && let Some(next) = page.sentences.get(line + 1)
        {
            words(next).for_each(|at| self.push(at, AFTER, Side::After));
        }
        let Some(before) = line.checked_sub(1).and_then(|at| page.sentences.get(at)) else { return };
        if line == 1 && is_headline(page) {
            return; // It is about everything.
        }
        if !sentence.opens {
            words(before).for_each(|at| self.push(at, BEFORE, Side::Before));
        } else if before.opens && before.figures.is_empty() && before.words <= 8 {
            words(before).for_each(|at| self.push(at, HEADING, Side::Before));
        }
    }
}

/// Whether a figure of the one kind takes the words beyond it from a figure of the other. When something was and how long
/// it lasts tells of what another figure counts: «سندات لأجل عام بقيمة 600 مليون يورو».
fn are_rivals(kind: Kind, other: Kind) -> bool {
    let of_time = |kind: Kind| matches!(kind, Kind::Date | Kind::Duration);
    kind == other || !of_time(kind) && !of_time(other)
}

/// What is left of nearness beyond no break, one, and two or more.
const BREAKS: [f64; 3] = [1.0, 0.8, 0.8 * 0.8];
/// As much, beyond figures.
const RIVALS: [f64; 3] = [1.0, 0.6, 0.6 * 0.6];

/// What is left of nearness beyond a few words.
const WORDS: [f64; 32] = {
    let mut near = [0.0; 32];
    let mut words = 0;
    while words < near.len() {
        near[words] = beyond(words as u32);
        words += 1;
    }
    near
};

const fn beyond(words: u32) -> f64 {
    1.0 / (1.0 + words.saturating_sub(1) as f64 / 5.0)
}

/// How near tokens are to a figure: by the words between, the clauses, and other figures of its kind.
struct Nearness<'a> {
    sentence: &'a Sentence,
    /// The tokens of the figure.
    range: &'a Range<usize>,
    /// Where the two nearest rivals before it begin, and where those after it end; more weigh no more.
    before: [usize; 2],
    after: [usize; 2],
}

impl<'a> Nearness<'a> {
    fn new(sentence: &'a Sentence, range: &'a Range<usize>, kind: Kind, figures: &[Figure]) -> Nearness<'a> {
        let is_rival = |(other, _): &&(usize, Range<usize>)| are_rivals(kind, figures[*other].kind());
        // The figures stand in order.
        let all = sentence.figures.as_slice();
        let before = all[..all.partition_point(|(_, other)| other.end <= range.start)].iter().rev();
        let after = all[all.partition_point(|(_, other)| other.start < range.end)..].iter();
        let before = before.take_while(|(_, other)| other.start + NEAR > range.start);
        let after = after.take_while(|(_, other)| other.end < range.end + NEAR);
        let mut begin = before.filter(is_rival).map(|(_, other)| other.start);
        let mut end = after.filter(is_rival).map(|(_, other)| other.end);
        Nearness {
            sentence,
            range,
            before: [(); 2].map(|()| begin.next().unwrap_or(0)),
            after: [(); 2].map(|()| end.next().unwrap_or(usize::MAX)),
        }
    }

    fn of(&self, at: usize) -> f64 {
        let Nearness { sentence, range, before, after } = self;
        let (between, rivals) = if at < range.start {
            (at + 1..range.start, before.iter().filter(|begin| **begin > at).count())
        } else {
            (range.end..at, after.iter().filter(|end| **end <= at).count())
        };
        let (from, to) = (sentence.before[between.start], sentence.before[between.end]);
        let (words, breaks) = (to.0 - from.0, to.1 - from.1);
        let distance = WORDS.get(words as usize).copied().unwrap_or_else(|| beyond(words));
        distance * BREAKS[breaks.min(2) as usize] * RIVALS[rivals]
    }
}

/// How many tokens away a word may stand and still be near: no sentence of a writer is much longer.
const NEAR: usize = 150;

/// The pieces of a sentence that stand about a figure.
fn pieces_near(sentence: &Sentence, outline: &Outline, range: &Range<usize>) -> Range<usize> {
    let pieces = &outline.pieces[sentence.pieces.clone()];
    let from = pieces.partition_point(|piece| piece.at() + NEAR < range.start);
    let to = pieces.partition_point(|piece| piece.at() < range.end + NEAR);
    sentence.pieces.start + from..sentence.pieces.start + to
}

#[cfg(test)]
mod tests {
    use super::super::outline_of;
    use super::*;

    #[test]
    fn a_figure_takes_the_words_beyond_it_but_from_what_is_told_of_time() {
        let near = |text: &str, kind: Kind| {
            let (outline, figures) = outline_of(text);
            let at = figures.iter().rposition(|figure| figure.kind() == kind).expect("a figure");
            let cues = outline.cues(&outline.frames[at]).iter();
            let mut found = cues.filter(|cue| outline.piece(cue).span.slice(text) == "صكوكا");
            found.next().map(|cue| cue.near).expect("a word near it")
        };
        let lasting = near("تطرح مرجان صكوكا لأجل عامين بقيمة 600 مليون يورو.", Kind::Money);
        let dated = near("تطرح مرجان صكوكا في مايو 2025 بقيمة 600 مليون يورو.", Kind::Money);
        let paying = near("تطرح مرجان صكوكا بعائد ثابت قدره 5% بقيمة 600 مليون يورو.", Kind::Money);
        assert!(lasting >= 0.5 && dated >= 0.5, "{lasting} {dated}");
        assert!(paying < 0.5, "{paying}");
        let length = near("تطرح مرجان صكوكا بقيمة 600 مليون يورو لأجل عامين.", Kind::Duration);
        assert!(length > near("تطرح مرجان صكوكا لأجل خمسة أعوام وأخرى لأجل عامين.", Kind::Duration), "{length}");
    }
}
