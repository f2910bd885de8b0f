//! Outlines: a document as alignment sees it, and a frame for each of its figures: what it is about.
//! An outline is made from one document's text and figures alone.
//! Not here: which frames agree (`score.rs`).

use super::knowledge::{Knowledge, MeasureId, Unit};
use super::stem::{self, Seen, Stem};
use super::term::{Term, sound};
use crate::document::Document;
use crate::figure::{Edtf, Figure, Kind, Span, Value, Year};
use crate::text::{self, Class, Token, Word};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

/// A document as alignment sees it.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// Its sentences, in order.
    pub lines: Vec<Line>,
    /// A frame for each figure, in the order of the figures.
    pub frames: Vec<Frame>,
    /// In how many sentences each term stands.
    pub lines_with: FxHashMap<Term, u16>,
}

/// A sentence.
#[derive(Clone, Debug)]
pub struct Line {
    /// Where it stands.
    pub span: Span,
    /// A number of its words in order; the same for a sentence repeated word for word.
    pub print: u64,
    /// An earlier sentence of this document says the same, word for word.
    pub repeated: bool,
}

/// Where in a document a figure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The headline.
    Title,
    /// The first paragraph.
    Lead,
    /// The rest.
    Body,
}

/// What a figure is about.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Its sentence.
    pub line: usize,
    /// Its place.
    pub place: Place,
    /// The words around it, by term; the nearest of each.
    pub cues: Vec<Cue>,
    /// The content words right before it, nearest first, and right after it.
    pub heads: SmallVec<[Word; 3]>,
    /// The counted noun.
    pub noun: Option<Stem>,
    /// The counted noun fits anybody.
    pub anybody: bool,
    /// The unit that it is measured in, where that can be converted.
    pub unit: Option<Unit>,
    /// What is measured.
    pub measure: Option<MeasureId>,
    /// The change that is spoken of: a rise or a fall.
    pub change: Option<MeasureId>,
    /// The part that it plays: an earlier value, a forecast.
    pub part: Option<u8>,
    /// The period that it speaks of, and how many words away that stands.
    pub period: Option<(Edtf, usize)>,
    /// It is a count so far: «حصيلة»، «حتى مساء الثلاثاء».
    pub grows: bool,
    /// The one whole year that its sentence names.
    pub year: Option<Year>,
    /// Its sentence is of a market: prices change by the hour.
    pub wavers: bool,
    /// A time of the day: «السابعة وأربعين دقيقة».
    pub clock: bool,
    /// The place right after it: «أربعة في نيكاراغوا».
    pub site: Option<Word>,
    /// Somebody's age: «(41 عاما)»، «البالغ من العمر 47 عاما».
    pub age: bool,
}

/// On which side of its figure a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Before it.
    Before,
    /// Within it: its unit or its bound.
    Within,
    /// After it.
    After,
}

impl Side {
    /// Whether two words stand alike to their figures.
    pub fn is_like(self, other: Side) -> bool {
        self == other || self == Side::Within || other == Side::Within
    }
}

/// A word near a figure.
#[derive(Clone, Copy, Debug)]
pub struct Cue {
    /// What it is compared by.
    pub term: Term,
    /// The stem, where it is a word.
    pub stem: Word,
    /// How near it is: 1 beside the figure, less further on.
    pub near: f64,
    /// Where it stands.
    pub span: Span,
    /// On which side of the figure.
    pub side: Side,
    /// It only sounds like a name: it counts when the other side is in another script.
    pub echo: bool,
}

/// A content word of a sentence, or another figure.
#[derive(Clone, Copy, Debug)]
struct Piece {
    term: Term,
    echo: Option<Term>,
    stem: Stem,
    word: Word,
    span: Span,
    /// Index among the sentence's tokens.
    at: usize,
    /// Index of the figure, if it is one.
    figure: Option<usize>,
}

/// A sentence being read.
struct Sentence {
    tokens: Vec<Token>,
    pieces: Vec<Piece>,
    /// For each figure of the sentence: its index and the tokens that it takes.
    figures: Vec<(usize, std::ops::Range<usize>)>,
    /// It begins a line.
    opens: bool,
    words: usize,
    /// How many words and how many breaks stand before each token, and before the end.
    before: Vec<(usize, usize)>,
}

