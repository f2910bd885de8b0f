//! Figures as input, stories checked apart, and the same bytes however the work is done.

mod program;

use program::{put, run, run_with};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Reports of several events by several publishers, more than stories are few.
fn reports() -> String {
    let starts = ["مر", "سن", "ضف", "قط", "زب", "تل", "بن", "عن", "صح", "نز"];
    let ends = ["جان", "بلوت", "حيرا"];
    let works = ["مصنع الإسمنت", "محطة التحلية", "ميناء الصيد", "سكة القطار"];
    let mut lines = String::new();
    for at in 0..starts.len() * ends.len() {
        let town = format!("{}{}", starts[at % starts.len()], ends[at / starts.len()]);
        for (publisher, name) in ["الأفق", "الميناء", "الشروق", "المدار"].iter().enumerate() {
            let work = works[at % works.len()];
            let cost = if publisher == 3 && at % 3 == 0 { (at + 13) * 10 } else { at + 13 };
            let workers = 1_200 + at * 37 + if publisher == 2 && at % 4 == 0 { 500 } else { 0 };
            let day = 1 + at % 20;
            let text = format!(
                "{town} تفتتح {work}\n\nافتتح محافظ {town} يوم {day} مارس 2024 {work} بكلفة {cost}.4 مليون دولار. ويعمل في {work} في {town} {workers} عاملا.\n"
            );
            let line = serde_json::json!({
                "id": format!("{at}-{publisher}"), "text": text, "publisher": name, "published": format!("2024-03-{day:02}"),
            });
            let _ = writeln!(lines, "{line}");
        }
    }
    lines
}

#[test]
fn figures_as_input_find_what_texts_find() {
    for format in ["json", "table", "html", "csv", "markdown", "sarif"] {
        let of_texts = run_with(&["check", "--format", format, "-"], reports().as_bytes());
        let figures = run_with(&["extract", "--format", "documents", "-"], reports().as_bytes());
        assert_eq!((figures.status, figures.stderr.as_str()), (0, ""));
        let of_figures = run_with(&["check", "--figures", "--format", format, "-"], figures.stdout.as_bytes());
        assert_eq!(of_figures.stdout, of_texts.stdout, "{format}");
        assert_eq!((of_figures.status, of_texts.status), (1, 1), "{format}");
    }
}

#[test]
fn stories_checked_apart_find_what_all_find_together() {
    let whole = run_with(&["check", "--format", "json", "-"], reports().as_bytes()).json();
    let figures = run_with(&["extract", "--format", "documents", "-"], reports().as_bytes());
    let stories = run_with(&["stories", "-"], reports().as_bytes());
    assert_eq!((stories.status, stories.stderr.as_str()), (0, ""));
    let mut groups: BTreeMap<u64, String> = BTreeMap::new();
    for (mut document, mut story) in figures.json_lines().into_iter().zip(stories.json_lines()) {
        assert_eq!(document["id"], story["id"]);
        let key = story["story"]["key"].as_u64().expect("a key");
        document["story"] = story["story"].take();
        // The last document first: a data engine keeps no order.
        groups.entry(key).or_default().insert_str(0, &format!("{document}\n"));
    }
    assert!(groups.len() > 5, "{}", groups.len());
    let mut found = Vec::new();
    for lines in groups.values() {
        let check = run_with(&["check", "--figures", "--format", "json", "-"], lines.as_bytes()).json();
        found.extend(check["conflicts"].as_array().expect("conflicts").clone());
    }
    let mut wanted = whole["conflicts"].as_array().expect("conflicts").clone();
    assert!(wanted.len() > 5, "{}", wanted.len());
    let id = |conflict: &Value| conflict["id"].as_str().map(str::to_string);
    found.sort_by_key(id);
    wanted.sort_by_key(id);
    assert_eq!(found, wanted);
}

#[test]
fn a_figure_stands_in_the_sentence_of_its_text_whatever_its_line_says() {
    let figures = run_with(&["extract", "--format", "documents", "-"], reports().as_bytes());
    let mut lines = String::new();
    for mut document in figures.json_lines() {
        let end = document["text"].as_str().map_or(0, str::len);
        for figure in document["figures"].as_array_mut().expect("figures") {
            figure["sentence"] = serde_json::json!({"start": 0, "end": end});
        }
        lines.push_str(&format!("{document}\n"));
    }
    let checked = |lines: &str| run_with(&["check", "--figures", "--format", "json", "-"], lines.as_bytes()).stdout;
    assert_eq!(checked(&lines), checked(&figures.stdout));
}

