//! Days, weeks, months and seasons against another day: «أمس الثلاثاء», «الجمعة الماضي», «الشهر المقبل»,
//! «اليوم التالي», «الصيف الماضي».

use super::cursor::{Cursor, Match};
use super::said::{Day, Month, Said, Term, Year};
use crate::figure::{Calendar, Weekday};
use crate::lexicon::{DateWord, Form, Hit, Kinds, Number, Phase, Sense, Shift, Unit};
use crate::text::{Gap, Token, Word};
use std::sync::LazyLock;

static PRESENT: LazyLock<Word> = LazyLock::new(|| Word::of("ي"));
static OURS: LazyLock<Word> = LazyLock::new(|| Word::of("ن"));
static HERS: LazyLock<Word> = LazyLock::new(|| Word::of("ها"));
static OF_IT: LazyLock<Word> = LazyLock::new(|| Word::of("منه"));
/// What else than the words that dates follow may stand before a day of a month that was named before.
static LEADS: LazyLock<[Word; 4]> = LazyLock::new(|| ["يومي", "بين", "من", "و"].map(Word::of));

/// How many words of a name in quotation marks stand before its «اليوم».
const NAME: usize = 2;
/// How many tokens brackets before «اليوم» may hold.
const BRACKETS: usize = 8;

impl Cursor<'_, '_> {
    /// A day told by the day of writing, a weekday, or both, perhaps with its date: «اليوم الاثنين 20 نوفمبر».
    pub fn day_term(&self, at: usize, dated: bool) -> Option<Term> {
        let head = self.find(at, Kinds::HEAD, |word, hit| {
            (word == DateWord::Head(Unit::Day) && !hit.clitics.article).then_some(())
        });
        let start = head.map_or(at, |head| head.next);
        let anchor = self.anchor(start).filter(|anchor| head.is_none() || anchor.bare());
        let mut said = Said::default();
        let mut next = start;
        let mut letters = head.map(|head| head.outside());
        if let Some(anchor) = anchor {
            said.day = Some(Day::Offset(anchor.is));
            letters = letters.or(Some(anchor.outside()));
            next = anchor.next;
        }
        let bracketed = anchor.is_some() && self.is_mark(next, &['(']);
        let named = self.weekday(if bracketed { next + 1 } else { next }, head.is_some());
        let named = named
            .filter(|named| (letters.is_none() || named.bare()) && (!bracketed || self.is_mark(named.next, &[')'])));
        if let Some(named) = named {
            said.weekday = Some(named.is);
            said.every = self.every_before(at);
            letters = letters.or(Some(named.outside()));
            next = if bracketed { named.next + 1 } else { named.next };
            if let Some(shift) = self.shift(next) {
                said.shift = Some(shift.is);
                next = shift.next;
            }
        }
        // Without any of the three nothing tells of a day.
        let letters = letters?;
        if let (Some(named), None, None) = (named, anchor, said.shift)
            && let Some(term) = self.nth_of_month(named, at, letters)
        {
            return Some(term);
        }
        if let Some(date) = self.date_of_day(next, head.is_some(), named.is_some()) {
            let day = said;
            said = Said { weekday: day.weekday, ..date.said };
            return Some(Term { said, from: at, to: date.to, letters });
        }
        let told =
            anchor.is_some_and(|anchor| self.is_date_word(start, &anchor, dated) || named.is_some()) || named.is_some();
        told.then_some(Term { said, from: at, to: next, letters })
    }

    /// «الأحد الأول من مايو», «الخميس الأخير من نوفمبر». With an ordinal it may as well be the date of that Sunday,
    /// which it is where the calendar has it so.
    fn nth_of_month(&self, named: Match<Weekday>, at: usize, letters: u8) -> Option<Term> {
        let last = self.find(named.next, Kinds::WHICH, |word, _| (word == DateWord::Last).then_some(0));
        let nth = last.or_else(|| self.ordinal(named.next)).filter(|nth| nth.clitics.article && nth.bare())?;
        let of = self.exactly(nth.next, DateWord::From)?;
        let month = self.month_alone(of, true).or_else(|| self.unit_term(of)).filter(|month| month.letters == 0)?;
        month.said.month.filter(|_| nth.is <= 5 && month.said.calendar == Calendar::Gregorian)?;
        let said = Said { weekday: Some(named.is), nth: Some(nth.is), ..month.said };
        Some(Term { said, from: at, to: month.to, letters })
    }

