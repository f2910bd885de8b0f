//! Rules from the command line: listed, explained, proven, and taken from a folder of one's own.

mod program;

use program::{put, run};
use tempfile::TempDir;

/// A folder with the built-in rule `unit`, changed.
fn changed(change: impl Fn(&str) -> String) -> (TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let rule = std::fs::read_to_string("rules/checks/unit.toml").expect("the rule");
    let path = put(folder.path(), "mine.toml", change(&rule));
    let path = path.trim_end_matches("/mine.toml").to_string();
    (folder, path)
}

#[test]
fn rules_are_listed_and_explained() {
    let list = run(["rules", "list"]);
    assert_eq!((list.status, list.stderr.as_str()), (0, ""));
    for entry in std::fs::read_dir("rules/checks").expect("the rules") {
        let path = entry.expect("a rule").path();
        let id = path.file_stem().expect("a name").to_string_lossy().into_owned();
        assert!(list.stdout.contains(&id), "{id} is listed");
        for lang in ["ar", "en"] {
            let explained = run(["rules", "explain", &id, "--lang", lang]);
            assert_eq!((explained.status, explained.stderr.as_str()), (0, ""), "{id}");
            assert!(explained.stdout.contains(&path.display().to_string()), "{id} says where it stands");
        }
    }
    let unknown = run(["rules", "explain", "scales"]);
    assert_eq!((unknown.status, unknown.stdout.as_str()), (2, ""));
    assert!(unknown.stderr.contains("there is no rule “scales”; `tadqiq rules list` names"), "{}", unknown.stderr);
    assert!(unknown.stderr.ends_with(" (did you mean “scale”?)\n"), "{}", unknown.stderr);
    assert!(run(["rules", "explain", "scales", "--lang", "ar"]).stderr.ends_with(" (أتقصد «scale»؟)\n"));
    let far = run(["rules", "explain", "nothing-like-it"]).stderr;
    assert!(!far.contains("did you mean"), "{far}");
}

#[test]
fn the_examples_of_a_folder_are_run() {
    let (_folder, path) = changed(|rule| rule.replace("id = \"unit\"", "id = \"mine\""));
    let tested = run(["rules", "test", "--rules", &path]);
    assert!(tested.stdout.contains("mine: "), "{}{}", tested.stdout, tested.stderr);
}

#[test]
fn a_rule_is_printed_as_its_file_has_it() {
    let shown = run(["rules", "show", "scale"]);
    let file = std::fs::read_to_string("rules/checks/scale.toml").expect("the rule");
    assert_eq!((shown.status, shown.stdout), (0, file));
    assert_eq!(run(["rules", "show", "scales"]).status, 2);
}

#[test]
fn a_folder_without_topics_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_str().expect("UTF-8");
    let told = run(["check", "--topics", path, "tests/stories"]);
    assert_eq!(told.status, 2);
    assert!(told.stderr.contains("no topic in") && told.stderr.contains("show suez-length"), "{}", told.stderr);
}

#[test]
fn every_rules_command_shows_examples() {
    for command in ["list", "explain", "test"] {
        let help = run(["rules", command, "--help"]).stdout;
        assert!(help.contains(&format!("Examples:\n  tadqiq rules {command}")), "{help}");
    }
}

/// A topic of one's own.
const TOPIC: &str = r#"
id = "members"
severity = "error"
[topic]
words = [["اتحاد الواحات"], ["أعضاء", "عضوا", "تضم", "يضم"]]
kind = "count"
unit = "دولة"
value = "22"
[title]
ar = "عدد الأعضاء"
en = "The number of members"
[message]
ar = "«{a}» والمعروف {b}"
en = "“{a}”, known to be {b}"
[[conflicts]]
texts = ["يضم اتحاد الواحات 23 دولة من ثلاث قارات."]
[[agrees]]
texts = ["يضم اتحاد الواحات 22 دولة من ثلاث قارات."]
"#;

#[test]
fn a_topic_is_told_though_all_sources_agree() {
    let folder = tempfile::tempdir().expect("a folder");
    let topics = put(folder.path(), "topics/members.toml", TOPIC);
    let topics = topics.trim_end_matches("/members.toml");
    for name in ["a.txt", "b.txt"] {
        put(folder.path(), &format!("news/{name}"), format!("قال {name} إن اتحاد الواحات يضم 25 دولة."));
    }
    let news = folder.path().join("news").to_string_lossy().into_owned();
    let told = run(["check", "--format", "json", "--topics", topics, &news]);
    let conflict = &told.json()["conflicts"][0];
    assert_eq!(
        (told.status, &conflict["rule"], &conflict["message"]["en"]),
        (1, &"members".into(), &"“25”, known to be 22".into())
    );
    assert_eq!(conflict["figures"].as_array().map(Vec::len), Some(2), "both sources say it");
    assert_eq!(conflict["evidence"], serde_json::json!([{"kind": "expected", "detail": "22", "bits": 0.0}]));
    assert_eq!(run(["check", &news]).status, 0, "without the topic nothing is wrong");
    put(folder.path(), "news/tadqiq.toml", "topics = [\"../topics\"]\n");
    assert_eq!(run(["check", &news]).status, 1, "the configuration names it too");
    let tested = run(["rules", "test", "--topics", topics]);
    assert!(tested.status == 0 && tested.stdout.contains("members: 2"), "{}{}", tested.stdout, tested.stderr);
}

