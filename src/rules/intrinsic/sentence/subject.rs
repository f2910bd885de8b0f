//! Whether a sentence goes on about the same thing, and whether a figure is said of another thing than those beside it.

use super::{Clause, Related, ends_with_comma, is_close, is_joined, percent};
use crate::figure::{Bounded, Span};
use crate::lexicon::{DateWord, Relation, Sense, Shift, Time, TimeUnit, clitics};
use crate::text::letters::{ends_in_pronoun, without_article};
use crate::text::{COMMAS, Token};

/// With these a clause begins: «وبلغ المعدل», «وارتفع عدد الرحلات».
const VERBS: [Relation; 3] = [Relation::Rise, Relation::Fall, Relation::Anew];
/// With these the change that was just told is spoken of: «وهذه الزيادة», «وهي زيادة», «فإنه يمثل».
const SAME: [Relation; 6] =
    [Relation::Rise, Relation::Fall, Relation::Refers, Relation::Are, Relation::Equals, Relation::Sized];
/// Before these the subject of a verb has ended: «وصل سعر الكيلو إلى».
const ENDS_OF_SUBJECT: [Relation; 3] = [Relation::To, Relation::From, Relation::At];
/// Words between what leads to a size and the size.
const LED: usize = 5;

impl Clause<'_> {
    /// Where the words begin that say that the figure is a size, with nothing between but how great it is: «بزيادة بلغت
    /// نسبتها 5%», not «بزيادة سنوية نسبتها 5%» nor «بزيادة الإنتاج 5%», and not «وبزيادة», which is against something else.
    pub(in crate::rules::intrinsic) fn sized_by(&self, relation: Relation, index: usize) -> Option<usize> {
        let start = self.figures[index].span.start;
        let says_how = |related: &Related| related.adverb || self.says_how(related);
        self.led_plainly(relation, index).find(says_how).map(|related| related.span.start).filter(|at| *at < start)
    }

    /// As [`Clause::sized_by`], of a share: «بنسبة 5%», «أي 5%»; not «معدل التضخم 5%» nor «نسبة المشاركة 5%».
    pub(in crate::rules::intrinsic) fn shared_by(&self, index: usize) -> Option<usize> {
        let is = |related: &Related, relation: Relation| {
            self.relations.iter().any(|other| other.relation == relation && other.span == related.span)
        };
        let noun = |related: &Related| !related.adverb && is(related, Relation::How) && !is(related, Relation::Equals);
        let share = self.led_plainly(Relation::Share, index).find(|related| !noun(related));
        share.filter(|share| !self.is_joined(share.span.start)).map(|share| share.span.start)
    }

    /// Whether the relation leads to the figure with nothing between but how great it is.
    pub(in crate::rules::intrinsic) fn leads_plainly(&self, relation: Relation, index: usize) -> bool {
        self.led_plainly(relation, index).next().is_some()
    }

    fn led_plainly(&self, relation: Relation, index: usize) -> impl Iterator<Item = Related> {
        let start = self.figures[index].span.start;
        let floor = index.checked_sub(1).map_or(0, |before| self.figures[before].span.end);
        self.relations.iter().copied().filter(move |related| {
            related.relation == relation
                && related.span.start >= floor
                && related.span.end <= start
                && is_close(&self.text[related.span.end..start], LED)
                && self.words(related.span.end, start).all(|(_, word)| self.is_of(Relation::Sized, word))
        })
    }

    /// Where it is said that a figure is no more than so much: «لا تمثل سوى 20%», or the figure itself: «لا تتجاوز 20%».
    pub(in crate::rules::intrinsic) fn merely(&self, index: usize, from: usize) -> Option<usize> {
        let figure = &self.figures[index];
        let led = self.led_plainly(Relation::Merely, index).next().map(|related| related.span.start);
        let at_most = percent(figure).is_some_and(|percent| matches!(percent.amount, Bounded::AtMost(_)));
        let bounded = || {
            let verb =
                self.led_plainly(Relation::Share, index).next().map_or(figure.span.start, |verb| verb.span.start);
            // «لا تمثل أكثر من 20%»
            let not = self
                .spans_before(Relation::ComesTo, index)
                .find(|not| not.start >= from && self.text.get(not.end..verb).is_some_and(|gap| gap.trim().is_empty()));
            not.map_or(verb, |not| not.start)
        };
        led.or_else(|| at_most.then(bounded)).filter(|start| *start >= from)
    }

    /// Where a verb stands that says what the change just told is: «تعادل 20%».
    pub(in crate::rules::intrinsic) fn equalled_by(&self, index: usize) -> Option<usize> {
        let verb = self.led_plainly(Relation::Equals, index).next().map(|related| related.span.start);
        verb.filter(|verb| self.is_verb_at(*verb) && percent(&self.figures[index]).is_some())
    }

    /// Whether a verb in the present stands here: «تمثل», not «أي», «ما يمثل», «بنسبة».
    pub(in crate::rules::intrinsic) fn is_verb_at(&self, start: usize) -> bool {
        self.text[start..].starts_with(['ت', 'ي'])
    }

    /// Whether the change that was told up to one place is the subject of the verb at another: «، تمثل», «وهي زيادة لا
    /// تمثل سوى»; «والكمية تمثل» has another.
    pub(in crate::rules::intrinsic) fn is_said_of_change(&self, from: usize, verb: usize) -> bool {
        let Some(gap) = self.text.get(from..verb) else { return false };
        let clause = gap.rfind(COMMAS).map_or(from, |comma| from + comma);
        self.words(clause, verb).all(|(_, word)| SAME.iter().any(|same| self.is_of(*same, word)))
    }

    /// Whether no clause begins between two places that has another subject: «8%، وقفز صافي الربح إلى»; what carries on is
    /// «30%، وبلغت 120», and «15 كيلوغراما بعدما نزل وزنه».
    pub(in crate::rules::intrinsic) fn goes_on(&self, from: usize, to: usize) -> bool {
        let mut after_verb = false;
        self.words(from, to).all(|(at, word)| {
            let verb = self.verb(word);
            // «نزل وزنه»: the first letter is the noun's own.
            let subject = std::mem::replace(&mut after_verb, verb.is_some());
            match verb {
                Some(verb) => !self.has_subject(&verb, to),
                None if subject => true,
                None => !self.is_joined(word.span.start) || self.is_whole(at) || self.is_of(Relation::Sized, word),
            }
        })
    }

    /// Whether only a circumstance is told between the two, with something else as its subject: «قفز السهم 12% بعد أن أعلنت
    /// أرباحا بلغت 30»; «بعد أن كان 20» is the value before.
    pub(in crate::rules::intrinsic) fn is_set_apart(&self, before: usize, after: usize) -> bool {
        let (from, to) = (self.figures[before].span.end, self.figures[after].span.start);
        let was =
            |span: Span| self.relations.iter().any(|was| was.relation == Relation::Was && was.span.contains(span));
        self.relations.iter().any(|related| {
            related.relation == Relation::Circumstance
                && related.span.start >= from
                && related.span.end <= to
                && !was(related.span)
        })
    }

    /// Whether the value before a change is called by a word that was not said before it: «90 مليونا مقابل واردات بلغت 150».
    pub(in crate::rules::intrinsic) fn was_another(&self, index: usize, words: usize) -> bool {
        let Some(was) = self.leading(Relation::Was, index, words) else { return false };
        let said = |word: &Token| {
            let bare = without_article(self.raw(word));
            self.words(0, was.span.start).any(|(_, before)| self.raw(before).ends_with(bare))
        };
        let known = [Relation::Sized, Relation::At, Relation::Epoch, Relation::Over];
        self.words(was.span.end, self.figures[index].span.start).any(|(_, word)| {
            let its = ends_in_pronoun(self.raw(word));
            !its && !known.iter().any(|relation| self.is_of(*relation, word)) && !said(word)
        })
    }

    /// Whether a year is named between two places: «قبل عام».
    pub(in crate::rules::intrinsic) fn names_a_year(&self, from: usize, to: usize) -> bool {
        let year = |sense: Sense| matches!(sense, Sense::Time(Time { unit: TimeUnit::Year, times: 1, .. }));
        self.words(from, to).any(|(at, _)| self.hits(at).iter().any(|hit| year(hit.sense)))
    }

    /// Whether a time before is told soon after a figure: «95 مليونا في العام الماضي».
    pub(in crate::rules::intrinsic) fn is_of_the_past(&self, index: usize, words: usize) -> bool {
        let past = |sense: Sense| {
            matches!(sense, Sense::Date(DateWord::Shift(Shift::Last | Shift::BeforeLast | Shift::Previous)))
        };
        self.words(self.figures[index].span.end, usize::MAX)
            .take(words + 1)
            .any(|(at, _)| self.hits(at).iter().any(|hit| past(hit.sense)))
    }

    /// Whether a clause begins with the word that stands here: nothing before it, a mark, or «و».
    pub(in crate::rules::intrinsic) fn begins_at(&self, start: usize) -> bool {
        let before = self.text[..start].trim_end();
        let first = self.tokens.iter().find(|token| token.is_word()).is_none_or(|first| first.span.start >= start);
        first || ends_with_comma(before) || before.ends_with([':', '.']) || self.is_joined(start)
    }

    /// As [`Clause::goes_on`], where what was told may still be explained: only a verb after «و» turns to something else.
    pub(in crate::rules::intrinsic) fn carries_on(&self, from: usize, to: usize) -> bool {
        let turns = |word: &Token| self.is_joined(word.span.start) && self.verb(word).is_some();
        !self.words(from, to).any(|(_, word)| turns(word))
    }

    /// Where the relation's words end that lead to the figure.
    pub(in crate::rules::intrinsic) fn end_of_leading(
        &self,
        relation: Relation,
        index: usize,
        words: usize,
    ) -> Option<usize> {
        self.leading(relation, index, words).map(|related| related.span.end)
    }

    /// Whether the relation is written right after the figure, with nothing but marks between: «في 1960، أي».
    pub(in crate::rules::intrinsic) fn goes_on_right_after(&self, relation: Relation, index: usize) -> bool {
        let next = self.tokens[self.tokens_after(index)].iter().find(|token| token.is_word());
        next.is_some_and(|next| {
            self.relations.iter().any(|to| to.relation == relation && to.span.start == next.span.start)
        })
    }

    /// Whether every word between two places is known for a noun: by its article, as the name of a thing or place, or by
    /// what is joined to it, «التمور الجافة وشبه الجافة».
    pub(in crate::rules::intrinsic) fn are_nouns(&self, from: usize, to: usize) -> bool {
        let article = |word: &Token| clitics(word.word).iter().any(|clitics| clitics.article);
        let noun = |sense: Sense| matches!(sense, Sense::Noun(_) | Sense::Money(_) | Sense::Place(_));
        let known = |at: usize, word: &Token| article(word) || self.hits(at).iter().any(|hit| noun(hit.sense));
        let of_next =
            |at: usize, word: &Token| is_joined(self.raw(word)) && self.tokens.get(at + 1).is_some_and(article);
        let mut words = self.words(from, to);
        words.next().is_none_or(|(at, word)| known(at, word))
            && words.all(|(at, word)| known(at, word) || of_next(at, word))
    }

    /// Whether no others are named between two figures than those whom the first counts, and nothing else is told: «في
    /// انهيار مبنى، بينهم», not «في حافلة تقل عمالا، بينهم» nor «وأصيب آخرون، بينهم».
    pub(in crate::rules::intrinsic) fn names_nobody(&self, before: usize, after: usize) -> bool {
        let (from, to) = (self.figures[before].span.end, self.figures[after].span.start);
        let person = |sense: Sense| matches!(sense, Sense::Noun(noun) if noun.person);
        // «عمالا» follows no number, and is not in the lexicon.
        let object = |word: &str| word.strip_suffix('ا').is_some_and(|word| self.lexicon.senses(word).any(person));
        let others = [
            Relation::Fared,
            Relation::Which,
            Relation::Rest,
            Relation::Was,
            Relation::SoFar,
            Relation::Rise,
            Relation::Reaches,
        ];
        self.words(from, to).skip(1).all(|(at, word)| {
            !self.is_joined(word.span.start)
                && !self.hits(at).iter().any(|hit| person(hit.sense))
                && !object(self.raw(word))
                && !others.iter().any(|other| self.is_of(*other, word))
        })
    }

    /// Whether every word between two places is of one of the relations.
    pub(in crate::rules::intrinsic) fn are_of(&self, relations: &[Relation], from: usize, to: usize) -> bool {
        self.words(from, to).all(|(_, word)| relations.iter().any(|relation| self.is_of(*relation, word)))
    }

    /// Whether the words right after a figure say of which of several things it is: «42 مليارا للصادرات», «40% ضده»,
    /// «800 مليون في السعودية», «15% لكل منهما»; not «للفترة نفسها», «للبرميل».
    pub(in crate::rules::intrinsic) fn is_of_one_side(&self, index: usize) -> bool {
        if self.follows(Relation::Sides, index, 1) {
            return true;
        }
        let after = self.tokens_after(index);
        let own = |at: &usize| !self.is_whole(*at);
        let Some(at) = after.clone().take(2).filter(own).find(|at| {
            self.is_of(Relation::InPlace, &self.tokens[*at]) || self.raw(&self.tokens[*at]).starts_with('ل')
        }) else {
            return false;
        };
        let word = &self.tokens[at];
        let place =
            |at: usize| after.contains(&at) && self.hits(at).iter().any(|hit| matches!(hit.sense, Sense::Place(_)));
        if self.is_of(Relation::InPlace, word) {
            return place(at + 1) || after.contains(&(at + 1)) && self.is_of(Relation::Share, &self.tokens[at + 1]);
        }
        let goes_on = [Relation::To, Relation::Rise, Relation::Fall, Relation::At, Relation::Became, Relation::Each];
        let told = self.relations.iter().any(|related| {
            related.span.start == word.span.start
                && (goes_on.contains(&related.relation) || related.relation == Relation::Epoch)
        });
        let each = |at: usize| {
            self.hits(at).iter().any(|hit| match hit.sense {
                Sense::Noun(noun) => !noun.person && !noun.plural,
                Sense::Time(_) | Sense::Date(_) | Sense::TimePhrase(_) | Sense::Money(_) => true,
                _ => false,
            })
        };
        !told && !each(at)
    }

    /// Whether a word of change, or one that begins a clause, stands here.
    fn verb(&self, word: &Token) -> Option<Related> {
        let verb = |related: &&Related| VERBS.contains(&related.relation) && related.span.start == word.span.start;
        self.relations.iter().find(verb).copied()
    }

    /// Whether the verb has a subject of its own before a place; «سعره», «قيمتها» is what is spoken of already.
    fn has_subject(&self, verb: &Related, to: usize) -> bool {
        let ends = |word: &Token| {
            self.relations.iter().any(|related| {
                let by = related.relation == Relation::Share && related.adverb;
                related.span.contains(word.span) && (by || ENDS_OF_SUBJECT.contains(&related.relation))
            })
        };
        let mut subject = self.words(verb.span.end, to).take_while(|(_, word)| !ends(word)).map(|(_, word)| word);
        let Some(first) = subject.next() else { return false };
        let its = ends_in_pronoun(self.raw(first));
        !its || subject.next().is_some()
    }

    /// The words between two places, and where they stand among the tokens.
    fn words(&self, from: usize, to: usize) -> impl Iterator<Item = (usize, &Token)> {
        let first = self.tokens.partition_point(|token| token.span.start < from);
        let within = move |(_, token): &(usize, &Token)| token.span.end <= to;
        self.tokens.iter().enumerate().skip(first).take_while(within).filter(|(_, token)| token.is_word())
    }

    fn is_of(&self, relation: Relation, word: &Token) -> bool {
        self.relations.iter().any(|related| related.relation == relation && related.span.contains(word.span))
    }

    /// Whether the word at a token is a noun as it stands: «وحدة», «ليرة».
    fn is_whole(&self, at: usize) -> bool {
        let noun = |sense: Sense| matches!(sense, Sense::Noun(_) | Sense::Money(_));
        self.hits(at).iter().any(|hit| hit.clitics.letters == 0 && noun(hit.sense))
    }

    /// As [`is_joined`], of the word that begins here.
    pub(in crate::rules::intrinsic) fn is_joined(&self, start: usize) -> bool {
        is_joined(&self.text[start..])
    }

    fn raw(&self, token: &Token) -> &str {
        &self.text[token.span.start..token.span.end]
    }

    /// «محققا ارتفاعا», «مرتفعا»: the word before says that the figure is a size, or the word itself.
    pub(super) fn says_how(&self, related: &Related) -> bool {
        self.relations.iter().any(|how| match how.relation {
            Relation::Moving => how.span == related.span,
            Relation::How => {
                let between = self.text.get(how.span.end..related.span.start);
                between.is_some_and(|between| between.trim().is_empty())
            }
            _ => false,
        })
    }
}
