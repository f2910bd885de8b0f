//! `tadqiq review`: each conflict is settled once, by keys or on a page in the browser.

use super::checked::Checked;
use super::configured::Configured;
use super::decided::Decided;
use super::keys::{self, RawTerminal, TerminalLines};
use super::messages;
use super::output::Reads;
use super::run::Run;
use super::settings::{Drawing, RuleFolders, Stories, Threads};
use super::{Failure, Outcome, editor};
use jiff::Timestamp;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use tadqiq::decisions::{Decisions, DecisionsFile};
use tadqiq::document;
use tadqiq::locale::Lang;
use tadqiq::report::{self, decisions};
use tadqiq::review::{self, Desk, ReviewError, Served, Server, Session};
use tadqiq::rules::{Checks, Side};

const AFTER_HELP: &str = "\
Examples:
  tadqiq review articles/                    one key a conflict; ? names them
  tadqiq review --list articles/             who said what, and when
  tadqiq review --list --format json articles/
  tadqiq review --serve articles/            the same on a page in the browser
  printf 'c1d2q' | tadqiq review articles/   the same keys from a pipe

Decisions are kept in `tadqiq.decisions.toml` beside the documents: text to read, to edit, to merge. Each is on the \
disk before the next question, and holds as long as the figures stay as they are.

Exit status: 0 if every answer was kept; 2 if it could not run, there was nothing to read, or some of the input \
could not be read.";

/// Settle each conflict once: confirm it, or dismiss it with a reason
#[derive(clap::Args, Debug)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// Files and folders, as `check` takes them
    #[arg(value_name = "PATH", required_unless_present = "list")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    threads: Threads,

    #[command(flatten)]
    stories: Stories,

    #[command(flatten)]
    rule_folders: RuleFolders,

    #[command(flatten)]
    configured: Configured,

    #[command(flatten)]
    decided: Decided,

    /// Ask about all conflicts, also those that are decided
    #[arg(long, conflicts_with = "list")]
    again: bool,

    /// Print the decisions that were made, instead of asking
    #[arg(long)]
    list: bool,

    /// How to print them
    #[arg(short, long, value_enum, default_value_t, requires = "list")]
    format: decisions::Format,

    /// Review in the browser: serve the page on 127.0.0.1, and print the link that opens it
    ///
    /// The link holds a random token; who has it may read the documents and decide. Ctrl-C ends the server.
    #[arg(long, conflicts_with_all = ["list", "again"])]
    serve: bool,

    /// The port of the server; by default any that is free
    #[arg(long, value_name = "N", requires = "serve", default_value_t, value_parser = port, allow_negative_numbers = true)]
    port: u16,

    /// Only print the link; by default the browser is opened where there is a terminal
    #[arg(long, requires = "serve")]
    no_open: bool,

    #[command(flatten)]
    drawing: Drawing,
}

fn port(text: &str) -> Result<u16, &'static str> {
    text.parse().map_err(|_| "a whole number from 0 to 65535 is needed; 0 takes any port that is free")
}

/// Runs the command.
pub fn run(mut args: Args) -> Result<Outcome, Failure> {
    let file = args.decided.file(&args.paths);
    let mut run = Run::begin(&args.paths, &args.threads, &args.configured, args.drawing.lang)?;
    args.drawing.prefer(&run.config);
    let settings: Vec<PathBuf> = run.config.path.iter().cloned().chain([file.path().to_path_buf()]).collect();
    let settings = settings.iter().map(PathBuf::as_path).collect();
    let reads = Reads { paths: &args.paths, figures: false, settings };
    if args.list {
        return list(&args, &reads, &file);
    }
    if args.paths.iter().any(|path| path.as_os_str() == document::STDIN) {
        return Err(Failure::Keys);
    }
    let checks = args.rule_folders.checks(&run.config)?;
    let stories = args.stories.options(&run.config);
    let decisions = file.read()?;
    let mut checked = Checked::read(&mut run, &stories, &checks);
    decisions.recognise(&mut checked.conflicts);
    let any = run.has_read();
    let lost = run.end();
    if args.serve && !any {
        return Ok(Outcome::Partial);
    }
    if args.serve {
        return serve(&args, &reads, file, checked);
    }
    ask(&args, &reads, &file, &checks, Session::new(&checked.conflicts, decisions, args.again))?;
    Ok(if lost { Outcome::Partial } else { Outcome::Clean })
}

