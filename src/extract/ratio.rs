//! Multiples and parts: «ثلاثة أضعاف», «ضعفي», «ثلث السكان», «أكبر بعشر مرات».
//! In: a sentence and a token. Out: the multiple that begins there, or that a number is one.
//! Not here: parts of money, percentages and time (`measure.rs`).

use super::Sentence;
use super::bound;
use super::exclude;
use super::measure::{Amount, Measure, Scope, Unit, foreign_letters};
use super::numeral::{self, Numeral, Written};
use super::unsaid::stands_alone;
use crate::lexicon::{Bounding, Clitics, Exclusion, Hit, Kinds, Multiple, Number, Sense};
use crate::text::{Class, Gap, Word};
use rust_decimal::Decimal;
use std::sync::LazyLock;

/// The token after «أضعاف», or after «مرات» beside a comparison, where they follow a number.
pub(crate) fn times_after(s: &Sentence, numeral: &Numeral) -> Option<usize> {
    let at = numeral.tokens.end;
    // «1.8 ضعف»
    let of_digits = || word(s, at, Multiple::Double).filter(|_| numeral.written == Written::Digits);
    if let Some(end) = word(s, at, Multiple::Times).or_else(of_digits) {
        return Some(end);
    }
    let end = word(s, at, Multiple::Occasions)?;
    let before = numeral.tokens.start.checked_sub(1).is_some_and(|at| compares(s, at));
    // «ثلاث مرات أكثر من» compares; in «أكثر من ثلاث مرات» the comparison is a bound. Nothing happens 2.8 times.
    let broken = !numeral.value.fract().is_zero();
    let start = numeral.tokens.start;
    let told = before || compares(s, end) || exceeds(s, start, numeral.clitics);
    (told || broken || covers(s, start, end) || grows(s, start, end)).then_some(end)
}

/// How far before its occasions a comparison stands.
const EXCEEDING: usize = 8;

/// «أثقل من سلفه بأكثر من 140 مرة», «أقوى منها بعشر مرات»: by so many times, after a comparison.
fn exceeds(s: &Sentence, start: usize, clitics: Clitics) -> bool {
    static BY: LazyLock<Word> = LazyLock::new(|| Word::of("ب"));
    static THAN: LazyLock<[Word; 5]> = LazyLock::new(|| ["من", "منه", "منها", "منهم", "منهما"].map(Word::of));
    let clause = |at: &usize| s.tokens[*at].class == Class::Arabic && s.tokens[*at].gap < Gap::Line;
    let bound = |at: usize| s.hits_of(at, Kinds::BOUND).iter().any(|hit| hit.clitics.preposition);
    let led = |at: usize| s.tokens[at].word == *BY || s.tokens[at].word.starts_with(*BY) && bound(at);
    let number = clitics.preposition && s.tokens[start].word.starts_with(*BY);
    let before = || (start.saturating_sub(EXCEEDING)..start).rev().take_while(clause);
    let by = if number { Some(start) } else { before().take(2).find(|at| led(*at)) };
    // «أكثر لاعب فوزا بخمس مرات», «أكثر من فاز بها بخمس مرات» are the most of all.
    let than = |from: usize, by: usize| (from..by).any(|at| THAN.contains(&s.tokens[at].word));
    static MOST: LazyLock<[Word; 2]> = LazyLock::new(|| ["أكثر", "أقل"].map(Word::of));
    let most = |at: usize| {
        let bare = |hit: &Hit| s.tokens[at].word.without_first(usize::from(hit.clitics.letters));
        THAN.contains(&s.tokens[at + 1].word)
            && s.hits_of(at, Kinds::MULTIPLE).iter().any(|hit| MOST.contains(&bare(hit)))
    };
    let compared =
        |at: usize, by: usize| compares(s, at) && !most(at) && than(at + 1, by) || compares(s, at) && at + 1 == by;
    by.is_some_and(|by| before().any(|at| at < by && compared(at, by)))
}

/// How far before its occasions a verb of growth stands.
const GROWTH_REACH: usize = 6;

