//! Outlines: a document as alignment sees it, and a frame for each of its figures: what it is about.
//! An outline is made from one document's text and figures alone.
//! Here: what an outline holds. Below: how sentences are read (`sentence.rs`), which words are near a figure
//! (`cues.rs`), and what they say of it (`frame/`, `change.rs`, `length.rs`, `pace.rs`, `period.rs`). Not here: which
//! frames agree (`score.rs`).

mod change;
mod cues;
mod frame;
mod length;
mod name;
mod noun;
mod pace;
mod period;
mod sentence;

use super::Language;
use super::corpus::Corpus;
#[cfg(test)]
use super::knowledge::Knowledge;
use super::knowledge::{MeasureId, Pace, Unit};
use super::reading::Reading;
use super::relation::Ready;
use super::term::Term;
use super::words::Meaning;
#[cfg(test)]
use crate::document::Document;
use crate::figure::{Edtf, Figure, Span};
use crate::text::Word;
use crate::text::stem::Stem;
use jiff::civil::Date;
pub use name::Named;
use rustc_hash::FxHashSet;
pub(super) use sentence::HEADLINE;
use sentence::Page;
use smallvec::SmallVec;
use std::ops::Range;

/// A document as alignment sees it.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// Its sentences, in order.
    pub lines: Vec<Line>,
    /// A frame for each figure, in the order of the figures.
    pub frames: Vec<Frame>,
    /// The term of each figure's value.
    pub values: Vec<Term>,
    /// The distinct terms of its sentences, in order.
    pub terms: Vec<Known>,
    /// The content words of its sentences and the figures among them, in order.
    pub pieces: Vec<Piece>,
    /// The cues of all frames, frame by frame.
    cues: Vec<Cue>,
    /// How many frames have each counted noun and each unit.
    nouns: Vec<(Word, Option<Unit>, u32)>,
    /// How many frames have each measure.
    measures: Vec<(MeasureId, u32)>,
}

/// A term that stands in a document.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// The term.
    pub term: Term,
    /// How likely a sentence of the news has it.
    pub rate: f64,
    /// In how many sentences it stands here.
    pub lines: u16,
}

/// A content word of a sentence, or a figure among them.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    /// Its term, by its place among the outline's.
    pub term: u32,
    /// The term of its sound.
    echo: Option<u32>,
    /// The figure, by its index, where it is one.
    figure: Option<u32>,
    /// Its place among the tokens of its sentence.
    at: u32,
    /// Where it stands.
    pub span: Span,
    /// The stem, where it is a word.
    pub stem: Word,
    measure: Option<MeasureId>,
    /// The part that it says a figure plays.
    pub part: Option<u8>,
    is_market: bool,
    /// It says that something begins, ends or goes on, whatever it is.
    pub happens: bool,
    /// It only answers the sound of a name in another script.
    echoes: bool,
}

impl Piece {
    fn new(term: u32, at: usize, span: Span) -> Piece {
        Piece {
            term,
            echo: None,
            figure: None,
            at: at as u32,
            span,
            stem: Word::default(),
            measure: None,
            part: None,
            is_market: false,
            happens: false,
            echoes: false,
        }
    }

    fn of(meaning: &Meaning, term: u32, at: usize, span: Span) -> Piece {
        let Meaning { stem, measure, part, .. } = *meaning;
        let (is_market, happens) = (meaning.is_market(), meaning.happens());
        Piece { stem, measure, part, is_market, happens, ..Piece::new(term, at, span) }
    }

    fn at(&self) -> usize {
        self.at as usize
    }
}

impl Outline {
    /// In how many of its sentences a term stands.
    pub fn lines_with(&self, term: Term) -> u16 {
        let place = self.terms.binary_search_by_key(&term, |known| known.term);
        place.map_or(0, |place| self.terms[place].lines)
    }

    /// The frames of a sentence's figures, each with the index of its figure.
    pub fn frames_in(&self, line: usize) -> impl Iterator<Item = (usize, &Frame)> {
        let from = self.frames.partition_point(|frame| frame.line < line);
        (from..).zip(&self.frames[from..]).take_while(move |(_, frame)| frame.line == line)
    }

