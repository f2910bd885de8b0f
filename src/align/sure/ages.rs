//! What two ages weigh beside their names: that each report tells one, and that the one is of somebody's kin.
//! Not here: whose age it is (`outline/name.rs`), and what names weigh (`align/reasons.rs`).

use super::super::compared::{Edge, Node, Story};
use super::super::term::Term;
use super::Others;
use crate::figure::Bounded;
use rust_decimal::Decimal;

/// What it weighs that two reports tell one age each, of people who are not told apart, and nearly the same.
const SOLE_AGE: f64 = 4.5;
/// Two ages of one person are at most so many years apart.
const YEARS: Decimal = Decimal::TWO;
/// The one is hardly more like another by so much.
const WORSE: f64 = -1.0;

/// What it weighs that two ages are the only ones that their documents tell.
pub(super) fn of_sole(story: &Story<'_>, edge: &Edge, (a, b): (&Node, &Node), others: &Others) -> f64 {
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
    let unknown = is_unknown(story, a, b) || is_unknown(story, b, a);
    let sole = edge.told.person == 0.0 && edge.near.words > 0 && others.margin > WORSE && !unknown;
    let sole = sole && of_kin(story, edge, (a, b)) == 0.0;
    if sole && near() && is_sole(a) && is_sole(b) && !are_man_and_woman(story, a, b) { SOLE_AGE } else { 0.0 }
}

/// Whether an age is that of somebody of whom the other report knows nothing, or whom it tells from another.
fn is_unknown(story: &Story<'_>, node: &Node, other: &Node) -> bool {
    let Some(named) = story.frame(node).named else { return false };
    story.frame(other).named.is_some()
        || named.rare && story.outlines[other.document].lines_with(Term::root(named.root)) == 0
}

/// Whether the words of age before the two are of a man and of a woman: «البالغ», «البالغة».
fn are_man_and_woman(story: &Story<'_>, a: &Node, b: &Node) -> bool {
    let woman = |node: &Node| {
        let (tokens, range) = story.sentence_of(node);
        let words = tokens[..range.start].iter().rev().take(AGED);
        let aged = words.filter(|token| story.language.knowledge.is_age(token.word));
        let text = &story.documents[node.figure.document].document.text;
        aged.map(|token| &text[token.span.start..token.span.end]).find_map(|word| match word {
            word if word.ends_with('ة') || word.ends_with("ها") => Some(true),
            word if word.ends_with("البالغ") || word.ends_with("ه") => Some(false),
            _ => None,
        })
    };
    woman(a).zip(woman(b)).is_some_and(|(p, q)| p != q)
}

/// How many tokens before an age its words stand.
const AGED: usize = 3;

/// What it weighs that the one is the age of somebody's husband, mother or son, and the other is not said to be.
const OF_KIN: f64 = -3.0;
/// So many words before an age somebody's kin is whose age it is: «أما زوجها فكان الرئيس السابق ويبلغ من العمر 93 عاما».
const KIN_AWAY: usize = 12;

/// What kin weigh beside two ages. A name that stands beside both says more.
pub(super) fn of_kin(story: &Story<'_>, edge: &Edge, (a, b): (&Node, &Node)) -> f64 {
    let of_kin = |node: &Node| {
        let (tokens, range) = story.sentence_of(node);
        let mut before = tokens[..range.start].iter().rev().take(KIN_AWAY);
        before.any(|token| story.language.knowledge.is_kin_of(token.word))
    };
    let ages = edge.relation.is_plain() && story.frame(a).age && story.frame(b).age;
    if ages && edge.told.person <= 0.0 && of_kin(a) != of_kin(b) { OF_KIN } else { 0.0 }
}
