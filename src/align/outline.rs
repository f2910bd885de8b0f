//! Outlines: a document as alignment sees it, and a frame for each of its figures: what it is about.
//! An outline is made from one document's text and figures alone.
//! Here: what an outline holds. Below: how sentences are read (`sentence.rs`), which words are near a figure
//! (`cues.rs`), and what they say of it (`frame.rs`). Not here: which frames agree (`score.rs`).

mod cues;
mod frame;
mod sentence;

use super::knowledge::{Knowledge, MeasureId, Unit};
use super::relation::Ready;
use super::stem::Stem;
use super::term::Term;
use crate::document::Document;
use crate::figure::{Edtf, Figure, Span};
use crate::text::{Class, Word};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

/// A document as alignment sees it.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// Its sentences, in order.
    pub lines: Vec<Line>,
    /// A frame for each figure, in the order of the figures.
    pub frames: Vec<Frame>,
    /// In how many sentences each term stands.
    pub lines_with: FxHashMap<Term, u16>,
}

/// A sentence.
#[derive(Clone, Debug)]
pub struct Line {
    /// Where it stands.
    pub span: Span,
    /// A number of its words in order; the same for a sentence repeated word for word.
    pub print: u64,
    /// An earlier sentence of this document says the same, word for word.
    pub repeated: bool,
}

/// Where in a document a figure stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// The headline.
    Title,
    /// The first paragraph.
    Lead,
    /// The rest.
    #[default]
    Body,
}

/// What a figure is about.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// Its sentence.
    pub line: usize,
    /// Its place.
    pub place: Place,
    /// The words around it, by term; the nearest of each.
    pub cues: Vec<Cue>,
    /// The content words right before it, nearest first, and right after it.
    pub heads: SmallVec<[Word; 3]>,
    /// The counted noun.
    pub noun: Option<Stem>,
    /// The counted noun fits anybody.
    pub anybody: bool,
    /// The unit that it is measured in, where that can be converted.
    pub unit: Option<Unit>,
    /// What is measured.
    pub measure: Option<MeasureId>,
    /// The change that is spoken of: a rise or a fall.
    pub change: Option<MeasureId>,
    /// The part that it plays: an earlier value, a forecast.
    pub part: Option<u8>,
    /// The period that it speaks of, and how many words away that stands.
    pub period: Option<(Edtf, usize)>,
    /// It is a count so far: «حصيلة»، «حتى مساء الثلاثاء».
    pub grows: bool,
    /// Its value, ready to be held against others.
    pub ready: Ready,
    /// Its sentence is of a market: prices change by the hour.
    pub wavers: bool,
    /// A time of the day: «السابعة وأربعين دقيقة».
    pub clock: bool,
    /// The place right after it: «أربعة في نيكاراغوا».
    pub site: Option<Word>,
    /// Somebody's age: «(41 عاما)»، «البالغ من العمر 47 عاما».
    pub age: bool,
}

/// On which side of its figure a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Before it.
    Before,
    /// Within it: its unit or its bound.
    Within,
    /// After it.
    After,
}

impl Side {
    /// Whether two words stand alike to their figures.
    pub fn is_like(self, other: Side) -> bool {
        self == other || self == Side::Within || other == Side::Within
    }
}

/// A word near a figure.
#[derive(Clone, Copy, Debug)]
pub struct Cue {
    /// What it is compared by.
    pub term: Term,
    /// The stem, where it is a word.
    pub stem: Word,
    /// How near it is: 1 beside the figure, less further on.
    pub near: f64,
    /// Where it stands.
    pub span: Span,
    /// On which side of the figure.
    pub side: Side,
    /// It only sounds like a name: it counts when the other side is in another script.
    pub echo: bool,
}

/// The outline of a document with its figures.
pub fn outline(document: &Document, figures: &[Figure], knowledge: &Knowledge) -> Outline {
    let text = document.text.as_str();
    let mut sentences = sentence::read(text, figures);
    let mut words: FxHashMap<Word, u32> = FxHashMap::default();
    for token in sentences.iter().flat_map(|(sentence, _)| &sentence.tokens) {
        if token.class == Class::Arabic {
            *words.entry(token.word).or_default() += 1;
        }
    }
    let here = |word| words.get(&word).copied().unwrap_or(0);
    let seen = knowledge.seen(Some(&here));
    let mut outline = Outline::default();
    let mut prints: FxHashSet<u64> = FxHashSet::default();
    let mut seen_terms: FxHashSet<Term> = FxHashSet::default();
    outline.lines_with.reserve(words.len());
    for (sentence, span) in &mut sentences {
        sentence.take_pieces(figures, knowledge, seen);
        let print = sentence.fingerprint();
        let repeated = sentence.words > sentence::BARE && !prints.insert(print);
        outline.lines.push(Line { span: *span, print, repeated });
        if !repeated {
            sentence.count_terms(&mut seen_terms, &mut outline.lines_with);
        }
    }
    outline.frames = vec![Frame::default(); figures.len()];
    for at in 0..sentences.len() {
        for (figure, range) in &sentences[at].0.figures {
            outline.frames[*figure] = frame::frame(&sentences, at, *figure, range, figures, knowledge, seen);
        }
    }
    outline
}
