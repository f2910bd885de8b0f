//! Pages: an article's text, without menus and advertisements, and what the page says of itself.
//! The main text is found by `dom_smoothie`, a port of Mozilla's readability that runs its tests; metadata come
//! from JSON-LD (`linked.rs`), OpenGraph and `<time>`, in this order. Offsets are those of the extracted text.

use super::catalog::Metadata;
use super::{day, linked};
use dom_query::{Document as Page, NodeRef};
use dom_smoothie::{Config, Readability, TextMode};

/// Tags nested deeper than in any page of an article: the search for the main text takes time with the square of it.
const DEEP: usize = 256;

/// Tags nested so deep that parsing takes time with the square of it.
const TOO_DEEP: usize = 20_000;

/// Bytes that are searched for marks to escape when an article is written as HTML, which the search for the main text
/// does: each mark costs a search through the rest of its text.
const MOST_SEARCHED: usize = 1 << 27;

/// Elements whose text no reader sees.
const UNSEEN: [&str; 4] = ["script", "style", "noscript", "template"];

/// What a page holds.
#[derive(Debug)]
pub(super) struct Article {
    /// The headline, and the text below it.
    pub text: String,
    pub metadata: Metadata,
}

/// The article of a page; none where there is no text.
pub(super) fn read(html: &str) -> Option<Article> {
    let depth = depth(html);
    if depth > TOO_DEEP {
        return None;
    }
    let page = Page::from(html);
    let mut metadata = linked::metadata(&page);
    metadata.url = metadata.url.or_else(|| attribute(&page, "link[rel='canonical']", "href"));
    metadata.url = metadata.url.or_else(|| attribute(&page, "meta[property='og:url']", "content"));
    let heading = only_heading(&page);
    let time = published_element(&page);
    // The numbers of neighbouring cells must not become one.
    page.select("td, th").append_html(" | ");
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let mut readability = Readability::with_document(page, None, Some(config)).ok()?;
    let graph = readability.get_article_metadata(None);
    metadata.publisher = metadata.publisher.or(graph.site_name);
    metadata.published = metadata.published.or_else(|| day::day(&graph.published_time?)).or_else(|| day::day(&time?));
    metadata.lang = metadata.lang.or(graph.lang);
    let costly = depth > DEEP || searched(&readability.doc) > MOST_SEARCHED;
    let article = if costly { None } else { readability.parse().ok() };
    let body = match article {
        Some(article) => article.text_content.to_string(),
        None => whole_text(&readability.doc)?,
    };
    let headline = metadata.title.take().or(heading).unwrap_or(graph.title);
    let text = below_headline(&one_line(&headline), body.trim());
    (!text.is_empty()).then_some(Article { text, metadata })
}

/// The text with its headline as the first line, once.
fn below_headline(headline: &str, body: &str) -> String {
    let first = one_line(body.lines().next().unwrap_or_default());
    if headline.is_empty() || first == headline {
        return body.to_string();
    }
    format!("{headline}\n\n{body}").trim_end().to_string()
}

/// All text of a page in which no article was found.
fn whole_text(page: &Page) -> Option<String> {
    page.select(&UNSEEN.join(", ")).remove();
    Some(page.body()?.formatted_text().to_string())
}

/// How many bytes at most are searched when the page is written as HTML.
fn searched(page: &Page) -> usize {
    let shown = |node: &NodeRef| {
        node.is_text() && !node.parent().is_some_and(|parent| UNSEEN.iter().any(|name| parent.has_name(name)))
    };
    let cost = |node: NodeRef| {
        let text = node.text();
        memchr::memchr2_iter(b'&', 0xC2, text.as_bytes()).count().saturating_mul(text.len())
    };
    page.root().descendants_it().filter(shown).map(cost).fold(0, usize::saturating_add)
}

