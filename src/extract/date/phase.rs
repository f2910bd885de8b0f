//! Beginnings, middles and ends: «نهاية العام», «منتصف حزيران الجاري», «وقت سابق من هذا الشهر».
//! Not here: the units that have them (`month.rs`, `portion.rs`, `relative.rs`, `year.rs`).

use super::cursor::Cursor;
use super::relative::unit_said;
use super::said::{Said, Term, Year};
use crate::figure::Calendar;
use crate::lexicon::{DateWord, Kinds, Phase, Shift, Unit};

impl Cursor<'_, '_> {
    /// The phase of a unit: «نهاية العام», «منتصف حزيران الجاري», «أواخر 2016», «وقت سابق من هذا العام».
    pub fn phase_term(&self, at: usize) -> Option<Term> {
        if let Some(within) = self.find(at, Kinds::PHASE, |word, _| (word == DateWord::Within).then_some(())) {
            let inner = self.unit_within(within.next)?;
            return Some(Term { from: at, letters: within.outside(), ..inner });
        }
        let phase = self.find(at, Kinds::PHASE, |word, hit| match word {
            DateWord::Phase(phase) if !hit.clitics.article => Some(phase),
            _ => None,
        })?;
        let inner = self.unit_within(phase.next)?;
        // «عطلة نهاية الأسبوع»: the days off, whichever week's.
        if phase.is == Phase::End
            && inner.said == unit_said(Unit::Week, Shift::This)?
            && self.this_unit(phase.next).is_some()
            && inner.to == phase.next + 1
        {
            return None;
        }
        let said = Said { phase: Some(phase.is), ..inner.said };
        Some(Term { said, from: at, to: inner.to, letters: phase.outside() })
    }

    /// A unit that has a beginning and an end, told in any way.
    fn unit_within(&self, at: usize) -> Option<Term> {
        let inner = self
            .portion_term(at)
            .or_else(|| self.month_alone(at, true))
            .or_else(|| self.decade_term(at))
            .or_else(|| self.century_term(at))
            .or_else(|| self.this_century(at))
            .or_else(|| self.year_term(at))
            .or_else(|| self.unit_term(at).filter(|term| term.said.day.is_none()))
            .or_else(|| self.this_unit(at))
            .or_else(|| self.year_after_phase(at))?;
        (inner.letters == 0).then_some(inner)
    }

    fn year_after_phase(&self, at: usize) -> Option<Term> {
        let year = self.year_span(at).or_else(|| {
            let year = self.year_number(at, Calendar::Gregorian, false)?;
            let plausible = year.next > at + 1 || matches!(year.is, Year::Number(1800..=2150));
            (plausible && !self.counted_after(at, true)).then_some(year)
        })?;
        let said = Said { year: Some(year.is), calendar: year.calendar, ..Said::default() };
        Some(Term { said, from: at, to: year.next, letters: 0 })
    }

    /// «العام», «الشهر», «الأسبوع» after «نهاية»: the one of the day of writing.
    fn this_unit(&self, at: usize) -> Option<Term> {
        let (unit, head) = [Unit::Year, Unit::Month, Unit::Week]
            .into_iter()
            .find_map(|unit| self.head(at, unit).map(|head| (unit, head)))?;
        if !head.clitics.article {
            return None;
        }
        let (loose, to) = if unit == Unit::Year { self.fiscal(head.next) } else { (false, head.next) };
        let said = unit_said(unit, Shift::This)?;
        Some(Term { said: Said { loose: loose || said.loose, ..said }, from: at, to, letters: head.outside() })
    }
}