/// «يزيد السعر 11 مرة عن المعتاد», «تزيد المخاطر 11 مرة»; else, without what it is compared with, it may have grown so often.
fn grows(s: &Sentence, start: usize, end: usize) -> bool {
    let change = |hit: &Hit| hit.sense == Sense::Bound(Bounding::Change);
    let clause = |at: &usize| s.tokens[*at].class == Class::Arabic && s.tokens[*at].gap < Gap::Line;
    let against =
        || exclude::has(s, end, Exclusion::Compared) || s.tokens.get(end).is_some_and(|next| THAN.contains(&next.word));
    let chance = |hit: &Hit| hit.sense == Sense::Multiple(Multiple::Chance);
    let before = || (start.saturating_sub(GROWTH_REACH)..start).rev().take_while(clause);
    before().any(|at| s.hits_of(at, Kinds::BOUND).iter().any(change))
        && (against() || before().any(|at| s.hits_of(at, Kinds::MULTIPLE).iter().any(chance)))
}

static THAN: LazyLock<[Word; 2]> = LazyLock::new(|| ["عن", "عما"].map(Word::of));

/// How far before a number a word stands that makes its occasions a multiple, and how far after.
const COVER_REACH: (usize, usize) = (16, 2);

/// «غطت الطلبات المعروض أربع مرات», «مكرر ربحية 18 مرة», «تضاعف ثلاث مرات».
fn covers(s: &Sentence, start: usize, end: usize) -> bool {
    let cover = |at: usize| {
        s.hits_of(at, Kinds::MULTIPLE.or(Kinds::TWICE)).iter().any(|hit| hit.sense == Sense::Multiple(Multiple::Cover))
    };
    (start.saturating_sub(COVER_REACH.0)..start).chain(end..end + COVER_REACH.1).any(cover)
}

/// A number of so many: «سبعة من كل عشرة», and the token after it.
pub(crate) fn of_every(s: &Sentence, numeral: &Numeral) -> Option<(Amount, usize)> {
    const UNITS: Kinds = Kinds::MONEY.or(Kinds::MONEY_SIGN).or(Kinds::TIME);
    let all = numeral::at(s, word(s, numeral.tokens.end, Multiple::OfEvery)?)?;
    // «20 من كل 100 دولار» are dollars, «7 من كل 24 ساعة» hours.
    let part = !numeral.vague && !all.vague && !s.begins(all.tokens.end, UNITS);
    Some((share(numeral.value, all.value).filter(|_| part)?, all.tokens.end))
}

/// The same share of the whole for another number of a range: 3 of «بين 3 و4 من كل 10».
pub(crate) fn of_same_every(s: &Sentence, number: Decimal, other: usize) -> Option<Amount> {
    let other = numeral::at(s, other)?;
    let all = numeral::at(s, word(s, other.tokens.end, Multiple::OfEvery)?)?;
    share(number, all.value)
}

/// How many decimals a share in thousands and more is told to.
const DECIMALS: u32 = 10;

/// A number of so many, less than all of them: to the worth of one of them, or nearly.
fn share(number: Decimal, all: Decimal) -> Option<Amount> {
    let share = number.checked_div(all).filter(|share| *share < Decimal::ONE)?;
    let places = all.checked_sub(Decimal::ONE)?.trunc().to_string().len() as u32;
    let decimals = if places > 1 { DECIMALS } else { 4 };
    Some(Amount::exact(share.round_dp(decimals).normalize(), Decimal::new(1, places.min(DECIMALS))))
}

