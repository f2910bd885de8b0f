//! Values as people read them: `97.4 مليار دولار أمريكي`, `≥ 370 ألف`, `2018-02`, `3 أشهر`.
//! Not here: dates (`date.rs`), the exact form that tools read (`figure/json.rs`).

use super::date::date_text;
use super::lang::Arg;
use super::{Lang, unit};
use crate::figure::{Bound, Bounded, Figure, Period, Quantity, Value};
use rust_decimal::Decimal;

/// The human form of a normalised value.
///
/// Bounds are signs (`~` about, `≥` at least, `≤` at most, `–` from … to), numbers are exact and shortened by
/// their scale word where that keeps them so, money has its name in Arabic and its ISO 4217 code in English, a count its
/// noun.
pub fn value_text(value: &Value, lang: Lang) -> String {
    signed(value, unbounded_text(value, lang))
}

/// As [`value_text`], of a figure: money of which nobody knows whose it is has its noun, `740 million ريال`.
pub fn figure_text(figure: &Figure, lang: Lang) -> String {
    signed(&figure.value, unbounded_figure_text(figure, lang))
}

/// As [`value_words`], of a figure: see [`figure_text`].
pub fn figure_words(figure: &Figure, lang: Lang) -> String {
    in_words(&figure.value, unbounded_figure_text(figure, lang), lang)
}

fn unbounded_figure_text(figure: &Figure, lang: Lang) -> String {
    let codes = figure.readings.iter().filter_map(|reading| reading.quantity()?.unit.as_deref());
    match &figure.value {
        Value::Money(sum @ Quantity { unit: None, .. }) => match unit::shared_noun(codes) {
            // The noun stands as the name of any of these currencies would.
            Some(code) => with_unit(quantity_text(sum, lang), sum, lang, |form| {
                let name = if lang == Lang::Ar { form(code, lang) } else { unit::of_scale(code, Lang::Ar) };
                name.split(' ').next().unwrap_or_default()
            }),
            None => unbounded_text(&figure.value, lang),
        },
        value => unbounded_text(value, lang),
    }
}

/// The sign of its bound before a value's text.
fn signed(value: &Value, text: String) -> String {
    match bound(value) {
        Bound::About => format!("~ {text}"),
        Bound::AtLeast => format!("≥ {text}"),
        Bound::AtMost => format!("≤ {text}"),
        Bound::Exact | Bound::Range | Bound::Vague => text,
    }
}

/// The human form of a normalised value, its bound in words: `لا أقل من 370 ألف`.
pub fn value_words(value: &Value, lang: Lang) -> String {
    in_words(value, unbounded_text(value, lang), lang)
}

/// A value's text with its bound in words.
fn in_words(value: &Value, text: String, lang: Lang) -> String {
    let bounded = |name| lang.text_with(name, &[("value", (&text).into())]);
    match bound(value) {
        Bound::About => bounded("value-about"),
        Bound::AtLeast => bounded("value-at-least"),
        Bound::AtMost => bounded("value-at-most"),
        Bound::Exact | Bound::Range | Bound::Vague => text,
    }
}

fn bound(value: &Value) -> Bound {
    match value {
        Value::Money(q) | Value::Percent(q) | Value::Count(q) | Value::Ratio(q) => q.amount.bound(),
        Value::Duration(duration) => duration.bound(),
        Value::Date(_) => Bound::Exact,
    }
}

/// The value without the sign of its bound; a range has both its ends.
fn unbounded_text(value: &Value, lang: Lang) -> String {
    match value {
        Value::Money(q) | Value::Count(q) => match &q.unit {
            Some(unit) => with_unit(quantity_text(q, lang), q, lang, |form| form(unit, lang)),
            None => quantity_text(q, lang),
        },
        Value::Percent(q) => lang.text_with("value-percent", &[("number", (&quantity_text(q, lang)).into())]),
        Value::Ratio(q) => lang.text_with("value-ratio", &[("number", (&quantity_text(q, lang)).into())]),
        Value::Date(date) => date_text(date, lang),
        Value::Duration(duration) => match &**duration {
            Bounded::Vague(period) => vague_duration_text(period, lang),
            Bounded::Range(a, b) => format!("{} – {}", period_text(a, lang), period_text(b, lang)),
            Bounded::Exact(period) | Bounded::About(period) | Bounded::AtLeast(period) | Bounded::AtMost(period) => {
                period_text(period, lang)
            }
        },
    }
}

/// A number with its unit: `named` gives the unit's form, of what the number asks for.
fn with_unit<'a>(
    number: String,
    quantity: &Quantity,
    lang: Lang,
    named: impl Fn(&dyn Fn(&'a str, Lang) -> &'a str) -> &'a str,
) -> String {
    let unit = match &quantity.amount {
        Bounded::Vague(magnitude) if vague(*magnitude).is_some() => named(&unit::of_many),
        Bounded::Vague(n)
        | Bounded::Range(_, n)
        | Bounded::Exact(n)
        | Bounded::About(n)
        | Bounded::AtLeast(n)
        | Bounded::AtMost(n)
            if scaled(*n).is_none() =>
        {
            named(&|unit, lang| unit::after(*n, unit, lang))
        }
        _ => named(&unit::of_scale),
    };
    lang.text_with("value-with-unit", &[("number", (&number).into()), ("unit", unit.into())])
}

