//! Claims: the figures of one story that speak of the same thing.
//! Pairs are found by the rare words that they share, scored, and joined: first those that agree, so that
//! an equal partner explains a figure away; then what is left with its best partner that differs.

use super::knowledge::Knowledge;
use super::outline::Outline;
use super::relation::{self, Difference, Relation, Stated};
use super::score::{self, Pair};
use super::term::Term;
use super::{Claim, Extracted, FigureRef, Link};
use crate::figure::Kind;
use rustc_hash::{FxHashMap, FxHashSet};

/// A figure of the story.
#[derive(Clone, Copy, Debug)]
struct Node {
    /// Index among the story's documents.
    document: usize,
    figure: FigureRef,
    kind: Kind,
}

/// Two figures compared.
#[derive(Clone, Copy, Debug)]
struct Edge {
    a: usize,
    b: usize,
    relation: Relation,
    context: f64,
    total: f64,
}

/// A term that more figures share says nothing about any of them.
const COMMON: usize = 60;
/// Figures that agree are one claim from this score on.
const AGREED: f64 = 6.0;

/// The claims of one story: documents by index, with their outlines.
pub fn of_story(
    story: usize,
    members: &[usize],
    documents: &[Extracted],
    outlines: &[Outline],
    knowledge: &Knowledge,
) -> Vec<Claim> {
    let nodes = nodes(members, documents, outlines);
    let edges = edges(&nodes, documents, outlines, knowledge);
    let mut groups = Groups::new(nodes.len());
    let mut best = Best::default();
    for edge in edges.iter().filter(|edge| edge.relation == Relation::Agree) {
        best.note(edge, &nodes);
        if edge.total >= AGREED {
            groups.join(edge.a, edge.b);
        }
    }
    let mut links: Vec<(Edge, usize)> = Vec::new();
    let mut taken: FxHashSet<(usize, usize)> = FxHashSet::default();
    for edge in &edges {
        let Relation::Differ(difference) = edge.relation else { continue };
        if edge.total < least(difference, shares_document(edge, &nodes, &mut groups))
            || !stands(edge, &nodes, outlines, &best, &mut groups, &mut taken)
        {
            continue;
        }
        links.push((*edge, 0));
    }
    for (edge, _) in &links {
        groups.join(edge.a, edge.b);
    }
    gather(story, &nodes, &links, &mut groups, documents, outlines, knowledge)
}

/// Whether one document has both values, of this claim or one that agrees with either.
fn shares_document(edge: &Edge, nodes: &[Node], groups: &mut Groups) -> bool {
    let documents = |groups: &mut Groups, node: usize| -> FxHashSet<usize> {
        let root = groups.find(node);
        (0..nodes.len()).filter(|node| groups.find(*node) == root).map(|node| nodes[node].document).collect()
    };
    let of_a = documents(groups, edge.a);
    documents(groups, edge.b).iter().any(|document| of_a.contains(document))
}

/// The score from which a difference is worth telling.
fn least(difference: Difference, one_document: bool) -> f64 {
    if one_document {
        return match difference {
            Difference::Scale { .. } | Difference::Swapped { .. } | Difference::DayMonth => 8.0,
            _ => 15.0,
        };
    }
    match difference {
        Difference::Scale { .. } => 7.0,
        Difference::Swapped { .. } => 7.0,
        Difference::Currency { .. } => 7.0,
        Difference::DayMonth => 7.0,
        Difference::Bound | Difference::Value => 8.0,
        Difference::Date => 7.0,
    }
}

fn nodes(members: &[usize], documents: &[Extracted], outlines: &[Outline]) -> Vec<Node> {
    let mut nodes = Vec::new();
    for (at, (document, outline)) in members.iter().zip(outlines).enumerate() {
        for (index, figure) in documents[*document].figures.iter().enumerate() {
            let frame = &outline.frames[index];
            let repeated = outline.lines.get(frame.line).is_some_and(|line| line.repeated);
            if relation::is_compared(figure.kind()) && !repeated {
                let reference = FigureRef { document: *document, figure: index };
                nodes.push(Node { document: at, figure: reference, kind: figure.kind() });
            }
        }
    }
    nodes
}

/// Every pair that shares a telling term, scored; best first.
fn edges(nodes: &[Node], documents: &[Extracted], outlines: &[Outline], knowledge: &Knowledge) -> Vec<Edge> {
    let mut by_term: FxHashMap<(Kind, Term), Vec<usize>> = FxHashMap::default();
    for (at, node) in nodes.iter().enumerate() {
        for cue in &outlines[node.document].frames[node.figure.figure].cues {
            by_term.entry((node.kind, cue.term)).or_default().push(at);
        }
    }
    let mut pairs: FxHashSet<(usize, usize)> = FxHashSet::default();
    for list in by_term.values().filter(|list| list.len() <= COMMON) {
        for (at, a) in list.iter().enumerate() {
            pairs.extend(list[at + 1..].iter().filter(|b| a != *b).map(|b| (*a.min(b), *a.max(b))));
        }
    }
    let mut edges: Vec<Edge> =
        pairs.into_iter().filter_map(|(a, b)| edge(a, b, nodes, documents, outlines, knowledge)).collect();
    edges.sort_by(|x, y| y.total.total_cmp(&x.total).then((x.a, x.b).cmp(&(y.a, y.b))));
    edges
}

