//! What is wrong with the input, in the reader's language: which file, where in it, and what to do.
//! Not here: what can be wrong (`document/problem.rs`).

use super::Lang;
use crate::document::{NotDocument, NotText, Ours, Problem, shown};
use crate::locale::Arg;
use std::fmt;
use std::io;

impl Problem {
    /// The problem in words.
    pub fn text(&self, lang: Lang) -> String {
        let path = shown(self.path());
        let say =
            |name: &str, more: &[(&str, Arg)]| lang.text_with(name, &[&[("path", Arg::from(&path))], more].concat());
        let at = |name: &str, line: usize, more: &[(&str, Arg)]| {
            say(name, &[&[("line", Arg::from(&line.to_string()))], more].concat())
        };
        match self {
            Problem::Missing { .. } => say("problem-missing", &[]),
            Problem::Unreadable { error, .. } => {
                say("problem-unreadable", &[("error", (&system_text(error, lang)).into())])
            }
            Problem::EmptyFolder { .. } => {
                let endings = crate::document::EXTENSIONS.join(&super::words::separator(lang));
                say("problem-empty-folder", &[("endings", (&endings).into())])
            }
            Problem::PassedOver { endings, count, .. } => {
                let endings = endings.join(&super::words::separator(lang));
                let n = count.to_string();
                say(
                    "problem-passed-over",
                    &[("n", (&n).into()), ("count", Arg::Count((*count).into())), ("endings", (&endings).into())],
                )
            }
            Problem::Empty { .. } => say("problem-empty", &[]),
            Problem::TooLarge { .. } => say("problem-too-large", &[]),
            Problem::Garbled { line: None, .. } => say("problem-garbled", &[]),
            Problem::Garbled { line: Some(line), .. } => at("problem-garbled-line", *line, &[]),
            Problem::NotText { reason, .. } => {
                say("problem-not-text", &[("reason", (&reason_text(reason, &path, lang)).into())])
            }
            Problem::NoArticle { .. } => say("problem-no-article", &[]),
            Problem::Json { .. } => say("problem-json", &[]),
            Problem::Table { .. } => say("problem-table", &[]),
            Problem::NotLines { .. } => say("problem-not-lines", &[]),
            Problem::LineNotText { line, reason, .. } => {
                at("problem-line-not-text", *line, &[("reason", (&reason_text(reason, &path, lang)).into())])
            }
            Problem::BadLine { line, reason, .. } => {
                at("problem-bad-line", *line, &[("reason", (&why_no_document(reason, lang)).into())])
            }
            Problem::NoText { line, .. } => at("problem-no-text", *line, &[]),
            Problem::EmptyText { line, .. } => at("problem-empty-text", *line, &[]),
            Problem::LongLine { line, .. } => at("problem-long-line", *line, &[]),
            Problem::BadDay { line, key, text, .. } => {
                at("problem-bad-day", *line, &[("key", key.into()), ("text", text.into())])
            }
            Problem::BadCatalog { line, column, reason, .. } => {
                at("problem-bad-catalog", *line, &[("column", (&column.to_string()).into()), ("reason", reason.into())])
            }
            Problem::UnknownFile { file, .. } => say("problem-unknown-file", &[("file", file.into())]),
            Problem::SameId { line, id, first, name, .. } => {
                at("problem-same-id", *line, &[("id", id.into()), ("first", first.into()), ("name", name.into())])
            }
            Problem::Ours { ours, named, .. } => say(
                match (ours, named) {
                    (Ours::Report, false) => "problem-our-report",
                    (Ours::Report, true) => "problem-our-report-named",
                    (Ours::Figures, false) => "problem-our-figures",
                    (Ours::Figures, true) => "problem-our-figures-named",
                },
                &[],
            ),
        }
    }
}

/// In English, for whoever asks for no language.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for Problem {}

/// What the system said; what people commonly meet, in their language.
pub fn system_text(error: &io::Error, lang: Lang) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => lang.text("system-not-found"),
        io::ErrorKind::PermissionDenied => lang.text("system-permission-denied"),
        io::ErrorKind::NotADirectory => lang.text("system-no-folder"),
        io::ErrorKind::IsADirectory => lang.text("system-is-folder"),
        io::ErrorKind::StorageFull => lang.text("system-storage-full"),
        io::ErrorKind::AddrInUse => lang.text("system-address-in-use"),
        _ => error.to_string(),
    }
}

fn reason_text(reason: &NotText, path: &str, lang: Lang) -> String {
    match reason {
        NotText::Format(name) => lang.text_with("not-text-format", &[("name", (*name).into())]),
        NotText::Compressed => lang.text_with("not-text-compressed", &[("path", path.into())]),
        NotText::Binary(at) => lang.text_with("not-text-binary", &[("at", (&at.to_string()).into())]),
        NotText::BrokenUtf8(line, column) => {
            let [line, column] = [line, column].map(ToString::to_string);
            lang.text_with("not-text-utf8", &[("line", (&line).into()), ("column", (&column).into())])
        }
        NotText::BrokenUtf16 => lang.text("not-text-utf16"),
        NotText::Unknown => lang.text("not-text-unknown"),
    }
}

fn why_no_document(reason: &NotDocument, lang: Lang) -> String {
    let at = |name: &str, byte: &usize| lang.text_with(name, &[("byte", (&byte.to_string()).into())]);
    match reason {
        NotDocument::List => lang.text("not-document-list"),
        NotDocument::NoObject => lang.text("not-document-no-object"),
        NotDocument::Cut(byte) => at("not-document-cut", byte),
        NotDocument::NoJson(byte) => at("not-document-no-json", byte),
        NotDocument::Value(byte) => at("not-document-value", byte),
        NotDocument::Twice(key, byte) => {
            let byte = byte.to_string();
            lang.text_with("not-document-twice", &[("key", key.into()), ("byte", (&byte).into())])
        }
        NotDocument::NoFigures => lang.text("not-document-no-figures"),
        NotDocument::Figures(reason) => reason.clone(),
    }
}
