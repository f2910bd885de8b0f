//! What keeps two bounds apart, where not a word near both speaks for one thing.
//! Not here: whether the one breaks the other (`align/relation`).

use super::super::compared::{Edge, Node, Story};
use super::super::relation::{Difference, Relation};
use crate::figure::Kind;
use rust_decimal::Decimal;

/// What it weighs that the one is of what the other is not.
const TWO_THINGS: f64 = -3.0;
/// Hardly anybody is wrong by more about a percentage.
const FAR: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

/// What two bounds weigh that are set on two things: «14 مشروعا على الأقل», «5 أفراد على الأكثر»; or «أقل من 11%», «161%».
/// That anybody may be called a person says little there.
pub(super) fn of(story: &Story<'_>, edge: &Edge, (a, b): (&Node, &Node)) -> f64 {
    if edge.relation != Relation::Differ(Difference::Bound) || edge.near.words > 0 {
        return 0.0;
    }
    let noun = |node: &Node| story.frame(node).noun.map(|noun| noun.root);
    let two = match a.kind {
        Kind::Count => noun(a).zip(noun(b)).is_some_and(|(p, q)| p != q),
        Kind::Percent => edge.told.measure <= 0.0 && are_far(story, a, b),
        _ => false,
    };
    if two { TWO_THINGS } else { 0.0 }
}

fn are_far(story: &Story<'_>, a: &Node, b: &Node) -> bool {
    let number = |node: &Node| {
        let amount = &story.figure(node).value.quantity()?.amount;
        amount.low().or(amount.high()).copied()
    };
    let (Some(p), Some(q)) = (number(a), number(b)) else { return false };
    p.min(q).checked_mul(FAR).is_some_and(|most| p.max(q) > most)
}
