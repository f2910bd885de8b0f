//! A whole that stands after its parts: «28 في بنها، و21 في طوخ، و14 في قليوب، أي 63 جريحا», «… بإجمالي 3.2 مليار».
//! Not here: parts that follow their whole (`total.rs`), lines of a list (`list.rs`).

use super::Finding;
use super::interval::{Interval, counted};
use super::part::{self, Link, SURE, are_joined, is_exact, is_part, is_sort, noun};
use super::sentence::{Clause, amount, is_joined, same_unit};
use crate::figure::{Bounded, Figure, Kind};
use crate::lexicon::{Lexicon, Relation};
use rust_decimal::Decimal;

/// Parts of one whole at the most: a longer list is a table, not a sentence.
const MAX_PARTS: usize = 12;
/// Words from part to part, and from the last one to the whole.
const REACH: usize = 9;
/// Words between «ليصل», with what it is the number of, and the whole.
const NAMED: usize = 3;
/// Words between «مجموع» and the whole, after a verb that leads to it.
const FAR: usize = 5;
/// Where only the order of words says that the parts make the whole, a slip is no greater than by two fifths.
pub(super) const NEAR: Decimal = Decimal::from_parts(14, 0, 0, false, 1);

/// How surely the words say that the figure is the sum of those before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sure {
    /// «بإجمالي», «ما مجموعه».
    Said,
    /// «أي 63 جريحا», «ليصل الإجمالي إلى»: it may be something else, or more than what was just told.
    Likely,
}

impl Sure {
    /// So many times the sum the whole may be, or the sum the whole: else it sums up more than was told.
    fn near(self) -> Decimal {
        match self {
            Sure::Said => Decimal::TWO,
            Sure::Likely => NEAR,
        }
    }
}

/// Holds the figure at this place of the sentence's numbers against those before it, if it sums them up.
pub(super) fn check(clause: &Clause<'_>, place: usize, lexicon: &Lexicon, found: &mut Vec<Finding>) {
    let whole = clause.numbers()[place];
    // «120 نائبا وضده 60 وامتنع 15، من أصل 230 نائبا»: some of them are told.
    if [Relation::OutOf, Relation::OutOfEvery].iter().any(|of| clause.leads(*of, whole, NAMED)) {
        let parts = parts_before(clause, place, lexicon);
        // «حبس 11 متهما وإخلاء سبيل 9 آخرين من بين 18 متهما»
        let others =
            parts.len() == 2 && clause.follows(Relation::Rest, parts[1], 0) && clause.leads(Relation::OutOf, whole, 0);
        if parts.len() >= SURE || others {
            let link = if others { Link::Apart } else { Link::Some };
            part::judge(clause.all(), whole, &parts, link, found);
        }
        return;
    }
    if let Some(rivals) = rivals(clause, place) {
        part::judge(clause.all(), whole, &rivals, Link::Pieces, found);
        return;
    }
    let Some(sure) = sums_up(clause, whole) else { return };
    let parts = parts_before(clause, place, lexicon);
    if parts.len() < 2 || is_explained(clause, place) || !is_near(clause, whole, &parts, sure.near()) {
        return;
    }
    part::judge(clause.all(), whole, &parts, Link::All, found);
}

/// «55 مقعدا مقابل 50 للحزب الحاكم في البرلمان المؤلف من 100 مقعد»: two sides have no more than all there is.
fn rivals(clause: &Clause<'_>, place: usize) -> Option<[usize; 2]> {
    let numbers = clause.numbers();
    let whole = numbers[place];
    let [one, two] = *numbers.get(place.checked_sub(2)?..place)?.first_chunk::<2>()?;
    let alike = [one, two]
        .iter()
        .all(|part| same_unit(clause.figure(*part), clause.figure(whole)) && is_exact(clause.figure(*part)));
    let named = amount(clause.figure(whole)).is_some_and(|quantity| quantity.unit.is_some());
    let against = clause.leads(Relation::Was, two, 0)
        && clause.after(two).split_whitespace().take(2).any(|word| word.starts_with('ل'));
    let fits = alike && named && against && clause.leads(Relation::MadeOf, whole, 0);
    (fits && clause.runs(one, two, REACH) && clause.runs(two, whole, REACH)).then_some([one, two])
}

