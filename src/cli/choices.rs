//! What may be chosen by an argument and by the configuration alike.
//! Not here: the arguments (`settings.rs`), the configuration (`configured.rs`).

use clap::ValueEnum;
use tadqiq::rules::Severity;

/// Which documents tell one story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Story {
    /// Those that report the same events, as far as their words and dates tell.
    #[default]
    Auto,
    /// All of them.
    All,
}

/// The least severity that makes the exit status 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// The sides cannot all be right.
    Error,
    /// Errors, and what is probably wrong.
    #[default]
    Warning,
    /// Anything, also where both sides may be right.
    Note,
}

impl FailOn {
    /// The severity that is meant.
    pub fn severity(self) -> Severity {
        match self {
            FailOn::Error => Severity::Error,
            FailOn::Warning => Severity::Warning,
            FailOn::Note => Severity::Note,
        }
    }
}