    /// «ليل الجمعة - السبت», «الثلاثاء والأربعاء»: two weekdays with nothing, a dash or «و» between them.
    pub fn in_a_row(&self, first: &Term, second: &Term) -> bool {
        let plain = |said: &Said| said.weekday.is_some() && said.day.is_none() && said.shift.is_none();
        let gap = if self.is_mark(first.to, &['-', '–', '/']) { first.to + 1 } else { first.to };
        let joined = second.letters == 0 || gap == first.to && second.letters == 1;
        plain(&first.said) && plain(&second.said) && gap == second.from && joined
    }

    /// The date that stands after a weekday, «أمس» or «يوم».
    fn date_of_day(&self, at: usize, headed: bool, weekday: bool) -> Option<Term> {
        let comma = self.sentence().past_comma(at);
        let agreeing = self.find(comma, Kinds::BESIDE_DATE, |word, hit| {
            (word == DateWord::Agreeing && !hit.clitics.conjunction).then_some(())
        });
        // «الأحد في 24 حزيران»
        let within = self.exactly(at, DateWord::In).filter(|next| weekday && self.day_number(*next).is_some());
        let from = agreeing.map(|agreeing| agreeing.next).or(within).unwrap_or(comma);
        let date = self.day_of_month(from).or_else(|| self.numeric(from)).or_else(|| self.day_of_this_month(from));
        let date = date.filter(|date| date.letters == 0 || agreeing.is_some());
        // «يوم» alone goes with a date right after it, not past a comma.
        date.filter(|_| !headed || comma == at || agreeing.is_some() || from > at)
    }

    /// «الرابع من الشهر المقبل», «17 الجاري», «26 منه»: a day of a month told by the day of writing, or named before.
    pub fn day_of_this_month(&self, at: usize) -> Option<Term> {
        if let Some(term) = self.day_of_it(at) {
            return Some(term);
        }
        let day = self.day_number(at)?;
        let said = Said { day: Some(Day::Number(day.number)), ..Said::default() };
        let of = self.exactly(day.next, DateWord::From);
        if let Some((month, to)) = self.month_unit(of.unwrap_or(day.next)).filter(|_| of.is_some()) {
            let said = Said { month: Some(Month::Shifted(month)), ..said };
            return Some(Term { said, from: at, to, letters: day.letters });
        }
        let shift = self.shift(day.next).filter(|shift| shift.is == Shift::This || of.is_some())?;
        let said = Said { month: Some(Month::Shifted(shift.is)), ..said };
        Some(Term { said, from: at, to: shift.next, letters: day.letters })
    }

    /// «يوم 26 منه», «حتى الحادي والعشرين منه»: a day of the month that was named before.
    pub fn day_of_it(&self, at: usize) -> Option<Term> {
        let day = self.day_number(at).filter(|day| self.token(day.next).is_some_and(|next| next.word == *OF_IT))?;
        let before = at.checked_sub(1)?;
        let led = self.cue_before(at)
            || self.head(before, Unit::Day).is_some()
            || self.token(before).is_some_and(|before| LEADS.contains(&before.word));
        // «في الجزء الثاني منه»: of a thing there are few.
        let many = self.run(at).is_some() || day.number > 10;
        let said = Said { day: Some(Day::Number(day.number)), month: Some(Month::Named), ..Said::default() };
        (led && many).then_some(Term { said, from: at, to: day.next + 1, letters: day.letters })
    }

