//! Reasons: what two frames have for being about the same thing, or against it, beside the words that they share.
//! Here too: what all reasons are called, also those that others give (`context.rs`, `sure/`). Not here: those words
//! (`score.rs`).

use super::knowledge::Knowledge;
use super::outline::{Frame, Outline, Place};
use super::relation::dates_differ;
use super::score::Pair;
use super::term::Term;
use crate::figure::Kind;
use smallvec::SmallVec;

/// What a context has beside words, in the order in which it was found.
pub type Reasons = SmallVec<[(Reason, f64); 6]>;

/// What speaks for two figures being about the same thing, or against it, beside words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// One is an age, or both are and nothing says of whom.
    Age,
    /// Dates far apart, and hardly a word near both.
    Apart,
    /// The change that is spoken of.
    Change,
    /// The figures among which the two met.
    Crowd,
    /// The words right beside them.
    Head,
    /// What is measured.
    Measure,
    /// They are sums of money.
    Money,
    /// Not one word near both.
    NoWords,
    /// What is counted.
    Noun,
    /// Round numbers meet by chance in one document.
    OneDocument,
    /// One word may be shared by chance.
    OneWord,
    /// Each report tells what they are of once.
    Once,
    /// Which of several they are of.
    Order,
    /// Each date is as far from its own report.
    OwnDay,
    /// The part that they play.
    Part,
    /// Whose ages they are.
    Person,
    /// The period that they speak of.
    Period,
    /// Where in their documents they stand.
    Place,
    /// What is known before their words are read.
    Prior,
    /// Both are the only length of time of one purpose, or the only size of its sort, or they are of two.
    Purpose,
    /// Both are years that tell which of several events is meant.
    Recurring,
    /// Other partners that they may have.
    Rivals,
    /// Other counts beside them that are the same.
    Row,
    /// One writer gives both.
    SideBySide,
    /// The place right after them.
    Site,
    /// Both are the only date ahead of one step of a plan.
    Step,
    /// How like each other their documents are.
    Story,
    /// The document of the one also tells what the other says.
    ToldToo,
    /// What a count is measured in.
    Unit,
}

impl Reason {
    /// All of them: the length is that of the list, by its last.
    #[cfg(test)]
    pub const ALL: [Reason; Reason::Unit as usize + 1] = {
        use Reason::*;
        [
            Age,
            Apart,
            Change,
            Crowd,
            Head,
            Measure,
            Money,
            NoWords,
            Noun,
            OneDocument,
            OneWord,
            Once,
            Order,
            OwnDay,
            Part,
            Person,
            Period,
            Place,
            Prior,
            Purpose,
            Recurring,
            Rivals,
            Row,
            SideBySide,
            Site,
            Step,
            Story,
            ToldToo,
            Unit,
        ]
    };

    /// Its name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Age => "age",
            Reason::Apart => "apart",
            Reason::Change => "change",
            Reason::Crowd => "crowd",
            Reason::Head => "head",
            Reason::Measure => "measure",
            Reason::Money => "money",
            Reason::NoWords => "no_words",
            Reason::Noun => "noun",
            Reason::OneDocument => "one_document",
            Reason::OneWord => "one_word",
            Reason::Once => "once",
            Reason::Order => "order",
            Reason::OwnDay => "own_day",
            Reason::Part => "part",
            Reason::Person => "person",
            Reason::Period => "period",
            Reason::Place => "place",
            Reason::Prior => "prior",
            Reason::Purpose => "purpose",
            Reason::Recurring => "recurring",
            Reason::Rivals => "rivals",
            Reason::Row => "row",
            Reason::SideBySide => "side_by_side",
            Reason::Site => "site",
            Reason::Step => "step",
            Reason::Story => "story",
            Reason::ToldToo => "told_too",
            Reason::Unit => "unit",
        }
    }
}

/// The same counted noun makes figures comparable, at least and at most; as a word it is not counted again.
const SAME_NOUN: (f64, f64) = (1.5, 4.0);
/// Two nouns are of two things: in one document, where one writer names one thing by one noun, and in two.
const OTHER_NOUN: (f64, f64) = (-8.0, -3.0);
/// A word that stands right beside both, and one beside two dates; no more than two are counted.
const HEAD: f64 = 1.5;
const HEAD_OF_DATES: f64 = 3.0;
const HEADS: usize = 2;
/// What two ages of one person weigh.
const SAME_PERSON: f64 = 4.0;
/// As much, where many bear their name.
const SAME_NAME: f64 = 2.5;
/// What those of two weigh.
const OTHER_PERSON: f64 = -8.0;
/// One place stands right after both.
const SAME_SITE: f64 = 4.0;
/// Each has a place of its own, of which the other document knows: «six in the north, four in the south».
const ELSEWHERE: f64 = -12.0;
/// The same is measured, at most.
const SAME_MEASURE: f64 = 3.0;
/// Two things of one family are measured: the dead and the wounded.
const OTHER_MEASURE: f64 = -8.0;
/// Both are of a rise or both of a fall, or one of each.
const SAME_CHANGE: f64 = 1.0;
const OTHER_CHANGE: f64 = -4.0;
/// They play two parts: what it is and what it was.
const OTHER_PART: f64 = -5.0;
/// They speak of two periods, both of which stand near, or not.
const OTHER_PERIOD: (f64, f64) = (-6.0, -3.0);
/// So many words away a period is near.
const PERIOD_NEAR: usize = 6;
/// Both stand in headlines, in the headline and the text of one article, in a headline and another's first paragraph.
const TWO_HEADLINES: f64 = 2.0;
const OWN_HEADLINE: f64 = 3.0;
const HEADLINE_AND_LEAD: f64 = 1.0;

/// A reason, and what it weighs: below zero it speaks against.
type Weighed = (Reason, f64);

