//! What follows the first unit of a length of time: a part of it («ونصف العام»), or smaller units («وعشرة أشهر», «وشهرا»).
//! Not here: the first unit (`mod.rs`).

use super::{Length, one, part, pieces, so_many, time_at, times, unit_after};
use crate::extract::Sentence;
use crate::extract::measure::{Amount, Measure, Scope, Unit};
use crate::extract::numeral;
use crate::extract::unsaid::stands_alone;
use crate::figure::Period;
use crate::lexicon::{Clitics, Form, Hit, Kinds, Number, Sense, Time, TimeUnit};
use crate::text::Word;
use rust_decimal::Decimal;
use std::sync::LazyLock;

/// Whether a length whose second part begins at token `from` ends with one unit without a number, or a part of it: «وساعة»,
/// «وساعة ونصف».
pub(super) fn ends_alone(s: &Sentence, from: usize, length: &Measure) -> bool {
    let one = |at: usize| {
        times(s, at).any(|(time, hit)| {
            let joined = hit.clitics.conjunction || s.is_and(at - 1);
            matches!(time.form, Form::Singular | Form::Accusative) && joined
        })
    };
    let last = length.tokens.end - 1;
    one(last) || last > from && added_part(s, last).is_some() && one(last - 1)
}

/// Whether the words at token `at` tell that a unit of time before them comes again: «يوم في الأسبوع», «ويوم من كل شهر»,
/// «ودقيقة بدقيقة».
fn recurs(s: &Sentence, at: usize) -> bool {
    static EACH: LazyLock<[Word; 3]> = LazyLock::new(|| ["كل", "لكل", "بكل"].map(Word::of));
    static LEADS: LazyLock<[Word; 3]> = LazyLock::new(|| ["في", "من", "بعد"].map(Word::of));
    let is = |at: usize, words: &[Word]| s.tokens.get(at).is_some_and(|token| words.contains(&token.word));
    let unit = |at: usize, led: bool| {
        let time = |hit: &Hit| matches!(hit.sense, Sense::Time(_)) && (led || hit.clitics.preposition);
        s.hits_of(at, Kinds::TIME).iter().any(time)
    };
    is(at, &*EACH) || unit(at, false) || is(at, &*LEADS) && (is(at + 1, &*EACH) || unit(at + 1, true))
}

/// «ونصف» after a unit: the part and the token after it.
pub(crate) fn added_part(s: &Sentence, at: usize) -> Option<(Decimal, usize)> {
    let next = if s.is_and(at) { at + 1 } else { at };
    if s.is_taken(at) || s.is_taken(next) {
        return None;
    }
    s.hits_of(next, Kinds::NUMBER).iter().find_map(|hit| {
        let Sense::Number(Number::Fraction { parts, of }) = hit.sense else { return None };
        let joined = hit.clitics.conjunction || next > at;
        let worth = Decimal::from(parts).checked_div(Decimal::from(of))?;
        (joined && !hit.clitics.article && !hit.clitics.preposition).then_some((worth, next + 1))
    })
}

/// A measure of time with what follows it: a part («ونصف العام»), or a smaller unit («وعشرة أشهر»).
pub(crate) fn with_rest(scope: Scope, measure: Measure) -> Measure {
    let s = scope.s;
    let Unit::Time(length) = measure.unit.clone() else { return measure };
    if measure.amount.vague {
        return measure;
    }
    let end = measure.tokens.end;
    if let Some(measure) = less_part(s, &measure, &length) {
        return measure;
    }
    let rest = with_part(s, end, &length).or_else(|| smaller(scope, end, &length));
    match rest.or_else(|| after_comma(scope, end, &length)) {
        Some((rest, end)) => {
            Measure { tokens: measure.tokens.start..end, unit: Unit::Time(Length { rest, ..length }), ..measure }
        }
        None => measure,
    }
}

/// «ونصف العام» at token `at`: the rest of a length with that part of its unit.
fn with_part(s: &Sentence, at: usize, length: &Length) -> Option<(Period, usize)> {
    let (worth, end) = added_part(s, at)?;
    let again = time_at(s, end).filter(|(time, ..)| time.unit == length.time.unit && time.times == length.time.times);
    let other = again.is_none() && (numeral::is_definite(s, end) || time_at(s, end).is_some());
    let rest = length.rest.plus(&part(length.time, worth)?)?;
    (!other).then_some((rest, again.map_or(end, |(_, end)| end)))
}

