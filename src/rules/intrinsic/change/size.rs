//! Which figure beside the two ends of a change says how large it is.

use super::{Ends, NEAR, REACH, goes_on_to};
use crate::figure::Kind;
use crate::lexicon::Relation;
use crate::rules::intrinsic::sentence::{Clause, is_times, percent, same_unit};

const CHANGES: [Relation; 2] = [Relation::Rise, Relation::Fall];

/// The figure says how large the change is.
pub(super) fn is_size(clause: &Clause<'_>, size: usize, ends: Ends) -> bool {
    let numbers = clause.numbers();
    if size < numbers[ends.first] {
        is_size_before(clause, size, ends)
    } else {
        is_size_after(clause, size, numbers[ends.last]) && !is_of_another(clause, size, ends)
    }
}

/// «ارتفع بنسبة 50% ليصل إلى 1200 مقابل 800»; not where something else is spoken of after it.
fn is_size_before(clause: &Clause<'_>, size: usize, ends: Ends) -> bool {
    let first = clause.numbers()[ends.first];
    let figure = clause.figure(size);
    let leads = |words| CHANGES.iter().any(|change| clause.leads(*change, size, words));
    let is_percent = percent(figure).is_some() || clause.follows(Relation::BasisPoints, size, 0);
    let times = is_times(figure) && clause.leads(Relation::Multiply, size, NEAR);
    // «ارتفع الاحتياطي من النقد الأجنبي بمقدار 1.3 مليار»
    let sized = clause.leads(Relation::Sized, size, 0);
    let said = leads(3) || (sized || is_percent) && leads(REACH) || figure.kind() == Kind::Ratio || times;
    // «رفع القروض إلى 80 مليارا» is where it led, not how far.
    let led_to = clause.leads(Relation::To, size, 1) && figure.kind() != Kind::Ratio;
    // «تراجع 10% ثم ارتفع 10%»: the ends are of both.
    let another = ends.first.checked_sub(2).map(|before| clause.numbers()[before]).is_some_and(|before| {
        same_unit(clause.figure(before), figure)
            && !same_unit(figure, clause.figure(ends.after))
            && CHANGES.iter().any(|change| clause.leads(*change, before, 3))
    });
    let each_year = clause.follows_per(size, 2).or(clause.leads_per(size, 3)).is_some();
    let apart = percent(figure).is_some() && clause.is_set_apart(size, first);
    said && !led_to
        && !another
        && !each_year
        && !apart
        && clause.runs(size, first, NEAR)
        && goes_on_to(clause, figure.span.end, first)
}

/// «20 مقابل 10، بزيادة 100%», «من 10 إلى 20، أي بنسبة 100%»; not «من 10 إلى 20، وارتفع عدد الرحلات بنسبة 15%».
fn is_size_after(clause: &Clause<'_>, size: usize, last: usize) -> bool {
    let from = clause.figure(last).span.end;
    let figure = clause.figure(size);
    if !clause.runs(last, size, REACH) || clause.follows_per(size, 2).is_some() {
        return false;
    }
    let explains = clause.leads(Relation::Equals, size, 3);
    // «أي أن الخزينة خسرت 3 ملايين»
    let that_is = explains && CHANGES.iter().any(|change| clause.leads(*change, size, 0));
    // «من 3.5 إلى 4.9 مليون، أي 1.4 مليون إضافي»; «90 مليارا مقابل 30 مليارا، أي ثلاثة أضعاف»
    let more = clause.leads(Relation::Equals, size, 0) && clause.follows(Relation::More, size, 1);
    let multiple = figure.kind() == Kind::Ratio || is_times(figure);
    let times = multiple && clause.leads(Relation::Equals, size, 0) && clause.ends_after(size);
    let adverb = [Relation::Rise, Relation::Fall, Relation::Difference].into_iter();
    // «وبزيادة 9% في أسبوع» is against something else.
    let adverb = adverb.filter_map(|change| clause.sized_by(change, size)).find(|at| !clause.is_joined(*at));
    // «بزيادة 150 ألف طن أو 33%»
    let again = [Relation::Or, Relation::Share].iter().any(|again| clause.leads(*again, size, 0))
        && !clause.follows(Relation::From, size, 0)
        && clause.numbers().iter().any(|other| {
            *other > last && *other < size && CHANGES.iter().any(|change| clause.sized_by(*change, *other).is_some())
        });
    if that_is || more || times || again || adverb.is_some() {
        return clause.carries_on(from, adverb.unwrap_or(from).max(from));
    }
    // Something is said to rise or fall before the figure.
    let is_of_change = CHANGES.iter().any(|change| clause.precedes(*change, size));
    // «لا تمثل سوى 20% بالنسبة للراتب» is of something else.
    if let Some(verb) = clause.merely(size, from) {
        return is_of_change && clause.ends_after(size) && clause.is_said_of_change(from, verb);
    }
    // «أي 80% من الناتج», «أي 20% مما طلب»
    let of_more = [Relation::From, Relation::OfWhat].iter().any(|of| clause.follows(*of, size, 0));
    match clause.shared_by(size).or_else(|| clause.equalled_by(size)) {
        Some(_) if of_more => false,
        // «والكمية تمثل 20%», «تعادل 20% بعد احتساب التضخم»
        Some(share)
            if clause.is_verb_at(share) && !(clause.ends_after(size) && clause.is_said_of_change(from, share)) =>
        {
            false
        }
        Some(share) if is_of_change => explains && clause.carries_on(from, share) || clause.goes_on(from, share),
        _ => is_of_change && clause.leads(Relation::Worth, size, 1) && goes_on_to(clause, from, size),
    }
}

/// «بزيادة 0.3 نقطة عن تقديرات أكتوبر», «منذ مطلع العام», «9% و6% على التوالي», «10% للفئتين».
fn is_of_another(clause: &Clause<'_>, size: usize, ends: Ends) -> bool {
    let last = clause.numbers()[ends.last];
    let (from, to) = (clause.figure(last).span.end, clause.figure(size).span.start);
    // «مقابل 450 أمس، بزيادة 30% خلال أسبوع»
    let within = clause.leads(Relation::Was, last, 3)
        && clause.follows(Relation::Within, size, 0)
        && clause.figures().contains(&(size + 1))
        && clause.figure(size + 1).kind() == Kind::Duration;
    clause.follows(Relation::Forecast, size, 3)
        || clause.follows(Relation::Since, size, 3)
        || clause.follows(Relation::OnTheYear, size, 1) && !clause.names_a_year(from, to)
        || clause.tells(Relation::Respectively, size)
        || clause.is_of_one_side(size)
        || within
}
