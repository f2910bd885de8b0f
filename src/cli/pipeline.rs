//! Documents read and their figures found, in batches on all threads, in the order of the input.

use super::messages::Problems;
use std::path::PathBuf;
use tadqiq::align::Extracted;
use tadqiq::document::{self, Document};
use tadqiq::extract;
use tadqiq::lexicon::Lexicon;

/// Gives each document with its figures to `take`; one batch is in memory at a time. The problems of the input are
/// told as they come.
pub fn each<E>(
    paths: &[PathBuf],
    problems: &mut Problems,
    mut take: impl FnMut(Extracted) -> Result<(), E>,
) -> Result<(), E> {
    for batch in document::batches(paths) {
        for item in batch.read_with(extracted) {
            item.problems.iter().for_each(|problem| problems.tell(problem));
            item.document.map(&mut take).transpose()?;
        }
    }
    Ok(())
}

/// All documents with their figures.
pub fn all(paths: &[PathBuf], problems: &mut Problems) -> Vec<Extracted> {
    let mut documents = Vec::new();
    let Ok(()) = each(paths, problems, |extracted| {
        documents.push(extracted);
        Ok::<(), std::convert::Infallible>(())
    });
    documents
}

/// A document with its figures.
pub fn extracted(document: Document) -> Extracted {
    Extracted { figures: extract::figures(&document, Lexicon::builtin()), document }
}
