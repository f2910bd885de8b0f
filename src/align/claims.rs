//! Claims: the figures of one story that speak of the same thing.
//! Pairs are found by the rare words that they share, and scored. Those that agree are joined first, so that
//! an equal partner explains a figure away; what is left is held against its best partner that differs.
//! Not here: the weights (`score.rs`), and what is made of the pairs (`join.rs`).

use super::join::{self, Edge};
use super::outline::{Frame, Outline};
use super::relation::{self, Relation, Stated};
use super::score::{self, Context, Pair};
use super::term::Term;
use super::{AlignOptions, Claim, Extracted, FigureRef, Language};
use crate::figure::{Figure, Kind};
use rustc_hash::{FxHashMap, FxHashSet};

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
    /// How like each other two members are, in bits for or against their telling the same.
    pub likeness: &'a dyn Fn(usize, usize) -> f64,
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
    kind: Kind,
}

/// A term that more figures share says nothing about any of them.
const COMMON: usize = 60;

impl Story<'_> {
    /// Its claims.
    pub fn claims(&self) -> Vec<Claim> {
        let nodes = self.nodes();
        let edges = self.edges(&nodes);
        join::claims(self, &nodes, &edges)
    }

    /// The frame of a figure.
    pub fn frame(&self, node: &Node) -> &Frame {
        &self.outlines[node.document].frames[node.figure.figure]
    }

    fn figure(&self, node: &Node) -> &Figure {
        &self.documents[node.figure.document].figures[node.figure.figure]
    }

    /// The figures that are compared: those of a repeated sentence stand once.
    fn nodes(&self) -> Vec<Node> {
        let mut nodes = Vec::new();
        for (at, (document, outline)) in self.members.iter().zip(self.outlines).enumerate() {
            for (index, figure) in self.documents[*document].figures.iter().enumerate() {
                let line = outline.lines.get(outline.frames[index].line);
                if relation::is_compared(figure.kind()) && !line.is_some_and(|line| line.repeated) {
                    let reference = FigureRef { document: *document, figure: index };
                    nodes.push(Node { document: at, figure: reference, kind: figure.kind() });
                }
            }
        }
        nodes
    }

    /// Every pair that shares a telling term, scored; best first.
    fn edges(&self, nodes: &[Node]) -> Vec<Edge> {
        let mut by_term: FxHashMap<(Kind, Term), Vec<usize>> = FxHashMap::default();
        for (at, node) in nodes.iter().enumerate() {
            for cue in &self.frame(node).cues {
                by_term.entry((node.kind, cue.term)).or_default().push(at);
            }
        }
        let mut pairs: FxHashSet<(usize, usize)> = FxHashSet::default();
        for list in by_term.values().filter(|list| list.len() <= COMMON) {
            for (at, a) in list.iter().enumerate() {
                pairs.extend(list[at + 1..].iter().filter(|b| a != *b).map(|b| (*a.min(b), *a.max(b))));
            }
        }
        let mut edges: Vec<Edge> = pairs.into_iter().filter_map(|(a, b)| self.edge(a, b, nodes)).collect();
        edges.sort_by(|x, y| y.total.total_cmp(&x.total).then((x.a, x.b).cmp(&(y.a, y.b))));
        edges
    }

    fn edge(&self, a: usize, b: usize, nodes: &[Node]) -> Option<Edge> {
        let (x, y) = (&nodes[a], &nodes[b]);
        if x.document == y.document && self.frame(x).line == self.frame(y).line {
            return None;
        }
        let (relation, of_values) = self.relate(x, y);
        if relation == Relation::Apart {
            return None;
        }
        let context = self.context(x, y).bits();
        Some(Edge { a, b, relation, context, total: context + of_values })
    }

    /// What two figures' values are to each other.
    pub fn relate(&self, a: &Node, b: &Node) -> (Relation, f64) {
        let stated = |node: &Node| {
            let frame = self.frame(node);
            Stated { figure: self.figure(node), unit: frame.unit, bare: frame.noun.is_none() }
        };
        relation::relate(stated(a), stated(b), self.language.rates)
    }

    /// What speaks for two figures being about the same thing, and against.
    pub fn context(&self, a: &Node, b: &Node) -> Context {
        let side = |node: &Node| (&self.outlines[node.document], self.frame(node));
        let one_document = a.document == b.document;
        let pair = Pair { a: side(a), b: side(b), one_document, kind: a.kind };
        let mut context = score::context(&pair, self.language.knowledge);
        if !one_document {
            let bits = (self.likeness)(a.document, b.document);
            if bits != 0.0 {
                context.reasons.push(("story", bits));
            }
        }
        context
    }
}
