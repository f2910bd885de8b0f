//! Claims: the figures of one story that speak of the same thing.
//! Pairs are found by the rare words that they share, scored, and joined: first those that agree, so that
//! an equal partner explains a figure away; then what is left with its best partner that differs.

use super::outline::Outline;
use super::relation::{self, Difference, Relation, Stated};
use super::score::{self, Pair};
use super::term::Term;
use super::{AlignOptions, Claim, Extracted, FigureRef, Language, Link};
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
/// How many figures of a set are asked whether another fits.
const MANY: usize = 24;
/// Figures that agree are one claim from this score on.
const AGREED: f64 = 6.0;

/// The claims of one story: documents by index, with their outlines.
pub fn of_story(
    story: usize,
    members: &[usize],
    documents: &[Extracted],
    outlines: &[Outline],
    language: Language<'_>,
    options: &AlignOptions,
) -> Vec<Claim> {
    let nodes = nodes(members, documents, outlines);
    let edges = edges(&nodes, documents, outlines, language);
    let mut groups = Groups::new(nodes.len());
    let mut best = Best::default();
    for edge in edges.iter().filter(|edge| edge.relation == Relation::Agree) {
        best.note(edge, &nodes);
        let fits = |a: usize, b: usize| {
            !matches!(relate(&nodes[a], &nodes[b], documents, outlines, language).0, Relation::Differ(_))
        };
        if edge.total >= AGREED && groups.can_join(edge.a, edge.b, fits) {
            groups.join(edge.a, edge.b);
        }
    }
    let mut links: Vec<Edge> = Vec::new();
    let mut taken: FxHashSet<(usize, usize)> = FxHashSet::default();
    for edge in edges.iter().filter(|edge| edge.total >= options.min_bits) {
        if matches!(edge.relation, Relation::Differ(_)) && stands(edge, &nodes, outlines, &best, &groups, &mut taken) {
            links.push(*edge);
        }
    }
    gather(story, &nodes, &links, groups, outlines, language)
}

/// Whether one document has both values, of this claim or one that agrees with either.
fn shares_document(edge: &Edge, nodes: &[Node], groups: &Groups) -> bool {
    let document = |node: &usize| nodes[*node].document;
    let of_b = groups.with(edge.b);
    groups.with(edge.a).iter().map(document).any(|one| of_b.iter().map(document).any(|other| one == other))
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
fn edges(nodes: &[Node], documents: &[Extracted], outlines: &[Outline], language: Language<'_>) -> Vec<Edge> {
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
        pairs.into_iter().filter_map(|(a, b)| edge(a, b, nodes, documents, outlines, language)).collect();
    edges.sort_by(|x, y| y.total.total_cmp(&x.total).then((x.a, x.b).cmp(&(y.a, y.b))));
    edges
}

fn pair<'a>(a: &Node, b: &Node, outlines: &'a [Outline]) -> Pair<'a> {
    let side = |node: &Node| (&outlines[node.document], &outlines[node.document].frames[node.figure.figure]);
    Pair { a: side(a), b: side(b), one_document: a.document == b.document, kind: a.kind }
}

fn relate(
    a: &Node,
    b: &Node,
    documents: &[Extracted],
    outlines: &[Outline],
    language: Language<'_>,
) -> (Relation, f64) {
    let stated = |node: &Node| {
        let frame = &outlines[node.document].frames[node.figure.figure];
        let figure = &documents[node.figure.document].figures[node.figure.figure];
        Stated { figure, unit: frame.unit, bare: frame.noun.is_none() }
    };
    relation::relate(stated(a), stated(b), language.rates)
}

fn edge(
    a: usize,
    b: usize,
    nodes: &[Node],
    documents: &[Extracted],
    outlines: &[Outline],
    language: Language<'_>,
) -> Option<Edge> {
    let (x, y) = (&nodes[a], &nodes[b]);
    let pair = pair(x, y, outlines);
    if pair.one_document && pair.a.1.line == pair.b.1.line {
        return None;
    }
    let (relation, of_values) = relate(x, y, documents, outlines, language);
    if relation == Relation::Apart {
        return None;
    }
    let context = score::context(&pair, language.knowledge).bits();
    Some(Edge { a, b, relation, context, total: context + of_values })
}

/// The best agreeing partner of each figure in each document.
#[derive(Default)]
struct Best {
    by_document: FxHashMap<(usize, usize), f64>,
    anywhere: FxHashMap<usize, f64>,
}

impl Best {
    fn note(&mut self, edge: &Edge, nodes: &[Node]) {
        for (node, other) in [(edge.a, edge.b), (edge.b, edge.a)] {
            let best = self.by_document.entry((node, nodes[other].document)).or_insert(edge.total);
            *best = best.max(edge.total);
            let best = self.anywhere.entry(node).or_insert(edge.total);
            *best = best.max(edge.total);
        }
    }

    fn of(&self, node: usize, document: usize) -> f64 {
        self.by_document.get(&(node, document)).copied().unwrap_or(f64::MIN)
    }