/// Below this many content words a sentence is a heading or a bare date: its neighbour says what it is about.
const BARE: usize = 2;
/// How near the words of the sentence before are.
const BEFORE: f64 = 0.22;
/// How near the words of the heading above are.
const HEADING: f64 = 0.4;
/// How near the words of the sentence after a bare figure are.
const AFTER: f64 = 0.6;

/// The outline of a document with its figures.
pub fn outline(document: &Document, figures: &[Figure], knowledge: &Knowledge) -> Outline {
    let text = document.text.as_str();
    let mut sentences = read(text, figures);
    let mut words: FxHashMap<Word, u32> = FxHashMap::default();
    for token in sentences.iter().flat_map(|(sentence, _)| &sentence.tokens) {
        if token.class == Class::Arabic {
            *words.entry(token.word).or_default() += 1;
        }
    }
    let seen = knowledge.seen(Some(&words));
    let mut outline = Outline::default();
    let mut prints: FxHashSet<u64> = FxHashSet::default();
    let mut seen_terms: FxHashSet<Term> = FxHashSet::default();
    outline.lines_with.reserve(words.len());
    for (sentence, span) in &mut sentences {
        take_pieces(sentence, figures, knowledge, seen);
        let print = fingerprint(sentence);
        let repeated = sentence.words > BARE && !prints.insert(print);
        outline.lines.push(Line { span: *span, print, repeated });
        if !repeated {
            count_terms(sentence, &mut seen_terms, &mut outline.lines_with);
        }
    }
    let mut frames: Vec<Option<Frame>> = figures.iter().map(|_| None).collect();
    for at in 0..sentences.len() {
        for (figure, range) in &sentences[at].0.figures {
            let frame = frame(&sentences, at, *figure, range, figures, knowledge, seen);
            frames[*figure] = Some(frame);
        }
    }
    let empty = || Frame {
        line: 0,
        place: Place::Body,
        cues: Vec::new(),
        heads: SmallVec::new(),
        noun: None,
        anybody: false,
        unit: None,
        measure: None,
        change: None,
        part: None,
        period: None,
        grows: false,
        year: None,
        wavers: false,
        clock: false,
        site: None,
        age: false,
    };
    outline.frames = frames.into_iter().map(|frame| frame.unwrap_or_else(empty)).collect();
    outline
}

/// Splits the text into sentences, each with its tokens and figures.
fn read(text: &str, figures: &[Figure]) -> Vec<(Sentence, Span)> {
    let mut out = Vec::new();
    let mut next = 0;
    let mut end = 0;
    for span in text::sentences(text) {
        let opens = text[end..span.start].contains('\n') || end == 0;
        end = span.end;
        let mut tokens = Vec::new();
        text::tokens(text, span, &mut tokens);
        let mut inside = Vec::new();
        while let Some(figure) = figures.get(next).filter(|figure| figure.span.start < span.end) {
            let from = tokens.partition_point(|token| token.span.end <= figure.span.start);
            let to = tokens.partition_point(|token| token.span.start < figure.span.end);
            if from < to {
                inside.push((next, from..to));
            }
            next += 1;
        }
        let before = if inside.is_empty() { Vec::new() } else { counted(&tokens) };
        let words = tokens.iter().filter(|token| token.is_word()).count();
        out.push((Sentence { tokens, pieces: Vec::new(), figures: inside, opens, words, before }, span));
    }
    out
}

/// How many words and how many breaks stand before each token, and before the end.
fn counted(tokens: &[Token]) -> Vec<(usize, usize)> {
    let mut count = (0, 0);
    let mut before = Vec::with_capacity(tokens.len() + 1);
    for token in tokens {
        before.push(count);
        count.0 += usize::from(token.is_word());
        count.1 += usize::from(is_break(token));
    }
    before.push(count);
    before
}

fn is_break(token: &Token) -> bool {
    matches!(token.class, Class::Mark('،' | '؛' | ':' | ';' | '(' | ')' | '«'))
}

