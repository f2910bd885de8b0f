//! What a report tells once: «42 عداء» in the one, «41 عداء» in the other. Two numbers so near of one rare noun are hardly of
//! two things, whatever words they have in common besides; nor are two ages, or two years of founding, where each report tells one.
//! Not here: what a noun weighs by itself (`mod.rs`), and what a length of time is of (`outline/length.rs`).

use super::super::compared::{Edge, Node, Story};
use super::super::outline::Frame;
use super::super::parts::NEARLY;
use super::super::relation::{Difference, Relation};
use super::Others;
use crate::figure::{Bounded, Kind};
use rust_decimal::Decimal;

/// What it weighs that each of two documents counts the thing once, and nearly as many.
const SOLE: f64 = 4.0;
/// Of what is nearer, the one may be the other made round.
const ROUNDED: Decimal = Decimal::from_parts(101, 0, 0, false, 2);
/// A sentence of the news has the word this often at most: of states and dollars every report counts several.
const RARE: f64 = 0.05;
/// Each is the other's partner by this much at least.
const BETTER: f64 = 2.5;

/// What it weighs that two counts are the only ones of one noun.
pub(super) fn of_counts(story: &Story<'_>, edge: &Edge, (a, b): (&Node, &Node), others: &Others) -> f64 {
    let plain = edge.relation == Relation::Differ(Difference::Value) && a.kind == Kind::Count && !story.found;
    let noun = |node: &Node| story.frame(node).noun.map(|noun| noun.root);
    let alike = plain && !others.side_by_side && others.margin >= BETTER && noun(a) == noun(b);
    // Else that both are of one purpose says so.
    let purposed = || [a, b].iter().all(|node| story.frame(node).purpose.is_some());
    let near = || story.are_within(a, b, NEARLY) && !story.are_within(a, b, ROUNDED);
    let sole = alike && !purposed() && near() && is_sole(story, a) && is_sole(story, b);
    if sole { SOLE } else { 0.0 }
}

/// What it weighs that two lengths of time are the only ones of one purpose.
const ONE_PURPOSE: f64 = 4.0;
/// As much for sizes.
const ONE_SIZE: f64 = 3.0;
/// The greater is at most so many times the lesser.
const FARTHEST_SIZE: Decimal = Decimal::TWO;
/// What it weighs against them that they are of two.
const OTHER_PURPOSE: f64 = -4.0;

/// What the purposes of two lengths of time weigh.
pub(super) fn of_purposes(story: &Story<'_>, edge: &Edge, (a, b): (&Node, &Node)) -> f64 {
    match story.frame(a).purpose.zip(story.frame(b).purpose).filter(|_| edge.relation.is_plain()) {
        Some((p, q)) if p != q => OTHER_PURPOSE,
        Some(_) if !story.found && story.are_of_one_purpose(a, b) => match a.kind {
            Kind::Duration => ONE_PURPOSE,
            _ if story.are_within(a, b, FARTHEST_SIZE) => ONE_SIZE,
            _ => 0.0,
        },
        _ => 0.0,
    }
}

/// What it weighs that two reports tell one age each, of people who are not told apart by their names, and nearly the same.
const SOLE_AGE: f64 = 4.5;
/// Two ages of one person are at most so many years apart.
const YEARS: Decimal = Decimal::TWO;
/// The one is hardly more like another by so much.
const WORSE: f64 = -1.0;

/// What it weighs that two ages are the only ones that their documents tell.
pub(super) fn of_ages(story: &Story<'_>, edge: &Edge, (a, b): (&Node, &Node), others: &Others) -> f64 {
    let plain = edge.relation == Relation::Differ(Difference::Value) && !story.found && edge.told.person == 0.0;
    let years = |node: &Node| match story.figure(node).value.length()? {
        Bounded::Exact(age) => Some(age.years),
        _ => None,
    };
    let near = || years(a).zip(years(b)).and_then(|(p, q)| p.checked_sub(q)).is_some_and(|apart| apart.abs() <= YEARS);
    let is_sole = |node: &Node| {
        let outline = &story.outlines[node.document];
        let value = outline.values[node.figure.figure];
        let mut ages = outline.frames.iter().zip(&outline.values).filter(|(frame, _)| frame.age);
        story.frame(node).age && ages.all(|(_, other)| *other == value)
    };
    let sole = plain && edge.near.words > 0 && others.margin > WORSE && is_sole(a) && is_sole(b) && near();
    if sole { SOLE_AGE } else { 0.0 }
}

/// What it weighs that two dates are the only ones on which something came to be, in one way, and are alike in more than that.
const ONE_ORIGIN: f64 = 4.0;
/// A word that says so is at least this near.
const BESIDE: f64 = 0.5;

/// What it weighs that two dates tell when the thing that each report is of was founded, built or born.
pub(super) fn of_origins(story: &Story<'_>, edge: &Edge, (a, b): (&Node, &Node), others: &Others) -> f64 {
    if edge.relation != Relation::Differ(Difference::Date) || story.found || others.margin < BETTER {
        return 0.0;
    }
    let origin = |document: usize, frame: &Frame| {
        let outline = &story.outlines[document];
        let near = outline.cues(frame).iter().filter(|cue| cue.near >= BESIDE && outline.figure_of(cue).is_none());
        let said = near.filter_map(|cue| Some((cue.near, story.language.knowledge.origin(outline.piece(cue).stem)?)));
        said.max_by(|x, y| x.0.total_cmp(&y.0)).map(|(_, origin)| origin)
    };
    let own = |node: &Node| origin(node.document, story.frame(node));
    let is_sole = |node: &Node| {
        let (outline, figures) = (&story.outlines[node.document], &story.documents[node.figure.document].figures);
        let value = outline.values[node.figure.figure];
        let dates = outline.frames.iter().enumerate().filter(|(at, _)| figures[*at].kind() == Kind::Date);
        let mut alike = dates.filter(|(_, frame)| origin(node.document, frame) == own(node));
        alike.all(|(at, _)| outline.values[at] == value)
    };
    let one = own(a).is_some() && own(a) == own(b) && is_sole(a) && is_sole(b);
    if one { ONE_ORIGIN } else { 0.0 }
}

/// Whether a count has a rare noun that its document counts no other number of, and it does not grow as news come in.
fn is_sole(story: &Story<'_>, node: &Node) -> bool {
    let (outline, frame) = (&story.outlines[node.document], story.frame(node));
    let knowledge = story.language.knowledge;
    let Some(noun) = frame.noun.filter(|noun| knowledge.rate(noun.root) < RARE) else { return false };
    let tally = frame.measure.is_some_and(|measure| knowledge.measures[usize::from(measure)].tally);
    let value = outline.values[node.figure.figure];
    let mut alike = outline
        .frames
        .iter()
        .zip(&outline.values)
        .filter(|(other, _)| other.noun.is_some_and(|other| other.root == noun.root) && other.unit == frame.unit);
    let one = frame.unit.is_none() && !frame.anybody && !frame.grows && !tally;
    one && alike.all(|(_, other)| *other == value)
}
