//! Stories: documents that report the same events, by the rare words that they share and the days on which
//! they were published. An index of rare words finds the candidates; no document is held against all.
//! Not here: the claims of a story (`claims.rs`).

use super::knowledge::Knowledge;
use super::stem;
use crate::document::Document;
use crate::figure::Span;
use crate::text::{self, Class, Token, Word};
use rustc_hash::FxHashMap;

/// What a document tells of itself: its rarest roots, each with its weight.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// The roots with their weights, by root; the weights' squares sum to one.
    pub(super) terms: Vec<(Word, f32)>,
    /// The day of publication, counted from some day.
    pub(super) day: Option<i32>,
}

/// Documents parted into stories.
#[derive(Clone, Debug, Default)]
pub struct Stories {
    /// What each document tells of itself.
    pub(super) profiles: Vec<Profile>,
    /// Among how many documents the stories were found: these, and others that are elsewhere.
    pub(super) among: usize,
    /// The documents of each story, by index; each document is in one.
    pub members: Vec<Vec<usize>>,
}

impl Stories {
    /// The stories of all documents that there are.
    pub fn find(documents: &[&Document], knowledge: &Knowledge) -> Stories {
        let profiles = profiles(documents, knowledge);
        Stories { among: profiles.len(), members: stories(&profiles), profiles }
    }

    /// What the likeness of two documents says for their figures being about the same, in bits.
    pub(super) fn bits(&self, a: usize, b: usize, changes: bool) -> f64 {
        bits(&self.profiles[a], &self.profiles[b], self.among, changes)
    }
}

/// The day, counted from some day.
pub(super) fn day(document: &Document) -> Option<i32> {
    let published = document.published?;
    jiff::civil::Date::ZERO.until(published).ok().map(|span| span.get_days())
}

/// How many roots stand for a document.
const TERMS: usize = 40;
/// A root in more documents of the corpus than this part of them is no sign of a story.
const COMMON: f64 = 0.05;
/// As many documents of a posting list are looked at.
const POSTINGS: usize = 300;
/// How far apart two reports of one event may be published, in days, among many documents.
const WINDOW: i32 = 6;
/// Up to this many documents, days do not part stories: somebody chose them.
const FEW: usize = 40;

/// So few documents were hardly put together by chance: they need little in common.
const CHOSEN: usize = 8;

/// What each day between two reports weighs against their telling the same number.
const DAY: f64 = 1.5;

/// How often each root of a document stands in it, the headline's twice.
fn counts(document: &Document, knowledge: &Knowledge) -> FxHashMap<Word, u32> {
    let text = document.text.as_str();
    let mut tokens: Vec<Token> = Vec::new();
    if let Some(title) = &document.title {
        text::tokens(title, Span::new(0, title.len()), &mut tokens);
    }
    text::tokens(text, Span::new(0, text.len()), &mut tokens);
    let headline = text.find('\n').unwrap_or(0);
    // Every other word is a new one.
    let room = || FxHashMap::with_capacity_and_hasher(tokens.len() / 2, Default::default());
    let (mut counts, mut written): (FxHashMap<Word, u32>, FxHashMap<Word, u32>) = (room(), room());
    for token in tokens.iter().filter(|token| token.class == Class::Arabic) {
        *written.entry(token.word).or_default() += 1;
    }
    let seen = knowledge.seen(Some(&written));
    for token in tokens.iter().filter(|token| token.is_word() && token.word.len() >= 3) {
        let root = match token.class {
            Class::Latin => knowledge.name(&[token.word]).unwrap_or(token.word),
            _ => {
                let bare = stem::bare(token.word, seen);
                if knowledge.is_stop(token.word) || knowledge.is_stop(bare) {
                    continue;
                }
                knowledge.name(&[bare]).unwrap_or_else(|| stem::of_bare(bare).root)
            }
        };
        *counts.entry(root).or_default() += if token.span.start < headline { 2 } else { 1 };
    }
    counts
}

/// The profiles of all documents: a root weighs as much as it is rare among them and in the news.
pub fn profiles(documents: &[&Document], knowledge: &Knowledge) -> Vec<Profile> {
    use rayon::prelude::*;
    let counted: Vec<FxHashMap<Word, u32>> = documents.par_iter().map(|document| counts(document, knowledge)).collect();
    let mut with: FxHashMap<Word, u32> = FxHashMap::default();
    for root in counted.iter().flat_map(|counts| counts.keys()) {
        *with.entry(*root).or_default() += 1;
    }
    let all = documents.len() as f64;
    let archive = are_many(documents.len());
    counted
        .into_par_iter()
        .zip(documents)
        .map(|(counts, document)| {
            let weigh = |(root, n): (Word, u32)| {
                let here = f64::from(with.get(&root).copied().unwrap_or(1));
                // A document has some twenty sentences to meet a word in.
                let rate = (knowledge.rate(root) * 20.0).min(1.0);
                let rare = if archive { (here / all).max(rate / 4.0) } else { rate };
                let common = archive && here / all > COMMON;
                let weight = if common { 0.0 } else { (1.0 + f64::from(n).ln()) * -rare.log2() };
                (root, weight.max(0.0) as f32)
            };
            let mut terms: Vec<(Word, f32)> = counts.into_iter().map(weigh).filter(|(_, w)| *w > 0.0).collect();
            terms.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            terms.truncate(TERMS);
            let length = terms.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
            terms.iter_mut().for_each(|(_, weight)| *weight /= length);
            terms.sort_by_key(|term| term.0);
            Profile { terms, day: day(document) }
        })
        .collect()
}

