//! `percent.toml`, `ratios.toml` and `exclude.toml`.

use super::{Lexicon, LexiconError, Words, read};
use crate::lexicon::{Exclusion, Multiple, Percent, Sense};
use compact_str::CompactString;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PercentFile {
    after: Words,
    before: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RatioFile {
    times: Words,
    twice: Words,
    two_occasions: Words,
    double: Words,
    leads: Words,
    occasions: Words,
    comparisons: Words,
    covers: Words,
    chances: Words,
    wholes: Words,
    remains: Words,
    of_them: Words,
    of_every: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExcludeFile {
    heads: Words,
    loose_heads: Words,
    groups: Words,
    models: Words,
    clock: Words,
    functions: Words,
    demonstratives: Words,
    adjuncts: Words,
    givers: Words,
    names: Words,
    homonyms: Words,
    works: Words,
    bodies: Words,
    before_verbs: Words,
    goals: Words,
    against: Words,
    compared: Words,
    out_of: Words,
    same: Words,
    clean_scores: Words,
    nil: Words,
    exchange: Words,
    trade: Words,
    quotes: Words,
    parities: Words,
    indexes: Words,
    parts: Words,
    rates: Words,
    other_labels: Words,
    value_labels: Words,
    rate_labels: Words,
    price_labels: Words,
    size_labels: Words,
    counting: Words,
    populace: Words,
    stars: Words,
    star_heads: Words,
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
            (ratio.two_occasions, Sense::Multiple(Multiple::TwoOccasions)),
            (ratio.double, Sense::Multiple(Multiple::Double)),
            (ratio.leads, Sense::Multiple(Multiple::Lead)),
            (ratio.occasions, Sense::Multiple(Multiple::Occasions)),
            (ratio.comparisons, Sense::Multiple(Multiple::Comparison)),
            (ratio.wholes, Sense::Multiple(Multiple::Whole)),
            (ratio.of_them, Sense::Multiple(Multiple::OfThem)),
            (ratio.of_every, Sense::Multiple(Multiple::OfEvery)),
            (ratio.remains, Sense::Multiple(Multiple::Remains)),
            (ratio.chances, Sense::Multiple(Multiple::Chance)),
            (ratio.covers, Sense::Multiple(Multiple::Cover)),
            (exclude.heads, Sense::Exclusion(Exclusion::Head)),
            (exclude.loose_heads, Sense::Exclusion(Exclusion::LooseHead)),
            (exclude.groups, Sense::Exclusion(Exclusion::Group)),
            (exclude.models, Sense::Exclusion(Exclusion::Model)),
            (exclude.clock, Sense::Exclusion(Exclusion::Clock)),
            (exclude.functions, Sense::Exclusion(Exclusion::Function)),
            (exclude.demonstratives, Sense::Exclusion(Exclusion::Demonstrative)),
            (exclude.adjuncts, Sense::Exclusion(Exclusion::Adjunct)),
            (exclude.givers, Sense::Exclusion(Exclusion::Giver)),
            (exclude.names, Sense::Exclusion(Exclusion::Name)),
            (exclude.homonyms, Sense::Exclusion(Exclusion::Homonym)),
            (exclude.bodies, Sense::Exclusion(Exclusion::Body)),
            (exclude.works, Sense::Exclusion(Exclusion::Work)),
            (exclude.before_verbs, Sense::Exclusion(Exclusion::BeforeVerb)),
            (exclude.goals, Sense::Exclusion(Exclusion::Goal)),
            (exclude.against, Sense::Exclusion(Exclusion::Against)),
            (exclude.compared, Sense::Exclusion(Exclusion::Compared)),
            (exclude.out_of, Sense::Exclusion(Exclusion::OutOf)),
            (exclude.same, Sense::Exclusion(Exclusion::Same)),
            (exclude.stars, Sense::Exclusion(Exclusion::Stars)),
            (exclude.star_heads, Sense::Exclusion(Exclusion::StarHead)),
            (exclude.exchange, Sense::Exclusion(Exclusion::Exchange)),
            (exclude.trade, Sense::Exclusion(Exclusion::Trade)),
            (exclude.quotes, Sense::Exclusion(Exclusion::Quote)),
            (exclude.parities, Sense::Exclusion(Exclusion::Parity)),
            (exclude.indexes, Sense::Exclusion(Exclusion::Index)),
            (exclude.parts, Sense::Exclusion(Exclusion::Part)),
            (exclude.rates, Sense::Exclusion(Exclusion::Rate)),
            (exclude.other_labels, Sense::Exclusion(Exclusion::OtherLabel)),
            (exclude.value_labels, Sense::Exclusion(Exclusion::ValueLabel)),
            (exclude.rate_labels, Sense::Exclusion(Exclusion::RateLabel)),
            (exclude.price_labels, Sense::Exclusion(Exclusion::PriceLabel)),
            (exclude.size_labels, Sense::Exclusion(Exclusion::SizeLabel)),
            (exclude.counting, Sense::Exclusion(Exclusion::Counting)),
            (exclude.populace, Sense::Exclusion(Exclusion::Populace)),
            (exclude.nil, Sense::Exclusion(Exclusion::Nil)),
            (exclude.clean_scores, Sense::Exclusion(Exclusion::CleanScore)),
        ];
        for (phrases, sense) in lists {
            self.add_all(&phrases, sense);
        }
        Ok(())
    }
}