    /// The words around the figure of a frame, by term; the nearest of each.
    pub fn cues(&self, frame: &Frame) -> &[Cue] {
        &self.cues[frame.cues.clone()]
    }

    /// The term of a cue.
    pub fn known(&self, cue: &Cue) -> &Known {
        &self.terms[cue.term as usize]
    }

    /// The word of a cue.
    pub fn piece(&self, cue: &Cue) -> &Piece {
        &self.pieces[cue.piece as usize]
    }

    /// The figure of a cue, by its index, where it is one.
    pub fn figure_of(&self, cue: &Cue) -> Option<usize> {
        self.piece(cue).figure.map(|figure| figure as usize)
    }

    /// How many of its frames have a counted noun of this root and this unit.
    pub fn frames_with_noun(&self, root: Word, unit: Option<Unit>) -> usize {
        let from = self.nouns.partition_point(|(noun, ..)| *noun < root);
        let mut alike = self.nouns[from..].iter().take_while(|(noun, ..)| *noun == root);
        alike.find(|(_, of, _)| *of == unit).map_or(0, |(.., count)| *count as usize)
    }

    /// How many of its frames have this measure.
    pub fn frames_with_measure(&self, measure: MeasureId) -> usize {
        self.measures.iter().find(|(of, _)| *of == measure).map_or(0, |(_, count)| *count as usize)
    }

    fn count_frames(&mut self) {
        for frame in &self.frames {
            if let Some(noun) = frame.noun {
                self.nouns.push((noun.root, frame.unit, 1));
            }
            if let Some(measure) = frame.measure {
                self.measures.push((measure, 1));
            }
        }
        let size = |unit: &Option<Unit>| unit.map(|unit| (unit.dimension, unit.size));
        self.nouns.sort_by_key(|(root, unit, _)| (*root, size(unit)));
        self.nouns.dedup_by(|later, first| {
            let same = (later.0, later.1) == (first.0, first.1);
            first.2 += u32::from(same);
            same
        });
        self.measures.sort_unstable();
        self.measures.dedup_by(|later, first| {
            let same = later.0 == first.0;
            first.1 += u32::from(same);
            same
        });
    }

