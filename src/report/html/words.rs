//! Words of the page in both its languages.

use crate::figure::Figure;
use crate::locale::Arg;
use crate::locale::{Lang, figure_words};
use crate::text::bidi::tame;
use askama::filters::{Html, HtmlSafe, escape};
use std::fmt;

/// The same words in Arabic and in English; the page shows one of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Both {
    pub(super) ar: String,
    pub(super) en: String,
}

impl Both {
    pub(super) fn with(text: impl Fn(Lang) -> String) -> Both {
        Both { ar: text(Lang::Ar), en: text(Lang::En) }
    }

    pub(super) fn of(name: &str) -> Both {
        Both::with(|lang| lang.text(name))
    }

    pub(super) fn counted(name: &str, n: usize) -> Both {
        Both::with(|lang| lang.counted(name, n))
    }

    pub(super) fn filled(name: &str, arguments: &[(&str, Arg)]) -> Both {
        Both::with(|lang| lang.text_with(name, arguments))
    }

    pub(super) fn value(figure: &Figure) -> Both {
        Both::with(|lang| figure_words(figure, lang))
    }

    /// Whether the languages say it alike: dates, sums in digits.
    pub(super) fn alike(&self) -> bool {
        self.ar == self.en
    }
}

/// As HTML, each language in an element of its own, of which the page's style shows one.
impl fmt::Display for Both {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Ok(ar), Ok(en)) = (escape(&self.ar, Html), escape(&self.en, Html));
        match self.alike() {
            true => write!(f, "<bdi>{ar}</bdi>"),
            false => write!(
                f,
                "<span class=\"w\" lang=\"ar\" dir=\"rtl\">{ar}</span><span class=\"w\" lang=\"en\" dir=\"ltr\">{en}</span>"
            ),
        }
    }
}

impl HtmlSafe for Both {}

/// A source without the folder that all share.
pub(super) fn short(source: &str, folder: &str) -> String {
    tame(source.strip_prefix(folder).unwrap_or(source))
}
