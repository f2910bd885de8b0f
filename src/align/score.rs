//! Scores: how much the words that two figures share speak for their being about the same thing, in bits.
//! A shared word weighs as much as it is rare: in the two documents besides the two places compared, and
//! in the news at large.
//! Not here: reasons beside words, also those against (`reasons.rs`), and what the two values are to each other (`relation/`).

use super::outline::{Cue, Frame, Known, Outline};
use super::term::Term;
use crate::figure::{Kind, Span};
use smallvec::SmallVec;

/// Two figures' frames with the outlines they are from.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    /// One side's outline and frame.
    pub a: (&'a Outline, &'a Frame),
    /// The other's.
    pub b: (&'a Outline, &'a Frame),
    /// Both are of one document.
    pub one_document: bool,
    /// Their kind.
    pub kind: Kind,
}

impl<'a> Pair<'a> {
    /// The words around the two figures.
    fn cues(&self) -> (&'a [Cue], &'a [Cue]) {
        (self.a.0.cues(self.a.1), self.b.0.cues(self.b.1))
    }
}

/// Shared words near both figures.
#[derive(Clone, Copy, Debug, Default)]
pub struct Near {
    /// How many stand in the figures' own clauses.
    pub words: u32,
    /// How many of those stand on the same side of both.
    pub alike: u32,
    /// How many other figures the two sentences share, near or not.
    pub values: u32,
    /// What the near ones weigh, with those a little further on.
    pub bits: f64,
}

impl Near {
    /// In its own clause a word is at least this near.
    const CLAUSE: f64 = 0.5;
    /// A little further on, it is at least this near.
    const BEYOND: f64 = 0.4;

    fn add(&mut self, x: &Cue, y: &Cue, term: Term, bits: f64) {
        let near = x.near.min(y.near);
        let clause = near >= Near::CLAUSE;
        self.words += u32::from(clause);
        self.values += u32::from(term.is_value());
        self.alike += u32::from(clause && x.side.is_like(y.side));
        self.bits += if near >= Near::BEYOND { bits } else { 0.0 };
    }
}

/// As many sentences as the background's rate stands for beside the documents' own count.
const PRIOR: f64 = 6.0;
/// No single word weighs more.
const HEAVIEST: f64 = 7.0;
/// Each further word weighs this part of what it would alone: words come in phrases.
const FURTHER: f64 = 0.88;
/// A word of this weight tells something.
const TELLING: f64 = 1.5;
/// A word of the same root but another stem, or a synonym, weighs this part.
const KIN: f64 = 0.75;

/// The cues of both frames that have one term, by their places in each, in order.
pub fn shared_cues(pair: &Pair<'_>) -> Vec<(u32, u32)> {
    let mut shared = Vec::new();
    let (of_a, of_b) = pair.cues();
    let (mut p, mut q) = (0, 0);
    while let (Some(x), Some(y)) = (of_a.get(p), of_b.get(q)) {
        let (x, y) = (pair.a.0.known(x).term, pair.b.0.known(y).term);
        if x == y {
            shared.push((p as u32, q as u32));
        }
        p += usize::from(x <= y);
        q += usize::from(y <= x);
    }
    shared
}

/// What the words that two frames share weigh, and how near they are: all that most pairs are asked for.
#[derive(Clone, Copy, Debug)]
pub struct SharedWords {
    sum: f64,
    count: usize,
    is_lone: bool,
    /// Those that stand near both figures.
    pub near: Near,
}

impl SharedWords {
    /// The weights of the words behind some cues that both frames have.
    pub fn of(pair: &Pair<'_>, shared: &[(u32, u32)]) -> SharedWords {
        // The heaviest first.
        let mut bits: SmallVec<[f64; 16]> = SmallVec::new();
        let near = words(pair, shared, |_, weight| bits.push(weight));
        bits.sort_unstable_by(|x, y| y.total_cmp(x));
        SharedWords {
            sum: bits.iter().enumerate().map(|(at, bits)| bits * further(at)).sum(),
            count: bits.len(),
            is_lone: bits.get(1).is_none_or(|second| *second < TELLING),
            near,
        }
    }

