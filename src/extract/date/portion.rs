//! Parts of a year and more than a year: «الربع الثالث من عام 2027», «الأشهر التسعة الأولى من 2023»,
//! «ثمانينيات القرن الماضي», «القرن التاسع عشر».

use super::cursor::Cursor;
use super::said::{Said, Term, Year};
use crate::extract::count::is_article;
use crate::extract::numeral::begins_with_article;
use crate::figure::Calendar;
use crate::lexicon::{DateWord, Kinds, Phase, Portion, Shift, Unit};

/// How many tokens around a quarter are looked at for a match.
const NEAR: usize = 12;

/// From here on a day may be the last of its month.
const LAST_DAYS: u8 = 28;

impl Cursor<'_, '_> {
    /// A quarter, half or third of a year, or its first months.
    pub fn portion_term(&self, at: usize) -> Option<Term> {
        self.counted_portion(at).or_else(|| self.first_months(at)).or_else(|| self.two_portions(at))
    }

    /// «الربعين الثالث والرابع من عام 2017».
    fn two_portions(&self, at: usize) -> Option<Term> {
        let head = self.find(at, Kinds::SEVERAL, |word, hit| match word {
            DateWord::SeveralPortions(portion) if hit.clitics.article => Some(months_of(portion)),
            _ => None,
        })?;
        let (first, next) = self.which_part(head.next, 12 / head.is)?;
        let second = self.ordinal(next).filter(|second| second.clitics.conjunction && second.clitics.article)?;
        let of = self.of(second.next);
        let year = self.year_of_month(of.unwrap_or(second.next), of.is_some(), Calendar::Gregorian)?;
        let months = ((first - 1) * head.is + 1, second.is.checked_mul(head.is)?);
        let said = Said { months: Some(months), year: Some(year.is), calendar: year.calendar, ..Said::default() };
        let fits = second.is == first + 1 && months.1 <= 12 && !year.loose && !matches!(year.is, Year::Span(..));
        fits.then_some(Term { said, from: at, to: year.next, letters: head.outside() })
    }

    /// «الربع الثالث», «النصف الأول من العام», «الربع الماضي».
    fn counted_portion(&self, at: usize) -> Option<Term> {
        let portion = self.find(at, Kinds::PORTION, |word, hit| match word {
            DateWord::Portion(portion) if hit.clitics.article => Some(portion),
            _ => None,
        })?;
        let letters = portion.outside();
        let months = months_of(portion.is);
        let parts = 12 / months;
        let (fiscal, after) = self.fiscal(portion.next);
        let Some((which, next)) = self.which_part(after, parts) else {
            if let Some(ended) = self.ended(after, months).filter(|_| parts <= 4) {
                return Some(Term { from: at, letters, ..ended });
            }
            let shift =
                self.shift(portion.next).filter(|shift| portion.is == Portion::Quarter && shift.is != Shift::Same)?;
            let said = Said { months: Some((0, months)), shift: Some(shift.is), ..Said::default() };
            return Some(Term { said, from: at, to: shift.next, letters });
        };
        let of = self.of(next);
        let said = Said { months: Some(((which - 1) * months + 1, which * months)), ..Said::default() };
        if let Some(year) = self.year_of_month(of.unwrap_or(next), of.is_some(), Calendar::Gregorian) {
            let fiscal =
                fiscal || year.loose || matches!(year.is, Year::Span(..)) || self.fiscal_head(of.unwrap_or(next));
            let said = Said {
                months: said.months.filter(|_| !fiscal),
                year: Some(year.is),
                year_alone: year.alone,
                loose: year.loose,
                calendar: year.calendar,
                phase: fiscal.then_some(Phase::Middle),
                ..said
            };
            return Some(Term { said, from: at, to: year.next, letters });
        }
        if let Some(year) = self.year_number(next, Calendar::Gregorian, true) {
            return Some(Term { said: Said { year: Some(year.is), ..said }, from: at, to: year.next, letters });
        }
        // «قفز الربح في الربع الثالث من 1.98 مليار ريال»: what follows is no part of the date.
        let amount = |of: &usize| self.sentence().begins(*of, Kinds::DIGITS.or(Kinds::NUMBER));
        if let Some(of) = of.filter(|of| !amount(of)) {
            let inner = self
                .month_alone(of, true)
                .or_else(|| self.decade_term(of))
                .or_else(|| self.century_term(of))
                .or_else(|| self.unit_term(of).filter(|term| term.said.day.is_none() && !term.said.loose))
                .filter(|inner| inner.letters == 0)?;
            let phase = if which == 1 {
                Phase::Start
            } else if which == parts {
                Phase::End
            } else {
                Phase::Middle
            };
            return Some(Term { said: Said { phase: Some(phase), ..inner.said }, from: at, to: inner.to, letters });
        }
        let known = matches!(portion.is, Portion::Quarter | Portion::Half) && !self.game_near(at);
        let said = Said { loose: fiscal, ..said };
        known.then_some(Term { said, from: at, to: next, letters })
    }