/// Gives each reason that the two frames have.
pub(super) fn reasons(pair: &Pair<'_>, knowledge: &Knowledge, mut give: impl FnMut(Reason, f64)) {
    let heads = shared_heads(pair);
    let all = [
        noun(pair),
        head(pair, heads),
        person(pair, heads),
        site(pair),
        measure(pair, knowledge),
        change(pair),
        part(pair),
        period(pair),
        place(pair),
    ];
    all.into_iter().flatten().for_each(|(reason, bits)| give(reason, bits));
}

/// What is counted, or what it is measured in.
fn noun(pair: &Pair<'_>) -> Option<Weighed> {
    let (a, b) = (pair.a.1, pair.b.1);
    let (p, q) = a.noun.zip(b.noun).filter(|_| pair.kind == Kind::Count)?;
    if p.root == q.root {
        let same = |outline: &Outline| outline.frames_with_noun(p.root, a.unit);
        // Much is measured in tons; few things are counted in lorries.
        let reason = if a.unit.is_some() { Reason::Unit } else { Reason::Noun };
        return Some((reason, share(pair, same).clamp(SAME_NOUN.0, SAME_NOUN.1)));
    }
    let apart = !a.anybody && !b.anybody && (a.unit.is_none() || b.unit.is_none());
    apart.then_some((Reason::Noun, if pair.one_document { OTHER_NOUN.0 } else { OTHER_NOUN.1 }))
}

/// How many of the words right beside the two are the same.
fn shared_heads(pair: &Pair<'_>) -> usize {
    let (a, b) = (pair.a.1, pair.b.1);
    let shared = |one: &Frame, other: &Frame| one.heads.iter().filter(|head| other.heads.contains(head)).count();
    shared(a, b).max(shared(b, a))
}

fn head(pair: &Pair<'_>, heads: usize) -> Option<Weighed> {
    let one = if pair.kind == Kind::Date { HEAD_OF_DATES } else { HEAD };
    (heads > 0).then_some((Reason::Head, one * heads.min(HEADS) as f64))
}

/// Ages are of people: of one only if the same name stands beside them.
fn person(pair: &Pair<'_>, heads: usize) -> Option<Weighed> {
    let (a, b) = (pair.a.1, pair.b.1);
    match (a.named, b.named) {
        (Some(p), Some(q)) if p.is_like(&q) => {
            Some((Reason::Person, if p.rare || q.rare { SAME_PERSON } else { SAME_NAME }))
        }
        (Some(p), Some(q)) if p.rare && q.rare => Some((Reason::Person, OTHER_PERSON)),
        _ if (a.age || b.age) && (a.age != b.age || heads == 0) => Some((Reason::Age, OTHER_PERSON)),
        _ => None,
    }
}

fn site(pair: &Pair<'_>) -> Option<Weighed> {
    let (p, q) = pair.a.1.site.zip(pair.b.1.site)?;
    let known = |outline: &Outline, root| outline.lines_with(Term::root(root)) > 0;
    if p == q {
        return Some((Reason::Site, SAME_SITE));
    }
    (known(pair.a.0, q) || known(pair.b.0, p)).then_some((Reason::Site, ELSEWHERE))
}

/// What is measured, of all but dates.
fn measure(pair: &Pair<'_>, knowledge: &Knowledge) -> Option<Weighed> {
    let (p, q) = pair.a.1.measure.zip(pair.b.1.measure).filter(|_| pair.kind != Kind::Date)?;
    if p == q {
        return Some((Reason::Measure, share(pair, |outline| outline.frames_with_measure(p)).min(SAME_MEASURE)));
    }
    let family = |measure| &knowledge.measures[usize::from(measure)].family;
    (family(p) == family(q)).then_some((Reason::Measure, OTHER_MEASURE))
}

fn change(pair: &Pair<'_>) -> Option<Weighed> {
    let (p, q) = pair.a.1.change.zip(pair.b.1.change)?;
    Some((Reason::Change, if p == q { SAME_CHANGE } else { OTHER_CHANGE }))
}

fn part(pair: &Pair<'_>) -> Option<Weighed> {
    (pair.a.1.part != pair.b.1.part).then_some((Reason::Part, OTHER_PART))
}

fn period(pair: &Pair<'_>) -> Option<Weighed> {
    let ((p, p_away), (q, q_away)) = pair.a.1.period.zip(pair.b.1.period)?;
    let are_near = p_away.max(q_away) <= PERIOD_NEAR;
    dates_differ(&p, &q).then_some((Reason::Period, if are_near { OTHER_PERIOD.0 } else { OTHER_PERIOD.1 }))
}

/// A headline tells what its article tells, and articles of one story have one headline to tell.
fn place(pair: &Pair<'_>) -> Option<Weighed> {
    match (pair.a.1.place, pair.b.1.place) {
        (Place::Title, Place::Title) => Some((Reason::Place, TWO_HEADLINES)),
        (Place::Title, _) | (_, Place::Title) if pair.one_document => Some((Reason::Place, OWN_HEADLINE)),
        (Place::Title, Place::Lead) | (Place::Lead, Place::Title) => Some((Reason::Place, HEADLINE_AND_LEAD)),
        _ => None,
    }
}

/// How surprising it is that another figure has this in common, in bits.
fn share(pair: &Pair<'_>, with: impl Fn(&Outline) -> usize) -> f64 {
    let outlines: &[&Outline] = if pair.one_document { &[pair.a.0] } else { &[pair.a.0, pair.b.0] };
    let same = outlines.iter().map(|outline| with(outline)).sum::<usize>() as f64;
    let frames = outlines.iter().map(|outline| outline.frames.len()).sum::<usize>() as f64;
    ((frames + 2.0) / (same + 1.0)).log2().max(0.0)
}
