//! Rule files: what a rule is called, when it speaks, what it says, and the examples that prove it.
//! Here: their types and loading; built-in rules go the way of a user's own. Not here: the judging.

use super::finds::Finds;
use super::template::{self, Filling};
use super::topic::{Topic, TopicFile};
use super::{Severity, Text};
use crate::figure::Kind;
use crate::locale::Lang;
use include_dir::{Dir, include_dir};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

static CHECKS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules/checks");
static TOPICS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules/topics");

/// A rule.
#[derive(Clone, Debug)]
pub struct Check {
    /// Its name in reports, and on the command line.
    pub id: String,
    /// What it looks for.
    pub finds: Finds,
    /// How much its findings matter.
    pub severity: Severity,
    /// When it speaks.
    pub thresholds: Thresholds,
    /// Which figures it looks at.
    pub only: Only,
    /// The claim that it watches, where it is a topic.
    pub topic: Option<Topic>,
    /// What it is called.
    pub title: Text,
    /// What it says: a template, as are the causes.
    pub message: Text,
    /// The likely causes, by key.
    pub causes: BTreeMap<String, Text>,
    /// Texts that it finds conflicts in.
    pub conflicts: Vec<Example>,
    /// Texts that it finds nothing in.
    pub agrees: Vec<Example>,
    /// The file that it is from.
    pub file: PathBuf,
    /// What stands in that file.
    pub text: String,
}

/// When a rule speaks, in bits of a pair's score.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Thresholds {
    /// From here on it speaks.
    pub min_bits: f64,
    /// Figures of one document need this much: their writer knew both.
    pub one_document_bits: f64,
    /// Figures of two documents need this much where one of the documents has both values somewhere.
    pub shared_bits: f64,
    /// A headline and its own article need this much: the one tells what the other tells.
    pub headline_bits: f64,
    /// From here on its findings have its own severity; below, one less.
    pub sure_bits: f64,
}

impl Default for Thresholds {
    fn default() -> Thresholds {
        Thresholds { min_bits: 8.0, one_document_bits: 40.0, shared_bits: 15.0, headline_bits: 13.0, sure_bits: 0.0 }
    }
}

/// Which figures a rule looks at.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Only {
    /// These kinds; all if empty.
    pub kinds: Vec<Kind>,
}

/// Texts with what a rule must say of them.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The texts of the documents of one story.
    pub texts: Vec<String>,
    /// Their days of publication, as many as texts or none.
    #[serde(default)]
    pub published: Vec<String>,
    /// The cause that must be named.
    #[serde(default)]
    pub cause: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckFile {
    id: String,
    // A topic says what it looks for by itself.
    #[serde(default)]
    finds: Option<Finds>,
    severity: Severity,
    #[serde(default)]
    thresholds: Thresholds,
    #[serde(default)]
    only: Only,
    #[serde(default)]
    topic: Option<TopicFile>,
    title: Text,
    message: Text,
    #[serde(default)]
    causes: BTreeMap<String, Text>,
    #[serde(default)]
    conflicts: Vec<Example>,
    #[serde(default)]
    agrees: Vec<Example>,
}

/// A rule file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// The file or folder cannot be read.
    #[error("cannot read rules from {}: {source}; name a folder of .toml files", path.display())]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The folder has no rule.
    #[error("no rule in {}: a rule is a .toml file; `tadqiq rules show scale` shows one", path.display())]
    Empty {
        /// Which.
        path: PathBuf,
    },
    /// The folder has no topic.
    #[error("no topic in {}: a topic is a .toml file with a [topic]; `tadqiq rules show suez-length` shows one", path.display())]
    NoTopic {
        /// Which.
        path: PathBuf,
    },
    /// The file is not a rule.
    #[error("{}{}: {message}", path.display(), line.map(|line| format!(":{line}")).unwrap_or_default())]
    Broken {
        /// Which.
        path: PathBuf,
        /// Where in it.
        line: Option<usize>,
        /// What is wrong and what to do.
        message: String,
    },
}

/// The rules in force, from `rules/checks` and the user's own folders.
#[derive(Clone, Debug, Default)]
pub struct Checks {
    checks: Vec<Check>,
}

