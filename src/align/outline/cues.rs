//! Cues: the words around a figure, and how near each is.

use super::frame::is_headline;
use super::sentence::{BARE, Piece, Sentence};
use super::{Cue, Side};
use crate::figure::{Figure, Kind, Span};
use std::ops::Range;

/// How near the words of the sentence before are.
const BEFORE: f64 = 0.22;
/// How near the words of the heading above are.
const HEADING: f64 = 0.4;
/// How near the words of the sentence after a bare figure are.
const AFTER: f64 = 0.6;

/// The words around a figure, by term; the nearest of each.
pub(super) fn cues(
    sentences: &[(Sentence, Span)],
    line: usize,
    figure: usize,
    range: &Range<usize>,
    figures: &[Figure],
) -> Vec<Cue> {
    let (sentence, kind) = (&sentences[line].0, figures[figure].kind());
    let mut cues: Vec<Cue> = Vec::new();
    for piece in pieces_near(sentence, range) {
        if piece.figure == Some(figure) {
            continue;
        }
        let inside = range.contains(&piece.at) && piece.figure.is_none();
        let near = if inside { 1.0 } else { nearness(sentence, range, piece.at, kind, figures) };
        let side = match piece.at {
            _ if inside => Side::Within,
            at if at < range.start => Side::Before,
            _ => Side::After,
        };
        push_cue(&mut cues, piece, near, side);
    }
    neighbours(sentences, line, range, &mut cues);
    cues.sort_by(|a, b| a.term.cmp(&b.term).then(b.near.total_cmp(&a.near)));
    cues.dedup_by(|later, first| later.term == first.term);
    cues
}

fn push_cue(cues: &mut Vec<Cue>, piece: &Piece, near: f64, side: Side) {
    let cue = Cue { term: piece.term, stem: piece.stem.stem, near, span: piece.span, side, echo: false };
    cues.push(cue);
    if let Some(term) = piece.echo {
        // A name in Latin letters is met by its sound; an Arabic one only answers it.
        let latin = piece.stem.stem == piece.word && piece.stem.root == piece.word;
        cues.push(Cue { term, echo: !latin, ..cue });
    }
}

/// Whether a figure of the one kind takes the words beyond it from a figure of the other.
fn are_rivals(kind: Kind, other: Kind) -> bool {
    kind == other || (kind != Kind::Date && other != Kind::Date)
}

/// How near a token is to a figure: by the words between, the clauses, and other figures of its kind.
fn nearness(sentence: &Sentence, range: &Range<usize>, at: usize, kind: Kind, figures: &[Figure]) -> f64 {
    let between = if at < range.start { at + 1..range.start } else { range.end..at };
    let (from, to) = (sentence.before[between.start], sentence.before[between.end]);
    let (words, breaks) = (to.0 - from.0, to.1 - from.1);
    // The figures stand in order, and more than two weigh no more than two.
    let first = sentence.figures.partition_point(|(_, range)| range.start < between.start);
    let inside = sentence.figures[first..].iter().take_while(|(_, range)| range.end <= between.end);
    let rivals = inside.filter(|(other, _)| are_rivals(kind, figures[*other].kind())).take(2).count();
    let distance = 1.0 / (1.0 + words.saturating_sub(1) as f64 / 5.0);
    distance * 0.8_f64.powi(breaks.min(2) as i32) * 0.6_f64.powi(rivals as i32)
}

/// How many tokens away a word may stand and still be near: no sentence of a writer is much longer.
const NEAR: usize = 150;

/// The pieces of a sentence that stand about a figure.
fn pieces_near<'a>(sentence: &'a Sentence, range: &Range<usize>) -> &'a [Piece] {
    let from = sentence.pieces.partition_point(|piece| piece.at + NEAR < range.start);
    let to = sentence.pieces.partition_point(|piece| piece.at < range.end + NEAR);
    &sentence.pieces[from..to]
}

/// The words of the sentence before, of the heading above, or of the sentence after a bare figure.
fn neighbours(sentences: &[(Sentence, Span)], line: usize, range: &Range<usize>, cues: &mut Vec<Cue>) {
    let sentence = &sentences[line].0;
    let mut add = |other: &Sentence, near: f64, side: Side| {
        other.pieces.iter().filter(|piece| piece.figure.is_none()).for_each(|piece| push_cue(cues, piece, near, side));
    };
    let own = sentence.pieces.iter().filter(|piece| piece.figure.is_none() && !range.contains(&piece.at)).count();
    if own <= BARE
        && let Some((next, _)) = sentences.get(line + 1)
    {
        add(next, AFTER, Side::After);
    }
    let Some((before, _)) = line.checked_sub(1).and_then(|at| sentences.get(at)) else { return };
    if line == 1 && is_headline(sentences) {
        return; // It is about everything.
    }
    if !sentence.opens {
        add(before, BEFORE, Side::Before);
    } else if before.opens && before.figures.is_empty() && before.words <= 8 {
        add(before, HEADING, Side::Before);
    }
}
