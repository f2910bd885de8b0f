//! Opening a document at a line in the reader's editor.

use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, io};
use tadqiq::locale::Lang;
use tadqiq::report::system_text;

/// Opens a file at a line in `$VISUAL`, else `$EDITOR`, and waits until the editor is closed. It reads from `keys`.
pub fn open(path: &Path, line: usize, keys: Stdio, lang: Lang) -> Result<(), String> {
    let editor =
        ["VISUAL", "EDITOR"].iter().filter_map(|name| env::var(name).ok()).find(|words| !words.trim().is_empty());
    let editor = editor.unwrap_or_else(|| if cfg!(windows) { "notepad" } else { "vi" }.to_string());
    let (program, arguments) = command(&editor, path, line).ok_or(format!("$EDITOR cannot be read: {editor}"))?;
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => format!("{program}: {}", lang.text("system-no-program")),
        _ => format!("{program}: {}", system_text(&error, lang)),
    };
    let ended = Command::new(&program).args(&arguments).stdin(keys).status().map_err(failed)?;
    if ended.success() { Ok(()) } else { Err(format!("{program}: {ended}")) }
}

/// The command that opens a file at a line; none if the words of `editor` are not a command.
fn command(editor: &str, path: &Path, line: usize) -> Option<(String, Vec<String>)> {
    // Backslashes are folders on Windows, not quotes.
    let words = if cfg!(windows) && !editor.contains('"') {
        editor.split_whitespace().map(str::to_string).collect()
    } else {
        shlex::split(editor)?
    };
    let (program, given) = words.split_first()?;
    // A path that begins with a hyphen would be read as an option.
    let path = match path.to_string_lossy() {
        name if name.starts_with('-') => format!("./{name}"),
        name => name.into_owned(),
    };
    let name = Path::new(program).file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
    let place = match name.as_str() {
        "code" | "code-insiders" | "codium" | "cursor" | "windsurf" => {
            vec!["--goto".to_string(), format!("{path}:{line}")]
        }
        "subl" | "zed" | "hx" | "helix" | "micro" => vec![format!("{path}:{line}")],
        "mate" | "kate" | "kwrite" | "idea" | "pycharm" | "rustrover" => {
            vec!["--line".to_string(), line.to_string(), path]
        }
        "notepad++" => vec![format!("-n{line}"), path],
        "notepad" | "open" | "xdg-open" => vec![path],
        _ => vec![format!("+{line}"), path],
    };
    Some((program.clone(), given.iter().cloned().chain(place).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_editor_is_told_the_line_its_way() {
        for (editor, words) in [
            ("vi", "vi +7 a b.txt"),
            ("/usr/bin/nvim -R", "/usr/bin/nvim -R +7 a b.txt"),
            ("emacsclient -t", "emacsclient -t +7 a b.txt"),
            ("code --wait", "code --wait --goto a b.txt:7"),
            ("'/opt/my editor/hx'", "/opt/my editor/hx a b.txt:7"),
            ("kate", "kate --line 7 a b.txt"),
            ("xdg-open", "xdg-open a b.txt"),
        ] {
            let (program, arguments) = command(editor, Path::new("a b.txt"), 7).unwrap();
            assert_eq!(format!("{program} {}", arguments.join(" ")), words);
        }
        assert_eq!(command("vi", Path::new("-c quit"), 1).unwrap().1, ["+1", "./-c quit"]);
        for editor in ["", "'vi"] {
            assert_eq!(command(editor, Path::new("a"), 1), None, "{editor}");
        }
    }
}
