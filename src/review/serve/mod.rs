//! The review in a browser: a server for one reader on this machine, over the same decisions file.
//!
//! It listens on 127.0.0.1 alone. Every request must carry the token of the link, must ask for this host (a
//! page elsewhere may have its name point here), and must not come from another page.
//! Not here: the page (`report/`), and what an answer means (`answer.rs`).

use super::answer::{Answer, Refusal, Stand, answer, stands};
use crate::decisions::{Decisions, DecisionsFile, FileError};
use crate::locale::Lang;
use crate::rules::{Conflict, Text};
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
    let failed = |Text { ar, en }| (StatusCode::INTERNAL_SERVER_ERROR, format!("{ar}\n{en}")).into_response();
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
        Ok(Err(Refusal::File(error))) => failed(told(&error)),
        Err(error) => failed(error),
    }
}

/// Says why in both languages of the page, which can be switched.
fn failed(error: Text) -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, Json(error)).into_response()
}

fn told(error: &FileError) -> Text {
    Text { ar: error.text(Lang::Ar), en: error.text(Lang::En) }
}

/// Runs what waits for the disk or for a lock, so that other requests go on.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T, FileError> + Send + 'static) -> Result<T, Text> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done.map_err(|error| told(&error)),
        Err(stopped) => Err(Text { ar: stopped.to_string(), en: stopped.to_string() }),
    }
}

#[cfg(test)]
mod tests;
