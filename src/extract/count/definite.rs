//! Nouns that a definite number after them counts: «الركاب الـ189», «ركابها الـ189», «ركاب السفينة الـ189».
//! Not here: what such a number is after any other word (`exclude/`).

use super::Sentence;
use super::numeral;
use crate::extract::exclude;
use crate::lexicon::{Clitics, Exclusion, Hit, Kinds, Lexicon, Noun, Sense};
use crate::text::affix::PRONOUNS;
use crate::text::{Class, Gap};

/// The noun that a definite number counts whose article is, or begins, the token after `last`.
pub(crate) fn counted_by_definite(s: &Sentence, lexicon: &Lexicon, last: usize) -> Option<Noun> {
    let own = noun(s, last, |hit| hit.clitics.article);
    // «الشركات المناطقية الخمس»
    let described = || {
        let before = before(s, last).filter(|_| numeral::is_definite(s, last))?;
        noun(s, before, |hit| hit.clitics.article && !hit.clitics.preposition).filter(|noun| noun.plural)
    };
    own.filter(|noun| noun.plural).or_else(|| members(s, lexicon, last)).or_else(described).or(own)
}

/// The noun in the plural that such a number counts though no article stands before that: «ركابها الـ189», «ركاب السفينة
/// الـ189», but «طلاب الدفعة الـ30».
pub(crate) fn members(s: &Sentence, lexicon: &Lexicon, last: usize) -> Option<Noun> {
    if !is_word(s, last) {
        return None;
    }
    let bare = |hit: &Hit| hit.clitics == Clitics::default();
    let of_carrier = || {
        let carrier = noun(s, last, |hit| hit.clitics.article)?;
        let before = before(s, last).filter(|_| carrier.carrier && !carrier.plural && numeral::is_definite(s, last))?;
        noun(s, before, bare).filter(|noun| noun.plural && noun.person)
    };
    // «مقاعد المجلس الـ21», «أعضاء مجلس الأمن الـ15», «دول الاتحاد الأوروبي الـ27»
    let of_body = || {
        let described = before(s, last).filter(|_| numeral::is_definite(s, last));
        let body = [Some(last), described].into_iter().flatten().find(|at| exclude::has(s, *at, Exclusion::Body))?;
        before(s, body).and_then(|before| noun(s, before, bare)).filter(|noun| noun.plural)
    };
    // «مناطق عملياتها الخمس»
    let of_owned = || {
        let owned = owned(s, lexicon, last)?;
        before(s, last).and_then(|before| noun(s, before, bare)).filter(|noun| noun.plural).or(Some(owned))
    };
    of_owned().or_else(of_carrier).or_else(of_body)
}

fn is_word(s: &Sentence, at: usize) -> bool {
    s.tokens.get(at).is_some_and(|token| token.class == Class::Arabic) && !s.is_taken(at)
}

fn before(s: &Sentence, last: usize) -> Option<usize> {
    last.checked_sub(1).filter(|at| is_word(s, *at) && s.tokens[last].gap <= Gap::Wide)
}

fn noun(s: &Sentence, at: usize, fits: impl Fn(&Hit) -> bool) -> Option<Noun> {
    s.hits_of(at, Kinds::NOUN).iter().filter(|hit| hit.tokens == 1 && fits(hit)).find_map(|hit| match hit.sense {
        Sense::Noun(noun) => Some(noun),
        _ => None,
    })
}

/// «ركابها»: the plural that a pronoun is joined to.
fn owned(s: &Sentence, lexicon: &Lexicon, at: usize) -> Option<Noun> {
    let surface = s.tokens[at].span.slice(s.text);
    let word = PRONOUNS.iter().find_map(|pronoun| surface.strip_suffix(pronoun))?;
    let nouns = || {
        lexicon.senses(word).filter_map(|sense| match sense {
            Sense::Noun(noun) => Some(noun),
            _ => None,
        })
    };
    // «كتابها» is no writers of hers.
    nouns().find(|noun| noun.plural).filter(|_| nouns().all(|noun| noun.plural))
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::lexicon::Lexicon;

    #[test]
    fn a_definite_number_counts_what_stands_before_it() {
        for (text, found) in [
            ("غرق ركابها الـ189 جميعا.", Some(("189", Some("راكب")))),
            ("غرق ركاب السفينة الـ189 جميعا.", Some(("189", Some("راكب")))),
            ("نجا ركاب الطائرة الخمسة.", Some(("5", Some("راكب")))),
            ("جرت الأبقار البرية الخمس في السهل.", Some(("5", Some("بقرة")))),
            ("أحيا الفلسطينيون الذكرى الـ76 في الساحة.", None),
            ("أصدرت الكاتبة كتابها الـ12 في المعرض.", None),
            ("صعد ركاب القطار الـ2 إلى الرصيف.", None),
            ("زار الأطباء مناطق عملياتها الخمس.", Some(("5", Some("منطقة")))),
            ("وصل الأطفال إلى المخيمات الخمسة.", Some(("5", Some("مخيم")))),
            ("وصل آلاف المعلمين للمخيمات الـ30.", Some(("30", Some("مخيم")))),
            ("انتخبت البلاد رئيسها الـ45.", None),
            ("كرم الوزير خريجي الدفعة الـ30 من الكلية.", None),
            ("أجلت السلطات سكان الدائرة الـ16.", None),
            ("أشاد بفعاليات الدورة الـ21.", None),
            ("توزعت مقاعد المجلس الـ21 على حزبين.", Some(("21", Some("مقعد")))),
            ("اجتمع أعضاء مجلس الأمن الـ15 في القاعة.", Some(("15", Some("عضو")))),
            ("وافقت دول الاتحاد الأوروبي الـ27 على القرار.", Some(("27", Some("دولة")))),
            ("اجتمع المجلس الـ21 في القاعة.", None),
            ("حضر أعضاء المكتب الـ15 الحفل.", None),
        ] {
            let document = Document { text: text.to_string(), ..Document::default() };
            let figures = crate::extract::figures(&document, Lexicon::builtin());
            let counts = figures.iter().filter_map(|figure| Some((figure, figure.value.quantity()?.amount.low()?)));
            let counts =
                counts.map(|(figure, n)| (n.to_string(), figure.value.quantity().and_then(|of| of.unit.clone())));
            let counts: Vec<_> = counts.collect();
            let found: Vec<_> = found.map(|(n, unit)| (n.to_string(), unit.map(Into::into))).into_iter().collect();
            assert_eq!(counts, found, "{text}");
        }
    }
}