/// Finds the content words of a sentence and puts its figures among them.
fn take_pieces(sentence: &mut Sentence, figures: &[Figure], knowledge: &Knowledge, seen: Seen<'_>) {
    let mut at = 0;
    let mut coming = sentence.figures.iter().peekable();
    while at < sentence.tokens.len() {
        if let Some((figure, _)) = coming.next_if(|(_, range)| range.start <= at) {
            let value = Term::value(&figures[*figure].value);
            sentence.pieces.push(Piece {
                term: value,
                echo: None,
                stem: Stem::default(),
                word: Word::default(),
                span: figures[*figure].span,
                at,
                figure: Some(*figure),
            });
        }
        let token = &sentence.tokens[at];
        let taken = match token.class {
            Class::Arabic | Class::Latin => content(&sentence.tokens, at, knowledge, seen),
            _ => None,
        };
        let Some((piece, tokens)) = taken else {
            at += 1;
            continue;
        };
        sentence.pieces.push(piece);
        at += tokens;
    }
}

/// The content word at a token, and how many tokens it takes; none for words that say nothing.
fn content(tokens: &[Token], at: usize, knowledge: &Knowledge, seen: Seen<'_>) -> Option<(Piece, usize)> {
    let token = &tokens[at];
    // «وفي»، «فقال»: the conjunction changes nothing.
    let joined = knowledge.begins_with_conjunction(token.word) && knowledge.is_stop(token.word.without_first(1));
    if token.word.len() < 2 || knowledge.is_stop(token.word) || joined {
        return None;
    }
    let mut following: SmallVec<[Word; 4]> = SmallVec::new();
    following.extend(tokens[at..].iter().take(4).take_while(|token| token.is_word()).map(|token| token.word));
    let piece = |term, echo, stem| Piece { term, echo, stem, word: token.word, span: token.span, at, figure: None };
    if token.class == Class::Latin {
        let name = knowledge.name(&following).unwrap_or(token.word);
        let echo = sound(token.word).map(Term::sound);
        return Some((piece(Term::root(name), echo, Stem { stem: name, root: name }), 1));
    }
    let bare = stem::bare(token.word, seen);
    if knowledge.is_stop(bare) || bare.len() < 2 {
        return None;
    }
    following[0] = bare;
    if let Some(name) = knowledge.name(&following) {
        return Some((piece(Term::root(name), None, Stem { stem: name, root: name }), 1));
    }
    let stem = stem::of_bare(bare);
    let rare = knowledge.count(token.word) == 0 && knowledge.count(bare) == 0;
    let echo = if rare { sound(bare).map(Term::sound) } else { None };
    Some((piece(Term::root(stem.root), echo, stem), 1))
}

/// Counts each term of a sentence once; `seen` holds those of the sentence before.
fn count_terms(sentence: &Sentence, seen: &mut FxHashSet<Term>, lines_with: &mut FxHashMap<Term, u16>) {
    seen.clear();
    let terms = sentence.pieces.iter().flat_map(|piece| std::iter::once(piece.term).chain(piece.echo));
    for term in terms.filter(|term| seen.insert(*term)) {
        *lines_with.entry(term).or_default() += 1;
    }
}

/// FNV-1a over the words and digits of a sentence.
fn fingerprint(sentence: &Sentence) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut eat = |n: u128| {
        for byte in n.to_le_bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for token in &sentence.tokens {
        match token.class {
            Class::Arabic | Class::Latin => eat(token.word.bits()),
            Class::Digits => eat(token.span.len() as u128),
            Class::Mark(_) => {}
        }
    }
    // Sentences with the same words and other values are not the same.
    for piece in sentence.pieces.iter().filter(|piece| piece.figure.is_some()) {
        eat(piece.term.bits());
    }
    hash
}

