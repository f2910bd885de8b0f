//! Sums: whether two numbers that differ are a part and its whole, by what stands beside the part.
//! Not here: whether the figures of one text add up (`rules/intrinsic/total.rs`).

use super::compared::{Node, Story};
use super::outline::Frame;
use crate::figure::{Bounded, Figure, Kind, Value};
use crate::lexicon::{Relation as Told, Sense};
use crate::text::{self, Token};
use rust_decimal::Decimal;
use std::ops::Range;

/// How many figures away what counts the same is looked for.
const NEAR: usize = 100;

/// How many words away it may stand that a number is of each.
const EACH_NEAR: usize = 4;

/// How many words after a figure it may stand that it counts others.
const OTHERS_NEAR: usize = 3;

/// What tells of each of several.
const EACH: [Told; 3] = [Told::Each, Told::EachHolds, Told::Apiece];

/// A number without bounds.
fn plain(figure: &Figure) -> Option<Decimal> {
    match figure.value.quantity()?.amount {
        Bounded::Exact(n) => Some(n),
        _ => None,
    }
}

/// A number with whatever bounds but those of a range.
fn number(figure: &Figure) -> Option<Decimal> {
    match figure.value.quantity()?.amount {
        Bounded::Exact(n) | Bounded::About(n) | Bounded::AtLeast(n) | Bounded::AtMost(n) => Some(n),
        _ => None,
    }
}

