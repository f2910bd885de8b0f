//! The server as a browser, another page, and two tabs see it. Where the system has no Chromium, the tests of the
//! page say that they were skipped.

use super::*;
use crate::align::Alignment;
use crate::decisions::fixture::conflict;
use crate::decisions::{Verdict, Why};
use crate::report::html::browser::Browser;
use crate::report::{Findings, Options, review_page};
use crate::rules::Checks;
use serde_json::{Value, json};
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::thread;

/// A running server over two conflicts, and what a browser knows of it.
struct Running {
    _folder: tempfile::TempDir,
    file: DecisionsFile,
    port: u16,
    token: String,
}

fn two() -> Vec<Conflict> {
    ["a", "b"].map(|id| conflict(id, "97", "974")).to_vec()
}

impl Running {
    fn start() -> Running {
        Running::with(Box::new(|decisions| format!("<p>{} decided", decisions.len())))
    }

    fn with(page: Box<dyn Fn(&Decisions) -> String + Send + Sync>) -> Running {
        let folder = tempfile::tempdir().unwrap();
        let file = DecisionsFile::at(folder.path().join(DecisionsFile::NAME));
        let server = Server::bind(0).unwrap();
        let (port, token) = (server.port, server.token.clone());
        assert_eq!(server.link(), format!("http://127.0.0.1:{port}/?token={token}"));
        let served = Served {
            file: file.clone(),
            conflicts: two(),
            by: Some("سارة".to_string()),
            now: || Timestamp::UNIX_EPOCH,
            page,
        };
        // The thread ends with the tests.
        thread::spawn(move || server.run(served));
        Running { _folder: folder, file, port, token }
    }

