//! The words of money beside a number: nouns with their adjectives, signs, codes, parts of units.
//! In: a sentence and a token. Out: what money is meant, as far as the words beside it tell.
//! Not here: the number (`numeral/`), and whose a bare noun is (`context/`).

use super::Sentence;
use super::context::Context;
use super::duration;
use super::exclude;
use super::measure::{Amount, Measure, Scope};
use crate::lexicon::{Clitics, Exclusion, Hit, Kinds, Lexicon, Money, Number, Sense};
use crate::text::{Class, Gap, Word};
use rust_decimal::Decimal;
use smallvec::{SmallVec, smallvec};
use std::sync::LazyLock;

/// What money is meant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Tender {
    /// This currency; the text's number is multiplied by the worth of its word (a cent, a toman).
    Currency(u16, Decimal),
    /// A bare noun, by its index.
    Noun(u8),
    /// A part of a unit, by its index.
    Subunit(u8),
    /// An abbreviation of several currencies.
    Among(SmallVec<[u16; 4]>),
    /// Some currency that is not said.
    Unknown,
}

/// Money found beside a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub tender: Tender,
    /// The token after its words.
    pub end: usize,
    /// Its word is a dual, and so a number by itself.
    pub two: bool,
    /// Its word is a noun, not a sign or an abbreviation.
    pub noun: bool,
}

impl Tender {
    /// The currencies that it may be.
    pub(crate) fn candidates(&self, lexicon: &Lexicon) -> SmallVec<[u16; 4]> {
        let money = &lexicon.facts.currencies;
        match self {
            Tender::Currency(currency, _) => smallvec![*currency],
            Tender::Noun(noun) => money.nouns[usize::from(*noun)].currencies.iter().copied().collect(),
            Tender::Subunit(subunit) => {
                money.subunits[usize::from(*subunit)].divides.iter().map(|(currency, _)| *currency).collect()
            }
            Tender::Among(currencies) => currencies.clone(),
            Tender::Unknown => SmallVec::new(),
        }
    }

    /// The currencies that it speaks for beside other words: those whose prices are told in it.
    pub(crate) fn speaks_for(&self, lexicon: &Lexicon) -> SmallVec<[u16; 4]> {
        let mut candidates = self.candidates(lexicon);
        if let Tender::Subunit(subunit) = self {
            let seldom = &lexicon.facts.currencies.subunits[usize::from(*subunit)].seldom;
            candidates.retain(|currency| !seldom.contains(currency));
        }
        candidates
    }

    /// The currencies that great sums of it are of, where it is a part of a unit that great sums are told in.
    pub(crate) fn of_sums(&self, lexicon: &Lexicon) -> Option<SmallVec<[u16; 4]>> {
        let Tender::Subunit(subunit) = self else { return None };
        let sums = &lexicon.facts.currencies.subunits[usize::from(*subunit)].sums;
        (!sums.is_empty()).then(|| sums.iter().copied().collect())
    }

    /// Whether it may be one that is parted into a thousand: «2.150 دينارا» may be two and a part.
    pub(crate) fn has_thousandths(&self, lexicon: &Lexicon) -> bool {
        let candidates = self.candidates(lexicon);
        let mut parts = lexicon.facts.currencies.subunits.iter().flat_map(|subunit| &subunit.divides);
        parts.any(|(currency, per)| *per == Decimal::ONE_THOUSAND && candidates.contains(currency))
    }

    /// The currency meant when nothing else tells.
    pub(crate) fn default(&self, lexicon: &Lexicon) -> Option<u16> {
        match self {
            Tender::Currency(currency, _) => Some(*currency),
            Tender::Noun(noun) => lexicon.facts.currencies.nouns[usize::from(*noun)].default,
            Tender::Subunit(subunit) => lexicon.facts.currencies.subunits[usize::from(*subunit)].default,
            Tender::Among(_) | Tender::Unknown => None,
        }
    }

