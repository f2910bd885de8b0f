//! Lengths of time that their dates deny: «من 2010 إلى 2014 … استمرت ست سنوات», «بُنيت عام 1998، أي قبل 37 عاما»,
//! «ولد عام 1960 … يبلغ من العمر 45 عاما»; and a stretch of time that ends before it begins.

use super::interval::Interval;
use super::sentence::{Clause, ends_with_comma, has_article, has_few_words, is_joined};
use super::{Finding, Finds};
use crate::figure::{Bounded, Calendar, Edtf, EdtfDate, Figure, Period, Span, Value, Year};
use crate::lexicon::Relation;
use crate::text::{COMMAS, Word};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// Words between a length and its dates at the most.
const REACH: usize = 12;
/// As much, where nothing says that the dates are of the same thing.
const BESIDE: usize = 2;
/// Words between «يعود» and «إلى»: what began.
const GOES_BACK: usize = 7;
/// As much, with «، أي» between them.
const NEAR: usize = 4;
/// A leap year and another: one of them has every day, and a year that is not told is like one of the two.
pub(super) const ANY: [i16; 2] = [2024, 2022];
/// Years between two others are all of them rather than some, where the length is no shorter than so.
const NEARLY: Decimal = Decimal::from_parts(15, 0, 0, false, 1);
/// Nobody is older: a longer «age» is something else's.
const OLDEST: i64 = 130;

pub(super) fn check(clause: &Clause<'_>, published: Option<Date>, found: &mut Vec<Finding>) {
    for index in clause.figures() {
        match &clause.figure(index).value {
            Value::Duration(length) => {
                spans(clause, index, length, found);
                if let Some(published) = published {
                    ages(clause, index, length, published, found);
                }
            }
            Value::Date(_) => backwards(clause, index, found),
            _ => {}
        }
    }
}

pub(super) fn report(found: &mut Vec<Finding>, cause: &'static str, length: usize, dates: &[usize]) {
    let sides = vec![vec![length], dates.to_vec()];
    found.push(Finding::new(Finds::Arithmetic, cause, sides));
}

/// The length against the dates beside it that begin and end.
fn spans(clause: &Clause<'_>, length: usize, stated: &Bounded<Period>, found: &mut Vec<Finding>) {
    let Some(stated) = days(stated) else { return };
    // «أربعة أيام أسبوعيا»
    if clause.follows_per(length, 0).is_some() {
        return;
    }
    let beside = [length.checked_sub(1), Some(length + 1)].into_iter().flatten();
    for date in beside.filter(|date| clause.figures().contains(date)) {
        let (first, last) = if date < length { (date, length) } else { (length, date) };
        // «لمدة 8 سنوات بين 1998 و2010»: not all that lies between.
        let some_of_it = |made: Interval| {
            let near = || stated.high.checked_mul(NEARLY).is_some_and(|most| made.low <= most);
            let beside = || clause.runs(length, date, BESIDE) && near();
            let lasted = || clause.leads(Relation::Lasting, length, 2) && (date < length || beside());
            let told = clause.leads(Relation::Equals, length, 2) || lasted();
            clause.says(Relation::Between, date) && stated.high < made.low && !told
        };
        // «لمدة 10 سنوات من 1990 إلى 1995 ثم من 2005 إلى 2010»
        let more = || clause.figures().any(|other| other != date && stretch(clause.figure(other)).is_some());
        // «لمدة أسبوعين من 1 إلى 31 مارس بحسب كل كلية», «10 أيام من 15 إلى 28 فبراير، باستثناء العطل»
        let not_all = |made: Interval| {
            let far = || stated.high.checked_mul(Decimal::TWO).is_none_or(|most| most < made.low);
            let within = || is_of_days(clause.figure(date)) && (clause.leads(Relation::For, length, 0) || far());
            stated.high < made.low && (within() || clause.tells(Relation::Including, last))
        };
        // «عقد لمدة 10 سنوات خلال الربع الثاني من 2026»: that is when, not from when to when.
        let ends = [Relation::To, Relation::Between];
        let when = || clause.says(Relation::Epoch, date) && !ends.iter().any(|ends| clause.says(*ends, date));
        if let Some(made) = stretch(clause.figure(date))
            && !when()
            && !some_of_it(made)
            && !not_all(made)
            && !more()
            && reach(clause, date, length).is_some_and(|reach| clause.runs(first, last, reach))
            && !made.overlaps(stated)
        {
            report(found, "duration_does_not_follow", length, &[date]);
        }
    }
}

