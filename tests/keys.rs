//! Keys at a pseudo-terminal: each is answered at once, an editor gets the terminal as it was, and so does the
//! shell in the end.
#![cfg(unix)]

mod program;

use program::run;
use rexpect::session::{PtySession, spawn_command};
use serde_json::Value;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;
use unicode_width::UnicodeWidthChar;

/// The terminal is as small as this.
const COLUMNS: usize = 44;

/// Starts a review in a small terminal; when it ends, the shell tells how the terminal was left.
fn start(stories: &Path, editor: &Path) -> PtySession {
    let mut shell = Command::new("sh");
    shell
        .arg("-c")
        .arg(format!(
            "stty echo cols {COLUMNS} rows 12; \"$1\" review --by Sara \"$2\"; echo \"status $?\"; stty -a; echo end"
        ))
        .arg("sh")
        .args([Path::new(env!("CARGO_BIN_EXE_tadqiq")), stories])
        .env("EDITOR", editor)
        .env_remove("VISUAL")
        .env_remove("COLUMNS")
        .envs([("TERM", "xterm"), ("LC_ALL", "C.UTF-8"), ("NO_COLOR", "1")]);
    spawn_command(shell, Some(60_000)).expect("a pseudo-terminal")
}

fn press(terminal: &mut PtySession, keys: &str, answer: &str) -> String {
    terminal.send(keys).expect("keys are typed");
    terminal.flush().expect("keys are typed");
    terminal.exp_string(answer).unwrap_or_else(|error| panic!("after {keys:?}: {error}"))
}

#[test]
fn keys_settle_conflicts_in_a_small_terminal() {
    let folder = tempfile::tempdir().expect("a folder");
    let stories = folder.path().join("stories");
    copy(Path::new("tests/stories"), &stories);
    let editor = folder.path().join("editor");
    fs::write(
        &editor,
        format!("#!/bin/sh\necho \"$@\" > {0}\nstty -a >> {0}\n", folder.path().join("opened").display()),
    )
    .expect("written");
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).expect("it can be run");
    let found = run(["check", "--format", "json", stories.to_str().expect("UTF-8")]).json();
    let all = found["conflicts"].as_array().expect("conflicts").len();
    assert!(all > 2);

    let kept = || -> Vec<Value> {
        let list = ["review", "--list", "--format", "json", stories.to_str().expect("UTF-8")];
        run(list).json()["decisions"].as_array().expect("decisions").clone()
    };
    let mut terminal = start(&stories, &editor);
    let first = terminal.exp_string(&format!("1/{all}")).expect("the first question");
    press(&mut terminal, "?", "Arabic keyboard");
    press(&mut terminal, "x", "means nothing here");
    press(&mut terminal, "c", "Which side is right?");
    press(&mut terminal, "1", "Kept: confirmed");
    assert_eq!(kept().len(), 1, "it is on the disk before the next question");
    press(&mut terminal, "", &format!("2/{all}"));

    press(&mut terminal, "o", "Open which side");
    press(&mut terminal, "2", &format!("2/{all}"));
    let opened = fs::read_to_string(folder.path().join("opened")).expect("the editor ran");
    let file = opened.lines().next().and_then(|line| line.split_once(' ')).expect("a line and a file");
    assert!(file.0.starts_with('+') && Path::new(file.1).is_file(), "{opened}");
    assert!(opened.contains(" icanon") && opened.contains(" echo "), "the editor has the terminal as it was");

    press(&mut terminal, "d4", "Which reason?");
    press(&mut terminal, "wrong agenyy\u{7f}\u{7f}cy\r", "Kept: dismissed");
    press(&mut terminal, "", &format!("3/{all}"));
    press(&mut terminal, "ي٢", if all > 3 { "4/" } else { "All is decided" });
    if all > 3 {
        press(&mut terminal, "b", "dismissed by a reviewer");
        press(&mut terminal, "u", "taken back");
        let notes: Vec<Value> = kept().into_iter().map(|decision| decision["note"].clone()).collect();
        assert_eq!(notes.len(), 2);
        assert!(notes.contains(&Value::from("wrong agency")), "{notes:?}");
        press(&mut terminal, "\u{3}", "left.");
    }
    let end = press(&mut terminal, "", "end");
    assert!(end.contains("status 0") && end.contains(" icanon") && end.contains(" echo "), "{end}");

    // The pseudo-terminal's characters are bytes.
    let first: Vec<u8> = first.chars().filter_map(|byte| u8::try_from(byte).ok()).collect();
    let first = String::from_utf8_lossy(&first);
    let visible = |line: &str| line.chars().filter_map(UnicodeWidthChar::width).sum::<usize>();
    let widest = first.lines().map(visible).max();
    assert!(widest.is_some_and(|widest| widest <= COLUMNS), "{widest:?}\n{first}");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &to),
            false => drop(fs::copy(entry.path(), &to).expect("a copy")),
        }
    }
}
