//! What a rule says, filled in: `{a}` and `{b}` are the figures of the two sides, `{cause}` the text of the likely cause,
//! `{ratio}` how far they are apart, `{times}` the same in words, `{expected}` what one of them would have to be; `{same}`
//! says nothing, and is filled where they have the same digits.
//! What stands in square brackets is left out where one of its places has nothing to fill it. What fills a place is
//! never looked through for places: the words of an article may be anything.

use crate::figure::{Quantity, Value};
use crate::locale::{Lang, times_text, value_words};
use rust_decimal::Decimal;

/// A place to be filled, by its name in a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    A,
    B,
    Cause,
    Ratio,
    Times,
    Expected,
    Same,
}

const PLACES: [(&str, Place); 7] = [
    ("a", Place::A),
    ("b", Place::B),
    ("cause", Place::Cause),
    ("ratio", Place::Ratio),
    ("times", Place::Times),
    ("expected", Place::Expected),
    ("same", Place::Same),
];

/// What fills the places of a rule's texts.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Filling<'a> {
    /// The figures of the first side, as written.
    pub a: &'a [&'a str],
    /// Those of the others.
    pub b: &'a [&'a str],
    /// The greater by the lesser.
    pub ratio: Option<Decimal>,
    /// What one of them would have to be.
    pub expected: Option<&'a Value>,
    /// They have the same digits.
    pub same: bool,
}

/// What is wrong with a template, if anything is; only a message has a place for the cause.
pub(super) fn check(template: &str, is_message: bool) -> Result<(), String> {
    if template.trim().is_empty() {
        return Err("is empty: a rule speaks Arabic (ar) and English (en)".to_string());
    }
    let known = || PLACES.iter().filter(|(_, place)| is_message || *place != Place::Cause);
    let mut rest = template;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            return Err("has a { without its }".to_string());
        };
        if !known().any(|(place, _)| *place == name) {
            let names: Vec<String> = known().map(|(name, _)| format!("{{{name}}}")).collect();
            return Err(format!("has {{{name}}}, which nothing fills: there are {}", names.join(", ")));
        }
        rest = after;
    }
    Ok(())
}

/// Whether a template has a place for the cause.
pub(super) fn tells_cause(template: &str) -> bool {
    template.contains("{cause}")
}

impl Filling<'_> {
    /// The template with its places filled, `cause` being one for the cause.
    pub(super) fn say(&self, template: &str, cause: &str, lang: Lang) -> String {
        let cause = self.fill(cause, None, lang);
        self.fill(template, Some(&cause), lang)
    }

    fn fill(&self, template: &str, cause: Option<&str>, lang: Lang) -> String {
        let mut out = String::new();
        let mut rest = template;
        while let Some(open) = rest.find('[') {
            let optional = rest[open + 1..].split_once(']').filter(|(inner, _)| inner.contains('{'));
            let Some((inner, after)) = optional else {
                let (literal, after) = rest.split_at(open + 1);
                self.fill_plain(literal, cause, lang, &mut out);
                rest = after;
                continue;
            };
            self.fill_plain(&rest[..open], cause, lang, &mut out);
            let kept = out.len();
            if !self.fill_plain(inner, cause, lang, &mut out) {
                out.truncate(kept);
            }
            rest = after;
        }
        self.fill_plain(rest, cause, lang, &mut out);
        out
    }

    /// Fills a stretch without anything optional; tells whether something filled each place.
    fn fill_plain(&self, text: &str, cause: Option<&str>, lang: Lang, out: &mut String) -> bool {
        let (mut rest, mut full) = (text, true);
        while let Some((before, after)) = rest.split_once('{') {
            let named = after.split_once('}').and_then(|(name, after)| Some((place(name)?, after)));
            out.push_str(before);
            let Some((place, after)) = named else {
                out.push('{');
                rest = after;
                continue;
            };
            let quotes = (before.chars().next_back(), after.chars().next());
            let filled = self.at(place, quotes, cause, lang);
            full &= filled.is_some();
            out.push_str(&filled.unwrap_or_default());
            rest = after;
        }
        out.push_str(rest);
        full
    }

    fn at(&self, at: Place, quotes: (Option<char>, Option<char>), cause: Option<&str>, lang: Lang) -> Option<String> {
        match at {
            Place::A => list(self.a, quotes, lang),
            Place::B => list(self.b, quotes, lang),
            Place::Cause => cause.map(str::to_string),
            Place::Ratio => self.ratio.map(|ratio| ratio.normalize().to_string()),
            Place::Times => self.ratio.map(|ratio| times_text(ratio, lang)),
            Place::Expected => self.expected.map(|value| expected(value, lang)),
            Place::Same => self.same.then(String::new),
        }
    }
}

fn place(name: &str) -> Option<Place> {
    PLACES.iter().find(|(known, _)| *known == name).map(|(_, place)| *place)
}

