//! The review in a browser: a server for one reader on this machine, over the same decisions file.
//!
//! It listens on 127.0.0.1 alone. Every request must carry the token of the link, must ask for this host (a
//! page elsewhere may have its name point here), and must not come from another page.
//! Not here: the page (`report/`), and what an answer means (`answer.rs`).

use super::answer::{Answer, Refusal, Stand, answer, stands};
use super::decisions::Decisions;
use super::file::{DecisionsFile, FileError};
use crate::rules::Conflict;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Query, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::Timestamp;
use serde::Deserialize;
use std::fmt::Write as _;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;

/// Bytes of a request's body that are read; a decision with a long note is far smaller.
const LIMIT: usize = 64 * 1024;

/// The header that carries the token, where the link does not.
const TOKEN: HeaderName = HeaderName::from_static("x-tadqiq-token");

/// What is reviewed.
pub struct Served {
    /// Where decisions are kept.
    pub file: DecisionsFile,
    /// The conflicts of the page.
    pub conflicts: Vec<Conflict>,
    /// Who decides.
    pub by: Option<String>,
    /// The clock.
    pub now: fn() -> Timestamp,
    /// Draws the page.
    pub page: Box<dyn Fn(&Decisions) -> String + Send + Sync>,
}

/// A server that listens already.
pub struct Server {
    listener: TcpListener,
    port: u16,
    token: String,
}

impl Server {
    /// Listens on 127.0.0.1 at this port, or at any that is free if it is 0.
    pub fn bind(port: u16) -> io::Result<Server> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        Ok(Server { listener, port, token: token()? })
    }

    /// The link to the page; who has it may read the articles and decide.
    pub fn link(&self) -> String {
        format!("http://127.0.0.1:{}/?token={}", self.port, self.token)
    }

    /// Serves until the program ends.
    pub fn run(self, served: Served) -> io::Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            let gate = Arc::new(Gate { port: self.port, token: self.token });
            axum::serve(listener, router(gate, Arc::new(served))).await
        })
    }
}

/// 128 bits that cannot be guessed, in hexadecimal.
fn token() -> io::Result<String> {
    let mut bytes = [0u8; 16];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}"); // a string is always writable
        text
    }))
}

fn router(gate: Arc<Gate>, served: Arc<Served>) -> Router {
    Router::new()
        .route("/", get(page))
        .route("/decisions", get(decisions))
        .route("/decisions", post(decide))
        .with_state(served)
        .layer(DefaultBodyLimit::max(LIMIT))
        .layer(middleware::from_fn_with_state(gate, pass))
}

/// What a request must show.
struct Gate {
    port: u16,
    token: String,
}

#[derive(Deserialize)]
struct Link {
    token: Option<String>,
}

async fn pass(State(gate): State<Arc<Gate>>, request: Request, next: Next) -> Response {
    let link = Query::<Link>::try_from_uri(request.uri()).ok().and_then(|Query(link)| link.token);
    match gate.refuses(&request, link.as_deref()) {
        Some(why) => guarded((StatusCode::FORBIDDEN, why).into_response()),
        None => guarded(next.run(request).await),
    }
}

impl Gate {
    /// Why the request is refused, if it is.
    fn refuses(&self, request: &Request, link: Option<&str>) -> Option<&'static str> {
        let headers = request.headers();
        let ours = |authority: &str| {
            ["127.0.0.1", "localhost"].iter().any(|name| authority == format!("{name}:{}", self.port))
        };
        let only = |name| {
            let mut values = headers.get_all(name).iter();
            let first = values.next().and_then(|value| value.to_str().ok());
            first.filter(|_| values.next().is_none())
        };
        if !only(header::HOST).is_some_and(ours) || request.uri().authority().is_some_and(|host| !ours(host.as_str())) {
            return Some("another host");
        }
        let same = |origin: &str| origin.strip_prefix("http://").is_some_and(ours);
        if headers.contains_key(header::ORIGIN) && !only(header::ORIGIN).is_some_and(same) {
            return Some("another origin");
        }
        let shown = only(TOKEN).or(link).unwrap_or_default();
        (!equal(shown, &self.token)).then_some("no token")
    }
}