    /// How many units of `currency` one of it is.
    pub(crate) fn worth(&self, lexicon: &Lexicon, currency: u16) -> Decimal {
        let money = &lexicon.facts.currencies;
        match self {
            Tender::Currency(_, worth) => *worth,
            Tender::Noun(noun) => money.nouns[usize::from(*noun)].factor,
            Tender::Subunit(subunit) => {
                let divides = &money.subunits[usize::from(*subunit)].divides;
                let per = divides.iter().find(|(id, _)| *id == currency).map_or(Decimal::ONE_HUNDRED, |(_, per)| *per);
                Decimal::ONE.checked_div(per).unwrap_or(Decimal::ONE)
            }
            Tender::Among(_) | Tender::Unknown => Decimal::ONE,
        }
    }

    /// Whether `part` divides this: a cent and a dollar.
    pub(crate) fn is_divided_by(&self, part: &Tender, lexicon: &Lexicon) -> bool {
        let Tender::Subunit(_) = part else { return false };
        let parts = part.candidates(lexicon);
        self.candidates(lexicon).iter().any(|currency| parts.contains(currency))
    }
}

/// The money whose words begin at token `at`, after a number. `article` says whether the words may be
/// definite, as after «مليارات».
pub(crate) fn after(s: &Sentence, cx: &Context, lexicon: &Lexicon, at: usize, article: bool) -> Option<Found> {
    if s.is_taken(at) || s.tokens.get(at)?.gap >= Gap::Line {
        return None;
    }
    let fits = |hit: &Hit| !hit.clitics.conjunction && !hit.clitics.preposition && (article || !hit.clitics.article);
    find(s, cx, lexicon, at, fits)
}

/// The noun of money at token `at`, with these clitics and no number before it.
pub(crate) fn noun(s: &Sentence, cx: &Context, lexicon: &Lexicon, at: usize, clitics: Clitics) -> Option<Found> {
    find(s, cx, lexicon, at, |hit| hit.clitics == clitics).filter(|found| found.noun)
}

fn find(s: &Sentence, cx: &Context, lexicon: &Lexicon, at: usize, fits: impl Fn(&Hit) -> bool) -> Option<Found> {
    if exclude::has(s, at, Exclusion::Name) {
        return None;
    }
    s.hits_of(at, Kinds::MONEY.or(Kinds::MONEY_SIGN)).iter().filter(|hit| fits(hit)).find_map(|hit| {
        let Sense::Money(word) = hit.sense else { return None };
        let end = at + hit.tokens;
        match word {
            // «درهم» is a unit in one country and a part of one in another: «26 درهما قطريا».
            Money::Noun { .. } if let Some(found) = foreign_part(s, lexicon, at, hit) => Some(found),
            Money::Noun { noun, two } => noun_with_adjective(s, cx, lexicon, noun, end, hit.clitics.article)
                .map(|(tender, end)| Found { tender, end, two, noun: true }),
            Money::Subunit { subunit, two } => {
                let (tender, end) = part_with_adjective(s, lexicon, subunit, end);
                Some(Found { tender, end, two, noun: true })
            }
            Money::Name(_) => {
                let tender = among(s, lexicon, at, hit);
                (!is_small_latin(s, at)).then_some(Found { tender, end, two: false, noun: false })
            }
            Money::Code(currency) => {
                let tender = Tender::Currency(currency, Decimal::ONE);
                is_capital(s, at).then_some(Found { tender, end, two: false, noun: false })
            }
            Money::Sign(currency) => {
                Some(Found { tender: Tender::Currency(currency, Decimal::ONE), end, two: false, noun: false })
            }
            Money::Adjective(_) | Money::Amount | Money::Sort => None,
        }
    })
}