/// The texts in one sentence: “30%”, “100” and “150”, each in the quotation marks that the template has around them.
fn list(texts: &[&str], quotes: (Option<char>, Option<char>), lang: Lang) -> Option<String> {
    let (close, open) = match quotes {
        (Some(open @ ('«' | '“' | '"' | '\'')), Some(close @ ('»' | '”' | '"' | '\''))) => {
            (close.to_string(), open.to_string())
        }
        _ => (String::new(), String::new()),
    };
    let (last, others) = texts.split_last()?;
    let join = |name: &str, first: &str, second: &str| {
        let (first, second) = (format!("{first}{close}"), format!("{open}{second}"));
        lang.text_with(name, &[("first", (&first).into()), ("second", (&second).into())])
    };
    let others = others.iter().map(|text| text.to_string()).reduce(|list, text| join("list-more", &list, &text));
    Some(others.map_or_else(|| last.to_string(), |others| join("list-last", &others, last)))
}

/// The value in a sentence that names the figures: what is counted stands with them, where it is declined.
fn expected(value: &Value, lang: Lang) -> String {
    match value {
        Value::Count(quantity) => value_words(&Value::Count(Quantity { unit: None, ..quantity.clone() }), lang),
        value => value_words(value, lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Bounded;

    fn number(n: i64) -> Quantity {
        Quantity { amount: Bounded::Exact(n.into()), precision: Decimal::ONE, unit: Some("شخص".into()) }
    }

    #[test]
    fn figures_are_told_as_a_list() {
        for (texts, ar, en, plain) in [
            (&["12"][..], "«12»!", "“12”!", "12"),
            (&["12", "15"], "«12» و«15»!", "“12” and “15”!", "12 and 15"),
            (&["12", "15", "9"], "«12» و«15» و«9»!", "“12”, “15” and “9”!", "12, 15 and 9"),
        ] {
            let filling = Filling { a: texts, ..Filling::default() };
            assert_eq!(filling.say("«{a}»!", "", Lang::Ar), ar);
            assert_eq!(filling.say("“{a}”!", "", Lang::En), en);
            assert_eq!(filling.say("{a}", "", Lang::En), plain);
        }
    }

    #[test]
    fn what_fills_a_place_is_not_filled_itself() {
        let filling = Filling { a: &["{b} {ratio} [{expected}]"], b: &["{a}"], ..Filling::default() };
        let said = filling.say("“{a}”, “{b}”: {cause}", "not {b}", Lang::En);
        assert_eq!(said, "“{b} {ratio} [{expected}]”, “{a}”: not {a}");
    }

    #[test]
    fn what_nothing_fills_is_left_out() {
        let value = Value::Percent(number(50));
        let known = Filling { expected: Some(&value), ..Filling::default() };
        for (template, with, without) in [
            ("no[, but {expected}].", "no, but 50%.", "no."),
            ("[1] {expected} [sic", "[1] 50% [sic", "[1]  [sic"),
            ("[{expected}{ratio}]", "", ""),
        ] {
            assert_eq!(known.say(template, "", Lang::En), with, "{template}");
            assert_eq!(Filling::default().say(template, "", Lang::En), without, "{template}");
        }
    }

    #[test]
    fn numbers_are_declined() {
        for (ratio, ar, en) in [
            ("2", "مرتان", "2 times"),
            ("10", "10 مرات", "10 times"),
            ("100", "100 مرة", "100 times"),
            ("1000", "1,000 مرة", "1,000 times"),
            ("11", "11 مرة", "11 times"),
            ("1.5", "1.5 مرة", "1.5 times"),
        ] {
            let filling = Filling { ratio: ratio.parse().ok(), ..Filling::default() };
            assert_eq!(filling.say("{times}", "", Lang::Ar), ar);
            assert_eq!(filling.say("{times}", "", Lang::En), en);
        }
        let counted = Value::Count(number(27));
        let filling = Filling { expected: Some(&counted), ..Filling::default() };
        assert_eq!(filling.say("{expected}", "", Lang::Ar), "27");
    }

    #[test]
    fn templates_are_checked() {
        for (template, is_message, wrong) in [
            ("“{a}” and “{b}”: {times} {cause}", true, None),
            ("so many [as {expected}]", false, None),
            (" ", true, Some("is empty")),
            ("{a", true, Some("a { without its }")),
            ("{ratioo}", true, Some("has {ratioo}, which nothing fills: there are {a}, {b}, {cause}, {ratio}")),
            ("{cause}", false, Some("has {cause}, which nothing fills: there are {a}, {b}, {ratio}")),
            ("{a {b}", true, Some("has {a {b}")),
        ] {
            let said = check(template, is_message).err();
            assert_eq!(said.is_some(), wrong.is_some(), "{template}: {said:?}");
            assert!(said.unwrap_or_default().contains(wrong.unwrap_or_default()), "{template}");
        }
    }
}