/// Prints the decisions of the file.
fn list(args: &Args, reads: &Reads, file: &DecisionsFile) -> Result<Outcome, Failure> {
    let decisions = file.read()?;
    args.decided.warn_if_missing(args.drawing.options().lang);
    let mut output = args.drawing.open(reads)?;
    output.write(|out| decisions::write(args.format, &decisions, &args.drawing.options(), out))?;
    Ok(Outcome::Clean)
}

/// Serves the page until the program is ended.
fn serve(args: &Args, reads: &Reads, file: DecisionsFile, checked: Checked) -> Result<Outcome, Failure> {
    let failed = |error: io::Error| Failure::Port(args.port, error);
    let server = Server::bind(args.port).map_err(failed)?;
    let link = server.link();
    let mut output = args.drawing.open(reads)?;
    output.write(|out| writeln!(out, "{link}"))?;
    let lang = args.drawing.options().lang;
    messages::note(&lang.text("note-serving"), lang);
    if io::stdout().is_terminal() && !args.no_open {
        // The link is printed: whoever has no browser here has it.
        let _ = open::that_detached(&link);
    }
    let options = args.drawing.options();
    let conflicts = checked.conflicts.clone();
    let page = move |decisions: &Decisions| {
        let mut page = Vec::new();
        // Memory takes all that is written.
        let _ = report::review_page(&checked.findings(decisions, 0), &options, &mut page);
        String::from_utf8_lossy(&page).into_owned()
    };
    let served = Served { file, conflicts, by: args.decided.by(), now: Timestamp::now, page: Box::new(page) };
    server.run(served).map_err(failed)?;
    Ok(Outcome::Clean)
}

/// Asks at the terminal, or over a pipe.
fn ask(args: &Args, reads: &Reads, file: &DecisionsFile, checks: &Checks, session: Session) -> Result<(), Failure> {
    let by = args.decided.by();
    let mut output = args.drawing.open(reads)?;
    let interactive = io::stdin().is_terminal();
    let raw = match interactive {
        true => Some(RawTerminal::enter().map_err(|error| Failure::Other(format!("the terminal: {error}")))?),
        false => None,
    };
    let lang = args.drawing.options().lang;
    let mut open = |side: &Side| match &raw {
        Some(raw) => {
            raw.left(|| open_source(side, Stdio::inherit(), lang)).unwrap_or_else(|error| Err(error.to_string()))
        }
        // The keys of a pipe are ours, not the editor's.
        None => open_source(side, Stdio::null(), lang),
    };
    let mut failed = None;
    output.write(|out| {
        let mut lines = TerminalLines { out: &mut *out, raw: interactive };
        let desk = Desk {
            file,
            by: by.as_deref(),
            now: &Timestamp::now,
            checks,
            options: &|| args.drawing.options(),
            open: &mut open,
            out: &mut lines,
        };
        let ended = match interactive {
            true => review::step_through(session, keys::pressed(), desk),
            false => review::step_through(session, keys::spelled(io::stdin().lock()), desk),
        };
        match ended {
            Ok(()) => Ok(()),
            Err(ReviewError::Terminal(error)) => Err(error),
            Err(ReviewError::File(error)) => {
                failed = Some(error);
                Ok(())
            }
        }
    })?;
    failed.map_or(Ok(()), |error| Err(error.into()))
}

/// Opens the document of a side where its figure stands.
fn open_source(side: &Side, keys: Stdio, lang: Lang) -> Result<(), String> {
    let path = Path::new(&side.source);
    // A pipe of this name would be waited for.
    if !path.is_file() {
        return Err(lang.text("system-not-found"));
    }
    let text = std::fs::read(path).map_err(|error| report::system_text(&error, lang))?;
    let line = line_in_file(&String::from_utf8_lossy(&text), side.figure.line, &side.figure.text);
    editor::open(path, line, keys, lang)
}

/// The line of the file where a figure stands. A page's text has other lines than its file: there it is the first
/// line that holds the figure, or the first of all.
fn line_in_file(file: &str, line: usize, figure: &str) -> usize {
    let begins = figure.lines().next().unwrap_or_default();
    let holds = |text: &str| text.contains(begins);
    match file.lines().nth(line.saturating_sub(1)) {
        Some(text) if holds(text) => line,
        _ => file.lines().position(holds).map_or(1, |place| place + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_found_in_its_file() {
        let page = "<html>\n<p>خبر\n<p>بلغ 5 مليارات\n<p>ثم 5 مليارات";
        for (line, figure, expected) in
            [(4, "5 مليارات", 4), (1, "5 مليارات", 3), (3, "5 مليارات\nدولار", 3), (2, "7", 1), (0, "خبر", 2)]
        {
            assert_eq!(line_in_file(page, line, figure), expected, "{line} {figure}");
        }
    }
}
