//! What the build makes of `rules/lexicon`: tables in which words are found where they lie. `build.rs` compiles it; the
//! program reads the tables (`lexicon/find.rs`, `lexicon/background.rs`).
//! Not here: how a table lies in memory, which both sides need (`lexicon/layout.rs`, `lexicon/known.rs`).

pub mod background;
pub mod load;
