//! Sureness: how sure it is that two figures of two documents that differ speak of one thing, in bits.
//! What tells is less how much two sentences have in common than how much more than any others: each figure
//! must be the other's best partner, among all figures of the two documents, those that agree included.
//! The weights are those of a logistic regression over pairs of figures in stories told by several sources, in which it
//! is known which figures contradict each other. A change of them is judged by the precision and the recall of whole
//! stories whose conflicts are known, at the thresholds of the rules: a false alarm costs more than a miss.
//! Not here: how much two contexts have in common (`score.rs`), and what keeps two figures apart (`apart.rs`).

mod ages;
mod bounds;
mod owners;
mod sole;

use super::apart;
use super::compared::{Edge, Node, Story};
use super::outline::Place;
use super::reasons::{Reason, Reasons};
use super::relation::{Difference, Relation};
use super::rivals::NO_RIVAL;
use crate::figure::Kind;
use rust_decimal::Decimal;

/// What each reason weighs for one family of differences.
struct Weights {
    /// Where it begins, before anything is known of the two; at 8 bits the odds are even.
    base: f64,
    /// A shared word in the figures' own clauses, and a part of its weight.
    near: (f64, f64),
    /// The word must stand on the same side of both figures.
    alike: bool,
    /// Any word that the sentences share, near or not.
    far: f64,
    /// A figure that both sentences have besides, and each further one.
    shared_value: (f64, f64),
    /// A headline and what it is a headline of.
    place: f64,
    /// One writer gives both values in one sentence: they are two.
    side_by_side: f64,
    /// How much better than its best rival a pair is, each bit.
    margin: f64,
    /// The document of the one also tells what the other says: they are two.
    told_too: f64,
    /// What the values weigh, each bit.
    values: f64,
    /// The same thing counted.
    noun: f64,
    /// The same thing measured, or another.
    measure: f64,
    /// Not one word near both.
    no_words: f64,
    /// No more than one word tells what both are about.
    lone: f64,
    /// Sums of money: they are told with more care than other numbers.
    money: f64,
    /// Each doubling of the figures among which the two met: many meet by chance.
    crowd: f64,
}

/// The same digits: at another power of ten, in another order, in another currency or unit.
const DIGITS: Weights = Weights {
    base: 7.2,
    near: (1.5, 0.3),
    alike: false,
    far: 0.0,
    shared_value: (0.0, 0.0),
    place: 0.9,
    side_by_side: -1.8,
    margin: 0.27,
    told_too: -2.0,
    values: 0.5,
    noun: 1.85,
    measure: 0.6,
    no_words: 0.0,
    lone: 0.0,
    money: 0.0,
    crowd: -0.35,
};

/// Other numbers.
const NUMBERS: Weights = Weights {
    base: 9.1,
    near: (0.57, 0.2),
    alike: true,
    far: 0.25,
    shared_value: (1.5, 0.7),
    place: 3.2,
    side_by_side: -2.4,
    margin: 0.28,
    told_too: 0.0,
    values: 1.9,
    noun: 1.1,
    measure: 0.65,
    no_words: 0.0,
    lone: -1.1,
    money: 1.2,
    crowd: 0.0,
};

/// A bound that a value breaks: hardly by much.
const BOUNDS: Weights = Weights {
    base: 8.1,
    far: 0.0,
    shared_value: (0.7, 0.7),
    values: 1.25,
    lone: 0.0,
    money: 0.0,
    told_too: -1.0,
    ..NUMBERS
};

/// Other dates: few words say what a date is of, and headlines have many.
const DATES: Weights = Weights {
    base: 12.3,
    near: (0.7, 0.08),
    alike: true,
    far: 0.0,
    shared_value: (1.2, 0.0),
    place: 0.0,
    side_by_side: -0.3,
    margin: 0.55,
    told_too: 0.0,
    values: 0.87,
    noun: 0.0,
    measure: 0.0,
    no_words: -1.0,
    lone: 0.0,
    money: 0.0,
    crowd: -0.4,
};

