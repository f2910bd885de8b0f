//! JSON-LD: what a page says of its article in the words of schema.org.

use super::catalog::Metadata;
use super::day;
use dom_query::Document as Page;
use serde_json::{Map, Value};

/// What the page's first linked article says of itself.
pub(super) fn metadata(page: &Page) -> Metadata {
    let scripts = page.select("script[type='application/ld+json']");
    let blocks: Vec<Value> = scripts.iter().filter_map(|script| serde_json::from_str(&script.text()).ok()).collect();
    let things: Vec<&Map<String, Value>> = blocks.iter().flat_map(things).collect();
    let Some(article) = things.iter().find(|thing| is_article(thing)) else { return Metadata::default() };
    let text = |name: &str| article.get(name).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
    let publisher = article.get("publisher").and_then(|publisher| named(publisher, &things));
    let page_url = article.get("mainEntityOfPage").and_then(|page| page.as_str().or_else(|| page.get("@id")?.as_str()));
    Metadata {
        title: text("headline").or_else(|| text("name")).map(str::to_string),
        publisher: publisher.map(str::to_string),
        published: text("datePublished").and_then(day::day),
        url: text("url").or(page_url.filter(|url| url.starts_with("http"))).map(str::to_string),
        lang: text("inLanguage").map(str::to_string),
    }
}

/// The objects of a block: itself, the members of its list, and of its graph.
fn things(block: &Value) -> Vec<&Map<String, Value>> {
    let members = block.as_array().map_or(std::slice::from_ref(block), Vec::as_slice);
    members.iter().flat_map(|thing| std::iter::once(thing).chain(graph(thing))).filter_map(Value::as_object).collect()
}

fn graph(thing: &Value) -> &[Value] {
    thing.get("@graph").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn is_article(thing: &Map<String, Value>) -> bool {
    let is =
        |name: &Value| name.as_str().is_some_and(|name| name.ends_with("Article") || name.ends_with("BlogPosting"));
    match thing.get("@type") {
        Some(Value::Array(types)) => types.iter().any(is),
        Some(name) => is(name),
        None => false,
    }
}

/// The name of an organisation, given here or told of elsewhere in the page.
fn named<'a>(publisher: &'a Value, things: &[&'a Map<String, Value>]) -> Option<&'a str> {
    let publisher = publisher.as_array().and_then(|all| all.first()).unwrap_or(publisher);
    let name = publisher.as_str().or_else(|| publisher.get("name")?.as_str());
    let name = name.or_else(|| {
        let id = publisher.get("@id")?.as_str()?;
        let same = |thing: &&&Map<String, Value>| thing.get("@id").and_then(Value::as_str) == Some(id);
        things.iter().filter(same).find_map(|thing| thing.get("name")?.as_str())
    });
    name.map(str::trim).filter(|name| !name.is_empty())
}