/// A sign or a code that stands before digits: «$54», «USD 5».
pub(crate) fn before(s: &Sentence, at: usize) -> Option<(Tender, usize)> {
    if s.is_taken(at) {
        return None;
    }
    s.hits_of(at, Kinds::MONEY_SIGN).iter().find_map(|hit| {
        let currency = match hit.sense {
            Sense::Money(Money::Sign(currency)) => currency,
            Sense::Money(Money::Code(currency)) if is_capital(s, at) => currency,
            Sense::Money(Money::Name(currency)) if s.tokens[at].class == Class::Latin && is_capital(s, at) => currency,
            _ => return None,
        };
        let next = at + hit.tokens;
        let digits = s.tokens.get(next).is_some_and(|next| next.class == Class::Digits && next.gap <= Gap::Space);
        digits.then_some((Tender::Currency(currency, Decimal::ONE), next))
    })
}

fn noun_with_adjective(
    s: &Sentence,
    cx: &Context,
    lexicon: &Lexicon,
    noun: u8,
    end: usize,
    article: bool,
) -> Option<(Tender, usize)> {
    let known = &lexicon.facts.currencies.nouns[usize::from(noun)];
    let own = |currency: u16| {
        known.default == Some(currency) || lexicon.facts.currencies.currencies[usize::from(currency)].noun == Some(noun)
    };
    if let Some((currencies, end)) = adjective(s, end, article, own) {
        return match currencies[..] {
            [currency] => Some((Tender::Currency(currency, known.factor), end)),
            _ => Some((Tender::Among(currencies), end)),
        };
    }
    // An everyday word is money only where the text speaks of its country.
    let spoken_of = known.homonym && known.currencies.iter().any(|currency| cx.knows(s, *currency));
    let sum = || known.default.is_some() && is_after_scale(s, end - 1);
    match known.currencies[..] {
        _ if known.homonym && !spoken_of && !sum() => None,
        [only] if known.default.is_none() || known.default == Some(only) || spoken_of => {
            Some((Tender::Currency(only, known.factor), end))
        }
        _ => match known.default {
            Some(default) => Some((Tender::Currency(default, known.factor), end)),
            None => Some((Tender::Noun(noun), end)),
        },
    }
}

/// «600 ألف» right before token `at`.
fn is_after_scale(s: &Sentence, at: usize) -> bool {
    let scale = |hit: &Hit| matches!(hit.sense, Sense::Number(Number::Scale { .. })) && !hit.clitics.article;
    at.checked_sub(1).is_some_and(|before| s.hits_of(before, Kinds::NUMBER).iter().any(scale))
}

/// A part of a unit named by the adjective after it, where the noun at `at` is that too.
fn foreign_part(s: &Sentence, lexicon: &Lexicon, at: usize, noun: &Hit) -> Option<Found> {
    s.hits(at).iter().filter(|hit| hit.clitics == noun.clitics && hit.tokens == noun.tokens).find_map(|hit| {
        let Sense::Money(Money::Subunit { subunit, two }) = hit.sense else { return None };
        let (tender, end) = part_with_adjective(s, lexicon, subunit, at + hit.tokens);
        matches!(tender, Tender::Currency(..)).then_some(Found { tender, end, two, noun: true })
    })
}

fn part_with_adjective(s: &Sentence, lexicon: &Lexicon, subunit: u8, end: usize) -> (Tender, usize) {
    let bare = Tender::Subunit(subunit);
    let candidates = bare.candidates(lexicon);
    match adjective(s, end, false, |currency| candidates.contains(&currency)) {
        Some((currencies, end)) => {
            let worth = bare.worth(lexicon, currencies[0]);
            (Tender::Currency(currencies[0], worth), end)
        }
        None => (bare, end),
    }
}

/// The currencies that the adjective at token `at` names, the longest adjective first.
fn adjective(s: &Sentence, at: usize, article: bool, own: impl Fn(u16) -> bool) -> Option<(SmallVec<[u16; 4]>, usize)> {
    if s.is_taken(at) || s.tokens.get(at)?.gap >= Gap::Line {
        return None;
    }
    let mut found: SmallVec<[u16; 4]> = SmallVec::new();
    let mut tokens = 0;
    for hit in s.hits_of(at, Kinds::MONEY_ADJECTIVE) {
        let Sense::Money(Money::Adjective(currency)) = hit.sense else { continue };
        let joined = !hit.clitics.conjunction && !hit.clitics.preposition && hit.clitics.article == article;
        if joined && own(currency) && hit.tokens >= tokens {
            if hit.tokens > tokens {
                found.clear();
            }
            tokens = hit.tokens;
            found.push(currency);
        }
    }
    (!found.is_empty()).then_some((found, at + tokens))
}

