//! Makes ready what the program would else make whenever it starts: the folding of common characters, and the files of
//! `rules/lexicon`, from TOML, which people write, to JSON, which is read ten times as fast.

#[path = "src/text/fold/character.rs"]
mod character;

use std::error::Error;
use std::ops::RangeInclusive;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    fold(&Path::new(&out).join("fold"))?;
    lexicon(&Path::new(&out).join("lexicon"))
}

/// The entries of the characters that the program folds by a look-up.
fn fold(out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/text/fold/character.rs");
    fs::create_dir_all(out)?;
    let table = |characters: RangeInclusive<char>| -> Vec<u8> {
        characters.map(|c| character::pack(&character::slow(c))).collect()
    };
    fs::write(out.join("letters"), table('\0'..='\u{7FF}'))?;
    fs::write(out.join("punctuation"), table('\u{2000}'..='\u{206F}'))?;
    Ok(())
}

fn lexicon(out: &Path) -> Result<(), Box<dyn Error>> {
    let folder = Path::new("rules/lexicon");
    println!("cargo::rerun-if-changed={}", folder.display());
    fs::create_dir_all(out)?;
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
