//! Of which things a figure is each one's, in how long it is so much, and of what it is the price.

use super::{Clause, Related, amount, has_article, is_close};
use crate::figure::Span;
use crate::lexicon::{Money, Relation, Sense};
use crate::text::Token;

/// Words after a figure that may name the things of which it is each one's, with the noun that it counts itself.
const EACH: usize = 4;

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

    /// Whether «لكل» right after a figure names other things than another counts: «لكل حافلة» beside cars.
    pub(in crate::rules::intrinsic) fn is_each_of_others(&self, index: usize, things: usize) -> bool {
        self.tokens_after(index).take(EACH).any(|at| {
            let end = at.checked_sub(1).map(|at| self.tokens[at].span.end);
            let each = |related: &Related| related.relation == Relation::Each && Some(related.span.end) == end;
            let noun =
                || self.hits(at).iter().any(|hit| matches!(hit.sense, Sense::Noun(_)) && hit.clitics.letters == 0);
            self.relations.iter().any(each) && noun() && !self.is_each_of(index, things)
        })
    }

    /// Whether the word right after a figure says that it is each one's of other things than another counts: «للكيلوغرام»
    /// beside tons.
    pub(in crate::rules::intrinsic) fn is_for_others(&self, index: usize, things: usize) -> bool {
        let Some(at) = self.tokens_after(index).next() else { return false };
        let each = self.hits(at).iter().any(|hit| match hit.sense {
            Sense::Noun(noun) => hit.clitics.preposition && hit.clitics.article && !noun.plural,
            _ => false,
        });
        each && !self.is_each_of(index, things)
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

    /// As [`Clause::is_price_of`], where the currency stands before the sum: «سعر الدولار 50 جنيها», «الدولار يساوي 50 جنيها».
    pub(in crate::rules::intrinsic) fn is_price_named(&self, index: usize, currency: &str, words: usize) -> bool {
        let end = self.tokens.partition_point(|token| token.span.end <= self.figures[index].span.start);
        let money = &self.lexicon.facts.currencies;
        let is = |known: &u16| money.currencies[usize::from(*known)].code == currency;
        let named = (end.saturating_sub(words + 1)..end).rev().find(|at| {
            self.hits(*at).iter().any(|hit| match hit.sense {
                Sense::Money(Money::Noun { noun, two: false }) => {
                    let noun = &money.nouns[usize::from(noun)];
                    hit.clitics.article && noun.default.iter().chain(&noun.currencies).any(is)
                }
                _ => false,
            })
        });
        named.is_some_and(|at| {
            let span = self.tokens[at].span;
            let plain = !self.text[span.end..self.figures[index].span.start].contains(['،', ',', '.']);
            let price = || self.stands_before(Relation::Average, span.start);
            let equals = || self.leads(Relation::SameAs, index, 0);
            plain && (price() || equals())
        })
    }
}
