//! A name that no rule has, and the rule that may be meant.

use tadqiq::locale::Lang;
use tadqiq::rules::{Check, Checks};

/// A name that no rule has.
#[derive(Debug)]
pub struct NoRule {
    name: String,
    /// The rule that is called much the same.
    meant: Option<String>,
}

impl NoRule {
    /// How like a name must be for it to be meant, of 1; clap asks as much.
    const LIKE: f64 = 0.7;

    /// A name that is none of these rules'.
    pub fn of(name: &str, rules: &Checks) -> NoRule {
        let like = |check: &Check| (strsim::jaro(name, &check.id), check.id.clone());
        let nearest =
            rules.iter().map(like).filter(|(like, _)| *like > NoRule::LIKE).max_by(|a, b| a.0.total_cmp(&b.0));
        NoRule { name: name.to_string(), meant: nearest.map(|(_, id)| id) }
    }

    /// What is said of it, by the message of this name, and which rule may be meant.
    pub fn text(&self, message: &str, lang: Lang) -> String {
        let told = lang.text_with(message, &[("rule", (&self.name).into())]);
        match &self.meant {
            Some(meant) => told + &lang.text_with("failure-meant", &[("rule", meant.into())]),
            None => told,
        }
    }
}
