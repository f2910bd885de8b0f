//! The counted noun after a number: its dictionary form; and what a smaller measure adds to it.
//! In: a sentence and the token after a number. Out: the noun, or that there is none.
//! Not here: the list of nouns (`rules/lexicon/nouns.toml`).

mod compound;
mod definite;

use super::Sentence;
use super::bound;
use super::habit::Counted;
use super::measure::{Amount, Measure, Unit};
use super::numeral::{self, begins_with_article};
use super::unsaid::stands_alone;
use crate::lexicon::{Bounding, Clitics, Exclusion, Hit, Kinds, Lexicon, Multiple, Noun, Sense};
use crate::text::affix::ARTICLE;
use crate::text::letters::ends_in_long_pronoun;
use crate::text::{Class, Gap, Token, Word};
use compact_str::CompactString;
pub(crate) use compound::{added_measure, before_measure};
pub(crate) use definite::{counted_by_definite, members};
use rust_decimal::Decimal;
use std::ops::Range;
use std::sync::LazyLock;

/// What may be glued before digits.
static CLITICS: LazyLock<Vec<Word>> = LazyLock::new(|| {
    ["و", "ف", "ب", "ل", "ك", "ول", "وب", "فب", "فل", "في", "من"].iter().map(|word| Word::of(word)).collect()
});

/// The same with the article, after which digits may also stand apart: «ال 30».
static ARTICLES: LazyLock<Vec<Word>> = LazyLock::new(|| {
    [ARTICLE, "بال", "وال", "فال", "كال", "لل", "وبال", "ولل"].iter().map(|word| Word::of(word)).collect()
});

/// Whether the word is only clitics.
pub(crate) fn is_clitic(word: Word) -> bool {
    CLITICS.contains(&word) || is_article(word)
}

/// Whether the word is «ال», alone or with clitics before it.
pub(crate) fn is_article(word: Word) -> bool {
    ARTICLES.contains(&word)
}

/// Whether a noun that is known to be counted begins at token `at`.
pub(crate) fn is_noun(s: &Sentence, at: usize) -> bool {
    known(s, at).is_some()
}

/// Whether what is counted at token `at` may be below zero.
pub(crate) fn is_signed(s: &Sentence, at: usize) -> bool {
    known(s, at).is_some_and(|(noun, _)| noun.signed)
}

fn known(s: &Sentence, at: usize) -> Option<(Noun, usize)> {
    if s.is_taken(at) || s.tokens.get(at)?.gap >= Gap::Line {
        return None;
    }
    s.hits_of(at, Kinds::NOUN).iter().find_map(|hit| match hit.sense {
        Sense::Noun(noun) if hit.clitics == Clitics::default() => Some((noun, at + hit.tokens)),
        _ => None,
    })
}

/// «3 أمتار ونصف المتر», «3 ملايين نسمة ونصف المليون»: the part that stands after the measure at token `at`, which scale
/// words multiply by `scale`, and the token after it.
pub(crate) fn added_part(s: &Sentence, at: usize, scale: Decimal) -> Option<(Decimal, usize)> {
    let scaled = scale > Decimal::ONE;
    let (noun, end) = known(s, at).filter(|(noun, _)| scaled || !noun.whole)?;
    let (worth, end) = super::duration::added_part(s, end)?;
    if scaled {
        let (own, end) = numeral::scale_again(s, end, scale).unwrap_or((scale, end));
        return stands_alone(s, end).then(|| Some((worth.checked_mul(own)?, end))).flatten();
    }
    let same = |hit: &Hit| matches!(hit.sense, Sense::Noun(again) if again.id == noun.id);
    match s.hits_of(end, Kinds::NOUN).iter().find(|hit| same(hit)) {
        Some(again) => Some((worth, end + again.tokens)),
        None => (!numeral::is_definite(s, end)).then_some((worth, end)),
    }
}

