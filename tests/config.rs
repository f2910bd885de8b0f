//! `tadqiq.toml`: found beside the documents or above them, in force, and wrong ones named.

mod program;

use program::{Ran, program, put, ran};
use std::path::Path;
use tempfile::TempDir;

/// A folder with the wheat story below it, and this configuration in it.
fn folder(config: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["waha.txt", "mina.txt", "marsad.txt"] {
        let text = std::fs::read(Path::new("tests/stories/wheat").join(name)).expect("the sample");
        put(folder.path(), &format!("news/wheat/{name}"), text);
    }
    put(folder.path(), "tadqiq.toml", config);
    folder
}

fn run_in(folder: &TempDir, arguments: &[&str]) -> Ran {
    ran(program().current_dir(folder.path()).args(arguments))
}

#[test]
fn a_configuration_above_the_documents_is_in_force() {
    let of = |config: &str, arguments: &[&str]| {
        let folder = folder(config);
        let ran = run_in(&folder, &[&["check", "--format", "json", "news/wheat"], arguments].concat());
        assert_eq!(ran.stderr, "", "{config}");
        (ran.status, ran.json())
    };
    let (status, check) = of("", &[]);
    assert_eq!((status, &check["conflicts"][0]["severity"]), (1, &"error".into()));
    let (status, check) = of("[severity]\nunit = \"warning\"\n", &[]);
    assert_eq!((status, &check["conflicts"][0]["severity"]), (1, &"warning".into()));
    let (status, _) = of("fail_on = \"error\"\n[severity]\nunit = \"warning\"\n", &[]);
    assert_eq!(status, 0);
    let (status, _) = of("fail_on = \"error\"\n[severity]\nunit = \"warning\"\n", &["--fail-on", "note"]);
    assert_eq!(status, 1, "arguments go before the configuration");
    let (_, check) = of("[severity]\nunit = \"off\"\n", &[]);
    assert!(check["conflicts"].as_array().expect("a list").iter().all(|conflict| conflict["rule"] != "unit"));
}

#[test]
fn a_configuration_says_who_published() {
    let folder = folder(
        "[sources]\n\"news\" = { publisher = \"الواحة\" }\n\"news/wheat/mina.txt\" = { publisher = \"الميناء\" }\n",
    );
    let check = run_in(&folder, &["check", "--format", "json", "news"]).json();
    let mut publishers: Vec<&str> = check["conflicts"][0]["figures"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|figure| figure["publisher"].as_str())
        .collect();
    publishers.sort_unstable();
    publishers.dedup();
    assert_eq!(publishers, ["الميناء", "الواحة"]);
    put(folder.path(), "news/wheat/sources.toml", "[\"waha.txt\"]\npublisher = \"أخرى\"\n");
    let check = run_in(&folder, &["check", "--format", "json", "news"]).stdout;
    assert!(check.contains("أخرى"), "a sources.toml beside the file goes before");
}

#[test]
fn config_prints_what_is_in_force() {
    let folder = folder("lang = \"ar\"\n[severity]\nunit = \"off\"\nscale = \"note\"\n");
    let printed = run_in(&folder, &["config", "news"]);
    assert_eq!((printed.status, printed.stderr.as_str()), (0, ""));
    let first = printed.stdout.lines().next().unwrap_or_default();
    assert!(first.starts_with("# ") && first.ends_with("tadqiq.toml"), "{first}");
    for line in [
        "lang = \"ar\"",
        "fail_on = \"warning\"",
        "story = \"auto\"",
        "unit = \"off\"",
        "scale = \"note\"",
        "date = \"error\"",
    ] {
        assert!(printed.stdout.contains(line), "{line} in {}", printed.stdout);
    }
    // What is printed is itself a configuration.
    put(folder.path(), "other.toml", &printed.stdout);
    let again = run_in(&folder, &["config", "--config", "other.toml", "news"]);
    assert_eq!(again.stdout.lines().skip(1).collect::<Vec<_>>(), printed.stdout.lines().skip(1).collect::<Vec<_>>());
    let missing = run_in(&folder, &["config", "news", "nowhere"]);
    assert_eq!(missing.status, 2);
    assert!(missing.stdout.starts_with("# "), "{}", missing.stdout);
    assert!(missing.stderr.contains("nowhere: لا ملف ولا مجلد بهذا الاسم"), "{}", missing.stderr);
    let none = ran(program().current_dir("/").args(["config"]));
    assert!(none.stdout.starts_with("# no tadqiq.toml"), "{}", none.stdout);
}

