//! How old someone was at death, against the years of birth and death that stand elsewhere in the article: «(1930-2015)»
//! after the name, «ولد عام 1930 … توفي عام 2015 … عن 80 عاما».
//! Not here: the same within one sentence, in words alone (`lapse.rs`).

use super::interval::Interval;
use super::lapse::{is_death, led_by};
use super::length::{between, days, report};
use super::sentence::Clause;
use super::{Finding, MOST};
use crate::figure::{Bounded, Calendar, Edtf, EdtfDate, Figure, Value, Year};
use crate::lexicon::Relation;
use rust_decimal::Decimal;
use std::ops::RangeInclusive;

/// So old is who has an age told at death.
const AGES: RangeInclusive<Decimal> = Decimal::TEN..=Decimal::from_parts(115, 0, 0, false, 0);
/// Who counts by the year in which the last birthday falls is so many days off at most, beside what the length is rounded.
const BIRTHDAY: i64 = 120;
/// So many days off is a slip; further off are two things, as a reign and a life.
const FARTHEST: i64 = 12 * YEAR;
const YEAR: i64 = 366;
/// So much longer may a life be in the years of the Hijra.
const HIJRI: Decimal = Decimal::from_parts(97, 0, 0, false, 2);

pub(super) fn check(clause: &mut Clause<'_>, found: &mut Vec<Finding>) {
    let is_age = |figure: &Figure| match figure.value.length() {
        Some(Bounded::Exact(age) | Bounded::About(age)) => AGES.contains(&age.years),
        _ => false,
    };
    let ages = each_sentence(clause, is_age, |clause, age| {
        let died = clause.leads(Relation::AgedAtDeath, age, 1) && clause.precedes(Relation::Died, age);
        died && !clause.precedes(Relation::Kin, age)
    });
    if let [one, two] = ages[..] {
        twice(clause, one, two, found);
    }
    let [age] = ages[..] else { return };
    let told = found.iter().any(|finding| finding.sides.first().is_some_and(|side| side[..] == [age]));
    let Some(stated) = (if told { None } else { age_in_days(clause.all(), age) }) else { return };
    let Some((from, to, dates)) = in_brackets(clause, age).or_else(|| in_words(clause, age)) else { return };
    let Some(made) = between(from, to) else { return };
    let near = stated.wider(Decimal::from(FARTHEST)).is_some_and(|near| near.overlaps(made));
    if near && !stated.overlaps(made) {
        report(found, "duration_does_not_follow", age, &dates);
    }
}

/// «توفي الكاتب عن 82 عاما. … الراحل الذي توفي عن 86 عاما»: who is called so without a name is who was told of.
fn twice(clause: &mut Clause<'_>, one: usize, two: usize, found: &mut Vec<Finding>) {
    let figures = clause.all();
    let age = |index: usize| match figures[index].value.length() {
        Some(Bounded::Exact(age)) => Some(age.years),
        _ => None,
    };
    let unlike = age(one).zip(age(two)).is_some_and(|(a, b)| a != b);
    let mut late = || {
        let of_late = |clause: &Clause<'_>, age: usize| {
            [Relation::Which, Relation::Died].iter().any(|tells| {
                clause.spans_before(*tells, age).any(|span| clause.stands_before(Relation::Late, span.start))
            })
        };
        each_sentence(clause, |figure| figure.span == figures[two].span, of_late).len() == 1
    };
    if unlike && figures[one].sentence != figures[two].sentence && late() {
        report(found, "ages_at_death_differ", two, &[one]);
    }
}

/// The figures that `is` holds of, and `fits` of in their sentence.
fn each_sentence(
    clause: &mut Clause<'_>,
    is: impl Fn(&Figure) -> bool,
    fits: impl Fn(&Clause<'_>, usize) -> bool,
) -> Vec<usize> {
    let figures = clause.all();
    let (mut fitting, mut at) = (Vec::new(), 0);
    for sentence in figures.chunk_by(|a, b| a.sentence == b.sentence) {
        let range = at..at + sentence.len();
        at = range.end;
        if sentence.len() <= MOST && sentence.iter().any(&is) {
            clause.read(range.clone());
            fitting.extend(range.filter(|index| is(&figures[*index]) && fits(clause, *index)));
        }
    }
    fitting
}

/// The age, as wide as it may be meant.
fn age_in_days(figures: &[Figure], age: usize) -> Option<Interval> {
    // «عن عمر يناهز 80 عاما» is what one says of any age, and so no wide guess.
    let (length, slack) = match figures[age].value.length() {
        Some(Bounded::Exact(length)) => (*length, BIRTHDAY),
        Some(Bounded::About(length)) => (*length, BIRTHDAY + YEAR),
        _ => return None,
    };
    let stated = days(&Bounded::Exact(length))?.wider(Decimal::from(slack))?;
    let hijri = |figure: &Figure| matches!(&figure.value, Value::Date(date) if date.calendar == Calendar::Hijri);
    match figures.iter().any(hijri) {
        true => Some(Interval { low: stated.low.checked_mul(HIJRI)?, ..stated }),
        false => Some(stated),
    }
}

/// The only two dates in brackets, after a name that the sentence with the age says too.
fn in_brackets(clause: &Clause<'_>, age: usize) -> Option<(EdtfDate, EdtfDate, Vec<usize>)> {
    let (text, figures) = (clause.text(), clause.all());
    let open = |figure: &Figure| text.get(..figure.span.start).and_then(|before| before.trim_end().strip_suffix('('));
    let mut lives = figures.iter().enumerate().filter_map(|(index, figure)| {
        let Value::Date(date) = &figure.value else { return None };
        let Edtf::Interval(Some(from), Some(to)) = date.edtf else { return None };
        let closes = text.get(figure.span.end..).is_some_and(|after| after.trim_start().starts_with(')'));
        let whole = [from, to].iter().all(|date| matches!(date.year, Year::Exact(_)) && !date.approximate);
        let life = date.calendar == Calendar::Gregorian && whole && closes;
        open(figure).filter(|_| life).map(|before| (index, before, from, to))
    });
    let (index, before, from, to) = lives.next().filter(|_| lives.next().is_none())?;
    let same = figures[index].sentence == figures[age].sentence;
    let name = before.split_whitespace().next_back()?;
    let named = figures[age].sentence.slice(text).split_whitespace().any(|word| word == name);
    (same || named).then(|| (from, to, vec![index]))
}

/// The only date of birth and the only date of death.
fn in_words(clause: &mut Clause<'_>, age: usize) -> Option<(EdtfDate, EdtfDate, Vec<usize>)> {
    let figures = clause.all();
    let is_date = |figure: &Figure| point(figure).is_some();
    let mut led = |relation: Relation| {
        let dates = each_sentence(clause, is_date, |clause, date| {
            let after = || relation == Relation::Died && is_death(clause, age, date);
            (led_by(clause, date) == Some(relation) || after()) && !clause.precedes(Relation::Kin, date)
        });
        let [date] = dates[..] else { return None };
        Some((date, point(&figures[date])?))
    };
    let ((born, from), (died, to)) = (led(Relation::Born)?, led(Relation::Died)?);
    (born != died).then(|| (from, to, vec![born, died]))
}

fn point(figure: &Figure) -> Option<EdtfDate> {
    match &figure.value {
        Value::Date(date) if date.calendar == Calendar::Gregorian => match date.best() {
            Edtf::Point(point) if !point.approximate && matches!(point.year, Year::Exact(_)) => Some(*point),
            _ => None,
        },
        _ => None,
    }
}
