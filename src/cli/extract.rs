//! `tadqiq extract`: every figure of the documents.

use super::configured::Configured;
use super::output::Reads;
use super::run::{self, Run};
use super::settings::{Beginning, Drawing, Inputs};
use super::{Failure, Outcome};
use tadqiq::report::figures;

const AFTER_HELP: &str = "\
Examples:
  tadqiq extract article.txt                        a table
  tadqiq extract --format csv articles/ -o figures.csv
  tadqiq extract --format jsonl dump.jsonl | jq 'select(.kind == \"money\")'
  tadqiq extract --format documents dump.jsonl > figures.jsonl

Exit status: 0 if all was read, 2 if some input could not be read (the rest was done), there was none, or it could \
not run.";

/// Print every figure of the documents, with its normalised value
///
/// Documents are read one after another and never all at once in memory, so that a file may be of any length.
/// So it is not told here where two have one id: `check` does.
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
    let Inputs { paths, threads } = &args.inputs;
    let mut run = Run::begin(paths, threads, &args.configured, args.drawing.lang)?;
    args.drawing.prefer(&run.config);
    let settings = run.config.path.as_deref().into_iter().collect();
    let reads = Reads { paths, figures: false, settings };
    let mut output = args.beginning.open(&args.drawing, &reads, args.format == figures::Format::Csv)?;
    if args.drawing.is_terminal() {
        // Figures are drawn as they are found: they show how far the run has come.
        run.quietly();
    }
    let (format, options) = (args.format, args.drawing.options());
    let draw = move |document| figures::draw(format, &options, &run::extracted(document));
    output.write(|out| {
        let mut report = figures::Report::begin(format, &options, out)?;
        run.each(move |batch| batch.read_with(draw), |drawn, _| report.document(&drawn?))?;
        report.end()
    })?;
    Ok(if run.end() { Outcome::Partial } else { Outcome::Clean })
}
