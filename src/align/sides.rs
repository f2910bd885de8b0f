//! Sides: the figures of a claim by what they say, each sentence once, however many documents print it.
//! Not here: which differences make a claim (`join.rs`).

use super::FigureRef;
use super::compared::{Node, Story};
use super::groups::{Few, Groups, MANY};
use super::relation::Relation;
use rustc_hash::{FxHashMap, FxHashSet};

/// The ends of a claim's differences with what agrees with each, by what they say: also of those that were not
/// found to be one by their contexts alone; and the side of each. A sentence printed word for word in two
/// documents is one witness.
pub(super) fn sides(
    ends: &[(usize, usize)],
    story: &Story<'_>,
    nodes: &[Node],
    agreeing: &Groups,
    partners: &[Few],
) -> (Vec<Vec<usize>>, FxHashMap<usize, usize>) {
    let ends = ends.iter().flat_map(|(a, b)| [*a, *b]);
    let mut shown: Vec<usize> = ends.flat_map(|end| partners[end].iter().copied().chain([end])).collect();
    shown.sort_unstable();
    shown.dedup();
    let mut sides: Vec<Vec<usize>> = Vec::new();
    let mut by_group: FxHashMap<usize, usize> = FxHashMap::default();
    for node in shown {
        let side = *by_group.entry(agreeing.of[node]).or_insert_with(|| {
            sides.push(Vec::new());
            sides.len() - 1
        });
        sides[side].push(node);
    }
    let sides = merge(sides, |a, b| story.relate(&nodes[a], &nodes[b]).0 == Relation::Agree);
    let side_of = sides.iter().enumerate().flat_map(|(side, all)| all.iter().map(move |node| (*node, side))).collect();
    let printed = |side: Vec<usize>| {
        let mut printed: FxHashSet<(u64, usize)> = FxHashSet::default();
        let mut is_new = |node: &usize| printed.insert(story.print(&nodes[*node]));
        side.into_iter().filter(|node| is_new(node)).collect()
    };
    (sides.into_iter().map(printed).collect(), side_of)
}

/// The figures of each sentence, by its print.
pub(super) type Prints = FxHashMap<(u64, usize), Few>;

pub(super) fn prints(story: &Story<'_>, nodes: &[Node]) -> Prints {
    let mut prints = Prints::default();
    for (at, node) in nodes.iter().enumerate() {
        prints.entry(story.print(node)).or_default().push(at);
    }
    prints
}

/// A figure beside the same one in each other document that prints its sentence word for word. «أمس» is another day
/// there, where the report is of another day.
pub(super) fn reprints<'a>(
    node: usize,
    prints: &'a Prints,
    story: &'a Story<'_>,
    nodes: &'a [Node],
) -> impl Iterator<Item = (FigureRef, FigureRef)> + 'a {
    let own = &nodes[node];
    let others = prints.get(&story.print(own)).into_iter().flatten().map(|other| &nodes[*other]);
    let same = move |other: &&Node| {
        other.document != own.document && other.kind == own.kind && story.relate(own, other).0 == Relation::Agree
    };
    others.filter(same).map(|other| (own.figure, other.figure))
}

/// Puts sides together that agree in all their figures.
fn merge(sides: Vec<Vec<usize>>, agree: impl Fn(usize, usize) -> bool) -> Vec<Vec<usize>> {
    let mut merged: Vec<Vec<usize>> = Vec::new();
    for side in sides {
        let fits =
            |other: &&mut Vec<usize>| side.iter().take(MANY).all(|a| other.iter().take(MANY).all(|b| agree(*a, *b)));
        match merged.iter_mut().find(fits) {
            Some(other) => other.extend(side),
            None => merged.push(side),
        }
    }
    merged
}