#[test]
fn a_broken_topic_says_what_is_wrong() {
    for (from, to, says) in [
        ("value = \"22\"", "value = \"كثير\"", "«كثير» in `value` is not a number"),
        ("[topic]\n", "finds = \"scale\"\n[topic]\n", "no other `finds` than topic"),
        ("kind = \"count\"", "kind = \"colour\"", "members.toml:6: "),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = put(folder.path(), "members.toml", TOPIC.replace(from, to));
        let broken = run(["rules", "list", "--topics", path.trim_end_matches("/members.toml")]);
        assert_eq!((broken.status, broken.stdout.as_str()), (2, ""), "{to}");
        assert!(broken.stderr.contains(says), "{to}: {}", broken.stderr);
    }
    let rule = run(["rules", "list", "--topics", "rules/checks"]);
    assert!(rule.status == 2 && rule.stderr.contains("a topic needs a [topic]"), "{}", rule.stderr);
}

#[test]
fn ones_own_rule_takes_the_place_of_a_built_in_one() {
    let (_folder, path) = changed(|rule| rule.replace("severity = \"error\"", "severity = \"note\""));
    let of = |arguments: &[&str]| run(["check", "--format", "json", "tests/stories/wheat"].iter().chain(arguments));
    assert_eq!(of(&[]).json()["conflicts"][0]["severity"], "error");
    let mine = of(&["--rules", &path]);
    assert_eq!(mine.json()["conflicts"][0]["severity"], "note");
    assert_eq!(mine.status, 0, "a note is below --fail-on");
}

#[test]
fn a_rule_that_silences_another_is_told() {
    for (change, told) in [
        (("id = \"unit\"", "id = \"mine\""), true),
        (("severity = \"error\"", "severity = \"note\""), false),
        (("severity = \"error\"", "severity = \"error\"\nonly = { kinds = [\"money\"] }"), false),
    ] {
        let (_folder, path) = changed(|rule| rule.replace(change.0, change.1));
        let list = run(["rules", "list", "--rules", &path]);
        let warned = list.stderr.contains("mine.toml: the rule “mine” shadows “unit”");
        assert_eq!((list.status, warned), (0, told), "{}{}", change.1, list.stderr);
    }
    let (folder, path) = changed(|rule| rule.replace("id = \"unit\"", "id = \"mine\"\nonly = { kinds = [\"money\"] }"));
    assert_eq!(run(["rules", "list", "--rules", &path]).stderr, "", "the built-in one still has the other kinds");
    put(
        folder.path(),
        "mine.toml",
        std::fs::read_to_string("rules/checks/unit.toml").expect("the rule").replace("id = \"unit\"", "id = \"mine\""),
    );
    put(folder.path(), "tadqiq.toml", "rules = [\".\"]\n[severity]\nunit = \"off\"\n");
    put(folder.path(), "a.txt", "خبر بلا أرقام.");
    let off = run(["check", &path]);
    assert!(!off.stderr.contains("shadows"), "a rule that is off is not asked: {}", off.stderr);
}

#[test]
fn the_readme_names_all_that_a_rule_may_say() {
    let readme = std::fs::read_to_string("README.md").expect("the README");
    for key in ["finds = \"unit\"", "min_bits"] {
        let (_folder, path) = changed(|rule| match key {
            "min_bits" => rule.replace(key, "least_bits"),
            finds => rule.replace(finds, "finds = \"nothing\""),
        });
        let told = run(["rules", "list", "--rules", &path]).stderr;
        let (_, expected) = told.split_once("expected one of ").expect("what may stand there");
        let names: Vec<&str> = expected.split('`').skip(1).step_by(2).take_while(|name| !name.contains(' ')).collect();
        assert!(names.len() > 3, "{told}");
        for name in names {
            assert!(readme.contains(&format!("`{name}`")), "the README does not name `{name}`");
        }
    }
}

#[test]
fn a_broken_rule_says_where() {
    for (from, to, says) in [
        ("severity = \"error\"", "severity = \"fatal\"", "mine.toml:3: "),
        ("id = \"unit\"", "id = unit", "mine.toml:1: "),
        ("[title]", "[titel]", "unknown field `titel`"),
        ("[[agrees]]", "[[conflicts]]", "one under [[agrees]]"),
        ("والفرق {times}", "والفرق {timez}", "mine.toml: `message.ar` has {timez}, which nothing fills: there are {a}"),
        ("seems to have lost its", "{cause}", "`causes.lost_scale_word.en` has {cause}, which nothing fills"),
        ("en = \"The scale words differ.\"", "en = \"\"", "`causes.other_scale_word.en` is empty"),
        (
            "[causes.lost_scale_word]",
            "[causes.lost_scale]",
            "give it a text, ar and en, under [causes.lost_scale_word]",
        ),
    ] {
        let (_folder, path) = changed(|rule| rule.replace(from, to));
        for arguments in [["check", "tests/stories/bid", "--rules"], ["rules", "list", "--rules"]] {
            let broken = run(arguments.iter().copied().chain([path.as_str()]));
            assert_eq!((broken.status, broken.stdout.as_str()), (2, ""), "{to}");
            assert!(broken.stderr.contains(says), "{to}: {}", broken.stderr);
        }
    }
    let empty = tempfile::tempdir().expect("a folder");
    let none = run(["rules", "list", "--rules", empty.path().to_str().expect("UTF-8")]);
    assert!(none.status == 2 && none.stderr.contains("no rule in "), "{}", none.stderr);
}
