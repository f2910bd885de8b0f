//! Joining: which scored pairs make a claim, and which differences stand.
//! Not here: which pairs there are (`claims.rs`), how sure a difference is (`sure/`), and which figures of a claim say the
//! same (`sides.rs`).

use super::apart;
use super::compared::{Edge, LONG_AFTER, Node, Story};
use super::context::Context;
use super::groups::{Few, Groups, MANY, Taken};
use super::outline::{Frame, Place};
use super::relation::{Difference, Relation};
use super::rivals::Rivals;
use super::sides::{prints, reprints, sides};
use super::sure::{self, Others};
use super::{Claim, Link};
use crate::figure::Kind;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

/// Figures that agree are one claim from this score on.
pub(super) const AGREED: f64 = 6.0;
/// Equal values alone do not make figures one: this much must come from what is told of them.
const TOLD: f64 = 4.0;

/// What equal numbers of one digit weigh, at most.
const SMALL: f64 = 2.5;
/// As [`TOLD`], for numbers of one digit.
const TOLD_OF_SMALL: f64 = 8.0;

/// The claims that the pairs make; `edges` come best first.
pub(super) fn claims(story: &Story<'_>, nodes: &[Node], edges: &[Edge]) -> Vec<Claim> {
    if edges.is_empty() {
        return Vec::new();
    }
    let mut groups = Groups::new(nodes.len());
    let mut best = Best::new(nodes.len());
    let mut partners = vec![Few::new(); nodes.len()];
    let fits = |a: usize, b: usize| story.may_be_one(&nodes[a], &nodes[b]);
    for edge in edges.iter().filter(|edge| edge.relation == Relation::Agree) {
        best.note(edge, nodes);
        // Small numbers are equal by chance: their contexts must say more.
        let told = if edge.of_values() < SMALL { TOLD_OF_SMALL } else { TOLD };
        if edge.total < AGREED || edge.context < told {
            continue;
        }
        if groups.can_join(edge.a, edge.b, fits) {
            groups.join(edge.a, edge.b);
        }
        if groups.are_one(edge.a, edge.b) {
            partners[edge.a].push(edge.b);
            partners[edge.b].push(edge.a);
        }
    }
    let mut links: Vec<Edge> = Vec::new();
    let asked = |edge: &Edge| may_stand(edge, story) && nodes[edge.a].document != nodes[edge.b].document;
    // Most stories have no difference that is weighed against others.
    let rivals = if edges.iter().any(asked) { Rivals::of(edges, nodes, asked) } else { Rivals::default() };
    let differing = differing(story, nodes, edges, &groups, &rivals);
    let mut taken = if differing.is_empty() { Taken::default() } else { Taken::of(nodes, &groups) };
    for edge in differing {
        if stands(&edge, story, nodes, &best, &groups, &mut taken) {
            links.push(edge);
        }
    }
    gather(story, nodes, &links, &groups, &partners, &rivals)
}

/// Whether a pair differs and may be sure enough to be told of.
fn may_stand(edge: &Edge, story: &Story<'_>) -> bool {
    matches!(edge.relation, Relation::Differ(_)) && edge.bits >= story.options.min_bits
}

