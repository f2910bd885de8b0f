//! Tables in a real terminal: tmux draws them, and tells where each line ends. Skipped where there is no tmux.

mod program;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Writes each line at the left edge and asks the terminal where the cursor stands then.
const MEASURE: &str = r#"
stty -echo
while IFS= read -r line <&3; do
    printf '\r\033[K%s\033[6n' "$line"
    IFS=';' read -rsd R _ column
    echo "$column" >&4
done 3<"$1" 4>"$2.part"
mv "$2.part" "$2"
"#;

#[test]
fn the_lines_of_a_table_end_in_one_column() {
    if !Command::new("tmux").arg("-V").stdout(Stdio::null()).status().is_ok_and(|status| status.success()) {
        return program::skipped("there is no tmux on this system");
    }
    let folder = tempfile::tempdir().expect("a folder");
    for width in [40, 72, 120] {
        for lang in ["ar", "en"] {
            let lines = tables(width, lang);
            let columns = columns(&lines, width, folder.path());
            assert_eq!(columns.len(), lines.len());
            assert!(columns.iter().all(|column| *column <= width + 1), "{lang} {width}");
            for (index, line) in lines.iter().enumerate().skip(1) {
                if is_table(line) && is_table(&lines[index - 1]) && !line.trim_start().starts_with('┌') {
                    assert_eq!(columns[index], columns[index - 1], "{lang} {width}: {line}");
                }
            }
        }
    }
}

fn is_table(line: &str) -> bool {
    line.trim_start().starts_with(['┌', '╞', '│', '└'])
}

/// What the program draws for a terminal of this width.
fn tables(width: usize, lang: &str) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_tadqiq"))
        .args(["extract", "tests/texts", "tests/stories", "--lang", lang])
        .env("COLUMNS", width.to_string())
        .output()
        .expect("the program runs");
    String::from_utf8(output.stdout).expect("UTF-8").lines().map(str::to_string).collect()
}

/// The column after each line, counted from 1, in a tmux window of this width.
fn columns(lines: &[String], width: usize, folder: &Path) -> Vec<usize> {
    let [input, output, script] = ["lines", "columns", "measure"].map(|name| folder.join(name));
    fs::write(&input, lines.join("\n") + "\n").expect("written");
    fs::write(&script, MEASURE).expect("written");
    let _ = fs::remove_file(&output);
    let name = format!("tadqiq-{}-{width}", std::process::id());
    let status = Command::new("tmux")
        .args(["-f", "/dev/null", "-u", "-L", &name, "new-session", "-d", "-x", &(width + 8).to_string(), "-y", "20"])
        .arg(format!("bash {} {} {}", script.display(), input.display(), output.display()))
        .env("LC_ALL", "C.UTF-8")
        .env_remove("TMUX")
        .status()
        .expect("tmux starts");
    assert!(status.success());
    for _ in 0..600 {
        if output.exists() {
            let text = fs::read_to_string(&output).expect("read");
            return text.lines().map(|column| column.parse().expect("a column")).collect();
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("tmux gave no answer");
}