/// One or two of a measure that a part or a smaller measure is added to, at token `at`: «متر ونصف المتر», «طنان وربع»,
/// «طنا و300 كيلوغرام». Whoever knows the noun adds it.
pub(crate) fn before_part(s: &Sentence, lexicon: &Lexicon, at: usize) -> Option<Measure> {
    let (noun, _) = known(s, at).filter(|(noun, _)| !noun.whole && !noun.plural)?;
    added_part(s, at, Decimal::ONE).map(|_| ()).or_else(|| added_measure(s, lexicon, at).map(|_| ()))?;
    let counted =
        at.checked_sub(1).is_some_and(|before| s.is_taken(before) || s.begins(before, Kinds::NUMBER.or(Kinds::DIGITS)));
    let name = lexicon.facts.nouns.get(usize::from(noun.id))?;
    let surface = s.tokens[at].span.slice(s.text);
    // A sign stands for no number: «م».
    let word = surface.chars().nth(1).is_some();
    let ends_in_dual = |text: &str| DUAL.iter().any(|ending| text.ends_with(ending));
    let two = ends_in_dual(surface) && !ends_in_dual(name);
    let value = if two { Decimal::TWO } else { Decimal::ONE };
    (word && !counted).then(|| Measure {
        tokens: at..at,
        letters: 0,
        amount: Amount::exact(value, Decimal::ONE),
        unit: Unit::Thing,
        noun: true,
    })
}

/// How a dual ends.
const DUAL: [&str; 2] = ["ان", "ين"];

/// Whether what a number of these tokens counts speaks for whole numbers.
pub(crate) fn counted(s: &Sentence, number: Range<usize>) -> Counted {
    match known(s, number.end) {
        Some((noun, _)) if noun.whole => Counted::Whole,
        Some(_) => Counted::Parts,
        None if noun_at(s, number.end, true).is_some() || is_listed(s, number.start) => Counted::Whole,
        None => Counted::Bare,
    }
}

/// The most tokens of the words that lead a line: «وفيات الطرق في العام الماضي: 3.740».
const MAX_LABEL: usize = 12;

/// Whether the number at token `at` is that of the whole things that lead its line or the row of its table.
fn is_listed(s: &Sentence, at: usize) -> bool {
    let Some(mark) = at.checked_sub(1).filter(|mark| s.is_mark(*mark, ':') || s.is_mark(*mark, '|')) else {
        return false;
    };
    let from = mark.saturating_sub(MAX_LABEL);
    let line = (from..=mark).rev().find(|at| *at == 0 || s.tokens[*at].gap >= Gap::Line);
    let label = line.and_then(|line| (line..mark).find(|at| s.tokens[*at].class == Class::Arabic));
    let whole = |hit: &Hit| match hit.sense {
        Sense::Noun(noun) => noun.whole && noun.plural && !hit.clitics.preposition,
        Sense::Exclusion(Exclusion::Counting) => hit.clitics == Clitics::default(),
        _ => false,
    };
    label.is_some_and(|label| {
        s.hits(label).iter().any(whole) && !(label..mark).any(|at| s.begins(at, Kinds::NUMBER.or(Kinds::PERCENT)))
    })
}

/// The kinds of words among which are those that no number counts.
const UNCOUNTED: Kinds = Kinds::FUNCTION.or(Kinds::BOUND).or(Kinds::NUMBER);

/// The token after the noun that begins at `at`, known or a word that may be one. `indefinite` as after a number;
/// after a magnitude the noun is definite («آلاف الأشخاص»).
pub(crate) fn noun_at(s: &Sentence, at: usize, indefinite: bool) -> Option<usize> {
    if let Some((_, end)) = known(s, at) {
        return Some(end);
    }
    let token = s.tokens.get(at)?;
    let near = token.class == Class::Arabic && token.gap <= Gap::Wide && !s.is_taken(at);
    if !near || token.word.len() < 2 || begins_with_article(s, at) == indefinite {
        return None;
    }
    let other = |hit: &Hit| match hit.sense {
        Sense::Exclusion(Exclusion::Function | Exclusion::Demonstrative | Exclusion::Clock)
        | Sense::Bound(_)
        | Sense::Number(_) => true,
        // «وأصيب»: a word that begins with «و» and is not known as a whole.
        _ => false,
    };
    let joined = token.word.begins_with_conjunction();
    (!joined && !s.hits_of(at, UNCOUNTED).iter().any(other)).then_some(at + 1)
}

/// Whether a known noun in the plural begins at token `at`.
pub(crate) fn is_plural(s: &Sentence, at: usize) -> bool {
    known(s, at).is_some_and(|(noun, _)| noun.plural)
}

/// Whether the word at token `at` is more likely joined to a preposition or «و» than a noun of its own.
pub(crate) fn is_joined(s: &Sentence, at: usize) -> bool {
    let Some(token) = s.tokens.get(at).filter(|token| token.class == Class::Arabic && token.gap <= Gap::Wide) else {
        return false;
    };
    if is_noun(s, at) || token.word.len() <= 3 {
        return false;
    }
    // Few nouns that are counted begin like a preposition, and those are known.
    token.word.begins_with_conjunction() || [*TO, *BY].iter().any(|letter| token.word.starts_with(*letter))
}

