//! A list below a heading without a number, of which the sentence before tells the whole: «سجلت الولاية 112 وفاة. وتتوزع الوفيات
//! كالآتي:». Not here: a heading that tells it itself (`list.rs`).

use super::Finding;
use super::list::{is_row, item, parts_of_lines};
use super::part::{self, Link, is_exact};
use super::sentence::{Clause, begins, has_article, says};
use super::sum;
use crate::align::knowledge::Knowledge;
use crate::figure::Span;
use crate::lexicon::{Lexicon, Money, Relation, Sense};
use crate::text::{self, Token, Word};
use rust_decimal::Decimal;

/// Bytes of the line that leads to a list, at the most.
const HEADING: usize = 200;
/// What is told of a whole stands so many words from it.
const BESIDE: usize = 3;
/// Of a whole that is only told before the list its parts are so near.
const HARDLY: Decimal = Decimal::from_parts(115, 0, 0, false, 2);
/// What a heading says that shares something out.
const SHARES: [Relation; 2] = [Relation::MadeOf, Relation::Divided];
/// Or one whose list is of the chief of it, or of it so far.
const LIMITS: [Relation; 2] = [Relation::Chief, Relation::SoFar];

/// Where the line begins that leads to a list right after the sentence that ends here, and where the list begins: «وتتوزع
/// الوفيات كالآتي:».
pub(super) fn after(text: &str, end: usize) -> Option<Span> {
    let rest = text.get(end..)?;
    let heading = rest.trim_start();
    let start = end + rest.len() - heading.len();
    let line_end = memchr::memchr(b'\n', &heading.as_bytes()[..heading.len().min(HEADING)])?;
    let line = &heading[..line_end];
    let leads = line.trim_end().ends_with(':') && item(line).is_none();
    let below = || heading[line_end + 1..].lines().find(|line| !line.trim().is_empty());
    (leads && below().is_some_and(|line| item(line).is_some())).then(|| Span::new(start, start + line_end))
}

/// The lines below a heading without a number, of which the sentence before tells the whole: «سجلت الولاية 112 وفاة. وتتوزع
/// الوفيات كالآتي:». Only of what the heading names, or what is one digit off.
pub(super) fn lines(clause: &Clause<'_>, text: &str, heading: Span, lexicon: &Lexicon, found: &mut Vec<Finding>) {
    let figures = clause.all();
    let next = clause.figures().end;
    if figures.get(next).is_none_or(|next| next.span.start < heading.end) || !says(text, heading, lexicon, &SHARES) {
        return;
    }
    let fits = |whole: usize| {
        let parts = parts_of_lines(text, heading.end, figures, next, |part| is_row(part, &figures[whole], lexicon))?;
        let near = sum::is_near(clause, whole, &parts, HARDLY);
        (near && is_exact(&figures[whole])).then_some((whole, parts))
    };
    let mut wholes = clause.numbers().iter().filter_map(|whole| fits(*whole));
    let (Some((whole, parts)), None) = (wholes.next(), wholes.next()) else { return };
    if says(text, heading, lexicon, &LIMITS) {
        return;
    }
    let named = |number: usize| is_named_in(clause, heading, number);
    // «مساهمة القطاعات كالآتي:»
    let unnamed = || {
        !clause.numbers().iter().any(|other| mentions(clause, heading, *other).is_some())
            && !names_money(text, heading, lexicon)
            && part::is_one_digit_off(figures, whole, &parts)
    };
    if named(whole) || unnamed() {
        part::judge(figures, whole, &parts, Link::All, found);
    }
}

/// Whether the heading tells which money it shares out: «وتوزعت الاستثمارات كالآتي:».
fn names_money(text: &str, heading: Span, lexicon: &Lexicon) -> bool {
    let amount = |sense: Sense| matches!(sense, Sense::Money(Money::Amount));
    let knowledge = Knowledge::builtin();
    words(text, heading).iter().any(|word| {
        let bare = knowledge.bare(word.word).to_string();
        lexicon.senses(&bare).any(amount)
    })
}

/// Whether a word of the heading stands beside the figure too, and beside no other, and the heading is of all of it.
pub(super) fn is_named_in(clause: &Clause<'_>, heading: Span, figure: usize) -> bool {
    // «وتوزعت المشاريع المقبولة كالآتي:», «في المدن الكبرى كالآتي:» are some of them; «بحسب المدن» is of all.
    let lexicon = clause.lexicon();
    mentions(clause, heading, figure).is_some_and(|after| {
        let tells = |at: usize, relation: Relation| begins(&after, at, lexicon, &[relation]);
        let of_all = (0..after.len()).take_while(|at| !tells(*at, Relation::By));
        !of_all.into_iter().any(|at| has_article(after[at].word) && !tells(at, Relation::AsFollows))
    })
}

/// The words of the heading after the one that stands beside the figure too, in whatever form.
fn mentions(clause: &Clause<'_>, heading: Span, figure: usize) -> Option<Vec<Token>> {
    let (text, figures) = (clause.text(), clause.all());
    let stem = |word: &Token| Knowledge::builtin().stem(word.word).root;
    let Span { start, end } = figures[figure].span;
    let sentence = figures[figure].sentence;
    let last = figure.checked_sub(1).map_or(0, |last| figures[last].span.end).max(sentence.start);
    let next = figures.get(figure + 1).map_or(usize::MAX, |next| next.span.start).min(sentence.end);
    let before = words(text, Span::new(last, start));
    let of_last = last > sentence.start && before.len() <= BESIDE;
    let before = before.iter().rev().take(if of_last { 0 } else { BESIDE });
    let after = words(text, Span::new(end, next));
    let beside: Vec<Word> = before.chain(after.iter().take(BESIDE)).map(stem).collect();
    let mut words = words(text, heading);
    let named = words.iter().position(|word| beside.contains(&stem(word)))?;
    Some(words.split_off(named + 1))
}

/// The words of a stretch of text.
fn words(text: &str, span: Span) -> Vec<Token> {
    let mut tokens = Vec::new();
    text::tokens(text, span, &mut tokens);
    tokens.retain(Token::is_word);
    tokens
}
