//! A whole and its parts in what follows it: the lines of a list («الإجمالي 120 مليونا:» and a line for each part), or
//! the next sentence («480 ألف طن من القمح. وتتوزع الكمية على …»). Only where the text shows that the list is all of it.

use super::Finding;
use super::part::are_joined;
use super::part::{self, Link, is_exact, is_part, is_sort, is_whole_list};
use super::sentence::{Clause, has_few_words, same_unit};
use super::sum;
use super::total::named_more;
use crate::figure::{Bounded, Figure, Span, Value};
use crate::lexicon::{Lexicon, Relation};
use crate::text::{COMMAS, list_item};
use rust_decimal::Decimal;
use std::ops::Range;

/// Lines of a list at the most.
const LONGEST: usize = 60;
/// Words between the whole and the colon that the list follows, where nothing else says that it is all of it.
const NEAR: usize = 2;
/// Words from what is shared out to the number of its shares.
const SHARED: usize = 4;
/// Bytes from a sum to the end of its line.
const ROW: usize = 200;
/// So many times the whole its parts are at the most, and the whole they, where nobody says that they are its parts: a tenth.
const TENTH: Decimal = Decimal::from_parts(11, 0, 0, false, 1);
/// Words before the first part of a sentence that tells the parts.
const OPENING: usize = 4;

/// The list in the lines below the sentence, whose figures are `range` of the document's.
pub(super) fn lines(clause: &Clause<'_>, text: &str, lexicon: &Lexicon, found: &mut Vec<Finding>) {
    let figures = clause.all();
    let Some(last) = clause.numbers().last().copied() else { return };
    let Some(tail) = text.get(figures[last].span.end..).and_then(|rest| rest.lines().next()) else { return };
    let Some(between) = tail.trim_end().strip_suffix(':') else { return };
    let start = figures[last].span.end + tail.len();
    let parts_of = |whole: usize| {
        parts_of_lines(text, start, figures, clause.figures().end, |part| is_row(part, &figures[whole], lexicon))
    };
    let ends = between.split_whitespace().count() <= NEAR && !between.contains(COMMAS);
    if let Some(whole) = shared_among(clause, last).filter(|_| ends) {
        // A line for each share: «على ثلاث دوائر:» and three of them.
        let parts = parts_of(whole).filter(|parts| is_count_of(&figures[last], parts.len()));
        parts.iter().for_each(|parts| part::judge(figures, whole, parts, Link::All, found));
        return;
    }
    let whole = last;
    if !is_exact(&figures[whole]) {
        return;
    }
    let other = clause.tells(Relation::Among, whole)
        || clause.tells(Relation::Chief, whole)
        || clause.precedes(Relation::Chief, whole)
        || clause.leads(Relation::OutOf, whole, 1);
    let all = ends || clause.tells(Relation::MadeOf, whole);
    if other || !all {
        return;
    }
    // «358 ألف طن، منها 296 ألفا من صنف واحد، وتتوزع كالآتي:»: the list may be of what is told before.
    let among = clause.leads(Relation::Among, whole, 1);
    let is_of = |other: usize, parts: &[usize]| {
        among && is_part(&figures[parts[0]], &figures[other], lexicon) && part::are_all_of(figures, other, parts)
    };
    // «الأحزاب الثلاثة الأولى:» may be how many lines there are.
    if let Some(parts) = parts_of(whole)
        && !is_count_of(&figures[whole], parts.len())
        && !clause.numbers().iter().any(|other| *other != whole && is_of(*other, &parts))
    {
        part::judge(figures, whole, &parts, Link::All, found);
    }
}

/// What is shared out among so many as the last number counts: «26 ألف هكتار موزعة على ثلاث دوائر:».
fn shared_among(clause: &Clause<'_>, last: usize) -> Option<usize> {
    let before = clause.numbers().iter().rev().nth(1).copied()?;
    let (whole, shares) = (clause.figure(before), clause.figure(last));
    let shared = clause.is_within_words(before, last, SHARED) && clause.parts(Relation::MadeOf, before, last);
    (shared && is_exact(whole) && !same_unit(whole, shares)).then_some(before)
}