/// How many words may stand between a length and the dates that it is held against, if anything ties them together.
fn reach(clause: &Clause<'_>, date: usize, length: usize) -> Option<usize> {
    // «12 سنة (1990-1998)»
    let in_brackets = || clause.between(length, date).trim() == "(" && clause.after(date).trim_start().starts_with(')');
    if let Some(verb) = clause.leading_span(Relation::Lasting, length, 2) {
        reach_of_lasting(clause, date, length, verb)
    } else if date < length && clause.leads(Relation::Equals, length, 1) {
        // «في الربع الأول من 2028، أي بعد ثلاث سنوات» counts from today.
        let two_ends = [Relation::To, Relation::Between].iter().any(|ends| clause.says(*ends, date));
        let from_today =
            !two_ends && [Relation::Circumstance, Relation::Ago].iter().any(|since| clause.leads(*since, length, 0));
        (!from_today).then_some(NEAR)
    } else if clause.leads(Relation::For, length, 1) {
        // «حُكم عليه بالسجن لمدة 8 سنوات بسبب التهرب بين 2010 و2012»
        Some(BESIDE)
    } else {
        // «حكم البلاد 30 عاما، من 1987 حتى 2011»
        let from_to = || {
            clause.between(length, date).trim_start_matches(COMMAS).trim().is_empty()
                && clause.says(Relation::From, date)
                && clause.ends_after(date)
        };
        (length < date && (in_brackets() || from_to())).then_some(BESIDE)
    }
}

/// As much, where the length is led by «استمر» or the like: «حرب استمرت 12 عاما» beside other dates is of the war, «وكان من
/// المقرر أن تستمر» and «واستمرت المرافعات» are of other things too.
fn reach_of_lasting(clause: &Clause<'_>, date: usize, length: usize, verb: Span) -> Option<usize> {
    let text = clause.text();
    let goes_on = is_joined(verb.slice(text));
    let before = text.get(clause.figure(length).sentence.start..verb.start)?;
    let last = before.split_whitespace().next_back();
    let begins = last.is_none() || ends_with_comma(before);
    let definite =
        last.is_some_and(|last| has_article(Word::of(last))) || clause.stands_before(Relation::Which, verb.start);
    let of_phrase = verb.slice(text).contains(' ');
    if clause.stands_before(Relation::That, verb.start) {
        return None;
    }
    if length < date {
        let turns = clause.between(length, date).contains("، و");
        let tied = begins || goes_on || definite || of_phrase;
        return (!turns).then_some(if tied { REACH } else { BESIDE });
    }
    let gap = text.get(clause.figure(date).span.end..verb.start)?;
    let right_after = gap.chars().all(|c| !c.is_alphanumeric());
    let named = text.get(verb.end..clause.figure(length).span.start)?;
    // «واستمر حكمه 28 عاما» is of the same.
    let of_it = || named.trim_end().ends_with(['ه', 'ا', 'م']) || clause.leads(Relation::For, length, 0);
    let other = goes_on && !named.trim().is_empty() && !of_it();
    let tied = right_after || goes_on || definite || of_phrase;
    (tied && !other && !gap.contains("، و")).then_some(REACH)
}

