//! Numbers in words that are names, ordinals, or other words.

use super::{has, is_counted, is_plural, is_time};
use crate::extract::Sentence;
use crate::extract::numeral::{Numeral, Written, begins_with_article};
use crate::lexicon::{Clitics, Exclusion, Form, Kinds, Number, Sense};
use crate::text::{Class, Gap};

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
        _ if has(s, first, Exclusion::Homonym) && one_word => !is_counted(s, end),
        // «تسع» before digits is a verb.
        Some(Number::Unit(_))
            if one_word && (next_digits || clitics.preposition && clitics.letters == 1 && !may_count(s, end)) =>
        {
            true
        }
        // «الثالث عشر».
        Some(Number::Ten)
            if one_word && clitics == Clitics::default() && first > 0 && begins_with_article(s, first - 1) =>
        {
            true
        }
        Some(Number::Hundred(100)) if one_word && clitics.article => true,
        // «ألفا» alone is a name.
        Some(Number::Scale { power: 3, form: Form::Accusative }) if one_word && numeral.other.is_none() => true,
        Some(Number::Scale { form: Form::Singular, .. }) if one_word && clitics.article => !may_count(s, end),
        // «الثالث والعشرين», «القرن العشرين».
        Some(Number::Tens(_)) if clitics.article => {
            clitics.conjunction
                || (first > 0 && begins_with_article(s, first - 1) && !is_plural(s, first - 1) && !is_counted(s, end))
        }
        _ => false,
    }
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
