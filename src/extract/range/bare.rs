//! Ranges that no word opens: «7 إلى 10 أعضاء», «يوم أو يومين», «10-15 بالمئة».
//! Not here: what makes two ends a range (`mod.rs`).

use super::{Ends, after_change, ends, share_every};
use crate::extract::bound::says;
use crate::extract::measure::{self, Amount, Measure, Scope, Unit};
use crate::extract::numeral::{self, begins_with_article};
use crate::extract::{count, duration, money, ratio};
use crate::lexicon::{Bounding, Clitics, Form, Relation};
use crate::text::{Class, Gap, Token};
use rust_decimal::Decimal;

/// So many times as much a share is at most that is told with another as one.
const SHARES: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// «7 إلى 10 أعضاء».
pub(super) fn plain(scope: Scope, at: usize, bounded: bool, low: &Measure) -> Option<Ends> {
    let s = scope.s;
    if low.noun || low.amount.vague {
        return None;
    }
    if let Some(next) = says(s, low.tokens.end, Bounding::Or) {
        return alternative(at, low.clone(), measure::at(scope, next, true)?);
    }
    let next = says(s, low.tokens.end, Bounding::To)?;
    let after_from = at > 0 && says(s, at - 1, Bounding::From).is_some();
    // «قاعاته الثماني إلى 240 ميغاواط»: one number alone with the article counts what stands before it.
    if after_from || begins_with_article(s, at) && !begins_with_article(s, next) {
        return None;
    }
    let high = measure::at(scope, next, true)?;
    let mut low = low.clone();
    share_every(s, &mut low, &high, next);
    // «40 في المئة إلى 70 في المئة»: of other units, the second is where the first went to.
    let shares = matches!(low.unit, Unit::Percent | Unit::Times) && high.unit == low.unit;
    let open = low.unit == Unit::Thing || shares || bounded && matches!(low.unit, Unit::Time(_));
    // «خفض الكلفة بنسبة 5 إلى 10%»: by so much, not to it; but «بنسبة 0.5 إلى 3.1%».
    let by = || {
        let near = low.amount.value.checked_mul(SHARES).is_some_and(|most| high.amount.value <= most);
        let mut share = false;
        if let Some(before) = at.checked_sub(1) {
            let told = |relation, clitics: Clitics| relation == Relation::Share && clitics.preposition;
            scope.lexicon.relations(&s.tokens, before, |relation, _, clitics| share |= told(relation, clitics));
        }
        low.unit == Unit::Thing && high.unit == Unit::Percent && near && share
    };
    (open && (!after_change(scope, at) || by())).then(|| ends(at, low.letters, low.clone(), high)).flatten()
}

/// «يوم أو يومين»
pub(super) fn one_or_two(scope: Scope, at: usize) -> Option<Ends> {
    let s = scope.s;
    let one = duration::times(s, at).find(|(time, hit)| time.form == Form::Singular && !hit.clitics.article);
    let (time, hit) = one.filter(|_| !s.is_taken(at))?;
    let next = says(s, at + hit.tokens, Bounding::Or)?;
    let two = measure::at(scope, next, true).filter(|two| two.letters == 0 && two.amount.value == Decimal::TWO)?;
    let Unit::Time(length) = &two.unit else { return None };
    (length.time.unit == time.unit && length.time.times == time.times && length.time.form == Form::Dual).then(|| Ends {
        tokens: at..two.tokens.end,
        letters: measure::foreign_letters(hit.clitics),
        low: Amount::exact(Decimal::ONE, Decimal::ONE),
        low_unit: two.unit.clone(),
        high: two.amount,
        unit: two.unit.clone(),
    })
}

/// «ثلاث أو أربع مرات»: two numbers in a row, either of which may be the one.
fn alternative(at: usize, low: Measure, high: Measure) -> Option<Ends> {
    let letters = low.letters;
    let same = low.amount.scale == high.amount.scale || low.unit != Unit::Thing;
    let plain = high.letters == 0 && !high.amount.vague && same;
    let step = high.amount.value.checked_sub(low.amount.value)?;
    if !plain || step != high.amount.scale.max(Decimal::ONE) {
        return None;
    }
    match (&low.unit, &high.unit) {
        (Unit::Thing, _) => ends(at, letters, low, high),
        // «يومين أو ثلاثة»
        (Unit::Time(_), Unit::Thing) if !high.noun => {
            let unit = low.unit.clone();
            ends(at, letters, low, Measure { unit, ..high })
        }
        _ => None,
    }
}

/// «10-15 بالمئة»: two numbers in digits with a dash between them and a unit or a counted noun after: else it is a score
/// or a code.
pub(super) fn dashed(scope: Scope, at: usize, bounded: bool) -> Option<Ends> {
    let s = scope.s;
    let is_dash = |token: &Token| matches!(token.class, Class::Mark('-' | '–' | '—' | '−' | '~'));
    if s.tokens.get(at)?.class != Class::Digits || !s.tokens[at..].iter().any(is_dash) {
        return None;
    }
    let low = numeral::at(s, at).filter(|low| !low.compound)?;
    // «4.50%-4.75%»
    let share = measure::percent_after(s, low.tokens.end);
    let dash = share.unwrap_or(low.tokens.end);
    let is_dash = s.tokens.get(dash).is_some_and(is_dash) && !s.is_taken(dash);
    let glued = s.is_glued(dash) == s.is_glued(dash + 1);
    let before =
        at == 0 || s.tokens[at].gap != Gap::None || s.is_mark(at - 1, '(') || s.tokens[at - 1].class == Class::Arabic;
    if !is_dash || !glued || !before || s.tokens.get(dash + 1)?.class != Class::Digits {
        return None;
    }
    let mut numeral = numeral::at(s, dash + 1)?;
    let end = numeral.tokens.end;
    // Read as if it stood at the place of the first number.
    numeral.tokens.start = at;
    let known = measure::percent_after(s, end).is_some()
        || money::after(s, scope.cx, scope.lexicon, end, false).is_some()
        || duration::unit_after(s, end, false).is_some()
        || count::is_noun(s, end)
        || ratio::of_every(s, &numeral).is_some()
        || numeral.scale > Decimal::ONE && bounded;
    if !known {
        return None;
    }
    let high = measure::of_numeral(scope, numeral, true)?;
    if share.is_some() && high.unit != Unit::Percent {
        return None;
    }
    let mut low =
        Measure { tokens: low.tokens.clone(), letters: 0, amount: Amount::of(&low), unit: Unit::Thing, noun: false };
    share_every(s, &mut low, &high, dash + 1);
    ends(at, 0, low, high)
}
