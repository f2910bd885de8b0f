//! Headings that say once what the numbers of the rows below them are: «(بملايين الدولارات):», «| القطاع | مليون دولار |».
//! In: a sentence that ends a line of the text. Out: the unit and the scale of numbers that stand in rows without any.
//! Not here: money that a sentence leaves unsaid (`unsaid.rs`).

use super::Sentence;
use super::measure::{Measure, Scope, Unit, percent_after};
use super::sign::{is_sign, negated};
use super::{money, numeral};
use crate::text::{Class, Gap};
use rust_decimal::Decimal;
use std::ops::Range;

/// What the numbers of rows are.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Head {
    unit: Unit,
    scale: Decimal,
}

/// What a heading says of the rows below it.
#[derive(Clone, Debug)]
pub(crate) enum Heading {
    /// Of the last number of each row.
    List(Head),
    /// Of each column of a table.
    Table(Vec<Option<Head>>),
}

/// How many words may stand in brackets before the unit: «(الأرقام بملايين الدولارات)».
const BEFORE: usize = 3;
/// How many words and marks the first cell of a table may have.
const CELL: usize = 8;
/// How many words and marks may tell of how much a price is.
const PER: usize = 4;
/// How many bytes a row may have.
const ROW: usize = 200;

/// What stands for the rows below a sentence, where `above` stands for it; and the words that say so, which are no figures.
pub(crate) fn below(scope: Scope, above: Option<&Heading>) -> Option<(Heading, Vec<Range<usize>>)> {
    let s = scope.s;
    let end = s.tokens.iter().rposition(|token| !token.is_mark(':') && !token.is_mark('.'))?;
    let told = match s.tokens[end].class {
        _ if s.tokens.iter().take(CELL).any(|token| token.is_mark('|')) => {
            if is_followed(s) {
                of_table(scope)
            } else {
                None
            }
        }
        Class::Mark(')') if is_followed(s) => of_list(scope, end, '('),
        Class::Mark(']') if is_followed(s) => of_list(scope, end, '['),
        _ => None,
    };
    told.or_else(|| above.filter(|_| is_row(s)).map(|above| (above.clone(), Vec::new())))
}

/// Gives a number of a row without a unit of its own what the heading says.
pub(crate) fn take(s: &Sentence, heading: &Heading, measure: &mut Measure) {
    let plain = measure.unit == Unit::Thing && !measure.noun && measure.amount.scale == Decimal::ONE;
    let start = measure.tokens.start;
    if !plain || measure.amount.vague || s.tokens[start].class != Class::Digits {
        return;
    }
    let next = s.tokens.get(measure.tokens.end);
    let head = match heading {
        // The label comes first: «- الصحة: 460».
        Heading::List(head) => {
            let labelled = s.tokens[..measure.tokens.start].iter().any(|token| token.is_word());
            let ends = next.is_none_or(|next| next.gap >= Gap::Line || next.is_mark('.'));
            Some(head).filter(|_| labelled && ends)
        }
        Heading::Table(columns) => {
            let cell = cells(s).position(|cell| cell.contains(&measure.tokens.start));
            let fills = next.is_none_or(|next| next.is_mark('|') || next.gap >= Gap::Line);
            cell.filter(|_| fills).and_then(|cell| columns.get(cell)?.as_ref())
        }
    };
    if let Some(Head { unit, scale }) = head {
        measure.unit = unit.clone();
        if *scale > Decimal::ONE {
            measure.amount.multiply(*scale);
        }
        // «| -1.8 |»
        if start > 1 && is_sign(s.tokens[start - 1].class) && s.is_glued(start) && s.is_mark(start - 2, '|') {
            *measure = negated(measure.clone());
            measure.tokens.start = start - 1;
        }
    }
}

fn of_list(scope: Scope, close: usize, open: char) -> Option<(Heading, Vec<Range<usize>>)> {
    let s = scope.s;
    let from = s.tokens[..close].iter().rposition(|token| token.is_mark(open))? + 1;
    let (head, begin) = head_in(scope, from..close)?;
    Some((Heading::List(head), std::iter::once(begin..close).collect()))
}

fn of_table(scope: Scope) -> Option<(Heading, Vec<Range<usize>>)> {
    let mut said = Vec::new();
    let column = |cell: Range<usize>| {
        // «المبلغ (مليون دينار)»
        let bracketed = cell.end.checked_sub(1).filter(|close| scope.s.is_mark(*close, ')'));
        let open = |close: usize| Some(cell.clone().rfind(|at| scope.s.is_mark(*at, '('))? + 1..close);
        let cell = bracketed.and_then(open).unwrap_or(cell.clone());
        let end = cell.end;
        let (head, begin) = head_in(scope, cell)?;
        said.push(begin..end);
        Some(head)
    };
    let columns: Vec<Option<Head>> = cells(scope.s).map(column).collect();
    (!said.is_empty()).then_some((Heading::Table(columns), said))
}

