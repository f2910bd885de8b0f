//! Settling conflicts: over a pipe of keys, with a clean slate, and as the articles change.

mod program;

use program::{Ran, program, put, ran, run, run_with};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};

/// A folder with stories that do not agree.
fn newsroom() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for story in ["bid", "plan", "wheat"] {
        fs::create_dir(folder.path().join(story)).expect("a folder");
        for file in fs::read_dir(Path::new("tests/stories").join(story)).expect("the story") {
            let file = file.expect("a file");
            fs::copy(file.path(), folder.path().join(story).join(file.file_name())).expect("a copy");
        }
    }
    folder
}

fn folder(room: &tempfile::TempDir) -> &str {
    room.path().to_str().expect("UTF-8")
}

fn check(room: &tempfile::TempDir, more: &[&str]) -> (i32, Vec<Value>, Value) {
    let ran = run(["check", "--format", "json", folder(room)].iter().chain(more));
    assert_eq!(ran.stderr, "");
    let found = ran.json();
    (ran.status, found["conflicts"].as_array().expect("conflicts").clone(), found["summary"].clone())
}

fn ids(conflicts: &[Value]) -> Vec<&str> {
    conflicts.iter().map(|conflict| conflict["id"].as_str().expect("an id")).collect()
}

fn review(room: &tempfile::TempDir, keys: &str) -> Ran {
    ran(program().args(["review", "--by", "سارة", folder(room)]).write_stdin(keys))
}

/// What only a reviewer can fill is empty before, and says so.
#[test]
fn an_empty_graph_says_what_fills_it() {
    let room = newsroom();
    let claims = |lang: &str| run(["check", "--format", "claimreview", "--lang", lang, folder(&room)]);
    for (lang, says) in [("en", "note: the graph is empty"), ("ar", "ملاحظة: المخطط فارغ")] {
        let before = claims(lang);
        assert_eq!(before.json()["@graph"], json!([]));
        assert!(before.stderr.starts_with(says) && before.stderr.contains("`tadqiq review`"), "{}", before.stderr);
    }
    review(&room, "c1q");
    assert_eq!(claims("en").stderr, "");
}

#[test]
fn keys_from_a_pipe_settle_conflicts() {
    let room = newsroom();
    let (status, before, _) = check(&room, &[]);
    assert!(status == 1 && before.len() > 2, "{before:?}");
    let reviewed = review(&room, "c1d2q");
    assert_eq!((reviewed.status, reviewed.stderr.as_str()), (0, ""));
    assert!(reviewed.stdout.contains("right: A"), "{}", reviewed.stdout);

    let (status, after, summary) = check(&room, &[]);
    assert_eq!((status, &summary["confirmed"], &summary["dismissed"]), (1, &json!(1), &json!(1)));
    assert_eq!(after.len(), before.len() - 1);
    assert!(!ids(&after).contains(&ids(&before)[1]));
    let confirmed = after.iter().find(|conflict| conflict["id"] == before[0]["id"]).expect("it is confirmed, not gone");
    for (name, value) in [("decision", "confirmed"), ("by", "سارة")] {
        assert_eq!(confirmed["decision"][name], value);
    }
    assert_eq!(confirmed["decision"]["right"], 0);
    let (_, all, _) = check(&room, &["--all"]);
    assert_eq!(ids(&all), ids(&before));
    assert_eq!(all[1]["decision"]["reason"], "rounding");

    let listed = run(["review", "--list", "--format", "json", folder(&room)]).json();
    let mut said: Vec<(&Value, &Value)> =
        listed["decisions"].as_array().expect("decisions").iter().map(|d| (&d["id"], &d["decision"])).collect();
    said.sort_by_key(|(_, decision)| decision.as_str());
    assert_eq!(said, [(&before[0]["id"], &json!("confirmed")), (&before[1]["id"], &json!("dismissed"))]);
    let table = run(["review", "--list", folder(&room)]).stdout;
    assert!(table.contains("سارة") && table.contains("rounding"), "{table}");

    let rest = review(&room, "");
    assert!(rest.stdout.contains(ids(&before)[2]) && !rest.stdout.contains(ids(&before)[0]), "only what is undecided");
}

