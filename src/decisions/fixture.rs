//! Conflicts and decisions made by hand, for the tests of this room.

use super::{Decision, Verdict};
use crate::figure::{Bounded, Figure, Quantity, Span, Value};
use crate::rules::{Conflict, Evidence, Seen, Severity, Side, Text};
use rust_decimal::Decimal;

/// A conflict of two sums of money; `low` and `high` are in dollars.
pub fn conflict(id: &str, low: &str, high: &str) -> Conflict {
    Conflict {
        id: id.to_string(),
        rule: "power-of-ten".to_string(),
        severity: Severity::Error,
        cause: "lost_decimal_point".to_string(),
        message: Text { ar: "فرق بعشرة أضعاف".to_string(), en: "ten times apart".to_string() },
        subject: "صفقة شراء الشركة".to_string(),
        ratio: Some("10".to_string()),
        score: 31.5,
        evidence: vec![Evidence {
            seen: Seen::Words(vec!["صفقة".to_string(), "شراء".to_string()]), bits: 12.0
        }],
        sides: vec![side(0, "وكالة الشرق", low), side(1, "صحيفة الغرب", high)],
        suspect: None,
    }
}

/// One side of a conflict: a sentence of one publisher with one sum in it.
pub fn side(side: usize, publisher: &str, dollars: &str) -> Side {
    let text = format!("{dollars} دولار");
    let before = "بلغت قيمة العرض الذي قدمته المجموعة ";
    let sentence = format!("{before}{text} في الربع الأول.");
    let amount: Decimal = dollars.parse().expect("a number");
    Side {
        side,
        document: side,
        source: format!("{side}.txt"),
        publisher: Some(publisher.to_string()),
        published: Some("2024-05-03".to_string()),
        figure: Figure {
            span: Span::new(100 + before.len(), 100 + before.len() + text.len()),
            line: 3,
            column: 1 + before.chars().count(),
            value: Value::Money(Quantity {
                amount: Bounded::Exact(amount),
                precision: Decimal::ONE,
                unit: Some("USD".into()),
            }),
            readings: Vec::new(),
            sentence: Span::new(100, 100 + sentence.len()),
            text,
        },
        sentence,
        also: Vec::new(),
    }
}

/// A decision on such a conflict.
pub fn decision(verdict: Verdict) -> Decision {
    let conflict = conflict("a", "97400000000", "974000000000");
    let at = "2024-05-03T09:00:00.75Z".parse().expect("a time");
    Decision::new(&conflict, verdict, None, Some("سارة"), at)
}
