//! Arabic text: folding with offsets kept, tokens, sentences, affixes, stems, bidi isolation.
//! Not here: what words mean (`lexicon/`).
//!
//! Folding makes the spellings of a word one: letters are coded in six bits, hamza seats, final ya and
//! ta marbuta fold together, diacritics, tatweel and directional marks vanish. A folded word is a number
//! ([`Word`]), so that a text is tokenised and looked up in one pass without an allocation per token.

pub(crate) mod affix;
pub mod bidi;
mod fold;
pub(crate) mod hash;
pub(crate) mod letters;
mod mark;
mod memo;
mod sentence;
pub(crate) mod stem;
mod token;

pub(crate) use fold::code;
pub use fold::{MAX_LETTERS, Word};
pub use letters::start_without;
pub use mark::{COMMAS, list_item};
pub use sentence::{Line, Sentences, sentences};
pub use token::{Class, Gap, Token, digits, tokens};
