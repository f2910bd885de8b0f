//! Stepping through conflicts: which one is asked about, which question stands, and what a key means to it.
//! Pure: what a step asks for (writing, drawing, an editor) is done by `terminal.rs`.

use crate::decisions::{Change, Decision, Decisions, Replaces, Verdict, Why};
use crate::rules::Conflict;
use jiff::Timestamp;

/// A key as it comes from a terminal or a pipe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A character.
    Char(char),
    /// The end of a line.
    Enter,
    /// One character back.
    Backspace,
    /// Out of the question, back to the conflict.
    Escape,
    /// Out of the program, whatever is asked: Ctrl-C, or the end of the keys.
    Stop,
}

/// The question that the next key answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Question {
    /// What about this conflict?
    Verdict,
    /// Which side is right?
    Right,
    /// Why is it none?
    Reason,
    /// What other reason? The note so far.
    Note(String),
    /// Which side's document is to be opened?
    Open,
}

/// What a key asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The question that stands now.
    Ask,
    /// The conflict that stands now, and its question.
    Show,
    /// Keeping this decision on the conflict.
    Decide(Verdict, Option<String>),
    /// Taking the decision on the conflict back.
    Undecide,
    /// The document of this side in an editor.
    Open(usize),
    /// What the keys mean.
    Help,
    /// Nothing: the key means nothing here.
    Unknown,
    /// The end: nothing is left, or the reviewer leaves.
    End,
}

/// The reasons that a reviewer chooses from, in the order of their keys from 1.
pub(super) const REASONS: [Why; 4] = [Why::DifferentThings, Why::Rounding, Why::BothRightAtTheirTime, Why::Other];

/// A review under way.
#[derive(Clone, Debug)]
pub struct Session<'a> {
    conflicts: Vec<&'a Conflict>,
    decisions: Decisions,
    place: usize,
    pub(super) question: Question,
    again: bool,
}

impl<'a> Session<'a> {
    /// A review of the conflicts that are not decided yet, in the order given; with `again`, of all of them.
    pub fn new(conflicts: &'a [Conflict], decisions: Decisions, again: bool) -> Session<'a> {
        let open = |conflict: &&Conflict| again || decisions.get(&conflict.id).is_none();
        let conflicts = conflicts.iter().filter(open).collect();
        Session { conflicts, decisions, place: 0, question: Question::Verdict, again }
    }

    /// The conflict that is asked about; none at the end.
    pub fn conflict(&self) -> Option<&'a Conflict> {
        self.conflicts.get(self.place).copied()
    }

    /// What is known of the decision on the conflict that is asked about.
    pub fn decision(&self) -> Option<&Decision> {
        self.decisions.get(&self.conflict()?.id)
    }

    /// All decisions that are known.
    pub(super) fn decisions(&self) -> &Decisions {
        &self.decisions
    }

    /// The place of the conflict among those of this review, from 1, and how many there are.
    pub(super) fn progress(&self) -> (usize, usize) {
        (self.place + 1, self.conflicts.len())
    }

    /// How many conflicts of this review are undecided.
    pub(super) fn undecided(&self) -> usize {
        self.conflicts.iter().filter(|conflict| self.decisions.get(&conflict.id).is_none()).count()
    }

    /// What the key means to the question that stands.
    pub(super) fn press(&mut self, key: Key) -> Step {
        let Some(conflict) = self.conflict() else { return Step::End };
        match (std::mem::replace(&mut self.question, Question::Verdict), key) {
            (_, Key::Stop) => Step::End,
            (Question::Verdict, Key::Char(c)) => self.command(command(c), conflict),
            (Question::Verdict, Key::Backspace) => self.back(),
            (Question::Verdict, Key::Enter | Key::Escape) => Step::Ask,
            (_, Key::Escape) => Step::Ask,
            (Question::Right, Key::Enter) => Step::Decide(Verdict::Confirmed { right: None }, None),
            (Question::Note(note), Key::Enter) => {
                let note = Some(note.trim().to_string()).filter(|note| !note.is_empty());
                Step::Decide(Verdict::Dismissed { reason: Why::Other }, note)
            }
            (Question::Note(mut note), key) => {
                match key {
                    Key::Char(c) => note.push(c),
                    _ => drop(note.pop()),
                }
                self.ask(Question::Note(note))
            }
            (_, Key::Backspace) => Step::Ask,
            (question, Key::Enter) => {
                self.question = question;
                Step::Unknown
            }
            (question, Key::Char(c)) => self.choose(question, c, conflict),
        }
    }

