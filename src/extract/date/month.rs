//! Months by name, and days of months: «24 نيسان/أبريل المقبل», «الرابع من مارس», «شهر ديسمبر 2017».

use super::cursor::{Cursor, Match};
use super::said::{Day, Month, Said, Term, Year};
use crate::extract::count::is_article;
use crate::figure::Calendar;
use crate::lexicon::{Certainty, Clitics, DateWord, Kinds, MonthName, MonthSet, Unit};
use crate::text::Class;

/// A month by name, perhaps by two.
#[derive(Clone, Copy, Debug)]
pub(super) struct NamedMonth {
    pub number: u8,
    /// The other name's month, where it is another one.
    pub other: Option<u8>,
    pub calendar: Calendar,
    pub certainty: Certainty,
    pub next: usize,
    pub clitics: Clitics,
}

/// The number of a day of a month, in digits or as an ordinal.
#[derive(Clone, Copy, Debug)]
pub(super) struct DayNumber {
    pub number: u8,
    pub next: usize,
    /// Letters of the first token before it.
    pub letters: u8,
}

impl Cursor<'_, '_> {
    fn gregorian(&self, at: usize) -> Option<Match<MonthName>> {
        self.find(at, Kinds::MONTH, |word, hit| match word {
            DateWord::Month(name) if !hit.clitics.article => Some(name),
            _ => None,
        })
    }

    /// A month by name at `at`; both names where two stand side by side.
    pub fn month(&self, at: usize) -> Option<NamedMonth> {
        if let Some(first) = self.gregorian(at) {
            let alone = NamedMonth {
                number: first.is.number,
                other: None,
                calendar: Calendar::Gregorian,
                certainty: first.is.certainty,
                next: self.exactly(first.next, DateWord::HalfMonth).unwrap_or(first.next),
                clitics: first.clitics,
            };
            return Some(self.second_name(first.is, first.next).map_or(alone, |(second, next)| NamedMonth {
                other: (second.number != first.is.number).then_some(second.number),
                certainty: Certainty::Sure,
                next,
                ..alone
            }));
        }
        let hijri = self.find(at, Kinds::MONTH, |word, _| match word {
            DateWord::HijriMonth(number, certainty) => Some((number, certainty)),
            _ => None,
        })?;
        let (number, certainty) = hijri.is;
        let calendar = Calendar::Hijri;
        Some(NamedMonth { number, other: None, calendar, certainty, next: hijri.next, clitics: hijri.clitics })
    }

    /// The second name of a month already named, from another set: «/تشرين الثاني», «(أكتوبر)», «آذار».
    fn second_name(&self, first: MonthName, at: usize) -> Option<(MonthName, usize)> {
        let (name_at, closing) = match self.token(at)?.class {
            Class::Mark('/' | '\\' | '-' | '–') => (at + 1, None),
            Class::Mark('(') => (at + 1, Some([')'])),
            _ => (at, None),
        };
        let second =
            self.gregorian(name_at).filter(|second| second.clitics.letters == 0 && second.is.set != first.set)?;
        let slash = self.is_mark(at, &['/', '\\']);
        // Without a slash, two months that differ are two months: «يناير - شباط».
        if second.is.number != first.number && !slash && closing.is_none() && name_at != at {
            return None;
        }
        // «مايو مارس»: only names of the same habit pair without a mark.
        if name_at == at && second.is.number != first.number && !paired(first.set, second.is.set) {
            return None;
        }
        match closing {
            Some(marks) if !self.is_mark(second.next, &marks) => None,
            Some(_) => Some((second.is, second.next + 1)),
            None => Some((second.is, second.next)),
        }
    }

    /// The number of a day at `at`: «14», «الـ14», «الرابع عشر», «الحادي والثلاثين».
    pub fn day_number(&self, at: usize) -> Option<DayNumber> {
        let token = self.token(at).filter(|_| self.may_begin(at))?;
        match token.class {
            Class::Digits => self.day_digits(at, at, 0),
            // «الـ14»: the article alone, then digits.
            Class::Arabic if is_article(token.word) => self.day_digits(at, at + 1, token.word.len() as u8 - 2),
            Class::Arabic => self.day_ordinal(at),
            _ => None,
        }
    }

    fn day_digits(&self, from: usize, at: usize, letters: u8) -> Option<DayNumber> {
        if from != at && !self.token(at).is_some_and(|token| token.class == Class::Digits) {
            return None;
        }
        let number = self.number(at).filter(|n| n.digits <= 2 && (1..=31).contains(&n.value))?;
        Some(DayNumber { number: number.value as u8, next: at + 1, letters })
    }