    /// «الشهر الجاري», «هذا الشهر», and «الشهر» alone for this one.
    fn month_unit(&self, at: usize) -> Option<(Shift, usize)> {
        if let Some(this) = self.demonstrative(at) {
            let head = self.head(this.next, Unit::Month).filter(|head| head.clitics.article && head.bare())?;
            return this.bare().then_some((this.is, head.next));
        }
        let head = self.head(at, Unit::Month).filter(|head| head.clitics.article && head.bare())?;
        Some(self.shift(head.next).map_or((Shift::This, head.next), |shift| (shift.is, shift.next)))
    }

    /// «أمس», «غدا», «اليوم» at `at`.
    fn anchor(&self, at: usize) -> Option<Match<i8>> {
        self.find(at, Kinds::DAY, |word, hit| match word {
            // «لامس» is a verb.
            DateWord::Day(offset) if !hit.clitics.article && !hit.clitics.preposition => Some(offset),
            // «بالأمس»
            DateWord::Day(-1) if hit.clitics.article && (hit.clitics.preposition || self.happened(at)) => Some(-1),
            DateWord::WeakDay(offset) if hit.clitics.letters == 0 => {
                let named = self.weekday(at + 1, false).is_some();
                (named || self.time_of_day_before(at)).then_some(offset)
            }
            DateWord::Tonight if hit.clitics.letters == 0 => Some(0),
            _ => None,
        })
    }

    /// Whether a word before «الأمس» says that it is a day: «مباراة الأمس», «منذ الأمس»; not «أعداء الأمس».
    fn happened(&self, at: usize) -> bool {
        [DateWord::Since, DateWord::Event, DateWord::Game].iter().any(|word| self.follows(at, *word))
    }

    /// A weekday: with the article, or after «يوم».
    fn weekday(&self, at: usize, headed: bool) -> Option<Match<Weekday>> {
        let day = self.find(at, Kinds::WEEKDAY, |word, hit| match word {
            DateWord::Weekday(day) if hit.clitics.article => Some(day),
            DateWord::Weekday(day) if headed && day != Weekday::Sunday && hit.clitics.letters == 0 => Some(day),
            _ => None,
        })?;
        // «للجمعة الرابعة»: one of a row, not a date.
        let counted = self.find(day.next, Kinds::WHICH.or(Kinds::ORDINAL), |word, hit| {
            let which = matches!(word, DateWord::Turn | DateWord::Ordinal(_));
            (which && hit.clitics.article && !hit.clitics.conjunction).then_some(())
        });
        // «الفارق بين الاثنين»: between the two.
        let both = day.is == Weekday::Monday
            && self.follows(at, DateWord::Between)
            && self.token(day.next).is_none_or(|next| !next.word.begins_with_conjunction());
        // «الدول الاثنين والعشرين»
        let tens = |hit: &Hit| matches!(hit.sense, Sense::Number(Number::Tens(_))) && hit.clitics.article;
        let number = day.is == Weekday::Monday
            && self.sentence().hits_of(day.next, Kinds::NUMBER).iter().any(|hit| tens(hit) && hit.clitics.conjunction);
        let eleven = !headed && day.is == Weekday::Sunday && self.is_eleven(at, day.next);
        if number || both || eleven {
            return None;
        }
        let of_month = || self.day_of_month(day.next).is_some() || self.nth_of_month(day, at, 0).is_some();
        (counted.is_none() || of_month()).then_some(day)
    }

    /// Whether «عشر» at `next`, after «الأحد» at `at`, makes eleven of it: before one of what it counts or after all of them,
    /// «خلال الأحد عشر شهرا الأولى», «المهاجرين الأحد عشر»; not «الأحد عشر غارات», «صباح الأحد عشر جنديا».
    fn is_eleven(&self, at: usize, next: usize) -> bool {
        let s = self.sentence();
        let ten = |hit: &Hit| hit.sense == Sense::Number(Number::Ten) && hit.clitics.letters == 0;
        let masculine = |token: &Token| !token.span.slice(s.text).ends_with('ة');
        let one = |hit: &Hit| match hit.sense {
            Sense::Noun(noun) => !noun.plural && hit.clitics.letters == 0,
            Sense::Time(time) => time.form == Form::Accusative && hit.clitics.letters == 0,
            _ => false,
        };
        let several = |hit: &Hit| match hit.sense {
            Sense::Noun(noun) => noun.plural,
            Sense::Time(time) => time.form == Form::Plural,
            _ => false,
        };
        let all = |hit: &Hit| several(hit) && hit.clitics.article;
        let counted =
            |at: usize, fits: &dyn Fn(&Hit) -> bool| s.hits_of(at, Kinds::NOUN.or(Kinds::TIME)).iter().any(fits);
        s.hits_of(next, Kinds::NUMBER).iter().any(ten)
            && self.token(next).is_some_and(masculine)
            && !self.time_of_day_before(at)
            && (counted(next + 1, &one)
                || !counted(next + 1, &several) && at.checked_sub(1).is_some_and(|before| counted(before, &all)))
    }