impl Story<'_> {
    /// Whether the greater of two numbers is the lesser with another of its sentence, or with one that counts the same
    /// in its document: «278 passengers and 34 of the crew» are 312 people. Two may stand beside the lesser without a
    /// number, «طياران وستة من الطاقم», and one where it counts others.
    pub fn adds_up(&self, a: &Node, b: &Node) -> bool {
        let one_more = |part: &Node, whole: &Node| {
            let (of_part, of_whole) = (plain(self.figure(part))?, plain(self.figure(whole))?);
            let more = of_whole.checked_sub(of_part).filter(|more| more.is_sign_positive() && !more.is_zero())?;
            let (outline, figures) = (&self.outlines[part.document], &self.documents[part.figure.document].figures);
            let of = self.frame(part);
            let noun = |frame: &Frame| frame.noun.map(|noun| noun.root);
            let with = |frame: &Frame| frame.line == of.line || noun(frame).is_some() && noun(frame) == noun(of);
            let near = part.figure.figure.saturating_sub(NEAR)..(part.figure.figure + NEAR).min(figures.len());
            let others = near.filter(|at| *at != part.figure.figure && with(&outline.frames[*at]));
            let mut others = others.map(|at| &figures[at]);
            let mut told =
                || others.any(|other| plain(other) == Some(more) && self.may_be_added(self.figure(part), other));
            let alone = |stands: fn(&Self, &Node) -> bool| {
                part.kind == Kind::Count && stands(self, part) && !stands(self, whole)
            };
            let named = || more == Decimal::TWO && alone(Self::stands_beside_two);
            let one = || more == Decimal::ONE && alone(Self::counts_others);
            (told() || named() || one()).then_some(())
        };
        one_more(a, b).or_else(|| one_more(b, a)).is_some()
    }

    /// Whether two numbers count two sorts that make a third, which the sentences of both tell: «162 شخصا، منهم 148 مسافرا»,
    /// «162 شخصا بينهم 14 بحارا».
    pub fn are_rests(&self, a: &Node, b: &Node) -> bool {
        let noun = |node: &Node| self.figure(node).value.quantity().and_then(|quantity| quantity.unit.as_ref());
        if a.kind != Kind::Count || noun(a).zip(noun(b)).is_none_or(|(p, q)| p == q) {
            return false;
        }
        let sum = || plain(self.figure(a))?.checked_add(plain(self.figure(b))?);
        let tells = |node: &Node, sum: Decimal| {
            let figures = &self.documents[node.figure.document].figures;
            let mut own = self.outlines[node.document].frames_in(self.frame(node).line).map(|(at, _)| &figures[at]);
            own.any(|figure| figure.kind() == node.kind && plain(figure) == Some(sum))
        };
        a.document != b.document && sum().is_some_and(|sum| !sum.is_zero() && tells(a, sum) && tells(b, sum))
    }

    /// Whether the greater of two numbers is so many times the lesser as the lesser's sentence counts, which tells it of
    /// each: «أربع شحنات حجم كل منها 60 ألف طن» are 240 thousand tons.
    pub fn are_each_and_all(&self, a: &Node, b: &Node) -> bool {
        let times = |each: &Node, all: &Node| {
            let (of_each, of_all) = (number(self.figure(each))?, number(self.figure(all))?);
            let many = of_all.checked_div(of_each).filter(|many| *many > Decimal::ONE && many.fract().is_zero())?;
            let figures = &self.documents[each.figure.document].figures;
            let mut own = self.outlines[each.document].frames_in(self.frame(each).line).map(|(at, _)| &figures[at]);
            let counts = own.any(|figure| figure.kind() == Kind::Count && plain(figure) == Some(many));
            (counts && self.tells_of_each(each)).then_some(())
        };
        times(a, b).or_else(|| times(b, a)).is_some()
    }

    /// Whether a word near a figure tells that it is of each of several: «حجم كل منها», «للواحدة».
    fn tells_of_each(&self, node: &Node) -> bool {
        let (tokens, own) = self.sentence_of(node);
        let mut each = false;
        for at in own.start.saturating_sub(EACH_NEAR)..(own.end + EACH_NEAR).min(tokens.len()) {
            self.language.lexicon.relations(&tokens, at, |relation, _, _| each |= EACH.contains(&relation));
        }
        each
    }

    /// The tokens of a figure's sentence, and which of them are its own.
    pub(super) fn sentence_of(&self, node: &Node) -> (Vec<Token>, Range<usize>) {
        let Figure { span, sentence, .. } = self.figure(node);
        let mut tokens: Vec<Token> = Vec::new();
        text::tokens(&self.documents[node.figure.document].document.text, *sentence, &mut tokens);
        let first = tokens.partition_point(|token| token.span.end <= span.start);
        let after = tokens.partition_point(|token| token.span.start < span.end);
        (tokens, first..after)
    }

    /// Whether two numbers are of one thing, so that they make a third: sums of one currency, people, things counted by one
    /// noun or by none.
    fn may_be_added(&self, one: &Figure, other: &Figure) -> bool {
        match (&one.value, &other.value) {
            (Value::Money(p), Value::Money(q)) => p.unit == q.unit,
            (Value::Count(p), Value::Count(q)) => match (&p.unit, &q.unit) {
                (Some(p), Some(q)) => p == q || [p, q].iter().all(|noun| self.language.lexicon.is_person(noun)),
                _ => true,
            },
            _ => false,
        }
    }

    /// Whether two persons are named right before a figure or after what it counts: «طياران وستة من أفراد الطاقم», «ستة
    /// مضيفين وطياران».
    fn stands_beside_two(&self, node: &Node) -> bool {
        let text = &self.documents[node.figure.document].document.text;
        let (tokens, Range { start: first, end: after }) = self.sentence_of(node);
        let word = |at: usize| tokens.get(at).map_or("", |token| token.span.slice(text));
        let before = first.checked_sub(1).filter(|before| [*before, first].iter().any(|at| word(*at).starts_with('و')));
        let then = [after, after + 1].into_iter().filter(|at| word(*at).starts_with('و'));
        before.into_iter().chain(then).any(|at| self.names_two(word(at)))
    }

    /// Whether a figure counts those beside one that stands for itself: «31 دولة أخرى».
    fn counts_others(&self, node: &Node) -> bool {
        let (tokens, own) = self.sentence_of(node);
        let near = tokens[own.end..].iter().take(OTHERS_NEAR).take_while(|token| token.is_word());
        node.kind == Kind::Count && near.map(|token| token.word).any(|word| self.language.knowledge.is_other(word))
    }

    /// «طفلان», «وطفلين»; the plurals in «ين» are none.
    fn names_two(&self, word: &str) -> bool {
        let lexicon = self.language.lexicon;
        let ends_in_dual = |word: &str| word.ends_with("ان") || word.ends_with("ين");
        let of_two = |sense| match sense {
            Sense::Noun(noun) if noun.person && !noun.plural => {
                lexicon.facts.nouns.get(usize::from(noun.id)).is_some_and(|name| !ends_in_dual(name))
            }
            _ => false,
        };
        let words = [Some(word), word.strip_prefix('و')];
        ends_in_dual(word) && words.into_iter().flatten().any(|word| lexicon.senses(word).any(of_two))
    }
}

#[cfg(test)]
mod tests {
    use super::super::parts::tests::differing;

