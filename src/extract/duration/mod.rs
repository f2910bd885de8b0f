//! Lengths of time: «خمس سنوات وعشرة أشهر», «عامين ونصف العام», «الأشهر الثلاثة المقبلة».
//! In: a sentence and a token. Out: the length that begins there, or the unit after a number.
//! Not here: what follows the first unit (`rest.rs`), dates, which are read first, ages (`age.rs`), and bounds.

mod rest;

pub(crate) use rest::{added_part, with_rest};

use crate::extract::Sentence;
use crate::extract::bound;
use crate::extract::count;
use crate::extract::exclude;
use crate::extract::measure::{Amount, Measure, Scope, Unit, foreign_letters};
use crate::extract::numeral::{self, Written};
use crate::extract::unsaid::stands_alone;
use crate::figure::Period;
use crate::lexicon::{Bounding, Clitics, DateWord, Form, Hit, Kinds, Number, Sense, Time, TimePhrase, TimeUnit};
use crate::text::{Class, Gap, Word};
use rust_decimal::Decimal;
use std::sync::LazyLock;

/// The unit that a length of time is counted in, and what it has beyond whole ones.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Length {
    pub time: Time,
    pub rest: Period,
    /// Its number stands in digits, and keeps its decimals.
    pub decimal: bool,
}

impl Length {
    pub(crate) fn whole(time: Time) -> Length {
        Length { time, rest: Period::default(), decimal: false }
    }

    /// So many of the unit, and the rest.
    pub(crate) fn period(&self, count: Decimal) -> Option<Period> {
        let count = count.checked_mul(Decimal::from(self.time.times))?.normalize();
        let over = count.fract();
        // «أربع ونصف سنة» is what «أربع سنوات ونصف» is; «4.5 سنوات» are told as they stand.
        let quarters = !self.decimal && !over.is_zero() && over.checked_mul(Decimal::from(4))?.fract().is_zero();
        let unit = Time { times: 1, ..self.time };
        match part(unit, over).filter(|_| quarters) {
            Some(part) if count < Decimal::ONE => part.plus(&self.rest),
            Some(part) => so_many(self.time.unit, count.trunc()).plus(&part)?.plus(&self.rest),
            None => so_many(self.time.unit, count).plus(&self.rest),
        }
    }
}

/// So many of a unit.
fn so_many(unit: TimeUnit, count: Decimal) -> Period {
    let mut period = Period::default();
    let slot = match unit {
        TimeUnit::Second => &mut period.seconds,
        TimeUnit::Minute => &mut period.minutes,
        TimeUnit::Hour => &mut period.hours,
        TimeUnit::Day => &mut period.days,
        TimeUnit::Week => &mut period.weeks,
        TimeUnit::Month => &mut period.months,
        TimeUnit::Year => &mut period.years,
    };
    *slot = count;
    period
}

/// The unit of time at token `at`, after a number, and the token after it. After a magnitude it is definite
/// («آلاف السنين»).
pub(crate) fn unit_after(s: &Sentence, at: usize, vague: bool) -> Option<(Length, usize)> {
    if s.is_taken(at) || s.tokens[at].gap >= Gap::Line {
        return None;
    }
    times(s, at).find_map(|(time, hit)| {
        let joined = !hit.clitics.conjunction && !hit.clitics.preposition && (vague || !hit.clitics.article);
        let counted = !matches!(time.form, Form::Dual | Form::Construct | Form::Owned);
        let end = at + hit.tokens;
        let other = are_contracts(s, at, end, time) || time.unit == TimeUnit::Hour && are_watches(s, at);
        (joined && counted && !other).then(|| (Length::whole(time), end))
    })
}

/// «25 عقدا», «25 عقد بيع» are contracts: so many decades would be told in centuries, but for «منذ 12 عقدا», «على مدى 12 عقدا», «12 عقدا من الزمن».
fn are_contracts(s: &Sentence, at: usize, end: usize, time: Time) -> bool {
    let spans = |hit: &Hit| hit.sense == Sense::TimePhrase(TimePhrase::Spanning);
    let led = |at: usize| s.hits_of(at, Kinds::TIME_PHRASE).iter().any(spans);
    time.times == DECADE
        && (time.form == Form::Accusative || time.form == Form::Singular && !stands_alone(s, end))
        && phrase(s, end, TimePhrase::OfTime).is_none()
        && !(at.saturating_sub(SPAN)..at).any(led)
}

/// How many tokens before a unit of time it may stand that it is a length.
const SPAN: usize = 5;

