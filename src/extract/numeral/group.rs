//! The groups that a numeral is made of: what stands before one run of scale words, and they («250 ألف»,
//! «نصف مليار», «مئات الآلاف»).

use super::is_definite;
use super::words::{Join, MAX_SCALES, below_thousand, joined, scales, ten_to, word};
use crate::extract::Sentence;
use crate::extract::digits::{self, Choice, Reading};
use crate::lexicon::{Clitics, Form, Hit, Kinds, Money, Number, Sense};
use crate::text::{self, Class, Gap};
use rust_decimal::Decimal;

/// A part of a numeral: what stands before one run of scale words, and they.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) end: usize,
    pub(super) reading: Reading,
    pub(super) choice: Option<Choice>,
    pub(super) other: Option<Reading>,
    pub(super) scale: Decimal,
    /// Has a fraction, so that nothing smaller can follow.
    pub(super) broken: bool,
    /// A scale word alone or in the dual: «ألف», «ألفان».
    pub(super) lone: bool,
    pub(super) digits: bool,
    pub(super) words: bool,
    pub(super) vague: bool,
}

pub(super) fn group(s: &Sentence, at: usize, join: Join) -> Option<Group> {
    let token = s.tokens.get(at)?;
    if token.class == Class::Digits {
        if let Some((worth, end)) = digit_part(s, at) {
            return fraction_of_scale(s, end, worth);
        }
        return (join != Join::And).then(|| digit_group(s, at)).flatten();
    }
    let (number, _) = word(s, at, join)?;
    match number {
        Number::Magnitude(_) => magnitude(s, at),
        Number::Scale { form: Form::Plural, .. } => magnitude(s, at),
        Number::Few => few(s, at + 1),
        Number::Scale { power, form } => lone_scale(s, at, power, form),
        Number::Fraction { parts, of } => fraction_of_scale(s, at + 1, part(parts, of)?),
        Number::Unit(parts) if let Some((Number::Parts { of }, _)) = word(s, at + 1, Join::Bare) => {
            fraction_of_scale(s, at + 2, part(parts, of)?)
        }
        // «ثلاثة أرباعها» is no number.
        Number::Unit(_) if matches!(word(s, at + 1, Join::Bare), Some((Number::PartsOf { .. }, _))) => None,
        _ => word_group(s, at, join),
    }
}

/// Digits and the scale words after them.
fn digit_group(s: &Sentence, at: usize) -> Option<Group> {
    if s.is_taken(at) {
        return None;
    }
    let run = digits::read(s, at)?;
    let (mut reading, mut end) = (run.reading, run.end);
    let broken = run.choice.is_none() && !reading.value.fract().is_zero();
    if let Some((value, next)) = half_before_scale(s, end) {
        reading.value = reading.value.checked_add(value)?;
        reading.precision = Decimal::new(1, 1);
        end = next;
    }
    let (scale, end, scaled) = hundreds_of(s, end).or_else(|| scales(s, end))?;
    let mut group = Group {
        end,
        reading: times(reading, scale)?,
        choice: run.choice,
        other: None,
        scale,
        broken,
        lone: false,
        digits: true,
        words: scaled,
        vague: false,
    };
    if let Some(choice) = run.choice {
        let (wanted, other) = match by_scale(&choice, scale) {
            true => (choice.grouped, choice.decimal),
            false => (choice.decimal, choice.grouped),
        };
        group.reading = times(wanted, scale)?;
        group.other = Some(times(other, scale)?);
        group.broken = !wanted.value.fract().is_zero();
    }
    Some(group)
}

/// «2.43 مئة مليون», as what Chinese counts in is rendered: the hundred belongs to the scale words after it.
fn hundreds_of(s: &Sentence, at: usize) -> Option<(Decimal, usize, bool)> {
    let (Number::Hundred(100), clitics) = word(s, at, Join::Bare)? else { return None };
    let (scale, end, scaled) = scales(s, at + 1)?;
    (scaled && !clitics.article).then_some((scale.checked_mul(Decimal::ONE_HUNDRED)?, end, true))
}

/// Whether one mark before three digits parts thousands, as far as the digits and the scale word tell:
/// «1.000 مليار» does, since nobody writes such decimals; «1.102 مليار» does not, since more than a thousand
/// milliards has a word of its own; «1,875 مليون» does.
fn by_scale(choice: &Choice, scale: Decimal) -> bool {
    choice.round || (!choice.dot && scale < Decimal::from(1_000_000_000))
}

