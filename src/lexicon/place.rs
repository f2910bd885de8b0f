//! The words that tell which country a text speaks of, from `places.toml`.
//! Not here: what is made of them (`extract/context/`).

use serde::{Deserialize, Serialize};

/// A country, by its code of ISO 3166-1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
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

impl From<Country> for String {
    fn from(Country(code): Country) -> String {
        code.map(char::from).iter().collect()
    }
}

/// A word of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// Speaks of this country.
    Of(Country),
    /// May speak of this country, among others or of no country at all.
    Maybe(Country),
    /// Holds a word of a place and says nothing of where the text is.
    Elsewhere,
}
