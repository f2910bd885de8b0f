//! Makes ready what the program would else make whenever it starts: the folding of common characters, the files of
//! `rules/lexicon`, from TOML, which people write, to JSON, which is read ten times as fast, and the stems of the words
//! of the news.

#[path = "src/text"]
mod text {
    //! What the stems need of `src/text`, without the tables that are made here.

    #[path = "fold/character.rs"]
    mod character;
    #[path = "fold/word.rs"]
    #[allow(dead_code, reason = "the program needs more of it")]
    mod word;

    pub use character::pack;
    pub use character::slow as fold;
    use character::{ALPHABET, FOREIGN_ARABIC, Folded};
    pub use word::{MAX_LETTERS, Word};
}

#[path = "src/align"]
mod align {
    #[path = "knowledge/background.rs"]
    pub mod background;
    mod memo;
    #[path = "stem.rs"]
    pub mod stem;
}

use align::background::Background;
use rustc_hash::FxHashMap;
use serde_json::Value;
use std::error::Error;
use std::ops::RangeInclusive;
use std::path::Path;
use std::{env, fs};
use text::Word;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/text/fold");
    println!("cargo::rerun-if-changed=src/align/stem.rs");
    println!("cargo::rerun-if-changed=src/align/knowledge/background.rs");
    println!("cargo::rerun-if-changed=rules/lexicon");
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    fold(&out.join("fold"))?;
    lexicon(&out.join("lexicon"))?;
    background(&out.join("background"))
}

/// The entries of the characters that the program folds by a look-up.
fn fold(out: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(out)?;
    let table =
        |characters: RangeInclusive<char>| -> Vec<u8> { characters.map(|c| text::pack(&text::fold(c))).collect() };
    fs::write(out.join("letters"), table('\0'..='\u{7FF}'))?;
    fs::write(out.join("punctuation"), table('\u{2000}'..='\u{206F}'))?;
    Ok(())
}

fn lexicon(out: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(out)?;
    for entry in fs::read_dir("rules/lexicon")? {
        let path = entry?.path();
        let Some(name) = path.file_name().filter(|_| path.extension().is_some_and(|end| end == "toml")) else {
            continue;
        };
        fs::write(out.join(name).with_extension("json"), read(&path)?.to_string())?;
    }
    Ok(())
}

fn read(path: &Path) -> Result<Value, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", path.display());
    Ok(toml::from_str(&fs::read_to_string(path)?).map_err(|error| format!("{}: {error}", path.display()))?)
}

/// The words of the news with their stems, and the words that tell what is measured.
fn background(out: &Path) -> Result<(), Box<dyn Error>> {
    let path = Path::new("rules/lexicon/background.toml");
    let (file, context) = (read(path)?, read(Path::new("rules/lexicon/context.toml"))?);
    let words = file["words"].as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>();
    let counts: Option<FxHashMap<Word, u32>> =
        words.chunks(2).map(|pair| Some((Word::of(pair[0]), pair.get(1)?.parse().ok()?))).collect();
    let sentences = file["sentences"].as_u64().and_then(|count| u32::try_from(count).ok());
    let (Some(counts), Some(sentences)) = (counts, sentences.filter(|count| *count > 0)) else {
        return Err(format!("{}: it needs `sentences`, and after each word a count", path.display()).into());
    };
    let mut others = Vec::new();
    for entry in context["measure"].as_array().into_iter().flatten() {
        strings(&entry["words"], &mut others);
        strings(&entry["roots"], &mut others);
    }
    strings(&context["parts"], &mut others);
    fs::write(out, Background::of(sentences, counts, others.into_iter()).write())?;
    Ok(())
}

/// Adds all words of a list, or of the lists of a table.
fn strings(value: &Value, out: &mut Vec<Word>) {
    match value {
        Value::String(word) => out.push(Word::of(word)),
        Value::Array(values) => values.iter().for_each(|value| strings(value, out)),
        Value::Object(values) => values.values().for_each(|value| strings(value, out)),
        _ => {}
    }
}
