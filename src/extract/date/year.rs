//! Years: «عام 2018», «العام الماضي», «2017-2018», «في 2018», «صابة 2023».

use super::cursor::{Cursor, Match};
use super::said::{Said, Term, Year};
use crate::extract::{bound, count, numeral};
use crate::figure::Calendar;
use crate::lexicon::{Clitics, DateWord, Form, Hit, Kinds, Phase, Sense, Shift, Unit};
use crate::text::Class;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// From here on the words of a number before the Hijri era are a year.
const EARLIEST: i16 = 11;

/// A year read at some token.
#[derive(Clone, Copy, Debug)]
pub(super) struct YearRead {
    pub is: Year,
    pub calendar: Calendar,
    /// A fiscal year without a number: its days are not known.
    pub loose: bool,
    /// «العام» alone: that of the day of writing, or the one before.
    pub alone: bool,
    pub next: usize,
}

impl Cursor<'_, '_> {
    /// «الماضي», «المقبل», «نفسه» at `at`.
    pub fn shift(&self, at: usize) -> Option<Match<Shift>> {
        self.find(at, Kinds::SHIFT, |word, hit| match word {
            _ if hit.clitics.conjunction || hit.clitics.preposition => None,
            DateWord::Shift(shift @ (Shift::Same | Shift::BeforeLast | Shift::AfterNext)) => Some(shift),
            DateWord::Shift(shift) if hit.clitics.article => Some(shift),
            // «الذي سبقه»
            DateWord::Shift(shift @ (Shift::Previous | Shift::Following)) if hit.tokens > 1 => Some(shift),
            _ => None,
        })
    }

    /// «هذا», «تلك», «نفس» at `at`.
    pub fn demonstrative(&self, at: usize) -> Option<Match<Shift>> {
        self.find(at, Kinds::THIS, |word, _| match word {
            DateWord::Demonstrative(shift) => Some(shift),
            _ => None,
        })
    }

    /// «عام», «شهر», «أسبوع»: what may carry a number or «الماضي».
    pub fn head(&self, at: usize, unit: Unit) -> Option<Match<()>> {
        self.find(at, Kinds::HEAD, |word, _| (word == DateWord::Head(unit)).then_some(()))
    }

    /// A year's number at `at`, with the sign of its era. `loose_start`: only a common year will do.
    pub fn year_number(&self, at: usize, calendar: Calendar, loose_start: bool) -> Option<YearRead> {
        let number = self.number(at)?;
        let era = self.era(at + 1);
        let next = era.map_or(at + 1, |(_, next)| next);
        let calendar = match era {
            Some((era, _)) => era,
            None if number.value > 1600 => Calendar::Gregorian,
            None => calendar,
        };
        if self.says(next, DateWord::BeforeChrist) {
            return None;
        }
        let fits = match calendar {
            _ if loose_start => (1900..=2100).contains(&number.value) && number.digits == 4,
            Calendar::Hijri => (1..=1600).contains(&number.value) && (number.digits >= 3 || era.is_some()),
            Calendar::Gregorian if era.is_some() => (1..=2200).contains(&number.value),
            Calendar::Gregorian => (1000..=2200).contains(&number.value) && number.digits == 4,
        };
        fits.then_some(YearRead { is: Year::Number(number.value as i16), calendar, loose: false, alone: false, next })
    }

    /// Two years of one season, budget or reign: «2017-2018», «2018/2017», «2017/18», «2001 - 2009».
    pub fn year_span(&self, at: usize) -> Option<YearRead> {
        let first = self.run(at).filter(|n| n.digits == 4 && (1000..=2200).contains(&n.value))?;
        if !self.is_mark(at + 1, &['-', '/', '–', '‑', '—']) || !self.clear(at, at + 3) {
            return None;
        }
        let mut last = self.run(at + 2)?;
        if last.digits == 2 && self.glued(at + 1) && self.glued(at + 2) {
            last.value += first.value / 100 * 100;
        } else if last.digits != 4 || !(1000..=2200).contains(&last.value) {
            return None;
        }
        let (low, high) = (first.value.min(last.value), first.value.max(last.value));
        if low == high || (last.digits == 2 && first.value > last.value) {
            return None;
        }
        let era = self.era(at + 3);
        let hijri = era.is_some_and(|(era, _)| era == Calendar::Hijri);
        Some(YearRead {
            is: Year::Span(low as i16, high as i16),
            calendar: if hijri { Calendar::Hijri } else { Calendar::Gregorian },
            loose: false,
            alone: false,
            next: era.map_or(at + 3, |(_, next)| next),
        })
    }

