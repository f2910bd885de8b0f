//! Dates as they are written, and what is none.

use super::hijri;
use crate::document::Document;
use crate::extract::figures;
use crate::figure::{Edtf, Figure, Kind, Value, Weekday};
use crate::lexicon::Lexicon;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

fn dates_of(text: &str, published: Option<Date>) -> Vec<Figure> {
    let document = Document { text: text.to_string(), published, ..Document::default() };
    let mut found = figures(&document, Lexicon::builtin());
    found.retain(|figure| figure.kind() == Kind::Date);
    found
}

/// Each date as «text = said» or «text = said → meant».
fn read(text: &str, published: Option<Date>) -> Vec<String> {
    let shown = |figure: &Figure| match &figure.value {
        Value::Date(value) => match &value.resolved {
            Some(meant) => format!("{} = {} → {meant}", figure.text, value.edtf),
            None => format!("{} = {}", figure.text, value.edtf),
        },
        _ => String::new(),
    };
    dates_of(text, published).iter().map(shown).collect()
}

fn check(cases: &[(&str, &[&str])], published: Option<Date>) {
    for (text, want) in cases {
        assert_eq!(read(text, published), *want, "{text}");
    }
}

#[test]
fn days_and_months() {
    check(
        &[
            ("افتتح المتحف في 3 مايو 2019.", &["3 مايو 2019 = 2019-05-03"]),
            ("افتتح يوم الثالث والعشرين من تشرين الأول 2019", &["يوم الثالث والعشرين من تشرين الأول 2019 = 2019-10-23"]),
            ("في الـ14 من أكتوبر/تشرين أول عام 1981", &["الـ14 من أكتوبر/تشرين أول عام 1981 = 1981-10-14"]),
            ("وبأيلول (سبتمبر) 2015", &["أيلول (سبتمبر) 2015 = 2015-09"]),
            ("فاتح ماي 2017 بالرباط", &["فاتح ماي 2017 = 2017-05-01"]),
            ("متم شتنبر 2017", &["متم شتنبر 2017 = 2017-09~"]),
            ("يومي 5 و6 جوان 2018", &["يومي 5 = 2018-06-05", "6 جوان 2018 = 2018-06-06"]),
            ("في الثالث والرابع من أبريل", &["الثالث = XXXX-04-03", "الرابع من أبريل = XXXX-04-04"]),
            ("شهري يناير وفبراير 2018", &["شهري يناير = XXXX-01 → 2018-01", "فبراير 2018 = 2018-02"]),
            ("عاد في آب، ثم في تموز", &["آب = XXXX-08", "تموز = XXXX-07"]),
            ("November 2016 كان حاسما", &["November 2016 = 2016-11"]),
        ],
        None,
    );
}

#[test]
fn no_dates() {
    for text in [
        "مارس اللاعبون التمارين",
        "آب العمال إلى بيوتهم",
        "من باب المندب إلى إب",
        "قالت تيريزا ماي في لندن",
        "فاز الفريق 3-صفر",
        "الرئيس رجب طيب في رمضان",
        "بطول 2018 مترا وعرض 1950 مترا",
        "دفع 2000 دولار",
        "شارك 2015 شخصا في السباق",
        "Summit 2015 و H2018",
        "رؤية المملكة 2030",
        "عملية \"الصحراء 2018\"",
        "الأمين العام السابق والمدير العام الحالي",
        "محور 26 يوليو ومدينة السادس من أكتوبر",
        "صلاة الجمعة في المسجد",
        "في اليوم الأول من المهرجان",
        "عالم اليوم وحياة الأمس",
        "هي في الثلاثينيات من عمرها",
        "القرن الإفريقي وصفقة القرن",
        "النسخة 10.2.1 والقضية 1074/2017",
        "بنسبة 2.018% و2,018 طنا",
        "عام 3100 قبل الميلاد",
        "قبل شهرين وبعد عام",
        "الموسم الماضي",
    ] {
        assert_eq!(read(text, Some(date(2018, 4, 10))), [""; 0], "{text}");
    }
}

