//! Lengths of time: what two of them are to each other: equal within the larger unit, and as they are written.
//! Not here: numbers of other things (`numbers.rs`).

use super::number::Number;
use super::numbers::{differ, of_measure, relate as relate_numbers, same_number};
use super::{Difference, Relation};
use crate::figure::Bounded;
use rust_decimal::Decimal;

/// A length of time ready to be compared.
#[derive(Clone, Copy, Debug)]
pub struct Length {
    /// In seconds.
    seconds: Number,
    /// How many of the unit stand in the text, those of greater units before them as hundreds.
    written: Decimal,
    /// The least unit of the text, in seconds.
    unit: Decimal,
    /// It is of no other unit.
    of_one: bool,
}

impl Length {
    /// A length in seconds, exact to `unit`; `written` is how the text tells it.
    pub fn new(amount: &Bounded<Decimal>, unit: Decimal, written: Decimal) -> Length {
        let seconds = Number::new(amount, unit);
        let of_one = written.checked_mul(unit) == Some(seconds.low) && seconds.low == seconds.high;
        Length { seconds, written, unit, of_one }
    }

    /// The number in the text, whatever its units.
    fn as_written(&self) -> Number {
        Number::between(self.written, self.written, self.seconds.bound, Decimal::ONE)
    }
}

/// What two lengths are to each other: equal within the larger unit, swapped and scaled as written.
pub fn relate(a: &Length, b: &Length) -> (Relation, f64) {
    let found = relate_numbers(&a.seconds, &b.seconds);
    match found.0 {
        Relation::Differ(_) if a.unit == b.unit => differ(&a.as_written(), &b.as_written(), Difference::Value),
        Relation::Differ(_) => {
            let same = (a.of_one && b.of_one).then(|| same_number(&a.as_written(), &b.as_written())).flatten();
            of_measure((Relation::Differ(Difference::Value), found.1.min(-4.0)), same)
        }
        Relation::Agree => (Relation::Agree, found.1.min(4.0)),
        _ => found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_of_two_lengths_of_time_is_told_in_two_units() {
        let length = |(written, parts): (i64, &[(i64, i64)])| {
            let seconds = parts.iter().map(|(n, unit)| n * unit).sum::<i64>();
            let unit = parts.last().expect("a part").1;
            Length::new(&Bounded::Exact(Decimal::from(seconds)), Decimal::from(unit), Decimal::from(written))
        };
        const HOUR: i64 = 3_600;
        for (a, b, want) in [
            ((5, &[(5, 24 * HOUR)][..]), (5, &[(5, HOUR)][..]), Difference::Measure { digits: 1 }),
            ((45, &[(45, 60)]), (45, &[(45, 1)]), Difference::Measure { digits: 2 }),
            ((5, &[(5, 24 * HOUR)]), (6, &[(6, HOUR)]), Difference::Value),
            ((5, &[(2, 24 * HOUR), (5, HOUR)]), (5, &[(5, 60)]), Difference::Value),
        ] {
            let (a, b) = (length(a), length(b));
            assert_eq!(relate(&a, &b).0, Relation::Differ(want), "{a:?} {b:?}");
            assert_eq!(relate(&b, &a).0, Relation::Differ(want), "{b:?} {a:?}");
        }
    }
}
