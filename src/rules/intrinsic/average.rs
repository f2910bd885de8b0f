//! An average that is not the sum by the number: «40 طائرة بـ5.2 مليار دولار، أي بمتوسط 150 مليون دولار للطائرة».
//! As much for a price and the worth of all that is sold at it, and for an offer and how often it was covered.

use super::interval::{Interval, counted, interval};
use super::sentence::{Clause, count_alike, is_times, same_unit};
use super::{Finding, arithmetic};
use crate::figure::{Bounded, Kind};
use crate::lexicon::Relation;
use rust_decimal::Decimal;

/// Words between the average and what it is made of at the most.
const REACH: usize = 12;

/// So many times what the things hold together the whole may be, or that the whole.
const APIECE: Decimal = Decimal::from_parts(14, 0, 0, false, 1);
/// Before what falls to each of several things.
const EACH: [Relation; 2] = [Relation::Each, Relation::Apiece];

pub(super) fn check(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    for (place, one) in clause.numbers().iter().copied().enumerate() {
        if is_worth(clause, place) {
            worth(clause, place, found);
        } else if is_coverage(clause, one) {
            coverage(clause, place, found);
        } else if [Relation::EachHolds, Relation::Apiece].iter().any(|each| clause.leads(*each, one, 1)) {
            groups(clause, place, found);
        } else {
            averages(clause, place, found);
        }
    }
}

/// «أي بمتوسط 150 مليون دولار», «أي 150 مليون دولار للطائرة الواحدة», «بمعدل 3 أهداف في المباراة»: the words say that it
/// is an average, or of which things.
fn is_average(clause: &Clause<'_>, one: usize, things: usize) -> bool {
    let average = clause.leads(Relation::Average, one, 4) || clause.leads(Relation::MadeOf, one, 0);
    let equals = |words| clause.leads(Relation::Equals, one, words);
    let each = clause.follows(Relation::Each, one, 2) && !clause.is_each_of_others(one, things)
        || clause.is_each_of(one, things);
    let money = clause.figure(one).kind() == Kind::Money;
    (each && (average || equals(3)) || money && average && equals(8)) && clause.follows_per(one, 4).is_none()
}

/// The average stands right after a sum and a number of things, in either order, and nothing else that fits.
fn averages(clause: &Clause<'_>, place: usize, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    let one = numbers[place];
    let Some([a, b]) = place.checked_sub(2).and_then(|at| numbers.get(at..place)).and_then(|two| two.first_chunk())
    else {
        return;
    };
    let alike =
        |index: usize| clause.figure(index).kind() == clause.figure(one).kind() && has_unit_of(clause, index, one);
    let (sum, count) = match (alike(*a), alike(*b)) {
        (true, false) => (*a, *b),
        (false, true) => (*b, *a),
        _ => return,
    };
    let is_count = clause.figure(count).kind() == Kind::Count && is_average(clause, one, count);
    let some_of_it = clause.parts(Relation::Among, *a, one) || clause.parts(Relation::Chief, *a, one);
    // «14.6 دينارا للكيلوغرام» of so many tons
    let of_others = clause.is_for_others(one, count);
    // «3 ملايين برميل يوميا بإيرادات بلغت 7 مليارات»: nobody knows in how many days.
    let paced = clause.follows_per(count, 1).is_some() && clause.follows_per(sum, 1).is_none();
    if !is_count || paced || some_of_it || of_others || !clause.runs(*a, *b, REACH) || !clause.runs(*b, one, REACH) {
        return;
    }
    let value = |index: usize| clause.figure(index).value.quantity().and_then(interval);
    let things = counted(&clause.figure(count).value);
    let (Some(all), Some(things), Some(stated)) = (value(sum), things, value(one)) else { return };
    if things.low <= Decimal::ZERO || all.low <= stated.high {
        return;
    }
    // «3000 مقعد، 1200 منها للأجانب، … 15 ألف طلب، أي بمعدل 5 طلبات لكل مقعد»
    let others =
        || clause.numbers().iter().filter(|other| ![sum, one, count].contains(other)).filter_map(|other| value(*other));
    let explained = || {
        let made = others().filter(|count| count.low > Decimal::ZERO).filter_map(|count| all.over(count));
        made.into_iter().any(|made| made.overlaps(stated)) || clause.counts_more(one)
    };
    if let Some(made) = all.over(things)
        && !made.overlaps(stated)
        && !explained()
    {
        arithmetic::report(found, "average_does_not_follow", one, &[sum, count], made);
    }
}