/// Whether the word at token `at` is joined to «لـ».
pub(crate) fn is_for(s: &Sentence, at: usize) -> bool {
    is_joined(s, at) && s.tokens[at].word.starts_with(*TO)
}

/// Whether a word stands at token `at` that the number before it may count.
pub(crate) fn follows(s: &Sentence, at: usize) -> bool {
    noun_at(s, at, true).is_some() && !is_joined(s, at)
}

static BY: LazyLock<Word> = LazyLock::new(|| Word::of("ب"));
static TO: LazyLock<Word> = LazyLock::new(|| Word::of("ل"));
static FROM: LazyLock<Word> = LazyLock::new(|| Word::of("من"));
static HE: LazyLock<Word> = LazyLock::new(|| Word::of("ي"));

/// Whether a verb stands at token `at` of which persons are the subject: «4 ملايين يعيشون».
pub(crate) fn is_plural_verb(s: &Sentence, at: usize) -> bool {
    s.tokens.get(at).is_some_and(|token| {
        let near = token.class == Class::Arabic && token.gap <= Gap::Wide && token.word.len() > 4;
        near && token.word.starts_with(*HE) && token.span.slice(s.text).ends_with("ون")
    })
}

/// The dictionary form of what the number of these tokens counts.
pub(crate) fn unit(s: &Sentence, lexicon: &Lexicon, number: Range<usize>, amount: &Amount) -> Option<CompactString> {
    let at = number.end;
    let occasions = |hit: &Hit| hit.sense == Sense::Multiple(Multiple::Occasions) && hit.clitics == Clitics::default();
    if s.hits_of(at, Kinds::MULTIPLE).iter().any(occasions) {
        return Some(lexicon.facts.occasion.clone());
    }
    let form = |noun: Noun| lexicon.facts.nouns.get(usize::from(noun.id)).cloned();
    let value = amount.value.abs();
    if let Some(noun) = of_number(s, at, value) {
        return form(hamza_left_out(s, lexicon, at, noun).unwrap_or(noun));
    }
    // «الدول الثلاث», «السيارات الـ13 من الطراز»: a definite number stands after its noun.
    let first = number.start;
    let definite_number = begins_with_article(s, first) || first > 0 && is_article(s.tokens[first - 1].word);
    let before = if begins_with_article(s, first) { first } else { first.saturating_sub(1) };
    let of_before = || before.checked_sub(1).and_then(|last| counted_by_definite(s, lexicon, last));
    if definite_number && let Some(noun) = of_before().filter(|noun| noun.plural) {
        return form(noun);
    }
    let definite = |at: usize| {
        s.hits_of(at, Kinds::NOUN).iter().find_map(|hit| match hit.sense {
            Sense::Noun(noun) if hit.clitics.article && !hit.clitics.preposition => Some(noun),
            _ => None,
        })
    };
    // «عشرات من العملاء», «آلاف الأشخاص», «64 من المسلحين»: a definite plural.
    let from = if s.tokens.get(at)?.word == *FROM { at + 1 } else { at };
    if (amount.vague || from > at)
        && let Some(noun) = definite(from)
    {
        return form(noun);
    }
    if definite_number {
        return of_before().and_then(form);
    }
    noun_at(s, at, true).filter(|_| !is_joined(s, at))?;
    let surface = s.tokens[at].span.slice(s.text);
    may_be_counted(s, at, value).then(|| plain(surface, takes_accusative(value)))
}

/// The dictionary form of what the number before token `at` is some of: «28 من أصل 31 مسيرة»; «8 من بين 5 فرق» may be players.
pub(crate) fn unit_of_whole(s: &Sentence, lexicon: &Lexicon, at: usize, part: Decimal) -> Option<CompactString> {
    let among = bound::says(s, at + 1, Bounding::Between).is_some();
    let out_of = |hit: &&Hit| hit.sense == Sense::Exclusion(Exclusion::OutOf) && !among;
    let hit = s.hits_of(at, Exclusion::OutOf.kind()).iter().find(out_of)?;
    let whole = numeral::at(s, at + hit.tokens).filter(|whole| !whole.vague && part <= whole.value)?;
    // «3 من أصل 5 ملايين دولار», «3 من أصل 5 أيام»
    if s.begins(whole.tokens.end, Kinds::ANY_MONEY.or(Kinds::TIME)) {
        return None;
    }
    unit(s, lexicon, whole.tokens.clone(), &Amount::of(&whole))
}

