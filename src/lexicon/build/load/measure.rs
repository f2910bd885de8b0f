//! `percent.toml`, `ratios.toml` and `exclude.toml`.

use super::{Lexicon, LexiconError, read};
use crate::lexicon::{Exclusion, Multiple, Percent, Sense};
use compact_str::CompactString;
use serde::Deserialize;

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
    compared: Vec<String>,
    clean_scores: Vec<String>,
    nil: Vec<String>,
    exchange: Vec<String>,
    trade: Vec<String>,
    quotes: Vec<String>,
    indexes: Vec<String>,
    parts: Vec<String>,
    rates: Vec<String>,
    counting: Vec<String>,
    stars: Vec<String>,
    star_heads: Vec<String>,
}

impl Lexicon {
    pub(super) fn load_measures(&mut self) -> Result<(), LexiconError> {
        let percent: PercentFile = read("percent.toml")?;
        let ratio: RatioFile = read("ratios.toml")?;
        let exclude: ExcludeFile = read("exclude.toml")?;
        self.facts.occasion = ratio.occasions.first().map(CompactString::from).unwrap_or_default();
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
            (exclude.compared, Sense::Exclusion(Exclusion::Compared)),
            (exclude.stars, Sense::Exclusion(Exclusion::Stars)),
            (exclude.star_heads, Sense::Exclusion(Exclusion::StarHead)),
            (exclude.exchange, Sense::Exclusion(Exclusion::Exchange)),
            (exclude.trade, Sense::Exclusion(Exclusion::Trade)),
            (exclude.quotes, Sense::Exclusion(Exclusion::Quote)),
            (exclude.indexes, Sense::Exclusion(Exclusion::Index)),
            (exclude.parts, Sense::Exclusion(Exclusion::Part)),
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
