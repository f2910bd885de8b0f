//! What is compared: a story with what is known of its documents, its figures, and pairs of them.
//! Not here: which pairs there are (`claims.rs`), what they weigh (`score.rs`, `context.rs`, `sure/`), and what is
//! made of them (`join.rs`).

use super::outline::{Frame, Outline};
use super::reasons::Reason;
use super::relation::{self, Difference, Relation, Stated};
use super::score::{Near, Pair, SharedWords};
use super::story::Likenesses;
use super::{AlignOptions, Extracted, FigureRef, Language};
use crate::figure::{Figure, Kind, Value};
use jiff::civil::Date;

/// So many days after an event nobody tells of it as news: what lies further away is of another, or was over long before.
pub(super) const LONG_AFTER: i32 = 60;

/// A story with what is known of its documents.
pub(super) struct Story<'a> {
    /// Its index.
    pub index: usize,
    /// Its documents, by index.
    pub members: &'a [usize],
    /// All documents.
    pub documents: &'a [Extracted],
    /// An outline for each member.
    pub outlines: &'a [Outline],
    /// It was found in an archive, and may hold several events.
    pub found: bool,
    /// How like each other its members are.
    pub likenesses: &'a Likenesses<'a>,
    pub language: Language<'a>,
    pub options: &'a AlignOptions,
}

/// A figure of the story.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// Index among the story's documents.
    pub document: usize,
    /// The figure among all documents.
    pub figure: FigureRef,
    /// Its kind.
    pub kind: Kind,
    /// Where it lies from its report, where it is a date.
    pub away: Option<Away>,
}

/// How far a date lies from the day of its report, in days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Away {
    /// From the report to its first day.
    pub first: i32,
    /// From its first day to its last.
    pub length: i32,
    /// The day of the report, counted from some day.
    pub report: i32,
}

impl Away {
    pub fn of(figure: &Figure, published: Date) -> Option<Away> {
        let Value::Date(date) = &figure.value else { return None };
        let (first, last) = date.best().days()?;
        let days = |from: Date, to| from.until(to).ok().map(|span| span.get_days());
        Some(Away { first: days(published, first)?, length: days(first, last)?, report: days(Date::ZERO, published)? })
    }

    /// Its first day, counted from some day.
    pub fn first_day(&self) -> i32 {
        self.report + self.first
    }

    /// Its last day.
    pub fn last_day(&self) -> i32 {
        self.first_day() + self.length
    }
}

/// Two figures compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub a: usize,
    pub b: usize,
    pub relation: Relation,
    /// The shared words near both.
    pub near: Near,
    /// What else their contexts tell.
    pub told: Told,
    /// What the contexts weigh.
    pub context: f64,
    /// What contexts and values weigh.
    pub total: f64,
    /// How sure it is, where they differ, that they speak of one thing: at most, until it is weighed against others.
    pub bits: f64,
}

impl Edge {
    /// What the values weigh.
    pub fn of_values(&self) -> f64 {
        self.total - self.context
    }
}

/// What the contexts of a pair tell beside words, in bits; nothing where they do not tell.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Told {
    pub story: f64,
    pub noun: f64,
    pub measure: f64,
    pub place: f64,
    pub own_day: f64,
    pub person: f64,
    pub lone: bool,
    /// How many words the sentences share.
    pub words: u32,
}

impl Told {
    /// What the weights of the shared words tell.
    pub fn by(weights: &SharedWords) -> Told {
        Told { words: weights.count() as u32, lone: weights.is_lone(), ..Told::default() }
    }

    /// Takes in a reason of a context.
    pub fn hear(&mut self, reason: Reason, bits: f64) {
        match reason {
            Reason::Story => self.story += bits,
            Reason::Noun => self.noun += bits,
            Reason::Measure => self.measure += bits,
            Reason::Place => self.place += bits,
            Reason::OwnDay => self.own_day += bits,
            Reason::Person => self.person += bits,
            _ => {}
        }
    }
}

