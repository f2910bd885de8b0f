//! What passed between two dates of a sentence: «من عام 2013 … في عام 2015، أي سنتين», «ولد عام 1911 … وتوفي عام 2006 عن 94 عاما».

use super::Finding;
use super::interval::Interval;
use super::length::{ANY, began, between, days, goes_back_to, report};
use super::sentence::Clause;
use crate::figure::{Bounded, Calendar, Edtf, EdtfDate, Figure, Period, Value, Year};
use crate::lexicon::Relation;
use crate::text::COMMAS;
use rust_decimal::Decimal;

/// Words between the two dates.
const REACH: usize = 10;
/// Words from the last date to the length, «، أي أن المقاول أمامه», and of these between «أي» and the length.
const TOLD: usize = 5;
const SAID: usize = 3;
/// Words between a verb and its date.
const NEAR: usize = 3;
/// The date stands in the sentence so many figures from the age at the most.
const AROUND: usize = 3;
/// Days that an age may be older by than other lengths.
const SINCE_BIRTHDAY: Decimal = Decimal::from_parts(110, 0, 0, false, 0);
/// Such a part of it may a length be off that is said to be about right.
const ABOUT: Decimal = Decimal::from_parts(4, 0, 0, false, 2);

pub(super) fn check(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    for length in clause.figures() {
        let Value::Duration(stated) = &clause.figure(length).value else { continue };
        let told = as_of(clause, length)
            .or_else(|| lapse(clause, length))
            .or_else(|| framed(clause, length))
            .or_else(|| passed(clause, length))
            .or_else(|| since(clause, length));
        let lived = if told.is_none() { lived(clause, length).or_else(|| aged(clause, length)) } else { None };
        if let Some((from, to)) = told.or(lived)
            && let Some(stated) =
                as_told(stated).and_then(|age| if lived.is_some() { since_birthday(age) } else { Some(age) })
            && never(&dates(clause.figure(from), clause.figure(to)), stated)
        {
            report(found, "duration_does_not_follow", length, &[from, to]);
        }
    }
}

/// Whether so long is between none of some dates of which each may be meant.
fn never(dates: &[(EdtfDate, EdtfDate)], length: Interval) -> bool {
    let mut made = dates.iter().filter_map(|(first, last)| between(*first, *last)).peekable();
    made.peek().is_some() && made.all(|made| !made.overlaps(length))
}

/// The length in days. Of years that are known to have passed «نحو 94» is no wide guess.
fn as_told(stated: &Bounded<Period>) -> Option<Interval> {
    match stated {
        Bounded::About(period) => {
            let told = days(&Bounded::Exact(*period))?;
            told.wider(told.high.checked_mul(ABOUT)?)
        }
        // «أكثر من أربعة أعوام»
        Bounded::AtLeast(period) => Some(Interval { high: Decimal::MAX, ..days(&Bounded::Exact(*period))? }),
        Bounded::AtMost(period) => Some(Interval { low: Decimal::ZERO, ..days(&Bounded::Exact(*period))? }),
        stated => days(stated),
    }
}

/// An age is counted to the last birthday: almost a year may have passed since.
fn since_birthday(age: Interval) -> Option<Interval> {
    Some(Interval { high: age.high.checked_add(SINCE_BIRTHDAY)?, ..age })
}

/// «انطلق في 3 أبريل ويختتم في 12 أبريل، أي لمدة عشرة أيام»; «أي قبل» counts from today, «أي بعد عامين من وفاته» from
/// something else.
fn lapse(clause: &Clause<'_>, length: usize) -> Option<(usize, usize)> {
    let from = length.checked_sub(2).filter(|from| clause.figures().contains(from))?;
    let to = length - 1;
    let other = [Relation::Rise, Relation::Fall, Relation::Ago, Relation::Average];
    let led =
        clause.leads(Relation::Equals, length, SAID) && !other.iter().any(|other| clause.leads(*other, length, SAID));
    let since = [Relation::From, Relation::Over, Relation::Ago, Relation::Each];
    let of_these =
        !since.iter().any(|since| clause.follows(*since, length, 0)) && clause.follows_per(length, 0).is_none();
    // «في 2019 … في 2021، أي خمس سنوات سجنا»
    let bare = clause.leads(Relation::Equals, length, 0) && !clause.ends_after(length);
    (led && of_these && !bare && clause.runs(from, to, REACH) && clause.runs(to, length, TOLD)).then_some((from, to))
}

