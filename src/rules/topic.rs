//! Topics: claims that somebody watches. A figure that contradicts what is known of one is told even where all
//! sources agree; where nothing is known, sources that differ are.
//! Here: how a topic is read, which figures speak of it, what is known of it. Not here: rule files (`check.rs`), and what
//! the figures say against it (`watch.rs`).

use crate::align::Extracted;
use crate::figure::{Bounded, DateValue, Edtf, Figure, Kind, Period, Quantity, Span, Value};
use crate::lexicon;
use crate::text::{self, Token, Word};
use compact_str::CompactString;
use rust_decimal::Decimal;
use serde::Deserialize;
use std::str::FromStr;

/// How many words a figure may stand from the topic's, if the topic does not say.
const WITHIN: usize = 8;

/// A claim to watch.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Each of these must be met in the sentence, by any of its phrases.
    words: Vec<Vec<Phrase>>,
    /// None of these may be met.
    unless: Vec<Phrase>,
    within: usize,
    kind: Kind,
    unit: Option<CompactString>,
    known: Option<Known>,
    /// What is known, as written.
    shown: String,
    /// The same as a value.
    pub(super) expected: Option<Value>,
    subject: String,
}

type Phrase = Vec<Word>;

/// What is known of a topic, from the least to the most.
#[derive(Clone, Debug)]
enum Known {
    Number(Decimal, Decimal),
    Date(Edtf),
}

/// A topic as a rule file has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TopicFile {
    words: Vec<Vec<String>>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    within: Option<usize>,
    kind: Kind,
    #[serde(default)]
    unit: Option<CompactString>,
    #[serde(default)]
    value: Option<String>,
    #[serde(default)]
    tolerance: Option<String>,
}

impl TopicFile {
    /// The topic, or what is wrong with it and what to do.
    pub(super) fn read(self) -> Result<Topic, String> {
        let subject: Vec<&str> = self.words.iter().filter_map(|line| line.first().map(String::as_str)).collect();
        let subject = subject.join(" ");
        let phrases = |line: &Vec<String>| line.iter().map(|text| phrase(text)).collect::<Vec<Phrase>>();
        let words: Vec<Vec<Phrase>> = self.words.iter().map(phrases).collect();
        let empty = |line: &Vec<Phrase>| line.is_empty() || line.iter().any(Vec::is_empty);
        if words.is_empty() || words.iter().any(empty) {
            return Err("a topic's `words` need a line, and each line a phrase".to_string());
        }
        let tolerance = tolerance(self.tolerance.as_deref().unwrap_or("0%"))?;
        let known = self.value.as_deref().map(|value| known(value, self.kind, tolerance)).transpose()?;
        Ok(Topic {
            words,
            unless: phrases(&self.unless),
            within: self.within.unwrap_or(WITHIN),
            kind: self.kind,
            expected: self.value.as_deref().and_then(|value| expected(value, self.kind, self.unit.as_ref())),
            unit: self.unit,
            known,
            shown: self.value.unwrap_or_default(),
            subject,
        })
    }
}

fn phrase(text: &str) -> Phrase {
    tokens(text, Span::new(0, text.len())).iter().map(|token| token.word).collect()
}

/// The words of a stretch of text.
fn tokens(text: &str, span: Span) -> Vec<Token> {
    let mut tokens = Vec::new();
    text::tokens(text, span, &mut tokens);
    tokens.retain(Token::is_word);
    tokens
}

/// «2%» as a part of one.
fn tolerance(text: &str) -> Result<Decimal, String> {
    let number = text.strip_suffix('%').and_then(|number| number.trim().parse::<Decimal>().ok());
    let part = number.filter(|n| *n >= Decimal::ZERO).and_then(|n| n.checked_div(Decimal::ONE_HUNDRED));
    part.ok_or_else(|| format!("«{text}» in `tolerance` is not a percentage such as 2%"))
}

fn known(text: &str, kind: Kind, tolerance: Decimal) -> Result<Known, String> {
    let wrong = |form: &str| format!("«{text}» in `value` is not {form}");
    if kind == Kind::Date {
        let date = text.parse::<Edtf>().map_err(|_| wrong("a date such as 1869-11-17 or 2014/2019"))?;
        return Ok(Known::Date(date));
    }
    let (low, high) = text.split_once("..").unwrap_or((text, text));
    let read = |end: &str| match kind {
        Kind::Duration => end.parse::<Period>().ok().and_then(|period| period.seconds_about()),
        _ => end.trim().parse::<Decimal>().ok(),
    };
    let form =
        if kind == Kind::Duration { "a length of time such as P10Y" } else { "a number such as 193 or 190..195" };
    let (Some(low), Some(high)) = (read(low), read(high)) else { return Err(wrong(form)) };
    let wide = |end: Decimal, sign: Decimal| {
        let slack = end.abs().checked_mul(tolerance)?.checked_mul(sign)?;
        end.checked_add(slack)
    };
    let (Some(low), Some(high)) = (wide(low, Decimal::NEGATIVE_ONE), wide(high, Decimal::ONE)) else {
        return Err(wrong(form));
    };
    Ok(Known::Number(low, high))
}

