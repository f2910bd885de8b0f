//! A figure of the headline that the article below denies: the same thing is counted in its first sentences, and
//! the headline's number is nowhere in it.

use super::interval::{Interval, interval};
use super::part::{ends_alike, noun};
use super::{Finding, Finds, measure};
use crate::align::Extracted;
use crate::align::knowledge::Knowledge;
use crate::align::relation;
use crate::document::Document;
use crate::extract;
use crate::figure::{Bounded, Figure, Kind, Span, Value};
use crate::lexicon::{Exclusion, Lexicon, Relation, Sense};
use crate::text::{self, Token, Word};
use compact_str::CompactString;
use rust_decimal::Decimal;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// The longest headline in bytes: a longer one is a paragraph.
const LONGEST: usize = 300;
/// How many sentences after the headline tell what it tells.
const LEAD: usize = 2;
/// How many words a line may have that only says where and by whom it was written.
const SIGNED: usize = 5;
/// How many words of the headline stand in such a sentence again, at least; and where it has the same digits.
const SHARED: usize = 3;
const SHARED_BY_SLIP: usize = 2;
/// How many figures after one are added to it: the work stays linear in the length of a sentence.
const NEIGHBOURS: usize = 8;
/// Numbers that rounding ends in.
const FIVE: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
/// Nobody says «more than» of so many times as much.
const FAR: Decimal = Decimal::from_parts(10, 0, 0, false, 0);
/// The shortest word that says what a text is about, in letters.
const SHORTEST: usize = 4;
/// How many letters of a word tell it from others, whatever its ending.
const STEM: usize = 4;

/// A headline and the article below it.
struct Told<'a> {
    /// The figures of the headline.
    headline: &'a [Figure],
    /// The headline as written.
    title: &'a str,
    text: &'a str,
    /// Where the article begins in the text.
    start: usize,
    /// All figures of the text, and those of the article among them.
    figures: &'a [Figure],
    body: Range<usize>,
    lexicon: &'a Lexicon,
}

pub(super) fn check(extracted: &Extracted, lexicon: &Lexicon, found: &mut Vec<Finding>) {
    let Extracted { document, figures } = extracted;
    let text = document.text.as_str();
    let stands_apart = |title: &&String| title.len() <= LONGEST && !text.trim_start().starts_with(title.trim());
    if let Some(title) = document.title.as_ref().filter(stands_apart) {
        apart(title, extracted, lexicon, found);
    }
    let Some(headline) = headline(text) else { return };
    let in_headline = figures.iter().take_while(|figure| figure.span.end <= headline.end).count();
    let told = Told {
        headline: &figures[..in_headline],
        title: headline.slice(text),
        text,
        start: headline.end,
        figures,
        body: in_headline..figures.len(),
        lexicon,
    };
    for (title, near) in told.denied() {
        let sides = vec![vec![title], vec![near]];
        found.push(Finding::new(Finds::Title, "the_article_says_otherwise", sides));
    }
}

/// The headline stands beside the text: its figures are no figures of the text, and are told as they are written.
/// They are found here and not with those of the text: nothing else asks for them, and what `extract` writes for `check
/// --figures` has none.
fn apart(title: &str, extracted: &Extracted, lexicon: &Lexicon, found: &mut Vec<Finding>) {
    let Extracted { document, figures } = extracted;
    let own = Document { text: title.to_string(), publisher: document.publisher.clone(), ..Document::default() };
    let headline = extract::figures(&own, lexicon);
    let told =
        Told { headline: &headline, title, text: &document.text, start: 0, figures, body: 0..figures.len(), lexicon };
    for (title, near) in told.denied() {
        let headline = Some(headline[title].text.clone());
        found.push(Finding { headline, ..Finding::new(Finds::Title, "the_article_says_otherwise", vec![vec![near]]) });
    }
}

