//! Numerals: digits, number words, and mixes of both («18 مليونا و250 ألفا», «ثلاثة ملايين ونصف المليون»).
//! In: a sentence and a token. Out: the numeral that begins there, all readings kept.
//! Not here: what is counted and how it is bounded, and the words themselves (`rules/lexicon/numbers.toml`).

use super::Sentence;
use super::digits::{self, Choice, Reading};
use crate::lexicon::{Clitics, Form, Number, Sense};
use crate::text::{Class, Gap, Word};
use rust_decimal::Decimal;
use std::ops::Range;
use std::sync::LazyLock;

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// Digits alone.
    Digits,
    /// Words alone.
    Words,
    /// Digits and words: «5 ملايين».
    Mixed,
}

/// A numeral read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Numeral {
    /// The tokens that it takes.
    pub tokens: Range<usize>,
    /// What was taken off its first word.
    pub clitics: Clitics,
    /// The number; the magnitude, where it is vague.
    pub value: Decimal,
    /// The worth of its last written digit.
    pub precision: Decimal,
    /// Another way to read it.
    pub other: Option<Reading>,
    /// Where the two readings are of one mark before three digits: what speaks for either.
    pub choice: Option<Choice>,
    /// What its scale words multiply by; 1 without any.
    pub scale: Decimal,
    /// Made of several parts: «ألف ومئتان».
    pub compound: bool,
    /// How it is written.
    pub written: Written,
    /// A magnitude without a number: «عشرات الآلاف».
    pub vague: bool,
}

impl Numeral {
    /// Takes the reading that groups thousands, or the one with decimals, where both are possible.
    pub fn prefer(&mut self, grouped: bool) {
        let Some(choice) = self.choice else { return };
        let (wanted, other) = match grouped {
            true => (choice.grouped, choice.decimal),
            false => (choice.decimal, choice.grouped),
        };
        let scaled = |reading: Reading| {
            Some(Reading {
                value: reading.value.checked_mul(self.scale)?.normalize(),
                precision: reading.precision.checked_mul(self.scale)?.normalize(),
            })
        };
        let (Some(wanted), Some(other)) = (scaled(wanted), scaled(other)) else { return };
        self.value = wanted.value;
        self.precision = wanted.precision;
        self.other = Some(other);
    }
}

/// How a word of a numeral must be joined to the word before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Join {
    /// It is the numeral's first word: any clitics.
    First,
    /// Without «و».
    Bare,
    /// With «و».
    And,
}

/// A part of a numeral: what stands before one run of scale words, and they.
#[derive(Clone, Copy, Debug)]
struct Group {
    end: usize,
    reading: Reading,
    choice: Option<Choice>,
    other: Option<Reading>,
    scale: Decimal,
    /// Has a fraction, so that nothing smaller can follow.
    broken: bool,
    /// A scale word alone or in the dual: «ألف», «ألفان».
    lone: bool,
    digits: bool,
    words: bool,
    vague: bool,
}

