//! A number with its unit: money, a percentage, a length of time, a multiple, or things that are counted.
//! In: a sentence and a token. Out: the measure that begins there.
//! Not here: bounds, ranges, and the numerals themselves.

use super::Sentence;
use super::context::Context;
use super::count;
use super::digits::Reading;
use super::duration::{self, Length};
use super::exclude::{self, Setting};
use super::habit::Counted;
use super::money::{self, Tender};
use super::numeral::{self, Numeral, Written};
use super::ratio;
use super::sign;
use super::unsaid::stands_alone;
use crate::lexicon::{Bounding, Clitics, Exclusion, Kinds, Lexicon, Money, Percent, Sense, TimePhrase};
use crate::text::{Class, Gap};
use rust_decimal::Decimal;
use std::ops::Range;

/// What the reading of one sentence needs.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a, 'd> {
    pub s: &'a Sentence<'a>,
    pub cx: &'a Context<'d>,
    pub lexicon: &'a Lexicon,
}

/// The unit of a measure.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Unit {
    /// Things; the noun stands after the measure.
    Thing,
    /// What a heading says is counted: the number of a noun.
    Noun(u16),
    Percent,
    /// Multiples and parts of one.
    Times,
    Money(Tender),
    Time(Length),
}

/// A number before its unit is known to belong to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Amount {
    pub value: Decimal,
    pub precision: Decimal,
    pub other: Option<Reading>,
    pub vague: bool,
    /// What scale words multiply it by.
    pub scale: Decimal,
}

/// A number with its unit.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Measure {
    /// All its tokens; of things, those of the number alone.
    pub tokens: Range<usize>,
    /// Letters of the first token that are not its own.
    pub letters: u8,
    pub amount: Amount,
    pub unit: Unit,
    /// A noun stands between it and what follows.
    pub noun: bool,
}

/// What falls by more is not told by one scale word: «من 900 إلى 1.2 مليون».
const FALLEN: Decimal = Decimal::TEN;

impl Amount {
    pub(crate) fn of(numeral: &Numeral) -> Amount {
        Amount {
            value: numeral.value,
            precision: numeral.precision,
            other: numeral.other,
            vague: numeral.vague,
            scale: if numeral.compound { Decimal::ZERO } else { numeral.scale },
        }
    }

    pub(crate) fn exact(value: Decimal, precision: Decimal) -> Amount {
        Amount { value, precision, other: None, vague: false, scale: Decimal::ZERO }
    }

    /// Multiplies the number as a scale word would.
    pub(crate) fn multiply(&mut self, scale: Decimal) {
        let scaled = |n: Decimal| n.checked_mul(scale).unwrap_or(n).normalize();
        (self.value, self.precision) = (scaled(self.value), scaled(self.precision));
        (self.other, self.scale) = (None, scale);
    }

    /// The same number of thousands, millions…, where only the number after it says so: 20 of «20 و30 ألفا», and 40 of «من
    /// 40 إلى 35 ألفا», where it `may_fall`.
    pub(crate) fn share_scale(&mut self, next: &Amount, may_fall: bool) {
        let plain = self.scale == Decimal::ONE && next.scale > Decimal::ONE;
        let Some(mantissa) = next.value.checked_div(next.scale.max(Decimal::ONE)) else { return };
        // «ما بين 5 وألف»: there is no number of thousands.
        let fallen = || {
            may_fall && mantissa > Decimal::ONE && mantissa.checked_mul(FALLEN).is_some_and(|most| self.value < most)
        };
        // «ارتفع من 900 إلى 1.2 مليون»: thousands.
        let step_below = next.scale.checked_div(Decimal::ONE_THOUSAND).filter(|step| *step > Decimal::ONE);
        let risen = |step: &Decimal| {
            let thousands = self.value.checked_mul(*step).is_some_and(|value| value < next.value);
            !may_fall && self.value >= Decimal::ONE_HUNDRED && thousands
        };
        if plain && (self.value <= mantissa || fallen()) {
            self.multiply(next.scale);
        } else if let Some(step) = step_below.filter(risen).filter(|_| plain) {
            self.multiply(step);
        }
    }
}

