//! A whole that is not the sum of its parts: «22 محطة، بواقع 14 محطة في الأنفاق و9 محطات علوية».
//! What is only among the whole («منهم 131 بميلة و58 بجيجل») must not exceed it.

use super::opinion::opinion;
use super::part::{
    self, Link, MAX_PARTS, REACH, SURE, are_joined, is_closed, is_exact, is_matter, is_named, is_part, is_sort,
    is_sort_apart, is_whole_list,
};
use super::sentence::{Clause, amount, count_alike, ends_with_comma, same_unit};
use super::{Finding, groups, sum};
use crate::figure::{Figure, Kind};
use crate::lexicon::{Lexicon, Relation};
use crate::text::letters::ends_in_pronoun;
use rust_decimal::Decimal;

/// Words between a whole and the mark or word after which its parts by sort stand.
pub(super) const NEAR: usize = 3;
/// Words between a whole without a noun and its first part: «12، من بينهم 5 أطفال».
const BARE: usize = 3;
/// Words between a whole and the first of the parts that just follow it: what it counts, and of what event.
const BESIDE: usize = 5;

/// So many times the whole its parts are at the most, and the whole they, but for a power of ten.
const FAR: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// Words between a whole and a part that says itself to be of it: «14 متهما …، وانتهى الحكم إلى إدانة 12 منهم وبراءة 3».
const RESUMED: usize = 14;

/// Words between the last of the parts and what says that there are no more.
const NO_MORE: usize = 3;

pub(super) fn check(clause: &Clause<'_>, lexicon: &Lexicon, found: &mut Vec<Finding>) {
    let numbers = clause.numbers();
    let mut counted = None;
    for (place, whole) in numbers.iter().copied().enumerate() {
        // «مع احتساب المحطة العائمة، تصل القدرة إلى 1150، موزعة على …»
        let mut with = clause.spans_before(Relation::Including, whole);
        let mut more = || with.any(|more| clause.stands_before(Relation::With, more.start));
        if counted == Some(whole) || !is_exact(clause.figure(whole)) || more() {
            continue;
        }
        if let Some(parts) = fared_before(clause, place).or_else(|| fared_around(clause, place)) {
            let link = if have_fared_apart(clause, &parts) { Link::Apart } else { Link::Some };
            part::judge(clause.all(), whole, &parts, link, found);
            continue;
        }
        if let Some((parts, link)) = groups::parts(clause, place, lexicon) {
            part::judge(clause.all(), whole, &parts, link, found);
            counted = numbers.get(place + 1).copied();
            continue;
        }
        let like = |part: &Figure| is_part(part, clause.figure(whole), lexicon);
        let after = parts_after(clause, place, like);
        let mut sorts = parts_after(clause, place, |part| is_sort(part, clause.figure(whole), lexicon));
        // «23 قتيلا، بينهم 9 أطفال و6 نساء، إضافة إلى 48 جريحا»
        let added = |part: &usize| {
            clause.leads(Relation::Added, *part, 0)
                && !is_sort_apart(clause.figure(*part), clause.figure(whole), lexicon)
        };
        if let Some(end) = sorts.iter().position(added) {
            sorts.truncate(end);
        }
        if let (true, Some(link)) = (after.len() > 1, link(clause, whole, &after)) {
            judge(clause, whole, (&after, 0), link, found);
        } else if let Some((named, link)) = named_sorts(clause, whole, &sorts, lexicon) {
            judge(clause, whole, (&sorts, named), link, found);
        } else if let Some(things) = things(clause, place) {
            judge(clause, whole, (&things, 0), Link::All, found);
        } else {
            sum::check(clause, place, lexicon, found);
        }
    }
}

/// Tells where the parts, with some that are named without a number, do not make up the whole. Those that are said to be all
/// of it are not where the list goes on: with the rest, «هم 16 امرأة و19 طفلا والبقية من الرجال», or with what is called
/// otherwise, «هي 4 ألقاب في الدوري و3 في الكأس و5 كؤوس».
fn judge(clause: &Clause<'_>, whole: usize, (parts, named): (&[usize], u8), link: Link, found: &mut Vec<Finding>) {
    // «مقاعد المجلس الـ21 على النحو التالي: 60 مقعدا …» are of another number.
    let far = named == 0 && !sum::is_near(clause, whole, parts, FAR);
    if link == Link::All && (far || sum::is_made_before_the_end(clause, whole, parts)) {
        return;
    }
    let more = further(clause, parts);
    let rest = || parts.last().is_some_and(|last| clause.tells_near(Relation::Rest, *last, NEAR));
    let goes_on = link == Link::All && (!more.is_empty() || rest());
    let before = found.len();
    part::judge_with(clause.all(), whole, parts, named, if goes_on { Link::Apart } else { link }, found);
    if goes_on && found.len() == before {
        part::judge_with(clause.all(), whole, &[parts, &more].concat(), named, Link::Some, found);
    }
}