/// «باعت الشركة 43 مليون ساعة»: nobody sells thousands of hours.
fn are_watches(s: &Sentence, at: usize) -> bool {
    let scale = |hit: &Hit| matches!(hit.sense, Sense::Number(Number::Scale { .. }));
    let counted = |number: usize| s.hits_of(number, Kinds::NUMBER).iter().any(scale);
    let sells = |hit: &Hit| hit.sense == Sense::TimePhrase(TimePhrase::Sold);
    let sold = |at: usize| s.hits_of(at, Kinds::TIME_PHRASE).iter().any(sells);
    at.checked_sub(1).is_some_and(counted) && (at.saturating_sub(SOLD)..at).any(sold)
}

/// How many tokens before watches it may stand that they are sold.
const SOLD: usize = 7;

/// The units of time that the word at token `at` names. «الفئتين» is folded as «ألفيتين» is, and no word of years has
/// its hamza.
pub(crate) fn times<'a>(s: &'a Sentence, at: usize) -> impl Iterator<Item = (Time, Hit)> + 'a {
    let other = move |time: Time| time.unit == TimeUnit::Year && s.tokens[at].span.slice(s.text).contains('ئ');
    // «سنة ضوئية», «ساعة يد»: the longer noun is no time.
    let longer = move |hit: &Hit| {
        let noun = |noun: &Hit| matches!(noun.sense, Sense::Noun(_)) && noun.tokens > hit.tokens;
        s.hits_of(at, Kinds::NOUN).iter().any(noun)
    };
    // «عقود توريد» are contracts.
    let contract = move |time: Time, hit: &Hit| time.times == DECADE && is_contracted(s, at + hit.tokens);
    s.hits_of(at, Kinds::TIME).iter().filter_map(move |hit| match hit.sense {
        Sense::Time(time) if !other(time) && !longer(hit) && !contract(time, hit) => Some((time, *hit)),
        _ => None,
    })
}

/// How many years a decade has.
pub(super) const DECADE: u16 = 10;

/// Whether the word at token `at`, right after the one before it, is of what contracts are made about.
fn is_contracted(s: &Sentence, at: usize) -> bool {
    let contracted =
        |hit: &Hit| hit.sense == Sense::TimePhrase(TimePhrase::Contracted) && hit.clitics == Clitics::default();
    s.hits_of(at, Kinds::TIME_PHRASE).iter().any(contracted) && s.tokens[at].gap <= Gap::Wide
}

/// What a part of a unit at token `at` comes to: «نصف ساعة» is thirty minutes.
pub(crate) fn part_of(s: &Sentence, at: usize, worth: Decimal) -> Option<(Length, usize)> {
    let (length, end) = unit_after(s, at, false)?;
    if !matches!(length.time.form, Form::Singular | Form::Accusative) {
        return None;
    }
    Some((as_part(length.time, worth)?, end))
}

/// A part of a unit alone: no whole one of it. The amount that it goes with counts nothing.
fn as_part(time: Time, worth: Decimal) -> Option<Length> {
    // The amount stands for the part, in the unit of the part.
    let nothing = Time { times: 0, ..time };
    Some(Length { rest: part(time, worth)?, ..Length::whole(nothing) })
}

/// A part of one unit, in whole smaller units where there are such.
fn part(time: Time, worth: Decimal) -> Option<Period> {
    let of_unit = worth.checked_mul(Decimal::from(time.times))?;
    if of_unit.fract().is_zero() {
        return Some(so_many(time.unit, of_unit.normalize()));
    }
    if let (Some((unit, half)), 1) = (time.half, time.times) {
        let smaller = worth.checked_mul(Decimal::from(u16::from(half) * 2))?.round_dp(4);
        if smaller.fract().is_zero() {
            return Some(so_many(unit, smaller.normalize()));
        }
    }
    Some(so_many(time.unit, of_unit.round_dp(4).normalize()))
}

