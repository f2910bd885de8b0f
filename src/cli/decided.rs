//! The arguments of commands that know decisions: where they are kept, and who decides.

use super::messages;
use clap::Args;
use std::env;
use std::path::PathBuf;
use tadqiq::decisions::DecisionsFile;
use tadqiq::locale::Lang;

/// Where decisions are kept, and who decides.
#[derive(Args, Debug)]
pub struct Decided {
    /// Keep decisions in this file, instead of `tadqiq.decisions.toml` beside the documents
    ///
    /// Beside the documents is in the folder given, or in the folder of the files given; for paths of several
    /// folders, and for standard input, it is the current folder.
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,

    /// Who decides; by default the user's name
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
}

impl Decided {
    /// The decisions of these documents.
    pub fn file(&self, paths: &[PathBuf]) -> DecisionsFile {
        self.decisions.as_ref().map_or_else(|| DecisionsFile::beside(paths), DecisionsFile::at)
    }

    /// Tells that the file which the user names is not there, and so holds no decisions: its name may be a slip.
    pub fn warn_if_missing(&self, lang: Lang) {
        if let Some(path) = self.decisions.as_ref().filter(|path| !path.exists()) {
            let path = path.display().to_string();
            messages::warning(&lang.text_with("warning-no-decisions", &[("path", (&path).into())]), lang);
        }
    }

    /// Who decides, where that is known.
    pub fn by(&self) -> Option<String> {
        let names = ["USER", "LOGNAME", "USERNAME"].iter().filter_map(|name| env::var(name).ok());
        self.by.iter().cloned().chain(names).map(|name| name.trim().to_string()).find(|name| !name.is_empty())
    }
}