/// The pairs that differ and are sure enough to be told of, the surest first.
fn differing(story: &Story<'_>, nodes: &[Node], edges: &[Edge], groups: &Groups, rivals: &Rivals) -> Vec<Edge> {
    let explained = |edge: &Edge| {
        let (a, b) = (&nodes[edge.a], &nodes[edge.b]);
        let dates = edge.relation == Relation::Differ(Difference::Date);
        let bounds = edge.relation == Relation::Differ(Difference::Bound);
        let are_apart = dates
            && (story.are_done_and_planned(a, b)
                || story.are_dates_of_two_tolls(a, b)
                || apart::are_two_ends(story, a, b)
                || story.are_ends_of_years(a, b) && !story.are_one_step(a, b))
            || bounds && story.are_of_one_rule(a, b)
            || edge.relation.is_plain()
                && (story.are_each_and_all(a, b) || story.are_rests(a, b) || story.are_told_in_other_money(a, b));
        story.adds_up(a, b) || story.both_tell_both(a, b) || story.are_of_two_rows(a, b) || are_apart
    };
    let weigh = |edge: &Edge| {
        if nodes[edge.a].document == nodes[edge.b].document {
            return Some(*edge);
        }
        if two_know_both(edge, nodes, groups) || explained(edge) {
            return None;
        }
        let others = others(edge, story, nodes, groups, rivals);
        let few_digits = has_few_digits(edge.relation);
        if others.margin < 0.0 && (others.side_by_side && edge.relation.is_plain() || few_digits) {
            return None; // One writer tells both, or they are alike by chance, and one of them has a better partner.
        }
        if few_digits && is_told_both_by_third(edge, story, nodes, groups)
            || nodes[edge.a].kind == Kind::Percent
                && edge.relation.is_plain()
                && story.third_tells_both(&nodes[edge.a], &nodes[edge.b])
        {
            return None; // «12 مقعدا من أصل 21», «43% مقابل 45%»: who tells both knows that they are two.
        }
        if others.margin < 0.0
            && edge.relation == Relation::Differ(Difference::Date)
            && rivals.told_too(edge, nodes, |a, b| story.are_one_date(&nodes[a], &nodes[b]))
        {
            return None; // The document of the one tells the other's date too, and of something more alike.
        }
        let bits = sure::of(story, (&nodes[edge.a], &nodes[edge.b]), edge, &others).bits();
        (bits >= story.options.min_bits).then_some(Edge { bits, ..*edge })
    };
    let mut sure: Vec<Edge> = edges.iter().filter(|edge| may_stand(edge, story)).filter_map(weigh).collect();
    sure.sort_by(|x, y| y.bits.total_cmp(&x.bits).then((x.a, x.b).cmp(&(y.a, y.b))));
    sure
}

/// Whether two numbers are so short that their digits are easily swapped, or the same in two units or changes, by chance.
fn has_few_digits(relation: Relation) -> bool {
    use Difference::{Measure, Swapped, Turn};
    matches!(relation, Relation::Differ(Swapped { digits: ..=2 } | Measure { digits: ..=2 } | Turn { digits: ..=2 }))
}

/// The best agreeing partner of each figure.
struct Best {
    /// Anywhere.
    anywhere: Vec<f64>,
    /// In its own document, with what it weighs.
    within: Vec<Option<(usize, f64)>>,
}

impl Best {
    fn new(nodes: usize) -> Best {
        Best { anywhere: vec![f64::MIN; nodes], within: vec![None; nodes] }
    }

    fn note(&mut self, edge: &Edge, nodes: &[Node]) {
        for (node, other) in [(edge.a, edge.b), (edge.b, edge.a)] {
            self.anywhere[node] = self.anywhere[node].max(edge.total);
            let within = &mut self.within[node];
            if nodes[node].document == nodes[other].document && within.is_none_or(|(_, best)| best < edge.total) {
                *within = Some((other, edge.total));
            }
        }
    }

    /// Whether each of a pair has a better partner, or its headline says what the article says before, in words more alike:
    /// what comes later is of an earlier time.
    fn explains(&self, edge: &Edge, story: &Story<'_>, nodes: &[Node]) -> bool {
        let is_title = |node: usize| story.frame(&nodes[node]).place == Place::Title;
        let said = |title: usize, other: usize| {
            is_title(title) && self.within[title].is_some_and(|(partner, total)| partner < other && total >= edge.total)
        };
        [edge.a, edge.b].iter().all(|node| self.anywhere[*node] >= edge.total)
            || said(edge.a, edge.b)
            || said(edge.b, edge.a)
    }
}

/// Whether nothing explains either side of a difference better.
fn stands(edge: &Edge, story: &Story<'_>, nodes: &[Node], best: &Best, groups: &Groups, taken: &mut Taken) -> bool {
    let (a, b) = (nodes[edge.a].document, nodes[edge.b].document);
    // Within one document, one of the two must be without an equal anywhere, and a writer who gives both
    // numbers in one sentence knows that they are two. In two documents this has been weighed.
    if a == b && (best.explains(edge, story, nodes) || side_by_side(edge, story, nodes, groups)) {
        return false;
    }
    taken.take(edge.a, edge.b, nodes, groups)
}

