//! The page for people: one file that needs no network, in Arabic and English.
//! Here: what the page is made of. Its looks are `templates/page.{html,css,js}`; `view.rs` says what it shows of
//! conflicts, `text.rs` of documents, `scale.rs` where values stand on a line.
//! Not here: who serves it and takes the answers of its buttons (`review/serve/`).

#[cfg(test)]
pub(crate) mod browser;
mod filter;
#[cfg(test)]
mod pictures;
mod review;
mod scale;
#[cfg(test)]
mod tests;
mod text;
mod view;
mod words;

use super::{Findings, Lang, Options};
use askama::Template;
use data_encoding::BASE64;
use filter::Filters;
use review::Controls;
use sha2::{Digest, Sha256};
use std::borrow::Borrow;
use std::io::{self, Write};
use text::DocumentView;
use view::StoryView;
use words::Both;

const STYLE: &str = include_str!("templates/page.css");
const SCRIPT: &str = include_str!("templates/page.js");

/// The page; the template's names are these fields.
#[derive(Template)]
#[template(path = "page.html", config = "src/report/html/askama.toml")]
struct Page {
    lang: &'static str,
    dir: &'static str,
    policy: String,
    style: &'static str,
    script: &'static str,
    version: &'static str,
    summary: Both,
    conflicts: usize,
    filters: Filters,
    stories: Vec<StoryView>,
    documents: Vec<DocumentView>,
    left_out: usize,
    /// Where the page is served for review.
    controls: Option<Controls>,
}

impl Page {
    fn new(findings: &Findings, options: &Options, controls: Option<Controls>) -> Page {
        let folder = view::common_folder(findings);
        let (documents, left_out) = text::documents(findings, folder);
        Page {
            lang: options.lang.code(),
            dir: match options.lang {
                Lang::Ar => "rtl",
                Lang::En => "ltr",
            },
            policy: policy(controls.as_ref()),
            style: STYLE,
            script: SCRIPT,
            version: env!("CARGO_PKG_VERSION"),
            summary: Both::with(|lang| super::words::summary_text(findings, lang)),
            conflicts: findings.shown().len(),
            filters: Filters::of(findings, folder),
            stories: view::stories(findings, folder),
            documents,
            left_out,
            controls,
        }
    }

    /// The interface's message of this name.
    fn text(&self, name: &str) -> Both {
        Both::of(name)
    }

    /// The interface's message of this name, filled with one argument.
    fn filled(&self, name: &str, argument: &str, text: impl AsRef<str>) -> Both {
        Both::filled(name, &[(argument, text.as_ref().into())])
    }

    /// The words in the page's first language, for where an element cannot hold both.
    fn first(&self, words: impl Borrow<Both>) -> String {
        let words = words.borrow();
        if self.dir == "rtl" { words.ar.clone() } else { words.en.clone() }
    }
}

/// Nothing is loaded, and no script runs but the page's own: a second lock behind the escaping.
fn policy(controls: Option<&Controls>) -> String {
    let digests = |texts: &[&str]| {
        let digest = |text: &&str| format!(" 'sha256-{}'", BASE64.encode(&Sha256::digest(text.as_bytes())));
        texts.iter().map(digest).collect::<String>()
    };
    let closed = "default-src 'none'; base-uri 'none'; form-action 'none'";
    match controls {
        None => format!("{closed}; style-src{}; script-src{}", digests(&[STYLE]), digests(&[SCRIPT])),
        Some(controls) => format!(
            "{closed}; connect-src 'self'; style-src{}; script-src{}",
            digests(&[STYLE, controls.style]),
            digests(&[SCRIPT, controls.script])
        ),
    }
}

/// Draws the page.
pub(super) fn conflicts(findings: &Findings, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    draw(&Page::new(findings, options, None), out)
}

/// Draws the page with the controls of a review; only its server can answer them.
pub fn review(findings: &Findings, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    draw(&Page::new(findings, options, Some(Controls::new())), out)
}

fn draw(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    let mut adapter = Utf8(out, None);
    match page.render_into(&mut adapter) {
        Ok(()) => Ok(()),
        Err(error) => Err(adapter.1.unwrap_or_else(|| io::Error::other(error))),
    }
}

/// Takes text for a stream of bytes, and keeps the stream's error.
struct Utf8<'a>(&'a mut dyn Write, Option<io::Error>);

impl std::fmt::Write for Utf8<'_> {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.0.write_all(text.as_bytes()).map_err(|error| {
            self.1 = Some(error);
            std::fmt::Error
        })
    }
}
