//! A change that goes the other way than it is said to: «تراجع الإنتاج من 102 طن إلى 83 مليون طن».
//! Not here: how large it is said to be (`mod.rs`).

use super::{Ends, NEAR, ends};
use crate::figure::{Figure, Kind};
use crate::lexicon::Relation;
use crate::rules::intrinsic::interval::interval;
use crate::rules::intrinsic::sentence::{Clause, amount, same_unit};
use crate::rules::intrinsic::{Finding, Finds};
use rust_decimal::Decimal;

/// Words between a verb of change and what it starts from, with «من», or what it leads to, with «إلى».
const GOVERNED: usize = 6;
/// Words between a value and the time before that it is of.
const WHEN: usize = 3;
/// As much money is no rate: a currency falls from 7 to 14 a dollar.
const NO_RATE: Decimal = Decimal::from_parts(10_000_000, 0, 0, false, 0);

/// Told only where no other word of change stands before: «تراجع نمو الناتج من 5% إلى 3%».
pub(super) fn check(clause: &Clause<'_>, at: usize, found: &mut Vec<Finding>) {
    let Some(Ends { before, after, first, .. }) = from_to(clause, at).or_else(|| to_from(clause, at)) else { return };
    let first = clause.numbers()[first];
    let told = |relation| clause.leads(relation, first, GOVERNED);
    let (rises, falls) = (told(Relation::Rise), told(Relation::Fall));
    let other = || clause.precedes(if rises { Relation::Fall } else { Relation::Rise }, first);
    if rises == falls || other() {
        return;
    }
    let value = |index: usize| clause.figure(index).value.quantity().and_then(interval);
    let (Some(a), Some(b)) = (value(before), value(after)) else { return };
    if rises && b.high < a.low || falls && b.low > a.high {
        found.push(Finding::new(Finds::Arithmetic, "goes_the_other_way", vec![vec![after], vec![before]]));
    }
}

/// «من 102 طن إلى 83 مليون طن», and never of money.
fn from_to(clause: &Clause<'_>, at: usize) -> Option<Ends> {
    let [before, after] = *clause.numbers().get(at..at + 2)?.first_chunk::<2>()?;
    let (from, to) = (clause.figure(before), clause.figure(after));
    let fits = clause.leads(Relation::From, before, 0)
        && clause.leads(Relation::To, after, 0)
        && clause.runs(before, after, NEAR)
        && same_unit(from, to)
        && is_known(from)
        && from.kind() != Kind::Money;
    fits.then_some(Ends { before, after, first: at, last: at + 1 })
}

/// «ارتفعت الأرباح إلى 72 مليون دولار مقابل 95 مليونا في العام الماضي»: the second is of a time before, and the verb
/// begins its clause («تباطؤ نمو الناتج إلى 2% مقابل 3% في العام الماضي»).
fn to_from(clause: &Clause<'_>, at: usize) -> Option<Ends> {
    let ends = ends(clause, at).filter(|ends| ends.after < ends.before && ends.last == at + 1)?;
    let (before, after) = (clause.figure(ends.before), clause.figure(ends.after));
    let large = || after.value.quantity().and_then(|money| money.amount.low().copied()) >= Some(NO_RATE);
    let begins = || {
        let mut verbs = [Relation::Rise, Relation::Fall].into_iter();
        verbs.any(|verb| {
            clause.leading_span(verb, ends.after, GOVERNED).is_some_and(|verb| clause.begins_at(verb.start))
        })
    };
    let fits = clause.leads(Relation::To, ends.after, 0)
        && clause.leads(Relation::Was, ends.before, 1)
        // «ارتفع ترتيب المنتخب إلى 45 مقابل 52»: a lower rank is a higher one.
        && (is_known(before) || is_known(after))
        && (after.kind() != Kind::Money || large())
        && clause.is_of_the_past(ends.before, WHEN)
        && begins();
    fits.then_some(ends)
}

/// It says itself of what it is so many.
fn is_known(figure: &Figure) -> bool {
    figure.kind() == Kind::Percent || amount(figure).is_some_and(|quantity| quantity.unit.is_some())
}
