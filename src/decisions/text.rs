//! Decisions as TOML that people read, edit and merge: one table a conflict, sorted; comments stay.
//! Not here: one decision as it is written (`record.rs`), and the file on disk (`file.rs`).

use super::Decisions;
use super::decision::Decision;
use super::record::Record;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;
use toml_edit::{Datetime, Document, DocumentMut, Item, Table};

/// The version of the file that this program reads and writes.
const VERSION: i64 = 1;

const HEAD: &str = "\
# What reviewers said of the conflicts that tadqiq found here: one table a conflict, sorted by its fingerprint.
# A decision lapses when the figures change. Keep this file with the documents.
";

/// Why a text is not a decisions file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// A newer program wrote it.
    #[error("written by a newer tadqiq (version {0}; this one reads version {VERSION}): update tadqiq")]
    Newer(i64),
    /// It does not say what a decision needs.
    #[error("line {line}: {message}")]
    Line {
        /// Where, counted from 1.
        line: usize,
        /// What is wrong there.
        message: String,
    },
}

/// A decisions file as text: comments and order kept, so that what people wrote in it stays.
#[derive(Clone, Debug)]
pub(super) struct DecisionsText {
    document: DocumentMut,
    decisions: Decisions,
}

impl DecisionsText {
    /// Reads the text of a decisions file; an empty text holds no decisions.
    pub(super) fn parse(text: &str) -> Result<DecisionsText, Broken> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let at = |span: Option<std::ops::Range<usize>>, message: &str| {
            let before = text.as_bytes().iter().take(span.map_or(0, |span| span.start));
            let line = 1 + before.filter(|&&byte| byte == b'\n').count();
            Broken::Line { line, message: message.trim().replace('\n', "; ") }
        };
        if text.trim().is_empty() {
            return Ok(DecisionsText::default());
        }
        let document = Document::parse(text).map_err(|error| at(error.span(), error.message()))?;
        if let Some(version) = document.get("version").and_then(Item::as_integer)
            && version > VERSION
        {
            return Err(Broken::Newer(version));
        }
        let file = File::deserialize(toml_edit::de::Deserializer::from(document.clone()))
            .map_err(|error| at(error.span(), error.message()))?;
        if *file.version.get_ref() != VERSION {
            return Err(at(Some(file.version.span()), "the version is a number from 1"));
        }
        let mut decisions = BTreeMap::new();
        for (id, record) in file.conflict {
            let span = record.span();
            let decision = record.into_inner().decision().map_err(|message| at(Some(span), &message))?;
            decisions.insert(id, decision);
        }
        Ok(DecisionsText { document: document.into_mut(), decisions: Decisions(decisions) })
    }

    /// The decisions that the text holds.
    pub(super) fn decisions(&self) -> &Decisions {
        &self.decisions
    }

    /// The decisions that the text holds.
    pub(super) fn into_decisions(self) -> Decisions {
        self.decisions
    }

    /// Puts a decision in its place, or takes one out.
    pub(super) fn set(&mut self, id: &str, decision: Option<&Decision>) {
        let conflicts = self.document.entry("conflict").or_insert_with(|| {
            let mut table = Table::new();
            table.set_implicit(true);
            Item::Table(table)
        });
        let Some(conflicts) = conflicts.as_table_like_mut() else { return };
        let Some(decision) = decision else {
            conflicts.remove(id);
            self.decisions.0.remove(id);
            return;
        };
        let mut table = Record::<Datetime>::from(decision).table();
        match conflicts.get_mut(id) {
            Some(Item::Table(old)) => {
                *table.decor_mut() = old.decor().clone();
                *old = table;
            }
            _ => {
                conflicts.insert(id, Item::Table(table));
            }
        }
        self.decisions.0.insert(id.to_string(), decision.clone());
    }

    /// The text, its tables sorted.
    pub(super) fn text(mut self) -> String {
        if let Some(conflicts) = self.document.get_mut("conflict").and_then(Item::as_table_mut) {
            conflicts.sort_values();
            for (position, (_, item)) in conflicts.iter_mut().enumerate() {
                if let Item::Table(table) = item {
                    table.set_position(isize::try_from(position + 1).ok());
                }
            }
        }
        self.document.to_string()
    }
}

impl Default for DecisionsText {
    fn default() -> DecisionsText {
        let mut document = DocumentMut::new();
        document.insert("version", toml_edit::value(VERSION));
        if let Some(mut key) = document.key_mut("version") {
            key.leaf_decor_mut().set_prefix(HEAD);
        }
        DecisionsText { document, decisions: Decisions::default() }
    }
}

/// The file as serde reads it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: Spanned<i64>,
    #[serde(default)]
    conflict: BTreeMap<String, Spanned<Record<Datetime>>>,
}

