//! Hand-made findings for the tests of every format: a bid ten times too great, a launch on two dates, a part
//! that is not of its whole, and a hostile text.

use super::Findings;
use crate::align::reasons::Reason;
use crate::align::relation::Difference;
use crate::align::{Alignment, Claim, Extracted, FigureRef};
use crate::decisions::{Decision, Decisions, Verdict};
use crate::document::Document;
use crate::figure::{Bounded, DateValue, Figure, Quantity, Span, Value};
use crate::rules::{Checks, Conflict, Evidence, Reprint, Seen, Severity, Side, Text};
use rust_decimal::Decimal;

/// Findings with what they point to.
pub(super) struct Fixture {
    documents: Vec<Extracted>,
    alignment: Alignment,
    conflicts: Vec<Conflict>,
    decisions: Decisions,
    checks: Checks,
}

impl Fixture {
    pub(super) fn findings(&self) -> Findings<'_> {
        Findings {
            documents: &self.documents,
            alignment: &self.alignment,
            conflicts: &self.conflicts,
            limit: None,
            left_out: 0,
            decisions: &self.decisions,
            checks: &self.checks,
        }
    }

    pub(super) fn documents(&self) -> &[Extracted] {
        &self.documents
    }
}

const BID: &str = "عرض لشراء المختبر\n\nقدّم مستثمرون عرضًا بقيمة 97.4 مليار دولار لشراء المختبر في 10 فبراير 2025. \
                   ورفض المجلس العرض.\n";
const BID_TENFOLD: &str = "المجلس يرفض الصفقة\n\nرفض مجلس الإدارة عرضًا بقيمة 974 مليار دولار، وقال إن المختبر «ليس \
                           للبيع» في ١١ فبراير ٢٠٢٥.\n";
const BID_AGREES: &str = "قيمة العرض نحو ٩٧٫٤ مليارِ دولارٍ بحسب المصادر الثلاثة التي تحدّثت إلى الصحيفة.\n";
const HOSTILE: &str =
    "</script><script>alert(1)</script> \u{202E}خبر\u{1B}[31m قُدّم العرض يوم 10 فبراير 2025 بـ 5 مليارات.\n";

pub(super) fn fixture() -> Fixture {
    let documents = documents();
    let conflicts = conflicts(&documents);
    let decisions = decisions(&conflicts);
    Fixture { documents, alignment: alignment(), conflicts, decisions, checks: Checks::builtin() }
}

fn documents() -> Vec<Extracted> {
    vec![
        document(
            "واحة/خبر-1.txt",
            Some("واحة"),
            BID,
            &[("97.4 مليار دولار", usd("97400000000")), ("10 فبراير 2025", day("2025-02-10"))],
        ),
        document(
            "b.txt",
            Some("The Daily Example"),
            BID_TENFOLD,
            &[("974 مليار دولار", usd("974000000000")), ("١١ فبراير ٢٠٢٥", day("2025-02-11"))],
        ),
        document("c.txt", None, BID_AGREES, &[("نحو ٩٧٫٤ مليارِ دولارٍ", about_usd("97400000000"))]),
        document(
            "=d'<b>.txt",
            Some("@evil|pub"),
            HOSTILE,
            &[("10 فبراير 2025", day("2025-02-10")), ("5 مليارات", usd("5000000000"))],
        ),
    ]
}

fn alignment() -> Alignment {
    let at = |document, figure| FigureRef { document, figure };
    Alignment {
        stories: vec![vec![0, 1, 2, 3]],
        claims: vec![
            Claim { story: 0, figures: vec![at(0, 0), at(1, 0), at(2, 0)], ..Claim::default() },
            Claim { story: 0, figures: vec![at(0, 1), at(1, 1), at(3, 0)], ..Claim::default() },
            Claim { story: 0, figures: vec![at(3, 1)], ..Claim::default() },
        ],
    }
}

