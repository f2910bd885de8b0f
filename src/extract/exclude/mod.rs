//! Numbers that state no quantity: in names and models, ordinals, on clocks, in scores and lists.
//! In: a numeral and the sentence around it. Out: whether it is one of these.
//! Not here: the words that tell (`rules/lexicon/exclude.toml`).

mod mark;
mod score;
mod word;

use super::Sentence;
use super::bound;
use super::count;
use super::duration;
use super::habit::Counted;
use super::numeral::{self, Numeral, Written};
use super::rate;
use crate::lexicon::{
    Bounding, Certainty, Clitics, DateWord, Exclusion, Form, Hit, Kinds, Lexicon, Number, Sense, TimePhrase, TimeUnit,
};
use crate::text::{Class, Gap, Token};
use rust_decimal::Decimal;

/// How many tokens before the minutes of an hour the word for it stands.
const HOUR: usize = 3;

/// What stands around a numeral.
pub(crate) struct Setting {
    /// Words bound it.
    pub bounded: bool,
    /// A unit follows it: it states a quantity, if it is not a part of a longer mark.
    pub unit: bool,
}

/// Whether the numeral is no quantity.
pub(crate) fn is_name(s: &Sentence, lexicon: &Lexicon, numeral: &Numeral, setting: &Setting) -> bool {
    let (first, end) = (numeral.tokens.start, numeral.tokens.end);
    let digits = s.tokens[first].class == Class::Digits;
    if score::is_of_stars(s, first, end) {
        return true;
    }
    if digits && mark::is_part_of_mark(s, first, end, setting) || has(s, first, Exclusion::Name) {
        return true;
    }
    if is_title_of_work(s, first) || digits && is_abroad_phone(s, first) {
        return true;
    }
    if setting.unit {
        return false;
    }
    // «قيمة الواحدة منها»: one of them, whichever.
    let one = numeral.value == Decimal::ONE && numeral.written == Written::Words && numeral.clitics.article;
    if one || has(s, end, Exclusion::Clock) {
        return true;
    }
    if setting.bounded {
        return false;
    }
    let head = || !numeral.vague && has_head(s, first, numeral) && !is_of_members(s, lexicon, first, end);
    if score::is_goals_of_match(s, first, end) || head() {
        return true;
    }
    match digits {
        true => is_digit_name(s, lexicon, numeral),
        false => word::is_word_name(s, numeral),
    }
}

/// «الساعة التاسعة وخمس وثلاثين دقيقة», «الساعة التاسعة إلا دقيقتين»: whether what begins at token `first`, joined by «و» or not,
/// are the minutes of an hour.
pub(crate) fn is_after_the_hour(s: &Sentence, first: usize, joined: bool) -> bool {
    let hour = |hit: &Hit| {
        matches!(hit.sense, Sense::Time(time) if time.unit == TimeUnit::Hour && time.form == Form::Singular)
            && hit.clitics.article
            && !hit.clitics.conjunction
    };
    let told = |at: usize| s.hits_of(at, Kinds::TIME).iter().any(hour);
    let minus = |at: usize| s.hits_of(at, Kinds::NUMBER).iter().any(|hit| hit.sense == Sense::Number(Number::Minus));
    let first = if !joined && first > 0 && minus(first - 1) { first - 1 } else { first };
    let named = first.checked_sub(1).is_some_and(|at| s.tokens[at].is_word() && !told(at));
    (joined || minus(first)) && named && (first.saturating_sub(HOUR)..first - 1).any(told)
}

/// Whether a quotation opens before the numeral, after the word for a work: «برنامج "60 دقيقة"».
fn is_title_of_work(s: &Sentence, first: usize) -> bool {
    let opens = first >= 2 && matches!(s.tokens[first - 1].class, Class::Mark('"' | '«' | '“'));
    opens && has(s, first - 2, Exclusion::Work)
}

