//! A percentage that does not follow from part and whole: «74 من أصل 186، أي 47%».

use super::interval::{Interval, counted, interval};
use super::part::are_joined;
use super::sentence::{Clause, amount, percent, same_unit};
use super::{Finding, arithmetic};
use crate::figure::{Bounded, Figure, Kind, Value};
use crate::lexicon::Relation;
use rust_decimal::Decimal;

/// Words between part, whole and share at the most.
const REACH: usize = 9;
/// As many, from a whole that is told right after its share to the part.
const FAR: usize = 14;
/// Words between figures that nothing else ties together.
const NEAR: usize = 5;
/// Words from «بنسبة» to the share, with what it is a share of.
const NAMED: usize = 3;
/// How many percent a share in words may be off.
const WORDED: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
/// How many words «9 من كل 10» has at the least.
const OF_EVERY: usize = 4;
/// One in a hundred.
const PERCENT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

pub(super) fn check(clause: &Clause<'_>, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    for (place, share) in numbers.iter().enumerate() {
        let is_percent = percent(clause.figure(*share)).is_some() || fraction(clause.figure(*share)).is_some();
        let changes = || [Relation::Rise, Relation::Fall].iter().any(|relation| clause.leads(*relation, *share, 2));
        // «أي نصف ما باعته العام الماضي» is of something else.
        let of_what =
            || fraction(clause.figure(*share)).is_some() && clause.after(*share).trim_start().starts_with("ما ");
        if !is_percent || changes() || of_what() {
            continue;
        }
        let before = place.checked_sub(2).and_then(|at| part_and_whole(clause, at));
        let after = || part_and_whole(clause, place + 1);
        let told = || given(clause, place).or_else(|| of_them(clause, place));
        let pair = match before {
            Some(pair) if says_share(clause, *share) && clause.runs(numbers[place - 1], *share, REACH) => Some(pair),
            _ if clause.leads(Relation::Share, *share, 3) => after()
                .filter(|_| clause.runs(*share, numbers[place + 1], REACH))
                .or_else(|| called(clause, place))
                .or_else(told),
            _ => told(),
        };
        let pair = pair.filter(|(part, whole)| part_of(clause, *part, *whole).is_some());
        if pair.is_none() {
            slipped(clause, place, found);
        }
        if let Some((part, whole)) = pair {
            judge(clause, *share, part, whole, found);
        } else {
            in_round_numbers(clause, place, found);
        }
    }
}

/// «أي 40%», «بنسبة 40%», «لتبلغ نسبة المشاركة 40%», «أي إن نسبة المشاركة وصلت إلى 40%», or in brackets right after; «وبلغت نسبة نجاح الطالبات 85%»
/// is of others, and so may be «وهي نسبة تبلغ 85% بين الطالبات».
fn says_share(clause: &Clause<'_>, share: usize) -> bool {
    clause.leads_as_adverb(Relation::Share, share, 3)
        || clause.leads(Relation::Equals, share, 6)
        || clause.leads_plainly(Relation::SuchShare, share) && clause.ends_after(share)
        || clause
            .leading_span(Relation::Share, share, NAMED)
            .is_some_and(|share| clause.stands_before(Relation::Reaches, share.start))
        || clause.before(share).trim_end().ends_with('(')
}

/// «74 من أصل 186», «من أصل 186 … 74».
fn part_and_whole(clause: &Clause<'_>, at: usize) -> Option<(usize, usize)> {
    let [one, two] = *clause.numbers().get(at..at + 2)? else { return None };
    let of = [Relation::OutOf, Relation::OutOfEvery].iter().any(|of| clause.leads(*of, two, 1));
    if of && clause.runs(one, two, REACH) {
        Some((one, two))
    } else if clause.leads(Relation::Among, two, 2) && clause.runs(one, two, REACH) {
        // «335 مليون ريال، حُصّل منها 109 ملايين»
        Some((two, one))
    } else if clause.follows(Relation::Among, two, 0) && clause.runs(one, two, REACH) {
        // «400 طالب، نجح 300 منهم»
        Some((two, one))
    } else if clause.follows(Relation::From, one, 0) && clause.leads(Relation::From, two, 0) {
        // «45 من 60 نائبا»
        Some((one, two))
    } else if (clause.leads(Relation::OutOf, one, 0) || is_first_told(clause, one, two)) && clause.runs(one, two, REACH)
    {
        Some((two, one))
    } else if is_whole_of(clause, one, two) && clause.parts(Relation::From, one, two) && clause.runs(one, two, REACH) {
        // «45 كيلومترا من الطريق البالغ طوله 90»
        Some((one, two))
    } else {
        None
    }
}

