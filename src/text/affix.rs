//! Affixes: the letters that are written together with a word, and may also be its own.
//! Not here: whether a word has them (`letters.rs`), which of them a word of the lexicon has (`lexicon/clitic.rs`),
//! endings of number and form (`stem.rs`).

use super::code;

/// The article.
pub(crate) const ARTICLE: &str = "ال";

/// «و» and «ف».
pub(super) const CONJUNCTIONS: [u8; 2] = [code('و'), code('ف')];

/// «ب», «ل» and «ك».
pub(crate) const PREPOSITIONS: [u8; 3] = [code('ب'), code('ل'), code('ك')];

/// What may stand right before a word or its article, a letter each.
pub(crate) const PROCLITICS: [u8; 5] = {
    let ([and, so], [by, to, like]) = (CONJUNCTIONS, PREPOSITIONS);
    [and, so, by, to, like]
};

/// The pronouns of the third person after a word, the longest first; not «ه», as which «ة» is written too.
pub(crate) const PRONOUNS: [&str; 4] = ["هما", "ها", "هم", "هن"];
