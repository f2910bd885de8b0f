//! What the page has more when it is served for review: the answers that a reviewer chooses from.

use super::words::Both;
use crate::decisions::Why;
use crate::report::words::reason_text;

pub(super) const STYLE: &str = include_str!("templates/review.css");
pub(super) const SCRIPT: &str = include_str!("templates/review.js");

/// The controls of each conflict.
pub(super) struct Controls {
    /// Reasons to dismiss a conflict: the value that answers carry, and the words.
    pub(super) reasons: Vec<(&'static str, Both)>,
    pub(super) style: &'static str,
    pub(super) script: &'static str,
}

impl Controls {
    pub(super) fn new() -> Controls {
        let reason = |value, reason| (value, Both::with(|lang| reason_text(reason, lang)));
        Controls {
            reasons: vec![
                reason("different_things", Why::DifferentThings),
                reason("rounding", Why::Rounding),
                reason("both_right_at_their_time", Why::BothRightAtTheirTime),
                reason("other", Why::Other),
            ],
            style: STYLE,
            script: SCRIPT,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_carry_the_words_that_the_server_reads() {
        for (value, _) in Controls::new().reasons {
            assert!(serde_json::from_str::<Why>(&format!("\"{value}\"")).is_ok(), "{value}");
        }
    }
}
