//! What the words beside one figure say of it: where they stand, what tells it apart from others, and what else is told there.

use super::{Clause, Related, has_article, has_few_words, is_one_thought};
use crate::align::knowledge::Knowledge;
use crate::figure::{Span, Value};
use crate::lexicon::{Relation, Sense, clitics};
use crate::text::{Class, Token, Word};
use smallvec::SmallVec;

/// Of so many words right after a figure one may name the sort.
const SORT: usize = 3;

impl Clause<'_> {
    /// Whether the clause ends right after the figure.
    pub(in crate::rules::intrinsic) fn ends_after(&self, index: usize) -> bool {
        let end = self.figures[index].span.end;
        let next = self.tokens.iter().find(|token| token.span.start >= end);
        next.is_none_or(|next| next.class.is_comma() || matches!(next.class, Class::Mark('؛' | '.' | ')' | '!' | '؟')))
    }

    /// Where the words stand that lead to a figure.
    pub(in crate::rules::intrinsic) fn leading_span(
        &self,
        relation: Relation,
        index: usize,
        words: usize,
    ) -> Option<Span> {
        self.leading(relation, index, words).map(|related| related.span)
    }

    /// Where words of the relation stand before a figure.
    pub(in crate::rules::intrinsic) fn spans_before(
        &self,
        relation: Relation,
        index: usize,
    ) -> impl Iterator<Item = Span> {
        let start = self.figures[index].span.start;
        let before = move |related: &&Related| related.relation == relation && related.span.end <= start;
        self.relations.iter().filter(before).map(|related| related.span)
    }

    /// Whether words of the relation stand right before this byte of the text.
    pub(in crate::rules::intrinsic) fn stands_before(&self, relation: Relation, end: usize) -> bool {
        self.relations.iter().any(|related| {
            related.relation == relation
                && self.text.get(related.span.end..end).is_some_and(|gap| gap.trim().is_empty())
        })
    }

    /// Whether a word of the relation stands right before this byte, and a mark before that: «، بلغت الأولى».
    pub(in crate::rules::intrinsic) fn verb_stands_before(&self, relation: Relation, end: usize) -> bool {
        self.relations.iter().any(|related| {
            related.relation == relation
                && self.text.get(related.span.end..end).is_some_and(|gap| gap.trim().is_empty())
                && self.text[..related.span.start].trim_end().ends_with(['،', ',', ':'])
        })
    }

    /// Whether the figure's own words have some of the relation: «بين 1990 و1998».
    pub(in crate::rules::intrinsic) fn says(&self, relation: Relation, index: usize) -> bool {
        let span = self.figures[index].span;
        self.has(relation, span.start, span.end)
    }

    /// The preposition right after a figure: what tells it apart from others like it.
    pub(in crate::rules::intrinsic) fn way_of(&self, index: usize) -> Option<Word> {
        self.way_past(index, 0)
    }

    /// As [`Clause::way_of`], after the noun that the figure counts: «25 طنا من الأرز».
    pub(in crate::rules::intrinsic) fn way_past_noun(&self, index: usize) -> Option<Word> {
        let noun = match &self.figures[index].value {
            Value::Count(count) => count.unit.as_ref().map_or(0, |unit| unit.split(' ').count()),
            _ => 0,
        };
        self.way_past(index, noun)
    }

    /// As [`Clause::way_of`], after one word: «87 منهم من جنسية واحدة».
    pub(in crate::rules::intrinsic) fn way_past_word(&self, index: usize) -> Option<Word> {
        self.way_past(index, 1)
    }

    /// Whether the words right after two figures, or after the nouns that these count, name sorts that exclude each other:
    /// «3,912 محملة و2,900 فارغة», «26 مدنيا و17 عسكريا».
    pub(in crate::rules::intrinsic) fn are_opposed(&self, one: usize, two: usize) -> bool {
        let knowledge = Knowledge::builtin();
        let named = |index: usize| {
            let words = &self.tokens[self.tokens_after(index)];
            let words = &words[..words.iter().take_while(|token| token.is_word()).take(SORT).count()];
            let is_noun = |token: &Token| self.is_noun_of(index, token.span.slice(self.text));
            let sort = |(at, token): (usize, &Token)| {
                // «8 دولية», «8 رحلات دولية», «8 في باطن الأرض»
                let before = at.checked_sub(1).map(|before| &words[before]);
                let sort = before.is_none_or(|before| is_noun(before) || knowledge.is_stop(before.word));
                (sort && !has_article(token.word)).then_some(token.word)
            };
            words.iter().enumerate().filter_map(sort).collect::<SmallVec<[Word; SORT]>>()
        };
        let others = named(two);
        named(one).iter().any(|word| others.iter().any(|other| knowledge.are_opposed(*word, *other)))
    }

    /// Whether the words of the relation that lead to two figures exclude each other: «نجح», «رسب».
    pub(in crate::rules::intrinsic) fn are_led_by_opposed(&self, relation: Relation, one: usize, two: usize) -> bool {
        let led = |index: usize| {
            let span = self.leading_span(relation, index, 1)?;
            self.tokens.iter().find(|token| token.span.end == span.end).map(|token| token.word)
        };
        led(one).zip(led(two)).is_some_and(|(one, two)| Knowledge::builtin().are_opposed(one, two))
    }

    fn way_past(&self, index: usize, words: usize) -> Option<Word> {
        let next = &self.tokens[self.tokens_after(index).nth(words)?];
        let clitic = clitics(next.word).iter().any(|clitics| clitics.preposition && !clitics.conjunction);
        let whole =
            self.relations.iter().any(|related| related.relation == Relation::Apart && related.span == next.span);
        match (whole, clitic) {
            (true, _) => Some(next.word),
            (_, true) => Some(next.word.without_last(next.word.len() - 1)),
            _ => None,
        }
    }

    /// Whether the figure is said to count something else too, or not all: «40 ألفا سنويا مع البدلات».
    pub(in crate::rules::intrinsic) fn counts_more(&self, index: usize) -> bool {
        self.tells_near(Relation::Including, index, 6) || self.tells_near(Relation::With, index, 3)
    }

    /// Whether the relation is written after the figure, over at most so many words and whatever marks.
    pub(in crate::rules::intrinsic) fn tells_near(&self, relation: Relation, index: usize, words: usize) -> bool {
        let end = self.figures[index].span.end;
        self.relations.iter().any(|related| {
            related.relation == relation
                && related.span.start >= end
                && self.text.get(end..related.span.start).is_some_and(|gap| has_few_words(gap, words))
        })
    }

    /// Whether at most so many words stand between two figures, whatever turn the speech takes there.
    pub(in crate::rules::intrinsic) fn is_within_words(&self, before: usize, after: usize, words: usize) -> bool {
        let between = self.between(before, after);
        is_one_thought(between) && has_few_words(between, words)
    }

    /// As [`Clause::leads`], where every word between is of one of the others.
    pub(in crate::rules::intrinsic) fn leads_over(
        &self,
        relation: Relation,
        index: usize,
        words: usize,
        others: &[Relation],
    ) -> bool {
        let Some(led) = self.leading_span(relation, index, words) else { return false };
        let start = self.figures[index].span.start;
        let between = self.tokens.iter().filter(|token| token.span.start >= led.end && token.span.end <= start);
        between.filter(|token| token.is_word()).all(|token| {
            token.word.len() == 1
                || self.is_of_a_land(token)
                || self
                    .relations
                    .iter()
                    .any(|other| others.contains(&other.relation) && other.span.contains(token.span))
        })
    }

    /// Whether a word only tells of which land what stands before it is: «الصادرات القطرية», «صادرات المملكة».
    fn is_of_a_land(&self, token: &Token) -> bool {
        let at = self.tokens.partition_point(|other| other.span.start < token.span.start);
        self.hits(at).iter().any(|hit| match hit.sense {
            Sense::Place(_) => !hit.clitics.preposition,
            Sense::Noun(noun) => noun.person && hit.clitics.article && !noun.plural,
            _ => false,
        })
    }

    /// Whether a list begins so many words after the figure: «على ثلاثة خطوط:», «على ثلاث شرائح،».
    pub(in crate::rules::intrinsic) fn leads_to_list(&self, index: usize, words: usize) -> bool {
        let after = self.after(index);
        let end = after.find([':', '،', ',']);
        end.is_some_and(|end| has_few_words(&after[..end], words))
    }

    /// Whether the figure tells how so many fare, not where: «10 في العناية المركزة».
    pub(in crate::rules::intrinsic) fn is_of_state(&self, index: usize) -> bool {
        let end = self.figures[index].span.end;
        self.relations.iter().any(|related| {
            let gap = || self.text.get(end..related.span.start).unwrap_or_default();
            related.relation == Relation::State && related.span.start >= end && gap().split_whitespace().count() <= 1
        })
    }
}
