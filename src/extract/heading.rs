//! Headings that say once what the numbers of the rows below them are: «(بملايين الدولارات):», «| القطاع | مليون دولار |»,
//! «(بالمليمتر):».
//! In: a sentence that ends a line of the text. Out: the unit and the scale of numbers that stand in rows without any.
//! Not here: money that a sentence leaves unsaid (`unsaid.rs`).

use super::Sentence;
use super::measure::{Measure, Scope, Unit, percent_after};
use super::sign::{is_sign, negated};
use super::{exclude, money, numeral};
use crate::figure::Span;
use crate::lexicon::{Exclusion, Hit, Kinds, Sense};
use crate::text::letters::without_article;
use crate::text::{self, Class, Gap, Token, Word, list_item};
use rust_decimal::Decimal;
use std::ops::Range;
use std::sync::LazyLock;

/// What the numbers of rows are.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Head {
    unit: Unit,
    scale: Decimal,
}

/// What a heading says of the rows below it, and of what form these are once the first has come.
#[derive(Clone, Debug)]
pub(crate) struct Heading {
    heads: Heads,
    rows: Option<Form>,
}

#[derive(Clone, Debug)]
enum Heads {
    /// Of the last number of each row.
    List(Head),
    /// Of each column of a table.
    Table(Vec<Option<Head>>),
}

/// The form of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// «- الصحة: 460», «1. الصحة 460»
    Marked,
    /// «الصحة: 460»
    Labelled,
    /// «الصحة 460»
    Bare,
    /// «| الصحة | 460 |»
    Barred,
}

/// How many words may stand in brackets before the unit: «(الأرقام بملايين الدولارات)».
const BEFORE: usize = 3;
/// How many words and marks the first cell of a table may have.
const CELL: usize = 8;
/// How many words and marks a title has that is a heading without a colon.
const TITLE: usize = 14;
/// How many words and marks may tell of how much a price is.
const PER: usize = 4;
/// How many words a row has before its number, where nothing marks it.
const LABEL: usize = 4;
/// How many characters may mark a row: «12. », «  - ».
const MARK: usize = 16;
/// How many lines below a heading its rows begin, with empty lines and the names of columns.
const REACH: usize = 4;
/// How many bytes a row may have.
const ROW: usize = 200;

/// What stands for the rows below a sentence, where `above` stands for it; and the words that say so, which are no figures.
pub(crate) fn below(scope: Scope, above: Option<&Heading>) -> Option<(Heading, Vec<Range<usize>>)> {
    let s = scope.s;
    let colon = s.tokens.last().is_some_and(|token| token.is_mark(':'));
    let end = s.tokens.len().checked_sub(if colon { 2 } else { 1 })?;
    let titles = || colon || s.tokens.len() <= TITLE && line_of(s).is_some();
    let told = match s.tokens[end].class {
        _ if s.tokens.iter().take(CELL).any(|token| token.is_mark('|')) => {
            // «| ربحية السهم (يورو) | 0.35 |» is a row.
            let row = above.is_some() && s.tokens.iter().any(|token| token.class == Class::Digits);
            if !row && is_followed(s) { of_table(scope) } else { None }
        }
        Class::Mark(')') if titles() && is_followed(s) => of_list(scope, end, '('),
        Class::Mark(']') if titles() && is_followed(s) => of_list(scope, end, '['),
        _ => None,
    };
    let (heads, words) = match told {
        Some(told) => told,
        None => return above?.goes_on(scope).map(|heading| (heading, Vec::new())),
    };
    Some((Heading { heads, rows: None }, words))
}

impl Heading {
    /// The heading for what stands below a sentence, where it is one of the rows: they are of one form, and no empty line
    /// parts them. Marks and numbers alone are none, and end nothing: «1.», «|---|».
    fn goes_on(&self, scope: Scope) -> Option<Heading> {
        let s = scope.s;
        let form = line_of(s).and_then(|line| Some((line, form_of(line.slice(s.text))?)));
        let Some((line, form)) = form else {
            let silent = !s.tokens.iter().any(|token| token.is_word());
            let named = |line: Span| is_head(line.slice(s.text)) && names_value(scope);
            let names = || self.rows.is_none() && line_of(s).is_some_and(named);
            return (silent || names()).then(|| self.clone());
        };
        let above = || s.text[..line.start].strip_suffix('\n').unwrap_or_default().chars().rev();
        let parted = || above().find(|c| !matches!(c, ' ' | '\t' | '\r')) == Some('\n');
        if let (Heads::List(head), None, Form::Barred) = (&self.heads, self.rows, form)
            && let Some(heads) = of_years(s, head)
        {
            return Some(Heading { heads, rows: None });
        }
        let fits = self.rows.is_none_or(|rows| rows == form && !parted());
        fits.then(|| Heading { heads: self.heads.clone(), rows: Some(form) })
    }