/// The frame of one figure.
fn frame(
    sentences: &[(Sentence, Span)],
    line: usize,
    figure: usize,
    range: &std::ops::Range<usize>,
    figures: &[Figure],
    knowledge: &Knowledge,
    seen: Seen<'_>,
) -> Frame {
    let sentence = &sentences[line].0;
    let kind = figures[figure].kind();
    let mut cues: Vec<Cue> = Vec::new();
    for piece in pieces_near(sentence, range) {
        if piece.figure == Some(figure) {
            continue;
        }
        let inside = range.contains(&piece.at) && piece.figure.is_none();
        let near = if inside { 1.0 } else { nearness(sentence, range, piece.at, kind, figures) };
        let side = match piece.at {
            _ if inside => Side::Within,
            at if at < range.start => Side::Before,
            _ => Side::After,
        };
        push_cue(&mut cues, piece, near, side);
    }
    neighbours(sentences, line, range, &mut cues);
    cues.sort_by(|a, b| a.term.cmp(&b.term).then(b.near.total_cmp(&a.near)));
    cues.dedup_by(|later, first| later.term == first.term);

    let noun = noun(sentence, range, knowledge, seen);
    let unit = noun.and_then(|noun| noun.unit);
    let governor = governor(sentence, range, figure, figures, knowledge);
    Frame {
        line,
        place: match line {
            0 if is_headline(sentences) => Place::Title,
            0..=2 => Place::Lead,
            _ => Place::Body,
        },
        cues,
        heads: heads(sentence, range),
        noun: noun.map(|noun| noun.stem),
        anybody: noun.is_some_and(|noun| knowledge.is_anybody(noun.stem.stem)),
        unit,
        measure: governor.measure,
        change: governor.change,
        part: governor.part,
        period: period(sentence, range, figures, kind),
        grows: governor.grows,
        year: year(sentence, range, figure, figures),
        site: site(sentence, range, knowledge),
        age: kind == Kind::Duration && is_age(sentence, range, knowledge),
        clock: is_clock(sentence, range, knowledge),
        wavers: sentence.pieces.iter().any(|piece| knowledge.is_market(piece.stem.stem)),
    }
}

/// The longest first line that is a headline, in bytes.
const HEADLINE: usize = 300;

/// Whether the first sentence is a headline: a short line with others after it.
fn is_headline(sentences: &[(Sentence, Span)]) -> bool {
    sentences.len() > 1 && sentences[1].0.opens && sentences[0].1.len() <= HEADLINE
}

fn push_cue(cues: &mut Vec<Cue>, piece: &Piece, near: f64, side: Side) {
    let cue = Cue { term: piece.term, stem: piece.stem.stem, near, span: piece.span, side, echo: false };
    cues.push(cue);
    if let Some(term) = piece.echo {
        // A name in Latin letters is met by its sound; an Arabic one only answers it.
        let latin = piece.stem.stem == piece.word && piece.stem.root == piece.word;
        cues.push(Cue { term, echo: !latin, ..cue });
    }
}

/// Whether a figure of the one kind takes the words beyond it from a figure of the other.
fn are_rivals(kind: Kind, other: Kind) -> bool {
    kind == other || (kind != Kind::Date && other != Kind::Date)
}

/// How near a token is to a figure: by the words between, the clauses, and other figures of its kind.
fn nearness(sentence: &Sentence, range: &std::ops::Range<usize>, at: usize, kind: Kind, figures: &[Figure]) -> f64 {
    let between = if at < range.start { at + 1..range.start } else { range.end..at };
    let (from, to) = (sentence.before[between.start], sentence.before[between.end]);
    let (words, breaks) = (to.0 - from.0, to.1 - from.1);
    // The figures stand in order, and more than two weigh no more than two.
    let first = sentence.figures.partition_point(|(_, range)| range.start < between.start);
    let inside = sentence.figures[first..].iter().take_while(|(_, range)| range.end <= between.end);
    let rivals = inside.filter(|(other, _)| are_rivals(kind, figures[*other].kind())).take(2).count();
    let distance = 1.0 / (1.0 + words.saturating_sub(1) as f64 / 5.0);
    distance * 0.8_f64.powi(breaks.min(2) as i32) * 0.6_f64.powi(rivals as i32)
}

/// How many tokens away a word may stand and still be near: no sentence of a writer is much longer.
const NEAR: usize = 150;

/// The pieces of a sentence that stand about a figure.
fn pieces_near<'a>(sentence: &'a Sentence, range: &std::ops::Range<usize>) -> &'a [Piece] {
    let from = sentence.pieces.partition_point(|piece| piece.at + NEAR < range.start);
    let to = sentence.pieces.partition_point(|piece| piece.at < range.end + NEAR);
    &sentence.pieces[from..to]
}

