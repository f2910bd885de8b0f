//! `tadqiq rules`: which rules there are, what each looks for, and whether their examples prove them.

use super::configured::Configured;
use super::no_rule::NoRule;
use super::output::Reads;
use super::settings::{Drawing, RuleFolders};
use super::{Failure, Outcome};
use clap::Subcommand;
use tadqiq::lexicon::Lexicon;
use tadqiq::report::rules as draw;
use tadqiq::rules::{Check, Checks, run_examples};

const AFTER_HELP: &str = "\
Examples:
  tadqiq rules list                      what is looked for, and what it weighs
  tadqiq rules explain scale             one rule: thresholds, causes, examples
  tadqiq rules show scale > ours.toml    its file, to write your own by
  tadqiq rules test --rules our-rules/   run the examples of your own rules too";

const LIST_HELP: &str = "\
Examples:
  tadqiq rules list                      the built-in rules, with their weight
  tadqiq rules list --lang ar            in Arabic
  tadqiq rules list --rules our-rules/   with your own among them";

const EXPLAIN_HELP: &str = "\
Examples:
  tadqiq rules explain scale         thresholds, likely causes, examples
  tadqiq rules explain suez-length   a topic: how its claim is recognised
  tadqiq rules explain ours --rules our-rules/";

const SHOW_HELP: &str = "\
Examples:
  tadqiq rules show scale                the whole rule, as its file has it
  tadqiq rules show value > ours.toml    a rule of your own to begin with
  tadqiq rules show suez-length          a topic";

const TEST_HELP: &str = "\
Examples:
  tadqiq rules test                        the examples of the built-in rules
  tadqiq rules test --rules our-rules/     and of your own
  tadqiq rules test --topics our-topics/   and of the claims that you watch";

/// List the rules, explain one, or run the examples that prove them
#[derive(clap::Args, Debug)]
#[command(after_help = AFTER_HELP, subcommand_required = true, arg_required_else_help = true)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Print a table of the rules, with what each weighs
    #[command(after_help = LIST_HELP)]
    List(Common),
    /// Print all that a rule says of itself: its thresholds, likely causes and examples
    #[command(after_help = EXPLAIN_HELP)]
    Explain {
        /// The rule
        #[arg(value_name = "ID")]
        id: String,
        #[command(flatten)]
        common: Common,
    },
    /// Print the file of a rule, by which your own can be written
    #[command(after_help = SHOW_HELP)]
    Show {
        /// The rule
        #[arg(value_name = "ID")]
        id: String,
        #[command(flatten)]
        common: Common,
    },
    /// Run the examples of the rules in force; the exit status is 1 if any does not come out as its rule says
    #[command(after_help = TEST_HELP)]
    Test(Common),
}

#[derive(clap::Args, Debug)]
struct Common {
    #[command(flatten)]
    rule_folders: RuleFolders,
    #[command(flatten)]
    configured: Configured,
    #[command(flatten)]
    drawing: Drawing,
}

/// Runs the command.
pub fn run(mut args: Args) -> Result<Outcome, Failure> {
    let (Action::List(common) | Action::Explain { common, .. } | Action::Show { common, .. } | Action::Test(common)) =
        &mut args.action;
    let config = common.configured.read(&[])?;
    common.drawing.prefer(&config);
    let known = common.rule_folders.known(&config)?;
    let checks = common.rule_folders.checks(&config)?;
    let options = common.drawing.options();
    let mut output = common.drawing.open(&Reads::default())?;
    match &args.action {
        Action::List(_) => output.write(|out| draw::list(&known, &checks, &options, out))?,
        Action::Explain { id, .. } => {
            let check = named(id, &known)?;
            output.write(|out| draw::explain(check, &checks, &options, out))?;
        }
        Action::Show { id, .. } => {
            let check = named(id, &known)?;
            output.write(|out| out.write_all(check.text.as_bytes()))?;
        }
        Action::Test(_) => {
            let outcomes = run_examples(&known, Lexicon::builtin());
            output.write(|out| draw::tested(&outcomes, &options, out))?;
            if outcomes.iter().any(|outcome| !outcome.failures.is_empty()) {
                return Ok(Outcome::Found);
            }
        }
    }
    Ok(Outcome::Clean)
}

/// The rule of this id, or which was meant.
fn named<'a>(id: &str, known: &'a Checks) -> Result<&'a Check, Failure> {
    known.get(id).ok_or_else(|| Failure::NoRule(NoRule::of(id, known)))
}
