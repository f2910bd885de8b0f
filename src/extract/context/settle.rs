//! Settling: the currency of each bare noun («دينار»), once the whole document is known.
//! Not here: what the document says on the way (`mod.rs`).

use super::{Context, Pending, only};
use crate::extract::heard::Heard;
use crate::extract::money::Tender;
use crate::extract::worth;
use crate::figure::{Bounded, Calendar, Figure, Quantity, Value};
use compact_str::CompactString;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// So many parts of a unit are counted only where prices are told in them.
const SUM: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);

/// From here on a sum tells by its size whose money it is.
const TRILLION: Decimal = Decimal::from_parts(3_567_587_328, 232, 0, false, 0);

impl Context<'_> {
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
        let sums = self.sums(figures);
        // What the whole document says of a word is the same each time that it stands there.
        let mut known: Vec<(&Tender, bool, Option<u16>)> = Vec::new();
        for Pending { start, tender, .. } in &self.pending {
            let Some((at, quantity)) = waiting(figures, *start) else { continue };
            let quantity = quantity.clone();
            let said = sums.get(&(tender, quantity.amount));
            let sums = tender.of_sums(self.lexicon).filter(|_| quantity.amount.low().is_some_and(|low| *low >= SUM));
            let great = sums.is_some();
            let mut candidates = sums.unwrap_or_else(|| tender.candidates(self.lexicon));
            let sentence =
                said.and_then(|said| only(said.iter().copied())).filter(|currency| candidates.contains(currency));
            let of_document = || {
                let worth = self.told_again(tender, &candidates, figures);
                // «دبي – …» of «92 درهما (9.2 دولارات)» in Morocco: where both are spoken of, what it is worth decides.
                worth
                    .filter(|currency| self.weight(*currency, &heard.countries) > 0)
                    .or_else(|| self.heaviest(&candidates, &heard))
                    .or_else(|| alone_in(&company, &candidates))
                    .or_else(|| only(candidates.iter().filter(|currency| vast.contains(currency)).copied()))
                    .or(worth)
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
                    // Centimes are a hundredth of whatever money they are of.
                    let mut worths = candidates.iter().map(|currency| tender.worth(self.lexicon, *currency));
                    if let Some(worth) = worths.next().filter(|worth| worths.all(|other| other == *worth)) {
                        let Figure { value, readings, .. } = &mut figures[at];
                        for money in readings.iter_mut().chain([value]) {
                            *money = money.quantity().map_or(money.clone(), |money| worth_of(money, worth, None));
                        }
                    }
                    figures[at].readings.extend(candidates.iter().map(|currency| money(*currency, &quantity)));
                }
            }
        }
    }

    /// What the sentences say of each sum whose currency waits. A sum said again is the same money, though one sentence
    /// names the land and another whoever won it.
    fn sums(&self, figures: &[Figure]) -> FxHashMap<(&Tender, Bounded<Decimal>), SmallVec<[u16; 2]>> {
        let mut sums: FxHashMap<_, SmallVec<[u16; 2]>> = FxHashMap::default();
        for Pending { start, tender, sentence } in &self.pending {
            let Some(((_, quantity), currency)) = waiting(figures, *start).zip(*sentence) else { continue };
            let said = sums.entry((tender, quantity.amount)).or_default();
            if !said.contains(&currency) {
                said.push(currency);
            }
        }
        sums
    }

    /// The currencies of everyday trillions, where a waiting figure is of trillions and may be of one of them.
    fn vast(&self, figures: &[Figure]) -> SmallVec<[u16; 4]> {
        let is_vast = |pending: &&Pending| {
            waiting(figures, pending.start)
                .and_then(|(_, quantity)| quantity.amount.low().or(quantity.amount.high()))
                .is_some_and(|n| *n >= TRILLION)
        };
        let of = |pending: &Pending| pending.tender.candidates(self.lexicon);
        let candidates = self.pending.iter().filter(is_vast).flat_map(of);
        candidates.filter(|currency| self.lexicon.facts.currencies.currencies[usize::from(*currency)].vast).collect()
    }

    /// The candidate that is worth what each sum of this word that is told again in other money is said to be.
    fn told_again(&self, tender: &Tender, candidates: &[u16], figures: &[Figure]) -> Option<u16> {
        let sums = self.pending.iter().filter(|pending| pending.tender == *tender);
        let told = sums.filter_map(|pending| waiting(figures, pending.start)).filter_map(|(at, quantity)| {
            let other = worth::told_again(&self.document.text, figures, at)?;
            let is_worth = |currency: &u16| {
                let money = self.in_currency(tender, *currency, quantity);
                money.quantity().is_some_and(|money| worth::may_be_one(money, other, &self.lexicon.facts.rates))
            };
            let fits: SmallVec<[u16; 4]> = candidates.iter().copied().filter(is_worth).collect();
            (!fits.is_empty()).then_some(fits)
        });
        let told: Vec<SmallVec<[u16; 4]>> = told.collect();
        let first = told.iter().find_map(|fits| only(fits.iter().copied()))?;
        told.iter().all(|fits| fits.contains(&first)).then_some(first)
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
        let code = self.lexicon.facts.currencies.currencies[usize::from(currency)].code.clone();
        worth_of(quantity, tender.worth(self.lexicon, currency), Some(code))
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
}

