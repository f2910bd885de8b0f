//! Whether a sentence speaks of what is to come where a date stands in it.

use super::cursor::Cursor;
use crate::lexicon::{DateWord, Kinds, Sense};
use crate::text::code;
use crate::text::letters::is_conjunction;

/// How many tokens before a date are looked at for its verb.
const REACH: usize = 25;
/// How near the verb must stand to leave little doubt.
const NEAR: usize = 7;
/// The same where the date is what something is put off to.
const PUT_OFF: usize = 12;
/// How many tokens after a date are looked at, where nothing before tells: a comma and the verb.
const AHEAD: usize = 2;
/// How many tokens before «مقرر» are looked at for «كان», which makes it past.
const WAS: usize = 3;

/// The sign of the future, and the letters of the persons after it.
const SIN: u8 = code('س');
const PERSONS: [u8; 3] = [code('ي'), code('ت'), code('ن')];
const PRESENT: u8 = code('ي');

/// How a sentence looks at a date in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Outlook {
    /// As something past, or without a sign.
    #[default]
    Back,
    /// As something past, by a word close by.
    Past,
    /// In the present, or before an event: of two days as far off, the one to come is meant.
    Present,
    /// As a headline announces: «يلتقي الوزيران الثلاثاء».
    Announced,
    /// As something to come, by the verb right after it.
    Followed,
    /// As something to come, by a word some way off.
    PerhapsAhead,
    /// As something to come, by a word close by.
    Ahead,
}

impl Outlook {
    /// Whether it is rather to come.
    pub fn ahead(self) -> bool {
        matches!(self, Outlook::Followed | Outlook::PerhapsAhead | Outlook::Ahead)
    }
}

/// Whether the word is known as a verb that may be of the present.
fn is_verb(word: DateWord) -> bool {
    matches!(word, DateWord::Announcing | DateWord::YearVerb)
}

impl Cursor<'_, '_> {
    /// How the verb that a date at `from..to` goes with looks at it: the nearest telling word before it decides,
    /// else the word right after it.
    pub fn outlook(&self, from: usize, to: usize) -> Outlook {
        // «وبحلول الخميس كان قد وصل»
        if self.says(to, DateWord::Was) {
            return Outlook::Past;
        }
        // «قال إن السبت سيكون عطلة»
        if self.follows(from, DateWord::Clause) && self.future_verb(to, false) {
            return Outlook::Ahead;
        }
        let told = (from.saturating_sub(REACH)..from).rev().find_map(|at| Some((from - at, self.tells(at)?)));
        match told {
            Some((distance, true)) if distance <= NEAR => Outlook::Ahead,
            Some((_, true)) => Outlook::PerhapsAhead,
            Some((distance, _)) if self.announced(from).is_some_and(|verb| verb < distance) => Outlook::Announced,
            Some((distance, false)) if distance <= NEAR => Outlook::Past,
            None if self.announced(from).is_some() => Outlook::Announced,
            _ if self.expects(from) => Outlook::Present,
            Some((_, false)) => Outlook::Back,
            None if (to..to + AHEAD).any(|at| self.future_verb(at, false)) => Outlook::Followed,
            None if self.begins_present() => Outlook::PerhapsAhead,
            None => Outlook::Back,
        }
    }

    /// Whether the sentence begins with a verb of the present, as headlines announce: «يستقبل الرئيس …».
    fn begins_present(&self) -> bool {
        let Some(first) = self.token(0).filter(|first| first.is_word()) else { return false };
        let noun = self.find(0, Kinds::DATE, |word, _| (!is_verb(word)).then_some(())).is_some();
        first.word.len() >= 4 && first.word.front() == [PRESENT] && !noun
    }

    /// How far before `from` a verb stands that announces, if it is near.
    fn announced(&self, from: usize) -> Option<usize> {
        let announces = |at: usize| self.says(at, DateWord::Announcing) || self.says(at, DateWord::Onward);
        let before = |reach: usize| (from.saturating_sub(reach)..from).rev();
        // «أرجأت الإطلاق إلى الخميس», but «أرجأت الإطلاق الخميس» and «بعد تأجيل الإطلاق إلى الخميس».
        let put_off = if self.follows(from, DateWord::To) { PUT_OFF } else { 0 };
        let postpones = |at: usize| self.says(at, DateWord::Postponing) && !self.follows(at, DateWord::Over);
        let verb = before(NEAR).find(|at| announces(*at)).or_else(|| before(put_off).find(|at| postpones(*at)))?;
        // «الإضراب الذي بدأ اعتبارا من الأحد»
        let begun = self.says(verb, DateWord::Onward) && self.follows(verb, DateWord::Past);
        let was = |at: usize| self.says(at, DateWord::Was);
        (!begun && !(1..=WAS.min(verb)).any(|back| was(verb - back))).then_some(from - verb)
    }

    /// Whether a verb of the present or «قبل» stands shortly before `from`: «الذي يستضيف غريمه الأحد», «قبل قمة الأحد».
    fn expects(&self, from: usize) -> bool {
        // «بعدما نظموا مسيرة الأحد»: what the date belongs to is over.
        let over = |at: &usize| self.says(*at, DateWord::Over);
        (from.saturating_sub(NEAR)..from).rev().take_while(|at| !over(at)).any(|at| {
            let eve = self.find(at, Kinds::TENSE, |word, _| (word == DateWord::Eve).then_some(()));
            eve.is_some_and(|eve| !over(&eve.next)) || self.present_verb(at)
        })
    }

    /// «يستضيف»: as far as its letters tell.
    fn present_verb(&self, at: usize) -> bool {
        let Some(token) = self.token(at).filter(|token| token.is_word()) else { return false };
        let [first, second]: [u8; 2] = token.word.front();
        let joint = is_conjunction(first);
        let present = if joint { second == PRESENT } else { first == PRESENT };
        present
            && token.word.len() >= 4 + usize::from(joint)
            && self.sentence().hits(at).iter().all(|hit| hit.sense == Sense::Date(DateWord::YearVerb))
    }

    /// Whether the word at `at` looks ahead or back, if it tells.
    fn tells(&self, at: usize) -> Option<bool> {
        let was = |at: usize| self.says(at, DateWord::Was);
        let found = self.find(at, Kinds::TENSE, |word, _| match word {
            DateWord::Future => Some(Some(true)),
            DateWord::Past | DateWord::Was => Some(Some(false)),
            DateWord::NotFuture => Some(None),
            // «قد يبدأ», but «قد بدأ» tells nothing here.
            DateWord::May if self.present_verb(at + 1) => Some(Some(true)),
            _ => None,
        });
        let ahead = match found {
            Some(found) => found.is?,
            None if self.future_verb(at, true) => true,
            None => return None,
        };
        // «كان من المقرر أن يبدأ الأحد»: it was to be.
        Some(ahead && !(1..=WAS.min(at)).any(|back| was(at - back)))
    }

    /// «سيبدأ», «وستنطلق»: the future's sign on a verb of the third or first person.
    fn future_verb(&self, at: usize, joined: bool) -> bool {
        let Some(token) = self.token(at).filter(|token| token.is_word()) else { return false };
        let [first, second, third]: [u8; 3] = token.word.front();
        let joint = joined && is_conjunction(first);
        let sign = if joint { [second, third] } else { [first, second] };
        sign[0] == SIN
            && PERSONS.contains(&sign[1])
            && token.word.len() >= 5 + usize::from(joint)
            && !self.says(at, DateWord::NotFuture)
    }
}