#[test]
fn years_and_their_parts() {
    check(
        &[
            ("منذ عامي 2016 و2017", &["عامي 2016 = 2016", "2017 = 2017"]),
            ("للعام 2018م", &["عام 2018م = 2018"]),
            ("سنة ألف وتسعمئة وثمان وأربعين", &["سنة ألف وتسعمئة وثمان وأربعين = 1948"]),
            ("بلغ في 2018 ذروته", &["2018 = 2018"]),
            ("محصول 2023 الوفير", &["2023 = 2023"]),
            ("فازوا (2010 و2014)", &["2010 = 2010", "2014 = 2014"]),
            ("1953: ولد في تونس", &["1953 = 1953"]),
            ("بين عامي 2009 و2015", &["بين عامي 2009 و2015 = 2009/2015"]),
            ("من 2001 إلى 2009", &["من 2001 إلى 2009 = 2001/2009"]),
            ("موسم 2018/2017", &["2018/2017 = 2017/2018"]),
            ("موسم 2017-18", &["2017-18 = 2017/2018"]),
            ("العام المالي 2018-2019", &["العام المالي 2018-2019 = 2018/2019"]),
            ("الربع الثالث من عام 2017", &["الربع الثالث من عام 2017 = 2017-07/2017-09"]),
            ("النصف الثاني 2017", &["النصف الثاني 2017 = 2017-07/2017-12"]),
            ("الأشهر التسعة الأولى من 2023", &["الأشهر التسعة الأولى من 2023 = 2023-01/2023-09"]),
            ("أول 9 أشهر من 2023", &["أول 9 أشهر من 2023 = 2023-01/2023-09"]),
            ("أواخر 2016", &["أواخر 2016 = 2016~"]),
            ("صيف 2014", &["صيف 2014 = 2014~"]),
            ("تسعينيات القرن العشرين", &["تسعينيات القرن العشرين = 199X"]),
            ("القرن التاسع عشر", &["القرن التاسع عشر = 18XX"]),
        ],
        None,
    );
}

#[test]
fn intervals() {
    check(
        &[
            ("من 15 فيفري إلى 25 مارس 2024", &["من 15 فيفري إلى 25 مارس 2024 = 2024-02-15/2024-03-25"]),
            ("بين 3 و7 مايو 2018", &["بين 3 و7 مايو 2018 = 2018-05-03/2018-05-07"]),
            ("20-22 مايو 2018", &["20-22 مايو 2018 = 2018-05-20/2018-05-22"]),
            ("من منتصف آذار حتى أواخر أيار", &["من منتصف آذار حتى أواخر أيار = XXXX-03~/XXXX-05~"]),
            ("يناير - فبراير 2025", &["يناير - فبراير 2025 = 2025-01/2025-02"]),
            ("من الخميس إلى السبت", &["الخميس = rel", "السبت = rel"]),
        ],
        None,
    );
}

#[test]
fn digits_alone() {
    check(
        &[
            ("بتاريخ 14/5/2024", &["14/5/2024 = 2024-05-14"]),
            ("بتاريخ ٢٠/١١/٢٠٢٣م", &["٢٠/١١/٢٠٢٣م = 2023-11-20"]),
            ("2023-11-20: صدر", &["2023-11-20 = 2023-11-20"]),
            ("20.11.2023", &["20.11.2023 = 2023-11-20"]),
            ("5/20/2024", &["5/20/2024 = 2024-05-20"]),
            ("12/9/1445هـ", &["12/9/1445هـ = 2024-03-22"]),
            ("الإصدار 1.2.3 والرقم 20/30/2024 و1/2/2024/5", &[]),
        ],
        None,
    );
    let swapped = &dates_of("10/05/2019", None)[0];
    let Some(Value::Date(other)) = swapped.readings.first() else {
        panic!("a day and month that both fit are two readings")
    };
    assert_eq!(other.edtf.to_string(), "2019-10-05");
}

