//! The JSON form of figures: DESIGN's contract, written and read by the same types.

use super::{Bound, Bounded, Calendar, DateValue, Edtf, Figure, Hijri, Kind, Period, Quantity, Span, Value, Weekday};
use compact_str::CompactString;
use rust_decimal::Decimal;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A figure as a line of `extract --format jsonl` gives it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureRecord {
    /// The document's id; empty where the figure stands within its document.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    text: String,
    kind: Kind,
    value: ValueRecord,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    readings: Vec<ValueRecord>,
    sentence: Span,
}

impl FigureRecord {
    /// The record of a figure of the document `source`.
    pub fn new(source: &str, figure: &Figure) -> FigureRecord {
        FigureRecord {
            source: source.to_string(),
            start: figure.span.start,
            end: figure.span.end,
            line: figure.line,
            column: figure.column,
            text: figure.text.clone(),
            kind: figure.kind(),
            value: ValueRecord::from(&figure.value),
            readings: figure.readings.iter().map(ValueRecord::from).collect(),
            sentence: figure.sentence,
        }
    }

    /// The record of a figure within the record of its document.
    pub fn within(figure: &Figure) -> FigureRecord {
        FigureRecord::new("", figure)
    }

    /// The figure of this record, or what is wrong with it.
    pub fn figure(&self) -> Result<Figure, String> {
        if self.start > self.end {
            return Err(format!("a figure runs from byte {} back to {}", self.start, self.end));
        }
        Ok(Figure {
            span: Span::new(self.start, self.end),
            text: self.text.clone(),
            line: self.line,
            column: self.column,
            value: self.value.value(self.kind)?,
            readings: self.readings.iter().map(|value| value.value(self.kind)).collect::<Result<_, _>>()?,
            sentence: self.sentence,
        })
    }
}

/// The JSON form of a value: which fields it has depends on the figure's kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum ValueRecord {
    Date {
        edtf: String,
        resolved: Option<String>,
        calendar: Calendar,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        weekday: Option<Weekday>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        hijri: Option<Hijri>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        other_month: Option<u8>,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        impossible: bool,
    },
    Duration {
        iso8601: String,
        bound: Bound,
    },
    Number {
        low: Option<Number>,
        high: Option<Number>,
        unit: Option<CompactString>,
        bound: Bound,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        precision: Option<Number>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        magnitude: Option<Number>,
    },
}

/// The other readings of a figure.
pub(crate) fn readings(figure: &Figure) -> impl Serialize {
    figure.readings.iter().map(ValueRecord::from).collect::<Vec<_>>()
}

/// A decimal as JSON text: exact, without an exponent.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Number(Decimal);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0.normalize())
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Number, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map(Number).map_err(|_| D::Error::custom(format!("“{text}” is not a decimal number")))
    }
}

/// Rebuilds a bounded value from its JSON parts.
fn bounded<T: PartialEq>(
    bound: Bound,
    low: Option<T>,
    high: Option<T>,
    magnitude: Option<T>,
) -> Result<Bounded<T>, String> {
    let missing = || format!("a value of bound {bound:?} lacks its number");
    Ok(match bound {
        Bound::Exact => Bounded::Exact(low.or(high).ok_or_else(missing)?),
        Bound::About => Bounded::About(low.or(high).ok_or_else(missing)?),
        Bound::AtLeast => Bounded::AtLeast(low.ok_or_else(missing)?),
        Bound::AtMost => Bounded::AtMost(high.ok_or_else(missing)?),
        Bound::Range => Bounded::Range(low.ok_or_else(missing)?, high.ok_or_else(missing)?),
        Bound::Vague => Bounded::Vague(magnitude.ok_or_else(missing)?),
    })
}

/// A duration as ISO 8601 writes it; a range as `P2M..P3M`.
pub(crate) fn duration_text(duration: &Bounded<Period>) -> String {
    match duration {
        Bounded::Range(a, b) => format!("{a}..{b}"),
        Bounded::Exact(p) | Bounded::About(p) | Bounded::AtLeast(p) | Bounded::AtMost(p) | Bounded::Vague(p) => {
            p.to_string()
        }
    }
}

impl From<&Value> for ValueRecord {
    fn from(value: &Value) -> ValueRecord {
        match value {
            Value::Date(date) => ValueRecord::Date {
                edtf: date.edtf.to_string(),
                resolved: date.resolved.map(|edtf| edtf.to_string()),
                calendar: date.calendar,
                weekday: date.weekday,
                hijri: date.hijri,
                other_month: date.other_month,
                impossible: date.impossible,
            },
            Value::Duration(duration) => {
                ValueRecord::Duration { iso8601: duration_text(duration), bound: duration.bound() }
            }
            Value::Money(q) | Value::Percent(q) | Value::Count(q) | Value::Ratio(q) => ValueRecord::Number {
                low: q.amount.low().copied().map(Number),
                high: q.amount.high().copied().map(Number),
                unit: q.unit.clone(),
                bound: q.amount.bound(),
                precision: Some(Number(q.precision)),
                magnitude: match q.amount {
                    Bounded::Vague(magnitude) => Some(Number(magnitude)),
                    _ => None,
                },
            },
        }
    }
}

impl ValueRecord {
    fn value(&self, kind: Kind) -> Result<Value, String> {
        match (kind, self) {
            (Kind::Date, ValueRecord::Date { edtf, resolved, calendar, weekday, hijri, other_month, impossible }) => {
                let read = |text: &String| text.parse::<Edtf>().map_err(|error| error.to_string());
                Ok(Value::Date(DateValue {
                    edtf: read(edtf)?,
                    resolved: resolved.as_ref().map(read).transpose()?,
                    calendar: *calendar,
                    weekday: *weekday,
                    hijri: *hijri,
                    other_month: *other_month,
                    impossible: *impossible,
                }))
            }
            (Kind::Duration, ValueRecord::Duration { iso8601, bound }) => {
                let text = iso8601.as_str();
                let read =
                    |text: &str| text.parse::<Period>().map_err(|()| format!("“{text}” is not an ISO 8601 duration"));
                let (low, high) = text.split_once("..").unwrap_or((text, text));
                let (low, high) = (read(low)?, read(high)?);
                bounded(*bound, Some(low), Some(high), Some(low)).map(|length| Value::Duration(Box::new(length)))
            }
            (Kind::Date | Kind::Duration, _) => Err(format!("the value does not fit the kind {kind:?}")),
            (_, ValueRecord::Number { low, high, unit, bound, precision, magnitude }) => {
                let plain = |n: &Option<Number>| n.map(|n| n.0);
                let quantity = Quantity {
                    amount: bounded(*bound, plain(low), plain(high), plain(magnitude))?,
                    precision: plain(precision).unwrap_or(Decimal::ONE),
                    unit: unit.clone(),
                };
                Ok(match kind {
                    Kind::Money => Value::Money(quantity),
                    Kind::Percent => Value::Percent(quantity),
                    Kind::Ratio => Value::Ratio(quantity),
                    _ => Value::Count(quantity),
                })
            }
            _ => Err(format!("the value does not fit the kind {kind:?}")),
        }
    }
}