    fn command(&mut self, command: char, conflict: &Conflict) -> Step {
        match command {
            'c' if sides(conflict) > 1 => self.ask(Question::Right),
            'c' => Step::Decide(Verdict::Confirmed { right: None }, None),
            'd' => self.ask(Question::Reason),
            's' => self.forward(),
            'b' => self.back(),
            'u' if self.decision().is_some() => Step::Undecide,
            'o' if sides(conflict) > 1 => self.ask(Question::Open),
            'o' => Step::Open(0),
            'q' => Step::End,
            '?' => Step::Help,
            c if c.is_whitespace() => Step::Ask,
            _ => Step::Unknown,
        }
    }

    /// The answer by number to a question that has numbered ones.
    fn choose(&mut self, question: Question, c: char, conflict: &Conflict) -> Step {
        let choice = digit(c).and_then(|digit| digit.checked_sub(1));
        let side = choice.filter(|side| *side < sides(conflict));
        let reason = choice.and_then(|choice| REASONS.get(choice));
        match (&question, side, reason) {
            (Question::Right, Some(right), _) => Step::Decide(Verdict::Confirmed { right: Some(right) }, None),
            (Question::Open, Some(side), _) => Step::Open(side),
            (Question::Reason, _, Some(Why::Other)) => self.ask(Question::Note(String::new())),
            (Question::Reason, _, Some(reason)) => Step::Decide(Verdict::Dismissed { reason: *reason }, None),
            _ => {
                self.question = question;
                Step::Unknown
            }
        }
    }

    fn ask(&mut self, question: Question) -> Step {
        self.question = question;
        Step::Ask
    }

    fn back(&mut self) -> Step {
        match self.place.checked_sub(1) {
            Some(place) => {
                self.place = place;
                Step::Show
            }
            None => Step::Unknown,
        }
    }

    /// To the next conflict that is undecided: others may have decided some meanwhile.
    pub(super) fn forward(&mut self) -> Step {
        self.place += 1;
        while !self.again && self.decision().is_some() {
            self.place += 1;
        }
        if self.conflict().is_some() { Step::Show } else { Step::End }
    }

    /// The change that a decision on the conflict asked about makes.
    pub(super) fn change(
        &self,
        verdict: Verdict,
        note: Option<String>,
        by: Option<&str>,
        at: Timestamp,
    ) -> Option<Change> {
        let conflict = self.conflict()?;
        Some(self.changed(conflict, Some(Decision::new(conflict, verdict, note, by, at))))
    }

    /// The change that takes the decision on the conflict asked about back.
    pub(super) fn undoing(&self) -> Option<Change> {
        Some(self.changed(self.conflict()?, None))
    }

    fn changed(&self, conflict: &Conflict, decision: Option<Decision>) -> Change {
        Change { id: conflict.id.clone(), replaces: Replaces::Seen(self.decision().cloned()), decision }
    }

    /// What the file holds now.
    pub(super) fn learn(&mut self, decisions: Decisions) {
        self.decisions = decisions;
    }
}

/// How many sides a conflict has.
pub(super) fn sides(conflict: &Conflict) -> usize {
    conflict.sides.iter().map(|side| side.side + 1).max().unwrap_or_default()
}

/// The command of a key, on a Latin keyboard or on the same key of an Arabic one.
fn command(c: char) -> char {
    match c {
        'ؤ' => 'c',
        'ي' | 'ی' => 'd',
        'س' => 's',
        // One key gives «لا»: as one character, or as two, of which the second counts.
        'ﻻ' | 'ا' => 'b',
        'ل' => ' ',
        'ع' => 'u',
        'خ' => 'o',
        'ض' => 'q',
        '؟' => '?',
        c => c.to_ascii_lowercase(),
    }
}

