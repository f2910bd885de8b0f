//! Stories: documents that report the same events, by the rare words that they share and the days on which
//! they were published. An index of rare words finds the candidates; no document is held against all.
//! Not here: the claims of a story (`claims.rs`).

use super::corpus::{Corpus, Telling};
use super::knowledge::Knowledge;
use super::timeline::{Profile, Sums, Timeline, are_many};
use crate::document::Document;
use crate::text::Word;
use rayon::prelude::*;
use rustc_hash::FxHasher;
use std::cell::RefCell;
use std::hash::Hasher;

/// Documents parted into stories.
#[derive(Clone, Debug, Default)]
pub struct Stories {
    /// What each document tells of itself.
    pub(super) profiles: Vec<Profile>,
    /// The roots that the profiles name, in order.
    pub(super) vocabulary: Vec<Word>,
    /// Among how many documents the stories were found: these, and others that are elsewhere.
    pub(super) among: usize,
    /// The documents of each story, by index; each document is in one.
    pub members: Vec<Vec<usize>>,
}

impl Stories {
    /// The stories of all documents that there are.
    pub fn find(documents: &[&Document], knowledge: &Knowledge) -> Stories {
        let (corpus, telling) = Corpus::read(documents, knowledge);
        Stories::told(documents, &corpus.roots, telling, knowledge)
    }

    /// The stories of documents that tell of these roots, by their places among all.
    pub(super) fn told(
        documents: &[&Document],
        roots: &[Word],
        telling: Vec<Telling>,
        knowledge: &Knowledge,
    ) -> Stories {
        let profiles = profiles(documents, roots, telling, knowledge);
        let members = stories(&profiles, roots.len());
        Stories { among: profiles.len(), members, profiles, vocabulary: roots.to_vec() }
    }

    /// The members of a story in an order that their names and places do not change.
    pub(super) fn in_order(&self, story: usize) -> Vec<usize> {
        let mut members = self.members[story].clone();
        members.sort_by(|a, b| self.profiles[*a].order(&self.profiles[*b]));
        members
    }

    /// How like each other these members of a story are.
    pub(super) fn likenesses<'a>(&'a self, members: &'a [usize]) -> Likenesses<'a> {
        let known = (members.len() * members.len()).next_power_of_two().min(MOST_LIKENESSES);
        Likenesses { stories: self, members, known: RefCell::new(vec![(0, 0, [0.0; 2]); known]) }
    }
}

/// So many likenesses are remembered at most.
const MOST_LIKENESSES: usize = 1 << 14;

/// How like each other the members of a story are: each pair is asked for many of its figures.
pub(super) struct Likenesses<'a> {
    stories: &'a Stories,
    members: &'a [usize],
    /// The last pairs asked for, with what the likeness of each says for numbers that change, and for others.
    known: RefCell<Vec<(u32, u32, [f64; 2])>>,
}

impl Likenesses<'_> {
    /// What the likeness of two members, by their places in the story, says for their figures being about the same,
    /// in bits.
    pub fn bits(&self, a: usize, b: usize, changes: bool) -> f64 {
        let [one, other] = [a, b].map(|place| &self.stories.profiles[self.members[place]]);
        let mut known = self.known.borrow_mut();
        let slot = (a * self.members.len() + b) & (known.len() - 1);
        let (p, q, says) = &mut known[slot];
        // No member is held against itself.
        if (*p, *q) != (a as u32, b as u32) {
            let (alike, among) = (likeness(one, other), self.stories.among);
            let bits = |changes| bits(one.day, other.day, alike, among, changes);
            (*p, *q, *says) = (a as u32, b as u32, [bits(true), bits(false)]);
        }
        says[usize::from(!changes)]
    }
}

/// The day, counted from some day.
pub(super) fn day(document: &Document) -> Option<i32> {
    let published = document.published?;
    jiff::civil::Date::ZERO.until(published).ok().map(|span| span.get_days())
}

/// A hash of a document's text.
pub(super) fn print(document: &Document) -> u64 {
    let mut print = FxHasher::default();
    print.write(document.text.as_bytes());
    print.finish()
}

