//! The words of a numeral: which word stands at a token and how it is joined, numbers below a thousand, and
//! runs of scale words.

use crate::extract::Sentence;
use crate::extract::digits::is_fraction;
use crate::lexicon::{Clitics, Form, Hit, Kinds, Number, Sense};
use crate::text::{Class, Gap, Word};
use rust_decimal::Decimal;
use std::sync::LazyLock;

/// How a word of a numeral must be joined to the word before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// It is the numeral's first word: any clitics.
    First,
    /// Without «و».
    Bare,
    /// With «و».
    And,
}

/// The number word at token `at`, joined as asked.
pub(super) fn word(s: &Sentence, at: usize, join: Join) -> Option<(Number, Clitics)> {
    if s.is_taken(at) {
        return None;
    }
    s.hits_of(at, Kinds::NUMBER).iter().find_map(|hit| {
        let Sense::Number(number) = hit.sense else { return None };
        let joined = match join {
            Join::First => true,
            Join::Bare => !hit.clitics.conjunction && !hit.clitics.preposition,
            Join::And => hit.clitics.conjunction && !hit.clitics.preposition,
        };
        // «الإف» is no thousand: «آلاف» has no hamza below.
        let below = matches!(number, Number::Scale { power: 3, form: Form::Plural })
            && s.tokens[at].span.slice(s.text).contains('إ');
        // «وأحد» is «أحد» after «و», and no «واحد».
        let one =
            number == Number::Unit(1) && !hit.clitics.conjunction && s.tokens[at].span.slice(s.text).contains('أ');
        let likeness = hit.clitics.preposition && is_likeness(s, at, hit.clitics);
        let other = match number {
            Number::Hundred(_) => is_dead(s, at),
            Number::Scale { power: 3, form: Form::Dual | Form::Construct } => is_van(s, at, hit.clitics),
            // «1.5½» is not read.
            Number::Fraction { .. } if is_fraction(s.tokens[at].class) => {
                s.is_glued(at) && s.tokens[at - 1].class == Class::Digits
            }
            // «ألست» asks: no article has a hamza.
            _ => hit.clitics.article && s.tokens[at].span.slice(s.text).starts_with("أل"),
        };
        (joined && hit.tokens == 1 && !likeness && !below && !one && !other).then_some((number, hit.clitics))
    })
}

/// What a number in words may stand before.
const COUNTED: Kinds = Kinds::NUMBER.or(Kinds::NOUN).or(Kinds::TIME).or(Kinds::ANY_MONEY);

/// «الفان» is a van, and «الفي» no word of its own: without its hamza it is two thousand before what is counted alone.
fn is_van(s: &Sentence, at: usize, clitics: Clitics) -> bool {
    let written = s.tokens[at].span.slice(s.text);
    let plain = !clitics.article && !written.contains(['أ', 'ٱ', 'إ', 'آ']);
    plain && !s.begins(at + 1, COUNTED) && !s.is_and(at + 1)
}

/// «ميتا» is no «مئتا»; «ميتين» and «مية» are numbers in the spoken language alone, before what they count.
fn is_dead(s: &Sentence, at: usize) -> bool {
    static NEVER: LazyLock<[Word; 2]> = LazyLock::new(|| ["ميتا", "ميتان"].map(Word::of));
    static SPOKEN: LazyLock<[Word; 2]> = LazyLock::new(|| ["ميتين", "مية"].map(Word::of));
    let hamza = s.tokens[at].span.slice(s.text).contains('ئ');
    let ends = |words: &[Word]| !hamza && words.iter().any(|word| s.tokens[at].word.ends_with(*word));
    ends(&*NEVER) || ends(&*SPOKEN) && !s.begins(at + 1, COUNTED)
}

/// Whether the preposition is «ك», which stands before no number: «كمية», «كميات» are other words.
fn is_likeness(s: &Sentence, at: usize, clitics: Clitics) -> bool {
    static LIKE: LazyLock<Word> = LazyLock::new(|| Word::of("ك"));
    s.tokens[at].word.without_first(usize::from(clitics.conjunction)).starts_with(*LIKE)
}

/// Where a word after «و» begins, and how it must be joined: «و» is glued to a word, and alone before digits.
pub(super) fn joined(s: &Sentence, at: usize) -> Option<(usize, Join)> {
    if s.is_taken(at) {
        return None;
    }
    Some(if s.is_and(at) { (at + 1, Join::Bare) } else { (at, Join::And) })
}

