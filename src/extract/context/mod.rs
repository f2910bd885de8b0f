//! What a document says beyond the sentence at hand: its habit with marks in numbers, and whose money it
//! speaks of.
//! In: the document, and the sentence at hand. Out: the currency of bare nouns («دينار») once the whole is known (`settle.rs`).
//! Most documents have no such noun, so that their text is read for places (`heard.rs`) only where one asks.

mod settle;

use super::Sentence;
use super::exclude;
use super::habit::Habit;
use super::heard::{Heard, each_place, is_of_press};
use super::money::Tender;
use crate::document::Document;
use crate::lexicon::{Country, Exclusion, Kinds, Lexicon, Place};
use crate::text::Word;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::cell::{OnceCell, RefCell};
use std::ops::Range;
use std::sync::LazyLock;

/// How much a currency named in full weighs against one mention of its country.
const NAMED: u32 = 3;

/// So many lands in one sentence are mostly those that one trades with: but for the first, the money is none of theirs.
const PARTNERS: usize = 3;

/// What is known of one document so far.
pub(crate) struct Context<'a> {
    document: &'a Document,
    lexicon: &'a Lexicon,
    habit: OnceCell<Habit>,
    heard: RefCell<Heard<'a>>,
    /// Currencies named in full.
    named: FxHashMap<u16, u32>,
    /// The last money in millions and more.
    great: Option<Tender>,
    /// The last money that the price of another may be told in.
    local: Option<Tender>,
    /// A number in brackets was a figure.
    brackets: bool,
    /// Figures whose currency waits for the end of the document, by their first byte.
    pending: Vec<Pending>,
}

struct Pending {
    start: usize,
    tender: Tender,
    /// What the sentence says, where it says one thing.
    sentence: Option<u16>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(document: &'a Document, lexicon: &'a Lexicon) -> Context<'a> {
        Context {
            document,
            lexicon,
            habit: OnceCell::new(),
            heard: RefCell::new(Heard::of(&document.text)),
            named: FxHashMap::default(),
            great: None,
            local: None,
            brackets: false,
            pending: Vec::new(),
        }
    }

    pub(crate) fn habit(&self) -> Habit {
        *self.habit.get_or_init(|| Habit::of(&self.document.text, self.lexicon))
    }

    /// Whether the document up to the end of this sentence speaks of a country where full stops part thousands.
    pub(crate) fn writes_dots(&self, s: &Sentence) -> bool {
        let mut heard = self.heard.borrow_mut();
        heard.listen(&self.document.text, s.span.end, self.lexicon);
        self.lexicon.facts.dots.iter().any(|country| heard.countries.contains_key(country))
    }

    /// Takes note of a currency named in full.
    pub(crate) fn name(&mut self, currency: u16) {
        *self.named.entry(currency).or_default() += NAMED;
    }

    /// Remembers money in millions and more.
    pub(crate) fn recall(&mut self, tender: Tender) {
        self.great = Some(tender);
    }

    /// The last money in millions and more.
    pub(crate) fn recalled(&self) -> Option<Tender> {
        self.great.clone()
    }

    /// Remembers that a number in brackets was a figure: some statements write all theirs so.
    pub(crate) fn bracket(&mut self) {
        self.brackets = true;
    }

    /// Whether one was so far.
    pub(crate) fn writes_brackets(&self) -> bool {
        self.brackets
    }

    /// Remembers money that the price of another may be told in.
    pub(crate) fn price_in(&mut self, tender: Tender) {
        self.local = Some(tender);
    }

    /// The last money that the price of another may be told in.
    pub(crate) fn local(&self) -> Option<Tender> {
        self.local.clone()
    }

    /// Whether the document up to the end of this sentence speaks of a country of this currency, or names it.
    pub(crate) fn knows(&self, s: &Sentence, currency: u16) -> bool {
        let mut heard = self.heard.borrow_mut();
        heard.listen(&self.document.text, s.span.end, self.lexicon);
        self.weight(currency, &heard.countries) > 0
    }

    /// Remembers a figure of this sentence whose currency the text may yet tell.
    pub(crate) fn wait(&mut self, s: &Sentence, start: usize, tender: Tender) {
        let candidates = tender.candidates(self.lexicon);
        let mut said: SmallVec<[u16; 4]> = SmallVec::new();
        let mut lands: SmallVec<[Country; 4]> = SmallVec::new();
        let mut acts = false;
        each_place(s, |place, at| {
            let Place::Of(country) = place else { return };
            if is_of_press(s, country, &at, self.lexicon) {
                return;
            }
            if lands.is_empty() {
                acts = !is_led(s, &at);
            }
            if !lands.contains(&country) {
                lands.push(country);
            }
            for currency in self.lexicon.facts.currencies.by_country.get(&country).into_iter().flatten() {
                if candidates.contains(currency) && !said.contains(currency) {
                    said.push(*currency);
                }
            }
        });
        let of_first = |currency: &u16| {
            let first = lands.first().and_then(|land| self.lexicon.facts.currencies.by_country.get(land));
            first.is_some_and(|money| money.contains(currency))
        };
        let sentence = only(said.into_iter()).filter(|currency| lands.len() < PARTNERS || acts && of_first(currency));
        self.pending.push(Pending { start, tender, sentence });
    }

    fn weight(&self, currency: u16, mentions: &FxHashMap<Country, u32>) -> u32 {
        let own = |country: &&Country| {
            self.lexicon.facts.currencies.by_country.get(country).is_some_and(|money| money.contains(&currency))
        };
        let named = self.named.get(&currency).copied().unwrap_or(0);
        named + mentions.iter().filter(|(country, _)| own(country)).map(|(_, count)| *count).sum::<u32>()
    }
}

/// Whether a preposition leads to the place at these tokens: «من الجزائر», «لليمن».
fn is_led(s: &Sentence, at: &Range<usize>) -> bool {
    // Of a name that has the article «لل» takes a letter off.
    static TO_THE: LazyLock<Word> = LazyLock::new(|| Word::of("لل"));
    let mut own = s.hits_of(at.start, Kinds::PLACE).iter().filter(|hit| hit.tokens == at.len());
    let clitic = own.any(|hit| hit.clitics.preposition) || s.tokens[at.start].word.starts_with(*TO_THE);
    clitic || at.start.checked_sub(1).is_some_and(|before| exclude::has(s, before, Exclusion::Function))
}

/// The one of several, if there are no others.
fn only(mut several: impl Iterator<Item = u16>) -> Option<u16> {
    several.next().filter(|_| several.next().is_none())
}
