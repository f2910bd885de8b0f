//! `tadqiq stories`: which documents report the same events.

use super::configured::Configured;
use super::output::Output;
use super::run::Run;
use super::settings::Inputs;
use super::{Failure, Outcome};
use tadqiq::align::knowledge::Knowledge;
use tadqiq::align::story::Stories;
use tadqiq::document::Document;
use tadqiq::report::stories;

const AFTER_HELP: &str = "\
Examples:
  tadqiq stories dump.jsonl | jq -r '[.story.key, .id] | @tsv'
  tadqiq stories dump.jsonl | jq -s 'group_by(.story.key) | map(length) | max'

Exit status: 0 if all was read, 2 if some input could not be read (the rest was done), there was none, or it could \
not run.";

/// Print the story of each document: the same `key` for all that report the same events
///
/// One line of JSON a document, in the order of their paths and lines, whatever the order given. With its `story` in each line of what `extract --format
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
    let Inputs { paths, threads } = &args.inputs;
    // Days of publication tell stories apart, and the configuration may say them.
    let mut run = Run::begin(paths, threads, &args.configured, None)?;
    let mut output = Output::standard();
    let documents = run.documents();
    let all: Vec<&Document> = documents.iter().collect();
    let found = Stories::find(&all, Knowledge::builtin());
    run.compared();
    output.write(|out| stories::write(&all, &found, out))?;
    Ok(if run.end() { Outcome::Partial } else { Outcome::Clean })
}
