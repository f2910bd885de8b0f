//! Files of decisions: what is broken is told, what is whole can be changed.
#![no_main]

mod common;

use tadqiq::decisions::DecisionsFile;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let file = DecisionsFile::at(common::file("decisions.toml", bytes));
    match file.read() {
        Ok(decisions) => assert_eq!(decisions.iter().count(), decisions.len()),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