/// «خمس ساعات إلا ربعا»: a part of the last unit taken away.
fn less_part(s: &Sentence, measure: &Measure, length: &Length) -> Option<Measure> {
    let end = measure.tokens.end;
    let minus =
        s.hits_of(end, Kinds::NUMBER).iter().any(|hit| hit.sense == Sense::Number(Number::Minus)) && !s.is_taken(end);
    let (worth, end, clitics) = numeral::fraction_at(s, end + 1).filter(|_| minus)?;
    // «إلا ثلثا» takes one third away, though «ثلثا» may be two.
    let worth = if worth > Decimal::new(5, 1) { Decimal::ONE.checked_sub(worth)? } else { worth };
    let left = Decimal::ONE.checked_sub(worth).filter(|left| left.is_sign_positive())?;
    let value = measure.amount.value.checked_sub(Decimal::ONE).filter(|value| !value.is_sign_negative())?;
    let rest = length.rest.plus(&part(length.time, left)?)?;
    let again = time_at(s, end).filter(|(time, ..)| time.unit == length.time.unit).map_or(end, |(_, end)| end);
    // «إلا الربع»
    let plain = clitics.letters == 0 || clitics.article && clitics.letters == 2;
    plain.then(|| Measure {
        tokens: measure.tokens.start..again,
        amount: Amount::exact(value, Decimal::ONE),
        unit: Unit::Time(Length { rest, ..*length }),
        ..measure.clone()
    })
}

/// Smaller units joined with «و», each after a greater: «وعشرة أشهر», «وشهرين», «و20 دقيقة و15 ثانية».
fn smaller(scope: Scope, at: usize, length: &Length) -> Option<(Period, usize)> {
    let s = scope.s;
    let apart = s.is_and(at);
    let next = if apart { at + 1 } else { at };
    let (count, time, end) = match numeral::at(s, next) {
        Some(numeral) if (apart || numeral.clitics.conjunction) && !numeral.vague => {
            if let Some((of, end, _)) = pieces(s, numeral.tokens.end).filter(|_| length.time.unit == TimeUnit::Second) {
                let part = so_many(TimeUnit::Second, numeral.value.checked_div(of)?);
                return Some((length.rest.plus(&part)?, end));
            }
            let (length, end) = unit_after(s, numeral.tokens.end, false)?;
            (numeral.value, length.time, end)
        }
        Some(_) => return None,
        None => {
            let (count, time, clitics, end) = one_or_two(s, next)?;
            ((apart || clitics.conjunction) && !clitics.article && !s.is_taken(next)).then_some(())?;
            (count, time, end)
        }
    };
    let below = (time.unit as u8) < (length.time.unit as u8)
        || (time.unit == length.time.unit && time.times < length.time.times);
    // «عشر سنوات وستة آلاف ساعة طيران» are two lengths.
    if !below || count.checked_mul(Decimal::from(time.times))? > most_of(time.unit) {
        return None;
    }
    let rest = length.rest.plus(&Length::whole(time).period(count)?)?;
    let so_far = Length { rest, ..Length::whole(time) };
    let further = with_part(s, end, &so_far).or_else(|| smaller(scope, end, &so_far));
    Some(further.unwrap_or((rest, end)))
}

/// «عامين، وتسعة أشهر و22 يوما»: two smaller units after a comma; one alone may be another length.
fn after_comma(scope: Scope, at: usize, length: &Length) -> Option<(Period, usize)> {
    let comma = scope.s.tokens.get(at).is_some_and(|token| token.class.is_comma());
    let (rest, end) = comma.then(|| smaller(scope, at + 1, length)).flatten()?;
    let two = rest.units() >= length.rest.units() + 2;
    two.then_some((rest, end))
}

/// So many of a unit may stand after a greater one: «سنة و18 شهرا».
fn most_of(unit: TimeUnit) -> Decimal {
    Decimal::from(match unit {
        TimeUnit::Second | TimeUnit::Minute => 120,
        TimeUnit::Hour => 48,
        TimeUnit::Day => 366,
        TimeUnit::Week => 52,
        TimeUnit::Month | TimeUnit::Year => 100,
    })
}

/// One unit or two at token `at`, told without a number: «شهرين», «وشهر», where nothing tells more of it, «وشهرا واحدا»; with
/// the token after it.
fn one_or_two(s: &Sentence, at: usize) -> Option<(Decimal, Time, Clitics, usize)> {
    times(s, at).find_map(|(time, hit)| {
        let end = at + hit.tokens;
        match time.form {
            Form::Dual => Some((Decimal::TWO, time, hit.clitics, end)),
            Form::Singular | Form::Accusative => {
                let alone = || stands_alone(s, end) && !recurs(s, end);
                let end = one(s, end).or_else(|| alone().then_some(end))?;
                Some((Decimal::ONE, time, hit.clitics, end))
            }
            _ => None,
        }
    })
}
