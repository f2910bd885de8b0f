//! SARIF 2.1.0, for code scanning: a result a conflict, at the figure to look at first, the others related.

use super::evidence::rounded;
use super::json::pretty;
use super::words::{
    accused, decision_text, end_of, has_lines_of_its_file, in_language, message, severity_text, sides_text, source_text,
};
use super::{Findings, Lang, Options, figure_text};
use crate::decisions::Decisions;
use crate::rules::{Checks, Conflict, Severity, Side};
use crate::text::bidi::harmless;
use serde_json::{Value as Json, json};
use std::io::{self, Write};

/// Draws a log of one run.
pub(super) fn conflicts(findings: &Findings, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut rules: Vec<&str> = findings.shown().iter().map(|conflict| conflict.rule.as_str()).collect();
    rules.sort_unstable();
    rules.dedup();
    let results: Vec<Json> =
        findings.shown().iter().map(|conflict| result(conflict, &rules, findings, options.lang)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "tadqiq",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|id| rule(id, findings.checks, options.lang)).collect::<Vec<_>>(),
            }},
            "language": options.lang.code(),
            "columnKind": "utf16CodeUnits",
            "results": results,
        }],
    });
    pretty(&log, out)
}

fn rule(id: &str, checks: &Checks, lang: Lang) -> Json {
    let Some(check) = checks.get(id) else { return json!({"id": id}) };
    let title = in_language(&check.title, lang).to_string();
    let help: Vec<String> = std::iter::once(title).chain(check.cause_texts(lang)).collect();
    json!({
        "id": id,
        "shortDescription": {"text": in_language(&check.title, lang)},
        "help": {"text": help.join("\n")},
        "defaultConfiguration": {"level": level(check.severity)},
    })
}

fn result(conflict: &Conflict, rules: &[&str], findings: &Findings, lang: Lang) -> Json {
    let first = accused(conflict).next();
    let related: Vec<Json> = conflict
        .sides
        .iter()
        .filter(|side| first.is_none_or(|first| !std::ptr::eq(*side, first)))
        .enumerate()
        .map(|(index, side)| related(index, side, findings, lang))
        .collect();
    let also: Vec<Json> = conflict.sides.iter().flat_map(|side| &side.also).map(|reprint| json!(reprint)).collect();
    let mut result = json!({
        "ruleId": conflict.rule,
        "ruleIndex": rules.binary_search(&conflict.rule.as_str()).unwrap_or_default(),
        "level": level(conflict.severity),
        "message": {"text": text(conflict, lang)},
        "locations": first.map(|side| location(side, findings)).into_iter().collect::<Vec<_>>(),
        "relatedLocations": related,
        "suppressions": suppressions(conflict, findings.decisions, lang),
        "partialFingerprints": {"conflict/v1": conflict.id},
        "properties": {
            "cause": conflict.cause,
            "subject": conflict.subject,
            "ratio": conflict.ratio,
            "score": rounded(conflict.score),
            "tags": [severity_text(conflict.severity, lang)],
        },
    });
    if !also.is_empty() {
        result["properties"]["also"] = json!(also);
    }
    result
}

