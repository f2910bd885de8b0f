//! Reasons: what two frames have for being about the same thing, or against it, beside the words that they share.
//! Here too: what all reasons are called, also those that others give (`context.rs`, `sure.rs`). Not here: those words
//! (`score.rs`).

use super::knowledge::Knowledge;
use super::outline::{Outline, Place};
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
    /// Both are years that tell which of several events is meant.
    Recurring,
    /// Other partners that they may have.
    Rivals,
    /// One writer gives both.
    SideBySide,
    /// The place right after them.
    Site,
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
            OwnDay,
            Part,
            Person,
            Period,
            Place,
            Recurring,
            Rivals,
            SideBySide,
            Site,
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
            Reason::OwnDay => "own_day",
            Reason::Part => "part",
            Reason::Person => "person",
            Reason::Period => "period",
            Reason::Place => "place",
            Reason::Recurring => "recurring",
            Reason::Rivals => "rivals",
            Reason::SideBySide => "side_by_side",
            Reason::Site => "site",
            Reason::Story => "story",
            Reason::ToldToo => "told_too",
            Reason::Unit => "unit",
        }
    }
}

/// The same counted noun makes figures comparable; as a word it is not counted again.
const NOUN: (f64, f64) = (1.5, 4.0);
/// What two ages of one person weigh.
const SAME_PERSON: f64 = 4.0;
/// What those of two weigh.
const OTHER_PERSON: f64 = -8.0;
/// Each has a place of its own, of which the other document knows: «six in the north, four in the south».
const ELSEWHERE: f64 = -12.0;

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
        return Some((reason, share(pair, same).clamp(NOUN.0, NOUN.1)));
    }
    // One writer names one thing by one noun.
    let apart = !a.anybody && !b.anybody && (a.unit.is_none() || b.unit.is_none());
    apart.then_some((Reason::Noun, if pair.one_document { -8.0 } else { -3.0 }))
}

/// How many of the words right beside the two are the same.
fn shared_heads(pair: &Pair<'_>) -> usize {
    let (a, b) = (pair.a.1, pair.b.1);
    a.heads.iter().filter(|head| b.heads.contains(head)).count()
}

fn head(pair: &Pair<'_>, heads: usize) -> Option<Weighed> {
    let one = if pair.kind == Kind::Date { 3.0 } else { 1.5 };
    (heads > 0).then_some((Reason::Head, one * heads.min(2) as f64))
}

/// Ages are of people: of one only if the same name stands beside them.
fn person(pair: &Pair<'_>, heads: usize) -> Option<Weighed> {
    let (a, b) = (pair.a.1, pair.b.1);
    match (a.named, b.named) {
        (Some(p), Some(q)) => Some((Reason::Person, if p == q { SAME_PERSON } else { OTHER_PERSON })),
        _ if (a.age || b.age) && (a.age != b.age || heads == 0) => Some((Reason::Age, OTHER_PERSON)),
        _ => None,
    }
}

fn site(pair: &Pair<'_>) -> Option<Weighed> {
    let (p, q) = pair.a.1.site.zip(pair.b.1.site)?;
    let known = |outline: &Outline, root| outline.lines_with(Term::root(root)) > 0;
    if p == q {
        return Some((Reason::Site, 4.0));
    }
    (known(pair.a.0, q) || known(pair.b.0, p)).then_some((Reason::Site, ELSEWHERE))
}

/// What is measured, of all but dates.
fn measure(pair: &Pair<'_>, knowledge: &Knowledge) -> Option<Weighed> {
    let (p, q) = pair.a.1.measure.zip(pair.b.1.measure).filter(|_| pair.kind != Kind::Date)?;
    if p == q {
        return Some((Reason::Measure, share(pair, |outline| outline.frames_with_measure(p)).min(3.0)));
    }
    let family = |measure| &knowledge.measures[usize::from(measure)].family;
    (family(p) == family(q)).then_some((Reason::Measure, -8.0))
}

fn change(pair: &Pair<'_>) -> Option<Weighed> {
    let (p, q) = pair.a.1.change.zip(pair.b.1.change)?;
    Some((Reason::Change, if p == q { 1.0 } else { -4.0 }))
}

fn part(pair: &Pair<'_>) -> Option<Weighed> {
    (pair.a.1.part != pair.b.1.part).then_some((Reason::Part, -5.0))
}

fn period(pair: &Pair<'_>) -> Option<Weighed> {
    let ((p, p_away), (q, q_away)) = pair.a.1.period.zip(pair.b.1.period)?;
    dates_differ(&p, &q).then_some((Reason::Period, if p_away.max(q_away) <= 6 { -6.0 } else { -3.0 }))
}

/// A headline tells what its article tells, and articles of one story have one headline to tell.
fn place(pair: &Pair<'_>) -> Option<Weighed> {
    match (pair.a.1.place, pair.b.1.place) {
        (Place::Title, Place::Title) => Some((Reason::Place, 2.0)),
        (Place::Title, _) | (_, Place::Title) if pair.one_document => Some((Reason::Place, 3.0)),
        (Place::Title, Place::Lead) | (Place::Lead, Place::Title) => Some((Reason::Place, 1.0)),
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
