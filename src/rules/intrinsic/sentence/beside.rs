//! What the words beside one figure say of it: of which things each, in how long, where, of what, and what else stands there.

use super::{Clause, Related, amount, has_article, has_few_words, is_close, is_one_thought};
use crate::align::knowledge::Knowledge;
use crate::figure::{Span, Value};
use crate::lexicon::{Money, Relation, Sense, clitics};
use crate::text::letters::without_article;
use crate::text::{Class, Token, Word};
use smallvec::SmallVec;

/// Words after a figure that may name the things of which it is each one's, with the noun that it counts itself.
const EACH: usize = 4;
/// How many letters of a word tell it from others, whatever its ending.
const STEM: usize = 4;
/// Letters of a root at the least, and letters that come and go in its words.
const ROOT: usize = 3;
const WEAK: [char; 12] = ['ا', 'أ', 'إ', 'آ', 'و', 'ي', 'ى', 'ة', 'ت', 'م', 'ئ', 'ء'];

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

    /// Whether a share is said to be of a thing that neither of these figures counts and nothing before it names: «32 مقعدا
    /// من أصل 120 بنسبة 23% من الأصوات», «4 ملايين للسودان، أي 20% من احتياجات السودان»; «من اللقى» may be a name of the whole.
    pub(in crate::rules::intrinsic) fn is_of_another(&self, share: usize, of: [usize; 2]) -> bool {
        let votes = self.end_of(Relation::OfAll, share);
        let Some(led) = votes.or_else(|| self.end_of(Relation::From, share)) else { return false };
        let next = self.tokens.partition_point(|token| token.span.end < led);
        let thing = if votes.is_some() { next } else { next + 1 };
        let named = self.tokens.get(thing).filter(|token| token.is_word());
        named.is_some_and(|token| votes.is_some() || !has_article(token.word)) && !self.is_known(thing, share, of)
    }

    /// Whether a share is of a thing that is only named with it: «بنسبة تأخير بلغت 22%».
    pub(in crate::rules::intrinsic) fn names_its_own(&self, share: usize, words: usize, of: [usize; 2]) -> bool {
        let Some(led) = self.leading(Relation::Share, share, words).filter(|led| led.adverb) else { return false };
        let start = self.figures[share].span.start;
        let first = self.tokens.partition_point(|token| token.span.start < led.span.end);
        let end = self.tokens.partition_point(|token| token.span.start < start);
        let comes_to = self.tokens.get(first).is_some_and(|token| {
            self.relations.iter().any(|related| related.relation == Relation::ComesTo && related.span == token.span)
        });
        end > first + 1 && !comes_to && !self.is_known(first, share, of)
    }

    /// Whether a word is a noun that one of the figures counts, a word for all that was counted, or one that stands
    /// before the share already.
    fn is_known(&self, at: usize, share: usize, of: [usize; 2]) -> bool {
        let token = &self.tokens[at];
        let start = self.figures[share].span.start;
        let unit = |index: usize| amount(&self.figures[index]).and_then(|quantity| quantity.unit.as_deref());
        // «بنسبة إنجاز إجمالية 52%» is of more.
        let plain = || {
            let elsewhere = self.follows(Relation::InPlace, share, 0);
            let rest = self.tokens[at + 1..].iter().take_while(|token| token.span.end <= start);
            !elsewhere
                && rest.filter(|token| token.is_word()).all(|word| {
                    self.relations.iter().any(|to| to.relation == Relation::ComesTo && to.span.contains(word.span))
                })
        };
        let counted = self.hits(at).iter().any(|hit| match hit.sense {
            Sense::Noun(noun) => {
                let name = self.lexicon.facts.nouns.get(usize::from(noun.id));
                name.is_some_and(|name| of.iter().any(|index| unit(*index) == Some(name.as_str())))
            }
            _ => false,
        });
        let refers = |related: &Related| related.relation == Relation::InAll && related.span.contains(token.span);
        let stem = |token: &Token| {
            let bare = Knowledge::builtin().bare(token.word);
            bare.without_last(bare.len().saturating_sub(STEM))
        };
        let (own, root) = (stem(token), self.root(token));
        counted
            || self.relations.iter().any(refers)
            || self.tokens.iter().take_while(|token| token.span.end <= start).take(at).any(|one| {
                stem(one) == own || plain() && root.as_ref().is_some_and(|root| self.root(one).as_ref() == Some(root))
            })
    }

    /// The letters that words of one root share: «نجح», «نجاح», «الناجحون»; none where too few are left.
    fn root(&self, token: &Token) -> Option<String> {
        let word = without_article(self.text.get(token.span.start..token.span.end)?);
        let letters: String = word.chars().filter(|letter| !WEAK.contains(letter)).collect();
        (letters.chars().count() >= ROOT).then_some(letters)
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
        let named = |index: usize| {
            let after = self.tokens_after(index);
            let words = self.tokens[after].iter().take_while(|token| token.is_word()).take(2).enumerate();
            let is_noun = |token: &Token| self.is_noun_of(index, token.span.slice(self.text));
            let mut noun = false;
            let sort = move |(at, token): (usize, &Token)| {
                let sort = at == 0 || noun;
                noun = is_noun(token);
                (sort && !has_article(token.word)).then_some(token.word)
            };
            words.filter_map(sort).collect::<SmallVec<[Word; 2]>>()
        };
        let others = named(two);
        let knowledge = Knowledge::builtin();
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
