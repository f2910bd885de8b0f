//! Documents checked: their stories, and the conflicts in them.
//! Here: the stages that `check`, `demo` and `review` share. Not here: what is done with the conflicts.

use super::Failure;
use super::output::Output;
use super::run::Run;
use super::settings::{Drawing, locale};
use tadqiq::align::{self, AlignOptions, Alignment, Extracted, Records};
use tadqiq::decisions::Decisions;
use tadqiq::lexicon::Lexicon;
use tadqiq::locale::Lang;
use tadqiq::report::{Findings, Summary, conflicts};
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

    /// Reads the documents and checks them.
    pub fn read(run: &mut Run, options: &AlignOptions, checks: &Checks) -> Checked {
        let (documents, alignment) = run.gather().align(Lexicon::builtin(), options);
        let checked = Checked::of(documents, alignment, checks);
        run.compared();
        checked
    }

    /// Reads the documents with the figures that were found before, and checks them: in the stories that they say they
    /// are of, unless they are all one.
    pub fn read_figures(run: &mut Run, options: &AlignOptions, checks: &Checks) -> Result<Checked, Failure> {
        let checked = match Records::gather(run.records())? {
            (documents, Some(told)) if !options.one_story => {
                let alignment = align::claims_of(&documents, told, Lexicon::builtin(), options);
                Checked::of(documents, alignment, checks)
            }
            (documents, _) => Checked::new(documents, options, checks),
        };
        run.compared();
        Ok(checked)
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