/// The words of the sentence before, of the heading above, or of the sentence after a bare figure.
fn neighbours(sentences: &[(Sentence, Span)], line: usize, range: &std::ops::Range<usize>, cues: &mut Vec<Cue>) {
    let sentence = &sentences[line].0;
    let mut add = |other: &Sentence, near: f64, side: Side| {
        other.pieces.iter().filter(|piece| piece.figure.is_none()).for_each(|piece| push_cue(cues, piece, near, side));
    };
    let own = sentence.pieces.iter().filter(|piece| piece.figure.is_none() && !range.contains(&piece.at)).count();
    if own <= BARE
        && let Some((next, _)) = sentences.get(line + 1)
    {
        add(next, AFTER, Side::After);
    }
    let Some((before, _)) = line.checked_sub(1).and_then(|at| sentences.get(at)) else { return };
    if line == 1 && is_headline(sentences) {
        return; // It is about everything.
    }
    if !sentence.opens {
        add(before, BEFORE, Side::Before);
    } else if before.opens && before.figures.is_empty() && before.words <= 8 {
        add(before, HEADING, Side::Before);
    }
}

/// The two content words before a figure and the one after it, by root, unless other figures come first.
fn heads(sentence: &Sentence, range: &std::ops::Range<usize>) -> SmallVec<[Word; 3]> {
    let mut heads = SmallVec::new();
    let before = sentence.pieces.iter().rev().filter(|piece| piece.at < range.start);
    heads.extend(before.take_while(|piece| piece.figure.is_none()).take(2).map(|piece| piece.stem.root));
    let after = sentence.pieces.iter().filter(|piece| piece.at >= range.end);
    heads.extend(after.take_while(|piece| piece.figure.is_none()).take(1).map(|piece| piece.stem.root));
    heads
}

#[derive(Clone, Copy)]
struct Noun {
    stem: Stem,
    unit: Option<Unit>,
}

/// The counted noun: the first content word of the figure itself, or right after it.
fn noun(sentence: &Sentence, range: &std::ops::Range<usize>, knowledge: &Knowledge, seen: Seen<'_>) -> Option<Noun> {
    let bare = |token: &Token| {
        if token.class == Class::Arabic { stem::bare(token.word, seen) } else { token.word }
    };
    let end = (range.end + 2).min(sentence.tokens.len());
    for at in range.start..end {
        let token = &sentence.tokens[at];
        if at >= range.end && !token.is_word() {
            break;
        }
        if !token.is_word() {
            continue;
        }
        let words: Vec<Word> = sentence.tokens[at..].iter().filter(|token| token.is_word()).take(3).map(bare).collect();
        if let Some((unit, _)) = knowledge.unit(&words) {
            return Some(Noun { stem: stem::of_bare(words[0]), unit: Some(unit) });
        }
        if knowledge.is_stop(token.word) || knowledge.is_stop(words[0]) {
            continue;
        }
        // A verb or a preposition after the figure is not what is counted.
        return Some(Noun { stem: stem::of_bare(words[0]), unit: None });
    }
    None
}

#[derive(Clone, Copy, Default)]
struct Governor {
    measure: Option<MeasureId>,
    change: Option<MeasureId>,
    part: Option<u8>,
    grows: bool,
}

/// How many words away a word may stand and still govern a figure.
const REACH: usize = 9;

/// What the words around a figure say is measured: its own noun first, then the words before it up to the
/// figure before, then a few after it.
fn governor(
    sentence: &Sentence,
    range: &std::ops::Range<usize>,
    figure: usize,
    figures: &[Figure],
    knowledge: &Knowledge,
) -> Governor {
    let mut found = Governor::default();
    let kind = figures[figure].kind();
    let mut take = |piece: &Piece, parts: bool| {
        if let Some(measure) = knowledge.measure(piece.stem) {
            let slot = if knowledge.measures[usize::from(measure)].family == "change" {
                &mut found.change
            } else {
                &mut found.measure
            };
            slot.get_or_insert(measure);
        }
        if parts && let Some(part) = knowledge.part(piece.stem.stem) {
            found.part.get_or_insert(part);
        }
    };
    sentence.pieces.iter().filter(|piece| range.contains(&piece.at)).for_each(|piece| take(piece, false));
    let after = sentence.pieces.iter().filter(|piece| piece.at >= range.end);
    if let Some(piece) = after.clone().next().filter(|piece| piece.at <= range.end + 1) {
        take(piece, false);
    }
    let words_between = |from: usize, to: usize| {
        sentence.tokens.get(from..to).map_or(0, |tokens| tokens.iter().filter(|token| token.is_word()).count())
    };
    for piece in sentence.pieces.iter().rev().filter(|piece| piece.at < range.start) {
        let away = words_between(piece.at, range.start);
        let rival = piece.figure.is_some_and(|other| figures[other].kind() == kind);
        if rival || away > REACH {
            break;
        }
        take(piece, away <= 4);
    }
    let near = range.start.saturating_sub(REACH)..(range.end + REACH).min(sentence.tokens.len());
    found.grows = kind == Kind::Count && knowledge.tells_growth(&sentence.tokens[near]);
    for piece in after {
        let away = words_between(range.end, piece.at);
        if piece.figure.is_some_and(|other| figures[other].kind() == kind) || away > 5 {
            break;
        }
        take(piece, false);
    }
    found
}

