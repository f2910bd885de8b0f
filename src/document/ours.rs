//! What this program wrote itself: a report beside the articles is no article.
//! Here: how each is told from an article. Not here: what is done about it (`unread.rs`), how it is written (`report/`).

use crate::figure::{FigureRecord, Span};
use memchr::memmem;
use serde::Deserialize;
use serde::de::IgnoredAny;

/// What of ours a file or a line holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ours {
    /// A report of conflicts, figures or stories.
    Report,
    /// Documents with their figures, for `check --figures`.
    Figures,
}

/// How the mark of a report in Markdown begins.
pub(crate) const MARKDOWN_MARK: &str = "<!-- generator: tadqiq ";

/// How the mark of a page begins, as the page's template has it.
const PAGE_MARK: &str = "<meta name=\"generator\" content=\"tadqiq ";

/// How the formats for tools begin.
const BEGINNINGS: [&str; 7] = [
    "id,rule,severity,cause,",
    "source,line,column,start,end,text,kind,",
    "{\n  \"conflicts\": [",
    "{\"figures\": [",
    "::error file=",
    "::warning file=",
    "::notice file=",
];

/// What the log for code scanning has near its beginning.
const LOG_SCHEMA: &str = "json.schemastore.org/sarif";

/// Whether a text begins as our reports for tools do.
pub(super) fn begins(text: &str) -> bool {
    BEGINNINGS.iter().any(|beginning| text.starts_with(beginning)) || text.starts_with('{') && text.contains(LOG_SCHEMA)
}

/// Whether a page is one of our reports.
pub(super) fn is_page(html: &str) -> bool {
    memmem::find(html.as_bytes(), PAGE_MARK.as_bytes()).is_some()
}

/// Whether a text is one of our reports: by its mark, by how it begins, or as a table or a summary that is drawn as ours
/// are.
pub(super) fn is_text(text: &str) -> bool {
    let has = |part: &str| memmem::find(text.as_bytes(), part.as_bytes()).is_some();
    let is_log = || text.starts_with('{') && has("\"semanticVersion\"") && has("\"name\": \"tadqiq\"");
    // Others draw such tables too, but do not isolate each cell.
    let is_table = || has("╞═") && has("┌─") && has("\u{2069} ┆");
    // Where there is nothing to draw a table of, one isolated line is all.
    let is_summary = || {
        let line = text.trim();
        let isolates = line.chars().filter(|c| *c == '\u{2068}').count();
        isolates == 1 && line.starts_with('\u{2068}') && line.ends_with('\u{2069}') && !line.contains('\n')
    };
    begins(text) || has(MARKDOWN_MARK) || is_log() || is_table() || is_summary()
}

/// What of ours a line of JSONL is, if anything.
pub(super) fn line(json: &str) -> Option<Ours> {
    const TELLING: [&str; 3] = ["\"figures\":", "\"sentence\":", "\"story\":"];
    if !TELLING.iter().any(|key| memmem::find(json.as_bytes(), key.as_bytes()).is_some()) {
        return None;
    }
    let is_document = || serde_json::from_str::<Document>(json).is_ok();
    match serde_json::from_str(json).ok()? {
        Line { text: Some(_), figures: Some(figures), .. } if !figures.is_empty() || is_document() => {
            Some(Ours::Figures)
        }
        Line { text: None, rule: Some(_), severity: Some(_), figures: Some(_), .. }
        | Line { text: None, story: Some(_), .. }
        | Line { text: Some(_), source: Some(_), kind: Some(_), value: Some(_), sentence: Some(_), .. } => {
            Some(Ours::Report)
        }
        Line { .. } => None,
    }
}

/// The keys that tell our lines: of a conflict, a figure, a document with its figures, its story.
#[derive(Deserialize)]
struct Line {
    text: Option<IgnoredAny>,
    figures: Option<Vec<FigureRecord>>,
    rule: Option<IgnoredAny>,
    severity: Option<IgnoredAny>,
    source: Option<IgnoredAny>,
    kind: Option<IgnoredAny>,
    value: Option<IgnoredAny>,
    sentence: Option<Span>,
    story: Option<Story>,
}

#[derive(Deserialize)]
#[expect(dead_code)] // That the keys are there is what tells.
struct Story {
    key: usize,
    among: usize,
}

/// A document without figures has no other keys than these.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code)] // As above.
struct Document {
    id: IgnoredAny,
    text: IgnoredAny,
    title: Option<IgnoredAny>,
    publisher: Option<IgnoredAny>,
    published: Option<IgnoredAny>,
    url: Option<IgnoredAny>,
    lang: Option<IgnoredAny>,
    record: Option<IgnoredAny>,
    figures: IgnoredAny,
    story: Option<IgnoredAny>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_write_is_not_ours() {
        for text in [
            "بلغ عدد الطلاب 5.\n┌──┬──┐\n│ 5 ┆ 6 │\n╞══╪══╡\n└──┴──┘\n",
            "{\"version\": \"2.1.0\", \"tool\": {\"name\": \"another\"}}",
            "id,rule,title\n1,2,3\n",
            "<!-- generator: another 1.0 -->\nبلغ 5%.",
        ] {
            assert!(!is_text(text), "{text}");
        }
        assert!(!is_page("<meta name=\"generator\" content=\"WordPress 6\"><p>قال «تدقيق» إن النسبة 5%."));
        for json in [
            r#"{"id": "1", "text": "5%", "figures": [{"src": "a.png"}]}"#,
            r#"{"id": "1", "text": "5%", "figures": 3}"#,
            r#"{"id": "1", "text": "5%", "figures": [], "author": "x"}"#,
            r#"{"id": "1", "text": "5%", "story": {"slug": "x"}}"#,
            r#"{"id": "1", "text": "\"figures\": [] \"sentence\": 5"}"#,
            r#"{"id": "1", "text": "5%", "source": "x", "kind": "y", "value": 1, "sentence": "z"}"#,
        ] {
            assert_eq!(line(json), None, "{json}");
        }
    }
}
