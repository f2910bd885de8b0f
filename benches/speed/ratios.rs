//! What criterion measured, said as ratios: machines differ, ratios hardly.

use serde_json::Value;
use std::path::Path;
use std::time::SystemTime;

/// A benchmark, by its group and its name.
pub type Bench<'a> = (&'a str, &'a str);

/// One run of the benches.
pub struct Run {
    began: SystemTime,
}

impl Run {
    /// A run that begins now.
    pub fn begin() -> Run {
        Run { began: SystemTime::now() }
    }

    /// The least time of a benchmark in nanoseconds, as criterion left it: other work on the machine only adds to it.
    /// None if it did not run since then: what an earlier run left says nothing of this one.
    pub fn least(&self, (group, name): Bench) -> Option<f64> {
        let home = std::env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| "target".to_string());
        let path = Path::new(&home).join("criterion").join(group).join(name).join("new/sample.json");
        let written = std::fs::metadata(&path).and_then(|file| file.modified()).ok()?;
        if written < self.began {
            return None;
        }
        let sample: Value = serde_json::from_slice(&std::fs::read(path).ok()?).ok()?;
        let numbers = |field: &str| sample[field].as_array().into_iter().flatten().filter_map(Value::as_f64);
        numbers("times").zip(numbers("iters")).map(|(time, count)| time / count).min_by(f64::total_cmp)
    }

    /// Prints a line `what: x times baseline, at most y wanted`, where both ran.
    pub fn print(&self, what: &str, subject: Bench, baseline: Bench, wanted: Option<f64>) {
        if let (Some(a), Some(b)) = (self.least(subject), self.least(baseline)) {
            let wanted = wanted.map(|most| format!("   at most {most:.2}")).unwrap_or_default();
            println!("{what:<48} {:>8.2} ×{wanted}", a / b);
        }
    }

    /// Prints how fast a benchmark went through its bytes.
    pub fn print_rate(&self, what: &str, subject: Bench, bytes: u64) {
        if let Some(nanoseconds) = self.least(subject) {
            println!("{what:<48} {:>8.1} MB/s", bytes as f64 * 1e3 / nanoseconds);
        }
    }

    /// Prints how long a benchmark took.
    pub fn print_time(&self, what: &str, subject: Bench, wanted: f64) {
        if let Some(nanoseconds) = self.least(subject) {
            println!("{what:<48} {:>8.2} ms   at most {wanted}", nanoseconds / 1e6);
        }
    }
}