/// «من 800 عينة فحصت، جاءت 120 إيجابية»
fn is_first_told(clause: &Clause<'_>, whole: usize, part: usize) -> bool {
    let first = || clause.leading_span(Relation::From, whole, 0).is_some_and(|from| clause.begins_at(from.start));
    let (part_of, whole_of) = (amount(clause.figure(part)), amount(clause.figure(whole)));
    let alike = || part_of.zip(whole_of).is_some_and(|(part, _)| part.unit.is_none());
    first() && (alike() || same_unit(clause.figure(part), clause.figure(whole))) && !clause.leads(Relation::To, part, 0)
}

/// «74 ألفا، أي 40% من الناخبين البالغ عددهم 186 ألفا», «74 ألف صوت بنسبة 40%، من إجمالي 186 ألفا»: the part stands before
/// the share, the whole after it.
fn called(clause: &Clause<'_>, place: usize) -> Option<(usize, usize)> {
    let numbers = clause.numbers();
    let (part, share, whole) = (*numbers.get(place.checked_sub(1)?)?, numbers[place], *numbers.get(place + 1)?);
    let of = clause.follows(Relation::From, share, 0);
    let said = of && clause.leads(Relation::Amounting, whole, 1) && clause.leads(Relation::Equals, share, 1);
    let out_of = || {
        !of && clause.leads(Relation::OutOf, whole, 0)
            && clause.leads_as_adverb(Relation::Share, share, 0)
            && clause.runs(part, share, NEAR)
    };
    let fits = (said || out_of()) && clause.runs(part, share, REACH) && clause.runs(share, whole, REACH);
    fits.then_some((part, whole))
}

/// «40% من موازنتها البالغة 50 مليون دينار، أي 25 مليونا», «10% من موظفيها، أي 500 موظف من إجمالي 4000»: the share stands
/// first.
fn given(clause: &Clause<'_>, place: usize) -> Option<(usize, usize)> {
    let [share, one, two] = *clause.numbers().get(place..place + 3)? else { return None };
    // «نصف السكان، أي 4 ملايين من أصل 10 ملايين»
    let of = clause.follows(Relation::From, share, 0) || fraction(clause.figure(share)).is_some();
    let of = of && clause.runs(share, one, REACH) && clause.runs(one, two, FAR);
    let is_part = |part: usize| clause.leads(Relation::Equals, part, 1);
    // «12% من أصل 50 ألف أسرة، أي 6000 أسرة»
    let out_of = clause.leads(Relation::OutOf, one, 0) || clause.leads(Relation::From, one, 0);
    let right_before = out_of && clause.is_within_words(share, one, 2) && clause.runs(one, two, FAR);
    let near = clause.runs(one, two, REACH);
    let pair = if (near && clause.leads(Relation::Amounting, one, 1) || right_before) && is_part(two) {
        Some((two, one))
    } else {
        (near && is_part(one) && clause.leads(Relation::OutOf, two, 1)).then_some((one, two))
    };
    pair.filter(|(part, whole)| of && same_unit(clause.figure(*part), clause.figure(*whole)))
}

/// «5000 مزارع، شكلت النساء 35% منهم، أي 1750 مزارعة».
fn of_them(clause: &Clause<'_>, place: usize) -> Option<(usize, usize)> {
    let numbers = clause.numbers();
    let (whole, share, part) = (*numbers.get(place.checked_sub(1)?)?, numbers[place], *numbers.get(place + 1)?);
    let of_it = clause.follows(Relation::Among, share, 0) && clause.leads(Relation::Equals, part, 0);
    let near = clause.runs(whole, share, REACH) && clause.runs(share, part, NEAR);
    let counts = [whole, part].iter().all(|index| clause.figure(*index).kind() == Kind::Count);
    // «70% منهم نساء، أي 4 آلاف عائلة», «أي 650 مهندسا و150 إداريا»
    let alike = same_unit(clause.figure(whole), clause.figure(part)) || clause.count_persons(whole, part);
    let more = numbers
        .get(place + 2)
        .is_some_and(|next| clause.is_and_between(part, *next) || are_joined(clause, part, *next));
    (of_it && near && counts && alike && !more).then_some((part, whole))
}