    /// Whether the tokens from `from` up to `to` are not part of something longer: a decimal, a code, a third part.
    fn clear(&self, from: usize, to: usize) -> bool {
        let joins = |at: usize| {
            self.token(at).is_some_and(|token| {
                matches!(token.class, Class::Mark('.' | '/' | '-' | '$' | '€' | '%' | '٪') | Class::Latin)
            })
        };
        let before = from > 0 && self.glued(from) && joins(from - 1);
        let after = self.glued(to)
            && joins(to)
            && (self.glued(to + 1) || matches!(self.token(to), Some(token) if token.class != Class::Mark('.')));
        !before && !after
    }

    /// A year with its head or «هذا» at `at`: «عام 2018», «العام الماضي», «تلك السنة», «العام المالي 2017-2018».
    pub fn year_unit(&self, at: usize, calendar: Calendar) -> Option<(YearRead, u8)> {
        if let Some(this) = self.demonstrative(at) {
            let head = self.head(this.next, Unit::Year).filter(|head| head.clitics.article && head.bare())?;
            let (fiscal, next) = self.fiscal(head.next);
            let read = YearRead {
                is: Year::Shifted(this.is),
                calendar: Calendar::Gregorian,
                loose: fiscal,
                alone: false,
                next,
            };
            return Some((self.same_year_by_number(read), this.outside()));
        }
        let head = self.head(at, Unit::Year)?;
        let (fiscal, after) = self.fiscal(head.next);
        let letters = head.outside();
        if let Some(span) = self.year_span(after) {
            return Some((span, letters));
        }
        if let Some(year) = self.year_number(after, calendar, false).filter(|_| !self.marked_after(after)) {
            return Some((year, letters));
        }
        let early = || if head.clitics.article { None } else { self.early_year(after) };
        if let Some(year) = self.year_in_words(after).or_else(early) {
            return Some((year, letters));
        }
        let shift = self.shift(after).filter(|_| head.clitics.article && !self.general_before(at))?;
        let read = YearRead {
            is: Year::Shifted(shift.is),
            calendar: Calendar::Gregorian,
            loose: fiscal,
            alone: false,
            next: shift.next,
        };
        Some((self.same_year_by_number(read), letters))
    }

    /// «ألفين وثمانية عشر» after «عام» or a month; «ثمانية عشر وألفين» in the old order.
    pub fn year_in_words(&self, at: usize) -> Option<YearRead> {
        let numeral = numeral::at(self.sentence(), at)?;
        let words = numeral.written == numeral::Written::Words && !numeral.vague;
        let bare = !numeral.clitics.conjunction && !numeral.clitics.preposition && !numeral.clitics.article;
        let (thousands, end) =
            numeral::thousands_after(self.sentence(), &numeral).unwrap_or((Decimal::ZERO, numeral.tokens.end));
        let value = numeral.value.checked_add(thousands).filter(Decimal::is_integer)?.to_i16();
        let era = self.era(end);
        let (calendar, next) = era.unwrap_or((Calendar::Gregorian, end));
        // «سنة مئة واثنتين وسبعين للهجرة», but «باع سيارتين خلال عام واحد للهجرة»
        let hijri = era.is_some_and(|(era, _)| era == Calendar::Hijri);
        let least = if hijri { EARLIEST } else { 1000 };
        let value = value.filter(|value| words && bare && (least..=2200).contains(value))?;
        Some(YearRead { is: Year::Number(value), calendar, loose: false, alone: false, next })
    }

    /// «في 9 جوان 1140 صيادا»: a year long past with what it would count.
    pub fn is_counting(&self, year: &YearRead) -> bool {
        let past = year.calendar == Calendar::Gregorian && matches!(year.is, Year::Number(..1500));
        past && count::is_noun(self.sentence(), year.next)
    }

    /// «العام الماضي 2017»: the number says it.
    fn same_year_by_number(&self, read: YearRead) -> YearRead {
        let at = if self.is_mark(read.next, &['(']) { read.next + 1 } else { read.next };
        if let Some(span) = self.year_span(at).filter(|_| at == read.next) {
            return span;
        }
        match self.year_number(at, Calendar::Gregorian, true) {
            Some(year) if at == read.next => year,
            Some(year) if self.is_mark(year.next, &[')']) => YearRead { next: year.next + 1, ..year },
            _ => read,
        }
    }

    /// Whether «المالي», «الدراسي» stand at `at`; «الميلادي» is passed over.
    pub fn fiscal(&self, at: usize) -> (bool, usize) {
        let found = self.find(at, Kinds::ERA, |word, hit| match word {
            _ if hit.clitics.conjunction || hit.clitics.preposition => None,
            DateWord::Fiscal => Some(true),
            DateWord::CommonYear if hit.clitics.article => Some(false),
            _ => None,
        });
        found.map_or((false, at), |found| (found.is, found.next))
    }

