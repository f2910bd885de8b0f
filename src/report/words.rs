//! The parts of a report in words, the same in every format for people: counts, sides, ratios, evidence.

use super::{Findings, Lang, Summary, number_text, value_text};
use crate::align::reasons;
use crate::align::relation::Difference;
use crate::decisions::{Decisions, Verdict, Why};
use crate::figure::{Figure, Kind, Value};
use crate::locale::Arg;
use crate::rules::{Checks, Conflict, Evidence, Reprint, Seen, Severity, Side, Text};
use rust_decimal::Decimal;

/// The likely cause in the reader's language.
pub(super) fn message(conflict: &Conflict, lang: Lang) -> &str {
    in_language(&conflict.message, lang)
}

/// What was read and what was found, in one line; and how much of it is drawn, where that is not all.
pub(super) fn summary_text(findings: &Findings, lang: Lang) -> String {
    let text = counts_text(&Summary::of(findings), lang);
    let [shown, all] = [findings.shown(), findings.conflicts].map(|conflicts| conflicts.len().to_string());
    if shown == all {
        return text;
    }
    let limited = lang.text_with("summary-limited", &[("shown", (&shown).into()), ("all", (&all).into())]);
    format!("{text} · {limited}")
}

fn counts_text(summary: &Summary, lang: Lang) -> String {
    let list = |items: &[(&str, usize)]| {
        let texts: Vec<String> = items.iter().map(|(name, n)| lang.counted(name, *n)).collect();
        texts.join(&separator(lang))
    };
    let read = list(&[
        ("summary-documents", summary.documents),
        ("summary-figures", summary.figures),
        ("summary-stories", summary.stories),
    ]);
    let counts = summary.conflicts;
    let found =
        [("summary-errors", counts.error), ("summary-warnings", counts.warning), ("summary-notes", counts.note)];
    let found: Vec<(&str, usize)> = found.into_iter().filter(|(_, n)| *n > 0).collect();
    let decided = [("summary-confirmed", summary.confirmed), ("summary-dismissed", summary.dismissed)];
    let decided: Vec<(&str, usize)> = decided.into_iter().filter(|(_, n)| *n > 0).collect();
    let mut found = match found.is_empty() {
        true if summary.documents == 0 => lang.text("summary-nothing"),
        true => lang.text("summary-clean"),
        false => list(&found),
    };
    if !decided.is_empty() {
        found = format!("{found}{}{}", separator(lang), list(&decided));
    }
    lang.text_with("summary-line", &[("read", (&read).into()), ("found", (&found).into())])
}

pub(super) fn separator(lang: Lang) -> String {
    lang.text("list-separator") + " "
}

/// The name of a side: a letter, or its number past the alphabet.
pub(crate) fn side_name(side: usize, lang: Lang) -> String {
    let letters = match lang {
        Lang::Ar => "أبجدهوزحطي",
        Lang::En => "ABCDEFGHIJ",
    };
    letters.chars().nth(side).map_or_else(|| (side + 1).to_string(), String::from)
}

/// How far apart the sides are: `×10`, or `≈ ×1.03`; nothing where they are not numbers of one unit.
pub(super) fn ratio_text(conflict: &Conflict, lang: Lang) -> Option<String> {
    let ratio: Decimal = conflict.ratio.as_ref()?.parse().ok()?;
    let rounded = if ratio < Decimal::TEN { ratio.round_dp(2) } else { ratio.round_dp(1) };
    let about = if rounded == ratio { "" } else { "≈ " };
    Some(format!("{about}×{}", number_text(rounded, lang)))
}

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
    // That documents tell one story is told of every pair.
    let telling = |evidence: &&Evidence| evidence.bits >= 0.0 && evidence.seen != Seen::Reason(reasons::Reason::Story);
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

/// What a rule is called, and its id: `فرق بقوة من عشرة (scale)`.
pub(super) fn rule_text(checks: &Checks, rule: &str, lang: Lang) -> String {
    let title = rule_title(checks, rule, lang);
    if title == rule { title } else { lang.text_with("rule", &[("title", (&title).into()), ("rule", rule.into())]) }
}

/// What a rule is called; a rule that is not among those in force, by its id.
pub(super) fn rule_title(checks: &Checks, rule: &str, lang: Lang) -> String {
    checks.get(rule).map_or_else(|| rule.to_string(), |check| in_language(&check.title, lang).to_string())
}

/// The text in the reader's language.
pub(super) fn in_language(text: &Text, lang: Lang) -> &str {
    match lang {
        Lang::Ar => &text.ar,
        Lang::En => &text.en,
    }
}