/// How like each other two documents are, 0 to 1.
pub fn likeness(a: &Profile, b: &Profile) -> f32 {
    let (mut xs, mut ys) = (a.terms.iter().peekable(), b.terms.iter().peekable());
    let mut sum = 0.0;
    while let (Some((p, w)), Some((q, v))) = (xs.peek(), ys.peek()) {
        match p.cmp(q) {
            std::cmp::Ordering::Less => drop(xs.next()),
            std::cmp::Ordering::Greater => drop(ys.next()),
            std::cmp::Ordering::Equal => {
                sum += w * v;
                xs.next();
                ys.next();
            }
        }
    }
    sum
}

/// From which likeness on two documents report the same: the more documents, the more look alike by chance.
fn least(documents: usize) -> f32 {
    if documents <= CHOSEN {
        return 0.03;
    }
    (0.04 + 0.025 * (documents.max(2) as f32).log2()).min(0.3)
}

/// Whether so many documents are an archive, in which stories are found, rather than a few that somebody chose.
pub fn are_many(documents: usize) -> bool {
    documents > FEW
}

/// What the likeness of two documents of a story says for their figures being about the same, in bits: among
/// many documents, those that are little alike tell of other events, and a number that `changes` is another
/// number after days.
pub fn bits(a: &Profile, b: &Profile, documents: usize, changes: bool) -> f64 {
    let usual = f64::from(least(documents)) * 1.5;
    if !are_many(documents) {
        return 0.0;
    }
    let days = match (a.day, b.day) {
        (Some(a), Some(b)) if changes => f64::from(((a - b).abs() - 1).max(0)),
        _ => 0.0,
    };
    let alike = (f64::from(likeness(a, b)).max(0.01) / usual).log2() * 2.0;
    alike.clamp(-6.0, 2.0) - (days * DAY).min(12.0)
}

/// The documents by story, each in one; in the order of their first documents.
pub fn stories(profiles: &[Profile]) -> Vec<Vec<usize>> {
    let few = profiles.len() <= FEW;
    let least = least(profiles.len());
    let mut order: Vec<usize> = (0..profiles.len()).collect();
    order.sort_by_key(|at| (profiles[*at].day, *at));
    let mut with: FxHashMap<Word, Vec<usize>> = FxHashMap::default();
    let mut story_of: Vec<usize> = vec![usize::MAX; profiles.len()];
    let mut stories: Vec<Vec<usize>> = Vec::new();
    for document in order {
        let profile = &profiles[document];
        let near = |other: usize| match (profile.day, profiles[other].day) {
            (Some(a), Some(b)) => few || (a - b).abs() <= WINDOW,
            _ => true,
        };
        let mut likeness: FxHashMap<usize, f32> = FxHashMap::default();
        for (root, weight) in &profile.terms {
            let Some(list) = with.get(root) else { continue };
            for other in list.iter().rev().take(POSTINGS).take_while(|other| near(**other)) {
                let theirs = &profiles[*other].terms;
                let Ok(at) = theirs.binary_search_by_key(root, |term| term.0) else { continue };
                *likeness.entry(*other).or_default() += weight * theirs[at].1;
            }
        }
        // A story is as like a document as its members are on average, those far off included.
        let mut sums: FxHashMap<usize, f32> = FxHashMap::default();
        for (other, like) in &likeness {
            *sums.entry(story_of[*other]).or_default() += like;
        }
        let near_members = |story: usize| stories[story].iter().filter(|other| near(**other)).count().max(1) as f32;
        let mut means: Vec<(f32, usize)> =
            sums.into_iter().map(|(story, sum)| (sum / near_members(story), story)).collect();
        means.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let story = match means.first() {
            Some((mean, story)) if *mean >= least => *story,
            _ => {
                stories.push(Vec::new());
                stories.len() - 1
            }
        };
        stories[story].push(document);
        story_of[document] = story;
        for (root, _) in &profile.terms {
            with.entry(*root).or_default().push(document);
        }
    }
    stories.iter_mut().for_each(|story| story.sort_unstable());
    stories.sort();
    stories
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str, day: &str) -> Document {
        Document { text: text.to_string(), published: day.parse().ok(), ..Document::default() }
    }

    #[test]
    fn reports_of_one_event_meet() {
        let documents = [
            document("إعصار مرجان يضرب سواحل المهرة\nارتفع عدد ضحايا إعصار مرجان في المهرة.", "2024-06-04"),
            document("افتتاح مصنع للرقائق\nافتتح الوزير مصنع الرقائق في مدينة العاشر.", "2024-06-04"),
            document("حصيلة مرجان ترتفع\nقضى الإعصار مرجان على منازل في المهرة.", "2024-06-05"),
            document("المصنع الجديد للرقائق\nينتج مصنع الرقائق ثلاثين ألف رقاقة.", "2024-06-05"),
        ];
        let all: Vec<&Document> = documents.iter().collect();
        let stories = stories(&profiles(&all, Knowledge::builtin()));
        assert_eq!(stories, [vec![0, 2], vec![1, 3]]);
    }

    #[test]
    fn nothing_and_one() {
        assert!(stories(&[]).is_empty());
        assert_eq!(stories(&[Profile::default()]), [vec![0]]);
    }
}