impl Told<'_> {
    /// The headline's figures that the article denies, each with the one that it gives instead.
    fn denied(&self) -> Vec<(usize, usize)> {
        let denies = |title: usize| {
            let told = &self.headline[title];
            let below = &self.figures[self.body.clone()];
            if !is_told(self.headline, title, self.lexicon) || below.iter().any(|one| may_be(told, one)) {
                return None;
            }
            let alike: Vec<usize> = self.body.clone().filter(|index| same_thing(told, &self.figures[*index])).collect();
            let lead_end = self.body.start + below.partition_point(|figure| self.is_in_lead(figure));
            let mut lead = alike.iter().copied().take_while(|index| *index < lead_end);
            let near = lead.next().filter(|_| lead.next().is_none())?;
            let explained = adds(told, below)
                || self.adds_in_lead(told)
                || below[..lead_end - self.body.start].iter().any(|one| measure::are_one_size(one, told) == Some(true))
                || adds_alike(told, self.figures, &alike)
                || told_with_more(self.text, &self.figures[near], self.lexicon)
                    && !told_with_more(self.title, told, self.lexicon);
            // The same digits at another power of ten are hardly of another thing.
            let misprint = is_misprint(told, &self.figures[near]);
            let slip = is_slip(told, &self.figures[near]) || misprint;
            let shared = if slip { SHARED_BY_SLIP } else { SHARED };
            let explained = explained || told.kind() == Kind::Percent && (!misprint || makes_percent(told, below));
            (!explained && self.is_told_in(self.figures[near].sentence, shared)).then_some((title, near))
        };
        (0..self.headline.len()).filter_map(denies).chain(self.denied_length()).collect()
    }

    /// «السجن 10 سنوات لوزير سابق» above «حكم السجن 15 سنة»: the only length of each, after the same word.
    fn denied_length(&self) -> Option<(usize, usize)> {
        let length = |figure: &Figure| match figure.value.length() {
            Some(Bounded::Exact(period)) => period.only(),
            _ => None,
        };
        let lengths = |figures: &[Figure]| -> Vec<usize> {
            (0..figures.len()).filter(|index| matches!(figures[*index].value, Value::Duration(_))).collect()
        };
        let below = &self.figures[self.body.clone()];
        let ([title], [near, ..]) = (&lengths(self.headline)[..], &lengths(below)[..]) else { return None };
        let (told, near) = (&self.headline[*title], self.body.start + near);
        let own = &self.figures[near];
        let (a, b) = (length(told)?, length(own)?);
        let word = |text: &str, figure: &Figure| {
            let before = text.get(figure.sentence.start.min(figure.span.start)..figure.span.start)?;
            let mut tokens: Vec<Token> = Vec::new();
            text::tokens(before, Span::new(0, before.len()), &mut tokens);
            tokens.last().filter(|token| token.is_word()).map(|token| Knowledge::builtin().bare(token.word))
        };
        let same_word = || word(self.title, told).is_some_and(|title| word(self.text, own) == Some(title));
        let given = below.iter().any(|other| length(other) == Some(a));
        let alone = lengths(below).iter().filter(|index| self.is_in_lead(&below[**index])).count() == 1;
        let denied = a.0 == b.0 && a.1 != b.1 && alone && !given && self.is_in_lead(own) && same_word();
        (denied && self.is_told_in(own.sentence, SHARED_BY_SLIP)).then_some((*title, near))
    }

    /// Whether two or all counts of persons in the lead make the headline's, whatever they are called: «9 مدنيين … وستة
    /// آخرون».
    fn adds_in_lead(&self, told: &Figure) -> bool {
        let unit = |figure: &Figure| figure.value.quantity().and_then(|quantity| quantity.unit.clone());
        let person = |unit: &str| noun(unit, self.lexicon).is_some_and(|noun| noun.person);
        let of_persons =
            |figure: &Figure| figure.kind() == Kind::Count && unit(figure).is_none_or(|unit| person(&unit));
        if !unit(told).is_some_and(|unit| person(&unit)) || told.kind() != Kind::Count {
            return false;
        }
        let number = |figure: &Figure| figure.value.quantity().and_then(|quantity| quantity.amount.low().copied());
        let body = &self.figures[self.body.clone()];
        let lead = &body[..body.partition_point(|figure| self.is_near(figure))];
        let counts: Vec<Decimal> =
            lead.iter().filter(|figure| of_persons(figure)).filter_map(number).take(NEIGHBOURS).collect();
        let Some(whole) = told.value.quantity().and_then(interval) else { return false };
        let is_it = |sum: Option<Decimal>| sum.is_none_or(|sum| whole.low <= sum && sum <= whole.high);
        let all = counts.iter().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(*one));
        let mut two =
            counts.iter().enumerate().flat_map(|(at, one)| counts[at + 1..].iter().map(move |two| (*one, *two)));
        counts.len() > 1 && (is_it(all) || two.any(|(one, two)| is_it(one.checked_add(two))))
    }

    /// Whether a sentence of the article has so many words of the headline.
    fn is_told_in(&self, sentence: Span, shared: usize) -> bool {
        let headline = stems(self.title);
        stems(sentence.slice(self.text)).intersection(&headline).count() >= shared
    }

    /// Whether few sentences of the article stand before the figure's.
    fn is_in_lead(&self, figure: &Figure) -> bool {
        self.follows_at_most(figure, LEAD)
    }

    /// Whether the figure's sentence is one of the lead, or the next.
    fn is_near(&self, figure: &Figure) -> bool {
        self.follows_at_most(figure, LEAD + 1)
    }

    fn follows_at_most(&self, figure: &Figure, sentences: usize) -> bool {
        let before = self.text.get(self.start..figure.sentence.start).unwrap_or_default();
        // «القاهرة – جريدة الضفة» is no sentence.
        let told = |sentence: &Span| sentence.slice(before).split_whitespace().nth(SIGNED).is_some();
        text::sentences(before).filter(told).take(sentences).count() < sentences
    }
}

