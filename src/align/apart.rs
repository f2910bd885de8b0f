//! What keeps the figures of a pair apart, in bits: periods beside them, dates of two events, tallies of other people.
//! Not here: what speaks for their being of one thing (`sure/`).

use super::FigureRef;
use super::compared::{Edge, LONG_AFTER, Node, Story};
use super::outline::{Frame, Side};
use super::relation::{self, Difference, Relation};
use super::score::Near;
use crate::figure::{DateValue, Edtf, EdtfDate, Kind, Span, Value, Year};
use crate::text::{COMMAS, Word};
use jiff::civil::Date;
use smallvec::SmallVec;

/// Each is said of a period of its own: «in the first quarter», «in the second».
const PERIOD: f64 = -6.0;
/// Each came about in a time of its own, or the one is by how much something changed and the other is how much it is.
const TWO_THINGS: f64 = -12.0;

/// What it weighs that each number came about in another time: «10% بعد 36 أسبوعا», «14% بعد 72 أسبوعا»; and that each
/// time is that of another number.
pub(super) fn of_courses(story: &Story<'_>, (a, b): (&Node, &Node)) -> f64 {
    let with = |node: &Node| match node.kind {
        Kind::Duration => {
            let mut beside = story.outlines[node.document].frames_in(story.frame(node).line);
            beside.find(|(_, frame)| frame.course == Some(node.figure.figure)).map(|(at, _)| at)
        }
        _ => story.frame(node).course,
    };
    let other = |node: &Node| {
        let figure = FigureRef { figure: with(node)?, ..node.figure };
        let kind = story.documents[figure.document].figures[figure.figure].kind();
        Some(Node { figure, kind, away: None, ..*node })
    };
    let differ = |(p, q): (Node, Node)| matches!(story.relate(&p, &q).0, Relation::Differ(_));
    if other(a).zip(other(b)).is_some_and(differ) { TWO_THINGS } else { 0.0 }
}

/// So many words away a period is that of the figure.
const PERIOD_AWAY: usize = 4;

/// What it weighs that right beside each figure stands a period, of one length, that is not the other's.
pub(super) fn of_periods(a: &Frame, b: &Frame) -> f64 {
    let (Some((p, p_away)), Some((q, q_away))) = (a.period, b.period) else { return 0.0 };
    let length = |edtf: &Edtf| match edtf {
        Edtf::Interval(..) => Some(2),
        Edtf::Point(date) if date.day.is_none() => Some(u8::from(date.month.is_some())),
        _ => None,
    };
    let comparable = length(&p).is_some() && length(&p) == length(&q);
    let other = comparable && p_away.max(q_away) <= PERIOD_AWAY && relation::dates_differ(&p, &q);
    if other { PERIOD } else { 0.0 }
}

/// What two dates weigh that are far apart, where hardly a word is near both: they are of two events.
const APART: f64 = -3.5;
/// What the values of such dates weigh at most.
const FAR: f64 = -4.9;
/// What two dates weigh that have nothing near them in common, and are no neighbours.
const UNTOLD: f64 = -5.0;
/// Words a little further on that weigh this much tell something.
const FURTHER_ON: f64 = 5.0;

/// What two dates weigh that have hardly a word in common, and may be of two events.
pub(super) fn of_dates(story: &Story<'_>, edge: &Edge, (a, b): (&Node, &Node)) -> f64 {
    let (Value::Date(p), Value::Date(q)) = (&story.figure(a).value, &story.figure(b).value) else { return 0.0 };
    let Near { words, alike, bits, .. } = edge.near;
    // Day and month swapped are one date misprinted, as are two decades.
    let plain = edge.relation == Relation::Differ(Difference::Date);
    if plain && are_of_two_times(p, q) {
        return TWO_TIMES + if words == 0 { UNTOLD } else { 0.0 };
    }
    // «تغلق الفترة يوم 2 سبتمبر», and two days later «وقع يوم 20 أغسطس»: what is done since may have been planned for another day.
    let since = |(over, told): (Date, Date)| over > told;
    if plain && story.days_from_done_to_planned(a, b, since).is_some_and(|days| days > SOON) {
        return DONE_SINCE;
    }
    if plain && words == 0 && bits < FURTHER_ON && !are_neighbours(p, q) && !are_misprinted(p, q) {
        UNTOLD
    } else if alike <= 1 && edge.of_values() <= FAR && are_of_two_events(p, q) {
        APART
    } else if plain && story.frame(a).since != story.frame(b).since && [p, q].into_iter().any(is_year) {
        BEGAN
    } else {
        0.0
    }
}

