//! Joining: which scored pairs make a claim, and which differences stand.

use super::claims::{Node, Story};
use super::outline::{Frame, Place};
use super::relation::{Difference, Relation};
use super::{Claim, FigureRef, Link};
use rustc_hash::{FxHashMap, FxHashSet};

/// Two figures compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub a: usize,
    pub b: usize,
    pub relation: Relation,
    /// What the contexts weigh.
    pub context: f64,
    /// What contexts and values weigh.
    pub total: f64,
}

/// Figures that agree are one claim from this score on.
const AGREED: f64 = 6.0;
/// Equal values alone do not make figures one: this much must come from what is told of them.
const TOLD: f64 = 4.0;

/// What equal numbers of one digit weigh, at most.
const SMALL: f64 = 2.5;
/// As [`TOLD`], for numbers of one digit.
const TOLD_OF_SMALL: f64 = 8.0;

impl Edge {
    /// What the values weigh.
    fn of_values(&self) -> f64 {
        self.total - self.context
    }
}

/// The claims that the pairs make; `edges` come best first.
pub(super) fn claims(story: &Story<'_>, nodes: &[Node], edges: &[Edge]) -> Vec<Claim> {
    let mut groups = Groups::new(nodes.len());
    let mut best = Best::default();
    let mut partners: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    let fits = |a: usize, b: usize| !matches!(story.relate(&nodes[a], &nodes[b]).0, Relation::Differ(_));
    for edge in edges.iter().filter(|edge| edge.relation == Relation::Agree) {
        best.note(edge, nodes);
        // Small numbers are equal by chance: their contexts must say more.
        let told = if edge.of_values() < SMALL { TOLD_OF_SMALL } else { TOLD };
        if edge.total < AGREED || edge.context < told {
            continue;
        }
        if groups.can_join(edge.a, edge.b, fits) {
            groups.join(edge.a, edge.b);
        }
        if groups.are_one(edge.a, edge.b) {
            partners[edge.a].push(edge.b);
            partners[edge.b].push(edge.a);
        }
    }
    let mut links: Vec<Edge> = Vec::new();
    let mut taken: FxHashSet<(usize, usize)> = FxHashSet::default();
    for edge in edges.iter().filter(|edge| edge.total >= story.options.min_bits) {
        let differs = matches!(edge.relation, Relation::Differ(_));
        if differs && stands(edge, story, nodes, &best, &groups, &mut taken) {
            links.push(*edge);
        }
    }
    gather(story, nodes, &links, &groups, &partners)
}

/// The best agreeing partner of each figure, in each document and anywhere.
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
    story: &Story<'_>,
    nodes: &[Node],
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
    // A writer who gives both numbers in one sentence knows that they are two.
    if explained || side_by_side(edge, story, nodes, groups) {
        return false;
    }
    // Each figure differs with its best partner only.
    let free = !taken.contains(&(edge.a, b)) && !taken.contains(&(edge.b, a));
    taken.insert((edge.a, b));
    taken.insert((edge.b, a));
    free
}

fn side_by_side(edge: &Edge, story: &Story<'_>, nodes: &[Node], groups: &Groups) -> bool {
    let place = |node: &usize| (nodes[*node].document, story.frame(&nodes[*node]).line);
    let of_b = groups.with(edge.b);
    groups.with(edge.a).iter().map(place).any(|one| of_b.iter().map(place).any(|other| one == other))
}

/// Whether one document has both values, of this claim or one that agrees with either.
fn shares_document(edge: &Edge, nodes: &[Node], groups: &Groups) -> bool {
    let document = |node: &usize| nodes[*node].document;
    let of_b = groups.with(edge.b);
    groups.with(edge.a).iter().map(document).any(|one| of_b.iter().map(document).any(|other| one == other))
}

