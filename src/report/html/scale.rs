//! Where values stand on a line: numbers and durations on a log scale, dates on a time line.
//! Places are for drawing alone, so that they may be floats; no value is read back from them.

use super::words::Both;
use crate::figure::{Bounded, Kind, Value};
use crate::locale::number_text;
use crate::report::words::side_name;
use crate::rules::Conflict;
use jiff::Span;
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A line with the sides of a conflict on it, each in a lane of its own.
pub(super) struct Scale {
    pub(super) caption: Both,
    pub(super) height: usize,
    /// Where the lanes end and the line is drawn.
    pub(super) floor: usize,
    pub(super) lanes: Vec<Lane>,
    pub(super) ticks: Vec<Tick>,
}

/// One side on the line.
pub(super) struct Lane {
    pub(super) side: usize,
    pub(super) letter: Both,
    pub(super) value: Both,
    /// Middle of the lane from the top.
    pub(super) y: usize,
    /// Percent of the width.
    pub(super) x: String,
    /// The two ends, where the value is more than a point.
    pub(super) bar: Option<(String, String)>,
    /// Where the label begins, or ends.
    pub(super) label: String,
    /// Whether the label stands before the point, for want of room after it.
    pub(super) label_before: bool,
}

/// A mark on the line.
pub(super) struct Tick {
    pub(super) x: String,
    pub(super) name: Both,
}

const LANE: usize = 38;
/// Most sides that are still seen apart.
const MOST_LANES: usize = 6;
/// Room for the marks' names.
const FOOT: usize = 30;
/// Where the line begins and ends, in percent of the width.
const MARGIN: f64 = 6.0;

/// What is measured along the line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Measure {
    /// Powers of ten.
    Log,
    /// Days.
    Time,
}

/// A value's ends along the line before they are fitted to it; `f64` because only a picture is made of them.
struct Extent {
    side: usize,
    low: f64,
    high: f64,
    value: Both,
}

/// The conflict's line; none where its values are not of one measure, or are too many to be seen apart.
pub(super) fn scale(conflict: &Conflict) -> Option<Scale> {
    let (measure, kind) =
        conflict.sides.iter().find_map(|side| Some((ends(&side.figure.value)?.0, side.figure.kind())))?;
    let extents = extents(conflict, measure, kind);
    let sides = 1 + conflict.sides.iter().map(|side| side.side).max().unwrap_or_default();
    if extents.len() < sides || extents.len() < 2 || extents.len() > MOST_LANES {
        return None;
    }
    let low = extents.iter().map(|extent| extent.low).fold(f64::INFINITY, f64::min);
    let high = extents.iter().map(|extent| extent.high).fold(f64::NEG_INFINITY, f64::max);
    let (range, marks, caption) = match measure {
        Measure::Log if high - low > 0.5 => (decades(low, high), decade_marks(low, high), "page-scale-log"),
        Measure::Log => (near(low, high), near_marks(low, high), "page-scale-near"),
        Measure::Time => (time(low, high), time_marks(low, high)?, "page-scale-time"),
    };
    let place = |at: f64| MARGIN + (100.0 - 2.0 * MARGIN) * ((at - range.0) / (range.1 - range.0)).clamp(0.0, 1.0);
    let lanes: Vec<Lane> = extents.into_iter().enumerate().map(|(index, extent)| lane(index, extent, place)).collect();
    let floor = lanes.len() * LANE + LANE / 4;
    let ticks = marks.into_iter().map(|(at, name)| Tick { x: percent(place(at)), name }).collect();
    Some(Scale { caption: Both::of(caption), height: floor + FOOT, floor, lanes, ticks })
}

/// What each side states of this measure and kind: the narrowest of its values.
fn extents(conflict: &Conflict, measure: Measure, kind: Kind) -> Vec<Extent> {
    let mut extents: Vec<Extent> = Vec::new();
    for side in &conflict.sides {
        let Some((_, low, high)) =
            ends(&side.figure.value).filter(|ends| (ends.0, side.figure.kind()) == (measure, kind))
        else {
            continue;
        };
        let extent = Extent { side: side.side, low, high, value: Both::value(&side.figure) };
        match extents.iter_mut().find(|other| other.side == extent.side) {
            // A day says more than its year.
            Some(other) if extent.high - extent.low < other.high - other.low => *other = extent,
            Some(_) => {}
            None => extents.push(extent),
        }
    }
    extents
}

/// The lane of a side, whose value's ends stand at these places of the line.
fn lane(index: usize, extent: Extent, place: impl Fn(f64) -> f64) -> Lane {
    let (from, to) = (place(extent.low), place(extent.high));
    let middle = f64::midpoint(from, to);
    let label_before = middle > 50.0;
    Lane {
        side: extent.side,
        letter: Both::with(|lang| side_name(extent.side, lang)),
        value: extent.value,
        y: LANE / 2 + index * LANE,
        x: percent(middle),
        bar: (to - from > 1.0).then(|| (percent(from), percent(to))),
        label: percent(if label_before { from } else { to }),
        label_before,
    }
}

fn percent(place: f64) -> String {
    format!("{place:.1}%")
}

