//! `tadqiq stories`: which documents report the same events.

use super::configured::Configured;
use super::messages::Problems;
use super::output::Output;
use super::progress::Progress;
use super::settings::{Inputs, locale};
use super::{Failure, Outcome, pipeline};
use tadqiq::align::knowledge::Knowledge;
use tadqiq::align::story::Stories;
use tadqiq::document::Document;
use tadqiq::report::stories;

const AFTER_HELP: &str = "\
Examples:
  tadqiq stories dump.jsonl | jq -r '[.story.key, .id] | @tsv'
  tadqiq stories dump.jsonl | jq -s 'group_by(.story.key) | map(length) | max'

Exit status: 0 if all was read, 2 if some input could not be read (the rest was done) or it could not run.";

/// Print the story of each document: the same `key` for all that report the same events
///
/// One line of JSON a document, in the order of the input. With its `story` in each line of what `extract --format
/// documents` wrote, `check --figures` can be given the documents of some keys, anywhere, and finds what it would
/// find among all.
#[derive(clap::Args, Debug)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(flatten)]
    inputs: Inputs,

    #[command(flatten)]
    configured: Configured,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    args.inputs.set_threads()?;
    let paths = &args.inputs.paths;
    // Days of publication tell stories apart, and the configuration may say them.
    let config = args.configured.read(paths)?;
    let mut output = Output::open(None, &[])?;
    let mut problems = Problems::default();
    let mut progress = Progress::new(config.lang.unwrap_or_else(locale), false);
    let documents =
        pipeline::all(paths, config.sources, &mut problems, &mut progress, pipeline::read, |document| document);
    progress.comparing();
    let all: Vec<&Document> = documents.iter().collect();
    let found = Stories::find(&all, Knowledge::builtin());
    drop(progress);
    output.write(|out| stories::write(&all, &found, out))?;
    Ok(if problems.end() { Outcome::Partial } else { Outcome::Clean })
}