/// A digit in Latin, Arabic or Persian form.
fn digit(c: char) -> Option<usize> {
    let value = match c {
        '0'..='9' => c as u32 - '0' as u32,
        '٠'..='٩' => c as u32 - '٠' as u32,
        '۰'..='۹' => c as u32 - '۰' as u32,
        _ => return None,
    };
    usize::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decisions::fixture::{conflict, decision};

    fn three() -> Vec<Conflict> {
        ["a", "b", "c"].map(|id| conflict(id, "97", "974")).to_vec()
    }

    /// Presses each key; decisions are kept as the program would. Gives the last step and the place.
    fn after(session: &mut Session, keys: &str) -> Step {
        let mut last = Step::Ask;
        for c in keys.chars() {
            let key = match c {
                '\n' => Key::Enter,
                '\u{8}' => Key::Backspace,
                '\u{1b}' => Key::Escape,
                '\u{3}' => Key::Stop,
                c => Key::Char(c),
            };
            last = session.press(key);
            let change = match &last {
                Step::Decide(verdict, note) => session.change(*verdict, note.clone(), None, Timestamp::UNIX_EPOCH),
                Step::Undecide => session.undoing(),
                _ => None,
            };
            if let Some(change) = change {
                let mut all: Vec<(String, Decision)> =
                    session.decisions.iter().map(|(id, decision)| (id.to_string(), decision.clone())).collect();
                all.retain(|(id, _)| *id != change.id);
                all.extend(change.decision.map(|decision| (change.id, decision)));
                session.learn(all.into_iter().collect());
                session.forward();
            }
        }
        last
    }

    #[test]
    fn keys_decide() {
        let dismissed = |reason| Step::Decide(Verdict::Dismissed { reason }, None);
        let confirmed = |right| Step::Decide(Verdict::Confirmed { right }, None);
        for (keys, step) in [
            ("c1", confirmed(Some(0))),
            ("c2", confirmed(Some(1))),
            ("C٢", confirmed(Some(1))),
            ("c\n", confirmed(None)),
            ("c3", Step::Unknown),
            ("c0", Step::Unknown),
            ("c3\n", confirmed(None)),
            ("d1", dismissed(Why::DifferentThings)),
            ("d2", dismissed(Why::Rounding)),
            ("d3", dismissed(Why::BothRightAtTheirTime)),
            ("d5", Step::Unknown),
            ("d\n", Step::Unknown),
            ("d4\n", dismissed(Why::Other)),
            ("d4 رأي\n", Step::Decide(Verdict::Dismissed { reason: Why::Other }, Some("رأي".into()))),
            ("d4ab\u{8}\n", Step::Decide(Verdict::Dismissed { reason: Why::Other }, Some("a".into()))),
            ("d4q\u{1b}", Step::Ask),
            ("c\u{1b}d2", dismissed(Why::Rounding)),
            ("ؤ۱", confirmed(Some(0))),
            ("ي٢", dismissed(Why::Rounding)),
            ("o2", Step::Open(1)),
            ("o\u{8}", Step::Ask),
            ("?", Step::Help),
            ("x", Step::Unknown),
            ("\n", Step::Ask),
            ("b", Step::Unknown),
            ("u", Step::Unknown),
            ("q", Step::End),
            ("ض", Step::End),
            ("d4a\u{3}", Step::End),
        ] {
            let conflicts = three();
            let mut session = Session::new(&conflicts, Decisions::default(), false);
            assert_eq!(after(&mut session, keys), step, "{keys:?}");
        }
    }

    #[test]
    fn keys_move() {
        for (keys, place) in [
            ("", Some("a")),
            ("s", Some("b")),
            ("ss", Some("c")),
            ("sss", None),
            ("ssb", Some("b")),
            ("s\u{8}", Some("a")),
            ("sلا", Some("a")),
            ("sﻻ", Some("a")),
            ("d1", Some("b")),
            ("d1b", Some("a")),
            ("d1bs", Some("b")),
            ("sd1bbs", Some("c")),
            ("d1bu", Some("b")),
            ("d1d1d1", None),
        ] {
            let conflicts = three();
            let mut session = Session::new(&conflicts, Decisions::default(), false);
            after(&mut session, keys);
            assert_eq!(session.conflict().map(|conflict| conflict.id.as_str()), place, "{keys:?}");
        }
    }

    #[test]
    fn a_decision_can_be_replaced_and_taken_back() {
        let conflicts = three();
        let mut session = Session::new(&conflicts, Decisions::default(), false);
        after(&mut session, "d1c1bd2");
        assert_eq!(session.undecided(), 1);
        let verdict = session.decisions.get("b").map(|decision| decision.verdict);
        assert_eq!(verdict, Some(Verdict::Dismissed { reason: Why::Rounding }));
        after(&mut session, "bu");
        assert_eq!(session.decisions.get("b"), None);
    }

    #[test]
    fn only_undecided_conflicts_are_asked_about() {
        let conflicts = three();
        let decided = |id: &str| -> Decisions {
            let verdict = Verdict::Confirmed { right: None };
            std::iter::once((id.to_string(), decision(verdict))).collect()
        };
        let mut session = Session::new(&conflicts, decided("a"), false);
        assert_eq!(session.progress(), (1, 2));
        session.learn(decided("b"));
        assert_eq!(session.forward(), Step::Show);
        assert_eq!(session.conflict().map(|conflict| conflict.id.as_str()), Some("c"));
        assert_eq!(Session::new(&conflicts, decided("a"), true).progress(), (1, 3));
    }

    #[test]
    fn nothing_to_review_is_the_end() {
        assert_eq!(Session::new(&[], Decisions::default(), false).press(Key::Enter), Step::End);
    }
}
