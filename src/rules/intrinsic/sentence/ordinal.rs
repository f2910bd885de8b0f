//! Which anniversary of something is told between two figures: «الذكرى الخمسين», «الذكرى الـ51», «الذكرى الحادية والخمسين».

use super::{Clause, has_few_words};
use crate::lexicon::{Number, Relation, Sense, TimePhrase};
use crate::text::affix::ARTICLE;
use crate::text::letters::ends_in_pronoun;
use crate::text::{self, COMMAS, Class, Word};
use std::sync::LazyLock;

/// The article standing alone, as before digits.
static ALONE: LazyLock<Word> = LazyLock::new(|| Word::of(ARTICLE));

impl Clause<'_> {
    /// The number of the one anniversary between two figures, with so few words before it and after it.
    pub(in crate::rules::intrinsic) fn anniversary_between(
        &self,
        one: usize,
        two: usize,
        before: usize,
        after: usize,
    ) -> Option<u16> {
        let (from, to) = (self.figures[one].span.end, self.figures[two].span.start);
        let within = |end: usize| end > from && end <= to;
        let feasts = self.relations.iter().filter(|feast| feast.relation == Relation::Anniversary);
        let feast = feasts
            .filter(|feast| feast.span.start >= from && within(feast.span.end))
            .max_by_key(|feast| feast.span.end)?;
        let first = self.tokens.partition_point(|token| token.span.start < feast.span.end);
        let (number, next) = self.ordinal(first)?;
        let end = self.tokens[next - 1].span.end;
        let gaps = [self.text.get(from..feast.span.start)?, self.text.get(end..to)?];
        let near = has_few_words(gaps[0], before) && has_few_words(gaps[1], after);
        let one_thought = gaps.iter().all(|gap| !gap.contains(['\n', '؛', '.']));
        let of_it = gaps[1].trim_start_matches(['"', '»', ' ']).starts_with('ل');
        (near && one_thought && of_it && !gaps[1].contains(COMMAS)).then_some(number)
    }

    /// As much, where what is remembered was told before: «1974، وتحتفل في 2024 بالذكرى الخمسين لتأسيسها».
    pub(in crate::rules::intrinsic) fn anniversary_after(&self, day: usize, before: usize) -> Option<u16> {
        let from = self.figures[day].span.end;
        let feast = self.of(Relation::Anniversary).find(|feast| feast.span.start >= from)?;
        let first = self.tokens.partition_point(|token| token.span.start < feast.span.end);
        let (number, next) = self.ordinal(first)?;
        let (gap, rest) = (self.text.get(from..feast.span.start)?, self.tokens.get(next)?);
        let near = has_few_words(gap, before) && !gap.contains(['\n', '؛', '.']);
        let of_it = rest.span.slice(self.text).starts_with('ل') && ends_in_pronoun(rest.span.slice(self.text));
        (near && of_it).then_some(number)
    }

    /// The ordinal whose words begin at a token, and where they end.
    fn ordinal(&self, at: usize) -> Option<(u16, usize)> {
        let token = self.tokens.get(at)?;
        if token.word == *ALONE && self.tokens.get(at + 1).is_some_and(|next| next.class == Class::Digits) {
            return self.ordinal(at + 1);
        }
        if token.class == Class::Digits {
            let digits = text::digits(self.text, token);
            let number = digits.take(3).fold(0, |number, digit| number * 10 + u16::from(digit - b'0'));
            return (number > 0).then_some((number, at + 1));
        }
        let tens = |at: usize, joined: bool| {
            let hits = if at < self.tokens.len() { self.hits(at) } else { Vec::new() };
            hits.into_iter().find_map(|hit| match hit.sense {
                Sense::Number(Number::Tens(tens)) if hit.clitics.article && hit.clitics.conjunction == joined => {
                    Some(u16::from(tens))
                }
                _ => None,
            })
        };
        if let Some(tens) = tens(at, false) {
            return Some((tens, at + 1));
        }
        let units = self.hits(at).into_iter().filter_map(|hit| match hit.sense {
            Sense::TimePhrase(TimePhrase::YearOfLife(unit)) if hit.clitics.article => {
                Some((u16::from(unit), hit.tokens))
            }
            _ => None,
        });
        let (unit, taken) = units.max_by_key(|(_, taken)| *taken)?;
        match tens(at + taken, true).filter(|_| unit < 10) {
            Some(tens) => Some((unit + tens, at + taken + 1)),
            // «الحادية» alone is no number.
            None => (unit > 1).then_some((unit, at + taken)),
        }
    }
}