fn sums_up(clause: &Clause<'_>, whole: usize) -> Option<Sure> {
    let changes = |words| [Relation::Rise, Relation::Fall].iter().any(|change| clause.leads(*change, whole, words));
    let said = clause.leads(Relation::InAll, whole, 1) && !clause.leads(Relation::Reaches, whole, NAMED);
    let other = !said && clause.follows_per(whole, NAMED).is_some()
        || clause.follows(Relation::Each, whole, 1)
        || [Relation::Deficit, Relation::Surplus].iter().any(|gap| clause.leads(*gap, whole, NAMED))
        || clause.follows(Relation::More, whole, 1)
        || clause.follows(Relation::Among, whole, 1);
    if changes(4) || other {
        return None;
    }
    let grows = || {
        [Relation::SoFar, Relation::Ago, Relation::Forecast].iter().any(|relation| clause.tells(*relation, whole))
            || [Relation::SoFar, Relation::More, Relation::Rest].iter().any(|past| clause.precedes(*past, whole))
    };
    let named = amount(clause.figure(whole)).is_some_and(|quantity| quantity.unit.is_some());
    // «بإجمالي 1700 غارة منذ بدء التصعيد»
    let since = || {
        [Relation::SoFar, Relation::Ago].iter().any(|relation| clause.tells_near(*relation, whole, NAMED))
            || clause.precedes(Relation::SoFar, whole)
    };
    // «ليبلغ مجموع ما جمعته في يومين 13 مليونا»
    let comes_to = || {
        let all = clause.leading_span(Relation::InAll, whole, FAR);
        all.is_some_and(|all| clause.stands_before(Relation::Reaches, all.start))
    };
    if said && !since() {
        Some(Sure::Said)
    } else if clause.leads(Relation::InAll, whole, 2) && !grows()
        || (clause.leads(Relation::Reaches, whole, NAMED) || comes_to()) && !grows()
        || clause.leads(Relation::ThatIs, whole, 0) && named && !clause.precedes(Relation::OutOf, whole)
    {
        Some(Sure::Likely)
    } else {
        None
    }
}

/// The figures of the list that ends at the whole.
fn parts_before(clause: &Clause<'_>, place: usize, lexicon: &Lexicon) -> Vec<usize> {
    let numbers = clause.numbers();
    let whole = numbers[place];
    let mut parts: Vec<usize> = Vec::new();
    for part in numbers[..place].iter().copied().rev().take(MAX_PARTS) {
        // «3 طرق بقيمة 20 مليونا و5 جسور بقيمة 60 مليونا»
        if clause.figure(part).kind() != clause.figure(whole).kind() {
            continue;
        }
        let joined = match parts.last() {
            None => clause.runs(part, whole, REACH),
            Some(next) => are_listed(clause, part, *next),
        };
        let alike = is_of(clause.figure(part), clause.figure(whole), lexicon);
        // «14 ألف طن: 6 آلاف في الشمال …، أي 14 ألف طن»
        let told_first = parts.last().is_some_and(|first| clause.between(part, *first).trim_end().ends_with(':'));
        if told_first {
            return in_order(parts);
        }
        if !joined || !alike {
            // Another of the same kind may be one more of them: who knows.
            return if alike || joined { Vec::new() } else { in_order(parts) };
        }
        parts.push(part);
    }
    in_order(parts)
}

fn in_order(mut parts: Vec<usize>) -> Vec<usize> {
    parts.reverse();
    parts
}

/// Whether the one may be a part of the other, or a sort of it, or as good as one: «15 شخصا … أي 30 موقوفا».
fn is_of(part: &Figure, whole: &Figure, lexicon: &Lexicon) -> bool {
    let unit = |figure: &Figure| amount(figure).and_then(|quantity| quantity.unit.clone());
    let person = |unit: &str| noun(unit, lexicon).is_some_and(|noun| noun.person);
    let longer = |a: &str, b: &str| b.strip_prefix(a).is_some_and(|rest| rest.starts_with(' '));
    let alike = || match (unit(part), unit(whole)) {
        (Some(a), Some(b)) => person(&a) && person(&b) || longer(&a, &b) || longer(&b, &a),
        (_, None) => true,
        _ => false,
    };
    let counts = part.kind() == Kind::Count && whole.kind() == Kind::Count;
    let sort = || is_part(part, whole, lexicon) || is_sort(part, whole, lexicon);
    is_exact(part) && (sort() || counts && alike())
}

/// The second is the next of a list, or of the same said of another: «الحقل الشرقي 40 ألفا والحقل الغربي 25 ألفا».
fn are_listed(clause: &Clause<'_>, one: usize, two: usize) -> bool {
    let apart = [Relation::Rise, Relation::Fall, Relation::Among, Relation::OutOf, Relation::From, Relation::Was];
    // «67 صوتا مقابل 45 صوتا ضده»
    let side = |relation: Relation| relation == Relation::Was && clause.follows(Relation::Sides, two, 1);
    let broken = apart.iter().any(|relation| clause.leads(*relation, two, REACH) && !side(*relation));
    let named = || clause.between(one, two).split_whitespace().any(|word| is_joined(word) && word.chars().count() > 2);
    let added = clause.parts(Relation::Added, one, two);
    !broken
        && (are_joined(clause, one, two) || (added || named() || side(Relation::Was)) && clause.runs(one, two, REACH))
}

