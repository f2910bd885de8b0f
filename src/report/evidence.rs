//! Evidence in words: what speaks for the figures of a conflict being of one thing, and against it.
//! Not here: the other parts of a report (`words.rs`).

use super::{Lang, value_text};
use crate::align::reasons;
use crate::align::relation::Difference;
use crate::figure::Value;
use crate::locale::Arg;
use crate::rules::{Conflict, Evidence, Seen};
use rust_decimal::Decimal;

/// The reasons to believe that the figures speak of the same thing, heaviest first, and their sum.
pub(super) fn evidence_text(conflict: &Conflict, lang: Lang) -> Option<String> {
    if conflict.evidence.is_empty() {
        return None;
    }
    let mut evidence: Vec<_> = conflict.evidence.iter().collect();
    evidence.sort_by(|a, b| b.bits.total_cmp(&a.bits));
    let mut items: Vec<String> = evidence.iter().map(|evidence| evidence_item(evidence, lang)).collect();
    items.push(score_text(conflict, lang));
    Some(items.join(" · "))
}

fn score_text(conflict: &Conflict, lang: Lang) -> String {
    let bits = bits_text(rounded(conflict.score), lang);
    lang.text_with("evidence-score", &[("bits", (&bits).into())])
}

/// So many bits, in words: `24.7 bits`.
pub(super) fn bits_text(bits: f64, lang: Lang) -> String {
    let text = bits.to_string();
    let count = text.parse().map_or(Arg::Text("other"), Arg::Count);
    lang.text_with("bits", &[("n", (&text).into()), ("count", count)])
}

/// Shared words that are named where there is little room.
const FEW: usize = 4;
/// Between words of the texts, which are mostly Arabic.
const BETWEEN: &str = "، ";

/// What speaks for it, without its weights, and the sum: the page and the formats for tools tell all.
pub(super) fn evidence_brief(conflict: &Conflict, lang: Lang) -> Option<String> {
    // Where a kind of difference begins is told of every pair.
    let telling = |evidence: &&Evidence| evidence.bits >= 0.0 && evidence.seen != Seen::Reason(reasons::Reason::Prior);
    let mut evidence: Vec<&Evidence> = conflict.evidence.iter().filter(telling).collect();
    evidence.sort_by(|a, b| b.bits.total_cmp(&a.bits));
    let mut items: Vec<String> = evidence.iter().map(|evidence| brief_item(evidence, lang)).collect();
    if items.is_empty() {
        return None;
    }
    if evidence.iter().any(|evidence| evidence.bits > 0.0) {
        items.push(score_text(conflict, lang));
    }
    Some(items.join(" · "))
}

fn brief_item(evidence: &Evidence, lang: Lang) -> String {
    let name = evidence_name(evidence, lang);
    let detail = match &evidence.seen {
        Seen::Words(words) if words.len() > FEW => format!("{}…", words[..FEW].join(BETWEEN)),
        Seen::Words(_) | Seen::Expected(_) => evidence_detail(evidence, lang),
        Seen::Values(_) | Seen::Reason(_) => return name,
    };
    lang.text_with("evidence-item-weightless", &[("name", (&name).into()), ("detail", (&detail).into())])
}

fn evidence_item(evidence: &Evidence, lang: Lang) -> String {
    let name = evidence_name(evidence, lang);
    let bits = format!("{:+.1}", rounded(evidence.bits));
    let detail = evidence_detail(evidence, lang);
    let arguments = [("name", (&name).into()), ("detail", (&detail).into()), ("bits", (&bits).into())];
    match (detail.is_empty(), rounded(evidence.bits) == 0.0) {
        (true, _) => lang.text_with("evidence-item", &arguments),
        (false, true) => lang.text_with("evidence-item-weightless", &arguments),
        (false, false) => lang.text_with("evidence-item-detail", &arguments),
    }
}

/// What was seen, beyond what it is called.
pub(super) fn evidence_detail(evidence: &Evidence, lang: Lang) -> String {
    match &evidence.seen {
        Seen::Expected(value) => value_text(value, lang),
        seen => seen_text(seen),
    }
}