    fn day_ordinal(&self, at: usize) -> Option<DayNumber> {
        let first = self.ordinal(at)?;
        let mut day = DayNumber { number: first.is, next: first.next, letters: first.outside() };
        if (1..=9).contains(&first.is)
            && let Some(tens) = self.ordinal(first.next).filter(|tens| tens.clitics.conjunction && tens.is % 10 == 0)
            && tens.is > 10
        {
            day.number += tens.is;
            day.next = tens.next;
        }
        (day.number <= 31).then_some(day)
    }

    /// An ordinal word at `at`.
    pub fn ordinal(&self, at: usize) -> Option<Match<u8>> {
        self.find(at, Kinds::ORDINAL, |word, _| match word {
            DateWord::Ordinal(number) => Some(number),
            _ => None,
        })
    }

    /// A day of a month at `at`: «12 مايو», «الثامن من شهر مارس الماضي».
    pub fn day_of_month(&self, at: usize) -> Option<Term> {
        if let Some(marked) = self.marked_day(at) {
            return Some(marked);
        }
        let day = self.day_number(at)?;
        let mut next = self.exactly(day.next, DateWord::From).unwrap_or(day.next);
        let head = self.exactly(next, DateWord::Head(Unit::Month));
        next = head.unwrap_or(next);
        let month = self.month(next).filter(|month| !month.clitics.conjunction && !month.clitics.preposition)?;
        let mut said = Said {
            day: Some(Day::Number(day.number)),
            month: Some(Month::Number(month.number)),
            other_month: month.other,
            calendar: month.calendar,
            ..Said::default()
        };
        let to = self.tail_of_event(at, month.next, &mut said);
        let bare = said.year.is_none() && said.shift.is_none();
        if bare && month.certainty == Certainty::Faint && month.calendar == Calendar::Hijri && head.is_none() {
            return None;
        }
        Some(Term { said, from: at, to, letters: day.letters })
    }

    /// A day, a month and a year with marks between them: «12-مارس-2018».
    fn marked_day(&self, at: usize) -> Option<Term> {
        let mark = |at: usize| self.is_mark(at, &['-', '/', '–']) && self.glued(at) && self.glued(at + 1);
        let day = self.number(at).filter(|n| mark(at + 1) && n.digits <= 2 && (1..=31).contains(&n.value))?;
        let month = self.gregorian(at + 2).filter(|month| mark(month.next) && month.clitics.letters == 0)?;
        let year = self.year_number(month.next + 1, Calendar::Gregorian, true)?;
        let said = Said {
            day: Some(Day::Number(day.value as u8)),
            month: Some(Month::Number(month.is.number)),
            year: Some(year.is),
            ..Said::default()
        };
        Some(Term { said, from: at, to: year.next, letters: 0 })
    }

    /// The token after a place at `at` that is named after a day: «محور 26 يوليو».
    pub fn place_name(&self, at: usize) -> Option<usize> {
        let place = self.find(at, Kinds::DATE_NAME, |word, _| (word == DateWord::Place).then_some(()))?;
        let day = self.day_of_month(place.next)?;
        (day.said.year.is_none() && day.said.shift.is_none() && day.letters == 0).then_some(day.to)
    }

    /// «November 30, 2022».
    pub fn latin_day(&self, at: usize) -> Option<Term> {
        let month = self.gregorian(at).filter(|month| month.is.set == MonthSet::Latin)?;
        let day = self.day_digits(month.next, month.next, 0)?;
        let comma = if self.is_mark(day.next, &[',']) { day.next + 1 } else { day.next };
        let year = self.year_number(comma, Calendar::Gregorian, true);
        let said = Said {
            day: Some(Day::Number(day.number)),
            month: Some(Month::Number(month.is.number)),
            year: year.map(|year| year.is),
            ..Said::default()
        };
        Some(Term { said, from: at, to: year.map_or(day.next, |year| year.next), letters: 0 })
    }

    /// A month at `at` without a day: «مارس», «شهر مارس 2018», «ديسمبر الماضي». `cued`: something before it
    /// already says that a month stands here.
    pub fn month_alone(&self, at: usize, cued: bool) -> Option<Term> {
        let head = self.find(at, Kinds::HEAD.or(Kinds::SEVERAL), |word, hit| {
            let head = word == DateWord::Head(Unit::Month) || word == DateWord::Several(Unit::Month);
            (head && !hit.clitics.article).then_some(())
        });
        let month = self.month(head.map_or(at, |head| head.next))?;
        if head.is_some() && (month.clitics.conjunction || month.clitics.preposition) {
            return None;
        }
        let mut said = Said {
            month: Some(Month::Number(month.number)),
            other_month: month.other,
            calendar: month.calendar,
            ..Said::default()
        };
        let to = self.tail_of_event(at, month.next, &mut said);
        let bare = said.year.is_none() && said.shift.is_none();
        let preposition = self.plain_spelling(at, month.clitics) && (month.clitics.preposition || self.month_cue(at));
        // «تموز وآب»
        let joined = month.clitics.conjunction && at > 0 && self.is_month_name(at - 1);
        let cued = cued || joined;
        let enough = match (month.calendar, month.certainty) {
            _ if !bare => true,
            (Calendar::Hijri, _) => cued && month.certainty > Certainty::Faint,
            (_, Certainty::Sure) => true,
            (_, Certainty::Weak) => cued || head.is_some() || preposition,
            (_, Certainty::Faint) => cued || head.is_some(),
        };
        let letters = head.map_or_else(|| super::said::outside(month.clitics), |head| head.outside());
        enough.then_some(Term { said, from: at, to, letters })
    }

