//! Documents checked: their stories, and the conflicts in them.
//! Here: the stages that `check`, `demo` and `review` share. Not here: what is done with the conflicts.

use super::Failure;
use super::output::Output;
use super::settings::{Drawing, locale};
use tadqiq::align::story::Stories;
use tadqiq::align::{self, AlignOptions, Alignment, Extracted, Gathering};
use tadqiq::lexicon::Lexicon;
use tadqiq::report::{Findings, Lang, Summary, conflicts};
use tadqiq::review::Decisions;
use tadqiq::rules::{self, Checks, Conflict};

/// Documents with the conflicts that were found in them.
pub struct Checked {
    documents: Vec<Extracted>,
    alignment: Alignment,
    /// The conflicts, heaviest first.
    pub conflicts: Vec<Conflict>,
    /// The rules that found them.
    checks: Checks,
}

impl Checked {
    /// Checks the documents.
    pub fn new(documents: Vec<Extracted>, options: &AlignOptions, checks: &Checks) -> Checked {
        let alignment = align::claims(&documents, Lexicon::builtin(), options);
        Checked::of(documents, alignment, checks)
    }

    /// Checks the documents that were gathered.
    pub fn gathered(documents: Gathering, options: &AlignOptions, checks: &Checks) -> Checked {
        let (documents, alignment) = documents.align(Lexicon::builtin(), options);
        Checked::of(documents, alignment, checks)
    }

    /// Checks the documents, of which the stories are known.
    pub fn in_stories(documents: Vec<Extracted>, stories: Stories, options: &AlignOptions, checks: &Checks) -> Checked {
        let alignment = align::claims_of(&documents, stories, Lexicon::builtin(), options);
        Checked::of(documents, alignment, checks)
    }

    fn of(documents: Vec<Extracted>, alignment: Alignment, checks: &Checks) -> Checked {
        let conflicts = rules::conflicts(&documents, &alignment, checks);
        Checked { documents, alignment, conflicts, checks: checks.clone() }
    }

    /// Draws the conflicts and counts them, also those past the limit; so many dismissed ones are no longer among
    /// them.
    pub fn draw(
        &self,
        decisions: &Decisions,
        left_out: usize,
        limit: Option<usize>,
        format: conflicts::Format,
        drawing: &Drawing,
        output: &mut Output,
    ) -> Result<Summary, Failure> {
        let findings = Findings { limit, ..self.findings(decisions, left_out) };
        // The page can be switched to English in the browser, and is made for readers of Arabic.
        let page = format == conflicts::Format::Html;
        let options = drawing.options_in(|| if page { Lang::Ar } else { locale() });
        output.write(|out| conflicts::write(format, &findings, &options, out))?;
        Ok(Summary::of(&findings))
    }

    /// All of it, as the reports see it.
    pub fn findings<'a>(&'a self, decisions: &'a Decisions, left_out: usize) -> Findings<'a> {
        let Checked { documents, alignment, conflicts, checks } = self;
        Findings { documents, alignment, conflicts, limit: None, left_out, decisions, checks }
    }
}
