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
    /// The value before a change stands next, after the one that it ended at.
    Was,
    /// The value that a change was added to or taken from stands next.
    Over,
    /// What follows from the figures before stands next.
    Equals,
    /// How great the thing before is stands next.
    Amounting,
    /// Some of the whole before stand next.
    Among,
    /// One more of a list stands next.
    Added,
    /// What falls to each stands next.
    Average,
    /// The figure before falls to each.
    Each,
    /// How many times an offer was taken stands next.
    Covers,
    /// How long something took stands next.
    Lasting,
    /// A stretch of time begins next.
    Stretch,
    /// The date that something began at stands next.
    Born,
    /// An age stands next.
    Aged,
    /// How long ago something was stands next.
    Ago,
    /// What stands next held at another time than now.
    Then,
    /// The speech turns to something else.
    Turn,
    /// What stands beside was expected, not measured.
    Forecast,
    /// What the thing before is worth stands next.
    Worth,
    /// The same in other words stands next.
    Or,
    /// The level that a price reached stands next.
    At,
    /// How long something was to last stands next, not what.
    For,
    /// Shares of one whole stand next.
    Divided,
    /// The share before is of something that is shared out wholly.
    OfAll,
    /// How many times as much something became stands next.
    Multiply,
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
    was: Vec<String>,
    over: Vec<String>,
    equals: Vec<String>,
    amounting: Vec<String>,
    among: Vec<String>,
    added: Vec<String>,
    average: Vec<String>,
    each: Vec<String>,
    covers: Vec<String>,
    lasting: Vec<String>,
    stretch: Vec<String>,
    born: Vec<String>,
    aged: Vec<String>,
    ago: Vec<String>,
    then: Vec<String>,
    turn: Vec<String>,
    forecast: Vec<String>,
    worth: Vec<String>,
    or: Vec<String>,
    at: Vec<String>,
    lasts_for: Vec<String>,
    divided: Vec<String>,
    of_all: Vec<String>,
    multiply: Vec<String>,
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
            (file.was, Relation::Was),
            (file.over, Relation::Over),
            (file.equals, Relation::Equals),
            (file.amounting, Relation::Amounting),
            (file.among, Relation::Among),
            (file.added, Relation::Added),
            (file.average, Relation::Average),
            (file.each, Relation::Each),
            (file.covers, Relation::Covers),
            (file.lasting, Relation::Lasting),
            (file.stretch, Relation::Stretch),
            (file.born, Relation::Born),
            (file.aged, Relation::Aged),
            (file.ago, Relation::Ago),
            (file.then, Relation::Then),
            (file.turn, Relation::Turn),
            (file.forecast, Relation::Forecast),
            (file.worth, Relation::Worth),
            (file.or, Relation::Or),
            (file.at, Relation::At),
            (file.lasts_for, Relation::For),
            (file.divided, Relation::Divided),
            (file.of_all, Relation::OfAll),
            (file.multiply, Relation::Multiply),
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