/// So many of what is worth so much each.
fn worth_of(quantity: &Quantity, worth: Decimal, unit: Option<CompactString>) -> Value {
    let times = |n: Decimal| n.checked_mul(worth).map_or(n, |n| n.normalize());
    Value::Money(Quantity { amount: quantity.amount.map(times), precision: times(quantity.precision), unit })
}

/// The money that begins at this byte, and its place among the figures.
fn waiting(figures: &[Figure], start: usize) -> Option<(usize, &Quantity)> {
    let at = figures.binary_search_by_key(&start, |figure| figure.span.start).ok()?;
    if let Value::Money(quantity) = &figures[at].value { Some((at, quantity)) } else { None }
}

/// The candidate that explains most words, where it explains more than one and no other as many.
fn alone_in(company: &FxHashMap<u16, u32>, candidates: &[u16]) -> Option<u16> {
    let weight = |currency: &u16| company.get(currency).copied().unwrap_or(0);
    let best = candidates.iter().max_by_key(|currency| weight(currency))?;
    let alone = candidates.iter().filter(|currency| weight(currency) == weight(best)).count() == 1;
    (alone && weight(best) > 1).then_some(*best)
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::figure::Value;
    use crate::lexicon::Lexicon;

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
            // Partners in trade are not whose money it is; the first land that is named may be.
            ("نابل – الخبر\nبلغ العجز التجاري مع روسيا 4 مليارات دينار، ثم الجزائر والصين.", None, Some("TND")),
            ("نابل – الخبر\nبلغت ميزانية الجزائر 4 مليارات دينار.", None, Some("DZD")),
            ("عنيزة – الخبر\nقدم المركز مساعدات لليمن والسودان وسوريا بقيمة 3 ملايين ريال.", None, Some("SAR")),
            ("عنيزة – الخبر\nقالت قطر إنها خصصت 3 مليارات ريال لمصر وتونس.", None, Some("QAR")),
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
            // A sum said again is the same money.
            (
                "فاز القطري ناصر بـ650 ألف ريال. ونال العداء العماني 650 ألف ريال في السباق.",
                Some("سباق صلالة"),
                Some("OMR"),
            ),
            ("فاز ناصر بـ650 ألف ريال. وتسلم في الدوحة 650 ألف ريال.", Some("أخبار مسقط"), Some("QAR")),
            // The text itself goes first.
            ("بلغت جوائز السباق في مسقط 5 ملايين ريال.", Some("الشرق القطرية"), Some("OMR")),
        ] {
            assert_eq!(unit(text, publisher).as_deref(), code, "{text} {publisher:?}");
        }
    }
}
