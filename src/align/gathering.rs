//! Gathering: documents as they come, each read once for its figures and for alignment.

use super::corpus::Builder;
use super::knowledge::Knowledge;
use super::reading::Draft;
use super::{AlignOptions, Alignment, Extracted};
use crate::document::Document;
use crate::extract;
use crate::lexicon::Lexicon;

/// A document with its figures, and what alignment needs of its words.
#[derive(Debug)]
pub struct Prepared {
    extracted: Extracted,
    draft: Draft,
}

impl Prepared {
    /// Finds the figures of a document.
    pub fn of(document: Document, lexicon: &Lexicon) -> Prepared {
        let (figures, draft) =
            Draft::read(&document, |sentence| extract::figures_and_tokens(&document, lexicon, sentence));
        Prepared { extracted: Extracted { document, figures }, draft }
    }

    /// The document, to be named.
    pub fn document_mut(&mut self) -> &mut Document {
        &mut self.extracted.document
    }
}

/// Documents that are to be aligned once all have come.
#[derive(Debug)]
pub struct Gathering {
    documents: Vec<Extracted>,
    corpus: Builder<'static>,
}

impl Default for Gathering {
    fn default() -> Gathering {
        Gathering { documents: Vec::new(), corpus: Builder::new(Knowledge::builtin()) }
    }
}

impl Gathering {
    /// Takes in the next document.
    pub fn add(&mut self, Prepared { extracted, draft }: Prepared) {
        self.documents.push(extracted);
        self.corpus.add(draft);
    }

    /// The documents, their stories and the claims of these.
    pub fn align(self, lexicon: &Lexicon, options: &AlignOptions) -> (Vec<Extracted>, Alignment) {
        let Gathering { documents, corpus } = self;
        let alignment = super::claims_among(&documents, corpus.end(), lexicon, options);
        (documents, alignment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_that_come_one_by_one_are_aligned_as_all_at_once() {
        let lexicon = Lexicon::builtin();
        let texts = [
            "رفض مجلس إدارة مختبر الواحة عرضا بقيمة 97.4 مليار دولار لشراء المختبر.",
            "قال مختبر الواحة إن مجلس إدارته رفض عرضا بقيمة 974 مليار دولار لشرائه.",
        ];
        let documents = texts.map(|text| Document { text: text.to_string(), ..Document::default() });
        let mut gathering = Gathering::default();
        documents.iter().for_each(|document| gathering.add(Prepared::of(document.clone(), lexicon)));
        let options = AlignOptions::default();
        let (extracted, alignment) = gathering.align(lexicon, &options);
        for (one, document) in extracted.iter().zip(&documents) {
            assert_eq!(one.figures, extract::figures(document, lexicon));
        }
        let at_once = crate::align::claims(&extracted, lexicon, &options);
        assert_eq!(format!("{alignment:?}"), format!("{at_once:?}"));
        assert!(alignment.claims.iter().any(|claim| !claim.links.is_empty()));
    }
}
