//! The corpus checked on Spark: the same conflicts as on one machine.
//! Needs Java 17 and the packages of `tests/spark/requirements.txt` for the Python named by `TADQIQ_PYTHON`.

mod program;

use program::{put, run};
use serde_json::Value;
use std::process::{Command, Stdio};

/// A Python that can run Spark; none where something is missing.
fn python() -> Option<String> {
    let python = std::env::var("TADQIQ_PYTHON").unwrap_or_else(|_| "python3".to_string());
    let works = |program: &str, arguments: &[&str]| {
        let mut command = Command::new(program);
        let status = command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
        status.is_ok_and(|status| status.success())
    };
    // A missing package is told before Java is started; an option that came with 17 tells its version.
    let java = ["--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED", "-version"];
    (works(&python, &["-c", "import pyspark"]) && works("java", &java)).then_some(python)
}

#[test]
fn spark_finds_what_one_machine_finds() {
    let Some(python) = python() else {
        return program::skipped(
            "it needs Java 17 and PySpark (tests/spark/requirements.txt; TADQIQ_PYTHON: a Python)",
        );
    };
    let folder = tempfile::tempdir().expect("a folder");
    let mut lines = String::new();
    for story in ["bid", "plan", "wheat"] {
        for line in run(["extract", "--format", "documents", &format!("tests/stories/{story}")]).json_lines() {
            let document = line.as_object().expect("a document").iter().filter(|(name, _)| *name != "figures");
            let document: serde_json::Map<String, Value> = document.map(|(k, v)| (k.clone(), v.clone())).collect();
            lines += &format!("{}\n", Value::Object(document));
        }
    }
    let corpus = put(folder.path(), "corpus.jsonl", lines);
    let output = Command::new(python)
        .args(["tests/spark/check.py", env!("CARGO_BIN_EXE_tadqiq"), &corpus])
        .env("SPARK_LOCAL_IP", "127.0.0.1")
        .output()
        .expect("Python starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let found: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let mut wanted = run(["check", "--format", "jsonl", &corpus]).json_lines();
    wanted.sort_by_key(|conflict| conflict["id"].to_string());
    assert!(wanted.len() > 2);
    assert_eq!(found, wanted);
}
