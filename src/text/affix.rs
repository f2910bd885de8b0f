//! Affixes: the letters that are written together with a word, and may also be its own.
//! Not here: which of them a word of the lexicon has (`lexicon/clitic.rs`), endings of number and form (`stem.rs`).

use super::{Word, code};

/// «و» and «ف».
const CONJUNCTIONS: [u8; 2] = [code('و'), code('ف')];

/// «ب», «ل» and «ك».
pub(crate) const PREPOSITIONS: [u8; 3] = [code('ب'), code('ل'), code('ك')];

/// What may stand right before a word or its article, a letter each.
pub(crate) const PROCLITICS: [u8; 5] = {
    let ([and, so], [by, to, like]) = (CONJUNCTIONS, PREPOSITIONS);
    [and, so, by, to, like]
};

/// The pronouns of the third person after a word, the longest first; not «ه», as which «ة» is written too.
pub(crate) const PRONOUNS: [&str; 4] = ["هما", "ها", "هم", "هن"];

/// Whether the letter is «و» or «ف».
pub(crate) fn is_conjunction(letter: u8) -> bool {
    CONJUNCTIONS.contains(&letter)
}

/// Whether a word, as it is written, ends in a pronoun of the third person; not «ه», as which «ة» is written too.
pub(crate) fn ends_in_long_pronoun(word: &str) -> bool {
    PRONOUNS.iter().any(|pronoun| word.ends_with(pronoun))
}

/// Whether a word, as it is written, ends in a pronoun of the third person.
pub(crate) fn ends_in_pronoun(word: &str) -> bool {
    word.ends_with('ه') || ends_in_long_pronoun(word)
}

impl Word {
    /// Whether it begins with «و» or «ف», joined to it or its own.
    pub(crate) fn begins_with_conjunction(self) -> bool {
        is_conjunction(self.code(0))
    }

    /// Whether it is «و» alone, as before digits.
    pub(crate) fn is_and(self) -> bool {
        self.len() == 1 && self.code(0) == code('و')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn affixes_are_told_by_letters() {
        for (word, conjunction, and) in
            [("و", true, true), ("وقال", true, false), ("فقال", true, false), ("قال", false, false), ("", false, false)]
        {
            let folded = Word::of(word);
            assert_eq!((folded.begins_with_conjunction(), folded.is_and()), (conjunction, and), "{word}");
        }
        for (word, any, long) in
            [("قيمتها", true, true), ("وزنه", true, false), ("عددهم", true, true), ("قيمة", false, false)]
        {
            assert_eq!((ends_in_pronoun(word), ends_in_long_pronoun(word)), (any, long), "{word}");
        }
    }
}