/// How many letters of a first word are not its own: «ب» and «و» go, «ال» stays where it is written whole.
pub(crate) fn foreign_letters(clitics: Clitics) -> u8 {
    let before = u8::from(clitics.conjunction) + u8::from(clitics.preposition);
    if clitics.article && clitics.letters == before + 2 { before } else { clitics.letters }
}

/// The measure that begins at token `at`; `bounded` says that words before it bound it.
pub(crate) fn at(scope: Scope, at: usize, bounded: bool) -> Option<Measure> {
    let s = scope.s;
    if s.is_taken(at) || !s.begins(at, Kinds::BEGIN_MEASURE) {
        return None;
    }
    match s.tokens[at].class {
        Class::Mark(mark) if numeral::opens(mark) => return in_brackets(scope, at, bounded),
        class if sign::is_sign(class) => return sign::marked(scope, at, bounded),
        _ => {}
    }
    if let Some(measure) = sign::told(scope, at) {
        return Some(measure);
    }
    if let Some(measure) = with_sign(scope, at) {
        return Some(measure);
    }
    if let Some(numeral) = numeral::at(s, at) {
        return count::before_measure(s, scope.lexicon, &numeral).or_else(|| of_numeral(scope, numeral, bounded));
    }
    of_fraction(scope, at, bounded)
        .or_else(|| duration::at(scope, at))
        .or_else(|| implied(scope, at, bounded))
        .or_else(|| ratio::at(scope, at, bounded))
}

/// A sign before digits: «%9.8», «$54», «USD 5».
pub(crate) fn with_sign(scope: Scope, at: usize) -> Option<Measure> {
    let s = scope.s;
    let percent = s.hits_of(at, Kinds::PERCENT_BEFORE).iter().any(|hit| hit.sense == Sense::Percent(Percent::Before));
    if percent && s.tokens.get(at + 1)?.class == Class::Digits && s.tokens[at + 1].gap <= Gap::Space {
        let glued_before = s.is_glued(at) && at > 0 && s.tokens[at - 1].class == Class::Digits;
        let mut numeral = numeral::at(s, at + 1).filter(|_| !glued_before)?;
        prefer(scope, &mut numeral, Counted::Share);
        let amount = Amount::of(&numeral);
        return Some(Measure { tokens: at..numeral.tokens.end, letters: 0, amount, unit: Unit::Percent, noun: false });
    }
    let (tender, next) = money::before(s, at)?;
    let mut numeral = numeral::at(s, next)?;
    if numeral.compound && ends_with_another(scope, &numeral, &tender) {
        numeral = numeral::without_last(s, &numeral)?;
    }
    prefer(scope, &mut numeral, Counted::Any);
    let mut amount = Amount::of(&numeral);
    if let Some(scale) = numeral::letter_scale(s, numeral.tokens.end) {
        amount.multiply(scale);
        numeral.tokens.end += 1;
    }
    // «$54 مليون دولار» says it twice.
    let end = money::after(s, scope.cx, scope.lexicon, numeral.tokens.end, false)
        .map_or(numeral.tokens.end, |found| found.end);
    Some(Measure { tokens: at..end, letters: 0, amount, unit: Unit::Money(tender), noun: false })
}

/// Whether the last part of a number after a sign of money is of other money, a share, a length of time or things: «€3 مليار
/// و200 مليون دولار», «$20 مليار و5 آلاف موظف»; not where it is told what the money is, «$2 مليار و300 مليون ضرائب».
fn ends_with_another(Scope { s, cx, lexicon }: Scope, numeral: &Numeral, tender: &Tender) -> bool {
    let end = numeral.tokens.end;
    if let Some(found) = money::after(s, cx, lexicon, end, false) {
        let own = tender.candidates(lexicon);
        return !found.tender.candidates(lexicon).iter().any(|currency| own.contains(currency));
    }
    let of_money = || s.hits_of(end, Kinds::MONEY_AMOUNT).iter().any(|hit| hit.sense == Sense::Money(Money::Sort));
    let things = || s.begins(end, Kinds::NOUN) && count::noun_at(s, end, true).is_some() && !of_money();
    percent_after(s, end).is_some() || duration::unit_after(s, end, false).is_some() || things()
}