    fn anywhere(&self, node: usize) -> f64 {
        self.anywhere.get(&node).copied().unwrap_or(f64::MIN)
    }
}

/// Whether nothing explains either side of a difference better.
fn stands(
    edge: &Edge,
    nodes: &[Node],
    outlines: &[Outline],
    best: &Best,
    groups: &Groups,
    taken: &mut FxHashSet<(usize, usize)>,
) -> bool {
    let (a, b) = (nodes[edge.a].document, nodes[edge.b].document);
    // An equal partner in the other document explains a figure away; within one document, one of the two
    // must be without an equal anywhere.
    let explained = if a == b {
        best.anywhere(edge.a) >= edge.total && best.anywhere(edge.b) >= edge.total
    } else {
        best.of(edge.a, b) >= edge.total || best.of(edge.b, a) >= edge.total
    };
    if explained {
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

fn side_by_side(edge: &Edge, nodes: &[Node], outlines: &[Outline], groups: &Groups) -> bool {
    let place = |node: &usize| {
        let node = &nodes[*node];
        (node.document, outlines[node.document].frames[node.figure.figure].line)
    };
    let of_b = groups.with(edge.b);
    groups.with(edge.a).iter().map(place).any(|one| of_b.iter().map(place).any(|other| one == other))
}

/// Makes claims of the groups.
fn gather(
    story: usize,
    nodes: &[Node],
    links: &[Edge],
    agreeing: Groups,
    outlines: &[Outline],
    language: Language<'_>,
) -> Vec<Claim> {
    let mut groups = agreeing.clone();
    for edge in links {
        groups.join(edge.a, edge.b);
    }
    let mut by_group: FxHashMap<usize, usize> = FxHashMap::default();
    let mut by_side: FxHashMap<usize, (usize, usize)> = FxHashMap::default();
    let mut printed: FxHashSet<(usize, u64)> = FxHashSet::default();
    let mut claims: Vec<Claim> = Vec::new();
    for (at, node) in nodes.iter().enumerate() {
        if groups.with(at).len() < 2 {
            continue;
        }
        let claim = *by_group.entry(groups.of[at]).or_insert_with(|| {
            claims.push(Claim { story, ..Claim::default() });
            claims.len() - 1
        });
        claims[claim].figures.push(node.figure);
        let (_, side) = *by_side.entry(agreeing.of[at]).or_insert_with(|| {
            claims[claim].sides.push(Vec::new());
            (claim, claims[claim].sides.len() - 1)
        });
        let outline = &outlines[node.document];
        let line = outline.frames[node.figure.figure].line;
        if printed.insert((agreeing.of[at], outline.lines[line].print)) {
            claims[claim].sides[side].push(node.figure);
        }
    }
    for edge in links {
        let Relation::Differ(difference) = edge.relation else { continue };
        if let Some(claim) = by_group.get(&groups.of[edge.a]) {
            let one_document = shares_document(edge, nodes, &agreeing);
            claims[*claim].links.push(link(edge, difference, one_document, nodes, outlines, language));
        }
    }
    claims
}

fn link(
    edge: &Edge,
    difference: Difference,
    one_document: bool,
    nodes: &[Node],
    outlines: &[Outline],
    language: Language<'_>,
) -> Link {
    let pair = pair(&nodes[edge.a], &nodes[edge.b], outlines);
    let measures =
        [pair.a.1, pair.b.1].map(|frame| frame.measure.map(|id| &language.knowledge.measures[usize::from(id)]));
    let mut about: Vec<_> = [pair.a.1, pair.b.1]
        .iter()
        .flat_map(|frame| frame.heads.iter().copied().chain(frame.noun.map(|noun| noun.root)))
        .collect();
    about.sort_unstable();
    about.dedup();
    Link {
        a: nodes[edge.a].figure,
        b: nodes[edge.b].figure,
        difference,
        bits: edge.total,
        of_values: edge.total - edge.context,
        context: score::context(&pair, language.knowledge),
        one_document,
        grows: pair.a.1.grows || pair.b.1.grows || measures.iter().flatten().any(|measure| measure.tally),
        wavers: measures.iter().flatten().any(|measure| measure.market),
        about,
    }
}

/// Disjoint sets of figures.
#[derive(Clone)]
struct Groups {
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
}

impl Groups {
    fn new(nodes: usize) -> Groups {
        Groups { of: (0..nodes).collect(), members: (0..nodes).map(|node| vec![node]).collect() }
    }

    /// The figures of a figure's set.
    fn with(&self, node: usize) -> &[usize] {
        &self.members[self.of[node]]
    }

    /// Whether no figure of the one set differs from one of the other.
    fn can_join(&self, a: usize, b: usize, fits: impl Fn(usize, usize) -> bool) -> bool {
        if self.of[a] == self.of[b] {
            return false;
        }
        let (of_a, of_b) = (self.with(a), self.with(b));
        // Large sets agree among themselves: a few of each stand for all.
        of_a.iter().take(MANY).all(|a| of_b.iter().take(MANY).all(|b| fits(*a, *b)))
    }

    fn join(&mut self, a: usize, b: usize) {
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
