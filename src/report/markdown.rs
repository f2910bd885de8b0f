//! Markdown for issues, wikis and mails: a section a conflict. Every text of an article is escaped.

use super::evidence::evidence_text;
use super::words::{
    also_text, decision_text, message, ratio_text, rule_text, severity_text, side_name, source_text, summary_text,
};
use super::{Findings, Lang, Options, figure_text};
use crate::document::ours::MARKDOWN_MARK;
use crate::rules::{Conflict, Side};
use crate::text::bidi::harmless;
use std::io::{self, Write};

/// Draws the conflicts; Arabic runs right to left where HTML in Markdown is heeded.
pub(super) fn conflicts(findings: &Findings, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let lang = options.lang;
    // So that the report is not taken for an article where it is written beside them.
    writeln!(out, "{MARKDOWN_MARK}{} -->\n", env!("CARGO_PKG_VERSION"))?;
    if lang == Lang::Ar {
        writeln!(out, "<div dir=\"rtl\" lang=\"ar\">\n")?;
    }
    writeln!(out, "# {}\n\n{}", lang.text("report-title"), escaped(&summary_text(findings, lang)))?;
    findings.shown().iter().try_for_each(|conflict| section(conflict, findings, lang, out))?;
    if lang == Lang::Ar {
        writeln!(out, "\n</div>")?;
    }
    Ok(())
}

fn section(conflict: &Conflict, findings: &Findings, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let severity = severity_text(conflict.severity, lang);
    writeln!(out, "\n## {severity}: {}\n", escaped(message(conflict, lang)))?;
    if !conflict.subject.is_empty() {
        writeln!(
            out,
            "{}\n",
            escaped(&lang.text_with("conflict-subject", &[("subject", (&conflict.subject).into())]))
        )?;
    }
    let headings = ["side", "table-source", "table-written", "table-value", "sentence"].map(|name| lang.text(name));
    writeln!(out, "| {} |\n| --- | --- | --- | --- | --- |", headings.join(" | "))?;
    for side in &conflict.sides {
        writeln!(out, "| {} |", row(conflict, side, lang).join(" | "))?;
    }
    writeln!(out)?;
    for fact in facts(conflict, findings, lang) {
        writeln!(out, "- {}", escaped(&fact))?;
    }
    Ok(())
}

fn row(conflict: &Conflict, side: &Side, lang: Lang) -> [String; 5] {
    let value = escaped(&figure_text(&side.figure, lang));
    let text = escaped(&side.figure.text);
    [
        side_name(side.side, lang),
        escaped(
            &[Some(source_text(side, lang)), also_text(&side.also, lang)]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · "),
        ),
        // A code span would keep Arabic from running right to left in most renderers.
        if conflict.suspect == Some(side.side) { format!("**{text}**") } else { text },
        value,
        escaped(&side.sentence),
    ]
}

fn facts(conflict: &Conflict, findings: &Findings, lang: Lang) -> Vec<String> {
    let ratio = ratio_text(conflict, lang).map(|ratio| lang.text_with("conflict-ratio", &[("ratio", (&ratio).into())]));
    let evidence = evidence_text(conflict, lang)
        .map(|evidence| lang.text_with("conflict-evidence", &[("evidence", (&evidence).into())]));
    let rule = rule_text(findings.checks, &conflict.rule, lang);
    let rule = lang.text_with("conflict-rule", &[("rule", (&rule).into())]);
    let id = format!("{rule} · {}", conflict.id);
    [ratio, Some(id), decision_text(conflict, findings.decisions, lang), evidence].into_iter().flatten().collect()
}

/// Text that Markdown and HTML show as it is, in one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in harmless(text).chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            // A mention or an issue number would call people in.
            '@' => out.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '>' | '~' | '!' | '$' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn no_text_becomes_markup() {
        for (text, shown) in [
            ("<b>|a|</b>", "&lt;b\\>\\|a\\|&lt;/b\\>"),
            ("[x](http://a)", "\\[x\\](http://a)"),
            ("~ 97.4 مليار\nسطر", "\\~ 97.4 مليار سطر"),
            ("$5 and $6", "\\$5 and \\$6"),
            ("@all *x*", "&#64;all \\*x\\*"),
        ] {
            assert_eq!(escaped(text), shown);
        }
    }
}
