//! Speed, as ratios to baselines measured in the same run: `cargo bench --bench speed`.
//! `TADQIQ_BENCH=PATH cargo bench --bench speed` measures on real articles too, a file or a folder of them.

mod news;
mod ratios;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput};
use news::{Density, Dice, Event};
use ratios::Run;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use serde_json::json;
use std::hint::black_box;
use std::process::{Command, Stdio};
use std::time::Duration;
use tadqiq::align::{AlignOptions, Alignment, Extracted, Gathering, Prepared};
use tadqiq::document::{self, Document};
use tadqiq::extract;
use tadqiq::lexicon::Lexicon;
use tadqiq::rules::{self, Checks};

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SIZES: [usize; 4] = [1_000, 4_000, 16_000, 64_000];

/// How many documents the commands are given.
const COMMANDED: usize = 8_000;

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

/// Articles at the path that the environment names.
fn given() -> Option<Vec<Document>> {
    let path = std::env::var_os("TADQIQ_BENCH")?;
    let (documents, problems) = document::read_all(&[path.into()]);
    problems.iter().for_each(|problem| eprintln!("{problem}"));
    (!documents.is_empty()).then_some(documents)
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

/// What is extracted from: the kind of text, and the documents.
fn texts() -> Vec<(&'static str, Vec<Document>)> {
    let mut kinds = vec![
        ("none", corpus(600, 30, Density::None)),
        ("typical", corpus(600, 30, Density::Typical)),
        ("dense", corpus(600, 30, Density::Dense)),
    ];
    kinds.extend(given().map(|documents| ("given", documents)));
    kinds
}

fn extract_all(documents: &[Document]) -> usize {
    let lexicon = Lexicon::builtin();
    documents.iter().map(|document| extract::figures(document, lexicon).len()).sum()
}

fn extraction(criterion: &mut Criterion, kinds: &[(&str, Vec<Document>)]) {
    let scan = bare_scan();
    let mut group = criterion.benchmark_group("extract");
    for (kind, documents) in kinds {
        group.throughput(Throughput::Bytes(bytes(documents)));
        group.bench_function(BenchmarkId::from_parameter(kind), |bench| bench.iter(|| extract_all(documents)));
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

/// Threads to work on.
fn pool(threads: usize) -> ThreadPool {
    ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool of threads")
}

/// The extraction of documents, and a check of them as the program does it, on one thread.
fn checking(criterion: &mut Criterion) {
    let one = pool(1);
    let mut group = criterion.benchmark_group("check");
    let mut measure = |name: &str, documents: &[Document]| {
        group.throughput(Throughput::Elements(documents.len() as u64));
        group.bench_function(BenchmarkId::from_parameter(format!("{name}-extract")), |bench| {
            bench.iter(|| extract_all(documents));
        });
        group.bench_function(BenchmarkId::from_parameter(format!("{name}-check")), |bench| {
            let check = |documents| one.install(|| check_all(documents));
            bench.iter_batched(|| documents.to_vec(), check, BatchSize::PerIteration);
        });
    };
    for size in SIZES {
        measure(&size.to_string(), &corpus(size, 12, Density::Typical));
    }
    if let Some(documents) = given() {
        measure("given", &documents);
    }
    group.finish();
}

/// What is found, with all that it was found in: giving that back is not measured.
fn check_all(documents: Vec<Document>) -> (usize, Vec<Extracted>, Alignment) {
    let (lexicon, checks) = (Lexicon::builtin(), Checks::builtin());
    let mut gathering = Gathering::default();
    documents.into_iter().for_each(|document| gathering.add(Prepared::of(document, lexicon)));
    let (documents, alignment) = gathering.align(lexicon, &AlignOptions::default());
    (rules::conflicts(&documents, &alignment, &checks).len(), documents, alignment)
}

fn threads(criterion: &mut Criterion) {
    let lexicon = Lexicon::builtin();
    let documents = corpus(2_000, 30, Density::Typical);
    let mut group = criterion.benchmark_group("threads");
    for count in [1, 2] {
        let pool = pool(count);
        group.bench_function(BenchmarkId::from_parameter(count), |bench| {
            bench.iter(|| {
                pool.install(|| documents.par_iter().map(|d| extract::figures(d, lexicon).len()).sum::<usize>())
            });
        });
    }
    group.finish();
}

/// The two commands on one file of many articles, with all that they read and write, on one thread.
fn commands(criterion: &mut Criterion) {
    let articles: Vec<String> = corpus(COMMANDED, 12, Density::Typical)
        .into_iter()
        .map(|Document { id, text, publisher, .. }| {
            json!({ "id": id, "text": text, "publisher": publisher }).to_string()
        })
        .collect();
    let folder = tempfile::tempdir().expect("a folder for the articles");
    let path = folder.path().join("articles.jsonl");
    std::fs::write(&path, articles.join("\n")).expect("a file of articles");
    let path = path.to_string_lossy();
    let mut group = criterion.benchmark_group("commands");
    for command in ["extract", "check"] {
        group.bench_function(command, |bench| bench.iter(|| run(&[command, "--threads", "1", &path])));
    }
    group.finish();
}

/// Runs the program; what it says is thrown away.
fn run(arguments: &[&str]) -> bool {
    let status = Command::new(env!("CARGO_BIN_EXE_tadqiq"))
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    black_box(status).is_ok()
}

/// The whole program on next to nothing: what loading the words and rules costs.
fn start_up(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("start");
    group.bench_function("version", |bench| bench.iter(|| run(&["--version"])));
    group.bench_function("extract", |bench| bench.iter(|| run(&["extract", "tests/texts/marks.txt"])));
    group.bench_function("check", |bench| bench.iter(|| run(&["check", "tests/texts/marks.txt"])));
    group.finish();
}

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    let (run, kinds) = (Run::begin(), texts());
    extraction(&mut criterion, &kinds);
    checking(&mut criterion);
    commands(&mut criterion);
    threads(&mut criterion);
    start_up(&mut criterion);
    criterion.final_summary();

    println!("\nThis run, by the least times:");
    for (kind, documents) in &kinds {
        let (scan, utf8) = (format!("{kind}-scan"), format!("{kind}-utf8"));
        let wanted = matches!(*kind, "typical" | "given").then_some(3.0);
        run.print_rate(&format!("extract {kind}"), ("extract", kind), bytes(documents));
        run.print(&format!("extract {kind}, to a bare scan"), ("extract", kind), ("extract", &scan), wanted);
        run.print(&format!("extract {kind}, to UTF-8 validation"), ("extract", kind), ("extract", &utf8), None);
    }
    for name in SIZES.map(|size| size.to_string()).into_iter().chain(["given".to_string()]) {
        let (check, extract) = (format!("{name}-check"), format!("{name}-extract"));
        let what = format!("check {name} documents, to their extraction");
        run.print(&what, ("check", &check), ("check", &extract), Some(2.5));
    }
    for pair in SIZES.windows(2) {
        let (small, large) = (format!("{}-check", pair[0]), format!("{}-check", pair[1]));
        // Four times the documents: twice doubled.
        let what = format!("check {} documents, to {}", pair[1], pair[0]);
        run.print(&what, ("check", &large), ("check", &small), Some(2.2 * 2.2));
    }
    let what = format!("`check` of {COMMANDED} documents, to `extract`");
    run.print(&what, ("commands", "check"), ("commands", "extract"), Some(2.5));
    run.print("two threads, to one", ("threads", "2"), ("threads", "1"), Some(1.0 / 1.8));
    run.print_time("start and end of `--version`", ("start", "version"), 5.0);
    run.print_time("start and end of `extract`", ("start", "extract"), 5.0);
    run.print_time("start and end of `check`", ("start", "check"), 5.0);
}
