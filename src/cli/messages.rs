//! What the program says on standard error: never results, and nothing else goes there.

use super::Failure;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::PathBuf;
use tadqiq::document::{Level, Problem};
use tadqiq::locale::Lang;

/// How many problems of one file are told one by one: a file that is broken all over has one on every line.
const TOLD_PER_FILE: usize = 10;

/// Says that the command could not run.
pub fn error(failure: &Failure, lang: Lang) {
    say(Level::Error, &failure.text(lang), lang);
}

/// Says what is hardly meant.
pub fn warning(text: &str, lang: Lang) {
    say(Level::Warning, text, lang);
}

/// Says what the user may want to know.
pub fn note(text: &str, lang: Lang) {
    say(Level::Note, text, lang);
}

/// A closed standard error is no reason to stop.
fn say(level: Level, text: &str, lang: Lang) {
    let level = lang.text(match level {
        Level::Error => "severity-error",
        Level::Warning => "severity-warning",
        Level::Note => "severity-note",
    });
    let line = lang.text_with("problem-line", &[("level", (&level).into()), ("text", text.into())]);
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// The problems of the input: each is told, and all are counted.
#[derive(Debug)]
pub struct Problems {
    lang: Lang,
    /// By file: how many there were, and the worst of them.
    told: BTreeMap<PathBuf, (usize, Level)>,
    /// The files of which it was told what they are.
    whole: BTreeSet<PathBuf>,
}

impl Problems {
    /// None yet.
    pub fn new(lang: Lang) -> Problems {
        Problems { lang, told: BTreeMap::new(), whole: BTreeSet::new() }
    }

    /// Tells a problem.
    pub fn tell(&mut self, problem: &Problem) {
        let (told, worst) = self.told.entry(problem.path().to_path_buf()).or_insert((0, Level::Note));
        *worst = problem.level().max(*worst);
        if problem.is_of_whole_file() && !self.whole.insert(problem.path().to_path_buf()) {
            return;
        }
        *told += 1;
        if *told <= TOLD_PER_FILE {
            say(problem.level(), &problem.text(self.lang), self.lang);
        }
    }

    /// Whether any input was lost.
    pub fn any_lost(&self) -> bool {
        self.told.values().any(|(_, worst)| *worst == Level::Error)
    }

    /// Tells how many problems were not told; whether any input was lost, or there was none: of so many documents.
    pub fn end(self, documents: usize) -> bool {
        let Problems { lang, ref told, .. } = self;
        for (path, (told, worst)) in told.iter().filter(|(_, (told, _))| *told > TOLD_PER_FILE) {
            let (path, more) = (path.display().to_string(), (told - TOLD_PER_FILE).to_string());
            let text = lang.text_with("problem-more", &[("path", (&path).into()), ("n", (&more).into())]);
            say(*worst, &text, lang);
        }
        let lost = self.any_lost();
        if documents == 0 && !lost {
            say(Level::Error, &lang.text("problem-nothing-read"), lang);
        }
        lost || documents == 0
    }
}
