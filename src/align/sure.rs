//! Sureness: how sure it is that two figures of two documents that differ speak of one thing, in bits.
//! What tells is less how much two sentences have in common than how much more than any others: each figure
//! must be the other's best partner, among all figures of the two documents, those that agree included.
//! The weights are those of a logistic regression over pairs of figures in stories told by several sources.
//! Not here: how much two contexts have in common (`score.rs`).

use super::claims::{Node, Story};
use super::join::Edge;
use super::outline::Frame;
use super::relation::{self, Difference, Relation};
use crate::figure::{Edtf, Kind};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// Even odds, before anything else is known: rules ask for more than this.
const EVEN: f64 = 8.3;
/// What two values of one thing weigh beside what they would by themselves.
const VALUES: f64 = 0.86;
/// Dates of one event are named by fewer words than numbers are.
const DATES: f64 = 2.3;
/// A shared word in the figures' own clauses, whichever it is, and a part of its weight.
const NEAR: (f64, f64) = (0.56, 0.15);
/// No more words than this are counted.
const WORDS: u32 = 6;
/// The same digits, and not one word in common near them: two things that happen to have one number.
const NO_WORDS: f64 = -2.0;
/// The same thing counted; the same thing measured, or another.
const NOUN: f64 = 1.2;
const MEASURE: f64 = 0.65;
/// Each is said of a period of its own: «in the first quarter», «in the second».
const PERIOD: f64 = -6.0;
/// So many words away a period is that of the figure.
const PERIOD_AWAY: usize = 4;
/// A headline and what it is a headline of.
const PLACE: f64 = 3.2;
/// One writer gives both values in one sentence: they are two.
const SIDE_BY_SIDE: f64 = -1.75;
/// How much better than its best rival a pair is, and what each bit of that weighs.
const MARGIN: (f64, f64) = (8.0, 0.34);
/// A figure without any other partner is so much better off.
const NO_RIVAL: f64 = -5.0;

/// What speaks for a pair that differs, by name.
#[derive(Clone, Debug, Default)]
pub(super) struct Sureness {
    /// What the shared words weigh.
    pub of_words: f64,
    /// What the values weigh.
    pub of_values: f64,
    /// Other reasons.
    pub reasons: SmallVec<[(&'static str, f64); 6]>,
}

impl Sureness {
    /// All of it.
    pub fn bits(&self) -> f64 {
        self.of_words + self.of_values + self.reasons.iter().map(|(_, bits)| bits).sum::<f64>()
    }
}

/// What speaks for the two figures of a pair being about one thing; `margin` is how much better they fit each
/// other than others fit either.
pub(super) fn of(story: &Story<'_>, nodes: &[Node], edge: &Edge, margin: f64, side_by_side: bool) -> Sureness {
    let (a, b) = (&nodes[edge.a], &nodes[edge.b]);
    let context = story.context(a, b, edge.relation);
    let dates = if story.kind(a) == Kind::Date { DATES } else { 0.0 };
    let mut out = Sureness {
        of_words: NEAR.0 * f64::from(edge.near.words.min(WORDS)) + NEAR.1 * edge.near.bits,
        of_values: VALUES * edge.of_values() + dates,
        reasons: SmallVec::new(),
    };
    let of =
        |name: &str| context.reasons.iter().filter(|(reason, _)| *reason == name).map(|(_, bits)| bits).sum::<f64>();
    out.reasons.push(("story", EVEN + of("story")));
    out.reasons.push(("rivals", MARGIN.1 * margin.clamp(-MARGIN.0, MARGIN.0)));
    let digits = matches!(edge.relation, Relation::Differ(Difference::Scale { .. } | Difference::Currency { .. }));
    if digits && edge.near.words == 0 {
        out.reasons.push(("no_words", NO_WORDS));
    }
    if of("noun") > 0.0 {
        out.reasons.push(("noun", NOUN));
    }
    if of("measure") != 0.0 {
        out.reasons.push(("measure", MEASURE * of("measure").signum()));
    }
    if of_other_periods(story.frame(a), story.frame(b)) {
        out.reasons.push(("period", PERIOD));
    }
    if of("place") > 0.0 {
        out.reasons.push(("place", PLACE));
    }
    if side_by_side {
        out.reasons.push(("side_by_side", SIDE_BY_SIDE));
    }
    if of("own_day") < 0.0 {
        out.reasons.push(("own_day", of("own_day")));
    }
    out
}

/// Whether right beside each figure stands a period, of one length, that is not the other's.
fn of_other_periods(a: &Frame, b: &Frame) -> bool {
    let (Some((p, p_away)), Some((q, q_away))) = (a.period, b.period) else { return false };
    let length = |edtf: &Edtf| match edtf {
        Edtf::Interval(..) => Some(2),
        Edtf::Point(date) if date.day.is_none() => Some(u8::from(date.month.is_some())),
        _ => None,
    };
    let comparable = length(&p).is_some() && length(&p) == length(&q);
    comparable && p_away.max(q_away) <= PERIOD_AWAY && relation::dates_differ(&p, &q)
}

/// The best partners of each figure in each other document.
#[derive(Debug, Default)]
pub(super) struct Rivals {
    best: FxHashMap<(usize, usize), Partners>,
}

#[derive(Clone, Copy, Debug)]
struct Partners {
    first: f64,
    partner: usize,
    second: f64,
}

impl Rivals {
    /// The best partners among pairs, best first.
    pub fn of(edges: &[Edge], nodes: &[Node]) -> Rivals {
        let mut best: FxHashMap<(usize, usize), Partners> = FxHashMap::default();
        for edge in edges {
            for (node, other) in [(edge.a, edge.b), (edge.b, edge.a)] {
                best.entry((node, nodes[other].document))
                    .and_modify(|partners| partners.second = partners.second.max(edge.total))
                    .or_insert(Partners { first: edge.total, partner: other, second: NO_RIVAL });
            }
        }
        Rivals { best }
    }

    /// How much better a pair is than the best rival of either of its figures; negative if a rival is better.
    pub fn margin(&self, edge: &Edge, nodes: &[Node]) -> f64 {
        let margin = |node: usize, other: usize| {
            let rival = match self.best.get(&(node, nodes[other].document)) {
                Some(partners) if partners.partner == other => partners.second,
                Some(partners) => partners.first,
                None => NO_RIVAL,
            };
            edge.total - rival.max(NO_RIVAL)
        };
        margin(edge.a, edge.b).min(margin(edge.b, edge.a))
    }
}
