//! Numbers below zero: «-2.5%», «−5 درجات», «ناقص 5 درجات», «5 درجات تحت الصفر».
//! In: a sentence and a token where a sign may stand. Out: the measure with its sign, or where the words after one end.
//! Not here: dashes that part or join («3-5», «- 5 درجات», «2 -1»): they are no signs.

use super::Sentence;
use super::count;
use super::measure::{self, Measure, Scope, Unit};
use super::numeral;
use crate::lexicon::{Bounding, Clitics, Hit, Kinds, Number, Sense};
use crate::text::{Class, Gap};

/// The mark that is a sign of numbers and nothing else.
const MINUS: char = '−';

/// Whether the token is a mark that may be a sign.
pub(crate) fn is_sign(class: Class) -> bool {
    matches!(class, Class::Mark('-' | '–' | MINUS))
}

/// The measure whose sign stands at token `at`: a percentage, money, degrees, or where words bound it a number alone.
/// Before what cannot be below zero a dash is punctuation.
pub(crate) fn marked(scope: Scope, at: usize, bounded: bool) -> Option<Measure> {
    let s = scope.s;
    let before = at.checked_sub(1);
    let apart =
        s.tokens[at].gap != Gap::None || before.is_none_or(|before| s.is_mark(before, '(') || is_drawn_out(s, before));
    if !apart || !s.is_glued(at + 1) {
        return None;
    }
    let mut measure = match s.tokens.get(at + 1)?.class {
        Class::Digits => measure::of_numeral(scope, numeral::at(s, at + 1)?, true)?,
        _ => measure::with_sign(scope, at + 1)?,
    };
    let minus = s.is_mark(at, MINUS);
    let opens_line = before.is_none() || s.tokens[at].gap >= Gap::Line;
    let closed = || !minus && is_closed(s, measure.tokens.end);
    let signed = match measure.unit {
        Unit::Percent => true,
        Unit::Money(_) => (minus || !opens_line) && !closed(),
        Unit::Thing if measure.noun => {
            let item = || !minus && opens_line && is_item(s, at);
            count::is_signed(s, measure.tokens.end) && !closed() && !item()
        }
        Unit::Thing => bounded || minus,
        Unit::Noun(_) | Unit::Times | Unit::Time(_) => false,
    };
    measure.tokens.start = at;
    measure.letters = 0;
    (signed && !measure.amount.vague).then(|| negated(measure))
}

/// Whether the token is «و», or a clitic drawn out to what follows, as in «بـ-5»; «ب-52» is a name.
pub(crate) fn is_drawn_out(s: &Sentence, at: usize) -> bool {
    let drawn = || s.tokens.get(at + 1).is_some_and(|next| s.text[..next.span.start].ends_with('ـ'));
    s.is_and(at) || count::is_clitic(s.tokens[at].word) && drawn()
}

/// «الشركة -5 ملايين دولار رأسمالها- تأسست»: a dash later in the sentence closes what this one opens.
fn is_closed(s: &Sentence, from: usize) -> bool {
    let apart = |at: usize| s.tokens.get(at + 1).is_none_or(|next| next.gap != Gap::None);
    (from..s.tokens.len()).any(|at| is_sign(s.tokens[at].class) && s.is_glued(at) && apart(at))
}

/// Whether the dash at token `at`, with which a line begins, is that of a list: the line before or after has one too.
fn is_item(s: &Sentence, at: usize) -> bool {
    let dashed = |line: &str| line.trim_start().starts_with(['-', '–']);
    let (before, line) = s.text.split_at(s.tokens[at].span.start);
    let last = before.trim_end().rsplit('\n').next();
    let next = line.split_once('\n').map(|(_, next)| next);
    last.is_some_and(dashed) || next.is_some_and(dashed)
}

/// The degrees or the percentage after a word for a sign at token `at`: «ناقص 5 درجات».
pub(crate) fn told(scope: Scope, at: usize) -> Option<Measure> {
    let s = scope.s;
    let sign = |hit: &&Hit| hit.sense == Sense::Number(Number::Negative) && !hit.clitics.article;
    let clitics = s.hits_of(at, Kinds::NUMBER).iter().find(sign)?.clitics;
    // «ستة ناقص أربعة» is a subtraction.
    let subtracts = at > 0 && s.begins(at - 1, Kinds::NUMBER.or(Kinds::DIGITS));
    let numeral = numeral::at(s, at + 1).filter(|numeral| !subtracts && numeral.clitics == Clitics::default())?;
    let measure = measure::of_numeral(scope, numeral, true).filter(|measure| !measure.amount.vague)?;
    let signed = match measure.unit {
        Unit::Percent => true,
        Unit::Thing => count::is_signed(s, measure.tokens.end),
        _ => false,
    };
    let tokens = at..measure.tokens.end;
    signed.then(|| negated(Measure { tokens, letters: measure::foreign_letters(clitics), ..measure }))
}

/// The token after the words that put a number of degrees below zero, the number ending before token `at`: «5 درجات تحت
/// الصفر», «269 تحت الصفر».
pub(crate) fn below_zero(s: &Sentence, at: usize) -> Option<usize> {
    let noun = count::is_signed(s, at).then(|| count::noun_at(s, at, true)).flatten().unwrap_or(at);
    let below = s
        .hits_of(noun, Kinds::BOUND_AFTER)
        .iter()
        .find(|hit| hit.sense == Sense::Bound(Bounding::BelowZero) && hit.clitics == Clitics::default())?;
    (!s.is_taken(noun) && s.tokens[noun].gap < Gap::Line).then_some(noun + below.tokens)
}

pub(crate) fn negated(measure: Measure) -> Measure {
    Measure { amount: measure.amount.negated(), ..measure }
}
