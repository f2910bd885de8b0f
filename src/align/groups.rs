//! Sets of figures that agree, and where figures of them differ already.
//! Not here: what makes figures agree or differ (`join.rs`).

use super::compared::Node;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::{SmallVec, smallvec};

/// Some figures: mostly few.
pub(super) type Few = SmallVec<[usize; 2]>;

/// How many figures of a set are asked whether another fits.
pub(super) const MANY: usize = 24;

/// Disjoint sets of figures.
#[derive(Clone)]
pub(super) struct Groups {
    /// The set of each figure.
    pub of: Vec<usize>,
    /// Most figures stay alone.
    members: Vec<Few>,
}

impl Groups {
    pub fn new(nodes: usize) -> Groups {
        Groups { of: (0..nodes).collect(), members: (0..nodes).map(|node| smallvec![node]).collect() }
    }

    /// The figures of a figure's set.
    pub fn with(&self, node: usize) -> &[usize] {
        &self.members[self.of[node]]
    }

    pub fn are_one(&self, a: usize, b: usize) -> bool {
        self.of[a] == self.of[b]
    }

    /// Whether the two are of two sets, and no figure of the one differs from one of the other.
    pub fn can_join(&self, a: usize, b: usize, fits: impl Fn(usize, usize) -> bool) -> bool {
        if self.are_one(a, b) {
            return false;
        }
        let (of_a, of_b) = (self.with(a), self.with(b));
        // Large sets agree among themselves: a few of each stand for all.
        of_a.iter().take(MANY).all(|a| of_b.iter().take(MANY).all(|b| fits(*a, *b)))
    }

    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of[a], self.of[b]);
        if a == b {
            return;
        }
        let (into, from) = if self.members[a].len() < self.members[b].len() { (b, a) } else { (a, b) };
        let moved = std::mem::take(&mut self.members[from]);
        for node in &moved {
            self.of[*node] = into;
        }
        self.members[into].extend(moved);
    }
}

/// Where figures differ already: each with its best partner only, and so with what agrees with that.
#[derive(Default)]
pub(super) struct Taken {
    /// The documents of the figures of each set.
    documents: FxHashSet<(usize, usize)>,
    /// The documents that a figure differs with.
    by_node: FxHashSet<(usize, usize)>,
    /// The documents that all figures of a set differ with.
    by_set: FxHashSet<(usize, usize)>,
    /// The sets with all of whose documents a figure differs.
    against: FxHashMap<usize, SmallVec<[usize; 1]>>,
}

impl Taken {
    pub fn of(nodes: &[Node], groups: &Groups) -> Taken {
        let documents = nodes.iter().zip(&groups.of).map(|(node, set)| (*set, node.document)).collect();
        Taken { documents, ..Taken::default() }
    }

    /// Notes that two figures differ; whether neither differed already with the document of the other, so that this
    /// stands for all that agrees with either.
    pub fn take(&mut self, a: usize, b: usize, nodes: &[Node], groups: &Groups) -> bool {
        let ways = [(a, b), (b, a)];
        let free = !ways.iter().any(|(node, other)| self.has(*node, *other, nodes, groups));
        for (node, other) in ways {
            let document = nodes[other].document;
            self.by_node.insert((node, document));
            if free {
                self.by_set.insert((groups.of[node], document));
                self.against.entry(node).or_default().push(groups.of[other]);
            }
        }
        free
    }

    /// Whether a figure differs already with the document of another, or some document tells both what it differs with and
    /// what agrees with that other: it knows that they are two.
    fn has(&self, node: usize, other: usize, nodes: &[Node], groups: &Groups) -> bool {
        let own = nodes[other].document;
        let is_apart_from = |set: &usize| {
            let few = groups.with(other).iter().take(MANY).map(|node| nodes[*node].document);
            few.chain([own]).any(|document| self.documents.contains(&(*set, document)))
        };
        self.by_node.contains(&(node, own))
            || self.by_set.contains(&(groups.of[node], own))
            || self.against.get(&node).is_some_and(|against| against.iter().any(is_apart_from))
    }
}
