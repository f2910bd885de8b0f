//! Text: two documents, parted by a line of dashes.
#![no_main]

mod common;

use tadqiq::document::Document;
use tadqiq::rules::Checks;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let documents = text.splitn(2, "\n---\n").map(|text| Document {
        text: text.to_string(),
        published: "2024-05-03".parse().ok(),
        ..Document::default()
    });
    let documents: Vec<_> = documents.map(common::extracted).collect();
    common::check(&documents, &Checks::builtin());
});