pub(crate) fn of_numeral(scope: Scope, mut numeral: Numeral, bounded: bool) -> Option<Measure> {
    let s = scope.s;
    let end = numeral.tokens.end;
    let letters = foreign_letters(numeral.clitics);
    let measure = |scope: Scope, numeral: &mut Numeral, unit: Unit, end: usize, counted: Counted| {
        let setting = Setting { bounded, unit: unit != Unit::Thing };
        if exclude::is_name(s, scope.lexicon, numeral, &setting) {
            return None;
        }
        prefer(scope, numeral, counted);
        let amount = Amount::of(numeral);
        Some(Measure { tokens: numeral.tokens.start..end, letters, amount, unit, noun: false })
    };
    if let Some(end) = percent_after(s, end) {
        return measure(scope, &mut numeral, Unit::Percent, end, Counted::Share);
    }
    let from = if numeral.vague { past_from(s, end) } else { end };
    let of_money = || {
        // «40 مليارا من الدولارات»
        let from =
            super::bound::says(s, end, Bounding::From).filter(|_| numeral.scale > Decimal::ONE || numeral.compound)?;
        money::after(s, scope.cx, scope.lexicon, from, true).filter(|found| found.noun)
    };
    if let Some(found) = money::after(s, scope.cx, scope.lexicon, from, numeral.vague).or_else(of_money) {
        let inflected = numeral.choice.is_some() && found.noun && !found.tender.has_thousandths(scope.lexicon);
        let counted = if inflected { Counted::Money } else { Counted::Any };
        let money = measure(scope, &mut numeral, Unit::Money(found.tender.clone()), found.end, counted)?;
        return Some(if found.noun { with_smaller_money(scope, money) } else { money });
    }
    if let Some((length, end)) = duration::part_of_second(s, end, numeral.value).filter(|_| !numeral.vague) {
        return measure(scope, &mut numeral, Unit::Time(length), end, Counted::Time);
    }
    if let Some((length, end)) = duration::unit_after(s, from, numeral.vague) {
        // «الثالثة وعشر دقائق بتوقيت القاهرة» is on a clock.
        if exclude::has(s, end, Exclusion::Clock)
            || exclude::is_after_the_hour(s, numeral.tokens.start, numeral.clitics.conjunction)
        {
            return None;
        }
        // «الأربعين سنة الماضية»
        let length = Length { decimal: numeral.written == Written::Digits, ..length };
        let near = numeral.clitics.article.then(|| duration::phrase(s, end, TimePhrase::Near)).flatten();
        let time = measure(scope, &mut numeral, Unit::Time(length), near.unwrap_or(end), Counted::Time)?;
        return Some(duration::with_rest(scope, time));
    }
    if let Some(end) = ratio::times_after(s, &numeral) {
        return measure(scope, &mut numeral, Unit::Times, end, Counted::Any);
    }
    if let Some((amount, end)) = ratio::of_every(s, &numeral) {
        return Some(Measure { tokens: numeral.tokens.start..end, letters, amount, unit: Unit::Times, noun: true });
    }
    let counted = count::counted(s, numeral.tokens.start..end);
    let mut thing = measure(scope, &mut numeral, Unit::Thing, end, counted)?;
    thing.noun = count::noun_at(s, end, !thing.amount.vague).is_some();
    Some(thing)
}

/// The token after a percent sign at `at`.
pub(crate) fn percent_after(s: &Sentence, at: usize) -> Option<usize> {
    if s.is_taken(at) || s.tokens[at].gap >= Gap::Line {
        return None;
    }
    let hit = s.hits_of(at, Kinds::PERCENT).iter().find(|hit| hit.sense == Sense::Percent(Percent::After))?;
    (hit.clitics == Clitics::default()).then_some(at + hit.tokens)
}

/// The token after «من», as in «مئات الملايين من الدولارات».
fn past_from(s: &Sentence, at: usize) -> usize {
    super::bound::says(s, at, Bounding::From).unwrap_or(at)
}

