//! Makes ready what the program would else make whenever it starts: the folding of common characters, the files of
//! `rules/lexicon`, from TOML, which people write, to tables in which words are found, and the stems of the words of the
//! news.

#[path = "src/figure"]
mod figure {
    //! What the lexicon needs of `src/figure`.

    mod named;
    #[allow(dead_code, reason = "the program needs more of it")]
    mod span;

    pub use named::{Bound, Calendar, Weekday};
    pub use span::Span;
}

#[path = "src/text"]
mod text {
    //! What the lexicon and the stems need of `src/text`.

    pub mod fold {
        //! Folding without the tables that are made here.

        pub mod character;
        mod word;

        pub(crate) use character::code;
        pub use character::{ALPHABET, FOREIGN_ARABIC, Folded, pack, packed, slow as fold};
        use std::sync::LazyLock;
        pub(crate) use word::{BITS, is_arabic};
        pub use word::{MAX_LETTERS, Word};

        /// The packed entries of the first characters.
        pub static TABLE: LazyLock<Vec<u8>> = LazyLock::new(|| ('\0'..='\u{7FF}').map(pack_above).collect());

        /// The packed entry of a character.
        pub fn pack_above(c: char) -> u8 {
            pack(&fold(c))
        }
    }
    pub mod affix;
    pub mod hash;
    mod memo;
    pub mod stem;
    mod token;

    pub(crate) use fold::code;
    pub use fold::{MAX_LETTERS, Word};
    pub use token::{Class, Token, digits, tokens};
}

#[path = "src/lexicon"]
mod lexicon {
    //! What the words mean: `src/lexicon` without how they are found.

    mod bound;
    mod counted;
    mod date;
    pub mod facts;
    pub mod filter;
    mod kinds;
    pub mod known;
    pub mod layout;
    mod measure;
    mod money;
    mod noun;
    mod number;
    mod place;
    mod relation;
    mod sense;
    pub mod slips;
    mod time;

    pub use bound::{BoundVerb, Bounding, Denial, Limit};
    pub use counted::Counted;
    pub use date::{Certainty, DateWord, MonthName, MonthSet, Shift};
    pub use kinds::Kinds;
    pub use measure::{Exclusion, Multiple, Percent};
    pub use money::{Currencies, Currency, Money, MoneyNoun, MoneySubunit};
    pub use noun::Noun;
    pub use number::Number;
    pub use place::{Country, Place};
    pub use relation::Relation;
    pub use sense::{Form, Sense};
    pub use time::{Time, TimePhrase, TimeUnit};
}

#[path = "src/lexicon/build/mod.rs"]
mod build;

use build::{background, load};
use rustc_hash::FxHashMap;
use serde_json::Value;
use std::error::Error;
use std::ops::RangeInclusive;
use std::path::Path;
use std::{env, fs};
use text::Word;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=rules/lexicon");
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    fold(&out.join("fold"))?;
    lexicon(&out.join("lexicon"))?;
    news(&out.join("background"))
}

/// The entries of the characters that the program folds by a look-up.
fn fold(out: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(out)?;
    let table = |characters: RangeInclusive<char>| -> Vec<u8> { characters.map(text::fold::pack_above).collect() };
    fs::write(out.join("letters"), table('\0'..='\u{7FF}'))?;
    fs::write(out.join("punctuation"), table('\u{2000}'..='\u{206F}'))?;
    Ok(())
}

/// The files that alignment reads, as JSON, and the tables of all other words.
fn lexicon(out: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(out)?;
    for name in ["aliases", "context", "dimensions", "synonyms"] {
        let path = Path::new("rules/lexicon").join(name).with_extension("toml");
        fs::write(out.join(name).with_extension("json"), read(&path)?.to_string())?;
    }
    load::Lexicon::load()?.write(out)
}

fn read(path: &Path) -> Result<Value, Box<dyn Error>> {
    Ok(toml::from_str(&fs::read_to_string(path)?).map_err(|error| format!("{}: {error}", path.display()))?)
}

/// The words of the news with their stems, and the words that tell what is measured.
fn news(out: &Path) -> Result<(), Box<dyn Error>> {
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
    fs::write(out, background::of(sentences, counts, others.into_iter()))?;
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
