//! How a document parts thousands and decimals, told by its numbers that can be read in one way only.
//! Not here: the numbers themselves (`digits.rs`).

use super::digits::Choice;
use crate::lexicon::{Lexicon, Sense};
use crate::text::COMMAS;
use rust_decimal::Decimal;

/// What the clear numbers of a document say of its full stops and commas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Habit {
    /// «2.4»: a full stop parts decimals.
    dot_decimal: bool,
    /// «3.000.000».
    dot_thousands: bool,
    /// «254,30».
    comma_decimal: bool,
    /// «3,000,000».
    comma_thousands: bool,
    /// «12.878 مهاجرا»: whole things are counted with thousands after a full stop.
    dot_counts: bool,
    /// «12,878 مهاجرا».
    comma_counts: bool,
}

/// What is counted, as far as it speaks for one reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counted {
    /// Whole things: people, ships.
    Whole,
    /// A percentage or an index.
    Share,
    /// Things of a kind that comes in parts: points, kilometres.
    Parts,
    /// Nothing that stands beside the number.
    Bare,
    /// Money, whose noun is inflected as the number asks.
    Money,
    /// Time, whose noun is too.
    Time,
    /// Anything that can be divided.
    Any,
}

impl Habit {
    /// Reads the habit off a text, in one pass.
    pub(crate) fn of(text: &str, lexicon: &Lexicon) -> Habit {
        let mut habit = Habit::default();
        // The digits so far of the number, the groups of three after marks, and the last mark.
        let mut state = Clear::default();
        for (at, c) in text.char_indices() {
            if c.is_ascii_digit() || matches!(c, '٠'..='٩' | '۰'..='۹') {
                state.digit(c == '0' || c == '٠' || c == '۰');
            } else if c == '.' || COMMAS.contains(&c) {
                state.mark(c == '.', &mut habit);
            } else {
                if c == ' ' && state.may_group() && is_whole(&text[at + 1..], lexicon) {
                    *if state.dot { &mut habit.dot_counts } else { &mut habit.comma_counts } = true;
                }
                state.end(&mut habit);
            }
        }
        state.end(&mut habit);
        habit
    }

    /// Whether whole things are counted with thousands after a full stop.
    pub(crate) fn counts_with_dots(self) -> bool {
        self.dot_counts
    }

    /// Whether the mark of `choice` parts thousands, the number being multiplied by `scale`; `dots` says that full stops
    /// do, where nothing else decides.
    pub(crate) fn parts_thousands(self, choice: &Choice, scale: Decimal, counted: Counted, dots: bool) -> bool {
        let scaled = scale > Decimal::ONE;
        match counted {
            Counted::Share => return false,
            Counted::Whole if !scaled => return true,
            _ if choice.round => return true,
            _ => {}
        }
        let (decimal, thousands, other) = match choice.dot {
            true => (self.dot_decimal, self.dot_thousands, self.comma_decimal),
            false => (self.comma_decimal, self.comma_thousands, self.dot_decimal),
        };
        let counts = if choice.dot { self.dot_counts } else { self.comma_counts };
        if counts && counted == Counted::Bare && !scaled {
            return true;
        }
        match (decimal, thousands || other) {
            (true, false) => false,
            (false, true) => true,
            _ if choice.dot => dots && !scaled,
            _ => scale < Decimal::from(1_000_000_000),
        }
    }
}

/// Whether the text begins with a noun of whole things.
fn is_whole(text: &str, lexicon: &Lexicon) -> bool {
    let word = text.split(|c: char| !c.is_alphabetic() && !matches!(c, '\u{64B}'..='\u{652}')).next();
    let whole = |sense| matches!(sense, Sense::Noun(noun) if noun.whole);
    word.is_some_and(|word| lexicon.senses(word).any(whole))
}

/// One number of the text, as far as it is read.
#[derive(Default)]
struct Clear {
    /// Digits of the first group.
    first: usize,
    /// The first group begins with a zero.
    zero: bool,
    /// Digits of the group after the last mark.
    last: usize,
    /// The last two digits are zeros, which nobody writes after a point: «214.600».
    round: bool,
    /// The last digit is one.
    nil: bool,
    /// Whether the last mark is a full stop, and how many marks there are.
    dot: bool,
    marks: usize,
    /// Marks of two kinds, or groups before the last that are not of three digits.
    mixed: bool,
    /// A mark that parts digits only if a digit follows: whether it is a full stop.
    open: Option<bool>,
}

impl Clear {
    fn digit(&mut self, zero: bool) {
        if let Some(dot) = self.open.take() {
            self.mixed |= self.marks > 0 && (self.dot != dot || self.last != 3);
            self.marks += 1;
            self.dot = dot;
            self.last = 0;
        }
        (self.round, self.nil) = (self.nil && zero && self.last > 0, zero);
        if self.marks == 0 {
            self.zero |= self.first == 0 && zero;
            self.first += 1;
        } else {
            self.last += 1;
        }
    }

    fn mark(&mut self, dot: bool, habit: &mut Habit) {
        match self.first == 0 || self.open.is_some() {
            true => self.end(habit),
            false => self.open = Some(dot),
        }
    }

    /// Whether its one mark stands before three digits, and may part thousands or decimals.
    fn may_group(&self) -> bool {
        self.marks == 1 && self.last == 3 && self.first <= 3 && !self.zero && !self.mixed && self.open.is_none()
    }

    fn end(&mut self, habit: &mut Habit) {
        let read = std::mem::take(self);
        if read.last == 0 || read.mixed {
            return;
        }
        let decimal = read.marks == 1 && (read.last != 3 || read.zero || read.first > 3);
        let thousands = read.last == 3 && (read.marks > 1 || read.round && !decimal);
        match read.dot {
            true => {
                habit.dot_decimal |= decimal;
                habit.dot_thousands |= thousands;
            }
            false => {
                habit.comma_decimal |= decimal;
                habit.comma_thousands |= thousands;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clear_numbers_tell_the_habit() {
        for (text, dot_decimal, dot_thousands, comma_decimal, comma_thousands) in [
            ("بكلفة 2,4 مليار و4.500 وظيفة.", false, true, true, false),
            ("زاد 1.8% إلى 1,250,000.", true, false, false, true),
            ("في 14.5.2018، ثم 3، 4", false, false, false, false),
            ("٢٫٥ و0.125", true, false, false, false),
            ("3.000.000", false, true, false, false),
            ("214.600 ناخب و6.115 ورقة", false, true, false, false),
            ("0.500 و12.350", true, false, false, false),
        ] {
            let want = Habit { dot_decimal, dot_thousands, comma_decimal, comma_thousands, ..Habit::default() };
            let habit = Habit::of(text, Lexicon::builtin());
            // What is counted is told by the test below.
            let marks = Habit { dot_counts: false, comma_counts: false, ..habit };
            assert_eq!(marks, want, "{text}");
        }
    }

    #[test]
    fn whole_things_tell_what_parts_thousands() {
        for (text, dot_counts, comma_counts) in [
            ("بنحو 2.4 مليار و4.517 موظفا", true, false),
            ("حضر 4,517 طالبا.", false, true),
            ("على مسافة 4.517 كيلومترا", false, false),
            ("بلغ 4.517، وعاد موظفا", false, false),
            ("0.517 شخص و1.4.517 شخصا", false, false),
        ] {
            let habit = Habit::of(text, Lexicon::builtin());
            assert_eq!((habit.dot_counts, habit.comma_counts), (dot_counts, comma_counts), "{text}");
        }
    }
}