/// The first line, where a blank one follows it.
fn headline(text: &str) -> Option<Span> {
    let end = text.find('\n')?;
    let rest = text[end + 1..].trim_start_matches([' ', '\r', '\t']);
    (end <= LONGEST && rest.starts_with('\n')).then_some(Span::new(0, end))
}

/// Stated plainly, and alone of its kind in the headline; goals of a match stand as its score below.
fn is_told(headline: &[Figure], title: usize, lexicon: &Lexicon) -> bool {
    let told = &headline[title];
    let Some(quantity) = told.value.quantity() else { return false };
    let alone = headline.iter().filter(|other| other.kind() == told.kind()).count() == 1;
    let goal = |unit: &CompactString| lexicon.senses(unit).any(|sense| sense == Sense::Exclusion(Exclusion::Goal));
    // «5 مليارات جنيه», of whichever land.
    let whole = || told.kind() == Kind::Percent || told.kind() == Kind::Money && !told.readings.is_empty();
    let named = || whole() || quantity.unit.as_ref().is_some_and(|unit| !goal(unit));
    matches!(quantity.amount, Bounded::Exact(_)) && alone && named()
}

fn same_thing(a: &Figure, b: &Figure) -> bool {
    let unit = |figure: &Figure| figure.value.quantity().and_then(|quantity| quantity.unit.clone());
    let exact = |figure: &Figure| figure.value.quantity().is_some_and(|q| matches!(q.amount, Bounded::Exact(_)));
    a.kind() == b.kind()
        && matches!(a.kind(), Kind::Count | Kind::Money | Kind::Percent)
        && unit(a) == unit(b)
        && (unit(a).is_some() || a.kind() != Kind::Money || ends_alike(a, b))
        && exact(b)
}

/// Whether the two have the same digits, more than one, at another power of ten.
fn is_slip(a: &Figure, b: &Figure) -> bool {
    relation::digits_scaled(&a.value, &b.value).is_some_and(|digits| digits > 1)
}

