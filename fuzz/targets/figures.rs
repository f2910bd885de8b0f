//! What `check --figures` reads.
#![no_main]

mod common;

use tadqiq::align::{AlignOptions, Records, claims, claims_of};
use tadqiq::document::{self, Sources};
use tadqiq::lexicon::Lexicon;
use tadqiq::rules::{self, Checks};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let path = common::file("input.jsonl", bytes);
    let batches = document::batches(&[path], Sources::default());
    let read = batches.flat_map(|batch| batch.read_lines_with(Records::read));
    let records: Vec<Records> = read.filter_map(|read| read.document).collect();
    let Ok((documents, stories)) = Records::gather(records) else { return };
    let (lexicon, options) = (Lexicon::builtin(), AlignOptions::default());
    let alignment = match stories {
        Some(stories) => claims_of(&documents, stories, lexicon, &options),
        None => claims(&documents, lexicon, &options),
    };
    rules::conflicts(&documents, &alignment, &Checks::builtin());
});
