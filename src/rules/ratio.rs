//! Ratios: how many times as much the greater of two values is.

use crate::figure::{Figure, Kind};
use rust_decimal::Decimal;

/// The greater value by the lesser, where both are numbers of one unit, or of two of these sizes.
pub(super) fn ratio(a: &Figure, b: &Figure, sizes: Option<(Decimal, Decimal)>) -> Option<Decimal> {
    let (p, q) = (a.value.quantity()?, b.value.quantity()?);
    if p.unit != q.unit && a.kind() == Kind::Money {
        return None;
    }
    let (p, q) = (p.amount.low().or(p.amount.high())?.abs(), q.amount.low().or(q.amount.high())?.abs());
    let sizes = sizes.unwrap_or((Decimal::ONE, Decimal::ONE));
    let (p, q) = (p.checked_mul(sizes.0)?, q.checked_mul(sizes.1)?);
    let (low, high) = if p < q { (p, q) } else { (q, p) };
    let ratio = high.checked_div(low)?;
    let places = if ratio < Decimal::TEN { 3 } else { 1 };
    Some(ratio.round_dp(places))
}

/// The ratio as decimal text.
pub(super) fn ratio_text(ratio: Decimal) -> String {
    ratio.normalize().to_string()
}