#[test]
fn rules_are_shown_as_the_configuration_has_them() {
    let folder = folder("[severity]\nscale = \"off\"\nunit = \"note\"\n");
    let shown = |arguments: &[&str]| run_in(&folder, &[arguments, &["--config", "tadqiq.toml"]].concat()).stdout;
    let list = shown(&["rules", "list"]);
    for (rule, weight) in [("scale", "off"), ("unit", "note"), ("digits", "error")] {
        let line = list.lines().find(|line| line.contains(&format!("\u{2068}{rule}\u{2069}"))).expect("listed");
        assert!(line.contains(&format!("\u{2068}{weight}\u{2069}")), "{line}");
    }
    assert!(shown(&["rules", "explain", "scale"]).lines().next().expect("a heading").contains("(off)"));
    assert!(shown(&["rules", "explain", "unit"]).lines().next().expect("a heading").contains("(note)"));
    assert!(shown(&["rules", "explain", "scale", "--lang", "ar"]).contains("(معطّلة)"));
}

#[test]
fn a_wrong_configuration_says_where() {
    for (config, says) in [
        ("lang = \"ar\"\nlanguage = \"ar\"\n", "tadqiq.toml:2: unknown field `language`"),
        ("fail_on = \"all\"\n", "tadqiq.toml:1: “all” is none of `error`, `warning`, `note`"),
        ("[severity]\nscales = \"off\"\n", "[severity] names “scales”, which is no rule"),
        ("[severity]\nscale = \"fatal\"\n", "tadqiq.toml:2: "),
        ("rules = [\"nowhere\"]\n", "nowhere"),
        ("[sources]\n\"a.txt\" = { publishr = \"x\" }\n", "tadqiq.toml:2: unknown field `publishr`"),
        ("lang = \n", "tadqiq.toml:1: "),
    ] {
        let folder = folder(config);
        for command in ["check", "config"] {
            let ran = run_in(&folder, &[command, "news"]);
            assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{config}");
            assert!(ran.stderr.contains(says), "{config}: {}", ran.stderr);
        }
    }
    let missing = ran(program().args(["check", "--config", "nowhere.toml", "tests/texts"]));
    assert!(missing.status == 2 && missing.stderr.contains("nowhere.toml: cannot be read"), "{}", missing.stderr);
}

#[test]
fn days_of_publication_in_the_configuration_tell_stories_apart() {
    for (mina, stories) in [("2019-05-06", 1), ("1990-05-06", 2)] {
        let config = format!(
            "[sources]\n\"news\" = {{ published = 2019-05-05 }}\n\"news/wheat/mina.txt\" = {{ published = {mina} }}\n"
        );
        let folder = folder(&config);
        // Days tell apart what is in an archive, not a few documents that somebody chose.
        for (at, letter) in ('ب'..='ي').flat_map(|letter| [(1, letter), (2, letter)]) {
            let word = letter.to_string().repeat(2);
            put(
                folder.path(),
                &format!("news/{word}{at}.txt"),
                format!("عاد {word}ان من {word}ور إلى {word}اس {at}.\n"),
            );
        }
        let told = run_in(&folder, &["stories", "news"]);
        assert_eq!((told.status, told.stderr.as_str()), (0, ""));
        let mut lines = told.json_lines();
        lines.retain(|line| line["id"].as_str().is_some_and(|id| id.contains("wheat")));
        let mut keys: Vec<String> = lines.iter().map(|line| line["story"]["key"].to_string()).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), stories, "{mina}");
    }
}

#[test]
fn config_prints_who_published() {
    let folder = folder(
        "[sources]\n\"news\" = { publisher = \"الواحة\" }\n\"news/wheat/mina.txt\" = { published = 2025-02-12 }\n",
    );
    let ran = run_in(&folder, &["config", "news"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    for says in
        ["[sources.news]\npublisher = \"الواحة\"", "[sources.\"news/wheat/mina.txt\"]\npublished = \"2025-02-12\""]
    {
        assert!(ran.stdout.contains(says), "{says}: {}", ran.stdout);
    }
    // What it prints is a configuration again.
    put(folder.path(), "tadqiq.toml", &ran.stdout);
    let again = run_in(&folder, &["config", "news"]);
    assert_eq!((again.status, again.stdout), (0, ran.stdout));
}