impl Checks {
    /// The rules that are built into the program.
    pub fn builtin() -> Checks {
        static BUILTIN: std::sync::LazyLock<Checks> = std::sync::LazyLock::new(|| {
            let folders = [(&CHECKS, "rules/checks"), (&TOPICS, "rules/topics")];
            let files = folders.into_iter().flat_map(|(folder, name)| {
                folder.files().filter_map(move |file| Some((Path::new(name).join(file.path()), file.contents_utf8()?)))
            });
            let checks: Result<Vec<Check>, CheckError> = files.map(|(path, text)| read(path, text)).collect();
            // A test loads the built-in files, so that a release cannot carry a broken one.
            let mut checks = checks.unwrap_or_else(|error| panic!("a built-in rule is broken: {error}"));
            checks.sort_by(|a, b| a.id.cmp(&b.id));
            Checks { checks }
        });
        BUILTIN.clone()
    }

    /// The rules of a folder of .toml files, in the order of their names.
    pub fn load(folder: &Path) -> Result<Checks, CheckError> {
        let unreadable = |source| CheckError::Read { path: folder.to_path_buf(), source };
        let mut paths = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                paths.push(path);
            }
        }
        paths.sort();
        let mut checks: Vec<Check> = Vec::new();
        for path in paths {
            let text =
                std::fs::read_to_string(&path).map_err(|source| CheckError::Read { path: path.clone(), source })?;
            let check = read(path, &text)?;
            tells_each_cause(&check)?;
            if let Some(same) = checks.iter().find(|known| known.id == check.id) {
                let message =
                    format!("the rule «{}» is in {} too; give one of them another id", check.id, same.file.display());
                return Err(CheckError::Broken { path: check.file, line: None, message });
            }
            checks.push(check);
        }
        if checks.is_empty() {
            return Err(CheckError::Empty { path: folder.to_path_buf() });
        }
        Ok(Checks { checks })
    }

    /// The topics of a folder of .toml files.
    pub fn load_topics(folder: &Path) -> Result<Checks, CheckError> {
        let topics = Checks::load(folder).map_err(|error| match error {
            CheckError::Empty { path } => CheckError::NoTopic { path },
            other => other,
        })?;
        match topics.checks.iter().find(|check| check.topic.is_none()) {
            None => Ok(topics),
            Some(check) => {
                let message =
                    "a topic needs a [topic] (the README shows one); rules without go into a folder for --rules";
                Err(CheckError::Broken { path: check.file.clone(), line: None, message: message.to_string() })
            }
        }
    }

    /// These rules with others before them: a rule with the id of an earlier one takes its place.
    pub fn with(self, others: Checks) -> Checks {
        let mut checks = others.checks;
        checks.extend(
            self.checks.into_iter().filter(|check| !checks.iter().any(|own| own.id == check.id)).collect::<Vec<_>>(),
        );
        Checks { checks }
    }

    /// These rules, the one of this id with another severity.
    pub fn with_severity(mut self, id: &str, severity: Severity) -> Checks {
        self.checks.iter_mut().filter(|check| check.id == id).for_each(|check| check.severity = severity);
        self
    }

    /// These rules without the one of this id.
    pub fn without(mut self, id: &str) -> Checks {
        self.checks.retain(|check| check.id != id);
        self
    }

    /// The rules, in the order in which they are asked.
    pub fn iter(&self) -> impl Iterator<Item = &Check> {
        self.checks.iter()
    }

    /// The rules that never speak, each after the one that is asked before it and looks for the same.
    pub fn shadowed(&self) -> impl Iterator<Item = (&Check, &Check)> {
        self.checks.iter().enumerate().filter_map(|(at, check)| {
            let earlier = self.checks[..at].iter().find(|earlier| check.is_shadowed_by(earlier));
            earlier.map(|earlier| (earlier, check))
        })
    }

    /// The rule of this id.
    pub fn get(&self, id: &str) -> Option<&Check> {
        self.checks.iter().find(|check| check.id == id)
    }

    /// The first rule that looks for this among figures of this kind.
    pub fn finding(&self, finds: Finds, kind: Kind) -> Option<&Check> {
        let fits =
            |check: &&Check| check.finds == finds && (check.only.kinds.is_empty() || check.only.kinds.contains(&kind));
        self.checks.iter().find(fits)
    }
}

