//! Names: whose age a length of time is.
//! Not here: whether it is an age (`length.rs`), and what two ages of one person weigh (`align/reasons.rs`).

use super::sentence::{NAME, around};
use super::{Outline, Piece};
use crate::align::knowledge::Knowledge;
use crate::align::reading::Token;
use crate::align::term::sound;
use crate::lexicon::{Lexicon, clitics};
use crate::text::Word;
use std::ops::Range;

/// Whose age it is, as far as the words right before it name somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// The root of the last name.
    pub root: Word,
    /// The last name, without article.
    last: Word,
    /// The word right before it, without article.
    first: Option<Word>,
    /// Few texts have it, so that it is a name and nothing else.
    pub rare: bool,
    /// The article stands before it, and before the word before it, as before no given name: «اللاعب صلاح».
    definite: bool,
    titled: bool,
}

/// From so many letters on a name with another letter in it may be that name in another spelling.
const SPELLED: usize = 5;

impl Named {
    /// Whether both are one name: «المرجاني» and «مرجاني»; «بدر لوبيتز» and «بدر لوبيتس» too, of one first name. Names that
    /// many bear are one where no other first name stands before them.
    pub fn is_like(&self, other: &Named) -> bool {
        let (a, b) = (self.last, other.last);
        let of_one_first = self.first.is_some() && self.first == other.first;
        if self.rare && other.rare {
            let other_letters = || (0..a.len()).filter(|at| a.code(*at) != b.code(*at)).count();
            let slipped = || a.len() == b.len() && a.len() >= SPELLED && other_letters() == 1;
            return self.root == other.root || a == b || of_one_first && (slipped() || sound(a) == sound(b));
        }
        // «ياسر مرتجى» may be «الصحفي مرتجى», but «اللاعب كريم» is not «المشجع كريم».
        let is_lone = |one: &Named| one.titled || one.first.is_none();
        let no_other_first = of_one_first && !is_lone(self) || is_lone(self) != is_lone(other);
        a == b && !(self.definite && other.definite) && no_other_first
    }
}

/// The name right before an age: a word that nobody counts, and not that of another whose kin is meant.
pub(super) fn named(
    outline: &Outline,
    (tokens, pieces): (&[Token], &[Piece]),
    range: &Range<usize>,
    (knowledge, lexicon): (&Knowledge, &Lexicon),
) -> Option<Named> {
    let (before, ..) = around(pieces, range);
    let last = before.iter().rev().find(|piece| !knowledge.is_age(tokens[piece.at()].word));
    let last = last.filter(|piece| piece.figure.is_none())?;
    let known = outline.terms[last.term as usize];
    // «شقيق مرجان برقاوش»
    let kin = || tokens[last.at().saturating_sub(NAMES)..last.at()].iter().any(|token| knowledge.is_kin(token.word));
    let root = known.term.word().filter(|_| !kin())?;
    let rare = known.rate < NAME;
    let bare = knowledge.bare(tokens[last.at()].word);
    // «الرجل (41 عاما)»
    if !rare && (bare.len() < SHORTEST || lexicon.is_noun(bare)) {
        return None;
    }
    let first =
        last.at().checked_sub(1).map(|at| tokens[at].word).filter(|word| !word.is_empty() && !knowledge.is_stop(*word));
    let is_definite = |word: Word| clitics(word).iter().any(|way| way.article);
    Some(Named {
        root,
        last: bare,
        first: first.map(|first| knowledge.bare(first)),
        rare,
        definite: is_definite(tokens[last.at()].word),
        titled: first.is_some_and(is_definite),
    })
}

/// No name that others bear too has fewer letters.
const SHORTEST: usize = 3;

/// How many names may stand between whose kin is meant and the last of them.
const NAMES: usize = 2;

#[cfg(test)]
mod tests {
    use super::super::outline_of;
    use super::*;
    use crate::figure::Kind;

    fn named_in(text: &str) -> Option<Named> {
        let (outline, figures) = outline_of(text);
        let at = figures.iter().position(|figure| figure.kind() == Kind::Duration).expect("a length");
        outline.frames[at].named
    }

    #[test]
    fn a_name_is_spelled_in_several_ways() {
        let named = |name: &str| named_in(&format!("قال الصياد {name} (41 عاما) إن البحر هاج."));
        for (a, b, like) in [
            ("برقاوش", "البرقاوش", true),
            ("أندرياس لوبيتز", "أندرياس لوبيتس", true),
            ("أندرياس لوبيتز", "ماركوس لوبيتس", false),
            ("أندرياس لوبيتز", "أندرياس كروغمان", false),
            ("ياسر مرتجى", "الصحفي المرتجى", true),
            ("محمد حسن", "أحمد حسن", false),
            ("محمد حسن", "محمد حسن", true),
            ("اللاعب حسن", "المشجع حسن", false),
            ("الراحل", "الراحل", false),
        ] {
            let (one, other) = (named(a).expect("a name"), named(b).expect("a name"));
            assert_eq!((one.is_like(&other), other.is_like(&one)), (like, like), "{a} {b}");
        }
    }
}