/// How many roots stand for a document.
const TERMS: usize = 40;
/// A root in more documents of the corpus than this part of them is no sign of a story.
const COMMON: f64 = 0.05;

/// So few documents were hardly put together by chance: they need little in common.
const CHOSEN: usize = 8;

/// What each day between two reports weighs against their telling the same number.
const DAY: f64 = 1.5;

/// The profiles of documents: a root weighs as much as it is rare among them and in the news.
fn profiles(documents: &[&Document], roots: &[Word], telling: Vec<Telling>, knowledge: &Knowledge) -> Vec<Profile> {
    // In how many documents each root stands.
    let mut with = vec![0_u32; roots.len()];
    telling.iter().flatten().for_each(|(root, _)| with[*root as usize] += 1);
    let all = documents.len() as f64;
    let archive = are_many(documents.len());
    // What each root weighs where it stands once.
    let weight = |(root, with): (&Word, u32)| {
        let here = f64::from(with);
        // A document has some twenty sentences to meet a word in.
        let rate = (knowledge.rate(*root) * 20.0).min(1.0);
        let rare = if archive { (here / all).max(rate / 4.0) } else { rate };
        let common = archive && here / all > COMMON;
        if common { 0.0 } else { -rare.log2() }
    };
    let weights: Vec<f64> = roots.par_iter().zip(with).map(weight).collect();
    let profile = |(telling, document): (Telling, &&Document)| {
        let times = |n: u32| if n == 1 { 1.0 } else { 1.0 + f64::from(n).ln() };
        let weigh = |(root, n): &(u32, u32)| (*root, (times(*n) * weights[*root as usize]).max(0.0) as f32);
        let mut terms: Vec<(u32, f32)> = telling.iter().map(weigh).filter(|(_, weight)| *weight > 0.0).collect();
        let heaviest = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if terms.len() > TERMS {
            terms.select_nth_unstable_by(TERMS, heaviest);
            terms.truncate(TERMS);
        }
        terms.sort_unstable_by(heaviest);
        let length = terms.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
        terms.iter_mut().for_each(|(_, weight)| *weight /= length);
        terms.sort_unstable_by_key(|term| term.0);
        Profile { terms: terms.as_slice().into(), day: day(document), print: print(document) }
    };
    telling.into_par_iter().zip(documents).map(profile).collect()
}

/// How like each other two documents are, 0 to 1.
fn likeness(a: &Profile, b: &Profile) -> f32 {
    let (mut x, mut y, mut sum) = (0, 0, 0.0);
    while let (Some((p, w)), Some((q, v))) = (a.terms.get(x), b.terms.get(y)) {
        if p == q {
            sum += w * v;
        }
        x += usize::from(p <= q);
        y += usize::from(q <= p);
    }
    sum
}

/// From which likeness on a few documents report the same.
const LIKE_CHOSEN: f32 = 0.03;
/// From which likeness on many do: at first, with each doubling of them, and at most.
const LIKE: (f32, f32, f32) = (0.04, 0.025, 0.3);

/// From which likeness on two documents report the same: the more documents, the more look alike by chance.
fn least(documents: usize) -> f32 {
    if documents <= CHOSEN {
        return LIKE_CHOSEN;
    }
    (LIKE.0 + LIKE.1 * (documents as f32).log2()).min(LIKE.2)
}

/// How like each other two documents of one event usually are, by how like they must be.
const USUAL: f64 = 1.5;
/// So unlike none is taken to be.
const UNLIKE: f64 = 0.01;
/// What each halving or doubling of the usual likeness weighs, and all of them at least and at most.
const HALVED: f64 = 2.0;
const HALVINGS: (f64, f64) = (-6.0, 2.0);
/// What the days between two reports weigh at most.
const DAYS: f64 = 12.0;

