//! `tadqiq check`: what the documents cannot all be right about.

use super::messages::Problems;
use super::output::Output;
use super::settings::{Drawing, Inputs};
use super::{Failure, Outcome, pipeline};
use clap::ValueEnum;
use tadqiq::align::{self, AlignOptions, Extracted};
use tadqiq::lexicon::Lexicon;
use tadqiq::report::{Findings, Summary, conflicts};
use tadqiq::review::Decisions;
use tadqiq::rules::{self, Checks, Severity};

const AFTER_HELP: &str = "\
Examples:
  tadqiq check articles/                           tables, the heaviest conflict first
  tadqiq check a.txt b.txt c.txt --story all       these tell one story; do not look for others
  tadqiq check --format json articles/ | jq '.conflicts[].cause'
  tadqiq check --fail-on error articles/           for a script: exit status 1 on errors only

Exit status:
  0  no conflict at or above --fail-on
  1  at least one
  2  it could not run, or some of the input could not be read (the rest was done)";

/// Cross-check the figures of the documents, and show what cannot all be right
///
/// Documents that report the same events are found and compared; nobody has to say what to compare.
#[derive(clap::Args, Debug)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(flatten)]
    inputs: Inputs,

    /// How to draw the conflicts
    #[arg(short, long, value_enum, default_value_t)]
    format: conflicts::Format,

    /// The least severity that makes the exit status 1
    #[arg(long, value_name = "SEVERITY", value_enum, default_value_t)]
    fail_on: FailOn,

    /// Which documents tell one story
    #[arg(long, value_enum, default_value_t)]
    story: Story,

    #[command(flatten)]
    drawing: Drawing,
}

/// The least severity that makes the exit status 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// The sides cannot all be right.
    Error,
    /// Errors, and what is probably wrong.
    #[default]
    Warning,
    /// Anything, also where both sides may be right.
    Note,
}

impl FailOn {
    fn severity(self) -> Severity {
        match self {
            FailOn::Error => Severity::Error,
            FailOn::Warning => Severity::Warning,
            FailOn::Note => Severity::Note,
        }
    }
}

/// Which documents tell one story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Story {
    /// Those that report the same events, as far as their words and dates tell.
    #[default]
    Auto,
    /// All of them.
    All,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    args.inputs.set_threads()?;
    let paths = &args.inputs.paths;
    let mut output = args.drawing.open(paths)?;
    let mut problems = Problems::default();
    let documents = pipeline::all(paths, &mut problems);
    let options = AlignOptions { one_story: args.story == Story::All, ..AlignOptions::default() };
    let found = report(&documents, &options, args.format, &args.drawing, &mut output)?;
    Ok(match problems.end() {
        true => Outcome::Partial,
        false if found.conflicts.at_least(args.fail_on.severity()) > 0 => Outcome::Found,
        false => Outcome::Clean,
    })
}

/// Checks the documents, draws what is found, and counts it.
pub fn report(
    documents: &[Extracted],
    options: &AlignOptions,
    format: conflicts::Format,
    drawing: &Drawing,
    output: &mut Output,
) -> Result<Summary, Failure> {
    let alignment = align::claims(documents, Lexicon::builtin(), options);
    let conflicts = rules::conflicts(documents, &alignment, &Checks::builtin());
    let decisions = Decisions::default();
    let findings =
        Findings { documents, alignment: &alignment, conflicts: &conflicts, left_out: 0, decisions: &decisions };
    output.write(|out| conflicts::write(format, &findings, &drawing.options(), out))?;
    Ok(Summary::of(&findings))
}