/// How many days lie between the ends of a stretch of time, at least and at most.
fn stretch(figure: &Figure) -> Option<Interval> {
    let Value::Date(date) = &figure.value else { return None };
    let Edtf::Interval(Some(from), Some(to)) = date.best() else { return None };
    if from.approximate || to.approximate {
        return None;
    }
    // «من 4 إلى 6 نوفمبر», of whichever year.
    let of = |year: i16| {
        let next = year + i16::from((to.month, to.day) < (from.month, from.day));
        between(EdtfDate { year: Year::Exact(year), ..*from }, EdtfDate { year: Year::Exact(next), ..*to })
    };
    match (from.year, to.year) {
        (Year::Unknown, Year::Unknown) => {
            let any: Option<Vec<Interval>> = ANY.into_iter().map(of).collect();
            any?.into_iter().reduce(|a, b| Interval::between(a.low.min(b.low), a.high.max(b.high)))
        }
        _ => between(*from, *to),
    }
}

/// Whether a stretch of time is told to the day: something may take place on some of its days only.
fn is_of_days(figure: &Figure) -> bool {
    let Value::Date(date) = &figure.value else { return false };
    matches!(date.best(), Edtf::Interval(Some(from), Some(to)) if from.day.is_some() && to.day.is_some())
}

/// How many days lie between two dates, at least and at most.
pub(super) fn between(from: EdtfDate, to: EdtfDate) -> Option<Interval> {
    let (from, to) = (from.days()?, to.days()?);
    let between = |a: Date, b: Date| a.until(b).ok().map(|span| Decimal::from(span.get_days()));
    let low = between(from.1, to.0)?.max(Decimal::ZERO);
    Some(Interval::between(low, between(from.0, to.1)?.checked_add(Decimal::ONE)?))
}

/// A length in days, as wide as the least of its units is rounded.
pub(super) fn days(length: &Bounded<Period>) -> Option<Interval> {
    let (Bounded::Exact(period) | Bounded::About(period)) = length else { return None };
    let day = Decimal::from(86_400);
    let total = period.seconds_about()?.checked_div(day)?;
    let unit = match period {
        p if !p.days.is_zero() => Decimal::ONE,
        p if !p.weeks.is_zero() => Decimal::from(7),
        p if !p.months.is_zero() => Decimal::from(31),
        p if !p.years.is_zero() => Decimal::from(366),
        _ => return None,
    };
    let slack = match length {
        Bounded::About(_) => unit.max(total.checked_div(Decimal::from(5))?),
        // Eleven months pass for a year, and a year and a half for two.
        _ => unit.checked_mul(Decimal::new(7, 1))?,
    };
    Interval::exact(total).wider(slack)
}

/// The length against a year that something began in, as of the day of publication.
fn ages(clause: &Clause<'_>, length: usize, stated: &Bounded<Period>, published: Date, found: &mut Vec<Finding>) {
    let Some(years) = years(stated) else { return };
    for date in clause.figures() {
        let Some(year) = year(clause.figure(date)) else { continue };
        let passed = Decimal::from(published.year() - year);
        let off = passed.checked_sub(years).is_none_or(|gap| gap.abs() > Decimal::ONE);
        if off && (is_age(clause, date, length) || is_ago(clause, date, length)) {
            report(found, "age_does_not_follow", length, &[date]);
        }
    }
}

/// «ولد عام 1960 … يبلغ من العمر 45 عاما», «المولود عام 1960 (45 عاما)», «بُنيت عام 1998 … أي أن عمرها 27 عاما».
fn is_age(clause: &Clause<'_>, date: usize, length: usize) -> bool {
    let (first, last) = if date < length { (date, length) } else { (length, date) };
    let of_person = || {
        let beside = date + 1 == length && clause.between(date, length).trim() == "(";
        clause.leads(Relation::Born, date, 4) && (is_aged(clause, date, length) || beside)
    };
    let of_any = || {
        let began =
            began(clause, date) || goes_back_to(clause, date) && clause.goes_on_right_after(Relation::Equals, date);
        // «بلغ 34 سنة في 2024» is as of then.
        let as_of = clause.figures().contains(&(length + 1))
            && matches!(clause.figure(length + 1).value, Value::Date(_))
            && clause.runs(length, length + 1, 1);
        began && !as_of && clause.leads(Relation::ItsAge, length, 1)
    };
    (of_person() || of_any())
        && !clause.precedes(Relation::Then, length)
        && !clause.parts(Relation::Kin, first, last)
        && clause.runs(first, last, REACH)
}

