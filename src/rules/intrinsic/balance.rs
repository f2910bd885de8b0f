//! What came in, what went out and the gap between them: «الإيرادات 263 مليارا والمصروفات 322 مليارا، بعجز قدره 59 مليارا»,
//! «الصادرات 30 مليارا والواردات 21 مليارا، بفائض 9 مليارات». Silent where anything but such a word, and how great it is,
//! leads to one of the three: «العجز الأولي», «الصادرات غير النفطية» are of another account. In a list each has its line.

use super::interval::{Interval, interval};
use super::sentence::{Clause, same_unit};
use super::{Finding, arithmetic};
use crate::figure::{Figure, Kind};
use crate::lexicon::{Lexicon, Relation};
use rust_decimal::Decimal;

/// Words from a word of the three to its figure, and from one figure to the next.
const NEAR: usize = 4;
const REACH: usize = 14;
/// Lines above that of the gap, at the most.
const LONGEST: usize = 8;
/// What may stand between two lines of a list.
const MARKS: [char; 9] = [' ', '\t', '\r', '\n', '-', '•', '–', '*', '|'];
/// So many times the one gap may be the other: else they are of two accounts.
const APART: Decimal = Decimal::TWO;
/// What comes in, what goes out, and whether the gap is short where the second is greater.
const ACCOUNTS: [[Relation; 2]; 2] = [[Relation::Income, Relation::Spending], [Relation::Exports, Relation::Imports]];
/// What names the account of a gap: that of each of [`ACCOUNTS`].
const NAMES: [Relation; 2] = [Relation::Budget, Relation::Trade];
const GAPS: [Relation; 2] = [Relation::Deficit, Relation::Surplus];
/// What may stand between such a word and its figure.
const PLAIN: [Relation; 7] = [
    Relation::Sized,
    Relation::ComesTo,
    Relation::To,
    Relation::Worth,
    Relation::Forecast,
    Relation::Reaches,
    Relation::Epoch,
];

pub(super) fn check(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    for three in clause.numbers().windows(3) {
        let together =
            clause.is_within_words(three[0], three[1], REACH) && clause.is_within_words(three[1], three[2], REACH);
        let alike = three.iter().all(|one| same_unit(clause.figure(*one), clause.figure(three[0])));
        if clause.figure(three[0]).kind() != Kind::Money || !alike || !together {
            continue;
        }
        let of = |relation: Relation| three.iter().copied().find(|one| is_plainly(clause, relation, *one));
        for ([income, spending], name) in ACCOUNTS.into_iter().zip(NAMES) {
            let gap = three.iter().copied().find(|one| is_gap(clause, name, *one));
            if let (Some(income), Some(spending), Some(gap)) = (of(income), of(spending), gap) {
                judge(clause, [income, spending], gap, found);
            }
        }
    }
}

/// The gap that the line of a list tells, where lines above it tell what came in and what went out, and nothing more.
pub(super) fn row(clause: &Clause<'_>, lexicon: &Lexicon, found: &mut Vec<Finding>) {
    let (text, figures) = (clause.text(), clause.all());
    let [gap] = *clause.numbers() else { return };
    let names = NAMES.map(|name| is_gap(clause, name, gap));
    if figures[gap].kind() != Kind::Money || !names.contains(&true) || !ends_line(text, &figures[gap]) {
        return;
    }
    let (mut above, mut line) = (Clause::new(text, figures, lexicon), figures[gap].sentence.start);
    let mut told: Vec<(Relation, usize)> = Vec::new();
    for index in (0..gap).rev().take(LONGEST) {
        let sentence = figures[index].sentence;
        let beside = text.get(sentence.end..line).is_some_and(|between| between.trim_matches(MARKS).is_empty());
        let alone =
            (index == 0 || figures[index - 1].sentence != sentence) && same_unit(&figures[index], &figures[gap]);
        if !beside || !alone {
            break;
        }
        above.read(index..index + 1);
        let plain = |relation: &Relation| is_plainly(&above, *relation, index) && ends_line(text, &figures[index]);
        let Some(account) = ACCOUNTS.into_iter().flatten().find(plain) else {
            // «المنح: مليونان» between them: more came in.
            match told.len() {
                2 => break,
                _ => return,
            }
        };
        told.push((account, index));
        line = sentence.start;
    }
    for ([income, spending], is_named) in ACCOUNTS.into_iter().zip(names) {
        let of = |wanted: Relation| told.iter().find(|(relation, _)| *relation == wanted).map(|(_, index)| *index);
        if let (true, 2, Some(income), Some(spending)) = (is_named, told.len(), of(income), of(spending)) {
            judge(clause, [income, spending], gap, found);
        }
    }
}

/// Whether nothing but a mark follows a figure in its line: «14 مليونا (تقديري)» is told of otherwise.
fn ends_line(text: &str, figure: &Figure) -> bool {
    let rest = text.get(figure.span.end..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    rest.chars().all(|c| !c.is_alphanumeric() && c != '(')
}

/// «العجز 59 مليارا», «عجز الميزانية 59 مليارا»: a gap of this account, or of none that is named.
fn is_gap(clause: &Clause<'_>, name: Relation, index: usize) -> bool {
    GAPS.into_iter().any(|gap| is_plainly_over(clause, gap, index, &[&PLAIN[..], &[name, Relation::InPlace]].concat()))
}

/// «إيرادات بنحو 1184 مليارا», «بلغت الصادرات 30 مليارا».
fn is_plainly(clause: &Clause<'_>, relation: Relation, index: usize) -> bool {
    // «إيرادات موازنة العام المقبل»
    let of_budget = matches!(relation, Relation::Income | Relation::Spending);
    let own = if of_budget { &[Relation::Budget][..] } else { &[] };
    is_plainly_over(clause, relation, index, &[&PLAIN[..], own].concat())
}

/// As much, where these may stand between.
fn is_plainly_over(clause: &Clause<'_>, relation: Relation, index: usize, plain: &[Relation]) -> bool {
    let changes = [Relation::Rise, Relation::Fall, Relation::From, Relation::Difference];
    clause.leads_over(relation, index, NEAR, plain)
        && !changes.iter().any(|change| clause.leads(*change, index, 1))
        // «بعد أن بلغت الصادرات 30 مليارا»
        && !clause.leads(Relation::Was, index, 0)
        && clause.follows_per(index, 2).is_none()
}

fn judge(clause: &Clause<'_>, [income, spending]: [usize; 2], gap: usize, found: &mut Vec<Finding>) {
    let value = |index: usize| clause.figure(index).value.quantity().and_then(interval);
    let (Some(a), Some(b), Some(stated)) = (value(income), value(spending), value(gap)) else { return };
    // «وبلغ العجز 25 مليارا في الفترة نفسها من العام السابق»
    if clause.tells_near(Relation::Epoch, gap, NEAR) {
        return;
    }
    let Some(made) = a.change(b).filter(|made| !made.overlaps(stated) && are_near(*made, stated)) else { return };
    arithmetic::report(found, "gap_does_not_follow", gap, &[income, spending], made);
}

fn are_near(made: Interval, stated: Interval) -> bool {
    let within = |a: Decimal, b: Decimal| b.checked_mul(APART).is_some_and(|most| a <= most);
    within(made.low, stated.high) && within(stated.low, made.high)
}
