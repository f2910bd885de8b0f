//! Words that are misspelt by one slip of the hand: letters swapped, one left out, one struck twice («ميلون», «أوام»).
//! Only units beside digits and months after «في» are looked for: there a stranger is more likely a slip than a word.
//! Not here: spellings that writers mean, which stand in the lists of each word.

use super::Lexicon;
use super::slips::{Leads, List, Meant, SHORTEST, Slips, end};
use crate::text::{Class, Gap, Token, Word};
use std::sync::LazyLock;

/// «وحتى», before a month.
const LONGEST_LEAD: usize = 4;

impl Leads {
    /// Whether the word may be one of them, as far as its end tells.
    #[inline]
    pub(super) fn may_hold(&self, word: Word) -> bool {
        word.bits() <= Word::mask(LONGEST_LEAD) && self.ends & end(word.bits() as u32) != 0
    }

    /// Whether the word is one of them, perhaps with one letter before it.
    fn hold(&self, word: Word) -> bool {
        let is_lead = |word: Word| self.words.contains(&(word.bits() as u32));
        self.may_hold(word) && (is_lead(word) || is_lead(word.without_first(1)))
    }
}

impl List {
    /// Whether any of them begins as the word does.
    fn may_be(&self, typed: Word) -> bool {
        self.firsts & 1 << typed.code(0) != 0
    }
}

impl Slips {
    /// What may be misspelt at token `at`, as its place and its first letter tell, and how many letters a word must have
    /// of which two are swapped.
    fn looked_for(&self, tokens: &[Token], at: usize) -> Option<(&List, usize)> {
        let (token, before) = (tokens.get(at)?, tokens.get(at.checked_sub(1)?)?);
        if token.class != Class::Arabic || token.gap > Gap::Wide {
            return None;
        }
        match before.class {
            Class::Digits => Some((&self.units, SHORTEST)).filter(|(list, _)| list.may_be(token.word)),
            // Swapped letters of a short month are another word («نيسان», «نسيان»).
            Class::Arabic if self.leads.hold(before.word) && self.months.may_be(token.word) => {
                Some((&self.months, SHORTEST + 1))
            }
            _ => None,
        }
    }
}

impl Lexicon {
    /// Whether the token at `at` may be misspelt, as far as the one before it tells.
    #[inline]
    pub(super) fn may_be_slip(&self, tokens: &[Token], at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| match tokens[before].class {
            Class::Digits => true,
            Class::Arabic => self.facts.slips.leads.may_hold(tokens[before].word),
            Class::Mark(_) | Class::Latin => false,
        })
    }

    /// The word that the stranger at token `at` was meant to be, where its place tells what is looked for.
    pub(super) fn meant(&self, tokens: &[Token], at: usize) -> Option<Word> {
        let (list, swapped) = self.facts.slips.looked_for(tokens, at)?;
        let typed = Meant::new(tokens[at].word);
        let mut near =
            list.words.iter().filter(|meant| typed.first == meant.first && typed.len.abs_diff(meant.len) <= 1);
        near.find(|meant| is_slip(typed.word, meant.word, swapped)).map(|meant| meant.word)
    }
}

/// Whether one slip makes `typed` of `meant`, where only words of `swapped` letters and more have two of them swapped.
/// The first letter is hardly ever wrong.
fn is_slip(typed: Word, meant: Word, swapped: usize) -> bool {
    let (long, short) = (typed.len(), meant.len());
    if typed.code(0) != meant.code(0) || long.abs_diff(short) > 1 {
        return false;
    }
    let same = (0..long.min(short)).take_while(|at| typed.code(*at) == meant.code(*at)).count();
    let rest = |word: Word, from: usize| word.without_first(from);
    match long as isize - short as isize {
        0 if same + 1 < long && long >= swapped => {
            let swapped = typed.code(same) == meant.code(same + 1) && typed.code(same + 1) == meant.code(same);
            swapped && rest(typed, same + 2) == rest(meant, same + 2)
        }
        -1 => rest(typed, same) == rest(meant, same + 1),
        // «أببريل», «مليارد»: struck twice, or a neighbour at the end.
        1 => {
            let twice = typed.code(same) == typed.code(same - 1);
            (twice || same + 1 == long && !is_ending(typed.code(same))) && rest(typed, same + 1) == rest(meant, same)
        }
        _ => false,
    }
}

/// Letters that Arabic puts at the end of a word to make another.
fn is_ending(code: u8) -> bool {
    static ENDINGS: LazyLock<Word> = LazyLock::new(|| Word::of("ايهنتمكس"));
    (0..ENDINGS.len()).any(|at| ENDINGS.code(at) == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_and_no_more() {
        for (typed, meant, slip) in [
            ("ميلونا", "مليونا", true),
            ("نوفبمر", "نوفمبر", true),
            ("أوام", "أعوام", true),
            ("أببريل", "أبريل", true),
            ("مليارد", "مليار", true),
            ("مليونن", "مليون", true),
            ("ملون", "مليون", true),
            ("معيار", "مليار", false),
            ("قنوات", "سنوات", false),
            ("أقوام", "أعوام", false),
            ("أيتام", "أيام", false),
            ("مليونية", "مليون", false),
            ("يوليوس", "يوليو", false),
            ("نسيان", "نيسان", false),
        ] {
            assert_eq!(is_slip(Word::of(typed), Word::of(meant), SHORTEST + 1), slip, "{typed} {meant}");
        }
    }
}
