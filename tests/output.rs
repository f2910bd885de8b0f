//! What can go wrong around the program: readers that go, disks that are full, runs that are stopped, links in a ring.
#![cfg(unix)]

mod program;

use program::{program, put, ran, run};
use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};

const ARTICLES: &str = "tests/stories";

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_full_disk_is_told() {
    let full = Path::new("/dev/full");
    if !full.exists() {
        return program::skipped("there is no /dev/full on this system");
    }
    for command in
        [&["extract", ARTICLES] as &[&str], &["check", ARTICLES], &["stories", ARTICLES], &["schema", "check"]]
    {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tadqiq"))
            .args(command)
            .stdout(fs::OpenOptions::new().write(true).open(full).expect("a device"))
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut told = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut told).expect("UTF-8");
        assert_eq!(child.wait().expect("an end").code(), Some(2), "{command:?}: {told}");
        assert!(told.contains("standard output: cannot be written"), "{command:?}: {told}");
    }
    let ran = run(["extract", ARTICLES, "--output", "/dev/full"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("/dev/full: cannot be written"), "{}", ran.stderr);
}

#[test]
fn a_file_is_replaced_only_when_its_successor_is_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = put(folder.path(), "figures.jsonl", "before\n");
    let mut child = Command::new(env!("CARGO_BIN_EXE_tadqiq"))
        .args(["extract", "--format", "jsonl", "--output", &file, "-"])
        .stdin(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("a pipe");
    // More than any buffer holds, and no end of it.
    let line = "{\"text\": \"بلغ العدد 5 آلاف شخص في 3 مارس 2018.\"}\n".repeat(1000);
    for _ in 0..200 {
        input.write_all(line.as_bytes()).expect("the program reads");
    }
    assert_eq!(fs::read_to_string(&file).expect("the file"), "before\n");
    // Not INT, which a shell lets what it starts in the background ignore.
    let stopped = Command::new("kill").args(["-TERM", &child.id().to_string()]).status();
    assert!(stopped.expect("kill").success());
    assert!(!child.wait().expect("an end").success());
    assert_eq!(fs::read_to_string(&file).expect("the file"), "before\n");

    assert_eq!(names(folder.path()).len(), 2, "what is left of the draft");
    put(folder.path(), ".figures.jsonl.7", "");

    fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o640)).expect("permissions");
    let link = folder.path().join("link.jsonl");
    symlink("figures.jsonl", &link).expect("a link");
    let ran = ran(program().args(["extract", "--format", "jsonl", "tests/texts/marks.txt", "--output"]).arg(&link));
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert!(fs::read_to_string(&file).expect("the file").lines().count() > 3);
    assert!(link.is_symlink(), "the link stays one");
    assert_eq!(names(folder.path()), [".figures.jsonl.7", "figures.jsonl", "link.jsonl"], "the draft is gone");
    let mode = std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&file).expect("the file").permissions());
    assert_eq!(mode & 0o777, 0o640);
}

#[test]
fn what_fails_leaves_nothing_behind() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("figures.csv");
    let none = ran(program().args(["extract", "--format", "csv", "nowhere", "--output"]).arg(&file));
    assert_eq!(none.status, 2);
    assert_eq!(names(folder.path()), ["figures.csv"]);
    let nowhere = folder.path().join("none/figures.csv");
    let told = ran(program().args(["extract", ARTICLES, "--output"]).arg(&nowhere));
    assert_eq!(told.status, 2);
    assert!(told.stderr.contains("cannot be written"), "{}", told.stderr);
    assert_eq!(names(folder.path()), ["figures.csv"]);
}

#[test]
fn links_in_a_ring_end() {
    let folder = tempfile::tempdir().expect("a folder");
    put(folder.path(), "a/one.txt", "بلغ العدد 5 آلاف شخص.\n");
    symlink("..", folder.path().join("a/up")).expect("a link");
    symlink("ring-b.txt", folder.path().join("ring-a.txt")).expect("a link");
    symlink("ring-a.txt", folder.path().join("ring-b.txt")).expect("a link");
    symlink("a/one.txt", folder.path().join("again.txt")).expect("a link");
    let ran = ran(program().args(["extract", "--format", "jsonl"]).arg(folder.path()));
    assert_eq!(ran.stdout.lines().count(), 1, "{}", ran.stdout);
    assert!(ran.status == 2 && ran.stderr.contains("ring-a.txt"), "{}", ran.stderr);
}
