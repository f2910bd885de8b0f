//! What can be a part of what, and whether parts make up their whole.

use super::interval::{Interval, counted, interval};
use super::opinion::opinion;
use super::sentence::{Clause, amount, count_alike, ends_with_comma, is_joined};
use super::{Finding, arithmetic};
use crate::align::knowledge::Knowledge;
use crate::figure::{Bounded, Figure, Kind, Quantity, Value};
use crate::lexicon::{Lexicon, Noun, Relation, Sense};
use crate::text::COMMAS;
use compact_str::CompactString;
use rust_decimal::Decimal;

/// So much more than the whole are parts that overlap («20 جريحا، منهم 15 طفلا و12 في المستشفى»), not a slip: a tenth.
const OVERLAP: Decimal = Decimal::from_parts(11, 0, 0, false, 1);

/// As much, of what is in one part and in no other: money, or what is weighed.
const PIECES: Decimal = Decimal::from_parts(12, 0, 0, false, 1);
/// Of two parts, which may be told of in two ways: «70 مليونا لليمن و50 مليونا للغذاء».
const TWO_PIECES: Decimal = Decimal::from_parts(115, 0, 0, false, 2);

/// So many parts told one by one are hardly within each other.
pub(super) const SURE: usize = 3;
/// Words between the whole and its first part, and from part to part.
pub(super) const REACH: usize = 9;
/// Parts of one whole at the most: a longer list is a table, not a sentence.
pub(super) const MAX_PARTS: usize = 12;

/// How the parts make up the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// They are all of it.
    All,
    /// They are some of it.
    Some,
    /// They are some of it, and none is within another.
    Apart,
    /// They are some of it, and hardly one is within another.
    Pieces,
    /// They are listed after it, each for itself: perhaps all of it, perhaps the chief of it.
    Listed,
    /// As much, up to the end of the sentence: no more than all of it.
    Closed,
}

/// Whether the one can be a part of the other: of one currency, of one measure, or things counted alike.
pub(super) fn is_part(part: &Figure, whole: &Figure, lexicon: &Lexicon) -> bool {
    if !is_exact(part) {
        return false;
    }
    match (&part.value, &whole.value) {
        (Value::Money(a), Value::Money(b)) => a.unit == b.unit && (a.unit.is_some() || ends_alike(part, whole)),
        // «22 محطة، بواقع 14 في الأنفاق»: what is no noun that is counted names no other thing.
        (Value::Count(a), Value::Count(b)) => match (&a.unit, &b.unit) {
            (_, None) => false,
            (Some(a), Some(_)) => count_alike(part, whole) || noun(a, lexicon).is_none(),
            (None, Some(_)) => true,
        },
        _ => false,
    }
}

/// Every part of the list has its number: none is «وامرأة», «ورجلان».
pub(super) fn is_whole_list(clause: &Clause<'_>, parts: &[usize]) -> bool {
    !parts.windows(2).any(|two| clause.names_more(two[0], Some(two[1])))
        && !parts.last().is_some_and(|last| clause.names_more(*last, None))
}

/// Whether the one counts a sort of what the other counts: men among persons, gold among medals.
pub(super) fn is_sort(part: &Figure, whole: &Figure, lexicon: &Lexicon) -> bool {
    let unit = |figure: &Figure| amount(figure).and_then(|quantity| quantity.unit.clone());
    let (whole_of, part_of) = (unit(whole), unit(part));
    let person = |unit: &str| noun(unit, lexicon).is_some_and(|noun| noun.person);
    // «الجرحى 57، هم 31 عاملا و18 من سكان الجوار»
    let may_be = |of: &Option<CompactString>| of.as_ref().is_none_or(|of| person(of));
    let persons = || may_be(&whole_of) && may_be(&part_of) && (whole_of != part_of || whole_of.is_none());
    is_exact(part) && part.kind() == whole.kind() && (is_sort_apart(part, whole, lexicon) || persons())
}

/// Whether it says itself of what it is so many.
pub(super) fn is_named(part: &Figure) -> bool {
    amount(part).is_some_and(|quantity| quantity.unit.is_some())
}

/// Whether nothing is of this sort of the whole and of another sort too: no medal is of gold and silver. Of a whole without
/// a noun the sort says what it is of.
pub(super) fn is_sort_apart(part: &Figure, whole: &Figure, lexicon: &Lexicon) -> bool {
    let unit = |figure: &Figure| amount(figure).and_then(|quantity| quantity.unit.clone());
    let (Some(part), whole) = (unit(part), unit(whole)) else { return false };
    let person = |unit: &str| noun(unit, lexicon).is_some_and(|noun| noun.person);
    // Men, women and children are sorts of persons, of whichever kind: of 26 killed or held.
    let is_of =
        |of: &str| whole.as_ref().is_none_or(|whole| of == whole || person(of) && person(whole) && part != *whole);
    lexicon.facts.sorts.iter().any(|(sort, of)| *sort == part && is_of(of))
}