/// Whether two figures of the article, near each other, change or make a part by so many percent: «79 مليونا من 100 مليون».
fn makes_percent(title: &Figure, body: &[Figure]) -> bool {
    let number =
        |figure: &Figure| figure.value.quantity().and_then(interval).filter(|number| number.low > Decimal::ZERO);
    let Some(told) = number(title) else { return false };
    let made = |a: Interval, b: Interval| Some([a.change(b)?.over(b)?, a.change(b)?.over(a)?, a.over(b)?, b.over(a)?]);
    let is_it = |a: &Figure, b: &Figure| {
        let made: Option<[Interval; 4]> = number(a).zip(number(b)).and_then(|(a, b)| made(a, b));
        let percents = made.into_iter().flatten().filter_map(|part| part.scaled(Decimal::ONE_HUNDRED));
        a.kind() == b.kind() && percents.into_iter().any(|percent| percent.overlaps(told))
    };
    body.iter().enumerate().any(|(at, one)| body[at + 1..].iter().take(NEIGHBOURS).any(|other| is_it(one, other)))
}

/// Whether one digit of several is another, or two beside each other have changed places: 12.3 and 13.3, 21 and 12.
fn is_misprint(a: &Figure, b: &Figure) -> bool {
    let digits = |figure: &Figure| match figure.value.quantity()?.amount {
        Bounded::Exact(n) => Some(n.normalize().to_string()),
        _ => None,
    };
    let (Some(a), Some(b)) = (digits(a), digits(b)) else { return false };
    let unlike: Vec<usize> = (0..a.len().min(b.len())).filter(|at| a.as_bytes()[*at] != b.as_bytes()[*at]).collect();
    let swapped = |one: usize, two: usize| {
        one + 1 == two && a.as_bytes()[one] == b.as_bytes()[two] && a.as_bytes()[two] == b.as_bytes()[one]
    };
    let same_place = a.len() == b.len() && a.find('.') == b.find('.') && a.len() > 1;
    same_place && (unlike.len() == 1 || unlike.len() == 2 && swapped(unlike[0], unlike[1]))
}

/// Whether the article's figure may be what the headline means: the same number, or one that the headline rounds.
/// A round number rounds by a tenth; whoever writes 41 does not mean 43, nor who writes 53 millions 50. «More than» is said
/// of what is not many times as much.
fn may_be(title: &Figure, body: &Figure) -> bool {
    let wide = |value: &Value| {
        let quantity = value.quantity()?;
        let own = interval(quantity)?;
        // 12.3% is told to the tenth, 12.3 millions may be rounded.
        let told = matches!(value, Value::Percent(_)) && quantity.precision < Decimal::ONE;
        let scaled = !told && quantity.precision != Decimal::ONE;
        let last = if scaled { own.middle()?.checked_div(quantity.precision)? } else { own.middle()? };
        let round = scaled && last.abs() < Decimal::TEN || last.checked_rem(FIVE)?.is_zero();
        let slack = match (round, scaled) {
            (true, _) => own.high.abs().checked_div(Decimal::TEN)?,
            // 12.36 millions may be cut off to 12.3.
            (_, true) => quantity.precision,
            _ => Decimal::ZERO,
        };
        own.wider(slack)
    };
    let far = |number: Decimal| number.checked_mul(FAR);
    match (wide(&title.value), body.value.quantity()) {
        (Some(a), Some(quantity)) => match (interval(quantity), quantity.amount.low(), quantity.amount.high()) {
            (Some(b), ..) => a.overlaps(b),
            (None, Some(low), None) => *low <= a.high && far(*low).is_none_or(|far| a.low <= far),
            (None, None, Some(high)) => a.low <= *high && far(a.high).is_none_or(|far| *high <= far),
            _ => true,
        },
        _ => false,
    }
}

/// Whether two figures of one sentence make the headline's together: «26 من الركاب، وطاقمها المكون من ستة».
fn adds(title: &Figure, body: &[Figure]) -> bool {
    let number = |figure: &Figure| figure.value.quantity().and_then(interval);
    let Some(told) = number(title) else { return false };
    let sum = |a: &Figure, b: &Figure| number(a)?.plus(number(b)?);
    body.iter().enumerate().any(|(at, one)| {
        let others = body[at + 1..].iter().take(NEIGHBOURS).take_while(|other| other.sentence == one.sentence);
        others.into_iter().any(|other| sum(one, other).is_some_and(|sum| sum.overlaps(told)))
    })
}