/// A multiple without a number before it: «ضعفي», «عدة أضعاف», «يعادل ضعف».
pub(crate) fn at(scope: Scope, at: usize, bounded: bool) -> Option<Measure> {
    let s = scope.s;
    let measure = |value: Decimal, vague: bool, end: usize, clitics: Clitics| Measure {
        tokens: at..end,
        letters: foreign_letters(clitics),
        amount: Amount { vague, ..Amount::exact(value, Decimal::ONE) },
        unit: Unit::Times,
        noun: false,
    };
    s.hits_of(at, Kinds::TWICE.or(Kinds::NUMBER)).iter().find_map(|hit| match hit.sense {
        Sense::Multiple(Multiple::Twice) if !hit.clitics.article => {
            Some(measure(Decimal::TWO, false, at + hit.tokens, hit.clitics))
        }
        Sense::Multiple(Multiple::TwoOccasions) if is_twice(s, at, hit) => {
            let half = and_half(s, at + 1);
            let value = if half.is_some() { Decimal::new(25, 1) } else { Decimal::TWO };
            Some(measure(value, false, half.unwrap_or(at + 1), hit.clitics))
        }
        Sense::Multiple(Multiple::Double)
            if bounded || is_led(s, at, hit) || is_of_what(s, at, hit) || is_of_sum(s, at, hit) =>
        {
            Some(measure(Decimal::TWO, false, at + hit.tokens, hit.clitics))
        }
        Sense::Number(Number::PartOf { parts, of }) if !hit.clitics.article && !describes(s, at, hit) => {
            let worth = Decimal::from(parts).checked_div(Decimal::from(of))?.round_dp(4).normalize();
            let part = measure(worth, false, at + hit.tokens, hit.clitics);
            Some(Measure { amount: Amount::exact(worth, Decimal::new(1, 1)), ..part })
        }
        Sense::Number(Number::Few) => {
            let end = word(s, at + 1, Multiple::Times)?;
            Some(measure(Decimal::ONE, true, end, hit.clitics))
        }
        _ => None,
    })
}

/// «أعلى بمرتين من», «أكبر مرتين», «مرتين أكثر من»: twice as much, and not on two occasions.
fn is_twice(s: &Sentence, at: usize, hit: &Hit) -> bool {
    // «على الأقل مرتين» compares nothing.
    let before = || at.checked_sub(1).is_some_and(|at| compares(s, at) && !numeral::begins_with_article(s, at));
    !hit.clitics.article && (before() || compares(s, at + 1) || exceeds(s, at, hit.clitics))
}

/// The token after «ونصف» at token `at`.
fn and_half(s: &Sentence, at: usize) -> Option<usize> {
    let (worth, end, clitics) = numeral::fraction_at(s, at)?;
    (worth == Decimal::new(5, 1) && clitics.conjunction && !clitics.article).then_some(end)
}

/// «فنصفه بأنه»: the same letters are a verb.
fn describes(s: &Sentence, at: usize, hit: &Hit) -> bool {
    static SO: LazyLock<Word> = LazyLock::new(|| Word::of("ف"));
    static AS: LazyLock<Word> = LazyLock::new(|| Word::of("بأن"));
    let so = hit.clitics.conjunction && s.tokens[at].word.starts_with(*SO);
    so || s.tokens.get(at + 1).is_some_and(|next| next.word.starts_with(*AS))
}

/// A part of a thing at token `at`: «ثلث السكان», «نحو الثلث».
pub(crate) fn part(scope: Scope, at: usize, bounded: bool) -> Option<Measure> {
    let s = scope.s;
    let (worth, end, clitics) = numeral::fraction_at(s, at)?;
    let of_thing = match clitics.article {
        true => {
            let by = clitics.preposition && !clitics.conjunction && s.tokens[at].word.starts_with(*BY);
            let told = || !clitics.preposition && (is_left(s, at, end) || is_out_of(s, end));
            (bounded || led(s, at) || says_to(s, at) || by && stands_alone(s, end) || told()) && !is_ordinal(s, end)
        }
        // «بمقدار ثلاثة أرباع», «ثلاثة أرباعها»
        false if end > at + 1 && (led(s, at) || is_owned(s, end - 1)) => true,
        // «أكثر من ثلاثة أرباع منهم»
        false if word(s, end, Multiple::OfThem).is_some() => true,
        // «فدانا ونصف الفدان»
        false if clitics.conjunction && is_same_noun(s, at, end) => false,
        // «مرتين ونصف ما كان عليه» are two and a half.
        false if clitics.conjunction && s.tokens.get(end).is_some_and(|next| next.word == *WHAT) => false,
        false => is_whole_of(s, past_brackets(s, end), worth == Decimal::new(5, 1) && !bounded),
    };
    of_thing.then(|| Measure {
        tokens: at..end,
        letters: foreign_letters(clitics),
        amount: Amount::exact(worth.round_dp(4).normalize(), Decimal::new(1, 1)),
        unit: Unit::Times,
        noun: true,
    })
}

