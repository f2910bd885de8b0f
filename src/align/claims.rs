//! Claims: the figures of one story that speak of the same thing.
//! Pairs are found by the rare words that they share, and scored. Those that agree are joined first, so that
//! an equal partner explains a figure away; what is left is held against its best partner that differs.
//! Not here: the weights (`score.rs`, `sure.rs`), and what is made of the pairs (`join.rs`).

use super::join::{self, Edge};
use super::outline::{Frame, Outline, Place};
use super::relation::{self, Difference, Relation, Stated};
use super::score::{self, Context, Pair};
use super::sure::Told;
use super::term::Term;
use super::{AlignOptions, Claim, Extracted, FigureRef, Language};
use crate::figure::{Edtf, Figure, Kind, Value};
use rustc_hash::{FxHashMap, FxHashSet};

/// A story with what is known of its documents.
pub(super) struct Story<'a> {
    /// Its index.
    pub index: usize,
    /// Its documents, by index.
    pub members: &'a [usize],
    /// All documents.
    pub documents: &'a [Extracted],
    /// An outline for each member.
    pub outlines: &'a [Outline],
    /// It was found in an archive, and may hold several events.
    pub found: bool,
    /// What the likeness of two members and their days say for their telling the same, in bits.
    pub likeness: &'a dyn Fn(usize, usize, bool) -> f64,
    pub language: Language<'a>,
    pub options: &'a AlignOptions,
}

/// A figure of the story.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// Index among the story's documents.
    pub document: usize,
    /// The figure among all documents.
    pub figure: FigureRef,
    /// Its kind.
    pub kind: Kind,
}

/// Dates as far from their own reports as each other are of two events of one kind.
const OWN_DAY: f64 = -10.0;
/// One word alone may be shared by chance, however rare; equal digits are no chance.
const LONE: f64 = -3.0;
/// A term that more figures share says nothing about any of them, unless most of them say the same.
const COMMON: usize = 60;
/// So many of those stand for all.
const FEW: usize = 3;

/// Whether nothing but the contexts can show that two different values are of one thing.
pub(super) fn is_plain(relation: Relation) -> bool {
    matches!(relation, Relation::Differ(Difference::Value | Difference::Bound | Difference::Date))
}

