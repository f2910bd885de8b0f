//! `tadqiq completions`: what a shell needs to complete our arguments.

use super::output::Output;
use super::{Cli, Failure, Outcome};
use clap::CommandFactory;
use clap_complete::{Shell, generate};

const AFTER_HELP: &str = "\
Examples:
  tadqiq completions bash > ~/.local/share/bash-completion/completions/tadqiq
  tadqiq completions zsh > ~/.zfunc/_tadqiq
  tadqiq completions fish > ~/.config/fish/completions/tadqiq.fish";

/// Print the completions of a shell
#[derive(clap::Args, Debug)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    let mut text = Vec::new();
    generate(args.shell, &mut Cli::command(), "tadqiq", &mut text);
    Output::standard().write(|out| out.write_all(&text))?;
    Ok(Outcome::Clean)
}
