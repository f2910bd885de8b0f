//! Rows: numbers of several things that one sentence tells one after another, as tables do.
//! Not here: what the figures of a sentence make together (`parts.rs`).

use super::FigureRef;
use super::compared::{Node, Story};
use super::relation::Relation;
use crate::figure::Kind;
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
}