/// Whether a figure counts so many things.
fn is_count_of(figure: &Figure, count: usize) -> bool {
    matches!(&figure.value, Value::Count(counted) if counted.amount == Bounded::Exact(count.into()))
}

/// The lines of a list right below a line of their whole that has no mark, where the last is of what is left: «الإيرادات:
/// 18 مليارا», «- الألعاب: 3 مليارات», …, «- أنشطة أخرى: مليار». Such lines may tell something else besides: only what is
/// nearly the whole is held against it.
pub(super) fn lines_of_row(clause: &Clause<'_>, text: &str, lexicon: &Lexicon, found: &mut Vec<Finding>) {
    let figures = clause.all();
    let Some(whole) = clause.numbers().first().copied().filter(|whole| is_exact(&figures[*whole])) else { return };
    let Figure { span, sentence, .. } = figures[whole];
    let opens = text.get(..sentence.start).is_some_and(|before| before.is_empty() || before.ends_with('\n'));
    let label = clause.before(whole).trim_end();
    let Some(end) = end_of_line(text, span.end) else { return };
    let is_label = label.ends_with(':') && label.split_whitespace().count() <= OPENING;
    if !opens || !is_label || list_item(label).is_some() {
        return;
    }
    let first = figures.partition_point(|figure| figure.span.start < end);
    let parts = parts_of_lines(text, end, figures, first, |part| is_row(part, &figures[whole], lexicon));
    let Some(parts) = parts else { return };
    let Some(last) = parts.last().copied() else { return };
    let mut line = Clause::new(text, figures, lexicon);
    line.read(last..last + 1);
    // «الإجمالي: 75 مشروعا»
    let all = clause.leads_after_colon(Relation::InAll, whole);
    let near = if all { sum::NEAR } else { TENTH };
    if (all || line.leads(Relation::Others, last, 1)) && sum::is_near(clause, whole, &parts, near) {
        part::judge(figures, whole, &parts, Link::All, found);
    }
}

/// The one part of each line of the list that follows; none where a line has no part, or several.
pub(super) fn parts_of_lines(
    text: &str,
    start: usize,
    figures: &[Figure],
    first: usize,
    is_part: impl Fn(&Figure) -> bool,
) -> Option<Vec<usize>> {
    let mut parts = Vec::new();
    let (mut at, mut next) = (start, first);
    for line in text.get(start..)?.split_inclusive('\n') {
        let span = Span::new(at, at + line.len());
        at = span.end;
        let Some(item) = item(line) else {
            match line.trim().is_empty() {
                true => continue,
                false => break,
            }
        };
        let begin = next + figures[next..].iter().take_while(|figure| figure.span.start < span.start).count();
        let end = begin + figures[begin..].iter().take_while(|figure| figure.span.end <= span.end).count();
        next = end;
        let mut of_line = (begin..end).filter(|index| is_part(&figures[*index]));
        let part = of_line.next().filter(|_| of_line.next().is_none())?;
        let leads = figures[part].span.start <= span.end - item.len() || is_last(&figures[part], line, span);
        if !leads || parts.len() == LONGEST {
            return None;
        }
        parts.push(part);
    }
    (parts.len() > 1).then_some(parts)
}

/// Whether the line after that in which the sentence ends is one of a list.
pub(super) fn precedes_item(text: &str, end: usize) -> bool {
    let next = end_of_line(text, end).and_then(|end| text.get(end + 1..));
    next.and_then(|next| next.lines().next()).is_some_and(|line| item(line).is_some())
}

/// Where the line ends that holds this byte, if that is near.
fn end_of_line(text: &str, from: usize) -> Option<usize> {
    let near = text.as_bytes().get(from..)?;
    memchr::memchr(b'\n', &near[..near.len().min(ROW)]).map(|at| from + at)
}

/// Whether the sentence begins the line after one of a list.
pub(super) fn follows_item(text: &str, start: usize) -> bool {
    let before = text.get(..start).and_then(|before| before.trim_end_matches(' ').strip_suffix('\n'));
    before.and_then(|before| before.rsplit('\n').next()).is_some_and(|line| item(line).or(row(line)).is_some())
}

