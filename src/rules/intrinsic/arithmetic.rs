//! What every check of figures that follow from one another shares: how a finding is told.

use super::interval::Interval;
use super::{Finding, Finds, Made};

/// Tells that `stated` is not what the figures `from` make.
pub(super) fn report(found: &mut Vec<Finding>, cause: &'static str, stated: usize, from: &[usize], made: Interval) {
    let sides = vec![vec![stated], from.to_vec()];
    let made = Some(Made { figure: stated, is: made });
    found.push(Finding { made, ..Finding::new(Finds::Arithmetic, cause, sides) });
}
