//! What the page shows of conflicts and documents: plain fields for the template.

use super::filter::{kind, kind_value, severity_value, sources};
use super::scale::{Scale, scale};
use super::words::{Both, short};
use crate::document::Document;
use crate::figure::{Figure, Kind, Span};
use crate::report::evidence::{bits_text, evidence_detail, evidence_name, rounded};
use crate::report::words::{also_text, decision_text, kind_text, ratio_text, rule_title, severity_text, side_name};
use crate::report::{Findings, Lang};
use crate::rules::{Conflict, Evidence, Side};
use crate::text::bidi::{Direction, quoted, tame};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// Mentions of one side that are shown at once; more of the same are one click away.
pub(super) const SHOWN: usize = 3;

/// A story with its conflicts, heaviest first.
pub(super) struct StoryView {
    pub(super) title: String,
    pub(super) sources: Both,
    pub(super) count: Both,
    pub(super) conflicts: Vec<ConflictView>,
}

pub(super) struct ConflictView {
    pub(super) id: String,
    pub(super) severity: &'static str,
    pub(super) severity_name: Both,
    pub(super) kind: &'static str,
    pub(super) kind_name: Both,
    pub(super) rule: String,
    pub(super) rule_name: Both,
    /// As the filter names them, a line each.
    pub(super) sources: String,
    pub(super) message: Both,
    pub(super) subject: String,
    pub(super) ratio: Option<Both>,
    pub(super) decision: Option<Both>,
    pub(super) dismissed: bool,
    pub(super) scale: Option<Scale>,
    pub(super) sides: Vec<SideView>,
    pub(super) evidence: Vec<EvidenceView>,
    pub(super) score: Both,
}

pub(super) struct SideView {
    pub(super) number: usize,
    pub(super) letter: Both,
    pub(super) values: Vec<Both>,
    pub(super) suspect: bool,
    pub(super) right: bool,
    pub(super) mentions: Vec<MentionView>,
    /// How many sources tell it, where there are several.
    pub(super) told: Option<Both>,
    /// How many mentions are folded away.
    pub(super) more: Option<Both>,
}

/// A sentence with the figures of a side in it.
pub(super) struct MentionView {
    pub(super) publisher: Option<String>,
    pub(super) source: String,
    pub(super) published: Option<String>,
    /// Who prints the same sentence.
    pub(super) also: Option<Both>,
    /// The figure's place on the page, if its document is there.
    pub(super) anchor: String,
    pub(super) place: Both,
    pub(super) lang: Option<String>,
    pub(super) dir: &'static str,
    pub(super) quote: Vec<Quoted>,
}

/// A stretch of a quoted sentence.
pub(super) struct Quoted {
    pub(super) text: String,
    /// Whether it is a figure of the side.
    pub(super) marked: bool,
}

pub(super) struct EvidenceView {
    pub(super) name: Both,
    pub(super) detail: Both,
    pub(super) bits: String,
    /// Percent of the heaviest.
    pub(super) weight: String,
    pub(super) against: bool,
}

/// The stories that have conflicts, in the order of their heaviest.
pub(super) fn stories(findings: &Findings, folder: &str) -> Vec<StoryView> {
    let mut story_of = vec![None; findings.documents.len()];
    for (story, documents) in findings.alignment.stories.iter().enumerate() {
        for document in documents {
            if let Some(slot) = story_of.get_mut(*document) {
                *slot = Some(story);
            }
        }
    }
    let mut views: Vec<StoryView> = Vec::new();
    let mut places = FxHashMap::default();
    for conflict in findings.shown() {
        let document = conflict.sides.first().map(|side| side.document);
        let story = document.and_then(|document| story_of.get(document).copied().flatten());
        // A document of no story is one of its own.
        let place = *places.entry(story.ok_or(document)).or_insert_with(|| {
            views.push(story_view(findings, story, conflict));
            views.len() - 1
        });
        if let Some(view) = views.get_mut(place) {
            view.conflicts.push(conflict_view(conflict, findings, folder));
        }
    }
    for view in &mut views {
        view.count = Both::counted("page-conflict-count", view.conflicts.len());
    }
    views
}

fn story_view(findings: &Findings, story: Option<usize>, conflict: &Conflict) -> StoryView {
    let documents = story.and_then(|story| findings.alignment.stories.get(story));
    // Named after a document of its heaviest conflict.
    let document = conflict.sides.first().and_then(|side| findings.documents.get(side.document));
    StoryView {
        title: document.map(|document| title(&document.document)).unwrap_or_default(),
        sources: Both::counted("page-sources", documents.map_or(1, Vec::len)),
        count: Both::counted("page-conflict-count", 0),
        conflicts: Vec::new(),
    }
}

