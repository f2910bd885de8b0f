//! Money whose word is left unsaid, because money beside it or what is measured tells: «44 مليون يورو … 29 مليونا»,
//! «بلغت الإيرادات 17 مليارا», «عشرات المليارات».
//! In: a measure without a unit, and the money said before it. Out: its money.
//! Not here: which currency a bare word means (`context.rs`).

use super::bound;
use super::count;
use super::exclude;
use super::measure::{Measure, Scope, Unit};
use super::money::Tender;
use crate::lexicon::{Bounding, Exclusion, Money, Sense};
use crate::text::Class;
use rust_decimal::Decimal;

/// From a million on, a number without a noun beside money of the same size is money.
const SCALE: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
/// Numbers of such precision are in millions and more.
pub(super) const GREAT: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);
/// A magnitude of so many that stands without a noun is of money: nothing else is there in milliards.
const MILLIARDS: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);
/// How far before a number a word stands that says that it is money, and how far after.
const CUE_REACH: (usize, usize) = (9, 4);

/// The money said so far in a sentence.
#[derive(Default)]
pub(super) struct Said {
    /// The last in millions and more.
    great: Option<Tender>,
    /// The last of all, what scale words multiply it by, and the token after it.
    last: Option<(Tender, Decimal, usize)>,
}

impl Said {
    /// Remembers money that ends before token `end`.
    pub(super) fn keep(&mut self, tender: &Tender, scale: Decimal, precision: Decimal, end: usize) {
        if precision >= GREAT {
            self.great = Some(tender.clone());
        }
        self.last = Some((tender.clone(), scale, end));
    }
}

/// Makes a measure without a unit money, where the words around it say so.
pub(super) fn take(scope: Scope, measure: &mut Measure, said: &Said) {
    if measure.unit != Unit::Thing {
        return;
    }
    let s = scope.s;
    let end = measure.tokens.end;
    if is_counted(scope, measure) {
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
    if let Some((tender, scale)) = against(scope, measure, said) {
        if measure.amount.scale == Decimal::ONE && scale > Decimal::ONE {
            measure.amount.multiply(scale);
        }
        measure.unit = Unit::Money(tender);
        return;
    }
    if measure.amount.scale < SCALE {
        return;
    }
    if let Some(tender) = &said.great {
        measure.unit = Unit::Money(tender.clone());
        return;
    }
    if measure.noun && count::follows(s, end) {
        return;
    }
    if has_cue(scope, measure) || is_bracketed(scope, measure) && scope.cx.recalled().is_some() {
        measure.unit = Unit::Money(scope.cx.recalled().unwrap_or(Tender::Unknown));
    }
}

/// Whether a number counts things: «50 مليونا من السكان», but not «قيمته 50 مليارا من السلع».
fn is_counted(scope: Scope, measure: &Measure) -> bool {
    let (s, first, end) = (scope.s, measure.tokens.start, measure.tokens.end);
    let of = || bound::says(s, end, Bounding::From).is_some() && !is_cue(scope, end + 1);
    let told = || measure.amount.scale >= SCALE && first > 0 && is_cue(scope, first - 1);
    count::is_noun(s, end) || of() && !told() || exclude::has(s, end, Exclusion::Rate) || is_counting(scope, first)
}

/// The money that a number is set against: «126 مليون يورو مقابل 94 لغريمه», «200 ألف جنيه للأسرة و50 ألفا للمصاب».
fn against(scope: Scope, measure: &Measure, said: &Said) -> Option<(Tender, Decimal)> {
    let s = scope.s;
    let (tender, scale, end) = said.last.as_ref()?;
    let (first, next) = (measure.tokens.start, measure.tokens.end);
    let listed = s.is_and(first.wrapping_sub(1)) && *scale > Decimal::ONE && *scale == measure.amount.scale;
    let follows = |at: usize| {
        s.tokens.get(at).is_none_or(|token| {
            matches!(token.class, Class::Mark(_)) || exclude::has(s, at, Exclusion::Function) || count::is_joined(s, at)
        })
    };
    if listed && follows(next) {
        return Some((tender.clone(), Decimal::ONE));
    }
    let before = first.checked_sub(1).filter(|at| exclude::has(s, *at, Exclusion::Against))?;
    let comma = before.checked_sub(1).filter(|at| s.is_mark(*at, '،') || s.is_mark(*at, ',')).unwrap_or(before);
    (comma == *end && follows(next)).then(|| (tender.clone(), *scale))
}

fn is_cue(scope: Scope, at: usize) -> bool {
    scope.s.hits(at).iter().any(|hit| hit.sense == Sense::Money(Money::Amount))
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

fn is_bracketed(scope: Scope, measure: &Measure) -> bool {
    let (first, end) = (measure.tokens.start, measure.tokens.end);
    first > 0 && scope.s.is_mark(first - 1, '(') && scope.s.is_mark(end, ')')
}
