//! Which relations are told: by a sentence, by a stretch of text, or at a token.

use crate::figure::Span;
use crate::lexicon::{Lexicon, Relation};
use crate::text::{self, Token};

/// Which relations a sentence tells at all, a bit each: most it does not.
#[derive(Debug, Default)]
pub(super) struct Told([u64; 4]);

impl Told {
    pub(super) fn add(&mut self, relation: Relation) {
        let (word, bit) = Told::place(relation);
        self.0[word] |= bit;
    }

    pub(super) fn has(&self, relation: Relation) -> bool {
        let (word, bit) = Told::place(relation);
        self.0[word] & bit != 0
    }

    fn place(relation: Relation) -> (usize, u64) {
        let at = relation as usize;
        (at / 64, 1 << (at % 64))
    }
}

/// Whether the words of a span tell one of these relations.
pub(in crate::rules::intrinsic) fn says(text: &str, span: Span, lexicon: &Lexicon, wanted: &[Relation]) -> bool {
    let mut tokens = Vec::new();
    text::tokens(text, span, &mut tokens);
    (0..tokens.len()).any(|at| begins(&tokens, at, lexicon, wanted))
}

/// Whether one of these relations begins at a token.
pub(in crate::rules::intrinsic) fn begins(tokens: &[Token], at: usize, lexicon: &Lexicon, wanted: &[Relation]) -> bool {
    let mut begins = false;
    lexicon.relations(tokens, at, |relation, _, _| begins |= wanted.contains(&relation));
    begins
}
