//! Numbers in words that are names, ordinals, or other words.

use super::{has, is_counted, is_plural, is_time};
use crate::extract::Sentence;
use crate::extract::bound::has_pronoun;
use crate::extract::count::{agrees, follows};
use crate::extract::numeral::{Numeral, Written, begins_with_article};
use crate::lexicon::{Clitics, DateWord, Exclusion, Form, Hit, Kinds, Number, Sense};
use crate::text::{Class, Gap, Token};

pub(super) fn is_word_name(s: &Sentence, numeral: &Numeral) -> bool {
    let (first, end) = (numeral.tokens.start, numeral.tokens.end);
    if numeral.written != Written::Words || numeral.vague {
        return false;
    }
    let one_word = end == first + 1;
    let sense = s.hits_of(first, Kinds::NUMBER).iter().find_map(|hit| match hit.sense {
        Sense::Number(number) if hit.clitics == numeral.clitics => Some(number),
        _ => None,
    });
    let clitics = numeral.clitics;
    let next_digits = s.tokens.get(end).is_some_and(|next| next.class == Class::Digits);
    match sense {
        // «واحد» is not a count, and «الاثنين» is a day.
        Some(Number::Unit(1)) if one_word => true,
        Some(Number::Unit(2)) if one_word => clitics.article,
        _ if has(s, first, Exclusion::Homonym) && one_word => !is_counted(s, end) || !agrees(s, end, numeral.value),
        // «لم تسعَ الثورة»
        Some(Number::Unit(_)) if one_word && first > 0 && has(s, first - 1, Exclusion::BeforeVerb) => true,
        // «تسع» before digits is a verb.
        Some(Number::Unit(_))
            if one_word
                && (next_digits && !clitics.article
                    || clitics.preposition && clitics.letters == 1 && !may_count(s, end)) =>
        {
            true
        }
        // «الثالث عشر».
        Some(Number::Ten)
            if one_word && clitics == Clitics::default() && first > 0 && begins_with_article(s, first - 1) =>
        {
            // «في البلاد عشرة أخصائيين»
            let ordinal = s.begins(first - 1, Kinds::ORDINAL.or(Kinds::YEAR_OF_LIFE));
            ordinal || !agrees(s, end, numeral.value) && !is_sound_plural(s, end)
        }
        Some(Number::Hundred(100)) if one_word && clitics.article => true,
        // «ألفا» alone is a name.
        Some(Number::Scale { power: 3, form: Form::Accusative }) if one_word && numeral.other.is_none() => true,
        Some(Number::Scale { form: Form::Singular, .. }) if one_word && clitics.article => {
            // «للمرة الألف»
            let ordinal = !clitics.preposition && follows_one(s, first) && !is_counted(s, end);
            ordinal || !may_count(s, end) || is_per_mille(s, first)
        }
        // «الثالث والعشرين», «القرن العشرين».
        Some(Number::Tens(_)) if clitics.article => {
            clitics.conjunction || first > 0 && is_of_one(s, first - 1) || follows_one(s, first) && !is_counted(s, end)
        }
        _ => false,
    }
}

/// Whether a definite singular stands before token `at`, whose ordinal this may be: «القرن».
fn follows_one(s: &Sentence, at: usize) -> bool {
    at > 0 && begins_with_article(s, at - 1) && !is_plural(s, at - 1)
}

/// «دورته [التسعين]»: a feminine of the singular with a pronoun, so that what follows is its ordinal.
fn is_of_one(s: &Sentence, at: usize) -> bool {
    let written = s.tokens[at].span.slice(s.text);
    let feminine = ["ته", "تها", "تهم"].iter().any(|ending| written.ends_with(ending));
    let plural = ["اته", "اتها", "اتهم"].iter().any(|ending| written.ends_with(ending));
    feminine && !plural && has_pronoun(s, at)
}

/// Whether an indefinite word at token `at` ends as plurals do: «عشرة أخصائيين».
fn is_sound_plural(s: &Sentence, at: usize) -> bool {
    let ends = |token: &Token| ["ين", "ون", "ات"].iter().any(|ending| token.span.slice(s.text).ends_with(ending));
    follows(s, at) && s.tokens.get(at).is_some_and(ends)
}

/// «33 بالألف», «12 في الألف».
fn is_per_mille(s: &Sentence, at: usize) -> bool {
    let is_in = |hit: &Hit| hit.sense == Sense::Date(DateWord::In);
    let preposition = s.hits_of(at, Kinds::NUMBER).iter().any(|hit| hit.clitics.preposition);
    let number = if preposition {
        at.checked_sub(1)
    } else {
        at.checked_sub(2).filter(|before| s.hits(before + 1).iter().any(is_in))
    };
    number.is_some_and(|number| s.begins(number, Kinds::NUMBER.or(Kinds::DIGITS)))
}

fn may_count(s: &Sentence, at: usize) -> bool {
    is_counted(s, at)
        || is_time(s, at)
        || s.hits_of(at, Kinds::ANY_MONEY).iter().any(|hit| matches!(hit.sense, Sense::Money(_)))
        || s.tokens.get(at).is_some_and(|token| {
            token.class == Class::Arabic
                && token.gap == Gap::Space
                && !has(s, at, Exclusion::Function)
                && s.tokens[at].word.len() > 3
        })
}
