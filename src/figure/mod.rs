//! The nouns of the program: figures, their values, and where they stand in a text.
//! Here: types, their laws (a range is never backwards, a span never mixed with another text's), and
//! their JSON form (`json.rs`). Not here: how a figure is read (`extract/`) or compared (`align/`).

mod edtf;
mod json;
mod named;
mod period;
mod span;
mod value;

pub use edtf::{Edtf, EdtfDate, ParseEdtfError, Year};
pub use json::FigureRecord;
pub(crate) use json::{duration_text, readings};
pub use named::{Bound, Calendar, Weekday};
pub use period::Period;
pub use span::Span;
pub use value::{Bounded, DateValue, Hijri, Quantity, Value};

use serde::{Deserialize, Serialize};

/// What sort of thing a figure states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A sum of money; its unit is an ISO 4217 code.
    Money,
    /// A day, month, year or interval; EDTF (ISO 8601-2).
    Date,
    /// The number before a percent sign.
    Percent,
    /// A number of things; its unit is the counted noun.
    Count,
    /// A length of time or an age; ISO 8601.
    Duration,
    /// A multiple or a part: three times, a third of.
    Ratio,
}

/// One mention of a quantity or a date in a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Where it stands, in bytes of the document's text.
    pub span: Span,
    /// The figure exactly as written: the text at `span`.
    pub text: String,
    /// Line of the start, counted from 1; of its file, where that has lines above the text.
    pub line: usize,
    /// Column of the start in characters, counted from 1.
    pub column: usize,
    /// What it states, by the preferred reading.
    pub value: Value,
    /// Other ways to understand it (`1.000 مليار` is 1000 or 1 مليار); the preferred one is not repeated.
    pub readings: Vec<Value>,
    /// The sentence that it stands in.
    pub sentence: Span,
}

impl Figure {
    /// The figure's kind, which its value decides.
    pub fn kind(&self) -> Kind {
        self.value.kind()
    }
}