    /// Gives a number of a row without a unit of its own what the heading says.
    pub(crate) fn take(&self, s: &Sentence, measure: &mut Measure) {
        let start = measure.tokens.start;
        let bare = measure.unit == Unit::Thing && !measure.noun && !measure.amount.vague;
        let Some((head, rows)) = self.head_of(s, measure).filter(|_| bare).zip(self.rows) else { return };
        // «أصيب 5» below «(بالسنتيمتر):» need not be a row.
        let sized = matches!(head.unit, Unit::Noun(_));
        if s.tokens[start].class != Class::Digits
            || is_labelled_otherwise(s, start, head)
            || sized && (rows == Form::Bare && head.scale == Decimal::ONE || is_no_size(s, start, rows))
        {
            return;
        }
        if measure.amount.scale == Decimal::ONE {
            if head.scale > Decimal::ONE {
                measure.amount.multiply(head.scale);
            }
        } else if !matches!(head.unit, Unit::Money(_)) {
            // «| القيمة (مليون دولار) |», «| 45 مليونا |»: only the money is the heading's.
            return;
        }
        measure.unit = head.unit.clone();
        // «| -1.8 |», «- المصروفات: -80»
        if start > 1 && is_sign(s.tokens[start - 1].class) && s.is_glued(start) && is_apart(s, start - 1) {
            *measure = negated(measure.clone());
            measure.tokens.start = start - 1;
        }
    }

    /// What it says of a number at its place in a row.
    fn head_of(&self, s: &Sentence, measure: &Measure) -> Option<&Head> {
        let Range { start, end } = measure.tokens;
        let next = s.tokens.get(end);
        match &self.heads {
            // The label comes first: «- الصحة: 460».
            Heads::List(head) => {
                let labelled = s.tokens[..start].iter().any(|token| token.is_word());
                let last = s.tokens.len() == end + 1;
                let ends = next.is_none_or(|next| {
                    next.gap >= Gap::Line || ENDS.iter().any(|mark| next.is_mark(*mark)) || last && next.is_mark('|')
                });
                // Of several columns nobody knows which the heading speaks of.
                let lone = || self.rows != Some(Form::Barred) || cells(s).count() == 2;
                Some(head).filter(|_| labelled && ends && lone())
            }
            Heads::Table(columns) => {
                let cell = cells(s).position(|cell| cell.contains(&start));
                let fills = next.is_none_or(|next| next.is_mark('|') || next.gap >= Gap::Line);
                cell.filter(|_| fills).and_then(|cell| columns.get(cell)?.as_ref())
            }
        }
    }
}

/// What a heading says of a table whose columns are called by years, «البند | 2024 | 2023»: it speaks of these columns.
fn of_years(s: &Sentence, head: &Head) -> Option<Heads> {
    let is_year = |text: &str| text.len() == 4 && text.parse().is_ok_and(|year: u16| (1900..=2100).contains(&year));
    let year = |cell: Range<usize>| {
        let mut digits = cell.clone().filter(|at| s.tokens[*at].class == Class::Digits);
        let text = |at: usize| text::digits(s.text, &s.tokens[at]).map(char::from).collect::<String>();
        let first = digits.next().is_some_and(|at| is_year(&text(at)));
        (first && digits.next().is_none()).then(|| head.clone())
    };
    let columns: Vec<Option<Head>> = cells(s).map(year).collect();
    let named = columns.first().is_some_and(Option::is_none);
    (named && columns.iter().any(Option::is_some)).then_some(Heads::Table(columns))
}

/// Whether the last column of a table is called what the heading above may be of: «القيمة», «المبلغ».
fn names_value(scope: Scope) -> bool {
    let last = cells(scope.s).last().unwrap_or_default();
    let says = |token: &Token| {
        let mut senses = scope.lexicon.senses(token.span.slice(scope.s.text));
        senses.any(|sense| sense == Sense::Exclusion(Exclusion::ValueLabel))
    };
    last.len() == 1 && scope.s.tokens[last].iter().all(says)
}

