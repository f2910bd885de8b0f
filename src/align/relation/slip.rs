//! Slips: whether the one of two values could be the other, misprinted, whatever their sentences say of them.
//! Not here: what they are to each other in their sentences (`mod.rs`).

use super::{Form, Ready, Relation, Said, Stated, numbers, of_values};
use crate::figure::{Edtf, EdtfDate, Figure, Value, Year};
use crate::lexicon::Rates;

/// A figure without its sentence.
#[derive(Clone, Debug)]
pub struct Bare<'a> {
    figure: &'a Figure,
    ready: Ready,
}

impl<'a> Bare<'a> {
    /// Of a figure.
    pub fn of(figure: &'a Figure) -> Bare<'a> {
        Bare { figure, ready: Ready::of(&figure.value, None, Said::default()) }
    }

    /// The figure.
    pub fn figure(&self) -> &'a Figure {
        self.figure
    }

    fn stated(&self) -> Stated<'_> {
        Stated { figure: self.figure, ready: &self.ready, unit: None, bare: false }
    }

    /// Whether any two sentences could make two values a slip of each other: more than another value.
    pub fn may_be_slip_of(&self, other: &Bare<'_>, rates: &Rates) -> bool {
        let (of_a, of_b) = (&self.figure.value, &other.figure.value);
        match (&self.ready.0, &other.ready.0) {
            // The year may be told by the sentence alone.
            (Form::Date(_), Form::Date(_)) => day_of(of_a).zip(day_of(of_b)).is_some_and(|(a, b)| are_alike(&a, &b)),
            // So may the unit.
            (Form::Number(a, _), Form::Number(b, _)) if matches!(of_a, Value::Count(_)) => {
                a.digits.tens_between(&b.digits).is_some()
                    || numbers::same_number(a, b).is_some_and(|digits| digits > 1)
                    || is_slip(numbers::relate(a, b).0)
            }
            _ => is_slip(of_values(self.stated(), of_a, other.stated(), of_b, rates).0),
        }
    }
}

fn is_slip(relation: Relation) -> bool {
    matches!(relation, Relation::Differ(_)) && !relation.is_plain()
}

/// The day that a date states, or means where it states none.
fn day_of(value: &Value) -> Option<EdtfDate> {
    let Value::Date(date) = value else { return None };
    let stated = if date.edtf == Edtf::Relative { date.best() } else { &date.edtf };
    match stated {
        Edtf::Point(point) if point.day.is_some() && point.month.is_some() => Some(*point),
        _ => None,
    }
}

/// Whether two days have one month and day and may be of two years, or each has the other's month for its day.
fn are_alike(a: &EdtfDate, b: &EdtfDate) -> bool {
    let one_day = (a.month, a.day) == (b.month, b.day);
    let two_years = a.year != b.year || a.year == Year::Unknown;
    one_day && two_years || (a.month, a.day) == (b.day, b.month) && a.month != a.day
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::lexicon::Lexicon;

    #[test]
    fn slips_are_told_from_other_values_without_their_sentences() {
        let lexicon = Lexicon::builtin();
        for (text, slip) in [
            ("باع 97.4 مليون درهم. واشترى بنحو 974 مليون درهم.", true),
            ("باع 97.4 مليون درهم. واشترى بنحو 98 مليون درهم.", false),
            ("باع 97.4 مليون درهم. واشترى بنحو 97.4 مليون درهم.", false),
            ("باع 97.4 مليون يورو. واشترى بنحو 97.4 مليون دولار.", true),
            ("زرع 1248 شجرة. وقطع 1284 شجرة.", true),
            ("زرع 1248 شجرة. وقطع 1249 شجرة.", false),
            ("سار 12 كيلومترا. وقفز 12 مترا.", true),
            ("سار 12 كيلومترا. وسبح 12000 متر.", true),
            ("عمل 45 يوما. وغاب 45 شهرا.", true),
            ("عمل 45 يوما. وغاب 46 يوما.", false),
            ("ولد في 5 مايو 2019. ومات في 5 مايو 2020.", true),
            ("ولد في 5 مايو 2019. ومات في 4 مايو 2019.", false),
            ("ولد في 5 مايو 2019. ومات في 5 مايو 2019.", false),
            ("ولد في 5 مايو 2019. ومات في 6 يونيو 2019.", false),
            ("ولد في 5 يونيو 2019. ومات في 6 مايو 2019.", true),
        ] {
            let document = Document { text: text.to_string(), ..Document::default() };
            let figures = crate::extract::figures(&document, lexicon);
            let [a, b] = figures.as_slice() else { panic!("{text}: {figures:?}") };
            let (a, b) = (Bare::of(a), Bare::of(b));
            assert_eq!(a.may_be_slip_of(&b, &lexicon.facts.rates), slip, "{text}");
            assert_eq!(b.may_be_slip_of(&a, &lexicon.facts.rates), slip, "{text}");
        }
    }
}
