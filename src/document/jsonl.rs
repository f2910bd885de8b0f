//! One line of JSONL: `{"id", "text", "title"?, "publisher"?, "published"?, "url"?, "lang"?}`.
//! Not here: how a file is parted into lines (`lines.rs`).

use super::catalog::{Metadata, PUBLISHED};
use super::{Document, NotDocument, Problem, day, encoding};
use serde::Deserialize;
use serde_json::error::Category;
use std::borrow::Cow;
use std::path::Path;

/// A document as its line has it; other keys are ignored.
#[derive(Deserialize)]
struct Record<'a> {
    #[serde(borrow, default)]
    id: Option<Id<'a>>,
    #[serde(borrow, default)]
    text: Option<Cow<'a, str>>,
    title: Option<String>,
    publisher: Option<String>,
    #[serde(borrow, default)]
    published: Option<Cow<'a, str>>,
    url: Option<String>,
    lang: Option<String>,
}

/// Many a database numbers its documents.
#[derive(Deserialize)]
#[serde(untagged)]
enum Id<'a> {
    #[serde(borrow)]
    Text(Cow<'a, str>),
    Number(i64),
}

/// The document of one line. Without an `id` it is named after the file and line.
pub(super) fn read(
    path: &Path,
    line: usize,
    text: &str,
    defaults: &Metadata,
    problems: &mut Vec<Problem>,
) -> Option<Document> {
    // A list of values in order would be read as well.
    if text.trim_start().starts_with('[') {
        problems.push(Problem::BadLine { path: path.to_path_buf(), line, reason: NotDocument::List });
        return None;
    }
    let mut repaired = String::new();
    let path = || path.to_path_buf();
    let record = match record(text, &mut repaired) {
        Ok(record) => record,
        Err(error) => {
            problems.push(Problem::BadLine { path: path(), line, reason: reason(&error, text) });
            return None;
        }
    };
    let Some(text) = record.text else {
        problems.push(Problem::NoText { path: path(), line });
        return None;
    };
    if text.trim().is_empty() {
        problems.push(Problem::EmptyText { path: path(), line });
        return None;
    }
    if encoding::is_garbled(&text) {
        problems.push(Problem::Garbled { path: path(), line: Some(line) });
    }
    let id = match record.id {
        Some(Id::Text(id)) if !id.is_empty() => id.into_owned(),
        Some(Id::Number(id)) => id.to_string(),
        _ => format!("{}:{line}", path().display()),
    };
    let published = record.published.filter(|said| !said.trim().is_empty()).and_then(|said| {
        let day = day::day(&said);
        if day.is_none() {
            problems.push(Problem::BadDay { path: path(), line, key: PUBLISHED.to_string(), text: said.into_owned() });
        }
        day
    });
    let metadata =
        Metadata { title: record.title, publisher: record.publisher, published, url: record.url, lang: record.lang };
    Some(metadata.or(defaults.clone()).document(id, text.into_owned()))
}

/// The record of one line, of which `repaired` holds the text where the line has to be repaired.
fn record<'a>(text: &'a str, repaired: &'a mut String) -> Result<Record<'a>, serde_json::Error> {
    serde_json::from_str(text).or_else(|error| {
        // Half a surrogate pair is no character: other decoders put U+FFFD, and so do we.
        *repaired = without_lone_surrogates(text).ok_or(error)?;
        serde_json::from_str(repaired)
    })
}

/// What is wrong by the parser's reason, with the column only: it counts lines within the line.
fn reason(error: &serde_json::Error, line: &str) -> NotDocument {
    match error.classify() {
        Category::Eof => NotDocument::Cut(error.column()),
        Category::Data if !line.trim_start().starts_with('{') => NotDocument::NoObject,
        Category::Data => match twice(error) {
            Some(key) => NotDocument::Twice(key, error.column()),
            None => NotDocument::Value(error.column()),
        },
        Category::Syntax | Category::Io => NotDocument::NoJson(error.column()),
    }
}

/// The key that stands twice, where that is what is wrong: only the parser's own text tells it from other values.
fn twice(error: &serde_json::Error) -> Option<String> {
    let told = error.to_string();
    let (key, _) = told.strip_prefix("duplicate field `")?.split_once('`')?;
    Some(key.to_string())
}

/// The JSON with U+FFFD for every escaped half of a surrogate pair; none where there is no such half.
fn without_lone_surrogates(json: &str) -> Option<String> {
    let mut repaired = String::new();
    let mut kept = 0;
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'\\', json.as_bytes().get(at..)?) {
        at += found;
        match escaped_unit(json, at) {
            None => at += 2,
            Some(high)
                if high & 0xFC00 == 0xD800 && escaped_unit(json, at + 6).is_some_and(|low| low & 0xFC00 == 0xDC00) =>
            {
                at += 12;
            }
            Some(unit) => {
                if unit & 0xF800 == 0xD800 {
                    repaired.push_str(&json[kept..at]);
                    repaired.push_str("\\ufffd");
                    kept = at + 6;
                }
                at += 6;
            }
        }
    }
    (kept > 0).then(|| repaired + &json[kept..])
}

