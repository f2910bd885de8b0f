//! `tadqiq config`: what is in force for some documents, by arguments, configuration and defaults.

use super::configured::{Configured, Level};
use super::messages::Problems;
use super::output::Output;
use super::settings::{RuleFolders, Stories, locale};
use super::{Failure, Outcome};
use clap::ValueEnum;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use tadqiq::document::{self, Sources};
use tadqiq::rules::{Checks, Severity};

const AFTER_HELP: &str = "\
A configuration is a file `tadqiq.toml` in the folder of the documents, or above it:

  lang = \"ar\"                 # as --lang
  fail_on = \"error\"           # as --fail-on
  story = \"all\"               # as --story
  rules = [\"our-rules\"]       # as --rules; paths begin in this file's folder
  topics = [\"our-topics\"]     # as --topics

  [severity]                  # rule = error, warning, note or off
  evolution = \"off\"
  date = \"warning\"

  [sources]                   # what sources.toml says, of files and folders
  \"waha\" = { publisher = \"واحة الأخبار\" }
  \"mina/17.txt\" = { publisher = \"صحيفة الميناء\", published = 2025-02-12 }

Arguments go before it, and a `sources.toml` in the folder of a file before [sources].";

/// Print what is in force for these documents, and which file says so
#[derive(clap::Args, Debug)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// Files and folders, as `check` takes them; by default the current folder
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    configured: Configured,

    #[command(flatten)]
    stories: Stories,

    #[command(flatten)]
    rule_folders: RuleFolders,
}

/// What is in force, in the words of the file.
#[derive(Serialize)]
struct InForce {
    lang: &'static str,
    fail_on: String,
    story: String,
    rules: Vec<PathBuf>,
    topics: Vec<PathBuf>,
    severity: BTreeMap<String, Level>,
    sources: Sources,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    let mut config = args.configured.read(&args.paths)?;
    let lang = config.lang.unwrap_or_else(locale);
    let mut problems = Problems::new(lang);
    document::not_there(&args.paths).for_each(|problem| problems.tell(&problem));
    let sources = std::mem::take(&mut config.sources);
    let in_force = InForce {
        lang: lang.code(),
        fail_on: name(config.fail_on.unwrap_or_default()),
        story: name(args.stories.story(&config)),
        rules: args.rule_folders.folders(&config).map(Path::to_path_buf).collect(),
        topics: args.rule_folders.topic_folders(&config).map(Path::to_path_buf).collect(),
        severity: levels(&args.rule_folders.known(&config)?, &args.rule_folders.checks(&config)?),
        sources,
    };
    let from = config.path.as_ref().map_or("no tadqiq.toml".to_string(), |path| path.display().to_string());
    let text = toml::to_string(&in_force).map_err(|error| Failure::Other(error.to_string()))?;
    let catalogs: String =
        catalogs(&args.paths).map(|path| format!("# {} goes before [sources]\n", path.display())).collect();
    Output::standard().write(|out| write!(out, "# {from}\n{catalogs}{text}"))?;
    Ok(if problems.any_lost() { Outcome::Partial } else { Outcome::Clean })
}

/// The files `sources.toml` of the folders that documents are read from, each once.
fn catalogs(paths: &[PathBuf]) -> impl Iterator<Item = PathBuf> {
    let here = [PathBuf::from(".")];
    let folders = if paths.is_empty() { &here } else { paths };
    let beside = |path: &PathBuf| match path.is_file() {
        true => vec![path.with_file_name(document::CATALOG)].into_iter().filter(|path| path.is_file()).collect(),
        false => document::catalogs_in(path),
    };
    let mut seen = BTreeSet::new();
    let all: Vec<PathBuf> = folders.iter().flat_map(beside).collect();
    all.into_iter().filter(move |path| path.canonicalize().is_ok_and(|path| seen.insert(path)))
}

/// What the findings of each known rule weigh among those in force.
fn levels(known: &Checks, in_force: &Checks) -> BTreeMap<String, Level> {
    let level = |id: &str| match in_force.get(id).map(|check| check.severity) {
        Some(Severity::Error) => Level::Error,
        Some(Severity::Warning) => Level::Warning,
        Some(Severity::Note) => Level::Note,
        None => Level::Off,
    };
    known.iter().map(|check| (check.id.clone(), level(&check.id))).collect()
}

/// The word of a choice, as an argument has it.
fn name(choice: impl ValueEnum) -> String {
    choice.to_possible_value().map(|value| value.get_name().to_string()).unwrap_or_default()
}