/// A length that begins at token `at` without a number before it: «شهرين», «عام ونصف», «يوم كامل»,
/// «الأشهر الثلاثة المقبلة», «عقد من الزمن».
pub(crate) fn at(scope: Scope, at: usize) -> Option<Measure> {
    let s = scope.s;
    let (time, hit) = times(s, at).next()?;
    let end = at + hit.tokens;
    let measure = |value: Decimal, end: usize| Measure {
        tokens: at..end,
        letters: foreign_letters(hit.clitics),
        amount: Amount::exact(value, Decimal::ONE),
        unit: Unit::Time(Length::whole(time)),
        noun: false,
    };
    match time.form {
        // «الأيام الأربعة», «أيامه الأربعة»
        Form::Plural | Form::Owned if hit.clitics.article || time.form == Form::Owned => {
            definite(scope, at, end, hit.clitics, time)
        }
        // «اليومين الماضيين», as «الأيام الثلاثة الماضية».
        Form::Dual if hit.clitics.article => phrase(s, end, TimePhrase::Near).map(|end| measure(Decimal::TWO, end)),
        Form::Dual if exclude::is_after_the_hour(s, at, hit.clitics.conjunction) => None,
        Form::Dual => Some(with_rest(scope, measure(Decimal::TWO, end))),
        Form::Singular | Form::Accusative if !hit.clitics.article => {
            if let Some(end) = one(s, end) {
                return Some(measure(Decimal::ONE, end));
            }
            if let Some(end) = phrase(s, end, TimePhrase::OfTime) {
                return Some(measure(Decimal::ONE, end));
            }
            if is_bounded_after(s, at, end, time) {
                return Some(measure(Decimal::ONE, end));
            }
            let since = at > 0
                && s.hits_of(at - 1, Kinds::TIME_PHRASE)
                    .iter()
                    .any(|hit| hit.sense == Sense::TimePhrase(TimePhrase::Since));
            if since && time.times > 1 && !numeral::begins_with_article(s, end) && !count::is_noun(s, end) {
                return Some(measure(Decimal::ONE, end));
            }
            // «يوم وساعة الانطلاق» are two things.
            let more = with_rest(scope, measure(Decimal::ONE, end));
            (more.tokens.end > end && !rest::ends_alone(s, end, &more)).then_some(more)
        }
        _ => None,
    }
}

/// Whether a bound stands at token `end`, after the unit at token `at`: «تثبيت الأسعار سنة على الأقل». «مرة كل عام على الأقل»
/// tells how often, and «بشكل عام تقريبا» has another word.
fn is_bounded_after(s: &Sentence, at: usize, end: usize, time: Time) -> bool {
    static EACH: LazyLock<[Word; 4]> = LazyLock::new(|| ["كل", "لكل", "بكل", "وكل"].map(Word::of));
    if time.times > 1 || bound::after(s, end).is_none() {
        return false;
    }
    let each = at.checked_sub(1).is_some_and(|before| EACH.contains(&s.tokens[before].word));
    let general = || time.unit == TimeUnit::Year && !s.tokens[at].span.slice(s.text).ends_with('ة');
    let led = || at.checked_sub(1).is_some_and(|before| s.begins(before, Kinds::CUE));
    !each && (!general() || led())
}

/// One unit, named alone after a bound: «أكثر من أسبوع», «نحو عام»; after a verb it may be definite («لا تتجاوز العام»).
pub(crate) fn lone(scope: Scope, at: usize, verb: bool) -> Option<Measure> {
    let s = scope.s;
    // «تجاوز العام الماضي» is another thing.
    let definite = verb && !numeral::begins_with_article(s, at + 1);
    let (time, hit) = times(s, at).find(|(time, hit)| {
        matches!(time.form, Form::Singular | Form::Accusative)
            && (hit.clitics == Clitics::default() || definite && hit.clitics.letters == 2 && hit.clitics.article)
    })?;
    let digits_follow = s.tokens.get(at + 1).is_some_and(|next| next.class == Class::Digits && !s.is_taken(at + 1));
    let measure = Measure {
        tokens: at..at + hit.tokens,
        letters: 0,
        amount: Amount::exact(Decimal::ONE, Decimal::ONE),
        unit: Unit::Time(Length::whole(time)),
        noun: false,
    };
    (!s.is_taken(at) && !digits_follow).then_some(measure)
}

/// The token after «واحد» or «كامل», which make one of the noun before them.
pub(crate) fn one(s: &Sentence, at: usize) -> Option<usize> {
    if let Some(end) = phrase(s, at, TimePhrase::Whole) {
        return Some(end);
    }
    let one = s
        .hits_of(at, Kinds::NUMBER)
        .iter()
        .any(|hit| hit.sense == Sense::Number(Number::Unit(1)) && hit.clitics == Clitics::default());
    (one && !s.is_taken(at)).then_some(at + 1)
}