    /// «كل جمعة», «أيام الجمعة»; «يومي الخميس والجمعة» are two days.
    fn every_before(&self, at: usize) -> bool {
        self.follows(at, DateWord::Every)
    }

    /// Whether «اليوم» and «الليلة» mean the day of writing here, not nowadays or a day among others. `dated`: the
    /// day of writing is known, and what is said of «اليوم» is more likely news.
    fn is_date_word(&self, at: usize, anchor: &Match<i8>, dated: bool) -> bool {
        if anchor.is != 0 {
            return true;
        }
        if !anchor.bare()
            || self.not_after_today(anchor.next)
            || self.ends_quoted_name(at, anchor.next)
            || self.ends_byline(at)
            || self.begins_byline(at, anchor.next)
        {
            return false;
        }
        let Some(before) = at.checked_sub(1) else { return dated && self.finished_after(anchor.next) };
        // «ثلاثة أيام ونصف اليوم»
        let part = |hit: &Hit| matches!(hit.sense, Sense::Number(Number::Fraction { .. })) && hit.clitics.conjunction;
        if self.sentence().hits_of(before, Kinds::NUMBER).iter().any(part) {
            return false;
        }
        if self.time_of_day_before(at) {
            return true;
        }
        let spoilt = self.says(before, DateWord::NotToday);
        let Some(previous) = self.token(before).filter(|_| dated && !spoilt) else { return false };
        if !previous.is_word() {
            // «أعلنت الوزارة، اليوم، …»; where a clause begins, «اليوم» is mostly nowadays.
            let aside = before > 0 && [before, anchor.next].iter().all(|at| self.sentence().is_comma(*at));
            return aside || self.ends_brackets(before) || self.finished_after(anchor.next);
        }
        let present = previous.word.starts_with(*PRESENT) && previous.word.len() >= 4;
        let ours = previous.word.starts_with(*OURS) && previous.word.ends_with(*HERS);
        !present && !ours
    }

    /// «لـ"مصر اليوم"»: a name in quotation marks.
    fn ends_quoted_name(&self, at: usize, next: usize) -> bool {
        let closes = self.is_mark(next, &['»', '"', '”']);
        closes && (2..=1 + NAME).any(|back| at >= back && self.is_mark(at - back, &['«', '"', '“']))
    }

    /// «أعلنت الهيئة (ه.م) اليوم», «أعلنت شركة «مرجان» اليوم»: whether the mark at `at` closes brackets that stand within a
    /// sentence.
    fn ends_brackets(&self, at: usize) -> bool {
        let encloses = |[open, close]: [char; 2]| {
            let opens =
                |at: usize| at > 0 && self.is_mark(at, &[open]) && self.token(at - 1).is_some_and(Token::is_word);
            self.is_mark(at, &[close]) && (at.saturating_sub(BRACKETS)..at).any(opens)
        };
        [['(', ')'], ['«', '»'], ['“', '”']].into_iter().any(encloses)
    }

    /// «مرجان اليوم – ترجمة عن الفرنسية»: the name of a paper, and who wrote.
    fn begins_byline(&self, at: usize, next: usize) -> bool {
        let named = (1..=NAME).contains(&at) && (0..at).all(|at| self.token(at).is_some_and(Token::is_word));
        named && self.is_mark(next, &['-', '–', '—', '(', '|', '/', '،']) && self.says(next + 1, DateWord::Byline)
    }

