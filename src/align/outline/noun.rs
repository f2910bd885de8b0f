//! Nouns: what a figure counts, and the unit that it is measured in.
//! Not here: what else is said of it (`frame/`).

use super::sentence::{Page, Sentence};
use crate::align::knowledge::{Knowledge, Unit};
use crate::align::reading::Token;
use crate::lexicon::{Clitics, clitics};
use crate::text::stem::{self, Stem};
use crate::text::{Class, Word};
use smallvec::SmallVec;
use std::ops::Range;

#[derive(Clone, Copy)]
pub(super) struct Noun {
    /// Its stem.
    pub stem: Stem,
    /// The unit that it begins the name of, and how many words that has.
    pub unit: Option<(Unit, usize)>,
}

/// The counted noun: the first content word after the number, or the one that the number follows.
pub(super) fn noun(page: &Page<'_>, sentence: &Sentence, range: &Range<usize>, knowledge: &Knowledge) -> Option<Noun> {
    let tokens = page.tokens(sentence);
    if let Some(at) = counted_before(page, sentence, range, knowledge) {
        return page.word(sentence, at).map(|word| Noun { stem: stem::of_bare(word.bare()), unit: None });
    }
    for at in number_end(page, sentence, range, knowledge)..(range.end + 2).min(tokens.len()) {
        let Some(word) = page.word(sentence, at) else {
            if at >= range.end {
                break;
            }
            continue;
        };
        if knowledge.is_deed(word.word) {
            return None;
        }
        let words = (at..tokens.len()).filter_map(|at| page.word(sentence, at)).map(|word| word.bare());
        let words: SmallVec<[Word; 3]> = words.take(3).collect();
        let stem = stem::of_bare(word.bare());
        if let Some(unit) = knowledge.unit(&words) {
            return Some(Noun { stem, unit: Some(unit) });
        }
        // A verb or a preposition after the figure is not what is counted.
        if !word.meaning.is_stop() {
            return Some(Noun { stem, unit: None });
        }
    }
    None
}

/// Where the number of a figure ends. What stands before it bounds it: «تخطى ثمانية ملايين».
fn number_end(page: &Page<'_>, sentence: &Sentence, range: &Range<usize>, knowledge: &Knowledge) -> usize {
    let tokens = page.tokens(sentence);
    let is_number = |at: &usize| {
        let word = page.word(sentence, *at).map(|word| word.bare());
        tokens[*at].class == Class::Digits || word.is_some_and(|word| knowledge.is_number(word))
    };
    range.clone().rev().find(is_number).map_or(range.start, |at| at + 1)
}

/// The noun that a number follows: «التهم الـ12», «الدول الخمس», «مصريين اثنين».
fn counted_before(page: &Page<'_>, sentence: &Sentence, range: &Range<usize>, knowledge: &Knowledge) -> Option<usize> {
    let tokens = page.tokens(sentence);
    let number = tokens.get(range.start)?;
    let mut at = range.start.checked_sub(1)?;
    let article = |token: &Token| knowledge.is_definite(token.word) && token.word.len() == ARTICLE;
    let joined = article(&tokens[at]) && number.class == Class::Digits;
    if joined {
        at = at.checked_sub(1)?;
    }
    let noun = &tokens[at];
    // «ألف» and «آلاف» begin as the article does.
    let definite = joined || knowledge.is_definite(number.word) && !knowledge.is_number(number.word);
    let fits = noun.class == Class::Arabic && !knowledge.is_stop(noun.word);
    // «والدول الخمس», «بالدول الخمس»
    let after_clitic = || {
        let rest = |way: &Clitics| noun.word.len().saturating_sub(usize::from(way.letters));
        clitics(noun.word).iter().any(|way| way.article && rest(way) >= SHORTEST)
    };
    let agrees = match definite {
        true => knowledge.is_definite(noun.word) || after_clitic(),
        false => range.len() == 1 && knowledge.is_two(number.word),
    };
    (fits && agrees).then_some(at)
}

/// No noun that is counted has fewer letters.
const SHORTEST: usize = 3;

/// The letters of the article.
const ARTICLE: usize = 2;