/// Other figures of the sentence make the whole, or one of them is it.
fn is_explained(clause: &Clause<'_>, place: usize) -> bool {
    let numbers = clause.numbers();
    let whole = numbers[place];
    let value = |index: usize| counted(&clause.figure(index).value);
    let Some(stated) = value(whole) else { return true };
    let before = numbers[..place].iter().copied().rev().take(MAX_PARTS);
    // «أصيب 6 جنود و4 مدنيين، وبلغ إجمالي الضحايا 14 بعد وفاة 4»
    let next = numbers.get(place + 1).copied();
    let alike: Vec<Interval> = before.filter(|index| same_kind(clause, *index, whole)).filter_map(value).collect();
    let with_next = || {
        let rest = stated.minus(next.filter(|next| same_kind(clause, *next, whole)).and_then(value)?)?;
        Some(makes(&alike, Interval::ZERO, rest))
    };
    makes(&alike, Interval::ZERO, stated) || with_next().unwrap_or(false) || is_less_by_one(&alike, stated)
}

/// «24 نقطة و18 نقطة، وحسمت منه 3 نقاط، ليصبح 39»: the last of them, which stands first here, is taken off.
fn is_less_by_one(numbers: &[Interval], stated: Interval) -> bool {
    let less = || {
        let (last, others) = numbers.split_first().filter(|(_, others)| others.len() > 1)?;
        others.iter().try_fold(Interval::ZERO, |sum, one| sum.plus(*one))?.minus(*last)
    };
    less().is_some_and(|rest| rest.overlaps(stated))
}

fn same_kind(clause: &Clause<'_>, one: usize, other: usize) -> bool {
    let (one, other) = (clause.figure(one), clause.figure(other));
    same_unit(one, other) || one.kind() == other.kind()
}

/// Whether some of the numbers make what is missing of the sum.
fn makes(numbers: &[Interval], sum: Interval, stated: Interval) -> bool {
    if sum.low > Decimal::ZERO && sum.overlaps(stated) {
        return true;
    }
    let Some((first, rest)) = numbers.split_first() else { return false };
    sum.low <= stated.high && (makes(rest, sum, stated) || sum.plus(*first).is_some_and(|sum| makes(rest, sum, stated)))
}

/// The whole is not so far from the sum that something else must be meant, unless by a power of ten.
pub(super) fn is_near(clause: &Clause<'_>, whole: usize, parts: &[usize], most: Decimal) -> bool {
    let value = |index: &usize| counted(&clause.figure(*index).value);
    let sum = parts.iter().try_fold(Interval::ZERO, |sum, part| sum.plus(value(part)?));
    let greatest = parts.iter().filter_map(value).map(|part| part.high).max();
    let (Some(sum), Some(stated), Some(greatest)) = (sum, value(&whole), greatest) else { return false };
    let within = |a: Decimal, b: Decimal| b.checked_mul(most).is_some_and(|most| a <= most);
    let slipped = [sum.scaled(Decimal::TEN), sum.scaled(Decimal::ONE_THOUSAND)];
    let tens = slipped.into_iter().flatten().any(|sum| sum.overlaps(stated));
    tens || stated.low >= greatest && within(stated.low, sum.high) && within(sum.low, stated.high)
}

/// Whether the first parts are all of the whole, and what comes after is another thing: «25 هم 15 رجلا و10 نساء و5 حكام».
pub(super) fn is_made_before_the_end(clause: &Clause<'_>, whole: usize, parts: &[usize]) -> bool {
    let exact = |at: &usize| match clause.figure(*at).value.quantity()?.amount {
        Bounded::Exact(n) => Some(n),
        _ => None,
    };
    let numbers: Option<Vec<Decimal>> = parts.iter().map(exact).collect();
    let (Some(whole), Some(numbers)) = (exact(&whole), numbers.filter(|numbers| numbers.len() > 2)) else {
        return false;
    };
    let mut sum = Some(Decimal::ZERO);
    let sums = numbers.iter().map(|number| {
        sum = sum.and_then(|sum| sum.checked_add(*number));
        sum
    });
    sums.take(numbers.len() - 1).skip(1).any(|sum| sum == Some(whole))
}