/// What is known as a value, without its tolerance.
fn expected(text: &str, kind: Kind, unit: Option<&CompactString>) -> Option<Value> {
    fn ends<T: FromStr + PartialEq>(text: &str) -> Option<Bounded<T>> {
        let (low, high) = text.split_once("..").unwrap_or((text, text));
        let (low, high) = (low.trim().parse::<T>().ok()?, high.trim().parse::<T>().ok()?);
        Some(if low == high { Bounded::Exact(low) } else { Bounded::Range(low, high) })
    }
    let quantity = || Some(Quantity { amount: ends(text)?, precision: Decimal::ONE, unit: unit.cloned() });
    Some(match kind {
        Kind::Money => Value::Money(quantity()?),
        Kind::Percent => Value::Percent(quantity()?),
        Kind::Count => Value::Count(quantity()?),
        Kind::Ratio => Value::Ratio(quantity()?),
        Kind::Date => Value::Date(DateValue::stated(text.parse().ok()?)),
        Kind::Duration => Value::Duration(Box::new(ends(text)?)),
    })
}

impl Topic {
    /// The first words of each line that must be met.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// What is known of it, as its file says.
    pub fn known(&self) -> Option<&str> {
        self.known.as_ref().map(|_| self.shown.as_str())
    }

    /// Whether what is known of it allows a value.
    pub(super) fn allows(&self, value: &Value) -> bool {
        self.known.as_ref().is_some_and(|known| known.allows(value))
    }

    /// The document's figures that speak of the topic, one a sentence at the most.
    pub(super) fn figures(&self, extracted: &Extracted) -> Vec<usize> {
        let figures = &extracted.figures;
        let text = extracted.document.text.as_str();
        let mut found = Vec::new();
        let mut at = 0;
        while at < figures.len() {
            let sentence = figures[at].sentence;
            let end = at + figures[at..].iter().take_while(|figure| figure.sentence == sentence).count();
            if (at..end).any(|index| self.is_of_kind(&figures[index]))
                && let Some(place) = self.place(&tokens(text, sentence))
            {
                let near = (at..end).filter(|index| self.is_of_kind(&figures[*index]));
                let near = near.map(|index| (words_between(text, place, figures[index].span), index)).min();
                found.extend(near.filter(|(words, _)| *words <= self.within).map(|(_, index)| index));
            }
            at = end;
        }
        found
    }

    fn is_of_kind(&self, figure: &Figure) -> bool {
        let unit = figure.value.quantity().and_then(|quantity| quantity.unit.as_ref());
        figure.kind() == self.kind && self.unit.as_ref().is_none_or(|wanted| unit == Some(wanted))
    }

    /// Where the last of its words stands, if all of them do and none of the others.
    fn place(&self, tokens: &[Token]) -> Option<Span> {
        let find = |phrase: &Phrase| (0..tokens.len()).find(|at| stands_at(phrase, tokens, *at));
        if self.unless.iter().any(|phrase| find(phrase).is_some()) {
            return None;
        }
        let mut place = None;
        for line in &self.words {
            let (at, phrase) = line.iter().find_map(|phrase| Some((find(phrase)?, phrase)))?;
            place = Some(Span::new(tokens[at].span.start, tokens[at + phrase.len() - 1].span.end));
        }
        place
    }
}

/// Whether the phrase begins at a word, whatever is written together with its words.
fn stands_at(phrase: &Phrase, tokens: &[Token], at: usize) -> bool {
    let same = |word: Word, token: &Token| {
        token.word == word
            || lexicon::clitics(token.word)
                .iter()
                .any(|clitics| token.word.without_first(usize::from(clitics.letters)) == word)
    };
    let rest = tokens.get(at..at + phrase.len());
    rest.is_some_and(|rest| phrase.iter().zip(rest).all(|(word, token)| same(*word, token)))
}

fn words_between(text: &str, a: Span, b: Span) -> usize {
    let (from, to) = if a.end <= b.start { (a.end, b.start) } else { (b.end, a.start) };
    text.get(from..to).map_or(0, |between| between.split_whitespace().count())
}

