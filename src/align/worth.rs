//! What is worth reading closely: stories of which figures could be held against each other, by their values alone. Most
//! articles that stand alone hold nothing of the kind, and no outline is made of them.
//! Not here: which figures are held against each other (`candidates.rs`, `claims.rs`).

use super::Extracted;
use super::outline::HEADLINE;
use super::relation::{self, Bare};
use crate::figure::{Figure, Kind, Span};
use crate::lexicon::Rates;
use smallvec::SmallVec;

/// Whether a story of these documents may hold anything that is told.
pub(super) fn is_worth_reading(members: &[usize], documents: &[Extracted], rates: &Rates) -> bool {
    match members {
        [one] => may_contradict_itself(&documents[*one], rates),
        _ => have_two_of_a_kind(members, documents),
    }
}

/// Whether some documents have two figures of a kind that may be compared, in two sentences.
fn have_two_of_a_kind(members: &[usize], documents: &[Extracted]) -> bool {
    let mut met: SmallVec<[(Kind, usize, Span); 6]> = SmallVec::new();
    let figures = members.iter().flat_map(|at| documents[*at].figures.iter().map(move |figure| (*at, figure)));
    figures.filter(|(_, figure)| relation::is_compared(&figure.value)).any(|(document, figure)| {
        let kind = figure.kind();
        let Some(first) = met.iter().find(|first| first.0 == kind) else {
            met.push((kind, document, figure.sentence));
            return false;
        };
        *first != (kind, document, figure.sentence)
    })
}

/// A text of more figures is read anyhow: to look at all its pairs would take longer.
const MANY: usize = 100;

/// Whether an article has two figures, in two sentences, of which one may be the other misprinted; or one in its headline
/// and another of the kind. Two other values of one article are two things.
fn may_contradict_itself(Extracted { document, figures }: &Extracted, rates: &Rates) -> bool {
    let headline = headline(&document.text, figures);
    let compared = figures.iter().filter(|figure| relation::is_compared(&figure.value));
    let compared: SmallVec<[Bare<'_>; 16]> = compared.map(Bare::of).collect();
    let may_contradict = |(a, b): (&Bare<'_>, &Bare<'_>)| {
        let (of_a, of_b) = (a.figure(), b.figure());
        of_a.kind() == of_b.kind()
            && of_a.sentence != of_b.sentence
            && (headline == Some(of_a.sentence) && of_a.value != of_b.value || a.may_be_slip_of(b, rates))
    };
    compared.len() > MANY
        || compared.iter().enumerate().any(|(at, a)| compared[at + 1..].iter().any(|b| may_contradict((a, b))))
}

/// The headline, if it has figures: the first sentence, on a line of its own.
fn headline(text: &str, figures: &[Figure]) -> Option<Span> {
    let first = figures.first()?.sentence;
    // Marks that nobody sees may stand on either side.
    let opens = !text[..first.start].contains(char::is_alphanumeric);
    let closes = || text[first.end..].chars().take_while(|c| !c.is_alphanumeric()).any(|c| c == '\n');
    (opens && first.len() <= HEADLINE && closes()).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::lexicon::Lexicon;

    fn extracted(text: &str) -> Extracted {
        let document = Document { text: text.to_string(), ..Document::default() };
        Extracted { figures: crate::extract::figures(&document, Lexicon::builtin()), document }
    }

    #[test]
    fn an_article_alone_is_worth_reading_where_it_may_contradict_itself() {
        let rates = &Lexicon::builtin().facts.rates;
        for (text, worth) in [
            ("باع 97.4 مليون درهم، ثم 974 مليون درهم.", false),
            ("باع 97.4 مليون درهم. ثم باع 974 مليون درهم.", true),
            ("باع 97.4 مليون درهم. ثم باع 98 مليون درهم.", false),
            ("بيع بـ97 مليون درهم\nباعه المالك بنحو 99 مليون درهم. واستراح.", true),
            ("بيع بـ97 مليون درهم\nباعه المالك بـ97 مليون درهم. واستراح.", false),
            ("\u{feff}\u{200f}بيع بـ97 مليون درهم\u{200f}\nباعه المالك بنحو 99 مليون درهم. واستراح.", true),
            ("بيع اليوم\nباعه المالك بنحو 97 مليون درهم. وكان اشتراه بنحو 99 مليون درهم.", false),
            ("", false),
        ] {
            assert_eq!(is_worth_reading(&[0], &[extracted(text)], rates), worth, "{text}");
        }
        let long = "زرع شجرتين و3 ورود. ".repeat(MANY + 1);
        assert!(is_worth_reading(&[0], &[extracted(&long)], rates));
    }

    #[test]
    fn articles_of_one_story_are_worth_reading_where_two_figures_are_of_a_kind() {
        let rates = &Lexicon::builtin().facts.rates;
        let documents = ["باع 97 مليون درهم.", "باع 99 مليون درهم.", "باع 99 شجرة."].map(extracted);
        assert!(is_worth_reading(&[0, 1], &documents, rates));
        assert!(!is_worth_reading(&[0, 2], &documents, rates));
    }
}
