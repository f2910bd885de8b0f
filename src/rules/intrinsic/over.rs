//! A part that is more than its whole: «120 مقعدا من أصل 100», «112 من بين 100 نائب».
//! Silent on money and on what is measured: more of it may be spent, raised or made than was meant to be.

use super::interval::counted;
use super::part::{is_exact, is_matter, noun};
use super::sentence::{Clause, amount, same_unit};
use super::{Finding, Finds};
use crate::figure::Figure;
use crate::lexicon::{Lexicon, Relation};
use rust_decimal::Decimal;

/// Words from the whole to what says that it was only wanted: «من أصل 100 وحدة سكنية مستهدفة».
const NEAR: usize = 3;

pub(super) fn check(clause: &Clause<'_>, lexicon: &Lexicon, found: &mut Vec<Finding>) {
    for two in clause.numbers().windows(2) {
        let (part, whole) = (two[0], two[1]);
        let told = found.iter().any(|finding| finding.sides.iter().any(|side| side.contains(&whole)));
        if !told
            && is_out_of(clause, part, whole)
            && is_more(clause.figure(part), clause.figure(whole), may_be_others(clause, part, whole, lexicon))
        {
            found.push(Finding::new(Finds::Arithmetic, "part_exceeds_the_whole", vec![vec![part], vec![whole]]));
        }
    }
}

/// «120 مقعدا من أصل 100»: no word stands between. «ارتفع إلى 120 من أصل 100» tells what it was before, and of what is only
/// wanted more may come.
fn is_out_of(clause: &Clause<'_>, part: usize, whole: usize) -> bool {
    let Some(of) = clause.leading_span(Relation::OutOf, whole, 0) else { return false };
    let gap = clause.text().get(clause.figure(part).span.end..of.start).unwrap_or_default().trim();
    let beside = gap.is_empty() || clause.is_noun_of(part, gap);
    let counts = |index: &usize| is_exact(clause.figure(*index)) && !is_matter(clause.figure(*index));
    let exact = [part, whole].iter().all(counts);
    let wanted = clause.tells_near(Relation::Forecast, whole, NEAR)
        || clause.counts_more(whole)
        || clause.leads(Relation::To, part, 0);
    part + 1 == whole && beside && exact && !wanted && same_unit(clause.figure(part), clause.figure(whole))
}

/// Whether they may count two sorts of things, since one of them has no noun: «30 عملا من أصل 5 بلدان». «8 من بين 5 فرق» are
/// hardly teams.
fn may_be_others(clause: &Clause<'_>, part: usize, whole: usize, lexicon: &Lexicon) -> Others {
    let unit = |index: usize| amount(clause.figure(index)).and_then(|quantity| quantity.unit.as_deref());
    let person = |unit: &str| noun(unit, lexicon).is_some_and(|noun| noun.person);
    match (unit(part), unit(whole)) {
        (Some(_), Some(_)) => Others::None,
        (None, Some(of)) if person(of) => Others::Far,
        _ if clause.leads(Relation::FromAmong, whole, 0) => Others::Any,
        _ => Others::Far,
    }
}

/// How many the part may be of the whole's number where they may count two sorts of things.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Others {
    /// They count one sort.
    None,
    /// Numbers that lie far apart may.
    Far,
    /// All may.
    Any,
}

/// Whether the one is surely more than the other: «12 ألف طن من أصل 15» leaves out the scale.
fn is_more(part: &Figure, whole: &Figure, others: Others) -> bool {
    let (Some(of_part), Some(of_whole)) = (counted(&part.value), counted(&whole.value)) else { return false };
    let near = || of_whole.high.checked_mul(Decimal::TWO).is_some_and(|most| of_part.low <= most);
    of_part.low > of_whole.high && (others == Others::None || others == Others::Far && near())
}
