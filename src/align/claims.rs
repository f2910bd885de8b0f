//! Claims: the figures of one story that speak of the same thing.
//! Pairs are found by the rare words that they share, and scored. Those that agree are joined first, so that
//! an equal partner explains a figure away; what is left is held against its best partner that differs.
//! Not here: the weights (`score.rs`, `sure.rs`), and what is made of the pairs (`join.rs`).

use super::candidates::{Candidate, Candidates};
use super::join::{self, AGREED, Edge};
use super::outline::{Frame, Outline, Place};
use super::reasons;
use super::relation::{self, Difference, Relation, Stated};
use super::rivals::NO_RIVAL;
use super::score::{self, Context, Pair, Reason, Reasons, Weights};
use super::story::Likenesses;
use super::sure::{self, Told};
use super::term::Term;
use super::{AlignOptions, Claim, Extracted, FigureRef, Language};
use crate::document::Document;
use crate::figure::{Edtf, Figure, Kind, Span, Value};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

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
    /// How like each other its members are.
    pub likenesses: &'a Likenesses<'a>,
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
    /// Where it lies from its report, where it is a date.
    pub away: Option<Away>,
}

/// How far a date lies from the day of its report, in days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Away {
    /// From the report to its first day.
    first: i32,
    /// From its first day to its last.
    length: i32,
    /// The day of the report, counted from some day.
    report: i32,
}

impl Away {
    fn of(figure: &Figure, published: Date) -> Option<Away> {
        let Value::Date(date) = &figure.value else { return None };
        let (first, last) = date.best().days()?;
        let days = |from: Date, to| from.until(to).ok().map(|span| span.get_days());
        Some(Away { first: days(published, first)?, length: days(first, last)?, report: days(Date::ZERO, published)? })
    }
}

/// Dates as far from their own reports as each other are of two events of one kind.
const OWN_DAY: f64 = -10.0;
/// So are two weekdays that are each the day of its own report; but reports are also taken over a day later.
const AGAIN: f64 = -3.5;
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