#[test]
fn what_is_no_figures_file_is_told() {
    let line = run_with(&["extract", "--format", "documents", "-"], reports().as_bytes()).stdout;
    let line = line.lines().next().expect("a document");
    let document: Value = serde_json::from_str(line).expect("JSON");
    let with = |change: fn(&mut Value)| {
        let mut document = document.clone();
        change(&mut document);
        run_with(&["check", "--figures", "-"], document.to_string().as_bytes())
    };
    for (change, told) in [
        ((|d| d["figures"] = Value::Null) as fn(&mut Value), "it has no `figures`"),
        (|d| d["figures"][0]["start"] = 3.into(), "no figure"),
        (|d| d["figures"][0]["text"] = "5".into(), "no figure"),
        (|d| d["figures"][0]["end"] = u64::MAX.into(), "no figure"),
        (|d| d["figures"][0]["sentence"]["end"] = 1.into(), "does not hold it"),
        (|d| d["figures"][1]["value"]["low"] = "1e999999".into(), "not a document"),
        (|d| d["text"] = "غيره".into(), "no figure"),
        (|d| d["story"] = serde_json::json!({"key": 0, "number": 0, "among": 1, "terms": {"x": 1.0}}), "hexadecimal"),
    ] {
        let ran = with(change);
        assert_eq!(ran.status, 2, "{}", ran.stderr);
        assert!(ran.stderr.contains(told), "{}", ran.stderr);
    }
    let story = r#", "story": {"key": 0, "number": 0, "among": 2, "terms": {}}}"#;
    let told = format!("{}{story}", &line[..line.len() - 1]);
    for (lines, message) in [
        (format!("{line}\n{told}\n"), "give it to all of them"),
        (format!("{told}\n{}\n", told.replace("\"among\": 2", "\"among\": 3")), "run `tadqiq stories` once"),
    ] {
        let ran = run_with(&["check", "--figures", "-"], lines.as_bytes());
        assert_eq!(ran.status, 2, "{}", ran.stderr);
        assert!(ran.stderr.contains(message), "{}", ran.stderr);
    }
    assert!(run(["check", "--figures", "tests/texts/marks.txt"]).stderr.contains("extract --format documents"));
}

#[test]
fn what_is_found_hangs_neither_on_names_nor_on_order() {
    let reports = reports();
    let mut documents: Vec<Value> =
        reports.lines().map(|line| serde_json::from_str(line).expect("a document")).collect();
    let found = |documents: &[Value]| {
        let lines: Vec<String> = documents.iter().map(ToString::to_string).collect();
        let json = run_with(&["check", "--format", "json", "-"], lines.join("\n").as_bytes()).json();
        let conflicts = json["conflicts"].as_array().expect("conflicts");
        // All that is told of each but the names of the documents, and which of them stands first.
        let told = |conflict: &Value| {
            let evidence: BTreeSet<String> =
                conflict["evidence"].as_array().into_iter().flatten().map(Value::to_string).collect();
            format!("{} {} {} {evidence:?}", conflict["id"], conflict["severity"], conflict["score"])
        };
        let conflicts: BTreeSet<String> = conflicts.iter().map(told).collect();
        (json["summary"]["stories"].clone(), conflicts)
    };
    let first = found(&documents);
    assert!(first.1.len() > 5, "{first:?}");
    for turn in [1, 5, 11] {
        documents.rotate_left(turn);
        documents.reverse();
        for (at, document) in documents.iter_mut().enumerate() {
            document["id"] = format!("{}", (at * 7 + turn) % 1000).into();
        }
        assert_eq!(found(&documents), first, "{turn}");
    }
}

#[test]
fn output_is_the_same_for_any_threads_and_order_of_arguments() {
    let folder = tempfile::tempdir().expect("a folder");
    let reports = reports();
    let lines: Vec<&str> = reports.lines().collect();
    let mut paths: Vec<String> = Vec::new();
    for (at, part) in lines.chunks(7).enumerate() {
        paths.push(put(folder.path(), &format!("{at}.jsonl"), part.join("\n")));
    }
    for (at, story) in ["bid", "plan", "wheat"].into_iter().enumerate() {
        paths.insert(at * 2, format!("tests/stories/{story}"));
    }
    let out = |command: &[&str], threads: &str, paths: &[String]| {
        let ran = run(command.iter().copied().chain(["--threads", threads]).chain(paths.iter().map(String::as_str)));
        (ran.status, ran.stdout, ran.stderr)
    };
    for command in [
        &["extract", "--format", "jsonl"] as &[&str],
        &["extract", "--format", "documents"],
        &["check", "--format", "json"],
        &["check", "--format", "html"],
        &["check", "--format", "table"],
        &["stories"],
    ] {
        let first = out(command, "1", &paths);
        assert!(first.1.len() > 1000, "{command:?}");
        let mut other = paths.clone();
        for threads in ["2", "3", "8"] {
            other.rotate_left(2);
            other.swap(0, 3);
            assert_eq!(out(command, threads, &other), first, "{command:?} {threads}");
        }
    }
}