    /// Counts in how many sentences each term stands; one that is repeated word for word is counted once.
    fn count_lines(&mut self, page: &Page<'_>) {
        let mut last = vec![0; self.terms.len()];
        for (line, sentence) in (1_u32..).zip(&page.sentences) {
            if self.lines[line as usize - 1].repeated {
                continue;
            }
            let pieces = self.pieces[sentence.pieces.clone()].iter();
            for term in pieces.flat_map(|piece| std::iter::once(piece.term).chain(piece.echo)) {
                if std::mem::replace(&mut last[term as usize], line) != line {
                    let lines = &mut self.terms[term as usize].lines;
                    *lines = lines.saturating_add(1);
                }
            }
        }
    }
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
    /// The words around it, as indexes of the outline's cues.
    pub cues: Range<usize>,
    /// The content words right before it, nearest first, and right after it.
    pub heads: SmallVec<[Word; 3]>,
    /// The counted noun.
    pub noun: Option<Stem>,
    /// The counted noun fits anybody.
    pub anybody: bool,
    /// The unit that it is measured in, where that can be converted.
    pub unit: Option<Unit>,
    /// In how long it is so much, and where that is told to, in bytes: «يوميا».
    pub pace: Option<(Pace, usize)>,
    /// What is measured.
    pub measure: Option<MeasureId>,
    /// The change that is spoken of: a rise or a fall.
    pub change: Option<MeasureId>,
    /// The change that it is the size of, and what has changed; outside of markets, which rise and fall all day.
    pub turn: Option<(MeasureId, Word)>,
    /// The part that it plays: an earlier value, a forecast.
    pub part: Option<u8>,
    /// Of whom or what it is told, of a percentage: «في المدن».
    pub scope: Option<u8>,
    /// From when on it is a change, of a percentage: «على أساس سنوي».
    pub base: Option<u8>,
    /// The period that it speaks of, and how many words away that stands.
    pub period: Option<(Edtf, usize)>,
    /// It is by how much something changed: «رفعت طاقتها بنحو 40 ألف طن».
    pub by: bool,
    /// The figure that tells in what time it came about: «بعد 36 أسبوعا».
    pub course: Option<usize>,
    /// It is a count so far: «حصيلة»، «حتى مساء الثلاثاء».
    pub grows: bool,
    /// The last day of the dates of its sentence: when what it tells of was over.
    pub over: Option<Date>,
    /// Its value, ready to be held against others.
    pub ready: Ready,
    /// Its sentence is of a market: prices change by the hour.
    pub wavers: bool,
    /// It is said to be the highest, the lowest or the last of a day: that moves no more.
    pub marks: bool,
    /// A date that something has gone on from: «أدنى مستوى منذ 19 فبراير».
    pub since: bool,
    /// A date that what is told is set against: «مقارنة بأغسطس 2017».
    pub against: bool,
    /// A date up to which something is told: «حتى ظهر الجمعة».
    pub until: bool,
    /// A word of lasting stands before that: «الممتد حتى».
    pub lasts: bool,
    /// It tells nothing of the story: a time of the day, the day of a dateline.
    pub aside: bool,
    /// Which of several it is of, from the second on: «المرحلة الثانية».
    pub order: Option<Word>,
    /// The place right after it: «أربعة في نيكاراغوا».
    pub site: Option<Word>,
    /// Somebody's age: «(41 عاما)»، «البالغ من العمر 47 عاما».
    pub age: bool,
    /// The name right before an age.
    pub named: Option<Named>,
    /// What a length of time is of, or which number it is, where a report mostly tells one such: the building, a depth.
    pub purpose: Option<u8>,
    /// A length of time that lies ahead, or behind: «الأعوام الخمسة الماضية».
    pub ahead: Option<bool>,
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
    /// What it is compared by: a place among the terms of the outline.
    pub term: u32,
    /// The word: a place among the pieces of the outline.
    pub piece: u32,
    /// How near it is: 1 beside the figure, less further on.
    pub near: f64,
    /// On which side of the figure.
    pub side: Side,
    /// It only sounds like a name: it counts when the other side is in another script.
    pub echo: bool,
}

/// The outline of a document that was read, with its figures.
pub(super) fn outline(
    figures: &[Figure],
    corpus: &Corpus,
    reading: &Reading,
    Language { knowledge, lexicon, .. }: Language<'_>,
) -> Outline {
    let mut page = Page::read(figures, corpus, reading);
    let values: Vec<Term> = figures.iter().map(|figure| Term::value(&figure.value)).collect();
    let (pieces, terms) = page.pieces(figures, &values, knowledge);
    let mut outline = Outline { pieces, terms, values, ..Outline::default() };
    let mut prints: FxHashSet<u64> = FxHashSet::default();
    prints.reserve(page.sentences.len());
    outline.lines.reserve_exact(page.sentences.len());
    for sentence in &page.sentences {
        let print = page.fingerprint(sentence, &outline);
        let repeated = sentence.words > sentence::BARE && !prints.insert(print);
        outline.lines.push(Line { span: sentence.span, print, repeated });
    }
    outline.count_lines(&page);
    (outline.frames, outline.cues) = frame::frames(&page, &outline, figures, (knowledge, lexicon));
    outline.count_frames();
    page.leave();
    outline
}

/// The outline of one document, and its figures.
#[cfg(test)]
pub(super) fn outline_of(text: &str) -> (Outline, Vec<Figure>) {
    let document = Document { text: text.to_string(), ..Document::default() };
    let (knowledge, lexicon) = (Knowledge::builtin(), crate::lexicon::Lexicon::builtin());
    let figures = crate::extract::figures(&document, lexicon);
    let (corpus, _) = Corpus::read(&[&document], knowledge);
    let language = Language { knowledge, lexicon, rates: &lexicon.facts.rates };
    (outline(&figures, &corpus, &corpus.readings[0], language), figures)
}
