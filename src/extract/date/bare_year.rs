//! Bare years: a number that nothing calls a year, and what around it says that it is one («كأس العالم 2018», «(1967)»).
//! Not here: years with a head, and spans of years (`year.rs`).

use super::cursor::Cursor;
use super::said::{Term, Year};
use super::year::{YearRead, term};
use crate::extract::count::is_joined;
use crate::extract::duration::DECADE;
use crate::extract::numeral::begins_with_article;
use crate::extract::rate;
use crate::figure::Calendar;
use crate::lexicon::{DateWord, Form, Hit, Kinds, Number, Sense};
use crate::text::affix::ARTICLE;
use crate::text::{Class, Gap, Word};
use std::sync::LazyLock;

/// How many tokens back a word may stand that explains a bare year: «كأس العالم لكرة القدم 2018».
const REACH: usize = 5;

static JOINED: LazyLock<[Word; 5]> = LazyLock::new(|| [ARTICLE, "وال", "بال", "لل", "وفي"].map(Word::of));

impl Cursor<'_, '_> {
    /// A bare year at `at`, if what stands around it says that it is one.
    pub fn bare_year(&self, at: usize) -> Option<Term> {
        let near = |first| first >= 1800 || at > 0 && self.says(at - 1, DateWord::Event);
        // «(1325 - 1402هـ)»
        let hijri = |span: &YearRead| span.calendar == Calendar::Hijri;
        let span = self
            .year_span(at)
            .filter(|span| hijri(span) || matches!(span.is, Year::Span(first, ..=2100) if near(first)));
        if let Some(span) = span {
            let round = matches!(span.is, Year::Span(first, last) if first % 50 == 0 && last % 50 == 0);
            let counted = self.counted_after(span.next - 1, !round) || round && !self.bracketed(at, span.next);
            return (!self.named_year(at) && !counted).then(|| term(at, 0, span, None));
        }
        let number = self.number(at).filter(|number| matches!(number.digits, 3 | 4))?;
        let year = self.year_number(at, Calendar::Gregorian, false)?;
        let hijri = year.calendar == Calendar::Hijri && year.next > at + 1;
        if self.is_beside_hijri_year(at, &year) {
            return Some(term(at, 0, year, None));
        }
        // «نقش مؤرخ في 173 للهجرة»
        if number.digits == 3 && !hijri {
            return None;
        }
        if self.named_year(at) || rate::is_no_year(self.sentence(), at, year.next) {
            return None;
        }
        let round = number.value.is_multiple_of(50);
        let end = year.next - 1;
        if !hijri && !(1900..=2100).contains(&number.value) {
            let old = (1500..1900).contains(&number.value) && !round && self.cue_before(at);
            return (old && !self.counted_after(end, false)).then(|| term(at, 0, year, None));
        }
        // Years far ahead are rarer in the news than so many things.
        let far = number.value > 2050;
        let sure = || hijri || self.cue_before(at) && !self.counted_after(end, !round);
        let likely =
            || self.event_before(at) && !self.counted_after(end, !round) && (!far || !self.known_noun(end + 1));
        let alone = || self.bracketed(at, year.next) || self.heads_line(at, year.next);
        let possible = || self.weak_cue_before(at) && !self.counted_after(end, false);
        let lived = || self.verb_before(at) && (!self.counted_after(end, false) || is_joined(self.sentence(), end + 1));
        (sure() || likely() || !round && (alone() || possible() || lived())).then(|| term(at, 0, year, None))
    }

    /// «(1967)», «(2006 و2009)»: a year that opens a bracket.
    fn bracketed(&self, at: usize, next: usize) -> bool {
        let opens = at > 0 && self.is_mark(at - 1, &['(']);
        let parted = || self.sentence().is_comma(next) || self.is_mark(next, &[')', '-', '–']);
        opens && (parted() || self.list_joint(next).is_some())
    }

    /// «1953: …», «- 1976: …»: a line of a chronicle.
    fn heads_line(&self, at: usize, next: usize) -> bool {
        let first = at == 0 || at == 1 && self.is_mark(0, &['-', '–', '•', '*', '—', '·']);
        first && self.is_mark(next, &[':', '-', '–'])
    }

    /// «يودع 2024», «استهل المنتخب 2023»: a verb of time before the year, perhaps with one word between them.
    fn verb_before(&self, at: usize) -> bool {
        let verb = |at: usize| {
            self.find(at, Kinds::TENSE, |word, hit| (word == DateWord::YearVerb && hit.tokens == 1).then_some(()))
        };
        let subject = |at: usize| begins_with_article(self.sentence(), at) && at > 0 && verb(at - 1).is_some();
        at.checked_sub(1).is_some_and(|before| verb(before).is_some() || subject(before))
    }