/// A word this common is no name of a place.
const NAME: f64 = 0.001;
/// How many words after a figure its place may stand.
const SITE: usize = 3;

/// The rare word after «في» right after a figure and its noun.
fn site(sentence: &Sentence, range: &std::ops::Range<usize>, knowledge: &Knowledge) -> Option<Word> {
    let after = sentence.tokens.get(range.end..)?.iter().take(SITE).take_while(|token| token.is_word());
    let at = range.end + 1 + after.clone().position(|token| knowledge.is_in(token.word))?;
    let piece = sentence.pieces.iter().find(|piece| piece.at == at && piece.figure.is_none())?;
    (knowledge.rate(piece.stem.root) < NAME).then_some(piece.stem.root)
}

/// Whether a length of time is an age: alone in brackets, or after a word of age.
fn is_age(sentence: &Sentence, range: &std::ops::Range<usize>, knowledge: &Knowledge) -> bool {
    let before = &sentence.tokens[range.start.saturating_sub(2)..range.start];
    let bracketed = before.last().is_some_and(|token| token.is_mark('('))
        && sentence.tokens.get(range.end).is_some_and(|token| token.is_mark(')'));
    bracketed || before.iter().any(|token| knowledge.is_age(token.word))
}

/// How many words before a figure the hour may stand that it is a part of.
const CLOCK: usize = 4;

/// Whether the figure is the minutes of a time of the day.
fn is_clock(sentence: &Sentence, range: &std::ops::Range<usize>, knowledge: &Knowledge) -> bool {
    let before = &sentence.tokens[range.start.saturating_sub(CLOCK)..range.start];
    before.iter().any(|token| knowledge.is_clock(token.word))
}

/// How many tokens away a year may stand that a date leaves out.
const YEAR: usize = 4;

/// The one whole year that a sentence names beside a date.
fn year(sentence: &Sentence, range: &std::ops::Range<usize>, figure: usize, figures: &[Figure]) -> Option<Year> {
    let year = |at: usize| match &figures[at].value {
        Value::Date(date) => match date.best() {
            Edtf::Point(point) if point.month.is_none() && point.year != Year::Unknown => Some(point.year),
            _ => None,
        },
        _ => None,
    };
    let others = sentence.figures.iter().filter(|(other, _)| *other != figure);
    let mut years = others.filter_map(|(other, tokens)| Some((year(*other)?, tokens)));
    let (first, tokens) = years.next()?;
    let away = tokens.start.saturating_sub(range.end).max(range.start.saturating_sub(tokens.end));
    (away <= YEAR && years.all(|(other, _)| other == first)).then_some(first)
}

/// The date that stands nearest in the sentence.
fn period(
    sentence: &Sentence,
    range: &std::ops::Range<usize>,
    figures: &[Figure],
    kind: Kind,
) -> Option<(Edtf, usize)> {
    if kind == Kind::Date {
        return None;
    }
    let away = |other: &std::ops::Range<usize>| {
        let between = if other.start >= range.end { range.end..other.start } else { other.end..range.start };
        sentence.tokens.get(between).map_or(usize::MAX, |tokens| tokens.iter().filter(|token| token.is_word()).count())
    };
    sentence
        .figures
        .iter()
        .filter_map(|(other, tokens)| match &figures[*other].value {
            Value::Date(date) if *date.best() != Edtf::Relative => Some((*date.best(), away(tokens))),
            _ => None,
        })
        .min_by_key(|(_, away)| *away)
        .filter(|(_, away)| *away <= 12)
}
