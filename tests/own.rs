//! What the program wrote itself is no article, wherever it is kept.

mod program;

use program::{put, run, run_with};
use std::path::Path;
use tempfile::TempDir;

/// A folder with the three articles of a story, its path, and what `check` finds in it.
fn story() -> (TempDir, String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["marsad.txt", "mina.txt", "waha.txt", "sources.toml"] {
        let text = std::fs::read(Path::new("tests/stories/wheat").join(name)).expect("the sample");
        put(folder.path(), name, text);
    }
    let path = folder.path().to_str().expect("UTF-8").to_string();
    let found = run(["check", "--format", "json", &path]).stdout;
    (folder, path, found)
}

/// Reports written into the folder, in each format that a folder is searched for, change nothing there but a note;
/// given by name they are refused.
#[test]
fn reports_among_the_articles_are_passed_over() {
    for (name, arguments) in [
        ("report.html", &["check", "--format", "html"] as &[&str]),
        ("report.md", &["check", "--format", "markdown"]),
        ("arabic.md", &["check", "--format", "markdown", "--lang", "ar"]),
        ("table.md", &["check", "--lang", "ar", "--color", "always"]),
        ("table.txt", &["check"]),
        ("figures.txt", &["extract"]),
        ("log.txt", &["check", "--format", "sarif"]),
        ("lines.txt", &["check", "--format", "github"]),
        ("csv.txt", &["check", "--format", "csv", "--bom"]),
        ("figures.md", &["extract", "--format", "csv"]),
        ("check.txt", &["check", "--format", "json"]),
        ("extract.txt", &["extract", "--format", "json"]),
        ("conflicts.jsonl", &["check", "--format", "jsonl"]),
        ("figures.jsonl", &["extract", "--format", "jsonl"]),
        ("stories.ndjson", &["stories"]),
    ] {
        let (folder, path, found) = story();
        let report = folder.path().join(name);
        let mut written = run(arguments.iter().chain([&path.as_str()]));
        assert!(!written.stdout.is_empty(), "{name}");
        std::fs::write(&report, std::mem::take(&mut written.stdout)).expect("a file");
        let again = run(["check", "--format", "json", &path]);
        assert_eq!(again.stdout, found, "{name}");
        let report = report.to_str().expect("UTF-8");
        assert_eq!(again.stderr, format!("note: {report}: a report that tadqiq wrote; passed over\n"));
        let named = run(["check", "--format", "json", report]);
        assert_eq!(named.status, 2, "{name}");
        assert!(named.stderr.contains("a report that tadqiq wrote, not an article; name"), "{name}: {}", named.stderr);
        assert_eq!(named.stderr.lines().filter(|line| line.contains("a report that")).count(), 1, "{name}");
    }
}

/// A report that has nothing to tell is one too.
#[test]
fn a_clean_report_among_the_articles_is_passed_over() {
    let folder = tempfile::tempdir().expect("a folder");
    put(folder.path(), "a.txt", "بلغت أرباح مخبز الواحة 5 ملايين ريال سعودي.");
    let path = folder.path().to_str().expect("UTF-8");
    for lang in ["en", "ar"] {
        let report = put(folder.path(), "clean.txt", run(["check", "--lang", lang, path]).stdout);
        let again = run(["check", "--lang", "en", path]);
        let note = format!("note: {report}: a report that tadqiq wrote; passed over\n");
        assert_eq!((again.status, again.stderr), (0, note), "{lang}");
    }
}

#[test]
fn figures_among_the_articles_are_passed_over() {
    let (folder, path, found) = story();
    let lines = run(["extract", "--format", "documents", &path]).stdout;
    // A document without figures is one of them too.
    let lines = format!("{{\"id\":\"none\",\"text\":\"لا شيء\",\"figures\":[]}}\n{lines}");
    let file = put(folder.path(), "figures.jsonl", &lines);
    let again = run(["check", "--format", "json", &path]);
    assert_eq!(again.stdout, found);
    let note = "figures that `tadqiq extract` found; passed over: give the file to `tadqiq check --figures`";
    assert_eq!(again.stderr, format!("note: {file}: {note}\n"));
    // Its texts can be read again, which the user may not have meant.
    let named = run(["check", "--format", "json", &file]);
    assert!(named.stderr.starts_with(&format!("warning: {file}: figures that")), "{}", named.stderr);
    assert!(named.stderr.lines().count() == 1 && named.stderr.contains("--figures"), "{}", named.stderr);
    for (arguments, status) in
        [(&["check", "--figures", "-"] as &[&str], 1), (&["stories", "-"], 0), (&["extract", "-"], 0)]
    {
        let ran = run_with(arguments, lines.as_bytes());
        assert_eq!((ran.status, ran.stderr.as_str()), (status, ""), "{arguments:?}");
    }
}

/// Whatever the command is told to write is passed over the next time.
#[test]
fn a_report_can_be_written_where_the_articles_are() {
    let (folder, path, found) = story();
    for name in ["report.html", "r.md"] {
        let format = if name == "r.md" { "markdown" } else { "html" };
        let report = folder.path().join(name);
        for _ in 0..2 {
            let arguments = ["check", "--format", format, "-o", report.to_str().expect("UTF-8"), &path];
            assert_eq!(run(arguments).status, 1);
        }
    }
    assert_eq!(run(["check", "--format", "json", &path]).stdout, found);
}
