//! What a conflict is about, as a phrase of its text: for lists, where there is no room for the sentence.
//! A phrase that would not be understood is none at all.

use crate::align::knowledge::Knowledge;
use crate::figure::Span;
use crate::text::affix::ARTICLE;
use crate::text::{self, Token, Word};

/// Most words of a phrase.
const LONGEST: usize = 6;
/// Words before a figure among which a phrase is looked for.
const BEFORE: usize = 5;

/// The phrase of the sentence in which most of the shared words stand beside each other; each has its weight.
pub(super) fn shared(source: &str, sentence: Span, own: Span, words: &[(Span, f64)]) -> String {
    let tokens = tokens(source, sentence);
    let weight = |token: &Token| words.iter().find(|(span, _)| *span == token.span).map_or(0.0, |(_, bits)| *bits);
    let mut best: (f64, &[Token]) = (0.0, &[]);
    for run in runs(&tokens, |token| own.overlaps(token.span)) {
        for start in 0..run.len() {
            let Some(window) = run.get(start..run.len().min(start + LONGEST)) else { continue };
            if weight(&window[0]) == 0.0 {
                continue;
            }
            let (mut bits, mut end, mut gap) = (0.0, 0, 0);
            for (at, token) in window.iter().enumerate() {
                let own = weight(token);
                gap = if own > 0.0 { 0 } else { gap + 1 };
                if gap > 1 {
                    break;
                }
                if own > 0.0 {
                    (bits, end) = (bits + own, at + 1);
                }
            }
            if end > 1 && bits > best.0 {
                best = (bits, &window[..end]);
            }
        }
    }
    phrase(source, best.1)
}

/// The words that lead up to a figure, but for those right before it that say nothing.
pub(super) fn before(source: &str, sentence: Span, own: Span, figures: &[Span]) -> String {
    let mut tokens = tokens(source, Span::new(sentence.start, own.start.max(sentence.start)));
    let figure = |token: &Token| figures.iter().any(|span| span.overlaps(token.span));
    while tokens.last().is_some_and(|token| token.is_word() && !figure(token) && says_nothing(token)) {
        tokens.pop();
    }
    let Some(last) = tokens.last().map(|token| token.span) else { return String::new() };
    let run = runs(&tokens, figure).last().filter(|run| run.last().is_some_and(|token| token.span == last));
    let run = run.unwrap_or_default();
    phrase(source, &run[run.len().saturating_sub(BEFORE)..])
}

fn tokens(source: &str, span: Span) -> Vec<Token> {
    let mut tokens = Vec::new();
    text::tokens(source, span, &mut tokens);
    tokens
}

/// The stretches of words that may be one phrase: between marks, figures, and words that say nothing, such as «أنه»;
/// «في» stands within a phrase.
fn runs<'a>(tokens: &'a [Token], figure: impl Fn(&Token) -> bool + 'a) -> impl Iterator<Item = &'a [Token]> {
    let breaks = move |token: &Token| {
        let within = Knowledge::builtin().is_in(token.word);
        !token.is_word() || figure(token) || (says_nothing(token) && !within)
    };
    tokens.split(breaks).filter(|run| !run.is_empty())
}

fn says_nothing(token: &Token) -> bool {
    let knowledge = Knowledge::builtin();
    token.word.len() < 2 || knowledge.is_stop(token.word) || knowledge.is_stop(knowledge.bare(token.word))
}

/// The words as written, without those at the ends that say nothing and without a clitic before the first; none
/// where fewer than two are left.
fn phrase(source: &str, tokens: &[Token]) -> String {
    let begin = tokens.iter().take_while(|token| says_nothing(token)).count();
    let end = tokens.len() - tokens[begin..].iter().rev().take_while(|token| says_nothing(token)).count();
    let [first, .., last] = &tokens[begin..end] else { return String::new() };
    let (start, article) = without_clitic(source, first);
    let written = Span::new(start, last.span.end).slice(source);
    let words: Vec<&str> = written.split_whitespace().collect();
    format!("{article}{}", words.join(" "))
}

/// Where a word begins without the conjunction or preposition that is written together with it, and the article
/// where that is written as part of it: «للشركة» is «ل» and «الشركة».
fn without_clitic(source: &str, token: &Token) -> (usize, &'static str) {
    let (knowledge, word, article) = (Knowledge::builtin(), token.word, Word::of(ARTICLE));
    let bare = knowledge.bare(word);
    if word.starts_with(Word::of("لل")) && word.without_first(2) == bare {
        return (text::start_without(source, token, 2), ARTICLE);
    }
    let clitic = (1..=2).find(|letters| {
        let rest = word.without_first(*letters);
        let definite = rest.starts_with(article) && rest.without_first(2) == bare;
        // «لعبوا» is no «ل» and «عبوا»: what is left must be the commoner word.
        let commoner = knowledge.count(rest) > knowledge.count(word);
        definite || (rest == bare && commoner && !word.starts_with(article))
    });
    (clitic.map_or(token.span.start, |letters| text::start_without(source, token, letters)), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span_of(source: &str, word: &str) -> Span {
        let start = source.find(word).expect("it is there");
        Span::new(start, start + word.len())
    }

    #[test]
    fn shared_words_beside_each_other_make_a_phrase() {
        for (source, figure, words, phrase) in [
            ("روّج الرجل لخطة استثمارية بقيمة 500 مليار", "500", vec!["لخطة", "استثمارية"], "خطة استثمارية"),
            ("حضر لخضر بن سالم الهاشمي، شيخ القبيلة و50 من أهله", "50", vec!["لخضر", "سالم", "شيخ"], "لخضر بن سالم"),
            ("جُرح 20 متظاهرا وقُتل سبعة", "20", vec!["وقُتل"], ""),
            ("قتل 20 متظاهرا", "20", vec![], ""),
            ("مع لاعبين لعبوا دورا كبيرا أمام 20 ألفا", "20", vec!["لعبوا", "دورا"], "لعبوا دورا"),
        ] {
            let words: Vec<(Span, f64)> = words.into_iter().map(|word| (span_of(source, word), 2.0)).collect();
            let sentence = Span::new(0, source.len());
            assert_eq!(shared(source, sentence, span_of(source, figure), &words), phrase, "{source}");
        }
    }

    #[test]
    fn words_that_lead_up_to_a_figure_make_a_phrase() {
        for (source, figure, phrase) in [
            ("وافقت الجمعية على زيادة رأس المال بمبلغ 3 مليارات", "3 مليارات", "زيادة رأس المال"),
            ("خفضت الفائدة من 27% إلى 22%، بانخفاض قدره 600 نقطة", "600", ""),
            ("وأُعلن أنه قد تم في 5 مايو", "5 مايو", ""),
            ("أعلنت شركة الضفاف العقارية أنها وقعت يوم 5 مايو", "5 مايو", ""),
            ("أنفق على مراكز البيانات في الصحراء نحو 5 ملايين", "5 ملايين", "مراكز البيانات في الصحراء"),
        ] {
            let own = span_of(source, figure);
            assert_eq!(before(source, Span::new(0, source.len()), own, &[own]), phrase, "{source}");
        }
    }
}