/// The currencies of an abbreviation; where hamza tells them apart («د.إ», «د.أ»), the one that is written.
fn among(s: &Sentence, lexicon: &Lexicon, at: usize, hit: &Hit) -> Tender {
    let same = s.hits(at).iter().filter(|other| other.tokens == hit.tokens && other.clitics == hit.clitics);
    let mut currencies: SmallVec<[u16; 4]> = same
        .filter_map(|other| match other.sense {
            Sense::Money(Money::Name(currency)) => Some(currency),
            _ => None,
        })
        .collect();
    currencies.dedup();
    let written = s.span_of(at, at + hit.tokens, hit.clitics.letters).slice(s.text).trim_end_matches('.');
    let as_written = |currency: &u16| {
        let known = &lexicon.facts.currencies.currencies[usize::from(*currency)].abbreviations;
        known.iter().any(|known| known.trim_end_matches('.') == written)
    };
    if currencies.len() > 1
        && let Some(currency) = currencies.iter().copied().find(as_written)
        && written.contains(['أ', 'إ'])
    {
        return Tender::Currency(currency, Decimal::ONE);
    }
    match currencies[..] {
        [currency] => Tender::Currency(currency, Decimal::ONE),
        _ => Tender::Among(currencies),
    }
}

fn is_capital(s: &Sentence, at: usize) -> bool {
    s.tokens[at].span.slice(s.text).chars().all(char::is_uppercase)
}

/// A Latin abbreviation in small letters is more likely a word of another language.
fn is_small_latin(s: &Sentence, at: usize) -> bool {
    s.tokens[at].class == Class::Latin && !is_capital(s, at)
}

/// «دولار ونصف»: adds the half that stands after the unit.
pub(super) fn with_half(scope: Scope, mut measure: Measure) -> Measure {
    let end = measure.tokens.end;
    let part = duration::added_part(scope.s, end).or_else(|| spoken_half(scope.s, end));
    let Some((worth, end)) = part else { return measure };
    // «ونصف الدولار» says the unit again; «3 ملايين دولار ونصف» adds half a million.
    let again = after(scope.s, scope.cx, scope.lexicon, end, true).filter(|found| found.noun);
    let of = if again.is_none() { measure.amount.scale.max(Decimal::ONE) } else { Decimal::ONE };
    let added = worth.checked_mul(of).and_then(|worth| measure.amount.value.checked_add(worth));
    if let Some(value) = added {
        measure.tokens.end = again.map_or(end, |found| found.end);
        measure.amount = Amount::exact(value.normalize(), Decimal::new(1, 1) * of);
    }
    measure
}

/// «7 جنيه ونص», as it is spoken, where no law is told next: «غرامة 500 جنيه ونص القرار على».
fn spoken_half(s: &Sentence, at: usize) -> Option<(Decimal, usize)> {
    static AND_HALF: LazyLock<Word> = LazyLock::new(|| Word::of("ونص"));
    let half =
        s.tokens.get(at).is_some_and(|token| token.word == *AND_HALF && token.gap < Gap::Line && !s.is_taken(at));
    let ends = || {
        s.tokens.get(at + 1).is_none_or(|next| {
            next.gap >= Gap::Line
                || matches!(next.class, Class::Mark('.' | '،' | ',' | '؛' | '؟' | '!' | ')' | '»' | '"'))
        })
    };
    (half && (ends() || exclude::has(s, at + 1, Exclusion::Compared))).then_some((Decimal::new(5, 1), at + 1))
}
