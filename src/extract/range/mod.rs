//! Ranges: «ما بين 80 و100», «من 2 إلى 3 سنوات», «10-15 بالمئة», and numbers that share the unit after
//! the last of them («5 و10 جنيهات»).
//! In: a sentence and a token. Out: the two ends, with one unit.
//! Below: ranges that no word opens (`bare.rs`). Not here: the words (`rules/lexicon/bounds.toml`).

mod bare;

use super::Sentence;
use super::age::YEARS;
use super::bound::{self, says};
use super::count;
use super::duration::{self, Length};
use super::measure::{self, Amount, Measure, Scope, Unit};
use super::ratio;
use crate::lexicon::{Bounding, Kinds, Relation, Sense, TimePhrase};
use crate::text::Class;
use bare::{dashed, one_or_two, plain};
use rust_decimal::Decimal;
use std::ops::Range;

/// The two ends of a range.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ends {
    pub tokens: Range<usize>,
    /// Letters of the first token that are not its own.
    pub letters: u8,
    pub low: Amount,
    pub low_unit: Unit,
    pub high: Amount,
    pub unit: Unit,
}

/// How many tokens before a range the word stands that says it is one.
const RANGING: usize = 2;
/// How far back a word of change still governs «من … إلى …».
const CHANGE_REACH: usize = 12;

/// How many numbers may share the unit after the last.
const MAX_SHARED: usize = 6;

/// What begins at a token.
#[expect(clippy::large_enum_variant, reason = "it is handed on once, and not kept")]
pub(crate) enum Begun {
    Range(Ends),
    Measure(Measure),
    Nothing,
}

/// The range that begins at token `at`; else the measure that does.
pub(crate) fn at(scope: Scope, at: usize, bounded: bool) -> Begun {
    let s = scope.s;
    let measure = || measure::at(scope, at, bounded).map_or(Begun::Nothing, Begun::Measure);
    if let Some((first, letters)) = opened(s, at, Bounding::Between) {
        // «من بين 20 لاعبا» is a choice.
        let choice = at > 0 && says(s, at - 1, Bounding::From).is_some();
        let range = if choice { None } else { of_ages(s, first, |first| between(scope, at, letters, first)) };
        return range.map_or_else(measure, Begun::Range);
    }
    if let Some((first, letters)) = opened(s, at, Bounding::From) {
        let range = of_ages(s, first, |first| from_to(scope, at, letters, first));
        return range.map_or_else(measure, Begun::Range);
    }
    if !s.begins(at, Kinds::BEGIN_MEASURE) {
        return Begun::Nothing;
    }
    let digits = s.tokens.get(at).is_some_and(|token| token.class == Class::Digits);
    if !digits && s.hits(at).is_empty() {
        return measure();
    }
    // Digits joined by a dash are read as one: the check for names would refuse either alone.
    if let Some(range) = dashed(scope, at, bounded).or_else(|| one_or_two(scope, at)) {
        return Begun::Range(range);
    }
    let Some(low) = measure::at(scope, at, bounded) else { return Begun::Nothing };
    match plain(scope, at, bounded, &low) {
        Some(range) => Begun::Range(range),
        None => Begun::Measure(low),
    }
}

/// Gives a bare number the unit of the number joined after it: «من 15,7 إلى نحو 31 جنيها».
pub(crate) fn shared_unit(scope: Scope, measure: &mut Measure) {
    shared(scope, measure, 0);
}

fn shared(scope: Scope, first: &mut Measure, depth: usize) {
    if first.unit != Unit::Thing || first.noun || first.amount.vague || depth > MAX_SHARED {
        return;
    }
    let s = scope.s;
    let end = first.tokens.end;
    let to = says(s, end, Bounding::To);
    let Some(next) = joined_by_and(s, end).or(to).or_else(|| says(s, end, Bounding::Or)) else { return };
    let next = bound::before(s, scope.lexicon, next).map_or(next, |opening| opening.end);
    let Some(mut second) = measure::at(scope, next, true) else { return };
    shared(scope, &mut second, depth + 1);
    let may_fall = !rises(scope, first.tokens.start);
    if matches!(second.unit, Unit::Money(_) | Unit::Percent | Unit::Time(_)) && second.amount.scale > Decimal::ZERO {
        first.amount.share_scale(&second.amount, may_fall);
        first.unit = second.unit;
    } else if second.unit == Unit::Thing && !second.amount.vague && to.is_some() && comes_from(s, first) {
        // «من 9 إلى 12 مليون طن»
        first.amount.share_scale(&second.amount, may_fall);
    }
}

/// Whether «من» stands right before a measure.
fn comes_from(s: &Sentence, measure: &Measure) -> bool {
    let first = measure.tokens.start;
    first > 0 && says(s, first - 1, Bounding::From) == Some(first)
}