/// A dismissed conflict is there, and does not alarm.
fn suppressions(conflict: &Conflict, decisions: &Decisions, lang: Lang) -> Vec<Json> {
    let dismissed = decisions.dismissed(conflict).then(|| decision_text(conflict, decisions, lang)).flatten();
    dismissed.map(|why| json!({"kind": "external", "status": "accepted", "justification": why})).into_iter().collect()
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// What is wrong, and what each side says. Brackets would be links there.
fn text(conflict: &Conflict, lang: Lang) -> String {
    let text = format!("{}. {}", message(conflict, lang).trim_end_matches('.'), sides_text(conflict, lang));
    harmless(&text).replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

/// A document that is a line of a file stands there, and is named by its id.
fn location(side: &Side, findings: &Findings) -> Json {
    if let Some(record) = findings.record(side) {
        let region = json!({"startLine": record.line, "snippet": {"text": side.figure.text}});
        return json!({
            "physicalLocation": {
                "artifactLocation": {"uri": uri(&record.file)},
                "region": region,
            },
            "logicalLocations": [{"name": harmless(&side.source)}],
        });
    }
    let mut physical = json!({"artifactLocation": {"uri": uri(&side.source)}});
    if has_lines_of_its_file(&side.source) {
        physical["region"] = region(side, findings);
    }
    json!({"physicalLocation": physical})
}

fn related(index: usize, side: &Side, findings: &Findings, lang: Lang) -> Json {
    let text = format!("{}: {}", harmless(&source_text(side, lang)), figure_text(&side.figure, lang));
    let mut location = location(side, findings);
    location["id"] = json!(index + 1);
    location["message"] = json!({"text": text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")});
    location
}

fn region(side: &Side, findings: &Findings) -> Json {
    let figure = &side.figure;
    let text = findings.documents.get(side.document).map_or("", |extracted| extracted.document.text.as_str());
    let column = |at: usize, fallback: usize| column(text, at).unwrap_or(fallback);
    let (end_line, end_column) = end_of(figure);
    json!({
        "startLine": figure.line,
        "startColumn": column(figure.span.start, figure.column),
        "endLine": end_line,
        "endColumn": column(figure.span.end, end_column),
        "snippet": {"text": figure.text},
    })
}

/// The column of a byte in its line, counted from 1 in UTF-16 code units: what viewers take columns for whether or
/// not they heed `columnKind`.
fn column(text: &str, at: usize) -> Option<usize> {
    let before = text.get(..at)?;
    let line = before.rfind('\n').map_or(before, |end| &before[end + 1..]);
    Some(line.encode_utf16().count() + 1)
}

/// A document's name as a URI reference: relative to where the program ran, unless its path is absolute.
fn uri(source: &str) -> String {
    let path = source.replace('\\', "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    let encoded: String = path
        .bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect();
    if encoded.starts_with('/') { format!("file://{encoded}") } else { encoded }
}

#[cfg(test)]
mod tests {
    use super::{column, conflicts, uri};
    use crate::report::fixture::fixture;
    use crate::report::{Findings, Options, drawn};
    use serde_json::Value as Json;

    #[test]
    fn a_log_is_as_the_standard_has_it() {
        // The schema of OASIS, as the crate serde-sarif 0.8.0 carries it; one of its patterns closes a bracket that
        // it never opened, which is no regular expression.
        let schema = include_str!("../../tests/schemas/sarif-2.1.0.json").replace("{2}]?$", "{2}$");
        let schema: Json = serde_json::from_str(&schema).expect("JSON");
        let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
        let log = drawn(|out| conflicts(&fixture().findings(), &Options::default(), out));
        let log: Json = serde_json::from_str(&log).expect("JSON");
        let errors: Vec<String> = validator.iter_errors(&log).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0]);
        let region = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
        assert_eq!((region["startLine"].as_u64(), region["startColumn"].as_u64()), (Some(3), Some(30)));
        assert_eq!((region["endLine"].as_u64(), region["endColumn"].as_u64()), (Some(3), Some(45)));
    }

    #[test]
    fn a_page_has_no_lines_of_its_file() {
        let fixture = fixture();
        let mut conflicts = fixture.findings().conflicts.to_vec();
        conflicts[0].sides.iter_mut().for_each(|side| side.source = "news/a.HTML".into());
        let findings = Findings { conflicts: &conflicts, ..fixture.findings() };
        let log: Json =
            serde_json::from_str(&drawn(|out| super::conflicts(&findings, &Options::default(), out))).expect("JSON");
        let location = |result: usize| log["runs"][0]["results"][result]["locations"][0]["physicalLocation"].clone();
        assert_eq!(location(0), serde_json::json!({"artifactLocation": {"uri": "news/a.HTML"}}));
        assert!(location(1)["region"].is_object());
    }

    #[test]
    fn columns_are_counted_in_utf16() {
        for (text, at, expected) in
            [("5 ر", 2, Some(3)), ("س\n🌾 5", 8, Some(4)), ("🌾5", 4, Some(3)), ("س", 1, None), ("س", 9, None)]
        {
            assert_eq!(column(text, at), expected, "{text} {at}");
        }
    }

    #[test]
    fn any_name_is_a_uri_reference() {
        for (source, expected) in [
            ("./a/b.txt", "a/b.txt"),
            ("/tmp/a b.txt", "file:///tmp/a%20b.txt"),
            ("خبر:1.txt", "%D8%AE%D8%A8%D8%B1%3A1.txt"),
            ("a\\b#c?.txt", "a/b%23c%3F.txt"),
        ] {
            assert_eq!(uri(source), expected);
        }
    }
}