    /// «الأمين العام», «أمينها العام»: the word before makes «العام» an adjective, where it is definite as that is; not in
    /// «مستوى العام الماضي».
    fn general_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let owned = bound::has_pronoun(self.sentence(), before);
        let definite = |word, hit: &Hit| word == DateWord::General && (hit.clitics.article || owned);
        self.find(before, DateWord::General.kind(), |word, hit| definite(word, hit).then_some(())).is_some()
    }

    /// The year that a month, quarter or phase belongs to: any way to say a year, «من العام» for this one, and
    /// a bare number after «من».
    pub fn year_of_month(&self, at: usize, of: bool, calendar: Calendar) -> Option<YearRead> {
        if let Some((year, letters)) = self.year_unit(at, calendar) {
            let of_here = self.head(at, Unit::Year).is_some_and(|head| head.clitics.preposition);
            let joined = letters == 0 || of_here;
            return joined.then_some(year);
        }
        if of {
            if let Some(span) = self.year_span(at) {
                return Some(span);
            }
            if let Some(year) = self.year_number(at, calendar, false) {
                return Some(year);
            }
        }
        let head = self.head(at, Unit::Year).filter(|head| head.clitics.article && !head.clitics.conjunction)?;
        let (fiscal, next) = self.fiscal(head.next);
        (of || head.clitics.preposition).then_some(YearRead {
            is: Year::Shifted(Shift::This),
            calendar: Calendar::Gregorian,
            loose: fiscal,
            alone: !fiscal,
            next,
        })
    }

    /// A year with a head as a figure of its own: «عام 2018», «عامي 2016», «العام الماضي», «نحو عام 1990».
    pub fn year_term(&self, at: usize) -> Option<Term> {
        let about = self.exactly(at, DateWord::About);
        let start = about.unwrap_or(at);
        if let Some((year, letters)) = self.year_unit(start, Calendar::Gregorian) {
            let numbered = matches!(year.is, Year::Number(_));
            if about.is_some() && !numbered {
                return None;
            }
            let phase = about.map(|_| Phase::Middle);
            return Some(term(at, letters, year, phase));
        }
        if about.is_some() {
            return None;
        }
        self.several_years(at)
    }

    /// «عامي 2016», «العامين الماضيين».
    fn several_years(&self, at: usize) -> Option<Term> {
        let head = self.find(at, Kinds::SEVERAL, |word, _| (word == DateWord::Several(Unit::Year)).then_some(()))?;
        let (_, after) = self.fiscal(head.next);
        if let Some(span) = self.year_span(after) {
            return Some(term(at, head.outside(), span, None));
        }
        let number = self.year_number(after, Calendar::Gregorian, false).or_else(|| self.early_year(after));
        let year = number.filter(|year| {
            // «سنوات 2016 شخصا» is no year; several years are followed by another one.
            let two = head.clitics == Clitics::default() && !self.counted_after(year.next - 1, false);
            matches!(year.is, Year::Number(1800..=2200)) || year.calendar == Calendar::Hijri || two
        });
        if let Some(year) = year {
            return Some(term(at, head.outside(), year, None));
        }
        let two = head.clitics.article && self.is_dual(at);
        let last = self.find(head.next, Kinds::WHICH, |word, hit| {
            (word == DateWord::Last && hit.clitics.article && hit.clitics.letters == 2).then_some(Shift::Last)
        });
        let shift = last.or_else(|| self.shift(head.next));
        let shift = shift.filter(|shift| two && matches!(shift.is, Shift::Last | Shift::Next))?;
        let read = YearRead {
            is: Year::Two(shift.is),
            calendar: Calendar::Gregorian,
            loose: false,
            alone: false,
            next: shift.next,
        };
        Some(term(at, head.outside(), read, None))
    }

    pub fn is_dual(&self, at: usize) -> bool {
        let dual = |hit: &Hit| matches!(hit.sense, Sense::Time(time) if time.form == Form::Dual);
        self.sentence().hits_of(at, Kinds::TIME).iter().any(dual)
    }

    /// Whether a sign after the number at `at` makes it money or a share; after «عام» no word does («عام 1986 مليار»).
    fn marked_after(&self, at: usize) -> bool {
        self.is_mark(at + 1, &['%', '٪', '$', '€', '£', '°'])
    }
}

/// A year as a date of its own, `letters` of its first word aside.
pub(super) fn term(at: usize, letters: u8, year: YearRead, phase: Option<Phase>) -> Term {
    let said = Said { year: Some(year.is), calendar: year.calendar, loose: year.loose, phase, ..Said::default() };
    Term { said, from: at, to: year.next, letters }
}