/// «ولد عام 1960», «المبني عام 1998».
pub(super) fn began(clause: &Clause<'_>, date: usize) -> bool {
    clause.leads(Relation::Born, date, 4) || clause.leads(Relation::Built, date, 4)
}

/// «يعود إنشاء المصنع إلى عام 1990».
pub(super) fn goes_back_to(clause: &Clause<'_>, date: usize) -> bool {
    let to = clause.leading_span(Relation::To, date, 0);
    let near = |verb: Span, to: Span| {
        let gap = clause.text().get(verb.end..to.start);
        gap.is_some_and(|gap| has_few_words(gap, GOES_BACK) && !gap.contains(COMMAS) && !gap.contains('.'))
    };
    to.is_some_and(|to| clause.spans_before(Relation::GoesBack, date).any(|verb| near(verb, to)))
}

/// «ولد عام 1960 ويبلغ من العمر 45 عاما»; «وخطف فتاة تبلغ من العمر 16 عاما», «وبدأت الغناء وهي تبلغ» are of others, or then.
fn is_aged(clause: &Clause<'_>, date: usize, length: usize) -> bool {
    let Some(words) = clause.leading_span(Relation::Aged, length, 1) else { return false };
    let text = clause.text();
    let gap = text.get(clause.figure(date).span.end..words.start).unwrap_or_default();
    let told = gap.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    let pronoun = told == 1 && is_joined(gap.trim_start_matches([')', '،', ' ']));
    let goes_on = is_joined(words.slice(text)) || ends_with_comma(gap);
    length < date || told == 0 || pronoun || goes_on
}

/// «عام 1998، أي قبل 37 عاما», «قبل 37 عاما، أي عام 1998».
fn is_ago(clause: &Clause<'_>, date: usize, length: usize) -> bool {
    let ago = clause.leads(Relation::Ago, length, 0)
        && !clause.follows(Relation::From, length, 0)
        && !clause.precedes(Relation::Then, length);
    let then = || {
        let said =
            clause.leads(Relation::Equals, length, 1) || clause.between(date, length).trim_start().starts_with('(');
        said && clause.runs(date, length, 4)
    };
    // «قبل 5 سنوات في عام 2015»
    let in_year = || clause.is_all_between(Relation::Within, length, date);
    let turned = || clause.leads(Relation::Equals, date, 1) && clause.runs(length, date, 3);
    ago && (date + 1 == length && then() || length + 1 == date && (turned() || in_year()))
}

/// Whole years.
fn years(length: &Bounded<Period>) -> Option<Decimal> {
    let Bounded::Exact(period) = length else { return None };
    let only = Period { years: period.years, ..Period::default() };
    let fits = *period == only && period.years > Decimal::ZERO && period.years < Decimal::from(OLDEST);
    fits.then_some(period.years)
}

/// The year that the text states.
fn year(figure: &Figure) -> Option<i16> {
    match &figure.value {
        Value::Date(date) if date.calendar == Calendar::Gregorian => match date.edtf {
            Edtf::Point(EdtfDate { year: Year::Exact(year), approximate: false, .. }) => Some(year),
            _ => None,
        },
        _ => None,
    }
}

/// «في الفترة من 2014 إلى 2010», «بين عامي 2014 و2010».
fn backwards(clause: &Clause<'_>, from: usize, found: &mut Vec<Finding>) {
    let to = from + 1;
    if !clause.figures().contains(&to) {
        return;
    }
    let and = clause.is_and_between(from, to);
    let stretch = clause.leads(Relation::Stretch, from, 1) && (and || clause.leads(Relation::To, to, 0));
    let between = || and && clause.leads(Relation::Between, from, 0) && !clause.precedes(Relation::Comparing, from);
    if let (Some(first), Some(last)) = (year(clause.figure(from)), year(clause.figure(to)))
        && last < first
        && (stretch || between())
        && clause.runs(from, to, 2)
    {
        found.push(Finding::new(Finds::Arithmetic, "ends_before_it_begins", vec![vec![to], vec![from]]));
    }
}