/// What the likeness of two documents of a story says for their figures being about the same, in bits: among
/// many documents, those that are little alike tell of other events, and a number that `changes` is another
/// number after days.
fn bits(a: Option<i32>, b: Option<i32>, likeness: f32, documents: usize, changes: bool) -> f64 {
    let usual = f64::from(least(documents)) * USUAL;
    if !are_many(documents) {
        return 0.0;
    }
    let days = match (a, b) {
        (Some(a), Some(b)) if changes => f64::from(((a - b).abs() - 1).max(0)),
        _ => 0.0,
    };
    let alike = (f64::from(likeness).max(UNLIKE) / usual).log2() * HALVED;
    alike.clamp(HALVINGS.0, HALVINGS.1) - (days * DAY).min(DAYS)
}

/// So many documents are held against those before them at a time.
const BATCH: usize = 1 << 9;

/// The documents by story, each in one; in the order of their first documents. The profiles name so many roots.
fn stories(profiles: &[Profile], roots: usize) -> Vec<Vec<usize>> {
    let least = least(profiles.len());
    let timeline = Timeline::new(profiles, roots);
    let mut story_of: Vec<u32> = vec![u32::MAX; profiles.len()];
    let mut stories: Vec<Vec<u32>> = Vec::new();
    // How many members of each story are not too old, and the first such document.
    let (mut near, mut recent): (Vec<u32>, u32) = (Vec::new(), timeline.undated);
    let mut sums = Sums::new(profiles.len());
    let all: Vec<u32> = (0..profiles.len() as u32).collect();
    for batch in all.chunks(BATCH) {
        let alike = |sums: &mut Sums, document: &u32| timeline.alike(*document, sums);
        let alike: Vec<Vec<(u32, f32)>> = batch.par_iter().map_init(|| Sums::new(profiles.len()), alike).collect();
        for (document, alike) in batch.iter().zip(alike) {
            while recent < timeline.recent[*document as usize] {
                near[story_of[recent as usize] as usize] -= 1;
                recent += 1;
            }
            alike.into_iter().for_each(|(other, like)| sums.add(story_of[other as usize], like));
            // A story is as like a document as its members are on average, those that share nothing with it included.
            let mut best = (f32::MIN, u32::MAX);
            sums.take(|story, sum| {
                let mean = sum / near[story as usize].max(1) as f32;
                if mean > best.0 || mean == best.0 && story < best.1 {
                    best = (mean, story);
                }
            });
            if best.0 < least {
                best.1 = stories.len() as u32;
                stories.push(Vec::new());
                near.push(0);
            }
            stories[best.1 as usize].push(*document);
            near[best.1 as usize] += 1;
            story_of[*document as usize] = best.1;
        }
    }
    let by_index = |story: Vec<u32>| {
        let place = |document: u32| timeline.order[document as usize] as usize;
        let mut story: Vec<usize> = story.into_iter().map(place).collect();
        story.sort_unstable();
        story
    };
    let mut stories: Vec<Vec<usize>> = stories.into_iter().map(by_index).collect();
    stories.sort();
    stories
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::timeline::FEW;

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
        let stories = Stories::find(&all, Knowledge::builtin());
        assert_eq!(stories.members, [vec![0, 2], vec![1, 3]]);
    }

    #[test]
    fn what_is_undated_meets_whatever_is_told_of_the_same_and_what_is_old_does_not() {
        let of =
            |roots: [u32; 2], day: Option<i32>| Profile { terms: roots.map(|root| (root, 0.7)).into(), day, print: 0 };
        // Others, so that they are an archive.
        let mut profiles: Vec<Profile> = (0..FEW as u32).map(|n| of([2 * n + 2, 2 * n + 3], Some(60))).collect();
        let told = profiles.len();
        profiles.extend([None, Some(0), Some(100)].map(|day| of([0, 1], day)));
        let stories = stories(&profiles, 2 * told + 2);
        let story = |of: usize| stories.iter().find(|story| story.contains(&of));
        assert_eq!(story(told + 2), Some(&vec![told, told + 1, told + 2]));

        let dated: Vec<Profile> = profiles.iter().filter(|profile| profile.day.is_some()).cloned().collect();
        assert!(super::stories(&dated, 2 * told + 2).iter().all(|story| story.len() == 1));
    }

    #[test]
    fn nothing_and_one() {
        assert!(stories(&[], 0).is_empty());
        assert_eq!(stories(&[Profile::default()], 0), [vec![0]]);
    }
}
