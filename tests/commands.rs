//! The contracts of the commands: what goes to standard output, what to standard error, and the exit status.

mod program;

use program::{program, put, ran, run, run_with};
use serde_json::Value;

const STORY: &str = "tests/stories/bid";

#[test]
fn a_figure_is_as_the_contract_says() {
    let ran = run(["extract", "--format", "jsonl", "tests/texts/marks.txt"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let text = std::fs::read_to_string("tests/texts/marks.txt").expect("the sample");
    let figures = ran.json_lines();
    assert!(figures.len() >= 4);
    for figure in figures {
        let at = |name: &str| usize::try_from(figure[name].as_u64().expect("an offset")).expect("small");
        assert_eq!(figure["source"], "tests/texts/marks.txt");
        assert_eq!(figure["text"], text[at("start")..at("end")]);
        assert_eq!(at("line"), text[..at("start")].matches('\n').count() + 1);
        let line_start = text[..at("start")].rfind('\n').map_or(0, |end| end + 1);
        assert_eq!(at("column"), text[line_start..at("start")].chars().count() + 1);
        assert_eq!(figure["kind"], "money");
        assert_eq!(figure["value"]["low"], "97400000000");
        assert_eq!(figure["value"]["unit"], "USD");
        assert!(figure["sentence"]["start"].as_u64() <= figure["start"].as_u64());
    }
}

#[test]
fn the_formats_of_extract_tell_the_same_figures() {
    let count = |format: &str, count: fn(&str) -> usize| {
        let ran = run(["extract", "--format", format, "tests/texts"]);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{format}");
        count(&ran.stdout)
    };
    let json =
        |text: &str| serde_json::from_str::<Value>(text).expect("JSON")["figures"].as_array().map_or(0, Vec::len);
    let lines = count("jsonl", |text| text.lines().count());
    assert!(lines > 50);
    assert_eq!(count("json", json), lines);
    assert_eq!(count("csv", |text| text.lines().count()), lines + 1);
    assert!(count("table", |text| text.lines().count()) > lines);
}

#[test]
fn the_status_says_what_was_found() {
    let agrees = ["tests/stories/bid/waha.txt", "tests/stories/bid/marsad.txt"];
    for (arguments, status) in [
        (&["check", STORY] as &[&str], 1),
        (&["check", "--fail-on", "error", STORY], 1),
        (&["check", "--fail-on", "error", agrees[0], agrees[1]], 0),
        (&["check", STORY, "nowhere"], 2),
        (&["extract", STORY], 0),
        (&["demo"], 0),
        (&["--help"], 0),
        (&["--version"], 0),
        (&[], 2),
    ] {
        let ran = run(arguments.iter());
        assert_eq!(ran.status, status, "{arguments:?}: {}{}", ran.stdout, ran.stderr);
    }
}

#[test]
fn a_check_is_as_the_contract_says() {
    let ran = run(["check", "--format", "json", "--story", "all", STORY]);
    assert_eq!((ran.status, ran.stderr.as_str()), (1, ""));
    let check = ran.json();
    let conflicts = check["conflicts"].as_array().expect("a list");
    let bid = &conflicts[0];
    assert_eq!((&bid["severity"], &bid["ratio"]), (&"error".into(), &"10".into()));
    for name in ["id", "rule", "cause"] {
        assert!(bid[name].as_str().is_some_and(|text| !text.is_empty()), "{name}");
    }
    assert!(bid["message"]["ar"].is_string() && bid["message"]["en"].is_string());
    assert!(bid["score"].is_number() && bid["evidence"].is_array());
    let sides: Vec<(u64, &str, &str)> = bid["figures"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|figure| {
            let text = |name: &str| figure[name].as_str().unwrap_or_default();
            (figure["side"].as_u64().expect("a side"), text("publisher"), text("published"))
        })
        .collect();
    assert!(sides.contains(&(1, "صحيفة الميناء", "2025-02-12")) || sides.contains(&(0, "صحيفة الميناء", "2025-02-12")));
    assert_eq!(check["summary"]["documents"], 3);
    let lines = run(["check", "--format", "jsonl", "--story", "all", STORY]).json_lines();
    assert_eq!(lines, *conflicts);
}

/// A reader meets the sides in the order of their letters, in the message as in the rows below it.
#[test]
fn messages_name_the_sides_in_their_order() {
    let mut told = 0;
    for conflict in run(["check", "--format", "jsonl", "tests/stories"]).json_lines() {
        let figures = conflict["figures"].as_array().expect("a list");
        let message = conflict["message"]["en"].as_str().expect("a message");
        let place = |side: u64| {
            let texts =
                figures.iter().filter(|figure| figure["side"] == side).filter_map(|figure| figure["text"].as_str());
            texts.filter_map(|text| message.find(&format!("“{text}”"))).min()
        };
        let places: Vec<usize> = (0..4).filter_map(place).collect();
        assert!(places.is_sorted(), "{message}");
        told += usize::from(places.len() > 1);
    }
    assert!(told >= 4, "{told}");
}

#[test]
fn the_demo_finds_what_its_stories_have_wrong() {
    let ran = run(["demo", "--format", "json"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let check = ran.json();
    let found: Vec<String> = check["conflicts"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|conflict| conflict["severity"] != "note")
        .map(|conflict| {
            conflict["figures"].as_array().expect("a list").iter().map(|figure| figure["text"].to_string()).collect()
        })
        .collect();
    for slip in ["٩٧٤ مليار دولار", "5,000 مليار دولار", "١٫٥ مليون دولار", "2019"]
    {
        assert!(found.iter().any(|texts| texts.contains(slip)), "{slip} is not among {found:#?}");
    }
    assert_eq!(found.len(), 4, "{found:#?}");
    let table = run(["demo"]);
    for folder in ["bid", "plan", "wheat"] {
        assert!(table.stdout.contains(&format!("{folder}/waha.txt")), "the demo names its stories");
    }
}

#[test]
fn every_run_gives_the_same_bytes() {
    let one = run(["check", "--format", "json", "--threads", "1", "tests/stories", "tests/texts"]).stdout;
    for arguments in
        [["--threads", "4", "tests/stories", "tests/texts"], ["--threads", "3", "tests/texts", "tests/stories"]]
    {
        let other = run(["check", "--format", "json"].iter().chain(&arguments)).stdout;
        assert!(one == other, "{arguments:?} gives other bytes");
    }
}

#[test]
fn long_input_keeps_its_order() {
    let line = |n: usize| format!("{{\"id\": \"{n}\", \"text\": \"باع المعرض {n} كتاب اليوم، أي 5% من كتبه.\"}}\n");
    let lines: String = (0..20_000).map(line).collect();
    let ran = run_with(&["extract", "--format", "jsonl", "-"], lines.as_bytes());
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let mut last = 0;
    for figure in ran.json_lines() {
        let source: usize = figure["source"].as_str().and_then(|id| id.parse().ok()).expect("an id");
        assert!(source >= last, "{source} after {last}");
        last = source;
    }
    assert_eq!(last, 19_999);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    use std::io::Read;
    let lines = "{\"text\": \"ارتفع 5% وانخفض 6% ثم ارتفع 7%\"}\n".repeat(20_000);
    let folder = tempfile::tempdir().expect("a folder");
    let path = put(folder.path(), "a.jsonl", lines);
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin!("tadqiq"))
        .args(["extract", "--format", "jsonl", &path])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut first = [0; 10];
    child.stdout.take().expect("a pipe").read_exact(&mut first).expect("some output");
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn results_go_to_the_file_of_output() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("figures.csv");
    let to_file = ran(program().args(["extract", "--format", "csv", "tests/texts", "-o"]).arg(&file));
    assert_eq!((to_file.status, to_file.stdout.as_str(), to_file.stderr.as_str()), (0, "", ""));
    let written = std::fs::read_to_string(file).expect("the file");
    assert_eq!(written, run(["extract", "--format", "csv", "tests/texts"]).stdout);
}

#[test]
fn colours_and_language_are_as_asked() {
    let escape = '\u{1B}';
    let table = |arguments: &[&str]| ran(program().args(["check", STORY]).args(arguments)).stdout;
    assert!(!table(&[]).contains(escape));
    assert!(table(&["--color", "always"]).contains(escape));
    assert!(!table(&["--color", "never"]).contains(escape));
    let arabic = ran(program().env("LANG", "ar_EG.UTF-8").args(["check", STORY])).stdout;
    assert_eq!(arabic, table(&["--lang", "ar"]));
    assert_ne!(arabic, table(&["--lang", "en"]));
    assert_eq!(ran(program().env("LC_ALL", "en_GB").env("LANG", "ar").args(["check", STORY])).stdout, table(&[]));
}

#[test]
fn schemas_are_json() {
    for name in ["document", "figure", "check", "documents", "story"] {
        let ran = run(["schema", name]);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
        assert_eq!(ran.json()["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
    }
}

#[test]
fn the_readme_names_what_there_is() {
    let commands =
        [&["check"] as &[&str], &["extract"], &["stories"], &["review"], &["demo"], &["rules", "list"], &["config"]];
    let help: String = commands.iter().map(|command| run(command.iter().chain(&["--help"])).stdout).collect();
    let readme = std::fs::read_to_string("README.md").expect("the README");
    let words = readme.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let cargo = ["--release", "--path", "--test", "--bench", "--ignored"];
    let mut named = 0;
    for flag in words.filter(|word| word.starts_with("--") && word.len() > 3 && !cargo.contains(word)) {
        assert!(help.contains(&format!("{flag} ")) || help.contains(&format!("{flag}\n")), "{flag} is no option");
        named += 1;
    }
    assert!(named > 5);
}

#[test]
fn the_readme_shows_what_the_demo_prints() {
    let demo = run(["demo", "--lang", "en"]).stdout.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "");
    let readme = std::fs::read_to_string("README.md").expect("the README");
    let (_, shown) = readme.split_once("$ tadqiq demo\n").expect("the demo");
    let (shown, after) = shown.split_once("```").expect("its end");
    let parts: Vec<&str> = shown.split("…\n").filter(|part| !part.is_empty()).collect();
    assert_eq!(parts.len(), 2);
    assert!(parts.iter().all(|part| demo.contains(part)), "{demo}");
    let (_, decided) = after.split_once("[conflict.").expect("a decision");
    assert!(demo.contains(&format!("[{}", &decided[..17])), "{decided}");
}

#[test]
fn shells_and_manual_know_every_command() {
    let commands = ["check", "extract", "stories", "review", "demo", "rules", "config", "schema"];
    for shell in ["bash", "zsh", "fish"] {
        let completions = run(["completions", shell]);
        assert_eq!((completions.status, completions.stderr.as_str()), (0, ""), "{shell}");
        assert!(commands.iter().all(|command| completions.stdout.contains(command)), "{shell}");
    }
    let page = run(["man"]);
    assert_eq!((page.status, page.stderr.as_str()), (0, ""));
    assert!(commands.iter().all(|command| page.stdout.contains(&format!("tadqiq\\-{command}(1)"))), "{}", page.stdout);
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(ran(program().arg("man").arg(folder.path())).status, 0);
    assert!(commands.iter().all(|command| folder.path().join(format!("tadqiq-{command}.1")).is_file()));
}

#[test]
fn a_limit_shows_the_heaviest_and_counts_all() {
    let all = run(["check", "--format", "jsonl", "tests/stories"]);
    let lines: Vec<&str> = all.stdout.lines().collect();
    assert!(lines.len() > 2);
    let limited = run(["check", "--format", "jsonl", "--limit", "2", "tests/stories"]);
    assert_eq!(limited.status, all.status);
    assert_eq!(limited.stdout.lines().collect::<Vec<_>>(), lines[..2]);
    assert_eq!(run(["check", "--format", "jsonl", "--limit", "0", "tests/stories"]).stdout, all.stdout);
    let json = run(["check", "--format", "json", "--limit", "1", "tests/stories"]).json();
    assert_eq!(json["conflicts"].as_array().map(Vec::len), Some(1));
    let counts = &json["summary"]["conflicts"];
    let counted = ["error", "warning", "note"].iter().filter_map(|name| counts[name].as_u64()).sum::<u64>();
    assert_eq!(counted, lines.len() as u64);
    let table = run(["check", "--limit", "1", "tests/stories"]).stdout;
    assert!(table.contains(&format!("1 of {} shown", lines.len())), "{table}");
    let wrong = run(["check", "--limit", "few", "tests/stories"]);
    assert_eq!(wrong.status, 2);
    assert!(wrong.stderr.contains("a whole number is needed"), "{}", wrong.stderr);
}

#[test]
fn a_byte_order_mark_is_written_where_it_is_asked_for() {
    for arguments in [["check", "--format", "csv", STORY], ["extract", "--format", "csv", STORY]] {
        let plain = run(arguments).stdout;
        let marked = run(arguments.iter().chain(&["--bom"])).stdout;
        assert_eq!(marked, format!("\u{FEFF}{plain}"));
    }
    let refused = run(["check", "--format", "json", "--bom", STORY]);
    assert_eq!((refused.status, refused.stdout.as_str()), (2, ""));
    assert!(refused.stderr.contains("--format csv"), "{}", refused.stderr);
}

#[test]
fn colours_are_as_the_variables_of_the_user_say() {
    for (variables, coloured) in [
        (&[] as &[(&str, &str)], false),
        (&[("CLICOLOR_FORCE", "1")], true),
        (&[("CLICOLOR_FORCE", "0")], false),
        (&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], false),
    ] {
        let ran = ran(program().envs(variables.iter().copied()).args(["check", STORY]));
        assert_eq!(ran.stdout.contains("\u{1B}["), coloured, "{variables:?}");
    }
    for (when, coloured) in [("always", true), ("never", false)] {
        let ran = ran(program().env("CLICOLOR_FORCE", "1").args(["check", "--color", when, STORY]));
        assert_eq!(ran.stdout.contains("\u{1B}["), coloured, "{when}");
    }
}

#[test]
fn a_document_of_a_jsonl_file_is_told_by_its_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let lines = "{\"id\": \"خبر-1\", \"text\": \"شاركت وفود من عشرين دولة.\"}\n\
        {\"id\": \"خبر-2\", \"text\": \"أوقفت الشرطة 12 شخصا، هم 9 رجال و4 نساء.\"}\n";
    let file = put(folder.path(), "news.jsonl", lines);
    let uri = format!("file://{file}");
    let figures = put(folder.path(), "figures.jsonl", run(["extract", "--format", "documents", &file]).stdout);
    for arguments in [vec!["check", &file], vec!["check", "--figures", &figures]] {
        let with = |format| run(arguments.iter().copied().chain(["--format", format]));
        let annotations = with("github").stdout;
        let [annotation] = annotations.lines().collect::<Vec<_>>()[..] else { panic!("{annotations}") };
        assert!(annotation.starts_with(&format!("::warning file={file},line=2,title=")), "{annotation}");
        assert!(annotation.contains("::خبر-2: "), "{annotation}");
        let location = &with("sarif").json()["runs"][0]["results"][0]["locations"][0];
        assert_eq!(location["physicalLocation"]["artifactLocation"]["uri"], uri);
        assert_eq!(location["physicalLocation"]["region"]["startLine"], 2);
        assert_eq!(location["logicalLocations"][0]["name"], "خبر-2");
    }
}
