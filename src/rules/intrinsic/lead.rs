//! How far one is ahead of another: «برصيد 28 نقطة، متقدما بفارق 4 نقاط عن الثاني الذي يملك 24 نقطة».

use super::Finding;
use super::arithmetic;
use super::interval::{Interval, counted, interval};
use super::part::is_exact;
use super::sentence::{Clause, is_joined, percent, same_unit};
use crate::lexicon::Relation;
use rust_decimal::Decimal;

/// Words between the first and how far it is ahead, and from that to the second.
const REACH: usize = 9;
const FAR: usize = 14;

pub(super) fn check(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    told_last(clause, found);
    for three in clause.numbers().windows(3) {
        let [first, lead, second] = [three[0], three[1], three[2]];
        let exact = three.iter().all(|one| is_exact(clause.figure(*one)));
        let alike = three.iter().all(|one| same_unit(clause.figure(*one), clause.figure(lead)));
        let over = clause.follows(Relation::Over, lead, 1);
        let ahead = clause.leads(Relation::Difference, lead, 1) && over;
        let joined = clause.runs(first, lead, REACH) && clause.runs(lead, second, FAR);
        // «الذي كان يملك 24 نقطة قبل الجولة»
        let earlier = [Relation::Rise, Relation::Fall, Relation::Difference, Relation::Was, Relation::Once]
            .iter()
            .any(|of| clause.leads(*of, second, 2));
        // «على الثاني، وسبع نقاط على الثالث», «عن الثاني، وبقي الثالث على 33 نقطة» are of others.
        let between = clause.between(lead, second);
        let named = clause.parts(Relation::Which, lead, second)
            || clause.leads(Relation::Numbering, second, 0)
            || between.trim_end().ends_with('(');
        let of_second = named && !between.split_whitespace().any(is_joined);
        let value = |index: usize| counted(&clause.figure(index).value);
        let (Some(a), Some(stated), Some(b), true) =
            (value(first), value(lead), value(second), exact && alike && ahead && joined && of_second && !earlier)
        else {
            continue;
        };
        if let Some(made) = another_lead(a, b, stated) {
            arithmetic::report(found, "change_does_not_follow", lead, &[first, second], made);
        }
    }
}

/// «18,450 صوتا، تليها الثانية بـ16,980 صوتا، أي بفارق 1,470 صوتا»; «52.4% مقابل 41.1% لمنافسه، بفارق 11.3 نقطة».
fn told_last(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    for three in clause.numbers().windows(3) {
        let [first, second, lead] = [three[0], three[1], three[2]];
        let points = clause.follows(Relation::PercentagePoints, lead, 0);
        let shares = points && [first, second].iter().all(|one| percent(clause.figure(*one)).is_some());
        let exact = three.iter().all(|one| is_exact(clause.figure(*one)));
        let counts = exact && three.iter().all(|one| same_unit(clause.figure(*one), clause.figure(lead)));
        let ahead = clause.leads(Relation::Difference, lead, 1) && !clause.follows(Relation::Over, lead, 1);
        let joined = clause.runs(first, second, REACH) && clause.runs(second, lead, REACH);
        // «52% مقابل 41%، وكانت الاستطلاعات توقعت تقدمه بفارق 13 نقطة»
        let other = clause.parts(Relation::Forecast, second, lead) || clause.leads(Relation::Difference, second, 2);
        let told = found.iter().any(|finding| finding.sides.first().is_some_and(|side| side[..] == [lead]));
        if !(shares || counts) || !ahead || !joined || other || told {
            continue;
        }
        let value = |index: usize| {
            let figure = clause.figure(index);
            percent(figure).map_or_else(|| counted(&figure.value), interval)
        };
        let stated = if shares { clause.figure(lead).value.quantity().and_then(interval) } else { value(lead) };
        let (Some(a), Some(stated), Some(b)) = (value(first), stated, value(second)) else { continue };
        // «109 أصوات من أصل 161، وهو ما يتجاوز 81 صوتا بفارق 28»
        let numbers = || clause.numbers().iter().filter(|other| **other != lead).filter_map(|other| value(*other));
        let explained = || numbers().any(|p| numbers().any(|q| p.change(q).is_some_and(|made| made.overlaps(stated))));
        if let Some(made) = another_lead(a, b, stated)
            && !explained()
        {
            arithmetic::report(found, "change_does_not_follow", lead, &[first, second], made);
        }
    }
}

/// How far the first is ahead of the second, where that is not what is stated and the two are near enough to be of one race.
fn another_lead(first: Interval, second: Interval, stated: Interval) -> Option<Interval> {
    let near =
        second.high.checked_mul(Decimal::TWO).is_some_and(|twice| first.low <= twice && second.low <= first.high);
    first.change(second).filter(|made| near && !made.overlaps(stated) && stated.high < first.low)
}