impl Known {
    /// Whether what a figure says may be it: read as wide as it was rounded, or bounded.
    fn allows(&self, value: &Value) -> bool {
        match (self, value) {
            (Known::Date(date), Value::Date(stated)) => match (date.days(), stated.best().days()) {
                (Some(a), Some(b)) => a.0 <= b.1 && b.0 <= a.1,
                _ => true,
            },
            (Known::Number(low, high), value) => {
                ends(value).is_none_or(|(a, b)| a.is_none_or(|a| a <= *high) && b.is_none_or(|b| *low <= b))
            }
            _ => true,
        }
    }
}

/// Whether a figure says something that another could contradict: neither «billions» nor a day of an unknown year.
pub(super) fn is_definite(value: &Value) -> bool {
    match value {
        Value::Date(date) => date.best().days().is_some(),
        _ => ends(value).is_some(),
    }
}

/// Whether two figures may say the same: an open end meets all that lies beyond it.
pub(super) fn agree(a: &Value, b: &Value) -> bool {
    if let Value::Date(date) = a {
        return Known::Date(*date.best()).allows(b);
    }
    let (Some((a_low, a_high)), Some((b_low, b_high))) = (ends(a), ends(b)) else { return true };
    let below = |low: Option<Decimal>, high: Option<Decimal>| low.zip(high).is_none_or(|(low, high)| low <= high);
    below(a_low, b_high) && below(b_low, a_high)
}

/// The least and the most that a number or a length of time may stand for; open ends are none, and so is all of a
/// vague one.
fn ends(value: &Value) -> Option<(Option<Decimal>, Option<Decimal>)> {
    let half = |quantity: &Quantity| quantity.precision.checked_div(Decimal::TWO).unwrap_or_default();
    let (amount, half) = match value {
        Value::Duration(length) => (length.try_map(|period| period.seconds_about())?, Decimal::ZERO),
        _ => value.quantity().map(|quantity| (quantity.amount, half(quantity)))?,
    };
    let about = |n: Decimal| half.max(n.abs().checked_div(Decimal::TEN).unwrap_or_default());
    Some(match amount {
        Bounded::Exact(n) => (n.checked_sub(half), n.checked_add(half)),
        Bounded::About(n) => (n.checked_sub(about(n)), n.checked_add(about(n))),
        Bounded::AtLeast(n) => (Some(n), None),
        Bounded::AtMost(n) => (None, Some(n)),
        Bounded::Range(low, high) => (Some(low), Some(high)),
        Bounded::Vague(_) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topic(lines: &str) -> Result<Topic, String> {
        toml::from_str::<TopicFile>(lines).map_err(|error| error.message().to_string())?.read()
    }

    #[test]
    fn what_is_known_is_a_number_a_range_a_date_or_a_length() {
        for (kind, value) in [
            ("count", "193"),
            ("money", "190..195"),
            ("percent", "0.25"),
            ("date", "1869-11-17"),
            ("date", "2014/2019"),
            ("duration", "P10Y"),
        ] {
            let lines = format!("words = [[\"قناة\"]]\nkind = \"{kind}\"\nvalue = \"{value}\"");
            assert!(topic(&lines).is_ok(), "{kind} {value}");
        }
        for (lines, wanted) in [
            ("words = []\nkind = \"count\"", "a topic's `words` need a line"),
            ("words = [[\"قناة\"]]\nkind = \"count\"\nvalue = \"كثير\"", "is not a number such as 193"),
            ("words = [[\"قناة\"]]\nkind = \"date\"\nvalue = \"غدا\"", "is not a date such as"),
            ("words = [[\"قناة\"]]\nkind = \"duration\"\nvalue = \"10\"", "is not a length of time such as P10Y"),
            ("words = [[\"قناة\"]]\nkind = \"count\"\ntolerance = \"2\"", "is not a percentage such as 2%"),
        ] {
            let error = topic(lines).err().unwrap_or_default();
            assert!(error.contains(wanted), "{lines}: {error}");
        }
    }
    #[test]
    fn sources_agree_within_what_they_say() {
        use Bounded::{About, AtLeast, AtMost, Exact, Range, Vague};
        let value = |amount: Bounded<i64>| {
            let amount = amount.map(Decimal::from);
            Value::Count(Quantity { amount, precision: Decimal::ONE, unit: None })
        };
        for (a, b, alike) in [
            (Exact(193), Exact(193), true),
            (Exact(193), Exact(195), false),
            (AtLeast(190), AtLeast(190), true),
            (AtLeast(190), Exact(193), true),
            (AtLeast(200), Exact(193), false),
            (AtMost(190), AtLeast(200), false),
            (About(200), Exact(193), true),
            (Range(100, 150), Exact(193), false),
        ] {
            assert_eq!((agree(&value(a), &value(b)), agree(&value(b), &value(a))), (alike, alike), "{a:?} {b:?}");
        }
        assert!(!is_definite(&value(Vague(1_000_000))) && is_definite(&value(AtLeast(5))));
    }
}
