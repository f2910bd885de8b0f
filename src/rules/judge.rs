//! Claims to conflicts: which rule speaks of a claim's differences, how it says so, and how sure it is.

use super::check::{Check, Checks};
use super::finds::Finds;
use super::intrinsic::title;
use super::ratio::{ratio, ratio_text};
use super::template::Filling;
use super::{Conflict, Evidence, Reprint, Seen, Severity, Side, Text, cause, evolution, figure, subject};
use crate::align::relation::{Difference, digits_scaled};
use crate::align::{Claim, Extracted, FigureRef, Link};
use crate::figure::{Period, Quantity, Value};
use crate::lexicon::Lexicon;
use crate::locale::Lang;
use crate::text::Word;
use rust_decimal::Decimal;
use rustc_hash::FxHashSet;
use std::borrow::Cow;

/// A link with the rule that speaks of it.
struct Spoken<'a> {
    link: &'a Link,
    check: &'a Check,
    cause: &'static str,
}

/// Sources that give more values than this tell of a series, not of one fact: prices day by day, polls.
const MANY: usize = 4;

/// What claims are judged by.
pub(super) struct Judge<'a> {
    pub documents: &'a [Extracted],
    pub checks: &'a Checks,
    pub lexicon: &'a Lexicon,
    /// The documents that were translated from Chinese, among those where that matters.
    pub from_chinese: FxHashSet<usize>,
}

/// What the rules say of a claim: one conflict for the sides that its differences tie together.
pub(super) fn judge(claim: &Claim, judge: &Judge<'_>) -> Vec<Conflict> {
    let mut spoken: Vec<Spoken<'_>> = claim.links.iter().filter_map(|link| speak(link, claim, judge)).collect();
    spoken.sort_by(|x, y| y.link.bits.total_cmp(&x.link.bits).then((x.link.a, x.link.b).cmp(&(y.link.a, y.link.b))));
    told(&spoken.iter().collect::<Vec<_>>(), claim, judge.documents)
}

/// A difference that is less sure than this part of the first joins no side to it, unless one rule speaks of both.
const WEAK: f64 = 0.4;