/// The severity's word.
pub(super) fn severity_text(severity: Severity, lang: Lang) -> String {
    lang.text(match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    })
}

/// The word of a kind of figure.
pub(super) fn kind_text(kind: Kind, lang: Lang) -> String {
    lang.text(match kind {
        Kind::Money => "kind-money",
        Kind::Date => "kind-date",
        Kind::Percent => "kind-percent",
        Kind::Count => "kind-count",
        Kind::Duration => "kind-duration",
        Kind::Ratio => "kind-ratio",
    })
}

/// Publisher and place of a figure: `واحة (a.txt:3)`.
pub(super) fn source_text(side: &Side, lang: Lang) -> String {
    sources_text(side, &[side.figure.line], lang)
}

/// Publisher and places of figures of one document: `واحة (a.txt:1, 3)`.
pub(super) fn sources_text(side: &Side, lines: &[usize], lang: Lang) -> String {
    let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
    let lines = lines.join(&separator(lang));
    let place = lang.text_with("table-source-line", &[("source", (&side.source).into()), ("lines", (&lines).into())]);
    match &side.publisher {
        Some(publisher) => format!("{publisher} ({place})"),
        None => place,
    }
}

/// Names that are told of those who print the same.
const NAMED: usize = 4;

/// Who else prints the sentences of figures word for word, each once: `also: واحة, c.txt`; none where nobody does.
pub(super) fn also_text<'a>(reprints: impl IntoIterator<Item = &'a Reprint>, lang: Lang) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for reprint in reprints {
        if !names.contains(&reprint.name()) {
            names.push(reprint.name());
        }
    }
    if names.is_empty() {
        return None;
    }
    let more = names.len().checked_sub(NAMED).filter(|more| *more > 0);
    let named = names[..names.len().min(NAMED)].join(&separator(lang));
    let more = more.map(|more| format!(" {}", lang.counted("closeup-more", more))).unwrap_or_default();
    Some(lang.text_with("also", &[("sources", (&format!("{named}{more}")).into())]))
}

/// What each side states and who says so: `أ: 97.4 مليار دولار أمريكي (واحة، c.txt) ≠ ب: …`.
pub(super) fn sides_text(conflict: &Conflict, lang: Lang) -> String {
    let last = conflict.sides.iter().map(|side| side.side).max().unwrap_or_default();
    (0..=last)
        .filter_map(|side| side_text(conflict, side, lang))
        .reduce(|a, b| lang.text_with("sides-differ", &[("first", (&a).into()), ("second", (&b).into())]))
        .unwrap_or_default()
}

fn side_text(conflict: &Conflict, side: usize, lang: Lang) -> Option<String> {
    let (mut values, mut sources) = (Vec::new(), Vec::new());
    for figure in conflict.sides.iter().filter(|figure| figure.side == side) {
        add_new(&mut values, value_text(&figure.figure.value, lang));
        add_new(&mut sources, figure.name().to_string());
        figure.also.iter().for_each(|reprint| add_new(&mut sources, reprint.name().to_string()));
    }
    if values.is_empty() {
        return None;
    }
    let (side, separator) = (side_name(side, lang), separator(lang));
    let (values, sources) = (values.join(&separator), sources.join(&separator));
    let arguments = [("side", (&side).into()), ("values", (&values).into()), ("sources", (&sources).into())];
    Some(lang.text_with("side-states", &arguments))
}

fn add_new(texts: &mut Vec<String>, text: String) {
    if !texts.contains(&text) {
        texts.push(text);
    }
}

/// The figures that a reader should look at first: those of the suspect side, or of the last side.
pub(super) fn accused(conflict: &Conflict) -> impl Iterator<Item = &Side> {
    let last = conflict.sides.iter().map(|side| side.side).max().unwrap_or_default();
    let accused = conflict.suspect.unwrap_or(last);
    conflict.sides.iter().filter(move |side| side.side == accused)
}

/// Whether the lines of a document are those of its file: a page's are those of its main text, which its file has not.
pub(super) fn has_lines_of_its_file(source: &str) -> bool {
    let extension = source.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    !matches!(extension.as_deref(), Some("html" | "htm"))
}

/// Line and column of the character after a figure, both counted from 1.
pub(super) fn end_of(figure: &Figure) -> (usize, usize) {
    match figure.text.rsplit_once('\n') {
        Some((before, last)) => (figure.line + before.matches('\n').count() + 1, last.chars().count() + 1),
        None => (figure.line, figure.column + figure.text.chars().count()),
    }
}