pub(super) fn is_exact(figure: &Figure) -> bool {
    amount(figure).is_some_and(|quantity| matches!(quantity.amount, Bounded::Exact(_)))
}

/// Money, or what is weighed or measured: no two parts of it share anything, as two groups of persons do.
pub(super) fn is_matter(figure: &Figure) -> bool {
    figure.kind() == Kind::Money || Knowledge::builtin().unit_of(&figure.value).is_some()
}

/// «120 ألف دينار», «80 ألف دينار»: of whichever land, they are of one, and so is «80 ألفا» of the same lands.
pub(super) fn ends_alike(one: &Figure, other: &Figure) -> bool {
    let last = |figure: &Figure| figure.text.split_whitespace().next_back().map(str::to_string);
    let lands = |figure: &Figure| {
        let units = figure.readings.iter().filter_map(|reading| reading.quantity()?.unit.clone());
        units.collect::<Vec<CompactString>>()
    };
    last(one) == last(other) || !one.readings.is_empty() && lands(one) == lands(other)
}

/// The noun that the language counts by this word.
pub(super) fn noun(word: &str, lexicon: &Lexicon) -> Option<Noun> {
    lexicon.senses(word).find_map(|sense| match sense {
        Sense::Noun(noun) => Some(noun),
        _ => None,
    })
}

/// Tells where the parts do not make up the whole.
pub(super) fn judge(figures: &[Figure], whole: usize, parts: &[usize], link: Link, found: &mut Vec<Finding>) {
    judge_with(figures, whole, parts, 0, link, found);
}

/// As [`judge`], with so many more that are named without a number.
pub(super) fn judge_with(
    figures: &[Figure],
    whole: usize,
    parts: &[usize],
    named: u8,
    link: Link,
    found: &mut Vec<Finding>,
) {
    let named = Interval::exact(named.into());
    let sum = parts.iter().try_fold(named, |sum, part| sum.plus(value_among(figures, *part, parts)?));
    let (Some(sum), Some(stated)) = (sum, counted(&figures[whole].value)) else { return };
    if sum.overlaps(stated) {
        return;
    }
    let exceeds =
        |overlap| sum.low > stated.high && stated.high.checked_mul(overlap).is_some_and(|most| sum.low <= most);
    let slip = match link {
        Link::All => true,
        Link::Apart => sum.low > stated.high && !is_made_by_first(figures, parts, stated),
        Link::Some => exceeds(OVERLAP) || is_swap_off(figures, whole, parts),
        Link::Pieces => {
            exceeds(if parts.len() > 2 { PIECES } else { TWO_PIECES }) || is_swap_off(figures, whole, parts)
        }
        Link::Listed => exceeds(OVERLAP) || is_one_digit_off(figures, whole, parts),
        Link::Closed => sum.low > stated.high || is_one_digit_off(figures, whole, parts),
    };
    if slip {
        arithmetic::report(found, "total_is_not_the_sum", whole, parts, sum);
    }
}

/// What a part may stand for beside others: in the lines of a list «4 ملايين» of millions, where another is «2.5 مليون», are
/// 4.0.
fn value_among(figures: &[Figure], part: usize, parts: &[usize]) -> Option<Interval> {
    let precision = |index: usize| figures[index].value.quantity().map(|quantity| quantity.precision);
    let own = precision(part)?;
    let is_whole = |precision: Decimal| [3, 6, 9].iter().any(|power| precision == Decimal::from(10_u64.pow(*power)));
    let decimals = |finer: &Decimal| !is_whole(*finer) && *finer < own && *finer >= own / Decimal::ONE_HUNDRED;
    let line = |index: usize| figures[index].sentence;
    let in_lines = parts.iter().all(|other| *other == part || line(*other) != line(part));
    let finest = parts.iter().filter_map(|other| precision(*other)).filter(decimals).min().filter(|_| in_lines);
    match (&figures[part].value, finest.filter(|_| is_whole(own))) {
        (Value::Money(quantity) | Value::Count(quantity), Some(precision)) => {
            interval(&Quantity { precision, ..quantity.clone() })
        }
        (value, _) => counted(value),
    }
}

/// Whether some parts make exactly the whole.
pub(super) fn are_all_of(figures: &[Figure], whole: usize, parts: &[usize]) -> bool {
    let value = |index: &usize| counted(&figures[*index].value);
    let sum = parts.iter().try_fold(Interval::ZERO, |sum, part| sum.plus(value(part)?));
    sum.zip(value(&whole)).is_some_and(|(sum, stated)| sum.overlaps(stated))
}

/// So many digits of a sum are not those of the whole but for one by chance.
const DIGITS: usize = 3;

