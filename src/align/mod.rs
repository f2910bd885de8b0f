//! Figures to claims: which documents report the same events, what each figure is about, and which
//! figures speak of the same thing.
//! Not here: whether they can both be true (`rules/`).

mod apart;
mod candidates;
mod claims;
mod compared;
pub mod context;
mod corpus;
mod gathering;
mod groups;
mod index;
mod join;
pub mod knowledge;
pub mod outline;
mod parts;
mod reading;
pub mod reasons;
mod record;
pub mod relation;
mod rivals;
mod rows;
pub mod score;
mod sides;
mod steps;
pub mod story;
mod sums;
mod sure;
pub mod term;
mod timeline;
mod twins;
mod words;
mod worth;

pub use gathering::{Gathering, Prepared};
pub use record::{DocumentRecord, Membership, RecordError, Records};

use crate::document::Document;
use crate::figure::Figure;
use crate::lexicon::{Lexicon, Rates};
use crate::text::Word;
use corpus::{Corpus, Telling};
use outline::Outline;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::Serialize;

/// A document with its figures, as extraction leaves them.
#[derive(Clone, Debug)]
pub struct Extracted {
    /// The document.
    pub document: Document,
    /// Its figures, in the order of its text.
    pub figures: Vec<Figure>,
}

/// What is known of the language and of money.
#[derive(Clone, Copy)]
struct Language<'a> {
    knowledge: &'a knowledge::Knowledge,
    lexicon: &'a Lexicon,
    rates: &'a Rates,
}

/// How stories and claims are formed.
#[derive(Clone, Debug)]
pub struct AlignOptions {
    /// All documents are one story, instead of stories being found.
    pub one_story: bool,
    /// Pairs that differ are told to the rules from this score on, in bits; each rule has its own threshold.
    pub min_bits: f64,
}

impl Default for AlignOptions {
    fn default() -> AlignOptions {
        AlignOptions { one_story: false, min_bits: 5.0 }
    }
}

/// One figure among the documents given: (document, figure) by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct FigureRef {
    /// Index of the document.
    pub document: usize,
    /// Index of the figure in it.
    pub figure: usize,
}

/// Figures of one story that state the same thing about the same subject.
#[derive(Clone, Debug, Default)]
pub struct Claim {
    /// Which story.
    pub story: usize,
    /// Its figures, in order.
    pub figures: Vec<FigureRef>,
    /// The figures by what they say: those of one side agree. A sentence printed word for word in two
    /// documents is one witness: its figures stand here once.
    pub sides: Vec<Vec<FigureRef>>,
    /// The same figures of such a sentence in the other documents that print it, each beside the one that stands for it.
    pub reprints: Vec<(FigureRef, FigureRef)>,
    /// The pairs that cannot both be true, heaviest first.
    pub links: Vec<Link>,
}

impl Claim {
    /// Whether figures of two documents or more make it.
    pub fn is_of_several(&self) -> bool {
        self.figures.first().is_some_and(|first| self.figures.iter().any(|other| other.document != first.document))
    }

    /// Of those that print one sentence, lets the first in the order of the documents given stand for all.
    fn stand_first(&mut self) {
        let mut first: FxHashMap<FigureRef, FigureRef> = FxHashMap::default();
        for (own, other) in &self.reprints {
            let least = first.entry(*own).or_insert(*own);
            *least = (*least).min(*other);
        }
        let stands = |own: FigureRef| first.get(&own).copied().unwrap_or(own);
        self.sides.iter_mut().flatten().for_each(|own| *own = stands(*own));
        for (own, other) in &mut self.reprints {
            let least = stands(*own);
            if *other == least {
                *other = *own;
            }
            *own = least;
        }
    }

    /// Puts the figures, and the sides by their first figures, in the order of the documents given.
    fn sort(&mut self) {
        self.figures.sort_unstable();
        self.stand_first();
        self.reprints.sort_unstable();
        self.sides.iter_mut().for_each(|side| side.sort_unstable());
        let mut order: Vec<usize> = (0..self.sides.len()).collect();
        order.sort_by(|a, b| self.sides[*a].first().cmp(&self.sides[*b].first()));
        let place = |side: usize| order.iter().position(|other| *other == side).unwrap_or(side);
        for link in &mut self.links {
            link.sides = (place(link.sides.0), place(link.sides.1));
        }
        self.sides = order.iter().map(|side| std::mem::take(&mut self.sides[*side])).collect();
    }
}

