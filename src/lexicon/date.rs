//! What the words of dates mean. Not here: the words (`build/load/date.rs` reads them), and the grammar that
//! builds dates of them (`extract/date/`).

use super::Kinds;
use crate::figure::{Calendar, Weekday};
use serde::{Deserialize, Serialize};

/// One meaning of a word in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateWord {
    /// A month by its name.
    Month(MonthName),
    /// Half of a two-word name, left alone after another name of the month: «أكتوبر تشرين».
    HalfMonth,
    /// A month of the Hijra, 1 to 12.
    HijriMonth(u8, Certainty),
    /// A day of the week.
    Weekday(Weekday),
    /// What stands before a date and belongs to it: «عام», «شهر».
    Head(Unit),
    /// The same before several dates: «عامي».
    Several(Unit),
    /// «مطلع», «أواخر».
    Phase(Phase),
    /// «وقت سابق من».
    Within,
    /// «ربع», «نصف»: a counted part of a year.
    Portion(Portion),
    /// «أرباع».
    SeveralPortions(Portion),
    /// «الأخير», counted from the end.
    Last,
    /// «الأولى», counted from the start.
    First,
    /// «الرابعة» after a weekday.
    Turn,
    /// «الرابع», 1 to 31.
    Ordinal(u8),
    /// A number of months: «تسعة».
    Months(u8),
    /// «ثمانينيات»: 80.
    Decade(u8),
    /// «من عمره»: the decade before it is an age.
    Age,
    /// «م», «هـ».
    Era(Calendar),
    /// «ق.م».
    BeforeChrist,
    /// «المالي» after «العام».
    Fiscal,
    /// «الميلادي» after «العام».
    CommonYear,
    /// «من».
    From,
    /// «إلى».
    To,
    /// «بين».
    Between,
    /// «و» by itself.
    And,
    /// «نحو».
    About,
    /// «الموافق».
    Agreeing,
    /// A bare year may follow: «في», «منذ».
    YearCue,
    /// A verb of time that a bare year may follow: «يودع».
    YearVerb,
    /// «المنتهي» after a quarter.
    Ending,
    /// «في».
    In,
    /// A bare year may follow, if nothing after it could be counted: «مقارنة مع».
    WeakYearCue,
    /// A quarter near it is of a match.
    Game,
    /// «منذ».
    Since,
    /// A word that no number counts: «أن», «التي».
    Function,
    /// A year soon after says when: «كأس العالم».
    Event,
    /// Days from the day of writing: «أمس».
    Day(i8),
    /// The same, only with a weekday or after a part of the day: «غد».
    WeakDay(i8),
    /// «الليلة».
    Tonight,
    /// «الماضي», «المقبل».
    Shift(Shift),
    /// «الأمين»: «العام» after it is an adjective.
    General,
    /// «هذا», «تلك» before a unit.
    Demonstrative(Shift),
    /// «كل».
    Every,
    /// «الذي».
    Which,
    /// A part of the day: «اليوم» after it is a date.
    TimeOfDay,
    /// «اليوم» after it is no date.
    NotToday,
    /// «اليوم» before it is no date.
    NotAfterToday,
    /// After the name of a paper that ends in «اليوم».
    Byline,
    /// What follows speaks of what is to come.
    Future,
    /// «قد»: a verb of the present after it tells what may come.
    May,
    /// A verb of the present that announces: «يستضيف».
    Announcing,
    /// «اعتبارا من»: what takes effect from a day on.
    Onward,
    /// What is put off to a day: «أرجأت».
    Postponing,
    /// What begins a clause of its own: «إن».
    Clause,
    /// What follows reports what was.
    Past,
    /// What stands after it is over: «بعدما».
    Over,
    /// Before an event to come: «قبيل».
    Eve,
    /// «كان».
    Was,
    /// Begins like the future and is not.
    NotFuture,
    /// A name made like a date.
    Name,
    /// A day and month after it are a name.
    Place,
    /// A year soon after it is part of a name.
    NamedYear,
}

