//! What the page's conflicts can be filtered by, with how many there are of each.

use super::words::{Both, short};
use crate::figure::Kind;
use crate::report::Findings;
use crate::report::words::{kind_text, rule_title, severity_text};
use crate::rules::{Conflict, Reprint, Severity, Side};
use std::collections::BTreeMap;

/// The choices of each filter; a filter with one choice is not offered.
pub(super) struct Filters {
    pub(super) severities: Vec<Choice>,
    pub(super) kinds: Vec<Choice>,
    pub(super) rules: Vec<Choice>,
    pub(super) sources: Vec<Choice>,
}

/// One choice: the value that conflicts carry, its name, and how many conflicts have it.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) name: Both,
    pub(super) count: usize,
}

/// The word for a severity that the page's style and script know.
pub(super) fn severity_value(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// The word for a kind that the page's style and script know.
pub(super) fn kind_value(kind: Kind) -> &'static str {
    match kind {
        Kind::Money => "money",
        Kind::Date => "date",
        Kind::Percent => "percent",
        Kind::Count => "count",
        Kind::Duration => "duration",
        Kind::Ratio => "ratio",
    }
}

/// The kind of a conflict: that of its first figure.
pub(super) fn kind(conflict: &Conflict) -> Option<Kind> {
    conflict.sides.first().map(|side| side.figure.kind())
}

/// The sources of a conflict, each once: publishers, and documents of unknown publishers.
pub(super) fn sources(conflict: &Conflict) -> Vec<&str> {
    let also = conflict.sides.iter().flat_map(|side| &side.also).map(Reprint::name);
    let mut sources: Vec<&str> = conflict.sides.iter().map(Side::name).chain(also).collect();
    sources.sort_unstable();
    sources.dedup();
    sources
}

impl Filters {
    /// The filters as menus: what conflicts call them, the name's message, the choices.
    pub(super) fn menus(&self) -> [(&'static str, &'static str, &[Choice]); 4] {
        [
            ("severity", "page-severity", &self.severities),
            ("kind", "page-kind", &self.kinds),
            ("rule", "page-rule", &self.rules),
            ("source", "page-source", &self.sources),
        ]
    }

    pub(super) fn of(findings: &Findings, folder: &str) -> Filters {
        let (mut severities, mut kinds, mut rules, mut source_counts) =
            (BTreeMap::new(), BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for conflict in findings.shown() {
            *severities.entry(std::cmp::Reverse(conflict.severity)).or_insert(0) += 1;
            *rules.entry(conflict.rule.as_str()).or_insert(0) += 1;
            if let Some(kind) = kind(conflict) {
                *kinds.entry(kind).or_insert(0) += 1;
            }
            for source in sources(conflict) {
                *source_counts.entry(source).or_insert(0) += 1;
            }
        }
        let plain = |(value, count): (&str, usize)| Choice {
            value: value.to_string(),
            name: Both::with(|_| short(value, folder)),
            count,
        };
        Filters {
            severities: severities
                .into_iter()
                .map(|(severity, count)| Choice {
                    value: severity_value(severity.0).to_string(),
                    name: Both::with(|lang| severity_text(severity.0, lang)),
                    count,
                })
                .collect(),
            kinds: kinds
                .into_iter()
                .map(|(kind, count)| Choice {
                    value: kind_value(kind).to_string(),
                    name: Both::with(|lang| kind_text(kind, lang)),
                    count,
                })
                .collect(),
            rules: rules
                .into_iter()
                .map(|(rule, count)| Choice {
                    value: rule.to_string(),
                    name: Both::with(|lang| rule_title(findings.checks, rule, lang)),
                    count,
                })
                .collect(),
            sources: source_counts.into_iter().map(plain).collect(),
        }
    }
}
