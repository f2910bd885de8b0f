//! Rule files: what loads is also used.
#![no_main]

mod common;

use std::sync::LazyLock;
use tadqiq::align::Extracted;
use tadqiq::document::Document;
use tadqiq::rules::Checks;

static STORY: LazyLock<Vec<Extracted>> = LazyLock::new(|| {
    let texts = [
        "مرجان تعرض 97.4 مليار دولار لشراء سنابل يوم 3 مارس 2024.",
        "مرجان تعرض 974 مليار دولار لشراء سنابل يوم 4 مارس 2024.",
    ];
    let document = |text: &str| Document { text: text.to_string(), ..Document::default() };
    texts.into_iter().map(document).map(common::extracted).collect()
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let path = common::file("rule.toml", bytes);
    match Checks::load(path.parent().expect("a folder")) {
        Ok(checks) => common::check(&STORY, &Checks::builtin().with(checks)),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