fn has_unit_of(clause: &Clause<'_>, index: usize, one: usize) -> bool {
    let unit = |index: usize| clause.figure(index).value.quantity().and_then(|quantity| quantity.unit.as_ref());
    // A sum of money may leave its currency out, a number of things not what is counted.
    clause.figure(one).kind() == Kind::Money && same_unit(clause.figure(index), clause.figure(one))
        || unit(index).is_some() && unit(index) == unit(one)
        || count_alike(clause.figure(index), clause.figure(one))
}

/// «بقيمة إجمالية 1.44 مليار».
fn is_worth(clause: &Clause<'_>, place: usize) -> bool {
    let all = clause.numbers()[place];
    let led = [Relation::InAll, Relation::Worth, Relation::Raising].iter().any(|worth| clause.leads(*worth, all, 2));
    // «200 رأس بسعر 150 دينارا للرأس، أي 30 ألف دينار»
    let price = place.checked_sub(1).map(|price| clause.numbers()[price]);
    let made = || price.is_some_and(|price| is_price(clause, price, place) && that_is(clause, all));
    // «40 صفا في كل صف 25 مقعدا، بسعة إجمالية 1000 مقعد»
    let held = || {
        let each = |held: usize| EACH.iter().any(|each| clause.leads(*each, held, 1));
        price.is_some_and(|held| each(held) && has_unit_of(clause, held, all))
    };
    clause.figure(all).kind() == Kind::Money && (led || made()) || led && held()
}

/// «أي 30 ألف دينار», «أي وفر قدره 30 ألف دينار», «ما يعني توفير 30 ألف دينار».
fn that_is(clause: &Clause<'_>, all: usize) -> bool {
    [Relation::ThatIs, Relation::Equals].iter().any(|equals| clause.leads(*equals, all, 2))
}

/// «بسعر 150 دينارا», or of each of the things counted before it: «… رغيف، والزيادة 15 قرشا في الرغيف».
fn is_price(clause: &Clause<'_>, price: usize, place: usize) -> bool {
    let things = place.checked_sub(2).map(|things| clause.numbers()[things]);
    clause.leads(Relation::Average, price, 1)
        || clause.follows(Relation::Each, price, 1)
        || EACH.iter().any(|each| clause.leads(*each, price, 1))
        || things.is_some_and(|things| clause.is_each_of(price, things))
}

/// «48 مليون سهم بسعر 30 ريالا للسهم، بقيمة إجمالية 1.44 مليار ريال».
fn worth(clause: &Clause<'_>, place: usize, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    let all = numbers[place];
    let Some([count, one]) = place.checked_sub(2).and_then(|at| numbers.get(at..place)?.first_chunk::<2>()).copied()
    else {
        return;
    };
    let fits = clause.figure(count).kind() == Kind::Count
        && same_unit(clause.figure(one), clause.figure(all))
        && is_price(clause, one, place)
        // «… رغيف، وإن الزيادة 15 قرشا في الرغيف»: it is of them, whatever is spoken of between.
        && (clause.runs(count, one, REACH)
            || clause.is_each_of(one, count) && clause.is_within_words(count, one, REACH))
        && clause.runs(one, all, REACH);
    let value = |index: usize| clause.figure(index).value.quantity().and_then(interval);
    let things = counted(&clause.figure(count).value);
    let (Some(things), Some(each), Some(stated), true) = (things, value(one), value(all), fits) else { return };
    if things.low <= Decimal::ZERO || each.low <= Decimal::ZERO || stated.low <= each.high {
        return;
    }
    // «4 وحدات قدرة كل منها 650 ميغاواط، ضمن محطة بقدرة إجمالية 4800 ميغاواط»
    let apiece = clause.leads(Relation::Apiece, one, 1);
    let wider = apiece
        && ([Relation::Wider, Relation::From].iter().any(|wider| clause.parts(*wider, one, all))
            || clause.leads_per(all, 2).is_some()
            || clause.parts(Relation::Including, one, all));
    // «بأسعار تبدأ من 800 ألف درهم للوحدة»
    let least = clause.leads(Relation::Begins, one, 1);
    if wider || least {
        return;
    }
    // «بسعر 150 دينارا للرأس، أي 200 دينار مع النقل»
    let near = |made: &Interval| {
        let most = if apiece { APIECE } else { Decimal::TWO };
        let within = |a: Decimal, b: Decimal| b.checked_mul(most).is_some_and(|most| a <= most);
        let told = that_is(clause, all) || apiece;
        within(made.low, stated.high) && within(stated.low, made.high) || !told
    };
    let explained = || {
        let others = clause
            .numbers()
            .iter()
            .filter(|other| ![all, one, count].contains(other))
            .filter_map(|other| value(*other));
        let made = others.filter_map(|things| things.times(each));
        made.into_iter().any(|made| made.overlaps(stated)) || clause.counts_more(all)
    };
    if let Some(made) = things.times(each).filter(near)
        && !made.overlaps(stated)
        && !explained()
    {
        arithmetic::report(found, "average_does_not_follow", all, &[count, one], made);
    }
}