/// Whether some documents have two figures of a kind that may be compared, in two sentences: most stories of one
/// document have none.
pub(super) fn may_hold_any(members: &[usize], documents: &[Extracted]) -> bool {
    let mut met: SmallVec<[(Kind, usize, Span); 6]> = SmallVec::new();
    let figures = members.iter().flat_map(|at| documents[*at].figures.iter().map(move |figure| (*at, figure)));
    figures.filter(|(_, figure)| relation::is_compared(&figure.value)).any(|(document, figure)| {
        let kind = figure.kind();
        let Some(first) = met.iter().find(|first| first.0 == kind) else {
            met.push((kind, document, figure.sentence));
            return false;
        };
        *first != (kind, document, figure.sentence)
    })
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

    /// The figure.
    pub fn figure(&self, node: &Node) -> &Figure {
        &self.documents[node.figure.document].figures[node.figure.figure]
    }

    /// The figures that are compared: those of a repeated sentence stand once.
    fn nodes(&self) -> Vec<Node> {
        let mut nodes = Vec::new();
        for (at, (document, outline)) in self.members.iter().zip(self.outlines).enumerate() {
            let Extracted { document: Document { published, .. }, figures } = &self.documents[*document];
            for (index, figure) in figures.iter().enumerate() {
                let line = outline.lines.get(outline.frames[index].line);
                if !outline.frames[index].clock
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
                relation == Relation::Loose || is_plain(relation) && is_title(x) == is_title(y)
            }
            _ => false,
        };
        (!nothing).then_some((relation, of_values))
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
        let weights = Weights::of(&self.pair(x, y), shared);
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

    /// What two figures' values are to each other.
    pub fn relate(&self, a: &Node, b: &Node) -> (Relation, f64) {
        let ahead = |node: &Node| self.frame(node).ahead;
        if ahead(a).zip(ahead(b)).is_some_and(|(p, q)| p != q) {
            return (Relation::Apart, 0.0); // The next five years and the last five.
        }
        let stated = |node: &Node| {
            let frame = self.frame(node);
            Stated { figure: self.figure(node), ready: &frame.ready, unit: frame.unit, bare: frame.noun.is_none() }
        };
        let related = relation::relate(stated(a), stated(b), self.language.rates);
        let turn = |node: &Node| self.frame(node).turn;
        let opposite = a.document != b.document && turn(a).zip(turn(b)).is_some_and(|(p, q)| p.0 != q.0 && p.1 == q.1);
        if opposite && related.0 == Relation::Agree {
            return relation::turned(&self.figure(a).value, &self.figure(b).value).unwrap_or(related);
        }
        related
    }

    /// Whether two figures state one value.
    pub fn say_the_same(&self, nodes: &[Node], a: usize, b: usize) -> bool {
        nodes[a].kind == nodes[b].kind && self.relate(&nodes[a], &nodes[b]).0 == Relation::Agree
    }

    /// The sentence of a figure as a number, and which of its figures it is: the same where it is printed word for word.
    pub fn print(&self, node: &Node) -> (u64, usize) {
        let Outline { lines, frames, .. } = &self.outlines[node.document];
        let (before, frame) = (&frames[..node.figure.figure], &frames[node.figure.figure]);
        (lines[frame.line].print, before.iter().rev().take_while(|other| other.line == frame.line).count())
    }

    /// What speaks for two figures being about the same thing, and against.
    pub fn context(&self, a: &Node, b: &Node, relation: Relation) -> Context {
        let pair = self.pair(a, b);
        let shared = score::shared_cues(&pair);
        let weights = Weights::of(&pair, &shared);
        let mut reasons = Reasons::new();
        self.reasons(a, b, relation, &weights, |reason, bits| reasons.push((reason, bits)));
        Context { words: score::shared_words(&pair, &shared), of_words: weights.sum(), reasons }
    }

    /// The frames of two figures with their outlines.
    pub fn pair(&self, a: &Node, b: &Node) -> Pair<'_> {
        let side = |node: &Node| (&self.outlines[node.document], self.frame(node));
        Pair { a: side(a), b: side(b), one_document: a.document == b.document, kind: a.kind }
    }

    /// Gives each reason that two figures have for or against being about the same thing, beside the words that they
    /// share.
    fn reasons(&self, a: &Node, b: &Node, relation: Relation, weights: &Weights, mut give: impl FnMut(Reason, f64)) {
        reasons::reasons(&self.pair(a, b), self.language.knowledge, &mut give);
        let one_document = a.document == b.document;
        if !one_document {
            // Numbers change from day to day; dates of events do not, nor what has many digits in common.
            let changes = matches!(
                relation,
                Relation::Differ(
                    Difference::Value
                        | Difference::Bound
                        | Difference::Scale { digits: ..3, .. }
                        | Difference::Swapped { digits: ..3 }
                        | Difference::Measure { digits: ..3 }
                        | Difference::Turn { digits: ..3 }
                )
            );
            let bits = self.likenesses.bits(a.document, b.document, changes);
            if bits != 0.0 {
                give(Reason::Story, bits);
            }
        }
        if one_document
            && let Relation::Differ(Difference::Scale { digits, .. } | Difference::Swapped { digits }) = relation
        {
            // In one document round numbers meet by chance.
            let bits = [-6.0, -4.0].get(digits.saturating_sub(1) as usize).copied().unwrap_or(0.0);
            if bits < 0.0 {
                give(Reason::OneDocument, bits);
            }
        }
        if let Some(bits) = self.same_distance(a, b, relation) {
            give(Reason::OwnDay, bits);
        } else if self.found && relation == Relation::Differ(Difference::Date) && self.are_guessed(a, b) {
            // What happens day after day is told day after day.
            give(Reason::OwnDay, OWN_DAY);
        }
        if is_plain(relation) && weights.is_lone() {
            give(Reason::OneWord, LONE);
        }
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
        let (p, q) = (a.away?, b.away?);
        // «up to Thursday» and «up to Friday»: each tells what was known then.
        if [(a, p), (b, q)].iter().all(|(node, away)| self.frame(node).until && away.first.abs() <= 1) {
            return Some(OWN_DAY);
        }
        let between = (p.report - q.report).abs();
        let slack = 1 + p.length.max(q.length);
        if between > 4 && (p.first - q.first).abs() <= slack && p.first.abs() <= 60 {
            return Some(OWN_DAY);
        }
        // What is told of «Sunday» on Sunday and of «Monday» on Monday may have happened again.
        (between > 0 && p.first == q.first && self.are_guessed(a, b)).then_some(AGAIN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