    /// Whether a word of games stands near: the quarter is then one of a match.
    fn game_near(&self, at: usize) -> bool {
        (at.saturating_sub(NEAR)..at + NEAR).any(|near| self.says(near, DateWord::Game))
    }

    /// «المنتهي في يونيو» after a quarter of so many months, «المنتهية في 30 سبتمبر 2024» after the months themselves.
    fn ended(&self, at: usize, months: u8) -> Option<Term> {
        let word = self.find(at, Kinds::BESIDE_DATE, |word, hit| {
            (word == DateWord::Ending && hit.clitics.article).then_some(())
        })?;
        let start = self.exactly(word.next, DateWord::In);
        let end = start.unwrap_or(word.next);
        let inner = self
            .day_of_month(end)
            .or_else(|| self.phase_term(end))
            .or_else(|| self.month_alone(end, true))
            .filter(|inner| word.bare() && inner.letters <= u8::from(start.is_none()))?;
        let said = inner.said;
        let last = said.month_number().filter(|last| *last >= months && said.calendar == Calendar::Gregorian)?;
        let whole =
            said.day_number().is_none_or(|day| day >= LAST_DAYS) && matches!(said.phase, None | Some(Phase::End));
        let dated = matches!(said.year, None | Some(Year::Number(_) | Year::Shifted(_)));
        let said = Said { months: Some((last + 1 - months, last)), year: said.year, ..Said::default() };
        (whole && dated).then_some(Term { said, from: at, to: inner.to, letters: 0 })
    }

    fn which_part(&self, at: usize, parts: u8) -> Option<(u8, usize)> {
        if let Some(last) =
            self.find(at, Kinds::WHICH, |word, hit| (word == DateWord::Last && hit.clitics.article).then_some(()))
        {
            return last.bare().then_some((parts, last.next));
        }
        let which = self.ordinal(at).filter(|which| which.clitics.article && which.bare() && which.is <= parts)?;
        Some((which.is, which.next))
    }

    /// «من» by itself.
    fn of(&self, at: usize) -> Option<usize> {
        self.exactly(at, DateWord::From)
    }

    fn fiscal_head(&self, at: usize) -> bool {
        let head = self.head(at, Unit::Year);
        head.is_some_and(|head| self.says(head.next, DateWord::Fiscal))
    }

    /// «الأشهر التسعة الأولى من 2023», «أول ستة أشهر من العام»: always with its year.
    fn first_months(&self, at: usize) -> Option<Term> {
        if let Some((count, next, letters)) = self.months_of_number(at)
            && let Some(ended) = self.ended(next, count)
        {
            return Some(Term { from: at, letters, ..ended });
        }
        let (count, last, next, letters) = self.months_named(at).or_else(|| self.months_counted(at))?;
        let of = self.of(next);
        let year = self.year_of_month(of.unwrap_or(next), of.is_some(), Calendar::Gregorian)?;
        if count == 0 || count > 11 {
            return None;
        }
        let months = if last { (13 - count, 12) } else { (1, count) };
        let said = Said {
            months: Some(months).filter(|_| !year.loose && !matches!(year.is, Year::Span(..))),
            year: Some(year.is),
            year_alone: year.alone,
            loose: year.loose,
            calendar: year.calendar,
            ..Said::default()
        };
        Some(Term { said, from: at, to: year.next, letters })
    }