/// A number in words below a thousand: its value and the token after it.
pub(super) fn below_thousand(s: &Sentence, at: usize, join: Join) -> Option<(u16, usize)> {
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
    let Some((hundreds, end)) = hundreds else {
        let (rest, end) = below_hundred(s, at, join)?;
        return Some(hundreds_after(s, end).map_or((rest, end), |(hundreds, end)| (hundreds + rest, end)));
    };
    let rest = joined(s, end).and_then(|(next, join)| below_hundred(s, next, join));
    Some(rest.map_or((hundreds, end), |(rest, end)| (hundreds + rest, end)))
}

/// «أربع ومئة»: the old order, the small before the great.
fn hundreds_after(s: &Sentence, at: usize) -> Option<(u16, usize)> {
    let (next, join) = joined(s, at)?;
    match word(s, next, join)? {
        (Number::Hundred(hundreds), clitics) if clitics.conjunction && !clitics.article => Some((hundreds, next + 1)),
        _ => None,
    }
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
pub(super) const MAX_SCALES: usize = 3;

/// The scale words that begin at token `at`, multiplied; the token after them; whether there is one. None where they are
/// too many for a number.
pub(super) fn scales(s: &Sentence, mut at: usize) -> Option<(Decimal, usize, bool)> {
    let mut product = Decimal::ONE;
    for count in 0..=MAX_SCALES {
        let Some(power) = scale_at(s, at) else { return Some((product, at, count > 0)) };
        product = product.checked_mul(ten_to(power))?;
        at += 1;
    }
    None
}

/// The power of the scale word at token `at`, as it stands after a number.
fn scale_at(s: &Sentence, at: usize) -> Option<u8> {
    match word(s, at, Join::Bare)? {
        (Number::Scale { power, form: Form::Singular | Form::Accusative | Form::Plural }, clitics)
            if !clitics.article =>
        {
            Some(power)
        }
        // «1.5bn»
        (Number::Latin { power }, _) if at > 0 && s.tokens[at - 1].class == Class::Digits => Some(power),
        _ => None,
    }
}

/// Whether the token closes brackets, or joins digits to what follows: «100-مليون».
fn closes(s: &Sentence, at: usize) -> bool {
    match s.tokens[at].class {
        Class::Mark(')') => true,
        Class::Mark('-' | '–' | '_') => s.is_glued(at) && s.is_glued(at + 1),
        _ => false,
    }
}

/// What a letter glued to the digits of money multiplies them by: «$1.5m».
pub(crate) fn letter_scale(s: &Sentence, at: usize) -> Option<Decimal> {
    match word(s, at, Join::Bare)? {
        (Number::Letter { power }, _) if s.is_glued(at) => Some(ten_to(power)),
        _ => None,
    }
}

/// Whether the word at token `at` multiplies a number before it that could not be read: «1.2.3 مليون», or one of more
/// digits than a number may have. Alone it would say another.
pub(super) fn is_left_over(s: &Sentence, at: usize) -> bool {
    let Some(mut before) = at.checked_sub(1).filter(|_| s.tokens[at].gap < Gap::Line) else { return false };
    if before > 0 && closes(s, before) {
        before -= 1;
    }
    if s.is_taken(before) {
        return false;
    }
    let number = |hit: &Hit| match hit.sense {
        Sense::Number(
            Number::Few | Number::Minus | Number::Negative | Number::BoundUnit(_) | Number::Letter { .. },
        ) => false,
        Sense::Number(_) => hit.tokens == 1 && !hit.clitics.article,
        _ => false,
    };
    let class = s.tokens[before].class;
    let digits = class == Class::Digits || is_fraction(class);
    (digits || s.hits_of(before, Kinds::NUMBER).iter().any(number)) && scale_at(s, at).is_some()
}

pub(super) fn ten_to(power: u8) -> Decimal {
    Decimal::from_i128_with_scale(10_i128.pow(u32::from(power.min(27))), 0)
}

/// «عُشر» and «خُمس» are parts, «عَشر» and «خَمس» numbers: the vowel tells, where it is written.
pub(super) fn is_voweled_part(s: &Sentence, at: usize) -> bool {
    const DAMMA: char = '\u{64F}';
    // The vowel of a case ending is the last: «عَشرُ».
    let within = |text: &str| text.split_once(DAMMA).is_some_and(|(_, rest)| rest.chars().any(char::is_alphabetic));
    s.tokens.get(at).is_some_and(|token| within(token.span.slice(s.text)))
}