/// The conflicts of some differences, the surest first. What hardly belongs to them is told by itself: one decision settles
/// all sides of a conflict.
fn told(spoken: &[&Spoken<'_>], claim: &Claim, documents: &[Extracted]) -> Vec<Conflict> {
    let ties = |spoken: &[&Spoken<'_>]| spoken.iter().map(|one| one.link.sides).collect::<Vec<_>>();
    let mut conflicts = Vec::new();
    for part in tied(&ties(spoken), claim.sides.len()) {
        let own: Vec<&Spoken<'_>> = spoken.iter().filter(|one| part.contains(&one.link.sides.0)).copied().collect();
        let belongs = |one: &&&Spoken<'_>| one.check.id == own[0].check.id || one.link.bits >= WEAK * own[0].link.bits;
        let (strong, weak): (Vec<_>, Vec<_>) = own.iter().partition(belongs);
        let parts = if weak.is_empty() { vec![part] } else { tied(&ties(&strong), claim.sides.len()) };
        conflicts.extend(parts.iter().filter_map(|part| tell(part, claim, &strong, documents)));
        conflicts.extend(told(&weak, claim, documents));
    }
    conflicts
}

/// The sides that differences tie together, each set in order, the one of the first difference first.
fn tied(ties: &[(usize, usize)], sides: usize) -> Vec<Vec<usize>> {
    let mut part: Vec<usize> = (0..sides).collect();
    for (a, b) in ties {
        let (keep, drop) = (part[*a], part[*b]);
        if keep != drop {
            part.iter_mut().filter(|part| **part == drop).for_each(|part| *part = keep);
        }
    }
    let mut parts: Vec<usize> = Vec::new();
    for (side, _) in ties {
        if !parts.contains(&part[*side]) {
            parts.push(part[*side]);
        }
    }
    parts.iter().map(|wanted| (0..sides).filter(|side| part[*side] == *wanted).collect()).collect()
}

/// The conflict of some sides of a claim.
fn tell(part: &[usize], claim: &Claim, spoken: &[&Spoken<'_>], documents: &[Extracted]) -> Option<Conflict> {
    let first = spoken.iter().find(|one| part.contains(&one.link.sides.0))?;
    if part.len() > MANY {
        return None;
    }
    let sides: Vec<Vec<FigureRef>> = part.iter().map(|side| claim.sides[*side].clone()).collect();
    // A side that only a slip of the pen ties to another is no further value.
    let is_valued = |side: &&usize| {
        let ties = |one: &&&Spoken<'_>| [one.link.sides.0, one.link.sides.1].contains(side);
        spoken.iter().filter(ties).any(|one| evolution::is_plain(one.link))
    };
    let valued: Vec<Vec<FigureRef>> = part.iter().filter(is_valued).map(|side| claim.sides[*side].clone()).collect();
    let rows: Vec<Side> = sides
        .iter()
        .enumerate()
        .flat_map(|(side, figures)| figures.iter().map(move |figure| (*figure, side)))
        .map(|(figure, side)| Side { also: reprints(figure, claim, documents), ..row(figure, side, documents) })
        .collect();
    let (a_shown, b_shown) = shown(first.link, claim, documents);
    let (a, b) = (figure(a_shown, documents), figure(b_shown, documents));
    let sizes = first.link.units.0.zip(first.link.units.1).map(|(a, b)| (a.size, b.size));
    let is_one = matches!(first.link.difference, Difference::Turn { .. }) || first.link.paces.is_some();
    let ratio = if is_one { None } else { ratio(a, b, sizes).filter(|ratio| *ratio != Decimal::ONE) };
    // «255 ألف» and «255446 ألف» have not the same digits.
    let same = digits_scaled(&a.value, &b.value).is_some();
    let (a_end, b_end) = first.link.paces.unzip();
    let (a_said, b_said) = (said(a_shown, a_end, first.link, documents), said(b_shown, b_end, first.link, documents));
    // The message names the figures in the order of their sides, which rows and letters follow.
    let (first_said, last_said) =
        if first.link.sides.0 <= first.link.sides.1 { (a_said, b_said) } else { (b_said, a_said) };
    let filling = Filling { a: &[&first_said], b: &[&last_said], ratio, expected: None, same };
    let (text, own) = (&documents[first.link.a.document].document.text, figure(first.link.a, documents));
    let subject = subject::shared(text, own.sentence, own.span, &first.link.context.words);
    Some(Conflict {
        id: fingerprint(first.check, &rows, first.link.about.iter().map(Word::to_string)),
        rule: first.check.id.clone(),
        severity: severity(first, &valued, documents),
        cause: first.cause.to_string(),
        message: message(first.check, first.cause, &filling),
        subject,
        ratio: ratio.map(ratio_text),
        score: (first.link.bits * 10.0).round() / 10.0,
        evidence: evidence(first.link, documents),
        suspect: suspect(&sides, documents),
        sides: rows,
    })
}

/// Which figures a message shows of a difference: where its own are in two currencies, two of its sides that are in one, so
/// that it is seen how far they are apart.
fn shown(link: &Link, claim: &Claim, documents: &[Extracted]) -> (FigureRef, FigureRef) {
    let unit = |at: &FigureRef| figure(*at, documents).value.quantity().and_then(|quantity| quantity.unit.as_ref());
    let [of_a, of_b] = [link.sides.0, link.sides.1].map(|side| &claim.sides[side]);
    let mut alike = of_a.iter().filter_map(|a| of_b.iter().find(|b| unit(a) == unit(b)).map(|b| (*a, *b)));
    let in_two = matches!(link.difference, Difference::Scale { .. }) && unit(&link.a) != unit(&link.b);
    if in_two { alike.next() } else { None }.unwrap_or((link.a, link.b))
}

/// A figure as a message quotes it: as written, with what it counts where that is what differs, or up to where its pace
/// ends.
fn said<'a>(at: FigureRef, pace: Option<usize>, link: &Link, documents: &'a [Extracted]) -> Cow<'a, str> {
    let figure = figure(at, documents);
    if let Some(told) = pace.and_then(|end| documents[at.document].document.text.get(figure.span.start..end)) {
        return Cow::Borrowed(told);
    }
    match (&figure.value, link.difference) {
        (Value::Count(Quantity { unit: Some(unit), .. }), Difference::Measure { .. }) => {
            Cow::Owned(format!("{} {unit}", figure.text))
        }
        _ => Cow::Borrowed(&figure.text),
    }
}

/// The rule that speaks of a difference, if its score is enough for it.
fn speak<'a>(link: &'a Link, claim: &Claim, judge: &Judge<'a>) -> Option<Spoken<'a>> {
    let Judge { documents, checks, lexicon, from_chinese } = judge;
    let (a, b) = (figure(link.a, documents), figure(link.b, documents));
    let chinese = [link.a, link.b].iter().any(|at| from_chinese.contains(&at.document));
    let (mut finds, mut cause) = cause::of(link, a, b, lexicon, chinese);
    if let Some(evolved) = evolution::of(link, &claim.sides, documents) {
        (finds, cause) = (Finds::Evolution, evolved);
    }
    if link.one_document && link.headline && is_made_with_more(link, documents, lexicon) {
        return None;
    }
    // Of one text, «قتل 31» and «قتل 13 في صنعاء» are hardly one number with its digits swapped.
    if link.one_document && !link.headline && matches!(link.difference, Difference::Swapped { digits: ..=2 }) {
        return None;
    }
    let check = checks.finding(finds, a.kind())?;
    let limits = &check.thresholds;
    let least = match (link.one_document, link.shared_document) {
        (true, _) if link.headline => limits.headline_bits,
        // The same day of another year is no second event, but a slip of the pen.
        (true, _) if matches!(link.difference, Difference::Year | Difference::DayMonth) => limits.headline_bits,
        (true, _) => limits.one_document_bits,
        (false, true) => limits.shared_bits,
        (false, false) => limits.min_bits,
    };
    (link.bits >= least).then_some(Spoken { link, check, cause })
}

/// The headline adds up two figures of its article.
fn is_made_with_more(link: &Link, documents: &[Extracted], lexicon: &Lexicon) -> bool {
    let (title, body) = if link.a.figure < link.b.figure { (link.a, link.b) } else { (link.b, link.a) };
    title::makes_with_more(title.figure, body.figure, &documents[body.document].figures, lexicon)
}

fn severity(spoken: &Spoken<'_>, sides: &[Vec<FigureRef>], documents: &[Extracted]) -> Severity {
    if evolution::is_many_valued(spoken.link, sides, documents) {
        return Severity::Note;
    }
    // Three digits in common are no chance.
    let (a, b) = (figure(spoken.link.a, documents), figure(spoken.link.b, documents));
    let alike = || digits_scaled(&a.value, &b.value).is_some();
    let sure = matches!(spoken.link.difference, Difference::Scale { digits: 3.., .. }) && alike()
        || spoken.link.bits >= spoken.check.thresholds.sure_bits;
    if sure && !evolution::may_have_changed(spoken.link, documents) {
        return spoken.check.severity;
    }
    match spoken.check.severity {
        Severity::Error => Severity::Warning,
        Severity::Warning | Severity::Note => Severity::Note,
    }
}

pub(super) fn row(at: FigureRef, side: usize, documents: &[Extracted]) -> Side {
    let document = &documents[at.document].document;
    let figure = figure(at, documents).clone();
    Side {
        side,
        document: at.document,
        source: document.id.clone(),
        publisher: document.publisher.clone(),
        published: document.published.map(|day| day.to_string()),
        sentence: figure.sentence.slice(&document.text).to_string(),
        figure,
        also: Vec::new(),
    }
}

/// The documents that print the sentence of a figure word for word, as the claim tells them.
fn reprints(at: FigureRef, claim: &Claim, documents: &[Extracted]) -> Vec<Reprint> {
    let of = claim.reprints.iter().filter(|(own, _)| *own == at).map(|(_, other)| *other);
    let reprint = |at: FigureRef| {
        let document = &documents[at.document].document;
        Reprint {
            document: at.document,
            source: document.id.clone(),
            publisher: document.publisher.clone(),
            published: document.published.map(|day| day.to_string()),
            line: figure(at, documents).line,
            span: figure(at, documents).span,
        }
    };
    of.map(reprint).collect()
}

fn evidence(link: &Link, documents: &[Extracted]) -> Vec<Evidence> {
    let round = |bits: f64| (bits * 10.0).round() / 10.0;
    let text = &documents[link.a.document].document.text;
    let evidence = |seen: Seen, bits: f64| Evidence { seen, bits: round(bits) };
    let mut out = vec![evidence(Seen::Values(link.difference), link.of_values)];
    let words: Vec<String> = link.context.words.iter().take(8).map(|(span, _)| span.slice(text).to_string()).collect();
    if !words.is_empty() {
        out.push(evidence(Seen::Words(words), link.context.of_words));
    }
    out.extend(link.context.reasons.iter().map(|(reason, bits)| evidence(Seen::Reason(*reason), *bits)));
    out
}

/// The side that is plainly the odd one out: one document against three or more.
fn suspect(sides: &[Vec<FigureRef>], documents: &[Extracted]) -> Option<usize> {
    let [first, second] = sides else { return None };
    let sources = |side: &Vec<FigureRef>| side.iter().map(|at| at.document).collect::<FxHashSet<_>>().len();
    let currencies = |side: &Vec<FigureRef>| {
        let unit = |at: &FigureRef| figure(*at, documents).value.quantity().and_then(|q| q.unit.clone());
        side.iter().filter_map(unit).collect::<FxHashSet<_>>().len()
    };
    match (sources(first), sources(second)) {
        (1, 3..) => return Some(0),
        (3.., 1) => return Some(1),
        _ => {}
    }
    // A side that gives the amount in two currencies at their rate has counted twice.
    match (currencies(first), currencies(second)) {
        (2.., 1) => Some(1),
        (1, 2..) => Some(0),
        _ => None,
    }
}

/// A rule's message, filled in.
pub(super) fn message(check: &Check, cause: &str, filling: &Filling<'_>) -> Text {
    let cause = check.causes.get(cause).cloned().unwrap_or_default();
    Text {
        ar: filling.say(&check.message.ar, &cause.ar, Lang::Ar),
        en: filling.say(&check.message.en, &cause.en, Lang::En),
    }
}

/// FNV-1a of the rule, the values, and the words next to the figures.
pub(super) fn fingerprint(check: &Check, rows: &[Side], about: impl IntoIterator<Item = String>) -> String {
    let mut values: Vec<String> = rows.iter().map(|row| value_key(&row.figure.value)).collect();
    values.sort();
    values.dedup();
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut eat = |bytes: &[u8]| {
        for byte in bytes.iter().chain(b"\0") {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    eat(check.id.as_bytes());
    values.iter().for_each(|value| eat(value.as_bytes()));
    about.into_iter().for_each(|word| eat(word.as_bytes()));
    format!("{hash:016x}")
}

fn value_key(value: &Value) -> String {
    match value {
        Value::Date(date) => date.best().to_string(),
        Value::Duration(length) => {
            let end = |period: Option<&Period>| period.map_or(String::new(), Period::to_string);
            format!("{}..{}", end(length.low()), end(length.high()))
        }
        _ => value.quantity().map_or(String::new(), |q| {
            let end = |n: Option<&Decimal>| n.map_or(String::new(), |n| n.normalize().to_string());
            format!("{}..{} {}", end(q.amount.low()), end(q.amount.high()), q.unit.as_deref().unwrap_or_default())
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ties, how many sides there are, and the sets that they make.
    type Case = (&'static [(usize, usize)], usize, &'static [&'static [usize]]);

    #[test]
    fn sides_that_differences_tie_are_one_conflict() {
        let cases: [Case; 7] = [
            (&[], 3, &[]),
            (&[(0, 1)], 2, &[&[0, 1]]),
            (&[(0, 1)], 3, &[&[0, 1]]),
            (&[(2, 3), (1, 0)], 4, &[&[2, 3], &[0, 1]]),
            (&[(0, 1), (1, 2)], 3, &[&[0, 1, 2]]),
            (&[(0, 1), (2, 3), (3, 0)], 5, &[&[0, 1, 2, 3]]),
            (&[(1, 0), (0, 1), (1, 1)], 2, &[&[0, 1]]),
        ];
        for (ties, sides, want) in cases {
            assert_eq!(tied(ties, sides), want, "{ties:?} of {sides}");
        }
    }

    /// What is found in some reports of one event, each with its day in May.
    fn found(reports: &[(i8, &str)]) -> Vec<Conflict> {
        let lexicon = Lexicon::builtin();
        let read = |(at, (day, text)): (usize, &(i8, &str))| {
            let published = Some(jiff::civil::date(2024, 5, *day));
            let document = crate::document::Document {
                id: at.to_string(),
                text: text.to_string(),
                published,
                ..Default::default()
            };
            Extracted { figures: crate::extract::figures(&document, lexicon), document }
        };
        let documents: Vec<Extracted> = reports.iter().enumerate().map(read).collect();
        let options = crate::align::AlignOptions { one_story: true, ..Default::default() };
        let alignment = crate::align::claims(&documents, lexicon, &options);
        crate::rules::conflicts(&documents, &alignment, &Checks::builtin())
    }

    #[test]
    fn two_values_that_are_nearly_one_break_one_bound() {
        let bound = (1, "يستفيد من مشروع سد الواحة أكثر من 300 ألف مزارع في إقليم الشمال.");
        let below = (1, "قال مدير مشروع سد الواحة إن 280 ألف مزارع في إقليم الشمال يستفيدون منه.");
        for (third, severity) in [
            ("يستفيد 278 ألف مزارع في إقليم الشمال من مشروع سد الواحة.", Severity::Error),
            ("يستفيد 210 آلاف مزارع في إقليم الشمال من مشروع سد الواحة.", Severity::Note),
        ] {
            let found = found(&[bound, below, (2, third)]);
            let told: Vec<Severity> = found.iter().map(|conflict| conflict.severity).collect();
            assert_eq!(told, [severity], "{third} {found:?}");
        }
    }

    #[test]
    fn of_two_currencies_the_sums_in_one_are_shown() {
        let found = found(&[
            (1, "وقعت شركة مرجان عقدا بقيمة 7.25 مليار دولار لبناء مجمع حوسبة في الواحة."),
            (1, "وقعت شركة مرجان عقدا بقيمة 27.1875 مليار ريال سعودي لبناء مجمع حوسبة في الواحة."),
            (1, "وقعت شركة مرجان عقدا بقيمة 72.5 مليار دولار لبناء مجمع حوسبة في الواحة."),
        ]);
        let told: Vec<&str> = found.iter().map(|conflict| conflict.message.en.as_str()).collect();
        assert!(told.len() == 1 && told[0].contains("“7.25 مليار دولار” and “72.5 مليار دولار”"), "{told:?}");
        assert!(told[0].contains("10 times"), "{told:?}");
    }
}
