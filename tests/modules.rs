//! What uses what: no module of the library uses one above itself, as `src/lib.rs` tells their order, and the files and
//! folders within a folder use each other one way. The files that first lines name are there.

use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// What code names of the crate: where it looks from, and what it names there.
static USED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b(crate|self|(?:super::)*super)::((?:\w+::)*\w+|\{)").expect("a pattern"));

/// Those of a folder that use each other, and why they may.
const ROUND: [(&str, &[&str], &str); 1] = [(
    "extract",
    &[
        "bound", "context", "count", "duration", "exclude", "measure", "money", "numeral", "rate", "ratio", "sign",
        "unsaid",
    ],
    "the grammar goes round: what a number measures tells how far it goes, and that which number it is",
)];

#[test]
fn no_module_uses_one_above_it() {
    let order = order();
    let mut upwards = Vec::new();
    for used in sources(&source_folder()).iter().flat_map(|path| uses(path)) {
        let level = |path: &[String]| order.iter().position(|module| Some(module) == path.first());
        if level(&used.from).zip(level(&used.to)).is_some_and(|(from, to)| to > from) {
            upwards.push(format!("{}: {} uses {}", used.place, used.from.join("::"), used.to.join("::")));
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

#[test]
fn the_readme_names_them_in_this_order() {
    let readme = fs::read_to_string(source_folder().join("../README.md")).expect("README.md");
    let row = Regex::new(r"(?m)^\| `src/(\w+)/` \|").expect("a pattern");
    let told: Vec<String> = row.captures_iter(&readme).map(|found| found[1].to_string()).collect();
    // The program stands above the library.
    let order: Vec<String> = order().into_iter().chain(["cli".to_string()]).collect();
    assert_eq!(told, order);
}

#[test]
fn what_lies_in_one_folder_uses_each_other_one_way() {
    let mut by_folder: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for Use { from, to, .. } in sources(&source_folder()).iter().flat_map(|path| uses(path)) {
        let common = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
        // A file may use its folder's `mod.rs`, and that any file.
        if let (Some(one), Some(other), true) = (from.get(common), to.get(common), common > 0)
            && is_module(&to[..=common])
        {
            let folder = by_folder.entry(from[..common].join("/")).or_default();
            folder.entry(one.clone()).or_default().insert(other.clone());
        }
    }
    assert!(by_folder.contains_key("align"));
    let mut round = Vec::new();
    for (folder, uses) in &by_folder {
        let in_turn: Vec<&str> =
            uses.keys().filter(|one| reached(uses, one).contains(one.as_str())).map(String::as_str).collect();
        if !in_turn.is_empty() {
            round.push((folder.as_str(), in_turn));
        }
    }
    let allowed: Vec<(&str, Vec<&str>)> = ROUND.iter().map(|(folder, all, _)| (*folder, all.to_vec())).collect();
    assert_eq!(round, allowed, "these use each other");
}

#[test]
fn what_first_lines_name_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let named = Regex::new(r"`([\w/]+\.rs)`").expect("a pattern");
    let folders = ["src", "tests", "benches", "fuzz/targets"].map(|folder| sources(&root.join(folder)));
    let mut gone = Vec::new();
    for path in folders.into_iter().flatten().chain([root.join("build.rs")]) {
        let text = fs::read_to_string(&path).expect("a source file");
        for line in text.lines().filter(|line| line.trim_start().starts_with("//!")) {
            let gone_here = named.captures_iter(line).map(|found| found[1].to_string()).filter(|name| {
                let mut above = path.ancestors().skip(1).take_while(|folder| folder.starts_with(root));
                !above.any(|folder| folder.join(name).is_file())
            });
            gone.extend(gone_here.map(|name| format!("{}: {name}", path.display())));
        }
    }
    assert!(gone.is_empty(), "these are named and not there:\n{}", gone.join("\n"));
}

/// What one reaches over what it uses.
fn reached<'a>(uses: &'a BTreeMap<String, BTreeSet<String>>, one: &str) -> BTreeSet<&'a str> {
    let mut reached: BTreeSet<&str> = BTreeSet::new();
    let mut open: Vec<&str> = vec![one];
    while let Some(next) = open.pop() {
        for used in uses.get(next).into_iter().flatten() {
            if reached.insert(used) {
                open.push(used);
            }
        }
    }
    reached
}

/// One module's use of another, by their paths within the crate.
struct Use {
    from: Vec<String>,
    to: Vec<String>,
    place: String,
}

/// What a file uses of the crate. A test may use whatever it needs.
fn uses(path: &Path) -> Vec<Use> {
    let module = module_of(path);
    if is_test(&module) {
        return Vec::new();
    }
    let text = fs::read_to_string(path).expect("a source file");
    let code = text.split("mod tests {").next().unwrap_or_default();
    let mut all = Vec::new();
    for (line, code) in (1..).zip(code.lines()).filter(|(_, code)| !code.trim_start().starts_with("//")) {
        for found in USED.captures_iter(code) {
            let base = match &found[1] {
                "crate" => &[][..],
                "self" => &module[..],
                up => module.get(..module.len().saturating_sub(up.split("::").count())).unwrap_or_default(),
            };
            let place = format!("{}:{line}", path.display());
            assert!(&found[1] != "crate" || &found[2] != "{", "{place}: modules are named each on its own line");
            let names = match &found[2] {
                // «use super::{json, table::Pen}»
                "{" => code[found.get(0).map_or(0, |all| all.end())..].split([',', '}', ';']).map(str::trim).collect(),
                path => vec![path],
            };
            for name in names {
                let to = base.iter().cloned().chain(name.split("::").map(str::to_string)).collect();
                all.push(Use { from: module.clone(), to, place: place.clone() });
            }
        }
    }
    all
}

/// The path of a file's module within the crate.
fn module_of(path: &Path) -> Vec<String> {
    let path = path.strip_prefix(source_folder()).expect("a source file").with_extension("");
    let mut module: Vec<String> = path.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    if module.last().is_some_and(|name| ["mod", "lib", "main"].contains(&name.as_str())) {
        module.pop();
    }
    module
}

/// Whether a module is compiled for tests alone.
fn is_test(module: &[String]) -> bool {
    (1..=module.len()).any(|len| {
        let folder: PathBuf = source_folder().join(module[..len - 1].iter().collect::<PathBuf>());
        let declaring = fs::read_to_string(folder.join("mod.rs")).unwrap_or_default();
        let seen_by = ["", "pub ", "pub(crate) ", "pub(super) "];
        seen_by.iter().any(|seen| declaring.contains(&format!("#[cfg(test)]\n{seen}mod {};", module[len - 1])))
    })
}

fn is_module(module: &[String]) -> bool {
    let path = source_folder().join(module.iter().collect::<PathBuf>());
    path.is_dir() || path.with_extension("rs").is_file()
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
