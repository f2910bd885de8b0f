//! `tadqiq schema`: the JSON Schemas of what the program reads and writes.

use super::output::Output;
use super::{Failure, Outcome};
use tadqiq::report::schema::Schema;

/// Print the JSON Schema (draft 2020-12) of something that the program reads or writes
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Of what
    #[arg(value_enum)]
    of: Schema,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    let mut output = Output::open(None, &[])?;
    output.write(|out| out.write_all(args.of.text().as_bytes()))?;
    Ok(Outcome::Clean)
}
