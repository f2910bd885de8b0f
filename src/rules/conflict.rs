//! What a rule finds.

use crate::align::reasons::Reason;
use crate::align::relation::Difference;
use crate::figure::{Figure, Span, Value};
use serde::{Deserialize, Serialize};

/// How much a conflict matters; ordered, a note least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing; both sides may be right.
    Note,
    /// Probably wrong.
    Warning,
    /// The sides cannot all be right.
    Error,
}

/// The same words in the two languages of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Arabic.
    pub ar: String,
    /// English.
    pub en: String,
}

/// One figure of a conflict, with the source that states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// Which side it stands on: figures of one side agree with each other.
    pub side: usize,
    /// Index of its document among the documents checked.
    pub document: usize,
    /// The document's id.
    pub source: String,
    /// The document's publisher.
    pub publisher: Option<String>,
    /// The document's day of publication, ISO 8601.
    pub published: Option<String>,
    /// The figure.
    pub figure: Figure,
    /// The sentence that it stands in, as written.
    pub sentence: String,
    /// The other documents that print this sentence word for word: sources of this side, but no further witnesses.
    pub also: Vec<Reprint>,
}

/// A document that prints the sentence of another word for word.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reprint {
    /// Index of the document among the documents checked.
    #[serde(skip)]
    pub document: usize,
    /// The document's id.
    pub source: String,
    /// The document's publisher.
    pub publisher: Option<String>,
    /// The document's day of publication, ISO 8601.
    pub published: Option<String>,
    /// The line of the figure in it, counted from 1.
    pub line: usize,
    /// The figure in it.
    #[serde(flatten)]
    pub span: Span,
}

impl Reprint {
    /// Who prints it: the publisher, or the document where the publisher is not known.
    pub fn name(&self) -> &str {
        self.publisher.as_deref().unwrap_or(&self.source)
    }
}

impl Side {
    /// Who states it: the publisher, or the document where the publisher is not known.
    pub fn name(&self) -> &str {
        self.publisher.as_deref().unwrap_or(&self.source)
    }
}

/// One reason to believe that the figures speak of the same thing, in bits.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// What was seen.
    pub seen: Seen,
    /// Its weight in bits; negative speaks against.
    pub bits: f64,
}

/// What was seen of the figures of a conflict.
#[derive(Clone, Debug, PartialEq)]
pub enum Seen {
    /// What the values are to each other.
    Values(Difference),
    /// Words near both, the heaviest first, as the first side has them.
    Words(Vec<String>),
    /// What else speaks for or against.
    Reason(Reason),
    /// What one of them would have to be by the others, or by what is known.
    Expected(Box<Value>),
}

impl Seen {
    /// Its name in the output.
    pub fn name(&self) -> &'static str {
        match self {
            Seen::Values(difference) => difference.name(),
            Seen::Words(_) => "words",
            Seen::Reason(reason) => reason.name(),
            Seen::Expected(_) => "expected",
        }
    }
}

/// A rule's finding: the figures on each side, why they cannot all be right, the likely cause.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// A fingerprint of what the sides say, not of where: it survives edits elsewhere.
    pub id: String,
    /// The id of the rule that found it.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// The likely cause, a key of the rule's texts: `lost_decimal_point`, `million_for_billion`, …
    pub cause: String,
    /// The likely cause in plain words.
    pub message: Text,
    /// What the figures are about, as a phrase of the text; empty where there is none that would be understood.
    pub subject: String,
    /// The greater value by the lesser, as decimal text, where the sides are numbers of one unit.
    pub ratio: Option<String>,
    /// How sure it is that the figures speak of the same thing, in bits.
    pub score: f64,
    /// What the score is made of.
    pub evidence: Vec<Evidence>,
    /// The figures, side 0 first, each side in the order of the documents.
    pub sides: Vec<Side>,
    /// The side that is plainly the odd one out, if one is.
    pub suspect: Option<usize>,
}