/// What other pairs tell of a pair of two documents.
fn others(edge: &Edge, story: &Story<'_>, nodes: &[Node], groups: &Groups, rivals: &Rivals) -> Others {
    Others {
        margin: rivals.margin(edge, nodes, |a, b| story.say_the_same(nodes, a, b)),
        told_too: rivals.told_too(edge, nodes, |a, b| story.say_the_same(nodes, a, b)),
        crowd: rivals.crowd(&nodes[edge.a], &nodes[edge.b]),
        side_by_side: side_by_side(edge, story, nodes, groups),
    }
}

/// Whether a third document tells in one line what agrees with either.
fn is_told_both_by_third(edge: &Edge, story: &Story<'_>, nodes: &[Node], groups: &Groups) -> bool {
    let own = [edge.a, edge.b].map(|node| nodes[node].document);
    share_line(edge, story, nodes, groups, |document| !own.contains(&document))
}

fn side_by_side(edge: &Edge, story: &Story<'_>, nodes: &[Node], groups: &Groups) -> bool {
    share_line(edge, story, nodes, groups, |_| true) || story.tells_beside(&nodes[edge.a], &nodes[edge.b])
}

/// Whether what agrees with the one stands in one line with what agrees with the other, in such a document.
fn share_line(
    edge: &Edge,
    story: &Story<'_>,
    nodes: &[Node],
    groups: &Groups,
    is_wanted: impl Fn(usize) -> bool,
) -> bool {
    // Large sets agree among themselves: a few of each stand for all.
    let places = |node: usize| {
        let few = groups.with(node).iter().take(MANY).filter(|node| is_wanted(nodes[**node].document));
        few.map(|node| (nodes[*node].document, story.frame(&nodes[*node]).line))
    };
    let of_b: SmallVec<[_; MANY]> = places(edge.b).collect();
    places(edge.a).any(|one| of_b.contains(&one))
}

/// Whether two documents have both values each: then these are two facts that both of them tell.
fn two_know_both(edge: &Edge, nodes: &[Node], groups: &Groups) -> bool {
    let documents = |node| {
        let few = groups.with(node).iter().take(MANY);
        let mut documents: SmallVec<[usize; MANY]> = few.map(|node| nodes[*node].document).collect();
        documents.sort_unstable();
        documents.dedup();
        documents
    };
    let of_b = documents(edge.b);
    documents(edge.a).iter().filter(|document| of_b.binary_search(document).is_ok()).nth(1).is_some()
}

/// Whether one document has both values, of this claim or one that agrees with either.
fn shares_document(edge: &Edge, nodes: &[Node], groups: &Groups) -> bool {
    let document = |node: &usize| nodes[*node].document;
    let of_b: FxHashSet<usize> = groups.with(edge.b).iter().map(document).collect();
    groups.with(edge.a).iter().map(document).any(|one| of_b.contains(&one))
}

/// Makes claims of the groups.
fn gather(
    story: &Story<'_>,
    nodes: &[Node],
    links: &[Edge],
    agreeing: &Groups,
    partners: &[Few],
    rivals: &Rivals,
) -> Vec<Claim> {
    let mut groups = agreeing.clone();
    for edge in links {
        groups.join(edge.a, edge.b);
    }
    let (mut claims, by_group) = claims_of(&groups, story, nodes);
    let prints = if links.is_empty() { FxHashMap::default() } else { prints(story, nodes) };
    let mut ends: FxHashMap<usize, Vec<(usize, usize)>> = FxHashMap::default();
    // Of large sets there are many links.
    let mut shared: FxHashMap<(usize, usize), bool> = FxHashMap::default();
    for edge in links {
        let (Relation::Differ(difference), Some(claim)) = (edge.relation, by_group.get(&groups.of[edge.a])) else {
            continue;
        };
        ends.entry(*claim).or_default().push((edge.a, edge.b));
        let weighed = weighed(edge, story, nodes, agreeing, rivals);
        let sets = (agreeing.of[edge.a], agreeing.of[edge.b]);
        let shared_document = *shared.entry(sets).or_insert_with(|| shares_document(edge, nodes, agreeing));
        claims[*claim].links.push(link(edge, difference, weighed, shared_document, story, nodes));
    }
    for (at, claim) in claims.iter_mut().enumerate() {
        let Some(ends) = ends.get(&at) else {
            claim.sides = vec![claim.figures.clone()];
            continue;
        };
        let (sides, side_of) = sides(ends, story, nodes, agreeing, partners);
        claim.reprints = sides.iter().flatten().flat_map(|node| reprints(*node, &prints, story, nodes)).collect();
        let figures = |side: &Vec<usize>| side.iter().map(|node| nodes[*node].figure).collect();
        claim.sides = sides.iter().map(figures).collect();
        for (link, (a, b)) in claim.links.iter_mut().zip(ends) {
            link.sides = (side_of[a], side_of[b]);
        }
    }
    claims
}

