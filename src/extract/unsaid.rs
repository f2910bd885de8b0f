//! Money whose word is left unsaid, because money beside it or what is measured tells: «44 مليون يورو … 29 مليونا»,
//! «بلغت الإيرادات 17 مليارا», «عشرات المليارات»; and the share that is left unsaid beside one it is compared with.
//! In: a measure without a unit, and the money and shares said before it. Out: its unit.
//! Not here: which currency a bare word means (`context/`), and what one currency costs in another (`rate.rs`).

use super::Sentence;
use super::bound;
use super::count;
use super::exclude;
use super::measure::{self, Measure, Scope, Unit};
use super::money::Tender;
use super::rate;
use crate::figure::Quantity;
use crate::lexicon::{Bounding, DateWord, Exclusion, Form, Hit, Kinds, Money, Number, Sense};
use crate::text::{Class, Gap, Word};
use rust_decimal::Decimal;
use std::ops::Range;
use std::sync::LazyLock;

/// From a million on, a number without a noun beside money of the same size is money.
const SCALE: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
/// Numbers of such precision are in millions and more.
pub(super) const GREAT: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);
/// A magnitude of so many that stands without a noun is of money: nothing else is there in milliards.
const MILLIARDS: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);
/// How far before a number a word stands that says that it is money, and how far after.
const CUE_REACH: (usize, usize) = (9, 4);

/// The money said so far in a sentence, and the share said last.
#[derive(Default)]
pub(super) struct Said {
    /// The last money in millions and more.
    great: Option<Tender>,
    /// The last money or share of all.
    last: Option<Last>,
    /// The last number of things, where neither was said since.
    count: Option<Last>,
}

/// Money or a share that a number after it may be set against.
struct Last {
    unit: Unit,
    value: Decimal,
    /// What scale words multiply it by.
    scale: Decimal,
    /// The token after it.
    end: usize,
    /// «إلى» stands before it.
    reached: bool,
    /// «من» stands before it.
    left: bool,
    /// «بـ» stands before it.
    paid: bool,
}

impl Said {
    /// The money said last, where no share was said since.
    fn money(&self) -> Option<&Tender> {
        self.last.as_ref().and_then(|last| if let Unit::Money(tender) = &last.unit { Some(tender) } else { None })
    }

    /// Remembers a figure of these tokens, where it is money, a share or things; says whether it is money in millions and
    /// more by which others may be told.
    pub(super) fn keep(
        &mut self,
        s: &Sentence,
        unit: Unit,
        scale: Decimal,
        quantity: &Quantity,
        at: Range<usize>,
    ) -> bool {
        let value = quantity.amount.low().or(quantity.amount.high()).copied().unwrap_or_default();
        let great = quantity.precision >= GREAT || is_in_millions(value, quantity.precision, scale);
        let after = |wanted| at.start > 0 && bound::says(s, at.start - 1, wanted) == Some(at.start);
        let (reached, left) = (after(Bounding::To), after(Bounding::From));
        let paid = is_paid(s, at.start);
        let figure = Last { unit, value, scale, end: at.end, reached, left, paid };
        if figure.unit == Unit::Thing {
            self.count = Some(figure);
            return false;
        }
        let great = great && !self.is_same_sum(s, at.start);
        if let Unit::Money(tender) = &figure.unit
            && great
        {
            self.great = Some(tender.clone());
        }
        let great = great && figure.unit != Unit::Percent;
        (self.last, self.count) = (Some(figure), None);
        great
    }

    /// Whether a figure at token `at` tells the sum before it in other money: «1.8 مليار درهم (نحو 490 مليون دولار)». What
    /// is told later without its money is in that of the text.
    fn is_same_sum(&self, s: &Sentence, at: usize) -> bool {
        let great = self.great.is_some();
        let Some(last) = self.last.as_ref().filter(|last| great && matches!(last.unit, Unit::Money(_))) else {
            return false;
        };
        let next = if s.is_mark(last.end, '(') { last.end + 1 } else { s.past_comma(last.end) };
        let same = |hit: &Hit| hit.sense == Sense::Exclusion(Exclusion::Same);
        let said = s.hits_of(next, Exclusion::Same.kind()).iter().find(|hit| same(hit)).map(|hit| next + hit.tokens);
        said == Some(at) || next == at && s.is_mark(last.end, '(')
    }
}

