//! The words of percentages and multiples, and of numbers that state no quantity, from `percent.toml`,
//! `ratios.toml` and `exclude.toml`.

use super::load::{LexiconError, read};
use super::{Lexicon, Sense};
use compact_str::CompactString;
use serde::Deserialize;

/// What makes a number a percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Percent {
    /// Stands after the number.
    After,
    /// Stands before it.
    Before,
}

/// A word of multiples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Multiple {
    /// After a number: «أضعاف».
    Times,
    /// Twice, by itself.
    Twice,
    /// Twice, where the words around say so.
    Double,
    /// Such a word.
    Lead,
    /// «مرات»: a multiple beside a comparison, else a count.
    Occasions,
    /// A comparison: «أكبر».
    Comparison,
    /// What makes occasions a multiple: «مكرر».
    Cover,
    /// A sum that a fifth or a tenth may be of: «خمس إجمالي الناتج».
    Whole,
}

/// A word that tells that a number states no quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exclusion {
    /// The number after it is a name or an ordinal: «المادة 5».
    Head,
    /// The same, unless the number is counted by a noun or a scale: «القناة 12».
    LooseHead,
    /// The number after it, with the article, names the group: «مجموعة السبع».
    Group,
    /// The number after it is a part of a product's name.
    Model,
    /// The number before it is on a clock, a year, or an address.
    Clock,
    /// Not a noun that a number before it could count.
    Function,
    /// Neither, but a part before it may be of what it points at: «هذا».
    Demonstrative,
    /// Not a thing that a part before it could be of: «نصف نهائي».
    Adjunct,
    /// A name that begins like money or holds a number: «ريال مدريد», «خمس نجوم».
    Name,
    /// A number only before a noun that is known: «وست».
    Homonym,
    /// What the score of a match is counted in.
    Goal,
    /// Between the two numbers of a score.
    Against,
    /// What a party is named after, and hotels are ranked in.
    Stars,
    /// Such a party or hotel.
    StarHead,
    /// After a number: so many in so long, and so no money.
    Rate,
    /// Before a number: of so many things, and so no money.
    Counting,
    /// After the goals of one side: the other had none.
    CleanScore,
    /// No goal, in the score of a match.
    Nil,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PercentFile {
    after: Vec<String>,
    before: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RatioFile {
    times: Vec<String>,
    twice: Vec<String>,
    double: Vec<String>,
    leads: Vec<String>,
    occasions: Vec<String>,
    comparisons: Vec<String>,
    covers: Vec<String>,
    wholes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExcludeFile {
    heads: Vec<String>,
    loose_heads: Vec<String>,
    groups: Vec<String>,
    models: Vec<String>,
    clock: Vec<String>,
    functions: Vec<String>,
    demonstratives: Vec<String>,
    adjuncts: Vec<String>,
    names: Vec<String>,
    homonyms: Vec<String>,
    goals: Vec<String>,
    against: Vec<String>,
    clean_scores: Vec<String>,
    nil: Vec<String>,
    rates: Vec<String>,
    counting: Vec<String>,
    stars: Vec<String>,
    star_heads: Vec<String>,
}

impl Lexicon {
    pub(super) fn load_measures(&mut self) -> Result<(), LexiconError> {
        let percent: PercentFile = read!("percent")?;
        let ratio: RatioFile = read!("ratios")?;
        let exclude: ExcludeFile = read!("exclude")?;
        self.occasion = ratio.occasions.first().map(CompactString::from).unwrap_or_default();
        let lists = [
            (percent.after, Sense::Percent(Percent::After)),
            (percent.before, Sense::Percent(Percent::Before)),
            (ratio.times, Sense::Multiple(Multiple::Times)),
            (ratio.twice, Sense::Multiple(Multiple::Twice)),
            (ratio.double, Sense::Multiple(Multiple::Double)),
            (ratio.leads, Sense::Multiple(Multiple::Lead)),
            (ratio.occasions, Sense::Multiple(Multiple::Occasions)),
            (ratio.comparisons, Sense::Multiple(Multiple::Comparison)),
            (ratio.wholes, Sense::Multiple(Multiple::Whole)),
            (ratio.covers, Sense::Multiple(Multiple::Cover)),
            (exclude.heads, Sense::Exclusion(Exclusion::Head)),
            (exclude.loose_heads, Sense::Exclusion(Exclusion::LooseHead)),
            (exclude.groups, Sense::Exclusion(Exclusion::Group)),
            (exclude.models, Sense::Exclusion(Exclusion::Model)),
            (exclude.clock, Sense::Exclusion(Exclusion::Clock)),
            (exclude.functions, Sense::Exclusion(Exclusion::Function)),
            (exclude.demonstratives, Sense::Exclusion(Exclusion::Demonstrative)),
            (exclude.adjuncts, Sense::Exclusion(Exclusion::Adjunct)),
            (exclude.names, Sense::Exclusion(Exclusion::Name)),
            (exclude.homonyms, Sense::Exclusion(Exclusion::Homonym)),
            (exclude.goals, Sense::Exclusion(Exclusion::Goal)),
            (exclude.against, Sense::Exclusion(Exclusion::Against)),
            (exclude.stars, Sense::Exclusion(Exclusion::Stars)),
            (exclude.star_heads, Sense::Exclusion(Exclusion::StarHead)),
            (exclude.rates, Sense::Exclusion(Exclusion::Rate)),
            (exclude.counting, Sense::Exclusion(Exclusion::Counting)),
            (exclude.nil, Sense::Exclusion(Exclusion::Nil)),
            (exclude.clean_scores, Sense::Exclusion(Exclusion::CleanScore)),
        ];
        for (phrases, sense) in lists {
            phrases.iter().for_each(|phrase| self.add(phrase, sense));
        }
        Ok(())
    }
}
