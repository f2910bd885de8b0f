//! What the lexicon knows beside its words. The build makes it of `rules/lexicon`, and the program reads it.

use super::slips::Slips;
use super::{BoundVerb, Counted, Country, Currencies, Denial};
use compact_str::CompactString;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// What is known beside the words.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Facts {
    /// Words that may be misspelt.
    pub(crate) slips: Slips,
    /// Words of which numbers are made.
    pub numbers: Vec<CompactString>,
    /// By which it is so much in each length of time of [`Relation::PER`](super::Relation::PER): «يوميا», «في اليوم».
    pub paces: [Vec<CompactString>; 5],
    /// What so many times are counted in: «مرة».
    pub occasion: CompactString,
    /// The countries whose papers date by the Hijra.
    pub hijri: Vec<Country>,
    /// The countries whose papers part thousands with full stops.
    pub dots: Vec<Country>,
    /// The countries where papers of other countries are written.
    pub press: Vec<Country>,
    /// Exchange rates as far as they are known.
    pub rates: Rates,
    /// The verbs that bound numbers.
    pub bound_verbs: Vec<BoundVerb>,
    /// What a negation reaches beyond its verb.
    pub denial: Denial,
    /// What is known of currencies.
    pub currencies: Currencies,
    /// Dictionary forms of the nouns that are counted.
    pub nouns: Vec<CompactString>,
    /// What each of them measures and its size in the first unit of that, where it is told in two units at once.
    pub sizes: Vec<Option<(u8, Decimal)>>,
    /// How each of them stands after numbers.
    pub counted: Vec<Counted>,
    /// Nouns of which one is a sort of the other: «ذهبية», «ميدالية».
    pub sorts: Vec<(CompactString, CompactString)>,
}

/// How many units of each currency a US dollar has bought, lowest and highest.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Rates(pub(crate) FxHashMap<CompactString, (Decimal, Decimal)>);
