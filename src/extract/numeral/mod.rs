//! Numerals: digits, number words, and mixes of both («18 مليونا و250 ألفا», «ثلاثة ملايين ونصف المليون»).
//! In: a sentence and a token. Out: the numeral that begins there, all readings kept.
//! Not here: what is counted and how it is bounded, and the words themselves (`rules/lexicon/numbers.toml`).

mod group;
mod words;

use super::Sentence;
use super::bound::says;
use super::digits::{Choice, Reading};
use super::measure::percent_after;
use crate::lexicon::{self, Bounding, Clitics, Form, Hit, Kinds, Multiple, Number, Sense};
use crate::text::Class;
use group::{Group, digit_part, group, part, round};
use rust_decimal::Decimal;
use smallvec::SmallVec;
use std::ops::Range;
pub(crate) use words::letter_scale;
use words::{Join, is_left_over, is_voweled_part, joined, scales, ten_to, word};

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

impl Written {
    fn of(digits: bool, words: bool) -> Written {
        match (digits, words) {
            (true, true) => Written::Mixed,
            (true, false) => Written::Digits,
            _ => Written::Words,
        }
    }
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

/// The numeral that begins at token `at`.
pub(crate) fn at(s: &Sentence, at: usize) -> Option<Numeral> {
    read(s, at, usize::MAX)
}

/// The same numeral without its last part: «3 مليارات» of «3 مليارات و200 مليون».
pub(crate) fn without_last(s: &Sentence, numeral: &Numeral) -> Option<Numeral> {
    read(s, numeral.tokens.start, numeral.tokens.end)
}

/// The numeral that begins at token `at`, without the part that ends at token `before` or later.
fn read(s: &Sentence, at: usize, before: usize) -> Option<Numeral> {
    let clitics = first_clitics(s, at)?;
    if s.tokens[at].class != Class::Digits
        && (is_voweled_part(s, at) || is_part_of_whole(s, at))
        && fraction_at(s, at).is_some()
    {
        return None;
    }
    let first = group(s, at, Join::First)?;
    let mut numeral = of_group(at, clitics, &first);
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
        let Some(part) = group(s, next, join).filter(|part| part.end < before) else { break };
        if let Some(value) = thousands_of(s, &numeral, &last, &part) {
            numeral.value = value;
        } else if follows(&numeral, &last, &part) {
            numeral.value = numeral.value.checked_add(part.reading.value)?;
        } else {
            break;
        }
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
    numeral.written = Written::of(digits, words);
    Some(numeral)
}

fn of_group(at: usize, clitics: Clitics, group: &Group) -> Numeral {
    Numeral {
        tokens: at..group.end,
        clitics,
        value: group.reading.value,
        precision: group.reading.precision,
        other: group.other,
        choice: group.choice,
        scale: group.scale,
        compound: false,
        written: Written::of(group.digits, group.words),
        vague: group.vague,
    }
}

/// What stands around digits alone, where a scale word after it multiplies them.
const AROUND: [(char, char); 5] = [('(', ')'), ('[', ']'), ('«', '»'), ('"', '"'), ('“', '”')];

/// Whether the mark opens what may stand around digits alone.
pub(crate) fn opens(mark: char) -> bool {
    AROUND.iter().any(|(open, _)| *open == mark)
}

/// Digits in brackets that open at token `at`, and the scale words after them: «(156) مليون»; in other marks only with
/// these: «"156" مليون».
pub(crate) fn in_brackets(s: &Sentence, at: usize) -> Option<Numeral> {
    s.tokens.get(at + 1).filter(|next| next.class == Class::Digits)?;
    let (open, close_mark) = AROUND.into_iter().find(|(open, _)| s.is_mark(at, *open))?;
    let mut numeral = self::at(s, at + 1)?;
    let close = numeral.tokens.end;
    if !s.is_mark(close, close_mark) {
        return None;
    }
    numeral.tokens.end = close + 1;
    let (scale, end, scaled) = scales(s, close + 1)?;
    if open != '(' && !(scaled && numeral.written == Written::Digits) {
        return None;
    }
    if scaled && numeral.written == Written::Digits {
        let times = |n: Decimal| n.checked_mul(scale).map(|n| n.normalize());
        (numeral.value, numeral.precision) = (times(numeral.value)?, times(numeral.precision)?);
        (numeral.scale, numeral.written) = (scale, Written::Mixed);
        numeral.tokens.end = end;
    }
    Some(numeral)
}

/// A part of one thing that begins at token `at` («نصف», «ثلاثة أرباع»): its worth, the token after it, and
/// what was taken off its first word. What it is a part of comes after it.
pub(crate) fn fraction_at(s: &Sentence, at: usize) -> Option<(Decimal, usize, Clitics)> {
    if s.tokens.get(at)?.class == Class::Digits {
        return digit_part(s, at).map(|(worth, end)| (worth, end, Clitics::default()));
    }
    let (number, clitics) = word(s, at, Join::First)?;
    match number {
        Number::Fraction { parts, of } => Some((part(parts, of)?, at + 1, clitics)),
        Number::Unit(parts) => match word(s, at + 1, Join::Bare) {
            Some((Number::Parts { of } | Number::PartsOf { of }, _)) if parts < of => {
                Some((part(parts, of)?, at + 2, clitics))
            }
            _ if is_voweled_part(s, at) || is_part_of_whole(s, at) => Some((part(1, parts)?, at + 1, clitics)),
            _ => None,
        },
        Number::Ten if is_voweled_part(s, at) || is_part_of_whole(s, at) => Some((part(1, 10)?, at + 1, clitics)),
        _ => None,
    }
}

/// «خمس عدد السكان», «خمس الناخبين»: a number of things would stand before their plural, which has no article there.
fn is_part_of_whole(s: &Sentence, at: usize) -> bool {
    let Some((number, clitics)) = word(s, at, Join::First) else { return false };
    let masculine = usize::from(clitics.letters) + MASCULINE == s.tokens[at].word.len();
    if !masculine || clitics.article || !matches!(number, Number::Unit(5 | 7 | 9) | Number::Ten) {
        return false;
    }
    let next = at + 1;
    let whole = |hit: &Hit| hit.sense == Sense::Multiple(Multiple::Whole) && !hit.clitics.preposition;
    // «خمس السنوات الماضية» is a number still.
    let thing = || !s.begins(next, Kinds::TIME.or(Kinds::FUNCTION).or(Kinds::NUMBER)) && may_not_be_five(s, next);
    // «سبع» and «تسع» are other words too: «قاعة تسع الجميع».
    s.hits_of(next, Kinds::MULTIPLE).iter().any(whole) || number == Number::Unit(5) && thing()
}

/// Whether «خمس» before the definite noun at token `at` is no number: where the noun is no plural («الميناء»), or one
/// before which five would be «خمسة» («المجيبين»). «خمس الدول» and «خمس اللغات» are five of them.
fn may_not_be_five(s: &Sentence, at: usize) -> bool {
    if !is_definite(s, at) {
        return false;
    }
    let surface = s.tokens[at].span.slice(s.text);
    if surface.ends_with("ين") || surface.ends_with("ون") {
        return true;
    }
    let mut nouns = s.hits_of(at, Kinds::NOUN).iter().filter_map(|hit| match hit.sense {
        Sense::Noun(noun) if hit.clitics.article => Some(noun.plural),
        _ => None,
    });
    match nouns.next() {
        Some(plural) => !plural && nouns.all(|plural| !plural),
        None => surface.ends_with('ة') || is_masdar(surface),
    }
}

/// Whether a word that no list knows has the letters of «استهلاك», «انكماش» or «تدريب», which no plural has.
fn is_masdar(surface: &str) -> bool {
    let word: SmallVec<[char; 12]> = surface.chars().skip_while(|c| *c != 'ل').skip(1).collect();
    matches!(
        word[..],
        ['ا', 'س', 'ت', .., 'ا', _] | ['ا', _, 'ت', _, 'ا', _] | ['ا', 'ن', _, _, 'ا', _] | ['ت', _, _, 'ي', _]
    )
}

/// The letters of «خمس», «سبع», «تسع» and «عشر».
const MASCULINE: usize = 3;

/// Whether a numeral may begin at token `at` at all, and what is taken off the word there.
fn first_clitics(s: &Sentence, at: usize) -> Option<Clitics> {
    match s.tokens.get(at)?.class {
        Class::Digits => Some(Clitics::default()),
        _ => word(s, at, Join::First).map(|(_, clitics)| clitics).filter(|_| !is_left_over(s, at)),
    }
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

/// «ألف و500 مليار», «أربعة آلاف وثلاثمئة وسبعين مليارا»: the scale word at the end is of the thousands too. With few
/// of either they are two numbers: «50 ألفا و3 ملايين».
fn thousands_of(s: &Sentence, numeral: &Numeral, last: &Group, part: &Group) -> Option<Decimal> {
    let thousand = Decimal::ONE_THOUSAND;
    if numeral.compound || last.scale != thousand || part.scale <= thousand || part.vague || part.lone {
        return None;
    }
    let rest = part.reading.value.checked_div(part.scale)?;
    let hundreds = rest >= Decimal::ONE_HUNDRED && rest < thousand && rest.fract().is_zero();
    let few = numeral.value < Decimal::from(100_000) && (numeral.value % thousand).is_zero();
    let between = numeral.tokens.start > 0 && says(s, numeral.tokens.start - 1, Bounding::Between).is_some();
    (hundreds && few && !between).then(|| numeral.value.checked_add(rest)?.checked_mul(part.scale)).flatten()
}

/// The thousands that the year begins with whose lesser part is told first, and the token after them: «ثمان وأربعين وتسعمئة
/// [وألف]».
pub(crate) fn thousands_after(s: &Sentence, lesser: &Numeral) -> Option<(Decimal, usize)> {
    let (next, join) = joined(s, lesser.tokens.end)?;
    let (Number::Scale { power: 3, form }, clitics) = word(s, next, join)? else { return None };
    let thousands = match form {
        Form::Singular => Decimal::ONE_THOUSAND,
        Form::Dual => Decimal::from(2000),
        _ => return None,
    };
    let small = lesser.scale == Decimal::ONE && lesser.value < Decimal::ONE_THOUSAND;
    (small && !clitics.article).then_some((thousands, next + 1))
}

/// «ونصف» after a number, with its scale said again or not: the value to add, the token after it, and the
/// scale that it is a part of.
fn added_fraction(s: &Sentence, at: usize, join: Join, scale: Decimal) -> Option<(Decimal, usize, Decimal)> {
    let (number, clitics) = word(s, at, join)?;
    let (parts, of, end) = match number {
        Number::Fraction { parts, of } => (parts, of, at + 1),
        // «مليار وثلاثة أرباع المليار»
        Number::Unit(parts) => match word(s, at + 1, Join::Bare)? {
            (Number::Parts { of }, _) if parts < of => (parts, of, at + 2),
            _ => return None,
        },
        _ => return None,
    };
    if clitics.article {
        return None;
    }
    let worth = part(parts, of)?;
    if let Some((Number::Scale { form: Form::Singular, .. }, _)) = word(s, end, Join::Bare) {
        let (own, end) = scale_again(s, end, scale)?;
        return Some((round(worth.checked_mul(own)?), end, own));
    }
    // «ونصف السكان» is a part of something else; «ونصف بالمئة» has no article of its own.
    (!is_definite(s, end) || percent_after(s, end).is_some())
        .then(|| Some((round(worth.checked_mul(scale)?), end, scale)))
        .flatten()
}

/// The scale word at token `at`, no greater than `scale` and definite or not, which a part before it is of; and the token
/// after it.
pub(crate) fn scale_again(s: &Sentence, at: usize, scale: Decimal) -> Option<(Decimal, usize)> {
    let (Number::Scale { power, form: Form::Singular }, _) = word(s, at, Join::Bare)? else { return None };
    Some((ten_to(power), at + 1)).filter(|(own, _)| *own <= scale)
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
    s.tokens
        .get(at)
        .is_some_and(|token| token.class == Class::Arabic && lexicon::clitics(token.word).iter().any(|way| way.article))
}

/// Whether the token is a definite noun, which may be what a part before it is of: not «بالسيارة» and «للفدان», with «ال»
/// after a preposition, nor «والسيارة», which is another thing.
pub(crate) fn is_definite(s: &Sentence, at: usize) -> bool {
    s.tokens.get(at).is_some_and(|token| {
        let ways = || lexicon::clitics(token.word).into_iter().filter(|way| way.article);
        token.class == Class::Arabic && ways().any(|way| !way.preposition && !way.conjunction)
    })
}

#[cfg(test)]
mod tests;