/// From here on the group before a full stop has two digits.
const TEN_THOUSAND: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// Chooses between thousands and decimals by what is counted and how the document writes.
fn prefer(scope: Scope, numeral: &mut Numeral, counted: Counted) {
    if let Some(choice) = numeral.choice {
        let inflected = || count::is_accusative(scope.s, numeral.tokens.end, choice.grouped.value);
        let dots = match counted {
            Counted::Parts => scope.cx.writes_dots(scope.s),
            // «1.460 يوما» are thousands: after a part of one it is «1.46 يوم».
            Counted::Time => inflected(),
            // Rates of exchange and prices of fuel are told with three decimals, and the accusative after them:
            // «1.085 دولارا», but «12.150 دولارا».
            Counted::Money => {
                inflected() && (choice.grouped.value >= TEN_THOUSAND || scope.cx.habit().counts_with_dots())
            }
            _ => false,
        };
        numeral.prefer(scope.cx.habit().parts_thousands(&choice, numeral.scale, counted, dots));
    }
}

/// Digits in brackets that belong to what stands outside: «(35) بالمئة», «(156) مليون ريال», «أكثر من (5,600) مهندس».
fn in_brackets(scope: Scope, at: usize, bounded: bool) -> Option<Measure> {
    let s = scope.s;
    let numeral = numeral::in_brackets(s, at)?;
    let end = numeral.tokens.end;
    let mut measure = of_numeral(scope, numeral, bounded)?;
    // «خمسة ملايين (5,000,000) وجبة» says it again: the brackets are not the number's.
    let again = at > 0 && s.is_taken(at - 1);
    // «(3) منهم»
    let some = || exclude::has(s, end, Exclusion::Rate);
    let agrees = || count::agrees(s, end, measure.amount.value);
    let among = || scope.cx.writes_brackets() && exclude::is_told_bracket(s, at, end);
    let counts = || !again && (agrees() || some() || exclude::is_led_bracket(s, at, end) || among());
    if measure.unit == Unit::Thing && !bounded && !counts() {
        return None;
    }
    measure.tokens.start = at;
    Some(measure)
}

/// A part of a unit: «نصف ريال», «ربع بالمئة», «نصف ساعة»; or of a thing: «ثلث السكان».
fn of_fraction(scope: Scope, at: usize, bounded: bool) -> Option<Measure> {
    let s = scope.s;
    let (worth, end, clitics) = numeral::fraction_at(s, at)?;
    let joint = if clitics.conjunction { Some(at) } else { at.checked_sub(1).filter(|before| s.is_and(*before)) };
    if let Some(unit) = joint.and_then(|joint| joint.checked_sub(1))
        && let Some(measure) = count::before_part(s, scope.lexicon, unit)
    {
        return Some(measure);
    }
    let letters = foreign_letters(clitics);
    let amount = Amount::exact(worth.round_dp(4).normalize(), Decimal::new(1, 1));
    let measure = |unit: Unit, end: usize| Measure { tokens: at..end, letters, amount, unit, noun: false };
    if clitics.article {
        return ratio::part(scope, at, bounded);
    }
    if let Some(end) = percent_after(s, end) {
        return Some(measure(Unit::Percent, end));
    }
    if let Some(found) = money::after(s, scope.cx, scope.lexicon, end, false).filter(|found| found.noun && !found.two) {
        return Some(measure(Unit::Money(found.tender), found.end));
    }
    if let Some((length, end)) = duration::part_of(s, end, worth) {
        return Some(measure(Unit::Time(length), end));
    }
    // «نصف متر», «ربع نقطة مئوية»
    if count::counted(s, at..end) == Counted::Parts {
        return Some(Measure { noun: true, ..measure(Unit::Thing, end) });
    }
    ratio::part(scope, at, bounded)
}

