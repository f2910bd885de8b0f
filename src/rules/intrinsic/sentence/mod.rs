//! A sentence as the checks see it: its figures in order, and the relations written between them.
//! Here: what a check may ask. Not here: what follows from the answers, which is each check's own.

mod beside;
mod each;
mod named;
mod ordinal;
mod subject;
mod told;
mod whole;

use crate::align::knowledge::Knowledge;
use crate::figure::{Figure, Kind, Quantity, Span, Value};
use crate::lexicon::{Hit, Lexicon, Relation, clitics};
use crate::text::{self, COMMAS, Token, Word};
use smallvec::SmallVec;
use std::ops::Range;
use told::Told;
pub(super) use told::{begins, says};

/// Marks that stand beside a word without a meaning of their own.
const ASIDE: [char; 6] = ['،', ',', '-', '–', '(', ')'];

/// The figures of one sentence with the words between them.
#[derive(Debug)]
pub(super) struct Clause<'a> {
    text: &'a str,
    figures: &'a [Figure],
    lexicon: &'a Lexicon,
    range: Range<usize>,
    tokens: Vec<Token>,
    relations: Vec<Related>,
    told: Told,
    numbers: Vec<usize>,
}

/// A word that tells how figures follow from one another.
#[derive(Clone, Copy, Debug)]
struct Related {
    span: Span,
    relation: Relation,
    /// «ب» or the like is written with it: «بزيادة».
    adverb: bool,
}

impl<'a> Clause<'a> {
    /// Of a document with these figures; it holds no sentence until one is read.
    pub(super) fn new(text: &'a str, figures: &'a [Figure], lexicon: &'a Lexicon) -> Clause<'a> {
        Clause {
            text,
            figures,
            lexicon,
            range: 0..0,
            tokens: Vec::new(),
            relations: Vec::new(),
            told: Told::default(),
            numbers: Vec::new(),
        }
    }

    /// Reads the sentence whose figures are `range` of the document's. What else its words mean is looked up for the few
    /// of them that a check asks about.
    pub(super) fn read(&mut self, range: Range<usize>) {
        let Clause { text, figures, lexicon, .. } = *self;
        self.tokens.clear();
        text::tokens(text, figures[range.start].sentence, &mut self.tokens);
        self.numbers.clear();
        self.numbers.extend(range.clone().filter(|index| figures[*index].value.quantity().is_some()));
        self.range = range;
        self.relations.clear();
        for at in 0..self.tokens.len() {
            lexicon.relations(&self.tokens, at, |relation, tokens, clitics| {
                // «ولهما ثمانية أحفاد» have so many, and are not.
                if relation == Relation::Are && clitics.preposition {
                    return;
                }
                let start = text::start_without(text, &self.tokens[at], 0);
                let span = Span::new(start, self.tokens[at + tokens - 1].span.end);
                self.relations.push(Related { span, relation, adverb: clitics.preposition });
            });
        }
        // «كما» turns to something else, «كما يلي» does not.
        let phrases: SmallVec<[Span; 16]> = self.relations.iter().map(|related| related.span).collect();
        self.relations.retain(|related| {
            let within = |phrase: &Span| phrase.contains(related.span) && *phrase != related.span;
            related.relation != Relation::Turn || !phrases.iter().any(within)
        });
        self.told = Told::default();
        self.relations.iter().for_each(|related| self.told.add(related.relation));
    }

    /// The words of a relation, in order.
    fn of(&self, relation: Relation) -> impl Iterator<Item = &Related> {
        let told = if self.told.has(relation) { self.relations.as_slice() } else { &[] };
        told.iter().filter(move |related| related.relation == relation)
    }

    /// What the words at a token mean.
    fn hits(&self, at: usize) -> Vec<Hit> {
        let mut hits = Vec::new();
        self.lexicon.hits(self.text, &self.tokens, at, &mut hits);
        hits
    }

    /// Indexes of the sentence's figures, in the document's list.
    pub(super) fn figures(&self) -> Range<usize> {
        self.range.clone()
    }

    /// Indexes of those that are numbers: neither dates nor lengths of time, which stand among them.
    pub(super) fn numbers(&self) -> &[usize] {
        &self.numbers
    }

    pub(super) fn figure(&self, index: usize) -> &'a Figure {
        &self.figures[index]
    }