#[test]
fn a_newsroom_begins_with_a_clean_slate() {
    let room = newsroom();
    let (_, before, _) = check(&room, &[]);
    assert_eq!(review(&room, "c1q").status, 0);
    let (status, left, summary) = check(&room, &["--baseline", "--by", "سارة"]);
    assert_eq!((status, ids(&left)), (1, vec![ids(&before)[0]]), "what was confirmed is not yet put right");
    assert_eq!(summary["dismissed"], before.len() - 1);
    let (_, all, _) = check(&room, &["--all"]);
    assert_eq!(all[1]["decision"]["reason"], "baseline");

    let undo = ran(program().args(["review", "--again", folder(&room)]).write_stdin("ud1"));
    assert_eq!(undo.status, 0, "{}", undo.stdout);
    assert_eq!(ran(program().args(["review", folder(&room)]).write_stdin("d3")).status, 0);
    assert_eq!(check(&room, &["--fail-on", "note"]).0, 0, "all is accepted");

    let article = room.path().join("bid/mina.txt");
    let text = fs::read_to_string(&article).expect("the article");
    fs::write(&article, text.replace("٩٧٤", "٩٧٤٠")).expect("written");
    let (status, new, _) = check(&room, &[]);
    assert_eq!((status, new.len()), (1, 1), "a decision lapses when the figure changes: {new:?}");
    assert!(!ids(&all).contains(&ids(&new)[0]));
}

/// Without publishers sources are called by their paths, and those by where one stands.
#[test]
fn decisions_hold_wherever_the_program_is_run() {
    let room = tempfile::tempdir().expect("a folder");
    for name in ["waha.txt", "mina.txt"] {
        put(room.path(), &format!("bid/{name}"), fs::read(format!("tests/stories/bid/{name}")).expect("the sample"));
    }
    let check = |at: &str, arguments: &[&str]| {
        let ran = ran(program().current_dir(room.path().join(at)).args(["check", "--story", "all"]).args(arguments));
        (ran.status, ran.stdout)
    };
    assert_eq!(check("", &["--baseline", "bid"]).0, 0);
    // A further source rounds: the sides state more than was decided.
    let text = fs::read_to_string("tests/stories/bid/waha.txt").expect("the sample");
    let bid = room.path().join("bid");
    let rounded = put(&bid, "third.txt", text.replace("97.4", "97"));
    let files = ["waha.txt", "mina.txt", "third.txt"];
    for (at, arguments) in
        [("", &["bid"] as &[&str]), ("bid", &["."]), ("bid", &files), ("", &[bid.to_str().expect("UTF-8")])]
    {
        let (status, told) = check(at, arguments);
        assert_eq!(status, 0, "{at} {arguments:?}: {told}");
    }
    fs::write(rounded, text.replace("97.4", "9.74")).expect("written");
    assert_eq!(check("", &["bid"]).0, 1, "another value is not covered");
}

