//! What every target does with the documents that it gets.
#![allow(dead_code)] // Each target uses its own part of this.

use std::fs;
use std::path::{Path, PathBuf};
use tadqiq::align::{self, AlignOptions, Extracted};
use tadqiq::document::Document;
use tadqiq::extract;
use tadqiq::lexicon::Lexicon;
use tadqiq::rules::{self, Checks};

/// A folder of this process, in memory where there is such.
pub fn folder() -> PathBuf {
    let memory = Path::new("/dev/shm");
    let root = if memory.is_dir() { memory.to_path_buf() } else { std::env::temp_dir() };
    let folder = root.join(format!("tadqiq-fuzz-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// A file with these bytes, in a folder where it is alone.
pub fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder().join(name);
    fs::write(&path, bytes).expect("a file");
    path
}

/// Looks for the figures of a document, and checks that they stand where they say.
pub fn extracted(document: Document) -> Extracted {
    let figures = extract::figures(&document, Lexicon::builtin());
    let mut end = 0;
    for figure in &figures {
        assert!(figure.span.start >= end, "figures overlap");
        assert_eq!(document.text.get(figure.span.start..figure.span.end), Some(figure.text.as_str()));
        assert!(figure.sentence.contains(figure.span), "a figure is outside of its sentence");
        end = figure.span.end;
    }
    Extracted { document, figures }
}

/// Checks documents as one story.
pub fn check(documents: &[Extracted], checks: &Checks) {
    let options = AlignOptions { one_story: true, ..AlignOptions::default() };
    let alignment = align::claims(documents, Lexicon::builtin(), &options);
    for conflict in rules::conflicts(documents, &alignment, checks) {
        assert!(conflict.sides.len() > 1 || !conflict.evidence.is_empty() || !conflict.message.en.is_empty());
    }
}
