//! Who is for a thing, who against it and who neither, by the words beside a number or a share.

use super::sentence::Clause;
use crate::lexicon::Relation;

/// Words between a share and the opinion: «54% من المستطلعين يؤيدون», «17% إنهم لم يحسموا».
const SAID: usize = 2;

/// For, against or neither: the words that stand beside a share of opinions or votes.
pub(super) const OPINIONS: [Relation; 3] = [Relation::Favour, Relation::Oppose, Relation::Undecided];

pub(super) fn opinion(clause: &Clause<'_>, part: usize) -> Option<Relation> {
    // «ويعارضه 35% ولم يبد 20% رأيا»: where a word leads to it, the one after it is of the next.
    let leads = OPINIONS.into_iter().find(|opinion| clause.leads(*opinion, part, 0));
    // The nearest is its own; «لا يعرفون» is no «لا».
    let follows = |words: usize| OPINIONS.into_iter().rev().find(|opinion| clause.follows(*opinion, part, words));
    leads.or_else(|| (0..=SAID).find_map(follows))
}