impl Story<'_> {
    /// Its claims.
    pub fn claims(&self) -> Vec<Claim> {
        let nodes = self.nodes();
        let edges = self.edges(&nodes);
        join::claims(self, &nodes, &edges)
    }

    /// The frame of a figure.
    pub fn frame(&self, node: &Node) -> &Frame {
        &self.outlines[node.document].frames[node.figure.figure]
    }

    fn figure(&self, node: &Node) -> &Figure {
        &self.documents[node.figure.document].figures[node.figure.figure]
    }

    /// The figures that are compared: those of a repeated sentence stand once.
    fn nodes(&self) -> Vec<Node> {
        let mut nodes = Vec::new();
        for (at, (document, outline)) in self.members.iter().zip(self.outlines).enumerate() {
            for (index, figure) in self.documents[*document].figures.iter().enumerate() {
                let line = outline.lines.get(outline.frames[index].line);
                let clock = figure.kind() == Kind::Duration && outline.frames[index].clock;
                if !clock && relation::is_compared(figure.kind()) && !line.is_some_and(|line| line.repeated) {
                    let reference = FigureRef { document: *document, figure: index };
                    nodes.push(Node { document: at, figure: reference, kind: figure.kind() });
                }
            }
        }
        nodes
    }

    /// Every pair that shares a telling term, scored; best first.
    fn edges(&self, nodes: &[Node]) -> Vec<Edge> {
        let mut by_term: FxHashMap<(Kind, Term), Vec<usize>> = FxHashMap::default();
        for (at, node) in nodes.iter().enumerate() {
            for cue in &self.frame(node).cues {
                by_term.entry((node.kind, cue.term)).or_default().push(at);
            }
        }
        let mut pairs: FxHashSet<(usize, usize)> = FxHashSet::default();
        for list in by_term.into_values() {
            let list = if list.len() <= COMMON { list } else { self.few_of_each(list, nodes) };
            for (at, a) in list.iter().enumerate().filter(|_| list.len() <= COMMON) {
                pairs.extend(list[at + 1..].iter().filter(|b| a != *b).map(|b| (*a.min(b), *a.max(b))));
            }
        }
        let mut edges: Vec<Edge> = pairs.into_iter().filter_map(|(a, b)| self.edge(a, b, nodes)).collect();
        edges.sort_by(|x, y| y.total.total_cmp(&x.total).then((x.a, x.b).cmp(&(y.a, y.b))));
        edges
    }

    /// A few figures of each value: many reports of one event say the same.
    fn few_of_each(&self, list: Vec<usize>, nodes: &[Node]) -> Vec<usize> {
        let mut seen: FxHashMap<Term, usize> = FxHashMap::default();
        let mut is_early = |at: &usize| {
            let seen = seen.entry(Term::value(&self.figure(&nodes[*at]).value)).or_default();
            *seen += 1;
            *seen <= FEW
        };
        list.into_iter().filter(|at| is_early(at)).collect()
    }

    fn edge(&self, a: usize, b: usize, nodes: &[Node]) -> Option<Edge> {
        let (x, y) = (&nodes[a], &nodes[b]);
        let one_document = x.document == y.document;
        if one_document && self.frame(x).line == self.frame(y).line {
            return None;
        }
        let (relation, of_values) = self.relate(x, y);
        // Two plain numbers of one article are two numbers, unless one is its headline's.
        let headlines = [x, y].iter().filter(|node| self.frame(node).place == Place::Title).count();
        if relation == Relation::Apart || one_document && headlines != 1 && is_plain(relation) {
            return None;
        }
        let context = self.context(x, y, relation);
        let bits = context.bits();
        Some(Edge {
            a,
            b,
            relation,
            near: context.near,
            told: Told::by(&context),
            context: bits,
            total: bits + of_values,
            bits: bits + of_values,
        })
    }

    /// What two figures' values are to each other.
    pub fn relate(&self, a: &Node, b: &Node) -> (Relation, f64) {
        let stated = |node: &Node| {
            let frame = self.frame(node);
            Stated { figure: self.figure(node), unit: frame.unit, bare: frame.noun.is_none(), year: frame.year }
        };
        relation::relate(stated(a), stated(b), self.language.rates)
    }

    /// What speaks for two figures being about the same thing, and against.
    pub fn context(&self, a: &Node, b: &Node, relation: Relation) -> Context {
        let side = |node: &Node| (&self.outlines[node.document], self.frame(node));
        let one_document = a.document == b.document;
        let pair = Pair { a: side(a), b: side(b), one_document, kind: a.kind };
        let mut context = score::context(&pair, self.language.knowledge);
        if !one_document {
            // Numbers change from day to day; dates of events do not, nor what has many digits in common.
            let changes = matches!(
                relation,
                Relation::Differ(
                    Difference::Value
                        | Difference::Bound
                        | Difference::Scale { digits: ..3, .. }
                        | Difference::Swapped { digits: ..3 }
                )
            );
            let bits = (self.likeness)(a.document, b.document, changes);
            if bits != 0.0 {
                context.reasons.push(("story", bits));
            }
        }
        if one_document
            && let Relation::Differ(Difference::Scale { digits, .. } | Difference::Swapped { digits }) = relation
        {
            // In one document round numbers meet by chance.
            let bits = [-6.0, -4.0].get(digits.saturating_sub(1) as usize).copied().unwrap_or(0.0);
            if bits < 0.0 {
                context.reasons.push(("one_document", bits));
            }
        }
        if let Some(bits) = self.same_distance(a, b, relation) {
            context.reasons.push(("own_day", bits));
        } else if self.found && relation == Relation::Differ(Difference::Date) && self.are_guessed(a, b) {
            // What happens day after day is told day after day.
            context.reasons.push(("own_day", OWN_DAY));
        }
        if is_plain(relation) && context.is_lone() {
            context.reasons.push(("one_word", LONE));
        }
        context
    }

    /// Whether both dates are meant by the days of their reports.
    fn are_guessed(&self, a: &Node, b: &Node) -> bool {
        let guessed =
            |node: &Node| matches!(&self.figure(node).value, Value::Date(date) if date.edtf == Edtf::Relative);
        guessed(a) && guessed(b)
    }

    /// Whether two dates lie as far from the days of their reports as each other: «the week that ended on
    /// Friday», told every week.
    fn same_distance(&self, a: &Node, b: &Node, relation: Relation) -> Option<f64> {
        if relation != Relation::Differ(Difference::Date) {
            return None;
        }
        let distance = |node: &Node| {
            let Value::Date(date) = &self.figure(node).value else { return None };
            let published = self.documents[node.figure.document].document.published?;
            let (first, last) = date.best().days()?;
            let days = |from: jiff::civil::Date, to| from.until(to).ok().map(|span| span.get_days());
            Some((days(published, first)?, days(first, last)?, published))
        };
        let ((p, p_length, p_day), (q, q_length, q_day)) = (distance(a)?, distance(b)?);
        let between = p_day.until(q_day).ok()?.get_days().abs();
        let slack = 1 + p_length.max(q_length);
        (between > 4 && (p - q).abs() <= slack && p.abs() <= 60).then_some(OWN_DAY)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
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
