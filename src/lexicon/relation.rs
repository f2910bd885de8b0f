//! Words that tell how one figure of a sentence follows from another (`rules/lexicon/relations.toml`).

use super::load::{LexiconError, read};
use super::{Begins, Lexicon};
use serde::Deserialize;

/// What a word says of the figures beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// The value before a change stands next.
    From,
    /// The value after a change stands next.
    To,
    /// The size of a change upward stands next.
    Rise,
    /// The size of a change downward stands next.
    Fall,
    /// The whole of the part before stands next.
    OutOf,
    /// A share of part and whole stands next.
    Share,
    /// Parts that make up the whole before stand next.
    MadeOf,
    /// A whole that sums up stands beside.
    InAll,
    /// The same amount in another form stands next.
    SameAs,
    /// The same day in another calendar stands next.
    Twin,
    /// The number before counts hundredths of a percentage point.
    BasisPoints,
    /// The number before counts percentage points.
    PercentagePoints,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    from: Vec<String>,
    to: Vec<String>,
    rise: Vec<String>,
    fall: Vec<String>,
    out_of: Vec<String>,
    share: Vec<String>,
    made_of: Vec<String>,
    in_all: Vec<String>,
    same_as: Vec<String>,
    twin: Vec<String>,
    basis_points: Vec<String>,
    percentage_points: Vec<String>,
}

impl Lexicon {
    pub(super) fn load_relations(&mut self) -> Result<(), LexiconError> {
        let file: File = read!("relations")?;
        let lists = [
            (file.from, Relation::From),
            (file.to, Relation::To),
            (file.rise, Relation::Rise),
            (file.fall, Relation::Fall),
            (file.out_of, Relation::OutOf),
            (file.share, Relation::Share),
            (file.made_of, Relation::MadeOf),
            (file.in_all, Relation::InAll),
            (file.same_as, Relation::SameAs),
            (file.twin, Relation::Twin),
            (file.basis_points, Relation::BasisPoints),
            (file.percentage_points, Relation::PercentagePoints),
        ];
        for (phrases, relation) in lists {
            for phrase in phrases {
                self.relations.add(&phrase, relation, Begins::NOTHING);
            }
        }
        Ok(())
    }
}
