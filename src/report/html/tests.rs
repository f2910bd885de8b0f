//! The page in a real browser: it opens, marks, filters, speaks both languages, and runs nothing from an article.
//! Where the system has no Chromium, these tests say that they were skipped.

use super::browser::Browser;
use super::conflicts;
use crate::report::fixture::fixture;
use crate::report::{Findings, Lang, Options, drawn};
use serde_json::{Value as Json, json};
use std::path::PathBuf;

fn page(lang: Lang) -> String {
    let options = Options { lang, ..Options::default() };
    drawn(|out| conflicts(&fixture().findings(), &options, out))
}

/// The page opened in a browser.
fn opened(lang: Lang) -> Option<(Browser, tempfile::TempDir)> {
    opened_with(&page(lang))
}

fn opened_with(page: &str) -> Option<(Browser, tempfile::TempDir)> {
    let folder = tempfile::tempdir().expect("a folder");
    let path: PathBuf = folder.path().join("report.html");
    std::fs::write(&path, page).expect("the page is written");
    Browser::open(&path).map(|browser| (browser, folder))
}

const SHOWN: &str = "[...document.querySelectorAll('.conflict')].filter(c => c.checkVisibility()).map(c => c.id)";

fn choose(browser: &mut Browser, field: &str, value: &str) -> Json {
    browser.eval(&format!(
        "(() => {{ const f = document.querySelector('{field}'); f.value = '{value}'; \
         f.dispatchEvent(new Event('input', {{bubbles: true}})); }})()"
    ));
    browser.eval(SHOWN)
}

#[test]
fn an_article_stays_text() {
    let page = page(Lang::Ar);
    assert_eq!(page.matches("<script").count(), 1);
    assert_eq!(page.matches("</script>").count(), 1);
    assert!(page.contains("&#60;script&#62;alert(1)"));
    for raw in ["\u{202E}", "\u{1B}", "=d'<b>"] {
        assert!(!page.contains(raw), "{raw:?}");
    }
}

/// What an article or its metadata might say to get a script to run, or to break out of where it stands.
const HOSTILE: &str = "\"><img src=x onerror=alert(1)>' onmouseover='alert(1)\n{{ 7*7 }} <b>*x*</b> &lt;i&gt;";

#[test]
fn nothing_that_a_source_says_of_itself_runs() {
    let fixture = fixture();
    let mut documents = fixture.documents().to_vec();
    for (document, url) in documents.iter_mut().zip([
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "https://example.org/\"onclick=\"alert(1)",
        " javascript:alert(1)",
    ]) {
        let document = &mut document.document;
        document.url = Some(url.to_string());
        document.lang = Some(HOSTILE.to_string());
        for field in [&mut document.title, &mut document.publisher] {
            *field = Some(HOSTILE.to_string());
        }
    }
    let mut conflicts = fixture.findings().conflicts.to_vec();
    for conflict in &mut conflicts {
        for text in [&mut conflict.message.ar, &mut conflict.message.en, &mut conflict.subject, &mut conflict.rule] {
            *text = HOSTILE.to_string();
        }
        for side in &mut conflict.sides {
            (side.source, side.publisher) = (HOSTILE.to_string(), Some(HOSTILE.to_string()));
            side.sentence = HOSTILE.to_string();
        }
    }
    let findings = Findings { documents: &documents, conflicts: &conflicts, ..fixture.findings() };
    let page = drawn(|out| super::conflicts(&findings, &Options::default(), out));
    let Some((mut browser, _folder)) = opened_with(&page) else { return };
    browser.eval("document.querySelectorAll('details').forEach(d => d.open = true)");
    for harmful in ["img", "b:not(.source b)", "[onerror]", "[onclick]", "[onmouseover]", "script[src]", "i"] {
        assert_eq!(browser.eval(&format!("document.querySelectorAll({harmful:?}).length")), 0, "{harmful}");
    }
    let links = browser.eval("[...document.querySelectorAll('a')].map(a => a.protocol)");
    let links: Vec<&str> = links.as_array().into_iter().flatten().filter_map(Json::as_str).collect();
    assert!(!links.is_empty() && links.iter().all(|scheme| ["file:", "https:"].contains(scheme)), "{links:?}");
    browser.eval(
        "document.querySelectorAll('mark').forEach(m => m.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})))",
    );
    assert_eq!(browser.complaints, [""; 0]);
}

#[test]
fn every_figure_is_marked() {
    let Some((mut browser, _folder)) = opened(Lang::Ar) else { return };
    let fixture = fixture();
    for (index, document) in fixture.documents().iter().enumerate() {
        let marks = browser.eval(&format!("[...document.querySelectorAll('#d{index} mark')].map(m => m.textContent)"));
        let figures: Vec<&str> = document.figures.iter().map(|figure| figure.text.as_str()).collect();
        assert_eq!(marks, json!(figures));
    }
    // Those of the heaviest conflict first.
    let order = browser.eval("[...document.querySelectorAll('.document')].map(d => d.id)");
    assert_eq!(order, json!(["d0", "d2", "d1", "d3"]));
    let quoted = browser.eval("[...document.querySelectorAll('.conflict mark')].map(m => m.textContent)");
    let sides = fixture.findings().conflicts.iter().flat_map(|conflict| &conflict.sides);
    assert_eq!(quoted, json!(sides.map(|side| side.figure.text.as_str()).collect::<Vec<_>>()));
    let text = browser.eval("document.querySelector('#d0 .text').textContent.includes('لشراء المختبر في')");
    assert_eq!(text, true);
    assert_eq!(browser.complaints, [""; 0]);
}