/// The numbers of one kind that go on from the last of a list.
fn further(clause: &Clause<'_>, parts: &[usize]) -> Vec<usize> {
    let Some(mut last) = parts.last().copied() else { return Vec::new() };
    let kind = clause.figure(last).kind();
    let after = clause.numbers().iter().copied().filter(|next| parts.iter().all(|part| part < next));
    let joined = |next: &usize| {
        let joined = clause.figure(*next).kind() == kind && are_joined(clause, last, *next);
        last = *next;
        joined
    };
    after.take(MAX_PARTS).take_while(joined).collect()
}

/// How the parts follow from the whole, if anything says so.
fn link(clause: &Clause<'_>, whole: usize, parts: &[usize]) -> Option<Link> {
    let first = *parts.first()?;
    let counts_more = parts.last().is_some_and(|last| clause.tells_near(Relation::Including, *last, NEAR));
    if clause.parts(Relation::Chief, whole, first) || counts_more {
        return None;
    }
    // «موزعة على ثلاث سنوات، منها 40 مليونا», «موزعة على قسمين، مقابل 70 مليونا»
    let some = [Relation::Among, Relation::Was].iter().any(|some| clause.leads(*some, first, 0));
    let all = !some && clause.parts(Relation::MadeOf, whole, first) || clause.leads(Relation::Are, first, 0);
    if all && counts_groups(clause, whole, parts) {
        return None;
    }
    if all && is_whole_list(clause, parts) {
        return Some(Link::All);
    }
    let listed = clause.between(whole, first).trim_end().ends_with(':');
    if listed && is_whole_list(clause, parts) {
        let closed = is_closed(clause, parts)
            && clause.runs(whole, first, BESIDE)
            && sum::is_near(clause, whole, parts, sum::NEAR);
        match (closed, is_one_way(clause, parts)) {
            (true, true) if parts.len() == 2 && opens(clause, whole) => return Some(Link::All),
            (true, true) => return Some(Link::Closed),
            (false, true) => return Some(Link::Listed),
            _ => {}
        }
    }
    // «30 هدفا، 18 في الدوري و7 في الكأس»
    let beside = ends_with_comma(clause.between(whole, first)) && clause.runs(whole, first, BESIDE);
    if beside && is_one_way(clause, parts) && is_whole_list(clause, parts) {
        return Some(if parts.len() >= SURE { Link::Pieces } else { Link::Some });
    }
    let matter = is_matter(clause.figure(whole));
    let includes = || matter && clause.parts(Relation::Including, whole, first);
    let among = clause.parts(Relation::Among, whole, first)
        || clause.follows(Relation::Among, first, 0)
        || listed
        || includes();
    // «منها 100 حافلة عادية و50 مفصلية لا غير»
    let no_more = || {
        let last =
            |last: &usize| clause.follows(Relation::NoMore, *last, NO_MORE) && !clause.tells(Relation::Rest, *last);
        parts.last().is_some_and(last)
    };
    if among && no_more() && is_whole_list(clause, parts) {
        return Some(Link::All);
    }
    if among && (are_opposed(clause, parts) || have_fared_apart(clause, parts) || are_sides(clause, parts)) {
        return Some(Link::Apart);
    }
    // «منها 80 مليونا للتعليم و40 مليونا بقروض»: told apart in two ways.
    let pieces = || matter && parts.iter().all(|part| clause.way_past_noun(*part) == clause.way_past_noun(first));
    let alike = || (listed || parts.len() >= SURE || pieces()) && are_alike(clause, whole, parts);
    let some = match matter {
        true => Link::Pieces,
        false => Link::Some,
    };
    (among && (are_parallel(clause, parts) || alike() || have_fared(clause, parts))).then_some(some)
}

