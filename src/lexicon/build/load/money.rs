//! `currencies.toml`.

use super::{Lexicon, LexiconError, Words, read};
use crate::lexicon::{Counted, Country, Currencies, Currency, Money, MoneyNoun, MoneySubunit, Sense};
use compact_str::CompactString;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    amounts: Words,
    sorts: Words,
    noun: Vec<RawNoun>,
    subunit: Vec<RawSubunit>,
    currency: Vec<RawCurrency>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNoun {
    noun: String,
    forms: Words,
    #[serde(default)]
    dual: Words,
    plural: Option<String>,
    default: Option<CompactString>,
    #[serde(default)]
    homonym: bool,
    factor: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSubunit {
    noun: String,
    forms: Words,
    #[serde(default)]
    dual: Words,
    default: Option<CompactString>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCurrency {
    code: CompactString,
    noun: Option<String>,
    #[serde(default)]
    adjectives: Words,
    #[serde(default)]
    phrases: Words,
    #[serde(default)]
    signs: Words,
    #[serde(default)]
    abbreviations: Words,
    #[serde(default)]
    subunits: Vec<RawPart>,
    #[serde(default)]
    countries: Vec<Country>,
    peg: Option<RawPeg>,
    #[serde(default)]
    vast: bool,
    #[serde(default)]
    base: bool,
    #[serde(default)]
    old: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPart {
    noun: String,
    per: u32,
    #[serde(default)]
    sums: bool,
    #[serde(default)]
    seldom: bool,
}

/// How many of a currency one of another is, fixed by law.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPeg {
    to: CompactString,
    rate: String,
}

const NAME: &str = "currencies.toml";

fn unknown(what: &str, name: &str) -> LexiconError {
    LexiconError { file: NAME, message: format!("no {what} «{name}» stands in the file") }
}

fn factor(raw: &RawNoun) -> Result<Decimal, LexiconError> {
    let Some(text) = &raw.factor else { return Ok(Decimal::ONE) };
    let wrong = |_| LexiconError { file: NAME, message: format!("the factor of {} is no number: {text}", raw.noun) };
    text.parse().map_err(wrong)
}

/// The first adjective, in the gender of the noun, where that form is known: «كرونة سويدية», «نايرا نيجيرية».
fn agreeing<'a>(noun: Option<&RawNoun>, adjectives: &'a [String]) -> Option<&'a String> {
    let first = adjectives.first()?;
    let is_feminine = noun.is_some_and(|noun| noun.noun.ends_with(['ة', 'ا']));
    let agrees = |adjective: &&String| is_feminine && adjective.strip_suffix('ة') == Some(first.as_str());
    adjectives.iter().find(agrees).or(Some(first))
}

/// What a currency is called: by its noun and adjective, else by the first of its phrases, else by its code.
fn name(raw: &RawCurrency, noun: Option<&RawNoun>) -> Counted {
    match (noun, agreeing(noun, &raw.adjectives)) {
        (Some(noun), adjective) => {
            let named = Counted::money(&noun.noun, &noun.forms, noun.plural.as_deref());
            adjective.map_or(named.clone(), |adjective| named.qualified(adjective, &raw.adjectives))
        }
        (None, _) => {
            let one = raw.phrases.first().map_or(raw.code.clone(), CompactString::from);
            Counted { one, ..Counted::default() }
        }
    }
}