/// «بني عام 1990، أي أن عمره بلغ سنة 2024 34 سنة», «أي أن عمره كان 34 سنة في 2024».
fn as_of(clause: &Clause<'_>, length: usize) -> Option<(usize, usize)> {
    let aged = |from: usize, to: usize| {
        [Relation::ItsAge, Relation::AgedThen].iter().any(|aged| clause.parts(*aged, from, to))
            // «تأسس النادي عام 1950 وانضم إليه اللاعب، أي أن عمره» is of the player.
            && clause.goes_on_right_after(Relation::Equals, from)
    };
    let before = || {
        let (from, to) = (length.checked_sub(2)?, length - 1);
        (clause.figures().contains(&from) && aged(from, to) && clause.runs(to, length, 2)).then_some((from, to))
    };
    let after = || {
        let (from, to) = (length.checked_sub(1)?, length + 1);
        let fits = clause.figures().contains(&from) && clause.figures().contains(&to) && aged(from, length);
        (fits && clause.runs(length, to, 1)).then_some((from, to))
    };
    let (from, to) = before().or_else(after)?;
    let plain = |one: usize, other: usize| !clause.between(one, other).contains(COMMAS);
    let told = (began(clause, from) || goes_back_to(clause, from))
        && !clause.precedes(Relation::Kin, length)
        && plain(to.min(length), to.max(length));
    (told && clause.runs(from, to.min(length), REACH)).then_some((from, to))
}

/// «توفي في 2015 بعد حكم دام عشر سنوات منذ توليه العرش في 2005».
fn since(clause: &Clause<'_>, length: usize) -> Option<(usize, usize)> {
    let (to, from) = (length.checked_sub(1)?, length + 1);
    let told = [to, from].iter().all(|date| clause.figures().contains(date))
        && clause.leads(Relation::Lasting, length, 2)
        && clause.parts(Relation::Circumstance, to, length)
        && clause.leads(Relation::Since, from, TOLD)
        && !clause.parts(Relation::Turn, to, from)
        && !clause.between(length, from).contains(COMMAS);
    (told && clause.runs(to, length, REACH) && clause.runs(length, from, TOLD)).then_some((from, to))
}

/// «المولود عام 1997 … في 2014 وعمره 17 عاما».
fn aged(clause: &Clause<'_>, length: usize) -> Option<(usize, usize)> {
    let (born, then) = (length.checked_sub(2)?, length - 1);
    let told = clause.figures().contains(&born)
        && clause.leads(Relation::Born, born, NEAR)
        && !clause.leads(Relation::Born, then, NEAR)
        && clause.leads(Relation::AgedThen, length, 0)
        && !clause.leads(Relation::AgedAtDeath, length, 1)
        && !clause.precedes(Relation::Kin, length);
    (told && clause.runs(born, then, REACH) && clause.runs(then, length, TOLD)).then_some((born, then))
}

/// «يستغرق ثلاث سنوات تبدأ في يناير 2024 وتنتهي في ديسمبر 2026», «يبدأ في 10 مايو ويستمر حتى 15 مايو، على مدى ستة أيام».
fn framed(clause: &Clause<'_>, length: usize) -> Option<(usize, usize)> {
    if let Some(from) = length.checked_sub(2).filter(|from| clause.figures().contains(from)) {
        let to = length - 1;
        let lasts = [Relation::Lasting, Relation::For].iter().any(|lasts| clause.leads(*lasts, length, 0));
        let told = lasts && clause.leads(Relation::Begins, from, NEAR) && clause.leads(Relation::Ends, to, 2);
        if told && clause.runs(from, to, TOLD) && clause.runs(to, length, NEAR) {
            return Some((from, to));
        }
    }
    let (from, to) = (length + 1, length + 2);
    let told = clause.figures().contains(&to)
        && [Relation::Lasting, Relation::Takes, Relation::For].iter().any(|lasts| clause.leads(*lasts, length, NEAR))
        && clause.leads(Relation::Begins, from, 2)
        && clause.leads(Relation::Ends, to, 2);
    (told && clause.runs(length, from, TOLD) && clause.runs(from, to, TOLD)).then_some((from, to))
}