/// Two figures of one claim that cannot both be true.
#[derive(Clone, Debug)]
pub struct Link {
    /// One figure.
    pub a: FigureRef,
    /// The other.
    pub b: FigureRef,
    /// Their sides, as indexes of the claim's.
    pub sides: (usize, usize),
    /// How they differ.
    pub difference: relation::Difference,
    /// How sure it is that they speak of the same thing, in bits.
    pub bits: f64,
    /// The part of it that their values give.
    pub of_values: f64,
    /// The part that their contexts give.
    pub context: context::Context,
    /// What each is measured in, where that can be converted.
    pub units: (Option<knowledge::Unit>, Option<knowledge::Unit>),
    /// Where the words end that say in how long it is so much, in bytes of each text, where they say two things.
    pub paces: Option<(usize, usize)>,
    /// Both stand in one document.
    pub one_document: bool,
    /// One document has figures of both sides: of these two, or of what agrees with either.
    pub shared_document: bool,
    /// One of the two stands in a headline.
    pub headline: bool,
    /// Their story was found in an archive, and may hold several events.
    pub found: bool,
    /// What they count grows as news come in: victims, signatures.
    pub grows: bool,
    /// It may also shrink: people missing.
    pub wanes: bool,
    /// What they state changes by the hour: prices, indexes.
    pub wavers: bool,
    /// What they state is of one purpose, and the same a week later: a weight, the term of a contract.
    pub lasts: bool,
    /// What both are about, by the words next to them: the same as long as their sentences are.
    pub about: Vec<Word>,
}

impl Link {
    /// Whether nothing is known to measure the two otherwise.
    pub fn of_one_unit(&self) -> bool {
        self.units.0.zip(self.units.1).is_none_or(|(a, b)| a == b)
    }
}

/// What alignment finds.
#[derive(Clone, Debug, Default)]
pub struct Alignment {
    /// Documents that report the same events, by index; every document is in one story.
    pub stories: Vec<Vec<usize>>,
    /// The claims of all stories; of a document that stands alone only where two of its figures may contradict each other.
    pub claims: Vec<Claim>,
}

/// Groups documents into stories and their figures into claims.
pub fn claims(documents: &[Extracted], lexicon: &Lexicon, options: &AlignOptions) -> Alignment {
    let all: Vec<&Document> = documents.iter().map(|extracted| &extracted.document).collect();
    let corpus = Corpus::read(&all, knowledge::Knowledge::builtin());
    claims_among(documents, corpus, lexicon, options)
}

/// Groups documents that were read into stories and their figures into claims.
fn claims_among(
    documents: &[Extracted],
    (corpus, telling): (Corpus, Vec<Telling>),
    lexicon: &Lexicon,
    options: &AlignOptions,
) -> Alignment {
    let all: Vec<&Document> = documents.iter().map(|extracted| &extracted.document).collect();
    let mut stories = story::Stories::told(&all, &corpus.roots, telling, knowledge::Knowledge::builtin());
    if options.one_story {
        stories.members = vec![(0..documents.len()).collect()];
    }
    claims_in(&corpus, documents, stories, lexicon, options)
}

/// Groups the figures of documents whose stories are known into claims.
pub fn claims_of(
    documents: &[Extracted],
    stories: story::Stories,
    lexicon: &Lexicon,
    options: &AlignOptions,
) -> Alignment {
    let all: Vec<&Document> = documents.iter().map(|extracted| &extracted.document).collect();
    let (corpus, _) = Corpus::read(&all, knowledge::Knowledge::builtin());
    claims_in(&corpus, documents, stories, lexicon, options)
}

fn claims_in(
    corpus: &Corpus,
    documents: &[Extracted],
    stories: story::Stories,
    lexicon: &Lexicon,
    options: &AlignOptions,
) -> Alignment {
    let knowledge = knowledge::Knowledge::builtin();
    let language = Language { knowledge, lexicon, rates: &lexicon.facts.rates };
    let outline = |document: &usize| {
        let figures = &documents[*document].figures;
        // Nothing is asked of a document without figures.
        if figures.is_empty() {
            return Outline::default();
        }
        outline::outline(figures, corpus, &corpus.readings[*document], language)
    };
    let claims = stories
        .members
        .par_iter()
        .enumerate()
        .flat_map_iter(|(index, members)| {
            if !worth::is_worth_reading(members, documents, language.rates) {
                return Vec::new();
            }
            let members = stories.in_order(index);
            let outlines: Vec<Outline> = members.iter().map(outline).collect();
            let likenesses = stories.likenesses(&members);
            let story = compared::Story {
                index,
                members: &members,
                documents,
                outlines: &outlines,
                found: !options.one_story && timeline::are_many(stories.among),
                likenesses: &likenesses,
                language,
                options,
            };
            let mut claims = story.claims();
            claims.iter_mut().for_each(Claim::sort);
            claims.sort_by(|a, b| a.figures.first().cmp(&b.figures.first()));
            claims
        })
        .collect();
    Alignment { stories: stories.members, claims }
}