/// How deep tags are nested, by a rough count that never runs long: tags that need no end may count as open.
fn depth(html: &str) -> usize {
    let bytes = html.as_bytes();
    let (mut open, mut deepest) = (0usize, 0);
    for at in memchr::memchr_iter(b'<', bytes) {
        match bytes.get(at + 1) {
            Some(b'/') => open = open.saturating_sub(1),
            Some(letter) if letter.is_ascii_alphabetic() && !needs_no_end(&bytes[at + 1..]) => open += 1,
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

/// Whether the tag of this name stands without an end, always or often.
fn needs_no_end(tag: &[u8]) -> bool {
    const NAMES: [&[u8]; 22] = [
        b"area", b"base", b"br", b"col", b"dd", b"dt", b"embed", b"hr", b"img", b"input", b"li", b"link", b"meta",
        b"option", b"p", b"param", b"path", b"source", b"td", b"tr", b"track", b"wbr",
    ];
    let len = tag.iter().take(8).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    NAMES.iter().any(|name| tag[..len].eq_ignore_ascii_case(name))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn attribute(page: &Page, selector: &str, name: &str) -> Option<String> {
    let value = page.select(selector).attr(name)?;
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_string())
}

/// The page's `<h1>`, where it has one only: then it is the headline.
fn only_heading(page: &Page) -> Option<String> {
    let headings: Vec<String> = page.select("h1").iter().map(|h1| one_line(&h1.text())).collect();
    match headings.as_slice() {
        [heading] if !heading.is_empty() => Some(heading.clone()),
        _ => None,
    }
}

/// When the page says that it was published, in an element of its own.
fn published_element(page: &Page) -> Option<String> {
    attribute(page, "meta[itemprop='datePublished']", "content")
        .or_else(|| attribute(page, "time[itemprop='datePublished']", "datetime"))
        .or_else(|| attribute(page, "time[pubdate]", "datetime"))
        .or_else(|| attribute(page, "article time[datetime]", "datetime"))
        .or_else(|| attribute(page, "time[datetime]", "datetime"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "<nav><a href='/'>الرئيسية</a> <a href='/e'>اقتصاد 24</a></nav><article><h1>صفقة بقيمة 97.4 مليار \
        دولار</h1><p>قدّم مستثمرون عرضًا بقيمة <b>97.4</b>&nbsp;مليار دولار لشراء أصول الشركة، بحسب ما أفادت به ثلاثة \
        مصادر مطلعة على سير المحادثات.</p><p>ورفض مجلس الإدارة العرض في اليوم التالي، وقال في بيان مقتضب إن الشركة ليست \
        للبيع، وإنها ماضية في خطتها.</p></article><script>var n = 974;</script><footer>جميع الحقوق محفوظة 2019</footer>";

    fn page(head: &str) -> Article {
        read(&format!("<!doctype html><html lang='ar'><head>{head}</head><body>{BODY}</body></html>"))
            .expect("an article")
    }

    #[test]
    fn the_article_is_read_without_its_surroundings() {
        let article = page("<title>صفقة بقيمة 97.4 مليار دولار - الواحة</title>");
        let mut lines = article.text.lines();
        assert_eq!(lines.next(), Some("صفقة بقيمة 97.4 مليار دولار"));
        assert_eq!(lines.next(), Some(""));
        assert!(lines.next().is_some_and(|line| line.starts_with("قدّم مستثمرون عرضًا بقيمة 97.4 مليار دولار لشراء")));
        for other in ["اقتصاد 24", "974", "2019"] {
            assert!(!article.text.contains(other), "{other} in {}", article.text);
        }
        assert_eq!(article.metadata.lang.as_deref(), Some("ar"));
    }

    #[test]
    fn metadata_come_from_the_first_that_says_them() {
        let linked = r#"<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
            {"@type": "Organization", "@id": "org", "name": "واحة الأخبار"},
            {"@type": ["NewsArticle"], "headline": "عنوان", "datePublished": "2025-02-11T08:00:00+03:00",
             "publisher": {"@id": "org"}, "mainEntityOfPage": {"@id": "https://example.org/1"}}]}</script>"#;
        let graph = "<meta property='og:site_name' content='الواحة'>\
            <meta property='article:published_time' content='2025-02-12T00:00:00Z'>\
            <meta property='og:url' content='https://example.org/2'>";
        let time = "<meta itemprop='datePublished' content='2025-02-13'>";
        for (head, publisher, published, url) in [
            (format!("{time}{graph}{linked}"), Some("واحة الأخبار"), Some("2025-02-11"), Some("https://example.org/1")),
            (format!("{time}{graph}"), Some("الواحة"), Some("2025-02-12"), Some("https://example.org/2")),
            (time.to_string(), None, Some("2025-02-13"), None),
            ("<script type='application/ld+json'>{oops</script>".to_string(), None, None, None),
        ] {
            let Metadata { publisher: p, published: d, url: u, .. } = page(&head).metadata;
            let day = d.map(|day| day.to_string());
            assert_eq!((p.as_deref(), day.as_deref(), u.as_deref()), (publisher, published, url), "{head}");
        }
    }

    #[test]
    fn cells_keep_their_numbers_apart() {
        let article = read("<p>الجدول</p><table><tr><td>45</td><td>212</td></tr></table>").expect("an article");
        assert!(article.text.contains("45 | 212"), "{}", article.text);
    }

    #[test]
    fn pages_without_text_have_no_article() {
        for html in ["", "<html></html>", "<script>1</script>", "\u{FEFF}", "<p> </p>"] {
            assert!(read(html).is_none(), "{html}");
        }
    }

    #[test]
    fn hostile_pages_end() {
        for html in [
            "<div>".repeat(1_000) + "5%",
            "<div>".repeat(100_000) + "5%",
            "<b><i>".repeat(5_000) + "5%",
            "<table><tr><td>".repeat(1_000) + "5%",
            "<br>".repeat(20_000) + "5%",
            "<".repeat(20_000),
            "&#x110000;&#0;&notanentity;<p>5%".into(),
            format!("<script type='application/ld+json'>{}</script><p>5%", "[".repeat(100_000)),
        ] {
            read(&html);
        }
    }
}
