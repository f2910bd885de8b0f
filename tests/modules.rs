//! The order of the library's modules, as `src/lib.rs` tells it: none uses one above itself.

use regex::Regex;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn no_module_uses_one_above_it() {
    let order = order();
    let used = Regex::new(r"\bcrate::(\w+|\{)").expect("a pattern");
    let mut upwards = Vec::new();
    for (level, module) in order.iter().enumerate() {
        for path in sources(&source_folder().join(module)) {
            let text = fs::read_to_string(&path).expect("a source file");
            for (line, code) in (1..).zip(text.lines()).filter(|(_, code)| !code.trim_start().starts_with("//")) {
                for name in used.captures_iter(code).map(|found| found[1].to_string()) {
                    assert_ne!(name, "{", "{}:{line}: modules are named each on its own line", path.display());
                    if order[level + 1..].contains(&name) {
                        upwards.push(format!("{}:{line}: {module} uses {name}", path.display()));
                    }
                }
            }
        }
    }
    assert!(upwards.is_empty(), "these use a module above their own:\n{}", upwards.join("\n"));
}

#[test]
fn the_order_names_every_module() {
    let lib = fs::read_to_string(source_folder().join("lib.rs")).expect("src/lib.rs");
    let declared = Regex::new(r"(?m)^(?:pub )?mod (\w+);").expect("a pattern");
    let declared: BTreeSet<String> = declared.captures_iter(&lib).map(|found| found[1].to_string()).collect();
    assert_eq!(order().into_iter().collect::<BTreeSet<_>>(), declared);
}

/// The modules, the lowest first: the one line of `src/lib.rs` that tells their order.
fn order() -> Vec<String> {
    let lib = fs::read_to_string(source_folder().join("lib.rs")).expect("src/lib.rs");
    let told = lib.lines().filter_map(|line| line.strip_prefix("//! ")).find(|line| line.contains(" < "));
    told.expect("the order of the modules").split(" < ").map(str::to_string).collect()
}

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The Rust files of a folder and of those in it.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("a file").into_path());
    let sources: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == "rs")).collect();
    assert!(!sources.is_empty(), "no sources in {}", folder.display());
    sources
}