/// The numeral that begins at token `at`.
pub(crate) fn at(s: &Sentence, at: usize) -> Option<Numeral> {
    let clitics = first_clitics(s, at)?;
    if s.tokens[at].class != Class::Digits && is_voweled_part(s, at) && fraction_at(s, at).is_some() {
        return None;
    }
    let first = group(s, at, Join::First)?;
    let mut numeral = Numeral {
        tokens: at..first.end,
        clitics,
        value: first.reading.value,
        precision: first.reading.precision,
        other: first.other,
        choice: first.choice,
        scale: first.scale,
        compound: false,
        written: Written::Words,
        vague: first.vague,
    };
    let mut last = first;
    let (mut digits, mut words) = (first.digits, first.words);
    while !last.vague && !last.broken {
        let Some((next, join)) = joined(s, numeral.tokens.end) else { break };
        if let Some((value, end, scale)) = added_fraction(s, next, join, last.scale) {
            numeral.value = numeral.value.checked_add(value)?.normalize();
            numeral.precision = scale.checked_div(Decimal::TEN)?;
            numeral.tokens.end = end;
            numeral.compound = true;
            words = true;
            break;
        }
        // Digits alone are not continued: «5 و10» are two numbers.
        if last.scale == Decimal::ONE {
            break;
        }
        let Some(part) = group(s, next, join).filter(|part| follows(&numeral, &last, part)) else { break };
        numeral.value = numeral.value.checked_add(part.reading.value)?;
        numeral.precision = part.reading.precision;
        numeral.scale = part.scale;
        numeral.tokens.end = part.end;
        numeral.compound = true;
        (numeral.other, numeral.choice) = (None, None);
        digits |= part.digits;
        words |= part.words;
        last = part;
    }
    if !numeral.vague
        && let Some((value, end)) = taken_fraction(s, numeral.tokens.end, last.scale)
    {
        numeral.value = numeral.value.checked_sub(value)?.normalize();
        numeral.tokens.end = end;
        numeral.compound = true;
    }
    numeral.written = match (digits, words) {
        (true, true) => Written::Mixed,
        (true, false) => Written::Digits,
        _ => Written::Words,
    };
    Some(numeral)
}

/// A part of one thing that begins at token `at` («نصف», «ثلاثة أرباع»): its worth, the token after it, and
/// what was taken off its first word. What it is a part of comes after it.
pub(crate) fn fraction_at(s: &Sentence, at: usize) -> Option<(Decimal, usize, Clitics)> {
    let (number, clitics) = word(s, at, Join::First)?;
    match number {
        Number::Fraction { parts, of } => Some((part(parts, of)?, at + 1, clitics)),
        Number::Unit(parts) => match word(s, at + 1, Join::Bare) {
            Some((Number::Parts { of }, _)) if parts < of => Some((part(parts, of)?, at + 2, clitics)),
            _ if is_voweled_part(s, at) => Some((part(1, parts)?, at + 1, clitics)),
            _ => None,
        },
        Number::Ten if is_voweled_part(s, at) => Some((part(1, 10)?, at + 1, clitics)),
        _ => None,
    }
}

/// «عُشر» and «خُمس» are parts, «عَشر» and «خَمس» numbers: the vowel tells, where it is written.
fn is_voweled_part(s: &Sentence, at: usize) -> bool {
    const DAMMA: char = '\u{64F}';
    s.tokens.get(at).is_some_and(|token| token.span.slice(s.text).chars().filter(|c| *c == DAMMA).count() > 0)
}

/// Whether a numeral may begin at token `at` at all, and what is taken off the word there.
fn first_clitics(s: &Sentence, at: usize) -> Option<Clitics> {
    match s.tokens.get(at)?.class {
        Class::Digits => Some(Clitics::default()),
        _ => word(s, at, Join::First).map(|(_, clitics)| clitics),
    }
}

/// The number word at token `at`, joined as asked.
fn word(s: &Sentence, at: usize, join: Join) -> Option<(Number, Clitics)> {
    if s.is_taken(at) {
        return None;
    }
    s.hits(at).iter().find_map(|hit| {
        let Sense::Number(number) = hit.sense else { return None };
        let joined = match join {
            Join::First => true,
            Join::Bare => !hit.clitics.conjunction && !hit.clitics.preposition,
            Join::And => hit.clitics.conjunction && !hit.clitics.preposition,
        };
        // «الإف» is no thousand: «آلاف» has no hamza below.
        let below = matches!(number, Number::Scale { power: 3, form: Form::Plural })
            && s.tokens[at].span.slice(s.text).contains('إ');
        let likeness = hit.clitics.preposition && is_likeness(s, at, hit.clitics);
        (joined && hit.tokens == 1 && !likeness && !below).then_some((number, hit.clitics))
    })
}

