//! Frames: what the words around a figure say of it, each question a function.
//! Not here: which words are near (`cues.rs`), and what is counted (`noun.rs`).

use super::cues::Cues;
use super::length;
use super::name::named;
use super::noun::noun;
use super::pace::pace;
use super::period::{Dates, is_after, is_dateline};
use super::sentence::{NAME, Page, Sentence, around, is_headline};
use super::{Cue, Frame, Outline, Piece, Place};
use crate::align::knowledge::{Knowledge, MeasureId};
use crate::align::reading::Token;
use crate::align::relation::{Ready, Said};
use crate::figure::{Figure, Kind};
use crate::lexicon::Lexicon;
use crate::text::{Class, Word};
use smallvec::SmallVec;
use std::ops::Range;

/// So many words before a date stands what goes on until then: «الممتد من اليوم حتى أكتوبر».
const GOING_ON: usize = 5;
/// So many sentences are the headline and the lead.
const LEAD: usize = 3;
/// Tokens of an end of a year at the most: «نهاية العام 2027», not «نهاية السنة المالية 2027».
const YEAR_END: usize = 3;

/// What the frames of a document are made from.
pub(super) struct Source<'a> {
    pub page: &'a Page<'a>,
    pub outline: &'a Outline,
    pub figures: &'a [Figure],
    pub knowledge: &'a Knowledge,
    pub lexicon: &'a Lexicon,
}

/// The frames of a document's figures, in their order, and the cues of these.
pub(super) fn frames(
    page: &Page<'_>,
    outline: &Outline,
    figures: &[Figure],
    (knowledge, lexicon): (&Knowledge, &Lexicon),
) -> (Vec<Frame>, Vec<Cue>) {
    let source = Source { page, outline, figures, knowledge, lexicon };
    let mut cues = Cues::new(page, outline, figures);
    let mut frames = Vec::with_capacity(figures.len());
    for (line, sentence) in page.sentences.iter().enumerate() {
        let tokens = page.tokens(sentence);
        // Something has gone on since one of its dates.
        let goes_on = sentence.figures.len() > 1 && tokens.iter().any(|token| knowledge.is_since(token.word));
        let dates = Dates::of(sentence, figures);
        for (figure, range) in &sentence.figures {
            // The figures come in order; those that stand in no sentence are about nothing.
            frames.resize_with(*figure, Frame::default);
            frames.push(Frame {
                cues: cues.of(line, *figure, range),
                over: if goes_on { None } else { dates.over(range) },
                ..source.frame(line, *figure, range, &dates)
            });
        }
    }
    frames.resize_with(figures.len(), Frame::default);
    (frames, cues.all)
}

