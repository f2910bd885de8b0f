//! The files of the words of dates: `rules/lexicon/{months,weekdays,dates,relative,date_names}.toml`.
//! Here: their form, from which each word gets its meaning. Not here: the meanings (`src/lexicon/date.rs`).

use super::{Lexicon, LexiconError, Section, Words, named, numbered, read};
use crate::figure::Calendar;
use crate::lexicon::{Certainty, DateWord, MonthName, MonthSet, Sense, Shift};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Months {
    halves: Words,
    gregorian: Vec<GregorianMonth>,
    hijri: Vec<HijriMonth>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GregorianMonth {
    number: u8,
    set: MonthSet,
    #[serde(default)]
    names: Words,
    #[serde(default)]
    weak: Words,
    #[serde(default)]
    faint: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HijriMonth {
    number: u8,
    #[serde(default)]
    weak: Words,
    #[serde(default)]
    faint: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dates {
    heads: BTreeMap<String, Words>,
    several: BTreeMap<String, Words>,
    phases: BTreeMap<String, Words>,
    within: Words,
    month_leads: Words,
    portions: BTreeMap<String, Words>,
    several_portions: BTreeMap<String, Words>,
    last: Words,
    first: Words,
    turns: Words,
    ordinals: BTreeMap<String, Words>,
    months: BTreeMap<String, Words>,
    decades: BTreeMap<String, Words>,
    ages: Words,
    eras: Eras,
    years: Years,
    general: Words,
    joints: Joints,
    weak_year_cues: Words,
    year_cues: Words,
    year_verbs: Words,
    ending: Words,
    games: Words,
    events: Words,
    since: Words,
    functions: Words,
    tense: Tense,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Eras {
    gregorian: Words,
    hijri: Words,
    before: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Years {
    fiscal: Words,
    calendar: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Joints {
    from: Words,
    to: Words,
    between: Words,
    and: Words,
    about: Words,
    within: Words,
    agreeing: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tense {
    future: Words,
    may: Words,
    announcing: Words,
    onward: Words,
    postponing: Words,
    clause: Words,
    past: Words,
    eve: Words,
    over: Words,
    was: Words,
    not_future: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Relative {
    days: BTreeMap<String, Words>,
    weak_days: BTreeMap<String, Words>,
    tonight: Section,
    shifts: BTreeMap<String, Words>,
    demonstratives: Demonstratives,
    today: Today,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Demonstratives {
    this: Words,
    same: Words,
    every: Words,
    which: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Today {
    times: Words,
    bylines: Words,
    not_after: Words,
    not_before: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    names: Words,
    places: Words,
    before_year: Words,
}

impl Lexicon {
    /// Loads the words of dates that are built into the program.
    pub(super) fn load_dates(&mut self) -> Result<(), LexiconError> {
        self.load_months()?;
        self.load_weekdays()?;
        self.load_date_grammar()?;
        self.load_relative()?;
        let names: Names = read("date_names.toml")?;
        self.add_dates(&names.names, DateWord::Name);
        self.add_dates(&names.places, DateWord::Place);
        self.add_dates(&names.before_year, DateWord::NamedYear);
        Ok(())
    }

    fn load_months(&mut self) -> Result<(), LexiconError> {
        let file = "months.toml";
        let months: Months = read("months.toml")?;
        let known = |number: u8| match number {
            1..=12 => Ok(number),
            _ => Err(LexiconError { file, message: format!("there is no month {number}") }),
        };
        self.add_dates(&months.halves, DateWord::HalfMonth);
        for month in months.gregorian {
            let number = known(month.number)?;
            let named = |certainty| DateWord::Month(MonthName { number, set: month.set, certainty });
            self.add_dates(&month.names, named(Certainty::Sure));
            self.add_dates(&month.weak, named(Certainty::Weak));
            self.add_dates(&month.faint, named(Certainty::Faint));
        }
        for month in months.hijri {
            let number = known(month.number)?;
            self.add_dates(&month.weak, DateWord::HijriMonth(number, Certainty::Weak));
            self.add_dates(&month.faint, DateWord::HijriMonth(number, Certainty::Faint));
        }
        Ok(())
    }

    fn load_weekdays(&mut self) -> Result<(), LexiconError> {
        let file = "weekdays.toml";
        let weekdays: BTreeMap<String, Words> = read("weekdays.toml")?;
        self.add_under(file, &weekdays, named, |value| Sense::Date(DateWord::Weekday(value)))
    }

    fn load_date_grammar(&mut self) -> Result<(), LexiconError> {
        let file = "dates.toml";
        let dates: Dates = read("dates.toml")?;
        self.lead_to_months(&dates.month_leads);
        self.add_under(file, &dates.heads, named, |value| Sense::Date(DateWord::Head(value)))?;
        self.add_under(file, &dates.several, named, |value| Sense::Date(DateWord::Several(value)))?;
        self.add_under(file, &dates.phases, named, |value| Sense::Date(DateWord::Phase(value)))?;
        self.add_under(file, &dates.portions, named, |value| Sense::Date(DateWord::Portion(value)))?;
        self.add_under(file, &dates.several_portions, named, |value| Sense::Date(DateWord::SeveralPortions(value)))?;
        self.add_under(file, &dates.ordinals, numbered, |value| Sense::Date(DateWord::Ordinal(value)))?;
        self.add_under(file, &dates.months, numbered, |value| Sense::Date(DateWord::Months(value)))?;
        self.add_under(file, &dates.decades, numbered, |value| Sense::Date(DateWord::Decade(value)))?;
        for (words, sense) in [
            (&dates.within, DateWord::Within),
            (&dates.last, DateWord::Last),
            (&dates.first, DateWord::First),
            (&dates.turns, DateWord::Turn),
            (&dates.ages, DateWord::Age),
            (&dates.eras.gregorian, DateWord::Era(Calendar::Gregorian)),
            (&dates.eras.hijri, DateWord::Era(Calendar::Hijri)),
            (&dates.eras.before, DateWord::BeforeChrist),
            (&dates.years.fiscal, DateWord::Fiscal),
            (&dates.years.calendar, DateWord::CommonYear),
            (&dates.general, DateWord::General),
            (&dates.joints.from, DateWord::From),
            (&dates.joints.to, DateWord::To),
            (&dates.joints.between, DateWord::Between),
            (&dates.joints.and, DateWord::And),
            (&dates.joints.about, DateWord::About),
            (&dates.joints.within, DateWord::In),
            (&dates.joints.agreeing, DateWord::Agreeing),
            (&dates.weak_year_cues, DateWord::WeakYearCue),
            (&dates.games, DateWord::Game),
            (&dates.year_cues, DateWord::YearCue),
            (&dates.year_verbs, DateWord::YearVerb),
            (&dates.ending, DateWord::Ending),
            (&dates.events, DateWord::Event),
            (&dates.since, DateWord::Since),
            (&dates.functions, DateWord::Function),
            (&dates.tense.future, DateWord::Future),
            (&dates.tense.may, DateWord::May),
            (&dates.tense.announcing, DateWord::Announcing),
            (&dates.tense.onward, DateWord::Onward),
            (&dates.tense.postponing, DateWord::Postponing),
            (&dates.tense.clause, DateWord::Clause),
            (&dates.tense.past, DateWord::Past),
            (&dates.tense.eve, DateWord::Eve),
            (&dates.tense.over, DateWord::Over),
            (&dates.tense.was, DateWord::Was),
            (&dates.tense.not_future, DateWord::NotFuture),
        ] {
            self.add_dates(words, sense);
        }
        Ok(())
    }

    fn load_relative(&mut self) -> Result<(), LexiconError> {
        let file = "relative.toml";
        let relative: Relative = read("relative.toml")?;
        self.add_under(file, &relative.days, numbered, |value| Sense::Date(DateWord::Day(value)))?;
        self.add_under(file, &relative.weak_days, numbered, |value| Sense::Date(DateWord::WeakDay(value)))?;
        self.add_under(file, &relative.shifts, named, |value| Sense::Date(DateWord::Shift(value)))?;
        for (words, sense) in [
            (&relative.tonight.words, DateWord::Tonight),
            (&relative.demonstratives.this, DateWord::Demonstrative(Shift::This)),
            (&relative.demonstratives.same, DateWord::Demonstrative(Shift::Same)),
            (&relative.demonstratives.every, DateWord::Every),
            (&relative.demonstratives.which, DateWord::Which),
            (&relative.today.times, DateWord::TimeOfDay),
            (&relative.today.bylines, DateWord::Byline),
            (&relative.today.not_after, DateWord::NotToday),
            (&relative.today.not_before, DateWord::NotAfterToday),
        ] {
            self.add_dates(words, sense);
        }
        Ok(())
    }

    fn add_dates(&mut self, words: &[String], sense: DateWord) {
        self.add_all(words, Sense::Date(sense));
    }
}
