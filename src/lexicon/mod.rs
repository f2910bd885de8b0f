//! What the language knows: the words of numbers, units, currencies, months and bounds.
//! The words stand as data in `rules/lexicon`; here they are loaded, checked and made fast to find.

/// The words of the language, loaded.
#[derive(Debug, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// The lexicon that is built into the program.
    pub fn builtin() -> &'static Lexicon {
        static LEXICON: std::sync::OnceLock<Lexicon> = std::sync::OnceLock::new();
        LEXICON.get_or_init(Lexicon::default)
    }
}