/// Words below a thousand and the scale words after them.
fn word_group(s: &Sentence, at: usize, join: Join) -> Option<Group> {
    let (value, mut end) = below_thousand(s, at, join)?;
    let mut reading = Reading { value: Decimal::from(value), precision: Decimal::ONE };
    if let Some((value, next)) = half_before_scale(s, end) {
        reading.value = reading.value.checked_add(value)?;
        reading.precision = Decimal::new(1, 1);
        end = next;
    }
    let (scale, end, _) = scales(s, end)?;
    let reading = times(reading, scale)?;
    Some(Group { end, reading, scale, ..Group::of_words() })
}

impl Group {
    fn of_words() -> Group {
        Group {
            end: 0,
            reading: Reading { value: Decimal::ZERO, precision: Decimal::ONE },
            choice: None,
            other: None,
            scale: Decimal::ONE,
            broken: false,
            lone: false,
            digits: false,
            words: true,
            vague: false,
        }
    }
}

/// «ونصف» where a scale word follows: «ثلاثة ونصف مليون».
fn half_before_scale(s: &Sentence, at: usize) -> Option<(Decimal, usize)> {
    let (next, join) = joined(s, at)?;
    let (Number::Fraction { parts, of }, _) = word(s, next, join)? else { return None };
    let (Number::Scale { form: Form::Singular, .. }, clitics) = word(s, next + 1, Join::Bare)? else { return None };
    (!clitics.article).then_some((part(parts, of)?, next + 1))
}

/// A scale word without a number before it: one of it, or two.
fn lone_scale(s: &Sentence, at: usize, power: u8, form: Form) -> Option<Group> {
    let own = ten_to(power);
    let (more, end, _) = scales(s, at + 1)?;
    let scale = own.checked_mul(more)?;
    let one = Reading { value: scale, precision: scale };
    let two = times(one, Decimal::TWO).map(|two| Reading { precision: scale, ..two })?;
    let (reading, other) = match form {
        Form::Singular | Form::Plural | Form::Owned => (one, None),
        Form::Dual => (two, None),
        Form::Construct => {
            // A construct needs its noun: «ألفي» alone is a name.
            let noun = s.tokens.get(end).is_some_and(|next| next.class == Class::Arabic && next.gap < Gap::Line);
            (noun || end > at + 1).then_some(())?;
            (two, None)
        }
        Form::Accusative => {
            if is_counted(s, end) {
                (two, Some(one))
            } else {
                (one, None)
            }
        }
    };
    Some(Group { end, reading, other, scale, lone: true, ..Group::of_words() })
}

/// Whether a noun that can be counted stands at token `at`.
fn is_counted(s: &Sentence, at: usize) -> bool {
    s.hits_of(at, Kinds::NOUN.or(Kinds::TIME).or(Kinds::MONEY)).iter().any(|hit| {
        let noun = matches!(hit.sense, Sense::Noun(_) | Sense::Time(_) | Sense::Money(Money::Noun { .. }));
        noun && hit.clitics == Clitics::default()
    })
}

/// A part of a scale: «نصف مليار», «ربع المليون».
fn fraction_of_scale(s: &Sentence, at: usize, worth: Decimal) -> Option<Group> {
    let (Number::Scale { power, form: Form::Singular }, _) = word(s, at, Join::Bare)? else { return None };
    let (more, end, _) = scales(s, at + 1)?;
    let scale = ten_to(power).checked_mul(more)?;
    let value = round(worth.checked_mul(scale)?);
    let precision = scale.checked_div(Decimal::TEN)?;
    Some(Group { end, reading: Reading { value, precision }, scale, broken: true, ..Group::of_words() })
}

/// A part told with digits at token `at`, of the unit, thing or scale after it, and the token where that stands.
pub(super) fn digit_part(s: &Sentence, at: usize) -> Option<(Decimal, usize)> {
    let marked = s.is_glued(at) && !s.is_and(at - 1) && s.tokens[at - 1].class != Class::Arabic;
    let next = s.tokens.get(at + 1).filter(|_| !marked)?;
    if next.class == Class::Mark('/') { slashed_part(s, at) } else { counted_parts(s, at) }
}

