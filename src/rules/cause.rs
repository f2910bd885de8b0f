//! Causes: what probably happened, judged by how the two figures are written.

use super::Finds;
use crate::align::knowledge::Knowledge;
use crate::align::relation::{Difference, digits_scaled};
use crate::align::{Alignment, Extracted, Link};
use crate::figure::{Edtf, EdtfDate, Figure, Value};
use crate::lexicon::{Lexicon, Number, Sense};
use crate::text::{self, Class, Token};
use rayon::prelude::*;
use rustc_hash::FxHashSet;

/// The documents that say that they were translated from Chinese or keep Chinese letters, among those with a
/// figure ten times another: each text is read once.
pub(super) fn from_chinese(documents: &[Extracted], alignment: &Alignment) -> FxHashSet<usize> {
    let links = alignment.claims.iter().flat_map(|claim| &claim.links);
    let tenfold = links.filter(|link| matches!(link.difference, Difference::Scale { tens: 1, .. }));
    let asked: FxHashSet<usize> = tenfold.flat_map(|link| [link.a.document, link.b.document]).collect();
    let told = |document: &usize| Knowledge::builtin().is_from_chinese(&documents[*document].document.text);
    asked.into_par_iter().filter(told).collect()
}

/// What a rule should look for in a difference, and the key of its likely cause.
pub fn of(link: &Link, a: &Figure, b: &Figure, lexicon: &Lexicon, chinese: bool) -> (Finds, &'static str) {
    match link.difference {
        Difference::Scale { tens, .. } => scale(tens, a, b, lexicon, chinese),
        Difference::Swapped { .. } => (Finds::Digits, "swapped_digits"),
        Difference::Currency { .. } => (Finds::Currency, "wrong_currency"),
        Difference::Measure { .. } if link.paces.is_some() => (Finds::Measure, "other_pace"),
        Difference::Measure { .. } => (Finds::Measure, "wrong_unit"),
        Difference::Turn { .. } => (Finds::Turn, "other_direction"),
        Difference::Bound => (Finds::Bound, "broken_bound"),
        // Of a number of miles no digit is that of a number of kilometres.
        Difference::Value if link.of_one_unit() && one_digit(a, b) => (Finds::Value, "one_digit"),
        Difference::Value => (Finds::Value, "other_number"),
        Difference::DayMonth => (Finds::Date, "swapped_day_and_month"),
        Difference::Year => (Finds::Date, "other_year"),
        Difference::Date => (Finds::Date, date(a, b)),
    }
}

/// A number as it is written: its digits, its decimals, and the power of its scale word.
struct Written {
    digits: String,
    decimals: usize,
    power: Option<u8>,
}

impl Written {
    fn is_whole(&self) -> bool {
        self.decimals == 0
    }
}

fn written(figure: &Figure, lexicon: &Lexicon) -> Written {
    let mut tokens: Vec<Token> = Vec::new();
    text::tokens(&figure.text, crate::figure::Span::new(0, figure.text.len()), &mut tokens);
    let mut hits = Vec::new();
    let mut power = None;
    for at in 0..tokens.len() {
        hits.clear();
        lexicon.hits(&figure.text, &tokens, at, &mut hits);
        let scale = hits.iter().find_map(|hit| match hit.sense {
            Sense::Number(Number::Scale { power, .. }) => Some(power),
            _ => None,
        });
        power = power.max(scale);
    }
    let runs: Vec<String> = tokens
        .iter()
        .filter(|token| token.class == Class::Digits)
        .map(|token| text::digits(&figure.text, token).map(char::from).collect())
        .collect();
    let decimals = if runs.len() == 2 && runs[1].len() != 3 { runs[1].len() } else { 0 };
    Written { digits: runs.concat(), decimals, power }
}

fn scale(tens: u32, a: &Figure, b: &Figure, lexicon: &Lexicon, chinese: bool) -> (Finds, &'static str) {
    let amount = |figure: &Figure| figure.value.quantity().and_then(|q| q.amount.low().or(q.amount.high()).copied());
    let (low, high) = if amount(a) <= amount(b) { (a, b) } else { (b, a) };
    let rounded = digits_scaled(&a.value, &b.value).is_none();
    let (low, high) = (written(low, lexicon), written(high, lexicon));
    let digits = |w: &Written| w.digits.trim_start_matches('0').trim_end_matches('0').to_string();
    if tens.is_multiple_of(3) && !low.digits.is_empty() && low.digits == high.digits && low.power != high.power {
        return (Finds::Unit, if low.power.is_none() { "lost_scale_word" } else { scale_words(&low, &high) });
    }
    if tens.is_multiple_of(3) && low.power.is_some() && high.power.is_some() && low.power != high.power {
        return (Finds::Unit, scale_words(&low, &high));
    }
    // «255 ألف», «255446 ألف»
    if tens == 3 && low.power.is_some() && low.power == high.power && high.is_whole() && high.digits.len() > 3 {
        return (Finds::Unit, "needless_scale_word");
    }
    let billions = high.power == Some(9);
    if tens == 1 && chinese && billions {
        return (Finds::Scale, "chinese_hundred_million");
    }
    if tens == 1 && rounded {
        return (Finds::Scale, "slipped_point");
    }
    if tens == 3 && (low.decimals > 0 || high.decimals > 0 || low.digits.len() != high.digits.len()) {
        return (Finds::Scale, "separator");
    }
    if low.decimals > 0 && high.decimals < low.decimals && digits(&low) == digits(&high) {
        return (Finds::Scale, "lost_decimal_point");
    }
    (Finds::Scale, "zeros")
}

fn scale_words(low: &Written, high: &Written) -> &'static str {
    match (low.power, high.power) {
        (Some(6), Some(9)) => "million_for_billion",
        (Some(9), Some(12)) => "billion_for_trillion",
        (Some(3), Some(6)) => "thousand_for_million",
        _ => "other_scale_word",
    }
}

/// Whether the two are as long as each other and differ in one digit.
fn one_digit(a: &Figure, b: &Figure) -> bool {
    let spelled = |figure: &Figure| {
        let quantity = figure.value.quantity()?;
        quantity.amount.low().or(quantity.amount.high()).map(|n| n.normalize().to_string())
    };
    match (spelled(a), spelled(b)) {
        (Some(p), Some(q)) => {
            p.len() >= 3 && p.len() == q.len() && p.bytes().zip(q.bytes()).filter(|(c, d)| c != d).count() == 1
        }
        _ => false,
    }
}

fn date(a: &Figure, b: &Figure) -> &'static str {
    let point = |figure: &Figure| -> Option<EdtfDate> {
        match &figure.value {
            Value::Date(date) => match date.best() {
                Edtf::Point(point) => Some(*point),
                _ => None,
            },
            _ => None,
        }
    };
    let (Some(p), Some(q)) = (point(a), point(b)) else { return "other_date" };
    match (p.year == q.year, p.month == q.month, p.day == q.day) {
        (false, true, true) => "other_year",
        (_, false, true) if p.day.is_some() => "other_month",
        (true, true, false) if p.day.is_some() && q.day.is_some() => "other_day",
        _ => "other_date",
    }
}
