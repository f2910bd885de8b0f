//! The countries that a text speaks of, and how much.
//! In: a text as far as one asks. Out: mentions of each country.
//! Not here: whose money a word means (`context/`), and the places (`rules/lexicon/places.toml`).

use super::Sentence;
use crate::document::Document;
use crate::figure::Span;
use crate::lexicon::{Country, Kinds, Lexicon, Place, Sense};
use crate::text::{Sentences, sentences};
use rustc_hash::FxHashMap;
use std::iter::Peekable;
use std::ops::Range;

/// How much more a place weighs where the text says that it was written there, and how far from its beginning that
/// is said, in bytes.
const DATELINE: u32 = 2;
const DATELINE_REACH: usize = 400;
/// How many tokens a line has at most that says only who writes and from where.
const BYLINE: usize = 8;

/// The places that the text speaks of, as far as it was read for them.
pub(super) struct Heard<'a> {
    /// The sentences not read yet.
    rest: Peekable<Sentences<'a>>,
    sentence: Sentence<'a>,
    /// Mentions of each country.
    pub countries: FxHashMap<Country, u32>,
    /// Where it was written, as far as a dateline says.
    pub written: Option<Country>,
    /// Mentions of words that may speak of a country.
    pub maybe: FxHashMap<Country, u32>,
}

impl<'a> Heard<'a> {
    pub fn of(text: &'a str) -> Heard<'a> {
        Heard {
            rest: sentences(text).peekable(),
            sentence: Sentence::default(),
            countries: FxHashMap::default(),
            written: None,
            maybe: FxHashMap::default(),
        }
    }

    /// Takes note of the countries that the text speaks of up to the byte `end`.
    pub fn listen(&mut self, text: &'a str, end: usize, lexicon: &'a Lexicon) {
        while let Some(span) = self.rest.next_if(|span| span.start < end) {
            self.sentence.read_places(text, span, lexicon);
            each_place(&self.sentence, |place, at| match place {
                Place::Of(country) if is_of_press(&self.sentence, country, &at, lexicon) => {
                    *self.maybe.entry(country).or_default() += 1;
                }
                Place::Of(country) => {
                    let dateline = is_dateline(&self.sentence, &at);
                    self.written = self.written.or(Some(country).filter(|_| dateline));
                    *self.countries.entry(country).or_default() += if dateline { 1 + DATELINE } else { 1 };
                }
                Place::Maybe(country) => *self.maybe.entry(country).or_default() += 1,
                Place::Elsewhere => {}
            });
        }
    }

    /// Takes note of what the document says of itself beside its text: who publishes it, and its headline. That is
    /// asked only where no word of the text decides.
    pub fn overhear(&mut self, document: &'a Document, lexicon: &'a Lexicon) {
        for said in [&document.publisher, &document.title].into_iter().flatten() {
            self.sentence.read_places(said, Span::new(0, said.len()), lexicon);
            each_place(&self.sentence, |place, _| {
                if let Place::Of(country) | Place::Maybe(country) = place {
                    *self.maybe.entry(country).or_default() += 1;
                }
            });
        }
    }
}

/// Whether a document was written in a land whose papers date by the Hijra and whose calendar is Umm al-Qura's, or speaks of
/// no other. Papers of other lands name its holy cities too.
pub(crate) fn is_of_hijri_land(document: &Document, lexicon: &Lexicon) -> bool {
    let mut heard = Heard::of(&document.text);
    heard.listen(&document.text, document.text.len(), lexicon);
    let is_of_it = |land: &Country| lexicon.facts.hijri.contains(land);
    let mut lands = heard.countries.keys();
    match &heard.written {
        Some(land) => is_of_it(land),
        None => lands.next().is_some_and(is_of_it) && lands.next().is_none(),
    }
}

/// The places that a sentence names, the longest name at each word.
pub(super) fn each_place(s: &Sentence, mut on: impl FnMut(Place, Range<usize>)) {
    let mut at = 0;
    while let Some(begin) = s.next(at, Kinds::PLACE) {
        at = begin;
        let places = || s.hits(at).iter().filter(|hit| matches!(hit.sense, Sense::Place(_)));
        let Some(longest) = places().map(|hit| hit.tokens).max() else {
            at += 1;
            continue;
        };
        // «الرياض» goes before «رياض»: what fewer letters are taken off is surer.
        let letters = places().filter(|hit| hit.tokens == longest).map(|hit| hit.clitics.letters).min();
        for hit in places().filter(|hit| hit.tokens == longest && Some(hit.clitics.letters) == letters) {
            if let Sense::Place(place) = hit.sense {
                on(place, at..at + longest);
            }
        }
        at += longest;
    }
}

/// Whether a place of this country at these tokens says no more than where a paper is made: «لندن – …».
pub(super) fn is_of_press(s: &Sentence, country: Country, at: &Range<usize>, lexicon: &Lexicon) -> bool {
    lexicon.facts.press.contains(&country) && is_dateline(s, at)
}

/// Whether a place at these tokens says where the text was written: «القريات – …», «… – القريات».
fn is_dateline(s: &Sentence, at: &Range<usize>) -> bool {
    let is_dash = |at: usize| ['-', '–', '—', ':', '/', '('].iter().any(|mark| s.is_mark(at, *mark));
    let early = s.tokens.first().is_some_and(|first| first.span.start < DATELINE_REACH);
    let first = at.start == 0 && is_dash(at.end);
    let last = at.end == s.tokens.len() && at.end <= BYLINE && at.start > 0 && is_dash(at.start - 1);
    early && (first || last)
}
