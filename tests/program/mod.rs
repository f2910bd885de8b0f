//! Runs the program as a user does, and keeps what it said.
#![allow(dead_code)] // Each test file uses its own part of this.

use serde_json::Value;
use std::io::Write as _;
use std::path::Path;

/// What a run of the program gave.
pub struct Ran {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

/// The program, in an environment that does not depend on the machine.
pub fn program() -> assert_cmd::Command {
    let mut command = assert_cmd::cargo_bin_cmd!("tadqiq");
    command.env_clear().env("LANG", "C.UTF-8").current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

/// Runs the program with these arguments.
pub fn run<S: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = S>) -> Ran {
    ran(program().args(arguments))
}

/// Runs the program with these arguments and this on its standard input.
pub fn run_with(arguments: &[&str], stdin: &[u8]) -> Ran {
    ran(program().args(arguments).write_stdin(stdin))
}

/// Runs a command.
pub fn ran(command: &mut assert_cmd::Command) -> Ran {
    let output = command.output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
    Ran {
        status: output.status.code().expect("the program ends by itself"),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

impl Ran {
    /// Standard output as lines of JSON.
    pub fn json_lines(&self) -> Vec<Value> {
        self.stdout.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
    }

    /// Standard output as one JSON value.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).expect("the output is JSON")
    }
}

/// Tells that a test needs what this machine lacks. Not by a macro: what tests print by those is hidden where they pass.
pub fn skipped(why: &str) {
    let _ = writeln!(std::io::stderr(), "skipped a test: {why}");
}

/// Writes a file below a folder, with the folders between.
pub fn put(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder");
    std::fs::write(&path, bytes).expect("a file");
    path.to_str().expect("UTF-8").to_string()
}