/// «أي الثلث», «لم ينفذ إلا الربع».
fn is_left(s: &Sentence, at: usize, end: usize) -> bool {
    let but = |hit: &Hit| hit.sense == Sense::Number(Number::Minus);
    let led = || is_restated(s, at) || at.checked_sub(1).is_some_and(|at| s.hits_of(at, Kinds::NUMBER).iter().any(but));
    // «الخامسة إلا الربع» is an hour.
    let hour = || at >= 2 && s.begins(at - 2, Kinds::YEAR_OF_LIFE.or(Kinds::NUMBER).or(Kinds::TIME));
    stands_alone(s, end) && led() && !hour()
}

/// «الخمس من أسهم الشركة»: a part of something definite that is no time; «النصف من شعبان» is a day.
fn is_out_of(s: &Sentence, end: usize) -> bool {
    const DATE: Kinds =
        Kinds::MONTH.or(Kinds::HEAD).or(Kinds::TIME).or(Kinds::WEEKDAY).or(Kinds::PORTION).or(Kinds::SHIFT);
    let Some(of) = bound::says(s, end, Bounding::From) else { return false };
    let definite = |at: usize| numeral::is_definite(s, at) || bound::has_pronoun(s, at);
    let noun =
        |at: usize| !s.is_taken(at) && !s.begins(at, DATE.or(Kinds::NUMBER).or(Kinds::DIGITS).or(Kinds::FUNCTION));
    noun(of) && (definite(of) || noun(of + 1) && definite(of + 1))
}

/// Whether the parts at token `at` are of what a pronoun points at: «أرباعها».
fn is_owned(s: &Sentence, at: usize) -> bool {
    s.hits_of(at, Kinds::NUMBER).iter().any(|hit| matches!(hit.sense, Sense::Number(Number::PartsOf { .. })))
}

/// Whether a noun right before token `at`, or one word further back, stands again at token `end`: «12 صفيحة بنزين ونصف
/// الصفيحة».
fn is_same_noun(s: &Sentence, at: usize, end: usize) -> bool {
    let nouns = |at: usize| {
        s.hits_of(at, Kinds::NOUN)
            .iter()
            .filter_map(|hit| if let Sense::Noun(noun) = hit.sense { Some(noun.id) } else { None })
    };
    (at.saturating_sub(2)..at).any(|before| nouns(before).any(|noun| nouns(end).any(|again| again == noun)))
}

/// «الربع الأول», «النصف الشمالي»: what follows tells which part, not how great it is.
fn is_ordinal(s: &Sentence, at: usize) -> bool {
    s.tokens.get(at).is_some_and(|token| token.gap <= Gap::Wide)
        && (exclude::has(s, at, Exclusion::Adjunct) || numeral::begins_with_article(s, at))
}

/// Whether what stands at token `at` can be parted: «[ثلث] السكان», «[نصف] أراضي البلاد», «[نصف] سكانها». Half is said
/// of much else («نصف مطهو»), so that there the thing must be definite.
fn is_whole_of(s: &Sentence, at: usize, half: bool) -> bool {
    let Some(token) = s.tokens.get(at).filter(|token| token.class == Class::Arabic && token.gap <= Gap::Wide) else {
        return false;
    };
    let adjunct = exclude::has(s, at, Exclusion::Adjunct) || exclude::has(s, at, Exclusion::Function);
    let time = s.hits_of(at, Kinds::TIME).iter().any(|hit| matches!(hit.sense, Sense::Time(_)));
    // «نصف ما طُرح», «إلى نصف ما كان عليه»
    if token.word == *WHAT {
        return true;
    }
    if s.is_taken(at) || token.word.len() < 3 || adjunct || time {
        return false;
    }
    let plural = || s.hits_of(at, Kinds::NOUN).iter().any(|hit| matches!(hit.sense, Sense::Noun(noun) if noun.plural));
    let definite = |at: usize| {
        numeral::begins_with_article(s, at)
            || bound::has_pronoun(s, at)
            || exclude::has(s, at, Exclusion::Demonstrative)
    };
    // «نصف عدد سكان المملكة»
    !half || (at..at + 3).any(definite) || plural()
}