/// «على 3 ولايات، بواقع 700 في الأولى و410 في الثانية و310 في الثالثة»: so many are the parts, not their sum.
fn counts_groups(clause: &Clause<'_>, whole: usize, parts: &[usize]) -> bool {
    let value = |index: usize| amount(clause.figure(index)).and_then(|quantity| quantity.amount.low().copied());
    let led = || [Relation::MadeOf, Relation::Onto].iter().any(|onto| clause.leads(*onto, whole, 0));
    let count = Decimal::from(parts.len());
    value(whole) == Some(count) && (led() || parts.iter().all(|part| value(*part).is_some_and(|part| part >= count)))
}

/// Whether the sentence begins with the figure: of two sorts of what it is about, hardly a third is left out.
fn opens(clause: &Clause<'_>, whole: usize) -> bool {
    clause.figures().start == whole && !clause.before(whole).contains(char::is_alphanumeric)
}

/// «56 قطعة، وهي 21 تمثالا و18 تميمة و27 إناء.»: three sorts of things and more, whatever each is called.
fn things(clause: &Clause<'_>, place: usize) -> Option<Vec<usize>> {
    let whole = clause.numbers()[place];
    let named = |figure: &Figure| figure.kind() == Kind::Count && is_exact(figure) && is_named(figure);
    let parts = parts_after(clause, place, |part| named(part) && !same_unit(part, clause.figure(whole)));
    let first = *parts.first()?;
    let are = clause.leads(Relation::Are, first, 0) && named(clause.figure(whole));
    // «34 مباراة، هي 20 فوزا و8 تعادلات و6 هزائم» are checked with the points.
    let matches = clause.follows(Relation::Match, whole, 0);
    let fits = parts.len() >= SURE
        && are
        && !matches
        && is_closed(clause, &parts)
        && is_whole_list(clause, &parts)
        && sum::is_near(clause, whole, &parts, sum::NEAR);
    fits.then_some(parts)
}

/// How the sorts of a whole follow from it: «12 شخصا، هم 9 رجال و3 نساء», «12 شخصا: 9 رجال …», «12 شخصا (9 رجال …)» are
/// all of it, and so are sorts that just follow, «52 مصابا، 30 رجلا …», unless they are too few.
fn link_of_sorts(clause: &Clause<'_>, whole: usize, parts: &[usize], lexicon: &Lexicon) -> Option<Link> {
    let first = *parts.first()?;
    // «منهم 38 مصريا و19 سودانيا، وبينهم أيضا 11 طفلا»: of all of them.
    if clause.precedes(Relation::Among, whole) && clause.parts(Relation::Among, whole, first) {
        return None;
    }
    if clause.parts(Relation::Among, whole, first) {
        // «40 قتيلا، بينهم 26 مدنيا و17 عسكريا»
        if are_opposed(clause, parts) && clause.runs(whole, first, NEAR) {
            return Some(Link::Apart);
        }
        let apart = parts.iter().all(|part| is_sort_apart(clause.figure(*part), clause.figure(whole), lexicon));
        // «7 أطفال و6 نساء وفتيات»
        let more = parts.last().is_some_and(|last| clause.names_more(*last, None));
        let of_it = match is_named(clause.figure(whole)) {
            // «12 شخصا في انهيار مبنى سكني بالعاصمة، بينهم 5 أطفال»
            true => clause.runs(whole, first, NEAR) || clause.names_nobody(whole, first),
            // «ارتفعت حصيلة القتلى إلى 12، بينهم 5 أطفال»
            false => clause.runs(whole, first, BARE),
        };
        return (apart && !more && of_it).then_some(Link::Apart);
    }
    if clause.parts(Relation::Chief, whole, first) || named_more(clause, parts).is_none() {
        return None;
    }
    // «128 مخالفا موزعين على 46 باكستانيا و38 سوريا»
    if clause.leads(Relation::MadeOf, first, 0) && clause.runs(whole, first, REACH) {
        let named = std::iter::once(&whole).chain(parts).all(|index| is_named(clause.figure(*index)));
        return (named && is_whole_list(clause, parts)).then_some(Link::All);
    }
    // «12 شخصا في حادث السير، هم 5 رجال …»
    if clause.leads(Relation::Are, first, 0) && is_named(clause.figure(first)) && clause.runs(whole, first, REACH) {
        return Some(Link::All);
    }
    if !clause.runs(whole, first, NEAR) {
        return None;
    }
    let between = clause.between(whole, first).trim_end();
    if !std::iter::once(&whole).chain(parts).all(|index| is_named(clause.figure(*index))) {
        return None;
    }
    if between.ends_with([':', '(']) {
        return Some(Link::All);
    }
    (ends_with_comma(between) && is_whole_list(clause, parts)).then_some(Link::Some)
}

