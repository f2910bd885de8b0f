//! Relations: what two values are to each other, read fairly: the same, compatible, or apart and how.
//! Each relation has its weight in bits: how much likelier it is between two mentions of one thing than
//! between two things.
//! Here: the relation, and what kind of values are compared by which file. Not here: whether the two are about one
//! thing (`score.rs`).

use super::knowledge::{Knowledge, Unit, YearEnd};
use crate::figure::{Bounded, Figure, Period, Quantity, Span, Value, Year};
use crate::lexicon::Rates;
use crate::text::{self, Class, Token, Word};
use rust_decimal::Decimal;

mod dates;
mod days;
mod differing;
mod digits;
mod lengths;
mod number;
mod numbers;
mod slip;
#[cfg(test)]
mod tests;

pub use slip::Bare;

/// What two figures' values are to each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Relation {
    /// They state the same, as far as either says.
    Agree,
    /// Both can be true, but nothing shows that they are one: «more than 100» and 10,000.
    Loose,
    /// They cannot both be true of one thing.
    Differ(Difference),
    /// They cannot be compared.
    Apart,
}

impl Relation {
    /// Whether nothing but the contexts can show that two different values are of one thing.
    pub fn is_plain(self) -> bool {
        matches!(self, Relation::Differ(Difference::Value | Difference::Bound | Difference::Date))
    }
}

/// How two values differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Difference {
    /// The same digits at another power of ten; the greater is 10^`tens` times the lesser.
    Scale {
        /// The power, positive.
        tens: u32,
        /// How many digits they share.
        digits: u32,
    },
    /// The same digits, two of them swapped.
    Swapped {
        /// How many digits they have.
        digits: u32,
    },
    /// The same number of different currencies.
    Currency {
        /// How many digits it has.
        digits: u32,
    },
    /// The same number of different units of one dimension, or in different lengths of time.
    Measure {
        /// How many digits it has.
        digits: u32,
    },
    /// The same size of a rise and of a fall.
    Turn {
        /// How many digits it has.
        digits: u32,
    },
    /// One is a bound that the other breaks.
    Bound,
    /// Other numbers.
    Value,
    /// Day and month swapped.
    DayMonth,
    /// The same day of another year.
    Year,
    /// Other dates.
    Date,
}

impl Difference {
    /// Its name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Difference::Scale { .. } => "scale",
            Difference::Swapped { .. } => "swapped",
            Difference::Currency { .. } => "currency",
            Difference::Measure { .. } => "measure_unit",
            Difference::Turn { .. } => "turn",
            Difference::Bound => "bound",
            Difference::Value => "value",
            Difference::DayMonth => "day_month",
            Difference::Year => "other_year",
            Difference::Date => "date",
        }
    }
}

/// A figure with what its frame found of it.
#[derive(Clone, Copy, Debug)]
pub struct Stated<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// Its value.
    pub ready: &'a Ready,
    /// What a count is measured in.
    pub unit: Option<Unit>,
    /// A count of nothing that is named: «بلغت شدتها 5.9».
    pub bare: bool,
}

/// A value made ready once to be held against many.
#[derive(Clone, Debug, Default)]
pub struct Ready(Form);

/// What the text says of a date beside its value.
#[derive(Clone, Copy, Debug, Default)]
pub struct Said {
    /// The year that it lacks, where its sentence tells one: «هذا العام في يناير ومارس».
    pub year: Option<Year>,
    /// It has the number of its day or year: «22 مايو المقبل» is no guess.
    pub numbered: bool,
    /// The end of the year that it is about: «أواخر 2027».
    pub end: Option<YearEnd>,
    /// It is of the night from one day to another: «ليل الاثنين».
    pub night: bool,
}

/// Most numbers measure nothing that can be converted, and are kept small for that.
#[derive(Clone, Debug, Default)]
enum Form {
    /// Nothing that can be compared.
    #[default]
    Nothing,
    /// A number, and that number in the first unit of what it counts.
    Number(number::Number, Option<Box<number::Number>>),
    Length(Box<lengths::Length>),
    Date(dates::Told),
}

impl Ready {
    /// What the text says of a date beside its value.
    pub(super) fn said(&self) -> Said {
        match &self.0 {
            Form::Date(told) => told.said(),
            _ => Said::default(),
        }
    }

    /// The digits of a long number, whatever their order and its power of ten.
    pub(super) fn mixed_digits(&self) -> Option<u64> {
        if let Form::Number(number, _) = &self.0 { number.digits.mixed() } else { None }
    }

