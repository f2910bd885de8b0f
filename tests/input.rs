//! What the program says of input that it cannot read: the thing is named, the rest is done, the status is 2.

mod program;

use program::{put, ran, run, run_with};
use tempfile::TempDir;

const TEXT: &str = "بلغت قيمة المشروع 4.7 مليار ريال سعودي.\n";

/// A folder with one good text, and the good text's path.
fn folder() -> (TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let good = put(folder.path(), "good.txt", TEXT);
    (folder, good)
}

/// Both commands name the thing, say what to do, do the rest, and end with 2.
#[test]
fn unreadable_input_is_named_and_the_rest_is_done() {
    let (folder, good) = folder();
    let root = folder.path();
    let missing = root.join("missing.txt").display().to_string();
    let empty = root.join("empty");
    std::fs::create_dir(&empty).expect("a folder");
    let utf16: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (path, says) in [
        (missing, "no such file or folder; check the path"),
        (empty.display().to_string(), "no documents in this folder; tadqiq reads .txt, .md, .html"),
        (put(root, "photo.txt", b"\x89PNG\r\n\x1A\n\0\0"), "a PNG file, not text"),
        (put(root, "data.txt", b"abc\0def"), "not text (a NUL byte at byte 3)"),
        (put(root, "unmarked.txt", utf16), "UTF-16 needs a byte order mark"),
        (put(root, "cut.txt", &TEXT.as_bytes()[..5]), "UTF-8 is broken at line 1, column 3"),
        (put(root, "report.pdf", b"%PDF-1.7\n\xFF\xFF"), "a PDF file, not text; save its text as .txt"),
        (put(root, "note.doc", b"{\\rtf1\\ansi 5%}"), "an RTF file, not text; save its text as .txt"),
        (put(root, "dump.jsonl.gz", b"\x1F\x8B\x08\0"), "dump.jsonl.gz | tadqiq … -`"),
        (put(root, "packed.jsonl", b"\x1F\x8B\x08\0"), "compressed, not text; unpack it"),
        (
            put(root, "wordy.jsonl", "not JSON\n"),
            "no JSON (byte 2); a line is an object such as {\"id\": \"1\", \"text\": \"…\"}",
        ),
        (put(root, "list.json", "[]"), "JSON is read one document a line"),
        (put(root, "menu.html", "<script>5</script>"), "no article was found in this page"),
        (
            put(root, "lines.jsonl", "{\"text\": \"x\"}\n\n{\"text\": \n"),
            "lines.jsonl:3: not a document: the JSON breaks off (byte 8); write one",
        ),
        (put(root, "untitled.jsonl", "{\"id\": \"1\"}\n"), "untitled.jsonl:1: a document needs a `text`"),
        (put(root, "dir/sources.toml", "[\"a.txt\"\n").replace("sources.toml", ""), "sources.toml:1:9:"),
    ] {
        put(root, "dir/a.txt", TEXT);
        for command in ["extract", "check"] {
            let ran = run([command, "--format", "json", &path, &good]);
            assert_eq!(ran.status, 2, "{command} {path}");
            assert!(ran.stderr.contains(says) && ran.stderr.starts_with("error: "), "{path}: {}", ran.stderr);
            assert!(ran.stderr.contains(path.trim_end_matches('/')), "{path} is named: {}", ran.stderr);
            match command {
                "extract" => assert!(ran.stdout.contains(&good), "the rest is done: {}", ran.stdout),
                _ => assert!(ran.json()["summary"]["documents"].as_u64() >= Some(1)),
            }
        }
    }
}

#[test]
fn warnings_lose_nothing() {
    let (folder, _) = folder();
    let bad_day = put(folder.path(), "a.jsonl", "{\"text\": \"5%\", \"published\": \"أمس\"}\n");
    put(folder.path(), "sources.toml", "[\"gone.txt\"]\npublisher = \"x\"\n");
    put(folder.path(), "empty.txt", "");
    put(folder.path(), "blank.md", " \n\u{A0}\n");
    put(folder.path(), "none.jsonl", "{\"text\": \" \"}\n{\"text\": \"7%\"}\n");
    let ran = run(["extract", "--format", "jsonl", folder.path().to_str().expect("UTF-8")]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains(&format!("warning: {bad_day}:1: `published` is “أمس”, not a date such as 2025-02-12")));
    assert!(ran.stderr.contains("sources.toml: describes “gone.txt”, which is not there"));
    assert!(ran.stderr.contains("empty.txt: empty; there is nothing to read"));
    assert!(ran.stderr.contains("blank.md: empty; there is nothing to read"));
    assert!(ran.stderr.contains("none.jsonl:1: `text` is empty; there is nothing to read"));
    assert!(!ran.stderr.contains("error:"), "{}", ran.stderr);
}

