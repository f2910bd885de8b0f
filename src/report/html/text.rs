//! The documents as the page shows them: whole texts with every figure marked.

use super::filter::kind_value;
use super::view::{anchor, dir, lang, said, title};
use super::words::{Both, short};
use crate::align::Extracted;
use crate::figure::Span;
use crate::report::Findings;
use crate::report::words::kind_text;
use crate::text::bidi::tame;
use rustc_hash::FxHashSet;

/// Most bytes of documents without conflicts that the page carries.
const MOST_TEXT: usize = 1 << 20;

pub(super) struct DocumentView {
    pub(super) anchor: String,
    pub(super) title: String,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<String>,
    pub(super) source: String,
    pub(super) url: Option<String>,
    pub(super) lang: Option<String>,
    pub(super) figures: Both,
    /// The conflicts that it is part of: fingerprint and message.
    pub(super) conflicts: Vec<(String, Both)>,
    pub(super) paragraphs: Vec<Paragraph>,
}

/// A line of a document.
pub(super) struct Paragraph {
    pub(super) dir: &'static str,
    pub(super) pieces: Vec<Piece>,
}

/// A stretch of a document: plain text, or a figure.
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) mark: Option<Mark>,
}

pub(super) struct Mark {
    pub(super) anchor: String,
    pub(super) kind: &'static str,
    pub(super) kind_name: Both,
    pub(super) value: Both,
    /// Part of a conflict.
    pub(super) conflict: bool,
}

/// A figure of a conflict: where it stands, and the number of the conflict among those shown.
type Accused = (usize, Span, usize);

/// The documents with their figures marked, and how many are left out because the page would grow too large.
/// Those with conflicts are all there, and first, in the order of their heaviest; then what else their stories
/// tell, and the other stories where all of it is little.
pub(super) fn documents(findings: &Findings, folder: &str) -> (Vec<DocumentView>, usize) {
    let mut accused: Vec<Accused> = Vec::new();
    for (number, conflict) in findings.shown().iter().enumerate() {
        accused.extend(conflict.sides.iter().map(|side| (side.document, side.figure.span, number)));
        let also = conflict.sides.iter().flat_map(|side| &side.also);
        accused.extend(also.map(|reprint| (reprint.document, reprint.span, number)));
    }
    let mut order: Vec<usize> = accused.iter().map(|(document, ..)| *document).collect();
    let mut seen = FxHashSet::default();
    order.retain(|document| seen.insert(*document));
    accused.sort_unstable();
    let shown = order.len();
    let told = findings.alignment.stories.iter().filter(|story| story.iter().any(|document| seen.contains(document)));
    let told: Vec<usize> = told.flatten().copied().collect();
    let size = |document: usize| findings.documents.get(document).map_or(0, |it| it.document.text.len());
    let little = (0..findings.documents.len()).map(size).sum::<usize>() <= MOST_TEXT;
    let others = if little { 0..findings.documents.len() } else { 0..0 };
    order.extend(told.into_iter().chain(others).filter(|document| seen.insert(*document)));
    let mut room = MOST_TEXT;
    let mut fits = |at: usize, document: usize| match room.checked_sub(size(document)) {
        _ if at < shown => true,
        Some(rest) => {
            room = rest;
            true
        }
        None => false,
    };
    let order = order.into_iter().enumerate().filter(|(at, document)| fits(*at, *document));
    let view = |(_, document): (usize, usize)| {
        let first = accused.partition_point(|(other, ..)| *other < document);
        let accused = &accused[first..accused.partition_point(|(other, ..)| *other <= document)];
        Some(document_view(document, findings.documents.get(document)?, findings, accused, folder))
    };
    let views: Vec<DocumentView> = order.filter_map(view).collect();
    let left_out = findings.documents.len() - views.len();
    (views, left_out)
}

fn document_view(
    index: usize,
    extracted: &Extracted,
    findings: &Findings,
    accused: &[Accused],
    folder: &str,
) -> DocumentView {
    let document = &extracted.document;
    let mut numbers: Vec<usize> = accused.iter().map(|(.., number)| *number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    DocumentView {
        anchor: format!("d{index}"),
        title: title(document),
        publisher: document.publisher.as_deref().map(tame),
        published: document.published.map(|day| day.to_string()),
        source: short(&document.id, folder),
        // No other scheme may run when it is clicked.
        url: document.url.as_ref().filter(|url| url.starts_with("https://") || url.starts_with("http://")).cloned(),
        lang: lang(Some(document), &document.text),
        figures: Both::counted("summary-figures", extracted.figures.len()),
        conflicts: numbers
            .iter()
            .filter_map(|number| findings.shown().get(*number))
            .map(|conflict| (conflict.id.clone(), said(conflict)))
            .collect(),
        paragraphs: paragraphs(index, extracted, accused),
    }
}

/// The document's lines as pieces; a figure that runs over a line's end is one piece of the first.
fn paragraphs(index: usize, extracted: &Extracted, accused: &[Accused]) -> Vec<Paragraph> {
    let text = extracted.document.text.as_str();
    let mut paragraphs = vec![Vec::new()];
    let mut at = 0;
    for figure in &extracted.figures {
        let span = figure.span;
        let (Some(before), Some(written)) = (text.get(at..span.start), text.get(span.start..span.end)) else {
            continue;
        };
        add_plain(&mut paragraphs, before);
        let mark = Mark {
            anchor: anchor(index, span),
            kind: kind_value(figure.kind()),
            kind_name: Both::with(|lang| kind_text(figure.kind(), lang)),
            value: Both::value(figure),
            conflict: accused.iter().any(|(_, other, _)| *other == span),
        };
        add(&mut paragraphs, Piece { text: tame(written), mark: Some(mark) });
        at = span.end;
    }
    add_plain(&mut paragraphs, text.get(at..).unwrap_or_default());
    paragraphs.retain(|pieces| !pieces.is_empty());
    let paragraph = |pieces: Vec<Piece>| {
        let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        Paragraph { dir: dir(&text), pieces }
    };
    paragraphs.into_iter().map(paragraph).collect()
}

fn add_plain(paragraphs: &mut Vec<Vec<Piece>>, text: &str) {
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            paragraphs.push(Vec::new());
        }
        let line = tame(line);
        // A blank between two figures is text, a blank line is none.
        let begun = paragraphs.last().is_some_and(|pieces| !pieces.is_empty());
        if !line.trim().is_empty() || (begun && !line.is_empty()) {
            add(paragraphs, Piece { text: line, mark: None });
        }
    }
}

fn add(paragraphs: &mut [Vec<Piece>], piece: Piece) {
    if let Some(last) = paragraphs.last_mut() {
        last.push(piece);
    }
}