/// The ends of a value along its measure; none for what has no place there.
fn ends(value: &Value) -> Option<(Measure, f64, f64)> {
    let (low, high) = match value {
        Value::Money(q) | Value::Percent(q) | Value::Count(q) | Value::Ratio(q) => numbers(&q.amount)?,
        Value::Duration(duration) => {
            let seconds = |period: &crate::figure::Period| period.seconds_about();
            match &**duration {
                Bounded::Range(a, b) => (seconds(a)?, seconds(b)?),
                Bounded::Vague(_) => return None,
                Bounded::Exact(p) | Bounded::About(p) | Bounded::AtLeast(p) | Bounded::AtMost(p) => {
                    (seconds(p)?, seconds(p)?)
                }
            }
        }
        Value::Date(date) => {
            let (first, last) = date.best().days()?;
            return Some((Measure::Time, days(first), days(last)));
        }
    };
    let log = |n: Decimal| (n > Decimal::ZERO).then(|| n.to_f64().map(f64::log10)).flatten();
    Some((Measure::Log, log(low)?, log(high)?))
}

fn numbers(amount: &Bounded<Decimal>) -> Option<(Decimal, Decimal)> {
    match amount {
        Bounded::Exact(n) | Bounded::About(n) | Bounded::AtLeast(n) | Bounded::AtMost(n) => Some((*n, *n)),
        Bounded::Range(a, b) => Some((*a, *b)),
        // Tens of a thing are ten to a hundred of it.
        Bounded::Vague(n) => Some((*n, n.checked_mul(Decimal::TEN)?)),
    }
}

/// Whole powers of ten around the values.
fn decades(low: f64, high: f64) -> (f64, f64) {
    (low.floor(), if high.ceil() > low.floor() { high.ceil() } else { low.floor() + 1.0 })
}

/// At most five powers of ten, evenly.
fn decade_marks(low: f64, high: f64) -> Vec<(f64, Both)> {
    let (first, last) = decades(low, high);
    let step = (((last - first) / 4.0).ceil() as i32).max(1);
    (first as i32..=last as i32)
        .step_by(step.unsigned_abs() as usize)
        .filter_map(|power| {
            let n = Decimal::TEN.checked_powi_exact(power)?;
            Some((f64::from(power), Both::with(|lang| number_text(n, lang))))
        })
        .collect()
}

trait ExactPower: Sized {
    /// This to a whole power; none past the range of a decimal.
    fn checked_powi_exact(self, power: i32) -> Option<Self>;
}

impl ExactPower for Decimal {
    fn checked_powi_exact(self, power: i32) -> Option<Decimal> {
        let steps = 0..power.unsigned_abs();
        if power < 0 {
            return steps.into_iter().try_fold(Decimal::ONE, |n, _| n.checked_div(self));
        }
        steps.into_iter().try_fold(Decimal::ONE, |n, _| n.checked_mul(self))
    }
}

/// A little more than the values take up.
fn near(low: f64, high: f64) -> (f64, f64) {
    let pad = ((high - low) * 0.35).max(0.01);
    (low - pad, high + pad)
}

/// Round numbers between the ends of a close-up.
fn near_marks(low: f64, high: f64) -> Vec<(f64, Both)> {
    let (first, last) = near(low, high);
    let (from, to) = (10_f64.powf(first), 10_f64.powf(last));
    let rough = (to - from) / 4.0;
    let power = rough.log10().floor();
    let digit = [1, 2, 5, 10].into_iter().find(|digit| f64::from(*digit) * 10_f64.powf(power) >= rough).unwrap_or(10);
    let Some(unit) = Decimal::TEN.checked_powi_exact(power as i32) else { return Vec::new() };
    let step = unit * Decimal::from(digit);
    let size = 10_f64.powf(power) * f64::from(digit);
    let begin = (from / size).ceil() as i64;
    (begin..begin.saturating_add(6))
        .filter_map(|times| step.checked_mul(Decimal::from(times)))
        .filter_map(|n| Some((n.to_f64()?.log10(), Both::with(|lang| number_text(n, lang)))))
        .filter(|(at, _)| at.is_finite() && *at >= first && *at <= last)
        .collect()
}

/// Days since year 0, for drawing.
fn days(date: Date) -> f64 {
    f64::from(date.year()) * 365.2425 + f64::from(date.day_of_year())
}

fn time(low: f64, high: f64) -> (f64, f64) {
    let pad = ((high - low) * 0.2).max(1.0);
    (low - pad, high + pad)
}

/// At most five days, months or years at even steps.
fn time_marks(low: f64, high: f64) -> Option<Vec<(f64, Both)>> {
    let (first, last) = time(low, high);
    let steps = [(1.0, 1, 'd'), (2.0, 2, 'd'), (7.0, 7, 'd'), (31.0, 1, 'm'), (92.0, 3, 'm'), (183.0, 6, 'm')];
    let years = [1, 2, 5, 10, 20, 50, 100, 500].map(|n| (f64::from(n) * 366.0, n, 'y'));
    let (_, n, unit) = steps.into_iter().chain(years).find(|(size, ..)| (last - first) / size <= 5.0)?;
    let year = (first / 365.2425).floor() as i16;
    let (begin, step) = match unit {
        'd' => (
            Date::new(year, 1, 1)
                .ok()?
                .checked_add(Span::new().days((first - f64::from(year) * 365.2425) as i32))
                .ok()?,
            Span::new().days(n),
        ),
        'm' => (Date::new(year, 1, 1).ok()?, Span::new().months(n)),
        _ => (Date::new(year - year.rem_euclid(n as i16), 1, 1).ok()?, Span::new().years(n)),
    };
    let name = |date: Date| match unit {
        'd' => date.to_string(),
        'm' => format!("{:04}-{:02}", date.year(), date.month()),
        _ => format!("{:04}", date.year()),
    };
    let dates = std::iter::successors(Some(begin), |date| date.checked_add(step).ok());
    let marks = dates.take_while(|date| days(*date) <= last).filter(|date| days(*date) >= first);
    Some(marks.map(|date| (days(date), Both::with(|_| name(date)))).collect())
}
