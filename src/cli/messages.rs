//! What the program says on standard error: never results, and nothing else goes there.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::io::{self, Write};
use std::path::PathBuf;
use tadqiq::document::Problem;

/// How many problems of one file are told one by one: a file that is broken all over has one on every line.
const TOLD_PER_FILE: usize = 10;

/// Says that the command could not run.
pub fn error(error: &dyn Display) {
    say("error", error);
}

/// Says what is hardly meant.
pub fn warning(warning: &dyn Display) {
    say("warning", warning);
}

/// A closed standard error is no reason to stop.
fn say(level: &str, message: &dyn Display) {
    let _ = writeln!(io::stderr().lock(), "{level}: {message}");
}

fn level(lost: bool) -> &'static str {
    if lost { "error" } else { "warning" }
}

/// The problems of the input: each is told, and all are counted.
#[derive(Debug, Default)]
pub struct Problems {
    /// By file: how many there were, and whether any lost a document.
    told: BTreeMap<PathBuf, (usize, bool)>,
    /// Whether any input was lost.
    lost: bool,
}

impl Problems {
    /// Tells a problem.
    pub fn tell(&mut self, problem: &Problem) {
        let (told, lost) = self.told.entry(problem.path().to_path_buf()).or_default();
        *told += 1;
        *lost |= !problem.is_warning();
        self.lost |= *lost;
        if *told <= TOLD_PER_FILE {
            say(level(!problem.is_warning()), problem);
        }
    }

    /// Tells how many problems were not told, and gives whether any input was lost.
    pub fn end(self) -> bool {
        for (path, (told, lost)) in self.told.iter().filter(|(_, (told, _))| *told > TOLD_PER_FILE) {
            let message = format!("{}: {} more of these lines", path.display(), told - TOLD_PER_FILE);
            say(level(*lost), &message);
        }
        self.lost
    }
}
