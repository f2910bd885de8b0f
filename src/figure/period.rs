//! Lengths of time as ISO 8601 writes them.

use rust_decimal::Decimal;
use std::fmt;
use std::str::FromStr;

/// A length of time, each unit as the text gives it: `P1Y6M`, `PT2H30M`. Units are not converted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Period {
    /// Years.
    pub years: Decimal,
    /// Months.
    pub months: Decimal,
    /// Weeks.
    pub weeks: Decimal,
    /// Days.
    pub days: Decimal,
    /// Hours.
    pub hours: Decimal,
    /// Minutes.
    pub minutes: Decimal,
    /// Seconds.
    pub seconds: Decimal,
}

impl Period {
    /// The two periods together, unit by unit; `None` past the range of a decimal.
    pub fn plus(&self, other: &Period) -> Option<Period> {
        Some(Period {
            years: self.years.checked_add(other.years)?,
            months: self.months.checked_add(other.months)?,
            weeks: self.weeks.checked_add(other.weeks)?,
            days: self.days.checked_add(other.days)?,
            hours: self.hours.checked_add(other.hours)?,
            minutes: self.minutes.checked_add(other.minutes)?,
            seconds: self.seconds.checked_add(other.seconds)?,
        })
    }

    /// The number and its unit's place in the order of units, where the length is told in one unit.
    pub fn only(&self) -> Option<(usize, Decimal)> {
        let mut told = self.told();
        told.next().filter(|_| told.next().is_none())
    }

    /// In how many units the length is told.
    pub fn units(&self) -> usize {
        self.told().count()
    }

    /// The numbers that there are, each with its unit's place in the order of units.
    fn told(&self) -> impl Iterator<Item = (usize, Decimal)> {
        let units = [self.years, self.months, self.weeks, self.days, self.hours, self.minutes, self.seconds];
        units.into_iter().enumerate().filter(|(_, n)| !n.is_zero())
    }

    /// The length in seconds, a month counted as 30.436875 days (the mean of the Gregorian calendar).
    /// For comparison only; `None` past the range of a decimal.
    pub fn seconds_about(&self) -> Option<Decimal> {
        let month = Decimal::new(2_629_746, 0);
        let parts = [
            (self.years, Decimal::new(31_556_952, 0)),
            (self.months, month),
            (self.weeks, Decimal::new(604_800, 0)),
            (self.days, Decimal::new(86_400, 0)),
            (self.hours, Decimal::new(3_600, 0)),
            (self.minutes, Decimal::new(60, 0)),
            (self.seconds, Decimal::ONE),
        ];
        parts.iter().try_fold(Decimal::ZERO, |sum, (n, size)| sum.checked_add(n.checked_mul(*size)?))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        let mut any = false;
        for (n, unit) in [(self.years, 'Y'), (self.months, 'M'), (self.weeks, 'W'), (self.days, 'D')] {
            if !n.is_zero() {
                any = true;
                write!(f, "{}{unit}", n.normalize())?;
            }
        }
        let time = [(self.hours, 'H'), (self.minutes, 'M'), (self.seconds, 'S')];
        if time.iter().any(|(n, _)| !n.is_zero()) {
            any = true;
            f.write_str("T")?;
            for (n, unit) in time {
                if !n.is_zero() {
                    write!(f, "{}{unit}", n.normalize())?;
                }
            }
        }
        if any { Ok(()) } else { f.write_str("0D") }
    }
}

impl FromStr for Period {
    type Err = ();

    /// Reads an ISO 8601 duration, with decimals in any unit.
    fn from_str(text: &str) -> Result<Period, ()> {
        let rest = text.strip_prefix('P').ok_or(())?;
        let (mut period, mut number, mut time) = (Period::default(), String::new(), false);
        for c in rest.chars() {
            match c {
                '0'..='9' | '.' => number.push(c),
                'T' if number.is_empty() && !time => time = true,
                _ => {
                    let n: Decimal = std::mem::take(&mut number).parse().map_err(|_| ())?;
                    let slot = match (time, c) {
                        (false, 'Y') => &mut period.years,
                        (false, 'M') => &mut period.months,
                        (false, 'W') => &mut period.weeks,
                        (false, 'D') => &mut period.days,
                        (true, 'H') => &mut period.hours,
                        (true, 'M') => &mut period.minutes,
                        (true, 'S') => &mut period.seconds,
                        _ => return Err(()),
                    };
                    *slot = n;
                }
            }
        }
        if number.is_empty() { Ok(period) } else { Err(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_and_read_back() {
        for text in ["P122D", "P1Y6M", "PT2H30M", "P1DT12H", "P2.5W", "P0D"] {
            assert_eq!(text.parse::<Period>().map(|p| p.to_string()), Ok(text.to_string()));
        }
        for text in ["", "P5", "5M", "PT5D", "P1X"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }
}