/// The UTF-16 unit that is escaped at `at` as `\uXXXX`.
fn escaped_unit(json: &str, at: usize) -> Option<u16> {
    let digits = json.get(at..at + 6)?.strip_prefix("\\u")?;
    let hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    hexadecimal.then(|| u16::from_str_radix(digits, 16).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> (Option<Document>, Vec<String>) {
        let mut problems = Vec::new();
        let document = read(Path::new("a.jsonl"), 7, line, &Metadata::default(), &mut problems);
        (document, problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn documents_are_read() {
        let (document, problems) = of(
            r#"{"id": "x", "text": "بلغ 5%", "publisher": "واحة", "published": "2018-03-01T10:00:00Z", "extra": [1]}"#,
        );
        let document = document.expect("a document");
        assert_eq!((document.id.as_str(), document.text.as_str()), ("x", "بلغ 5%"));
        assert_eq!(document.publisher.as_deref(), Some("واحة"));
        assert_eq!(document.published.map(|day| day.to_string()).as_deref(), Some("2018-03-01"));
        assert!(problems.is_empty());
        for (line, id) in [
            (r#"{"text": "x"}"#, "a.jsonl:7"),
            (r#"{"id": null, "text": "x", "published": null}"#, "a.jsonl:7"),
            (r#"{"id": "", "text": "x", "published": ""}"#, "a.jsonl:7"),
            (r#"{"id": 42, "text": "x"}"#, "42"),
        ] {
            let (document, problems) = of(line);
            assert_eq!(document.map(|document| document.id).as_deref(), Some(id), "{line}");
            assert!(problems.is_empty(), "{line}");
        }
    }

    #[test]
    fn a_broken_line_is_named() {
        for (line, want) in [
            (r#"{"id": "x"}"#, "a.jsonl:7: a document needs a `text`"),
            (r#"{"text": null}"#, "a.jsonl:7: a document needs a `text`"),
            (r#"{"text": ""}"#, "a.jsonl:7: `text` is empty; there is nothing to read"),
            (r#"{"text": " \n\u00a0"}"#, "a.jsonl:7: `text` is empty; there is nothing to read"),
            (r#"{"text": "x""#, "a.jsonl:7: not a document: the JSON breaks off (byte 12)"),
            (
                r#"{"text": 5}"#,
                "a.jsonl:7: not a document: a value of the wrong kind (byte 10): `id` is text or a whole number",
            ),
            (
                r#"{"text": "x", "id": 1, "text": "y"}"#,
                "a.jsonl:7: not a document: `text` stands there twice (byte 29)",
            ),
            (r#"{"id": "1", "text": "x", "id": "2"}"#, "a.jsonl:7: not a document: `id` stands there twice (byte 29)"),
            (r#"["x", "بلغ 5%"]"#, "a.jsonl:7: not a document: a list, which"),
            ("5", "a.jsonl:7: not a document: no object; a line is one, such as {"),
            (r#"{"text": "x", "id": []}"#, "a.jsonl:7: not a document: a value of the wrong kind (byte"),
            ("not JSON", "a.jsonl:7: not a document: no JSON (byte 2); a line is an object such as {\"id\": \"1\","),
            (r#"{"text": "\ud8zz"}"#, "a.jsonl:7: not a document: no JSON (byte 16)"),
            ("{\"text\": \"\u{0}\"}", "a.jsonl:7: not a document: no JSON (byte 1"),
        ] {
            let (document, problems) = of(line);
            assert_eq!(document, None, "{line}");
            assert!(problems.len() == 1 && problems[0].starts_with(want), "{line}: {problems:?}");
        }
        assert!(of(&"[".repeat(100_000)).0.is_none());
        assert!(of(&format!("{{\"text\": \"x\", \"y\": {}", "[".repeat(100_000))).0.is_none());
    }

    #[test]
    fn a_bad_day_costs_only_the_day() {
        let (document, problems) = of(r#"{"text": "x", "published": "أمس"}"#);
        assert_eq!(document.map(|document| document.published), Some(None));
        assert_eq!(
            problems,
            ["a.jsonl:7: `published` is “أمس”, not a date such as 2025-02-12; the document is read without it"]
        );
    }

    #[test]
    fn half_a_surrogate_pair_becomes_a_replacement() {
        for (line, text) in [
            (r#"{"text": "5 \ud83d\ude00 6"}"#, "5 😀 6"),
            (r#"{"text": "5 \ud83d 6"}"#, "5 \u{FFFD} 6"),
            (r#"{"text": "5 \ude00\ud83d"}"#, "5 \u{FFFD}\u{FFFD}"),
            (r#"{"text": "\ud83d\ud83d\ude00"}"#, "\u{FFFD}😀"),
            (r#"{"text": "\\ud83d \ud83d\u0041"}"#, "\\ud83d \u{FFFD}A"),
        ] {
            let (document, problems) = of(line);
            assert_eq!(document.map(|document| document.text).as_deref(), Some(text), "{line}");
            assert!(problems.is_empty(), "{line}");
        }
    }
}