    /// «دبي – الشارقة اليوم»: a place and the name of a paper, on a line of their own.
    fn ends_byline(&self, at: usize) -> bool {
        let dash = |back: usize| at > back && self.is_mark(at - back, &['-', '–', '—']) && at - back <= NAME;
        let named = || self.token(at - 1).is_some_and(|name| name.is_word());
        self.token(at + 1).is_none() && (dash(2) || dash(3)) && named()
    }

    /// «اليوم الأول», «اليوم العالمي», «الليلة التي».
    fn not_after_today(&self, at: usize) -> bool {
        const SPOILS: Kinds = Kinds::BESIDE_DATE.or(Kinds::SHIFT).or(Kinds::ORDINAL).or(Kinds::WHICH);
        let spoils = |word: DateWord, article: bool| match word {
            DateWord::NotAfterToday | DateWord::Shift(_) => true,
            DateWord::Ordinal(_) | DateWord::Turn | DateWord::Last => article,
            _ => false,
        };
        self.find(at, SPOILS, |word, hit| spoils(word, hit.clitics.article).then_some(())).is_some()
    }

    /// Whether a part of the day stands right before `at`: «صباح», «في وقت لاحق».
    fn time_of_day_before(&self, at: usize) -> bool {
        (1..=3.min(at)).any(|back| {
            self.find(at - back, Kinds::BESIDE_DATE, |word, _| (word == DateWord::TimeOfDay).then_some(()))
                .is_some_and(|time| time.next == at || self.exactly(time.next, DateWord::From) == Some(at))
        })
    }

    /// Whether a verb of the past follows: «اليوم وقع».
    fn finished_after(&self, at: usize) -> bool {
        self.is(at, DateWord::Past).is_some()
    }

    /// A week, month, season, day or century with «الماضي» or «هذا»: «الأسبوع المقبل», «ذلك اليوم».
    pub fn unit_term(&self, at: usize) -> Option<Term> {
        let shown = self.demonstrative(at);
        let start = shown.map_or(at, |shown| shown.next);
        self.find(start, Kinds::HEAD, |word, _| matches!(word, DateWord::Head(_)).then_some(()))?;
        let (unit, head) = [Unit::Week, Unit::Month, Unit::Season, Unit::Day, Unit::DayPart, Unit::Century]
            .into_iter()
            .find_map(|unit| self.head(start, unit).map(|head| (unit, head)))?;
        if !head.clitics.article || shown.is_some() && (!head.bare() || self.is_likened(at)) {
            return None;
        }
        let after = if shown.is_none() { self.shift(head.next) } else { None };
        let shift = shown.map(|shown| shown.is).or(after.map(|after| after.is))?;
        let to = after.map_or(head.next, |after| after.next);
        let said = unit_said(unit, shift)?;
        if unit == Unit::Day && (self.which_follows(to) || shift == Shift::This && !self.time_of_day_before(at)) {
            return None;
        }
        let letters = shown.map_or(head.outside(), |shown| shown.outside());
        let counted = matches!(said.day, Some(Day::Shifted(Shift::Following | Shift::Previous))) && self.of_event(to);
        Some(Term { said: Said { loose: said.loose || counted, ..said }, from: at, to, letters })
    }

    /// «في مثل هذا الشهر من العام الماضي»: another than this.
    fn is_likened(&self, at: usize) -> bool {
        static LIKE: LazyLock<Word> = LazyLock::new(|| Word::of("مثل"));
        at.checked_sub(1).and_then(|before| self.token(before)).is_some_and(|before| before.word == *LIKE)
    }

