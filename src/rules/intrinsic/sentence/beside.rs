//! What the words beside one figure say of it: of which things each, in how long, where, of what, and what else stands there.

use super::{Clause, Related, amount, has_article, is_close};
use crate::figure::Span;
use crate::lexicon::{Clitics, Money, Relation, Sense, clitics};
use crate::text::{Class, Token, Word};

/// Words after a figure that may name the things of which it is each one's, with the noun that it counts itself.
const EACH: usize = 4;
/// «و», and nothing else, before a word.
const AND: Clitics = Clitics { conjunction: true, preposition: false, article: false, letters: 1 };

impl Clause<'_> {
    /// Whether the words right after a figure name each of the things that another counts: «للطائرة», «في المباراة
    /// الواحدة», «لكل أسرة»; not one sort of them, «في الفرع الصغير».
    pub(in crate::rules::intrinsic) fn is_each_of(&self, index: usize, things: usize) -> bool {
        let Some(unit) = amount(&self.figures[things]).and_then(|quantity| quantity.unit.as_ref()) else {
            return false;
        };
        let first_word = unit.split(' ').next().unwrap_or_default();
        self.tokens_after(index).take(EACH).any(|at| {
            let before = at.checked_sub(1).map(|at| self.tokens[at].span.end);
            let ties = |related: &Related| matches!(related.relation, Relation::Apart | Relation::Each);
            let tied = self.relations.iter().any(|related| ties(related) && Some(related.span.end) == before);
            let next = self.tokens.get(at + 1);
            let each =
                |next: &Token| self.relations.iter().any(|of| of.relation == Relation::Each && of.span == next.span);
            let sort = next.is_some_and(|next| has_article(next.word) && !each(next));
            !sort
                && self.hits(at).iter().any(|hit| match hit.sense {
                    Sense::Noun(noun) => {
                        let named = self
                            .lexicon
                            .facts
                            .nouns
                            .get(usize::from(noun.id))
                            .is_some_and(|noun| noun == unit || noun == first_word);
                        named && !noun.plural && (tied || hit.clitics.article && hit.clitics.preposition)
                    }
                    _ => false,
                })
        })
    }

    /// The time that the figure is so much in, if it is told right after it: «يوميا».
    pub(in crate::rules::intrinsic) fn follows_per(&self, index: usize, words: usize) -> Option<Relation> {
        Relation::PER.into_iter().find(|per| {
            let end = self.figures[index].span.end;
            let ceiling = if index + 1 < self.range.end { self.figures[index + 1].span.start } else { usize::MAX };
            self.relations.iter().any(|related| {
                related.relation == *per
                    && related.span.start >= end
                    && related.span.end <= ceiling
                    && is_close(&self.text[end..related.span.start], words)
                    && !self.names_one_time(related.span)
            })
        })
    }

    /// «في اليوم الأول», «في العام الماضي» is one of them, not each.
    fn names_one_time(&self, phrase: Span) -> bool {
        let next = self.tokens.iter().find(|token| token.span.start >= phrase.end);
        self.text[phrase.start..phrase.end].contains(' ') && next.is_some_and(|next| has_article(next.word))
    }

    /// The time that the figure is so much in, if it is told right before it: «الإيرادات السنوية 120 مليونا».
    pub(in crate::rules::intrinsic) fn leads_per(&self, index: usize, words: usize) -> Option<Relation> {
        Relation::PER.into_iter().find(|per| self.leads(*per, index, words))
    }

    /// Whether a place follows the figure, or what it is a share of: «62% من الأصوات في العاصمة».
    pub(in crate::rules::intrinsic) fn is_told_apart_by_place(&self, index: usize) -> bool {
        let end = self.end_of(Relation::OfAll, index).unwrap_or(self.figures[index].span.end);
        self.relations.iter().any(|related| {
            related.relation == Relation::InPlace
                && self.text.get(end..related.span.start).is_some_and(|gap| gap.trim().is_empty())
        })
    }

    /// Whether the figure is of a whole that needs no other word to name it: «من الأصوات», not «من أسهم الشركة».
    pub(in crate::rules::intrinsic) fn is_of_the_whole(&self, index: usize) -> bool {
        let start = self.figures[index].span.end;
        let whole = self.end_of(Relation::OfAll, index).and_then(|end| self.text.get(start..end));
        whole.is_some_and(|whole| {
            self.tokens.iter().any(|token| {
                token.span.start >= start && token.span.end <= start + whole.len() && has_article(token.word)
            })
        })
    }

    /// Where the relation's words end that stand right after the figure.
    fn end_of(&self, relation: Relation, index: usize) -> Option<usize> {
        let end = self.figures[index].span.end;
        let follows = |related: &&Related| {
            related.relation == relation
                && self.text.get(end..related.span.start).is_some_and(|gap| gap.trim().is_empty())
        };
        self.relations.iter().filter(follows).map(|related| related.span.end).max()
    }

    /// Whether another currency follows the sum: «1,450 دينارا للدولار» is a rate, which falls as its money rises.
    pub(in crate::rules::intrinsic) fn is_rate(&self, index: usize) -> bool {
        let next = self.tokens_after(index).next().map(|next| self.hits(next)).unwrap_or_default();
        next.iter().any(|hit| matches!(hit.sense, Sense::Money(_)) && hit.clitics.article && hit.clitics.preposition)
    }

    /// Whether the sum is what one unit of this currency (ISO 4217) costs: «49.6 جنيها للدولار», «مقابل الدولار».
    pub(in crate::rules::intrinsic) fn is_price_of(&self, index: usize, currency: &str) -> bool {
        let Some(next) = self.tokens_after(index).next() else { return false };
        let against = |related: &Related| {
            matches!(related.relation, Relation::Was | Relation::Each) && related.span == self.tokens[next].span
        };
        let named = if self.relations.iter().any(against) { next + 1 } else { next };
        let money = &self.lexicon.facts.currencies;
        let is = |known: &u16| money.currencies[usize::from(*known)].code == currency;
        named < self.tokens.len()
            && self.hits(named).iter().any(|hit| match hit.sense {
                Sense::Money(Money::Noun { noun, two: false }) => {
                    let noun = &money.nouns[usize::from(noun)];
                    let led = named > next || hit.clitics.article && hit.clitics.preposition;
                    led && noun.default.iter().chain(&noun.currencies).any(is)
                }
                _ => false,
            })
    }

    /// Whether the clause ends right after the figure.
    pub(in crate::rules::intrinsic) fn ends_after(&self, index: usize) -> bool {
        let end = self.figures[index].span.end;
        let next = self.tokens.iter().find(|token| token.span.start >= end);
        next.is_none_or(|next| matches!(next.class, Class::Mark('،' | ',' | '؛' | '.' | ')' | '!' | '؟')))
    }

    /// The preposition right after a figure: what tells it apart from others like it.
    pub(in crate::rules::intrinsic) fn way_of(&self, index: usize) -> Option<Word> {
        let next = &self.tokens[self.tokens_after(index).next()?];
        let clitic = clitics(next.word).iter().any(|clitics| clitics.preposition && !clitics.conjunction);
        let whole =
            self.relations.iter().any(|related| related.relation == Relation::Apart && related.span == next.span);
        match (whole, clitic) {
            (true, _) => Some(next.word),
            (_, true) => Some(next.word.without_last(next.word.len() - 1)),
            _ => None,
        }
    }

    /// Whether one more is named after a figure without a number, up to the end of its list or the next figure:
    /// «9 رجال وامرأة و4 أطفال».
    pub(in crate::rules::intrinsic) fn names_more(&self, index: usize, next: Option<usize>) -> bool {
        let end = next.map_or(usize::MAX, |next| self.figures[next].span.start);
        let ends = |token: &Token| matches!(token.class, Class::Mark('،' | ',' | '؛' | '.' | ':' | ')' | '('));
        let after = self.tokens_after(index);
        let tokens = self.tokens[after.clone()].iter().zip(after);
        tokens
            .take_while(|(token, _)| token.span.start < end && (next.is_some() || !ends(token)))
            .any(|(_, at)| self.hits(at).iter().any(|hit| hit.clitics == AND && matches!(hit.sense, Sense::Noun(_))))
    }
}
