//! What the other figures make of the one that does not fit them, as it would be written beside them: in its unit and
//! as exact as it is told. Not here: how far off it may be (`interval.rs`), and its words (`locale/value.rs`).

use super::Finding;
use super::interval::Interval;
use crate::align::Extracted;
use crate::figure::{Bounded, Calendar, DateValue, Edtf, EdtfDate, Figure, Period, Quantity, Value, Year};
use compact_str::CompactString;
use jiff::Unit;
use jiff::civil::Date;
use rust_decimal::{Decimal, RoundingStrategy};

/// What the others make of a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Made {
    pub figure: usize,
    /// In the unit of that figure.
    pub is: Interval,
}

/// A leap year and another: what lies between two days of no year is told only where it is the same in both.
const ANY: [i16; 2] = [2024, 2022];
/// A number is told with so many digits at least.
const DIGITS: u32 = 2;
/// So many digits more may it take to tell a number from the one that is stated.
const FINER: usize = 9;
const HALVES: RoundingStrategy = RoundingStrategy::MidpointAwayFromZero;

impl Finding {
    /// What one of the figures would have to be by the others, where they tell; its document is the one of the finding.
    pub fn expected(&self, document: &Extracted) -> Option<Value> {
        match &self.made {
            Some(made) => self.number(made, &document.figures),
            None => self.length(document),
        }
    }

    fn number(&self, made: &Made, figures: &[Figure]) -> Option<Value> {
        let stated = &figures.get(made.figure)?.value;
        let quantity = stated.quantity()?;
        let currency = || self.sides.iter().flatten().find_map(|other| currency(&figures.get(*other)?.value));
        let unit = quantity.unit.clone().or_else(|| if let Value::Money(_) = stated { currency() } else { None });
        let fraction = matches!((stated, quantity.amount.high()), (Value::Ratio(_), Some(n)) if *n < Decimal::ONE);
        // A half is no number to be written with decimals.
        let (scale, precision) =
            if fraction { (Decimal::ONE_HUNDRED, Decimal::ONE) } else { (Decimal::ONE, quantity.precision) };
        let told = match quantity.amount {
            Bounded::Exact(n) | Bounded::About(n) => n.checked_mul(scale),
            _ => None,
        };
        let (low, high) = made.is.written;
        let round = |end: Decimal| rounded(end.checked_mul(scale)?, precision, told);
        let (low, high) = (round(low)?, round(high)?);
        if low < Decimal::ZERO {
            return None;
        }
        let amount = if low == high { Bounded::Exact(low) } else { Bounded::Range(low, high) };
        let quantity = Quantity { amount, precision, unit };
        Some(match stated {
            Value::Money(_) => Value::Money(quantity),
            Value::Percent(_) => Value::Percent(quantity),
            Value::Ratio(_) if fraction => Value::Percent(quantity),
            Value::Ratio(_) => Value::Ratio(quantity),
            _ => Value::Count(quantity),
        })
    }

    /// How long it is from the one date to the other, or from the only one to the day of publication.
    fn length(&self, document: &Extracted) -> Option<Value> {
        let [length, dates] = &self.sides[..] else { return None };
        let value = |index: &usize| document.figures.get(*index).map(|figure| &figure.value);
        let Value::Duration(stated) = value(length.first()?)? else { return None };
        let date = |index: &usize| match value(index)? {
            Value::Date(date) if date.calendar == Calendar::Gregorian => Some(date),
            _ => None,
        };
        let (from, to) = match &dates[..] {
            [one] => match *date(one)?.best() {
                Edtf::Interval(Some(from), Some(to)) => (from, to),
                // Of what began in a year only the years are counted.
                Edtf::Point(begun) => (year_of(begun), year_of(EdtfDate::civil(document.document.published?))),
                _ => return None,
            },
            [from, to] => (point(date(from)?)?, point(date(to)?)?),
            _ => return None,
        };
        let made = between(from, to, stated.low().or(stated.high())?)?;
        (made != **stated).then(|| Value::Duration(Box::new(made)))
    }
}

fn currency(value: &Value) -> Option<CompactString> {
    match value {
        Value::Money(quantity) => quantity.unit.clone(),
        _ => None,
    }
}

/// The number, as exact as what is stated in its place, and exact enough not to be the same.
fn rounded(n: Decimal, precision: Decimal, stated: Option<Decimal>) -> Option<Decimal> {
    let mut unit = if precision > Decimal::ZERO { precision } else { Decimal::ONE };
    let digits = n.round_sf_with_strategy(DIGITS, HALVES)?;
    for _ in 0..FINER {
        let told = n.checked_div(unit)?.round_dp_with_strategy(0, HALVES).checked_mul(unit)?;
        let off = |told: Decimal| told.checked_sub(n).map(|gap| gap.abs());
        let told = if off(digits)? < off(told)? { digits } else { told };
        if Some(told) != stated {
            return Some(told.normalize());
        }
        unit = unit.checked_div(Decimal::TEN)?;
    }
    Some(n.normalize())
}

fn point(date: &DateValue) -> Option<EdtfDate> {
    match date.best() {
        Edtf::Point(point) => Some(*point),
        _ => None,
    }
}

fn year_of(date: EdtfDate) -> EdtfDate {
    EdtfDate { month: None, day: None, ..date }
}

