//! The command line: one file a command, and what they share.
//! Here: which commands there are, and the exit status. Not here: the work (the library), and what the
//! arguments common to several commands mean (`settings.rs`).

mod check;
mod checked;
mod completions;
mod config;
mod configured;
mod decided;
mod demo;
mod editor;
mod extract;
mod keys;
mod man;
mod messages;
mod output;
mod pipeline;
mod progress;
mod review;
mod rules;
mod schema;
mod settings;
mod stories;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

const AFTER_HELP: &str = "\
Examples:
  tadqiq demo                                  see what it does, on stories built into it
  tadqiq check articles/                       cross-check a folder of .txt, .md, .html and .jsonl
  tadqiq check a.txt b.txt c.txt --story all   these three tell one story
  tadqiq review articles/                      settle each conflict once
  tadqiq extract --format csv a.txt > figures.csv
  zcat dump.jsonl.gz | tadqiq extract - --format jsonl

Exit status:
  0  nothing was found at or above --fail-on
  1  something was found
  2  it could not run, or some of the input could not be read (the rest was done)";

/// Cross-checks figures and dates between Arabic news sources, and shows where they cannot all be right.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100, after_help = AFTER_HELP, subcommand_required = true, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Args),
    Review(review::Args),
    Extract(extract::Args),
    Stories(stories::Args),
    Demo(demo::Args),
    Rules(rules::Args),
    Config(config::Args),
    Schema(schema::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// How a command ended that could run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing found that the user would be told of by the exit status.
    Clean,
    /// Something found.
    Found,
    /// Some of the input could not be read.
    Partial,
}

/// Why a command could not run.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Config(#[from] configured::ConfigError),
    #[error(transparent)]
    Decisions(#[from] tadqiq::review::FileError),
    #[error(transparent)]
    Output(#[from] output::OutputError),
    #[error(transparent)]
    Records(#[from] tadqiq::align::RecordError),
    #[error(transparent)]
    Rules(#[from] tadqiq::rules::CheckError),
    #[error("{0}")]
    Usage(String),
}

/// Runs the program with the arguments that it was given.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match cli.command {
        Command::Check(args) => check::run(args),
        Command::Review(args) => review::run(args),
        Command::Extract(args) => extract::run(args),
        Command::Stories(args) => stories::run(&args),
        Command::Demo(args) => demo::run(&args),
        Command::Rules(args) => rules::run(args),
        Command::Config(args) => config::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Completions(args) => completions::run(&args),
        Command::Man(args) => man::run(&args),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        Ok(Outcome::Partial) => ExitCode::from(2),
        Err(failure) => {
            messages::error(&failure);
            ExitCode::from(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }
}
