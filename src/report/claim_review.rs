//! schema.org ClaimReview as JSON-LD, for what a reviewer has confirmed: a review for each figure that is wrong,
//! or for each side where the reviewer did not say which one is right.

use super::json::pretty;
use super::words::message;
use super::{Findings, Lang, Options};
use crate::decisions::{Decision, Verdict};
use crate::document::Document;
use crate::rules::{Conflict, Side};
use serde_json::{Value as Json, json};
use std::io::{self, Write};

/// Draws a graph of reviews; empty where nothing is confirmed.
pub(super) fn conflicts(findings: &Findings, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let confirmed = findings.shown().iter().filter_map(|conflict| {
        let decision = findings.decisions.get(&conflict.id)?;
        matches!(decision.verdict, Verdict::Confirmed { .. }).then_some((conflict, decision))
    });
    let reviews: Vec<Json> =
        confirmed.flat_map(|(conflict, decision)| reviews(findings, conflict, decision, options.lang)).collect();
    pretty(&json!({"@context": "https://schema.org", "@graph": reviews}), out)
}

fn reviews(findings: &Findings, conflict: &Conflict, decision: &Decision, lang: Lang) -> Vec<Json> {
    let right = decision.right_side(conflict);
    let wrong = conflict.sides.iter().filter(|side| Some(side.side) != right);
    wrong
        .map(|side| {
            let document = findings.documents.get(side.document).map(|extracted| &extracted.document);
            review(conflict, decision, side, document, right.is_some(), lang)
        })
        .collect()
}

fn review(
    conflict: &Conflict,
    decision: &Decision,
    side: &Side,
    document: Option<&Document>,
    refuted: bool,
    lang: Lang,
) -> Json {
    let rating = match refuted {
        true => json!({
            "@type": "Rating",
            "ratingValue": 1,
            "worstRating": 1,
            "bestRating": 5,
            "alternateName": lang.text("review-false"),
        }),
        false => json!({"@type": "Rating", "alternateName": lang.text("review-disputed")}),
    };
    let body = [Some(message(conflict, lang)), decision.note.as_deref()];
    let body: Vec<&str> = body.into_iter().flatten().collect();
    without_nulls(json!({
        "@type": "ClaimReview",
        "identifier": conflict.id,
        "inLanguage": lang.code(),
        "datePublished": decision.at.to_string().split('T').next(),
        "author": decision.by.as_ref().map(|name| json!({"@type": "Person", "name": name})),
        "claimReviewed": side.sentence,
        "reviewBody": body.join("\n"),
        "reviewRating": rating,
        "itemReviewed": claim(side, document),
    }))
}

fn claim(side: &Side, document: Option<&Document>) -> Json {
    let appearance = without_nulls(json!({
        "@type": "CreativeWork",
        "identifier": side.source,
        "url": document.and_then(|document| document.url.as_ref()),
        "headline": document.and_then(|document| document.title.as_ref()),
        "inLanguage": document.and_then(|document| document.lang.as_ref()),
    }));
    without_nulls(json!({
        "@type": "Claim",
        "text": side.figure.text,
        "inLanguage": language(side, document),
        "datePublished": side.published,
        "author": side.publisher.as_ref().map(|name| json!({"@type": "Organization", "name": name})),
        "appearance": appearance,
    }))
}

/// The language that a claim is quoted in, which need not be that of the review: as its document says, else by its
/// letters.
fn language<'a>(side: &Side, document: Option<&'a Document>) -> Option<&'a str> {
    let is_arabic = || side.sentence.chars().any(|c| ('\u{0621}'..='\u{064A}').contains(&c));
    document.and_then(|document| document.lang.as_deref()).or_else(|| is_arabic().then_some("ar"))
}

/// JSON-LD says what is unknown by silence.
fn without_nulls(mut object: Json) -> Json {
    if let Json::Object(fields) = &mut object {
        fields.retain(|_, value| !value.is_null());
    }
    object
}