/// Gives a measure without a unit that of money or of a share, where the words around it say so. `from` is the first
/// token of the figure, its bound included.
pub(super) fn take(scope: Scope, from: usize, measure: &mut Measure, said: &Said) {
    if measure.unit != Unit::Thing {
        return;
    }
    let s = scope.s;
    let end = measure.tokens.end;
    if is_counted(scope, from, measure, said) || is_beside_count(s, from, measure, said) {
        return;
    }
    if measure.amount.vague {
        // «المليارات من البشر» has its noun; «مليارات» alone may be of anything.
        let alone = measure.amount.value >= MILLIARDS && count::noun_at(s, end, false).is_none();
        if alone {
            measure.unit = Unit::Money(said.great.clone().or_else(|| scope.cx.recalled()).unwrap_or(Tender::Unknown));
        }
        return;
    }
    let listed = listed(s, measure, said).or_else(|| elsewhere(s, measure, said)).or_else(|| again(s, measure, said));
    let listed = listed.or_else(|| beside(s, measure, said)).or_else(|| each(s, from, measure, said));
    if let Some((unit, scale)) = listed.or_else(|| against(s, from, measure, said)) {
        if scale > Decimal::ONE {
            measure.amount.multiply(scale);
        }
        measure.unit = unit;
        return;
    }
    if let Some(tender) = rate::of(scope, from, measure, said.money()) {
        measure.unit = Unit::Money(tender);
        return;
    }
    if !is_in_millions(measure.amount.value, measure.amount.precision, measure.amount.scale) {
        return;
    }
    if let Some(tender) = &said.great {
        measure.unit = Unit::Money(tender.clone());
        return;
    }
    if let Some(tender) = of_part(scope, measure) {
        measure.unit = Unit::Money(tender);
        return;
    }
    if measure.noun && count::follows(s, end) {
        return;
    }
    let again = || scope.cx.recalled().is_some() && (is_bracketed(s, measure) || is_line(s, measure));
    if has_cue(scope, measure) || again() {
        measure.unit = Unit::Money(scope.cx.recalled().unwrap_or(Tender::Unknown));
    }
}

/// Whether a number is told in millions and more: «5 ملايين», «مليونان و300 ألف».
fn is_in_millions(value: Decimal, precision: Decimal, scale: Decimal) -> bool {
    scale >= SCALE || scale.is_zero() && value >= SCALE && precision >= Decimal::ONE_THOUSAND
}

/// Whether a number counts things: «50 مليونا من السكان», but not «قيمته 50 مليارا من السلع».
fn is_counted(scope: Scope, from: usize, measure: &Measure, said: &Said) -> bool {
    let (s, first, end) = (scope.s, measure.tokens.start, measure.tokens.end);
    let great = measure.amount.scale >= SCALE && said.great.is_some();
    // «75 مليون دولار: 50 مليونا من صندوق سيادي»: who gave it.
    let part = || exclude::has(s, from - 1, Exclusion::Part);
    let item = || from > 0 && (s.is_mark(from - 1, ':') || s.is_and(from - 1) || part());
    let of_one = || count::noun_at(s, end + 1, true).is_some() && !count::is_plural(s, end + 1);
    let given = || great && item() && (of_one() || is_giver(s, end + 1));
    let of = || bound::says(s, end, Bounding::From).is_some() && !is_cue(scope, end + 1) && !given();
    let told = || measure.amount.scale >= SCALE && first > 0 && is_cue(scope, first - 1);
    // «410 ملايين قروض ميسرة»: millions count a singular, and a plural tells what the money is.
    let money = || great && count::is_plural(s, end) && is_cue(scope, end);
    count::is_noun(s, end) && !money()
        || of() && !told()
        || exclude::has(s, end, Exclusion::Rate)
        || is_counting(scope, from)
        || is_of_people(s, from)
        || count::is_plural_verb(s, end)
}

/// Whether who gives money stands at token `at`, with the article: «الصندوق العربي».
fn is_giver(s: &Sentence, at: usize) -> bool {
    let giver = |hit: &Hit| hit.sense == Sense::Exclusion(Exclusion::Giver) && hit.clitics.article;
    s.hits_of(at, Exclusion::Giver.kind()).iter().any(|hit| giver(hit) && !hit.clitics.preposition)
}