impl DateWord {
    /// What kind of meaning it is.
    pub(crate) fn kind(self) -> Kinds {
        match self {
            DateWord::Month(_) | DateWord::HijriMonth(..) => Kinds::MONTH,
            DateWord::Weekday(_) => Kinds::WEEKDAY,
            DateWord::Head(_) => Kinds::HEAD,
            DateWord::Several(_) | DateWord::SeveralPortions(_) => Kinds::SEVERAL,
            DateWord::Phase(_) | DateWord::Within => Kinds::PHASE,
            DateWord::Portion(_) => Kinds::PORTION,
            DateWord::Ordinal(_) => Kinds::ORDINAL,
            DateWord::Last | DateWord::First | DateWord::Turn | DateWord::Months(_) | DateWord::HalfMonth => {
                Kinds::WHICH
            }
            DateWord::Decade(_) => Kinds::DECADE,
            DateWord::Age | DateWord::Era(_) | DateWord::BeforeChrist | DateWord::Fiscal | DateWord::CommonYear => {
                Kinds::ERA
            }
            DateWord::From | DateWord::Between => Kinds::SINCE_WHEN,
            DateWord::To => Kinds::UNTIL_WHEN,
            DateWord::YearCue | DateWord::WeakYearCue | DateWord::In | DateWord::Since => Kinds::CUE,
            DateWord::About => Kinds::ABOUT,
            DateWord::Day(_) | DateWord::WeakDay(_) | DateWord::Tonight => Kinds::DAY,
            DateWord::Shift(_) => Kinds::SHIFT,
            DateWord::Demonstrative(_) => Kinds::THIS,
            DateWord::Name | DateWord::Place => Kinds::DATE_NAME,
            DateWord::Future
            | DateWord::Announcing
            | DateWord::Onward
            | DateWord::Postponing
            | DateWord::Clause
            | DateWord::Past
            | DateWord::Over
            | DateWord::Eve
            | DateWord::Was
            | DateWord::NotFuture
            | DateWord::May
            | DateWord::YearVerb => Kinds::TENSE,
            DateWord::Event | DateWord::Game | DateWord::NamedYear | DateWord::General => Kinds::EVENT,
            DateWord::And
            | DateWord::Ending
            | DateWord::Agreeing
            | DateWord::Function
            | DateWord::Every
            | DateWord::Which
            | DateWord::TimeOfDay
            | DateWord::NotToday
            | DateWord::NotAfterToday
            | DateWord::Byline => Kinds::BESIDE_DATE,
        }
    }
}

/// The name of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthName {
    /// 1 to 12.
    pub number: u8,
    /// Where it is used.
    pub set: MonthSet,
    /// How sure it is that the word is a month.
    pub certainty: Certainty,
}

/// A set of names of the Gregorian months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum MonthSet {
    Western,
    Levant,
    Maghreb,
    Latin,
}

/// How much a word needs around it to be a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Certainty {
    /// A number, a year, «شهر» or «الماضي»; a Hijri month: a year or «شهر».
    Faint,
    /// A preposition will do too; a Hijri month: the number of a day.
    Weak,
    /// Nothing.
    Sure,
}

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Unit {
    Day,
    /// «صباح»: «هذا الصباح».
    DayPart,
    Week,
    Month,
    Season,
    Year,
    Century,
}

/// Where in a unit a date lies, about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Phase {
    Start,
    Middle,
    End,
}

/// A counted part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Portion {
    /// Three months.
    Quarter,
    /// Six months.
    Half,
    /// Four months.
    Third,
    /// «فصل», «ثلاثي»: three months, where a year stands with it.
    Term,
    /// «سداسي»: six months, where a year stands with it.
    Semester,
}

/// Which unit of several in a row is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Shift {
    /// The one before the last, from the day of writing.
    BeforeLast,
    /// The last one.
    Last,
    /// The one of the day of writing.
    This,
    /// The next one.
    Next,
    /// The one after the next.
    AfterNext,
    /// The one just mentioned.
    Same,
    /// The one before that mentioned.
    Previous,
    /// The one after that mentioned.
    Following,
}
