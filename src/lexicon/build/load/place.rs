//! `places.toml`.

use super::{Lexicon, LexiconError, Words, read};
use crate::lexicon::{Country, Place, Sense};
use crate::text::affix::ARTICLE;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    elsewhere: Words,
    country: Vec<RawCountry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCountry {
    code: Country,
    #[serde(default)]
    hijri: bool,
    #[serde(default)]
    press: bool,
    #[serde(default)]
    dots: bool,
    #[serde(default)]
    names: Words,
    #[serde(default)]
    adjectives: Words,
    #[serde(default)]
    places: Words,
    #[serde(default)]
    ambiguous: Words,
}

impl Lexicon {
    pub(super) fn load_places(&mut self) -> Result<(), LexiconError> {
        let file: File = read("places.toml")?;
        file.elsewhere.iter().for_each(|phrase| self.add_place(phrase, Place::Elsewhere));
        for RawCountry { code, hijri, press, dots, names, adjectives, places, ambiguous } in &file.country {
            self.facts.hijri.extend(hijri.then_some(*code));
            self.facts.dots.extend(dots.then_some(*code));
            self.facts.press.extend(press.then_some(*code));
            let sure = names.iter().chain(adjectives).chain(places);
            sure.for_each(|phrase| self.add_place(phrase, Place::Of(*code)));
            ambiguous.iter().for_each(|phrase| self.add_place(phrase, Place::Maybe(*code)));
        }
        Ok(())
    }

    fn add_place(&mut self, phrase: &str, place: Place) {
        self.add(phrase, Sense::Place(place));
        // «للرياض» is «ل» with «الرياض»: the alef is not written.
        if let Some(rest) = phrase.strip_prefix(ARTICLE) {
            self.add(&format!("لل{rest}"), Sense::Place(place));
        }
    }
}
