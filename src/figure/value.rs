//! What a figure states, normalised.

use super::{Bound, Calendar, Edtf, Kind, Period, Weekday};
use compact_str::CompactString;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A value with the bound that the words around it give; it cannot contradict itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bounded<T> {
    /// Exactly this, as stated.
    Exact(T),
    /// About this: «نحو»، «قرابة».
    About(T),
    /// This or more: «أكثر من»، «لا يقل عن».
    AtLeast(T),
    /// This or less: «أقل من»، «يصل إلى».
    AtMost(T),
    /// From the first to the second: «ما بين … و…».
    Range(T, T),
    /// A magnitude without a number: «مليارات الدولارات». The value is the magnitude (10⁹ there).
    Vague(T),
}

impl<T> Bounded<T> {
    /// Which bound this is.
    pub fn bound(&self) -> Bound {
        match self {
            Bounded::Exact(_) => Bound::Exact,
            Bounded::About(_) => Bound::About,
            Bounded::AtLeast(_) => Bound::AtLeast,
            Bounded::AtMost(_) => Bound::AtMost,
            Bounded::Range(..) => Bound::Range,
            Bounded::Vague(_) => Bound::Vague,
        }
    }

    /// The lower end; `None` is open.
    pub fn low(&self) -> Option<&T> {
        match self {
            Bounded::Exact(n) | Bounded::About(n) | Bounded::AtLeast(n) | Bounded::Range(n, _) => Some(n),
            Bounded::AtMost(_) | Bounded::Vague(_) => None,
        }
    }

    /// The upper end; `None` is open.
    pub fn high(&self) -> Option<&T> {
        match self {
            Bounded::Exact(n) | Bounded::About(n) | Bounded::AtMost(n) | Bounded::Range(_, n) => Some(n),
            Bounded::AtLeast(_) | Bounded::Vague(_) => None,
        }
    }

    /// The same bound around other values.
    pub fn map<U>(self, mut f: impl FnMut(T) -> U) -> Bounded<U> {
        match self {
            Bounded::Exact(n) => Bounded::Exact(f(n)),
            Bounded::About(n) => Bounded::About(f(n)),
            Bounded::AtLeast(n) => Bounded::AtLeast(f(n)),
            Bounded::AtMost(n) => Bounded::AtMost(f(n)),
            Bounded::Range(a, b) => Bounded::Range(f(a), f(b)),
            Bounded::Vague(n) => Bounded::Vague(f(n)),
        }
    }

    /// The same bound around other values, where there is one for each.
    pub fn try_map<U>(self, mut f: impl FnMut(T) -> Option<U>) -> Option<Bounded<U>> {
        Some(match self {
            Bounded::Exact(n) => Bounded::Exact(f(n)?),
            Bounded::About(n) => Bounded::About(f(n)?),
            Bounded::AtLeast(n) => Bounded::AtLeast(f(n)?),
            Bounded::AtMost(n) => Bounded::AtMost(f(n)?),
            Bounded::Range(a, b) => Bounded::Range(f(a)?, f(b)?),
            Bounded::Vague(n) => Bounded::Vague(f(n)?),
        })
    }
}

/// A number with its unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number, scale words multiplied in, exact.
    pub amount: Bounded<Decimal>,
    /// The worth of the last written digit: 97.4 مليار was given to 10⁸, 500 مليار to 10⁹, 5,000 to 1.
    pub precision: Decimal,
    /// Money: ISO 4217. Count: the counted noun's dictionary form. Else, or where unknown, none.
    pub unit: Option<CompactString>,
}

impl From<jiff::civil::Weekday> for Weekday {
    fn from(day: jiff::civil::Weekday) -> Weekday {
        match day {
            jiff::civil::Weekday::Monday => Weekday::Monday,
            jiff::civil::Weekday::Tuesday => Weekday::Tuesday,
            jiff::civil::Weekday::Wednesday => Weekday::Wednesday,
            jiff::civil::Weekday::Thursday => Weekday::Thursday,
            jiff::civil::Weekday::Friday => Weekday::Friday,
            jiff::civil::Weekday::Saturday => Weekday::Saturday,
            jiff::civil::Weekday::Sunday => Weekday::Sunday,
        }
    }
}

/// A Hijri date as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Hijri {
    /// Year of the Hijra, where given or known from the document's date.
    pub year: Option<i16>,
    /// Month, 1 (Muharram) to 12.
    pub month: Option<u8>,
    /// Day, 1 to 30.
    pub day: Option<u8>,
}

/// A date as the text says it and as it is meant.
#[derive(Clone, Debug, PartialEq)]
pub struct DateValue {
    /// What the text says; `Edtf::Relative` for «أمس».
    pub edtf: Edtf,
    /// What it means given the document's date, where that is known.
    pub resolved: Option<Edtf>,
    /// The calendar that it was written in; `edtf` is Gregorian either way.
    pub calendar: Calendar,
    /// The day of the week that stands with the date, as written.
    pub weekday: Option<Weekday>,
    /// The Hijri date as written.
    pub hijri: Option<Hijri>,
    /// A second name of the month that is another month («أكتوبر/تشرين الثاني»), 1 to 12.
    pub other_month: Option<u8>,
    /// No such day exists (31 February): `edtf` then keeps what the text says.
    pub impossible: bool,
}

impl DateValue {
    /// A Gregorian date that needs no context.
    pub fn stated(edtf: Edtf) -> DateValue {
        DateValue {
            edtf,
            resolved: None,
            calendar: Calendar::Gregorian,
            weekday: None,
            hijri: None,
            other_month: None,
            impossible: false,
        }
    }

    /// The best that is known: what is meant, else what is said.
    pub fn best(&self) -> &Edtf {
        self.resolved.as_ref().unwrap_or(&self.edtf)
    }
}

/// What a figure states.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // The same words as `Kind`, explained there.
pub enum Value {
    Money(Quantity),
    Percent(Quantity),
    Count(Quantity),
    Ratio(Quantity),
    Date(DateValue),
    /// In a box: seven numbers make every value as large as a length, and few are one.
    Duration(Box<Bounded<Period>>),
}

impl Value {
    /// The kind of figure that states this.
    pub fn kind(&self) -> Kind {
        match self {
            Value::Money(_) => Kind::Money,
            Value::Percent(_) => Kind::Percent,
            Value::Count(_) => Kind::Count,
            Value::Ratio(_) => Kind::Ratio,
            Value::Date(_) => Kind::Date,
            Value::Duration(_) => Kind::Duration,
        }
    }

    /// The number with its unit, for the kinds that are numbers.
    pub fn quantity(&self) -> Option<&Quantity> {
        match self {
            Value::Money(q) | Value::Percent(q) | Value::Count(q) | Value::Ratio(q) => Some(q),
            Value::Date(_) | Value::Duration(_) => None,
        }
    }

    /// The length of time, where it is one.
    pub fn length(&self) -> Option<&Bounded<Period>> {
        if let Value::Duration(length) = self { Some(length) } else { None }
    }
}