fn conflicts(documents: &[Extracted]) -> Vec<Conflict> {
    let side = |side, document, figure| make_side(documents, side, document, figure);
    vec![
        Conflict {
            id: "5f2c9b1e".into(),
            rule: "scale".into(),
            severity: Severity::Error,
            cause: "lost_decimal_point".into(),
            message: text("سقطت الفاصلة العشرية: ‏97.4 صارت 974", "a lost decimal point: 97.4 became 974"),
            subject: "عرض · شراء · المختبر".into(),
            ratio: Some("10".into()),
            score: 31.4159,
            evidence: vec![
                Evidence { seen: Seen::Values(Difference::Scale { tens: 1, digits: 3 }), bits: 9.97 },
                words(&["عرض", "بقيمة", "المختبر"], 14.2),
                Evidence { seen: Seen::Reason(Reason::Place), bits: -0.04 },
            ],
            sides: vec![side(0, 0, 0), side(0, 2, 0), side(1, 1, 0)],
            suspect: Some(1),
        },
        Conflict {
            id: "a81d0c42".into(),
            rule: "date".into(),
            severity: Severity::Warning,
            cause: "date".into(),
            message: text("تاريخان للحدث نفسه", "two dates for one event"),
            subject: "العرض".into(),
            ratio: None,
            score: 12.0,
            evidence: vec![words(&["العرض"], 6.0)],
            sides: vec![side(0, 0, 1), Side { also: vec![reprint()], ..side(0, 3, 0) }, side(1, 1, 1)],
            suspect: None,
        },
        Conflict {
            id: "00c0ffee".into(),
            rule: "vague".into(),
            severity: Severity::Note,
            cause: "value".into(),
            message: text("رقم بلا عملة", "a sum without a currency"),
            subject: "خبر \u{202E}<b>".into(),
            ratio: None,
            score: 0.0,
            evidence: vec![],
            sides: vec![side(0, 3, 1)],
            suspect: Some(0),
        },
    ]
}

fn reprint() -> Reprint {
    Reprint {
        document: 1,
        source: "b.txt".into(),
        publisher: Some("The Daily Example".into()),
        published: Some("2025-02-12".into()),
        line: 1,
        span: Span::new(0, 4),
    }
}

fn document(id: &str, publisher: Option<&str>, text: &str, figures: &[(&str, Value)]) -> Extracted {
    let document = Document {
        id: id.into(),
        text: text.into(),
        publisher: publisher.map(Into::into),
        published: publisher.and_then(|_| "2025-02-12".parse().ok()),
        url: publisher.map(|_| format!("https://example.org/{}", text.len())),
        ..Document::default()
    };
    let figures = figures.iter().map(|(written, value)| figure(text, written, value.clone())).collect();
    Extracted { document, figures }
}

fn figure(text: &str, written: &str, value: Value) -> Figure {
    let start = text.find(written).expect("the figure stands in the text");
    let span = Span::new(start, start + written.len());
    let before = &text[..start];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Figure {
        span,
        text: written.into(),
        line: before.matches('\n').count() + 1,
        column: text[line_start..start].chars().count() + 1,
        value,
        readings: Vec::new(),
        sentence: crate::text::sentences(text).find(|sentence| sentence.contains(span)).expect("a sentence"),
    }
}

fn make_side(documents: &[Extracted], side: usize, document: usize, figure: usize) -> Side {
    let Extracted { document: source, figures } = &documents[document];
    let figure = figures[figure].clone();
    Side {
        side,
        document,
        source: source.id.clone(),
        publisher: source.publisher.clone(),
        published: source.published.map(|day| day.to_string()),
        sentence: figure.sentence.slice(&source.text).into(),
        figure,
        also: Vec::new(),
    }
}

fn quantity(amount: Bounded<Decimal>) -> Value {
    Value::Money(Quantity { amount, precision: Decimal::from(100_000_000), unit: Some("USD".into()) })
}

fn usd(number: &str) -> Value {
    quantity(Bounded::Exact(number.parse().expect("a decimal")))
}

fn about_usd(number: &str) -> Value {
    quantity(Bounded::About(number.parse().expect("a decimal")))
}

fn day(edtf: &str) -> Value {
    Value::Date(DateValue::stated(edtf.parse().expect("EDTF")))
}

fn text(ar: &str, en: &str) -> Text {
    Text { ar: ar.into(), en: en.into() }
}

fn words(words: &[&str], bits: f64) -> Evidence {
    Evidence { seen: Seen::Words(words.iter().map(|word| word.to_string()).collect()), bits }
}

/// The bid was 97.4 billion; which of the dates is right is not known.
fn decisions(conflicts: &[Conflict]) -> Decisions {
    let at = "2025-02-13T09:30:00Z".parse().expect("a time");
    let note = Some("راجعنا بيان الشركة".to_string());
    let bid = Decision::new(&conflicts[0], Verdict::Confirmed { right: Some(0) }, note, Some("سلمى"), at);
    let date = Decision::new(&conflicts[1], Verdict::Confirmed { right: None }, None, None, at);
    [(conflicts[0].id.clone(), bid), (conflicts[1].id.clone(), date)].into_iter().collect()
}