/// Whether a number goes with the count of things before it: «11.3 مليون زائر، مقابل 10.26 مليون», «4.6 مليون شخص، من بين
/// 5.98 مليون».
fn is_beside_count(s: &Sentence, from: usize, measure: &Measure, said: &Said) -> bool {
    let Some(count) = &said.count else { return false };
    // «26 مليونا (ستة وعشرون مليونا) من الكتب»: in brackets it is told again.
    if s.is_mark(count.end, '(') && from == count.end + 1 && measure.amount.scale == count.scale {
        return true;
    }
    let led = lead(s, from, count).or_else(|| led_by(s, from, Exclusion::OutOf));
    let near = led.is_some_and(|begin| begin >= count.end && begin - count.end <= BESIDE_COUNT);
    near && is_alike(measure.amount.value, count.value)
}

/// How many tokens may stand between a count of things and what sets another against it.
const BESIDE_COUNT: usize = 8;

/// «تقدر بـ2.4 مليار، منها 900 مليون دولار»: the money of the part that is told next.
fn of_part(scope: Scope, measure: &Measure) -> Option<Tender> {
    let (s, end) = (scope.s, measure.tokens.end);
    let at = s.past_comma(end);
    let hit = s.hits_of(at, Kinds::RATE).iter().find(|hit| hit.sense == Sense::Exclusion(Exclusion::Part))?;
    let next = at + hit.tokens;
    let next = bound::before(s, scope.lexicon, next).map_or(next, |opening| opening.end);
    let part = measure::at(scope, next, false).filter(|part| part.amount.value < measure.amount.value)?;
    if let Unit::Money(tender) = part.unit { Some(tender) } else { None }
}

/// The money of one list with a number: «200 ألف جنيه للأسرة و50 ألفا للمصاب».
fn listed(s: &Sentence, measure: &Measure, said: &Said) -> Option<(Unit, Decimal)> {
    let last = said.last.as_ref().filter(|last| last.scale > Decimal::ONE && last.scale == measure.amount.scale)?;
    let joined = s.is_and(measure.tokens.start.wrapping_sub(1)) && stands_alone(s, measure.tokens.end);
    joined.then(|| (last.unit.clone(), Decimal::ONE))
}

/// The money said shortly before in thousands, where thousands stand that count nothing: «راتبه 200 ألف ين، وإيجاره 90
/// ألفا».
fn again(s: &Sentence, measure: &Measure, said: &Said) -> Option<(Unit, Decimal)> {
    let (first, end) = (measure.tokens.start, measure.tokens.end);
    let last = said.last.as_ref().filter(|last| matches!(last.unit, Unit::Money(_)))?;
    let thousands = last.scale == measure.amount.scale && last.scale == Decimal::ONE_THOUSAND;
    let counts_nothing = |hit: &Hit| {
        matches!(hit.sense, Sense::Number(Number::Scale { form: Form::Accusative, .. })) && !hit.clitics.article
    };
    let alone = s.hits_of(end - 1, Kinds::NUMBER).iter().any(counts_nothing) && stands_alone(s, end);
    let near = first >= last.end && first - last.end <= AGAIN && is_alike(measure.amount.value, last.value);
    (thousands && alone && near).then(|| (last.unit.clone(), Decimal::ONE))
}

/// The money of a price told of two things, one after the other: «يباع القمح بـ850 دينارا، والشعير بـ450».
fn beside(s: &Sentence, measure: &Measure, said: &Said) -> Option<(Unit, Decimal)> {
    let (first, end) = (measure.tokens.start, measure.tokens.end);
    let last = said.last.as_ref().filter(|last| last.paid && matches!(last.unit, Unit::Money(_)))?;
    let joined = s.past_comma(last.end);
    let thing = s.tokens.get(joined).is_some_and(|token| token.word.begins_with_conjunction());
    let by = if s.tokens[first].class == Class::Digits { first.checked_sub(1)? } else { first };
    let near = thing && by > joined && by - joined <= BESIDE && is_paid(s, first);
    let words = |at: usize| s.tokens[at].class == Class::Arabic && !s.is_taken(at);
    let scaled = measure.amount.scale == last.scale || measure.amount.scale > Decimal::ONE;
    let alike = scaled && is_alike(measure.amount.value, last.value);
    (near && (joined..by).all(words) && alike && stands_alone(s, end)).then(|| (last.unit.clone(), Decimal::ONE))
}