/// «32 فريقا موزعين على 8 مجموعات، في كل منها 4 فرق».
fn groups(clause: &Clause<'_>, place: usize, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    let one = numbers[place];
    let Some([sum, count]) = place.checked_sub(2).and_then(|at| numbers.get(at..place)?.first_chunk::<2>()).copied()
    else {
        return;
    };
    let shared = clause.parts(Relation::MadeOf, sum, count)
        || clause.parts(Relation::Divided, sum, count)
        || clause.leads(Relation::Onto, count, 0)
        || clause.leads(Relation::From, count, 0) && clause.leads(Relation::EachHolds, one, 1);
    // «في كل منها 20 شقة، إضافة إلى ملحق به 50 شقة»
    let more = numbers.get(place + 1).is_some_and(|next| has_unit_of(clause, *next, one));
    let fits = shared
        && !more
        && has_unit_of(clause, sum, one)
        && !has_unit_of(clause, count, one)
        && clause.figure(count).kind() == Kind::Count
        && clause.runs(sum, count, REACH)
        && clause.runs(count, one, REACH);
    let value = |index: usize| counted(&clause.figure(index).value);
    let (Some(all), Some(things), Some(each), true) = (value(sum), value(count), value(one), fits) else { return };
    if let Some(made) = things.times(each).filter(|_| things.low > Decimal::ZERO && each.low > Decimal::ZERO)
        && !made.overlaps(all)
    {
        arithmetic::report(found, "average_does_not_follow", sum, &[count, one], made);
    }
}

/// «ما يعني تغطيته 42.5 مرة»: how many times the orders are the offer.
fn is_coverage(clause: &Clause<'_>, one: usize) -> bool {
    let figure = clause.figure(one);
    (figure.kind() == Kind::Ratio || is_times(figure)) && clause.leads(Relation::Covers, one, 3)
}

fn coverage(clause: &Clause<'_>, place: usize, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    let one = numbers[place];
    let Some([a, b]) = place.checked_sub(2).and_then(|at| numbers.get(at..place)).and_then(|two| two.first_chunk())
    else {
        return;
    };
    let exact = |index: usize| {
        let quantity = clause.figure(index).value.quantity()?;
        matches!(quantity.amount, Bounded::Exact(_)).then(|| interval(quantity)).flatten()
    };
    let fits = same_unit(clause.figure(*a), clause.figure(*b))
        && clause.figure(*a).kind() == Kind::Money
        && clause.runs(*a, *b, REACH)
        && clause.runs(*b, one, REACH);
    let (Some(p), Some(q), Some(stated), true) = (exact(*a), exact(*b), exact(one), fits) else { return };
    let (low, high): (Interval, Interval) = if p.low <= q.low { (p, q) } else { (q, p) };
    if low.low <= Decimal::ZERO {
        return;
    }
    if let Some(made) = high.over(low)
        && !made.overlaps(stated)
    {
        arithmetic::report(found, "multiple_does_not_follow", one, &[*a, *b], made);
    }
}
