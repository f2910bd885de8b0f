//! Of what a figure is a share, and where.

use super::{Clause, Related, amount, has_article};
use crate::align::knowledge::Knowledge;
use crate::lexicon::{Relation, Sense};
use crate::text::Token;
use crate::text::letters::without_article;

/// How many letters of a word tell it from others, whatever its ending.
const STEM: usize = 4;
/// Letters of a root at the least, and letters that come and go in its words.
const ROOT: usize = 3;
const WEAK: [char; 12] = ['ا', 'أ', 'إ', 'آ', 'و', 'ي', 'ى', 'ة', 'ت', 'م', 'ئ', 'ء'];

impl Clause<'_> {
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
}