/// The money of a sum that is told again of one alone: «82 مليون فرنك، أي 64 ألفا لكل عملية».
fn each(s: &Sentence, from: usize, measure: &Measure, said: &Said) -> Option<(Unit, Decimal)> {
    let last = said.last.as_ref().filter(|last| said.count.is_none() && matches!(last.unit, Unit::Money(_)))?;
    let again = led_by(s, from, Exclusion::Same).is_some_and(|same| same == last.end || same == s.past_comma(last.end));
    let alone = measure.amount.scale > Decimal::ONE && stands_alone(s, measure.tokens.end);
    (again && alone).then(|| (last.unit.clone(), Decimal::ONE))
}

/// How many words the second of two things may have.
const BESIDE: usize = 4;

/// «بـ» before digits, or glued to a number in words.
fn is_paid(s: &Sentence, at: usize) -> bool {
    static BY: LazyLock<Word> = LazyLock::new(|| Word::of("ب"));
    match s.tokens[at].class {
        Class::Digits => s.is_glued(at) && s.tokens[at - 1].word == *BY,
        _ => {
            let number = |hit: &Hit| matches!(hit.sense, Sense::Number(_)) && hit.clitics.preposition;
            s.tokens[at].word.starts_with(*BY) && s.hits_of(at, Kinds::NUMBER).iter().any(number)
        }
    }
}

/// How many tokens after a sum the next may stand that is of the same money.
const AGAIN: usize = 8;

/// The money of a price told of two places or on two sides: «11,700 ليرة في دمشق و11,750 في حلب»; or for two things or
/// persons: «300 ليرة للطالب و450 للمعلم».
fn elsewhere(s: &Sentence, measure: &Measure, said: &Said) -> Option<(Unit, Decimal)> {
    let (first, end) = (measure.tokens.start, measure.tokens.end);
    let last = said.last.as_ref().filter(|last| last.scale == Decimal::ONE && matches!(last.unit, Unit::Money(_)))?;
    let place = s.hits_of(end, Kinds::CUE).iter().any(|hit| hit.sense == Sense::Date(DateWord::In));
    let joined = s.is_and(first.wrapping_sub(1)) && first.saturating_sub(last.end) <= PASSED;
    let each = [last.end, end].into_iter().all(|at| count::is_for(s, at));
    let value = measure.amount.value;
    let near = value >= Decimal::ONE_HUNDRED && value.checked_sub(last.value)?.abs() <= last.value.checked_mul(NEAR)?;
    let told = place && near || each && is_alike(value, last.value);
    (joined && told && measure.amount.scale == Decimal::ONE).then(|| (last.unit.clone(), Decimal::ONE))
}

/// What a number is set against, and the scale words that it shares with it: «126 مليون يورو مقابل 94 لغريمه»,
/// «5 في المئة، نزولا من 6», «من 700 جنيه إلى 850».
fn against(s: &Sentence, from: usize, measure: &Measure, said: &Said) -> Option<(Unit, Decimal)> {
    let last = said.last.as_ref()?;
    let begin = lead(s, from, last).filter(|begin| *begin >= last.end && begin - last.end <= PASSED)?;
    let passed = |at: usize| {
        // «في», «خلال», and what the first was told in or for: «للدولار», «مقابل الدولار», «للبرميل».
        let between = |hit: &Hit| match hit.sense {
            Sense::Date(DateWord::In | DateWord::YearCue) | Sense::Exclusion(Exclusion::Exchange) => true,
            // «للدولار الواحد»
            Sense::Number(_) => hit.clitics.article && at > last.end,
            Sense::Money(Money::Noun { .. }) => hit.clitics.article,
            Sense::Noun(_) => hit.clitics.article && hit.clitics.preposition && at == last.end,
            _ => false,
        };
        s.is_taken(at) || s.is_comma(at) || s.hits(at).iter().any(between)
    };
    if !stands_alone(s, measure.tokens.end) && !s.is_taken(measure.tokens.end) || !(last.end..begin).all(passed) {
        return None;
    }
    let shared = measure.amount.scale == Decimal::ONE && last.scale > Decimal::ONE;
    // «9 آلاف مقابل 8», and «9 آلاف مقابل 7500»
    let alike = |value: Decimal| is_alike(value, last.value);
    let fits = |scale: &Decimal| measure.amount.value.checked_mul(*scale).is_some_and(alike);
    let scale = [last.scale, Decimal::ONE].into_iter().skip(usize::from(!shared)).find(fits)?;
    Some((last.unit.clone(), scale))
}

/// Whether two values are of one size, more or less, as those are that are compared.
fn is_alike(a: Decimal, b: Decimal) -> bool {
    let times = |a: Decimal, b: Decimal| b.checked_mul(ALIKE).is_some_and(|b| a <= b);
    times(a, b) && times(b, a)
}