/// Words of a line without a mark that is a row of a list: «بغداد 312».
const PLAIN: usize = 5;

/// A line without a mark that may be a row of a list: a few words that end with a number.
fn row(line: &str) -> Option<&str> {
    let line = line.trim();
    let ends = line.ends_with(char::is_numeric);
    (ends && has_few_words(line, PLAIN) && line.contains(char::is_alphabetic)).then_some(line)
}

/// The line that sums up the lines of a list before it: «المجموع: 22 قتيلا». Back to another such line, which starts at
/// `summed`, it is of nobody knows how many of them.
pub(super) fn total_line(
    clause: &Clause<'_>,
    text: &str,
    lexicon: &Lexicon,
    summed: &mut Option<usize>,
    found: &mut Vec<Finding>,
) {
    let figures = clause.all();
    let Some(whole) = clause.numbers().first().copied().filter(|whole| is_exact(&figures[*whole])) else { return };
    let start = text.get(..figures[whole].span.start).and_then(|before| before.rfind('\n'));
    let opens = start.is_some_and(|start| figures[whole].sentence.start > start)
        && clause.before(whole).split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
            <= OPENING;
    // «وبذلك بلغ إجمالي المساعدات 460 طنا»
    let thus = clause.begins_with(Relation::Thus) && clause.leads(Relation::InAll, whole, 1);
    let sums = clause.leads_after_colon(Relation::InAll, whole) || thus;
    let (Some(start), true) = (start, opens && sums) else { return };
    let before = summed.replace(start + 1);
    let (mut parts, mut plain) = (Vec::new(), false);
    let (mut end, mut next) = (start, whole);
    for line in text[..start].rsplit('\n') {
        let begin = end - line.len();
        if before == Some(begin) {
            return;
        }
        let own: Vec<usize> = (0..next).rev().take_while(|index| figures[*index].span.start >= begin).collect();
        next = own.last().copied().unwrap_or(next);
        let mut of_line = own.iter().copied().filter(|part| is_row(&figures[*part], &figures[whole], lexicon));
        plain |= item(line).is_none();
        let Some(item) = item(line).or(row(line)).filter(|_| parts.len() < LONGEST) else { break };
        // The heads of a table, and the rule below them, are no parts.
        if own.is_empty() && line.trim_start().starts_with('|') {
            break;
        }
        let Some(part) = of_line.next().filter(|_| of_line.next().is_none()) else { return };
        let leads = figures[part].span.start <= end - item.len();
        if !leads && !is_last(&figures[part], line, Span::new(begin, end)) {
            return;
        }
        parts.push(part);
        end = begin.saturating_sub(1);
    }
    parts.reverse();
    // «الإصابات يوم 17» is no row.
    let without_heading = plain && part::are_all_of(figures, whole, parts.get(1..).unwrap_or_default());
    let near = !(plain || thus) || sum::is_near(clause, whole, &parts, sum::NEAR);
    if parts.len() > 1 && near && !without_heading && !are_summed_otherwise(figures, whole, &parts) {
        part::judge(figures, whole, &parts, Link::All, found);
    }
}

/// Whether the last line is no sum of all: it lies among them, as an average does, or some lines are the parts of the line
/// before them.
fn are_summed_otherwise(figures: &[Figure], whole: usize, parts: &[usize]) -> bool {
    let value = |index: &usize| figures[*index].value.quantity().and_then(|quantity| quantity.amount.low().copied());
    let Some(stated) = value(&whole) else { return true };
    let Some(values) = parts.iter().map(value).collect::<Option<Vec<Decimal>>>() else { return true };
    let sum = |values: &[Decimal]| values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value));
    let among = values.iter().any(|value| *value < stated) && values.iter().any(|value| *value > stated);
    let Some(over) = sum(&values).and_then(|sum| sum.checked_sub(stated)) else { return true };
    let parted = |at: usize| {
        let ends = at + 1..values.len().min(at + 1 + NESTED);
        ends.into_iter().any(|end| {
            let inner = sum(&values[at + 1..=end]);
            inner == Some(over) && inner <= Some(values[at])
        })
    };
    among || (0..values.len()).any(parted)
}

