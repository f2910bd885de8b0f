//! What holds of all dates: every day reads back, however it is written, and any text is read.
//! Not here: dates one by one (`tests.rs`).

use super::hijri;
use super::tests::dates_of;
use crate::figure::{Edtf, Value};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const WESTERN: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
const LEVANT: [&str; 12] = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
];
const TUNIS: [&str; 12] =
    ["جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
const RABAT: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"];
const HIJRI: [&str; 12] = [
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذي القعدة",
    "ذي الحجة",
];
const ORDINALS: [&str; 31] = [
    "الأول",
    "الثاني",
    "الثالث",
    "الرابع",
    "الخامس",
    "السادس",
    "السابع",
    "الثامن",
    "التاسع",
    "العاشر",
    "الحادي عشر",
    "الثاني عشر",
    "الثالث عشر",
    "الرابع عشر",
    "الخامس عشر",
    "السادس عشر",
    "السابع عشر",
    "الثامن عشر",
    "التاسع عشر",
    "العشرين",
    "الحادي والعشرين",
    "الثاني والعشرين",
    "الثالث والعشرين",
    "الرابع والعشرين",
    "الخامس والعشرين",
    "السادس والعشرين",
    "السابع والعشرين",
    "الثامن والعشرين",
    "التاسع والعشرين",
    "الثلاثين",
    "الحادي والثلاثين",
];

/// The number in one of the three scripts of digits.
fn digits(number: i64, script: u32) -> String {
    let zero = ['0', '٠', '۰'][script as usize % 3];
    let shifted = |c: char| char::from_u32(zero as u32 + c.to_digit(10)?);
    number.to_string().chars().filter_map(shifted).collect()
}

/// Reads a text of one date a line, and compares it with the days meant.
fn assert_days(lines: &str, days: &[Date]) {
    let found = dates_of(lines, None);
    assert_eq!(found.len(), days.len(), "{}", lines.lines().next().unwrap_or_default());
    for (figure, day) in found.iter().zip(days) {
        let Value::Date(value) = &figure.value else { continue };
        assert_eq!(value.edtf.days(), Some((*day, *day)), "{}", figure.text);
    }
}

#[test]
fn every_day_of_two_centuries_reads_back() {
    for year in 1900..=2100_i16 {
        let days: Vec<Date> = date(year, 1, 1).series(1.day()).take_while(|day| day.year() == year).collect();
        let script = year as u32;
        for names in [&WESTERN, &LEVANT, &TUNIS, &RABAT] {
            let line = |day: &Date| {
                let month = names[day.month() as usize - 1];
                format!("في {} {month} {}\n", digits(day.day().into(), script), digits(year.into(), script))
            };
            assert_days(&days.iter().map(line).collect::<String>(), &days);
        }
        let in_words = |day: &Date| {
            format!("{} من {} عام {year}\n", ORDINALS[day.day() as usize - 1], WESTERN[day.month() as usize - 1])
        };
        assert_days(&days.iter().map(in_words).collect::<String>(), &days);
        let alone = |day: &Date| {
            let [d, m, y] = [day.day().into(), day.month().into(), year.into()].map(|n: i64| digits(n, script));
            format!("{d}/{m}/{y}\n")
        };
        assert_days(&days.iter().map(alone).collect::<String>(), &days);
        assert_days(&days.iter().map(|day| format!("{day}\n")).collect::<String>(), &days);
    }
}

#[test]
fn every_hijri_day_of_two_centuries_reads_back() {
    for year in 1300..=1500_i16 {
        let (mut days, mut lines) = (Vec::new(), String::new());
        for month in 1..=12_u8 {
            for day in 1..=30_u8 {
                let Some(meant) = hijri::to_gregorian(year, month, day) else { continue };
                days.push(meant);
                let name = HIJRI[usize::from(month) - 1];
                let number = digits(day.into(), year as u32);
                lines.push_str(&format!("{number} {name} {}هـ\n", digits(year.into(), year as u32)));
                assert_eq!(hijri::of_gregorian(meant).and_then(|back| back.day), Some(day));
            }
        }
        assert_days(&lines, &days);
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        let found = dates_of(&text, Some(date(2018, 4, 10)));
        prop_assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        prop_assert!(found.iter().all(|figure| figure.span.slice(&text) == figure.text));
    }

    #[test]
    fn any_mixture_of_date_words_is_read(
        words in proptest::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40),
        published in proptest::option::of((1900..2100_i16, 1..13_i8, 1..29_i8)),
    ) {
        let text = words.join(" ");
        let published = published.map(|(year, month, day)| date(year, month, day));
        let found = dates_of(&text, published);
        prop_assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        for figure in &found {
            let Value::Date(value) = &figure.value else { continue };
            for edtf in [Some(value.edtf), value.resolved].into_iter().flatten() {
                prop_assert_eq!(edtf.to_string().parse::<Edtf>().ok(), Some(edtf));
            }
        }
    }
}

const PIECES: [&str; 52] = [
    "من",
    "إلى",
    "حتى",
    "بين",
    "و",
    "عام",
    "العام",
    "عامي",
    "سنة",
    "شهر",
    "الشهر",
    "يوم",
    "اليوم",
    "أمس",
    "غد",
    "الماضي",
    "المقبل",
    "الجاري",
    "نفسه",
    "التالي",
    "هذا",
    "تلك",
    "مارس",
    "/",
    "آذار",
    "(",
    ")",
    "-",
    "،",
    "رمضان",
    "1445",
    "هـ",
    "2018",
    "0",
    "31",
    "30",
    "9999",
    "99",
    "الأول",
    "والعشرين",
    "الربع",
    "النصف",
    "الأخير",
    "الأشهر",
    "التسعة",
    "نهاية",
    "القرن",
    "التسعينيات",
    "الجمعة",
    "الأسبوع",
    "صيف",
    "ألفين",
];
