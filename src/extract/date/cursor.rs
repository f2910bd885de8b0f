//! Looking at a sentence token by token: words of dates, numbers, marks.

use super::said::outside;
use crate::extract::Sentence;
use crate::figure::Calendar;
use crate::lexicon::{Clitics, DateWord, Hit, Kinds, Sense};
use crate::text::{Class, Gap, Token, digits};
use std::cell::{Cell, OnceCell};

/// The last year that the grammar knows.
const LAST_YEAR: u32 = 2200;

/// What may stand between the numbers of a date.
pub(super) const NUMERIC_MARKS: [char; 6] = ['/', '-', '.', '‑', '–', '\\'];

/// What may stand between two dates.
pub(super) const DASHES: [char; 4] = ['-', '–', '—', '‑'];

/// A sentence with questions that the grammar of dates asks.
pub(super) struct Cursor<'s, 't> {
    sentence: &'s Sentence<'t>,
    /// The number that was asked for last, by its token: each part of the grammar asks for it again.
    number: Cell<(usize, Option<Number>)>,
    /// The token after the last that may join the ends of an interval without words around them, once it was asked for.
    joints_end: OnceCell<usize>,
}

/// A word of the lexicon that was asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match<T> {
    /// What it means.
    pub is: T,
    /// The token after it.
    pub next: usize,
    pub clitics: Clitics,
}

impl<T> Match<T> {
    /// Whether nothing but perhaps the article is written together with it.
    pub fn bare(&self) -> bool {
        !self.clitics.conjunction && !self.clitics.preposition
    }

    /// Letters before the figure that begins here.
    pub fn outside(&self) -> u8 {
        outside(self.clitics)
    }
}

/// A whole number in digits that stands by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub value: u32,
    /// How many digits it is written with.
    pub digits: usize,
}

/// Whether the mark, glued to digits on both sides, makes them one number, or one hour.
fn joins_digits(mark: Class) -> bool {
    mark.is_comma() || matches!(mark, Class::Mark('.' | '٫' | '٬' | '/' | ':' | '\'' | '’'))
}

impl<'s, 't> Cursor<'s, 't> {
    pub fn new(sentence: &'s Sentence<'t>) -> Cursor<'s, 't> {
        Cursor { sentence, number: Cell::new((usize::MAX, None)), joints_end: OnceCell::new() }
    }

    pub fn sentence(&self) -> &'s Sentence<'t> {
        self.sentence
    }

    /// Whether the digits at `at` may be of a date: a number by itself, small enough, or the first of several with marks.
    pub fn may_be_of_date(&self, at: usize) -> bool {
        let small = self.run(at).is_some_and(|number| number.value <= LAST_YEAR);
        let marked = || self.is_mark(at + 1, &NUMERIC_MARKS) || self.is_mark(at + 1, &DASHES);
        small && (self.number(at).is_some() || marked())
    }

    /// Whether a dash or «إلى» stands anywhere after `at`.
    pub fn may_be_joined(&self, at: usize) -> bool {
        let joins = |token: &Token| matches!(token.class, Class::Mark(c) if c == '/' || DASHES.contains(&c));
        let last = || {
            let mark = self.sentence.tokens.iter().rposition(joins);
            mark.max(self.sentence.last(Kinds::UNTIL_WHEN))
        };
        at + 1 < *self.joints_end.get_or_init(|| last().map_or(0, |last| last + 1))
    }

    /// The first token from `at` on where a date or an interval may begin.
    pub fn next_beginning(&self, at: usize) -> Option<usize> {
        self.sentence.next(at, Kinds::BEGIN_DATE.or(Kinds::SINCE_WHEN))
    }

    /// Whether a date may begin at `at`, by its first word alone.
    pub fn may_begin(&self, at: usize) -> bool {
        self.sentence.begins(at, Kinds::BEGIN_DATE)
    }

    /// The kinds of what begins at `at`.
    pub fn kinds(&self, at: usize) -> Kinds {
        self.sentence.kinds(at)
    }