impl Story<'_> {
    /// The frame of a figure.
    pub fn frame(&self, node: &Node) -> &Frame {
        &self.outlines[node.document].frames[node.figure.figure]
    }

    /// The figure.
    pub fn figure(&self, node: &Node) -> &Figure {
        &self.documents[node.figure.document].figures[node.figure.figure]
    }

    /// How many days before its report it was over what the sentence of a figure tells of, where it says when.
    pub fn days_since(&self, node: &Node) -> Option<i32> {
        let published = self.documents[node.figure.document].document.published?;
        let over = self.frame(node).over?;
        over.until(published).ok().map(|span| span.get_days())
    }

    /// What two figures' values are to each other.
    pub fn relate(&self, a: &Node, b: &Node) -> (Relation, f64) {
        let ahead = |node: &Node| self.frame(node).ahead;
        if ahead(a).zip(ahead(b)).is_some_and(|(p, q)| p != q) {
            return (Relation::Apart, 0.0); // The next five years and the last five.
        }
        if self.have_other_paces(a, b) {
            let (of_a, of_b) = (&self.figure(a).value, &self.figure(b).value);
            let one = if a.document == b.document { None } else { relation::of_paces(of_a, of_b) };
            return one.unwrap_or((Relation::Apart, 0.0));
        }
        let stated = |node: &Node| {
            let frame = self.frame(node);
            Stated { figure: self.figure(node), ready: &frame.ready, unit: frame.unit, bare: frame.noun.is_none() }
        };
        let related = relation::relate(stated(a), stated(b), self.language.rates);
        let turn = |node: &Node| self.frame(node).turn;
        let opposite = a.document != b.document && turn(a).zip(turn(b)).is_some_and(|(p, q)| p.0 != q.0 && p.1 == q.1);
        if opposite && related.0 == Relation::Agree {
            return relation::turned(&self.figure(a).value, &self.figure(b).value).unwrap_or(related);
        }
        if related.0 == Relation::Loose && a.kind == Kind::Date {
            return self.planned_apart(a, b).unwrap_or(related);
        }
        if related.0 == Relation::Differ(Difference::Date) && self.are_two_periods(a, b) {
            return (Relation::Loose, related.1);
        }
        if related.0 == Relation::Differ(Difference::Value)
            && a.document != b.document
            && let Some(found) = self
                .hundred_millions(stated(a), stated(b), b)
                .or_else(|| self.hundred_millions(stated(b), stated(a), a))
        {
            return found;
        }
        related
    }

    /// What two numbers are to each other where the greater is ten times the lesser but for rounding, and its document was
    /// translated from Chinese, where a hundred million is a word: «15.9 مليار» and «158.7 مليار».
    fn hundred_millions(&self, low: Stated<'_>, high: Stated<'_>, of_high: &Node) -> Option<(Relation, f64)> {
        let found = relation::tenfold(low, high)?;
        let text = &self.documents[of_high.figure.document].document.text;
        self.language.knowledge.is_from_chinese(text).then_some(found)
    }

    /// Whether the one is so much in another length of time than the other: a day, a month.
    pub fn have_other_paces(&self, a: &Node, b: &Node) -> bool {
        let pace = |node: &Node| self.frame(node).pace.map(|(pace, _)| pace);
        pace(a).zip(pace(b)).is_some_and(|(p, q)| p != q)
    }

    /// Whether two figures state one value.
    pub fn say_the_same(&self, nodes: &[Node], a: usize, b: usize) -> bool {
        nodes[a].kind == nodes[b].kind && self.relate(&nodes[a], &nodes[b]).0 == Relation::Agree
    }

    /// Whether two dates are one to the day: a year is not the day within it.
    pub fn are_one_date(&self, a: &Node, b: &Node) -> bool {
        self.days_of(a).is_some() && self.days_of(a) == self.days_of(b)
    }

    /// The first and the last day of a date.
    pub fn days_of(&self, node: &Node) -> Option<(Date, Date)> {
        match &self.figure(node).value {
            Value::Date(date) => date.best().days(),
            _ => None,
        }
    }

    /// The sentence of a figure as a number, and which of its figures it is: the same where it is printed word for word.
    pub fn print(&self, node: &Node) -> (u64, usize) {
        let Outline { lines, frames, .. } = &self.outlines[node.document];
        let (before, frame) = (&frames[..node.figure.figure], &frames[node.figure.figure]);
        (lines[frame.line].print, before.iter().rev().take_while(|other| other.line == frame.line).count())
    }

    /// The frames of two figures with their outlines.
    pub fn pair(&self, a: &Node, b: &Node) -> Pair<'_> {
        let side = |node: &Node| (&self.outlines[node.document], self.frame(node));
        Pair { a: side(a), b: side(b), one_document: a.document == b.document, kind: a.kind }
    }
}
