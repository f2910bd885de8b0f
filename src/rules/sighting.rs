//! Sightings: a Hijri day one off its Gregorian twin, which may be a matter of seeing the moon, or a slip.
//! Here: what the rest of its story says to that. Not here: how such a pair is found (`intrinsic/day.rs`).

use super::finds::Finds;
use super::intrinsic::{self, Finding};
use crate::align::{Alignment, Extracted, FigureRef};
use crate::extract::{RULE_SINCE, is_of_hijri_land};
use crate::figure::{Calendar, Edtf, EdtfDate, Figure, Hijri, Value, Weekday, Year};
use crate::lexicon::Lexicon;
use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

/// A sighting is a slip where its own weekday is that of the day that the calendar tells, where its story or its land keeps
/// the calendar in that month, or where another source of the story gives that very day.
pub(super) fn settle(
    found: &mut [(usize, Finding)],
    documents: &[Extracted],
    alignment: &Alignment,
    lexicon: &Lexicon,
) {
    let sightings = || found.iter().filter(|(_, finding)| finding.finds == Finds::Sighting);
    if sightings().next().is_none() {
        return;
    }
    let mut story_of: Vec<Option<usize>> = vec![None; documents.len()];
    for (story, members) in alignment.stories.iter().enumerate() {
        members.iter().for_each(|member| story_of[*member] = Some(story));
    }
    let doubtful: FxHashSet<usize> = sightings().filter_map(|(document, _)| story_of[*document]).collect();
    let almanac = |story: usize| (story, Almanac::of(&alignment.stories[story], documents));
    let almanacs: FxHashMap<usize, Almanac> = doubtful.into_iter().map(almanac).collect();
    for (document, finding) in found.iter_mut().filter(|(_, finding)| finding.finds == Finds::Sighting) {
        let almanac = story_of[*document].and_then(|story| almanacs.get(&story));
        let figures = finding.sides.iter().flatten().map(|index| &documents[*document].figures[*index]);
        let by_land = figures
            .clone()
            .find_map(hijri_month)
            .is_some_and(|(year, month)| year >= RULE_SINCE && !SIGHTED.contains(&month))
            && is_of_hijri_land(&documents[*document].document, lexicon);
        if by_land
            || is_claimed(*document, finding, documents, alignment)
            || almanac.is_some_and(|almanac| almanac.denies(figures, *document))
        {
            (finding.finds, finding.cause) = (Finds::Calendar, "not_the_twin");
        }
    }
}

/// The months that begin when the moon is seen also where the civil calendar is Umm al-Qura's, or that have feasts of other
/// lands: Muharram, that of the Prophet's birth, Ramadan, Shawwal, and that of the pilgrimage.
const SIGHTED: [u8; 5] = [1, 3, 9, 10, 12];
/// The last day of such a month that a feast of several days may fall on.
const FEASTS: u8 = 13;

/// What the documents of a story say of days.
#[derive(Debug, Default)]
struct Almanac {
    /// The days that are given as such, and not only by reference to a document's own: by which document, and
    /// whether by others too.
    given: FxHashMap<(Date, Date), (usize, bool)>,
    /// The Hijri months of which a day stands with the weekday that the calendar gives it: for a sighting on
    /// another evening it would be another.
    kept: FxHashSet<(i16, u8)>,
}

impl Almanac {
    fn of(members: &[usize], documents: &[Extracted]) -> Almanac {
        let mut almanac = Almanac::default();
        for document in members {
            for figure in &documents[*document].figures {
                almanac.note(figure, *document);
            }
        }
        almanac
    }

    fn note(&mut self, figure: &Figure, document: usize) {
        let Value::Date(date) = &figure.value else { return };
        let stated = date.calendar == Calendar::Gregorian && date.edtf != Edtf::Relative;
        if let Some(days) = date.best().days().filter(|_| stated) {
            let (first, others) = self.given.entry(days).or_insert((document, false));
            *others |= *first != document;
        }
        if let (Some(month), Some(named), Some((first, last))) = (hijri_month(figure), date.weekday, date.edtf.days())
            && first == last
            && intrinsic::day::weekday(first) == named
        {
            self.kept.insert(month);
        }
    }

    /// Whether a document beside this one gives the day.
    fn is_given(&self, day: Edtf, document: usize) -> bool {
        let by = day.days().and_then(|days| self.given.get(&days));
        by.is_some_and(|(first, others)| *others || *first != document)
    }

    /// Whether the Gregorian one of these two days is not the day that the Hijri one is.
    fn denies<'a>(&self, figures: impl Iterator<Item = &'a Figure> + Clone, document: usize) -> bool {
        let day = |calendar: Calendar| {
            figures.clone().find_map(|figure| match &figure.value {
                Value::Date(date) if date.calendar == calendar => Some(date.edtf),
                _ => None,
            })
        };
        let (Some(told), Some(written)) = (day(Calendar::Hijri), day(Calendar::Gregorian)) else { return false };
        let falls = |day: Edtf| day.days().map(|(first, _)| intrinsic::day::weekday(first));
        let named = figures.clone().find_map(weekday);
        let weekday_tells = named.is_some() && named == falls(told) && named != falls(written);
        let kept = figures.clone().find_map(hijri_month).is_some_and(|month| self.kept.contains(&month));
        weekday_tells || kept || self.is_given(told, document) && !self.is_given(written, document)
    }
}

/// Whether another document gives the Hijri day of a finding, without its year, for the same thing.
fn is_claimed(document: usize, finding: &Finding, documents: &[Extracted], alignment: &Alignment) -> bool {
    let own: Vec<FigureRef> =
        finding.sides.iter().flatten().map(|figure| FigureRef { document, figure: *figure }).collect();
    let date = |at: &FigureRef| match &documents[at.document].figures[at.figure].value {
        Value::Date(date) => Some(date),
        _ => None,
    };
    // «المولد النبوي» is kept on other days in other lands.
    let feast = |hijri: Hijri| hijri.month.is_some_and(|month| SIGHTED.contains(&month)) && hijri.day <= Some(FEASTS);
    let hijri =
        own.iter().filter_map(date).find(|date| date.calendar == Calendar::Hijri && !date.hijri.is_some_and(feast));
    let Some((told, _)) = hijri.and_then(|date| date.edtf.days()) else { return false };
    let is_told = |at: &FigureRef| {
        let edtf = date(at).filter(|_| at.document != document).map(|date| *date.best());
        matches!(edtf, Some(Edtf::Point(EdtfDate { year: Year::Unknown, month: Some(month), day: Some(day), .. }))
            if (month, day) == (told.month().unsigned_abs(), told.day().unsigned_abs()))
    };
    let claims = alignment.claims.iter().filter(|claim| own.iter().any(|at| claim.figures.contains(at)));
    claims.flat_map(|claim| &claim.figures).any(is_told)
}

/// The year and month of a Hijri day.
fn hijri_month(figure: &Figure) -> Option<(i16, u8)> {
    match &figure.value {
        Value::Date(date) => date.hijri.and_then(|hijri| Some((hijri.year?, hijri.month?))),
        _ => None,
    }
}

/// The weekday that a date is said to be.
fn weekday(figure: &Figure) -> Option<Weekday> {
    match &figure.value {
        Value::Date(date) => date.weekday,
        _ => None,
    }
}
