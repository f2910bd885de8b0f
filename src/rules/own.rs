//! What one source says against itself, as conflicts: findings with the words of their rules.

use super::check::{Check, Checks, Finds};
use super::intrinsic::{self, Finding};
use super::judge::{figure, fingerprint, message, ratio, row};
use super::{Conflict, Evidence, Side, sighting, subject};
use crate::align::{Alignment, Extracted, FigureRef};
use crate::figure::Span;
use crate::lexicon::Lexicon;
use crate::text::{self, Token, Word};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// The weight of a finding: the figures stand beside each other, so that nothing needs to be matched.
const BITS: f64 = 20.0;
/// How many words before a figure say what it is about.
const ABOUT: usize = 4;

/// The conflicts within each document, in the order of the documents; one that is printed word for word in
/// several is one conflict.
pub(super) fn conflicts(
    documents: &[Extracted],
    alignment: &Alignment,
    checks: &Checks,
    lexicon: &Lexicon,
) -> Vec<Conflict> {
    let mut found: Vec<(usize, Finding)> = documents
        .par_iter()
        .enumerate()
        .flat_map_iter(|(at, document)| intrinsic::findings(document, lexicon).into_iter().map(move |one| (at, one)))
        .collect();
    sighting::settle(&mut found, documents, alignment);
    let mut conflicts: Vec<Conflict> = Vec::new();
    let mut known: FxHashMap<String, usize> = FxHashMap::default();
    for (document, finding) in found {
        let Some(conflict) = conflict(document, &finding, documents, checks) else { continue };
        match known.get(&conflict.id) {
            Some(at) => conflicts[*at].sides.extend(conflict.sides),
            None => {
                known.insert(conflict.id.clone(), conflicts.len());
                conflicts.push(conflict);
            }
        }
    }
    conflicts.iter_mut().for_each(|conflict| conflict.sides.sort_by_key(|side| (side.side, side.document)));
    conflicts
}

fn conflict(document: usize, finding: &Finding, documents: &[Extracted], checks: &Checks) -> Option<Conflict> {
    let refs =
        |side: &Vec<usize>| side.iter().map(|figure| FigureRef { document, figure: *figure }).collect::<Vec<_>>();
    let sides: Vec<Vec<FigureRef>> = finding.sides.iter().map(refs).collect();
    let first = *sides.first()?.first()?;
    let check: &Check = checks.finding(finding.finds, figure(first, documents).kind())?;
    let rows: Vec<Side> = sides
        .iter()
        .enumerate()
        .flat_map(|(side, figures)| figures.iter().map(move |figure| row(*figure, side, documents)))
        .collect();
    let second = sides.get(1).and_then(|side| side.first());
    let texts = |at: usize| -> Vec<&str> {
        sides.get(at).into_iter().flatten().map(|at| figure(*at, documents).text.as_str()).collect()
    };
    let ratio = second
        .filter(|_| finding.finds == Finds::Words)
        .and_then(|second| ratio(figure(first, documents), figure(*second, documents), None));
    let (about, subject) = about(first, &rows, documents);
    let evidence = finding.expected.map(|expected| Evidence {
        kind: "expected".to_string(),
        detail: expected.round_dp(2).normalize().to_string(),
        bits: 0.0,
    });
    Some(Conflict {
        id: fingerprint(check, &rows, about.iter().map(Word::to_string).chain(finding.headline.clone())),
        rule: check.id.clone(),
        severity: check.severity,
        cause: finding.cause.to_string(),
        message: match &finding.headline {
            Some(headline) => message(check, finding.cause, &[headline], &texts(0), None),
            None => message(check, finding.cause, &texts(0), &texts(1), ratio.as_deref()),
        },
        subject,
        ratio,
        score: BITS,
        evidence: evidence.into_iter().collect(),
        suspect: None,
        sides: rows,
    })
}

/// The words before the first of the figures, or after it where it begins its sentence, for the fingerprint; and as
/// a phrase, for people.
fn about(first: FigureRef, rows: &[Side], documents: &[Extracted]) -> (Vec<Word>, String) {
    let source = &documents[first.document].document.text;
    let own = figure(first, documents);
    let own_spans: FxHashSet<Span> = rows.iter().map(|row| row.figure.span).collect();
    let words = |span: Span| {
        let mut tokens: Vec<Token> = Vec::new();
        text::tokens(source, span, &mut tokens);
        tokens.retain(|token| token.is_word() && !own_spans.iter().any(|own| own.overlaps(token.span)));
        tokens
    };
    let before = words(Span::new(own.sentence.start, own.span.start.max(own.sentence.start)));
    let near: Vec<Token> = if before.is_empty() {
        words(Span::new(own.span.end, own.sentence.end.max(own.span.end))).into_iter().take(ABOUT).collect()
    } else {
        before[before.len().saturating_sub(ABOUT)..].to_vec()
    };
    let figures: Vec<Span> = own_spans.iter().copied().collect();
    (near.iter().map(|token| token.word).collect(), subject::before(source, own.sentence, own.span, &figures))
}
