//! Directions of text: which way it runs, isolating it from its surroundings, and making hostile text harmless.
//! Not here: the algorithm that orders characters, which is the terminal's and the browser's.

/// Which way text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

const LRI: char = '\u{2066}';
const RLI: char = '\u{2067}';
const FSI: char = '\u{2068}';
const PDI: char = '\u{2069}';

impl Direction {
    /// The direction of the first letter that has one; `None` for text of digits and marks alone.
    pub fn of(text: &str) -> Option<Direction> {
        text.chars().find_map(|c| match c {
            _ if is_rtl_letter(c) => Some(Direction::Rtl),
            _ if c.is_alphabetic() => Some(Direction::Ltr),
            _ => None,
        })
    }
}

impl Direction {
    /// The direction of most letters: an Arabic report may begin with a name in Latin letters.
    pub fn of_most(text: &str) -> Option<Direction> {
        let letters = text.chars().filter(|c| c.is_alphabetic());
        let (rtl, all) = letters.fold((0, 0), |(rtl, all), c| (rtl + usize::from(is_rtl_letter(c)), all + 1));
        (all > 0).then_some(if rtl * 2 >= all { Direction::Rtl } else { Direction::Ltr })
    }

    /// As HTML names it.
    pub fn html(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

/// Letters of the scripts that run right to left: Hebrew to Arabic Extended, their presentation forms, and
/// the blocks of the second plane that Unicode keeps for them.
pub fn is_rtl_letter(c: char) -> bool {
    let block = matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}');
    block && c.is_alphabetic()
}

/// The text set apart from what stands around it, running `direction` as a whole.
///
/// Where the first letter of `text` says the same, the mark is FSI, which programs know best; a line cut from
/// a longer text may begin with a word of the other direction and is then told its own (RLI, LRI).
pub fn isolate(text: &str, direction: Direction) -> String {
    let mark = match (Direction::of(text), direction) {
        (first, direction) if first == Some(direction) => FSI,
        (_, Direction::Rtl) => RLI,
        (_, Direction::Ltr) => LRI,
    };
    format!("{mark}{text}{PDI}")
}

/// Whether the character changes the direction of others without being seen.
fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The text as it may be shown in a terminal: without control characters (white space becomes a space) and
/// without the direction marks that could reorder what stands around it.
pub fn harmless(text: &str) -> String {
    text.chars()
        .filter(|c| !is_direction_mark(*c) && *c != '\u{FEFF}')
        .filter_map(|c| match c {
            _ if c.is_whitespace() => Some(' '),
            _ if c.is_control() => None,
            _ => Some(c),
        })
        .collect()
}

/// The text as a page may show it: its lines and its single direction marks kept, without control characters and
/// without the marks that hold until another ends them, with which a text could turn around what follows it.
pub fn tame(text: &str) -> String {
    let holds = |c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !holds(*c) && (!c.is_control() || matches!(c, '\n' | '\t'))).collect()
}

/// The text with its dates and its signed numbers isolated (`2018-02-21`, `+14.2`, `×10`, `10^3`): after an Arabic
/// letter a date would else be shown day first, and a sign on the wrong side, for such marks are neutral there.
pub fn steady(text: &str) -> String {
    let begins = |c: char| c.is_ascii_digit() || matches!(c, 'X' | '×' | '+' | '-');
    let belongs = |c: char| begins(c) || matches!(c, '/' | '~' | '.' | ',' | '^');
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(begins) {
        let run = &rest[start..];
        let run = run[..run.find(|c| !belongs(c)).unwrap_or(run.len())].trim_end_matches(['.', ',', '/', '^']);
        out.push_str(&rest[..start]);
        // «خبر-1» is a word.
        let alone = !rest[..start].ends_with(char::is_alphanumeric);
        match alone && run.contains(|c: char| c.is_ascii_digit()) && run.contains(['-', '/', '×', '+', '^']) {
            true => out.extend([LRI].into_iter().chain(run.chars()).chain([PDI])),
            false => out.push_str(run),
        }
        rest = &rest[start + run.len()..];
    }
    out + rest
}