    fn weak_cue_before(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            self.find(before, Kinds::CUE, |word, hit| (word == DateWord::WeakYearCue && hit.tokens == 1).then_some(()))
                .is_some()
        })
    }

    /// Whether the number at `at` counts what follows it. `sure`: only plain signs of counting tell.
    pub fn counted_after(&self, at: usize, sure: bool) -> bool {
        let Some(next) = self.token(at + 1) else { return false };
        match next.class {
            Class::Mark('%' | '٪' | '$' | '€' | '£' | '°') => true,
            Class::Mark(_) | Class::Digits => false,
            Class::Latin => !sure && next.gap == Gap::None,
            Class::Arabic => next.gap != Gap::Line && self.counted_noun(at + 1, sure),
        }
    }

    /// Whether the word at `at` is counted by the number before it.
    fn counted_noun(&self, at: usize, sure: bool) -> bool {
        let hits = self.sentence().hits_of(at, Kinds::NUMBER.or(Kinds::TIME));
        let plain = |hit: &&Hit| !hit.clitics.conjunction && !hit.clitics.preposition && !hit.clitics.article;
        let unit = |hit: &Hit| match hit.sense {
            // «منذ 2015 ملايين اللاجئين»: a plural follows no number of four digits; «كان في 2014 مليونا»: an accusative
            // might, but nobody writes so.
            Sense::Number(Number::Scale { form, .. }) => !matches!(form, Form::Plural | Form::Accusative),
            // «وقعوا في 2016 عقدا»: a contract, not so many decades.
            Sense::Time(time) => time.form == Form::Accusative && time.times != DECADE || time.form == Form::Plural,
            _ => false,
        };
        if hits.iter().filter(plain).any(unit) {
            return true;
        }
        if sure {
            return false;
        }
        // Anything that may be a bare noun counts, where nothing else says that the number is a year.
        let function = |word: DateWord| {
            matches!(
                word,
                DateWord::Function
                    | DateWord::YearCue
                    | DateWord::Past
                    | DateWord::From
                    | DateWord::To
                    | DateWord::Between
                    | DateWord::And
            )
        };
        let known = self.find(at, Kinds::DATE, |word, _| function(word).then_some(())).is_some();
        let joined = self.token(at).is_some_and(|token| JOINED.iter().any(|joined| token.word.starts_with(*joined)));
        let and = || self.token(at).is_some_and(|token| token.word.begins_with_conjunction());
        !known && !joined && (!and() || self.known_noun(at))
    }

    /// «انتخابات … 2074 قائمة»
    fn known_noun(&self, at: usize) -> bool {
        self.sentence()
            .hits_of(at, Kinds::NOUN)
            .iter()
            .any(|hit| matches!(hit.sense, Sense::Noun(_)) && hit.clitics.letters == 0)
    }

    /// «كأس العالم 2018»: a word before, in the same breath, that years follow.
    fn event_before(&self, at: usize) -> bool {
        // «1500 يورو و2000» is money, «يورو 2016» is not.
        let is_money = |hit: &Hit| matches!(hit.sense, Sense::Money(_));
        let money = |event: usize| {
            event > 0
                && self.run(event - 1).is_some()
                && self.sentence().hits_of(event, Kinds::ANY_MONEY).iter().any(is_money)
        };
        self.looks_back(at, DateWord::Event).is_some_and(|event| !money(event))
    }

    /// «رؤية المملكة 2030», «"سيناء 2018"»: the year is part of a name.
    fn named_year(&self, at: usize) -> bool {
        let quoted = |at: usize| self.is_mark(at, &['"', '”', '»', '“']);
        let opened = (2..=3.min(at)).any(|back| self.is_mark(at - back, &['"', '“', '«', '”']));
        if quoted(at + 1) && opened {
            return true;
        }
        let latin = at > 0 && self.token(at - 1).is_some_and(|token| token.class == Class::Latin);
        // «هواتف بيعت في 2023», but «رؤية عُمان لـ2040»
        let led = || at > 0 && self.token(at - 1).is_some_and(|token| token.word.len() > 1) && self.cue_before(at);
        latin || !led() && self.looks_back(at, DateWord::NamedYear).is_some()
    }

    /// The nearest such word before `at` in the same breath.
    fn looks_back(&self, at: usize, wanted: DateWord) -> Option<usize> {
        (1..=REACH.min(at))
            .map(|back| at - back)
            .take_while(|before| self.token(*before).is_some_and(|token| token.is_word()))
            .find(|before| self.says(*before, wanted))
    }
}
