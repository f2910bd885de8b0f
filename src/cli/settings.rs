//! The arguments that several commands share, and what they mean: typed once, understood once.

use super::Failure;
use super::choices::Story;
use super::configured::Config;
use super::messages;
use super::output::{Output, OutputError, Reads};
use clap::{Args, ValueEnum};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use tadqiq::align::AlignOptions;
use tadqiq::locale::Lang;
use tadqiq::report::Options;
use tadqiq::rules::{CheckError, Checks};

/// The documents that a command reads.
#[derive(Args, Debug)]
pub struct Inputs {
    /// Files and folders: .txt, .md, .html, .jsonl; `-` reads JSONL from standard input
    ///
    /// Folders are read with all that they hold, hidden files excepted. Beside the files a `sources.toml` may say
    /// who published each, and when. A JSONL line is {"id", "text", "title"?, "publisher"?, "published"?, "url"?,
    /// "lang"?}. Text is UTF-8, UTF-16 with a byte order mark, or Windows-1256.
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,

    #[command(flatten)]
    pub threads: Threads,
}

/// How many threads there are.
#[derive(Args, Debug)]
pub struct Threads {
    /// Use so many threads, instead of one a core
    #[arg(long, value_name = "N", value_parser = number_of_threads, allow_negative_numbers = true)]
    threads: Option<u16>,
}

fn number_of_threads(text: &str) -> Result<u16, &'static str> {
    let number = text.parse().ok().filter(|number| *number > 0);
    number.ok_or("a whole number from 1 to 65535 is needed; without it there is one thread a core")
}

/// What the documents are checked against.
#[derive(Args, Debug, Default)]
pub struct RuleFolders {
    /// Also use the rules of this folder; one with the id of a built-in rule takes its place
    ///
    /// A rule is a .toml file; `tadqiq rules show ID` prints one.
    #[arg(long, value_name = "DIR")]
    pub rules: Vec<PathBuf>,

    /// Also watch the topics of this folder: claims of which it is known what is right
    ///
    /// A topic is a .toml file like a rule, with a [topic] that says how to recognise the claim; the built-in
    /// `suez-length` shows the form. `tadqiq rules test --topics DIR` runs their examples.
    #[arg(long, value_name = "DIR")]
    pub topics: Vec<PathBuf>,
}

impl RuleFolders {
    /// The folders of rules, those of the configuration first.
    pub fn folders<'a>(&'a self, config: &'a Config) -> impl Iterator<Item = &'a Path> {
        config.rules.iter().chain(&self.rules).map(PathBuf::as_path)
    }

    /// The folders of topics, those of the configuration first.
    pub fn topic_folders<'a>(&'a self, config: &'a Config) -> impl Iterator<Item = &'a Path> {
        config.topics.iter().chain(&self.topics).map(PathBuf::as_path)
    }

    /// All rules and topics that there are.
    pub fn known(&self, config: &Config) -> Result<Checks, CheckError> {
        let mut folders = self.folders(config);
        let rules = folders.try_fold(Checks::builtin(), |checks, folder| Ok(checks.with(Checks::load(folder)?)))?;
        self.topic_folders(config).try_fold(rules, |checks, folder| Ok(checks.with(Checks::load_topics(folder)?)))
    }

    /// The rules in force.
    pub fn checks(&self, config: &Config) -> Result<Checks, Failure> {
        let checks = config.weigh(self.known(config)?)?;
        for (by, check) in checks.shadowed() {
            let warning = format!(
                "{}: the rule “{}” shadows “{}”, which is asked after it and looks for the same: give it that id to take \
                 its place, or narrow it with [only]",
                by.file.display(),
                by.id,
                check.id
            );
            // What is told of rule files is in English, as they are.
            messages::warning(&warning, Lang::En);
        }
        Ok(checks)
    }
}

/// How results are drawn.
#[derive(Args, Debug)]
pub struct Drawing {
    /// Write to this file, instead of standard output
    ///
    /// It replaces what stands there, but never an article that is read, nor a .toml file.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// When to use colours; NO_COLOR turns `auto` off, CLICOLOR_FORCE on
    #[arg(long, value_name = "WHEN", value_enum, default_value_t)]
    pub color: Color,