#[test]
fn a_file_that_is_broken_all_over_does_not_flood() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = put(folder.path(), "a.jsonl", "not JSON\n".repeat(1000));
    let ran = run(["extract", &path]);
    assert_eq!(ran.status, 2);
    assert_eq!(ran.stderr.lines().count(), 11);
    assert!(ran.stderr.ends_with("a.jsonl: 990 more of these lines\n"), "{}", ran.stderr);
}

#[test]
fn usage_errors_name_the_mistake() {
    for (arguments, says) in [
        (&["check"] as &[&str], "<PATH>..."),
        (&["check", "--format", "xml", "a.txt"], "invalid value 'xml'"),
        (&["check", "--fail-on", "never", "a.txt"], "invalid value 'never'"),
        (&["extract", "--threads", "0", "a.txt"], "a whole number from 1 to 65535 is needed"),
        (&["review", "--serve", "--port", "99999", "a.txt"], "a whole number from 0 to 65535 is needed; 0 takes any"),
        (&["extract", "tests/texts", "-o", "tests"], "tests: cannot be written: it is a folder; name a file in it"),
        (&["extract", "tests/texts", "-o", "tests", "--lang", "ar"], "tests: تعذرت الكتابة إليه: هو مجلد؛ سمّ ملفًّا فيه"),
        (&["check", "--limit", "-1", "a.txt"], "a whole number is needed, such as 10; 0 shows all"),
        (&["check", "--threads", "-1", "a.txt"], "invalid value '-1'"),
        (&["chek", "a.txt"], "unrecognized subcommand 'chek'"),
        (&["extract", "--output", "/nowhere/x.csv", "tests/texts"], "/nowhere/x.csv: cannot be written"),
    ] {
        let ran = run(arguments.iter());
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.stderr.contains(says), "{arguments:?}: {}", ran.stderr);
    }
}

#[test]
fn output_never_replaces_an_input() {
    let (_folder, good) = folder();
    let ran = run(["extract", &good, "-o", &good]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("it is one of the inputs"), "{}", ran.stderr);
    assert_eq!(std::fs::read_to_string(good).expect("still there"), TEXT);
}

#[test]
fn jsonl_comes_from_standard_input() {
    let lines = format!("\u{FEFF}{{\"text\": \"{}\"}}\r\n\n{{\"id\": \"b\", \"text\": \"5%\"}}", TEXT.trim());
    let ran = run_with(&["extract", "--format", "jsonl", "-"], lines.as_bytes());
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let sources: Vec<String> = ran.json_lines().iter().map(|figure| figure["source"].to_string()).collect();
    assert_eq!(sources, ["\"stdin:1\"", "\"b\""]);
}

#[test]
fn every_encoding_gives_the_same_figures() {
    let folder = tempfile::tempdir().expect("a folder");
    let (windows, _, _) = encoding_rs::WINDOWS_1256.encode(TEXT);
    let utf16 = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(0xFEFF).chain(TEXT.encode_utf16()).flat_map(bytes).collect()
    };
    let name = "article.txt";
    let mut given = Vec::new();
    for bytes in [
        TEXT.as_bytes().to_vec(),
        [b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(),
        windows.into_owned(),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
    ] {
        put(folder.path(), name, bytes);
        let ran = ran(program::program().current_dir(folder.path()).args(["extract", "--format", "jsonl", name]));
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
        given.push(ran.stdout);
    }
    assert!(given[0].contains("4700000000"), "{}", given[0]);
    assert!(given.iter().all(|output| *output == given[0]));
}