/// «الطريق البالغ طوله 90 كيلومترا»
fn is_whole_of(clause: &Clause<'_>, part: usize, whole: usize) -> bool {
    clause.leads(Relation::Amounting, whole, 1) && same_unit(clause.figure(part), clause.figure(whole))
}

/// «38 ألف يورو من حملة كلفت 21 مليونا، أي 0.0018%»: nothing tells part from whole, but the digits are right and the
/// power of ten is not.
fn slipped(clause: &Clause<'_>, place: usize, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    let share = numbers[place];
    let Some([one, two]) = place.checked_sub(2).and_then(|at| numbers.get(at..place)?.first_chunk::<2>()).copied()
    else {
        return;
    };
    let fits = clause.leads(Relation::Equals, share, 2)
        && clause.runs(one, two, REACH)
        && clause.runs(two, share, NEAR)
        && same_unit(clause.figure(one), clause.figure(two))
        && !clause.is_of_another(share, [one, two]);
    let Some(stated) = percent(clause.figure(share)).filter(|_| fits).and_then(interval) else { return };
    let Some(made) = part_of(clause, one, two).or_else(|| part_of(clause, two, one)) else { return };
    let tens = [Decimal::TEN, Decimal::ONE_HUNDRED, Decimal::ONE_THOUSAND];
    let off = tens.iter().any(|ten| {
        let (up, down) = (stated.scaled(*ten), made.scaled(*ten));
        up.is_some_and(|up| up.overlaps(made)) || down.is_some_and(|down| down.overlaps(stated))
    });
    if off && !made.overlaps(stated) && !is_explained(clause, stated, true) {
        arithmetic::report(found, "percentage_does_not_follow", share, &[one, two], made);
    }
}

/// «9 من كل 10 موظفين (80%)»
fn in_round_numbers(clause: &Clause<'_>, place: usize, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    let (Some(round), share) = (place.checked_sub(1).map(|at| numbers[at]), numbers[place]) else { return };
    let figure = clause.figure(round);
    // Exact parts in words have fewer: «ثلاثة أرباع».
    let of_every = figure.text.split_whitespace().count() >= OF_EVERY;
    let moves = [Relation::Rise, Relation::Fall, Relation::To, Relation::From];
    let moved = moves.iter().any(|moves| clause.leads(*moves, round, NEAR));
    let between = clause.between(round, share).trim_end();
    let closed = between.ends_with('(') && clause.after(share).trim_start().starts_with(')');
    let said = closed || clause.leads(Relation::Equals, share, 1) && !clause.follows(Relation::From, share, 0);
    let fits = of_every && !moved && said && clause.runs(round, share, NEAR);
    let Some(stated) = percent(clause.figure(share)).filter(|_| fits).and_then(interval) else { return };
    if let Some(made) = fraction(figure)
        && !made.overlaps(stated)
        && !is_explained(clause, stated, false)
    {
        arithmetic::report(found, "percentage_does_not_follow", share, &[round], made);
    }
}

fn judge(clause: &Clause<'_>, share: usize, part: usize, whole: usize, found: &mut Vec<Finding>) {
    let figure = clause.figure(share);
    let Some(stated) = percent(figure).and_then(interval).or_else(|| fraction(figure)) else { return };
    let Some(made) = part_of(clause, part, whole) else { return };
    let of_another = || {
        let told = |relation| clause.leads(relation, part, 1) || clause.leads(relation, whole, 1);
        let parts_first = part.max(whole) < share && !told(Relation::Amounting);
        let of = [part, whole];
        parts_first && (clause.is_of_another(share, of) || clause.names_its_own(share, NAMED, of))
    };
    // «أي 60% من الطلبات» is of those just told, not of the rest.
    let direct = clause.leads(Relation::Equals, share, 0) && clause.follows(Relation::From, share, 0);
    if !made.overlaps(stated) && !is_explained(clause, stated, !direct) && !of_another() {
        // «ثلثا المدارس» is told as a part of one.
        let made = if percent(figure).is_some() { Some(made) } else { made.scaled(PERCENT) };
        if let Some(made) = made {
            arithmetic::report(found, "percentage_does_not_follow", share, &[part, whole], made);
        }
    }
}

