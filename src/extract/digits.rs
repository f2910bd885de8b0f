//! Runs of digits with the marks that part them: `3,000,000`, `254,30`, `45 212`, `1.875`.
//! In: a sentence and the token of the first digit. Out: the number, and the other way to read it where a
//! single mark before three digits may part thousands or decimals.
//! Not here: scale words, and which reading a document favours (`numeral/`, `habit.rs`).

use super::Sentence;
use crate::text::{Class, Gap, Word, digits};
use rust_decimal::Decimal;
use smallvec::SmallVec;
use std::sync::LazyLock;

/// The most digits a number may have; more is a serial number, not a quantity.
const MAX_DIGITS: usize = 21;

/// The most groups of digits a number may have.
const MAX_GROUPS: usize = 8;

/// A number with the worth of its last digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    pub value: Decimal,
    pub precision: Decimal,
}

/// The two ways to read one mark before three digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// The mark parts thousands.
    pub grouped: Reading,
    /// The mark parts decimals.
    pub decimal: Reading,
    /// The mark is a full stop, not a comma of any kind.
    pub dot: bool,
    /// The last two digits are zeros, which nobody writes after a decimal point.
    pub round: bool,
}

/// A run of digits, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// The token after the last.
    pub end: usize,
    /// The number; where there is a choice, the decimal.
    pub reading: Reading,
    /// Both readings, where two are possible.
    pub choice: Option<Choice>,
}

/// The marks that may part digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Separator {
    Dot,
    Comma,
    Decimal,
    Thousands,
    Space,
}

/// Reads the run of digits that begins at token `at`; none where digits and marks make no number (a version,
/// a date), or where the token stands inside a run.
pub(crate) fn read(s: &Sentence, at: usize) -> Option<Run> {
    if s.tokens.get(at)?.class != Class::Digits || stands_inside(s, at) || is_broken_before(s, at) {
        return None;
    }
    let mut groups: SmallVec<[SmallVec<[u8; 8]>; MAX_GROUPS]> = SmallVec::new();
    let mut separators: SmallVec<[Separator; MAX_GROUPS]> = SmallVec::new();
    let mut end = at;
    let mut total = 0;
    loop {
        let group: SmallVec<[u8; 8]> = digits(s.text, &s.tokens[end]).take(MAX_DIGITS + 1).collect();
        total += group.len();
        groups.push(group);
        end += 1;
        if total > MAX_DIGITS {
            return None;
        }
        let Some((separator, next)) = separator_at(s, end, &groups, &separators) else { break };
        if groups.len() == MAX_GROUPS {
            return None;
        }
        separators.push(separator);
        end = next;
    }
    if is_broken_after(s, end) {
        return None;
    }
    let (reading, choice) = number(&groups, &separators)?;
    let part = s.tokens.get(end).filter(|_| s.is_glued(end)).and_then(|next| fraction(next.class));
    let Some(part) = part else { return Some(Run { end, reading, choice }) };
    // «2½»
    let value = reading.value.checked_add(part.value).filter(|_| separators.is_empty())?;
    Some(Run { end: end + 1, reading: Reading { value, ..part }, choice: None })
}

/// «٫5», «225ر29», «10^6»: the digits are the end of a number whose beginning stands elsewhere.
fn is_broken_before(s: &Sentence, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| s.is_glued(at)) else { return false };
    let reversed = || s.is_glued(before) && before > 0 && s.tokens[before - 1].class == Class::Digits;
    match s.tokens[before].class {
        Class::Mark('٫') => true,
        Class::Mark('^') => reversed(),
        Class::Arabic => s.tokens[before].word == *REVERSED && reversed(),
        _ => false,
    }
}

/// «225ر29», «10²»: the digits are the beginning of a number that goes on otherwise.
fn is_broken_after(s: &Sentence, end: usize) -> bool {
    let Some(next) = s.tokens.get(end) else { return false };
    // «6.02×10²³», «3 × 10^8»
    let times = || matches!(next.class, Class::Mark('×' | '*')) || next.span.slice(s.text) == "x";
    let reversed = || next.word == *REVERSED && s.is_glued(end + 1) && s.tokens[end + 1].class == Class::Digits;
    let digits = |at: usize| s.tokens.get(at).is_some_and(|token| token.class == Class::Digits);
    let multiplied = times() && digits(end + 1) && is_raised(s, end + 2);
    multiplied || is_raised(s, end) || s.is_glued(end) && reversed()
}

/// Whether what raises the digits before it to a power stands at token `at`.
fn is_raised(s: &Sentence, at: usize) -> bool {
    s.is_glued(at) && matches!(s.tokens[at].class, Class::Mark('^' | '¹' | '²' | '³' | '⁰' | '⁻' | '⁴'..='⁹'))
}

/// Whether the token is a fraction in one character.
pub(crate) fn is_fraction(class: Class) -> bool {
    fraction(class).is_some()
}

