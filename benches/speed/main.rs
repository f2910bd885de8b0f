//! Speed, as ratios to baselines measured in the same run: `cargo bench --bench speed`.
//! `TADQIQ_BENCH=FILE.jsonl cargo bench --bench speed` measures on real articles too.

mod news;
mod ratios;

use criterion::{BenchmarkId, Criterion, Throughput};
use news::{Density, Dice, Event};
use rayon::prelude::*;
use std::hint::black_box;
use std::process::{Command, Stdio};
use std::time::Duration;
use tadqiq::align::{self, AlignOptions, Extracted};
use tadqiq::document::Document;
use tadqiq::extract;
use tadqiq::lexicon::Lexicon;

const SIZES: [usize; 4] = [1_000, 4_000, 16_000, 64_000];

/// Documents of events that three sources report each.
fn corpus(count: usize, sentences: usize, density: Density) -> Vec<Document> {
    let mut dice = Dice::new(2026);
    let mut documents = Vec::with_capacity(count);
    while documents.len() < count {
        let event = Event::new(&mut dice);
        for publisher in ["أ", "ب", "ج"] {
            documents.push(Document {
                id: format!("{}", documents.len()),
                text: event.article(&mut dice, sentences, density),
                publisher: Some(publisher.to_string()),
                ..Document::default()
            });
        }
    }
    documents.truncate(count);
    documents
}

/// Articles of a JSONL file named by the environment.
fn given() -> Option<Vec<Document>> {
    let text = std::fs::read_to_string(std::env::var_os("TADQIQ_BENCH")?).ok()?;
    let field = |line: &serde_json::Value, name: &str| line[name].as_str().map(str::to_string);
    let documents = text.lines().filter_map(|line| serde_json::from_str(line).ok()).map(|line| Document {
        id: field(&line, "id").unwrap_or_default(),
        text: field(&line, "text").unwrap_or_default(),
        published: field(&line, "published").and_then(|date| date.parse().ok()),
        ..Document::default()
    });
    Some(documents.collect())
}

fn bytes(documents: &[Document]) -> u64 {
    documents.iter().map(|document| document.text.len() as u64).sum()
}

/// Digits and number words, as a first script would look for them.
fn bare_scan() -> regex::Regex {
    regex::Regex::new(
        r"[0-9٠-٩۰-۹]+|مليون|مليار|ألف|مئة|مائة|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع|عشر|عشرون|عام|سنة|يناير|فبراير|مارس|دولار|ريال",
    )
    .expect("the pattern is well formed")
}

fn extraction(criterion: &mut Criterion) {
    let lexicon = Lexicon::builtin();
    let scan = bare_scan();
    let mut kinds = vec![
        ("none", corpus(600, 30, Density::None)),
        ("typical", corpus(600, 30, Density::Typical)),
        ("dense", corpus(600, 30, Density::Dense)),
    ];
    if let Some(documents) = given() {
        kinds.push(("given", documents));
    }
    let mut group = criterion.benchmark_group("extract");
    for (kind, documents) in &kinds {
        group.throughput(Throughput::Bytes(bytes(documents)));
        group.bench_function(BenchmarkId::from_parameter(kind), |bench| {
            bench.iter(|| documents.iter().map(|document| extract::figures(document, lexicon).len()).sum::<usize>());
        });
        group.bench_function(BenchmarkId::from_parameter(format!("{kind}-scan")), |bench| {
            bench.iter(|| documents.iter().map(|document| scan.find_iter(&document.text).count()).sum::<usize>());
        });
        group.bench_function(BenchmarkId::from_parameter(format!("{kind}-utf8")), |bench| {
            bench.iter(|| {
                documents.iter().filter(|d| std::str::from_utf8(black_box(d.text.as_bytes())).is_ok()).count()
            });
        });
    }
    group.finish();
}

fn extracted(documents: Vec<Document>) -> Vec<Extracted> {
    let lexicon = Lexicon::builtin();
    documents
        .into_par_iter()
        .map(|document| Extracted { figures: extract::figures(&document, lexicon), document })
        .collect()
}

fn checking(criterion: &mut Criterion) {
    let lexicon = Lexicon::builtin();
    let mut group = criterion.benchmark_group("check");
    for size in SIZES {
        let documents = corpus(size, 12, Density::Typical);
        group.throughput(Throughput::Elements(size as u64));
        group.bench_function(BenchmarkId::from_parameter(format!("{size}-extract")), |bench| {
            bench
                .iter(|| documents.par_iter().map(|document| extract::figures(document, lexicon).len()).sum::<usize>());
        });
        let documents = extracted(documents);
        group.bench_function(BenchmarkId::from_parameter(size), |bench| {
            bench.iter(|| align::claims(&documents, lexicon, &AlignOptions::default()).claims.len());
        });
    }
    group.finish();
}

fn threads(criterion: &mut Criterion) {
    let lexicon = Lexicon::builtin();
    let documents = corpus(2_000, 30, Density::Typical);
    let mut group = criterion.benchmark_group("threads");
    for count in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(count).build().expect("a pool of threads");
        group.bench_function(BenchmarkId::from_parameter(count), |bench| {
            bench.iter(|| {
                pool.install(|| documents.par_iter().map(|d| extract::figures(d, lexicon).len()).sum::<usize>())
            });
        });
    }
    group.finish();
}

/// The whole program on nothing: what loading the rules costs.
fn start_up(criterion: &mut Criterion) {
    let run = |arguments: &[&str]| {
        let status = Command::new(env!("CARGO_BIN_EXE_tadqiq"))
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        black_box(status).is_ok()
    };
    let mut group = criterion.benchmark_group("start");
    group.bench_function("version", |bench| bench.iter(|| run(&["--version"])));
    group.bench_function("check", |bench| bench.iter(|| run(&["check", "-"])));
    group.finish();
}

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    extraction(&mut criterion);
    checking(&mut criterion);
    threads(&mut criterion);
    start_up(&mut criterion);
    criterion.final_summary();

    println!("\nratios of this run");
    for kind in ["none", "typical", "dense", "given"] {
        let (scan, utf8) = (format!("{kind}-scan"), format!("{kind}-utf8"));
        ratios::print(&format!("extract {kind}, to a bare scan"), ("extract", kind), ("extract", &scan));
        ratios::print(&format!("extract {kind}, to UTF-8 validation"), ("extract", kind), ("extract", &utf8));
    }
    for pair in SIZES.windows(2) {
        let (small, large) = (pair[0].to_string(), pair[1].to_string());
        ratios::print(&format!("align {large} documents, to {small}"), ("check", &large), ("check", &small));
    }
    for size in SIZES {
        let (size, extract) = (size.to_string(), format!("{size}-extract"));
        ratios::print(&format!("align {size} documents, to their extraction"), ("check", &size), ("check", &extract));
    }
    ratios::print("one thread, to two", ("threads", "1"), ("threads", "2"));
    ratios::print("start of a check, to --version", ("start", "check"), ("start", "version"));
}
