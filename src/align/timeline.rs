//! The timeline: documents in the order of their days, and how like each is those before it.
//! Not here: which stories they tell (`story.rs`).

use std::cmp::Ordering;

/// As many documents of a posting list are looked at.
const POSTINGS: usize = 300;
/// How far apart two reports of one event may be published, in days, among many documents.
const WINDOW: i32 = 6;
/// Up to this many documents, days do not part stories: somebody chose them.
pub(super) const FEW: usize = 40;

/// What a document tells of itself: its rarest roots, each with its weight.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// The roots by their place in the vocabulary, with their weights, in order; the weights' squares sum to one.
    pub(super) terms: Box<[(u32, f32)]>,
    /// The day of publication, counted from some day.
    pub(super) day: Option<i32>,
    /// A hash of its text: what tells two reports of the same words apart.
    pub(super) print: u64,
}

impl Profile {
    /// By day, the undated first, and then by what they tell.
    pub fn order(&self, other: &Profile) -> Ordering {
        let roots = self.terms.iter().map(|(root, _)| root).cmp(other.terms.iter().map(|(root, _)| root));
        self.day.cmp(&other.day).then(roots).then(self.print.cmp(&other.print))
    }
}

/// Whether so many documents are an archive, in which stories are found, rather than a few that somebody chose.
pub fn are_many(documents: usize) -> bool {
    documents > FEW
}

/// Documents in the order of their days, the undated first; they are told apart by their places there.
pub(super) struct Timeline<'a> {
    profiles: &'a [Profile],
    /// The documents, by index.
    pub order: Vec<u32>,
    /// How many are undated.
    pub undated: u32,
    /// For each document the first dated one that is not too old for it.
    pub recent: Vec<u32>,
    /// The documents with each root, each with its weight there, in order: the undated, then the dated, then those with
    /// the next root.
    with: Vec<(u32, f32)>,
    /// Where the undated and the dated ones of each root begin there, and the end.
    starts: Vec<u32>,
    /// Where the roots of the documents stand there, one document after another.
    places: Vec<u32>,
    /// Where those of each document begin.
    roots: Vec<u32>,
}

impl<'a> Timeline<'a> {
    /// The documents of these profiles, which name so many roots.
    pub fn new(profiles: &'a [Profile], roots: usize) -> Timeline<'a> {
        let mut order: Vec<u32> = (0..profiles.len() as u32).collect();
        // Of one day they are told apart by what they tell: their names and places change nothing.
        order.sort_by(|a, b| profiles[*a as usize].order(&profiles[*b as usize]));
        let undated = order.partition_point(|at| profiles[*at as usize].day.is_none()) as u32;
        let list = |root: u32, profile: &Profile| 2 * root as usize + usize::from(profile.day.is_some());
        let mut starts = vec![0; 2 * roots + 1];
        for profile in profiles {
            profile.terms.iter().for_each(|(root, _)| starts[list(*root, profile) + 1] += 1);
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let all = starts.last().copied().unwrap_or_default() as usize;
        let (mut with, mut next) = (vec![(0, 0.0); all], starts.clone());
        let mut timeline = Timeline {
            profiles,
            order,
            undated,
            recent: Vec::with_capacity(profiles.len()),
            with: Vec::new(),
            starts,
            places: Vec::with_capacity(all),
            roots: Vec::with_capacity(profiles.len()),
        };
        let few = !are_many(profiles.len());
        let mut recent = undated;
        for document in 0..profiles.len() as u32 {
            let profile = timeline.profile(document);
            let is_old = |other: u32| match (profile.day, timeline.profile(other).day) {
                (Some(a), Some(b)) => !few && (a - b).abs() > WINDOW,
                _ => false,
            };
            while recent < document && is_old(recent) {
                recent += 1;
            }
            timeline.recent.push(recent);
            timeline.roots.push(timeline.places.len() as u32);
            for (root, weight) in &profile.terms {
                let place = &mut next[list(*root, profile)];
                with[*place as usize] = (document, *weight);
                timeline.places.push(*place);
                *place += 1;
            }
        }
        Timeline { with, ..timeline }
    }

    fn profile(&self, document: u32) -> &'a Profile {
        &self.profiles[self.order[document as usize] as usize]
    }

    /// How like a document those before it are that are not too old, as far as they share anything.
    pub fn alike(&self, document: u32, sums: &mut Sums) -> Vec<(u32, f32)> {
        let (profile, recent) = (self.profile(document), self.recent[document as usize]);
        let places = &self.places[self.roots[document as usize] as usize..];
        for ((root, weight), place) in profile.terms.iter().zip(places) {
            let start = |list: u32| self.starts[2 * *root as usize + list as usize] as usize;
            // Up to this document: an undated one comes before all that are dated.
            let before = |from, to: usize| self.with[from..to.min(*place as usize)].iter().rev();
            let (undated, dated) = (before(start(0), start(1)), before(start(1).min(*place as usize), start(2)));
            let latest = dated.take_while(|(other, _)| *other >= recent).chain(undated).take(POSTINGS);
            latest.for_each(|(other, theirs)| sums.add(*other, weight * theirs));
        }
        let mut alike = Vec::with_capacity(sums.touched.len());
        sums.take(|other, like| alike.push((other, like)));
        alike
    }
}

/// Sums by number, of which few are other than nothing at a time.
pub(super) struct Sums {
    sums: Vec<f32>,
    touched: Vec<u32>,
}

impl Sums {
    /// Of so many numbers, all of them nothing.
    pub fn new(numbers: usize) -> Sums {
        Sums { sums: vec![0.0; numbers], touched: Vec::new() }
    }

    /// Adds to the sum of a number.
    pub fn add(&mut self, number: u32, more: f32) {
        let sum = &mut self.sums[number as usize];
        if *sum == 0.0 {
            self.touched.push(number);
        }
        *sum += more;
    }

    /// Gives each sum, and forgets it.
    pub fn take(&mut self, mut give: impl FnMut(u32, f32)) {
        for number in self.touched.drain(..) {
            let sum = std::mem::take(&mut self.sums[number as usize]);
            // What is next to nothing may have been touched twice.
            if sum != 0.0 {
                give(number, sum);
            }
        }
    }
}
