//! Rows: numbers of several things that one sentence tells one after another, as tables do.
//! Not here: what the figures of a sentence make together (`sums.rs`).

use super::FigureRef;
use super::compared::{Node, Story};
use super::relation::Relation;
use crate::figure::Kind;
use rust_decimal::Decimal;
use smallvec::SmallVec;

/// So many numbers of the same things make a row.
const ROW: usize = 3;

impl Story<'_> {
    /// Whether both stand in a row of numbers of the same things, and no number of the one row is that of the other: «13
    /// ذهبية و10 فضيات و8 برونزيات» is another team's.
    pub fn are_of_two_rows(&self, a: &Node, b: &Node) -> bool {
        let noun = |node: &Node| self.frame(node).noun.map(|noun| noun.root);
        if a.kind != Kind::Count || noun(a).is_none() || noun(b).is_none() {
            return false;
        }
        let (of_a, of_b) = (self.row(a), self.row(b));
        let twin =
            |one: &Node| of_b.iter().find(|other| noun(other) == noun(one)).map(|other| self.relate(one, other).0);
        let twins: SmallVec<[_; 4]> = of_a.iter().filter_map(|one| Some((noun(one), twin(one)?))).collect();
        let within = |node: &Node| twins.iter().any(|(of, _)| *of == noun(node));
        let differ = twins.iter().all(|(_, twin)| matches!(twin, Relation::Differ(_)));
        twins.len() >= ROW && within(a) && within(b) && differ
    }

    /// Whether two counts of one thing stand beside counts of other things that are the same in both sentences: «16 لقبا، و451
    /// هدفا في 438 مباراة» and «451 هدفا في 438 مباراة و15 لقبا» are of one player. Small numbers are equal by chance.
    pub fn are_of_one_row(&self, a: &Node, b: &Node) -> bool {
        let noun = |node: &Node| self.frame(node).noun.map(|noun| noun.root);
        if a.kind != Kind::Count || noun(a).is_none() || noun(a) != noun(b) {
            return false;
        }
        let (of_a, of_b) = (self.row(a), self.row(b));
        let is_told = |one: &&Node| {
            let large = self.number(one).is_some_and(|n| n >= Decimal::TEN);
            large
                && noun(one) != noun(a)
                && of_b.iter().any(|other| noun(other) == noun(one) && self.relate(one, other).0 == Relation::Agree)
        };
        of_a.iter().filter(is_told).count() + 1 >= ROW && self.is_greatest(a) && self.is_greatest(b)
    }

    /// Whether no other count of a figure's sentence that counts the same is as great.
    fn is_greatest(&self, node: &Node) -> bool {
        let noun = |at: usize| self.outlines[node.document].frames[at].noun.map(|noun| noun.root);
        let of = |at: usize| Node { figure: FigureRef { figure: at, ..node.figure }, ..*node };
        let own = self.outlines[node.document].frames_in(self.frame(node).line);
        let mut alike = own.filter(|(at, _)| *at != node.figure.figure && noun(*at) == noun(node.figure.figure));
        alike.all(|(at, _)| self.number(&of(at)) < self.number(node))
    }

    fn number(&self, node: &Node) -> Option<Decimal> {
        self.figure(node).value.quantity().and_then(|quantity| quantity.amount.low().copied())
    }

    /// The counts of a figure's sentence that have a noun of their own.
    fn row(&self, node: &Node) -> SmallVec<[Node; 4]> {
        let outline = &self.outlines[node.document];
        let figures = &self.documents[node.figure.document].figures;
        let own = outline.frames_in(self.frame(node).line);
        let counts = own.filter(|(at, frame)| frame.noun.is_some() && figures[*at].kind() == Kind::Count);
        let root = |at: usize| outline.frames[at].noun.map(|noun| noun.root);
        let counts: SmallVec<[usize; 8]> = counts.map(|(at, _)| at).collect();
        let once = counts.iter().filter(|at| counts.iter().filter(|other| root(**other) == root(**at)).count() == 1);
        once.map(|at| Node { figure: FigureRef { figure: *at, ..node.figure }, kind: Kind::Count, away: None, ..*node })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::parts::tests::differing;

    #[test]
    fn rows_of_which_no_number_is_the_others_are_of_two() {
        let one = "أنهى فريق مرجان دورة الواحة في الرقاوش برصيد 21 ذهبية و14 فضية و9 برونزيات بعد سباقات اليوم.";
        let row = |counts: &str| format!("أنهى فريق مرجان دورة الواحة في الرقاوش {counts} بعد سباقات اليوم.");
        let found = |counts: &str| differing([one, &row(counts)]).len();
        assert_eq!(found("برصيد 13 ذهبية و10 فضيات و8 برونزيات"), 0);
        assert_eq!(found("برصيد 21 ذهبية و10 فضيات و9 برونزيات"), 1);
        assert!(found("برصيد 13 ذهبية و10 فضيات") > 0);
    }

    #[test]
    fn a_count_beside_the_same_counts_is_of_the_same_thing() {
        let one = "مذكرا بأنه أحرز معه 16 لقبا هي عشرة في الدوري وستة في الكأس، وسجل 451 هدفا في 438 مباراة.";
        let other = |goals: &str, matches: &str| {
            let text = format!("وغادر مرجان الرقاوش تاركا سجلا يفخر به: {goals} في {matches}، و15 لقبا.");
            differing([one, &text]).iter().any(|two| two == &["16", "15"])
        };
        assert!(other("451 هدفا", "438 مباراة"));
        assert!(!other("451 هدفا", "130 مباراة"));
        assert!(!other("أهدافا كثيرة", "438 مباراة"));
    }
}
