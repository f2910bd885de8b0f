//! Documents with their figures as lines of JSON, so that extraction runs anywhere and is never repeated; and the
//! story that each is of, so that stories can be checked apart from each other.
//! What figures are about is made anew from the text that they stand in: nothing smaller says all of it.

use super::Extracted;
use super::story::{Stories, day, print};
use super::timeline::Profile;
use crate::document::{Document, NotDocument, RecordPlace};
use crate::figure::{Figure, FigureRecord};
use crate::text::{self, Word};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A document with its figures, as `extract --format documents` writes it: a line of JSONL input with `figures`.
#[derive(Debug, Serialize)]
pub struct DocumentRecord<'a> {
    id: &'a str,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'a RecordPlace>,
    figures: Vec<FigureRecord>,
}

impl<'a> From<&'a Extracted> for DocumentRecord<'a> {
    fn from(Extracted { document, figures }: &'a Extracted) -> DocumentRecord<'a> {
        DocumentRecord {
            id: &document.id,
            text: &document.text,
            title: document.title.as_deref(),
            publisher: document.publisher.as_deref(),
            published: document.published.map(|day| day.to_string()),
            url: document.url.as_deref(),
            lang: document.lang.as_deref(),
            record: document.record.as_ref(),
            figures: figures.iter().map(FigureRecord::within).collect(),
        }
    }
}

/// Which story a document is of, among all documents: a line of `tadqiq stories`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// The same for the documents of one story.
    key: usize,
    /// The document's place among all.
    number: usize,
    /// How many documents there are.
    among: usize,
    /// The document's rarest roots with their weights, each root as its number in hexadecimal.
    terms: BTreeMap<String, f64>,
}

impl Membership {
    /// For each document, in their order.
    pub fn of(stories: &Stories) -> Vec<Membership> {
        let mut keys = vec![0; stories.profiles.len()];
        for (key, members) in stories.members.iter().enumerate() {
            members.iter().for_each(|member| keys[*member] = key);
        }
        let membership = |(number, profile): (usize, &Profile)| Membership {
            key: keys[number],
            number,
            among: stories.among,
            terms: profile
                .terms
                .iter()
                .map(|(place, weight)| {
                    let root = stories.vocabulary[*place as usize];
                    (format!("{:x}", root.bits()), (*weight).into())
                })
                .collect(),
        };
        stories.profiles.iter().enumerate().map(membership).collect()
    }

    /// The document's roots with their weights, by root.
    fn roots(&self) -> Result<Vec<(Word, f32)>, String> {
        let term = |(root, weight): (&String, &f64)| match u128::from_str_radix(root, 16) {
            Ok(bits) => Ok((Word::from_bits(bits), *weight as f32)),
            Err(_) => Err(format!("«{root}» among the `terms` of `story` is no hexadecimal number")),
        };
        let mut roots = self.terms.iter().map(term).collect::<Result<Vec<_>, _>>()?;
        roots.sort_by_key(|(root, _)| *root);
        Ok(roots)
    }
}

/// What a line holds beside the document.
#[derive(Deserialize)]
struct Beside {
    record: Option<RecordPlace>,
    figures: Option<Vec<FigureRecord>>,
    story: Option<Membership>,
}

/// A document that was read with its figures.
#[derive(Debug)]
pub struct Records {
    extracted: Extracted,
    story: Option<(Membership, Vec<(Word, f32)>)>,
}

/// Lines that do not go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// Some documents say which story they are of, others do not.
    #[error("some documents have a `story` and others have none; give it to all of them, or to none")]
    Mixed,
    /// The stories were not found together.
    #[error(
        "the `story` of some documents was found among other documents than that of others; run `tadqiq stories` once, on all of them"
    )]
    Apart,
}

impl Records {
    /// The figures of `document` and its story, from the line of JSON that it stands on.
    pub fn read(document: Document, line: &str) -> Result<Records, NotDocument> {
        let beside = serde_json::from_str(line).map_err(|error| NotDocument::Figures(error.to_string()))?;
        let Beside { record, figures: Some(figures), story } = beside else { return Err(NotDocument::NoFigures) };
        let document = Document { record, ..document };
        Records::of(document, &figures, story).map_err(NotDocument::Figures)
    }

    fn of(document: Document, figures: &[FigureRecord], story: Option<Membership>) -> Result<Records, String> {
        let mut figures = figures.iter().map(FigureRecord::figure).collect::<Result<Vec<Figure>, _>>()?;
        check(&figures, &document.text)?;
        settle(&mut figures, &document.text);
        let story = story.map(|story| story.roots().map(|roots| (story, roots))).transpose()?;
        Ok(Records { extracted: Extracted { document, figures }, story })
    }

    /// The document, to be named.
    pub fn document_mut(&mut self) -> &mut Document {
        &mut self.extracted.document
    }

    /// The documents in their order, and their stories where they say them.
    pub fn gather(mut records: Vec<Records>) -> Result<(Vec<Extracted>, Option<Stories>), RecordError> {
        let told = records.iter().filter(|record| record.story.is_some()).count();
        if told == 0 {
            return Ok((records.into_iter().map(|record| record.extracted).collect(), None));
        }
        if told < records.len() {
            return Err(RecordError::Mixed);
        }
        records.sort_by_key(|record| record.story.as_ref().map(|(story, _)| story.number));
        let roots = records.iter().flat_map(|record| &record.story).flat_map(|(_, roots)| roots);
        let mut vocabulary: Vec<Word> = roots.map(|(root, _)| *root).collect();
        vocabulary.sort_unstable();
        vocabulary.dedup();
        let place = |root: Word| vocabulary.binary_search(&root).unwrap_or_default() as u32;
        let mut stories = Stories::default();
        let mut by_key: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut documents = Vec::with_capacity(records.len());
        for Records { extracted, story } in records {
            let Some((story, roots)) = story else { continue };
            if !documents.is_empty() && stories.among != story.among {
                return Err(RecordError::Apart);
            }
            stories.among = story.among;
            by_key.entry(story.key).or_default().push(documents.len());
            let terms = roots.into_iter().map(|(root, weight)| (place(root), weight)).collect();
            let document = &extracted.document;
            stories.profiles.push(Profile { terms, day: day(document), print: print(document) });
            documents.push(extracted);
        }
        stories.vocabulary = vocabulary;
        stories.members = by_key.into_values().collect();
        stories.members.sort();
        Ok((documents, Some(stories)))
    }
}

/// Whether the figures stand in the text as they say, one after another.
fn check(figures: &[Figure], text: &str) -> Result<(), String> {
    let mut end = 0;
    for figure in figures {
        let (span, sentence) = (figure.span, figure.sentence);
        let stands = span.start >= end && text.get(span.start..span.end) == Some(figure.text.as_str());
        if !stands || span.is_empty() {
            return Err(format!("no figure «{}» stands in its text at byte {}", figure.text, span.start));
        }
        if text.get(sentence.start..sentence.end).is_none() || !sentence.contains(span) {
            return Err(format!("the sentence of the figure «{}» does not hold it", figure.text));
        }
        end = span.end;
    }
    Ok(())
}

/// Gives the figures the sentences of the text, whatever their line says: all that is held against each other stands
/// in one, and is copied with it.
fn settle(figures: &mut [Figure], text: &str) {
    let mut sentences = text::sentences(text).peekable();
    for figure in figures {
        while sentences.next_if(|sentence| sentence.end <= figure.span.start).is_some() {}
        let own = sentences.peek().filter(|sentence| sentence.contains(figure.span));
        figure.sentence = own.copied().unwrap_or(figure.span);
    }
}
