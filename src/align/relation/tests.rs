//! The laws of relations, and what two currencies' names are to each other.

use super::*;
use crate::figure::{DateValue, Edtf};
use crate::lexicon::Lexicon;
use proptest::prelude::*;

fn figure(text: &str, value: Value) -> Figure {
    let span = Span::new(0, text.len());
    Figure { span, text: text.to_string(), line: 1, column: 1, value, readings: Vec::new(), sentence: span }
}

/// What a figure is to another, each of a unit.
fn related((a, of_a): (&Figure, Option<Unit>), (b, of_b): (&Figure, Option<Unit>)) -> (Relation, f64) {
    let ready = [(a, of_a), (b, of_b)].map(|(figure, unit)| Ready::of(&figure.value, unit, Said::default()));
    let stated = |figure, ready, unit: Option<Unit>| Stated { figure, ready, unit, bare: unit.is_none() };
    relate(stated(a, &ready[0], of_a), stated(b, &ready[1], of_b), &Lexicon::builtin().facts.rates)
}

#[test]
fn a_currency_may_be_named_without_its_country() {
    let money = |text: &str| {
        figure(
            text,
            Value::Count(Quantity { amount: Bounded::Exact(Decimal::ONE), precision: Decimal::ONE, unit: None }),
        )
    };
    for (short, long, less) in [
        ("ألف دولار", "ألف دولار كندي", true),
        ("20 دولارا", "20 دولارا كنديا", true),
        ("20 دولارا", "20 دولار كندي", true),
        ("ألف دولار كندي", "ألف دولار", false),
        ("ألف دولار", "ألف دولار", false),
        ("ألف دولار", "ألف يورو", false),
        ("ألف دولار أسترالي", "ألف دولار كندي", false),
        ("1000", "ألف دولار كندي", false),
        ("ألف دولار", "$1000", false),
    ] {
        assert_eq!(names_less(&money(short), &money(long)), less, "{short} {long}");
    }
}

#[test]
fn a_degree_is_no_count_of_things() {
    let count = |text: &str| {
        let n: Decimal = text.parse().expect("a number");
        let precision = Decimal::new(1, n.scale());
        figure(text, Value::Count(Quantity { amount: Bounded::Exact(n), precision, unit: None }))
    };
    let relation = |(a, a_bare): (&str, bool), (b, b_bare): (&str, bool)| {
        let figures = [count(a), count(b)];
        let ready = figures.each_ref().map(|figure| Ready::of(&figure.value, None, Said::default()));
        let stated = |at: usize, bare| Stated { figure: &figures[at], ready: &ready[at], unit: None, bare };
        relate(stated(0, a_bare), stated(1, b_bare), &Lexicon::builtin().facts.rates).0
    };
    let scale = Relation::Differ(Difference::Scale { tens: 1, digits: 2 });
    for (a, b, want) in [
        (("4.8", true), ("48", false), Relation::Apart),
        (("4.8", true), ("48", true), scale),
        (("4.8", false), ("48", false), scale),
        (("480", true), ("48", false), scale),
    ] {
        assert_eq!(relation(a, b), want, "{a:?} {b:?}");
        assert_eq!(relation(b, a), want, "{b:?} {a:?}");
    }
}

/// Numbers that are often ten times, a thousand times or a slip of the pen apart.
fn numbers() -> impl Strategy<Value = (Decimal, Decimal)> {
    let digits = prop_oneof![
        Just(0_i64),
        Just(1),
        Just(5),
        Just(35),
        Just(53),
        Just(375),
        Just(974),
        Just(2_754),
        Just(2_745),
        1..99_999_i64,
    ];
    (digits, 0..4_u32, 0..10_u32, prop::bool::weighted(0.1)).prop_map(|(digits, places, scale, negative)| {
        let digits = if negative { -digits } else { digits };
        let scale = Decimal::from(10_u64.pow(scale));
        (Decimal::new(digits, places) * scale, Decimal::new(1, places) * scale)
    })
}

fn quantities() -> impl Strategy<Value = Quantity> {
    let units = prop_oneof![Just("USD"), Just("SAR"), Just("AED"), Just("EUR"), Just("EGP"), Just("")];
    (numbers(), numbers(), 0..6_u8, units).prop_map(|((n, precision), (m, _), bound, unit)| {
        let amount = match bound {
            0 | 1 => Bounded::Exact(n),
            2 => Bounded::About(n),
            3 => Bounded::AtLeast(n),
            4 => Bounded::AtMost(n),
            _ => Bounded::Range(n.min(m), n.max(m)),
        };
        Quantity { amount, precision, unit: (!unit.is_empty()).then(|| unit.into()) }
    })
}