/// Whether the preposition is «ك», which stands before no number: «كمية», «كميات» are other words.
fn is_likeness(s: &Sentence, at: usize, clitics: Clitics) -> bool {
    static LIKE: LazyLock<Word> = LazyLock::new(|| Word::of("ك"));
    s.tokens[at].word.without_first(usize::from(clitics.conjunction)).starts_with(*LIKE)
}

/// Where a word after «و» begins, and how it must be joined: «و» is glued to a word, and alone before digits.
fn joined(s: &Sentence, at: usize) -> Option<(usize, Join)> {
    if s.is_taken(at) {
        return None;
    }
    Some(if s.is_and(at) { (at + 1, Join::Bare) } else { (at, Join::And) })
}

/// Whether `part` may be added to the numeral so far: it must be smaller than its last digit.
fn follows(numeral: &Numeral, last: &Group, part: &Group) -> bool {
    if part.vague || part.reading.value.is_zero() {
        return false;
    }
    if part.scale < last.scale {
        return part.reading.value < last.reading.precision.min(last.scale);
    }
    // «مئة ألف وألفان»: the same scale again, where no digit stands in its place.
    let hundreds = (numeral.value / last.scale) % Decimal::ONE_HUNDRED;
    part.scale == last.scale && part.lone && hundreds.is_zero() && part.reading.value < numeral.value
}