#[cfg(test)]
mod tests {
    use super::super::fixture::decision;
    use super::super::{Verdict, Why};
    use super::*;

    fn text_of(decisions: &[(&str, Decision)]) -> String {
        let mut text = DecisionsText::default();
        for (id, decision) in decisions {
            text.set(id, Some(decision));
        }
        text.text()
    }

    #[test]
    fn a_file_reads_like_this() {
        let mut confirmed = decision(Verdict::Confirmed { right: Some(1) });
        confirmed.note = Some("قال «بلومبرغ» ذلك\nثم صححه".to_string());
        let dismissed = decision(Verdict::Dismissed { reason: Why::Rounding });
        insta::with_settings!({ snapshot_path => "../../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!("decisions-file", text_of(&[("f0", dismissed), ("a1 b", confirmed)]));
        });
    }

    #[test]
    fn what_is_written_is_read() {
        for verdict in [
            Verdict::Confirmed { right: None },
            Verdict::Confirmed { right: Some(0) },
            Verdict::Dismissed { reason: Why::DifferentThings },
            Verdict::Dismissed { reason: Why::Other },
        ] {
            let decision = decision(verdict);
            let text = text_of(&[("0a", decision.clone())]);
            let read = DecisionsText::parse(&text).unwrap();
            assert_eq!(read.decisions().get("0a"), Some(&decision));
            assert_eq!(read.text(), text, "reading and writing changes nothing");
        }
    }

    #[test]
    fn what_people_wrote_stays() {
        let text = text_of(&[("b", decision(Verdict::Confirmed { right: None }))])
            .replace("[conflict.b]", "# ask the desk\n[conflict.b]")
            + "# the end\n";
        let mut read = DecisionsText::parse(&text).unwrap();
        read.set("c", Some(&decision(Verdict::Confirmed { right: Some(0) })));
        read.set("a", Some(&decision(Verdict::Confirmed { right: Some(0) })));
        read.set("b", Some(&decision(Verdict::Dismissed { reason: Why::Baseline })));
        let text = read.text();
        let places: Vec<_> = ["[conflict.a]", "# ask the desk\n[conflict.b]", "[conflict.c]", "# the end"]
            .iter()
            .map(|part| text.find(part).unwrap_or_else(|| panic!("{part} is not in\n{text}")))
            .collect();
        assert!(places.is_sorted(), "{text}");
    }

    #[test]
    fn taking_a_decision_out_leaves_the_others() {
        let one = decision(Verdict::Confirmed { right: None });
        let mut text = DecisionsText::parse(&text_of(&[("a", one.clone()), ("b", one.clone())])).unwrap();
        text.set("a", None);
        let read = DecisionsText::parse(&text.text()).unwrap();
        assert_eq!(read.decisions().iter().collect::<Vec<_>>(), [("b", &one)]);
    }

    #[test]
    fn an_empty_text_holds_no_decisions() {
        for text in ["", "\n\n", "\u{feff}", "version = 1", "# nothing yet\nversion = 1\n"] {
            assert!(DecisionsText::parse(text).unwrap().decisions().is_empty(), "{text:?}");
        }
    }

    #[test]
    fn a_broken_text_is_refused_with_its_line() {
        let whole = text_of(&[("a", decision(Verdict::Dismissed { reason: Why::Rounding }))]);
        for (from, to, message) in [
            ("version = 1\n", "", "line 1: missing field `version`"),
            ("version = 1", "version = 0", "line 3: the version is a number from 1"),
            (
                "version = 1",
                "version = 2",
                "written by a newer tadqiq (version 2; this one reads version 1): update tadqiq",
            ),
            ("version = 1", "version = 1\nversion = 1", "line 4: duplicate key"),
            ("\n[conflict.a]", "\n<<<<<<< ours\n[conflict.a]", "line 5: "),
            ("\"dismissed\"", "\"confirmed\"", "line 5: a confirmed conflict has no `reason`; use `note`"),
            ("reason = \"rounding\"\n", "", "line 5: a dismissed conflict needs a `reason`"),
            ("{ text", "{ right = true, text", "line 5: a dismissed conflict has no `right` side"),
            ("\"rounding\"", "\"rouding\"", "line 7: unknown variant `rouding`"),
            ("rule = ", "rool = ", "line 8: unknown field `rool`"),
            (
                "at = 2024-05-03T09:00:00Z",
                "at = 2024-05-03",
                "line 5: `at` is 2024-05-03: it needs a day, a time and an offset",
            ),
        ] {
            let broken = whole.replacen(from, to, 1);
            assert_ne!(broken, whole, "{from}");
            let error = DecisionsText::parse(&broken).unwrap_err().to_string();
            assert!(error.starts_with(message), "{from} → {to}: {error}\n{broken}");
        }
    }
}