impl Lexicon {
    pub(super) fn load_currencies(&mut self) -> Result<(), LexiconError> {
        let file: File = read("currencies.toml")?;
        let by_code: FxHashMap<&str, u16> =
            (0..).zip(&file.currency).map(|(id, raw)| (raw.code.as_str(), id)).collect();
        let default = |code: &Option<CompactString>| match code {
            None => Ok(None),
            Some(code) => by_code.get(code.as_str()).copied().map(Some).ok_or_else(|| unknown("currency", code)),
        };
        let mut money = Currencies::default();
        self.add_all(&file.amounts, Sense::Money(Money::Amount));
        self.add_all(&file.sorts, Sense::Money(Money::Sort));
        for (noun, raw) in (0..).zip(&file.noun) {
            for form in &raw.forms {
                self.add(form, Sense::Money(Money::Noun { noun, two: raw.dual.contains(form) }));
            }
            money.nouns.push(MoneyNoun {
                default: default(&raw.default)?,
                homonym: raw.homonym,
                factor: factor(raw)?,
                currencies: Vec::new(),
            });
        }
        for (subunit, raw) in (0..).zip(&file.subunit) {
            for form in &raw.forms {
                self.add(form, Sense::Money(Money::Subunit { subunit, two: raw.dual.contains(form) }));
            }
            money.subunits.push(MoneySubunit {
                default: default(&raw.default)?,
                divides: Vec::new(),
                sums: Vec::new(),
                seldom: Vec::new(),
            });
        }
        for (id, raw) in (0..).zip(&file.currency) {
            self.add_currency(id, raw, &file, &mut money)?;
        }
        self.facts.currencies = money;
        Ok(())
    }

    fn add_currency(
        &mut self,
        id: u16,
        raw: &RawCurrency,
        file: &File,
        money: &mut Currencies,
    ) -> Result<(), LexiconError> {
        let lists = [
            (&raw.adjectives, Money::Adjective(id)),
            (&raw.phrases, Money::Name(id)),
            (&raw.signs, Money::Sign(id)),
            (&raw.abbreviations, Money::Name(id)),
        ];
        for (words, sense) in lists {
            self.add_all(words, Sense::Money(sense));
        }
        self.add(&raw.code, Sense::Money(Money::Code(id)));
        let noun = noun_of(id, raw, file, money)?;
        divide(id, raw, file, money)?;
        self.add_peg(raw)?;
        if !raw.old {
            for country in &raw.countries {
                money.by_country.entry(*country).or_default().push(id);
            }
        }
        let named = noun.and_then(|index| file.noun.get(usize::from(index)));
        money.currencies.push(Currency {
            code: raw.code.clone(),
            name: name(raw, named),
            noun,
            vast: raw.vast,
            base: raw.base,
            old: raw.old,
            abbreviations: raw.abbreviations.iter().map(CompactString::from).collect(),
        });
        Ok(())
    }

    fn add_peg(&mut self, raw: &RawCurrency) -> Result<(), LexiconError> {
        let Some(RawPeg { to, rate }) = &raw.peg else { return Ok(()) };
        let message = || format!("the peg of {} needs a `rate` above zero, and one for {to} in rates.toml", raw.code);
        self.peg(&raw.code, to, rate).ok_or_else(|| LexiconError { file: NAME, message: message() })
    }
}

/// The place of the currency's noun, which may mean it from now on unless it is an old one.
fn noun_of(id: u16, raw: &RawCurrency, file: &File, money: &mut Currencies) -> Result<Option<u8>, LexiconError> {
    let Some(name) = &raw.noun else { return Ok(None) };
    let index = file.noun.iter().position(|noun| noun.noun == *name).ok_or_else(|| unknown("noun", name))?;
    if !raw.old {
        money.nouns[index].currencies.push(id);
    }
    Ok(u8::try_from(index).ok())
}

/// Tells the subunits which currency they divide.
fn divide(id: u16, raw: &RawCurrency, file: &File, money: &mut Currencies) -> Result<(), LexiconError> {
    for part in &raw.subunits {
        let index = file.subunit.iter().position(|subunit| subunit.noun == part.noun);
        let index = index.ok_or_else(|| unknown("subunit", &part.noun))?;
        money.subunits[index].divides.push((id, Decimal::from(part.per.max(1))));
        money.subunits[index].sums.extend(part.sums.then_some(id));
        money.subunits[index].seldom.extend(part.seldom.then_some(id));
    }
    Ok(())
}
