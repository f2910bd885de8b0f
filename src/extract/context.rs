//! What a document says beyond the sentence at hand: its habit with marks in numbers, and whose money it
//! speaks of.
//! In: the document, and the sentence at hand. Out: the currency of bare nouns («دينار») once the whole is known.
//! Most documents have no such noun, so that their text is read for places only where one asks.

use super::Sentence;
use super::habit::Habit;
use super::money::Tender;
use crate::document::Document;
use crate::figure::{Calendar, Figure, Quantity, Span, Value};
use crate::lexicon::{Country, Kinds, Lexicon, Place, Sense};
use crate::text::{Sentences, sentences};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::cell::{OnceCell, RefCell};
use std::iter::Peekable;
use std::ops::Range;

/// How much a currency named in full weighs against one mention of its country.
const NAMED: u32 = 3;

/// How much more a place weighs where the text says that it was written there, and how far from its beginning that
/// is said, in bytes.
const DATELINE: u32 = 2;
const DATELINE_REACH: usize = 400;
/// How many tokens a line has at most that says only who writes and from where.
const BYLINE: usize = 8;

/// So many parts of a unit are counted only where prices are told in them.
const SUM: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);

/// From here on a sum tells by its size whose money it is.
const TRILLION: Decimal = Decimal::from_parts(3_567_587_328, 232, 0, false, 0);

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
    /// Figures whose currency waits for the end of the document, by their first byte.
    pending: Vec<Pending>,
}

