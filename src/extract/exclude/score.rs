//! Scores of matches, and stars of hotels and parties.

use super::mark::is_list_number;
use super::{follows_noun, has, head_index, is_counted};
use crate::extract::Sentence;
use crate::lexicon::{Exclusion, Hit, Kinds, Sense};
use crate::text::Class;

/// «حزب "5 نجوم"», «فندق 5 نجوم»: a name or a rank.
pub(super) fn is_of_stars(s: &Sentence, first: usize, end: usize) -> bool {
    has(s, end, Exclusion::Stars) && head_index(s, first).is_some_and(|head| has(s, head, Exclusion::StarHead))
}

/// The score of a match in words: «بخمسة أهداف مقابل هدفين», «ثلاثة أهداف نظيفة», «هدفين مقابل ثلاثة».
pub(super) fn is_goals_of_match(s: &Sentence, first: usize, end: usize) -> bool {
    let goals = |at: usize| has(s, at, Exclusion::Goal);
    let against = |at: usize| has(s, at, Exclusion::Against);
    if goals(end) {
        let next = end + 1;
        let number = |at: usize| s.hits_of(at, Kinds::NUMBER).iter().any(|hit| matches!(hit.sense, Sense::Number(_)));
        let to = |hit: &Hit| {
            let score = matches!(hit.sense, Sense::Number(_) | Sense::Exclusion(Exclusion::Goal));
            score && hit.clitics.preposition && !hit.clitics.article
        };
        let facing = against(next) && (goals(next + 1) || number(next + 1) || is_digits(s, next + 1));
        if has(s, next, Exclusion::CleanScore)
            || facing
            || s.hits_of(next, Kinds::NUMBER.or(Kinds::SCORE)).iter().any(to)
        {
            return true;
        }
    }
    first >= 2 && against(first - 1) && goals(first - 2)
}

fn is_digits(s: &Sentence, at: usize) -> bool {
    s.tokens.get(at).is_some_and(|token| token.class == Class::Digits)
}

/// «3- 400 ألف شخص»: the number of a line of a list goes before what is counted.
fn is_of_list(s: &Sentence, first: usize, end: usize) -> bool {
    let counts = end > first + 1 || is_counted(s, end) || follows_noun(s, end);
    first == 2 && is_list_number(s, 0, 1) && s.is_glued(1) && counts
}

/// A dash with digits or «صفر» on its other side, however spaced: «2 - 1», «1- صفر».
pub(super) fn is_in_score(s: &Sentence, first: usize, end: usize) -> bool {
    let dash = |at: usize| s.tokens.get(at).is_some_and(|token| matches!(token.class, Class::Mark('-' | '–')));
    let score =
        |at: usize| s.tokens.get(at).is_some_and(|token| token.class == Class::Digits) || has(s, at, Exclusion::Nil);
    let before = first >= 2 && dash(first - 1) && score(first - 2);
    before && !is_of_list(s, first, end) || dash(end) && score(end + 1)
}
