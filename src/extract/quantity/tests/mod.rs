//! Quantities by table, and the laws that hold for any text.
//! Not here: the tables themselves (`tables.rs` and its neighbours).

use crate::document::Document;
use crate::extract::figures;
use crate::figure::{Bounded, Figure, Value};
use crate::lexicon::Lexicon;
use proptest::prelude::*;

// A line of a table is a case, however long.
#[rustfmt::skip]
mod alike;
#[rustfmt::skip]
mod beside;
mod headings;
#[rustfmt::skip]
mod money;
#[rustfmt::skip]
mod tables;

fn read(text: &str) -> Vec<Figure> {
    figures(&Document { text: text.to_string(), ..Document::default() }, Lexicon::builtin())
}

/// A figure as «span = kind value», short enough for a table.
fn show(figure: &Figure) -> String {
    let number = |q: &crate::figure::Quantity| {
        let unit = q.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
        format!("{}{unit}", bound(&q.amount))
    };
    let value = match &figure.value {
        Value::Money(q) => format!("money {}", number(q)),
        Value::Percent(q) => format!("percent {}", number(q)),
        Value::Count(q) => format!("count {}", number(q)),
        Value::Ratio(q) => format!("ratio {}", number(q)),
        Value::Duration(period) => bound(period),
        Value::Date(date) => format!("date {}", date.edtf),
    };
    format!("{} = {value}", figure.text)
}

fn bound<T: std::fmt::Display>(amount: &Bounded<T>) -> String {
    match amount {
        Bounded::Exact(n) => n.to_string(),
        Bounded::About(n) => format!("~{n}"),
        Bounded::AtLeast(n) => format!(">{n}"),
        Bounded::AtMost(n) => format!("<{n}"),
        Bounded::Range(a, b) => format!("{a}..{b}"),
        Bounded::Vague(_) => "vague".to_string(),
    }
}

/// Each line: a text, then the figures that it holds, in order.
fn check(table: &[(&str, &[&str])]) {
    for (text, want) in table {
        let got: Vec<String> = read(text).iter().map(show).collect();
        assert_eq!(got, *want, "{text}");
    }
}

/// Words and marks that the grammar turns on, to be thrown together.
const PIECES: [&str; 72] = [
    "5",
    "٣٫٤",
    "1.000",
    "2018",
    "07",
    "3,000,000",
    "12",
    "ثلاثة",
    "وعشرين",
    "مئة",
    "ألف",
    "ألفا",
    "مليوني",
    "ملايين",
    "مليار",
    "ونصف",
    "نصف",
    "ثلث",
    "إلا",
    "ربعا",
    "عشر",
    "عُشر",
    "بضعة",
    "عدة",
    "عشرات",
    "و",
    "ال",
    "بـ",
    "دولار",
    "دولارين",
    "دينار",
    "أمريكي",
    "سنتا",
    "د.إ",
    "$",
    "€",
    "USD",
    "%",
    "بالمئة",
    "في المئة",
    "سنة",
    "عامين",
    "أسبوع",
    "أشهر",
    "الأشهر",
    "يوم",
    "واحد",
    "كامل",
    "أضعاف",
    "ضعف",
    "مرات",
    "أكبر",
    "أكثر من",
    "لا يقل عن",
    "تجاوز",
    "نحو",
    "ما",
    "لا",
    "تصل قيمتها إلى",
    "على الأقل",
    "تقريبا",
    "بين",
    "من",
    "إلى",
    "-",
    "(",
    ")",
    "شخصا",
    "رقم",
    "الساعة",
    "H",
    "،",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn figures_lie_in_the_text_in_order(
        pieces in prop::collection::vec((0..PIECES.len(), prop::bool::weighted(0.9)), 0..14),
    ) {
        let mut text = String::new();
        for (piece, space) in pieces {
            text.push_str(PIECES[piece]);
            if space {
                text.push(' ');
            }
        }
        hold(&text)?;
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,60}|[0-9٠-٩.,،%$() \\-وبالفمينأكث]{0,60}") {
        hold(&text)?;
    }
}

fn hold(text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for figure in read(text) {
        prop_assert!(figure.span.start >= end, "{}", text);
        prop_assert!(figure.span.end > figure.span.start, "{}", text);
        prop_assert_eq!(figure.span.slice(text), &figure.text);
        end = figure.span.end;
        if let Some(Bounded::Range(low, high)) = figure.value.quantity().map(|quantity| quantity.amount) {
            prop_assert!(low < high, "{}", text);
        }
    }
    Ok(())
}