    /// Whether both are written with two digits, of which the first is nearly the same and the last is.
    pub(super) fn is_slip_of(&self, other: &Ready) -> bool {
        match (&self.0, &other.0) {
            (Form::Number(a, _), Form::Number(b, _)) => differing::is_first_digit_slipped(a, b),
            (Form::Length(a), Form::Length(b)) => a.is_slip_of(b),
            _ => false,
        }
    }

    /// A value of a unit; what its sentence tells is for a date.
    pub fn of(value: &Value, unit: Option<Unit>, said: Said) -> Ready {
        Ready(match value {
            Value::Date(date) => Form::Date(dates::Told::of(date, said)),
            Value::Duration(length) => length_of(length).map_or(Form::Nothing, |length| Form::Length(Box::new(length))),
            Value::Money(quantity) | Value::Percent(quantity) | Value::Count(quantity) | Value::Ratio(quantity) => {
                let number = number::Number::of(quantity);
                Form::Number(number, unit.and_then(|unit| number.times(unit.size)).map(Box::new))
            }
        })
    }
}

/// What two values are to each other, and the weight of that in bits.
pub fn relate(a: Stated<'_>, b: Stated<'_>, rates: &Rates) -> (Relation, f64) {
    if a.figure.kind() != b.figure.kind() {
        return (Relation::Apart, 0.0);
    }
    let preferred = of_values(a, &a.figure.value, b, &b.figure.value, rates);
    let readings = (&a.figure.readings, &b.figure.readings);
    if !matches!(preferred.0, Relation::Differ(_)) || readings.0.is_empty() && readings.1.is_empty() {
        return preferred;
    }
    // Where another reading of either makes them agree, that is the fair one.
    let agree = |of_a: &Value, of_b: &Value| {
        let (x, y) = (Ready::of(of_a, a.unit, a.said()), Ready::of(of_b, b.unit, b.said()));
        let (a, b) = (Stated { ready: &x, ..a }, Stated { ready: &y, ..b });
        of_values(a, of_a, b, of_b, rates).0 == Relation::Agree
    };
    let of_a = || std::iter::once(&a.figure.value).chain(readings.0);
    let agreed = of_a().any(|of_a| std::iter::once(&b.figure.value).chain(readings.1).any(|of_b| agree(of_a, of_b)));
    if agreed { (Relation::Agree, 2.0) } else { preferred }
}

impl Stated<'_> {
    fn said(&self) -> Said {
        self.ready.said()
    }
}

fn of_values(a: Stated<'_>, of_a: &Value, b: Stated<'_>, of_b: &Value, rates: &Rates) -> (Relation, f64) {
    use Form::{Date, Length, Number};
    match (&a.ready.0, &b.ready.0) {
        (Date(x), Date(y)) => dates::relate(x, y),
        (Length(x), Length(y)) => lengths::relate(x, y),
        (Number(x, x_measured), Number(y, y_measured)) => match (of_a, of_b) {
            (Value::Money(_), Value::Money(_)) | (Value::Percent(_), Value::Percent(_)) if x.is_negative_of(y) => {
                (Relation::Loose, 0.5)
            }
            (Value::Money(p), Value::Money(q)) => money((p, x, a.figure), (q, y, b.figure), rates),
            (Value::Count(_), Value::Count(_)) => match (a.unit, b.unit) {
                (Some(p), Some(q)) if p.dimension == q.dimension => {
                    let measured = x_measured.as_deref().zip(y_measured.as_deref());
                    let found =
                        measured.map_or((Relation::Apart, 0.0), |measured| numbers::relate_measured((x, y), measured));
                    match measured {
                        Some((p, q)) if is_length(a.unit) => numbers::or_rounded(found, p, q),
                        _ => found,
                    }
                }
                (None, None) if is_degree(a, of_a, b, of_b) || is_degree(b, of_b, a, of_a) => (Relation::Apart, 0.0),
                (None, None) => numbers::relate(x, y),
                (Some(_), None) if b.bare => numbers::relate_bare(x, y),
                (None, Some(_)) if a.bare => numbers::relate_bare(x, y),
                _ => (Relation::Apart, 0.0),
            },
            _ => numbers::relate(x, y),
        },
        _ => (Relation::Apart, 0.0),
    }
}

fn is_length(unit: Option<Unit>) -> bool {
    unit.is_some_and(|unit| Knowledge::builtin().is_length(unit))
}

