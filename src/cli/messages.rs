//! What the program says on standard error: never results, and nothing else goes there.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::io::{self, Write};
use std::path::PathBuf;
use tadqiq::document::{Level, Problem};

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

fn word(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    }
}

/// The problems of the input: each is told, and all are counted.
#[derive(Debug, Default)]
pub struct Problems {
    /// By file: how many there were, and the worst of them.
    told: BTreeMap<PathBuf, (usize, Level)>,
    /// The files of which it was told what they are.
    whole: BTreeSet<PathBuf>,
}

impl Problems {
    /// Tells a problem.
    pub fn tell(&mut self, problem: &Problem) {
        let (told, worst) = self.told.entry(problem.path().to_path_buf()).or_insert((0, Level::Note));
        *worst = problem.level().max(*worst);
        if problem.is_of_whole_file() && !self.whole.insert(problem.path().to_path_buf()) {
            return;
        }
        *told += 1;
        if *told <= TOLD_PER_FILE {
            say(word(problem.level()), problem);
        }
    }

    /// Tells how many problems were not told, and gives whether any input was lost.
    pub fn end(self) -> bool {
        for (path, (told, worst)) in self.told.iter().filter(|(_, (told, _))| *told > TOLD_PER_FILE) {
            let message = format!("{}: {} more of these lines", path.display(), told - TOLD_PER_FILE);
            say(word(*worst), &message);
        }
        self.told.values().any(|(_, worst)| *worst == Level::Error)
    }
}
