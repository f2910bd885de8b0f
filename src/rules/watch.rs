//! What figures say against the topics that somebody watches, and against each other where nothing is known of one.
//! Not here: which figures speak of a topic, and what is known of it (`topic.rs`).

use super::check::Check;
use super::judge::{fingerprint, message, row};
use super::template::Filling;
use super::topic::{Topic, agree, is_definite};
use super::{Checks, Conflict, Evidence, Seen, Side};
use crate::align::{Extracted, FigureRef};
use crate::figure::Value;
use rayon::prelude::*;

/// The weight of a finding: whoever watches a topic says himself what belongs to it.
const BITS: f64 = 20.0;

/// What the figures of all documents say against the topics among the rules.
pub(super) fn conflicts(documents: &[Extracted], checks: &Checks) -> Vec<Conflict> {
    let watched = checks.iter().filter_map(|check| check.topic.as_ref().map(|topic| (check, topic)));
    watched.flat_map(|(check, topic)| told(check, topic, documents)).collect()
}

/// The figures by what they say, in the order of the documents.
fn told(check: &Check, topic: &Topic, documents: &[Extracted]) -> Vec<Conflict> {
    let mut sides: Vec<(Value, Vec<FigureRef>)> = Vec::new();
    let figures: Vec<Vec<usize>> = documents.par_iter().map(|extracted| topic.figures(extracted)).collect();
    for (document, figures) in figures.into_iter().enumerate() {
        for index in figures {
            let value = &documents[document].figures[index].value;
            if !is_definite(value) || topic.allows(value) {
                continue;
            }
            let at = FigureRef { document, figure: index };
            match sides.iter_mut().find(|(other, _)| agree(other, value)) {
                Some((_, figures)) => figures.push(at),
                None => sides.push((value.clone(), vec![at])),
            }
        }
    }
    let sides: Vec<Vec<FigureRef>> = sides.into_iter().map(|(_, figures)| figures).collect();
    match topic.known() {
        Some(_) => sides.iter().map(|side| conflict(check, topic, std::slice::from_ref(side), documents)).collect(),
        None if sides.len() > 1 => vec![conflict(check, topic, &sides, documents)],
        None => Vec::new(),
    }
}

fn conflict(check: &Check, topic: &Topic, sides: &[Vec<FigureRef>], documents: &[Extracted]) -> Conflict {
    let rows: Vec<Side> = sides
        .iter()
        .enumerate()
        .flat_map(|(side, figures)| figures.iter().map(move |figure| row(*figure, side, documents)))
        .collect();
    let text = |side: usize| rows.iter().find(|row| row.side == side).map(|row| row.figure.text.as_str());
    let (cause, other) = match topic.known() {
        Some(known) => ("known_otherwise", known),
        None => ("sources_differ", text(1).unwrap_or_default()),
    };
    let a = [text(0).unwrap_or_default()];
    let filling = Filling { a: &a, b: &[other], expected: topic.expected.as_ref(), ..Filling::default() };
    Conflict {
        id: fingerprint(check, &rows, []),
        rule: check.id.clone(),
        severity: check.severity,
        cause: cause.to_string(),
        message: message(check, cause, &filling),
        subject: topic.subject().to_string(),
        ratio: None,
        score: BITS,
        evidence: topic
            .expected
            .clone()
            .map(|value| Evidence { seen: Seen::Expected(Box::new(value)), bits: 0.0 })
            .into_iter()
            .collect(),
        suspect: topic.known().map(|_| 0),
        sides: rows,
    }
}