    /// «اليومين الماضيين», «الشهرين المقبلين»: from the first of two units to the last.
    pub fn two_units(&self, at: usize) -> Option<Term> {
        let (unit, head) = [Unit::Day, Unit::Week, Unit::Month].into_iter().find_map(|unit| {
            let two = |word: DateWord, article: bool| word == DateWord::Several(unit) && article;
            self.find(at, Kinds::SEVERAL, |word, hit| two(word, hit.clitics.article).then_some(()))
                .map(|head| (unit, head))
        })?;
        if !self.is_dual(at) {
            return None;
        }
        let last = self.find(head.next, Kinds::WHICH, |word, hit| {
            let bare = !hit.clitics.conjunction && !hit.clitics.preposition;
            (word == DateWord::Last && hit.clitics.article && bare).then_some(Shift::Last)
        });
        let shift = last.or_else(|| self.shift(head.next))?;
        let shifts = [Shift::Last, Shift::Previous, Shift::Next, Shift::Following];
        let said = Said { two: Some((unit, shift.is)), ..Said::default() };
        shifts.contains(&shift.is).then_some(Term { said, from: at, to: shift.next, letters: head.outside() })
    }

    /// «نفس اليوم الذي»: the day is told by what follows.
    fn which_follows(&self, at: usize) -> bool {
        self.exactly(at, DateWord::Which).is_some()
    }

    /// «اليوم التالي لإعلانه»: the day is counted from what follows.
    fn of_event(&self, at: usize) -> bool {
        static OF: LazyLock<Word> = LazyLock::new(|| Word::of("ل"));
        self.token(at).is_some_and(|token| token.word.starts_with(*OF) && token.gap <= Gap::Space)
    }

    /// «الأسبوع الأول من أبريل»: about a part of the month.
    pub fn week_of_month(&self, at: usize) -> Option<Term> {
        let head = self.head(at, Unit::Week).filter(|head| head.clitics.article)?;
        let last = self.find(head.next, Kinds::WHICH, |word, _| (word == DateWord::Last).then_some(4));
        let which = last.or_else(|| self.ordinal(head.next)).filter(|which| which.clitics.article && which.bare())?;
        let of = self.exactly(which.next, DateWord::From)?;
        let month = self.month_alone(of, true).or_else(|| self.unit_term(of)).filter(|month| month.letters == 0)?;
        month.said.month?;
        let phase = match which.is {
            1 => Phase::Start,
            4.. => Phase::End,
            _ => Phase::Middle,
        };
        Some(Term { said: Said { phase: Some(phase), ..month.said }, from: at, to: month.to, letters: head.outside() })
    }

    /// A season with its year: «صيف 2017», «ربيع العام المقبل».
    pub fn season_term(&self, at: usize) -> Option<Term> {
        let head = self.head(at, Unit::Season).filter(|head| !head.clitics.article)?;
        let of = self.exactly(head.next, DateWord::From);
        let year = self.year_of_month(of.unwrap_or(head.next), true, Calendar::Gregorian)?;
        let numbered = matches!(year.is, Year::Number(1800..=2100) | Year::Span(..) | Year::Shifted(_));
        let said = Said { year: Some(year.is), phase: Some(Phase::Middle), calendar: year.calendar, ..Said::default() };
        numbered.then_some(Term { said, from: at, to: year.next, letters: head.outside() })
    }
}

/// What a unit with a shift says.
pub(super) fn unit_said(unit: Unit, shift: Shift) -> Option<Said> {
    let said = Said::default();
    Some(match unit {
        Unit::Day | Unit::DayPart if shift == Shift::This => Said { day: Some(Day::Offset(0)), ..said },
        Unit::Day if shift > Shift::AfterNext => Said { day: Some(Day::Shifted(shift)), ..said },
        // «تلك الليلة» is of a story, not of a calendar.
        Unit::DayPart if shift > Shift::Same => Said { day: Some(Day::Shifted(shift)), ..said },
        Unit::Day | Unit::DayPart => return None,
        Unit::Week | Unit::Season => Said { loose: true, shift: Some(shift), ..said },
        Unit::Month => Said { month: Some(Month::Shifted(shift)), ..said },
        Unit::Year => Said { year: Some(Year::Shifted(shift)), ..said },
        Unit::Century => Said { year: Some(Year::CenturyShifted(shift)), ..said },
    })
}