#[test]
fn against_the_day_of_writing() {
    check(
        &[
            ("قال أمس الاثنين", &["أمس الاثنين = rel → 2018-04-09"]),
            ("صباح غد الأربعاء", &["غد الأربعاء = rel → 2018-04-11"]),
            ("قررت الوزارة اليوم", &["اليوم = rel → 2018-04-10"]),
            ("اليوم، بعد عقد، تغير كل شيء", &[]),
            ("أعلنت الأحد", &["الأحد = rel → 2018-04-08"]),
            ("وسيعقد الاجتماع الجمعة", &["الجمعة = rel → 2018-04-13"]),
            ("يوم الجمعة الماضي", &["يوم الجمعة الماضي = rel → 2018-04-06"]),
            ("كل يوم أربعاء", &["يوم أربعاء = rel"]),
            ("في ديسمبر الماضي", &["ديسمبر الماضي = XXXX-12 → 2017-12"]),
            ("24 نيسان/أبريل المقبل", &["24 نيسان/أبريل المقبل = XXXX-04-24 → 2018-04-24"]),
            ("الرابع من الشهر المقبل", &["الرابع من الشهر المقبل = XXXX-XX-04 → 2018-05-04"]),
            ("17 الجاري", &["17 الجاري = XXXX-XX-17 → 2018-04-17"]),
            ("يونيو من العام الماضي", &["يونيو من العام الماضي = XXXX-06 → 2017-06"]),
            ("العامين الماضيين", &["العامين الماضيين = rel → 2016/2017"]),
            ("العام الماضي 2017", &["العام الماضي 2017 = 2017"]),
            ("مطلع العام الجاري", &["مطلع العام الجاري = rel → 2018~"]),
            ("وقت سابق من هذا الشهر", &["وقت سابق من هذا الشهر = rel → 2018-04"]),
            ("الربع الأخير من العام الماضي", &["الربع الأخير من العام الماضي = rel → 2017-10/2017-12"]),
            ("أرباح الربع الأول", &["الربع الأول = rel → 2018-01/2018-03"]),
            ("الأسبوع المقبل والصيف الماضي", &["الأسبوع المقبل = rel", "الصيف الماضي = rel"]),
            ("ثمانينيات القرن الماضي", &["ثمانينيات القرن الماضي = rel → 198X"]),
            ("السنة المالية الحالية", &["السنة المالية الحالية = rel"]),
            ("وقع في 11 نوفمبر", &["11 نوفمبر = XXXX-11-11 → 2017-11-11"]),
            ("وسينطلق في 11 يونيو", &["11 يونيو = XXXX-06-11 → 2018-06-11"]),
            ("منذ هجمات 11 سبتمبر", &["11 سبتمبر = XXXX-09-11"]),
            ("يناير وفبراير الماضيين", &["يناير = XXXX-01 → 2018-01", "فبراير الماضيين = XXXX-02 → 2018-02"]),
        ],
        Some(date(2018, 4, 10)),
    );
}

#[test]
fn against_the_date_last_mentioned() {
    check(
        &[
            ("في 2016 تأسست، وفي مايو من تلك السنة توسعت", &["2016 = 2016", "مايو من تلك السنة = XXXX-05 → 2016-05"]),
            (
                "وصل في 3 مايو 2016 وغادر في اليوم التالي",
                &["3 مايو 2016 = 2016-05-03", "اليوم التالي = rel → 2016-05-04"],
            ),
            ("نهاية تلك السنة", &["نهاية تلك السنة = rel"]),
            ("أعلن أمس، وفي العام الماضي", &["أمس = rel", "العام الماضي = rel"]),
        ],
        None,
    );
}

#[test]
fn what_rules_need_is_kept() {
    let only = |text: &str| match dates_of(text, None).pop().map(|figure| figure.value) {
        Some(Value::Date(value)) => value,
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(only("الاثنين 25 فبراير 2024").weekday, Some(Weekday::Monday));
    assert_eq!(only("أكتوبر/تشرين الثاني 2017").other_month, Some(11));
    assert!(only("31 فبراير 2018").impossible);
    assert!(!only("29 فبراير").impossible);
    let hijri = only("7 جمادى الأولى 1446هـ").hijri.map(|hijri| (hijri.year, hijri.month, hijri.day));
    assert_eq!(hijri, Some((Some(1446), Some(5), Some(7))));
}

#[test]
fn hijri_dates() {
    check(
        &[
            (
                "يوم السبت 7 جمادى الأولى 1446هـ الموافق 9 نوفمبر 2024م",
                &["يوم السبت 7 جمادى الأولى 1446هـ = 2024-11-09", "9 نوفمبر 2024م = 2024-11-09"],
            ),
            ("عام ١٤٤٤هـ", &["عام ١٤٤٤هـ = 2022-07-30/2023-07-18"]),
            ("منذ 1442 للهجرة", &["1442 للهجرة = 2020-08-20/2021-08-08"]),
            ("رمضان 1445 هـ", &["رمضان 1445 هـ = 2024-03-11/2024-04-09"]),
            ("السابع والعشرين من رمضان الجاري", &["السابع والعشرين من رمضان الجاري = rel → 2024-04-06"]),
            ("غرة محرم 1446", &["غرة محرم 1446 = 2024-07-07"]),
        ],
        Some(date(2024, 3, 22)),
    );
}

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
