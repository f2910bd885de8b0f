//! Numbers that state no quantity: in names and models, ordinals, on clocks, in scores and lists.
//! In: a numeral and the sentence around it. Out: whether it is one of these.
//! Not here: the words that tell (`rules/lexicon/exclude.toml`).

use super::Sentence;
use super::count;
use super::numeral::{Numeral, Written, begins_with_article};
use crate::lexicon::{Certainty, Clitics, DateWord, Exclusion, Form, Number, Sense};
use crate::text::{Class, Gap, Token, Word};
use rust_decimal::Decimal;
use std::sync::LazyLock;

/// What stands around a numeral.
pub(crate) struct Setting {
    /// Words bound it.
    pub bounded: bool,
    /// A unit follows it: it states a quantity, if it is not a part of a longer mark.
    pub unit: bool,
}

/// Whether the numeral is no quantity.
pub(crate) fn is_name(s: &Sentence, numeral: &Numeral, setting: &Setting) -> bool {
    let (first, end) = (numeral.tokens.start, numeral.tokens.end);
    let digits = s.tokens[first].class == Class::Digits;
    if is_of_stars(s, first, end) {
        return true;
    }
    if digits && is_part_of_mark(s, first, end, setting) || has(s, first, Exclusion::Name) {
        return true;
    }
    if setting.unit {
        return false;
    }
    if has(s, end, Exclusion::Clock) {
        return true;
    }
    if setting.bounded {
        return false;
    }
    if is_goals_of_match(s, first, end) || !numeral.vague && has_head(s, first, numeral) {
        return true;
    }
    match digits {
        true => is_digit_name(s, numeral),
        false => is_word_name(s, numeral),
    }
}

/// «حزب "5 نجوم"», «فندق 5 نجوم»: a name or a rank.
fn is_of_stars(s: &Sentence, first: usize, end: usize) -> bool {
    has(s, end, Exclusion::Stars) && head_index(s, first).is_some_and(|head| has(s, head, Exclusion::StarHead))
}

/// The score of a match in words: «بخمسة أهداف مقابل هدفين», «ثلاثة أهداف نظيفة», «هدفين مقابل ثلاثة».
fn is_goals_of_match(s: &Sentence, first: usize, end: usize) -> bool {
    let goals = |at: usize| has(s, at, Exclusion::Goal);
    let against = |at: usize| has(s, at, Exclusion::Against);
    if goals(end) {
        let next = end + 1;
        let number = |at: usize| s.hits(at).iter().any(|hit| matches!(hit.sense, Sense::Number(_)));
        let to = |hit: &crate::lexicon::Hit| {
            let score = matches!(hit.sense, Sense::Number(_) | Sense::Exclusion(Exclusion::Goal));
            score && hit.clitics.preposition && !hit.clitics.article
        };
        let facing = against(next) && (goals(next + 1) || number(next + 1) || is_digits(s, next + 1));
        if has(s, next, Exclusion::CleanScore) || facing || s.hits(next).iter().any(to) {
            return true;
        }
    }
    first >= 2 && against(first - 1) && goals(first - 2)
}

fn is_digits(s: &Sentence, at: usize) -> bool {
    s.tokens.get(at).is_some_and(|token| token.class == Class::Digits)
}

/// Whether a word after the numeral says that it is counted.
fn is_counted(s: &Sentence, end: usize) -> bool {
    count::is_noun(s, end)
}