#[test]
fn folders_are_read_in_order_without_hidden_files() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["b.txt", "a/2.md", "a/1.jsonl", ".hidden/x.txt", ".x.txt", "c.csv", "d.HTM"] {
        let text = if name.ends_with("jsonl") { format!("{{\"text\": \"{}\"}}\n", TEXT.trim()) } else { TEXT.into() };
        put(folder.path(), name, text);
    }
    let sources = |arguments: &[&str]| -> Vec<String> {
        let ran =
            ran(program::program().current_dir(folder.path()).args(["extract", "--format", "jsonl"]).args(arguments));
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        // What may hold an article and is not read is told once.
        let passed_over = "note: .: 1 file of another kind passed over (.csv); save articles as .txt, .md or .html, or one a line as .jsonl\n";
        assert_eq!(ran.stderr, if arguments.contains(&".") { passed_over } else { "" });
        ran.json_lines().iter().map(|figure| figure["source"].as_str().unwrap_or_default().to_string()).collect()
    };
    assert_eq!(sources(&["."]), ["./a/1.jsonl:1", "./a/2.md", "./b.txt", "./d.HTM"]);
    assert_eq!(sources(&["b.txt", "a", "b.txt"]), sources(&["a", "b.txt"]));
}

#[cfg(unix)]
#[test]
fn loops_of_links_end() {
    let (folder, _) = folder();
    std::os::unix::fs::symlink(folder.path(), folder.path().join("loop")).expect("a link");
    std::os::unix::fs::symlink("good.txt", folder.path().join("same.txt")).expect("a link");
    let ran = run(["extract", "--format", "jsonl", folder.path().to_str().expect("UTF-8")]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert_eq!(ran.json_lines().len(), 1, "a file is read once: {}", ran.stdout);
}

#[test]
fn hostile_lines_are_read_or_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let lines = [
        "{\"id\": \"lone\", \"text\": \"5% \\ud83d\"}".to_string(),
        format!("{{\"text\": \"x\", \"y\": {}", "[".repeat(100_000)),
        "\u{0}".to_string(),
        "{\"id\": \"last\", \"text\": \"\\u0000 6%\"}".to_string(),
    ];
    let path = put(folder.path(), "a.jsonl", lines.join("\n"));
    let ran = run(["extract", "--format", "jsonl", &path]);
    assert_eq!(ran.status, 2);
    let sources: Vec<String> = ran.json_lines().iter().map(|figure| figure["source"].to_string()).collect();
    assert_eq!(sources, ["\"lone\"", "\"last\""]);
    assert!(ran.stderr.contains("a.jsonl:2: not a document: the JSON") && ran.stderr.contains("a.jsonl:3: "));
}

