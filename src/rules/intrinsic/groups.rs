//! A whole told in so many groups, and what each of them holds: «90 ألف طن، موزعة على ثلاثة أصناف: الأرز بواقع 40 ألف طن …».

use super::part::{Link, MAX_PARTS, REACH, is_closed, is_exact, is_part, is_whole_list};
use super::sentence::{Clause, amount, has_few_words, is_joined, same_unit};
use super::sum;
use crate::figure::Value;
use crate::lexicon::{Lexicon, Relation};
use crate::text::COMMAS;
use rust_decimal::prelude::ToPrimitive;

/// Words between a whole and the number of its groups.
const FAR: usize = 16;
/// Words between «يتوزع» and the whole.
const SHARED: usize = 3;
/// Words of what the groups are: a noun, and which.
const GROUPS: usize = 2;
/// Words of the name of a group.
const NAME: usize = 4;

/// «5 ملايين طن، موزعة على ثلاث فئات: التمور بواقع 3 ملايين والقمح بـ1.5 مليون والشعير بنصف مليون»: as many parts as groups
/// were told are all of it.
pub(super) fn parts(clause: &Clause<'_>, place: usize, lexicon: &Lexicon) -> Option<(Vec<usize>, Link)> {
    let numbers = clause.numbers();
    let (whole, groups) = (numbers[place], *numbers.get(place + 1)?);
    let unit = |index: usize| amount(clause.figure(index)).and_then(|quantity| quantity.unit.as_ref());
    // «يتوزع الجرحى الـ71 على ثلاثة مستشفيات:»
    let shared = || clause.leads(Relation::Divided, whole, SHARED) && clause.leads(Relation::Onto, groups, 0);
    // «يصرف على ثلاث دفعات:»; in three games some may play in two of them.
    let listed = || {
        let onto = [Relation::Onto, Relation::To].iter().any(|onto| clause.leads(*onto, groups, 0));
        // «توزعت القوة وقوامها 500 جندي بين ثلاث قواعد:»
        let among = || clause.precedes(Relation::Divided, groups) && clause.leads(Relation::Between, groups, 0);
        (onto || among()) && numbers.get(place + 2).is_some_and(|first| clause.between(groups, *first).contains(':'))
    };
    let said = clause.leads(Relation::MadeOf, groups, 0);
    let told = (said || shared() || listed()) && is_exact(clause.figure(groups)) && unit(groups).is_some();
    let count = match &clause.figure(groups).value {
        Value::Count(count) => count.amount.low()?.to_usize()?,
        _ => return None,
    };
    if !told || !(2..=MAX_PARTS).contains(&count) || unit(whole) == unit(groups) {
        return None;
    }
    let parts = numbers.get(place + 2..place + 2 + count)?;
    let each = [Relation::Average, Relation::Rise, Relation::Fall, Relation::Was, Relation::Among, Relation::OutOf];
    let is_own = |part: usize| {
        is_part(clause.figure(part), clause.figure(whole), lexicon)
            && !each.iter().any(|each| clause.leads(*each, part, 1))
            && !clause.follows(Relation::Each, part, 1)
            && clause.follows_per(part, 1).is_none()
    };
    let more = numbers.get(place + 2 + count).is_some_and(|next| {
        same_unit(clause.figure(*next), clause.figure(whole)) && clause.runs(parts[count - 1], *next, REACH)
    });
    let fits = parts.iter().all(|part| is_own(*part))
        && !clause.parts(Relation::Chief, whole, parts[0])
        && !more
        && clause.is_within_words(whole, groups, FAR)
        && clause.runs(groups, parts[0], REACH)
        && parts.windows(2).all(|two| clause.runs(two[0], two[1], REACH))
        && is_first_led(clause, groups, parts[0])
        && parts.windows(2).all(|two| is_led(clause, two[0], two[1]))
        && is_whole_list(clause, parts)
        && sum::is_near(clause, whole, parts, sum::NEAR);
    // «والبقية في الرابع», «و3 آخرون»: they are not all of it.
    let last = *parts.last()?;
    let with = [Relation::With, Relation::Including].iter().any(|with| clause.tells(*with, last));
    let link = if said || is_closed(clause, parts) { Link::All } else { Link::Apart };
    (fits && (said || !with)).then(|| (parts.to_vec(), link))
}

/// As [`is_led`], where nothing but what the groups are stands before the first part: «على ثلاث فئات رئيسية، هي: التمور
/// بـ30», not «على 3 فروع، وأضرب 200».
fn is_first_led(clause: &Clause<'_>, groups: usize, part: usize) -> bool {
    let (start, end) = (clause.figure(groups).span.end, clause.figure(part).span.start);
    let led = clause.leading_span(Relation::MadeOf, part, 0).filter(|led| led.start >= start);
    let to = led.map_or(end, |led| led.start);
    let Some(gap) = clause.text().get(start..to) else { return false };
    let (mark, opens) = match gap.rfind(is_mark) {
        Some(mark) => (start + mark, true),
        None => (to, led.is_some()),
    };
    let head = clause.text().get(start..mark).unwrap_or_default();
    let which = head.find(COMMAS).unwrap_or(head.len());
    let known =
        has_few_words(&head[..which], GROUPS) && clause.are_of(&[Relation::MadeOf, Relation::Are], start + which, mark);
    opens && known && !gap.trim_end().ends_with('و') && is_led(clause, groups, part)
}

/// Whether a part follows right after what stands before it, or its name does, with «بواقع» or «بـ»: «و20 ألفا»,
/// «، والذرة بـ20 ألفا»; not «، وأغلقت 20», for that is of another verb.
fn is_led(clause: &Clause<'_>, before: usize, part: usize) -> bool {
    let (start, end) = (clause.figure(before).span.end, clause.figure(part).span.start);
    let Some(gap) = clause.text().get(start..end) else { return false };
    let piece = gap.char_indices().rev().find(|(_, c)| is_mark(*c)).map(|(at, mark)| start + at + mark.len_utf8());
    let last = piece.map_or(gap, |from| &clause.text()[from..end]).split_whitespace().next_back().unwrap_or_default();
    if last == "و" || last.is_empty() {
        return true;
    }
    let made_of = clause.leading_span(Relation::MadeOf, part, 0).map(|led| led.start);
    let by = last.trim_end_matches('ـ') == "ب";
    let Some(to) = made_of.or(by.then(|| end - last.len())) else { return false };
    let words = clause.text().get(piece.unwrap_or(start)..to).unwrap_or_default();
    // «3 ملايين طن والقمح بـ2»: the noun that the part before counts is no part of the name.
    let name = match piece {
        Some(_) => Some(words),
        None => words
            .split_whitespace()
            .rfind(|word| is_joined(word))
            .and_then(|word| words.rfind(word))
            .map(|at| &words[at..]),
    };
    let quoted = |name: &str| name.trim_start_matches(['و', ' ']).starts_with('«') && name.trim_end().ends_with('»');
    name.is_some_and(|name| has_few_words(name, NAME) && (quoted(name) || clause.are_nouns(to - name.len(), to)))
}

fn is_mark(c: char) -> bool {
    COMMAS.contains(&c) || matches!(c, ':' | '(')
}