    /// The document's text.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    pub(super) fn lexicon(&self) -> &'a Lexicon {
        self.lexicon
    }

    /// All figures of the document.
    pub(super) fn all(&self) -> &'a [Figure] {
        self.figures
    }

    /// The text between two figures.
    pub(super) fn between(&self, before: usize, after: usize) -> &'a str {
        let (from, to) = (self.figures[before].span.end, self.figures[after].span.start);
        self.text.get(from..to).unwrap_or_default()
    }

    /// The text from the figure before, or the sentence's start, to this figure.
    pub(super) fn before(&self, index: usize) -> &'a str {
        let from = match index > self.range.start {
            true => self.figures[index - 1].span.end,
            false => self.figures[index].sentence.start,
        };
        self.text.get(from..self.figures[index].span.start).unwrap_or_default()
    }

    /// The text from a figure's end to the sentence's end.
    pub(super) fn after(&self, index: usize) -> &'a str {
        let figure = &self.figures[index];
        self.text.get(figure.span.end..figure.sentence.end).unwrap_or_default()
    }

    /// Whether one thought runs from the one figure to the other, over at most so many words beside those in brackets.
    pub(super) fn runs(&self, before: usize, after: usize, words: usize) -> bool {
        let text = self.between(before, after);
        is_one_thought(text)
            && has_few_words_outside_brackets(text, words)
            && !self.parts(Relation::Turn, before, after)
    }

    /// Whether the relation is written right before the figure: at most `words` short words lie between.
    pub(super) fn leads(&self, relation: Relation, index: usize, words: usize) -> bool {
        self.leading(relation, index, words).is_some()
    }

    /// Whether the relation begins the sentence, with nothing but a mark between it and the figure: «المجموع: 22».
    pub(super) fn leads_after_colon(&self, relation: Relation, index: usize) -> bool {
        let Span { start, end } = Span::new(self.figures[index].sentence.start, self.figures[index].span.start);
        let opens = |text: &str| text.chars().all(|c| !c.is_alphanumeric());
        self.of(relation).any(|related| {
            related.span.start >= start
                && related.span.end <= end
                && opens(&self.text[start..related.span.start])
                && opens(&self.text[related.span.end..end])
        })
    }

    /// As [`Clause::leads`], where the word is a noun that tells how: «بزيادة», not «زاد».
    pub(super) fn leads_as_adverb(&self, relation: Relation, index: usize, words: usize) -> bool {
        self.leading(relation, index, words).is_some_and(|related| related.adverb || self.says_how(&related))
    }

    fn leading(&self, relation: Relation, index: usize, words: usize) -> Option<Related> {
        let mut led = self.of(relation).peekable();
        led.peek()?;
        let start = self.figures[index].span.start;
        let floor = self.figures[self.range.start..index].iter().rev().find(|figure| !is_time(figure));
        let floor = floor.map_or(0, |figure| figure.span.end);
        let leads = |related: &&Related| {
            related.span.start >= floor
                && related.span.end <= start
                && is_close(&self.text[related.span.end..start], words)
        };
        led.find(leads).copied()
    }

    /// Whether the relation is written right after the figure.
    pub(super) fn follows(&self, relation: Relation, index: usize, words: usize) -> bool {
        let end = self.figures[index].span.end;
        let ceiling = if index + 1 < self.range.end { self.figures[index + 1].span.start } else { usize::MAX };
        self.of(relation).any(|related| {
            related.span.start >= end
                && related.span.end <= ceiling
                && is_close(&self.text[end..related.span.start], words)
        })
    }

    /// Whether «و», and nothing else, stands between two figures.
    pub(super) fn is_and_between(&self, before: usize, after: usize) -> bool {
        let at = self.tokens_after(before);
        at.len() == 1 && before + 1 == after && self.tokens[at.start].word.is_and()
    }

    /// Whether the relation, and no other word, is written between two figures.
    pub(super) fn is_all_between(&self, relation: Relation, before: usize, after: usize) -> bool {
        self.fills(relation, self.figures[before].span.end, self.figures[after].span.start)
    }

    /// Whether the figure closes its brackets, with nothing after it in them but words of the relation.
    pub(super) fn closes(&self, index: usize, relation: Relation) -> bool {
        let start = self.figures[index].span.end;
        let rest = self.after(index);
        rest.find(')').is_some_and(|end| rest[..end].trim().is_empty() || self.fills(relation, start, start + end))
    }

    /// Whether the figure counts a thing whose noun closes its brackets: «(11 عضوا)».
    pub(super) fn closes_noun(&self, index: usize) -> bool {
        let rest = self.after(index);
        rest.find(')').is_some_and(|end| self.is_noun_of(index, &rest[..end]))
    }

    /// Whether the words are the noun that the figure counts, by their number: only the figure stands before them.
    pub(super) fn is_noun_of(&self, index: usize, words: &str) -> bool {
        let noun = amount(&self.figures[index]).and_then(|quantity| quantity.unit.as_ref());
        let as_many = |noun: &str| noun.split_whitespace().count() == words.split_whitespace().count();
        let plain = || words.chars().all(|c| c.is_alphanumeric() || c.is_whitespace());
        noun.is_some_and(|noun| as_many(noun)) && plain()
    }

    /// Whether the relation, and no other word, is written here.
    fn fills(&self, relation: Relation, from: usize, to: usize) -> bool {
        let aside = |rest: &str| rest.chars().all(|c| c.is_whitespace() || ASIDE.contains(&c));
        self.of(relation).any(|related| {
            let Span { start, end } = related.span;
            from <= start && end <= to && aside(&self.text[from..start]) && aside(&self.text[end..to])
        })
    }

    /// Whether the relation is written anywhere between two figures.
    pub(super) fn parts(&self, relation: Relation, before: usize, after: usize) -> bool {
        let (from, to) = (self.figures[before].span.end, self.figures[after].span.start);
        self.has(relation, from, to)
    }

    /// The tokens after a figure, up to the next figure or the end of the sentence.
    fn tokens_after(&self, index: usize) -> Range<usize> {
        let next = self.figures.get(index + 1).filter(|_| index + 1 < self.range.end);
        let (from, to) = (self.figures[index].span.end, next.map_or(usize::MAX, |next| next.span.start));
        let tokens = &self.tokens;
        tokens.partition_point(|token| token.span.start < from)..tokens.partition_point(|token| token.span.start < to)
    }

    /// Whether the relation is written anywhere before the figure.
    pub(super) fn precedes(&self, relation: Relation, index: usize) -> bool {
        self.has(relation, 0, self.figures[index].span.start)
    }

    /// Whether the sentence begins with words of the relation, with «و» or without: «وبذلك بلغ».
    pub(super) fn begins_with(&self, relation: Relation) -> bool {
        self.tokens.first().is_some_and(|first| self.of(relation).any(|related| first.span.contains(related.span)))
    }

    /// Whether the relation is written anywhere after the figure.
    pub(super) fn tells(&self, relation: Relation, index: usize) -> bool {
        self.has(relation, self.figures[index].span.end, usize::MAX)
    }

    /// Whether the words before the sentence's first figure name nothing that was not counted before: «وتتوزع الكمية
    /// على», not «وتتكون الخطة من».
    pub(super) fn is_said_of_before(&self, first: usize) -> bool {
        let end = self.figures[first].span.start;
        let words = self.tokens.iter().filter(|token| token.is_word()).take_while(|token| token.span.end <= end);
        let related = |token: &Token| self.relations.iter().any(|related| related.span.contains(token.span));
        words.into_iter().all(related)
    }

    fn has(&self, relation: Relation, from: usize, to: usize) -> bool {
        self.of(relation).any(|related| related.span.start >= from && related.span.end <= to)
    }
}