/// How many of the sorts of a whole are named without a number, and how they follow from it. One with a number is enough
/// where others are named and all are said to be the whole: «ثمانية أشخاص، هم خمسة رجال وامرأتان».
fn named_sorts(clause: &Clause<'_>, whole: usize, sorts: &[usize], lexicon: &Lexicon) -> Option<(u8, Link)> {
    let link = link_of_sorts(clause, whole, sorts, lexicon)?;
    let named = named_more(clause, sorts).unwrap_or(0);
    let alone =
        || named > 0 && link == Link::All && clause.leads(Relation::Are, sorts[0], 0) && clause.names_all(sorts[0]);
    (sorts.len() > 1 || alone()).then_some((named, link))
}

/// How many persons stand among the parts of a list without a number: «9 رجال وامرأة وطفلان»; none where nobody knows.
pub(super) fn named_more(clause: &Clause<'_>, parts: &[usize]) -> Option<u8> {
    let between = parts.windows(2).map(|two| clause.named_more(two[0], Some(two[1])));
    let last = parts.last().map(|last| clause.named_more(*last, None));
    between.chain(last).try_fold(0u8, |all, more| all.checked_add(more?))
}

/// «3,912 محملة و2,900 فارغة»: none of the parts is within another.
fn are_opposed(clause: &Clause<'_>, parts: &[usize]) -> bool {
    parts.windows(2).all(|two| clause.are_opposed(two[0], two[1]))
}

/// The parts are told apart in one way, so that none is within another: «131 بميلة و58 بجيجل».
fn are_parallel(clause: &Clause<'_>, parts: &[usize]) -> bool {
    is_one_way(clause, parts) && !parts.iter().any(|part| clause.is_of_state(*part))
}

/// «40 متهما: 18 متهما حضوريا و25 متهما غيابيا», «22 صاروخا، 9 منها …، و8 صواريخ … و5 صواريخ»: each counts what the whole counts.
fn are_alike(clause: &Clause<'_>, whole: usize, parts: &[usize]) -> bool {
    let unit = |index: usize| clause.figure(index).value.quantity().and_then(|quantity| quantity.unit.as_ref());
    unit(whole).is_some()
        && parts.iter().all(|part| {
            count_alike(clause.figure(*part), clause.figure(whole))
                || unit(*part) == unit(whole)
                || clause.follows(Relation::Among, *part, 0)
        })
}

/// «نجا 14 راكبا وقتل 8 من أصل 20».
fn fared_before(clause: &Clause<'_>, place: usize) -> Option<Vec<usize>> {
    let numbers = clause.numbers();
    let whole = numbers[place];
    let mut last = whole;
    let fared = |part: &usize| {
        let joined = clause.leads(Relation::Fared, *part, 1) && clause.runs(*part, last, REACH);
        last = *part;
        joined
    };
    let parts: Vec<usize> = numbers[..place].iter().rev().copied().take(MAX_PARTS).take_while(fared).collect();
    let parts: Vec<usize> = parts.into_iter().rev().collect();
    // «تبرئة خمسة متهمين مقابل إدانة ثلاثة فقط من سبعة»
    let of_it = || clause.leads(Relation::From, whole, 0) && have_fared_apart(clause, &parts);
    (parts.len() > 1 && (clause.leads(Relation::OutOf, whole, 0) || of_it())).then_some(parts)
}

/// «دانت 23 من المتهمين البالغ عددهم 34، وبرأت 13».
fn fared_around(clause: &Clause<'_>, place: usize) -> Option<Vec<usize>> {
    let numbers = clause.numbers();
    let (before, whole, after) = (*numbers.get(place.checked_sub(1)?)?, numbers[place], *numbers.get(place + 1)?);
    let of_it = clause.follows(Relation::From, before, 1) && clause.leads(Relation::Amounting, whole, 0);
    let near = clause.runs(before, whole, REACH) && clause.runs(whole, after, REACH);
    let parts = vec![before, after];
    (of_it && near && is_exact(clause.figure(before)) && have_fared_apart(clause, &parts)).then_some(parts)
}