/// «3 أرباع لتر»; «في 3 أرباع متتالية» are quarters of years.
fn counted_parts(s: &Sentence, at: usize) -> Option<(Decimal, usize)> {
    const WHOLE: Kinds = Kinds::NUMBER.or(Kinds::NOUN).or(Kinds::TIME).or(Kinds::MONEY);
    let (Number::Parts { of }, clitics) = word(s, at + 1, Join::Bare)? else { return None };
    let (parts, whole) = (small(s, at)?, at + 2);
    let of_whole = !s.is_taken(whole) && (s.begins(whole, WHOLE) || is_definite(s, whole));
    let fits = 0 < parts && parts < of && of_whole && !clitics.article;
    fits.then(|| Some((part(parts, of)?, whole))).flatten()
}

/// «3/4 كيلومتر», «1/2 مليون»; «5/6 أشهر» are five or six, and «2 1/2» has a whole before it.
fn slashed_part(s: &Sentence, at: usize) -> Option<(Decimal, usize)> {
    let whole = at + 3;
    let glued = s.is_glued(at + 1) && s.is_glued(at + 2) && !s.is_taken(whole);
    let mixed = at > 0 && s.tokens[at - 1].class == Class::Digits;
    let unit = |hit: &Hit| match hit.sense {
        Sense::Noun(noun) => !noun.whole && !noun.plural,
        Sense::Time(time) => matches!(time.form, Form::Singular | Form::Accusative),
        Sense::Number(Number::Scale { form, .. }) => form == Form::Singular,
        Sense::Money(Money::Noun { two, .. } | Money::Subunit { two, .. }) => !two,
        _ => false,
    };
    const UNIT: Kinds = Kinds::NUMBER.or(Kinds::NOUN).or(Kinds::TIME).or(Kinds::MONEY);
    let of_unit = || s.hits_of(whole, UNIT).iter().any(|hit| hit.clitics == Clitics::default() && unit(hit));
    let (parts, of) = (small(s, at)?, small(s, at + 2).filter(|_| glued && !mixed)?);
    (0 < parts && parts < of && of_unit()).then(|| Some((part(parts, of)?, whole))).flatten()
}

/// The number that one digit at token `at` is.
fn small(s: &Sentence, at: usize) -> Option<u8> {
    let token = s.tokens.get(at).filter(|token| token.class == Class::Digits)?;
    let mut digits = text::digits(s.text, token);
    digits.next().filter(|_| digits.next().is_none())?.checked_sub(b'0')
}

/// Plurals that state a magnitude: «مئات الآلاف», «عشرات ملايين».
fn magnitude(s: &Sentence, at: usize) -> Option<Group> {
    let mut product = Decimal::ONE;
    let mut end = at;
    for count in 0..=MAX_SCALES {
        let join = if count == 0 { Join::First } else { Join::Bare };
        let factor = match word(s, end, join) {
            Some((Number::Magnitude(size), _)) => Decimal::from(size),
            Some((Number::Scale { power, form: Form::Plural | Form::Singular }, _)) => ten_to(power),
            _ => break,
        };
        product = product.checked_mul(factor)?;
        end += 1;
    }
    let reading = Reading { value: product, precision: product };
    Some(Group { end, reading, scale: product, vague: true, ..Group::of_words() })
}

/// What «بضعة» and «عدة» count, where it is a magnitude: «بضعة آلاف», «بضعة عشر».
fn few(s: &Sentence, at: usize) -> Option<Group> {
    match word(s, at, Join::Bare)? {
        (Number::Ten, _) => {
            let reading = Reading { value: Decimal::TEN, precision: Decimal::TEN };
            Some(Group { end: at + 1, reading, vague: true, ..Group::of_words() })
        }
        (Number::Magnitude(_) | Number::Scale { form: Form::Plural, .. }, _) => magnitude(s, at),
        _ => None,
    }
}

fn times(reading: Reading, factor: Decimal) -> Option<Reading> {
    if factor == Decimal::ONE {
        return Some(reading);
    }
    Some(Reading {
        value: reading.value.checked_mul(factor)?.normalize(),
        precision: reading.precision.checked_mul(factor)?.normalize(),
    })
}

pub(super) fn part(parts: u8, of: u8) -> Option<Decimal> {
    Decimal::from(parts).checked_div(Decimal::from(of))
}

/// A third of a million is no exact decimal: enough places for any comparison.
pub(super) fn round(value: Decimal) -> Decimal {
    value.round_dp(4).normalize()
}