/// Whether a word that no list knows may be what this number counts, as far as its letters tell: no verb («خرجوا»,
/// «يرفضون»), nothing with a pronoun («إصابتهم»), and after 11 to 99 an accusative.
fn may_be_counted(s: &Sentence, at: usize, value: Decimal) -> bool {
    let (word, surface) = (s.tokens[at].word, s.tokens[at].span.slice(s.text));
    let verb = surface.ends_with("وا") || word.len() > 3 && word.starts_with(*HE);
    let pronoun = ends_in_long_pronoun(surface);
    let agrees = !takes_accusative(value) || surface.ends_with(['ا', 'ة', 'ه', 'ى', 'ء', '\u{64B}']);
    !verb && !pronoun && agrees
}

/// The known noun at token `at`; of two that share the form, the plural after 3 to 10, else the other.
fn of_number(s: &Sentence, at: usize, value: Decimal) -> Option<Noun> {
    let (first, _) = known(s, at)?;
    let rest = value % Decimal::ONE_HUNDRED;
    let several = rest >= Decimal::from(3) && rest <= Decimal::TEN;
    let fits = |hit: &Hit| match hit.sense {
        Sense::Noun(noun) if hit.clitics == Clitics::default() && noun.plural == several => Some(noun),
        _ => None,
    };
    let hits = s.hits_of(at, Kinds::NOUN);
    let longest = hits.iter().filter(|hit| matches!(hit.sense, Sense::Noun(_))).map(|hit| hit.tokens).max();
    hits.iter().filter(|hit| Some(hit.tokens) == longest).find_map(fits).or(Some(first))
}

/// «12 خطا» has the ending of an accusative, «12 خطأ» a letter of its own.
fn hamza_left_out(s: &Sentence, lexicon: &Lexicon, at: usize, noun: Noun) -> Option<Noun> {
    let own = lexicon.facts.nouns.get(usize::from(noun.id)).is_some_and(|name| name.ends_with('أ'));
    let surface = s.tokens[at].span.slice(s.text).trim_end_matches('\u{64B}');
    let bare = surface.strip_suffix('ا').filter(|_| own)?;
    lexicon.senses(bare.trim_end_matches('\u{64B}')).find_map(|sense| match sense {
        Sense::Noun(noun) if noun.whole && !noun.plural => Some(noun),
        _ => None,
    })
}

/// Whether the noun after this number is a singular in the accusative: 11 to 99.
fn takes_accusative(value: Decimal) -> bool {
    let rest = value % Decimal::ONE_HUNDRED;
    rest > Decimal::TEN && rest < Decimal::ONE_HUNDRED
}

/// Whether the word at token `at` is a singular in the accusative, as this number asks for.
pub(crate) fn is_accusative(s: &Sentence, at: usize, value: Decimal) -> bool {
    let written = |token: &Token| token.class == Class::Arabic && token.span.slice(s.text).ends_with(['ا', '\u{64B}']);
    takes_accusative(value) && s.tokens.get(at).is_some_and(written)
}

/// Whether a known noun at token `at` has the form that this number asks for: «5 أهداف», «52 هدفا», «100 هدف».
pub(crate) fn agrees(s: &Sentence, at: usize, value: Decimal) -> bool {
    let Some(token) = s.tokens.get(at) else { return false };
    let rest = value % Decimal::ONE_HUNDRED;
    let surface = token.span.slice(s.text);
    let Some((noun, _)) = known(s, at) else {
        // Of a word that no list knows, the ending may tell.
        return takes_accusative(value) && follows(s, at) && surface.ends_with(['ا', 'ة', '\u{64B}']);
    };
    match () {
        // Measures are written short, and foreign ones as they are: «(12) كغم», «(750) ميغاواط».
        _ if !noun.whole => true,
        _ if rest >= Decimal::from(3) && rest <= Decimal::TEN => noun.plural,
        _ if takes_accusative(value) => !noun.plural && surface.ends_with(['ا', 'ة', 'ه', '\u{64B}', 'ى', 'ء']),
        _ => true,
    }
}

/// A word without diacritics, tatweel and the ending of an accusative.
fn plain(surface: &str, accusative: bool) -> CompactString {
    let marked = surface.contains('\u{64B}');
    let mut word: CompactString = surface
        .chars()
        .filter(|c| !matches!(c, '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{200B}'..='\u{200F}'))
        .collect();
    if (marked || accusative) && word.chars().count() > 3 && word.ends_with('ا') {
        word.pop();
    }
    word
}
