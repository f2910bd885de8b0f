//! What stands ahead of an article in Markdown: lines of `key: value` between two lines of `---`.
//! Not here: all else that YAML may say. A value that is a list or a table is passed over.

use super::catalog::Metadata;
use super::day;

/// The keys that are read, each thing by the first of its names that says it.
const TITLE: &[&str] = &["title"];
const PUBLISHER: &[&str] = &["publisher"];
const SOURCE: &[&str] = &["source"];
const PUBLISHED: &[&str] = &["published", "date", "datepublished", "publishdate", "pubdate"];
const URL: &[&str] = &["url", "link", "canonical"];
const LANG: &[&str] = &["lang", "language"];
const KEYS: [&[&str]; 6] = [TITLE, PUBLISHER, SOURCE, PUBLISHED, URL, LANG];

/// More lines than these are an article between two rules.
const LONGEST: usize = 100;

/// The metadata of a text and the article below them; none where the text begins as any other. What stands for the day
/// of publication and is none is put into `wrong`, with its line and its key.
pub(super) fn part<'a>(text: &'a str, wrong: &mut Option<Wrong>) -> Option<(Metadata, &'a str)> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == "---")?;
    let mut at = first.len();
    let mut entries: Vec<Entry> = Vec::new();
    for (n, line) in lines.take(LONGEST).enumerate() {
        at += line.len();
        let said = line.trim_end();
        if matches!(said, "---" | "...") {
            // «Note: …» between two rules is prose.
            let known = |entry: &Entry| KEYS.iter().any(|keys| keys.contains(&entry.key.as_str()));
            return entries.iter().any(known).then(|| (metadata(&entries, wrong), &text[at..]));
        }
        let belongs = said.starts_with([' ', '\t', '-']);
        match entries.last_mut() {
            _ if said.is_empty() || said.starts_with('#') => {}
            Some(entry) if belongs => entry.below.push(said.trim()),
            _ => entries.push(entry(said, n + 2)?),
        }
    }
    None
}

/// What was said to be the day of publication.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    pub line: usize,
    pub key: String,
    pub text: String,
}

/// A key with its value, and the lines that belong to it.
struct Entry<'a> {
    line: usize,
    key: String,
    value: &'a str,
    below: Vec<&'a str>,
}

/// A line that says a key; prose with a colon in it is none.
fn entry(said: &str, line: usize) -> Option<Entry<'_>> {
    let (key, value) = said.split_once(':')?;
    let is_key = key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'));
    let stands_apart = value.is_empty() || value.starts_with([' ', '\t']);
    (is_key && stands_apart).then(|| Entry {
        line,
        key: key.to_ascii_lowercase(),
        value: value.trim(),
        below: Vec::new(),
    })
}

fn metadata(entries: &[Entry], wrong: &mut Option<Wrong>) -> Metadata {
    let of = |keys: &[&str]| {
        let entries = keys.iter().flat_map(|key| entries.iter().filter(move |entry| entry.key == *key));
        entries.filter_map(|entry| Some((scalar(entry)?, entry))).next()
    };
    let is_address = |text: &str| text.starts_with("http://") || text.starts_with("https://");
    let text = |keys: &[&str]| of(keys).map(|(text, _)| text);
    let source = || text(SOURCE);
    let published = of(PUBLISHED).and_then(|(text, Entry { line, key, .. })| {
        // «2024-05-06 10:00:00 +0300», as some write it, has its day in front.
        let day = day::day(&text).or_else(|| day::day(text.split_whitespace().next()?));
        if day.is_none() {
            *wrong = Some(Wrong { line: *line, key: key.clone(), text });
        }
        day
    });
    Metadata {
        title: text(TITLE),
        publisher: text(PUBLISHER).or_else(|| source().filter(|text| !is_address(text))),
        published,
        url: text(URL).or_else(|| source().filter(|text| is_address(text))),
        lang: text(LANG),
    }
}