impl Source<'_> {
    /// The frame of one figure, but for its cues and what its whole sentence tells.
    fn frame(&self, line: usize, figure: usize, range: &Range<usize>, dates: &Dates<'_>) -> Frame {
        let Source { page, outline, figures, knowledge, .. } = *self;
        let sentence = &page.sentences[line];
        let (tokens, pieces) = (page.tokens(sentence), &outline.pieces[sentence.pieces.clone()]);
        let kind = figures[figure].kind();
        let noun = noun(page, sentence, range, knowledge);
        let of_noun = noun.and_then(|noun| noun.unit);
        // «ميل بحري» is no mile, but the text writes «كم2» in one word.
        let of_phrase = of_noun.filter(|(_, words)| *words > 1);
        let unit = of_phrase.map(|(unit, _)| unit).or_else(|| knowledge.unit_of(&figures[figure].value));
        let unit = unit.or(of_noun.map(|(unit, _)| unit));
        let is_age_word = |at: usize| knowledge.is_age(tokens[at].word);
        let governor = self.governor(sentence, range, figure);
        // «تضرر 120 قرية»: of villages no people are told, but ever more are.
        let noun_of = figures[figure].value.quantity().and_then(|quantity| quantity.unit.as_deref());
        let things = |measure: &MeasureId| {
            kind == Kind::Count && noun_of.is_some_and(|noun| knowledge.is_of_people_alone(*measure, noun))
        };
        let of_things = governor.measure.filter(things);
        let tally = of_things.is_some_and(|measure| knowledge.measures[usize::from(measure)].tally);
        let measure = if of_things.is_some() { None } else { governor.measure };
        let age = kind == Kind::Duration && length::is_age(tokens, range, &figures[figure].value, knowledge);
        let after = |is: fn(&Knowledge, Word) -> bool| {
            kind == Kind::Date && is_after(tokens, range, |word| is(knowledge, word))
        };
        let numbered = || tokens[range.clone()].iter().any(|token| token.class == Class::Digits);
        let end_of_year = || match &tokens[range.clone()] {
            // Figures that were given may stand on no token.
            [first, ..] if range.len() <= YEAR_END => knowledge.end_of_year(first.word),
            _ => None,
        };
        let said = match kind {
            Kind::Date => Said {
                // «بعد البطولة العام الماضي وعاد في يناير» tells two things.
                year: dates.year_beside(figure, range, |between| {
                    let between = tokens.get(between).unwrap_or_default();
                    between.iter().any(|token| token.word.begins_with_conjunction() && !knowledge.is_stop(token.word))
                }),
                numbered: numbered(),
                end: end_of_year(),
                night: after(Knowledge::is_night)
                    || tokens[range.clone()].iter().any(|token| knowledge.is_night(token.word)),
            },
            _ => Said::default(),
        };
        Frame {
            line,
            place: match line {
                0 if is_headline(page) => Place::Title,
                0..LEAD => Place::Lead,
                _ => Place::Body,
            },
            cues: 0..0,
            heads: heads(pieces, outline, range, is_age_word),
            noun: noun.map(|noun| noun.stem),
            anybody: noun.is_some_and(|noun| knowledge.is_anybody(noun.stem.stem)),
            unit,
            pace: if matches!(kind, Kind::Count | Kind::Money) { pace(tokens, range.end, knowledge) } else { None },
            measure,
            change: governor.change,
            turn: if matches!(kind, Kind::Percent | Kind::Money) { self.turn(sentence, range) } else { None },
            part: governor.part,
            scope: governor.scope.filter(|_| kind == Kind::Percent),
            base: governor.base.filter(|_| kind == Kind::Percent),
            period: if kind == Kind::Date { None } else { dates.nearest(range) },
            by: matches!(kind, Kind::Count | Kind::Money) && self.is_by(sentence, range, &figures[figure]),
            course: match kind {
                Kind::Date | Kind::Duration => None,
                _ => length::course(tokens, sentence, range, figures, knowledge),
            },
            grows: governor.grows || tally,
            since: after(Knowledge::is_since),
            until: after(Knowledge::is_until),
            lasts: after(Knowledge::is_until)
                && tokens[range.start.saturating_sub(GOING_ON)..range.start]
                    .iter()
                    .any(|token| knowledge.goes_on(token.word)),
            against: after(Knowledge::is_comparing),
            over: None,
            ready: Ready::of(&figures[figure].value, unit, said),
            order: order(tokens, range, knowledge),
            site: site(tokens, pieces, outline, range, knowledge),
            age,
            named: if age { named(outline, (tokens, pieces), range, (knowledge, self.lexicon)) } else { None },
            purpose: match kind {
                Kind::Duration if !age => length::purpose(tokens, pieces, range, knowledge),
                Kind::Count => length::size(tokens, pieces, range, (noun.map(|noun| noun.stem.stem), unit), knowledge),
                _ => None,
            },
            ahead: if kind == Kind::Duration { length::ahead(&tokens[range.clone()], knowledge) } else { None },
            aside: match kind {
                Kind::Duration => length::is_clock(tokens, range, knowledge),
                Kind::Date => line < LEAD && is_dateline(tokens, range),
                _ => false,
            },
            wavers: sentence.is_of_market,
            marks: sentence.is_of_market && self.marks(sentence, range),
        }
    }

    /// Whether the words right before a figure say that it is a part of the figure before: «بينهم», «من ضمنهم».
    fn is_part_of_the_one_before(&self, sentence: &Sentence, range: &Range<usize>) -> bool {
        let mut before = range.start.saturating_sub(WITHIN)..range.start;
        let part = |at| self.page.word(sentence, at).and_then(|word| word.meaning.part);
        before.any(|at| part(at).is_some_and(|part| self.knowledge.is_within(part)))
    }

    /// «خفض الدعم من 110 مليارات إلى 89»: whether a change starts from the figure.
    fn is_left(&self, sentence: &Sentence, range: &Range<usize>, figure: usize) -> bool {
        let Source { page, figures, knowledge, .. } = *self;
        let tokens = page.tokens(sentence);
        let is =
            |at: usize, is: fn(&Knowledge, Word) -> bool| tokens.get(at).is_some_and(|token| is(knowledge, token.word));
        let from = (range.start.saturating_sub(1)..range.end).any(|at| is(at, Knowledge::is_from));
        let next = || sentence.figures.iter().find(|(_, other)| other.start >= range.end);
        from && next().is_some_and(|(other, at)| {
            let led = (range.end..at.end).any(|at| is(at, Knowledge::is_to));
            led && at.start <= range.end + TO && figures[*other].kind() == figures[figure].kind()
        })
    }

    /// What the words around a figure say is measured: its own noun first, then the words before it up to the
    /// figure before, then a few after it.
    fn governor(&self, sentence: &Sentence, range: &Range<usize>, figure: usize) -> Governor {
        let Source { page, outline, figures, knowledge, .. } = *self;
        let mut found = Governor::default();
        let kind = figures[figure].kind();
        let tokens = page.tokens(sentence);
        let is_led = |piece: &Piece| {
            let before = piece.at().checked_sub(1).is_some_and(|at| knowledge.leads_to_scope(tokens[at].word));
            let glued = || {
                let entry = page.word(sentence, piece.at()).filter(|entry| entry.word != entry.bare());
                entry.is_some_and(|entry| {
                    knowledge.leads_to_scope(entry.word.without_last(entry.word.len().saturating_sub(1)))
                })
            };
            // «شكل الرجال 52%», «52% رجال»
            before || glued() || piece.at() + 1 == range.start || piece.at() == range.end
        };
        let mut take = |piece: &Piece, parts: bool| {
            if let Some(measure) = piece.measure {
                let slot = if knowledge.measures[usize::from(measure)].is_change {
                    &mut found.change
                } else {
                    &mut found.measure
                };
                slot.get_or_insert(measure);
            }
            match piece.part {
                Some(scope) if knowledge.is_scope(scope) => {
                    found.scope = found.scope.or(Some(scope).filter(|_| is_led(piece)));
                }
                Some(base) if knowledge.is_base(base) => _ = found.base.get_or_insert(base),
                Some(part) if parts => _ = found.part.get_or_insert(part),
                _ => {}
            }
        };
        let (before, within, after) = around(&outline.pieces[sentence.pieces.clone()], range);
        within.iter().for_each(|piece| take(piece, false));
        // «ودين بلغ 270 مليونا، وعرض نقود»: what is joined on is of the next.
        let joined_on = |piece: &&Piece| {
            tokens[range.end..piece.at()].iter().any(|token| token.class.is_comma())
                && tokens[piece.at()].word.begins_with_conjunction()
        };
        if let Some(piece) = after.first().filter(|piece| piece.at() <= range.end + 1 && !joined_on(piece)) {
            take(piece, false);
        }
        // «30 شخصا أصيبوا», but not «مقتل 30 شخصا وإصابة 50».
        let verb = after.get(1).filter(|piece| piece.figure.is_none() && piece.at() == range.end + 1);
        if let Some(verb) = verb.filter(|piece| !tokens[piece.at()].word.begins_with_conjunction()) {
            take(verb, false);
        }
        let words_in = |between: Range<usize>| sentence.between(between).map_or(0, |(words, _)| words);
        let is_rival = |piece: &Piece| piece.figure.is_some_and(|other| figures[other as usize].kind() == kind);
        // «مقتل 25 شخصا بينهم ⟦تسعة⟧ صحفيين»: what is said of the whole is said of the part.
        let mut of_whole = self.is_part_of_the_one_before(sentence, range);
        for (at, piece) in before.iter().enumerate().rev() {
            let away = words_in(piece.at()..range.start);
            if is_rival(piece) && std::mem::take(&mut of_whole) {
                continue;
            }
            if is_rival(piece) || away > REACH {
                break;
            }
            // «بلغت 5 ملايين مقابل 4», but «باعها مقابل 4 ملايين».
            let is_price = || {
                let word = page.word(sentence, piece.at()).map(|word| word.bare());
                kind == Kind::Money
                    && word.is_some_and(|word| knowledge.is_before_price(word))
                    && !before[..at].iter().any(is_rival)
            };
            // «بأكثر مما كان متوقعا، من 17% إلى 24%»
            let in_clause = || !tokens[piece.at()..range.start].iter().any(|token| token.class.is_comma());
            take(piece, away <= 4 && in_clause() && !is_price());
        }
        for piece in after {
            // «حمولتها 90 شخصا، وأكد توقيف مالكها», but «30 مهاجرا، أنقذتهم سفينة»
            let (words, breaks) = sentence.between(range.end..piece.at()).unwrap_or_default();
            let goes_on = || {
                let comma = piece.at().checked_sub(1).is_some_and(|before| tokens[before].class.is_comma());
                breaks == 1 && comma && !tokens[piece.at()].word.begins_with_conjunction()
            };
            if is_rival(piece) || words > 5 || breaks > 0 && !goes_on() {
                break;
            }
            take(piece, false);
        }
        if found.part.is_none() && self.is_left(sentence, range, figure) {
            found.part = knowledge.left();
        }
        let near = range.start.saturating_sub(REACH)..(range.end + REACH).min(tokens.len());
        found.grows = kind == Kind::Count && knowledge.tells_growth(tokens[near].iter().map(|token| token.word));
        found
    }
}