/// How many tokens of a date and the like may stand before the words that compare.
const PASSED: usize = 6;
/// How many times as much one of two that are compared may be.
const ALIKE: Decimal = Decimal::from_parts(20, 0, 0, false, 0);
/// How far apart two prices of one thing may be, in parts of either.
const NEAR: Decimal = Decimal::from_parts(1, 0, 0, false, 1);
/// The most tokens of the words that compare.
const COMPARING: usize = 3;

/// Where the words begin that set the figure at token `from` against the last: «مقابل», «نزولا من».
fn lead(s: &Sentence, from: usize, last: &Last) -> Option<usize> {
    // «مقارنة بـ5»
    let glued = from > 0 && s.tokens[from - 1].word.len() == 1 && count::is_clitic(s.tokens[from - 1].word);
    let end = if glued { from - 1 } else { from };
    let compared = led_by(s, end, Exclusion::Compared);
    let said = |wanted| from > 0 && bound::says(s, from - 1, wanted) == Some(from);
    let turned = || last.reached && said(Bounding::From) || last.left && said(Bounding::To);
    compared.or_else(|| turned().then(|| from - 1))
}

/// Where words of this sense begin that end before token `end`.
fn led_by(s: &Sentence, end: usize, wanted: Exclusion) -> Option<usize> {
    (1..=COMPARING.min(end)).map(|tokens| (end - tokens, tokens)).find_map(|(at, tokens)| {
        let says = |hit: &Hit| hit.sense == Sense::Exclusion(wanted) && hit.tokens == tokens;
        s.hits_of(at, wanted.kind()).iter().any(says).then_some(at)
    })
}

/// Whether nothing that could be counted stands at token `at`.
pub(super) fn stands_alone(s: &Sentence, at: usize) -> bool {
    s.tokens.get(at).is_none_or(|token| {
        matches!(token.class, Class::Mark(_)) || exclude::has(s, at, Exclusion::Function) || count::is_joined(s, at)
    })
}

fn is_cue(scope: Scope, at: usize) -> bool {
    scope.s.hits_of(at, Kinds::MONEY_AMOUNT).iter().any(|hit| hit.sense == Sense::Money(Money::Amount))
}

fn has_cue(scope: Scope, measure: &Measure) -> bool {
    let (first, end) = (measure.tokens.start, measure.tokens.end);
    // «430 مليونا والإيرادات 15 مليارا»: what is joined on belongs to the next.
    let next = |at: &usize| count::is_joined(scope.s, *at) || scope.s.is_and(*at);
    let after = (end..end + CUE_REACH.1).take_while(|at| !next(at));
    (first.saturating_sub(CUE_REACH.0)..first).chain(after).any(|at| is_cue(scope, at))
}

/// How far before a number a word may stand that says that things are counted.
const COUNTING_REACH: usize = 6;

/// «عدد العملاء في الدول الثلاث 8 ملايين»
fn is_counting(scope: Scope, first: usize) -> bool {
    (first.saturating_sub(COUNTING_REACH)..first).any(|at| exclude::has(scope.s, at, Exclusion::Counting))
}

/// «والسكان 5.6 ملايين»: people of whom nothing else is told than how many they are.
fn is_of_people(s: &Sentence, from: usize) -> bool {
    let Some(before) = from.checked_sub(1) else { return false };
    let begins = before == 0 || matches!(s.tokens[before - 1].class, Class::Mark(_));
    s.hits_of(before, Exclusion::Populace.kind()).iter().any(|hit| {
        hit.sense == Sense::Exclusion(Exclusion::Populace)
            && !hit.clitics.preposition
            && (begins || hit.clitics.conjunction)
    })
}

fn is_bracketed(s: &Sentence, measure: &Measure) -> bool {
    let (first, end) = (measure.tokens.start, measure.tokens.end);
    first > 0 && s.is_mark(first - 1, '(') && s.is_mark(end, ')')
}

/// «4- المكسيك: 31 مليارا», the currency being told with the first of the list.
fn is_line(s: &Sentence, measure: &Measure) -> bool {
    let (first, end) = (measure.tokens.start, measure.tokens.end);
    let ends = s.tokens.get(end).is_none_or(|next| next.gap >= Gap::Line || matches!(next.class, Class::Mark(_)));
    first > 0 && s.is_mark(first - 1, ':') && ends && measure.amount.scale >= MILLIARDS
}
