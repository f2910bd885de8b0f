//! Whose the points, seats and goals are: each of several has a number of its own.
//! Not here: people and their ages (`ages.rs`).

use super::super::compared::{Edge, Node, Story};
use super::super::term::Term;
use crate::figure::Kind;

/// What it weighs that the one is of somebody of whom the other report does not know, and the other is too.
const OTHER_OWNER: f64 = -5.0;
/// So many words before a number it is told whose it is.
const OWNER_AWAY: usize = 12;
/// A sentence of the news has a name this often at most.
const NAME: f64 = 0.005;

/// What the owners of two numbers weigh: «رفع الفريق الأخضر رصيده إلى 71 نقطة», «رفع الفريق الأحمر رصيده إلى 84 نقطة».
pub(super) fn of(story: &Story<'_>, edge: &Edge, (a, b): (&Node, &Node)) -> f64 {
    let contested = |node: &Node| {
        let noun = story.frame(node).noun;
        noun.is_some_and(|noun| story.language.knowledge.is_contested(noun.stem))
    };
    let apart = || is_unknown(story, a, b) && is_unknown(story, b, a);
    // Where the numbers beside them are the same, they are of one.
    let numbers = a.kind == Kind::Count && edge.relation.is_plain() && edge.near.values == 0;
    if numbers && contested(a) && contested(b) && apart() { OTHER_OWNER } else { 0.0 }
}

/// Whether a name stands before a number that the other report nowhere has.
fn is_unknown(story: &Story<'_>, node: &Node, other: &Node) -> bool {
    let (tokens, range) = story.sentence_of(node);
    let knowledge = story.language.knowledge;
    let mut before = tokens[..range.start].iter().rev().take(OWNER_AWAY).filter(|token| !token.word.is_empty());
    before.any(|token| {
        let root = knowledge.stem(token.word).root;
        let rare = !knowledge.is_stop(token.word) && knowledge.rate(root) < NAME;
        rare && story.outlines[other.document].lines_with(Term::root(root)) == 0
    })
}