/// The text that an entry says: plain, in quotes, or folded over the lines below it.
fn scalar(entry: &Entry) -> Option<String> {
    let value = entry.value;
    let text = match value.chars().next() {
        Some('>' | '|') => entry.below.join(" "),
        Some(quote @ ('"' | '\'')) => quoted(value, quote)?,
        Some('[' | '{' | '&' | '*' | '!') => return None,
        Some('~') | None => return None,
        Some(_) => value.split_once(" #").map_or(value, |(value, _)| value).trim_end().to_string(),
    };
    (!text.is_empty() && text != "null").then_some(text)
}

/// What stands between quotes; a quote in it is escaped by a backslash, or written twice between single ones.
fn quoted(value: &str, quote: char) -> Option<String> {
    let mut text = String::new();
    let mut rest = value[1..].chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\\' if quote == '"' => text.push(rest.next()?),
            _ if c == quote && quote == '\'' && rest.peek() == Some(&quote) => text.extend(rest.next()),
            _ if c == quote => return Some(text),
            _ => text.push(c),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<(Metadata, &str)> {
        part(text, &mut None)
    }

    #[test]
    fn what_stands_ahead_is_read() {
        let text = "---\r\n# خبر\r\ntitle: \"صفقة \\\"الميناء\\\": 5 مليارات\"\r\nauthor:\r\n  - سارة\r\ntags: [اقتصاد, 2019]\r\n\r\n\
            Publisher: 'واحة'' الأخبار'\r\ndate: 2024-05-06 10:00:00 +0300 # أول مرة\r\nsource: https://waha.example/1\r\n\
            lang: ar\r\n---\r\nالنص";
        let (metadata, text) = of(text).expect("front matter");
        assert_eq!(text, "النص");
        assert_eq!(metadata.title.as_deref(), Some("صفقة \"الميناء\": 5 مليارات"));
        assert_eq!(metadata.publisher.as_deref(), Some("واحة' الأخبار"));
        assert_eq!(metadata.published.map(|day| day.to_string()).as_deref(), Some("2024-05-06"));
        assert_eq!(metadata.url.as_deref(), Some("https://waha.example/1"));
        assert_eq!(metadata.lang.as_deref(), Some("ar"));
        for (text, publisher, title) in [
            ("---\nsource: واحة\ntitle: >-\n  صفقة\n  كبيرة\n...\n", Some("واحة"), Some("صفقة كبيرة")),
            ("---\npublisher: ~\nsource: واحة\ntitle:\n---\n", Some("واحة"), None),
            ("---\npublisher: \"بلا نهاية\ntitle: null\n---\n", None, None),
        ] {
            let (metadata, rest) = of(text).expect("front matter");
            assert_eq!(
                (metadata.publisher.as_deref(), metadata.title.as_deref(), rest),
                (publisher, title, ""),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_day_is_told() {
        let mut wrong = None;
        let (metadata, _) = part("---\ntitle: خبر\ndate: أمس\n---\n", &mut wrong).expect("front matter");
        assert_eq!(metadata.published, None);
        assert_eq!(wrong, Some(Wrong { line: 3, key: "date".to_string(), text: "أمس".to_string() }));
    }

    #[test]
    fn rules_are_no_front_matter() {
        let long = format!("---\n{}---\n", "a: 1\n".repeat(200));
        for text in [
            "",
            "---",
            "---\n",
            "---\n---\nالنص",
            "---\nNote: مات 5 أشخاص\n---\n",
            "---\n\nالنص\n\n---\nبقية",
            "---\nقال الوزير: دفعنا 5 ملايين\n---\n",
            "---\ntitle: خبر\nالنص بلا نهاية",
            "---\nhttp://waha.example\n---\n",
            "----\ntitle: خبر\n---\n",
            "\n---\ntitle: خبر\n---\n",
            "---\n- بند\n---\n",
            "title: خبر\n---\n",
            &long,
        ] {
            assert!(of(text).is_none(), "{text}");
        }
    }
}
