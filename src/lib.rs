//! tadqiq (تدقيق) cross-checks figures and dates between sources, mostly Arabic.
//!
//! The data goes one way. What a stage makes depends on what it is given and on what is built into the program, its words
//! and what is known of them, which `Lexicon::builtin` and `Knowledge::builtin` give; and on nothing else:
//! documents → figures ([`extract`]) → claims ([`align`]) → conflicts ([`rules`]).
//! Reading ([`document`]), drawing ([`report`]) and taking [`decisions`] ([`review`]) stand at the two ends.
//!
//! Each module uses only those before it in this order, the lowest first, to which `tests/modules.rs` holds them:
//! figure < text < lexicon < locale < document < extract < align < rules < decisions < report < review

pub mod align;
pub mod decisions;
pub mod document;
pub mod extract;
pub mod figure;
pub mod lexicon;
pub mod locale;
pub mod report;
pub mod review;
pub mod rules;
pub mod text;

/// The README's example is compiled and run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
