//! Turns the files of `rules/lexicon` from TOML, which people write, to JSON, which the program reads ten times as
//! fast: it reads them whenever it starts.

use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new("rules/lexicon");
    println!("cargo::rerun-if-changed={}", folder.display());
    let out = Path::new(&env::var("OUT_DIR")?).join("lexicon");
    fs::create_dir_all(&out)?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(name) = path.file_name().filter(|_| path.extension().is_some_and(|end| end == "toml")) else {
            continue;
        };
        println!("cargo::rerun-if-changed={}", path.display());
        let file: serde_json::Value =
            toml::from_str(&fs::read_to_string(&path)?).map_err(|error| format!("{}: {error}", path.display()))?;
        fs::write(out.join(name).with_extension("json"), file.to_string())?;
    }
    Ok(())
}
