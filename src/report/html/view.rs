//! What the page shows of conflicts and documents: plain fields for the template.

use super::filter::{kind, kind_value, severity_value, sources};
use super::scale::{Scale, scale};
use super::words::Both;
use crate::align::Extracted;
use crate::document::Document;
use crate::figure::{Figure, Kind, Span};
use crate::report::Findings;
use crate::report::json::rounded;
use crate::report::words::{decision_text, evidence_name, kind_text, ratio_text, rule_title, severity_text, side_name};
use crate::rules::{Conflict, Evidence, Side};
use crate::text::bidi::{Direction, quoted, tame};

/// Most bytes of documents without conflicts that the page carries.
const MOST_TEXT: usize = 4 << 20;

/// A story with its conflicts, heaviest first.
pub(super) struct StoryView {
    pub(super) title: String,
    pub(super) sources: Both,
    pub(super) count: Both,
    pub(super) conflicts: Vec<ConflictView>,
}

pub(super) struct ConflictView {
    pub(super) id: String,
    pub(super) severity: &'static str,
    pub(super) severity_name: Both,
    pub(super) kind: &'static str,
    pub(super) kind_name: Both,
    pub(super) rule: String,
    pub(super) rule_name: Both,
    /// As the filter names them, a line each.
    pub(super) sources: String,
    pub(super) message: Both,
    pub(super) subject: String,
    pub(super) ratio: Option<Both>,
    pub(super) decision: Option<Both>,
    pub(super) dismissed: bool,
    pub(super) scale: Option<Scale>,
    pub(super) sides: Vec<SideView>,
    pub(super) evidence: Vec<EvidenceView>,
    pub(super) score: Both,
}

pub(super) struct SideView {
    pub(super) number: usize,
    pub(super) letter: Both,
    pub(super) values: Vec<Both>,
    pub(super) suspect: bool,
    pub(super) right: bool,
    pub(super) mentions: Vec<MentionView>,
}

/// A figure where it stands.
pub(super) struct MentionView {
    pub(super) publisher: Option<String>,
    pub(super) source: String,
    pub(super) published: Option<String>,
    /// The figure's place on the page, if its document is there.
    pub(super) anchor: String,
    pub(super) place: Both,
    pub(super) lang: Option<String>,
    pub(super) dir: &'static str,
    pub(super) before: String,
    pub(super) text: String,
    pub(super) after: String,
}

pub(super) struct EvidenceView {
    pub(super) name: Both,
    pub(super) detail: String,
    pub(super) bits: String,
    /// Percent of the heaviest.
    pub(super) weight: String,
    pub(super) against: bool,
}

