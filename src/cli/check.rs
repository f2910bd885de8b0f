//! `tadqiq check`: what the documents cannot all be right about.

use super::checked::Checked;
use super::choices::FailOn;
use super::configured::Configured;
use super::decided::Decided;
use super::output::Reads;
use super::run::Run;
use super::settings::{Beginning, Drawing, Inputs, RuleFolders, Stories};
use super::{Failure, Outcome, messages};
use jiff::Timestamp;
use std::thread;
use tadqiq::align;
use tadqiq::decisions::Decisions;
use tadqiq::lexicon::Lexicon;
use tadqiq::report::conflicts;

const AFTER_HELP: &str = "\
Examples:
  tadqiq check articles/                   tables, the heaviest conflict first
  tadqiq check a.txt b.txt --story all     these tell one story
  tadqiq check --format json articles/ | jq '.conflicts[].cause'
  tadqiq check --limit 10 articles/        the ten heaviest
  tadqiq check --format html --output report.html articles/
  tadqiq check --fail-on error articles/   exit status 1 on errors only
  tadqiq check --baseline articles/        accept what stands today
  tadqiq check --figures figures.jsonl     what `extract -f documents` wrote

Exit status:
  0  no conflict at or above --fail-on
  1  at least one that is new, or confirmed and still there; not if dismissed
  2  it could not run, nothing could be read, or some of the input could not";

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

    /// The least severity that makes the exit status 1 [default: warning]
    #[arg(long, value_name = "SEVERITY", value_enum)]
    fail_on: Option<FailOn>,

    /// The files hold what `tadqiq extract --format documents` wrote: nothing is looked for again
    ///
    /// Where each line also has the `story` that `tadqiq stories` prints for its document, stories are those; a part
    /// of them is then checked as it would be among all.
    #[arg(long)]
    figures: bool,

    /// Show so many conflicts at most, the heaviest; 0 shows all [default: 30 in tables on a terminal, else all]
    ///
    /// The counts and the exit status are those of all.
    #[arg(long, value_name = "N", value_parser = number, allow_negative_numbers = true)]
    limit: Option<usize>,

    #[command(flatten)]
    stories: Stories,

    #[command(flatten)]
    rule_folders: RuleFolders,

    #[command(flatten)]
    configured: Configured,

    /// Show dismissed conflicts too
    #[arg(long)]
    all: bool,

    /// Accept what is found today: from now on only what is new is shown
    ///
    /// Every conflict that is not decided yet is dismissed, with the reason that it stood before.
    #[arg(long)]
    baseline: bool,

    #[command(flatten)]
    decided: Decided,

    #[command(flatten)]
    drawing: Drawing,

    #[command(flatten)]
    beginning: Beginning,
}

/// A count, as typed.
fn number(text: &str) -> Result<usize, &'static str> {
    text.parse().map_err(|_| "a whole number is needed, such as 10; 0 shows all")
}

/// Tables in a terminal: more would only hide the heaviest.
const MOST_TABLES: usize = 30;

impl Args {
    /// How many conflicts are shown at most.
    fn limit(&self) -> Option<usize> {
        let tables = self.format == conflicts::Format::Table && self.drawing.is_terminal();
        let limit = self.limit.or(tables.then_some(MOST_TABLES));
        limit.filter(|limit| *limit > 0)
    }
}

/// Runs the command.
pub fn run(mut args: Args) -> Result<Outcome, Failure> {
    // What is known of the language is loaded while all else is made ready.
    thread::spawn(Lexicon::builtin);
    thread::spawn(align::knowledge::Knowledge::builtin);
    let Inputs { paths, threads } = &args.inputs;
    let mut run = Run::begin(paths, threads, &args.configured, args.drawing.lang)?;
    args.drawing.prefer(&run.config);
    let checks = args.rule_folders.checks(&run.config)?;
    let stories = args.stories.options(&run.config);
    let fail_on = args.fail_on.or(run.config.fail_on).unwrap_or_default();
    let file = args.decided.file(paths);
    let mut decisions = file.read()?;
    if !args.baseline {
        args.decided.warn_if_missing(args.drawing.options().lang);
    }
    let settings = run.config.path.as_deref().into_iter().chain([file.path()]).collect();
    let reads = Reads { paths, figures: args.figures, settings };
    let mut output = args.beginning.open(&args.drawing, &reads, args.format == conflicts::Format::Csv)?;
    let mut checked = match args.figures {
        true => Checked::read_figures(&mut run, &stories, &checks)?,
        false => Checked::read(&mut run, &stories, &checks),
    };
    decisions.recognise(&mut checked.conflicts);
    // Of nothing that was read no file is left behind.
    if args.baseline && run.has_read() {
        let by = args.decided.by();
        decisions = file.change(&Decisions::baseline(&checked.conflicts, by.as_deref(), Timestamp::now()))?;
    }
    let left_out = if args.all { 0 } else { decisions.leave_out_dismissed(&mut checked.conflicts) };
    let found = checked.draw(&decisions, left_out, args.limit(), args.format, &args.drawing, &mut output)?;
    if args.format == conflicts::Format::ClaimReview && found.confirmed == 0 && !checked.conflicts.is_empty() {
        let lang = args.drawing.options().lang;
        messages::note(&lang.text("note-none-confirmed"), lang);
    }
    // The program ends, and need not give back the room of very many documents one by one.
    std::mem::forget(checked);
    Ok(match run.end() {
        true => Outcome::Partial,
        false if found.conflicts.at_least(fail_on.severity()) > 0 => Outcome::Found,
        false => Outcome::Clean,
    })
}