fn dates() -> impl Strategy<Value = Edtf> {
    let day =
        (prop_oneof![Just("XXXX".to_string()), (2014_i32..2018).prop_map(|year| year.to_string())], 1..13_u8, 1..13_u8);
    let point = (day, 0..4_u8).prop_map(|((year, month, day), parts)| match (parts, year.as_str()) {
        (0, "XXXX") => "rel".to_string(),
        (0, _) => year,
        (1, _) => format!("{year}-{month:02}"),
        (2, _) => format!("{year}-{month:02}-{day:02}~"),
        _ => format!("{year}-{month:02}-{day:02}"),
    });
    let interval = (2014_i32..2018, 1..13_u8, 0..3_i32)
        .prop_map(|(year, month, more)| format!("{year}-{month:02}/{}-12", year + more));
    prop_oneof![4 => point, 1 => interval].prop_map(|text| text.parse().expect("a date"))
}

fn lengths() -> impl Strategy<Value = Bounded<Period>> {
    (numbers(), 0..5_u8).prop_map(|((n, _), unit)| {
        let zero = Period::default();
        Bounded::Exact(match unit {
            0 => Period { years: n, ..zero },
            1 => Period { months: n, ..zero },
            2 => Period { days: n, ..zero },
            3 => Period { hours: n, minutes: Decimal::TEN, ..zero },
            _ => Period { seconds: n, ..zero },
        })
    })
}

type Measured = (Value, Option<Unit>);

/// Values of each kind by itself, for those of two are never compared.
fn kinds() -> [BoxedStrategy<Measured>; 5] {
    let units = prop::sample::select(vec![
        None,
        Some(Unit { dimension: 0, size: Decimal::ONE }),
        Some(Unit { dimension: 0, size: Decimal::new(1_609_344, 3) }),
        Some(Unit { dimension: 1, size: Decimal::ONE }),
    ]);
    [
        quantities().prop_map(|quantity| (Value::Money(quantity), None)).boxed(),
        (quantities(), units).prop_map(|(quantity, unit)| (Value::Count(quantity), unit)).boxed(),
        quantities().prop_map(|quantity| (Value::Percent(quantity), None)).boxed(),
        lengths().prop_map(|length| (Value::Duration(Box::new(length)), None)).boxed(),
        dates().prop_map(|date| (Value::Date(DateValue::stated(date)), None)).boxed(),
    ]
}

fn pairs() -> impl Strategy<Value = [Measured; 2]> {
    prop::strategy::Union::new(kinds().map(prop::array::uniform2))
}

#[test]
fn multiples_are_compared_where_they_have_more_than_one_digit() {
    let times = |n: &str| {
        let n: Decimal = n.parse().expect("a number");
        Value::Ratio(Quantity { amount: Bounded::Exact(n), precision: Decimal::new(1, n.scale()), unit: None })
    };
    for (n, compared) in [("2", false), ("10", false), ("7.4", true), ("74", true)] {
        assert_eq!(is_compared(&times(n)), compared, "{n}");
    }
}

#[test]
fn one_bare_noun_is_no_two_currencies() {
    let money = |text: &str, code: &str| {
        let amount = Bounded::Exact(Decimal::from(500));
        figure(text, Value::Money(Quantity { amount, precision: Decimal::ONE, unit: Some(code.into()) }))
    };
    let currency = Relation::Differ(Difference::Currency { digits: 1 });
    for (a, b, want) in [
        (("500 درهم", "AED"), ("٥٠٠ درهما", "MAD"), Relation::Agree),
        (("500 درهم إماراتي", "AED"), ("500 درهم مغربي", "MAD"), currency),
        (("500 درهم", "AED"), ("500 دولار", "USD"), currency),
    ] {
        assert_eq!(related((&money(a.0, a.1), None), (&money(b.0, b.1), None)).0, want, "{a:?} {b:?}");
    }
}

#[test]
fn a_sign_may_be_told_in_words() {
    let quantity =
        |n: i64| Quantity { amount: Bounded::Exact(Decimal::new(n, 1)), precision: Decimal::new(1, 1), unit: None };
    let percent = |n: i64| figure("", Value::Percent(quantity(n)));
    let count = |n: i64| figure("", Value::Count(quantity(n)));
    let relation = |a: &Figure, b: &Figure| related((a, None), (b, None)).0;
    assert_eq!(relation(&percent(-25), &percent(25)), Relation::Loose);
    assert_eq!(relation(&percent(-25), &percent(31)), Relation::Differ(Difference::Value));
    assert_eq!(relation(&percent(-25), &percent(-25)), Relation::Agree);
    // «-2.5 درجة» is never told by a word for falling.
    assert_eq!(relation(&count(-25), &count(25)), Relation::Differ(Difference::Value));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn what_one_is_to_the_other_the_other_is_to_it([(a, of_a), (b, of_b)] in pairs()) {
        let (a, b) = (figure("", a), figure("", b));
        let there = related((&a, of_a), (&b, of_b));
        let back = related((&b, of_b), (&a, of_a));
        prop_assert_eq!(there, back);
    }

    #[test]
    fn everything_agrees_with_itself([(value, unit), _] in pairs()) {
        let figure = figure("", value);
        let (relation, _) = related((&figure, unit), (&figure, unit));
        let differs = matches!(relation, Relation::Differ(_));
        prop_assert!(!differs, "{:?}", relation);
    }
}