/// Whether the one is the day after the other, whatever the year where one of them names none.
fn are_neighbours(p: &DateValue, q: &DateValue) -> bool {
    let days = |p: &EdtfDate, q: &EdtfDate| {
        let year = |date: &EdtfDate| if let Year::Exact(year) = date.year { Some(year) } else { None };
        let any = year(p).or(year(q)).unwrap_or(ANY_YEAR);
        let day = |date: &EdtfDate| {
            Date::new(year(date).unwrap_or(any), i8::try_from(date.month?).ok()?, i8::try_from(date.day?).ok()?).ok()
        };
        day(p)?.until(day(q)?).ok()
    };
    let (Edtf::Point(p), Edtf::Point(q)) = (p.best(), q.best()) else { return false };
    days(p, q).is_some_and(|span| span.get_days().abs() == 1)
}

/// What it weighs that so many years lie between two dates, and the digits of the two years are not those of a misprint:
/// nobody mistakes a year by so much.
const TWO_TIMES: f64 = -4.0;
const MANY_YEARS: u16 = 10;

/// Whether two dates lie so far apart.
fn are_of_two_times(p: &DateValue, q: &DateValue) -> bool {
    let Some((x, y)) = first_day(p).zip(first_day(q)).map(|(x, y)| (x.year(), y.year())) else { return false };
    let unlike = x.to_string().bytes().zip(y.to_string().bytes()).filter(|(a, b)| a != b).count();
    let swapped = || {
        let sorted = |year: i16| {
            let mut digits = year.to_string().into_bytes();
            digits.sort_unstable();
            digits
        };
        unlike == 2 && sorted(x) == sorted(y)
    };
    x.abs_diff(y) > MANY_YEARS && unlike > 1 && !swapped()
}

/// What it weighs that the one alone is when something began, «منذ مارس 2025», and the other or both are years, which
/// stand beside anything.
const BEGAN: f64 = -2.0;

/// What it weighs that the one was done after the other was told of as planned, so many days before that.
const DONE_SINCE: f64 = -4.0;
const SOON: i32 = 7;

/// A word that says that something begins or is over is at least this near.
const SAID_NEAR: f64 = 0.4;

/// Whether something begins at the one date and is over at the other: «اعتبارا من مارس», «تنتهي في أغسطس».
pub(super) fn are_two_ends(story: &Story<'_>, a: &Node, b: &Node) -> bool {
    let Some((p, q)) = begins(story, a).zip(begins(story, b)) else { return false };
    let (first, last) = if p { (a, b) } else { (b, a) };
    // Nothing is over before it has begun.
    let days = |node: &Node| story.days_of(node).map(|(day, _)| day);
    p != q && days(first).zip(days(last)).is_none_or(|(begun, over)| begun < over)
}

/// Whether something begins at a date, or is over then; nobody knows where its clause tells both, or what was before:
/// «ينطلق بعد استكمال التحضيرات».
fn begins(story: &Story<'_>, node: &Node) -> Option<bool> {
    let (outline, knowledge) = (&story.outlines[node.document], story.language.knowledge);
    let text = &story.documents[node.figure.document].document.text;
    let own = story.figure(node).span;
    let in_clause = |span: Span| {
        let between = if span.end <= own.start { span.end..own.start } else { own.end..span.start };
        !text.get(between).is_some_and(|between| between.contains(COMMAS))
    };
    let said = outline.cues(story.frame(node)).iter().filter_map(|cue| {
        let piece = outline.piece(cue);
        Some((cue.near, knowledge.begins(piece.stem)?, piece.span))
    });
    let said: SmallVec<[(f64, bool, Span); 4]> = said.filter(|(.., span)| in_clause(*span)).collect();
    let after = |span: Span| {
        let before = text.get(..span.start).unwrap_or_default().trim_end();
        before.rsplit(char::is_whitespace).next().is_some_and(|word| knowledge.is_not_then(Word::of(word)))
    };
    let (near, first, _) = said.iter().max_by(|x, y| x.0.total_cmp(&y.0))?;
    let one = said.iter().all(|(_, begins, span)| begins == first && !after(*span));
    (*near >= SAID_NEAR && one).then_some(*first)
}

