//! Days of publication, as metadata write them.
//! Not here: dates in articles (`extract/`).

use jiff::civil::Date;
use jiff::fmt::{rfc2822, temporal};

/// The day of an ISO 8601 date or date-time, or of an e-mail's date; the day is that of the writer's own zone.
pub(super) fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    let iso = temporal::Pieces::parse(text).ok().map(|pieces| pieces.date());
    let day = iso.or_else(|| rfc2822::DateTimeParser::new().parse_zoned_datetime(text).ok().map(|zoned| zoned.date()));
    day.filter(|day| day.year() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_from_dates_and_date_times() {
        for text in [
            "2024-05-03",
            " 2024-05-03 ",
            "20240503",
            "2024-05-03T23:59:00Z",
            "2024-05-03T23:59:00+03:00",
            "2024-05-03T23:59:00+0300",
            "2024-05-03 08:15:00",
            "2024-05-03T08:15:00.123+03:00[Asia/Riyadh]",
            "Fri, 03 May 2024 12:00:00 GMT",
        ] {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), Some("2024-05-03"), "{text}");
        }
        for text in
            ["", "2024-05", "2024", "2024-13-03", "2024-02-30", "03/05/2024", "أمس", "2024-05-03x", "-002024-05-03"]
        {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