    /// «الأشهر التسعة الأولى», «الشهرين الأولين»: how many, whether the last ones, the token after, letters.
    fn months_named(&self, at: usize) -> Option<(u8, bool, usize, u8)> {
        let (count, next, letters) = self.months_of_number(at).or_else(|| self.two_months(at))?;
        let (last, next) = self.first_or_last(next)?;
        Some((count, last, next, letters))
    }

    /// «الأشهر التسعة», «الأرباع الثلاثة»: how many months, the token after, letters.
    fn months_of_number(&self, at: usize) -> Option<(u8, usize, u8)> {
        let head = self.find(at, Kinds::SEVERAL, |word, hit| match word {
            DateWord::Several(Unit::Month) if hit.clitics.article => Some(1),
            DateWord::SeveralPortions(portion) if hit.clitics.article => Some(months_of(portion)),
            _ => None,
        })?;
        let (count, next) = self.how_many(head.next)?;
        Some((count.checked_mul(head.is)?, next, head.outside()))
    }

    /// «الشهرين»: two, the token after, letters.
    fn two_months(&self, at: usize) -> Option<(u8, usize, u8)> {
        let two = |word: DateWord, article: bool| word == DateWord::Several(Unit::Month) && article;
        let head = self.find(at, Kinds::SEVERAL, |word, hit| two(word, hit.clitics.article).then_some(()))?;
        self.is_dual(at).then(|| (2, head.next, head.outside()))
    }

    /// «أول تسعة أشهر», «أول 9 أشهر».
    fn months_counted(&self, at: usize) -> Option<(u8, bool, usize, u8)> {
        let first = self.ordinal(at).filter(|first| first.is == 1 && !first.clitics.article)?;
        if let Some(two) = self.months_word(first.next).filter(|(_, next)| self.of(*next).is_some()) {
            // «أول شهرين من».
            return Some((two.0, false, two.1, first.outside()));
        }
        let (count, next) = self.how_many(first.next)?;
        let months =
            self.find(next, Kinds::SEVERAL, |word, _| (word == DateWord::Several(Unit::Month)).then_some(()))?;
        Some((count, false, months.next, first.outside()))
    }

    fn months_word(&self, at: usize) -> Option<(u8, usize)> {
        let word = self.find(at, Kinds::WHICH, |word, hit| match word {
            DateWord::Months(count) if !hit.clitics.conjunction && !hit.clitics.preposition => Some(count),
            _ => None,
        })?;
        Some((word.is, word.next))
    }

    fn how_many(&self, at: usize) -> Option<(u8, usize)> {
        if let Some(found) = self.months_word(at) {
            return Some(found);
        }
        let day = self.day_number(at).filter(|day| day.letters == 0 && self.number(day.next - 1).is_some())?;
        Some((day.number, day.next))
    }

    fn first_or_last(&self, at: usize) -> Option<(bool, usize)> {
        if let Some(last) = self.find(at, Kinds::WHICH, |word, _| (word == DateWord::Last).then_some(())) {
            return Some((true, last.next));
        }
        let first =
            self.find(at, Kinds::WHICH, |word, hit| (word == DateWord::First && hit.clitics.article).then_some(()))?;
        Some((false, first.next))
    }

    /// «ثمانينيات القرن الماضي», «التسعينيات».
    pub fn decade_term(&self, at: usize) -> Option<Term> {
        self.decade_by_word(at).or_else(|| self.decade_by_number(at))
    }

    /// «سنوات الـ2020».
    fn decade_by_number(&self, at: usize) -> Option<Term> {
        let head = self.find(at, Kinds::SEVERAL, |word, hit| {
            (word == DateWord::Several(Unit::Year) && !hit.clitics.article).then_some(())
        })?;
        let article = self.token(head.next).filter(|token| is_article(token.word))?;
        let start =
            self.number(head.next + 1).filter(|number| number.digits == 4 && number.value.is_multiple_of(10))?;
        let known = article.word.len() == 2 && (1800..=2100).contains(&start.value);
        let said = Said { year: Some(Year::Decade(start.value as i16)), ..Said::default() };
        known.then_some(Term { said, from: at, to: head.next + 2, letters: head.outside() })
    }

