//! Digits that are a part of something written: of a code, a date, an address, a list, a title.

use super::{Setting, is_counted};
use crate::extract::{Sentence, count, sign};
use crate::lexicon::{Exclusion, Kinds, Sense};
use crate::text::{Class, Gap, Token};

/// How many tokens back a title may begin.
const TITLE: usize = 6;

/// Digits glued to letters or to other digits by a mark: «GPT-4», «2-1», «18:9», «1- », «فرانس24».
pub(super) fn is_part_of_mark(s: &Sentence, first: usize, end: usize, setting: &Setting) -> bool {
    let token = &s.tokens[first];
    if is_list_number(s, first, end) {
        return true;
    }
    if let Some(left) = first.checked_sub(1).map(|at| &s.tokens[at])
        && token.gap == Gap::None
    {
        match left.class {
            Class::Latin => return true,
            // «(300 مليون جنيه/424 مليون يورو)», not «3/4 مليون».
            Class::Mark('/') if setting.unit && !is_after_digits(s, first - 1) => {}
            Class::Arabic if !is_prefix(s, first - 1) && !setting.unit && !is_counted(s, end) => return true,
            Class::Mark('-' | '–' | '_' | '/' | '\\' | ':' | '@' | '#' | '=' | '&' | '.' | '+')
                if joins(s, first - 1) =>
            {
                return true;
            }
            Class::Mark('@' | '#' | '_') => return true,
            _ => {}
        }
    }
    let Some(right) = s.tokens.get(end).filter(|right| right.gap == Gap::None) else { return false };
    let glued =
        |class: fn(&Token) -> bool| s.tokens.get(end + 1).is_some_and(|next| next.gap == Gap::None && class(next));
    match right.class {
        Class::Latin => !setting.unit,
        Class::Mark('-' | '–' | '/' | ':' | '_' | '\\' | '+') => {
            // «كم/ساعة» begins with a word, «2-1» and «24/7» with digits.
            glued(|next| next.class == Class::Digits || next.class == Class::Latin)
                || (right.is_mark(':') && glued(Token::is_word))
                || (right.is_mark('-') && glued(|next| next.class == Class::Arabic))
        }
        Class::Digits => true,
        _ => false,
    }
}

/// Whether the mark at token `at` is glued to digits before it.
fn is_after_digits(s: &Sentence, at: usize) -> bool {
    s.is_glued(at) && s.tokens[at - 1].class == Class::Digits
}

/// Whether the mark at token `at` is glued to what stands before it; «بـ-5» has a sign of its own.
fn joins(s: &Sentence, at: usize) -> bool {
    let parts = |before: &Token| match before.class {
        Class::Mark('(' | '"' | '«' | '[' | '“') => true,
        comma if comma.is_comma() => true,
        _ => sign::is_sign(s.tokens[at].class) && sign::is_drawn_out(s, at - 1),
    };
    s.is_glued(at) && at > 0 && !parts(&s.tokens[at - 1])
}

/// «1- », «1.», «2)», «03 » at the start of a line, and «2- » after a gap.
pub(super) fn is_list_number(s: &Sentence, first: usize, end: usize) -> bool {
    let text = s.tokens[first].span.slice(s.text);
    let short = end == first + 1 && text.chars().count() <= 2;
    if !short || s.is_glued(first) {
        return false;
    }
    let starts = first == 0;
    let next = s.tokens.get(end);
    let after = s.tokens.get(end + 1);
    let spaced = |after: Option<&Token>| after.is_none_or(|after| after.gap != Gap::None);
    match next {
        None => false,
        Some(next) if next.gap == Gap::None => match next.class {
            Class::Mark('-' | '–') => spaced(after),
            Class::Mark(')') => starts,
            Class::Mark('.') => starts && after.is_none_or(|after| after.class != Class::Digits),
            Class::Mark(':') => starts && spaced(after),
            _ => false,
        },
        Some(next) => {
            let zero = text.starts_with(['0', '٠', '۰']) && text.chars().count() == 2;
            let dash = matches!(next.class, Class::Mark('-' | '–' | '*' | '|')) && spaced(after);
            starts && (zero || dash)
        }
    }
}

/// Whether the word glued before digits is only what may be glued there: «بـ3», «وال5», «نحو200».
fn is_prefix(s: &Sentence, at: usize) -> bool {
    // «إم.آي6» is no «أي 6».
    if s.tokens[at].span.slice(s.text).starts_with('آ') {
        return false;
    }
    let word = s.tokens[at].word;
    word.len() <= 3 && count::is_clitic(word)
        || s.hits_of(at, Kinds::BOUND.or(Kinds::FUNCTION))
            .iter()
            .any(|hit| matches!(hit.sense, Sense::Bound(_) | Sense::Exclusion(Exclusion::Function)))
}

/// The last word of a title in quotes: «"درع الخليج 1"».
pub(super) fn is_last_of_title(s: &Sentence, first: usize, end: usize) -> bool {
    let quote = |at: usize| {
        s.tokens
            .get(at)
            .is_some_and(|token| matches!(token.class, Class::Mark('"' | '»' | '«' | '”' | '“' | '\'' | '’' | '‘')))
    };
    if !quote(end) || s.tokens[end].gap != Gap::None {
        return false;
    }
    let from = first.saturating_sub(TITLE);
    let word = |at: usize| s.tokens[at].is_word();
    let opening = (from..first).rev().take_while(|at| word(*at) || quote(*at)).find(|at| quote(*at));
    opening.is_some_and(|opening| opening + 1 < first)
}
