//! Why files of ours could not be read or written, in the reader's language: decisions, and rules.
//! What is wrong within a rule file, and in the syntax of TOML, is told in English. Not here: problems of the input
//! (`problem.rs`).

use super::{Lang, system_text};
use crate::decisions::{Broken, FileError};
use crate::document::shown;
use crate::rules::CheckError;
use std::path::Path;

impl FileError {
    /// The error in words.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            FileError::Read { path, source } => {
                let (path, error) = (shown(path), system_text(source, lang));
                lang.text_with("failure-unreadable", &[("path", (&path).into()), ("error", (&error).into())])
            }
            FileError::Write { path, source } => {
                let (name, error) = (shown(path), system_text(source, lang));
                lang.text_with("failure-unwritable", &[("name", (&name).into()), ("error", (&error).into())])
            }
            FileError::Broken { path, broken } => {
                let reason = match broken {
                    Broken::Newer(version) => {
                        lang.text_with("decisions-newer", &[("version", (&version.to_string()).into())])
                    }
                    Broken::Line { line, message } => lang.text_with(
                        "decisions-broken",
                        &[("line", (&line.to_string()).into()), ("reason", message.into())],
                    ),
                };
                lang.text_with("problem-not-text", &[("path", (&shown(path)).into()), ("reason", (&reason).into())])
            }
            FileError::Meanwhile(_) => lang.text("decisions-meanwhile"),
        }
    }
}

impl CheckError {
    /// The error in words.
    pub fn text(&self, lang: Lang) -> String {
        let no = |name: &str, path: &Path| lang.text_with(name, &[("path", (&shown(path)).into())]);
        match self {
            CheckError::Read { path, source } => {
                let (path, error) = (shown(path), system_text(source, lang));
                lang.text_with("failure-rules-unreadable", &[("path", (&path).into()), ("error", (&error).into())])
            }
            CheckError::Empty { path } => no("failure-no-rule-file", path),
            CheckError::NoTopic { path } => no("failure-no-topic-file", path),
            CheckError::Broken { .. } => self.to_string(),
        }
    }
}
