//! Programs that are killed while they write decisions: what they said was kept is kept, and the file is whole.

use jiff::Timestamp;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;
use tadqiq::decisions::{Change, Decision, DecisionsFile, Judged, Replaces, Verdict, Why};

const FILE: &str = "TADQIQ_TEST_DECISIONS";
const WRITER: &str = "TADQIQ_TEST_WRITER";

/// Ids that one writer decides in turn: few, so that a file that lives through many kills stays small.
const IDS: usize = 40;

#[test]
fn kills_lose_nothing() {
    kill(50);
    kill_reviews(10);
}

#[test]
#[ignore = "takes some minutes: cargo test --test crash -- --ignored a_thousand"]
fn a_thousand_kills_lose_nothing() {
    kill(1000);
    kill_reviews(1000);
}

/// Runs two writers of one file again and again, and kills each at a random moment.
fn kill(times: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = DecisionsFile::at(folder.path().join(DecisionsFile::NAME));
    let mut random = Random(0x5eed_7ad9_1234_5678);
    let mut acknowledged: BTreeMap<String, u64> = BTreeMap::new();
    let mut killed = 0;
    while killed < times {
        let writers: Vec<_> = ["a", "b"].map(|name| (start(file.path(), name), random.next() % 30_000)).into();
        let waiting: Vec<_> = writers
            .into_iter()
            .map(|(child, micros)| thread::spawn(move || kept_until_killed(child, micros)))
            .collect();
        for writer in waiting {
            acknowledged.extend(writer.join().expect("a writer that was watched"));
            killed += 1;
        }
        let decisions = file.read().unwrap_or_else(|error| panic!("after {killed} kills: {error}"));
        for (id, count) in &acknowledged {
            let found = decisions.get(id).and_then(|decision| decision.note.as_ref()?.parse::<u64>().ok());
            // The writer may have been killed between keeping the next decision and saying so.
            assert!(found.is_some_and(|found| found >= *count), "after {killed} kills: {id} is {found:?}, not {count}");
        }
    }
    assert!(acknowledged.len() > IDS, "the writers did write: {}", acknowledged.len());
    let names = std::fs::read_dir(folder.path()).expect("a folder").count();
    assert!(names <= 3, "the file, its lock, and at most one unfinished copy: {names}");
}

fn start(file: &Path, writer: &str) -> Child {
    Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "writes_until_killed", "--ignored", "--nocapture"])
        .env(FILE, file)
        .env(WRITER, writer)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the writer starts")
}

/// What a writer said was kept until it was killed, so long after its first decision.
fn kept_until_killed(mut child: Child, micros: u64) -> BTreeMap<String, u64> {
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let mut kept = BTreeMap::new();
    let mut read = |line: &str| {
        let mut words = line.split_whitespace().skip_while(|word| *word != "kept").skip(1);
        let (Some(id), Some(Ok(count))) = (words.next(), words.next().map(str::parse)) else { return false };
        kept.insert(id.to_string(), count);
        true
    };
    // The harness of the test says a few words first.
    while !read(&lines.next().expect("the writer writes").expect("text")) {}
    thread::sleep(Duration::from_micros(micros));
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    // The last line may be cut off in the middle of a number; then it was not said.
    let mut rest: Vec<String> = lines.map_while(Result::ok).collect();
    if rest.last().is_some_and(|line| !line.ends_with('.')) {
        rest.pop();
    }
    rest.iter().for_each(|line| {
        read(line);
    });
    kept
}

/// Kills `tadqiq review` again and again while it takes answers: to the first conflict, each with the next reason.
/// The answer that it said it kept last is what the file holds, or the one after it.
fn kill_reviews(times: usize) {
    const KEYS: &[u8] = b"d1bd2bd3b";
    const REASONS: [Why; 3] = [Why::DifferentThings, Why::Rounding, Why::BothRightAtTheirTime];
    let folder = tempfile::tempdir().expect("a folder");
    let file = DecisionsFile::at(folder.path().join(DecisionsFile::NAME));
    let mut random = Random(0x0dd0_ba11_5eed_0001);
    for round in 1..=times {
        let mut review = Command::new(env!("CARGO_BIN_EXE_tadqiq"))
            .args(["review", "--again", "--lang", "en", "tests/stories", "--decisions"])
            .arg(file.path())
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut keys = review.stdin.take().expect("a pipe");
        let typing = thread::spawn(move || while keys.write_all(KEYS).is_ok() {});
        let mut said = BufReader::new(review.stdout.take().expect("a pipe"));
        let mut kept = 0;
        let mut line = Vec::new();
        while said.read_until(b'\n', &mut line).is_ok_and(|bytes| bytes > 0) {
            let whole = line.ends_with(b"\n");
            if whole && String::from_utf8_lossy(&line).contains("Kept: ") {
                kept += 1;
                if kept == 1 {
                    thread::sleep(Duration::from_micros(random.next() % 30_000));
                    review.kill().expect("it can be killed");
                }
            }
            line.clear();
        }
        review.wait().expect("it ends");
        typing.join().expect("the keys are typed");
        assert!(kept > 0, "round {round}: the program takes answers");
        let decisions = file.read().unwrap_or_else(|error| panic!("round {round}: {error}"));
        let verdicts: Vec<Verdict> = decisions.iter().map(|(_, decision)| decision.verdict).collect();
        let answers =
            [kept - 1, kept].map(|answer| vec![Verdict::Dismissed { reason: REASONS[answer % REASONS.len()] }]);
        assert!(answers.contains(&verdicts), "round {round}: {kept} answers kept, but {verdicts:?}");
    }
}

/// Not a test: the program that [`kill`] starts and kills.
#[test]
#[ignore = "writes until it is killed"]
fn writes_until_killed() {
    let (Ok(path), Ok(writer)) = (std::env::var(FILE), std::env::var(WRITER)) else { return };
    let file = DecisionsFile::at(PathBuf::from(path));
    let mut decisions = file.read().expect("a whole file");
    let last = decisions.iter().filter_map(|(_, decision)| decision.note.as_ref()?.parse::<u64>().ok()).max();
    for count in last.unwrap_or(0) + 1.. {
        let id = format!("{writer}{}", count % IDS as u64);
        let change = Change {
            replaces: Replaces::Seen(decisions.get(&id).cloned()),
            decision: Some(decision(count)),
            id: id.clone(),
        };
        decisions = file.change(&[change]).expect("the change is kept");
        println!("kept {id} {count} .");
        std::io::stdout().flush().expect("someone listens");
    }
}

fn decision(count: u64) -> Decision {
    Decision {
        verdict: Verdict::Dismissed { reason: Why::Other },
        note: Some(count.to_string()),
        rule: "power-of-ten".to_string(),
        subject: "قيمة الصفقة".to_string(),
        sides: vec![Judged {
            text: "5 مليارات دولار".to_string(),
            values: vec!["5000000000 USD".to_string()],
            sources: vec!["صحيفة".to_string()],
        }],
        by: None,
        at: Timestamp::UNIX_EPOCH,
    }
}

/// Xorshift: random enough for moments.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}
