//! Pictures of the page and of a table: `cargo test pictures -- --ignored` makes them anew, those of the README in
//! `snapshots/`, others to look at in `target/`. They need Chromium, and the fonts of the system give their look.

use super::browser::Browser;
use crate::align::{self, AlignOptions, Extracted};
use crate::decisions::Decisions;
use crate::document::Document;
use crate::extract;
use crate::lexicon::Lexicon;
use crate::report::conflicts::{Format, write};
use crate::report::{Findings, Lang, Options, drawn};
use crate::rules::{self, Checks};
use std::path::{Path, PathBuf};

/// What `tadqiq demo` draws in this format.
fn demo(format: Format, options: &Options) -> String {
    let (documents, problems) = crate::document::read_all(&[PathBuf::from("tests/stories")]);
    assert!(problems.is_empty(), "{problems:?}");
    // Named as the program names the stories that are built into it.
    let named = |mut document: Document| {
        document.id = document.id.trim_start_matches("tests/stories/").to_string();
        document
    };
    let documents = documents.into_iter().map(named);
    let extracted = |document| Extracted { figures: extract::figures(&document, Lexicon::builtin()), document };
    let documents: Vec<Extracted> = documents.map(extracted).collect();
    let alignment = align::claims(&documents, Lexicon::builtin(), &AlignOptions::default());
    let (checks, decisions) = (Checks::builtin(), Decisions::default());
    let conflicts = rules::conflicts(&documents, &alignment, &checks);
    let findings = Findings {
        documents: &documents,
        alignment: &alignment,
        conflicts: &conflicts,
        limit: None,
        left_out: 0,
        decisions: &decisions,
        checks: &checks,
    };
    drawn(|out| write(format, &findings, options, out))
}

/// A browser that shows this page.
fn browser(page: &str) -> Option<(Browser, tempfile::TempDir)> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("page.html");
    std::fs::write(&path, page).expect("the page is written");
    Browser::open(&path).map(|browser| (browser, folder))
}

fn keep(browser: &mut Browser, path: impl AsRef<Path>) {
    std::fs::write(path, browser.picture()).expect("the picture is written");
}

/// A terminal's text as a page: its colours as classes, everything else as it is.
fn terminal(text: &str) -> String {
    let mut body = String::new();
    for line in text.replace('&', "&amp;").replace('<', "&lt;").lines() {
        let mut classes = Vec::new();
        body += "<div>";
        for (index, part) in line.split("\u{1B}[").enumerate() {
            let (code, part) = if index == 0 { ("0", part) } else { part.split_once('m').expect("a colour") };
            match code {
                "0" => classes.clear(),
                code => classes.push(format!("c{code}")),
            }
            body += &format!("<span class='{}'>{part}</span>", classes.join(" "));
        }
        body += "</div>";
    }
    // Lam-alef is two cells in a terminal, and one letter in this font unless it is told otherwise.
    format!(
        "<!DOCTYPE html><meta charset=utf-8><style>body{{margin:0;padding:1.2rem;background:#1b1f24;color:#e6e6e6;\
         width:max-content}}div{{font:16px/1.45 'DejaVu Sans Mono',monospace;font-feature-settings:'rlig' 0,'liga' 0;\
         white-space:pre;min-height:1.45em}}.c1{{font-weight:700}}.c2{{opacity:.75}}.c31{{color:#ff7b72}}\
         .c33{{color:#e3b341}}.c36{{color:#76e3ea}}</style>{body}"
    )
}

#[test]
#[ignore = "makes files: see the module"]
fn pictures() {
    let arabic = Options { lang: Lang::Ar, ..Options::default() };
    let Some((mut browser_, _folder)) = browser(&demo(Format::Html, &arabic)) else { return };
    browser_.resize(1200, 1650);
    keep(&mut browser_, "snapshots/page.png");
    browser_.eval("document.querySelectorAll('.document, .guide, .evidence').forEach(d => d.open = true)");
    for (width, dark, english) in [(1280, false, false), (1280, true, false), (360, false, false), (1280, false, true)]
    {
        if english {
            browser_.eval("document.querySelector('#language').click()");
        }
        browser_.resize(width, 900);
        let height = browser_.eval("document.documentElement.scrollHeight").as_u64().unwrap_or(900);
        browser_.resize(width, usize::try_from(height).unwrap_or(900));
        browser_.dark(dark);
        let (lang, shade) = (if english { "en" } else { "ar" }, if dark { "-dark" } else { "" });
        keep(&mut browser_, format!("target/page-{lang}-{width}{shade}.png"));
    }
    let table = demo(Format::Table, &Options { color: true, width: Some(96), ..arabic });
    // The first conflicts are enough.
    let conflicts: Vec<&str> = table.split("\n\n").take(2).collect();
    let (mut browser_, _folder) = browser(&terminal(&conflicts.join("\n\n"))).expect("the browser was there");
    let size = browser_.eval("[document.body.scrollWidth, document.body.offsetHeight]");
    let side = |at: usize| usize::try_from(size[at].as_u64().unwrap_or(900)).unwrap_or(900);
    browser_.resize(side(0), side(1));
    keep(&mut browser_, "snapshots/table.png");
}
