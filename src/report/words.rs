//! The parts of a report in words, the same in every format for people: counts, sides, ratios.
//! Not here: evidence (`evidence.rs`).

use super::{Findings, Lang, Summary, figure_text, number_text};
use crate::decisions::{Decisions, Verdict, Why};
use crate::figure::{Figure, Kind};
use crate::rules::{Checks, Conflict, Reprint, Severity, Side, Text};
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
        add_new(&mut values, figure_text(&figure.figure, lang));
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
        Verdict::Dismissed { reason: Why::Baseline } => lang.text("decision-baseline"),
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
    use crate::decisions::fixture::side;

    const AROUND: usize = 160;

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