/// How many tokens after a figure that stands after which a change from it leads.
const TO: usize = 5;

/// How many tokens before a figure it may stand that it is a part of the figure before.
const WITHIN: usize = 2;

/// The two content words before a figure and the one after it, by root, unless other figures come first.
fn heads(
    pieces: &[Piece],
    outline: &Outline,
    range: &Range<usize>,
    is_age_word: impl Fn(usize) -> bool,
) -> SmallVec<[Word; 3]> {
    let (before, _, after) = around(pieces, range);
    let is_word = |piece: &&Piece| piece.figure.is_none();
    let before = before.iter().rev().take_while(is_word).filter(|piece| !is_age_word(piece.at())).take(2);
    let heads = before.chain(after.iter().take_while(is_word).take(1));
    heads.filter_map(|piece| outline.terms[piece.term as usize].term.word()).collect()
}

#[derive(Clone, Copy, Default)]
struct Governor {
    measure: Option<MeasureId>,
    change: Option<MeasureId>,
    part: Option<u8>,
    scope: Option<u8>,
    base: Option<u8>,
    grows: bool,
}

/// How many words away a word may stand and still govern a figure.
pub(super) const REACH: usize = 9;

/// How many words away it may stand which of several a figure is of.
const ORDER: usize = 5;

/// The word for which of several a figure is of that stands nearest to it.
fn order(tokens: &[Token], range: &Range<usize>, knowledge: &Knowledge) -> Option<Word> {
    let window = range.start.saturating_sub(ORDER)..(range.end + ORDER).min(tokens.len());
    let later = window.filter(|at| *at > 0 && knowledge.is_later(tokens[*at].word, tokens[at - 1].word));
    let away = |at: &usize| range.start.saturating_sub(*at).max(at.saturating_sub(range.end));
    later.min_by_key(away).map(|at| tokens[at].word)
}

/// How many words after a figure its place may stand.
const SITE: usize = 3;

/// The rare word after «في» right after a figure and its noun.
fn site(
    tokens: &[Token],
    pieces: &[Piece],
    outline: &Outline,
    range: &Range<usize>,
    knowledge: &Knowledge,
) -> Option<Word> {
    let after = tokens.get(range.end..)?.iter().take(SITE).take_while(|token| token.is_word());
    let at = range.end + 1 + after.clone().position(|token| knowledge.is_in(token.word))?;
    let from = pieces.partition_point(|piece| piece.at() < at);
    let mut here = pieces[from..].iter().take_while(|piece| piece.at() == at);
    let known = outline.terms[here.find(|piece| piece.figure.is_none())?.term as usize];
    known.term.word().filter(|_| known.rate < NAME)
}

#[cfg(test)]
pub(super) mod tests;