static WHAT: LazyLock<Word> = LazyLock::new(|| Word::of("ما"));
static BY: LazyLock<Word> = LazyLock::new(|| Word::of("ب"));

/// The most tokens that brackets between a part and its whole may hold: «ثلاثة أرباع (75,2٪) المشاركين».
const MAX_BRACKETS: usize = 6;

fn past_brackets(s: &Sentence, at: usize) -> usize {
    if !s.is_mark(at, '(') {
        return at;
    }
    (at..at + MAX_BRACKETS).find(|close| s.is_mark(*close, ')')).map_or(at, |close| close + 1)
}

fn is_led(s: &Sentence, at: usize, hit: &Hit) -> bool {
    // «ضعف» is a weakness too, unless a word before it leads to an amount.
    !hit.clitics.conjunction && (led(s, at) || hit.clitics.article && says_to(s, at))
}

/// «ضعف ما كان عليه», but «نقاط ضعف ما زالت».
fn is_of_what(s: &Sentence, at: usize, hit: &Hit) -> bool {
    let what = at + hit.tokens;
    let remains = |hit: &Hit| hit.sense == Sense::Multiple(Multiple::Remains);
    let goes_on = || s.tokens.get(what + 1).is_some_and(|next| next.class == Class::Arabic && next.gap <= Gap::Wide);
    let said = s.tokens.get(what).is_some_and(|next| next.word == *WHAT && !s.is_taken(what)) && goes_on();
    let plain = !hit.clitics.article && !hit.clitics.conjunction;
    plain && said && !s.hits_of(what + 1, Kinds::MULTIPLE).iter().any(remains)
}

/// «أي ضعف المبلغ», «أي ضعف ذلك»; «أي ضعف في الأداء» is any weakness.
fn is_of_sum(s: &Sentence, at: usize, hit: &Hit) -> bool {
    let sum = at + hit.tokens;
    // «ضعف الإنتاج», «ضعف مبيعات المصرف»
    let definite = |hit: &Hit| hit.clitics.article || numeral::begins_with_article(s, sum + hit.tokens);
    let whole = |hit: &Hit| hit.sense == Sense::Multiple(Multiple::Whole) && definite(hit) && !hit.clitics.preposition;
    let that = || exclude::has(s, sum, Exclusion::Demonstrative) && stands_alone(s, sum + 1);
    hit.clitics == Clitics::default()
        && is_restated(s, at)
        && (that() || s.hits_of(sum, Kinds::MULTIPLE).iter().any(whole))
}

/// «أي» right before token `at`.
fn is_restated(s: &Sentence, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| exclude::has(s, before, Exclusion::Same))
}

fn led(s: &Sentence, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        s.hits_of(before, Kinds::MULTIPLE).iter().any(|hit| hit.sense == Sense::Multiple(Multiple::Lead))
    })
}

fn says_to(s: &Sentence, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| bound::says(s, before, Bounding::To).is_some())
}

fn compares(s: &Sentence, at: usize) -> bool {
    s.hits_of(at, Kinds::MULTIPLE.or(Kinds::TWICE)).iter().any(|hit| hit.sense == Sense::Multiple(Multiple::Comparison))
}

fn word(s: &Sentence, at: usize, wanted: Multiple) -> Option<usize> {
    if s.is_taken(at) {
        return None;
    }
    s.hits_of(at, Kinds::MULTIPLE.or(Kinds::TWICE)).iter().find_map(|hit| {
        let plain = hit.clitics == Clitics::default();
        (hit.sense == Sense::Multiple(wanted) && plain).then_some(at + hit.tokens)
    })
}