/// Whether it is a year and no more.
fn is_year(date: &DateValue) -> bool {
    matches!(date.best(), Edtf::Point(date) if year_alone(date).is_some())
}

/// A leap year: every day of the calendar is in it.
const ANY_YEAR: i16 = 2000;

/// What two years weigh that each tell which of several is meant: the elections of the one year, and of the other.
const RECURRING: f64 = -6.0;

/// What it weighs that both dates are years of events that come again and again.
pub(super) fn of_recurring(story: &Story<'_>, nodes: (&Node, &Node)) -> f64 {
    let year = |node: &Node| match &story.figure(node).value {
        Value::Date(DateValue { edtf: Edtf::Point(date), .. }) => year_alone(date),
        _ => None,
    };
    let recurs = |node: &Node| story.frame(node).heads.iter().any(|root| story.language.knowledge.recurs(*root));
    let (Some(p), Some(q)) = (year(nodes.0), year(nodes.1)) else { return 0.0 };
    let others = tell_others_apart(p, q) && recurs(nodes.0) && recurs(nodes.1);
    if others { RECURRING } else { 0.0 }
}

fn year_alone(date: &EdtfDate) -> Option<i16> {
    match (date.year, date.month) {
        (Year::Exact(year), None) => Some(year),
        _ => None,
    }
}

/// Whether two years are neither neighbours nor those of a misprint.
fn tell_others_apart(p: i16, q: i16) -> bool {
    let years = p.abs_diff(q);
    years > 1 && !years.is_multiple_of(10)
}

/// Whether many days are between two dates, and not by a misprint in their years («2014» for «2004»); or one is a
/// weekday, which is another day in every week.
fn are_of_two_events(p: &DateValue, q: &DateValue) -> bool {
    let weekday = |date: &DateValue| date.edtf == Edtf::Relative && date.weekday.is_some();
    let days = first_day(p).zip(first_day(q)).and_then(|(x, y)| y.since(x).ok());
    let far = days.is_some_and(|span| span.get_days().abs() > LONG_AFTER) && !are_misprinted(p, q);
    far || weekday(p) != weekday(q)
}

fn first_day(date: &DateValue) -> Option<Date> {
    date.best().days().map(|(first, _)| first)
}

/// Whether two dates are whole decades apart, or one day of two months of a year: «14 مارس 2019», «14 مايو 2019».
fn are_misprinted(p: &DateValue, q: &DateValue) -> bool {
    let years = first_day(p).zip(first_day(q)).map(|(x, y)| x.year() - y.year());
    years.is_some_and(|years| years != 0 && years % 10 == 0) || are_of_two_months(p, q)
}

/// Whether two days of one year are told by their numbers, and only their months are not the same.
fn are_of_two_months(p: &DateValue, q: &DateValue) -> bool {
    let (Edtf::Point(p), Edtf::Point(q)) = (&p.edtf, &q.edtf) else { return false };
    let told = matches!(p.year, Year::Exact(_)) && p.day.is_some() && p.month.is_some() && q.month.is_some();
    told && p.year == q.year && p.day == q.day && p.month != q.month
}

/// What it weighs that the one is said to be of a second or a later of several, and the other is not.
const OTHER_ORDER: f64 = -2.5;

/// What two numbers weigh that are of two of several: «المرحلة الثانية».
pub(super) fn of_orders(story: &Story<'_>, (a, b): (&Node, &Node)) -> f64 {
    let other = a.kind != Kind::Date && story.frame(a).order != story.frame(b).order;
    if other { OTHER_ORDER } else { 0.0 }
}

/// What it weighs that the one is what no other source tells without a word for it: last year's profit.
const ELSEWHERE: f64 = -9.0;
/// What it weighs that what is told is set against that of the one date, however alike the sentences are.
const AGAINST: f64 = -16.0;

