//! Sums told again in other money: «530 مليون ريال (1.38 مليار دولار)» are no Saudi riyals.
//! In: figures, and where one of unknown money stands. Out: the sum in brackets beside it, and whether two may be one.
//! Not here: whether two sums that should be one are (`rules/`).

use crate::figure::{Figure, Kind, Quantity};
use crate::lexicon::Rates;
use rust_decimal::Decimal;

/// How much less and more than by the rate a sum may be where one of the two is rounded.
const ROUNDED: (Decimal, Decimal) = (Decimal::from_parts(98, 0, 0, false, 2), Decimal::from_parts(102, 0, 0, false, 2));

/// The money of a known currency that a sum is told in again, right after it or before it in brackets.
pub(super) fn told_again<'a>(text: &str, figures: &'a [Figure], at: usize) -> Option<&'a Quantity> {
    let opens = |first: usize, second: usize| {
        let (first, second) = (figures.get(first)?, figures.get(second)?);
        let beside = text.get(first.span.end..second.span.start)?.trim() == "(";
        let alone = text.get(second.span.end..)?.trim_start().starts_with([')', '،', ',']);
        (beside && alone && first.sentence == second.sentence).then_some(())
    };
    let after = || opens(at, at + 1).and_then(|()| figures.get(at + 1));
    let before = || at.checked_sub(1).and_then(|before| opens(before, at).and_then(|()| figures.get(before)));
    let other = after().or_else(before).filter(|other| other.kind() == Kind::Money)?;
    other.value.quantity().filter(|quantity| quantity.unit.is_some())
}

/// Whether the one may buy the other, as far as rates are known.
pub(super) fn may_be_one(one: &Quantity, other: &Quantity, rates: &Rates) -> bool {
    let known = || {
        let (low, high) = rates.band(one.unit.as_deref()?, other.unit.as_deref()?)?;
        let rate = one.amount.low()?.checked_div(*other.amount.low()?)?;
        let (least, most) = (low.checked_mul(ROUNDED.0)?, high.checked_mul(ROUNDED.1)?);
        Some(least <= rate && rate <= most)
    };
    known() == Some(true)
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::lexicon::Lexicon;

    #[test]
    fn what_a_sum_is_told_again_in_tells_whose_money_it_is() {
        for (text, code) in [
            ("بلغ العجز 530 مليون ريال (نحو 1.38 مليار دولار).", Some("OMR")),
            ("بلغ العجز 1.38 مليار دولار (530 مليون ريال).", Some("OMR")),
            ("بلغ العجز 530 مليون ريال. وكان الدين 1.38 مليار دولار.", None),
            ("بلغ العجز 530 مليون ريال، والدين 1.38 مليار دولار.", None),
            ("كلف الجسر 70 مليون دينار (229 مليون دولار).", Some("KWD")),
            ("كلف الجسر 70 مليون دينار (229 مليون دولار للطريق كله).", None),
            ("كلف الجسر 70 مليون دينار (229 مليون دولار، 210 ملايين يورو).", Some("KWD")),
            ("كلف الجسر 70 مليون دينار (229 مليون دولار)، والنفق 300 مليون دينار (96 مليون دولار).", None),
            // A dateline says where the paper is, what a sum is worth says whose it is, where both lands are spoken of.
            ("دبي – ارتفعت مبيعات الزيتون في المغرب. يباع الكيلوغرام بسعر 92 درهما (9.2 دولارات).", Some("MAD")),
            ("دبي – ارتفعت مبيعات الزيتون. يباع الكيلوغرام بسعر 92 درهما (9.2 دولارات).", Some("AED")),
            // Of several lands, or of none.
            ("كلف الجسر 375 مليون ريال (100 مليون دولار).", None),
            ("كلف الجسر 70 مليون دينار (70 مليون دولار).", None),
        ] {
            let document = Document { text: text.to_string(), ..Document::default() };
            let figures = crate::extract::figures(&document, Lexicon::builtin());
            let mut units = figures.iter().filter_map(|figure| figure.value.quantity()?.unit.as_deref());
            assert_eq!(units.find(|unit| *unit != "USD"), code, "{text}");
        }
    }
}