/// «جزءا من المئة» at token `at`: what the number before it is divided by, the token after it, and whether it is said of a
/// second.
fn pieces(s: &Sentence, at: usize) -> Option<(Decimal, usize, bool)> {
    let of = bound::says(s, phrase(s, at, TimePhrase::Piece)?, Bounding::From)?;
    let whole = numeral::at(s, of).filter(|whole| whole.clitics.article && whole.written == Written::Words)?;
    let powers = [Decimal::TEN, Decimal::ONE_HUNDRED, Decimal::ONE_THOUSAND];
    let end = powers.contains(&whole.value).then_some(whole.tokens.end)?;
    let second = bound::says(s, end, Bounding::From).and_then(|at| time_at(s, at));
    let second = second.filter(|(time, _)| time.unit == TimeUnit::Second).map(|(_, end)| end);
    Some((whole.value, second.unwrap_or(end), second.is_some()))
}

/// The part of a second that the number `count` before token `at` counts: «37 جزءا من المئة من الثانية».
pub(crate) fn part_of_second(s: &Sentence, at: usize, count: Decimal) -> Option<(Length, usize)> {
    let (of, end, second) = pieces(s, at)?;
    let time = Time { unit: TimeUnit::Second, times: 1, half: None, form: Form::Singular };
    let length = as_part(time, count.checked_div(of)?)?;
    second.then_some((length, end))
}

/// The unit of time at token `at`, definite or not.
fn time_at(s: &Sentence, at: usize) -> Option<(Time, usize)> {
    if s.is_taken(at) {
        return None;
    }
    times(s, at)
        .find(|(_, hit)| !hit.clitics.conjunction && !hit.clitics.preposition)
        .map(|(time, hit)| (time, at + hit.tokens))
}

/// A definite plural with its number after it: «الأيام ال 30 المقبلة», «السنوات الخمس».
fn definite(scope: Scope, at: usize, end: usize, clitics: Clitics, time: Time) -> Option<Measure> {
    let s = scope.s;
    let article = s.tokens.get(end).is_some_and(|token| count::is_article(token.word)) && !s.is_taken(end);
    let numeral = numeral::at(s, if article { end + 1 } else { end })?;
    let joined = !numeral.clitics.conjunction && !numeral.clitics.preposition;
    if !(article || numeral.clitics.article) || !joined || numeral.vague {
        return None;
    }
    let end = phrase(s, numeral.tokens.end, TimePhrase::Near).unwrap_or(numeral.tokens.end);
    Some(Measure {
        tokens: at..end,
        letters: foreign_letters(clitics),
        amount: Amount::of(&numeral),
        unit: Unit::Time(Length::whole(time)),
        noun: false,
    })
}

/// Whether the words right before token `at` say that an age follows: «سن», «عمر ناهز».
pub(crate) fn leads_to_age(s: &Sentence, at: usize) -> bool {
    let reached = || at >= 2 && has(s, at - 1, TimePhrase::Reached) && has(s, at - 2, TimePhrase::Age);
    at >= 1 && has(s, at - 1, TimePhrase::Age) || reached()
}

/// Whether an article at token `at` belongs to an age, and not to a tooth, a name or a range: «في سن الـ76», «بلغ سن الـ25». The
/// number ends before token `end`.
pub(crate) fn leads_to_age_of(s: &Sentence, at: usize, end: usize) -> bool {
    let word = if at >= 1 && has(s, at - 1, TimePhrase::Age) { at.checked_sub(2) } else { at.checked_sub(3) };
    let is_in = |at: usize| s.hits_of(at, Kinds::CUE).iter().any(|hit| hit.sense == Sense::Date(DateWord::In));
    let led = word.is_some_and(|word| is_in(word) || has(s, word, TimePhrase::Reached));
    let goes_on = bound::says(s, end, Bounding::To).is_some() || s.is_and(end);
    let noun = || s.tokens.get(end).is_some_and(|next| next.class == Class::Arabic && next.gap < Gap::Line);
    let counted = || noun() && !s.begins(end, Kinds::FUNCTION.or(Kinds::CUE).or(Kinds::NUMBER));
    leads_to_age(s, at) && led && !goes_on && !counted()
}

fn has(s: &Sentence, at: usize, wanted: TimePhrase) -> bool {
    s.hits_of(at, Kinds::TIME_PHRASE).iter().any(|hit| hit.sense == Sense::TimePhrase(wanted))
}

/// The token after a phrase of this sense at `at`.
pub(crate) fn phrase(s: &Sentence, at: usize, wanted: TimePhrase) -> Option<usize> {
    if s.is_taken(at) {
        return None;
    }
    s.hits_of(at, Kinds::TIME_PHRASE).iter().find_map(|hit| {
        let plain = !hit.clitics.conjunction && !hit.clitics.preposition;
        (hit.sense == Sense::TimePhrase(wanted) && plain).then_some(at + hit.tokens)
    })
}