/// A word that opens a range at `at`: the token after it and the letters before the word.
fn opened(s: &Sentence, at: usize, wanted: Bounding) -> Option<(usize, u8)> {
    s.hits_of(at, wanted.kind()).iter().find_map(|hit| {
        // «ببين 20 و30», but «بما» is no part of «بما بين 20 و30».
        let led = !hit.clitics.preposition || wanted == Bounding::Between && hit.tokens == 1;
        let plain = led && !hit.clitics.article;
        (matches!(hit.sense, Sense::Bound(bounding) if bounding == wanted) && plain && !s.is_taken(at))
            .then_some((at + hit.tokens, hit.clitics.letters))
    })
}

/// Nobody is older, in years.
const OLDEST: Decimal = Decimal::from_parts(130, 0, 0, false, 0);

/// The range that `read` finds at token `first`, or after a word there that makes it one of ages: «بين سن 20 و30».
fn of_ages(s: &Sentence, first: usize, read: impl Fn(usize) -> Option<Ends>) -> Option<Ends> {
    let Some(after) = duration::phrase(s, first, TimePhrase::Age) else { return read(first) };
    let ends = read(after)?;
    match ends.unit {
        Unit::Time(_) => Some(ends),
        // «بين عمر 20 و30 ألف نسمة» is none.
        Unit::Thing if ends.high.value <= OLDEST && count::noun_at(s, ends.tokens.end, true).is_none() => {
            let years = || Unit::Time(Length::whole(YEARS));
            Some(Ends { low_unit: years(), unit: years(), ..ends })
        }
        _ => None,
    }
}

fn between(scope: Scope, at: usize, letters: u8, first: usize) -> Option<Ends> {
    let s = scope.s;
    let mut low = measure::at(scope, first, true)?;
    [past_noun(s, &low), low.tokens.end].into_iter().find_map(|end| {
        let next = joined_by_and(s, end).or_else(|| says(s, end, Bounding::To))?;
        let next = says(s, next, Bounding::Between).unwrap_or(next);
        let mut high = measure::at(scope, next, true)?;
        share_every(s, &mut low, &high, next);
        // «بين 1500 يورو و2000», «بين عامين وخمسة»
        if shares_unit(&low, &high) {
            high.unit = low.unit.clone();
        }
        ends(at, letters, low.clone(), high.clone()).or_else(|| turned(at, letters, low.clone(), high))
    })
}

/// Makes the first number of a range one of so many, where the second at token `next` is: «بين 3 و4 من كل 10».
fn share_every(s: &Sentence, low: &mut Measure, high: &Measure, next: usize) {
    if low.unit == Unit::Thing
        && !low.noun
        && high.unit == Unit::Times
        && let Some(amount) = ratio::of_same_every(s, low.amount.value, next)
    {
        (low.amount, low.unit) = (amount, Unit::Times);
    }
}

/// Whether the second of two numbers has no unit of its own, so that it has that of the first. Of time it is the greater,
/// and as few digits long: a dual has no scale of its own.
fn shares_unit(low: &Measure, high: &Measure) -> bool {
    let bare = high.unit == Unit::Thing && !high.noun;
    let same_scale = high.amount.scale == low.amount.scale.max(Decimal::ONE);
    bare && match low.unit {
        Unit::Money(_) | Unit::Percent => true,
        Unit::Time(_) => same_scale && high.amount.value > low.amount.value,
        _ => false,
    }
}

fn from_to(scope: Scope, at: usize, letters: u8, first: usize) -> Option<Ends> {
    let s = scope.s;
    // «من سنة إلى ثلاث سنوات»
    let mut low = measure::at(scope, first, true).or_else(|| duration::lone(scope, first, false))?;
    let next = says(s, low.tokens.end, Bounding::To)?;
    let mut high = measure::at(scope, next, true)?;
    share_every(s, &mut low, &high, next);
    // «من ثلاثة أيام إلى خمسة»
    let same_scale = high.amount.scale == low.amount.scale.max(Decimal::ONE);
    if same_scale && shares_unit(&low, &high) {
        high.unit = low.unit.clone();
    }
    let range = ends(at, letters, low, high)?;
    let from = reached_before(s, at, &range.unit).unwrap_or(0);
    (!changes_in(scope, from, at)).then_some(range)
}

/// The token at which what the last change before token `at` reached begins, where that is of another kind than `unit`:
/// «رفع الغرامة إلى [50 ألف دينار] والحبس من 3 إلى 7 سنوات». Of one kind, one change may go on to the next.
fn reached_before(s: &Sentence, at: usize, unit: &Unit) -> Option<usize> {
    let same = match unit {
        Unit::Money(_) => Kinds::ANY_MONEY,
        Unit::Percent => Kinds::PERCENT.or(Kinds::PERCENT_BEFORE),
        Unit::Time(_) => Kinds::TIME,
        Unit::Thing | Unit::Noun(_) | Unit::Times => return None,
    };
    let target = (at.saturating_sub(CHANGE_REACH)..at).rev().find(|target| {
        s.is_taken(*target) && target.checked_sub(1).is_some_and(|to| says(s, to, Bounding::To) == Some(*target))
    })?;
    let mut tokens = (target..at).take_while(|at| s.is_taken(*at));
    (!tokens.any(|at| s.begins(at, same))).then_some(target)
}