/// Digits glued to letters or to other digits by a mark: «GPT-4», «2-1», «18:9», «1- », «فرانس24».
fn is_part_of_mark(s: &Sentence, first: usize, end: usize, setting: &Setting) -> bool {
    let token = &s.tokens[first];
    if is_list_number(s, first, end) {
        return true;
    }
    if let Some(left) = first.checked_sub(1).map(|at| &s.tokens[at])
        && token.gap == Gap::None
    {
        match left.class {
            Class::Latin => return true,
            // «(300 مليون جنيه/424 مليون يورو)»
            Class::Mark('/') if setting.unit => {}
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

/// Whether the mark at token `at` is glued to what stands before it.
fn joins(s: &Sentence, at: usize) -> bool {
    s.is_glued(at) && at > 0 && !matches!(s.tokens[at - 1].class, Class::Mark('(' | '"' | '«' | '[' | '“' | ',' | '،'))
}

/// «1- », «1.», «2)», «03 » at the start of a line, and «2- » after a gap.
fn is_list_number(s: &Sentence, first: usize, end: usize) -> bool {
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
    let word = s.tokens[at].word;
    word.len() <= 3 && count::is_clitic(word)
        || s.hits(at).iter().any(|hit| matches!(hit.sense, Sense::Bound(_) | Sense::Exclusion(Exclusion::Function)))
}

/// The token before the numeral that could be its head, past an opening bracket or quote and a lone «ال».
fn head_index(s: &Sentence, first: usize) -> Option<usize> {
    let mut at = first.checked_sub(1)?;
    for _ in 0..2 {
        let skip = match s.tokens[at].class {
            Class::Mark('(' | '"' | '«' | '“' | '#' | ':' | '/') => true,
            Class::Arabic => s.is_glued(at + 1) && count::is_article(s.tokens[at].word),
            _ => false,
        };
        if !skip {
            break;
        }
        at = at.checked_sub(1)?;
    }
    Some(at)
}

/// Whether a word before the numeral makes it a name: «رقم 5», «المادة (5)», «آيفون 8», «مجموعة السبع».
fn has_head(s: &Sentence, first: usize, numeral: &Numeral) -> bool {
    let Some(head) = head_index(s, first) else { return false };
    let found = |wanted: fn(&crate::lexicon::Hit) -> bool| {
        (1..=3).any(|tokens| {
            let Some(from) = (head + 1).checked_sub(tokens) else { return false };
            s.hits(from).iter().any(|hit| hit.tokens == tokens && wanted(hit))
        })
    };
    if found(|hit| hit.sense == Sense::Exclusion(Exclusion::Head)) {
        return true;
    }
    let bare = numeral.written == Written::Digits && numeral.tokens.len() == 1 && !is_counted(s, numeral.tokens.end);
    if bare && found(|hit| hit.sense == Sense::Exclusion(Exclusion::LooseHead)) {
        return true;
    }
    if found(|hit| hit.sense == Sense::Exclusion(Exclusion::Model)) && !is_counted(s, numeral.tokens.end) {
        return true;
    }
    let definite = numeral.clitics.article || first > 0 && count::is_article(s.tokens[first - 1].word);
    definite && found(|hit| hit.sense == Sense::Exclusion(Exclusion::Group) && !hit.clitics.article)
}

fn is_digit_name(s: &Sentence, numeral: &Numeral) -> bool {
    let (first, end) = (numeral.tokens.start, numeral.tokens.end);
    // A day of a month that is no date is a name: «ثورة 25 يناير».
    let month = |hit: &crate::lexicon::Hit| match hit.sense {
        Sense::Date(DateWord::Month(name)) => name.certainty == Certainty::Sure && hit.clitics == Clitics::default(),
        _ => false,
    };
    if s.hits(end).iter().any(month) {
        return true;
    }
    if is_in_score(s, first, end)
        || is_after_name(s, first, end)
        || is_bracketed(s, numeral)
        || is_last_of_title(s, first, end)
    {
        return true;
    }
    let token = &s.tokens[first];
    let text = token.span.slice(s.text);
    let single = end == first + 1;
    // «1080 (Full HD)»
    let counted = is_counted(s, end);
    let latin = |at: usize| s.tokens.get(at).is_some_and(|token| token.class == Class::Latin);
    if single && !counted && s.is_mark(end, '(') && latin(end + 1) {
        return true;
    }
    // «06», «007»: a serial number; «0» alone and «0.5» are not.
    if single && text.chars().count() > 1 && text.starts_with(['0', '٠', '۰']) {
        return true;
    }
    if single && !counted && is_year(numeral.value) && text.chars().count() == 4 {
        return true;
    }
    let before = first.checked_sub(1).map(|at| &s.tokens[at]);
    // One Latin letter is a sign of multiplication: «2160 x 1080».
    let latin = |token: &Token| token.class == Class::Latin && token.word.len() > 1;
    let after_latin = before.is_some_and(|before| latin(before) && token.gap <= Gap::Space);
    let before_latin = s.tokens.get(end).is_some_and(|next| latin(next) && next.gap <= Gap::Space);
    let marked = !single && numeral.value >= Decimal::ONE_THOUSAND;
    if (after_latin || before_latin) && !counted && !marked && !follows_noun(s, end) {
        return true;
    }
    is_definite_ordinal(s, first, end)
}

/// A dash with digits or «صفر» on its other side, however spaced: «2 - 1», «1- صفر».
fn is_in_score(s: &Sentence, first: usize, end: usize) -> bool {
    let dash = |at: usize| s.tokens.get(at).is_some_and(|token| matches!(token.class, Class::Mark('-' | '–')));
    let score = |at: usize| s.tokens.get(at).is_some_and(|token| token.class == Class::Digits || token.word == *ZERO);
    let before = first >= 2 && dash(first - 1) && score(first - 2);
    before || dash(end) && score(end + 1)
}

static ZERO: LazyLock<Word> = LazyLock::new(|| Word::of("صفر"));

/// Digits joined to digits that were refused: «الدقيقتين 74 و89».
fn is_after_name(s: &Sentence, first: usize, end: usize) -> bool {
    let joined = first >= 2 && (s.is_and(first - 1) || s.is_mark(first - 1, ',') || s.is_mark(first - 1, '،'));
    joined
        && s.tokens[first - 2].class == Class::Digits
        && !s.is_taken(first - 2)
        && !is_counted(s, end)
        && !follows_noun(s, end)
}

/// A short bare number in brackets: the minute of a goal, a page, a rank. One that says again a figure before it
/// («خمسين (50) شخصا») or stands before its noun does count.
fn is_bracketed(s: &Sentence, numeral: &Numeral) -> bool {
    let (first, end) = (numeral.tokens.start, numeral.tokens.end);
    let short = numeral.tokens.len() == 1 && s.tokens[first].span.slice(s.text).chars().count() <= 5;
    if !short || numeral.scale > Decimal::ONE {
        return false;
    }
    let opens = first > 0 && s.is_mark(first - 1, '(');
    let closes = s.is_mark(end, ')');
    let again = opens && first >= 2 && s.is_taken(first - 2);
    let listed = |at: usize| {
        s.tokens.get(at).is_some_and(|token| matches!(token.class, Class::Mark(',' | '،' | '+')) || token.word == *AND)
    };
    let in_list = opens && listed(end) || closes && first > 0 && listed(first - 1);
    let noun = is_counted(s, end) || closes && count::agrees(s, end + 1, numeral.value);
    (opens && closes || in_list && !follows_noun(s, end)) && !again && !noun
}

static AND: LazyLock<Word> = LazyLock::new(|| Word::of("و"));

/// How many tokens back a title may begin.
const TITLE: usize = 6;

/// The last word of a title in quotes: «"درع الخليج 1"».
fn is_last_of_title(s: &Sentence, first: usize, end: usize) -> bool {
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

/// Whether an indefinite Arabic word follows that no list knows, and may be counted.
fn follows_noun(s: &Sentence, end: usize) -> bool {
    count::noun_at(s, end, true).is_some()
}

fn is_year(value: Decimal) -> bool {
    value >= Decimal::from(1800) && value <= Decimal::from(2100)
}

/// «الدورة الـ40»: a definite number after a definite singular is its ordinal; after a plural it counts.
fn is_definite_ordinal(s: &Sentence, first: usize, end: usize) -> bool {
    let Some(article) = first.checked_sub(1) else { return false };
    let definite = count::is_article(s.tokens[article].word) && s.tokens[article].gap != Gap::None;
    if !definite || is_counted(s, end) || is_time(s, end) {
        return false;
    }
    article > 0 && s.tokens[article - 1].class == Class::Arabic && !is_plural(s, article - 1)
}

fn is_time(s: &Sentence, at: usize) -> bool {
    s.hits(at).iter().any(|hit| matches!(hit.sense, Sense::Time(_)) && hit.clitics == Clitics::default())
}

fn is_plural(s: &Sentence, at: usize) -> bool {
    s.hits(at).iter().any(|hit| match hit.sense {
        Sense::Time(time) => time.form == Form::Plural,
        Sense::Noun(noun) => noun.plural,
        _ => false,
    })
}

fn is_word_name(s: &Sentence, numeral: &Numeral) -> bool {
    let (first, end) = (numeral.tokens.start, numeral.tokens.end);
    if numeral.written != Written::Words || numeral.vague {
        return false;
    }
    let one_word = end == first + 1;
    let sense = s.hits(first).iter().find_map(|hit| match hit.sense {
        Sense::Number(number) if hit.clitics == numeral.clitics => Some(number),
        _ => None,
    });
    let clitics = numeral.clitics;
    let next_digits = s.tokens.get(end).is_some_and(|next| next.class == Class::Digits);
    match sense {
        // «واحد» is not a count, and «الاثنين» is a day.
        Some(Number::Unit(1)) if one_word => true,
        Some(Number::Unit(2)) if one_word => clitics.article || !is_free_two(s, first, end),
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

/// «اثنان» counts by itself; after a noun («لاعبين اثنين») it only stresses the dual.
fn is_free_two(s: &Sentence, first: usize, end: usize) -> bool {
    let Some(before) = first.checked_sub(1) else { return true };
    let dual = s.tokens[before].class == Class::Arabic && {
        let text = s.tokens[before].span.slice(s.text);
        text.ends_with("ين") || text.ends_with("ان")
    };
    !dual || is_counted(s, end)
}

fn may_count(s: &Sentence, at: usize) -> bool {
    is_counted(s, at)
        || is_time(s, at)
        || s.hits(at).iter().any(|hit| matches!(hit.sense, Sense::Money(_)))
        || s.tokens.get(at).is_some_and(|token| {
            token.class == Class::Arabic
                && token.gap == Gap::Space
                && !has(s, at, Exclusion::Function)
                && s.tokens[at].word.len() > 3
        })
}

/// Whether a word of this sense begins at token `at`.
pub(crate) fn has(s: &Sentence, at: usize, wanted: Exclusion) -> bool {
    s.hits(at).iter().any(|hit| hit.sense == Sense::Exclusion(wanted))
}