impl Check {
    /// The texts of the likely causes, as they are where no figures are known.
    pub fn cause_texts(&self, lang: Lang) -> impl Iterator<Item = String> {
        let template = move |text: &Text| match lang {
            Lang::Ar => text.ar.clone(),
            Lang::En => text.en.clone(),
        };
        self.causes.values().map(move |text| Filling::default().say(&template(text), "", lang))
    }

    /// Whether another, asked before it, leaves nothing to this one.
    fn is_shadowed_by(&self, other: &Check) -> bool {
        let (mine, others) = (&self.only.kinds, &other.only.kinds);
        let all = others.is_empty() || !mine.is_empty() && mine.iter().all(|kind| others.contains(kind));
        self.finds == other.finds && self.topic.is_none() && all
    }
}

/// A rule of one's own needs a text for each cause that the built-in rule has one for: the two look for the same.
fn tells_each_cause(check: &Check) -> Result<(), CheckError> {
    let asks = template::tells_cause(&check.message.ar) || template::tells_cause(&check.message.en);
    let builtin = Checks::builtin();
    let mut needed = builtin.iter().filter(|known| known.finds == check.finds).flat_map(|known| known.causes.keys());
    match needed.find(|cause| asks && !check.causes.contains_key(*cause)) {
        None => Ok(()),
        Some(cause) => {
            let message = format!(
                "the message tells the {{cause}}, and what is found may have the cause «{cause}»: give it a text, ar and en, under [causes.{cause}]"
            );
            Err(CheckError::Broken { path: check.file.clone(), line: None, message })
        }
    }
}

/// The texts of a rule have places that something fills, in both languages.
fn speaks(file: &CheckFile) -> Result<(), String> {
    let causes = file.causes.iter().map(|(cause, text)| (format!("causes.{cause}"), text, false));
    for (key, text, is_message) in std::iter::once(("message".to_string(), &file.message, true)).chain(causes) {
        for (lang, template) in [("ar", &text.ar), ("en", &text.en)] {
            template::check(template, is_message).map_err(|wrong| format!("`{key}.{lang}` {wrong}"))?;
        }
    }
    Ok(())
}

/// Reads one rule.
fn read(path: PathBuf, text: &str) -> Result<Check, CheckError> {
    let line_of = |at: usize| text.get(..at).map(|before| before.matches('\n').count() + 1);
    let file: CheckFile = toml::from_str(text).map_err(|error| CheckError::Broken {
        path: path.clone(),
        line: error.span().and_then(|span| line_of(span.start)),
        message: format!("{}; `tadqiq rules show scale` shows a whole rule", error.message()),
    })?;
    let broken = |message: String| CheckError::Broken { path: path.clone(), line: None, message };
    speaks(&file).map_err(broken)?;
    let topic = file.topic.map(TopicFile::read).transpose().map_err(broken)?;
    let finds = match (file.finds, &topic) {
        (None | Some(Finds::Topic), Some(_)) => Finds::Topic,
        (Some(finds), None) if finds != Finds::Topic => finds,
        (Some(_), _) => return Err(broken("what has a [topic] has no other `finds` than topic".to_string())),
        (None, None) => return Err(broken("a rule needs a `finds` or a [topic]".to_string())),
    };
    if file.conflicts.is_empty() || file.agrees.is_empty() {
        return Err(broken(
            "a rule needs at least one example under [[conflicts]] and one under [[agrees]]".to_string(),
        ));
    }
    for example in file.conflicts.iter().chain(&file.agrees) {
        if !example.published.is_empty() && example.published.len() != example.texts.len() {
            return Err(broken("an example's `published` needs as many days as it has `texts`".to_string()));
        }
        if let Some(day) = example.published.iter().find(|day| day.parse::<jiff::civil::Date>().is_err()) {
            return Err(broken(format!("«{day}» in `published` is not a day such as 2024-05-03")));
        }
        if let Some(cause) = example.cause.as_ref().filter(|cause| !file.causes.contains_key(*cause)) {
            return Err(broken(format!("the cause «{cause}» of an example has no text under [causes.{cause}]")));
        }
    }
    Ok(Check {
        id: file.id,
        finds,
        severity: file.severity,
        thresholds: file.thresholds,
        only: file.only,
        topic,
        title: file.title,
        message: file.message,
        causes: file.causes,
        conflicts: file.conflicts,
        agrees: file.agrees,
        text: text.to_string(),
        file: path,
    })
}