/// «13,400 متطوع: 5,200 في … و4,100 في … و3,100 في …»: what comes so near the whole is all of it, with a digit misprinted.
pub(super) fn is_one_digit_off(figures: &[Figure], whole: usize, parts: &[usize]) -> bool {
    let number = |index: &usize| match amount(&figures[*index])?.amount {
        Bounded::Exact(n) => Some(n),
        _ => None,
    };
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(number(part)?));
    let (Some(sum), Some(stated)) = (sum, number(&whole)) else { return false };
    let (sum, stated) = (sum.trunc().to_string(), stated.trunc().to_string());
    let told = sum.trim_end_matches('0').len().max(stated.trim_end_matches('0').len());
    let unlike = sum.bytes().zip(stated.bytes()).filter(|(a, b)| a != b).count();
    sum.len() == stated.len() && told >= DIGITS && unlike == 1
}

/// «28,500 طن، منها 17,955 … و7,140 … و3,135»: with two digits swapped in one of them the parts are all of the whole, to the
/// last one.
fn is_swap_off(figures: &[Figure], whole: usize, parts: &[usize]) -> bool {
    let number = |index: &usize| match amount(&figures[*index])? {
        Quantity { amount: Bounded::Exact(n), .. } if n.fract().is_zero() => Some(*n),
        _ => None,
    };
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(number(part)?));
    let Some(over) = sum.zip(number(&whole)).and_then(|(sum, stated)| sum.checked_sub(stated)) else { return false };
    let swapped = |index: &usize, over: Decimal| {
        let number = number(index).and_then(|n| Some((n.to_string(), n.checked_sub(over)?.to_string())));
        number.is_some_and(|(stated, meant)| is_swap(stated.as_bytes(), meant.as_bytes()))
    };
    !over.is_zero() && (parts.iter().any(|part| swapped(part, over)) || swapped(&whole, -over))
}

/// Whether two long numbers are one but for two neighbouring digits.
fn is_swap(a: &[u8], b: &[u8]) -> bool {
    let Some(at) = a.iter().zip(b).position(|(a, b)| a != b) else { return false };
    a.len() == b.len()
        && a.len() > DIGITS
        && at + 1 < a.len()
        && (a[at], a[at + 1]) == (b[at + 1], b[at])
        && a[at + 2..] == b[at + 2..]
}

/// «12 شخصا، بينهم 9 رجال و3 نساء و4 أطفال أصيبوا»: the first of them are all of it, and more follow.
fn is_made_by_first(figures: &[Figure], parts: &[usize], whole: Interval) -> bool {
    let mut sum = Some(Interval::ZERO);
    parts.iter().any(|part| {
        sum = sum.zip(counted(&figures[*part].value)).and_then(|(sum, part)| sum.plus(part));
        sum.is_some_and(|sum| sum.overlaps(whole))
    })
}

/// «9 ألقاب في رصيدها: 5 على الصلب و3 على الرمل.»: the list ends its sentence, and «و» joins the last of it only.
pub(super) fn is_closed(clause: &Clause<'_>, parts: &[usize]) -> bool {
    let Some(last) = parts.last().copied() else { return false };
    let joins = |text: &str| text.split_whitespace().filter(|word| is_joined(word)).count();
    let tail = clause.after(last);
    let ends = joins(tail) == 0 && !tail.contains(|c| COMMAS.contains(&c) || matches!(c, '؛' | ':' | '(' | '\n'));
    let joined = |two: &[usize]| joins(clause.between(two[0], two[1]));
    // «41 في الأول و22 في الثاني و9 في الثالث» as well.
    let each = parts.windows(2).all(|two| joined(two) == 1);
    let plain = parts.windows(2).all(|two| joined(two) == usize::from(two[1] == last));
    ends && (plain || each) && clause.figures().end == last + 1
}

/// The second is the next of a list: «14 في الأنفاق و9», «14 في الأنفاق، 9».
pub(super) fn are_joined(clause: &Clause<'_>, one: usize, two: usize) -> bool {
    let between = clause.between(one, two).trim_end();
    let between = between.strip_suffix('(').unwrap_or(between).trim_end();
    let last = between.split_whitespace().next_back().unwrap_or_default();
    let added = last == "و" || last == "،و" || ends_with_comma(between) || clause.leads(Relation::Added, two, 0);
    // «22 مليارا للواردات، والصادرات بقيمة 4 مليارات», «التمور بـ3 ملايين طن، والقمح بـ4 ملايين»
    let by = |part: usize| clause.leads(Relation::MadeOf, part, 0) || is_by(clause.before(part));
    let both_by = is_by(between) && by(one) && amount(clause.figure(two)).is_some();
    let led = clause.leads(Relation::Worth, two, 0) || clause.leads(Relation::Share, two, 0) || both_by;
    let named = led && between.split_whitespace().any(is_joined);
    let fared = [one, two].iter().all(|part| clause.leads(Relation::Fared, *part, 1));
    // «صوت 132 منهم لصالحه وعارضه 47 وامتنع 18»
    let sided =
        || opinion(clause, one).is_some() && opinion(clause, two).is_some_and(|two| Some(two) != opinion(clause, one));
    (added || named || fared || sided()) && clause.runs(one, two, REACH)
}

/// Whether «ب» alone stands before a figure: «بـ4 ملايين».
fn is_by(before: &str) -> bool {
    matches!(before.split_whitespace().next_back(), Some("ب" | "بـ"))
}