/// The places that the text speaks of, as far as it was read for them.
struct Heard<'a> {
    /// The sentences not read yet.
    rest: Peekable<Sentences<'a>>,
    sentence: Sentence<'a>,
    /// Mentions of each country.
    countries: FxHashMap<Country, u32>,
    /// Mentions of words that may speak of a country.
    maybe: FxHashMap<Country, u32>,
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
            heard: RefCell::new(Heard {
                rest: sentences(&document.text).peekable(),
                sentence: Sentence::default(),
                countries: FxHashMap::default(),
                maybe: FxHashMap::default(),
            }),
            named: FxHashMap::default(),
            great: None,
            local: None,
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
        each_place(s, |place, at| {
            let Place::Of(country) = place else { return };
            if is_of_press(s, country, &at, self.lexicon) {
                return;
            }
            for currency in self.lexicon.facts.currencies.by_country.get(&country).into_iter().flatten() {
                if candidates.contains(currency) && !said.contains(currency) {
                    said.push(*currency);
                }
            }
        });
        self.pending.push(Pending { start, tender, sentence: only(said.into_iter()) });
    }

    /// Gives every waiting figure its currency, or its candidates. The figures are in the order of the text.
    pub(crate) fn settle(self, figures: &mut [Figure]) {
        if self.pending.is_empty() {
            return;
        }
        let mut heard = self.heard.borrow_mut();
        heard.listen(&self.document.text, self.document.text.len(), self.lexicon);
        heard.overhear(self.document, self.lexicon);
        let by_hijra = |figure: &Figure| matches!(&figure.value, Value::Date(date) if date.calendar == Calendar::Hijri);
        if figures.iter().any(by_hijra) {
            self.lexicon.facts.hijri.iter().for_each(|country| *heard.maybe.entry(*country).or_default() += 1);
        }
        let company = self.company();
        let vast = self.vast(figures);
        // What the whole document says of a word is the same each time that it stands there.
        let mut known: Vec<(&Tender, bool, Option<u16>)> = Vec::new();
        for Pending { start, tender, sentence } in &self.pending {
            let Ok(at) = figures.binary_search_by_key(start, |figure| figure.span.start) else { continue };
            let Value::Money(quantity) = &figures[at].value else { continue };
            let quantity = quantity.clone();
            let sums = tender.of_sums(self.lexicon).filter(|_| quantity.amount.low().is_some_and(|low| *low >= SUM));
            let great = sums.is_some();
            let mut candidates = sums.unwrap_or_else(|| tender.candidates(self.lexicon));
            let sentence = sentence.filter(|currency| candidates.contains(currency));
            let of_document = || {
                self.heaviest(&candidates, &heard)
                    .or_else(|| alone_in(&company, &candidates))
                    .or_else(|| only(candidates.iter().filter(|currency| vast.contains(currency)).copied()))
                    .or_else(|| tender.default(self.lexicon))
            };
            let chosen =
                sentence.or_else(|| match known.iter().find(|(word, sum, _)| *word == tender && *sum == great) {
                    Some((.., currency)) => *currency,
                    None => {
                        let currency = of_document();
                        known.push((tender, great, currency));
                        currency
                    }
                });
            let money = |currency: u16, quantity: &Quantity| self.in_currency(tender, currency, quantity);
            match chosen {
                Some(currency) => {
                    let others = figures[at].readings.iter().filter_map(|reading| match reading {
                        Value::Money(other) => Some(money(currency, other)),
                        _ => None,
                    });
                    figures[at].readings = others.collect();
                    figures[at].value = money(currency, &quantity);
                }
                None => {
                    candidates.sort_unstable();
                    figures[at].readings.extend(candidates.iter().map(|currency| money(*currency, &quantity)));
                }
            }
        }
    }

    /// The currencies of everyday trillions, where a waiting figure is of trillions and may be of one of them.
    fn vast(&self, figures: &[Figure]) -> SmallVec<[u16; 4]> {
        let is_vast = |pending: &&Pending| {
            let at = figures.binary_search_by_key(&pending.start, |figure| figure.span.start);
            let quantity = at.ok().and_then(|at| figures[at].value.quantity());
            quantity
                .and_then(|quantity| quantity.amount.low().or(quantity.amount.high()))
                .is_some_and(|n| *n >= TRILLION)
        };
        let of = |pending: &Pending| pending.tender.candidates(self.lexicon);
        let candidates = self.pending.iter().filter(is_vast).flat_map(of);
        candidates.filter(|currency| self.lexicon.facts.currencies.currencies[usize::from(*currency)].vast).collect()
    }

    /// How many of the waiting words each currency would explain: a dirham and a centime are of Morocco.
    fn company(&self) -> FxHashMap<u16, u32> {
        let mut tenders: Vec<&Tender> = Vec::new();
        for Pending { tender, .. } in &self.pending {
            if !tenders.contains(&tender) {
                tenders.push(tender);
            }
        }
        let mut company = FxHashMap::default();
        for currency in tenders.iter().flat_map(|tender| tender.speaks_for(self.lexicon)) {
            *company.entry(currency).or_default() += 1;
        }
        company
    }

    fn in_currency(&self, tender: &Tender, currency: u16, quantity: &Quantity) -> Value {
        let worth = tender.worth(self.lexicon, currency);
        let times = |n: Decimal| n.checked_mul(worth).map_or(n, |n| n.normalize());
        Value::Money(Quantity {
            amount: quantity.amount.map(times),
            precision: times(quantity.precision),
            unit: Some(self.lexicon.facts.currencies.currencies[usize::from(currency)].code.clone()),
        })
    }

    /// The candidate that the document speaks of most, where one stands out.
    fn heaviest(&self, candidates: &[u16], heard: &Heard) -> Option<u16> {
        [&heard.countries, &heard.maybe].into_iter().find_map(|mentions| {
            let weighed = candidates.iter().map(|currency| (self.weight(*currency, mentions), *currency));
            let (best, currency) =
                weighed.clone().max_by_key(|(weight, currency)| (*weight, std::cmp::Reverse(*currency)))?;
            let alone = weighed.filter(|(weight, _)| *weight == best).count() == 1;
            (best > 0 && alone).then_some(currency)
        })
    }

    fn weight(&self, currency: u16, mentions: &FxHashMap<Country, u32>) -> u32 {
        let own = |country: &&Country| {
            self.lexicon.facts.currencies.by_country.get(country).is_some_and(|money| money.contains(&currency))
        };
        let named = self.named.get(&currency).copied().unwrap_or(0);
        named + mentions.iter().filter(|(country, _)| own(country)).map(|(_, count)| *count).sum::<u32>()
    }
}

impl<'a> Heard<'a> {
    /// Takes note of the countries that the text speaks of up to the byte `end`.
    fn listen(&mut self, text: &'a str, end: usize, lexicon: &'a Lexicon) {
        while let Some(span) = self.rest.next_if(|span| span.start < end) {
            self.sentence.read_places(text, span, lexicon);
            each_place(&self.sentence, |place, at| match place {
                Place::Of(country) if is_of_press(&self.sentence, country, &at, lexicon) => {
                    *self.maybe.entry(country).or_default() += 1;
                }
                Place::Of(country) => {
                    let weight = if is_dateline(&self.sentence, &at) { 1 + DATELINE } else { 1 };
                    *self.countries.entry(country).or_default() += weight;
                }
                Place::Maybe(country) => *self.maybe.entry(country).or_default() += 1,
                Place::Elsewhere => {}
            });
        }
    }