#[test]
fn sources_toml_says_who_published() {
    let folder = tempfile::tempdir().expect("a folder");
    put(folder.path(), "sub/a.txt", "قال أمس إن النسبة 5%.");
    put(folder.path(), "b.html", "<meta property='og:site_name' content='x'><p>قال أمس إن النسبة 5%.");
    put(
        folder.path(),
        "sources.toml",
        "[\"sub/a.txt\"]\npublished = 2025-02-12\n\n[\"b.html\"]\npublished = \"2025-02-12T01:00:00+03:00\"\n",
    );
    let ran = run(["extract", "--format", "jsonl", folder.path().to_str().expect("UTF-8")]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let days: Vec<String> =
        ran.json_lines().iter().filter_map(|figure| Some(figure["value"]["resolved"].as_str()?.into())).collect();
    assert_eq!(days, ["2025-02-11", "2025-02-11"]);
}

/// Articles and what is said of them outlive any run; what the program wrote itself is replaced.
#[test]
fn output_never_replaces_what_a_folder_holds() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = |name: &str| std::fs::read(std::path::Path::new("tests/stories/wheat").join(name)).expect("the sample");
    for name in ["waha.txt", "mina.txt", "marsad.txt", "sources.toml"] {
        put(folder.path(), &format!("stories/wheat/{name}"), text(name));
    }
    put(folder.path(), "stories/lines.jsonl", "{\"text\": \"5%\"}\n");
    put(folder.path(), "stories/page.html", "<p>قال المتحدث إن النسبة 5%.</p>");
    put(folder.path(), "decisions", "");
    put(folder.path(), "elsewhere.txt", TEXT);
    let output = |arguments: &[&str], file: &str| {
        ran(program::program().current_dir(folder.path()).args(arguments).args(["--output", file]))
    };
    let read = |file: &str| std::fs::read(folder.path().join(file)).ok();
    for (command, file, says) in [
        (&["check", "stories"] as &[&str], "stories/wheat/mina.txt", "name another file"),
        (&["check", "stories"], "stories/wheat/../wheat/mina.txt", "an article in a folder that is read"),
        (&["check", "--format", "html", "stories"], "stories/page.html", "an article in a folder that is read"),
        (&["extract", "stories"], "stories/wheat/mina.txt", "an article in a folder that is read"),
        (&["extract", "--format", "documents", "stories"], "stories/lines.jsonl", "would be lost"),
        (&["extract", "--format", "csv", "stories"], "stories/wheat/sources.toml", "not what it draws"),
        (&["check", "stories"], "stories/tadqiq.toml", "not what it draws"),
        (&["check", "stories", "--decisions", "decisions"], "decisions", "not what it draws"),
        (&["review", "--list", "stories"], "stories/wheat/mina.txt", "name another file"),
        (&["demo"], "stories/wheat/sources.toml", "not what it draws"),
    ] {
        let before = read(file);
        let ran = output(command, file);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{command:?} {file}");
        assert!(ran.stderr.contains(says) && ran.stderr.contains(file), "{command:?} {file}: {}", ran.stderr);
        assert_eq!(read(file), before, "{command:?} {file}");
    }
    for (command, format, file) in [
        ("check", "table", "stories/report.txt"),
        ("check", "markdown", "stories/report.md"),
        ("check", "html", "stories/report.html"),
        ("check", "jsonl", "stories/report.jsonl"),
        ("extract", "csv", "stories/figures.csv"),
        ("extract", "table", "stories/figures.txt"),
        ("extract", "documents", "stories/figures.jsonl"),
        ("extract", "jsonl", "elsewhere.txt"),
    ] {
        put(folder.path(), "stories/empty.txt", "");
        for file in [file, file, "stories/empty.txt"] {
            let ran = output(&[command, "stories", "--format", format], file);
            assert!(ran.status < 2, "{command} {format} {file}: {}", ran.stderr);
            assert!(!read(file).unwrap_or_default().is_empty(), "{file}");
        }
    }
    // What was found before is what is read here.
    let ran = output(&["check", "--figures", "stories/figures.jsonl", "stories"], "stories/lines.jsonl");
    assert_eq!(ran.status, 2);
    put(folder.path(), "found/figures.jsonl", read("stories/figures.jsonl").expect("figures"));
    let ran = output(&["check", "--figures", "found", "--format", "jsonl"], "found/figures.jsonl");
    assert!(ran.status == 2 && ran.stderr.contains("would be lost"), "{}", ran.stderr);
}

/// A link is another name of an article.
#[cfg(unix)]
#[test]
fn output_never_replaces_what_a_folder_links_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let article = put(folder.path(), "elsewhere/a.txt", TEXT);
    std::fs::create_dir(folder.path().join("stories")).expect("a folder");
    std::os::unix::fs::symlink("../elsewhere", folder.path().join("stories/more")).expect("a link");
    let stories = folder.path().join("stories").display().to_string();
    for file in [&article, &format!("{stories}/more/a.txt")] {
        assert_eq!(run(["extract", &stories, "--output", file]).status, 2, "{file}");
        assert_eq!(std::fs::read_to_string(&article).expect("still there"), TEXT);
    }
}

