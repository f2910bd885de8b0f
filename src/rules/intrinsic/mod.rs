//! What one source gets wrong by itself: figures of one document that cannot all be right.
//! Each file is a family of checks over the figures of a sentence; texts and severities stand in
//! `rules/checks`. Not here: figures of several documents (`align/` pairs those).

mod arithmetic;
mod average;
mod balance;
mod change;
pub(super) mod day;
mod exchange;
mod expected;
mod fates;
mod feast;
mod groups;
mod heading;
mod hundred;
mod interval;
mod lapse;
mod lead;
mod length;
mod lifetime;
mod list;
mod lot;
mod measure;
mod nearly;
mod opinion;
mod over;
mod pace;
mod part;
mod range;
mod record;
mod rest;
mod roll;
mod sentence;
mod share;
mod sum;
#[cfg(test)]
mod tests;
pub(super) mod title;
mod total;
mod twin;

use super::Finds;
use crate::align::Extracted;
use crate::lexicon::Lexicon;
use expected::Made;
use sentence::Clause;

/// Figures of one document that cannot all be right.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What a rule must look for to say so.
    pub finds: Finds,
    /// The likely cause, a key of the rule's texts.
    pub cause: &'static str,
    /// Indexes of the document's figures; the first side is what was checked against the others.
    pub sides: Vec<Vec<usize>>,
    /// What the others make of one of the figures, where they make a number.
    made: Option<Made>,
    /// A figure of the headline that stands beside the text, as written: what was checked, where it is none of these.
    pub headline: Option<String>,
}

impl Finding {
    fn new(finds: Finds, cause: &'static str, sides: Vec<Vec<usize>>) -> Finding {
        Finding { finds, cause, sides, made: None, headline: None }
    }
}

/// Of more figures a sentence is a table: nothing in it says which of them follows from which.
const MOST: usize = 60;

/// What the figures of each sentence of a document say against each other.
pub fn findings(document: &Extracted, lexicon: &Lexicon) -> Vec<Finding> {
    let mut found = Vec::new();
    let (text, figures) = (&document.document.text, &document.figures);
    let mut clause = Clause::new(text, figures, lexicon);
    let mut pairs = Vec::new();
    for (index, figure) in figures.iter().enumerate() {
        day::check(figure, index, document.document.published, text, lexicon, &mut found);
    }
    let (mut at, mut before, mut summed) = (0, 0..0, None);
    while at < figures.len() {
        let sentence = figures[at].sentence;
        let end = at + figures[at..].iter().take_while(|figure| figure.sentence == sentence).count();
        let many = (2..=MOST).contains(&(end - at));
        let ends_list = end - at <= MOST && list::follows_item(text, sentence.start);
        let leads_list = end - at <= MOST && sentence.slice(text).trim_end().ends_with(':');
        let heads_list = end - at <= MOST && !leads_list && list::precedes_item(text, sentence.end);
        let heading = if end - at <= MOST { heading::after(text, sentence.end) } else { None };
        if many || leads_list || ends_list || heads_list || heading.is_some() {
            clause.read(at..end);
        }
        if let Some(heading) = heading {
            heading::lines(&clause, text, heading, lexicon, &mut found);
        }
        if heads_list {
            list::lines_of_row(&clause, text, lexicon, &mut found);
        }
        if leads_list {
            list::lines(&clause, text, lexicon, &mut found);
        }
        if ends_list {
            list::total_line(&clause, text, lexicon, &mut summed, &mut found);
            balance::row(&clause, lexicon, &mut found);
        }
        if many {
            if !before.is_empty() {
                list::next_sentence(&clause, text, before.clone(), lexicon, &mut found);
            }
            roll::check(&clause, before.clone(), &mut found);
            day::check_twins(&clause, &mut found);
            day::check_bracketed(&clause, document.document.published, &mut found);
            twin::check(&clause, &mut found);
            measure::check(&clause, &mut found);
            change::check(&clause, &mut found);
            lead::check(&clause, &mut found);
            share::check(&clause, &mut found);
            total::check(&clause, lexicon, &mut found);
            hundred::check(&clause, &mut found);
            lot::check(&clause, &mut found);
            over::check(&clause, lexicon, &mut found);
            balance::check(&clause, &mut found);
            rest::check(&clause, &mut found);
            record::check(&clause, &mut found);
            pace::check(&clause, document.document.published, &mut found);
            lapse::check(&clause, &mut found);
            average::check(&clause, &mut found);
            feast::check(&clause, &mut found);
            length::check(&clause, document.document.published, &mut found);
            range::check(&clause, &mut found);
            exchange::check(&clause, &lexicon.facts.rates, &mut pairs, &mut found);
        }
        (at, before) = (end, at..end);
    }
    lifetime::check(&mut clause, &mut found);
    fates::check(text, figures, &mut found);
    nearly::check(text, figures, &mut found);
    title::check(document, lexicon, &mut found);
    exchange::check_document(&pairs, &mut found);
    found
}
