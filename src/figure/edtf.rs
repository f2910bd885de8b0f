//! Dates in the Extended Date/Time Format (ISO 8601-2, level 1 and a little of level 2):
//! `2022-11-30`, `2018-02`, `2018~`, `198X`, `XXXX-11-20`, `2014/2019`, `../2015`.

use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;

/// The year of a date, as far as it is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Year {
    /// Not stated: `XXXX`.
    Unknown,
    /// This year.
    Exact(i16),
    /// Ten years from this one, a multiple of ten: `198X`.
    Decade(i16),
    /// A hundred years from this one, a multiple of a hundred: `19XX`.
    Century(i16),
}

/// One date, whole or with parts unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EdtfDate {
    /// Year.
    pub year: Year,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day of the month, 1 to 31.
    pub day: Option<u8>,
    /// About then: «بداية»، «منتصف»، «أواخر»; written `~`.
    pub approximate: bool,
}

/// A date or an interval between dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edtf {
    /// One date at its granularity.
    Point(EdtfDate),
    /// From the one to the other; `None` is open (`..`).
    Interval(Option<EdtfDate>, Option<EdtfDate>),
    /// Relative to a date that is not known here; written `rel`.
    Relative,
}

impl EdtfDate {
    /// A whole year.
    pub fn year(year: i16) -> EdtfDate {
        EdtfDate { year: Year::Exact(year), month: None, day: None, approximate: false }
    }

    /// A month, of a year or of an unknown one.
    pub fn month(year: Option<i16>, month: u8) -> EdtfDate {
        EdtfDate { year: year.map_or(Year::Unknown, Year::Exact), month: Some(month), day: None, approximate: false }
    }

    /// A day.
    pub fn day(year: Option<i16>, month: u8, day: u8) -> EdtfDate {
        EdtfDate { day: Some(day), ..EdtfDate::month(year, month) }
    }

    /// The day of a civil date.
    pub fn civil(date: Date) -> EdtfDate {
        EdtfDate::day(Some(date.year()), date.month() as u8, date.day() as u8)
    }

    /// The same date, about then.
    pub fn about(self) -> EdtfDate {
        EdtfDate { approximate: true, ..self }
    }

    /// First and last day that the date may mean; `None` where the year is unknown or there is no such day.
    pub fn days(&self) -> Option<(Date, Date)> {
        let (first, last) = match self.year {
            Year::Unknown => return None,
            Year::Exact(y) => (y, y),
            Year::Decade(y) => (y, y.checked_add(9)?),
            Year::Century(y) => (y, y.checked_add(99)?),
        };
        match (self.month, self.day) {
            (None, _) => Some((Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?)),
            (Some(m), None) => {
                let start = Date::new(first, m as i8, 1).ok()?;
                Some((start, start.last_of_month()))
            }
            (Some(m), Some(d)) => {
                let day = Date::new(first, m as i8, d as i8).ok()?;
                Some((day, day))
            }
        }
    }
}

impl Edtf {
    /// First and last day that the date may mean; `None` where it is open or unknown.
    pub fn days(&self) -> Option<(Date, Date)> {
        match self {
            Edtf::Point(date) => date.days(),
            Edtf::Interval(Some(a), Some(b)) => Some((a.days()?.0, b.days()?.1)),
            Edtf::Interval(..) | Edtf::Relative => None,
        }
    }
}

impl From<EdtfDate> for Edtf {
    fn from(date: EdtfDate) -> Edtf {
        Edtf::Point(date)
    }
}

impl fmt::Display for EdtfDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Year::Unknown => f.write_str("XXXX")?,
            Year::Exact(y) => write!(f, "{y:04}")?,
            Year::Decade(y) => write!(f, "{:03}X", y / 10)?,
            Year::Century(y) => write!(f, "{:02}XX", y / 100)?,
        }
        match (self.month, self.day) {
            (Some(m), Some(d)) => write!(f, "-{m:02}-{d:02}")?,
            (Some(m), None) => write!(f, "-{m:02}")?,
            (None, Some(d)) => write!(f, "-XX-{d:02}")?,
            (None, None) => {}
        }
        if self.approximate { f.write_str("~") } else { Ok(()) }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Edtf::Point(date) => date.fmt(f),
            Edtf::Interval(a, b) => {
                let end = |date: &Option<EdtfDate>| date.map_or("..".to_string(), |d| d.to_string());
                write!(f, "{}/{}", end(a), end(b))
            }
            Edtf::Relative => f.write_str("rel"),
        }
    }
}

/// A text that is not a date as this program writes them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not an EDTF date such as 2022-11-30, 2018-02, XXXX-11-20 or 2014/2019")]
pub struct ParseEdtfError(pub String);

impl FromStr for EdtfDate {
    type Err = ParseEdtfError;

    fn from_str(text: &str) -> Result<EdtfDate, ParseEdtfError> {
        let wrong = || ParseEdtfError(text.to_string());
        let (body, approximate) = match text.strip_suffix('~') {
            Some(body) => (body, true),
            None => (text, false),
        };
        let mut parts = body.split('-');
        let year = parts.next().unwrap_or_default();
        let number = |s: &str| s.parse::<i16>().ok().filter(|_| is_digits(s));
        let year = match (year.len(), year) {
            (4, "XXXX") => Year::Unknown,
            (4, y) if y.ends_with("XX") => Year::Century(number(&y[..2]).ok_or_else(wrong)? * 100),
            (4, y) if y.ends_with('X') => Year::Decade(number(&y[..3]).ok_or_else(wrong)? * 10),
            (4, y) => Year::Exact(number(y).ok_or_else(wrong)?),
            _ => return Err(wrong()),
        };
        let mut part = |max: u8| match parts.next() {
            None | Some("XX") => Ok(None),
            Some(p) if p.len() == 2 && is_digits(p) => match p.parse::<u8>() {
                Ok(n) if (1..=max).contains(&n) => Ok(Some(n)),
                _ => Err(wrong()),
            },
            Some(_) => Err(wrong()),
        };
        let (month, day) = (part(12)?, part(31)?);
        if parts.next().is_some() {
            return Err(wrong());
        }
        Ok(EdtfDate { year, month, day, approximate })
    }
}

/// Without the sign that a number may have elsewhere.
fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

impl FromStr for Edtf {
    type Err = ParseEdtfError;

    fn from_str(text: &str) -> Result<Edtf, ParseEdtfError> {
        let end = |part: &str| match part {
            ".." => Ok(None),
            part => part.parse().map(Some),
        };
        match text.split_once('/') {
            Some((a, b)) => Ok(Edtf::Interval(end(a)?, end(b)?)),
            None if text == "rel" => Ok(Edtf::Relative),
            None => text.parse().map(Edtf::Point),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_and_read_back() {
        for text in [
            "2022-11-30",
            "2018-02",
            "2018",
            "2018~",
            "XXXX-11-20",
            "XXXX-11",
            "XXXX-XX-15",
            "198X",
            "19XX",
            "2014/2019",
            "../2015",
            "2015/..",
            "2027-07/2027-09",
            "rel",
        ] {
            assert_eq!(text.parse::<Edtf>().map(|e| e.to_string()), Ok(text.to_string()));
        }
        for text in [
            "",
            "18",
            "2018-13",
            "2018-02-32",
            "2018-2",
            "2018-02-03-04",
            "عام",
            "+198",
            "-198",
            "+1XX",
            "+19X",
            "2020-+5",
            "2020-05-+1",
            "XXX",
        ] {
            assert!(text.parse::<Edtf>().is_err(), "{text}");
        }
    }
}