    /// The same as [`Cursor::tail`] of a date that begins at `from`; after an event it may be a year in two digits: «حرب
    /// أكتوبر 73», «حدود 4 حزيران 67».
    fn tail_of_event(&self, from: usize, at: usize, said: &mut Said) -> usize {
        let to = self.tail(at, said);
        let year = self.number(at).filter(|n| to == at && n.digits == 2 && (32..=99).contains(&n.value));
        let of_event = year.filter(|_| self.follows(from, DateWord::Event) && !self.counted_after(at, false));
        let Some(year) = of_event.filter(|_| said.calendar == Calendar::Gregorian) else { return to };
        said.year = Some(Year::Number(1900 + year.value as i16));
        at + 1
    }

    /// What may follow a month: a year, «الماضي», «من العام الماضي». Gives the token after it.
    fn tail(&self, at: usize, said: &mut Said) -> usize {
        let mut next = at;
        if let Some(shift) = self.shift(next) {
            said.shift = Some(shift.is);
            next = shift.next;
        }
        let comma = self.sentence().past_comma(next);
        let year = self.year_number(comma, said.calendar, comma != next);
        if let Some(year) = year.filter(|year| !self.is_counting(year)) {
            said.year = Some(year.is);
            return year.next;
        }
        // «مارس ألفين وخمسة عشر»; two thousand alone may count what follows.
        if let Some(year) =
            self.year_in_words(next).filter(|year| matches!(year.is, Year::Number(1900..=1999 | 2001..=2100)))
        {
            said.year = Some(year.is);
            return year.next;
        }
        let of = self.exactly(next, DateWord::From);
        if let Some(year) = self.year_of_month(of.unwrap_or(next), of.is_some(), said.calendar) {
            said.year = Some(year.is);
            return year.next;
        }
        next
    }

    /// Whether a month's name stands at `at` that is sure to be one, or follows a word that says so.
    fn is_month_name(&self, at: usize) -> bool {
        self.gregorian(at).is_some_and(|name| {
            let head = |word: DateWord| matches!(word, DateWord::Head(Unit::Month) | DateWord::Several(Unit::Month));
            let kinds = Kinds::HEAD.or(Kinds::SEVERAL);
            let led = at > 0 && self.find(at - 1, kinds, |word, _| head(word).then_some(())).is_some();
            name.is.certainty == Certainty::Sure || led || self.month_cue(at)
        })
    }

    /// «آب» of two letters: not «باب» (a door), «إب» (a town), «أب» (a father).
    fn plain_spelling(&self, at: usize, clitics: Clitics) -> bool {
        self.token(at).is_some_and(|token| {
            let letters = token.word.len() - usize::from(clitics.letters);
            letters > 2 || clitics.letters == 0 && token.span.slice(self.sentence().text).starts_with('آ')
        })
    }

    /// Whether a preposition stands right before `at`.
    fn month_cue(&self, at: usize) -> bool {
        let weak = |at: usize| {
            self.find(at, Kinds::CUE, |word, hit| (word == DateWord::WeakYearCue && hit.tokens == 1).then_some(()))
        };
        let of = |at: usize| self.exactly(at, DateWord::From).is_some();
        self.cue_before(at) || at.checked_sub(1).is_some_and(|before| weak(before).is_some() && !of(before))
    }

    /// Whether a word that dates follow stands right before `at`: «في», «منذ», «اعتبارا من».
    pub fn cue_before(&self, at: usize) -> bool {
        (1..=3.min(at)).any(|back| {
            self.find(at - back, Kinds::CUE.or(Kinds::UNTIL_WHEN), |word, _| {
                matches!(word, DateWord::YearCue | DateWord::To).then_some(())
            })
            .is_some_and(|cue| cue.next == at)
        })
    }
}

/// Whether writers set names of these two sets side by side.
fn paired(a: MonthSet, b: MonthSet) -> bool {
    matches!((a, b), (MonthSet::Western, MonthSet::Levant) | (MonthSet::Levant, MonthSet::Western))
}