fn group(s: &Sentence, at: usize, join: Join) -> Option<Group> {
    let token = s.tokens.get(at)?;
    if token.class == Class::Digits {
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
    let (scale, end, scaled) = scales(s, end)?;
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

/// A number in words below a thousand: its value and the token after it.
fn below_thousand(s: &Sentence, at: usize, join: Join) -> Option<(u16, usize)> {
    let (number, _) = word(s, at, join)?;
    let hundreds = match number {
        Number::Hundred(hundreds) => Some((hundreds, at + 1)),
        Number::Unit(unit @ 3..=9) => match word(s, at + 1, Join::Bare) {
            Some((Number::Hundred(100) | Number::Magnitude(100), clitics)) if !clitics.article => {
                Some((u16::from(unit) * 100, at + 2))
            }
            _ => None,
        },
        _ => None,
    };
    let Some((hundreds, end)) = hundreds else { return below_hundred(s, at, join) };
    let rest = joined(s, end).and_then(|(next, join)| below_hundred(s, next, join));
    Some(rest.map_or((hundreds, end), |(rest, end)| (hundreds + rest, end)))
}

fn below_hundred(s: &Sentence, at: usize, join: Join) -> Option<(u16, usize)> {
    let (number, _) = word(s, at, join)?;
    let (unit, bound) = match number {
        Number::Tens(tens) => return Some((u16::from(tens), at + 1)),
        Number::Teen(teen) => return Some((u16::from(teen), at + 1)),
        Number::Ten => return Some((10, at + 1)),
        Number::Unit(unit) => (u16::from(unit), false),
        Number::BoundUnit(unit) => (u16::from(unit), true),
        _ => return None,
    };
    if (bound || unit > 2)
        && let Some((Number::Ten, clitics)) = word(s, at + 1, Join::Bare)
        && !clitics.article
    {
        return Some((10 + unit, at + 2));
    }
    if let Some((next, join)) = joined(s, at + 1)
        && let Some((Number::Tens(tens), _)) = word(s, next, join)
    {
        return Some((unit + u16::from(tens), next + 1));
    }
    (!bound).then_some((unit, at + 1))
}

/// The most scale words in a row: «مئة ألف مليون مليون».
const MAX_SCALES: usize = 3;

/// The scale words that begin at token `at`, multiplied; the token after them; whether there is one.
fn scales(s: &Sentence, mut at: usize) -> Option<(Decimal, usize, bool)> {
    let mut product = Decimal::ONE;
    for count in 0..=MAX_SCALES {
        match word(s, at, Join::Bare) {
            Some((Number::Scale { power, form: Form::Singular | Form::Accusative | Form::Plural }, clitics))
                if !clitics.article && count < MAX_SCALES =>
            {
                product = product.checked_mul(ten_to(power))?;
                at += 1;
            }
            _ => return Some((product, at, count > 0)),
        }
    }
    None
}

/// A scale word without a number before it: one of it, or two.
fn lone_scale(s: &Sentence, at: usize, power: u8, form: Form) -> Option<Group> {
    let own = ten_to(power);
    let (more, end, _) = scales(s, at + 1)?;
    let scale = own.checked_mul(more)?;
    let one = Reading { value: scale, precision: scale };
    let two = times(one, Decimal::TWO).map(|two| Reading { precision: scale, ..two })?;
    let (reading, other) = match form {
        Form::Singular | Form::Plural => (one, None),
        Form::Dual => (two, None),
        Form::Construct => {
            // A construct needs its noun: «ألفي» alone is a name.
            let noun = s.tokens.get(end).is_some_and(|next| next.class == Class::Arabic && next.gap < Gap::Line);
            (noun || end > at + 1).then_some(())?;
            (two, None)
        }
        Form::Accusative => {
            let counted =
                |hit: &crate::lexicon::Hit| hit.clitics == Clitics::default() && !matches!(hit.sense, Sense::Number(_));
            match s.hits(end).iter().any(counted) {
                true => (two, Some(one)),
                false => (one, None),
            }
        }
    };
    Some(Group { end, reading, other, scale, lone: true, ..Group::of_words() })
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

/// «ونصف» after a number, with its scale said again or not: the value to add, the token after it, and the
/// scale that it is a part of.
fn added_fraction(s: &Sentence, at: usize, join: Join, scale: Decimal) -> Option<(Decimal, usize, Decimal)> {
    let (Number::Fraction { parts, of }, clitics) = word(s, at, join)? else { return None };
    if clitics.article {
        return None;
    }
    let worth = part(parts, of)?;
    if let Some((Number::Scale { power, form: Form::Singular }, _)) = word(s, at + 1, Join::Bare) {
        let own = ten_to(power);
        return (own <= scale).then(|| Some((round(worth.checked_mul(own)?), at + 2, own))).flatten();
    }
    // «ونصف السكان» is a part of something else.
    let definite = s.hits(at + 1).iter().any(|hit| hit.clitics.article) || begins_with_article(s, at + 1);
    (!definite).then(|| Some((round(worth.checked_mul(scale)?), at + 1, scale))).flatten()
}

/// «إلا ربعا» after a number.
fn taken_fraction(s: &Sentence, at: usize, scale: Decimal) -> Option<(Decimal, usize)> {
    let (Number::Minus, _) = word(s, at, Join::Bare)? else { return None };
    let (Number::Fraction { parts, of }, _) = word(s, at + 1, Join::Bare)? else { return None };
    let end = match word(s, at + 2, Join::Bare) {
        Some((Number::Scale { power, form: Form::Singular }, _)) if ten_to(power) == scale => at + 3,
        _ => at + 2,
    };
    Some((round(part(parts, of)?.checked_mul(scale)?), end))
}

/// Whether the token is a word with «ال».
pub(crate) fn begins_with_article(s: &Sentence, at: usize) -> bool {
    s.tokens.get(at).is_some_and(|token| {
        token.class == Class::Arabic && crate::lexicon::clitics(token.word).iter().any(|clitics| clitics.article)
    })
}

fn part(parts: u8, of: u8) -> Option<Decimal> {
    Decimal::from(parts).checked_div(Decimal::from(of))
}

fn times(reading: Reading, factor: Decimal) -> Option<Reading> {
    Some(Reading {
        value: reading.value.checked_mul(factor)?.normalize(),
        precision: reading.precision.checked_mul(factor)?.normalize(),
    })
}

/// A third of a million is no exact decimal: enough places for any comparison.
fn round(value: Decimal) -> Decimal {
    value.round_dp(4).normalize()
}

fn ten_to(power: u8) -> Decimal {
    Decimal::from_i128_with_scale(10_i128.pow(u32::from(power.min(27))), 0)
}

#[cfg(test)]
mod tests;
