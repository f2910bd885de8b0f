//! The review at a terminal, or over a plain pipe of keys: asks, draws, and keeps each decision on the disk
//! before the next question.
//! Not here: what keys mean (`session.rs`), how a conflict is drawn (`report/closeup.rs`), and the terminal
//! itself (`cli/review.rs`).

use super::session::{Key, Question, REASONS, Session, Step, sides};
use crate::decisions::{Change, DecisionsFile, FileError};
use crate::locale::figure_text;
use crate::report::words::{decision_text, reason_text, side_name};
use crate::report::{Options, closeup};
use crate::rules::{Checks, Conflict, Side};
use jiff::Timestamp;
use std::io::{self, Write};

/// What a review works with.
pub struct Desk<'a> {
    /// Where decisions are kept.
    pub file: &'a DecisionsFile,
    /// Who decides.
    pub by: Option<&'a str>,
    /// The clock.
    pub now: &'a dyn Fn() -> Timestamp,
    /// The rules in force, by which conflicts are named.
    pub checks: &'a Checks,
    /// How to draw: the width may change while the review runs.
    pub options: &'a dyn Fn() -> Options,
    /// Opens the document of a side in an editor, or says why it cannot.
    pub open: &'a mut dyn FnMut(&Side) -> Result<(), String>,
    /// Where questions are put.
    pub out: &'a mut dyn Write,
}