/// What it weighs that two figures play other parts. Digits that are alike are no chance, whatever the words beside them
/// say.
pub(super) fn of_parts(story: &Story<'_>, edge: &Edge, (a, b): (&Node, &Node)) -> f64 {
    let (p, q) = (story.frame(a).part, story.frame(b).part);
    let knowledge = story.language.knowledge;
    let elsewhere = |part: &u8| knowledge.is_alone(*part) || are_other_numbers(edge) && knowledge.is_elsewhere(*part);
    if story.frame(a).against != story.frame(b).against {
        return AGAINST;
    }
    if are_of_other_scopes(story.frame(a), story.frame(b)) && are_other_numbers(edge) {
        return ELSEWHERE;
    }
    // «تستهدف الموازنة رفع الإيرادات إلى 989 مليارا»: the word may stand further off.
    let nearby = |node: &Node, part: u8| {
        let outline = &story.outlines[node.document];
        let mut before = outline.cues(story.frame(node)).iter().filter(|cue| cue.side == Side::Before);
        before.any(|cue| outline.piece(cue).part == Some(part))
    };
    let told = |(part, other): (Option<u8>, &Node)| part.is_some_and(|part| elsewhere(&part) && !nearby(other, part));
    if p != q && [(p, b), (q, a)].into_iter().any(told) { ELSEWHERE } else { 0.0 }
}

/// Whether two percentages are of other people or places, or of changes by other lengths of time.
fn are_of_other_scopes(a: &Frame, b: &Frame) -> bool {
    a.scope != b.scope || a.base.zip(b.base).is_some_and(|(p, q)| p != q)
}

/// What it weighs that the one is by how much something changed, and beside the other nothing speaks of a change.
pub(super) fn of_changes(story: &Story<'_>, edge: &Edge, (a, b): (&Node, &Node)) -> f64 {
    // Few digits are alike by chance.
    let few = matches!(
        edge.relation,
        Relation::Differ(Difference::Swapped { digits: ..=2 } | Difference::Scale { digits: ..=2, .. })
    );
    let by = |one: &Node, other: &Node| story.frame(one).by && story.frame(other).change.is_none();
    if (few || are_other_numbers(edge)) && (by(a, b) || by(b, a)) { TWO_THINGS } else { 0.0 }
}

/// Whether two values have nothing in common.
fn are_other_numbers(edge: &Edge) -> bool {
    matches!(edge.relation, Relation::Differ(Difference::Value | Difference::Bound))
}

/// What it weighs that the one is a profit and the other a loss.
const OTHER_MEASURE: f64 = -7.0;
/// What it weighs that the one counts the dead and the other the wounded.
const OTHER_TALLY: f64 = -4.0;

/// What it weighs that two things of one family are measured, where that weighs more than the words that say so.
pub(super) fn of_measures(story: &Story<'_>, edge: &Edge, nodes: (&Node, &Node)) -> Option<f64> {
    if are_tallies(story, nodes) {
        return Some(OTHER_TALLY);
    }
    are_other_numbers(edge).then_some(OTHER_MEASURE)
}