/// So many lines are the parts of one, at most.
const NESTED: usize = 12;

/// As [`is_part`], of a line beside a number that counts nothing by name either: «المجموع: 34».
pub(super) fn is_row(part: &Figure, whole: &Figure, lexicon: &Lexicon) -> bool {
    let bare = |figure: &Figure| matches!(&figure.value, Value::Count(count) if count.unit.is_none());
    is_part(part, whole, lexicon) || bare(part) && bare(whole) && is_exact(part)
}

/// What stands in a line of a list after its mark, or in a row of a table: «| … | … |».
pub(super) fn item(line: &str) -> Option<&str> {
    let cells = || line.trim().strip_prefix('|').map(str::trim_start).filter(|cells| !cells.is_empty());
    list_item(line).or_else(cells)
}

/// «- للتعليم: 50 مليونا», «| للتعليم | 50 مليونا |»: the part closes its line.
fn is_last(figure: &Figure, line: &str, span: Span) -> bool {
    let before = line.get(..figure.span.start - span.start).unwrap_or_default().trim_end();
    let ends_row = || row(line).is_some() && line.trim_end().len() == figure.span.end - span.start;
    before.ends_with([':', '-', '–', '|']) || ends_row()
}

/// The parts in the sentence that follows the whole's: it begins by sharing out what was just counted.
pub(super) fn next_sentence(
    clause: &Clause<'_>,
    text: &str,
    before: Range<usize>,
    lexicon: &Lexicon,
    found: &mut Vec<Finding>,
) {
    let figures = clause.all();
    let numbers = clause.numbers();
    let Some(first) = numbers.first().copied() else { return };
    let gap = text.get(figures[before.start].sentence.end..figures[first].sentence.start);
    if !gap.is_some_and(|gap| gap.trim().is_empty() && !gap.contains("\n\n")) {
        return;
    }
    let Some(link) = shares_out(clause, first).or_else(|| are_all(clause, first)) else {
        return;
    };
    let are_sorts = are_all(clause, first).is_some();
    let is_of = |part: &Figure, whole: &Figure| match are_sorts {
        true => is_sort(part, whole, lexicon),
        false => is_part(part, whole, lexicon),
    };
    let alike = |whole: usize| match are_sorts {
        true => figures[whole].kind() == figures[first].kind(),
        false => same_unit(&figures[whole], &figures[first]),
    };
    let mut wholes = before.filter(|whole| is_exact(&figures[*whole]) && alike(*whole));
    let (Some(whole), None) = (wholes.next(), wholes.next()) else { return };
    let alike = numbers.iter().all(|part| is_of(&figures[*part], &figures[whole]));
    let joined = numbers.windows(2).all(|two| are_joined(clause, two[0], two[1]));
    let named = if are_sorts { named_more(clause, numbers) } else { is_whole_list(clause, numbers).then_some(0) };
    if let Some(named) = named.filter(|_| numbers.len() > 1 && alike && joined) {
        part::judge_with(figures, whole, numbers, named, link, found);
    }
}

/// «وأوضح البيان أن المصابين هم خمسة رجال وأربع نساء».
fn are_all(clause: &Clause<'_>, first: usize) -> Option<Link> {
    let are = clause.leading_span(Relation::Are, first, 0)?;
    clause.stands_before(Relation::Refers, are.start).then_some(Link::All)
}

/// «وتتوزع الكمية على 240 ألف طن», «ويتألف من 40 طائرة»; «منها 120 حافلة كهربائية».
fn shares_out(clause: &Clause<'_>, first: usize) -> Option<Link> {
    if clause.before(first).split_whitespace().count() > OPENING || !clause.is_said_of_before(first) {
        return None;
    }
    let all = clause.precedes(Relation::MadeOf, first) || clause.precedes(Relation::Divided, first);
    match all {
        true => Some(Link::All),
        false => clause.leads(Relation::Among, first, 0).then_some(Link::Some),
    }
}
