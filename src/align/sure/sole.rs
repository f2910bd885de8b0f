//! What a report tells once: «42 عداء» in the one, «41 عداء» in the other. Two numbers so near of one rare noun are hardly of
//! two things, whatever words they have in common besides; nor are two ages, or two years of founding, where each report
//! tells one. Also a digit that is misprinted. None of it makes sure what is not sure without it.
//! Not here: what a noun weighs by itself (`mod.rs`), ages (`ages.rs`), and what a length of time is of (`outline/length.rs`).

use super::super::compared::{Edge, Node, Story};
use super::super::outline::Frame;
use super::super::relation::{Difference, Relation};
use super::{Others, ages};
use crate::figure::Kind;
use rust_decimal::Decimal;

/// Up to so many bits it lifts a pair of numbers, or one of dates: that is less than any rule is sure from.
const CEILING: (f64, f64) = (13.5, 12.0);
/// A report of fewer sentences tells most things once.
const LONG: usize = 5;
/// Each is the other's partner by this much at least.
const BETTER: f64 = 2.5;

/// What it weighs beyond so many bits that each report tells once what the two are of, and that a digit is misprinted.
pub(super) fn lift(story: &Story<'_>, edge: &Edge, (a, b): (&Node, &Node), others: &Others, told: f64) -> (f64, f64) {
    let is_long = |node: &Node| story.outlines[node.document].lines.len() >= LONG;
    let plain = matches!(edge.relation, Relation::Differ(Difference::Value | Difference::Date));
    if !plain || story.found || others.side_by_side || !is_long(a) || !is_long(b) {
        return (0.0, 0.0);
    }
    let room = (if a.kind == Kind::Date { CEILING.1 } else { CEILING.0 } - told).max(0.0);
    let once = match a.kind {
        Kind::Count => of_counts(story, edge, (a, b), others).max(of_sizes(story, (a, b))),
        Kind::Duration => ages::of_sole(story, edge, (a, b), others),
        Kind::Date => of_origins(story, (a, b), others),
        _ => 0.0,
    };
    let once = once.min(room);
    (once, of_slip(story, edge, (a, b)).min(room - once))
}

/// What it weighs that the first of two digits is misprinted.
const SLIP: f64 = 2.5;

fn of_slip(story: &Story<'_>, edge: &Edge, (a, b): (&Node, &Node)) -> f64 {
    let slip = story.frame(a).ready.is_slip_of(&story.frame(b).ready);
    let purpose = || story.frame(a).purpose.is_some() && story.frame(a).purpose == story.frame(b).purpose;
    let told = || edge.near.words > 1 || edge.told.noun > 0.0 && edge.near.words > 0 || purpose();
    let opposed = story.frame(a).change.zip(story.frame(b).change).is_some_and(|(p, q)| p != q);
    if slip && told() && !opposed && !is_of_many(story, a) && !is_of_many(story, b) { SLIP } else { 0.0 }
}

/// Whether a number grows as news come in, or each of several has one of its own.
fn is_of_many(story: &Story<'_>, node: &Node) -> bool {
    let (frame, knowledge) = (story.frame(node), story.language.knowledge);
    let tally = frame.measure.is_some_and(|measure| knowledge.measures[usize::from(measure)].tally);
    frame.grows || tally || frame.noun.is_some_and(|noun| knowledge.is_contested(noun.stem))
}

/// What it weighs that each of two documents counts the thing once, and nearly as many.
const SOLE: f64 = 4.0;
/// The greater is at most so many times the lesser.
const NEARLY: Decimal = Decimal::from_parts(13, 0, 0, false, 1);
/// Of what is nearer, the one may be the other made round.
const ROUNDED: Decimal = Decimal::from_parts(101, 0, 0, false, 2);
/// A sentence of the news has the word this often at most: of states and dollars every report counts several.
const RARE: f64 = 0.05;