/// Two documents of one id are two sources: reports name them apart, and say where both stand.
#[test]
fn documents_of_one_id_are_told_apart() {
    let folder = tempfile::tempdir().expect("a folder");
    let text =
        |billions: &str| format!("رفض مجلس إدارة مختبر الواحة عرضا بقيمة {billions} مليار دولار لشراء المختبر كله.");
    let record = |id: &str, text: &str| serde_json::json!({"id": id, "text": text}).to_string() + "\n";
    let a = put(folder.path(), "a.jsonl", record("2", "لا شيء") + &record("1", &text("97.4")));
    let b = put(folder.path(), "b.jsonl", record("1", &text("974")));
    let path = folder.path().to_str().expect("UTF-8");
    let ran = run(["check", "--story", "all", "--format", "json", path]);
    assert_eq!(ran.status, 1);
    let said = format!("warning: {b}:1: {a}:2 has the id “1” too; this document is called {b}:1\n");
    assert_eq!(ran.stderr, said);
    let json = ran.json();
    let figures = json["conflicts"][0]["figures"].as_array().expect("figures");
    let sources: Vec<_> = figures.iter().map(|figure| figure["source"].as_str().unwrap_or_default()).collect();
    assert_eq!(sources, ["1", &format!("{b}:1")]);
    assert!(run(["stories", path]).stderr.contains("has the id “1” too"));
    // The figures found before tell it the same way.
    let lines = run(["extract", "--format", "documents", path]);
    let again = run_with(&["check", "--story", "all", "--format", "json", "--figures", "-"], lines.stdout.as_bytes());
    assert_eq!(again.stdout, ran.stdout);
    let ids = "{\"id\": \"x\", \"text\": \"5%\"}\n".repeat(2);
    let ran = run_with(&["check", "-"], ids.as_bytes());
    assert!(ran.stderr.contains("stdin:2: stdin:1 has the id “x” too; this document is called stdin:2"));
}

#[test]
fn the_front_matter_of_markdown_is_no_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let front = "---\ntitle: صفقة الميناء\ndate: 2024-05-06\npublisher: واحة الأخبار\n---\n";
    let md = put(folder.path(), "a.md", format!("{front}{TEXT}"));
    let lines = run(["extract", "--format", "jsonl", &md]).json_lines();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert_eq!((&lines[0]["kind"], &lines[0]["line"]), (&"money".into(), &6.into()), "a line of the file");
    assert_eq!(lines[0]["start"], TEXT.find("4.7").expect("a number"), "a byte of the text");
    let document = &run(["extract", "--format", "documents", &md]).json_lines()[0];
    for (key, value) in [("title", "صفقة الميناء"), ("published", "2024-05-06"), ("publisher", "واحة الأخبار")]
    {
        assert_eq!(document[key], value, "{key}");
    }
    let txt = put(folder.path(), "b.txt", format!("{front}{TEXT}"));
    assert_eq!(run(["extract", "--format", "jsonl", &txt]).json_lines().len(), 2, "only Markdown has it");
    put(folder.path(), "sources.toml", "[\"a.md\"]\npublisher = \"الميناء\"\n");
    let document = &run(["extract", "--format", "documents", &md]).json_lines()[0];
    assert_eq!((&document["publisher"], &document["title"]), (&"الميناء".into(), &"صفقة الميناء".into()));
    let wrong = put(folder.path(), "c.md", format!("---\ndate: أمس\n---\n{TEXT}"));
    let ran = run(["extract", &wrong]);
    assert!(ran.stderr.contains("c.md:2: `date` is “أمس”, not a date such as 2025-02-12"), "{}", ran.stderr);
    assert_eq!(ran.status, 0);
}

/// Whatever the input holds, where no document comes of it the outcome is one.
#[test]
fn nothing_to_read_is_one_outcome() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("empty")).expect("a folder");
    put(folder.path(), "blank/a.txt", "");
    put(folder.path(), "blank/b.txt", " \n\t");
    put(folder.path(), "blank/c.jsonl", "{\"text\": \"\"}\n");
    put(folder.path(), "lines/a.jsonl", "\n");
    put(folder.path(), "ours/report.md", run(["check", "--format", "markdown", "tests/stories"]).stdout);
    for name in ["empty", "blank", "lines", "ours"] {
        let path = folder.path().join(name).display().to_string();
        for command in ["check", "extract", "stories"] {
            let ran = run([command, &path]);
            assert_eq!(ran.status, 2, "{command} {name}");
            assert_eq!(ran.stderr.matches("error: ").count(), 1, "{command} {name}: {}", ran.stderr);
        }
    }
    assert!(
        run_with(&["check", "-"], b"").stderr.ends_with("error: there is nothing to read: no document was found\n")
    );
}

#[test]
fn a_table_is_read_as_running_text_and_the_user_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let table = put(folder.path(), "a.CSV", "البند,القيمة\nالمشروع,5 ملايين ريال سعودي\n");
    let ran = run(["extract", "--format", "jsonl", &table]);
    assert_eq!((ran.status, ran.json_lines().len()), (0, 1));
    assert!(
        ran.stderr.starts_with(&format!("warning: {table}: read as running text, to which columns")),
        "{}",
        ran.stderr
    );
}