/// Money whose word is a number by itself: «درهمين»; «دولار واحد»; «دينارا ونصف»; after a bound «أقل من دولار».
fn implied(scope: Scope, at: usize, bounded: bool) -> Option<Measure> {
    let s = scope.s;
    let hit = s
        .hits_of(at, Kinds::MONEY)
        .iter()
        .find(|hit| matches!(hit.sense, Sense::Money(Money::Noun { .. } | Money::Subunit { .. })))?;
    if hit.clitics.article || !bounded && !tells_number(s, at) {
        return None;
    }
    let found = money::noun(s, scope.cx, scope.lexicon, at, hit.clitics)?;
    let letters = foreign_letters(hit.clitics);
    let measure = |value: Decimal, end: usize| Measure {
        tokens: at..end,
        letters,
        amount: Amount::exact(value, Decimal::ONE),
        unit: Unit::Money(found.tender.clone()),
        noun: false,
    };
    if found.two {
        return Some(with_smaller_money(scope, measure(Decimal::TWO, found.end)));
    }
    if let Some(end) = duration::one(s, found.end) {
        return Some(measure(Decimal::ONE, end));
    }
    let more = with_smaller_money(scope, measure(Decimal::ONE, found.end));
    (bounded || more.tokens.end > found.end).then_some(more)
}

/// Whether a word of money at token `at` may be a number by itself, as far as the word after it tells.
fn tells_number(s: &Sentence, at: usize) -> bool {
    const AFTER: Kinds = Kinds::NUMBER.or(Kinds::TIME_PHRASE).or(Kinds::MONEY_ADJECTIVE);
    s.hits_of(at, Kinds::MONEY).iter().any(|hit| match hit.sense {
        Sense::Money(Money::Noun { two: true, .. } | Money::Subunit { two: true, .. }) => true,
        Sense::Money(_) => s.is_and(at + hit.tokens) || s.begins(at + hit.tokens, AFTER),
        _ => false,
    })
}

/// Adds what follows in a smaller unit: «5 دولارات و20 سنتا», «3 دنانير ونصف».
fn with_smaller_money(scope: Scope, measure: Measure) -> Measure {
    let s = scope.s;
    let Unit::Money(whole) = &measure.unit else { return measure };
    let next = if s.is_and(measure.tokens.end) { measure.tokens.end + 1 } else { measure.tokens.end };
    let numeral = match numeral::at(s, next) {
        Some(numeral) if next > measure.tokens.end || numeral.clitics.conjunction => numeral,
        _ => return money::with_half(scope, measure),
    };
    let Some(part) = money::after(s, scope.cx, scope.lexicon, numeral.tokens.end, false) else {
        return with_half_of_scale(scope, measure, &numeral);
    };
    if !whole.is_divided_by(&part.tender, scope.lexicon) || numeral.vague {
        return measure;
    }
    let mut currencies = whole.candidates(scope.lexicon);
    currencies.retain(|currency| part.tender.candidates(scope.lexicon).contains(currency));
    let added = currencies.first().and_then(|currency| {
        let worth = part.tender.worth(scope.lexicon, *currency);
        let value = measure.amount.value.checked_add(numeral.value.checked_mul(worth)?)?;
        Some((value.normalize(), worth))
    });
    let Some((value, worth)) = added else { return measure };
    // «12 ريالا و50 هللة» are of the one riyal that has halalas.
    let unit = match currencies.as_slice() {
        [only] if whole.candidates(scope.lexicon).len() > 1 => Unit::Money(Tender::Currency(*only, Decimal::ONE)),
        _ => measure.unit,
    };
    let amount = Amount::exact(value, worth.normalize());
    Measure { tokens: measure.tokens.start..part.end, amount, unit, ..measure }
}

/// «مليارا دينار ونصف المليار», «23 مليون ريال ومئتا ألف»: adds the lesser part that is said after the money.
fn with_half_of_scale(scope: Scope, mut measure: Measure, part: &Numeral) -> Measure {
    // «23 مليون ريال ومئتا ألف»
    let lesser = part.scale < measure.amount.scale && part.value < measure.amount.scale && !measure.amount.vague;
    let half = part.scale == measure.amount.scale && part.value < part.scale;
    let of_scale = part.scale > Decimal::ONE && (half || lesser);
    let end = part.tokens.end;
    // «ونصف المليون» has no noun of its own, as «ونصف مليون برميل» has.
    let definite = numeral::begins_with_article(scope.s, end - 1) && !count::is_noun(scope.s, end);
    if of_scale
        && !part.vague
        && (definite || stands_alone(scope.s, end))
        && let Some(value) = measure.amount.value.checked_add(part.value)
    {
        measure.tokens.end = end;
        measure.amount = Amount::exact(value.normalize(), part.precision);
    }
    measure
}