fn quantity_text(quantity: &Quantity, lang: Lang) -> String {
    match &quantity.amount {
        Bounded::Vague(magnitude) => vague_text(*magnitude, lang),
        Bounded::Range(low, high) => range_text(*low, *high, lang),
        Bounded::Exact(n) | Bounded::About(n) | Bounded::AtLeast(n) | Bounded::AtMost(n) => number_text(*n, lang),
    }
}

/// Both ends with the scale word once, where they share it.
fn range_text(low: Decimal, high: Decimal, lang: Lang) -> String {
    match (scaled(low), scaled(high)) {
        (Some((a, scale)), Some((b, other))) if scale.name == other.name => {
            let both = format!("{}–{}", grouped(a), grouped(b));
            lang.text_with(scale.name, &[("n", (&both).into()), ("count", Arg::Count(b))])
        }
        (None, None) => format!("{}–{}", grouped(low), grouped(high)),
        _ => format!("{} – {}", number_text(low, lang), number_text(high, lang)),
    }
}

/// A number with its scale word: `97.4 مليار`; with all its digits where a scale word would not shorten it.
pub fn number_text(number: Decimal, lang: Lang) -> String {
    match scaled(number) {
        Some((n, scale)) => lang.text_with(scale.name, &[("n", (&grouped(n)).into()), ("count", Arg::Count(n.abs()))]),
        None => grouped(number),
    }
}

/// So many times, in words: `10 مرات`, `100 مرة`.
pub fn times_text(number: Decimal, lang: Lang) -> String {
    lang.text_with("times", &[("n", (&number_text(number, lang)).into()), ("count", Arg::Count(number))])
}

struct Scale {
    name: &'static str,
    /// The power of ten.
    power: u32,
    /// Most decimals before all digits are easier to read.
    decimals: u32,
}

const SCALES: [Scale; 4] = [
    Scale { name: "number-trillion", power: 12, decimals: 4 },
    Scale { name: "number-billion", power: 9, decimals: 3 },
    Scale { name: "number-million", power: 6, decimals: 3 },
    Scale { name: "number-thousand", power: 3, decimals: 0 },
];

/// The number in its greatest scale, exactly; `None` where it is better read in digits.
fn scaled(number: Decimal) -> Option<(Decimal, &'static Scale)> {
    // Four digits are read at a glance (5,000), and may be a year.
    if number.abs() < Decimal::from(10_000) {
        return None;
    }
    let scale = SCALES.iter().find(|scale| number.abs() >= power_of_ten(scale.power))?;
    let n = number.checked_div(power_of_ten(scale.power))?.normalize();
    let exact = n.checked_mul(power_of_ten(scale.power)) == Some(number);
    (exact && n.scale() <= scale.decimals).then_some((n, scale))
}

fn power_of_ten(power: u32) -> Decimal {
    Decimal::from(10_u64.pow(power))
}