/// What may stand after the number of a row.
const ENDS: [char; 6] = ['.', '؛', '،', ',', ';', '('];

/// Whether the label of a row says that its number is something else: «عدد الوظائف: 250», «معدل البطالة: 7.1» of millions.
fn is_labelled_otherwise(s: &Sentence, number: usize, head: &Head) -> bool {
    let has = |label: Exclusion| (0..number).any(|at| exclude::has(s, at, label));
    // «ربحية السهم (دولار)» of millions
    let before = |mark: char| s.tokens[..number].iter().any(|token| token.is_mark(mark));
    if before('|') && before('(') {
        return true;
    }
    let rate = head.unit != Unit::Percent && (head.scale > Decimal::ONE || matches!(head.unit, Unit::Noun(_)));
    let counts = matches!(head.unit, Unit::Money(_) | Unit::Noun(_) | Unit::Percent);
    counts && has(Exclusion::OtherLabel) || rate && has(Exclusion::RateLabel)
}

/// Whether the number of a row is none of a thing that is measured: its label is what is counted («القتلى: 12», below «(هكتار):»),
/// has a number itself or a year; nor is one of two that are multiplied.
fn is_no_size(s: &Sentence, number: usize, rows: Form) -> bool {
    // «صور» is a town, and pictures.
    let counted = |hit: &Hit| match hit.sense {
        Sense::Noun(noun) => noun.whole && noun.plural && (noun.person || hit.clitics.article),
        _ => false,
    };
    let other = |at: usize| {
        s.tokens[at].class == Class::Digits && at > 0
            || s.begins(at, Kinds::HEAD)
            || s.hits_of(at, Kinds::NOUN).iter().any(counted)
            || exclude::has(s, at, Exclusion::PriceLabel)
            || exclude::has(s, at, Exclusion::SizeLabel)
            || s.is_mark(at, '×')
    };
    rows != Form::Barred && (0..number).any(other)
}

/// Whether a sign at token `at` belongs to what follows: it stands apart from what is before it.
fn is_apart(s: &Sentence, at: usize) -> bool {
    !s.is_glued(at) || s.is_mark(at - 1, '|') || s.is_mark(at - 1, ':')
}

fn of_list(scope: Scope, close: usize, open: char) -> Option<(Heads, Vec<Range<usize>>)> {
    let s = scope.s;
    let from = s.tokens[..close].iter().rposition(|token| token.is_mark(open))? + 1;
    let (head, begin) = head_in(scope, from..close)?;
    if matches!(head.unit, Unit::Noun(_)) && tells_price(scope, 0..from) {
        return None;
    }
    Some((Heads::List(head), std::iter::once(begin..close).collect()))
}

fn of_table(scope: Scope) -> Option<(Heads, Vec<Range<usize>>)> {
    let mut said = Vec::new();
    let column = |cell: Range<usize>| {
        // «المبلغ (مليون دينار)»
        let bracketed = cell.end.checked_sub(1).filter(|close| scope.s.is_mark(*close, ')'));
        let open = |close: usize| Some(cell.clone().rfind(|at| scope.s.is_mark(*at, '('))? + 1..close);
        let price = tells_price(scope, cell.clone());
        let cell = bracketed.and_then(open).unwrap_or(cell.clone());
        let end = cell.end;
        // «| الاسم | الدولة | الريال |»: money alone may be a name.
        let plain = |head: &Head| bracketed.is_none() && head.scale == Decimal::ONE && head.unit != Unit::Percent;
        let of_price = |head: &Head| price && matches!(head.unit, Unit::Noun(_));
        let (head, begin) = head_in(scope, cell).filter(|(head, _)| !plain(head) && !of_price(head))?;
        said.push(begin..end);
        Some(head)
    };
    let columns: Vec<Option<Head>> = cells(scope.s).map(column).collect();
    (!said.is_empty()).then_some((Heads::Table(columns), said))
}