/// «أي ثلثي المدارس»: in percent, as wide as such words are meant.
fn fraction(figure: &Figure) -> Option<Interval> {
    let Value::Ratio(ratio) = &figure.value else { return None };
    match ratio.amount {
        Bounded::Exact(n) if n < Decimal::ONE => {
            let share = n.checked_mul(Decimal::ONE_HUNDRED)?;
            Interval::exact(share).wider(WORDED)
        }
        _ => None,
    }
}

/// How many percent the one is of the other, where it can be a part of it.
fn part_of(clause: &Clause<'_>, part: usize, whole: usize) -> Option<Interval> {
    let (a, b) = (clause.figure(part), clause.figure(whole));
    amount(a).and(amount(b)).filter(|_| a.kind() == b.kind())?;
    let (a, b) = (counted(&a.value)?, counted(&b.value)?);
    if b.low <= Decimal::ZERO || a.low < Decimal::ZERO || a.high > b.high {
        return None;
    }
    // «9 من كل 10» may be 88.8%.
    let round = clause.leads(Relation::OutOfEvery, whole, 1);
    let a = if round { a.wider(Decimal::new(5, 1))? } else { a };
    a.over(b)?.scaled(Decimal::ONE_HUNDRED)
}

/// «14 في الأول و9 في الثاني، بينهم 6 أطفال»: how many percent it is of two that stand side by side.
fn part_of_both(clause: &Clause<'_>, part: usize, two: &[usize]) -> Option<Interval> {
    let value = |index: usize| counted(&clause.figure(index).value);
    let alike = clause.figure(two[0]).kind() == clause.figure(part).kind()
        && same_unit(clause.figure(two[0]), clause.figure(two[1]));
    let both =
        value(two[0])?.plus(value(two[1])?).filter(|both| alike && both.low > Decimal::ZERO && !two.contains(&part))?;
    value(part)?.over(both)?.scaled(Decimal::ONE_HUNDRED)
}

/// «13 صاروخا من أصل 20 و25 مسيرة من أصل 28، بنسبة إجمالية 79%»: how many percent the parts are of the wholes together.
fn pooled(clause: &Clause<'_>, four: &[usize]) -> Option<Interval> {
    let value = |index: usize| counted(&clause.figure(index).value);
    part_of(clause, four[0], four[1]).and(part_of(clause, four[2], four[3]))?;
    let (parts, wholes) = (value(four[0])?.plus(value(four[2])?)?, value(four[1])?.plus(value(four[3])?)?);
    parts.over(wholes)?.scaled(Decimal::ONE_HUNDRED)
}

/// Another two figures of the sentence make this share, or the rest of it where that may be meant.
fn is_explained(clause: &Clause<'_>, stated: Interval, may_be_rest: bool) -> bool {
    let numbers = clause.numbers();
    let whole = Interval::exact(Decimal::ONE_HUNDRED);
    let rest = whole.minus(stated).filter(|_| may_be_rest);
    let pairs = numbers.iter().flat_map(|a| numbers.iter().map(move |b| (*a, *b)));
    pairs
        .filter(|(a, b)| a != b)
        .filter_map(|(a, b)| part_of(clause, a, b))
        .chain(
            numbers
                .iter()
                .flat_map(|part| numbers.windows(2).map(move |two| (*part, two)))
                .filter_map(|(part, two)| part_of_both(clause, part, two)),
        )
        .chain(numbers.windows(4).filter_map(|four| pooled(clause, four)))
        .any(|made| made.overlaps(stated) || rest.is_some_and(|rest| made.overlaps(rest)))
}
