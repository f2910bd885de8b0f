//! `tadqiq schema`: the JSON Schemas of what the program reads and writes.

use super::output::Output;
use super::{Failure, Outcome};
use tadqiq::report::schema::Schema;

const AFTER_HELP: &str = "\
Examples:
  tadqiq schema figure > figure.schema.json
  tadqiq schema check | jq .required";

/// Print the JSON Schema (draft 2020-12) of something that the program reads or writes
#[derive(clap::Args, Debug)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// Of what
    #[arg(value_enum)]
    of: Schema,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    let mut output = Output::standard();
    output.write(|out| out.write_all(args.of.text().as_bytes()))?;
    Ok(Outcome::Clean)
}
