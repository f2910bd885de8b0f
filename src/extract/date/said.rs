//! What the words of a date say, before it is known which day they mean.

use crate::figure::{Calendar, Weekday};
use crate::lexicon::{Clitics, Phase, Shift, Unit};

/// A day, as said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    /// Of the month.
    Number(u8),
    /// This many days from the day of writing: «أمس».
    Offset(i8),
    /// «ذلك اليوم», «اليوم التالي».
    Shifted(Shift),
}

/// A month, as said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Month {
    /// 1 to 12.
    Number(u8),
    /// «الشهر الماضي».
    Shifted(Shift),
    /// That of the date named last: «26 منه».
    Named,
}

/// A year, or years, as said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// By its number.
    Number(i16),
    /// «العام الماضي».
    Shifted(Shift),
    /// «العامين الماضيين».
    Two(Shift),
    /// «الثمانينيات»: the decade from this year.
    Decade(i16),
    /// «ثمانينيات القرن الماضي».
    DecadeOf(u8, Shift),
    /// «القرن العشرين»: the century from this year.
    Century(i16),
    /// «القرن الماضي».
    CenturyShifted(Shift),
    /// «2017-2018» as one year of a budget, a school or a league.
    Span(i16, i16),
}

/// What a date expression says. Nothing said is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Said {
    pub weekday: Option<Weekday>,
    pub day: Option<Day>,
    pub month: Option<Month>,
    /// A second name of the month that is another month.
    pub other_month: Option<u8>,
    /// Months of the year that are meant together: a quarter, the first nine.
    pub months: Option<(u8, u8)>,
    pub year: Option<Year>,
    /// Its year is «العام» alone: that of the day of writing, or the one before.
    pub year_alone: bool,
    /// Two units of a kind, against the day of writing: «اليومين الماضيين».
    pub two: Option<(Unit, Shift)>,
    /// Which day of its name in the month, the last being 0: «الأحد الثاني من مايو».
    pub nth: Option<u8>,
    /// Shifts the smallest unit that has a name and no number of its own: «ديسمبر الماضي», «الجمعة المقبل».
    pub shift: Option<Shift>,
    pub phase: Option<Phase>,
    pub calendar: Calendar,
    /// A week, a season, a fiscal year: no days that could be told.
    pub loose: bool,
    /// One of many such days: «كل أربعاء».
    pub every: bool,
    /// The last date of a list or interval says more: these come from there, not from here.
    pub borrowed: Borrowed,
    /// A second way to read day and month, in digits.
    pub swapped: bool,
}

/// What a date takes from its neighbour: «16 و17 مارس الماضي».
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Borrowed {
    pub year: Option<Year>,
    pub shift: Option<Shift>,
}

impl Said {
    /// Whether it names a day of the month by number, or a month by name or number.
    pub fn day_number(&self) -> Option<u8> {
        match self.day {
            Some(Day::Number(day)) => Some(day),
            _ => None,
        }
    }

    /// Whether the tense of its sentence may tell which day it means: it has no year, and is not told by the day of
    /// writing alone.
    pub fn leans_on_tense(&self) -> bool {
        let relative = matches!(self.day, Some(Day::Offset(_) | Day::Shifted(_))) || self.two.is_some() || self.loose;
        (self.year.is_none() || self.year_alone) && self.borrowed.year.is_none() && !relative
    }

    /// The month's number, if it is said.
    pub fn month_number(&self) -> Option<u8> {
        match self.month {
            Some(Month::Number(month)) => Some(month),
            _ => None,
        }
    }

    /// The year's number, if it is said.
    pub fn year_number(&self) -> Option<i16> {
        match self.year {
            Some(Year::Number(year)) => Some(year),
            _ => None,
        }
    }
}

/// A date expression and the tokens that it takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Term {
    pub said: Said,
    /// First token.
    pub from: usize,
    /// Token after the last.
    pub to: usize,
    /// Letters of the first token that stand outside: «و», «ب».
    pub letters: u8,
}

/// How many letters of a word stand before the figure: conjunction and preposition, not the article.
pub(super) fn outside(clitics: Clitics) -> u8 {
    let before = u8::from(clitics.conjunction) + u8::from(clitics.preposition);
    // «للعام» has lost the alef of its article: what is left begins with the noun.
    let fused = clitics.article && clitics.letters < before + 2;
    if fused { clitics.letters } else { before }
}