/// What these tokens end with, where it is a unit, and where that begins: they have no number besides.
fn head_in(scope: Scope, tokens: Range<usize>) -> Option<(Head, usize)> {
    let mut begins = (tokens.start..tokens.end).take(BEFORE + 1);
    let digits = tokens.clone().any(|at| scope.s.tokens[at].class == Class::Digits && !is_power(scope.s, at));
    begins.find_map(|at| Some((head(scope, at, tokens.end)?, at))).filter(|_| !digits)
}

/// A scale word, a unit, or both, from token `at` up to `end`: «ملايين الدولارات», «ألف برميل يوميا», «%».
fn head(scope: Scope, at: usize, end: usize) -> Option<Head> {
    let s = scope.s;
    // A sign alone has no meaning in a sentence without numbers.
    let sign = at + 1 == end && matches!(s.tokens[at].class, Class::Mark('%' | '٪'));
    if sign || percent_after(s, at) == Some(end) {
        return Some(Head { unit: Unit::Percent, scale: Decimal::ONE });
    }
    let scaled = numeral::at(s, at).filter(|numeral| numeral.vague || numeral.value == numeral.scale);
    let Some(numeral) = scaled.filter(|numeral| !numeral.compound && numeral.value > Decimal::ONE) else {
        return of_money(scope, at, end, Decimal::ONE);
    };
    let scale = numeral.value;
    let from = numeral.tokens.end;
    let thing = || (from..end).all(|at| s.tokens[at].is_word()).then_some(Head { unit: Unit::Thing, scale });
    of_money(scope, from, end, scale).or_else(thing)
}

fn of_money(scope: Scope, at: usize, end: usize, scale: Decimal) -> Option<Head> {
    let clitics = scope.s.hits(at).first()?.clitics;
    let found = money::after(scope.s, scope.cx, scope.lexicon, at, true)
        .or_else(|| money::noun(scope.s, scope.cx, scope.lexicon, at, clitics))?;
    // «دينار لكل لتر», «فلس/لتر»
    let per = || {
        let of = found.end..end;
        let told = |at: usize| scope.s.tokens[at].is_word() || scope.s.is_mark(at, '/') || is_power(scope.s, at);
        of.len() <= PER && of.into_iter().all(told)
    };
    (!found.two && per()).then_some(Head { unit: Unit::Money(found.tender), scale })
}

/// The power of a unit: «م³», «م2».
fn is_power(s: &Sentence, at: usize) -> bool {
    let after_letters = at.checked_sub(1).is_some_and(|before| s.tokens[before].is_word());
    after_letters && s.is_glued(at) && matches!(s.tokens[at].span.slice(s.text), "²" | "³" | "2" | "3")
}

/// The cells of a row of a table, by their tokens; bars may stand at its ends too: «| الغذاء | 5 |», «الغذاء | 5».
fn cells(s: &Sentence) -> impl Iterator<Item = Range<usize>> {
    let len = s.tokens.len();
    let first = usize::from(s.is_mark(0, '|'));
    let last = if s.is_mark(len.wrapping_sub(1), '|') { len - 1 } else { len };
    let mut begin = first;
    let bars = (first..last).filter(|at| s.is_mark(*at, '|')).chain([last]);
    bars.map(move |bar| std::mem::replace(&mut begin, bar + 1)..bar)
}

/// Whether a row follows the line that the sentence ends.
fn is_followed(s: &Sentence) -> bool {
    let rest = &s.text[s.span.end..];
    let begins = rest.trim_start_matches([' ', '\t', '\r', '.', ':']).starts_with('\n');
    let is_rule = |line: &&str| line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\r'));
    begins && rest.lines().skip(1).take(3).find(|line| !is_rule(line)).is_some_and(is_line_of_row)
}

/// Whether the sentence is such a row: it is a line of the text.
fn is_row(s: &Sentence) -> bool {
    let line = |c: char| c == '\n';
    let begins =
        s.text[..s.span.start].trim_end_matches([' ', '\t', '-', '•', '–', '*']).chars().next_back().is_none_or(line);
    let is_rule = s.tokens.iter().all(|token| matches!(token.class, Class::Mark(_)));
    begins && (is_rule || is_line_of_row(s.span.slice(s.text)))
}

/// Whether a line has a label and ends with a number, or is a row of a table with numbers.
fn is_line_of_row(line: &str) -> bool {
    let line = line.trim_end_matches(['.', '؛', '،', ',', ';', ' ', '\r', '\t', '%', '٪', ')']);
    let cells = || line.contains('|') && line.contains(char::is_numeric);
    let labelled = || line.ends_with(char::is_numeric) && line.contains(char::is_alphabetic);
    line.len() <= ROW && (cells() || labelled())
}