/// Whether both count people of whom ever more are told: the dead, the wounded.
fn are_tallies(story: &Story<'_>, (a, b): (&Node, &Node)) -> bool {
    let counts = |node: &Node| {
        let measure = story.frame(node).measure.map(|id| &story.language.knowledge.measures[usize::from(id)]);
        measure.is_some_and(|measure| measure.tally)
    };
    counts(a) && counts(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Weekday;

    #[test]
    fn dates_far_apart_are_of_two_events() {
        let date = |edtf: &str| DateValue::stated(edtf.parse().expect("a date"));
        let friday = DateValue { edtf: Edtf::Relative, weekday: Some(Weekday::Friday), ..date("2025-01-24") };
        for (p, q, two) in [
            (date("2017-09"), date("2000"), true),
            (date("2023-10"), date("2026-01/2026-03"), true),
            (date("2014-11"), date("2004"), false),
            (date("2025-02-20"), date("2025-03-02"), false),
            (date("2025-01-10"), friday.clone(), true),
            (friday.clone(), friday, false),
            (date("XXXX-01-10"), date("XXXX-06-10"), false),
        ] {
            assert_eq!(are_of_two_events(&p, &q), two, "{p:?} {q:?}");
            assert_eq!(are_of_two_events(&q, &p), two, "{q:?} {p:?}");
        }
    }

    #[test]
    fn one_day_of_two_months_is_misprinted() {
        let date = |edtf: &str| DateValue::stated(edtf.parse().expect("a date"));
        for (p, q, misprinted) in [
            ("2019-03-14", "2019-05-14", true),
            ("2004", "2014", true),
            ("2019-03-14", "2019-05-15", false),
            ("2019-03-14", "2020-05-14", false),
            ("XXXX-03-14", "XXXX-05-14", false),
            ("2019-03", "2019-05", false),
        ] {
            assert_eq!(are_misprinted(&date(p), &date(q)), misprinted, "{p} {q}");
            assert_eq!(are_misprinted(&date(q), &date(p)), misprinted, "{q} {p}");
        }
    }

    #[test]
    fn neighbours_are_a_day_apart() {
        let date = |edtf: &str| DateValue::stated(edtf.parse().expect("a date"));
        for (p, q, neighbours) in [
            ("2025-03-31", "2025-04-01", true),
            ("2025-04-01", "2025-04-01", false),
            ("2025-04-01", "2025-04-03", false),
            ("2025-03", "2025-04", false),
            ("XXXX-08-22", "XXXX-08-21", true),
            ("XXXX-02-29", "2024-03-01", true),
            ("XXXX-08-22", "2024-08-24", false),
        ] {
            assert_eq!(are_neighbours(&date(p), &date(q)), neighbours, "{p} {q}");
            assert_eq!(are_neighbours(&date(q), &date(p)), neighbours, "{q} {p}");
        }
    }

    #[test]
    fn a_year_has_no_month() {
        for (edtf, year) in [("2025", true), ("2025-03", false), ("2025-03-04", false), ("2025/2026", false)] {
            assert_eq!(is_year(&DateValue::stated(edtf.parse().expect("a date"))), year, "{edtf}");
        }
    }

    #[test]
    fn nobody_mistakes_a_year_by_many() {
        for (p, q, apart) in [
            ("1974", "2013-11", true),
            ("2002", "1980", true),
            ("2008", "2016", false),
            // One digit is another, or two are swapped.
            ("1933", "1993", false),
            ("1937", "1973", false),
            ("2003", "2013", false),
        ] {
            let date = |edtf: &str| DateValue::stated(edtf.parse().expect("a date"));
            assert_eq!(are_of_two_times(&date(p), &date(q)), apart, "{p} {q}");
            assert_eq!(are_of_two_times(&date(q), &date(p)), apart, "{q} {p}");
        }
    }

    #[test]
    fn years_tell_which_event_is_meant() {
        for (p, q, apart) in [(2008, 2016, true), (2016, 2017, false), (2007, 2017, false), (2016, 2016, false)] {
            assert_eq!(tell_others_apart(p, q), apart, "{p} {q}");
        }
    }

    #[test]
    fn periods_of_one_length_beside_their_figures_keep_them_apart() {
        let frame = |period: Option<(&str, usize)>| Frame {
            period: period.map(|(edtf, away)| (edtf.parse().expect("a date"), away)),
            ..Frame::default()
        };
        for (a, b, apart) in [
            (Some(("2018", 1)), Some(("2019", 2)), true),
            (Some(("2018-02", 0)), Some(("2018-03", PERIOD_AWAY)), true),
            (Some(("2018-01/2018-03", 1)), Some(("2018-04/2018-06", 1)), true),
            (Some(("2018", 1)), Some(("2018", 1)), false),
            (Some(("2018", 1)), Some(("2019-02", 1)), false),
            (Some(("2018", 1)), Some(("2019", PERIOD_AWAY + 1)), false),
            (Some(("2018-02-03", 1)), Some(("2018-02-04", 1)), false),
            (Some(("2018", 1)), None, false),
            (None, None, false),
        ] {
            assert_eq!(of_periods(&frame(a), &frame(b)) < 0.0, apart, "{a:?} {b:?}");
            assert_eq!(of_periods(&frame(b), &frame(a)) < 0.0, apart, "{b:?} {a:?}");
        }
    }
}
