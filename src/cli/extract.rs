//! `tadqiq extract`: every figure of the documents.

use super::configured::Configured;
use super::messages::Problems;
use super::progress::Progress;
use super::settings::{Beginning, Drawing, Inputs};
use super::{Failure, Outcome, pipeline};
use tadqiq::document::Batch;
use tadqiq::report::figures;

const AFTER_HELP: &str = "\
Examples:
  tadqiq extract article.txt                        a table
  tadqiq extract --format csv articles/ -o figures.csv
  tadqiq extract --format jsonl dump.jsonl | jq 'select(.kind == \"money\")'
  tadqiq extract --format documents dump.jsonl > figures.jsonl   # for `tadqiq check --figures`

Exit status: 0 if all was read, 2 if some input could not be read (the rest was done) or it could not run.";

/// Print every figure of the documents, with its normalised value
///
/// Documents are read one after another and never all at once in memory, so that a file may be of any length.
#[derive(clap::Args, Debug)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(flatten)]
    inputs: Inputs,

    /// How to draw the figures
    #[arg(short, long, value_enum, default_value_t)]
    format: figures::Format,

    #[command(flatten)]
    configured: Configured,

    #[command(flatten)]
    drawing: Drawing,

    #[command(flatten)]
    beginning: Beginning,
}

/// Runs the command.
pub fn run(mut args: Args) -> Result<Outcome, Failure> {
    args.inputs.set_threads()?;
    let paths = &args.inputs.paths;
    let config = args.configured.read(paths)?;
    args.drawing.prefer(&config);
    let mark = args.beginning.mark(args.format == figures::Format::Csv)?;
    let mut output = args.drawing.open(paths)?;
    output.begin(|out| out.write_all(mark.as_bytes()))?;
    let mut problems = Problems::default();
    // Figures are drawn as they are found: on a terminal they show how far the run has come.
    let options = args.drawing.options();
    let mut progress = Progress::new(options.lang, args.drawing.is_terminal());
    let format = args.format;
    let draw = move |document| figures::draw(format, &options, &pipeline::extracted(document));
    let make = move |batch: Batch| batch.read_with(draw);
    output.write(|out| {
        let mut report = figures::Report::begin(format, &options, out)?;
        pipeline::each(paths, config.sources, &mut problems, &mut progress, make, |drawn, _| report.document(&drawn?))?;
        report.end()
    })?;
    Ok(if problems.end() { Outcome::Partial } else { Outcome::Clean })
}
