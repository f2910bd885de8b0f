//! What criterion measured, said as ratios: machines differ, ratios hardly.

use serde_json::Value;
use std::path::Path;

/// The mean time of a benchmark in nanoseconds, as criterion left it; `None` if it did not run.
fn mean(group: &str, name: &str) -> Option<f64> {
    let home = std::env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| "target".to_string());
    let path = Path::new(&home).join("criterion").join(group).join(name).join("new/estimates.json");
    let estimates: Value = serde_json::from_slice(&std::fs::read(path).ok()?).ok()?;
    estimates["mean"]["point_estimate"].as_f64()
}

/// Prints a line `what: x times baseline`, where both ran.
pub fn print(what: &str, subject: (&str, &str), baseline: (&str, &str)) {
    if let (Some(a), Some(b)) = (mean(subject.0, subject.1), mean(baseline.0, baseline.1)) {
        println!("{what:<48} {:>8.2} ×", a / b);
    }
}
