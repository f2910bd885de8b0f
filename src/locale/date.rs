//! Dates as people read them: `2018-02`, `20 أكتوبر`, `2018-02-21 (الأربعاء)`.

use super::Lang;
use crate::figure::{DateValue, Edtf, EdtfDate, Hijri, Weekday, Year};

/// What a date states, with all that is said of it.
pub(super) fn date_text(date: &DateValue, lang: Lang) -> String {
    let day = match date.best() {
        Edtf::Relative => return lang.text("value-relative-date"),
        edtf => edtf_text(*edtf, lang),
    };
    let actual = date.best().days().filter(|(first, last)| first == last).map(|(day, _)| day.weekday().into());
    let mut text = match (date.weekday.map(weekday_name), actual.map(weekday_name)) {
        (Some(stated), Some(actual)) if stated != actual => {
            let [stated, actual] = [stated, actual].map(|name| lang.text(name));
            let arguments = [("date", (&day).into()), ("weekday", (&stated).into()), ("actual", (&actual).into())];
            lang.text_with("value-wrong-weekday", &arguments)
        }
        (Some(stated), _) => {
            let stated = lang.text(stated);
            lang.text_with("value-weekday", &[("date", (&day).into()), ("weekday", (&stated).into())])
        }
        (None, _) => day,
    };
    if let Some(hijri) = date.hijri {
        let hijri = hijri_text(hijri);
        text = lang.text_with("value-hijri", &[("date", (&text).into()), ("hijri", (&hijri).into())]);
    }
    if let Some(month) = date.other_month {
        let month = month.to_string();
        text = lang.text_with("value-other-month", &[("date", (&text).into()), ("month", (&month).into())]);
    }
    if date.impossible {
        text = lang.text_with("value-impossible", &[("date", (&text).into())]);
    }
    text
}

/// A date as EDTF; in words where its year is not known, for `XXXX-10` says little to most.
fn edtf_text(edtf: Edtf, lang: Lang) -> String {
    match edtf {
        Edtf::Point(date) => point_text(date, lang),
        Edtf::Interval(Some(a), Some(b)) if a.year == Year::Unknown && b.year == Year::Unknown => {
            format!("{} – {}", point_text(a, lang), point_text(b, lang))
        }
        edtf => edtf.to_string(),
    }
}

fn point_text(date: EdtfDate, lang: Lang) -> String {
    let Some(month) = date.month.filter(|month| date.year == Year::Unknown && (1..=12).contains(month)) else {
        return date.to_string();
    };
    let month = lang.text(&format!("month-{month}"));
    let text = match date.day {
        Some(day) => {
            lang.text_with("value-day-month", &[("day", (&day.to_string()).into()), ("month", (&month).into())])
        }
        None => month,
    };
    if date.approximate { format!("~ {text}") } else { text }
}

fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "weekday-monday",
        Weekday::Tuesday => "weekday-tuesday",
        Weekday::Wednesday => "weekday-wednesday",
        Weekday::Thursday => "weekday-thursday",
        Weekday::Friday => "weekday-friday",
        Weekday::Saturday => "weekday-saturday",
        Weekday::Sunday => "weekday-sunday",
    }
}

fn hijri_text(date: Hijri) -> String {
    let year = date.year.map_or("XXXX".to_string(), |year| format!("{year:04}"));
    match (date.month, date.day) {
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year}-{month:02}"),
        (None, _) => year,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Calendar;

    #[test]
    fn dates_show_what_is_known() {
        let stated = |text: &str| DateValue::stated(text.parse().expect("EDTF"));
        let day = EdtfDate::day(Some(2018), 2, 21);
        for (date, ar) in [
            (stated("2018-02"), "2018-02"),
            (stated("2014/2019"), "2014/2019"),
            (stated("rel"), "تاريخ نسبي"),
            (DateValue { resolved: Some(day.into()), ..stated("rel") }, "2018-02-21"),
            (
                DateValue { weekday: Some(Weekday::Friday), ..stated("2018-02-21") },
                "2018-02-21 (كُتب الجمعة، وهو الأربعاء)",
            ),
            (DateValue { weekday: Some(Weekday::Wednesday), ..stated("2018-02-21") }, "2018-02-21 (الأربعاء)"),
            (stated("XXXX-10-20"), "20 أكتوبر"),
            (stated("XXXX-10~"), "~ أكتوبر"),
            (DateValue { other_month: Some(11), ..stated("2022-10") }, "2022-10 (أو الشهر 11)"),
            (DateValue { impossible: true, ..stated("2022-02-31") }, "2022-02-31 (لا وجود له)"),
            (
                DateValue {
                    calendar: Calendar::Hijri,
                    hijri: Some(Hijri { year: Some(1439), month: Some(6), day: Some(5) }),
                    ..stated("2018-02-21")
                },
                "2018-02-21 (1439-06-05 هـ)",
            ),
        ] {
            assert_eq!(date_text(&date, Lang::Ar), ar);
        }
    }
}