/// Puts the ends together where they make a range.
fn ends(at: usize, letters: u8, low: Measure, high: Measure) -> Option<Ends> {
    let tokens = at..high.tokens.end;
    let Measure { amount: mut from, unit: low_unit, .. } = low;
    let Measure { amount: to, unit, .. } = high;
    if from.vague || to.vague {
        return None;
    }
    let bare = low_unit == Unit::Thing;
    let same_kind = std::mem::discriminant(&low_unit) == std::mem::discriminant(&unit);
    if !bare && !same_kind {
        return None;
    }
    // «بين 900 و700 مليون» is no range from nine hundred on.
    from.share_scale(&to, true);
    let low_unit = if bare { unit.clone() } else { low_unit };
    let ascending = match (&low_unit, &unit) {
        (Unit::Time(low), Unit::Time(high)) => {
            let seconds =
                |length: &super::duration::Length, amount: &Amount| length.period(amount.value)?.seconds_about();
            seconds(low, &from)? < seconds(high, &to)?
        }
        _ => from.value < to.value,
    };
    ascending.then_some(Ends { tokens, letters, low: from, low_unit, high: to, unit })
}

/// «بين 12 عاما و4 أعوام»: each end has its unit, and the greater stands first. So does it below zero: «بين -3 و-5 درجات».
fn turned(at: usize, letters: u8, low: Measure, high: Measure) -> Option<Ends> {
    let tokens = at..high.tokens.end;
    let both = !matches!(low.unit, Unit::Thing) && !matches!(high.unit, Unit::Thing);
    if low.amount.value.is_sign_negative() && high.amount.value.is_sign_negative() && !both {
        let (unit, noun) = (high.unit.clone(), high.noun);
        let ends =
            ends(at, letters, Measure { unit: Unit::Thing, noun: false, ..high }, Measure { unit, noun, ..low })?;
        return Some(Ends { tokens, ..ends });
    }
    let ends = both.then(|| ends(at, letters, high, low)).flatten()?;
    Some(Ends { tokens, ..ends })
}

/// The token after the measure and the noun that it counts.
fn past_noun(s: &Sentence, measure: &Measure) -> usize {
    let end = measure.tokens.end;
    match measure.unit {
        Unit::Thing => count::noun_at(s, end, !measure.amount.vague).unwrap_or(end),
        _ => end,
    }
}

/// The kinds of words that a number after «و» may begin with.
const JOINED: Kinds = Kinds::NUMBER.or(Kinds::BOUND).or(Kinds::TIME);

/// Where the number after «و» begins: «و» is glued to words and stands alone before digits. None where there
/// is no «و».
fn joined_by_and(s: &Sentence, at: usize) -> Option<usize> {
    if s.is_taken(at) {
        return None;
    }
    if s.is_and(at) {
        return Some(at + 1);
    }
    let joined = s.hits_of(at, JOINED).iter().any(|hit| {
        hit.clitics.conjunction
            && !hit.clitics.preposition
            && matches!(hit.sense, Sense::Number(_) | Sense::Bound(_) | Sense::Time(_))
    });
    joined.then_some(at)
}

/// Whether a word of change stands shortly before token `at`.
fn after_change(scope: Scope, at: usize) -> bool {
    changes_in(scope, 0, at)
}

/// The same, from token `from` on.
fn changes_in(scope: Scope, from: usize, at: usize) -> bool {
    let s = scope.s;
    let from = from.max(at.saturating_sub(CHANGE_REACH));
    let changes = |at| s.hits_of(at, Kinds::BOUND_AFTER).iter().any(|hit| hit.sense == Sense::Bound(Bounding::Change));
    let moves = |relation| matches!(relation, Relation::Rise | Relation::Fall);
    // «زيادات تتراوح من 100 إلى 200»
    let ranging =
        (at.saturating_sub(RANGING)..at).any(|at| says_relation(scope, at, |relation| relation == Relation::Ranging));
    !ranging && (from..at).any(|at| changes(at) || says_relation(scope, at, moves))
}

/// Whether a word of rising stands shortly before token `at`.
fn rises(scope: Scope, at: usize) -> bool {
    (at.saturating_sub(CHANGE_REACH)..at).any(|at| says_relation(scope, at, |relation| relation == Relation::Rise))
}

fn says_relation(scope: Scope, at: usize, is_wanted: impl Fn(Relation) -> bool) -> bool {
    let mut found = false;
    scope.lexicon.relations(&scope.s.tokens, at, |relation, _, _| found |= is_wanted(relation));
    found
}
