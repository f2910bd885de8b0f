//! What was found, counted. The exit status comes from here, not from a format.

use super::Findings;
use crate::decisions::Verdict;
use crate::rules::Severity;
use serde::Serialize;

/// Counts of all that was read and found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Documents read.
    pub documents: usize,
    /// Figures in them.
    pub figures: usize,
    /// Stories that they tell.
    pub stories: usize,
    /// Claims that two documents or more make.
    pub claims: usize,
    /// Conflicts, by severity, without those that were dismissed.
    pub conflicts: Severities,
    /// How many of these were confirmed.
    pub confirmed: usize,
    /// Conflicts that were dismissed.
    pub dismissed: usize,
}

/// How many conflicts there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Severities {
    /// Errors.
    pub error: usize,
    /// Warnings.
    pub warning: usize,
    /// Notes.
    pub note: usize,
}

impl Summary {
    /// Counts the findings.
    pub fn of(findings: &Findings) -> Summary {
        let mut conflicts = Severities::default();
        let mut confirmed = 0;
        let mut dismissed = findings.left_out;
        for conflict in findings.conflicts {
            match findings.decisions.get(&conflict.id).map(|decision| decision.verdict) {
                Some(Verdict::Dismissed { .. }) => {
                    dismissed += 1;
                    continue;
                }
                Some(Verdict::Confirmed { .. }) => confirmed += 1,
                None => {}
            }
            *conflicts.slot(conflict.severity) += 1;
        }
        Summary {
            documents: findings.documents.len(),
            figures: findings.documents.iter().map(|document| document.figures.len()).sum(),
            stories: findings.alignment.stories.len(),
            claims: findings.alignment.claims.iter().filter(|claim| claim.is_of_several()).count(),
            conflicts,
            confirmed,
            dismissed,
        }
    }
}

impl Severities {
    /// How many there are of this severity or a higher one.
    pub fn at_least(&self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.error,
            Severity::Warning => self.error + self.warning,
            Severity::Note => self.error + self.warning + self.note,
        }
    }

    fn slot(&mut self, severity: Severity) -> &mut usize {
        match severity {
            Severity::Error => &mut self.error,
            Severity::Warning => &mut self.warning,
            Severity::Note => &mut self.note,
        }
    }
}
