//! `tadqiq.toml`: what holds for a folder of documents whoever checks them.
//! Here: where it is found, and what may stand in it. Not here: its printing (`config.rs`).

use super::choices::{FailOn, Story};
use super::no_rule::NoRule;
use clap::{Args, ValueEnum};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use tadqiq::document::{self, Source, Sources};
use tadqiq::locale::Lang;
use tadqiq::report::system_text;
use tadqiq::rules::{Checks, Severity};

/// The name of the file.
const NAME: &str = "tadqiq.toml";

/// Which configuration holds.
#[derive(Args, Debug)]
pub struct Configured {
    /// Use this configuration, instead of the `tadqiq.toml` in the folder of the documents or above it
    ///
    /// It says which rules are off, what their findings weigh, who published what; `tadqiq config --help` shows
    /// one. Arguments go before it.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// A configuration that cannot be used.
#[derive(Debug)]
pub enum ConfigError {
    /// The system refused to read it.
    Read { path: PathBuf, error: io::Error },
    /// At this place it says what it cannot.
    Broken { place: String, reason: String },
    /// It names a rule that there is not.
    NoRule { place: String, rule: NoRule },
}

impl ConfigError {
    /// The error in words; the reasons of the reader of TOML are in English.
    pub fn text(&self, lang: Lang) -> String {
        let wrong = |place: &str, reason: &str| {
            lang.text_with("failure-config", &[("place", place.into()), ("reason", reason.into())])
        };
        match self {
            ConfigError::Read { path, error } => {
                let (path, error) = (path.display().to_string(), system_text(error, lang));
                lang.text_with("failure-unreadable", &[("path", (&path).into()), ("error", (&error).into())])
            }
            ConfigError::Broken { place, reason } => wrong(place, reason),
            ConfigError::NoRule { place, rule } => wrong(place, &rule.text("failure-config-rule", lang)),
        }
    }
}

/// A configuration, as written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    #[serde(deserialize_with = "choice")]
    lang: Option<Lang>,
    #[serde(deserialize_with = "choice")]
    fail_on: Option<FailOn>,
    #[serde(deserialize_with = "choice")]
    story: Option<Story>,
    rules: Vec<PathBuf>,
    topics: Vec<PathBuf>,
    severity: BTreeMap<String, Level>,
    sources: BTreeMap<String, Source>,
}

/// What the findings of a rule weigh.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Error,
    Warning,
    Note,
    /// The rule is not asked.
    Off,
}

/// A configuration, read.
#[derive(Debug, Default)]
pub struct Config {
    /// The file; none where nothing is configured.
    pub path: Option<PathBuf>,
    pub lang: Option<Lang>,
    pub fail_on: Option<FailOn>,
    pub story: Option<Story>,
    /// Folders of rules.
    pub rules: Vec<PathBuf>,
    /// Folders of topics.
    pub topics: Vec<PathBuf>,
    severity: BTreeMap<String, Level>,
    /// Who published files and folders.
    pub sources: Sources,
}

impl Configured {
    /// The configuration of these documents.
    pub fn read(&self, paths: &[PathBuf]) -> Result<Config, ConfigError> {
        let path = match &self.config {
            Some(path) => path.clone(),
            None => match nearest(paths) {
                Some(path) => path,
                None => return Ok(Config::default()),
            },
        };
        let text = std::fs::read_to_string(&path).map_err(|error| ConfigError::Read { path: path.clone(), error })?;
        Config::parse(path, &text)
    }
}

/// The file in the folder of the documents, or in the nearest one above it.
fn nearest(paths: &[PathBuf]) -> Option<PathBuf> {
    let folder = document::folder_of(paths);
    let folder = std::path::absolute(if folder.as_os_str().is_empty() { Path::new(".") } else { &folder }).ok()?;
    folder.ancestors().map(|folder| folder.join(NAME)).find(|path| path.is_file())
}

impl Config {
    fn parse(path: PathBuf, text: &str) -> Result<Config, ConfigError> {
        let file: File = toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start));
            let line = before.map(|before| format!(":{}", before.matches('\n').count() + 1)).unwrap_or_default();
            ConfigError::Broken { place: format!("{}{line}", path.display()), reason: error.message().to_string() }
        })?;
        let folder = path.parent().unwrap_or(Path::new(""));
        Ok(Config {
            lang: file.lang,
            fail_on: file.fail_on,
            story: file.story,
            rules: file.rules.iter().map(|rules| folder.join(rules)).collect(),
            topics: file.topics.iter().map(|topics| folder.join(topics)).collect(),
            severity: file.severity,
            sources: Sources::new(&path, text, file.sources),
            path: Some(path),
        })
    }

    /// The rules with the severities that are configured, those that are off left out.
    pub fn weigh(&self, mut checks: Checks) -> Result<Checks, ConfigError> {
        for (id, level) in &self.severity {
            if checks.get(id).is_none() {
                let place = self.path.as_deref().unwrap_or(Path::new(NAME)).display().to_string();
                return Err(ConfigError::NoRule { place, rule: NoRule::of(id, &checks) });
            }
            checks = match level {
                Level::Off => checks.without(id),
                Level::Error => checks.with_severity(id, Severity::Error),
                Level::Warning => checks.with_severity(id, Severity::Warning),
                Level::Note => checks.with_severity(id, Severity::Note),
            };
        }
        Ok(checks)
    }
}

/// One of the words that the same option takes as an argument.
fn choice<'de, T: ValueEnum, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    let word = String::deserialize(deserializer)?;
    T::from_str(&word, false).map(Some).map_err(|_| {
        let words: Vec<String> = T::value_variants()
            .iter()
            .filter_map(ValueEnum::to_possible_value)
            .map(|value| format!("`{}`", value.get_name()))
            .collect();
        serde::de::Error::custom(format!("“{word}” is none of {}", words.join(", ")))
    })
}