/// Compares without telling by its time how far the two agree.
fn equal(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

/// The headers of every answer: nothing is kept, framed, or told to the sites that the page links to.
fn guarded(mut response: Response) -> Response {
    let headers: &mut HeaderMap = response.headers_mut();
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

async fn page(State(served): State<Arc<Served>>) -> Response {
    let drawn = blocking(move || served.file.read().map(|decisions| (served.page)(&decisions))).await;
    drawn.map_or_else(failed, |page| Html(page).into_response())
}

async fn decisions(State(served): State<Arc<Served>>) -> Response {
    let read = blocking(move || {
        let decisions = served.file.read()?;
        Ok(stands(&served.conflicts, &decisions))
    });
    read.await.map_or_else(failed, |stands: Vec<Stand>| Json(stands).into_response())
}

async fn decide(State(served): State<Arc<Served>>, headers: HeaderMap, body: Bytes) -> Response {
    // A page elsewhere can send a form without asking, but not JSON.
    let json = headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"));
    if !json {
        return (StatusCode::UNSUPPORTED_MEDIA_TYPE, "an answer is JSON").into_response();
    }
    let asked: Answer = match serde_json::from_slice(&body) {
        Ok(asked) => asked,
        Err(error) => return (StatusCode::BAD_REQUEST, error.to_string()).into_response(),
    };
    let kept =
        blocking(move || Ok(answer(asked, &served.conflicts, &served.file, served.by.as_deref(), (served.now)())));
    match kept.await {
        Ok(Ok(stand)) => Json(stand).into_response(),
        Ok(Err(Refusal::Meanwhile(stand))) => (StatusCode::CONFLICT, Json(stand)).into_response(),
        Ok(Err(Refusal::Unclear(why))) => (StatusCode::UNPROCESSABLE_ENTITY, why).into_response(),
        Ok(Err(Refusal::File(error))) => failed(error.to_string()),
        Err(error) => failed(error),
    }
}

fn failed(error: String) -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, error).into_response()
}

/// Runs what waits for the disk or for a lock, so that other requests go on.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, FileError> + Send + 'static,
) -> Result<T, String> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done.map_err(|error| error.to_string()),
        Err(stopped) => Err(stopped.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::conflict;
    use super::super::{Reason, Verdict};
    use super::*;
    use crate::align::Alignment;
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
        assert!(why.as_str().unwrap().contains("newer tadqiq"), "{why}");
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
                left_out: 0,
                decisions,
                checks: &checks,
            };
            let mut page = Vec::new();
            review_page(&findings, &Options::default(), &mut page).unwrap();
            String::from_utf8(page).unwrap()
        }));
        let (Some(mut one), Some(mut two)) = (tab(&running), tab(&running)) else {
            eprintln!("skipped: there is no Chromium on this system");
            return;
        };
        let verdict = |id: &str| running.file.read().unwrap().get(id).map(|decision| decision.verdict);

        click(&mut one, "a", "data-right=\"1\"");
        assert_eq!(verdict("a"), Some(Verdict::Confirmed { right: Some(1) }));
        assert!(
            said(&mut one, "a", "stand").starts_with("confirmed by a reviewer · right: B — سارة · \u{2066}1970-01-01")
        );
        assert_eq!(one.eval("document.querySelector('#left [lang=en]').textContent"), "Undecided: 1 of 2");

        click(&mut two, "a", "data-reason=rounding");
        assert_eq!(verdict("a"), Some(Verdict::Confirmed { right: Some(1) }), "the second tab had not seen it");
        assert!(said(&mut two, "a", "trouble").starts_with("Someone else decided this meanwhile"));
        assert!(said(&mut two, "a", "stand").starts_with("confirmed"));
        click(&mut two, "b", "data-reason=both_right_at_their_time");
        click(&mut two, "a", "data-reason=rounding");
        assert_eq!(said(&mut two, "a", "trouble"), "");
        assert_eq!(verdict("a"), Some(Verdict::Dismissed { reason: Reason::Rounding }));
        assert_eq!(verdict("b"), Some(Verdict::Dismissed { reason: Reason::BothRightAtTheirTime }));

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
}
