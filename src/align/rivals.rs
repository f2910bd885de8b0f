//! Rivals: the other partners that a figure may have in a document, and how much better than those one is.
//! Not here: what that weighs (`sure/`).

use super::compared::{Edge, Node};
use crate::figure::Kind;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// Doublings of one figure that the documents compared have mostly: eight of a kind in each.
const USUAL_CROWD: f64 = 6.0;
/// So many partners of a figure in one document are asked.
const PARTNERS: usize = 6;
/// A figure without any other partner is so much better off.
pub(super) const NO_RIVAL: f64 = -5.0;

/// The best partners of each figure in each other document, and how many figures of a kind a document has.
#[derive(Debug, Default)]
pub(super) struct Rivals {
    best: FxHashMap<(usize, usize), Partners>,
    crowds: FxHashMap<(usize, Kind), u32>,
}

/// The best partners of a figure in one document, best first, with what each pair weighs.
type Partners = SmallVec<[(usize, f64); PARTNERS]>;

impl Rivals {
    /// The best partners among pairs of two documents, which come best first, of the figures of the pairs that are `asked`
    /// about: few are.
    pub fn of(edges: &[Edge], nodes: &[Node], asked: impl Fn(&Edge) -> bool) -> Rivals {
        let mut is_asked = vec![false; nodes.len()];
        edges.iter().filter(|edge| asked(edge)).for_each(|edge| (is_asked[edge.a], is_asked[edge.b]) = (true, true));
        let mut best: FxHashMap<(usize, usize), Partners> = FxHashMap::default();
        for edge in edges.iter().filter(|edge| nodes[edge.a].document != nodes[edge.b].document) {
            for (node, other) in [(edge.a, edge.b), (edge.b, edge.a)].into_iter().filter(|(node, _)| is_asked[*node]) {
                let partners = best.entry((node, nodes[other].document)).or_default();
                if partners.len() < PARTNERS {
                    partners.push((other, edge.total));
                }
            }
        }
        let mut crowds: FxHashMap<(usize, Kind), u32> = FxHashMap::default();
        for node in nodes {
            *crowds.entry((node.document, node.kind)).or_default() += 1;
        }
        Rivals { best, crowds }
    }

    /// How many doublings of one figure the figures of the two documents are, beyond the usual.
    pub fn crowd(&self, a: &Node, b: &Node) -> f64 {
        let doublings =
            |node: &Node| f64::from(self.crowds.get(&(node.document, node.kind)).copied().unwrap_or(1)).log2();
        doublings(a) + doublings(b) - USUAL_CROWD
    }

    /// How much better a pair is than the best rival of either of its figures; negative if a rival is better.
    /// What says `the_same` as a figure, elsewhere in its document, is no rival of it.
    pub fn margin(&self, edge: &Edge, nodes: &[Node], the_same: impl Fn(usize, usize) -> bool) -> f64 {
        let margin = |node: usize, other: usize| {
            let partners = self.best.get(&(node, nodes[other].document));
            let mut rivals =
                partners.into_iter().flatten().filter(|(rival, _)| *rival != other && !the_same(*rival, other));
            edge.total - rivals.next().map_or(NO_RIVAL, |(_, total)| total.max(NO_RIVAL))
        };
        margin(edge.a, edge.b).min(margin(edge.b, edge.a))
    }

    /// Whether the document of either figure also tells what the other says.
    pub fn told_too(&self, edge: &Edge, nodes: &[Node], the_same: impl Fn(usize, usize) -> bool) -> bool {
        let told = |node: usize, other: usize| {
            let partners = self.best.get(&(node, nodes[other].document)).into_iter().flatten();
            partners.into_iter().any(|(partner, _)| *partner != other && the_same(*partner, node))
        };
        told(edge.a, edge.b) || told(edge.b, edge.a)
    }
}

#[cfg(test)]
mod tests {
    use super::super::FigureRef;
    use super::super::compared::Told;
    use super::super::relation::Relation;
    use super::super::score::Near;
    use super::*;

    fn node(document: usize, kind: Kind) -> Node {
        Node { document, figure: FigureRef { document, figure: 0 }, kind, away: None }
    }

    fn edge(a: usize, b: usize, total: f64) -> Edge {
        Edge {
            a,
            b,
            relation: Relation::Agree,
            near: Near::default(),
            told: Told::default(),
            context: 0.0,
            total,
            bits: total,
        }
    }

    #[test]
    fn a_margin_is_to_the_best_rival_of_either() {
        // Two figures of one document, two of another, one of a third.
        let nodes = [0, 0, 1, 1, 2].map(|document| node(document, Kind::Money));
        let edges = [edge(0, 2, 9.0), edge(0, 3, 7.0), edge(1, 2, 4.0), edge(1, 4, 3.0)];
        let rivals = Rivals::of(&edges, &nodes, |_| true);
        let other = |_, _| false;
        for (at, margin) in [(0, 2.0), (1, -2.0), (2, -5.0), (3, 3.0 - NO_RIVAL)] {
            let (there, back) = (edges[at], Edge { a: edges[at].b, b: edges[at].a, ..edges[at] });
            assert_eq!(
                (rivals.margin(&there, &nodes, other), rivals.margin(&back, &nodes, other)),
                (margin, margin),
                "{at}"
            );
        }
    }

    #[test]
    fn what_a_document_says_twice_is_no_rival_of_itself() {
        let nodes = [0, 1, 1, 1].map(|document| node(document, Kind::Money));
        let edges = [edge(0, 1, 9.0), edge(0, 2, 8.0), edge(0, 3, 3.0)];
        let rivals = Rivals::of(&edges, &nodes, |_| true);
        let margin = |same: &[usize]| rivals.margin(&edges[0], &nodes, |a, b| same.contains(&a) && same.contains(&b));
        assert_eq!((margin(&[]), margin(&[1, 2]), margin(&[1, 2, 3])), (1.0, 6.0, 9.0 - NO_RIVAL));
    }

    #[test]
    fn a_document_may_tell_what_the_other_says() {
        let nodes = [0, 0, 1, 1, 2].map(|document| node(document, Kind::Money));
        let edges = [edge(0, 2, 9.0), edge(0, 3, 7.0), edge(1, 2, 4.0), edge(0, 4, 3.0)];
        let rivals = Rivals::of(&edges, &nodes, |_| true);
        for (same, told) in [([0, 3], true), ([2, 1], true), ([0, 4], false), ([0, 2], false), ([1, 3], false)] {
            let the_same = |a: usize, b: usize| same.contains(&a) && same.contains(&b);
            assert_eq!(rivals.told_too(&edges[0], &nodes, the_same), told, "{same:?}");
        }
    }

    #[test]
    fn a_crowd_is_of_one_kind() {
        let mut nodes = vec![node(0, Kind::Money); 16];
        nodes.extend([node(0, Kind::Date), node(1, Kind::Money)]);
        nodes.extend(vec![node(2, Kind::Money); 8]);
        let rivals = Rivals::of(&[], &nodes, |_| true);
        for (a, b, crowd) in [(0, 17, -2.0), (0, 18, 1.0), (16, 17, -6.0)] {
            assert_eq!(rivals.crowd(&nodes[a], &nodes[b]), crowd, "{a} {b}");
        }
    }
}