    /// Their weight together.
    pub fn sum(&self) -> f64 {
        self.sum
    }

    /// How many words there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Whether no more than one word tells what both are about.
    pub fn is_lone(&self) -> bool {
        self.is_lone
    }
}

/// What part of its own weight the word at this place adds, the heaviest first.
fn further(at: usize) -> f64 {
    const PARTS: [f64; 32] = {
        let mut parts = [0.0; 32];
        let mut at = 0;
        while at < parts.len() {
            parts[at] = power(FURTHER, at);
            at += 1;
        }
        parts
    };
    PARTS.get(at).copied().unwrap_or_else(|| power(FURTHER, at))
}

const fn power(mut base: f64, mut exponent: usize) -> f64 {
    let mut power = 1.0;
    while exponent > 0 {
        if exponent % 2 == 1 {
            power *= base;
        }
        base *= base;
        exponent /= 2;
    }
    power
}

/// Where the words that two frames share stand on the first side, and what each weighs; the heaviest first.
pub fn shared_words(pair: &Pair<'_>, shared: &[(u32, u32)]) -> SmallVec<[(Span, f64); 8]> {
    let mut out = SmallVec::new();
    words(pair, shared, |span, bits| out.push((span, bits)));
    out.sort_by(|x: &(Span, f64), y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
    out
}

/// Gives each word that both frames have to `each`, with where it stands on the first side and its weight.
fn words(pair: &Pair<'_>, shared: &[(u32, u32)], mut each: impl FnMut(Span, f64)) -> Near {
    let mut near = Near::default();
    let noun = match (pair.kind, pair.a.1.noun, pair.b.1.noun) {
        (Kind::Count, Some(p), Some(q)) if p.root == q.root => Some(Term::root(p.root)),
        _ => None,
    };
    let (of_a, of_b) = pair.cues();
    for (p, q) in shared {
        let (x, y) = (&of_a[*p as usize], &of_b[*q as usize]);
        let (term, span) = (pair.a.0.known(x).term, pair.a.0.piece(x).span);
        // The same word seen from both sides is no second mention.
        let once = pair.one_document && span == pair.b.0.piece(y).span;
        let root = |outline: &Outline, cue: &Cue| outline.terms[outline.piece(cue).term as usize].term;
        // A name answers another spelling; words that are met by their roots need no synonyms.
        let again =
            term.is_sound() && x.echo == y.echo || term.is_of_synonyms() && root(pair.a.0, x) == root(pair.b.0, y);
        if !once && Some(term) != noun && !again {
            let bits = weight(pair, x, y);
            // «ينطلق المعسكر يوم 20», «انطلاق الموسم يوم 14»: on every date something begins.
            if pair.kind != Kind::Date || !pair.a.0.piece(x).happens {
                near.add(x, y, term, bits);
            }
            each(span, bits);
        }
    }
    near
}

fn weight(pair: &Pair<'_>, x: &Cue, y: &Cue) -> f64 {
    let kin = if pair.a.0.piece(x).stem == pair.b.0.piece(y).stem { 1.0 } else { KIN };
    rarity(pair, pair.a.0.known(x), pair.b.0.known(y)) * (x.near * y.near).sqrt() * kin
}

/// How surprising it is to meet the term in one sentence more, in bits.
fn rarity(pair: &Pair<'_>, x: &Known, y: &Known) -> f64 {
    let lines = |outline: &Outline| outline.lines.len() as f64;
    let (count, lines) = if pair.one_document {
        (f64::from(x.lines), lines(pair.a.0))
    } else {
        (f64::from(x.lines) + f64::from(y.lines), lines(pair.a.0) + lines(pair.b.0))
    };
    // Synonyms are as common as the commonest of the two.
    let rate = x.rate.max(y.rate);
    let likely = ((count - 2.0).max(0.0) + PRIOR * rate) / ((lines - 2.0).max(0.0) + PRIOR);
    (-likely.log2()).clamp(0.0, HEAVIEST)
}
