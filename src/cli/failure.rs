//! Why a command could not run, and how that is said.
//! What people commonly meet is said in their language; the rest in English, as are the errors of the arguments.

use super::configured::ConfigError;
use super::no_rule::NoRule;
use super::output::OutputError;
use std::io;
use tadqiq::align::RecordError;
use tadqiq::decisions::FileError;
use tadqiq::locale::Lang;
use tadqiq::report::system_text;
use tadqiq::rules::CheckError;

/// Why a command could not run.
#[derive(Debug)]
pub enum Failure {
    Config(ConfigError),
    Decisions(FileError),
    Output(OutputError),
    Records(RecordError),
    Rules(CheckError),
    /// A byte order mark was asked for where readers would stumble over it.
    Bom,
    /// Standard input can be keys or documents.
    Keys,
    /// There is no rule of this name.
    NoRule(NoRule),
    /// The page cannot be served on this port.
    Port(u16, io::Error),
    /// Anything else, in English.
    Other(String),
}

impl Failure {
    /// The failure in words.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Failure::Config(error) => error.text(lang),
            Failure::Output(error) => error.text(lang),
            Failure::Decisions(error) => error.text(lang),
            Failure::Rules(error) => error.text(lang),
            Failure::Bom => lang.text("failure-bom"),
            Failure::Keys => lang.text("failure-keys"),
            Failure::NoRule(rule) => rule.text("failure-no-rule", lang),
            Failure::Records(error) => error.to_string(),
            Failure::Port(port, error) => {
                let [port, error] = [port.to_string(), system_text(error, lang)];
                lang.text_with("failure-port", &[("port", (&port).into()), ("error", (&error).into())])
            }
            Failure::Other(text) => text.clone(),
        }
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Failure {
        Failure::Config(error)
    }
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Failure {
        Failure::Decisions(error)
    }
}

impl From<OutputError> for Failure {
    fn from(error: OutputError) -> Failure {
        Failure::Output(error)
    }
}

impl From<RecordError> for Failure {
    fn from(error: RecordError) -> Failure {
        Failure::Records(error)
    }
}

impl From<CheckError> for Failure {
    fn from(error: CheckError) -> Failure {
        Failure::Rules(error)
    }
}