/// Other dates of a story that was found in an archive: it may hold several events, each with its date, so that
/// only the words beside two dates say that they are of one.
const DATES_OF_FOUND: Weights = Weights { base: 7.5, near: (1.25, 0.14), margin: 0.15, ..DATES };

/// What a found story weighs for other families.
const FOUND: f64 = -1.5;
/// The more figures, the more have few digits in common: what each digit below three weighs there.
const FEW_DIGITS: f64 = -2.0;

/// Beyond what its values weigh: two numbers of one digit, a power of ten apart.
const ONE_DIGIT: f64 = -1.2;
/// A hundred times as much: neither a zero is lost, nor a scale word another.
const A_HUNDRED: f64 = -4.0;
/// As much: of «خمسة» and «50» that count nothing in common.
const FEW_OF_WHAT: f64 = -3.0;
/// What the digits of two numbers weigh beyond that, as [`of_digits`] says.
const SAME_DIGITS: f64 = 1.0;
const MANY_SWAPPED: f64 = 1.5;
const FEW_SWAPPED: f64 = -1.5;
/// No more words near both than this are counted.
const WORDS: u32 = 6;
/// No more figures than this are counted.
const VALUES: u32 = 3;
/// No more words than this, near or not, are counted.
const FAR_WORDS: u32 = 10;
/// Margins beyond this say no more.
const MARGIN: f64 = 8.0;

fn weights(kind: Kind, relation: Relation, found: bool) -> &'static Weights {
    match relation {
        Relation::Differ(
            Difference::Scale { .. }
            | Difference::Swapped { .. }
            | Difference::Currency { .. }
            | Difference::Measure { .. }
            | Difference::Turn { .. },
        ) => &DIGITS,
        _ if kind == Kind::Date && found => &DATES_OF_FOUND,
        _ if kind == Kind::Date => &DATES,
        Relation::Differ(Difference::Bound) => &BOUNDS,
        _ => &NUMBERS,
    }
}

/// What other pairs tell of a pair.
#[derive(Clone, Copy, Debug)]
pub(super) struct Others {
    /// How much better it is than its best rival.
    pub margin: f64,
    /// The document of the one also tells what the other says.
    pub told_too: bool,
    /// How many doublings of one figure its documents have, beyond the usual.
    pub crowd: f64,
    /// One writer gives both values in one sentence.
    pub side_by_side: bool,
}

/// What speaks for a pair that differs.
#[derive(Clone, Debug)]
pub(super) struct Sureness {
    /// What the shared words weigh.
    pub of_words: f64,
    /// What the values weigh.
    pub of_values: f64,
    /// Other reasons, with nothing where there is none.
    parts: [(Reason, f64); 21],
    /// That each report tells once what they are of.
    once: f64,
}

impl Sureness {
    /// All of it.
    pub fn bits(&self) -> f64 {
        self.of_words + self.of_values + self.parts.iter().map(|(_, bits)| bits).sum::<f64>() + self.once
    }

    /// The reasons that there are.
    pub fn reasons(&self) -> Reasons {
        self.parts.into_iter().chain([(Reason::Once, self.once)]).filter(|(_, bits)| *bits != 0.0).collect()
    }
}

/// What the kind of a difference of scale weighs.
fn of_scale(relation: Relation) -> f64 {
    let Relation::Differ(Difference::Scale { tens, digits }) = relation else { return 0.0 };
    let few = if digits == 1 { ONE_DIGIT } else { 0.0 };
    if tens == 2 { few + A_HUNDRED } else { few }
}

/// What it weighs in a story that is given that numbers of two digits and more are the same but for a power of ten, those
/// of two sums with a word in both sentences but for the currency, and those of three and more but for two swapped; and that
/// two digits are swapped where both have neither a word near nor a number nor a noun.
fn of_digits(edge: &Edge, of_words: f64) -> f64 {
    let Relation::Differ(difference) = edge.relation else { return 0.0 };
    let unlike = edge.near.words == 0 && edge.near.values == 0 && edge.told.noun <= 0.0;
    match difference {
        Difference::Scale { tens: 1 | 3, digits: 2.. } => SAME_DIGITS,
        Difference::Currency { .. } if of_words > 0.0 => SAME_DIGITS,
        Difference::Swapped { digits: 3.. } => MANY_SWAPPED,
        Difference::Swapped { .. } if unlike => FEW_SWAPPED,
        _ => 0.0,
    }
}

