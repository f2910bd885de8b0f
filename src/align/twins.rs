//! Twins: a sum that is told again in other money right beside it, «100 مليون يورو (113 مليون دولار)».
//! Not here: whether the two are worth the same (`rules/intrinsic/exchange.rs`).

use super::compared::{Node, Story};
use super::relation::{Difference, Relation};
use super::{Extracted, FigureRef};
use crate::figure::{Figure, Kind};

impl Story<'_> {
    /// Whether of two sums that differ the one only tells in other money what stands beside it, and that has the digits of
    /// the other: «100 مليون دولار» of one source, and «100 مليون يورو (113 مليون دولار)» of another. Their currencies differ.
    pub fn are_told_in_other_money(&self, a: &Node, b: &Node) -> bool {
        let is_currency = |twin: Node, other: &Node| {
            matches!(self.relate(&twin, other).0, Relation::Differ(Difference::Currency { .. }))
        };
        let told = |one: &Node, other: &Node| self.twin(one).is_some_and(|twin| is_currency(twin, other));
        a.kind == Kind::Money && a.document != b.document && (told(a, b) || told(b, a))
    }

    /// The sum in other money beside a figure: one of the two stands in brackets after the other.
    fn twin(&self, node: &Node) -> Option<Node> {
        let Extracted { document, figures } = &self.documents[node.figure.document];
        let unit = |figure: &Figure| figure.value.quantity().and_then(|quantity| quantity.unit.clone());
        let (own, at) = (self.figure(node), node.figure.figure);
        let is_twin = |beside: &usize| {
            let Some(other) = figures.get(*beside) else { return false };
            let (first, second) = if *beside < at { (other, own) } else { (own, other) };
            let between = document.text.get(first.span.end..second.span.start).unwrap_or_default();
            other.kind() == Kind::Money && unit(other) != unit(own) && between.trim() == "("
        };
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().find(is_twin)?;
        Some(Node { figure: FigureRef { figure: beside, ..node.figure }, ..*node })
    }
}

#[cfg(test)]
mod tests {
    use super::super::parts::tests::differing;

    #[test]
    fn a_sum_in_other_money_is_held_against_that_beside_it() {
        let one = "تبرعت شركة مرجان لترميم كاتدرائية الواحة بمبلغ 420 مليون دولار بعد الحريق.";
        let found = |sum: &str| {
            let other = format!("بعد الحريق تبرعت شركة مرجان بمبلغ {sum} لترميم كاتدرائية الواحة.");
            differing([one, &other])
        };
        assert_eq!(found("420 مليون يورو (470 مليون دولار)"), [["420 مليون دولار", "420 مليون يورو"]]);
        assert_eq!(found("430 مليون يورو (470 مليون دولار)"), [["420 مليون دولار", "470 مليون دولار"]]);
    }
}
