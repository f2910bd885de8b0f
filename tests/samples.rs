//! Snapshots of what is found in the sample texts and stories, and in sentences that contradict themselves or seem to.
//! A new sample is a new file or folder: put it in `tests/texts/`, `tests/stories/` or `tests/slips/`, run
//! `INSTA_UPDATE=always cargo test --test samples`, and read what came into `snapshots/`.

use std::path::{Path, PathBuf};
use tadqiq::align::{self, AlignOptions, Extracted};
use tadqiq::decisions::Decisions;
use tadqiq::document::{Document, read_all};
use tadqiq::extract;
use tadqiq::figure::{FigureRecord, Value};
use tadqiq::lexicon::Lexicon;
use tadqiq::locale::{Lang, value_text};
use tadqiq::report::{Findings, Options, conflicts};
use tadqiq::rules::{self, Checks};

#[test]
fn figures_of_the_texts() {
    insta::glob!("texts/*.txt", |path| {
        let documents = read(path);
        let lines: Vec<String> = documents.iter().flat_map(|document| &document.figures).map(line).collect();
        keep("figures", path.file_stem(), &(lines.join("\n") + "\n"));
    });
}

#[test]
fn conflicts_of_the_stories() {
    insta::glob!("stories/*/sources.toml", |path| {
        let folder = path.parent().expect("a story is a folder");
        let documents = read(folder);
        let options = AlignOptions { one_story: true, ..AlignOptions::default() };
        let (alignment, checks) = (align::claims(&documents, Lexicon::builtin(), &options), Checks::builtin());
        let conflicts = rules::conflicts(&documents, &alignment, &checks);
        let decisions = Decisions::default();
        let findings = Findings {
            documents: &documents,
            alignment: &alignment,
            conflicts: &conflicts,
            limit: None,
            left_out: 0,
            decisions: &decisions,
            checks: &checks,
        };
        let mut drawn = Vec::new();
        conflicts::write(conflicts::Format::Table, &findings, &Options::default(), &mut drawn).expect("drawn");
        keep("story", folder.file_name(), &String::from_utf8(drawn).expect("UTF-8"));
    });
}

#[test]
fn stories_are_found_apart() {
    let documents = read(Path::new("tests/stories"));
    let alignment = align::claims(&documents, Lexicon::builtin(), &AlignOptions::default());
    let folder = |at: &usize| Path::new(&documents[*at].document.id).parent().expect("a story is a folder");
    for story in &alignment.stories {
        let folders: Vec<&Path> = story.iter().map(folder).collect();
        assert!(folders.len() == 3 && folders.iter().all(|one| *one == folders[0]), "{folders:?}");
    }
}

#[test]
fn slips_of_one_source() {
    insta::glob!("slips/*.txt", |path| {
        let text = std::fs::read_to_string(path).expect("a sample");
        let lines: Vec<String> = text.lines().map(slips).collect();
        keep("slips", path.file_stem(), &(lines.join("\n") + "\n"));
    });
}

/// What is wrong in a sentence, published on 20 November 2025, before the sentence, and what is expected by it:
/// `✗ cause = 50%` or `✓`.
fn slips(sentence: &str) -> String {
    let published = "2025-11-20".parse().ok();
    let document = Document { text: sentence.to_string(), published, ..Document::default() };
    let figures = extract::figures(&document, Lexicon::builtin());
    let extracted = Extracted { document, figures };
    let findings = rules::intrinsic::findings(&extracted, Lexicon::builtin());
    let told = |finding: &rules::intrinsic::Finding| match finding.expected(&extracted) {
        Some(value) => format!("{} = {}", finding.cause, value_text(&value, Lang::En)),
        None => finding.cause.to_string(),
    };
    let causes: Vec<String> = findings.iter().map(told).collect();
    match causes.is_empty() {
        true => format!("✓ {sentence}"),
        false => format!("✗ {} | {sentence}", causes.join(", ")),
    }
}

/// The documents at a path, with their figures; named from the root of the repository.
fn read(path: &Path) -> Vec<Extracted> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path: PathBuf = path.strip_prefix(root).unwrap_or(path).to_path_buf();
    let (documents, problems) = read_all(&[path]);
    assert!(problems.is_empty(), "{problems:?}");
    let extracted = |document| Extracted { figures: extract::figures(&document, Lexicon::builtin()), document };
    documents.into_iter().map(extracted).collect()
}

/// `place | as written | kind | value | what else is known`
fn line(figure: &tadqiq::figure::Figure) -> String {
    let record = serde_json::to_value(FigureRecord::new("", figure)).expect("JSON");
    let value = &record["value"];
    let text = |name: &str| value[name].as_str().unwrap_or("?").to_string();
    let stated = match &figure.value {
        Value::Date(_) => format!("{} | {}", text("edtf"), text("resolved")),
        Value::Duration(_) => format!("{} {}", text("iso8601"), text("bound")),
        _ => {
            let ends =
                if value["low"] == value["high"] { text("low") } else { format!("{}..{}", text("low"), text("high")) };
            format!("{ends} {} {}", text("unit"), text("bound"))
        }
    };
    let kind = record["kind"].as_str().unwrap_or_default();
    let readings = figure.readings.len();
    let others = if readings == 0 { String::new() } else { format!(" | {readings} other reading(s)") };
    format!("{}:{} | {} | {kind} | {stated}{others}", figure.line, figure.column, figure.text)
}

/// Compares with the snapshot of this sample.
fn keep(what: &str, name: Option<&std::ffi::OsStr>, text: &str) {
    let name = format!("{what}-{}", name.expect("a sample has a name").to_string_lossy());
    insta::with_settings!({
        snapshot_path => "../snapshots",
        snapshot_suffix => "",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(name, text);
    });
}