#[test]
fn filters_and_search_leave_what_was_asked_for() {
    let Some((mut browser, _folder)) = opened(Lang::Ar) else { return };
    let all = json!(["c-5f2c9b1e", "c-a81d0c42", "c-00c0ffee"]);
    assert_eq!(browser.eval(SHOWN), all);
    for (field, value, shown) in [
        ("[data-filter=severity]", "warning", json!(["c-a81d0c42"])),
        ("[data-filter=severity]", "", all.clone()),
        ("[data-filter=kind]", "money", json!(["c-5f2c9b1e", "c-00c0ffee"])),
        ("[data-filter=source]", "c.txt", json!(["c-5f2c9b1e"])),
        ("[data-filter=kind]", "", json!(["c-5f2c9b1e"])),
        ("[data-filter=source]", "@evil|pub", json!(["c-a81d0c42", "c-00c0ffee"])),
        ("[data-filter=source]", "", all.clone()),
        ("[data-filter=rule]", "vague", json!(["c-00c0ffee"])),
        ("[data-filter=rule]", "", all.clone()),
        // Written without vowel marks and in other digits than in the article.
        ("#search", "97.4 مليار دولار المصادر", json!(["c-5f2c9b1e"])),
        ("#search", "لا شيء كهذا", json!([])),
    ] {
        assert_eq!(choose(&mut browser, field, value), shown, "{field} {value}");
    }
    assert_eq!(browser.eval("document.querySelector('#nothing').checkVisibility()"), true);
    assert_eq!(browser.eval("document.querySelector('#shown').textContent"), "المعروض: 0 من 3");
    browser.eval("document.querySelector('#filters').reset()");
    browser.wait(&format!("{SHOWN}.length === 3"));
    assert_eq!(browser.complaints, [""; 0]);
}

#[test]
fn one_language_shows_at_a_time() {
    let Some((mut browser, _folder)) = opened(Lang::Ar) else { return };
    let heading = "[document.documentElement.dir, document.querySelector('h1').innerText, document.title]";
    assert_eq!(browser.eval(heading), json!(["rtl", "أرقامٌ لا تتّفق", "تدقيق: أرقام لا تتفق بين المصادر"]));
    browser.eval("document.querySelector('#language').click()");
    let english = "tadqiq: figures that do not agree between sources";
    assert_eq!(browser.eval(heading), json!(["ltr", "Figures that disagree", english]));
    assert_eq!(browser.eval("document.querySelector('#search').placeholder"), "a word, a number, a source");
    assert_eq!(browser.complaints, [""; 0]);
}

#[test]
fn nothing_overflows_a_phone() {
    for lang in [Lang::Ar, Lang::En] {
        let Some((mut browser, _folder)) = opened(lang) else { return };
        browser.eval("document.querySelectorAll('details').forEach(d => d.open = true)");
        for (width, dark) in [(360, false), (360, true), (768, false), (1280, false)] {
            browser.resize(width, 780);
            browser.dark(dark);
            let overflow = browser.eval(
                "[...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.closest('svg, .skip'))\
                 .filter(e => { const r = e.getBoundingClientRect(); return r.width && (r.left < -1 || r.right > innerWidth + 1); })\
                 .map(e => e.outerHTML.slice(0, 120))",
            );
            assert_eq!(overflow, json!([]), "{width}");
            assert_eq!(browser.eval("document.documentElement.scrollWidth"), width, "{lang:?}");
        }
        assert_eq!(browser.complaints, [""; 0]);
    }
}

#[test]
fn a_figure_tells_its_value_to_mouse_and_keyboard() {
    let Some((mut browser, _folder)) = opened(Lang::Ar) else { return };
    browser.resize(360, 780);
    browser.eval("document.querySelector('.mention a').click()");
    browser.wait("document.activeElement.matches('mark') && document.querySelector('#d0').open");
    assert_eq!(browser.eval("document.activeElement.textContent"), "97.4 مليار دولار");
    assert_eq!(browser.eval("document.activeElement.getAttribute('aria-describedby')"), "tip");
    assert_eq!(browser.eval("document.querySelector('#tip').textContent"), "مال: 97.4 مليار دولار أمريكي");
    let tip = browser.eval("(() => { const r = document.querySelector('#tip').getBoundingClientRect(); return r.left >= 0 && r.right <= 360; })()");
    assert_eq!(tip, true);
    browser.eval("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}))");
    assert_eq!(browser.eval("document.querySelector('#tip').hidden"), true);
    browser.eval("document.querySelector('#f0-140').dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))");
    assert_eq!(browser.eval("document.querySelector('#tip').textContent"), "تاريخ: 2025-02-10");
    assert_eq!(browser.complaints, [""; 0]);
}