/// Whether a word after the numeral says that it is counted.
fn is_counted(s: &Sentence, end: usize) -> bool {
    count::is_noun(s, end)
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
    let found = |wanted: fn(&Hit) -> bool| {
        (1..=3).any(|tokens| {
            let Some(from) = (head + 1).checked_sub(tokens) else { return false };
            s.hits_of(from, Kinds::NAMING).iter().any(|hit| hit.tokens == tokens && wanted(hit))
        })
    };
    if found(|hit| hit.sense == Sense::Exclusion(Exclusion::Head)) {
        return true;
    }
    let end = numeral.tokens.end;
    let closing = usize::from(s.is_mark(end - 1, ')'));
    // «هاتف: 71 200 300»
    let spaced = || (first + 1..end - closing).all(|at| s.tokens[at].class == Class::Digits);
    let bare = numeral.written == Written::Digits && spaced() && !is_counted(s, end);
    if bare && found(|hit| hit.sense == Sense::Exclusion(Exclusion::LooseHead)) {
        return true;
    }
    if found(|hit| hit.sense == Sense::Exclusion(Exclusion::Model)) && !is_counted(s, numeral.tokens.end) {
        return true;
    }
    let definite = numeral.clitics.article || first > 0 && count::is_article(s.tokens[first - 1].word);
    definite && found(|hit| hit.sense == Sense::Exclusion(Exclusion::Group) && !hit.clitics.article)
}