    fn decade_by_word(&self, at: usize) -> Option<Term> {
        let decade = self.find(at, Kinds::DECADE, |word, _| match word {
            DateWord::Decade(tens) => Some(tens),
            _ => None,
        })?;
        let of = self.of(decade.next).unwrap_or(decade.next);
        let letters = decade.outside();
        if let Some(century) = self.century_term(of).filter(|century| century.letters == 0) {
            let year = match century.said.year? {
                Year::Century(start) => Year::Decade(start + i16::from(decade.is)),
                Year::CenturyShifted(shift) => Year::DecadeOf(decade.is, shift),
                _ => return None,
            };
            return Some(Term {
                said: Said { year: Some(year), ..Said::default() },
                from: at,
                to: century.to,
                letters,
            });
        }
        // «الثلاثينيات» alone is more often an age; the later decades of the last century are plain.
        let age = self.says(decade.next, DateWord::Age);
        let known = decade.is >= 60 || decade.is >= 30 && self.dates_back_to(at);
        let plain = decade.clitics.article && known && !age;
        let said = Said { year: Some(Year::Decade(1900 + i16::from(decade.is))), ..Said::default() };
        plain.then_some(Term { said, from: at, to: decade.next, letters })
    }

    /// «منذ الخمسينيات», «افتتح مطلع الأربعينيات»; one is «في الثلاثينيات» of one's life, or «في منتصف» of them.
    fn dates_back_to(&self, at: usize) -> bool {
        let since = |at: usize| self.follows(at, DateWord::YearCue) && !self.follows(at, DateWord::In);
        let phase = at.checked_sub(1).filter(|phase| {
            let bare = |word: DateWord, letters: u8| matches!(word, DateWord::Phase(_)) && letters == 0;
            self.find(*phase, Kinds::PHASE, |word, hit| bare(word, hit.clitics.letters).then_some(())).is_some()
        });
        since(at) || phase.is_some_and(|phase| phase > 0 && !self.follows(phase, DateWord::In))
    }

    /// «القرن التاسع عشر», «القرن الـ19», «القرن الماضي».
    pub fn century_term(&self, at: usize) -> Option<Term> {
        if let Some(unit) = self.unit_term(at).filter(|unit| matches!(unit.said.year, Some(Year::CenturyShifted(_)))) {
            return Some(unit);
        }
        let head = self.head(at, Unit::Century).filter(|head| head.clitics.article)?;
        let which =
            self.day_number(head.next).filter(|which| which.letters == 0 && (1..=21).contains(&which.number))?;
        let era = self.find(which.next, Kinds::ERA, |word, _| match word {
            DateWord::BeforeChrist => Some(true),
            DateWord::CommonYear => Some(false),
            _ => None,
        });
        let next = match era {
            Some(before) if before.is => return None,
            Some(common) if common.clitics.article => common.next,
            _ => which.next,
        };
        let hijri = self.find(which.next, Kinds::ERA, |word, _| (word == DateWord::Era(Calendar::Hijri)).then_some(()));
        if hijri.is_some() || which.number < 10 && era.is_none() && self.number(head.next).is_none() && which.number < 3
        {
            return None;
        }
        let said = Said { year: Some(Year::Century((i16::from(which.number) - 1) * 100)), ..Said::default() };
        Some(Term { said, from: at, to: next, letters: head.outside() })
    }

    /// «القرن» after «نهاية»: that of the day of writing, unless what follows tells another («القرن الثالث الهجري»).
    pub fn this_century(&self, at: usize) -> Option<Term> {
        let head = self.head(at, Unit::Century).filter(|head| head.clitics.article)?;
        let told = begins_with_article(self.sentence(), head.next) || self.number(head.next).is_some();
        let said = Said { year: Some(Year::CenturyShifted(Shift::This)), ..Said::default() };
        (!told).then_some(Term { said, from: at, to: head.next, letters: head.outside() })
    }
}

/// How many months such a part of a year has.
fn months_of(portion: Portion) -> u8 {
    match portion {
        Portion::Quarter | Portion::Term => 3,
        Portion::Third => 4,
        Portion::Half | Portion::Semester => 6,
    }
}
