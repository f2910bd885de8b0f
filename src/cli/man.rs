//! `tadqiq man`: the manual's pages.

use super::output::{Output, OutputError};
use super::{Cli, Failure, Outcome};
use clap::CommandFactory;
use clap_mangen::{Man, generate_to};
use std::io;
use std::path::PathBuf;

const AFTER_HELP: &str = "\
Examples:
  tadqiq man | man -l -                read the first page
  tadqiq man ~/.local/share/man/man1   all: tadqiq(1), tadqiq-check(1), …";

/// Print the page of the manual, or write all pages to a folder
#[derive(clap::Args, Debug)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// Write a page for each command to this folder
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    match &args.folder {
        None => Output::standard().write(|out| Man::new(Cli::command()).render(out))?,
        Some(folder) => {
            let written = std::fs::create_dir_all(folder).and_then(|()| generate_to(Cli::command(), folder));
            // What stands there is a file.
            let named = |error: io::Error| match error.kind() {
                io::ErrorKind::AlreadyExists => io::ErrorKind::NotADirectory.into(),
                _ => error,
            };
            written.map_err(|error| OutputError::of(folder, named(error)))?;
        }
    }
    Ok(Outcome::Clean)
}