/// «صوت 132 منهم لصالح القانون وعارضه 47 وامتنع 18»: nobody is for it and against it.
fn are_sides(clause: &Clause<'_>, parts: &[usize]) -> bool {
    let sides: Vec<Option<Relation>> = parts.iter().map(|part| opinion(clause, *part)).collect();
    let once = |side: &Option<Relation>| sides.iter().filter(|other| *other == side).count() == 1;
    // «وعارضه 47», «وامتنع 18»: of the same thing.
    let of_it = |part: &usize| {
        let led =
            clause.leading_span(Relation::Oppose, *part, 0).or_else(|| clause.leading_span(Relation::Favour, *part, 0));
        led.map_or(opinion(clause, *part) == Some(Relation::Undecided), |led| ends_in_pronoun(led.slice(clause.text())))
    };
    sides.iter().all(|side| side.is_some() && once(side)) && parts[1..].iter().all(of_it)
}

/// «نجح منهم 6120 ورسب 2430»: nobody did both.
fn have_fared_apart(clause: &Clause<'_>, parts: &[usize]) -> bool {
    // «ورسب 120 في مادة واحدة»
    let qualified = parts.last().is_some_and(|last| clause.follows(Relation::InPlace, *last, 0));
    let opposed = |two: &[usize]| clause.are_led_by_opposed(Relation::Fared, two[0], two[1]);
    have_fared(clause, parts) && parts.windows(2).all(opposed) && !qualified
}

/// «قتل منهم 11 وأصيب 18 ونجا 13»: nobody fared in two ways.
fn have_fared(clause: &Clause<'_>, parts: &[usize]) -> bool {
    parts.iter().all(|part| clause.leads(Relation::Fared, *part, 1))
}

/// «131 بميلة و58 بجيجل»: one word tells each of them apart.
pub(super) fn is_one_way(clause: &Clause<'_>, parts: &[usize]) -> bool {
    let way = |part: usize| match clause.follows(Relation::Among, part, 0) {
        // «87 منهم من جنسية واحدة و94 من أخرى»
        true => clause.way_past_word(part),
        false => clause.way_of(part).or_else(|| clause.way_past_noun(part)),
    };
    let mut ways = parts.iter().map(|part| way(*part));
    let first = ways.next().flatten();
    first.is_some() && ways.all(|way| way == first)
}

fn parts_after(clause: &Clause<'_>, place: usize, is_part: impl Fn(&Figure) -> bool) -> Vec<usize> {
    let numbers = clause.numbers();
    let whole = numbers[place];
    let mut parts = Vec::new();
    for part in numbers[place + 1..].iter().copied().take(MAX_PARTS) {
        if parts.is_empty() && !is_part(clause.figure(part)) {
            return parts;
        }
        let joined = match parts.last() {
            None if clause.follows(Relation::Among, part, 0) => clause.runs(whole, part, RESUMED),
            None => clause.runs(whole, part, REACH),
            Some(last) => are_joined(clause, *last, part),
        };
        let last = parts.last().copied();
        if last.is_some_and(|last| is_aside(clause, whole, last, part)) {
            continue;
        }
        if !joined || !is_part(clause.figure(part)) {
            // More of the same stands there: who knows whether it belongs to the list.
            let last = parts.last().copied().unwrap_or(whole);
            let more = clause.runs(last, part, REACH) && same_unit(clause.figure(part), clause.figure(whole));
            return if more { Vec::new() } else { parts };
        }
        parts.push(part);
    }
    parts
}

/// «7 قاطرات بقوة 3000 حصان و4 قاطرات», «7 خطوط 400 ك.ف و4 خطوط»: a figure of another thing tells more of the part before it.
fn is_aside(clause: &Clause<'_>, whole: usize, last: usize, figure: usize) -> bool {
    let unit = |index: usize| clause.figure(index).value.quantity().and_then(|quantity| quantity.unit.as_ref());
    let other = clause.figure(figure).kind() != clause.figure(whole).kind()
        || unit(figure).is_some() && unit(figure) != unit(whole) && unit(figure) != unit(last)
        || unit(figure).is_none() && clause.is_noun_of(last, clause.between(last, figure));
    other && !are_joined(clause, last, figure) && clause.runs(last, figure, NEAR)
}
