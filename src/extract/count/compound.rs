//! Measures told in two units: «3 كيلومترات و500 متر», «طنا و300 كيلوغرام».
//! In: a sentence and the token after a number, or the second number. Out: what the smaller unit adds to the greater.
//! Not here: money and time (`measure.rs`, `duration/`), and the sizes of units (`rules/lexicon/dimensions.toml`).

use super::{before_part, known};
use crate::extract::measure::Measure;
use crate::extract::numeral::{self, Numeral};
use crate::extract::{Sentence, bound};
use crate::lexicon::{Bounding, Lexicon};
use rust_decimal::Decimal;

/// What a smaller unit adds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Added {
    /// In the greater unit.
    pub worth: Decimal,
    /// The worth of the last digit of it.
    pub precision: Decimal,
    /// The token after it.
    pub end: usize,
}

/// So many decimals tell what is exact.
const EXACT: u32 = 9;
/// So many are kept of what has no end: one inch in feet.
const KEPT: u32 = 4;

/// What is added in a smaller unit to the measure of which the unit stands at token `at`.
pub(crate) fn added_measure(s: &Sentence, lexicon: &Lexicon, at: usize) -> Option<Added> {
    let (noun, end) = known(s, at).filter(|(noun, _)| !noun.whole)?;
    let next = if s.is_and(end) { end + 1 } else { end };
    let numeral = numeral::at(s, next).filter(|numeral| is_joined(numeral, next > end))?;
    let (less, end) = known(s, numeral.tokens.end)?;
    let size = |id: u16| lexicon.facts.sizes.get(usize::from(id)).copied().flatten();
    let ((dimension, great), (same, small)) = (size(noun.id)?, size(less.id)?);
    let share = |count: Decimal| {
        let share = count.checked_mul(small)?.checked_div(great)?.normalize();
        Some(if share.scale() > EXACT { share.round_dp(KEPT).normalize() } else { share })
    };
    let (worth, precision) = (share(numeral.value)?, share(numeral.precision)?);
    // «10 كيلومترات و800 متر و400 متر» are races.
    let listed = || {
        let next = if s.is_and(end) { end + 1 } else { end };
        let third = numeral::at(s, next).filter(|third| is_joined(third, next > end));
        third.is_some_and(|third| known(s, third.tokens.end).is_some_and(|(again, _)| again.id == less.id))
    };
    let fits = dimension == same && small < great && worth > Decimal::ZERO && worth < Decimal::ONE;
    (fits && !listed()).then_some(Added { worth, precision, end })
}

/// One or two of a greater unit right before this number of a smaller one: «طنين و300 كيلوغرام».
pub(crate) fn before_measure(s: &Sentence, lexicon: &Lexicon, smaller: &Numeral) -> Option<Measure> {
    let first = smaller.tokens.start;
    let joint = if smaller.clitics.conjunction { first } else { first.checked_sub(1).filter(|at| s.is_and(*at))? };
    let unit = joint.checked_sub(1)?;
    // «بين طن و500 كيلوغرام»
    let between = unit > 0 && bound::says(s, unit - 1, Bounding::Between).is_some();
    if between { None } else { before_part(s, lexicon, unit) }
}

/// Whether nothing but «و» joins the number to what stands before it.
fn is_joined(numeral: &Numeral, apart: bool) -> bool {
    let clitics = numeral.clitics;
    let plain = !clitics.article && !clitics.preposition && !numeral.vague;
    plain && clitics.conjunction != apart
}
