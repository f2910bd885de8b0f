//! Ages: numbers that words beside them call one («سن الثلاثين»), and years of life («في الثامنة والستين», «دون الخامسة»).
//! In: a sentence and a token. Out: the years.
//! Not here: lengths of time, which say their unit (`duration/`), and bounds.

use super::Sentence;
use super::count;
use super::digits::Reading;
use super::duration::{Length, leads_to_age, phrase, times};
use super::exclude;
use super::measure::{Amount, Measure, Scope, Unit, foreign_letters};
use super::numeral;
use crate::lexicon::{Clitics, DateWord, Exclusion, Form, Kinds, Number, Sense, Time, TimePhrase, TimeUnit};
use crate::text::{Class, Gap};
use rust_decimal::Decimal;

pub(super) const YEARS: Time = Time { unit: TimeUnit::Year, times: 1, half: None, form: Form::Plural };

/// How far before a bound those stand whose age it bounds.
const YOUNG_REACH: usize = 4;

/// Later than this the clock tells no hour by its number.
const LAST_HOUR: u8 = 12;

/// From here on the tens of a year of life are a number of years: «الثامنة والستين».
const TWENTY: u8 = 20;

/// Years of age, where words beside the number say so: «سن الثلاثين», «تجاوز عمرها الـ70», «في الأربعين من عمره».
/// `from` is the first token of the figure, its bound included. Gives the unit and the token after it.
pub(crate) fn age(scope: Scope, from: usize, measure: &Measure) -> Option<(Length, usize)> {
    let s = scope.s;
    let end = measure.tokens.end;
    // The article before digits is a token of its own.
    let before = from.checked_sub(1).filter(|at| count::is_article(s.tokens[*at].word)).unwrap_or(from);
    let within = || (before..measure.tokens.start).any(|at| has(s, at, TimePhrase::Age));
    let led = leads_to_age(s, before) || within();
    let after = phrase(s, end, TimePhrase::OfAge).is_some();
    let lifetime = measure.amount.value <= Decimal::from(130) && !measure.amount.vague;
    ((led || after) && lifetime).then_some((Length::whole(YEARS), end))
}

/// A year of life at token `at`, after a bound from token `from` on: «أطفال دون الخامسة», «تحت سن الثامنة عشرة»,
/// «فوق العاشرة من العمر», «من هم دون الأربعين».
pub(crate) fn bounded(s: &Sentence, from: usize, at: usize) -> Option<Measure> {
    let year = year(s, at).filter(|year| year.clitics == ARTICLE)?;
    let led = || (from..at).any(|at| has(s, at, TimePhrase::Age));
    let young = || (from.saturating_sub(YOUNG_REACH)..from).any(|at| has(s, at, TimePhrase::Young));
    (led() || year.no_hour() || young() || year.is_of_age(s)).then(|| year.measure(at))
}

/// A year of life that begins at token `at` without a bound: «في الثامنة والستين من عمرها», «ابن الأربعين». An ordinal
/// below twenty is none, unless it is called an age or can only be one: «طفل في السادسة», but «في سن السابعة».
pub(crate) fn year_of_life(s: &Sentence, at: usize) -> Option<Measure> {
    let aged = at.checked_sub(1).is_some_and(|before| has(s, before, TimePhrase::Age));
    let year = year(s, at).filter(|year| aged || year.years >= TWENTY || year.no_hour() && is_of_somebody(s, at))?;
    // «في الستين تبيع الخبز» counts nothing, «الستين سيدة» does.
    if !(year.ordinal && aged) && count::is_noun(s, year.end) {
        return None;
    }
    let told = year.is_of_age(s) || year.clitics == ARTICLE && !year.is_on_clock(s) && (aged || year.is_led(s, at));
    // Who is in the forty-fifth year of life is forty-four, or forty-five by another count; who reached it is forty-five.
    let other = Reading { value: Decimal::from(year.years.saturating_sub(1)), precision: Decimal::ONE };
    told.then(|| {
        let measure = year.measure(at);
        let inside = year.ordinal && at.checked_sub(1).is_some_and(|before| is_in(s, before));
        Measure { amount: Amount { other: inside.then_some(other), ..measure.amount }, ..measure }
    })
}

/// A year that may be one of life.
struct Year {
    years: u8,
    /// «الثامنة», and no number as «الثلاثين» is.
    ordinal: bool,
    clitics: Clitics,
    /// The token after it.
    end: usize,
}

/// The article and nothing else.
const ARTICLE: Clitics = Clitics { conjunction: false, preposition: false, article: true, letters: 2 };

