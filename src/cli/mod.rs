//! The command line: one file a command, and what they share.
//! Here: which commands there are, and the exit status. Not here: the work (the library), and what the
//! arguments common to several commands mean (`settings.rs`).

mod check;
mod checked;
mod choices;
mod completions;
mod config;
mod configured;
mod decided;
mod demo;
mod editor;
mod extract;
mod failure;
mod keys;
mod man;
mod messages;
mod no_rule;
mod output;
mod progress;
mod review;
mod rules;
mod run;
mod schema;
mod settings;
mod stories;

use clap::{ArgMatches, CommandFactory, FromArgMatches, Parser, Subcommand};
use failure::Failure;
use std::process::ExitCode;
use tadqiq::locale::Lang;

const AFTER_HELP: &str = "\
Examples:
  tadqiq demo                            see what it does, on stories built in
  tadqiq check articles/                 cross-check .txt, .md, .html and .jsonl
  tadqiq check a.txt b.txt --story all   these two tell one story
  tadqiq review articles/                settle each conflict once
  tadqiq extract --format csv a.txt > figures.csv
  zcat dump.jsonl.gz | tadqiq extract - --format jsonl

Exit status:
  0  nothing was found at or above --fail-on
  1  something was found (by `demo` it is, and it ends with 0)
  2  it could not run, nothing could be read, or some of the input could not";

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

/// Runs the program with the arguments that it was given.
pub fn main() -> ExitCode {
    let matches = Cli::command().get_matches();
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
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
            messages::error(&failure, lang(&matches));
            ExitCode::from(2)
        }
    }
}

/// The language that was asked for, whichever the command; else that of the locale.
fn lang(matches: &ArgMatches) -> Lang {
    let mut innermost = matches;
    while let Some((_, inner)) = innermost.subcommand() {
        innermost = inner;
    }
    let asked = innermost.try_get_one::<Lang>("lang").ok().flatten();
    asked.copied().unwrap_or_else(settings::locale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    /// Clap wraps what stands below the options: lines that are broken already would be broken twice.
    #[test]
    fn help_is_wrapped_once() {
        fn look(command: &clap::Command) {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            let lines: Vec<&str> = help.lines().collect();
            for (at, line) in lines.iter().enumerate() {
                let next = lines.get(at + 1).unwrap_or(&"");
                if line.starts_with(' ') {
                    assert!(line.chars().count() <= 80, "{}: wider than a terminal: {line}", command.get_name());
                } else if !line.is_empty() {
                    assert!(next.is_empty() || next.starts_with(' '), "{}: {line}", command.get_name());
                }
            }
            command.get_subcommands().for_each(look);
        }
        look(&Cli::command());
    }
}