/// Whether at most so many words stand outside brackets that are closed.
pub(super) fn has_few_words_outside_brackets(text: &str, most: usize) -> bool {
    if !text.contains('(') {
        return has_few_words(text, most);
    }
    let within = text.split('(').skip(1).filter_map(|rest| rest.split_once(')'));
    let in_brackets: usize = within.map(|(within, _)| within.split_whitespace().count()).sum();
    text.split_whitespace().count().saturating_sub(in_brackets) <= most
}

/// Whether a stretch of text is at most so many words.
pub(super) fn has_few_words(text: &str, most: usize) -> bool {
    text.split_whitespace().nth(most).is_none()
}

/// Whether the word has the article and nothing before it.
pub(super) fn has_article(word: Word) -> bool {
    clitics(word).iter().any(|clitics| clitics.article && !clitics.preposition && !clitics.conjunction)
}

/// Whether «و» joins a word, as it is written, to what stands before it, as far as its first letter tells: that of «وزارة»
/// is its own. The lexicon, which knows many such words, is not asked: when it was, a true find was lost.
pub(super) fn is_joined(word: &str) -> bool {
    word.starts_with('و')
}

/// Dates and lengths of time stand among numbers that go on from one to the next.
fn is_time(figure: &Figure) -> bool {
    matches!(figure.value, Value::Date(_) | Value::Duration(_))
}