/// The digits with commas between the thousands.
fn grouped(number: Decimal) -> String {
    let text = number.normalize().to_string();
    let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut out = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// The power of ten of a magnitude that has a word.
fn vague(magnitude: Decimal) -> Option<u32> {
    (1..=14).find(|power| power_of_ten(*power) == magnitude)
}

/// `مليارات` for a magnitude of 10⁹.
fn vague_text(magnitude: Decimal, lang: Lang) -> String {
    match vague(magnitude) {
        Some(power) => lang.text(&format!("vague-{power}")),
        None => format!("~ {}", number_text(magnitude, lang)),
    }
}

/// The units of a period with their names, greatest first.
fn units(period: &Period) -> [(Decimal, &'static str); 7] {
    [
        (period.years, "years"),
        (period.months, "months"),
        (period.weeks, "weeks"),
        (period.days, "days"),
        (period.hours, "hours"),
        (period.minutes, "minutes"),
        (period.seconds, "seconds"),
    ]
}

/// A length of time in words: `سنة و6 أشهر`.
fn period_text(period: &Period, lang: Lang) -> String {
    units(period)
        .into_iter()
        .filter(|(n, _)| !n.is_zero())
        .map(|(n, unit)| duration_text(n, unit, lang))
        .reduce(|first, second| {
            lang.text_with("duration-and", &[("first", (&first).into()), ("second", (&second).into())])
        })
        .unwrap_or_else(|| duration_text(Decimal::ZERO, "days", lang))
}

fn duration_text(n: Decimal, unit: &str, lang: Lang) -> String {
    lang.text_with(&format!("duration-{unit}"), &[("n", (&grouped(n)).into()), ("count", Arg::Count(n))])
}

/// `سنوات` for a vague year; for tens and hundreds of a unit, about so many.
fn vague_duration_text(period: &Period, lang: Lang) -> String {
    let mut stated = units(period).into_iter().filter(|(n, _)| !n.is_zero());
    match (stated.next(), stated.next()) {
        (Some((n, unit)), None) if n == Decimal::ONE => lang.text(&format!("duration-vague-{unit}")),
        _ => format!("~ {}", period_text(period, lang)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    fn quantity(amount: Bounded<&str>, unit: Option<&str>) -> Quantity {
        Quantity { amount: amount.map(n), precision: Decimal::ONE, unit: unit.map(Into::into) }
    }

    #[test]
    fn numbers_keep_every_digit() {
        for (number, ar, en) in [
            ("0", "0", "0"),
            ("5000", "5,000", "5,000"),
            ("12500", "12,500", "12,500"),
            ("370000", "370 ألف", "370 thousand"),
            ("97400000000", "97.4 مليار", "97.4 billion"),
            ("97412345678", "97,412,345,678", "97,412,345,678"),
            ("3000000000", "3 مليارات", "3 billion"),
            ("5000000000000", "5 تريليونات", "5 trillion"),
            ("5000000000000000000", "5,000,000 تريليون", "5,000,000 trillion"),
            ("-12000000", "-12 مليون", "-12 million"),
            ("0.25", "0.25", "0.25"),
            (
                "79228162514264337593543950335",
                "79,228,162,514,264,337,593,543,950,335",
                "79,228,162,514,264,337,593,543,950,335",
            ),
        ] {
            assert_eq!(number_text(n(number), Lang::Ar), ar);
            assert_eq!(number_text(n(number), Lang::En), en);
        }
    }

    #[test]
    fn quantities_show_bound_and_unit() {
        use Bounded::{About, AtLeast, AtMost, Exact, Range, Vague};
        for (value, ar) in [
            (Value::Money(quantity(Exact("97400000000"), Some("USD"))), "97.4 مليار دولار أمريكي"),
            (Value::Money(quantity(Exact("5000"), None)), "5,000"),
            (Value::Money(quantity(Vague("1000000000"), Some("USD"))), "مليارات الدولارات الأمريكية"),
            (Value::Count(quantity(AtLeast("370000"), None)), "≥ 370 ألف"),
            (Value::Count(quantity(AtMost("20"), Some("شخص"))), "≤ 20 شخصًا"),
            (Value::Count(quantity(About("100000"), Some("شريحة"))), "~ 100 ألف شريحة"),
            (Value::Count(quantity(Range("50", "100"), None)), "50–100"),
            (Value::Count(quantity(Range("900000", "1200000"), None)), "900 ألف – 1.2 مليون"),
            (Value::Money(quantity(Range("5000000", "7000000"), Some("EUR"))), "5–7 ملايين يورو"),
            (Value::Percent(quantity(Exact("0.25"), None)), "0.25%"),
            (Value::Ratio(quantity(Exact("3"), None)), "×3"),
        ] {
            assert_eq!(value_text(&value, Lang::Ar), ar);
        }
    }

    #[test]
    fn bounds_can_be_words() {
        let value = Value::Count(quantity(Bounded::AtLeast("370000"), Some("شخص")));
        assert_eq!(value_words(&value, Lang::Ar), "لا أقل من 370 ألف شخص");
        assert_eq!(value_words(&Value::Ratio(quantity(Bounded::About("3"), None)), Lang::En), "about ×3");
    }

    #[test]
    fn money_of_whom_nobody_knows_has_its_noun() {
        let lexicon = crate::lexicon::Lexicon::builtin();
        for (text, ar, en) in [
            ("دفع 740 مليون ريال.", "740 مليون ريال", "740 million ريال"),
            ("دفع نحو 12 دينارا.", "~ 12 دينارًا", "~ 12 دينار"),
            ("دفع 5 ليرات.", "5 ليرات", "5 ليرة"),
            ("دفع مليارات الريالات.", "مليارات الريالات", "billions ريال"),
            ("دفع 5 دولارات.", "5 دولارات أمريكية", "5 USD"),
        ] {
            let document = crate::document::Document { text: text.to_string(), ..Default::default() };
            let figures = crate::extract::figures(&document, lexicon);
            let texts = [Lang::Ar, Lang::En].map(|lang| figure_text(&figures[0], lang));
            assert_eq!(texts, [ar, en], "{text}");
        }
    }

    #[test]
    fn durations_are_words() {
        let period = |text: &str| text.parse::<Period>().expect("ISO 8601");
        for (duration, ar, en) in [
            (Bounded::Exact(period("P1Y6M")), "سنة و6 أشهر", "1 year and 6 months"),
            (Bounded::AtLeast(period("P122D")), "≥ 122 يومًا", "≥ 122 days"),
            (Bounded::Range(period("P2M"), period("P3M")), "شهران – 3 أشهر", "2 months – 3 months"),
            (Bounded::Vague(period("P1Y")), "سنوات", "years"),
            (Bounded::Vague(period("P10Y")), "~ 10 سنوات", "~ 10 years"),
            (Bounded::Exact(period("P0D")), "0 يوم", "0 days"),
        ] {
            let value = Value::Duration(Box::new(duration));
            assert_eq!((value_text(&value, Lang::Ar).as_str(), value_text(&value, Lang::En).as_str()), (ar, en));
        }
    }
}