/// «ولد عام 1911 … وتوفي عام 2006 عن 94 عاما».
fn lived(clause: &Clause<'_>, length: usize) -> Option<(usize, usize)> {
    if !clause.leads(Relation::AgedAtDeath, length, 1) || clause.precedes(Relation::Kin, length) {
        return None;
    }
    let is_date = |index: &usize| matches!(clause.figure(*index).value, Value::Date(_));
    let near = || clause.figures().filter(|index| index.abs_diff(length) <= AROUND).filter(is_date);
    let led = |relation: Relation| {
        let after = |date: usize| {
            relation == Relation::Died && led_by(clause, date).is_none() && is_death(clause, length, date)
        };
        let mut dates = near().filter(|date| led_by(clause, *date) == Some(relation) || after(*date));
        dates.next().filter(|_| dates.next().is_none())
    };
    let (born, died) = (led(Relation::Born)?, led(Relation::Died)?);
    // «توفي عن 70 عاما في 2020، تاركا ابنه المولود عام 1980»: a birth told after the age may be another's.
    let told_before = born.max(died) < length;
    (told_before || led_by(clause, length).is_none()).then_some((born, died))
}

/// Whether a date is that of a birth or of a death: «توفي الكاتب المولود عام 1929», «ولد عام 1929 وتوفي عام 2006»: the
/// nearer verb has it.
pub(super) fn led_by(clause: &Clause<'_>, date: usize) -> Option<Relation> {
    let verbs = [Relation::Born, Relation::Died].into_iter();
    let spans = verbs.filter_map(|verb| Some((clause.leading_span(verb, date, NEAR)?.end, verb)));
    spans.max_by_key(|(end, _)| *end).map(|(_, verb)| verb)
}

/// «رحل الشاعر عن 67 عاما في أغسطس 2008»: the date right after the age is that of the death.
pub(super) fn is_death(clause: &Clause<'_>, age: usize, date: usize) -> bool {
    date == age + 1
        && clause.figures().contains(&date)
        && matches!(clause.figure(date).value, Value::Date(_))
        && clause.precedes(Relation::Died, age)
        && clause.runs(age, date, 1)
}

/// «تأسست عام 1908 واحتفلت في 2008 بمرور 100 عام على تأسيسها».
fn passed(clause: &Clause<'_>, length: usize) -> Option<(usize, usize)> {
    let date = |index: &usize| matches!(clause.figure(*index).value, Value::Date(_));
    let mut near = clause.figures().filter(|index| index.abs_diff(length) <= AROUND).filter(date);
    let (began, feast) = (near.next()?, near.next()?);
    let told = clause.leads(Relation::Passing, length, 1) && clause.leads(Relation::Built, began, NEAR);
    (told && near.next().is_none()).then_some((began, feast))
}

/// Two dates with their years, or two days or months without: then of any year, or of two that follow each other.
fn dates(from: &Figure, to: &Figure) -> Vec<(EdtfDate, EdtfDate)> {
    let point = |figure: &Figure| match &figure.value {
        Value::Date(date) if date.calendar == Calendar::Gregorian => match date.edtf {
            Edtf::Point(point) if !point.approximate => Some(point),
            // «هذا العام»
            Edtf::Relative => match date.best() {
                Edtf::Point(year) if year.month.is_none() => Some(*year),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    };
    let (Some(from), Some(to)) = (point(from), point(to)) else { return Vec::new() };
    match (from.year, to.year) {
        (Year::Exact(first), Year::Exact(last)) if first <= last => vec![(from, to)],
        (Year::Unknown, Year::Unknown) => {
            let next = i16::from((to.month, to.day) < (from.month, from.day));
            let of = |date: EdtfDate, year: i16| EdtfDate { year: Year::Exact(year), ..date };
            ANY.into_iter().map(|year| (of(from, year), of(to, year + next))).collect()
        }
        _ => Vec::new(),
    }
}