pub(super) struct DocumentView {
    pub(super) anchor: String,
    pub(super) title: String,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<String>,
    pub(super) source: String,
    pub(super) url: Option<String>,
    pub(super) lang: Option<String>,
    pub(super) figures: Both,
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

/// The stories that have conflicts, in the order of their heaviest.
pub(super) fn stories(findings: &Findings) -> Vec<StoryView> {
    let mut story_of = vec![None; findings.documents.len()];
    for (story, documents) in findings.alignment.stories.iter().enumerate() {
        for document in documents {
            if let Some(slot) = story_of.get_mut(*document) {
                *slot = Some(story);
            }
        }
    }
    let mut views: Vec<StoryView> = Vec::new();
    let mut places = rustc_hash::FxHashMap::default();
    for conflict in findings.conflicts {
        let story = conflict.sides.first().and_then(|side| story_of.get(side.document).copied().flatten());
        let place = *places.entry(story).or_insert_with(|| {
            views.push(story_view(findings, story, conflict));
            views.len() - 1
        });
        if let Some(view) = views.get_mut(place) {
            view.conflicts.push(conflict_view(conflict, findings));
        }
    }
    for view in &mut views {
        view.count = Both::counted("page-conflict-count", view.conflicts.len());
    }
    views
}

fn story_view(findings: &Findings, story: Option<usize>, conflict: &Conflict) -> StoryView {
    let documents = story.and_then(|story| findings.alignment.stories.get(story));
    let first = documents.and_then(|documents| documents.first().copied());
    let first = first.or_else(|| conflict.sides.first().map(|side| side.document));
    let document = first.and_then(|first| findings.documents.get(first));
    StoryView {
        title: document.map(|document| title(&document.document)).unwrap_or_default(),
        sources: Both::counted("page-sources", documents.map_or(1, Vec::len)),
        count: Both::counted("page-conflict-count", 0),
        conflicts: Vec::new(),
    }
}

fn conflict_view(conflict: &Conflict, findings: &Findings) -> ConflictView {
    let kind = kind(conflict).unwrap_or(Kind::Count);
    let decision = findings.decisions.get(&conflict.id);
    let right = decision.and_then(|decision| decision.right_side(conflict));
    ConflictView {
        id: conflict.id.clone(),
        severity: severity_value(conflict.severity),
        severity_name: Both::with(|lang| severity_text(conflict.severity, lang)),
        kind: kind_value(kind),
        kind_name: Both::with(|lang| kind_text(kind, lang)),
        rule: conflict.rule.clone(),
        rule_name: Both::with(|lang| rule_title(findings.checks, &conflict.rule, lang)),
        sources: sources(conflict).join("\n"),
        message: Both { ar: quoted(&tame(&conflict.message.ar)), en: quoted(&tame(&conflict.message.en)) },
        subject: tame(&conflict.subject),
        ratio: ratio_text(conflict, crate::report::Lang::En)
            .map(|_| Both::with(|lang| ratio_text(conflict, lang).unwrap_or_default())),
        decision: decision
            .map(|_| Both::with(|lang| decision_text(conflict, findings.decisions, lang).unwrap_or_default())),
        dismissed: findings.decisions.dismissed(conflict),
        scale: scale(conflict),
        sides: sides(conflict, findings, right),
        evidence: evidence(conflict),
        score: {
            let score = rounded(conflict.score).to_string();
            Both::filled("page-bits", &[("bits", (&score).into())])
        },
    }
}

fn sides(conflict: &Conflict, findings: &Findings, right: Option<usize>) -> Vec<SideView> {
    let mut views: Vec<SideView> = Vec::new();
    for side in &conflict.sides {
        let place = match views.iter().position(|view| view.number == side.side) {
            Some(place) => place,
            None => {
                views.push(SideView {
                    number: side.side,
                    letter: Both::with(|lang| side_name(side.side, lang)),
                    values: Vec::new(),
                    suspect: conflict.suspect == Some(side.side),
                    right: right == Some(side.side),
                    mentions: Vec::new(),
                });
                views.len() - 1
            }
        };
        let value = Both::value(&side.figure.value);
        if let Some(view) = views.get_mut(place) {
            if !view.values.contains(&value) {
                view.values.push(value);
            }
            let document = findings.documents.get(side.document).map(|extracted| &extracted.document);
            view.mentions.push(mention(side, document));
        }
    }
    // One side is not suspect beside another.
    if let [only] = views.as_mut_slice() {
        only.suspect = false;
    }
    views
}

fn mention(side: &Side, document: Option<&Document>) -> MentionView {
    let figure = &side.figure;
    let line = figure.line.to_string();
    let (before, after) = around(figure, &side.sentence);
    MentionView {
        publisher: side.publisher.as_deref().map(tame),
        source: tame(&side.source),
        published: side.published.clone(),
        anchor: anchor(side.document, figure.span),
        lang: lang(document, &side.sentence),
        dir: dir(&side.sentence),
        place: Both::filled("page-in-document", &[("line", (&line).into())]),
        before: tame(before),
        text: tame(&figure.text),
        after: tame(after),
    }
}

/// The language of a text, for screen readers: what its document says, else Arabic where its letters look it.
fn lang(document: Option<&Document>, text: &str) -> Option<String> {
    let stated = document.and_then(|document| document.lang.clone());
    stated.or_else(|| (Direction::of_most(text)? == Direction::Rtl).then(|| "ar".to_string()))
}

/// Which way a text runs; `auto` leaves text without letters to the browser.
fn dir(text: &str) -> &'static str {
    Direction::of_most(text).map_or("auto", Direction::html)
}