/// The text with its quotations isolated, in “…” and «…»: an Arabic quotation in an English sentence then keeps
/// its own numbers, and the sentence its order. Quotations that are not closed are left as they are.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['“', '«']) {
        let close = if rest[open..].starts_with('“') { '”' } else { '»' };
        let begin = open + rest[open..].chars().next().map_or(0, char::len_utf8);
        let Some(len) = rest[begin..].find(close) else { break };
        out.push_str(&rest[..begin]);
        out.extend([FSI].into_iter().chain(rest[begin..begin + len].chars()).chain([PDI]));
        rest = &rest[begin + len..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_gives_the_direction() {
        for (text, direction) in [
            ("خبر", Some(Direction::Rtl)),
            ("97.4 مليار USD", Some(Direction::Rtl)),
            ("٩٧", None),
            ("USD مليار", Some(Direction::Ltr)),
            ("2018-02", None),
            ("", None),
        ] {
            assert_eq!(Direction::of(text), direction, "{text}");
        }
    }

    #[test]
    fn most_letters_give_the_direction() {
        for (text, direction) in [
            ("CNN -- قال الوزير إن السعر", Some(Direction::Rtl)),
            ("The word «نعم» means yes", Some(Direction::Ltr)),
            ("1, 2", None),
        ] {
            assert_eq!(Direction::of_most(text), direction, "{text}");
        }
    }

    #[test]
    fn a_line_keeps_the_direction_of_its_whole() {
        assert_eq!(isolate("مليار", Direction::Rtl), "\u{2068}مليار\u{2069}");
        assert_eq!(isolate("USD في", Direction::Rtl), "\u{2067}USD في\u{2069}");
        assert_eq!(isolate("97.4", Direction::Ltr), "\u{2066}97.4\u{2069}");
    }

    #[test]
    fn dates_and_signs_keep_their_order_after_arabic() {
        for (text, steadied) in [
            ("يوم 2018-02-21", "يوم \u{2066}2018-02-21\u{2069}"),
            ("من 2014/2019، XXXX-11-20", "من \u{2066}2014/2019\u{2069}، \u{2066}XXXX-11-20\u{2069}"),
            ("فرق ×10، (+14.2).", "فرق \u{2066}×10\u{2069}، (\u{2066}+14.2\u{2069})."),
            ("نحو 97.4 مليار، 2018.", "نحو 97.4 مليار، 2018."),
            ("X + Y", "X + Y"),
            ("خبر-1.txt", "خبر-1.txt"),
            ("أ-ب", "أ-ب"),
        ] {
            assert_eq!(steady(text), steadied);
        }
    }

    #[test]
    fn quotations_stand_alone() {
        for (text, isolated) in [
            ("“2019” and “عام 2018”: no", "“\u{2068}2019\u{2069}” and “\u{2068}عام 2018\u{2069}”: no"),
            ("قال «نعم» ثم «لم يكمل", "قال «\u{2068}نعم\u{2069}» ثم «لم يكمل"),
            ("no quotation", "no quotation"),
        ] {
            assert_eq!(quoted(text), isolated);
        }
    }

    #[test]
    fn a_page_keeps_lines_and_drops_overrides() {
        assert_eq!(tame("\u{202E}خبر\0\n\u{200F}97.4\u{1B}[1m\u{2069}"), "خبر\n\u{200F}97.4[1m");
    }

    #[test]
    fn hostile_text_loses_its_power_and_keeps_its_words() {
        assert_eq!(harmless("\u{202E}خبر\u{1B}[31m\tقُدّم\r\n\u{200F}س\u{7}"), "خبر[31m قُدّم  س");
        assert_eq!(harmless("لا\u{200C}نور"), "لا\u{200C}نور");
    }
}
