//! What one source says against itself, as conflicts: findings with the words of their rules.

use super::check::{Check, Checks};
use super::figure;
use super::finds::Finds;
use super::intrinsic::{self, Finding};
use super::judge::{fingerprint, message, row};
use super::ratio::{ratio, ratio_text};
use super::template::Filling;
use super::{Conflict, Evidence, Seen, Side, sighting, subject};
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
    sighting::settle(&mut found, documents, alignment, lexicon);
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
    let expected = finding.expected(&documents[document]);
    let filling = Filling { a: &texts(0), b: &texts(1), ratio, expected: expected.as_ref(), same: false };
    let message = match &finding.headline {
        Some(headline) => message(check, finding.cause, &Filling { a: &[headline], b: &texts(0), ..filling }),
        None => message(check, finding.cause, &filling),
    };
    let evidence = expected.map(|expected| Evidence { seen: Seen::Expected(Box::new(expected)), bits: 0.0 });
    Some(Conflict {
        id: fingerprint(check, &rows, about.iter().map(Word::to_string).chain(finding.headline.clone())),
        rule: check.id.clone(),
        severity: check.severity,
        cause: finding.cause.to_string(),
        message,
        subject,
        ratio: ratio.map(ratio_text),
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

#[cfg(test)]
mod tests {
    use crate::align::{self, AlignOptions, Extracted};
    use crate::document::Document;
    use crate::extract;
    use crate::lexicon::Lexicon;
    use crate::locale::{Lang, value_text};
    use crate::rules::{self, Checks, Conflict, Seen};

    fn conflicts(text: &str) -> Vec<Conflict> {
        let document = Document { text: text.to_string(), published: "2025-11-20".parse().ok(), ..Document::default() };
        let figures = extract::figures(&document, Lexicon::builtin());
        let documents = [Extracted { document, figures }];
        let alignment = align::claims(&documents, Lexicon::builtin(), &AlignOptions::default());
        rules::conflicts(&documents, &alignment, &Checks::builtin())
    }

    #[test]
    fn a_finding_tells_the_right_number() {
        for (text, value, ar, en) in [
            (
                "ارتفع سعر التذكرة من 100 إلى 150 دولارا، بزيادة 30%.",
                "50%",
                "«30%» مع «100» و«150 دولارا»: مقدار التغير لا يطابق الفرق بين القيمتين، وهو 50%.",
                "“30%” with “100” and “150 دولارا”: the change is not the difference of the two values, which is 50%.",
            ),
            (
                "أوقفت الشرطة 25 شخصا، هم 12 رجلا و15 امرأة.",
                "27 شخص",
                "«25» مع «12» و«15»: المجموع لا يساوي حاصل جمع الأجزاء، وهو 27.",
                "“25” with “12” and “15”: the total is not the sum of its parts, which is 27.",
            ),
            (
                "حكم البلاد من عام 1950 إلى عام 2020، أي 80 عاما.",
                "70 years",
                "«80 عاما» مع «من عام 1950 إلى عام 2020»: المدة لا تطابق بدايتها ونهايتها، وبينهما 70 سنة.",
                "“80 عاما” with “من عام 1950 إلى عام 2020”: the length of time does not fit its beginning and end, which are 70 years apart.",
            ),
            (
                "تضاعف الإنتاج من 50 ألف طن إلى 60 ألف طن.",
                "",
                "«60 ألف» مع «50 ألف»: عدد المرات لا يطابق نسبة القيمتين.",
                "“60 ألف” with “50 ألف”: so many times does not follow from the two values.",
            ),
        ] {
            let found = conflicts(text);
            let [conflict] = &found[..] else { panic!("{text}: {found:?}") };
            assert_eq!((conflict.message.ar.as_str(), conflict.message.en.as_str()), (ar, en));
            let expected = conflict.evidence.iter().find_map(|evidence| match &evidence.seen {
                Seen::Expected(value) => Some(value_text(value, Lang::En)),
                _ => None,
            });
            assert_eq!(expected.unwrap_or_default(), value, "{text}");
        }
    }
}