/// What these tokens end with, where it is a unit, and where that begins: they have no number besides.
fn head_in(scope: Scope, tokens: Range<usize>) -> Option<(Head, usize)> {
    let first = tokens.start;
    let mut begins = (tokens.start..tokens.end).take(BEFORE + 1);
    let digits = tokens.clone().any(|at| scope.s.tokens[at].class == Class::Digits && !is_power(scope.s, at));
    let found = begins.find_map(|at| Some((head(scope, at, tokens.end)?, at))).filter(|_| !digits);
    // «طن للهكتار», «كرة قدم», but «الأرقام بألف طن»
    let whole = |head: &Head, at: usize| at == first || head.scale > Decimal::ONE;
    found.filter(|(head, at)| whole(head, *at) || !matches!(head.unit, Unit::Noun(_)))
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
        return of_money(scope, at, end, Decimal::ONE).or_else(|| of_size(scope, at, end, Decimal::ONE));
    };
    let scale = numeral.value;
    let from = numeral.tokens.end;
    let thing = || (from..end).all(|at| s.tokens[at].is_word()).then_some(Head { unit: Unit::Thing, scale });
    of_money(scope, from, end, scale).or_else(|| of_size(scope, from, end, scale)).or_else(thing)
}

/// Whether these words tell that it is prices that follow: «أسعار الذهب (للغرام)».
fn tells_price(Scope { s, lexicon, .. }: Scope, mut words: Range<usize>) -> bool {
    let says = |sense: Sense| sense == Sense::Exclusion(Exclusion::PriceLabel);
    words.any(|at| lexicon.senses(without_article(s.tokens[at].span.slice(s.text))).any(says))
}

/// A measure of sizes, and no word besides: «بالمليمتر», «ألف طن»; but «طن للهكتار», «للغرام».
fn of_size(Scope { s, lexicon, .. }: Scope, at: usize, end: usize, scale: Decimal) -> Option<Head> {
    static BY: LazyLock<Word> = LazyLock::new(|| Word::of("ب"));
    let fills = |hit: &Hit| {
        let led = !hit.clitics.preposition || s.tokens[at].word.starts_with(*BY);
        at + hit.tokens == end && led && !hit.clitics.conjunction
    };
    // Nothing is known yet of a sentence that holds no number.
    let mut hits = Vec::new();
    if at < end {
        lexicon.hits(s.text, &s.tokens, at, &mut hits);
    }
    hits.iter().find_map(|hit| match hit.sense {
        Sense::Noun(noun) if !noun.whole && fills(hit) => Some(Head { unit: Unit::Noun(noun.id), scale }),
        _ => None,
    })
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
    let begins = rest.trim_start_matches([' ', '\t', '\r', ':']).starts_with('\n');
    let is_rule = |line: &&str| line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\r'));
    let mut lines = rest.lines().skip(1).take(REACH).filter(|line| !is_rule(line));
    let is_row = |line: &str| form_of(line).is_some();
    begins && lines.next().is_some_and(|line| is_row(line) || is_head(line) && lines.next().is_some_and(is_row))
}

/// Whether the line names the columns of a table: «البيان | القيمة».
fn is_head(line: &str) -> bool {
    line.contains('|') && line.contains(char::is_alphabetic) && !line.contains(char::is_numeric)
}

/// The line that the sentence begins, but for what numbers or marks it, up to the end of the sentence.
fn line_of(s: &Sentence) -> Option<Span> {
    let marks = |c: &char| matches!(c, ' ' | '\t' | '-' | '•' | '–' | '*' | '.' | ')') || c.is_numeric();
    let before = s.text[..s.span.start].chars().rev().take(MARK).take_while(marks);
    let start = s.span.start - before.map(char::len_utf8).sum::<usize>();
    (start == 0 || s.text[..start].ends_with('\n')).then(|| Span::new(start, s.span.end))
}

/// The form of a line, where it is a row: it has a label and ends with a number, or has cells with numbers.
fn form_of(line: &str) -> Option<Form> {
    let line = line.trim();
    if line.len() > ROW || !line.contains(char::is_numeric) {
        return None;
    }
    if line.contains('|') {
        return Some(Form::Barred);
    }
    let ends = line.trim_end_matches(|c: char| ENDS.contains(&c) || c == ' ');
    // «120 (60%)»
    let ends = ends.rsplit_once('(').filter(|_| ends.ends_with(')')).map_or(ends, |(before, _)| before.trim_end());
    let ends = ends.trim_end_matches(['%', '٪']);
    let label = ends.trim_end_matches(|c: char| c.is_numeric() || matches!(c, '.' | ',' | '٫' | '٬'));
    if label.len() == ends.len() || !label.contains(char::is_alphabetic) {
        return None;
    }
    if list_item(line).is_some() {
        return Some(Form::Marked);
    }
    if label.trim_end_matches(['-', '–', ' ']).ends_with(':') {
        return Some(Form::Labelled);
    }
    (label.split_whitespace().count() <= LABEL).then_some(Form::Bare)
}