/// Why a review stopped before its end.
#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    /// Keys could not be read, or questions not be put.
    #[error(transparent)]
    Terminal(#[from] io::Error),
    /// The last answer could not be kept.
    #[error(transparent)]
    File(#[from] FileError),
}

/// Steps through the conflicts of a session as the keys say.
///
/// An answer that cannot be kept is said so and asked again; it is an error only if it is the last.
pub fn step_through(
    session: Session,
    keys: impl Iterator<Item = io::Result<Key>>,
    desk: Desk,
) -> Result<(), ReviewError> {
    let mut steps = Steps { session, desk, failed: None };
    steps.begin()?;
    for key in keys.chain([Ok(Key::Stop)]) {
        if !steps.press(key?)? {
            break;
        }
    }
    steps.failed.map_or(Ok(()), |failed| Err(failed.into()))
}

struct Steps<'s, 'd> {
    session: Session<'s>,
    desk: Desk<'d>,
    failed: Option<FileError>,
}

impl Steps<'_, '_> {
    fn begin(&mut self) -> io::Result<()> {
        if self.session.conflict().is_none() {
            return self.say("review-nothing", &[]);
        }
        self.show()
    }

    /// Does what a key asks for; `false` is the end.
    fn press(&mut self, key: Key) -> Result<bool, ReviewError> {
        if self.session.conflict().is_none() {
            return Ok(false);
        }
        let writing = matches!(self.session.question, Question::Note(_));
        let step = self.session.press(key);
        if writing && matches!(self.session.question, Question::Note(_)) {
            self.write_on(key)?;
            return Ok(true);
        }
        self.echo(key)?;
        match step {
            Step::Ask => self.ask()?,
            Step::Show => self.show()?,
            Step::Decide(verdict, note) => {
                let change = self.session.change(verdict, note, self.desk.by, (self.desk.now)());
                return self.keep(change);
            }
            Step::Undecide => {
                let change = self.session.undoing();
                return self.keep(change);
            }
            Step::Open(side) => self.open(side)?,
            Step::Help => {
                self.say("review-help", &[])?;
                self.ask()?;
            }
            Step::Unknown => {
                let of_verdict = self.session.question == Question::Verdict;
                self.say(if of_verdict { "review-unknown" } else { "review-unknown-answer" }, &[])?;
                self.ask()?;
            }
            Step::End => return self.end(),
        }
        Ok(true)
    }

    /// Keeps an answer on the disk, then goes on; one that cannot be kept is asked for again.
    fn keep(&mut self, change: Option<Change>) -> Result<bool, ReviewError> {
        let Some(change) = change else { return Ok(true) };
        self.failed = None;
        match self.desk.file.change(std::slice::from_ref(&change)) {
            Ok(decisions) => {
                self.session.learn(decisions);
                self.say_kept()?;
                match self.session.forward() {
                    Step::End => return self.end(),
                    _ => self.show()?,
                }
            }
            Err(FileError::Meanwhile(_)) => {
                self.session.learn(self.desk.file.read()?);
                let theirs = self.decided().unwrap_or_default();
                self.say("review-meanwhile", &[("decision", &theirs)])?;
                self.ask()?;
            }
            Err(error) => {
                let told = error.text((self.desk.options)().lang);
                self.say("review-failed", &[("error", &told)])?;
                self.failed = Some(error);
                self.ask()?;
            }
        }
        Ok(true)
    }

    fn say_kept(&mut self) -> io::Result<()> {
        match self.decided() {
            Some(decision) => self.say("review-kept", &[("decision", &decision)]),
            None => self.say("review-taken-back", &[]),
        }
    }

    /// The decision on the conflict asked about, in words.
    fn decided(&self) -> Option<String> {
        decision_text(self.session.conflict()?, self.session.decisions(), (self.desk.options)().lang)
    }

    fn open(&mut self, side: usize) -> io::Result<()> {
        let conflict = self.session.conflict();
        let first = conflict.and_then(|conflict| conflict.sides.iter().find(|other| other.side == side));
        if let Some(side) = first
            && let Err(reason) = (self.desk.open)(side)
        {
            self.say("review-not-opened", &[("source", &side.source), ("reason", &reason)])?;
        }
        self.ask()
    }

    fn end(&mut self) -> Result<bool, ReviewError> {
        match self.session.undecided() {
            0 => self.say("review-done", &[])?,
            left => {
                let left = (self.desk.options)().lang.counted("review-left", left);
                self.paragraph(&left)?;
            }
        }
        Ok(false)
    }

    fn show(&mut self) -> io::Result<()> {
        if let Some(conflict) = self.session.conflict() {
            let options = (self.desk.options)();
            writeln!(self.desk.out)?;
            closeup::write(conflict, self.session.decisions(), self.desk.checks, &options, self.desk.out)?;
        }
        self.ask()
    }

    /// Puts the question that stands, and leaves the cursor behind it.
    fn ask(&mut self) -> io::Result<()> {
        let Some(conflict) = self.session.conflict() else { return Ok(()) };
        let options = (self.desk.options)();
        let lang = options.lang;
        let text = match &self.session.question {
            Question::Verdict => {
                let (place, all) = self.session.progress();
                let (place, all) = (place.to_string(), all.to_string());
                lang.text_with("review-keys", &[("place", (&place).into()), ("all", (&all).into())])
            }
            Question::Right => lang.text_with("review-right", &[("sides", (&side_choice(conflict, &options)).into())]),
            Question::Open => lang.text_with("review-open", &[("sides", (&side_choice(conflict, &options)).into())]),
            Question::Reason => {
                let reasons = REASONS.iter().map(|reason| reason_text(*reason, lang));
                lang.text_with("review-reason", &[("reasons", (&numbered(reasons)).into())])
            }
            Question::Note(_) => lang.text("review-note"),
        };
        let lines = closeup::lines(&text, &options);
        write!(self.desk.out, "{} ", lines.join("\n"))?;
        self.desk.out.flush()
    }

    /// Shows the key that answered, so that the questions can be read again later.
    fn echo(&mut self, key: Key) -> io::Result<()> {
        match key {
            Key::Char(c) if !c.is_whitespace() => writeln!(self.desk.out, "{c}"),
            _ => writeln!(self.desk.out),
        }
    }

    /// Shows the note as it is written.
    fn write_on(&mut self, key: Key) -> io::Result<()> {
        match key {
            Key::Char(c) => write!(self.desk.out, "{c}")?,
            _ => {
                // A terminal cannot take back a letter whose width and direction only it knows.
                writeln!(self.desk.out)?;
                self.ask()?;
                if let Question::Note(note) = &self.session.question {
                    write!(self.desk.out, "{note}")?;
                }
            }
        }
        self.desk.out.flush()
    }

    fn say(&mut self, name: &str, arguments: &[(&str, &String)]) -> io::Result<()> {
        let arguments: Vec<_> = arguments.iter().map(|(name, text)| (*name, (*text).into())).collect();
        let text = (self.desk.options)().lang.text_with(name, &arguments);
        self.paragraph(&text)
    }

    fn paragraph(&mut self, text: &str) -> io::Result<()> {
        let options = (self.desk.options)();
        for line in text.lines().flat_map(|line| closeup::lines(line, &options)) {
            writeln!(self.desk.out, "{line}")?;
        }
        self.desk.out.flush()
    }
}

/// The sides with their keys: `1 A: 97.4 billion USD · 2 B: …`.
fn side_choice(conflict: &Conflict, options: &Options) -> String {
    numbered((0..sides(conflict)).map(|side| {
        let figure = conflict.sides.iter().find(|other| other.side == side);
        let value = figure.map(|side| figure_text(&side.figure, options.lang));
        format!("{}: {}", side_name(side, options.lang), value.unwrap_or_default())
    }))
}

fn numbered(choices: impl Iterator<Item = String>) -> String {
    let choices: Vec<String> = choices.enumerate().map(|(index, text)| format!("{} {text}", index + 1)).collect();
    choices.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decisions::fixture::{conflict, decision};
    use crate::decisions::{Replaces, Verdict, Why};
    use crate::locale::Lang;
    use std::fs;

    struct Reviewed {
        _folder: tempfile::TempDir,
        file: DecisionsFile,
        conflicts: Vec<Conflict>,
        opened: Vec<String>,
    }

    impl Reviewed {
        fn new() -> Reviewed {
            let folder = tempfile::tempdir().expect("a folder");
            let conflicts = ["a", "b", "c"].map(|id| conflict(id, "97400000000", "974000000000")).to_vec();
            let file = DecisionsFile::at(folder.path().join(DecisionsFile::NAME));
            Reviewed { _folder: folder, file, conflicts, opened: Vec::new() }
        }

        /// Presses the keys; before each `!` something happens outside.
        fn press(&mut self, keys: &str, lang: Lang, outside: impl Fn(&DecisionsFile)) -> (String, Result<(), String>) {
            let decisions = self.file.read().expect("a whole file");
            let session = Session::new(&self.conflicts, decisions, false);
            let keys = keys.chars().filter_map(|c| match c {
                '!' => {
                    outside(&self.file);
                    None
                }
                '\n' => Some(Ok(Key::Enter)),
                '\u{8}' => Some(Ok(Key::Backspace)),
                c => Some(Ok(Key::Char(c))),
            });
            let mut out = Vec::new();
            let opened = &mut self.opened;
            let desk = Desk {
                file: &self.file,
                by: Some("سارة"),
                now: &|| "2024-05-03T09:00:00Z".parse().expect("a time"),
                checks: &Checks::default(),
                options: &|| Options { lang, width: Some(60), ..Options::default() },
                open: &mut |side| {
                    opened.push(format!("{}:{}", side.source, side.figure.line));
                    if side.side == 0 { Ok(()) } else { Err("no such file".to_string()) }
                },
                out: &mut out,
            };
            let result = step_through(session, keys, desk).map_err(|error| error.to_string());
            (String::from_utf8(out).expect("UTF-8"), result)
        }

        fn verdicts(&self) -> Vec<(String, Verdict)> {
            let decisions = self.file.read().expect("a whole file");
            decisions.iter().map(|(id, decision)| (id.to_string(), decision.verdict)).collect()
        }
    }

    #[test]
    fn a_review_reads_like_this() {
        for (name, lang) in [("en", Lang::En), ("ar", Lang::Ar)] {
            let mut reviewed = Reviewed::new();
            let (text, result) = reviewed.press("?c2o2d4لاحقا\nbuxc\n", lang, |_| ());
            assert_eq!(result, Ok(()));
            crate::report::assert_drawn(&format!("review-terminal-{name}"), &text);
        }
    }

    #[test]
    fn each_decision_is_on_the_disk_before_the_next_question() {
        let mut reviewed = Reviewed::new();
        let count = std::cell::Cell::new(0);
        let (_, result) = reviewed.press("!d1!c1!d2!", Lang::En, |file| {
            assert_eq!(file.read().unwrap().len(), count.replace(count.get() + 1));
        });
        assert_eq!((result, count.get()), (Ok(()), 3), "nothing is asked when all is decided");
        let dismissed = |reason| Verdict::Dismissed { reason };
        let verdicts = [
            ("a".to_string(), dismissed(Why::DifferentThings)),
            ("b".to_string(), Verdict::Confirmed { right: Some(0) }),
            ("c".to_string(), dismissed(Why::Rounding)),
        ];
        assert_eq!(reviewed.verdicts(), verdicts);
        let (text, _) = reviewed.press("d1", Lang::En, |_| ());
        assert!(text.contains("nothing to review"), "{text}");
    }

    #[test]
    fn documents_are_opened() {
        let mut reviewed = Reviewed::new();
        let (text, _) = reviewed.press("o1o2", Lang::En, |_| ());
        assert!(text.contains("1.txt was not opened: no such file"), "{text}");
        assert_eq!(reviewed.opened, ["0.txt:3", "1.txt:3"]);
    }

    #[test]
    fn what_someone_else_decided_meanwhile_is_not_replaced_unseen() {
        let theirs = decision(Verdict::Confirmed { right: None });
        let decide = |file: &DecisionsFile| {
            let change = Change { id: "a".to_string(), replaces: Replaces::Seen(None), decision: Some(theirs.clone()) };
            file.change(&[change]).unwrap();
        };
        let mut reviewed = Reviewed::new();
        let (text, result) = reviewed.press("d!1q", Lang::En, decide);
        assert!(text.contains("Someone else decided"), "{text}");
        assert_eq!(result, Ok(()));
        assert_eq!(reviewed.verdicts(), [("a".to_string(), Verdict::Confirmed { right: None })]);
        let mut reviewed = Reviewed::new();
        reviewed.press("d!1d2", Lang::En, decide).1.unwrap();
        assert_eq!(reviewed.verdicts(), [("a".to_string(), Verdict::Dismissed { reason: Why::Rounding })]);
    }

    #[test]
    fn an_answer_that_cannot_be_kept_is_asked_again() {
        let break_file = |file: &DecisionsFile| fs::write(file.path(), "version = 1\n[conflict").unwrap();
        let mut reviewed = Reviewed::new();
        let (text, result) = reviewed.press("!d1", Lang::En, break_file);
        assert!(text.contains("Not kept: ") && text.contains("3 conflicts are left."), "{text}");
        assert!(result.unwrap_err().contains("line 2"));
        let mut reviewed = Reviewed::new();
        let times = std::cell::Cell::new(0);
        let (_, result) = reviewed.press("!d1!d1", Lang::En, |file| match times.replace(1) {
            0 => break_file(file),
            _ => fs::remove_file(file.path()).unwrap(),
        });
        assert_eq!((result, reviewed.verdicts().len()), (Ok(()), 1));
    }
}