/// What it weighs that the lesser of two counts a power of ten apart is below ten, or below a hundred of thousands of which
/// nobody leaves the word out, and nothing says that they count the same.
fn of_few(story: &Story<'_>, edge: &Edge, (a, b): (&Node, &Node)) -> f64 {
    let Relation::Differ(Difference::Scale { digits: 1, tens }) = edge.relation else { return 0.0 };
    let most = if tens == 3 { Decimal::ONE_HUNDRED } else { Decimal::TEN };
    let few = |node: &Node| {
        let least = story.figure(node).value.quantity().and_then(|quantity| quantity.amount.low().copied());
        least.is_some_and(|least| least < most)
    };
    let unlike = edge.told.noun <= 0.0 && edge.told.measure <= 0.0;
    if a.kind == Kind::Count && unlike && (few(a) || few(b)) { FEW_OF_WHAT } else { 0.0 }
}

/// What the other figures weigh that both sentences have.
fn of_shared_values(weights: &Weights, values: u32) -> f64 {
    let (first, further) = weights.shared_value;
    match values.min(VALUES) {
        0 => 0.0,
        values => first + further * f64::from(values - 1),
    }
}

/// What a found story weighs, where many figures meet by chance.
fn of_found(kind: Kind, relation: Relation) -> f64 {
    let Relation::Differ(difference) = relation else { return 0.0 };
    match difference {
        _ if kind == Kind::Date => 0.0,
        Difference::Scale { digits, .. }
        | Difference::Swapped { digits }
        | Difference::Measure { digits }
        | Difference::Turn { digits } => FOUND + FEW_DIGITS * f64::from(3_u32.saturating_sub(digits)),
        _ => FOUND,
    }
}

/// What speaks for the two figures of a pair being about one thing.
pub(super) fn of(story: &Story<'_>, (a, b): (&Node, &Node), edge: &Edge, others: &Others) -> Sureness {
    let told = &edge.told;
    let weights = weights(a.kind, edge.relation, story.found);
    let words = if weights.alike { edge.near.alike } else { edge.near.words };
    let of_words = weights.near.0 * f64::from(words.min(WORDS))
        + weights.near.1 * edge.near.bits
        + weights.far * f64::from(told.words.min(FAR_WORDS))
        + of_shared_values(weights, edge.near.values);
    let (of_found, of_digits) = match story.found {
        true => (of_found(a.kind, edge.relation), 0.0),
        false => (0.0, of_digits(edge, of_words)),
    };
    let mut sure = Sureness {
        of_words,
        of_values: weights.values * edge.of_values()
            + of_scale(edge.relation)
            + of_few(story, edge, (a, b))
            + of_digits,
        parts: [
            (Reason::Prior, weights.base + of_found),
            (Reason::Story, told.story),
            (Reason::Rivals, weights.margin * others.margin.clamp(-MARGIN, MARGIN)),
            (Reason::ToldToo, if others.told_too { of_told_too(story, weights, edge, (a, b)) } else { 0.0 }),
            (Reason::Crowd, weights.crowd * others.crowd.max(0.0)),
            (Reason::Noun, of_nouns(story, weights, edge, (a, b))),
            (Reason::Measure, of_measures(story, weights, edge, (a, b))),
            (Reason::Period, apart::of_periods(story.frame(a), story.frame(b)) + apart::of_courses(story, (a, b))),
            (Reason::Place, if told.place > 0.0 { weights.place } else { 0.0 }),
            (Reason::NoWords, if words == 0 { weights.no_words } else { 0.0 }),
            (Reason::OneWord, if told.lone { weights.lone } else { 0.0 }),
            of_events(story, edge, (a, b)),
            (Reason::Purpose, sole::of_purposes(story, edge, (a, b))),
            (Reason::Part, apart::of_parts(story, edge, (a, b)) + apart::of_changes(story, edge, (a, b))),
            (Reason::Order, apart::of_orders(story, (a, b))),
            (Reason::Recurring, apart::of_recurring(story, (a, b))),
            (Reason::Money, if a.kind == Kind::Money { weights.money } else { 0.0 }),
            (Reason::SideBySide, if others.side_by_side { weights.side_by_side } else { 0.0 }),
            (Reason::OwnDay, told.own_day),
            (Reason::Person, of_persons(story, edge, (a, b)) + owners::of(story, edge, (a, b))),
            (
                Reason::Row,
                if edge.near.values > 1 && edge.relation.is_plain() && story.are_of_one_row(a, b) {
                    ONE_ROW
                } else {
                    0.0
                },
            ),
        ],
        once: 0.0,
    };
    let (once, slip) = sole::lift(story, edge, (a, b), others, sure.bits());
    sure.once = once;
    sure.of_values += slip;
    sure
}