    pub fn token(&self, at: usize) -> Option<&'s Token> {
        self.sentence.tokens.get(at)
    }

    /// The first meaning at `at`, of these kinds, that `wanted` takes; longer phrases first.
    pub fn find<T>(&self, at: usize, kinds: Kinds, wanted: impl Fn(DateWord, &Hit) -> Option<T>) -> Option<Match<T>> {
        if cfg!(test) {
            let missed = |hit: &Hit| match hit.sense {
                Sense::Date(word) => wanted(word, hit).is_some() && !word.kind().any(kinds),
                _ => false,
            };
            assert!(!self.sentence.hits(at).iter().any(missed), "words of other kinds than were asked for");
        }
        self.sentence.hits_of(at, kinds).iter().find_map(|hit| {
            let Sense::Date(word) = hit.sense else { return None };
            wanted(word, hit).map(|is| Match { is, next: at + hit.tokens, clitics: hit.clitics })
        })
    }

    /// Whether one of the meanings at `at` is `word`, with nothing but the article before it.
    pub fn is(&self, at: usize, word: DateWord) -> Option<usize> {
        self.find(at, word.kind(), |found, hit| {
            (found == word && !hit.clitics.preposition && !hit.clitics.conjunction).then_some(())
        })
        .map(|found| found.next)
    }

    /// Whether one of the meanings at `at` is `word` exactly as written.
    pub fn exactly(&self, at: usize, word: DateWord) -> Option<usize> {
        self.find(at, word.kind(), |found, hit| (found == word && hit.clitics.letters == 0).then_some(()))
            .map(|found| found.next)
    }

    /// Whether `word` is a meaning of the token at `at`, whatever is written together with it.
    pub fn says(&self, at: usize, word: DateWord) -> bool {
        self.find(at, word.kind(), |found, _| (found == word).then_some(())).is_some()
    }

    /// Whether `word` is a meaning of the token right before `at`.
    pub fn follows(&self, at: usize, word: DateWord) -> bool {
        at.checked_sub(1).is_some_and(|before| self.says(before, word))
    }

    pub fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        matches!(self.token(at), Some(Token { class: Class::Mark(c), .. }) if marks.contains(c))
    }

    pub fn glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.gap == Gap::None)
    }

    /// The digits at `at`, whatever stands around them; at most nine.
    pub fn run(&self, at: usize) -> Option<Number> {
        let token = self.token(at).filter(|token| token.class == Class::Digits)?;
        let (mut value, mut count) = (0_u32, 0_usize);
        for digit in digits(self.sentence.text, token) {
            count += 1;
            if count > 9 {
                return None;
            }
            value = value * 10 + u32::from(digit - b'0');
        }
        Some(Number { value, digits: count })
    }

    /// The number at `at` if it is not part of a decimal, a grouped number, a code, a price or a percentage.
    pub fn number(&self, at: usize) -> Option<Number> {
        let (known, mut number) = self.number.get();
        if known != at {
            number = self.run(at).filter(|_| !self.joined_before(at) && !self.joined_after(at));
            self.number.set((at, number));
        }
        number
    }

    fn joined_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|at| self.token(at)) else { return false };
        if !self.glued(at) {
            return matches!(before.class, Class::Mark('$' | '€' | '£' | '#'));
        }
        match before.class {
            Class::Latin => true,
            mark if joins_digits(mark) => self.glued_digits(at.wrapping_sub(2), at - 1),
            Class::Mark('$' | '€' | '£' | '#' | '+' | '@' | '_' | '%' | '٪') => true,
            Class::Mark('-' | '–' | '‑') => {
                at >= 2 && self.glued(at - 1) && self.token(at - 2).is_some_and(|token| token.class == Class::Latin)
            }
            _ => false,
        }
    }

    fn joined_after(&self, at: usize) -> bool {
        let Some(after) = self.token(at + 1) else { return false };
        if after.gap != Gap::None {
            return matches!(after.class, Class::Mark('%' | '٪')) && after.gap == Gap::Space;
        }
        match after.class {
            Class::Latin => true,
            mark if joins_digits(mark) => self.glued_digits(at + 2, at + 1),
            Class::Mark('%' | '٪' | '$' | '€' | '£' | '°' | '_' | '@') => true,
            _ => false,
        }
    }

    /// Whether digits stand at `at`, glued to the mark at `mark` beside them.
    fn glued_digits(&self, at: usize, mark: usize) -> bool {
        let digits = self.token(at).is_some_and(|token| token.class == Class::Digits);
        digits && self.glued(at.max(mark))
    }

    /// The sign of an era at `at`, and the token after it.
    pub fn era(&self, at: usize) -> Option<(Calendar, usize)> {
        let found = self.find(at, Kinds::ERA, |word, hit| match word {
            DateWord::Era(calendar) if hit.clitics.letters == 0 => Some(calendar),
            _ => None,
        })?;
        Some((found.is, found.next))
    }
}