    /// The language of headings and messages; by default that of the locale (`check --format html` begins in Arabic)
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
}

/// How the output begins.
#[derive(Args, Debug)]
pub struct Beginning {
    /// Begin CSV with a byte order mark, which Excel needs to read Arabic
    #[arg(long)]
    bom: bool,
}

impl Beginning {
    /// Opens the place for results, and writes what comes before them; readers of other formats than CSV would stumble
    /// over it.
    pub fn open(&self, drawing: &Drawing, reads: &Reads, csv: bool) -> Result<Output, Failure> {
        if self.bom && !csv {
            return Err(Failure::Bom);
        }
        let mut output = drawing.open(reads)?;
        output.begin(|out| out.write_all(if self.bom { "\u{FEFF}" } else { "" }.as_bytes()))?;
        Ok(output)
    }
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal.
    #[default]
    Auto,
    /// Also in files and pipes.
    Always,
    /// Nowhere.
    Never,
}

/// How the documents belong together.
#[derive(Args, Debug)]
pub struct Stories {
    /// Which documents tell one story [default: auto]
    #[arg(long, value_enum)]
    story: Option<Story>,
}

impl Stories {
    /// Which documents tell one story, by the argument or else the configuration.
    pub fn story(&self, config: &Config) -> Story {
        self.story.or(config.story).unwrap_or_default()
    }

    /// What this means to alignment.
    pub fn options(&self, config: &Config) -> AlignOptions {
        AlignOptions { one_story: self.story(config) == Story::All, ..AlignOptions::default() }
    }
}

impl Threads {
    /// Sets their number for the whole program.
    pub fn set(&self) -> Result<(), Failure> {
        let Some(threads) = self.threads else { return Ok(()) };
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.into());
        pool.build_global().map_err(|error| Failure::Other(format!("--threads {threads}: {error}")))
    }
}

impl Drawing {
    /// Takes what the arguments leave open from the configuration.
    pub fn prefer(&mut self, config: &Config) {
        self.lang = self.lang.or(config.lang);
    }

    /// What the arguments and the terminal mean for drawing.
    pub fn options(&self) -> Options {
        self.options_in(locale)
    }

    /// Whether results are drawn on a terminal.
    pub fn is_terminal(&self) -> bool {
        self.output.is_none() && std::io::stdout().is_terminal()
    }

    /// The same, in another language than the locale's where none is asked for.
    pub fn options_in(&self, lang: impl FnOnce() -> Lang) -> Options {
        let terminal = self.is_terminal();
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|n| *n > 0);
        let size = || terminal_size::terminal_size().map(|(width, _)| width.0.into());
        Options {
            lang: self.lang.unwrap_or_else(lang),
            color: match self.color {
                Color::Always => true,
                Color::Never => false,
                Color::Auto => auto_color(terminal),
            },
            width: columns.or_else(|| terminal.then(size).flatten()),
        }
    }

    /// Opens the place for the results of what is read.
    pub fn open(&self, reads: &Reads) -> Result<Output, OutputError> {
        Output::open(self.output.as_deref(), reads)
    }
}

/// The language of the user's locale, by the variables that POSIX asks in turn.
pub fn locale() -> Lang {
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
    let name = variables.filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty());
    Lang::of_locale(&name.unwrap_or_default())
}

/// Whether colours are wanted, by the variables that programs agree on: NO_COLOR goes before CLICOLOR_FORCE, both
/// before CLICOLOR and the terminal.
fn auto_color(terminal: bool) -> bool {
    let says = |name, value| std::env::var_os(name).is_some_and(|said| said == value);
    if is_set("NO_COLOR") {
        return false;
    }
    let forced = is_set("CLICOLOR_FORCE") && !says("CLICOLOR_FORCE", "0");
    forced || (terminal && !says("CLICOLOR", "0") && !says("TERM", "dumb"))
}

fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}
