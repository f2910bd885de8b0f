//! What all commands share that read documents: how they begin, how documents come, and how they end.
//! Documents are read and their figures found in batches on all threads, and come in the order of their
//! paths and lines, whatever the order of the arguments.

use super::Failure;
use super::configured::{Config, Configured};
use super::messages::Problems;
use super::progress::Progress;
use super::settings::{Threads, locale};
use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::mpsc;
use std::{mem, panic, thread};
use tadqiq::align::{Extracted, Gathering, Prepared, Records};
use tadqiq::document::{self, Batch, Document, Names, Read, RecordPlace};
use tadqiq::extract;
use tadqiq::lexicon::Lexicon;
use tadqiq::locale::Lang;

/// How many batches wait for `take` while the next is being made.
const WAITING: usize = 1;

/// A run over documents.
pub struct Run {
    /// Where they are.
    pub paths: Vec<PathBuf>,
    /// What is configured for them; who published them is known to the run alone.
    pub config: Config,
    problems: Problems,
    progress: Progress,
    /// How many came.
    documents: usize,
}

impl Run {
    /// Begins: threads, configuration, language.
    pub fn begin(
        paths: &[PathBuf],
        threads: &Threads,
        configured: &Configured,
        lang: Option<Lang>,
    ) -> Result<Run, Failure> {
        threads.set()?;
        let config = configured.read(paths)?;
        let lang = lang.or(config.lang).unwrap_or_else(locale);
        let (problems, progress) = (Problems::new(lang), Progress::new(lang));
        Ok(Run { paths: paths.to_vec(), config, problems, progress, documents: 0 })
    }

    /// Tells nobody how far it has come: results are drawn on the terminal meanwhile.
    pub fn quietly(&mut self) {
        self.progress.hide();
    }

    /// Gives what `make` makes of each batch to `take`, while it makes the next, and the one after that is read; a few
    /// batches are in memory at a time. The problems of the input are told as they come.
    pub fn each<T: Send + 'static, E>(
        &mut self,
        make: impl Fn(Batch) -> Vec<Read<T>> + Send + 'static,
        mut take: impl FnMut(T, Option<RecordPlace>) -> Result<(), E>,
    ) -> Result<(), E> {
        let (read, unmade) = mpsc::sync_channel(0);
        let (made, batches) = mpsc::sync_channel(WAITING);
        let (paths, sources) = (self.paths.clone(), mem::take(&mut self.config.sources));
        // Not scoped threads: where `take` has had enough, nobody should wait for more to come from a pipe.
        let reader = thread::spawn(move || document::batches(&paths, sources).try_for_each(|batch| read.send(batch)));
        let maker = thread::spawn(move || unmade.into_iter().map(make).try_for_each(|batch| made.send(batch)));
        for item in batches.into_iter().flatten() {
            let Run { problems, progress, .. } = self;
            if !item.problems.is_empty() {
                progress.aside(|| item.problems.iter().for_each(|problem| problems.tell(problem)));
            }
            progress.document();
            let Some(document) = item.document else { continue };
            self.documents += 1;
            take(document, item.place)?;
        }
        // What is half done must not pass for the whole.
        let ends = [reader.join().map(drop), maker.join().map(drop)];
        ends.into_iter().for_each(|end| end.unwrap_or_else(|cause| panic::resume_unwind(cause)));
        Ok(())
    }

    /// Gives all that `make` makes of the documents, which `document` shows, to `take`; no two are of one name.
    fn each_named<T: Send + 'static>(
        &mut self,
        make: impl Fn(Batch) -> Vec<Read<T>> + Send + 'static,
        document: impl Fn(&mut T) -> &mut Document,
        mut take: impl FnMut(T),
    ) {
        let mut names = Names::default();
        let Ok(()) = self.each(make, |mut one, place| {
            names.add(document(&mut one), place);
            take(one);
            Ok::<(), Infallible>(())
        });
        let Run { problems, progress, .. } = self;
        progress.aside(|| names.problems.iter().for_each(|problem| problems.tell(problem)));
        progress.comparing();
    }

    /// All documents as they are.
    pub fn documents(&mut self) -> Vec<Document> {
        let mut all = Vec::new();
        self.each_named(|batch| batch.read_with(|document| document), |document| document, |one| all.push(one));
        all
    }

    /// All documents with their figures, to be aligned.
    pub fn gather(&mut self) -> Gathering {
        let prepare = |batch: Batch| batch.read_afresh_with(|document| Prepared::of(document, Lexicon::builtin()));
        let mut gathering = Gathering::default();
        self.each_named(prepare, Prepared::document_mut, |prepared| gathering.add(prepared));
        gathering
    }

    /// All documents whose figures were found before.
    pub fn records(&mut self) -> Vec<Records> {
        let mut all = Vec::new();
        let read = |batch: Batch| batch.read_lines_with(Records::read);
        self.each_named(read, Records::document_mut, |one| all.push(one));
        all
    }

    /// What is told on the way gives place to the results.
    pub fn compared(&mut self) {
        self.progress.end();
    }

    /// Whether any document was read.
    pub fn has_read(&self) -> bool {
        self.documents > 0
    }

    /// Tells what was not told yet; whether any input was lost, or there was none.
    pub fn end(self) -> bool {
        self.problems.end(self.documents)
    }
}

/// A document with its figures.
pub fn extracted(document: Document) -> Extracted {
    Extracted { figures: extract::figures(&document, Lexicon::builtin()), document }
}