/// Whether the one is a degree that may be broken, and the other counts things that cannot: «أقواها 4.8», «48 هزة».
fn is_degree(one: Stated<'_>, degree: &Value, other: Stated<'_>, count: &Value) -> bool {
    let whole = |value: &Value| {
        let amount = value.quantity().map(|quantity| &quantity.amount);
        amount.and_then(|amount| amount.low().or(amount.high())).is_none_or(Decimal::is_integer)
    };
    one.bare && !whole(degree) && !other.bare && whole(count)
}

fn money(
    (x, a, of_a): (&Quantity, &number::Number, &Figure),
    (y, b, of_b): (&Quantity, &number::Number, &Figure),
    rates: &Rates,
) -> (Relation, f64) {
    let (Some(of_x), Some(of_y)) = (&x.unit, &y.unit) else {
        if !have_other_currencies((x, of_a), (y, of_b)) {
            return numbers::relate(a, b);
        }
        return numbers::same_number(a, b).map_or((Relation::Apart, 0.0), in_other_money);
    };
    if of_x == of_y {
        return numbers::relate(a, b);
    }
    let same = numbers::same_number(a, b);
    // «500 درهم», «500 درهما»: whose a bare noun is each text lets guess, and two guesses are no two currencies.
    if same.is_some() && name_alike(of_a, of_b) {
        return numbers::relate(a, b);
    }
    // The same number in both is no conversion.
    if same.is_none()
        && let Some(found) = exchanged((of_x, a), (of_y, b), rates)
    {
        return found;
    }
    match same {
        // «ألف دولار» may be the other's «ألف دولار كندي».
        Some(_) if names_less(of_a, of_b) || names_less(of_b, of_a) => (Relation::Loose, 0.5),
        Some(digits) => in_other_money(digits),
        None => (Relation::Apart, 0.0),
    }
}

/// What two sums are to each other of one number, of so many digits, and of two currencies.
fn in_other_money(digits: u32) -> (Relation, f64) {
    (Relation::Differ(Difference::Currency { digits }), differing::coincidence(digits) - 4.0)
}

/// Whether nothing that the words of the two may mean is one currency: «ريال», of which nobody knows whose it is, and «يورو».
fn have_other_currencies(one: (&Quantity, &Figure), other: (&Quantity, &Figure)) -> bool {
    let may_be = |(quantity, figure): (&Quantity, &Figure)| {
        let readings = figure.readings.iter().filter_map(Value::quantity).map(|reading| reading.unit.clone());
        let units: Option<Vec<_>> = match quantity.unit {
            Some(_) => Some(vec![quantity.unit.clone()?]),
            None => readings.collect(),
        };
        units.filter(|units| !units.is_empty())
    };
    // «ريال» may be the other's «ريال كمبودي», of which hardly anybody speaks.
    let one_name = || {
        let (a, b) = (one.1, other.1);
        name_alike(a, b) || names_less(a, b) || names_less(b, a)
    };
    let apart = may_be(one).zip(may_be(other)).is_some_and(|(one, other)| !one.iter().any(|unit| other.contains(unit)));
    apart && !one_name()
}

/// What two sums are to each other as far as the rate of their currencies tells.
fn exchanged<'a>(
    mut one: (&'a str, &'a number::Number),
    mut other: (&'a str, &'a number::Number),
    rates: &Rates,
) -> Option<(Relation, f64)> {
    let (low, high) = rates.band(one.0, other.0)?;
    // The dearer is converted: a peg is written so, and its inverse is hardly ever exact.
    if low.checked_mul(high)? < Decimal::ONE {
        std::mem::swap(&mut one, &mut other);
    }
    // `low` to `high` of the one make one of the other.
    let (low, high) = rates.band(one.0, other.0)?;
    let (a, b) = (one.1, other.1);
    if rates.pegged(one.0, other.0) {
        let found = numbers::relate(a, &b.times(low)?);
        return matches!(found.0, Relation::Agree | Relation::Differ(Difference::Scale { .. })).then_some(found);
    }
    a.lies_between(&b.times(low)?, &b.times(high)?).then_some((Relation::Loose, 0.5))
}

/// Whether the one ends with a currency's name to which the other adds a country's.
fn names_less(short: &Figure, long: &Figure) -> bool {
    let (short, long) = (words(short), words(long));
    let (Some(name), [before @ .., _]) = (short.last(), long.as_slice()) else { return false };
    before.last().is_some_and(|other| are_one_name(*name, *other))
}

/// Whether both end with one name.
fn name_alike(a: &Figure, b: &Figure) -> bool {
    words(a).last().zip(words(b).last()).is_some_and(|(a, b)| are_one_name(*a, *b))
}

