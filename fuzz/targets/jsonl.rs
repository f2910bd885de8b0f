//! Lines of JSON, in any encoding.
#![no_main]

mod common;

use tadqiq::document;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (documents, problems) = document::read_all(&[common::file("input.jsonl", bytes)]);
    problems.iter().for_each(|problem| assert!(!problem.to_string().is_empty()));
    documents.into_iter().for_each(|document| drop(common::extracted(document)));
});