fn conflict_view(conflict: &Conflict, findings: &Findings, folder: &str) -> ConflictView {
    let kind = kind(conflict).unwrap_or(Kind::Count);
    let decision = findings.decisions.get(&conflict.id);
    let right = decision.and_then(|decision| decision.right_side(conflict));
    ConflictView {
        id: conflict.id.clone(),
        severity: severity_value(conflict.severity),
        severity_name: Both::with(|lang| severity_text(conflict.severity, lang)),
        kind: kind_value(kind),
        kind_name: Both::with(|lang| kind_text(kind, lang)),
        rule: conflict.rule.clone(),
        rule_name: Both::with(|lang| rule_title(findings.checks, &conflict.rule, lang)),
        sources: sources(conflict).join("\n"),
        message: said(conflict),
        subject: tame(&conflict.subject),
        ratio: ratio_text(conflict, Lang::En)
            .map(|_| Both::with(|lang| ratio_text(conflict, lang).unwrap_or_default())),
        decision: decision
            .map(|_| Both::with(|lang| decision_text(conflict, findings.decisions, lang).unwrap_or_default())),
        dismissed: findings.decisions.dismissed(conflict),
        scale: scale(conflict),
        sides: sides(conflict, findings, right, folder),
        evidence: evidence(conflict),
        score: Both::with(|lang| bits_text(rounded(conflict.score), lang)),
    }
}

/// The likely cause, in words.
pub(super) fn said(conflict: &Conflict) -> Both {
    Both { ar: quoted(&tame(&conflict.message.ar)), en: quoted(&tame(&conflict.message.en)) }
}

fn sides(conflict: &Conflict, findings: &Findings, right: Option<usize>, folder: &str) -> Vec<SideView> {
    let mut views: Vec<SideView> = Vec::new();
    for (number, sides) in by_side(&conflict.sides) {
        let mut values: Vec<Both> = sides.iter().map(|side| Both::value(&side.figure)).collect();
        let mut seen = FxHashSet::default();
        values.retain(|value| seen.insert(value.clone()));
        let reprints = sides.iter().flat_map(|side| &side.also).map(|reprint| reprint.document);
        let told: FxHashSet<usize> = sides.iter().map(|side| side.document).chain(reprints).collect();
        let mentions: Vec<MentionView> = by_sentence(sides)
            .into_iter()
            .filter_map(|sides| {
                let first = *sides.first()?;
                let document = findings.documents.get(first.document).map(|extracted| &extracted.document);
                Some(mention(first, quote(&sides), document, folder))
            })
            .collect();
        let more = mentions.len().checked_sub(SHOWN).filter(|more| *more > 0);
        views.push(SideView {
            number,
            letter: Both::with(|lang| side_name(number, lang)),
            values,
            suspect: conflict.suspect == Some(number),
            right: right == Some(number),
            mentions,
            told: (told.len() > 1).then(|| Both::counted("page-sources", told.len())),
            more: more.map(|more| Both::counted("closeup-more", more)),
        });
    }
    // One side is not suspect beside another.
    if let [only] = views.as_mut_slice() {
        only.suspect = false;
    }
    views
}

/// The figures of each side, in their order.
fn by_side(sides: &[Side]) -> BTreeMap<usize, Vec<&Side>> {
    let mut groups: BTreeMap<usize, Vec<&Side>> = BTreeMap::new();
    for side in sides {
        groups.entry(side.side).or_default().push(side);
    }
    groups
}

/// Figures that stand in one sentence, together.
fn by_sentence(sides: Vec<&Side>) -> Vec<Vec<&Side>> {
    let mut groups: Vec<Vec<&Side>> = Vec::new();
    let mut places = FxHashMap::default();
    for side in sides {
        let place = *places.entry((side.document, side.figure.sentence)).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(side),
            None => groups.push(vec![side]),
        }
    }
    groups
}

fn mention(side: &Side, quote: Vec<Quoted>, document: Option<&Document>, folder: &str) -> MentionView {
    let line = side.figure.line.to_string();
    MentionView {
        publisher: side.publisher.as_deref().map(tame),
        source: short(&side.source, folder),
        published: side.published.clone(),
        also: also_text(&side.also, Lang::En)
            .map(|_| Both::with(|lang| tame(&also_text(&side.also, lang).unwrap_or_default()))),
        anchor: anchor(side.document, side.figure.span),
        lang: lang(document, &side.sentence),
        dir: dir(&side.sentence),
        place: Both::filled("page-in-document", &[("line", (&line).into())]),
        quote,
    }
}

/// A sentence in pieces, these figures of it marked; a figure that is not there stands alone.
fn quote(sides: &[&Side]) -> Vec<Quoted> {
    let sentence = sides.first().map(|side| side.sentence.as_str()).unwrap_or_default();
    let mut figures: Vec<&Figure> = sides.iter().map(|side| &side.figure).collect();
    figures.sort_by_key(|figure| figure.span);
    let (mut pieces, mut at) = (Vec::new(), 0);
    for figure in figures {
        let start = figure.span.start.saturating_sub(figure.sentence.start);
        let end = start.saturating_add(figure.text.len());
        if let (Some(before), Some(written)) = (sentence.get(at..start), sentence.get(start..end))
            && written == figure.text
        {
            pieces.push(Quoted { text: tame(before), marked: false });
            at = end;
        }
        pieces.push(Quoted { text: tame(&figure.text), marked: true });
    }
    pieces.push(Quoted { text: tame(sentence.get(at..).unwrap_or_default()), marked: false });
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// The folder that all documents share: it tells none from another.
pub(super) fn common_folder<'a>(findings: &Findings<'a>) -> &'a str {
    let mut ids = findings.documents.iter().map(|extracted| extracted.document.id.as_str());
    let Some(first) = ids.next() else { return "" };
    let folder = |id: &'a str| id.rfind('/').map_or("", |end| &id[..=end]);
    ids.fold(folder(first), |shared, id| {
        let mut shared = shared;
        while !id.starts_with(shared) {
            shared = folder(&shared[..shared.len() - 1]);
        }
        shared
    })
}