fn pair<'a>(a: &Node, b: &Node, outlines: &'a [Outline]) -> Pair<'a> {
    let side = |node: &Node| (&outlines[node.document], &outlines[node.document].frames[node.figure.figure]);
    Pair { a: side(a), b: side(b), one_document: a.document == b.document, kind: a.kind }
}

fn edge(
    a: usize,
    b: usize,
    nodes: &[Node],
    documents: &[Extracted],
    outlines: &[Outline],
    knowledge: &Knowledge,
) -> Option<Edge> {
    let (x, y) = (&nodes[a], &nodes[b]);
    let pair = pair(x, y, outlines);
    if pair.one_document && pair.a.1.line == pair.b.1.line {
        return None;
    }
    let stated = |node: &Node| {
        let frame = &outlines[node.document].frames[node.figure.figure];
        let figure = &documents[node.figure.document].figures[node.figure.figure];
        Stated { figure, unit: frame.unit, bare: frame.noun.is_none() }
    };
    let (relation, of_values) = relation::relate(stated(x), stated(y), knowledge);
    if relation == Relation::Apart {
        return None;
    }
    let context = score::context(&pair, knowledge).bits();
    Some(Edge { a, b, relation, context, total: context + of_values })
}

/// The best agreeing partner of each figure in each document.
#[derive(Default)]
struct Best(FxHashMap<(usize, usize), f64>);

impl Best {
    fn note(&mut self, edge: &Edge, nodes: &[Node]) {
        for (node, other) in [(edge.a, edge.b), (edge.b, edge.a)] {
            let best = self.0.entry((node, nodes[other].document)).or_insert(edge.total);
            *best = best.max(edge.total);
        }
    }

    fn of(&self, node: usize, document: usize) -> f64 {
        self.0.get(&(node, document)).copied().unwrap_or(f64::MIN)
    }
}

/// Whether nothing explains either side of a difference better.
fn stands(
    edge: &Edge,
    nodes: &[Node],
    outlines: &[Outline],
    best: &Best,
    groups: &mut Groups,
    taken: &mut FxHashSet<(usize, usize)>,
) -> bool {
    let (a, b) = (nodes[edge.a].document, nodes[edge.b].document);
    // An equal partner in the other document explains a figure away.
    if best.of(edge.a, b) >= edge.total || best.of(edge.b, a) >= edge.total {
        return false;
    }
    // A writer who gives both numbers in one sentence knows that they are two.
    if side_by_side(edge, nodes, outlines, groups) {
        return false;
    }
    // Each figure differs with its best partner only.
    let free = !taken.contains(&(edge.a, b)) && !taken.contains(&(edge.b, a));
    taken.insert((edge.a, b));
    taken.insert((edge.b, a));
    free
}

fn side_by_side(edge: &Edge, nodes: &[Node], outlines: &[Outline], groups: &mut Groups) -> bool {
    let (of_a, of_b) = (groups.find(edge.a), groups.find(edge.b));
    let place = |node: usize| {
        let node = &nodes[node];
        (node.document, outlines[node.document].frames[node.figure.figure].line)
    };
    let members = |groups: &mut Groups, root: usize| -> Vec<(usize, usize)> {
        (0..nodes.len()).filter(|node| groups.find(*node) == root).map(place).collect()
    };
    let places: FxHashSet<(usize, usize)> = members(groups, of_a).into_iter().collect();
    members(groups, of_b).iter().any(|place| places.contains(place))
}

/// Makes claims of the groups.
fn gather(
    story: usize,
    nodes: &[Node],
    links: &[(Edge, usize)],
    groups: &mut Groups,
    documents: &[Extracted],
    outlines: &[Outline],
    knowledge: &Knowledge,
) -> Vec<Claim> {
    let mut by_root: FxHashMap<usize, usize> = FxHashMap::default();
    let mut claims: Vec<Claim> = Vec::new();
    for (at, node) in nodes.iter().enumerate() {
        let root = groups.find(at);
        if groups.size(root) < 2 {
            continue;
        }
        let claim = *by_root.entry(root).or_insert_with(|| {
            claims.push(Claim { story, figures: Vec::new(), links: Vec::new() });
            claims.len() - 1
        });
        claims[claim].figures.push(node.figure);
    }
    let _ = documents;
    for (edge, _) in links {
        let Relation::Differ(difference) = edge.relation else { continue };
        let context = score::context(&pair(&nodes[edge.a], &nodes[edge.b], outlines), knowledge);
        let link = Link {
            a: nodes[edge.a].figure,
            b: nodes[edge.b].figure,
            difference,
            bits: edge.total,
            of_values: edge.total - edge.context,
            context,
        };
        if let Some(claim) = by_root.get(&groups.find(edge.a)) {
            claims[*claim].links.push(link);
        }
    }
    claims
}

/// Disjoint sets.
struct Groups {
    parent: Vec<usize>,
    size: Vec<usize>,
}

impl Groups {
    fn new(nodes: usize) -> Groups {
        Groups { parent: (0..nodes).collect(), size: vec![1; nodes] }
    }

    fn find(&mut self, mut node: usize) -> usize {
        while self.parent[node] != node {
            self.parent[node] = self.parent[self.parent[node]];
            node = self.parent[node];
        }
        node
    }

    fn size(&self, root: usize) -> usize {
        self.size[root]
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        if a != b {
            // The lower index leads, so that the result does not hang on the order of joining.
            let (root, other) = (a.min(b), a.max(b));
            self.parent[other] = root;
            self.size[root] += self.size[other];
        }
    }
}