    /// Sends a request as it is and gives the status and the body.
    fn send(&self, head: &[String], body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let length = format!("Content-Length: {}", body.len());
        let head = head.iter().chain([&length]).fold(String::new(), |head, line| head + line + "\r\n");
        // A server that refuses a long body may close before it has read all of it.
        let _ = stream.write_all(format!("{head}Connection: close\r\n\r\n{body}").as_bytes());
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8(answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        let status = head.split_whitespace().nth(1).and_then(|status| status.parse().ok());
        (status.unwrap_or(0), body.to_string())
    }

    fn decide(&self, answer: &Value) -> (u16, Value) {
        let head = [
            "POST /decisions HTTP/1.1".to_string(),
            format!("Host: 127.0.0.1:{}", self.port),
            format!("Origin: http://127.0.0.1:{}", self.port),
            format!("X-Tadqiq-Token: {}", self.token),
            "Content-Type: application/json".to_string(),
        ];
        let (status, body) = self.send(&head, &answer.to_string());
        (status, serde_json::from_str(&body).unwrap_or(Value::String(body)))
    }

    fn get(&self, path: &str, host: &str, more: &str) -> (u16, String) {
        let mut head = vec![format!("GET {path} HTTP/1.1"), format!("Host: {host}")];
        head.extend(more.lines().map(str::to_string));
        self.send(&head, "")
    }
}

#[test]
fn only_the_page_of_the_link_is_answered() {
    let running = Running::start();
    let Running { port, token, .. } = &running;
    let (page, here) = (format!("/?token={token}"), format!("127.0.0.1:{port}"));
    let wrong = format!("/?token={}", token.replace(|c| c != '0', "0"));
    for (path, host, more, status) in [
        (&*page, &*here, "", 200),
        (&page, &format!("localhost:{port}"), "", 200),
        ("/", &here, &format!("X-Tadqiq-Token: {token}"), 200),
        (&page, &here, &format!("Origin: http://127.0.0.1:{port}"), 200),
        ("/", &here, "", 403),
        ("/?token=", &here, "", 403),
        (&wrong, &here, "", 403),
        (&format!("{page}0"), &here, "", 403),
        (&page, "127.0.0.1", "", 403),
        (&page, &format!("evil.example:{port}"), "", 403),
        (&page, "127.0.0.1:1", "", 403),
        (&page, &here, "Host: evil.example", 403),
        (&page, &here, "Origin: http://evil.example", 403),
        (&page, &here, "Origin: null", 403),
        (&page, &here, &format!("Origin: https://127.0.0.1:{port}"), 403),
        (&format!("http://evil.example{page}"), &here, "", 403),
        (&page.replace("/?", "/other?"), &here, "", 404),
        ("/other", &here, "", 403),
    ] {
        assert_eq!(running.get(path, host, more).0, status, "{path} {host} {more}");
    }
    assert_eq!(running.get(&page, &here, "").1, "<p>0 decided");
}

#[test]
fn decisions_are_kept_in_the_same_file() {
    let running = Running::start();
    let (status, stand) = running.decide(&json!({"id": "a", "decision": "confirmed", "right": 1}));
    assert_eq!((status, &stand["text"]["en"]), (200, &json!("confirmed by a reviewer · right: B")), "{stand}");
    let decisions = running.file.read().unwrap();
    let decision = decisions.get("a").unwrap();
    assert_eq!(decision.verdict, Verdict::Confirmed { right: Some(1) });
    assert_eq!(decision.by.as_deref(), Some("سارة"));
    let (_, page) =
        running.get(&format!("/decisions?token={}", running.token), &format!("127.0.0.1:{}", running.port), "");
    let page: Value = serde_json::from_str(&page).unwrap();
    assert_eq!(page, json!([stand, {"id": "b", "decision": null}]));
    let undo = json!({"id": "a", "seen": stand["mark"], "decision": null});
    assert_eq!(running.decide(&undo).0, 200);
    assert!(running.file.read().unwrap().is_empty());
}

#[test]
fn two_tabs_do_not_lose_each_others_work() {
    let running = Running::start();
    let dismiss = |id: &str| json!({"id": id, "decision": "dismissed", "reason": "rounding"});
    assert_eq!(running.decide(&dismiss("a")).0, 200);
    assert_eq!(running.decide(&dismiss("b")).0, 200, "another conflict is no matter");
    let (status, theirs) = running.decide(&json!({"id": "a", "decision": "confirmed"}));
    assert_eq!((status, &theirs["decision"]), (409, &json!("dismissed")));
    let knowing = json!({"id": "a", "seen": theirs["mark"], "decision": "confirmed"});
    assert_eq!(running.decide(&knowing).0, 200);
    assert_eq!(running.decide(&knowing).0, 409);
    assert_eq!(running.file.read().unwrap().len(), 2);
}

#[test]
fn what_is_no_answer_is_refused() {
    let running = Running::start();
    for (answer, status) in [
        (json!({"id": "x", "decision": "confirmed"}), 422),
        (json!({"id": "a", "decision": "confirmed", "right": 2}), 422),
        (json!({"id": "a", "decision": "confirmed", "reason": "other"}), 422),
        (json!({"id": "a", "decision": "dismissed"}), 422),
        (json!({"id": "a", "decision": "dismissed", "reason": "mood"}), 400),
        (json!({"id": "a", "decision": "confirmed", "colour": 1}), 400),
        (json!("a"), 400),
        (json!({"id": "a", "decision": "confirmed", "note": "ن".repeat(LIMIT)}), 413),
    ] {
        assert_eq!(running.decide(&answer).0, status, "{answer:.60}");
    }
    let head = [
        format!("POST /decisions?token={} HTTP/1.1", running.token),
        format!("Host: 127.0.0.1:{}", running.port),
        "Content-Type: text/plain".to_string(),
    ];
    assert_eq!(running.send(&head, r#"{"id": "a", "decision": "confirmed"}"#).0, 415);
    assert!(running.file.read().unwrap().is_empty());
    std::fs::write(running.file.path(), "version = 7").unwrap();
    let (status, why) = running.decide(&json!({"id": "a", "decision": "confirmed"}));
    assert_eq!(status, 500);
    assert!(why["en"].as_str().unwrap().contains("newer tadqiq"), "{why}");
    assert!(why["ar"].as_str().unwrap().contains("إصدار أحدث"), "{why}");
}

/// A browser at the page of the link, when the page is ready to answer.
fn tab(running: &Running) -> Option<Browser> {
    let mut browser = Browser::start()?;
    browser.visit(&format!("http://127.0.0.1:{}/?token={}", running.port, running.token));
    browser.wait("document.documentElement.dataset.ready === 'yes'");
    Some(browser)
}

fn click(browser: &mut Browser, conflict: &str, button: &str) {
    browser.eval(&format!("document.querySelector('#c-{conflict} .decide [{button}]').click()"));
    browser.wait(&format!("!document.querySelector('#c-{conflict} .decide [{button}]').disabled"));
}

fn said(browser: &mut Browser, conflict: &str, class: &str) -> String {
    let words = format!("document.querySelector('#c-{conflict} .decide .{class}')");
    let shown = browser.eval(&format!("{words}.hidden ? '' : {words}.querySelector('[lang=en]').textContent"));
    shown.as_str().unwrap_or_default().to_string()
}

#[test]
fn the_page_decides_in_a_browser_and_two_tabs_lose_nothing() {
    let running = Running::with(Box::new(|decisions| {
        let (conflicts, alignment, checks) = (two(), Alignment::default(), Checks::default());
        let findings = Findings {
            documents: &[],
            alignment: &alignment,
            conflicts: &conflicts,
            limit: None,
            left_out: 0,
            decisions,
            checks: &checks,
        };
        let mut page = Vec::new();
        review_page(&findings, &Options::default(), &mut page).unwrap();
        String::from_utf8(page).unwrap()
    }));
    let Some(mut one) = tab(&running) else { return };
    let mut two = tab(&running).expect("the browser was there");
    let verdict = |id: &str| running.file.read().unwrap().get(id).map(|decision| decision.verdict);

    click(&mut one, "a", "data-right=\"1\"");
    assert_eq!(verdict("a"), Some(Verdict::Confirmed { right: Some(1) }));
    assert!(said(&mut one, "a", "stand").starts_with("confirmed by a reviewer · right: B — سارة · \u{2066}1970-01-01"));
    assert_eq!(one.eval("document.querySelector('#left [lang=en]').textContent"), "Undecided: 1 of 2");

    click(&mut two, "a", "data-reason=rounding");
    assert_eq!(verdict("a"), Some(Verdict::Confirmed { right: Some(1) }), "the second tab had not seen it");
    assert!(said(&mut two, "a", "trouble").starts_with("Someone else decided this meanwhile"));
    assert!(said(&mut two, "a", "stand").starts_with("confirmed"));
    click(&mut two, "b", "data-reason=both_right_at_their_time");
    click(&mut two, "a", "data-reason=rounding");
    assert_eq!(said(&mut two, "a", "trouble"), "");
    assert_eq!(verdict("a"), Some(Verdict::Dismissed { reason: Why::Rounding }));
    assert_eq!(verdict("b"), Some(Verdict::Dismissed { reason: Why::BothRightAtTheirTime }));

    one.eval("window.dispatchEvent(new Event('focus'))");
    one.wait("document.querySelectorAll('.conflict.dismissed').length === 2");
    click(&mut one, "b", "data-undo");
    assert_eq!(verdict("b"), None);
    one.eval("document.querySelector('#c-b [data-note]').value = ' سبب </script> '");
    click(&mut one, "b", "data-reason=other");
    let decisions = running.file.read().unwrap();
    assert_eq!(decisions.get("b").and_then(|decision| decision.note.as_deref()), Some("سبب </script>"));
    one.eval("(() => { const f = document.querySelector('#filter-decision'); f.value = 'open'; f.dispatchEvent(new Event('input', {bubbles: true})); })()");
    assert_eq!(one.eval("document.querySelectorAll('.conflict:not([hidden])').length"), 0);
    std::fs::write(running.file.path(), "version = 9").unwrap();
    click(&mut one, "a", "data-undo");
    assert!(said(&mut one, "a", "trouble").contains("newer tadqiq"));
    assert_eq!(said(&mut two, "b", "trouble"), "");
    let odd = |browser: &Browser| browser.complaints.iter().filter(|said| !said.contains("status of")).count();
    assert_eq!((odd(&one), odd(&two)), (0, 0), "{:?} {:?}", one.complaints, two.complaints);
}
