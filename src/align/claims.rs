//! Claims: the figures of one story that speak of the same thing.
//! Pairs are found by the rare words that they share, and scored. Those that agree are joined first, so that
//! an equal partner explains a figure away; what is left is held against its best partner that differs.
//! Not here: the weights (`score.rs`, `context.rs`, `sure/`), and what is made of the pairs (`join.rs`).

use super::candidates::{Candidate, Candidates};
use super::compared::{Away, Edge, Node, Story, Told};
use super::join::{self, AGREED};
use super::outline::Place;
use super::relation::{self, Relation};
use super::rivals::NO_RIVAL;
use super::score::SharedWords;
use super::sure;
use super::term::Term;
use super::{Claim, Extracted, FigureRef};
use crate::document::Document;
use rustc_hash::FxHashMap;

/// A term that more figures share says nothing about any of them, unless most of them say the same.
const COMMON: usize = 60;
/// So many of those stand for all.
const FEW: usize = 3;
/// What was over so many days before is of old, and no headline's news.
const YEAR: i32 = 365;

impl Story<'_> {
    /// Its claims.
    pub fn claims(&self) -> Vec<Claim> {
        let nodes = self.nodes();
        let edges = self.edges(&nodes);
        join::claims(self, &nodes, &edges)
    }

    /// The figures that are compared: those of a repeated sentence stand once.
    fn nodes(&self) -> Vec<Node> {
        let mut nodes = Vec::new();
        for (at, (document, outline)) in self.members.iter().zip(self.outlines).enumerate() {
            let Extracted { document: Document { published, .. }, figures } = &self.documents[*document];
            for (index, figure) in figures.iter().enumerate() {
                let line = outline.lines.get(outline.frames[index].line);
                if !outline.frames[index].aside
                    && relation::is_compared(&figure.value)
                    && !line.is_some_and(|line| line.repeated)
                {
                    let reference = FigureRef { document: *document, figure: index };
                    let away = published.and_then(|published| Away::of(figure, published));
                    nodes.push(Node { document: at, figure: reference, kind: figure.kind(), away });
                }
            }
        }
        nodes
    }

    /// Every pair that shares a telling term, scored; best first.
    fn edges(&self, nodes: &[Node]) -> Vec<Edge> {
        let candidate =
            |node: &Node| Candidate { document: node.document, figure: node.figure.figure, kind: node.kind };
        let figures: Vec<Candidate> = nodes.iter().map(candidate).collect();
        let mut candidates = Candidates::of(&figures, self.outlines);
        // Many reports of one event say the same: a few figures of each value stand for all.
        let (mut of, mut seen): (usize, FxHashMap<Term, usize>) = Default::default();
        candidates.shorten(COMMON, |list, at| {
            if of != list {
                of = list;
                seen.clear();
            }
            let Candidate { document, figure, .. } = figures[at];
            let seen = seen.entry(self.outlines[document].values[figure]).or_default();
            *seen += 1;
            *seen <= FEW
        });
        let mut edges: Vec<Edge> = Vec::new();
        let relate = |a: usize, b: usize| self.relate_pair(&nodes[a], &nodes[b]);
        candidates.each_pair(relate, |a, b, (relation, of_values), shared| {
            let edge = self.edge((a, &nodes[a]), (b, &nodes[b]), relation, of_values, shared);
            edges.extend(Some(edge).filter(|edge| self.matters(edge, nodes)));
        });
        let mut order: Vec<(f64, usize)> = edges.iter().map(|edge| edge.total).zip(0..).collect();
        order.sort_unstable_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        order.into_iter().map(|(_, at)| edges[at]).collect()
    }

    /// What the values of two figures of two sentences are to each other, unless nothing can come of them.
    fn relate_pair(&self, x: &Node, y: &Node) -> Option<(Relation, f64)> {
        let (relation, of_values) = self.relate(x, y);
        let is_title = |node: &Node| self.frame(node).place == Place::Title;
        let nothing = match relation {
            Relation::Apart => true,
            // Two plain numbers of one article are two numbers, unless one is its headline's.
            _ if x.document == y.document => {
                let of_old = is_title(x) != is_title(y) && self.is_of_old(x, y);
                relation == Relation::Loose || relation.is_plain() && (is_title(x) == is_title(y) || of_old)
            }
            _ => false,
        };
        (!nothing).then_some((relation, of_values))
    }

    /// Whether one of a headline and its article tells of long ago, and the article has what the headline says besides.
    fn is_of_old(&self, x: &Node, y: &Node) -> bool {
        let (title, body) = if self.frame(x).place == Place::Title { (x, y) } else { (y, x) };
        let values = &self.outlines[title.document].values;
        let again = || values.iter().filter(|value| **value == values[title.figure.figure]).count() > 1;
        self.days_since(body) > Some(YEAR) && again()
    }

    /// A pair with the cues that both have.
    fn edge(
        &self,
        (a, x): (usize, &Node),
        (b, y): (usize, &Node),
        relation: Relation,
        of_values: f64,
        shared: &[(u32, u32)],
    ) -> Edge {
        let weights = SharedWords::of(&self.pair(x, y), shared);
        let (mut told, mut of_reasons) = (Told::by(&weights), 0.0);
        self.reasons(x, y, relation, &weights, |reason, bits| {
            told.hear(reason, bits);
            of_reasons += bits;
        });
        let context = weights.sum() + of_reasons;
        let total = context + of_values;
        let edge = Edge { a, b, relation, near: weights.near, told, context, total, bits: total };
        let compared = x.document != y.document && matches!(relation, Relation::Differ(_));
        if compared { Edge { bits: sure::at_most(self, (x, y), &edge), ..edge } } else { edge }
    }

    /// Whether a pair can be told of, join two figures, or be the rival of another: most are none of it.
    fn matters(&self, edge: &Edge, nodes: &[Node]) -> bool {
        let least = self.options.min_bits.min(AGREED);
        let one_document = nodes[edge.a].document == nodes[edge.b].document;
        match edge.relation {
            Relation::Agree if one_document => edge.total >= least,
            Relation::Differ(_) if one_document => edge.bits >= self.options.min_bits,
            Relation::Agree => edge.total > NO_RIVAL.min(least),
            Relation::Differ(_) => edge.total > NO_RIVAL || edge.bits >= self.options.min_bits,
            _ => !one_document && edge.total > NO_RIVAL,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::AlignOptions;
    use crate::lexicon::Lexicon;

    #[test]
    fn many_reports_of_one_event_are_compared() {
        let lexicon = Lexicon::builtin();
        let report = |n: usize| {
            let sum = if n.is_multiple_of(2) { "97.4" } else { "974" };
            let text =
                format!("رفض مجلس إدارة مختبر الواحة عرضا بقيمة {sum} مليار دولار لشراء المختبر في جلسته رقم {n}.");
            let document = Document { id: n.to_string(), text, ..Document::default() };
            Extracted { figures: crate::extract::figures(&document, lexicon), document }
        };
        let documents: Vec<Extracted> = (0..3 * COMMON).map(report).collect();
        let options = AlignOptions { one_story: true, ..AlignOptions::default() };
        let found = crate::align::claims(&documents, lexicon, &options);
        assert!(found.claims.iter().any(|claim| !claim.links.is_empty()), "{:?}", found.claims);
    }
}