/// «مقتل 7 صحفيين، إضافة إلى مصور», «ثلاثة متهمين، ثم اثنين»: the headline may count both; «100 مليون يوميا»: or for how long.
fn told_with_more(text: &str, figure: &Figure, lexicon: &Lexicon) -> bool {
    let mut tokens: Vec<Token> = Vec::new();
    text::tokens(text, Span::new(figure.span.end, figure.sentence.end.max(figure.span.end)), &mut tokens);
    let mut more = false;
    for at in 0..tokens.len() {
        lexicon.relations(&tokens, at, |relation, _, _| {
            more |= Relation::PER.contains(&relation) || matches!(relation, Relation::Added | Relation::Rest);
        });
    }
    more
}

/// Whether a figure of the article and one near it make the headline's together, whatever the other counts of persons:
/// «9 مدنيين … وتوفي ستة آخرون».
pub(in crate::rules) fn makes_with_more(title: usize, body: usize, figures: &[Figure], lexicon: &Lexicon) -> bool {
    let unit = |figure: &Figure| figure.value.quantity().and_then(|quantity| quantity.unit.clone());
    let number = |figure: &Figure| figure.value.quantity().and_then(|quantity| quantity.amount.low().copied());
    let person = |figure: &Figure| unit(figure).is_none_or(|unit| noun(&unit, lexicon).is_some_and(|noun| noun.person));
    let (Some(whole), Some(one)) = (figures.get(title), figures.get(body)) else { return false };
    let alike = |other: &Figure| {
        let sort = || other.kind() == Kind::Count && (unit(other).is_none() || person(one) && person(other));
        other.kind() == one.kind() && (unit(other) == unit(one) || sort())
    };
    let told = whole.value.quantity().and_then(interval);
    let near = body.saturating_sub(NEIGHBOURS).max(title + 1)..figures.len().min(body + NEIGHBOURS);
    let others = near.filter(|other| *other != body).map(|other| &figures[other]).filter(|other| alike(other));
    let mut sums = others.filter_map(|other| number(one)?.checked_add(number(other)?));
    told.is_some_and(|told| sums.any(|sum| told.low <= sum && sum <= told.high))
}

/// Whether the article's figures of the same thing make the headline's together: two rescues, several days.
fn adds_alike(title: &Figure, figures: &[Figure], alike: &[usize]) -> bool {
    let number = |index: &usize| figures[*index].value.quantity().and_then(interval);
    let is_it = |sum: Interval| {
        let wide = sum.high.abs().checked_div(Decimal::TEN).and_then(|slack| sum.wider(slack));
        title.value.quantity().and_then(interval).zip(wide).is_none_or(|(told, wide)| told.overlaps(wide))
    };
    let some = &alike[..alike.len().min(NEIGHBOURS)];
    let two = some.iter().enumerate().any(|(at, one)| {
        some[at + 1..]
            .iter()
            .any(|other| number(one).zip(number(other)).and_then(|(a, b)| a.plus(b)).is_some_and(is_it))
    });
    let all = || some.iter().try_fold(Interval::ZERO, |sum, one| sum.plus(number(one)?)).is_none_or(is_it);
    two || some.len() > 2 && all()
}

/// The first letters of the words that say what a stretch of text is about.
fn stems(text: &str) -> FxHashSet<Word> {
    let mut tokens: Vec<Token> = Vec::new();
    text::tokens(text, Span::new(0, text.len()), &mut tokens);
    let knowledge = Knowledge::builtin();
    let words = tokens.iter().filter(|token| token.is_word()).map(|token| (token.word, knowledge.bare(token.word)));
    // «لدعم الخبز»: what has an article or the like is no particle.
    let tells =
        |word: &Word, bare: &Word| bare.len() >= SHORTEST || bare.len() + 1 == SHORTEST && word.len() > bare.len();
    let telling = words.filter(|(word, bare)| tells(word, bare)).map(|(_, bare)| bare);
    telling.map(|bare| bare.without_last(bare.len().saturating_sub(STEM))).collect()
}