    #[test]
    fn what_adds_up_is_no_difference() {
        let alone = differing([
            "أبحرت العبارة «مرجانة» وعلى متنها 278 راكبا قبل غرقها قرب ميناء الواحة.",
            "غرقت العبارة «مرجانة» وعلى متنها 312 راكبا قرب ميناء الواحة.",
        ]);
        assert_eq!(alone, [["278", "312"]]);
        let with_the_crew = differing([
            "أبحرت العبارة «مرجانة» وعلى متنها 278 راكبا و34 بحارا قبل غرقها قرب ميناء الواحة.",
            "غرقت العبارة «مرجانة» وعلى متنها 312 راكبا قرب ميناء الواحة.",
        ]);
        assert_eq!(with_the_crew, [] as [[String; 2]; 0]);
        let of_another = |other: &str| {
            let one = format!("أبحرت العبارة «مرجانة» وعلى متنها 278 راكبا و34 {other} قبل غرقها قرب ميناء الواحة.");
            differing([one.as_str(), "غرقت العبارة «مرجانة» وعلى متنها 312 راكبا قرب ميناء الواحة."]).len()
        };
        assert_eq!((of_another("بحارا"), of_another("من الطاقم"), of_another("حقيبة")), (0, 0, 1));
        let crew = "أبحرت العبارة «مرجانة» وعلى متنها 278 راكبا وعشرة من أفراد الطاقم قبل غرقها قرب ميناء الواحة.";
        let beside = |two: &str| {
            let other = crew.replace("وعشرة", &format!("و{two} وثمانية"));
            differing([crew, &other]).len()
        };
        assert_eq!((beside("بحاران"), beside("بحارة")), (0, 1));
        let two = |n: &str| crew.replace("وعشرة من", &format!("و{n} من الركاب وبحاران من"));
        assert_eq!(differing([&two("ثمانية"), &two("عشرة")]).len(), 1);
        let others = |others: &str| {
            let one = format!("تدير شركة مرجان 1400 متجر في {others} إلى جانب الواحة حيث مقرها.");
            differing([one.as_str(), "تدير شركة مرجان التي مقرها الواحة 1400 متجر في 32 دولة."]).len()
        };
        assert_eq!((others("31 دولة أخرى"), others("31 دولة"), others("29 دولة أخرى")), (0, 1, 1));
        let both = ["31", "32"].map(|n| format!("تدير شركة مرجان التي مقرها الواحة 1400 متجر في {n} دولة أخرى."));
        assert_eq!(differing(both.each_ref().map(String::as_str)).len(), 1);
        // Nothing adds up with itself.
        let doubled = differing([
            "أبحرت العبارة «مرجانة» وعلى متنها 156 راكبا قبل غرقها قرب ميناء الواحة.",
            "غرقت العبارة «مرجانة» وعلى متنها 312 راكبا قرب ميناء الواحة.",
        ]);
        assert_eq!(doubled, [["156", "312"]]);
    }

    #[test]
    fn what_each_tells_of_one_whole_is_no_difference() {
        let told = |words: &str| format!("أبحرت العبارة «مرجانة» وعلى متنها {words} قبل غرقها قرب ميناء الواحة.");
        let found = |one: &str, other: &str| differing([told(one).as_str(), told(other).as_str()]).len();
        let most = "162 شخصا، منهم 148 راكبا";
        assert_eq!(found(most, "162 شخصا، منهم 14 بحارا"), 0);
        assert!(found(most, "162 شخصا، منهم 14 راكبا") > 0);
        assert!(found(most, "162 شخصا، منهم 128 راكبا") > 0);
        assert!(found("20 شخصا، منهم 12 امرأة", "20 شخصا، منهم 8 نساء") > 0);
        let voted = |n: &str| format!("وافق برلمان الواحة على عقد مرجان بأغلبية {n} صوتا من أصل 100 صوت.");
        assert_eq!(differing([voted("55").as_str(), voted("45").as_str()]).len(), 1);
    }

    #[test]
    fn what_is_told_of_each_is_no_difference() {
        let all = "استوردت مرجان 240 ألف طن من القمح عبر ميناء الواحة خلال الشهر.";
        let bought = |words: &str| format!("استوردت مرجان {words} من القمح عبر ميناء الواحة خلال الشهر.");
        let found = |words: &str| differing([all, &bought(words)]).len();
        assert_eq!(found("60 ألف طن"), 1);
        assert_eq!(found("أربع شحنات حجم كل منها 60 ألف طن"), 0);
        assert_eq!(found("خمس شحنات حجم كل منها 60 ألف طن"), 1);
        assert_eq!(found("أربع شحنات فيها 60 ألف طن"), 1);
    }
}