/// Whether no line ends in a stretch of text, and no thought: «؛».
pub(super) fn is_one_thought(text: &str) -> bool {
    !text.contains('\n') && !text.contains('؛')
}

/// Whether a comma ends a stretch of text.
pub(super) fn ends_with_comma(text: &str) -> bool {
    text.trim_end().ends_with(COMMAS)
}

/// Whether a stretch of text is at most so many words, and no clause ends in it.
fn is_close(text: &str, words: usize) -> bool {
    has_few_words(text, words) && !text.contains(['،', '؛', '.', '\n'])
}

/// The quantity of a count or a sum of money.
pub(super) fn amount(figure: &Figure) -> Option<&Quantity> {
    match &figure.value {
        Value::Money(quantity) | Value::Count(quantity) => Some(quantity),
        _ => None,
    }
}

/// «ثلاث مرات».
pub(super) fn is_times(figure: &Figure) -> bool {
    matches!(&figure.value, Value::Count(quantity) if quantity.unit.as_ref() == Some(&Lexicon::builtin().facts.occasion))
}

/// The number of a percentage.
pub(super) fn percent(figure: &Figure) -> Option<&Quantity> {
    match &figure.value {
        Value::Percent(quantity) => Some(quantity),
        _ => None,
    }
}

/// One kind and one unit; a count may leave its noun out: «من 10 إلى 20 مصنعا».
pub(super) fn same_unit(a: &Figure, b: &Figure) -> bool {
    match (a.value.quantity(), b.value.quantity()) {
        (Some(p), Some(q)) if a.kind() == b.kind() => {
            let bare = p.unit.is_none() || q.unit.is_none();
            p.unit == q.unit || a.kind() == Kind::Count && (bare || count_alike(a, b))
        }
        _ => false,
    }
}

/// Whether two figures count one thing by two words: «محطة وقود» is a «محطة», «كلم» is a «كيلومتر».
pub(super) fn count_alike(a: &Figure, b: &Figure) -> bool {
    let unit = |figure: &Figure| amount(figure).and_then(|quantity| quantity.unit.clone());
    let longer = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
    let (Some(p), Some(q)) = (unit(a), unit(b)) else { return false };
    let measure = |figure: &Figure| Knowledge::builtin().unit_of(&figure.value);
    let measured = || measure(a).is_some() && measure(a) == measure(b);
    p == q || longer(&p, &q) || longer(&q, &p) || measured()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_joined_is_told_by_a_letter() {
        for (word, joined) in [("والصادرات", true), ("و9", true), ("وزارة", true), ("الوزارة", false), ("", false)]
        {
            assert_eq!(is_joined(word), joined, "{word}");
        }
    }
}