/// What a reviewer said of the conflict.
pub(crate) fn decision_text(conflict: &Conflict, decisions: &Decisions, lang: Lang) -> Option<String> {
    let decision = decisions.get(&conflict.id)?;
    let verdict = verdict_text(decision.verdict, decision.right_side(conflict), lang);
    let parts: Vec<String> = [Some(verdict), decision.note.clone()].into_iter().flatten().collect();
    Some(parts.join(" · "))
}

/// What was said of a conflict; `right` is the side that is right, as it stands there now.
pub(super) fn verdict_text(verdict: Verdict, right: Option<usize>, lang: Lang) -> String {
    let said = match verdict {
        Verdict::Confirmed { .. } => lang.text("decision-confirmed"),
        Verdict::Dismissed { reason } => {
            lang.text_with("decision-dismissed", &[("reason", (&reason_text(reason, lang)).into())])
        }
    };
    let right = right.map(|side| lang.text_with("decision-right", &[("side", (&side_name(side, lang)).into())]));
    std::iter::once(said).chain(right).collect::<Vec<_>>().join(" · ")
}

/// The words of a reason.
pub(crate) fn reason_text(reason: Why, lang: Lang) -> String {
    lang.text(match reason {
        Why::DifferentThings => "reason-different-things",
        Why::Rounding => "reason-rounding",
        Why::BothRightAtTheirTime => "reason-both-right-at-their-time",
        Why::Baseline => "reason-baseline",
        Why::Other => "reason-other",
    })
}

/// The figure's sentence with the figure in brackets, so many characters of it on each side.
pub(super) fn marked(side: &Side, around: usize) -> String {
    let figure = &side.figure;
    let start = figure.span.start.saturating_sub(figure.sentence.start);
    let cut = |start: usize| {
        let (before, rest) = (side.sentence.get(..start)?, side.sentence.get(start..)?);
        Some((before, rest.strip_prefix(&figure.text)?))
    };
    match cut(start).or_else(|| cut(side.sentence.find(&figure.text)?)) {
        Some((before, after)) => format!("{}⟦{}⟧{}", last(before, around), figure.text, first(after, around)),
        None => format!("⟦{}⟧ {}", figure.text, first(&side.sentence, around)),
    }
}

/// The last words of a text.
fn last(text: &str, around: usize) -> String {
    match text.char_indices().rev().nth(around) {
        Some((at, _)) => {
            let rest = &text[at..];
            format!("…{}", &rest[rest.find(char::is_whitespace).unwrap_or_default()..])
        }
        None => text.to_string(),
    }
}

/// The first words of a text.
fn first(text: &str, around: usize) -> String {
    match text.char_indices().nth(around) {
        Some((at, _)) => {
            let rest = &text[..at];
            format!("{}…", &rest[..rest.rfind(char::is_whitespace).unwrap_or(at)])
        }
        None => text.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::reasons::Reason;
    use crate::decisions::fixtures::side;

    /// Whether a reason can speak for figures, and whether it can speak against them.
    fn signs(reason: Reason) -> (bool, bool) {
        match reason {
            Reason::Change
            | Reason::Measure
            | Reason::Noun
            | Reason::Person
            | Reason::Rivals
            | Reason::Site
            | Reason::Story => (true, true),
            Reason::Head | Reason::Money | Reason::Place | Reason::Unit => (true, false),
            Reason::Age
            | Reason::Apart
            | Reason::Crowd
            | Reason::NoWords
            | Reason::OneDocument
            | Reason::OneWord
            | Reason::OwnDay
            | Reason::Part
            | Reason::Period
            | Reason::Recurring
            | Reason::SideBySide
            | Reason::ToldToo => (false, true),
        }
    }

    const AROUND: usize = 160;

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

    #[test]
    fn the_figure_is_marked_in_its_sentence() {
        let mut side = side(0, "", "5");
        assert_eq!(marked(&side, AROUND), "بلغت قيمة العرض الذي قدمته المجموعة ⟦5 دولار⟧ في الربع الأول.");
        let long = "كلمة ".repeat(60);
        side.sentence = format!("{long}5 دولار {long}");
        let text = marked(&side, AROUND);
        assert!(text.starts_with("… كلمة") && text.ends_with("كلمة…") && text.contains(" ⟦5 دولار⟧ "), "{text}");
        assert!(text.chars().count() < 2 * AROUND + 20);
        side.sentence = "نص آخر".to_string();
        assert_eq!(marked(&side, AROUND), "⟦5 دولار⟧ نص آخر");
    }
}
