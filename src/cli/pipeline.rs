//! Documents read and their figures found, in batches on all threads, in the order of the input.

use super::messages::Problems;
use super::progress::Progress;
use std::path::PathBuf;
use std::sync::mpsc;
use std::{panic, thread};
use tadqiq::align::{Extracted, Gathering, Prepared, Records};
use tadqiq::document::{self, Batch, Document, Names, Read, RecordPlace, Sources};
use tadqiq::extract;
use tadqiq::lexicon::Lexicon;

/// How many batches wait for `take` while the next is being made.
const WAITING: usize = 1;

/// Gives what `make` makes of each batch to `take`, while it makes the next, and the one after that is read; a few batches
/// are in memory at a time. The problems of the input are told as they come.
pub fn each<T: Send + 'static, E>(
    paths: &[PathBuf],
    sources: Sources,
    problems: &mut Problems,
    progress: &mut Progress,
    make: impl Fn(Batch) -> Vec<Read<T>> + Send + 'static,
    mut take: impl FnMut(T, Option<RecordPlace>) -> Result<(), E>,
) -> Result<(), E> {
    let (read, unmade) = mpsc::sync_channel(0);
    let (made, batches) = mpsc::sync_channel(WAITING);
    let paths = paths.to_vec();
    // Not scoped threads: where `take` has had enough, nobody should wait for more to come from a pipe.
    let reader = thread::spawn(move || document::batches(&paths, sources).try_for_each(|batch| read.send(batch)));
    let maker = thread::spawn(move || unmade.into_iter().map(make).try_for_each(|batch| made.send(batch)));
    for item in batches.into_iter().flatten() {
        if !item.problems.is_empty() {
            progress.aside(|| item.problems.iter().for_each(|problem| problems.tell(problem)));
        }
        progress.document();
        item.document.map(|document| take(document, item.place)).transpose()?;
    }
    // What is half done must not pass for the whole.
    let ends = [reader.join().map(drop), maker.join().map(drop)];
    ends.into_iter().for_each(|end| end.unwrap_or_else(|cause| panic::resume_unwind(cause)));
    Ok(())
}

/// All that `make` makes of the documents, which `document` shows, no two of one name.
pub fn all<T: Send + 'static>(
    paths: &[PathBuf],
    sources: Sources,
    problems: &mut Problems,
    progress: &mut Progress,
    make: impl Fn(Batch) -> Vec<Read<T>> + Send + 'static,
    document: impl Fn(&mut T) -> &mut Document,
) -> Vec<T> {
    let (mut all, mut names) = (Vec::new(), Names::default());
    let Ok(()) = each(paths, sources, problems, progress, make, |mut one, place| {
        names.add(document(&mut one), place);
        all.push(one);
        Ok::<(), std::convert::Infallible>(())
    });
    tell(&names, problems, progress);
    all
}

fn tell(names: &Names, problems: &mut Problems, progress: &Progress) {
    progress.aside(|| names.problems.iter().for_each(|problem| problems.tell(problem)));
}

/// All documents with their figures, to be aligned.
pub fn gather(paths: &[PathBuf], sources: Sources, problems: &mut Problems, progress: &mut Progress) -> Gathering {
    let prepare = |batch: Batch| batch.read_afresh_with(|document| Prepared::of(document, Lexicon::builtin()));
    let (mut gathering, mut names) = (Gathering::default(), Names::default());
    let Ok(()) = each(paths, sources, problems, progress, prepare, |mut prepared, place| {
        names.add(prepared.document_mut(), place);
        gathering.add(prepared);
        Ok::<(), std::convert::Infallible>(())
    });
    tell(&names, problems, progress);
    gathering
}

/// Documents as they are.
pub fn read(batch: Batch) -> Vec<Read<Document>> {
    batch.read_with(|document| document)
}

/// Documents whose figures were found before.
pub fn read_records(batch: Batch) -> Vec<Read<Records>> {
    batch.read_lines_with(Records::read)
}

/// A document with its figures.
pub fn extracted(document: Document) -> Extracted {
    Extracted { figures: extract::figures(&document, Lexicon::builtin()), document }
}
