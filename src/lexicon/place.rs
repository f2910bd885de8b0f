//! The words that tell which country a text speaks of, from `places.toml`.
//! Not here: what is made of them (`extract/context.rs`).

use super::load::{LexiconError, read};
use super::{Lexicon, Sense};
use serde::Deserialize;

/// A country, by its code of ISO 3166-1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct Country([u8; 2]);

impl TryFrom<String> for Country {
    type Error = String;

    fn try_from(code: String) -> Result<Country, String> {
        match code.as_bytes() {
            [a @ b'A'..=b'Z', b @ b'A'..=b'Z'] => Ok(Country([*a, *b])),
            _ => Err(format!("«{code}» is not a country's code of two capitals")),
        }
    }
}

/// A word of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Speaks of this country.
    Of(Country),
    /// May speak of this country, among others or of no country at all.
    Maybe(Country),
    /// Holds a word of a place and says nothing of where the text is.
    Elsewhere,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<'a> {
    elsewhere: Vec<String>,
    #[serde(borrow)]
    country: Vec<RawCountry<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCountry<'a> {
    code: Country,
    #[serde(default)]
    hijri: bool,
    #[serde(default, borrow)]
    names: Vec<&'a str>,
    #[serde(default, borrow)]
    adjectives: Vec<&'a str>,
    #[serde(default, borrow)]
    places: Vec<&'a str>,
    #[serde(default, borrow)]
    ambiguous: Vec<&'a str>,
}

impl Lexicon {
    pub(super) fn load_places(&mut self) -> Result<(), LexiconError> {
        let file: File = read!("places")?;
        file.elsewhere.iter().for_each(|phrase| self.add_place(phrase, Place::Elsewhere));
        for RawCountry { code, hijri, names, adjectives, places, ambiguous } in &file.country {
            self.hijri.extend(hijri.then_some(*code));
            let sure = names.iter().chain(adjectives).chain(places);
            sure.for_each(|phrase| self.add_place(phrase, Place::Of(*code)));
            ambiguous.iter().for_each(|phrase| self.add_place(phrase, Place::Maybe(*code)));
        }
        Ok(())
    }

    fn add_place(&mut self, phrase: &str, place: Place) {
        self.add(phrase, Sense::Place(place));
        // «للرياض» is «ل» with «الرياض»: the alef is not written.
        if let Some(rest) = phrase.strip_prefix("ال") {
            self.add(&format!("لل{rest}"), Sense::Place(place));
        }
    }
}