/// What stands before and after a figure in its sentence; nothing where it is not there.
fn around<'a>(figure: &Figure, sentence: &'a str) -> (&'a str, &'a str) {
    let start = figure.span.start.checked_sub(figure.sentence.start);
    let parts = start.and_then(|start| {
        let end = start.checked_add(figure.text.len())?;
        let there = sentence.get(start..end)? == figure.text;
        there.then(|| Some((sentence.get(..start)?, sentence.get(end..)?))).flatten()
    });
    parts.unwrap_or_default()
}

fn anchor(document: usize, span: Span) -> String {
    format!("f{document}-{}", span.start)
}

fn evidence(conflict: &Conflict) -> Vec<EvidenceView> {
    let heaviest = conflict.evidence.iter().map(|evidence| evidence.bits.abs()).fold(1.0, f64::max);
    let mut sorted: Vec<&Evidence> = conflict.evidence.iter().collect();
    sorted.sort_by(|a, b| b.bits.total_cmp(&a.bits));
    let view = |evidence: &Evidence| EvidenceView {
        name: Both::with(|lang| evidence_name(evidence, lang)),
        detail: tame(&evidence.detail),
        bits: if rounded(evidence.bits) == 0.0 { String::new() } else { format!("{:+.1}", rounded(evidence.bits)) },
        weight: format!("{:.0}%", 100.0 * evidence.bits.abs() / heaviest),
        against: evidence.bits < 0.0,
    };
    sorted.into_iter().map(view).collect()
}

/// The documents with their figures marked, and how many are left out because the page would grow too large.
/// Those with conflicts are all there.
pub(super) fn documents(findings: &Findings) -> (Vec<DocumentView>, usize) {
    let mut accused: Vec<(usize, Span)> = findings
        .conflicts
        .iter()
        .flat_map(|conflict| &conflict.sides)
        .map(|side| (side.document, side.figure.span))
        .collect();
    accused.sort_unstable();
    let (mut room, mut left_out) = (MOST_TEXT, 0);
    let mut views = Vec::new();
    for (index, document) in findings.documents.iter().enumerate() {
        let first = accused.partition_point(|(other, _)| *other < index);
        let accused = &accused[first..accused.partition_point(|(other, _)| *other <= index)];
        match room.checked_sub(document.document.text.len()) {
            _ if !accused.is_empty() => {}
            Some(rest) => room = rest,
            None => {
                left_out += 1;
                continue;
            }
        }
        views.push(document_view(index, document, accused));
    }
    (views, left_out)
}

fn document_view(index: usize, extracted: &Extracted, accused: &[(usize, Span)]) -> DocumentView {
    let document = &extracted.document;
    DocumentView {
        anchor: format!("d{index}"),
        title: title(document),
        publisher: document.publisher.as_deref().map(tame),
        published: document.published.map(|day| day.to_string()),
        source: tame(&document.id),
        // No other scheme may run when it is clicked.
        url: document.url.as_ref().filter(|url| url.starts_with("https://") || url.starts_with("http://")).cloned(),
        lang: lang(Some(document), &document.text),
        figures: Both::counted("summary-figures", extracted.figures.len()),
        paragraphs: paragraphs(index, extracted, accused),
    }
}

/// The document's lines as pieces; a figure that runs over a line's end is one piece of the first.
fn paragraphs(index: usize, extracted: &Extracted, accused: &[(usize, Span)]) -> Vec<Paragraph> {
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
            value: Both::value(&figure.value),
            conflict: accused.binary_search(&(index, span)).is_ok(),
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

/// Letters of a title before it is cut.
const LONGEST_TITLE: usize = 120;
/// Words of a headline; fewer are the name of a section or of a source.
const HEADLINE: usize = 4;
/// Lines in which a headline is looked for.
const HEAD: usize = 6;

/// The document's headline, else the first of its lines that looks like one, else its first line or its name.
fn title(document: &Document) -> String {
    let stated = document.title.as_deref().map(tame).filter(|title| !title.trim().is_empty());
    let lines = || document.text.lines().map(tame).filter(|line| !line.trim().is_empty()).take(HEAD);
    let headline = || lines().find(|line| line.split_whitespace().count() >= HEADLINE).or_else(|| lines().next());
    let line = stated.or_else(headline).unwrap_or_else(|| tame(&document.id));
    let line = line.trim();
    match line.char_indices().nth(LONGEST_TITLE) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line.to_string(),
    }
}
