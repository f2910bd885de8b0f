//! Hostile texts: work grows with their length and no faster, and nothing breaks.
//! Growth is told by the time that the thread itself was at work, never by the clock.

use std::fs;
use std::time::Instant;
use tadqiq::align::{self, AlignOptions, Extracted};
use tadqiq::document::{self, Document};
use tadqiq::extract;
use tadqiq::lexicon::Lexicon;
use tadqiq::rules::{self, Checks};

/// Four times the text may take so many times the work: sixteen would be the square.
const GROWTH: f64 = 9.0;

/// Seconds that this thread has worked.
fn worked() -> f64 {
    let spent = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds: Option<f64> = spent.and_then(|text| text.split(' ').next()?.parse().ok());
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    nanoseconds.map_or_else(|| START.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}

fn extracted(text: String) -> Extracted {
    let document = Document { text, ..Document::default() };
    let figures = extract::figures(&document, Lexicon::builtin());
    let mut end = 0;
    for figure in &figures {
        assert!(figure.span.start >= end && figure.sentence.contains(figure.span));
        assert_eq!(document.text.get(figure.span.start..figure.span.end), Some(figure.text.as_str()));
        end = figure.span.end;
    }
    Extracted { document, figures }
}

/// Checks a document by itself.
fn check(text: String) {
    let documents = [extracted(text)];
    let alignment = align::claims(&documents, Lexicon::builtin(), &AlignOptions::default());
    rules::conflicts(&documents, &alignment, &Checks::builtin());
}

/// How many times more work four times the text is; the least of several tries, as other work on the machine makes
/// any one look worse.
fn growth(text: impl Fn(usize) -> String, work: impl Fn(String) + Sync) -> f64 {
    thread_local! {
        // All work on this thread, whose time is told.
        static ALONE: rayon::ThreadPool = rayon::ThreadPoolBuilder::new()
            .num_threads(1)
            .use_current_thread()
            .build()
            .expect("each test is a thread of its own");
    }
    let time = |len: usize| {
        let text = text(len);
        let begun = worked();
        ALONE.with(|alone| alone.install(|| work(text)));
        worked() - begun
    };
    // Long enough to be told from nothing.
    let mut len = 20_000;
    while time(len) < 0.02 && len < 2_000_000 {
        len *= 2;
    }
    let ratio = |_| time(len * 4) / time(len).max(0.005);
    (0..4).map(ratio).find(|ratio| *ratio <= GROWTH).unwrap_or(f64::INFINITY)
}

/// A text of about so many bytes.
type Text = fn(usize) -> String;

/// Texts that are hard to read, by name.
const HARD: &[(&str, Text)] = &[
    ("years that follow one another", |len| format!("وقع ذلك عام 2018. {}", "وعاد في العام التالي. ".repeat(len / 38))),
    ("one long number", |len| "7".repeat(len)),
    ("digits", |len| "5 ".repeat(len / 2)),
    ("numbers and commas", |len| "1,234,567.89, ".repeat(len / 14)),
    ("points", |len| "1.".repeat(len / 2)),
    ("slashes", |len| "12/05/2024/".repeat(len / 11)),
    ("«و» alone", |len| "و ".repeat(len / 3)),
    ("«و» together", |len| "و".repeat(len / 2)),
    ("no spaces", |len| "ثلاثةملايين5دولار".repeat(len / 30)),
    ("only marks", |len| "،؛:()«»-–/%$".repeat(len / 20)),
    ("stops", |len| "؟!.".repeat(len / 4)),
    ("vowel signs", |len| format!("خمسة{}", "َّ".repeat(len / 4))),
    ("tatweel", |len| format!("مـ{}ليون 5", "ـ".repeat(len / 2))),
    ("number words", |len| "مليون ".repeat(len / 11)),
    ("joined number words", |len| "وثلاثة وألف ".repeat(len / 22)),
    ("units", |len| "5 ملايين دولار و".repeat(len / 27)),
    ("ranges", |len| "من 5 إلى 6 إلى ".repeat(len / 23)),
    ("bounds", |len| "أكثر من لا يقل عن ما يزيد على ".repeat(len / 52)),
    ("dates", |len| "بين 5 و6 و7 مارس حتى أبريل من عام 2018 ".repeat(len / 60)),
    ("days", |len| "يوم الجمعة أمس ".repeat(len / 26)),
    ("sums", |len| "بإجمالي 10 منها 4 و6 بنسبة 50% من أصل 20 بزيادة 5 مقارنة مع 4 ".repeat(len / 96)),
    ("lows without highs", |len| "بين 5 و".repeat(len / 12)),
    ("money and its parts", |len| "دينار و5 فلوس ".repeat(len / 24)),
    ("lengths of time", |len| "سنة و5 أشهر و".repeat(len / 22)),
    ("verbs of bounds", |len| "لا تقل يزيد عدد نصف - ".repeat(len / 36)),
    ("brackets", |len| "(".repeat(len / 2) + &"5)".repeat(len / 4)),
    ("the same sentence", |len| "بلغت أرباح مرجان 5 ملايين دولار في 2018.\n".repeat(len / 70)),
    ("other numbers of one thing", |len| {
        (0..len / 64).map(|n| format!("بلغت أرباح مرجان {} ملايين دولار في زبيد.\n", n + 3)).collect()
    }),
    ("directions", |len| "\u{202E}\u{2066}5\u{2069}\u{200F}".repeat(len / 13)),
];

#[test]
fn extraction_grows_with_the_text() {
    for &(name, text) in HARD {
        let growth = growth(text, |text| drop(extracted(text)));
        assert!(growth <= GROWTH, "{name}: {growth}");
    }
}

#[test]
fn a_check_grows_with_the_text() {
    for &(name, text) in HARD {
        let growth = growth(text, check);
        assert!(growth <= GROWTH, "{name}: {growth}");
    }
}

#[test]
fn pages_grow_with_their_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("page.html");
    let read = |page: String| {
        fs::write(&path, page).expect("a file");
        document::read_all(std::slice::from_ref(&path)).0.into_iter().for_each(|document| check(document.text));
    };
    let pages: [(&str, Text); 7] = [
        // Of fewer the parser's work grows with the square; this many are refused.
        ("open tags", |len| format!("<article>{}", "<div>".repeat(20_000 + len / 5))),
        ("closed tags", |len| "</div>".repeat(len / 6)),
        ("tags in order", |len| "<p><b>5</p></b>".repeat(len / 15)),
        ("entities", |len| format!("<p>{}", "&amp;lt;&#1593;&#x0;&".repeat(len / 21))),
        ("ampersands", |len| format!("<p>{}", "&".repeat(len))),
        ("attributes", |len| format!("<p {}>5", "a='5' ".repeat(len / 6))),
        ("comments", |len| format!("<p>5{}", "<!--".repeat(len / 4))),
    ];
    for (name, page) in pages {
        let growth = growth(page, read);
        assert!(growth <= GROWTH, "{name}: {growth}");
    }
}

#[test]
fn odd_lines_cost_no_more_than_themselves() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("lines.jsonl");
    let deep = |open: &str, len: usize| open.repeat(len / open.len());
    for (line, documents) in [
        (deep("[", 1 << 20), 0),
        (format!(r#"{{"text": "5", "x": {}"#, deep("{\"x\":", 1 << 20)), 0),
        (format!(r#"{{"text": "{} دولار"}}"#, deep("\\ud83d", 1 << 18)), 1),
        (format!(r#"{{"text": "{} دولار"}}"#, deep("\\u0000", 1 << 18)), 1),
        (format!(r#"{{"text": "5", "id": 1e{}}}"#, deep("9", 1 << 16)), 0),
        (format!(r#"{{"text": "5 دولارات", "x": 1e{}}}"#, deep("9", 300)), 1),
        (format!(r#"{{"text": "5", "published": "{}"}}"#, deep("2018-", 1 << 16)), 1),
    ] {
        fs::write(&path, format!("{line}\n")).expect("a file");
        let (read, problems) = document::read_all(std::slice::from_ref(&path));
        assert_eq!(read.len(), documents, "{}", &line[..40]);
        assert!(documents > 0 || problems.len() == 1);
        read.into_iter().for_each(|document| check(document.text));
    }
}