/// What a fraction in one character is worth.
fn fraction(class: Class) -> Option<Reading> {
    let (value, precision) = match class {
        Class::Mark('½') => (Decimal::new(5, 1), Decimal::new(1, 1)),
        Class::Mark('¼') => (Decimal::new(25, 2), Decimal::new(1, 2)),
        Class::Mark('¾') => (Decimal::new(75, 2), Decimal::new(1, 2)),
        Class::Mark('⅓') => (Decimal::new(3333, 4), Decimal::new(1, 4)),
        Class::Mark('⅔') => (Decimal::new(6667, 4), Decimal::new(1, 4)),
        _ => return None,
    };
    Some(Reading { value, precision })
}

/// What some agencies write for the separator, with what it parts in either order: «225ر29» is 29,225 here and 225.29
/// there.
static REVERSED: LazyLock<Word> = LazyLock::new(|| Word::of("ر"));

/// Whether digits and a mark stand glued before this token: then it is a part of theirs.
fn stands_inside(s: &Sentence, at: usize) -> bool {
    at >= 2
        && s.is_glued(at)
        && s.is_glued(at - 1)
        && s.tokens[at - 2].class == Class::Digits
        && mark(s.tokens[at - 1].class).is_some()
}

fn mark(class: Class) -> Option<Separator> {
    match class {
        Class::Mark('.') => Some(Separator::Dot),
        comma if comma.is_comma() => Some(Separator::Comma),
        Class::Mark('٫') => Some(Separator::Decimal),
        Class::Mark('٬' | '\'' | '’') => Some(Separator::Thousands),
        _ => None,
    }
}

/// The separator at token `at` and the token of the digits after it.
fn separator_at(
    s: &Sentence,
    at: usize,
    groups: &[SmallVec<[u8; 8]>],
    separators: &[Separator],
) -> Option<(Separator, usize)> {
    let token = s.tokens.get(at).filter(|_| !s.is_taken(at))?;
    if token.class == Class::Digits && token.gap == Gap::Space {
        let opens = groups[0].len() <= 3 && groups[0][0] != b'0';
        let same = separators.iter().all(|separator| *separator == Separator::Space);
        let three = digits(s.text, token).take(4).count() == 3;
        // «45 212» is a number; two digits that merely stand side by side are not.
        let closed = !s
            .tokens
            .get(at + 1)
            .is_some_and(|next| matches!(next.class, Class::Mark(':' | '/' | '-')) && next.gap == Gap::None);
        return (opens && same && three && closed).then_some((Separator::Space, at));
    }
    let separator = mark(token.class)?;
    let digits_follow = s.tokens.get(at + 1).is_some_and(|next| next.class == Class::Digits);
    (s.is_glued(at) && s.is_glued(at + 1) && digits_follow && !s.is_taken(at + 1)).then_some((separator, at + 1))
}

fn number(groups: &[SmallVec<[u8; 8]>], separators: &[Separator]) -> Option<(Reading, Option<Choice>)> {
    let whole = || join(groups, 0);
    let in_threes = |groups: &[SmallVec<[u8; 8]>]| {
        groups[0].len() <= 3 && groups[0][0] != b'0' && groups[1..].iter().all(|group| group.len() == 3)
    };
    let Some((last, before)) = separators.split_last() else { return Some((whole()?, None)) };
    let decimal = || join(groups, groups[groups.len() - 1].len() as u32);
    if before.is_empty() {
        let fraction = &groups[1];
        return match last {
            // «٥٠٠٫٠٠٠»: nobody writes such decimals.
            Separator::Decimal if in_threes(groups) && fraction[..] == *b"000" => Some((whole()?, None)),
            Separator::Decimal => Some((decimal()?, None)),
            Separator::Thousands | Separator::Space => in_threes(groups).then(whole).flatten().map(|n| (n, None)),
            Separator::Dot | Separator::Comma if in_threes(groups) => {
                let choice = Choice {
                    grouped: whole()?,
                    decimal: decimal()?,
                    dot: *last == Separator::Dot,
                    round: fraction.ends_with(b"00"),
                };
                Some((choice.decimal, Some(choice)))
            }
            Separator::Dot | Separator::Comma => Some((decimal()?, None)),
        };
    }
    let (first, alike) = (before[0], before.iter().all(|separator| *separator == before[0]));
    if !alike || first == Separator::Decimal {
        return None;
    }
    if *last == first {
        return (in_threes(groups)).then(whole).flatten().map(|n| (n, None));
    }
    let whole_part = &groups[..groups.len() - 1];
    let parts_decimals = matches!(last, Separator::Dot | Separator::Comma | Separator::Decimal);
    (parts_decimals && in_threes(whole_part)).then(decimal).flatten().map(|n| (n, None))
}

/// The digits of all groups as one number, the last `places` of them after the point.
fn join(groups: &[SmallVec<[u8; 8]>], places: u32) -> Option<Reading> {
    let mut value: i128 = 0;
    for digit in groups.iter().flatten() {
        value = value.checked_mul(10)?.checked_add(i128::from(digit - b'0'))?;
    }
    let value = Decimal::try_from_i128_with_scale(value, places).ok()?;
    let precision = Decimal::try_from_i128_with_scale(1, places).ok()?;
    Some(Reading { value: value.normalize(), precision: precision.normalize() })
}
