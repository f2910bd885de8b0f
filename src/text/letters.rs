//! How words begin and end, by their letters, whether those are joined to them or their own.
//! Not here: which letters are joined to words (`affix.rs`).

use super::affix::{ARTICLE, CONJUNCTIONS, PRONOUNS};
use super::fold::{BITS, Folded, fold};
use super::{Token, Word, code};

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

/// A word, as it is written, without the article that it begins with, or with letters of its own that are the same.
pub(crate) fn without_article(word: &str) -> &str {
    word.strip_prefix(ARTICLE).unwrap_or(word)
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

    /// The codes of its first letters, 0 past the end.
    pub(crate) fn front<const LETTERS: usize>(self) -> [u8; LETTERS] {
        let (letters, len) = (self.bits(), self.len());
        let front = if len >= LETTERS {
            letters >> (BITS * (len - LETTERS) as u32)
        } else {
            letters << (BITS * (LETTERS - len) as u32)
        };
        std::array::from_fn(|index| ((front >> (BITS * (LETTERS - 1 - index) as u32)) & Word::mask(1)) as u8)
    }
}

/// The source byte where the token's text begins once its first `letters` letters are taken off.
pub fn start_without(text: &str, token: &Token, letters: usize) -> usize {
    let mut left = letters;
    for (at, c) in token.span.slice(text).char_indices() {
        match fold(c) {
            Folded::Nothing | Folded::Combining => continue,
            Folded::Letters(codes) => {
                if left == 0 {
                    return token.span.start + at;
                }
                left = left.saturating_sub(codes.len());
            }
            _ => {
                if left == 0 {
                    return token.span.start + at;
                }
                left -= 1;
            }
        }
    }
    token.span.start
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Span;
    use crate::text::tokens;

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

    #[test]
    fn the_article_is_taken_off_once() {
        for (word, bare) in [
            ("الالتزامات", "التزامات"),
            ("التزامات", "تزامات"),
            ("الشركة", "شركة"),
            ("شركة", "شركة"),
            ("ال", ""),
            ("", ""),
        ] {
            assert_eq!(without_article(word), bare, "{word}");
        }
    }

    #[test]
    fn a_clitic_is_taken_off_in_the_source() {
        let text = "وَبِمِليون";
        let mut out = Vec::new();
        tokens(text, Span::new(0, text.len()), &mut out);
        assert_eq!(&text[start_without(text, &out[0], 2)..], "مِليون");
    }
}