/// What it weighs that two counts are the only ones of one noun. Below ten numbers are near by chance.
fn of_counts(story: &Story<'_>, edge: &Edge, (a, b): (&Node, &Node), others: &Others) -> f64 {
    let noun = |node: &Node| story.frame(node).noun.map(|noun| noun.root);
    let alike = others.margin >= BETTER && noun(a) == noun(b);
    // Else that both are of one purpose says so.
    let purposed = || [a, b].iter().all(|node| story.frame(node).purpose.is_some());
    let near = || story.are_within(a, b, NEARLY) && !story.are_within(a, b, ROUNDED);
    let great = || edge.near.words > 0 || is_great(story, a) || is_great(story, b);
    let sole = alike && !purposed() && near() && great() && is_sole(story, a) && is_sole(story, b);
    if sole { SOLE } else { 0.0 }
}

fn is_great(story: &Story<'_>, node: &Node) -> bool {
    let amount = story.figure(node).value.quantity().map(|quantity| &quantity.amount);
    amount.and_then(|amount| amount.low()).is_some_and(|n| *n >= Decimal::TEN)
}

/// Whether a count has a rare noun that its document counts no other number of, and it does not grow as news come in.
fn is_sole(story: &Story<'_>, node: &Node) -> bool {
    let (outline, frame) = (&story.outlines[node.document], story.frame(node));
    let knowledge = story.language.knowledge;
    let Some(noun) = frame.noun.filter(|noun| knowledge.rate(noun.root) < RARE) else { return false };
    let value = outline.values[node.figure.figure];
    let mut alike = outline
        .frames
        .iter()
        .zip(&outline.values)
        .filter(|(other, _)| other.noun.is_some_and(|other| other.root == noun.root) && other.unit == frame.unit);
    let one = frame.unit.is_none() && !frame.anybody && !is_of_many(story, node);
    one && alike.all(|(_, other)| *other == value)
}

/// What it weighs that two lengths of time are the only ones of one purpose.
const ONE_PURPOSE: f64 = 4.0;
/// As much for sizes.
const ONE_SIZE: f64 = 3.0;
/// What it weighs against them that they are of two.
const OTHER_PURPOSE: f64 = -4.0;

/// What the purposes of two lengths of time weigh.
pub(super) fn of_purposes(story: &Story<'_>, edge: &Edge, (a, b): (&Node, &Node)) -> f64 {
    let several = |size: u8| a.kind == Kind::Count && story.language.knowledge.is_of_several(size);
    match story.frame(a).purpose.zip(story.frame(b).purpose).filter(|_| edge.relation.is_plain()) {
        Some((p, q)) if p != q => OTHER_PURPOSE,
        Some((size, _)) if !story.found && !several(size) && story.are_of_one_purpose(a, b) => {
            if a.kind == Kind::Duration { ONE_PURPOSE } else { ONE_SIZE }
        }
        _ => 0.0,
    }
}

/// What it weighs that two sizes of which a report may tell several are the only ones of their sort, and near each other.
fn of_sizes(story: &Story<'_>, (a, b): (&Node, &Node)) -> f64 {
    let of_several = story.frame(a).purpose.is_some_and(|size| story.language.knowledge.is_of_several(size));
    if of_several && story.are_of_one_purpose(a, b) && story.are_within(a, b, NEARLY) { ONE_SIZE } else { 0.0 }
}

/// What it weighs that two dates are the only ones on which something came to be, in one way, and are alike in more than that.
const ONE_ORIGIN: f64 = 4.0;
/// A word that says so is at least this near.
const BESIDE: f64 = 0.5;
/// Nobody is wrong by more years.
const APART: u16 = 10;

/// What it weighs that two dates tell when the thing that each report is of was founded, built or born.
fn of_origins(story: &Story<'_>, (a, b): (&Node, &Node), others: &Others) -> f64 {
    let year = |node: &Node| story.days_of(node).map(|(first, _)| first.year());
    let near = year(a).zip(year(b)).is_some_and(|(p, q)| p.abs_diff(q) <= APART);
    if others.margin < BETTER || !near {
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
