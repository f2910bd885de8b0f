//! Numerals by table, and the law: what is written in correct Arabic is read back.

use super::*;
use crate::figure::Span;
use crate::lexicon::Lexicon;
use proptest::prelude::*;

fn read(text: &str) -> Option<(Decimal, Decimal, usize, Numeral)> {
    let mut s = Sentence::default();
    s.read(text, Span::new(0, text.len()), Lexicon::builtin());
    let numeral = at(&s, 0)?;
    let end = s.tokens[numeral.tokens.end - 1].span.end;
    Some((numeral.value, numeral.precision, end, numeral))
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn numerals_in_digits_words_and_both() {
    for (text, value, precision) in [
        ("12", "12", "1"),
        ("۱۲٫۵", "12.5", "0.1"),
        ("٢٬٧٠٠", "2700", "1"),
        ("3,000,000,000", "3000000000", "1"),
        ("3.000.000", "3000000", "1"),
        ("1.234,56", "1234.56", "0.01"),
        ("1,234.5", "1234.5", "0.1"),
        ("254,30", "254.3", "0.01"),
        ("45 212", "45212", "1"),
        ("2\u{A0}500", "2500", "1"),
        ("1'500", "1500", "1"),
        ("٥٠٠٫٠٠٠", "500000", "1"),
        ("17،000", "17000", "1"),
        ("0.125", "0.125", "0.001"),
        ("1.000 مليار", "1000000000000", "1000000000"),
        ("1,875 مليون", "1875000000", "1000000"),
        ("1,875 مليار", "1875000000", "1000000"),
        ("ألف و500 مليار", "1500000000000", "1000000000"),
        ("أربعة آلاف وثلاثمئة وسبعين مليارا", "4370000000000", "1000000000"),
        ("11 ألفا و550 مليار و300 مليون", "11550300000000", "1000000"),
        ("97.4 مليار", "97400000000", "100000000"),
        ("500 مليار", "500000000000", "1000000000"),
        ("5 مليارات و300 مليون", "5300000000", "1000000"),
        ("مليون و100 ألف", "1100000", "1000"),
        ("186 ألفاً و400", "186400", "1"),
        ("18 مليونا و250 ألف", "18250000", "1000"),
        ("3.2 ألف مليار", "3200000000000", "100000000000"),
        ("مئة ألف مليون", "100000000000", "1000000000"),
        ("ألفا ومئتي", "1200", "1"),
        ("وبخمسة وعشرين ألفا", "25000", "1000"),
        ("أربعة آلاف وخمسمئة", "4500", "1"),
        ("ثلاث مئة", "300", "1"),
        ("ثلاثمايه وخمسون ألف", "350000", "1000"),
        ("إحدى عشرة", "11", "1"),
        ("مئة وأحد عشر", "111", "1"),
        ("اثنتان وعشرون", "22", "1"),
        ("مليارين ونصف المليار", "2500000000", "100000000"),
        ("مليون ونصف", "1500000", "100000"),
        ("ثلاثة ونصف مليون", "3500000", "100000"),
        ("نصف مليار", "500000000", "100000000"),
        ("ثلاثة أرباع المليون", "750000", "100000"),
        ("مليار إلا ربعا", "750000000", "1000000000"),
        ("مليوني دولار", "2000000", "1000000"),
        ("ألفي كتاب", "2000", "1000"),
        ("العشرين", "20", "1"),
        ("المليار", "1000000000", "1000000000"),
        ("ثلاثة تريليونات ومئتان وخمسة وسبعون مليار", "3275000000000", "1000000000"),
    ] {
        let (got, step, end, _) = read(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((got, step), (decimal(value), decimal(precision)), "{text}");
        let rest = &text[end..];
        assert!(rest.is_empty() || rest == " دولار" || rest == " كتاب", "{text}: {rest}");
    }
}

#[test]
fn magnitudes_are_vague() {
    for (text, size, whole) in [
        ("عشرات", "10", true),
        ("مئات الآلاف", "100000", true),
        ("بضعة آلاف", "1000", true),
        ("مليارات الدولارات", "1000000000", false),
        ("بضعة عشر", "10", true),
    ] {
        let (value, _, end, numeral) = read(text).unwrap_or_else(|| panic!("{text}"));
        assert!(numeral.vague, "{text}");
        assert_eq!((value, end == text.len()), (decimal(size), whole), "{text}");
    }
}

#[test]
fn numerals_end_where_another_begins() {
    for (text, first) in [
        ("20 و30 ألف", "20"),
        ("20 ألف و30 ألف", "20 ألف"),
        ("خمسة وعشرة", "خمسة"),
        ("2.4 مليون و300 ألف", "2.4 مليون"),
        ("مليون ونصف السكان", "مليون"),
        ("ألف ومليون", "ألف"),
    ] {
        let (_, _, end, _) = read(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(&text[..end], first);
    }
}

#[test]
fn these_are_no_numerals() {
    for text in [
        "أحد الرجال",
        "1.2.3",
        "12.5.2018",
        "الخامس عشر",
        "نصف السكان",
        "ألفي.",
        "عدة أيام",
        "اثنا",
        "123456789012345678901234567",
    ] {
        assert_eq!(read(text).map(|(value, ..)| value), None, "{text}");
    }
}

#[test]
fn the_other_reading_is_kept() {
    let (_, _, _, mut numeral) = read("1.000 مليار").unwrap();
    assert_eq!(numeral.other.map(|reading| reading.value), Some(decimal("1000000000")));
    numeral.prefer(false);
    assert_eq!(numeral.value, decimal("1000000000"));
    assert_eq!(numeral.other.map(|reading| reading.value), Some(decimal("1000000000000")));
}

/// Writes numbers as the grammar books say.
struct Writer {
    oblique: bool,
    feminine: bool,
}

const UNITS: [(&str, &str); 10] = [
    ("", ""),
    ("واحد", "واحدة"),
    ("", ""),
    ("ثلاثة", "ثلاث"),
    ("أربعة", "أربع"),
    ("خمسة", "خمس"),
    ("ستة", "ست"),
    ("سبعة", "سبع"),
    ("ثمانية", "ثماني"),
    ("تسعة", "تسع"),
];

impl Writer {
    fn case(&self, nominative: &'static str, oblique: &'static str) -> &'static str {
        if self.oblique { oblique } else { nominative }
    }

    /// Below a thousand, counting something of the writer's gender.
    fn below_thousand(&self, n: u64) -> String {
        let hundreds = match n / 100 {
            0 => return self.below_hundred(n),
            1 => "مئة".to_string(),
            2 => self.case("مئتان", "مئتين").to_string(),
            8 => "ثمانمئة".to_string(),
            h => format!("{}مئة", UNITS[h as usize].1),
        };
        if n.is_multiple_of(100) { hundreds } else { format!("{hundreds} و{}", self.below_hundred(n % 100)) }
    }

    fn below_hundred(&self, n: u64) -> String {
        let unit = |n: u64| match n {
            2 if self.feminine => self.case("اثنتان", "اثنتين"),
            2 => self.case("اثنان", "اثنين"),
            n if self.feminine => UNITS[n as usize].1,
            n => UNITS[n as usize].0,
        };
        let (ten, ten_after_unit) = if self.feminine { ("عشر", "عشرة") } else { ("عشرة", "عشر") };
        match n {
            10 => ten.to_string(),
            11 => format!("{} {ten_after_unit}", if self.feminine { "إحدى" } else { "أحد" }),
            12 if self.feminine => format!("{} عشرة", self.case("اثنتا", "اثنتي")),
            12 => format!("{} عشر", self.case("اثنا", "اثني")),
            13..=19 => format!("{} {ten_after_unit}", unit(n - 10)),
            n if n < 10 => unit(n).to_string(),
            n => {
                let stems = ["", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"];
                let tens = format!("{}{}", stems[(n / 10) as usize], self.case("ون", "ين"));
                match n % 10 {
                    0 => tens,
                    1 if self.feminine => format!("إحدى و{tens}"),
                    u => format!("{} و{tens}", unit(u)),
                }
            }
        }
    }

    /// So many of a scale word, which is masculine.
    fn scaled(&self, n: u64, scale: &Scale) -> String {
        let men = Writer { oblique: self.oblique, feminine: false };
        match (n / 100, n % 100) {
            (0, 1) => scale.singular.to_string(),
            (0, 2) => self.case(scale.two.0, scale.two.1).to_string(),
            (2, 0) => format!("{} {}", self.case("مئتا", "مئتي"), scale.singular),
            (_, 0) => format!("{} {}", men.below_thousand(n), scale.singular),
            (_, rest @ 1..=2) => format!("{} و{}", self.scaled(n - rest, scale), self.scaled(rest, scale)),
            (_, 3..=10) => format!("{} {}", men.below_thousand(n), scale.plural),
            _ => format!("{} {}", men.below_thousand(n), scale.accusative),
        }
    }

    fn write(&self, n: u64) -> String {
        let mut parts = Vec::new();
        for (power, scale) in [(12, &TRILLION), (9, &MILLIARD), (6, &MILLION), (3, &THOUSAND)] {
            let count = n / 10_u64.pow(power) % 1000;
            if count > 0 {
                parts.push(self.scaled(count, scale));
            }
        }
        if !n.is_multiple_of(1000) {
            parts.push(self.below_thousand(n % 1000));
        }
        parts.join(" و")
    }
}

struct Scale {
    singular: &'static str,
    accusative: &'static str,
    two: (&'static str, &'static str),
    plural: &'static str,
}

const THOUSAND: Scale =
    Scale { singular: "ألف", accusative: "ألفا", two: ("ألفان", "ألفين"), plural: "آلاف" };
const MILLION: Scale = Scale {
    singular: "مليون", accusative: "مليوناً", two: ("مليونان", "مليونين"), plural: "ملايين"
};
const MILLIARD: Scale =
    Scale {
        singular: "مليار", accusative: "ملياراً", two: ("ملياران", "مليارين"), plural: "مليارات"
    };
const TRILLION: Scale =
    Scale {
        singular: "تريليون", accusative: "تريليوناً", two: ("تريليونان", "تريليونين"), plural: "تريليونات"
    };

/// Numbers of every size alike, and many round ones.
fn numbers() -> impl Strategy<Value = u64> {
    let size = (0_u32..13, 1_u64..1_000_000_000_000).prop_map(|(digits, n)| (n % 10_u64.pow(digits).max(2)).max(1));
    let round = (1_u64..1000, 0_u32..10).prop_map(|(n, zeros)| n * 10_u64.pow(zeros));
    prop_oneof![size, round, 1_u64..=1_000_000_000_000]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn words_are_read_back(n in numbers(), oblique: bool, feminine: bool) {
        let text = Writer { oblique, feminine }.write(n);
        let got = read(&text);
        prop_assert_eq!(got.as_ref().map(|(value, _, end, _)| (*value, *end)), Some((Decimal::from(n), text.len())), "{}", text);
    }

    #[test]
    fn digits_are_read_back(n in 0_u64..1_000_000_000_000, places in 0_u32..4, marks in 0_usize..4) {
        let value = Decimal::from_i128_with_scale(i128::from(n), places);
        let (thousands, point) = [(',', '.'), ('.', ','), ('\u{A0}', ','), ('٬', '٫')][marks];
        let plain = value.to_string();
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut text = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                text.push(thousands);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(point);
            text.push_str(fraction);
        }
        let (got, precision, end, numeral) = read(&text).expect("a number");
        let readings = [Some(got), numeral.other.map(|other| other.value)];
        prop_assert!(readings.contains(&Some(value)), "{} {:?}", text, readings);
        prop_assert_eq!(end, text.len());
        prop_assert!(precision <= Decimal::ONE);
    }

    #[test]
    fn no_text_panics(text in "[اوبلفكثلمينرعشسخ0-9٣۴.,،٫٬'% ()-]{0,40}|\\PC{0,30}") {
        let _ = read(&text);
    }
}