    /// Takes note of what the document says of itself beside its text: who publishes it, and its headline. That is
    /// asked only where no word of the text decides.
    fn overhear(&mut self, document: &'a Document, lexicon: &'a Lexicon) {
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

/// The one of several, if there are no others.
fn only(mut several: impl Iterator<Item = u16>) -> Option<u16> {
    several.next().filter(|_| several.next().is_none())
}

/// The candidate that explains most words, where it explains more than one and no other as many.
fn alone_in(company: &FxHashMap<u16, u32>, candidates: &[u16]) -> Option<u16> {
    let weight = |currency: &u16| company.get(currency).copied().unwrap_or(0);
    let best = candidates.iter().max_by_key(|currency| weight(currency))?;
    let alone = candidates.iter().filter(|currency| weight(currency) == weight(best)).count() == 1;
    (alone && weight(best) > 1).then_some(*best)
}

/// The places that a sentence names, the longest name at each word.
fn each_place(s: &Sentence, mut on: impl FnMut(Place, Range<usize>)) {
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
fn is_of_press(s: &Sentence, country: Country, at: &Range<usize>, lexicon: &Lexicon) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(text: &str, publisher: Option<&str>) -> Option<String> {
        let publisher = publisher.map(str::to_string);
        let document = Document { text: text.to_string(), publisher, ..Document::default() };
        let figures = crate::extract::figures(&document, Lexicon::builtin());
        figures.iter().find_map(|figure| match &figure.value {
            Value::Money(quantity) => quantity.unit.as_deref().map(str::to_string),
            _ => None,
        })
    }

    #[test]
    fn what_stands_beside_the_text_tells_whose_money_it_is() {
        for (text, publisher, code) in [
            ("بلغت جوائز السباق 5 ملايين ريال.", None, None),
            ("انطلق السباق في 29 جمادى الأولى 1446هـ وبلغت جوائزه 5 ملايين ريال.", None, Some("SAR")),
            ("بلغت جوائز السباق 5 ملايين ريال.", Some("الشرق القطرية"), Some("QAR")),
            ("بلغت نفقات الموازنة 199 تريليون دينار، ورواتبها 62 مليار دينار.", None, Some("IQD")),
            ("بلغت نفقات الموازنة 19 مليار دينار.", None, None),
            // Where it was written weighs more than what is named in passing.
            ("عنيزة – الخبر\nضبط سائق من صنعاء ومعه 20 ألف ريال.", None, Some("YER")),
            ("عنيزة – الخبر\nحضر سائق من صنعاء.\nفغرم 20 ألف ريال.", None, Some("SAR")),
            ("مراسلنا – صلالة\nحضر سائق من صنعاء.\nفغرم 20 ألف ريال.", None, Some("OMR")),
            // Prices in millions of centimes are told in the Maghreb alone.
            ("زار وفد فرنسي مصنعا بوهران. يباع الطراز بـ240 مليون سنتيم، أي نحو 16 ألف يورو.", None, Some("DZD")),
            ("زادت الحكومة الفرنسية سعر اللتر 3 سنتيمات، وكان 1.4 يورو.", None, Some("EUR")),
            // In London papers of all lands are written; it counts where nothing else does.
            ("لندن – الضفة\nيدفع العامل المصري 300 جنيه ثمنا للرحلة.", None, Some("EGP")),
            ("لندن – الضفة\nيدفع العامل 300 جنيه ثمنا للرحلة.", None, Some("GBP")),
            ("غلاسكو – الضفة\nيدفع الطالب المصري في إنجلترا 300 جنيه ثمنا للرحلة.", None, Some("GBP")),
            // Where a piastre is still paid.
            ("زادت التذكرة من 50 قرشا إلى 3 جنيهات.", None, Some("EGP")),
            ("زادت التذكرة في أم درمان من 50 قرشا إلى 3 جنيهات.", None, Some("SDG")),
            ("زادت التذكرة 3 جنيهات.", None, None),
            ("زونغولداق – الخبر\nدفع المصنع 40 ألف ليرة.", None, Some("TRY")),
            // The text itself goes first.
            ("بلغت جوائز السباق في مسقط 5 ملايين ريال.", Some("الشرق القطرية"), Some("OMR")),
        ] {
            assert_eq!(unit(text, publisher).as_deref(), code, "{text} {publisher:?}");
        }
    }
}