fn year(s: &Sentence, at: usize) -> Option<Year> {
    let first = s.hits_of(at, Kinds::YEAR_OF_LIFE.or(Kinds::NUMBER)).iter().find_map(|hit| match hit.sense {
        Sense::TimePhrase(TimePhrase::YearOfLife(years)) => Some((years, true, hit)),
        Sense::Number(Number::Tens(years)) => Some((years, false, hit)),
        _ => None,
    });
    let (years, ordinal, hit) = first.filter(|(.., hit)| hit.clitics.article)?;
    let end = at + hit.tokens;
    // «الخامسة والستين»
    let tens = s.hits_of(end, Kinds::NUMBER).iter().find_map(|hit| match hit.sense {
        Sense::Number(Number::Tens(tens)) if hit.clitics.conjunction && hit.clitics.article => Some((tens, end + 1)),
        _ => None,
    });
    let (tens, end) = tens.unwrap_or((0, end));
    // «في السابعة والعشرين من رمضان»: a part of it may be that of a date.
    if (at..end).any(|at| s.is_taken(at)) {
        return None;
    }
    Some(Year { years: years.saturating_add(tens), ordinal, clitics: hit.clitics, end })
}

impl Year {
    fn no_hour(&self) -> bool {
        self.ordinal && self.years > LAST_HOUR
    }

    fn is_of_age(&self, s: &Sentence) -> bool {
        phrase(s, self.end, TimePhrase::OfAge).is_some()
    }

    /// «السادسة والأربعين دقيقة», «الثامنة والنصف»; «في الأربعين سنة الماضية» counts years.
    fn is_on_clock(&self, s: &Sentence) -> bool {
        let unit = || !s.is_taken(self.end) && times(s, self.end).next().is_some();
        exclude::has(s, self.end, Exclusion::Clock) || unit() || numeral::fraction_at(s, self.end).is_some()
    }

    /// Whether the words before it say that it is somebody's age: «سيدة في الستين», «وهو في الرابعة والخمسين»,
    /// «تبلغ الثانية والأربعين». Ranks, minutes and editions are told with «في» as well.
    fn is_led(&self, s: &Sentence, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        if !self.ordinal {
            return is_in(s, before) && before.checked_sub(1).is_some_and(|at| is_person(s, at));
        }
        if has(s, before, TimePhrase::Owner) || has(s, before, TimePhrase::Reached) {
            return true;
        }
        let Some(last) = before.checked_sub(1).filter(|_| is_in(s, before)) else { return false };
        // «بهلوان أوكراني في الثالثة والثلاثين»
        let told = || {
            let word = s.tokens[last].class == Class::Arabic && s.tokens[last].gap <= Gap::Wide && !s.is_taken(last);
            let other = numeral::begins_with_article(s, last)
                || s.tokens[last].word.begins_with_conjunction()
                || s.begins(last, Kinds::FUNCTION.or(Kinds::BOUND).or(Kinds::NUMBER).or(Kinds::CUE));
            word && !other && last.checked_sub(1).is_some_and(|at| is_person(s, at) || has(s, at, TimePhrase::Who))
        };
        has(s, last, TimePhrase::Being) || has(s, last, TimePhrase::Who) || is_person(s, last) || told()
    }

    fn measure(&self, at: usize) -> Measure {
        Measure {
            tokens: at..self.end,
            letters: foreign_letters(self.clitics),
            amount: Amount::exact(Decimal::from(self.years), Decimal::ONE),
            unit: Unit::Time(Length::whole(YEARS)),
            noun: false,
        }
    }
}

/// «ذو السادسة عشرة», «وهو في السادسة عشرة».
fn is_of_somebody(s: &Sentence, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let who = || before.checked_sub(1).is_some_and(|at| has(s, at, TimePhrase::Who));
    has(s, before, TimePhrase::Owner) || is_in(s, before) && who()
}

/// «في»
fn is_in(s: &Sentence, at: usize) -> bool {
    s.hits_of(at, Kinds::CUE).iter().any(|hit| hit.sense == Sense::Date(DateWord::In))
}

/// One person who is not named before: «سيدة».
fn is_person(s: &Sentence, at: usize) -> bool {
    s.hits_of(at, Kinds::NOUN).iter().any(|hit| match hit.sense {
        Sense::Noun(noun) => hit.tokens == 1 && noun.person && !noun.plural && !hit.clitics.article,
        _ => false,
    })
}

fn has(s: &Sentence, at: usize, wanted: TimePhrase) -> bool {
    s.hits_of(at, Kinds::TIME_PHRASE).iter().any(|hit| hit.sense == Sense::TimePhrase(wanted))
}