/// How long it is from one date to another, in the units that both are told in: 1950 and 2020 are 70 years apart, and
/// of days both ends may count.
fn between(from: EdtfDate, to: EdtfDate, stated: &Period) -> Option<Bounded<Period>> {
    let of = |year: i16, next: i16| {
        let of = |date: EdtfDate, year: i16| EdtfDate { year: Year::Exact(year), ..date };
        between_days(of(from, year), of(to, next), stated)
    };
    match (from.year, to.year) {
        (Year::Exact(first), Year::Exact(last)) => of(first, last),
        (Year::Unknown, Year::Unknown) => {
            let next = i16::from((to.month, to.day) < (from.month, from.day));
            let [made, other] = ANY.map(|year| of(year, year + next));
            made.filter(|_| made == other)
        }
        _ => None,
    }
}

fn between_days(from: EdtfDate, to: EdtfDate, stated: &Period) -> Option<Bounded<Period>> {
    let (first, last) = (from.days()?.0, to.days()?.0);
    let least = if from.month.is_none() || to.month.is_none() {
        Unit::Year
    } else if from.day.is_none() || to.day.is_none() {
        Unit::Month
    } else {
        Unit::Day
    };
    let in_days = !stated.days.is_zero() || !stated.weeks.is_zero();
    if least == Unit::Day && in_days {
        let days = |days: i32| Period { days: days.into(), ..Period::default() };
        let apart = days_between(first, last)?;
        return Some(Bounded::Range(days(apart), days(apart.checked_add(1)?)));
    }
    // Both begin their year or month, where that is all that is told: nothing is left to be rounded.
    let apart = first.until((Unit::Year, last)).ok()?;
    let years = i32::from(apart.get_years());
    let least = if years > 0 && least == Unit::Day { Unit::Month } else { least };
    let mut period = Period { years: years.into(), ..Period::default() };
    if least != Unit::Year {
        period.months = apart.get_months().into();
    }
    if least == Unit::Day {
        period.days = apart.get_days().into();
    }
    (last > first && period != Period::default()).then_some(Bounded::Exact(period))
}

fn days_between(first: Date, last: Date) -> Option<i32> {
    first.until(last).ok().map(|apart| apart.get_days()).filter(|days| *days >= 0)
}

#[cfg(test)]
mod tests {
    use crate::align::Extracted;
    use crate::document::Document;
    use crate::extract;
    use crate::lexicon::Lexicon;
    use crate::locale::{Lang, value_text};
    use crate::rules::intrinsic::findings;

    /// What is expected by each finding in a text of 20 November 2025.
    fn expected(text: &str) -> Vec<Option<String>> {
        let document = Document { text: text.to_string(), published: "2025-11-20".parse().ok(), ..Document::default() };
        let figures = extract::figures(&document, Lexicon::builtin());
        let extracted = Extracted { document, figures };
        let found = findings(&extracted, Lexicon::builtin());
        found.iter().map(|one| one.expected(&extracted).map(|value| value_text(&value, Lang::En))).collect()
    }

    #[test]
    fn numbers_are_those_that_the_written_ones_make() {
        for (text, value) in [
            ("ارتفع سعر التذكرة من 100 إلى 150 دولارا، بزيادة 30%.", "50%"),
            ("زادت الميزانية من 40 مليون دولار إلى 50 مليون دولار، بزيادة 35%.", "25%"),
            ("ارتفع سعر الطن من 100 دولار إلى 200 دولار، بزيادة نسبتها 80%.", "100%"),
            ("زادت الميزانية من 50 مليون دولار إلى 80 مليون دولار، بزيادة 40 مليون دولار.", "30 million USD"),
            ("ارتفعت الأجور من 300 دينار إلى 310 دنانير، بزيادة 8%.", "3.3%"),
            ("أوقفت الشرطة 12 شخصا، هم 9 رجال و4 نساء.", "13 شخص"),
            ("تضاعف عدد المصانع ثلاث مرات من 10 مصانع إلى 20 مصنعا.", "×2"),
            ("تتوزع ملكية المصنع بين الدولة بنسبة 51 في المئة والشركة الأجنبية بنسبة 59 في المئة.", "49%"),
            ("بلغت قيمة العقد 375 مليون ريال سعودي (150 مليون دولار) وفق البيان.", "100 million USD"),
            ("بلغت إيرادات المهرجان 124 مليون جنيه مصري (4.5 مليون دولار بسعر 49.6 جنيها للدولار).", "2.5 million USD"),
        ] {
            assert_eq!(expected(text), [Some(value.to_string())], "{text}");
        }
    }

    #[test]
    fn lengths_are_those_between_the_dates() {
        for (text, value) in [
            ("امتدت أعمال الترميم من عام 1950 إلى عام 2020، واستمرت 80 سنة بحسب البلدية.", "70 years"),
            ("السفينة المبنية سنة 1998، أي قبل 37 عاما، كانت تعمل في بحر إيجه.", "27 years"),
            ("انطلق المهرجان في 3 أبريل ويختتم في 12 أبريل، أي لمدة عشرين يوما.", "9 days – 10 days"),
        ] {
            assert_eq!(expected(text), [Some(value.to_string())], "{text}");
        }
    }

    #[test]
    fn where_nothing_is_made_nothing_is_expected() {
        for text in [
            "تراجع إنتاج المصنع من 102 طن إلى 83 مليون طن خلال عشر سنوات.",
            "درس الباحثون سجلات الأمطار في الفترة من 2014 إلى 2010 في ثلاث محطات.",
            "تضاعف الإنتاج من 50 ألف طن إلى 60 ألف طن.",
        ] {
            assert_eq!(expected(text), [None], "{text}");
        }
    }
}
