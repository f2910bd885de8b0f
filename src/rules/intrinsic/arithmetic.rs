//! What every check of figures that follow from one another shares: how a finding is told.

use super::interval::Interval;
use super::{Finding, Finds};

/// Tells that `stated` is not what the figures `from` make.
pub(super) fn report(found: &mut Vec<Finding>, cause: &'static str, stated: usize, from: &[usize], made: Interval) {
    let sides = vec![vec![stated], from.to_vec()];
    found.push(Finding { expected: made.middle(), ..Finding::new(Finds::Arithmetic, cause, sides) });
}