/// Bits to a tenth: more would be noise, and differ between machines.
pub(super) fn rounded(bits: f64) -> f64 {
    // Adding zero turns -0 into 0.
    (bits * 10.0).round() / 10.0 + 0.0
}

/// What was seen, the same in each language: a number as decimal text, a date in EDTF, a length of time by ISO 8601.
pub(super) fn seen_text(seen: &Seen) -> String {
    match seen {
        Seen::Values(Difference::Scale { tens, digits }) => format!("{digits} (10^{tens})"),
        Seen::Values(
            Difference::Swapped { digits }
            | Difference::Currency { digits }
            | Difference::Measure { digits }
            | Difference::Turn { digits },
        ) => digits.to_string(),
        Seen::Values(_) | Seen::Reason(_) => String::new(),
        Seen::Words(words) => words.join(BETWEEN),
        Seen::Expected(value) => plain(value),
    }
}

fn plain(value: &Value) -> String {
    fn ends<T: ToString + PartialEq>(low: Option<T>, high: Option<T>) -> String {
        let text = |end: Option<T>| end.map(|end| end.to_string()).unwrap_or_default();
        if low == high { text(low) } else { format!("{}..{}", text(low), text(high)) }
    }
    match value {
        Value::Money(q) | Value::Percent(q) | Value::Count(q) | Value::Ratio(q) => {
            let end = |n: Option<&Decimal>| n.map(|n| n.normalize());
            ends(end(q.amount.low()), end(q.amount.high()))
        }
        Value::Date(date) => date.edtf.to_string(),
        Value::Duration(length) => ends(length.low(), length.high()),
    }
}

/// What a kind of evidence is called; what speaks against may have a name of its own.
pub(super) fn evidence_name(evidence: &Evidence, lang: Lang) -> String {
    let kind = evidence.seen.name();
    let against = (evidence.bits < 0.0).then(|| lang.find(&format!("evidence-{kind}-against"))).flatten();
    against.or_else(|| lang.find(&format!("evidence-{kind}"))).unwrap_or_else(|| kind.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::reasons::Reason;

    /// Whether a reason can speak for figures, and whether it can speak against them.
    fn signs(reason: Reason) -> (bool, bool) {
        match reason {
            Reason::Change
            | Reason::Measure
            | Reason::Noun
            | Reason::Person
            | Reason::Purpose
            | Reason::Rivals
            | Reason::Site
            | Reason::Story => (true, true),
            Reason::Head
            | Reason::Money
            | Reason::Once
            | Reason::Place
            | Reason::Prior
            | Reason::Row
            | Reason::Step
            | Reason::Unit => (true, false),
            Reason::Age
            | Reason::Apart
            | Reason::Crowd
            | Reason::NoWords
            | Reason::OneDocument
            | Reason::OneWord
            | Reason::Order
            | Reason::OwnDay
            | Reason::Part
            | Reason::Period
            | Reason::Recurring
            | Reason::SideBySide
            | Reason::ToldToo => (false, true),
        }
    }

    #[test]
    fn every_reason_has_words() {
        for (reason, lang) in Reason::ALL.into_iter().flat_map(|reason| [(reason, Lang::Ar), (reason, Lang::En)]) {
            let has = |end: &str| lang.find(&format!("evidence-{}{end}", reason.name())).is_some();
            assert_eq!((has(""), has("-against")), signs(reason), "{reason:?} {lang:?}");
        }
    }

    #[test]
    fn bits_are_counted_in_arabic() {
        for (bits, text) in [
            (8.0, "8 بتات"),
            (10.0, "10 بتات"),
            (14.0, "14 بتًّا"),
            (40.0, "40 بتًّا"),
            (100.0, "100 بت"),
            (24.7, "24.7 بت"),
        ] {
            assert_eq!(bits_text(bits, Lang::Ar), text);
        }
    }
}
