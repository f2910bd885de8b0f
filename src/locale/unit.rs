//! What numbers count, in the reader's language: «5 أشخاص», «500 مليار دولار أمريكي», `500 billion USD`.
//! Not here: the numbers (`value.rs`); in English a currency is its ISO 4217 code, and a noun is shown as the text has it.

use super::Lang;
use crate::lexicon::{Counted, Lexicon};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How each unit stands after numbers in Arabic: currencies by code, nouns by dictionary form.
static COUNTED: LazyLock<FxHashMap<&str, &Counted>> = LazyLock::new(|| {
    let facts = &Lexicon::builtin().facts;
    let nouns = facts.nouns.iter().zip(&facts.counted).map(|(noun, counted)| (noun.as_str(), counted));
    let money = facts.currencies.currencies.iter().map(|currency| (currency.code.as_str(), &currency.name));
    nouns.chain(money).collect()
});

fn counted(unit: &str, lang: Lang) -> Option<&'static Counted> {
    match lang {
        Lang::Ar => COUNTED.get(unit).copied(),
        Lang::En => None,
    }
}

/// The unit after a number in digits.
pub(super) fn after(number: Decimal, unit: &str, lang: Lang) -> &str {
    let Some(counted) = counted(unit, lang) else { return unit };
    let form = match lang.plural(number) {
        "few" => &counted.few,
        "many" => &counted.many,
        _ => &None,
    };
    form.as_ref().unwrap_or(&counted.one)
}

/// The unit after a scale word.
pub(super) fn of_scale(unit: &str, lang: Lang) -> &str {
    counted(unit, lang).map_or(unit, |counted| &counted.one)
}

/// The unit after a word for an uncertain number: «مئات الأشخاص».
pub(super) fn of_many(unit: &str, lang: Lang) -> &str {
    counted(unit, lang).map_or(unit, |counted| counted.all.as_ref().unwrap_or(&counted.one))
}

/// One of these currencies, where the Arabic names of all begin with one noun: «ريال سعودي», «ريال قطري».
pub(super) fn shared_noun<'a>(codes: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut codes = codes.peekable();
    let first = *codes.peek()?;
    let noun = |code: &str| counted(code, Lang::Ar).and_then(|name| name.one.split(' ').next());
    let shared = noun(first)?;
    codes.all(|code| noun(code) == Some(shared)).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_units_follow_the_number() {
        for (number, unit, text) in [
            ("5", "شخص", "أشخاص"),
            ("15", "شخص", "شخصًا"),
            ("100", "شخص", "شخص"),
            ("103", "شخص", "أشخاص"),
            ("4.5", "كيلومتر", "كيلومتر"),
            ("5", "طفل", "أطفال"),
            ("7", "مصاب", "مصابين"),
            ("6", "مدرسة", "مدارس"),
            ("16", "مدرسة", "مدرسة"),
            ("5", "USD", "دولارات أمريكية"),
            ("15", "USD", "دولارًا أمريكيًا"),
            ("500", "USD", "دولار أمريكي"),
            ("5", "KWD", "دنانير كويتية"),
            ("5", "LBP", "ليرات لبنانية"),
            ("23", "SEK", "كرونة سويدية"),
            ("5", "NOK", "كرونات نرويجية"),
            ("100", "NGN", "نايرا نيجيرية"),
            ("5", "EUR", "يورو"),
            ("15", "EUR", "يورو"),
            ("5", "KRW", "وون كوري جنوبي"),
            ("5", "XDR", "وحدة حقوق سحب خاصة"),
            ("5", "XYZ", "XYZ"),
        ] {
            let n = number.parse().expect("a decimal");
            assert_eq!(after(n, unit, Lang::Ar), text, "{number} {unit}");
            assert_eq!(after(n, unit, Lang::En), unit);
        }
        assert_eq!(of_scale("SAR", Lang::Ar), "ريال سعودي");
        assert_eq!(of_many("LBP", Lang::Ar), "الليرات اللبنانية");
        assert_eq!(of_many("شخص", Lang::Ar), "الأشخاص");
        assert_eq!(of_many("حالة وفاة", Lang::Ar), "حالة وفاة");
    }

    /// No currency that is still money is shown by its code in Arabic.
    #[test]
    fn every_currency_has_a_name() {
        for currency in &Lexicon::builtin().facts.currencies.currencies {
            assert!(!currency.name.one.is_ascii(), "{}", currency.code);
        }
    }
}