/// What it weighs that two numbers with nothing in common count two things.
const TWO_NOUNS: f64 = -0.8;

/// What the nouns weigh that are counted.
fn of_nouns(story: &Story<'_>, weights: &Weights, edge: &Edge, nodes: (&Node, &Node)) -> f64 {
    if edge.told.noun > 0.0 {
        return weights.noun;
    }
    // Whoever the dead are called, they are the dead.
    let two = edge.told.noun < 0.0 && edge.told.measure <= 0.0 && edge.relation == Relation::Differ(Difference::Value);
    bounds::of(story, edge, nodes) + if two { TWO_NOUNS } else { 0.0 }
}

/// Two ages whose values weigh less are hardly of one person.
const OTHER_AGE: f64 = -3.0;

/// What the persons weigh whose ages the two are. Who is 45 by one report is not 7 by another.
fn of_persons(story: &Story<'_>, edge: &Edge, nodes: (&Node, &Node)) -> f64 {
    let told = edge.told.person;
    let named = if told > 0.0 && edge.of_values() < OTHER_AGE { 0.0 } else { told };
    named + ages::of_kin(story, edge, nodes)
}

/// What it weighs that other counts beside both are the same.
const ONE_ROW: f64 = 4.5;

/// What it weighs that two dates are of one step of a plan, and each is the only one that may be.
const ONE_STEP: f64 = 10.0;

/// What speaks for two dates being of one event, or against it.
fn of_events(story: &Story<'_>, edge: &Edge, (a, b): (&Node, &Node)) -> (Reason, f64) {
    if edge.relation == Relation::Differ(Difference::Date) && story.are_one_step(a, b) {
        return (Reason::Step, ONE_STEP);
    }
    (Reason::Apart, apart::of_dates(story, edge, (a, b)))
}

/// What it weighs that one document tells both. Of one number in two currencies it takes one for the other there too, and a
/// headline slips of what its own article tells.
fn of_told_too(story: &Story<'_>, weights: &Weights, edge: &Edge, (a, b): (&Node, &Node)) -> f64 {
    let headline = || [a, b].iter().any(|node| story.frame(node).place == Place::Title);
    match edge.relation {
        Relation::Differ(Difference::Currency { .. }) => 0.0,
        Relation::Differ(Difference::Scale { .. } | Difference::Swapped { digits: 3.. }) if headline() => 0.0,
        _ => weights.told_too,
    }
}

/// What the measures of the two weigh.
fn of_measures(story: &Story<'_>, weights: &Weights, edge: &Edge, nodes: (&Node, &Node)) -> f64 {
    let told = edge.told.measure;
    let against = if told < 0.0 && weights.measure > 0.0 { apart::of_measures(story, edge, nodes) } else { None };
    against.unwrap_or(if told == 0.0 { 0.0 } else { weights.measure * told.signum() })
}

/// How much speaks for a pair at most, whatever other pairs tell of it: it has no rival, the documents have few figures,
/// and no writer gives both.
pub(super) fn at_most(story: &Story<'_>, nodes: (&Node, &Node), edge: &Edge) -> f64 {
    let best = Others { margin: edge.total - NO_RIVAL, crowd: 0.0, told_too: false, side_by_side: false };
    of(story, nodes, edge, &best).bits()
}

#[cfg(test)]
mod tests;
