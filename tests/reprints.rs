//! A sentence printed word for word by several is one witness, and each of them is named.

mod program;

use program::{put, run};
use serde_json::Value;
use tempfile::TempDir;

/// A folder in which «أ» tells one sum, and `others` print one sentence with another, word for word.
fn reports(others: &[String]) -> (TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let record = |publisher: &str, text: &str| {
        let record =
            serde_json::json!({"id": publisher, "publisher": publisher, "published": "2025-02-11", "text": text});
        record.to_string() + "\n"
    };
    let mut lines = record("أ", "رفض مجلس إدارة مختبر الواحة عرضا بقيمة 97.4 مليار دولار لشراء المختبر كله.");
    for (n, publisher) in others.iter().enumerate() {
        let printed = "قال مختبر الواحة إن مجلس الإدارة رفض عرضا بقيمة 974 مليار دولار لشراء المختبر.";
        lines += &record(publisher, &format!("{printed} ونقل {publisher} ذلك في خبره رقم {}.", 31 + 2 * n));
    }
    put(folder.path(), "reports.jsonl", lines);
    let path = folder.path().to_str().expect("UTF-8").to_string();
    (folder, path)
}

#[test]
fn those_who_print_a_sentence_word_for_word_are_named() {
    let (folder, path) = reports(&["ب", "ج", "د"].map(String::from));
    let check = |format: &str| {
        let ran = run(["check", "--story", "all", "--format", format, &path]);
        assert_eq!(ran.status, 1, "{}", ran.stderr);
        ran
    };
    let json = check("json").json();
    let figures = json["conflicts"][0]["figures"].as_array().expect("figures");
    let names = |of: &Value| -> Vec<String> {
        let all = of.as_array().into_iter().flatten();
        all.map(|one| one["publisher"].as_str().unwrap_or_default().to_string()).collect()
    };
    assert_eq!(names(&json["conflicts"][0]["figures"]), ["أ", "ب"], "they are one witness");
    assert_eq!((names(&figures[0]["also"]), names(&figures[1]["also"])), (vec![], vec!["ج".to_string(), "د".into()]));
    assert_eq!(figures[1]["also"][0]["source"], "ج");
    for (format, says) in [
        ("table", "also: ج, د"),
        ("markdown", "also: ج, د"),
        ("github", "(ب, ج, د)"),
        ("sarif", "\"also\": ["),
        ("html", "وكذلك: ج، د"),
        ("html", "3 مصادر"),
        ("csv", ",ج; د,"),
    ] {
        assert!(check(format).stdout.contains(says), "{format} says {says}: {}", check(format).stdout);
    }
    run(["check", "--story", "all", "--baseline", &path]);
    let decisions = std::fs::read_to_string(folder.path().join("tadqiq.decisions.toml")).expect("decisions");
    assert!(decisions.contains(r#"sources = ["ب", "ج", "د"]"#), "{decisions}");
}

/// More of them than are compared with each other are all counted.
#[test]
fn one_against_many_shows() {
    let others: Vec<String> = (0..90).map(|n| format!("صحيفة {n}")).collect();
    let (_folder, path) = reports(&others);
    let json = run(["check", "--story", "all", "--format", "json", &path]).json();
    let figures = json["conflicts"][0]["figures"].as_array().expect("figures");
    let sources = |figure: &Value| 1 + figure["also"].as_array().map_or(0, Vec::len);
    assert_eq!(figures.iter().map(sources).collect::<Vec<_>>(), [1, 90]);
    let table = run(["check", "--story", "all", "--lang", "en", &path]).stdout;
    assert!(table.contains("and 85 sources more"), "{table}");
}