/// The language of a text, for screen readers: what its document says, else Arabic where its letters look it.
pub(super) fn lang(document: Option<&Document>, text: &str) -> Option<String> {
    let stated = document.and_then(|document| document.lang.clone());
    stated.or_else(|| (Direction::of_most(text)? == Direction::Rtl).then(|| "ar".to_string()))
}

/// Which way a text runs; `auto` leaves text without letters to the browser.
pub(super) fn dir(text: &str) -> &'static str {
    Direction::of_most(text).map_or("auto", Direction::html)
}

pub(super) fn anchor(document: usize, span: Span) -> String {
    format!("f{document}-{}", span.start)
}

fn evidence(conflict: &Conflict) -> Vec<EvidenceView> {
    let heaviest = conflict.evidence.iter().map(|evidence| evidence.bits.abs()).fold(1.0, f64::max);
    let mut sorted: Vec<&Evidence> = conflict.evidence.iter().collect();
    sorted.sort_by(|a, b| b.bits.total_cmp(&a.bits));
    let view = |evidence: &Evidence| EvidenceView {
        name: Both::with(|lang| evidence_name(evidence, lang)),
        detail: Both::with(|lang| tame(&evidence_detail(evidence, lang))),
        bits: if rounded(evidence.bits) == 0.0 { String::new() } else { format!("{:+.1}", rounded(evidence.bits)) },
        weight: format!("{:.0}%", 100.0 * evidence.bits.abs() / heaviest),
        against: evidence.bits < 0.0,
    };
    sorted.into_iter().map(view).collect()
}

/// Letters of a title before it is cut.
const LONGEST_TITLE: usize = 120;
/// Words of a headline; fewer are the name of a section or of a source.
const HEADLINE: usize = 4;
/// Lines in which a headline is looked for.
const HEAD: usize = 6;

/// The document's headline, else the first of its lines that looks like one, else its first line or its name.
pub(super) fn title(document: &Document) -> String {
    let stated = document.title.as_deref().map(tame).filter(|title| !title.trim().is_empty());
    let lines = || document.text.lines().map(tame).filter(|line| !line.trim().is_empty()).take(HEAD);
    let headline = || lines().find(|line| line.split_whitespace().count() >= HEADLINE).or_else(|| lines().next());
    let line = stated.or_else(headline).unwrap_or_else(|| tame(&document.id));
    let line = line.trim();
    match line.char_indices().nth(LONGEST_TITLE) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::fixture;

    #[test]
    fn figures_of_one_sentence_are_marked_in_one_quotation() {
        let fixture = fixture();
        let findings = fixture.findings();
        let [a, b] = [0, 1].map(|conflict: usize| &findings.conflicts[conflict].sides[0]);
        assert_eq!(by_sentence(vec![a, b]).len(), 1);
        let pieces: Vec<(String, bool)> = quote(&[b, a]).into_iter().map(|piece| (piece.text, piece.marked)).collect();
        let expected = [
            ("قدّم مستثمرون عرضًا بقيمة ", false),
            ("97.4 مليار دولار", true),
            (" لشراء المختبر في ", false),
            ("10 فبراير 2025", true),
            (".", false),
        ];
        assert_eq!(pieces, expected.map(|(text, marked)| (text.to_string(), marked)));
        let lost = Side { sentence: "نص آخر".to_string(), ..a.clone() };
        let marked: Vec<bool> = quote(&[&lost]).iter().map(|piece| piece.marked).collect();
        assert_eq!(marked, [true, false]);
    }

    #[test]
    fn the_folder_that_all_share_is_left_out() {
        let fixture = fixture();
        for (ids, folder) in [
            (["news/a/1.txt", "news/a/2.txt", "news/b/1.txt", "news/c.txt"], "news/"),
            (["a/1.txt", "ab/2.txt", "a/3.txt", "a/4.txt"], ""),
            (["1", "2", "3", "4"], ""),
            (["/a/1.txt", "/b/2.txt", "/c", "/d"], "/"),
        ] {
            let mut documents = fixture.documents().to_vec();
            for (document, id) in documents.iter_mut().zip(ids) {
                document.document.id = id.to_string();
            }
            let findings = Findings { documents: &documents, ..fixture.findings() };
            assert_eq!(common_folder(&findings), folder);
        }
        assert_eq!((short("a/b.txt", "a/"), short("c.txt", "a/")), ("b.txt".to_string(), "c.txt".to_string()));
    }
}