#[test]
fn decisions_survive_edits_elsewhere_and_other_names() {
    let room = newsroom();
    let (_, before, _) = check(&room, &[]);
    assert_eq!(review(&room, &"c1".repeat(before.len())).status, 0);
    let right = |conflicts: &[Value]| -> BTreeSet<(String, String)> {
        let of_conflict = |conflict: &Value| -> Vec<(String, String)> {
            let right = &conflict["decision"]["right"];
            let figures = conflict["figures"].as_array().expect("figures").iter();
            let right = figures.filter(|figure| figure["side"] == *right);
            right.map(|figure| (conflict["id"].to_string(), figure["value"].to_string())).collect()
        };
        conflicts.iter().flat_map(of_conflict).collect()
    };
    let (_, decided, _) = check(&room, &[]);
    let decided = right(&decided);

    // Other names put the documents into another order, and so the sides.
    for story in ["bid", "plan", "wheat"] {
        let folder = room.path().join(story);
        let sources = fs::read_to_string(folder.join("sources.toml")).expect("the sources");
        let renamed = [("marsad.txt", "z.txt"), ("mina.txt", "a.txt"), ("waha.txt", "m.txt")];
        fs::write(folder.join("sources.toml"), renamed.iter().fold(sources, |text, (old, new)| text.replace(old, new)))
            .expect("written");
        for (old, new) in renamed {
            let text = fs::read_to_string(folder.join(old)).expect("an article");
            fs::write(folder.join(new), text + "\nأعدّ المادة قسم الأخبار ودققها المحرر.\n").expect("written");
            fs::remove_file(folder.join(old)).expect("removed");
        }
    }
    let (_, after, summary) = check(&room, &[]);
    assert_eq!(summary["confirmed"], before.len());
    assert_eq!(right(&after), decided);
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_left_alone() {
    let room = newsroom();
    let file = room.path().join("tadqiq.decisions.toml");
    for (text, told) in [
        ("version = 1\n\n[conflict.a]\ndecision = \"maybe\"\n", "tadqiq.decisions.toml: line 4: "),
        ("version = 2\nfuture = true\n", "written by a newer tadqiq"),
        ("version = 1\n<<<<<<< ours\n", "tadqiq.decisions.toml: line 2: "),
    ] {
        fs::write(&file, text).expect("written");
        for arguments in [&["check"] as &[&str], &["check", "--baseline"], &["review"], &["review", "--list"]] {
            let ran = run(arguments.iter().copied().chain([folder(&room)]));
            assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{arguments:?}");
            assert!(ran.stderr.contains(told), "{arguments:?}: {}", ran.stderr);
            assert_eq!(fs::read_to_string(&file).expect("it is there"), text);
        }
    }
    let elsewhere = room.path().join("decided.toml");
    let ran = run(["check", "--baseline", folder(&room), "--decisions", elsewhere.to_str().expect("UTF-8")]);
    assert_eq!((ran.status, elsewhere.exists()), (0, true));
}

/// A slip in the name of the file would otherwise bring back all that was dismissed without a word.
#[test]
fn a_decisions_file_that_is_not_there_is_told() {
    let room = newsroom();
    let missing = room.path().join("decisons.toml").display().to_string();
    for (arguments, told) in [
        (&["check", folder(&room), "--decisions", &missing] as &[&str], true),
        (&["review", "--list", folder(&room), "--decisions", &missing], true),
        (&["check", folder(&room)], false),
        (&["review", "--list", folder(&room)], false),
        (&["review", folder(&room), "--decisions", &missing], false),
        (&["check", "--baseline", folder(&room), "--decisions", &missing], false),
        (&["check", folder(&room), "--decisions", &missing], false),
    ] {
        let ran = run(arguments);
        let says = format!("warning: {missing}: no such file; no decision is in force\n");
        assert_eq!(ran.stderr, if told { says } else { String::new() }, "{arguments:?}");
        assert!(ran.status < 2, "{arguments:?}");
    }
}

#[test]
fn a_page_settles_conflicts_too() {
    let room = newsroom();
    let (_, before, _) = check(&room, &[]);
    let mut server = Command::new(env!("CARGO_BIN_EXE_tadqiq"))
        .args(["review", "--serve", "--by", "سارة", folder(&room)])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the server starts");
    let mut link = String::new();
    BufReader::new(server.stdout.take().expect("a pipe")).read_line(&mut link).expect("the link");
    let (host, query) = link.trim().strip_prefix("http://").and_then(|link| link.split_once('/')).expect("a link");
    let ask = |head: &str, body: &str| {
        let mut stream = TcpStream::connect(host).expect("it listens");
        let length = body.len();
        let request = format!("{head}\r\nHost: {host}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}");
        stream.write_all(request.as_bytes()).expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer in UTF-8");
        answer
    };
    let page = ask(&format!("GET /{query} HTTP/1.1"), "");
    assert!(page.starts_with("HTTP/1.1 200 OK") && ids(&before).iter().all(|id| page.contains(id)));
    assert!(ask("GET / HTTP/1.1", "").starts_with("HTTP/1.1 403"));
    let decided = json!({"id": before[0]["id"], "decision": "dismissed", "reason": "rounding"}).to_string();
    let post = format!("POST /decisions{query} HTTP/1.1\r\nContent-Type: application/json");
    let answer = ask(&post, &decided);
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    server.kill().expect("it is killed");
    server.wait().expect("it ends");
    assert_eq!(check(&room, &[]).2["dismissed"], 1);
}

#[test]
fn keys_and_documents_do_not_share_standard_input() {
    let ran = run(["review", "-"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("give the documents as files"), "{}", ran.stderr);
}

#[test]
fn the_number_of_threads_can_be_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let decisions = folder.path().join("decisions.toml").display().to_string();
    for threads in ["1", "3"] {
        let arguments = ["review", "--threads", threads, "--decisions", &decisions, "tests/stories"];
        let ran = run_with(&arguments, b"q");
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{threads}");
        assert!(ran.stdout.contains("[1/4]"), "{}", ran.stdout);
    }
}

#[test]
fn decisions_stand_when_others_tell_the_same() {
    let room = newsroom();
    let (_, before, _) = check(&room, &[]);
    assert_eq!(review(&room, &"d2".repeat(before.len())).status, 0);
    let bid =
        "قدّم تحالف يقوده إيلون ماسك عرضا بنحو 97 مليار دولار لشراء أصول شركة «أوبن إيه آي» من المؤسسة غير الربحية.";
    fs::write(room.path().join("bid").join("radio.txt"), format!("ماسك يريد شراء «أوبن إيه آي»\n\n{bid}\n"))
        .expect("written");
    let (status, left, summary) = check(&room, &[]);
    assert_eq!((status, left.len()), (0, 0), "{left:?}");
    assert_eq!(summary["dismissed"], before.len());
    let (_, all, _) = check(&room, &["--all"]);
    assert_eq!(ids(&all), ids(&before));
    let tellers =
        |conflicts: &[Value]| conflicts.iter().map(|one| one["figures"].as_array().map_or(0, Vec::len)).sum::<usize>();
    assert!(tellers(&all) > tellers(&before));
}