fn is_digit_name(s: &Sentence, lexicon: &Lexicon, numeral: &Numeral) -> bool {
    let (first, end) = (numeral.tokens.start, numeral.tokens.end);
    // A day of a month that is no date is a name: «ثورة 25 يناير».
    let month = |hit: &Hit| match hit.sense {
        Sense::Date(DateWord::Month(name)) => name.certainty == Certainty::Sure && hit.clitics == Clitics::default(),
        _ => false,
    };
    if s.hits_of(end, Kinds::MONTH).iter().any(month) {
        return true;
    }
    if score::is_in_score(s, first, end)
        || is_issue(s, first, end)
        || is_lone_phone(s, first, end)
        || is_after_name(s, first, end)
        || is_bracketed(s, numeral)
        || mark::is_last_of_title(s, first, end)
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
    // «06», «007»: a serial number; «0» alone, «0.5» and «08 أشخاص», as in the Maghreb, are not.
    let few = || text.chars().count() == 2 && numeral.value > Decimal::TWO && count::agrees(s, end, numeral.value);
    if single && text.chars().count() > 1 && text.starts_with(['0', '٠', '۰']) && !few() {
        return true;
    }
    let no_year = || rate::is_no_year(s, first, end) || is_left(s, first, end) || is_of_many(s, end);
    if single && !counted && is_year(numeral.value) && text.chars().count() == 4 && !no_year() {
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
    is_definite_ordinal(s, lexicon, first, end)
}

/// Whether a line or a mark stands at token `at`, or nothing more.
fn ends_at(s: &Sentence, at: usize) -> bool {
    s.tokens.get(at).is_none_or(|next| next.gap >= Gap::Line || matches!(next.class, Class::Mark(_)))
}

/// «مجلة الميناء – العدد 40»: which issue it is.
fn is_issue(s: &Sentence, first: usize, end: usize) -> bool {
    let Some(head) = first.checked_sub(1).filter(|_| end == first + 1) else { return false };
    let issue = |hit: &Hit| {
        let bare = hit.clitics.article && !hit.clitics.conjunction && !hit.clitics.preposition;
        hit.sense == Sense::Exclusion(Exclusion::Counting) && hit.tokens == 1 && bare
    };
    let begins = head == 0 || s.tokens[head].gap >= Gap::Line || matches!(s.tokens[head - 1].class, Class::Mark(_));
    begins && ends_at(s, end) && s.hits_of(head, Exclusion::Counting.kind()).iter().any(issue)
}

/// How the digits of a telephone number stand together in the Maghreb.
const PHONE: [usize; 3] = [2, 3, 3];

/// «غرفة العمليات: 71 200 300» as the rest of a line, where its first words name nothing that is counted.
fn is_lone_phone(s: &Sentence, first: usize, end: usize) -> bool {
    let label = first.checked_sub(1).is_some_and(|mark| s.is_mark(mark, ':'));
    let last = s.tokens.get(end).is_none_or(|next| next.gap >= Gap::Line);
    let grouped = end - first == PHONE.len()
        && PHONE.iter().zip(first..).all(|(digits, at)| s.tokens[at].span.slice(s.text).chars().count() == *digits);
    label && last && grouped && count::counted(s, first..end) == Counted::Bare
}

/// Groups of digits of a telephone number at the least, where that of a country is one of them.
const GROUPS: usize = 3;
/// And at the most.
const MOST_GROUPS: usize = 8;

/// «+962 6 555 0147», «00962 6 555 0147»: the number of a country begins them.
fn is_abroad_phone(s: &Sentence, first: usize) -> bool {
    let joined = |at: usize| {
        let two = at.checked_sub(1).map(|before| (&s.tokens[before], &s.tokens[at]));
        two.is_some_and(|(before, own)| {
            (before.class, own.class) == (Class::Digits, Class::Digits) && own.gap == Gap::Space
        })
    };
    let begin = (first.saturating_sub(MOST_GROUPS)..=first).rev().find(|at| !joined(*at)).unwrap_or(first);
    let more = (begin + 1..begin + MOST_GROUPS).take_while(|at| *at < s.tokens.len() && joined(*at)).count();
    let plus = begin > 0 && s.is_mark(begin - 1, '+') && s.is_glued(begin);
    let zeros = || s.tokens[begin].span.slice(s.text).starts_with("00");
    more + 1 >= GROUPS && (plus || zeros())
}

/// Digits joined to digits that were refused: «الدقيقتين 74 و89».
fn is_after_name(s: &Sentence, first: usize, end: usize) -> bool {
    let joined = first >= 2 && (s.is_and(first - 1) || s.is_comma(first - 1));
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
    if opens && is_led_bracket(s, first - 1, end) {
        return false;
    }
    let again = opens && first >= 2 && s.is_taken(first - 2);
    let listed = |at: usize| s.is_comma(at) || s.is_mark(at, '+') || s.is_and(at);
    let in_list = opens && listed(end) || closes && first > 0 && listed(first - 1);
    // «(81) ثمانية عشر عضوا», but «سجل سامر (35) أحد عشر هدفا»: the same digits are no chance.
    let digits = |value: Decimal| {
        let mut digits = value.normalize().to_string().into_bytes();
        digits.sort_unstable();
        digits
    };
    let swapped =
        |value: Decimal| value >= Decimal::TEN && value != numeral.value && digits(value) == digits(numeral.value);
    let spelled = || {
        let next = numeral::at(s, end + 1).filter(|next| next.written == Written::Words && !next.vague);
        next.is_some_and(|next| next.clitics == Clitics::default() && swapped(next.value))
    };
    let noun = is_counted(s, end) || closes && (count::agrees(s, end + 1, numeral.value) || opens && spelled());
    (opens && closes || in_list && !follows_noun(s, end)) && !again && !noun
}

/// Whether a number in brackets that open at token `open` belongs to what leads to it: «تتسع لـ(310) ركاب», and as the
/// whole of a line «المحطات العاملة: (64)».
pub(crate) fn is_led_bracket(s: &Sentence, open: usize, end: usize) -> bool {
    let Some(before) = open.checked_sub(1) else { return false };
    let end = if s.is_mark(end, ')') { end + 1 } else { end };
    let glued =
        s.is_glued(open) && count::is_clitic(s.tokens[before].word) && !count::is_article(s.tokens[before].word);
    glued || s.is_mark(before, ':') && ends_at(s, end)
}

/// Whether a number in brackets from token `open` up to `end` counts what was told before, where the text has such numbers:
/// «غادر منهم (24) بعد العلاج».
pub(crate) fn is_told_bracket(s: &Sentence, open: usize, end: usize) -> bool {
    let Some(before) = open.checked_sub(1) else { return false };
    let of_them = [Exclusion::Counting, Exclusion::Part, Exclusion::Rate].into_iter().any(|told| has(s, before, told));
    let year = end == open + 3 && s.tokens[open + 1].span.slice(s.text).chars().count() == 4;
    let goes_on = || has(s, end, Exclusion::Function) || count::is_joined(s, end) || ends_at(s, end);
    !year && (of_them || is_after_bracket(s, before)) && goes_on()
}

/// How far before a number in brackets another one stands of the same row.
const ROW: usize = 20;

/// «غادر (24) بعد العلاج، وبقي (5) في المستشفى»: whether a number in brackets was counted shortly before the word at
/// token `at`, which no list knows for a noun: a verb.
fn is_after_bracket(s: &Sentence, at: usize) -> bool {
    const NOUN: Kinds =
        Kinds::NOUN.or(Kinds::NAMING).or(Kinds::NAME).or(Kinds::NUMBER).or(Kinds::TIME).or(Kinds::PLACE);
    let verb = s.tokens[at].class == Class::Arabic && !numeral::begins_with_article(s, at) && !s.begins(at, NOUN);
    verb && (at.saturating_sub(ROW)..at).any(|open| s.is_mark(open, '(') && s.is_taken(open + 1))
}

/// Whether an indefinite Arabic word follows that no list knows, and may be counted.
fn follows_noun(s: &Sentence, end: usize) -> bool {
    count::noun_at(s, end, true).is_some()
}

/// «من 2000 إلى 5000 ليرة»: what is reached has a unit, as no year has.
fn is_left(s: &Sentence, first: usize, end: usize) -> bool {
    const UNIT: Kinds = Kinds::ANY_MONEY.or(Kinds::PERCENT).or(Kinds::NOUN);
    let from = first.checked_sub(1).is_some_and(|from| bound::says(s, from, Bounding::From) == Some(first));
    let reached = bound::says(s, end, Bounding::To).filter(|_| from).and_then(|to| numeral::at(s, to));
    reached.is_some_and(|reached| s.begins(reached.tokens.end, UNIT) && !s.is_taken(reached.tokens.end))
}

/// «1850 من رجال الإنقاذ»: so many of those.
fn is_of_many(s: &Sentence, end: usize) -> bool {
    bound::says(s, end, Bounding::From).is_some_and(|of| of < s.tokens.len() && is_plural(s, of))
}

fn is_year(value: Decimal) -> bool {
    value >= Decimal::from(1800) && value <= Decimal::from(2100)
}

/// «الدورة الـ40»: a definite number after a definite singular is its ordinal; after a plural it counts.
fn is_definite_ordinal(s: &Sentence, lexicon: &Lexicon, first: usize, end: usize) -> bool {
    let Some(article) = first.checked_sub(1) else { return false };
    let definite = count::is_article(s.tokens[article].word) && s.tokens[article].gap != Gap::None;
    if !definite || is_counted(s, end) || is_time(s, end) {
        return false;
    }
    let noun = article.checked_sub(1).filter(|noun| s.tokens[*noun].class == Class::Arabic);
    // «في سن الـ76», «في الـ17 من عمره»
    if duration::leads_to_age_of(s, article, end) || duration::phrase(s, end, TimePhrase::OfAge).is_some() {
        return false;
    }
    noun.is_some_and(|noun| !is_plural(s, noun) && !is_of_members(s, lexicon, first, end))
}

/// «ركاب الطائرة الـ150» are so many, though «الطائرة 150» is a name; «ركاب الطائرة الـ2» and «ركاب الحافلة الـ12 من أصل 20» are of
/// one of several.
fn is_of_members(s: &Sentence, lexicon: &Lexicon, first: usize, end: usize) -> bool {
    let article = first.checked_sub(1).filter(|article| count::is_article(s.tokens[*article].word));
    let members = || article.and_then(|article| count::members(s, lexicon, article.checked_sub(1)?));
    let several = || numeral::at(s, first).is_some_and(|numeral| numeral.value >= FEW_MEMBERS);
    several() && !has(s, end, Exclusion::OutOf) && members().is_some()
}

/// So few hardly are a number of all.
const FEW_MEMBERS: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

fn is_time(s: &Sentence, at: usize) -> bool {
    s.hits_of(at, Kinds::TIME)
        .iter()
        .any(|hit| matches!(hit.sense, Sense::Time(_)) && hit.clitics == Clitics::default())
}

fn is_plural(s: &Sentence, at: usize) -> bool {
    s.hits_of(at, Kinds::TIME.or(Kinds::NOUN)).iter().any(|hit| match hit.sense {
        Sense::Time(time) => time.form == Form::Plural,
        Sense::Noun(noun) => noun.plural,
        _ => false,
    })
}

/// Whether a word of this sense begins at token `at`.
pub(crate) fn has(s: &Sentence, at: usize, wanted: Exclusion) -> bool {
    s.hits_of(at, wanted.kind()).iter().any(|hit| hit.sense == Sense::Exclusion(wanted))
}
