//! The reader's language: what the program says in it (`ar.ftl`, `en.ftl`), and numbers, units and dates as people
//! write them there.
//! Not here: what is told of findings (`report/`), the texts of rules (`rules/checks`), the words of articles (`lexicon/`).

mod date;
mod lang;
mod unit;
mod value;

pub use lang::{Arg, Lang};
pub use value::{figure_text, figure_words, number_text, times_text, value_text, value_words};
