//! The two languages of the program, and what it says in them (`ar.ftl`, `en.ftl`).
//! Not here: the words of the articles (`lexicon/`), and the texts of rules, which stand in their files.

use crate::text::bidi::Direction;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_locale_core::locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, clap::ValueEnum)]
pub enum Lang {
    /// Arabic.
    Ar,
    /// English.
    #[default]
    En,
}

type Bundle = FluentBundle<FluentResource>;

impl Lang {
    /// The language of a locale's name such as `ar_EG.UTF-8` or `en-GB`; English for any that is not Arabic.
    pub fn of_locale(name: &str) -> Lang {
        match name.split(['_', '-', '.', '@']).next() {
            Some(language) if language.eq_ignore_ascii_case("ar") => Lang::Ar,
            _ => Lang::En,
        }
    }

    /// The language's BCP 47 code.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Ar => "ar",
            Lang::En => "en",
        }
    }

    /// Which way its text runs.
    pub fn direction(self) -> Direction {
        match self {
            Lang::Ar => Direction::Rtl,
            Lang::En => Direction::Ltr,
        }
    }

    /// The message of this name.
    pub fn text(self, name: &str) -> String {
        self.text_with(name, &[])
    }

    /// The message of this name, if there is one.
    pub fn find(self, name: &str) -> Option<String> {
        self.bundle().has_message(name).then(|| self.text(name))
    }

    /// The message of this name, filled with the arguments.
    pub fn text_with(self, name: &str, arguments: &[(&str, Arg)]) -> String {
        let bundle = self.bundle();
        let pattern = bundle.get_message(name).and_then(|message| message.value());
        debug_assert!(pattern.is_some(), "{}.ftl has no message {name}", self.code());
        let Some(pattern) = pattern else { return name.to_string() };
        let arguments: FluentArgs = arguments.iter().map(|(name, value)| (*name, value.fluent(self))).collect();
        bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    /// The message of this name about `n` things: `$n` is the number and `$count` its plural form.
    pub fn counted(self, name: &str, n: usize) -> String {
        self.text_with(name, &[("n", (&n.to_string()).into()), ("count", Arg::Count(Decimal::from(n)))])
    }

    /// The plural form that a number takes, by CLDR's name.
    pub(super) fn plural(self, n: Decimal) -> &'static str {
        let locale = match self {
            Lang::Ar => locale!("ar"),
            Lang::En => locale!("en"),
        };
        // Neither language has a form of its own for fractions.
        let whole = n.is_integer().then(|| n.abs().to_u64()).flatten();
        let rules = PluralRules::try_new(locale.into(), PluralRulesOptions::default());
        let (Some(whole), Ok(rules)) = (whole, rules) else { return "other" };
        match rules.category_for(whole) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
    }

    fn bundle(self) -> &'static Bundle {
        static AR: LazyLock<Bundle> = LazyLock::new(|| load(Lang::Ar, include_str!("ar.ftl")));
        static EN: LazyLock<Bundle> = LazyLock::new(|| load(Lang::En, include_str!("en.ftl")));
        match self {
            Lang::Ar => &AR,
            Lang::En => &EN,
        }
    }
}

/// What fills a place in a message.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// Words, as they are.
    Text(&'a str),
    /// A number that chooses the plural form.
    Count(Decimal),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Arg<'a> {
        Arg::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Arg<'a> {
        Arg::Text(text)
    }
}

impl<'a> Arg<'a> {
    fn fluent(self, lang: Lang) -> FluentValue<'a> {
        match self {
            Arg::Text(text) => FluentValue::from(text),
            Arg::Count(n) => FluentValue::from(lang.plural(n)),
        }
    }
}

/// Loads a language's messages; a test reads both files, so that no release carries a broken one.
fn load(lang: Lang, text: &str) -> Bundle {
    let resource = FluentResource::try_new(text.to_string()).unwrap_or_else(|(readable, _)| readable);
    let locale: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Isolation is the business of each format: a terminal needs it, JSON does not.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of the messages of a file, in order.
    fn names(text: &str) -> Vec<&str> {
        let named = |line: &str| line.starts_with(|c: char| c.is_ascii_lowercase());
        let mut names: Vec<&str> =
            text.lines().filter(|line| named(line)).filter_map(|line| Some(line.split_once('=')?.0.trim())).collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn both_files_are_whole_and_have_the_same_messages() {
        let (ar, en) = (include_str!("ar.ftl"), include_str!("en.ftl"));
        for text in [ar, en] {
            assert!(FluentResource::try_new(text.to_string()).is_ok(), "a message cannot be read");
        }
        assert_eq!(names(ar), names(en));
        assert!(!names(ar).is_empty());
        assert!(names(ar).windows(2).all(|pair| pair[0] != pair[1]), "no message twice");
    }

    #[test]
    fn arabic_plurals_follow_the_number() {
        for (n, text) in [
            ("0", "0 شهر"),
            ("1", "شهر"),
            ("2", "شهران"),
            ("3", "3 أشهر"),
            ("10", "10 أشهر"),
            ("11", "11 شهرًا"),
            ("99", "99 شهرًا"),
            ("100", "100 شهر"),
            ("103", "103 أشهر"),
            ("1.5", "1.5 شهر"),
        ] {
            let count = Arg::Count(n.parse().expect("a number"));
            assert_eq!(Lang::Ar.text_with("duration-months", &[("n", n.into()), ("count", count)]), text);
        }
    }

    #[test]
    fn the_locale_chooses_the_language() {
        for (name, lang) in [
            ("ar_EG.UTF-8", Lang::Ar),
            ("ar", Lang::Ar),
            ("AR-sa", Lang::Ar),
            ("en_GB", Lang::En),
            ("C.UTF-8", Lang::En),
            ("arn_CL", Lang::En),
            ("", Lang::En),
        ] {
            assert_eq!(Lang::of_locale(name), lang, "{name}");
        }
    }
}
