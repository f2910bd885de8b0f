//! How a noun stands after a number: «100 شخص», «5 أشخاص», «15 شخصًا»; made of the forms that are listed.

use compact_str::{CompactString, format_compact};
use serde::{Deserialize, Serialize};

/// A noun as numbers make it stand; where a form is not known, the first stands for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// After 100, a scale word or a fraction: the dictionary form.
    pub one: CompactString,
    /// After 3 to 10.
    pub few: Option<CompactString>,
    /// After 11 to 99.
    pub many: Option<CompactString>,
    /// All of it, after «مئات» and the like: «الأشخاص».
    pub all: Option<CompactString>,
}

impl Counted {
    /// Of a noun with all its forms, and those of them that are plural.
    pub fn of(noun: &str, forms: &[String], plurals: &[String]) -> Counted {
        let sound = format_compact!("{noun}ين");
        let few = plurals.iter().find(|plural| **plural == sound).or(plurals.first()).map(CompactString::from);
        let all = few.as_ref().filter(|plural| !plural.contains(' ')).map(|plural| definite(plural));
        Counted { one: noun.into(), few, many: accusative(noun, forms), all }
    }

    /// Of a noun of money, with its plural where that is not the sound one.
    pub fn money(noun: &str, forms: &[String], plural: Option<&str>) -> Counted {
        let few = plural_of_money(noun, forms, plural);
        let all = few.as_deref().map(definite);
        Counted { one: noun.into(), few, many: accusative(noun, forms), all }
    }

    /// The same with the adjective of a currency, of which all forms are given too.
    pub fn qualified(self, adjective: &str, adjectives: &[String]) -> Counted {
        let both = |noun: Option<CompactString>, adjective: Option<CompactString>| {
            noun.zip(adjective).map(|(noun, adjective)| format_compact!("{noun} {adjective}"))
        };
        let feminine = match adjective.ends_with('ة') {
            true => Some(CompactString::from(adjective)),
            false => listed(format_compact!("{adjective}ة"), adjectives),
        };
        Counted {
            one: format_compact!("{} {adjective}", self.one),
            few: both(self.few, feminine.clone()),
            many: both(self.many, accusative(adjective, adjectives)),
            all: both(self.all, feminine.as_deref().map(definite)),
        }
    }
}

fn listed(form: CompactString, forms: &[String]) -> Option<CompactString> {
    forms.iter().any(|listed| form == *listed).then_some(form)
}

fn definite(word: &str) -> CompactString {
    format_compact!("ال{word}")
}

/// «شخصًا», where the form «شخصا» is listed.
fn accusative(word: &str, forms: &[String]) -> Option<CompactString> {
    listed(format_compact!("{word}ا"), forms).map(|_| format_compact!("{word}ًا"))
}

/// One that takes no ending in the accusative takes none at all: «5 يورو».
fn plural_of_money(noun: &str, forms: &[String], plural: Option<&str>) -> Option<CompactString> {
    let stem = noun.strip_suffix('ة');
    let bends = stem.is_some() || accusative(noun, forms).is_some();
    let sound = || listed(format_compact!("{}ات", stem.unwrap_or(noun)), forms);
    plural.map(CompactString::from).or_else(|| bends.then(sound).flatten())
}