/// Makes claims of the groups.
fn gather(story: &Story<'_>, nodes: &[Node], links: &[Edge], agreeing: &Groups, partners: &[Vec<usize>]) -> Vec<Claim> {
    let mut groups = agreeing.clone();
    for edge in links {
        groups.join(edge.a, edge.b);
    }
    let mut by_group: FxHashMap<usize, usize> = FxHashMap::default();
    let mut claims: Vec<Claim> = Vec::new();
    for (at, node) in nodes.iter().enumerate() {
        if groups.with(at).len() < 2 {
            continue;
        }
        let claim = *by_group.entry(groups.of[at]).or_insert_with(|| {
            claims.push(Claim { story: story.index, ..Claim::default() });
            claims.len() - 1
        });
        claims[claim].figures.push(node.figure);
    }
    let mut ends: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for edge in links {
        let (Relation::Differ(difference), Some(claim)) = (edge.relation, by_group.get(&groups.of[edge.a])) else {
            continue;
        };
        ends.entry(*claim).or_default().extend([edge.a, edge.b]);
        let shared_document = shares_document(edge, nodes, agreeing);
        claims[*claim].links.push(link(edge, difference, shared_document, story, nodes));
    }
    for (at, claim) in claims.iter_mut().enumerate() {
        claim.sides = match ends.get(&at) {
            Some(ends) => sides(ends, story, nodes, agreeing, partners),
            None => vec![claim.figures.clone()],
        };
    }
    claims
}

/// The ends of a claim's differences with what agrees with each, by what they say. A sentence printed word
/// for word in two documents is one witness.
fn sides(
    ends: &[usize],
    story: &Story<'_>,
    nodes: &[Node],
    agreeing: &Groups,
    partners: &[Vec<usize>],
) -> Vec<Vec<FigureRef>> {
    let mut shown: Vec<usize> = ends.iter().flat_map(|end| partners[*end].iter().chain([end])).copied().collect();
    shown.sort_unstable();
    shown.dedup();
    let mut by_side: FxHashMap<usize, usize> = FxHashMap::default();
    let mut printed: FxHashSet<(usize, u64)> = FxHashSet::default();
    let mut sides: Vec<Vec<FigureRef>> = Vec::new();
    for node in shown {
        let side = *by_side.entry(agreeing.of[node]).or_insert_with(|| {
            sides.push(Vec::new());
            sides.len() - 1
        });
        let outline = &story.outlines[nodes[node].document];
        let line = story.frame(&nodes[node]).line;
        if printed.insert((side, outline.lines[line].print)) {
            sides[side].push(nodes[node].figure);
        }
    }
    sides
}

fn link(edge: &Edge, difference: Difference, shared_document: bool, story: &Story<'_>, nodes: &[Node]) -> Link {
    let (a, b) = (&nodes[edge.a], &nodes[edge.b]);
    let frames = [story.frame(a), story.frame(b)];
    let measures = frames.map(|frame| frame.measure.map(|id| &story.language.knowledge.measures[usize::from(id)]));
    let near = |frame: &Frame| frame.heads.iter().copied().chain(frame.noun.map(|noun| noun.root)).collect::<Vec<_>>();
    let mut about: Vec<_> = frames.iter().flat_map(|frame| near(frame)).collect();
    about.sort_unstable();
    about.dedup();
    Link {
        a: a.figure,
        b: b.figure,
        difference,
        bits: edge.total,
        of_values: edge.of_values(),
        context: story.context(a, b, edge.relation),
        one_document: a.document == b.document,
        shared_document,
        headline: frames.iter().any(|frame| frame.place == Place::Title),
        grows: frames.iter().any(|frame| frame.grows) || measures.iter().flatten().any(|measure| measure.tally),
        wavers: frames.iter().all(|frame| frame.wavers),
        about,
    }
}

/// How many figures of a set are asked whether another fits.
const MANY: usize = 24;

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

    fn are_one(&self, a: usize, b: usize) -> bool {
        self.of[a] == self.of[b]
    }

    /// Whether the two are of two sets, and no figure of the one differs from one of the other.
    fn can_join(&self, a: usize, b: usize, fits: impl Fn(usize, usize) -> bool) -> bool {
        if self.are_one(a, b) {
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