/// «دولار» and «دولارا» are one name.
fn are_one_name(a: Word, b: Word) -> bool {
    a.starts_with(b) || b.starts_with(a)
}

/// The Arabic words of a figure.
fn words(figure: &Figure) -> Vec<Word> {
    let mut tokens: Vec<Token> = Vec::new();
    text::tokens(&figure.text, Span::new(0, figure.text.len()), &mut tokens);
    tokens.into_iter().filter(|token| token.class == Class::Arabic).map(|token| token.word).collect()
}

/// A length of time as a number, where it is one.
fn length_of(length: &Bounded<Period>) -> Option<lengths::Length> {
    let amount = length.try_map(|period| period.seconds_about())?;
    let period = length.low().or(length.high())?;
    // A month is not always 30.4 days, nor a year 365.2: a length is as exact as its smallest unit.
    let units = [
        (period.years, Decimal::new(31_556_952, 0)),
        (period.months, Decimal::new(2_629_746, 0)),
        (period.weeks, Decimal::new(604_800, 0)),
        (period.days, Decimal::new(86_400, 0)),
        (period.hours, Decimal::new(3_600, 0)),
        (period.minutes, Decimal::new(60, 0)),
        (period.seconds, Decimal::ONE),
    ];
    let (least, unit) = *units.iter().rfind(|(n, _)| !n.is_zero())?;
    // «9.84 ثوان» are exact to the hundredth of a second.
    let precision = Decimal::try_new(1, least.normalize().scale()).ok()?;
    Some(lengths::Length::new(&amount, (unit, precision), units.map(|(n, _)| n)))
}

/// What it weighs against two changes that one of them is told the wrong way.
const TURN: f64 = 5.0;

/// What two sizes are that agree, where one is of a rise and the other of a fall; none for one digit.
pub fn turned(a: &Value, b: &Value) -> Option<(Relation, f64)> {
    let digits = numbers::digits(a.quantity()?).min(numbers::digits(b.quantity()?));
    (digits > 1).then(|| (Relation::Differ(Difference::Turn { digits }), differing::coincidence(digits) - TURN))
}

/// What two amounts are to each other that are of two paces, where they are the same number; none for one digit.
pub fn of_paces(a: &Value, b: &Value) -> Option<(Relation, f64)> {
    let (p, q) = (a.quantity()?, b.quantity()?);
    let money = matches!((a, b), (Value::Money(_), Value::Money(_)));
    let digits = numbers::same_number(&number::Number::of(p), &number::Number::of(q))?;
    let same = a.kind() == b.kind() && digits > 1 && (!money || p.unit == q.unit);
    same.then(|| numbers::of_measure((Relation::Differ(Difference::Value), 0.0), Some(digits)))
}

/// What two amounts of one unit are to each other where the greater is ten times the lesser, of which one is rounded.
pub fn tenfold(low: Stated<'_>, high: Stated<'_>) -> Option<(Relation, f64)> {
    let (Form::Number(p, _), Form::Number(q, _)) = (&low.ready.0, &high.ready.0) else { return None };
    let (one, other) = (&low.figure.value, &high.figure.value);
    let unit = |value: &Value| value.quantity().and_then(|quantity| quantity.unit.clone());
    differing::tenfold(p, q).filter(|_| one.kind() == other.kind() && unit(one) == unit(other))
}

/// How many digits two amounts have, where they are the same at another power of ten.
pub fn digits_scaled(a: &Value, b: &Value) -> Option<u32> {
    let (a, b) = (a.quantity()?, b.quantity()?);
    numbers::digits_scaled(a, b)
}

/// How many digits two amounts have, where they differ in one that is not the last: a misprint rather than growth.
pub fn misprinted(a: &Value, b: &Value) -> Option<u32> {
    let (a, b) = (a.quantity()?, b.quantity()?);
    numbers::misprinted(a, b)
}

/// Whether a value can differ in a way that matters here: «twice» is told of much, «7.4 times» of one thing.
pub fn is_compared(value: &Value) -> bool {
    match value {
        Value::Ratio(quantity) => numbers::is_particular(quantity),
        _ => true,
    }
}

/// Whether two dates cannot be one.
pub fn dates_differ(a: &crate::figure::Edtf, b: &crate::figure::Edtf) -> bool {
    a != b && (matches!(days::compare_periods(a, b), Relation::Differ(_)) || days::hardly_meet(a, b))
}
