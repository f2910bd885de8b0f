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

/// A closed standard error is no reason to stop.
fn say(level: &str, message: &dyn Display) {
    let _ = writeln!(io::stderr().lock(), "{level}: {message}");
}

/// The problems of the input: each is told, and all are counted.
#[derive(Debug, Default)]
pub struct Problems {
    /// By file: how many there were.
    told: BTreeMap<PathBuf, usize>,
    /// Whether any input was lost.
    lost: bool,
}

impl Problems {
    /// Tells a problem.
    pub fn tell(&mut self, problem: &Problem) {
        self.lost |= !problem.is_warning();
        let told = self.told.entry(problem.path().to_path_buf()).or_default();
        *told += 1;
        if *told <= TOLD_PER_FILE {
            say(if problem.is_warning() { "warning" } else { "error" }, problem);
        }
    }

    /// Tells how many problems were not told, and gives whether any input was lost.
    pub fn end(self) -> bool {
        for (path, told) in self.told.iter().filter(|(_, told)| **told > TOLD_PER_FILE) {
            let message = format!("{}: {} more of these lines", path.display(), told - TOLD_PER_FILE);
            say("error", &message);
        }
        self.lost
    }
}