/// A claim for each group of several figures, without links and sides, and the place of each group's.
fn claims_of(groups: &Groups, story: &Story<'_>, nodes: &[Node]) -> (Vec<Claim>, FxHashMap<usize, usize>) {
    let mut by_group: FxHashMap<usize, usize> = FxHashMap::default();
    let mut claims: Vec<Claim> = Vec::new();
    for (at, node) in nodes.iter().enumerate() {
        if groups.with(at).len() < 2 {
            continue;
        }
        let claim = *by_group.entry(groups.of[at]).or_insert_with(|| {
            claims.push(Claim { story: story.index, ..Claim::default() });
            claims.len() - 1
        });
        claims[claim].figures.push(node.figure);
    }
    (claims, by_group)
}

/// What a pair weighs, part by part: the value's part, and the contexts'.
fn weighed(edge: &Edge, story: &Story<'_>, nodes: &[Node], groups: &Groups, rivals: &Rivals) -> (f64, Context) {
    let context = story.context(&nodes[edge.a], &nodes[edge.b], edge.relation);
    if nodes[edge.a].document == nodes[edge.b].document {
        return (edge.of_values(), context);
    }
    let others = others(edge, story, nodes, groups, rivals);
    let sure = sure::of(story, (&nodes[edge.a], &nodes[edge.b]), edge, &others);
    (sure.of_values, Context { of_words: sure.of_words, reasons: sure.reasons(), ..context })
}

fn link(
    edge: &Edge,
    difference: Difference,
    (of_values, context): (f64, Context),
    shared_document: bool,
    story: &Story<'_>,
    nodes: &[Node],
) -> Link {
    let (a, b) = (&nodes[edge.a], &nodes[edge.b]);
    let frames = [story.frame(a), story.frame(b)];
    let measures = frames.map(|frame| frame.measure.map(|id| &story.language.knowledge.measures[usize::from(id)]));
    let mut measured = measures.iter().flatten();
    let counts = a.kind == Kind::Count && frames.iter().all(|frame| frame.unit.is_none());
    // «بعد فرز 70% من الأصوات»: the counting goes on.
    let of_a_count = |frame: &&Frame| frame.part.is_some_and(|part| story.language.knowledge.is_alone(part));
    let grows = counts && (frames.iter().any(|frame| frame.grows) || measured.clone().any(|measure| measure.tally))
        || frames.iter().all(of_a_count);
    let near = |frame: &Frame| frame.heads.iter().copied().chain(frame.noun.map(|noun| noun.root)).collect::<Vec<_>>();
    let mut about: Vec<_> = frames.iter().flat_map(|frame| near(frame)).collect();
    about.sort_unstable();
    about.dedup();
    Link {
        a: a.figure,
        b: b.figure,
        difference,
        sides: (0, 0),
        bits: edge.bits,
        of_values,
        context,
        units: (frames[0].unit, frames[1].unit),
        paces: if story.have_other_paces(a, b) { frames[0].pace.zip(frames[1].pace) } else { None }
            .map(|((_, a), (_, b))| (a, b)),
        one_document: a.document == b.document,
        shared_document,
        found: story.found,
        headline: frames.iter().any(|frame| frame.place == Place::Title),
        grows: grows && ![a, b].iter().any(|node| is_settled(node, story)) && !story.are_parts_of_one(a, b),
        wanes: measures.iter().flatten().any(|measure| measure.wanes) && measured.all(|measure| measure.wanes),
        wavers: frames.iter().all(|frame| frame.wavers && (a.kind != Kind::Date || frame.since))
            && !story.tell_one_mark(a, b),
        lasts: frames[0].purpose == frames[1].purpose
            && frames[0].purpose.is_some_and(|purpose| story.language.knowledge.is_lasting_purpose(purpose)),
        about,
    }
}

/// Whether a figure is of something that was over long before its report.
fn is_settled(node: &Node, story: &Story<'_>) -> bool {
    story.days_since(node).is_some_and(|days| days > LONG_AFTER)
}
