//! What a list names without a number, after the figures that it counts: «9 رجال وامرأة وطفلان».

use super::{Clause, amount};
use crate::lexicon::{Clitics, Exclusion, Noun, Relation, Sense};
use crate::text::{Class, Token, Word};

/// «و», and nothing else, before a word.
const AND: Clitics = Clitics { conjunction: true, preposition: false, article: false, letters: 1 };

impl Clause<'_> {
    /// Whether two figures count persons, of whichever sort: «مزارع», «مزارعة».
    pub(in crate::rules::intrinsic) fn count_persons(&self, one: usize, two: usize) -> bool {
        let unit = |index: usize| amount(&self.figures[index]).and_then(|quantity| quantity.unit.as_deref());
        let (Some(one), Some(two)) = (unit(one), unit(two)) else { return false };
        let is_person =
            |unit: &str| self.lexicon.senses(unit).any(|sense| matches!(sense, Sense::Noun(noun) if noun.person));
        is_person(one) && is_person(two.strip_suffix('ة').unwrap_or(two))
    }

    /// How many are named after a figure without a number, up to the end of its list or the next figure: «9 رجال وامرأة
    /// وطفلان» names three; none where nobody knows how many.
    pub(in crate::rules::intrinsic) fn named_more(&self, index: usize, next: Option<usize>) -> Option<u8> {
        let end = next.map_or(usize::MAX, |next| self.figures[next].span.start);
        let after = self.tokens_after(index);
        let tokens = self.tokens[after.clone()].iter().zip(after);
        let mut all = 0u8;
        for (token, at) in
            tokens.take_while(|(token, _)| token.span.start < end && (next.is_some() || !ends_list(token)))
        {
            let hits = self.hits(at);
            let nouns: Vec<Noun> = hits
                .iter()
                .filter(|hit| hit.clitics == AND)
                .filter_map(|hit| if let Sense::Noun(noun) = hit.sense { Some(noun) } else { None })
                .collect();
            let Some(noun) = nouns.first() else { continue };
            if !nouns.iter().all(|noun| noun.person && !noun.plural) {
                return None;
            }
            let name = self.lexicon.facts.nouns.get(usize::from(noun.id))?;
            let word = self.text.get(token.span.start..token.span.end)?.strip_prefix('و')?;
            let (one, two) = (Word::of(name), ["ان", "ين"].map(|dual| Word::of(&(name.replace('ة', "ت") + dual))));
            all = match Word::of(word) {
                word if word == one => all.checked_add(1)?,
                word if two.contains(&word) => all.checked_add(2)?,
                _ => return None,
            };
        }
        Some(all)
    }

    /// Whether all that «و» joins to a figure is counted by [`Clause::named_more`], and the list goes on nowhere after that.
    pub(in crate::rules::intrinsic) fn names_all(&self, index: usize) -> bool {
        let joined = |at: usize| self.tokens[at].word.begins_with_conjunction();
        let noun =
            |at: usize| self.hits(at).iter().any(|hit| hit.clitics == AND && matches!(hit.sense, Sense::Noun(_)));
        let after = self.tokens_after(index);
        let end = after.clone().find(|at| ends_list(&self.tokens[*at])).unwrap_or(after.end);
        let added = |at: usize| {
            let start = self.tokens[at].span.start;
            self.relations.iter().any(|more| more.relation == Relation::Added && more.span.start == start)
        };
        // «، ولم توجه إليهم تهم»
        let clause = |at: usize| {
            let function = Sense::Exclusion(Exclusion::Function);
            self.hits(at).iter().any(|hit| hit.clitics == AND && hit.sense == function)
        };
        let goes_on = end + 1 < after.end && (joined(end + 1) && !clause(end + 1) || added(end + 1));
        !goes_on && (after.start..end).all(|at| !joined(at) || noun(at))
    }

    /// Whether one more is named after a figure without a number, up to the end of its list or the next figure:
    /// «9 رجال وامرأة و4 أطفال».
    pub(in crate::rules::intrinsic) fn names_more(&self, index: usize, next: Option<usize>) -> bool {
        let end = next.map_or(usize::MAX, |next| self.figures[next].span.start);
        let after = self.tokens_after(index);
        let tokens = self.tokens[after.clone()].iter().zip(after);
        tokens
            .take_while(|(token, _)| token.span.start < end && (next.is_some() || !ends_list(token)))
            .any(|(_, at)| self.hits(at).iter().any(|hit| hit.clitics == AND && matches!(hit.sense, Sense::Noun(_))))
    }
}

/// Whether a list ends at the mark, whose members «و» joins.
fn ends_list(token: &Token) -> bool {
    token.class.is_comma() || matches!(token.class, Class::Mark('؛' | '.' | ':' | ')' | '('))
}
