//! The JSON Schemas of what the program reads and writes (`schemas/*.json`, draft 2020-12).

use serde_json::Value as Json;

/// Something that has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Schema {
    /// A line of JSONL input.
    Document,
    /// A line of `extract --format jsonl`.
    Figure,
    /// The output of `check --format json`.
    Check,
    /// A line of `extract --format documents`, which `check --figures` reads.
    Documents,
    /// A line of `stories`.
    Story,
}

impl Schema {
    /// The schema as JSON text; it needs no other document.
    pub fn text(self) -> String {
        let text = match self {
            Schema::Document => DOCUMENT,
            Schema::Figure => FIGURE,
            Schema::Check => return check(),
            Schema::Documents => return documents(),
            Schema::Story => STORY,
        };
        text.to_string()
    }
}

const FIGURE: &str = include_str!("schemas/figure.json");

const DOCUMENT: &str = include_str!("schemas/document.json");
const STORY: &str = include_str!("schemas/story.json");

fn read(text: &str) -> Json {
    serde_json::from_str(text).unwrap_or(Json::Null)
}

/// The schema of a check, with that of the figure that it refers to inside.
fn check() -> String {
    let mut schema = read(include_str!("schemas/check.json"));
    schema["$defs"]["figure"] = read(FIGURE);
    format!("{schema:#}\n")
}

/// The schema of a document with its figures, with those that it refers to inside.
fn documents() -> String {
    let mut schema = read(include_str!("schemas/documents.json"));
    schema["$defs"]["document"] = read(DOCUMENT);
    schema["$defs"]["figure"] = read(FIGURE);
    if let Some(required) = schema["$defs"]["figure"]["$defs"]["figure"]["required"].as_array_mut() {
        required.retain(|name| name != "source");
    }
    schema["$defs"]["story"] = read(STORY)["$defs"]["story"].take();
    format!("{schema:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::knowledge::Knowledge;
    use crate::align::story::Stories;
    use crate::document::Document;
    use crate::figure::{Bounded, Calendar, DateValue, Figure, FigureRecord, Hijri, Period, Quantity, Value, Weekday};
    use crate::report::fixture::fixture;
    use crate::report::{Options, conflicts, drawn, figures, stories};
    use rust_decimal::Decimal;

    fn errors(schema: Schema, record: &Json) -> Vec<String> {
        let schema: Json = serde_json::from_str(&schema.text()).expect("JSON");
        let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
        validator.iter_errors(record).map(|error| format!("{}: {error}", error.instance_path())).collect()
    }

    #[test]
    fn output_is_as_its_schema_says() {
        let fixture = fixture();
        let options = Options::default();
        let check = drawn(|out| conflicts::write(conflicts::Format::Json, &fixture.findings(), &options, out));
        let check: Json = serde_json::from_str(&check).expect("JSON");
        assert_eq!(errors(Schema::Check, &check), [""; 0]);
        let lines = drawn(|out| figures::write(figures::Format::Jsonl, fixture.documents(), &options, out));
        for line in lines.lines() {
            let figure: Json = serde_json::from_str(line).expect("JSON");
            assert_eq!(errors(Schema::Figure, &figure), [""; 0]);
        }
    }

    #[test]
    fn documents_and_stories_are_as_their_schemas_say() {
        let fixture = fixture();
        let documents = fixture.documents();
        let lines = drawn(|out| figures::write(figures::Format::Documents, documents, &Options::default(), out));
        let all: Vec<&Document> = documents.iter().map(|extracted| &extracted.document).collect();
        let found = Stories::find(&all, Knowledge::builtin());
        let told = drawn(|out| stories::write(&all, &found, out));
        assert_eq!(lines.lines().count(), told.lines().count());
        for (line, story) in lines.lines().zip(told.lines()) {
            let mut document: Json = serde_json::from_str(line).expect("JSON");
            assert_eq!(errors(Schema::Documents, &document), [""; 0]);
            assert_eq!(errors(Schema::Document, &document), [""; 0]);
            let mut story: Json = serde_json::from_str(story).expect("JSON");
            assert_eq!(errors(Schema::Story, &story), [""; 0]);
            document["story"] = story["story"].take();
            assert_eq!(errors(Schema::Documents, &document), [""; 0]);
            document["story"]["key"] = Json::from("one");
            document["figures"] = Json::Null;
            assert_eq!(errors(Schema::Documents, &document).len(), 2);
        }
    }

    #[test]
    fn every_value_has_its_form() {
        let quantity = |amount: Bounded<i64>, unit: Option<&str>| Quantity {
            amount: amount.map(Decimal::from),
            precision: Decimal::new(5, 1),
            unit: unit.map(Into::into),
        };
        let date = |edtf: &str| DateValue::stated(edtf.parse().expect("EDTF"));
        let period = |text: &str| text.parse::<Period>().expect("ISO 8601");
        let hijri = Hijri { year: Some(1439), month: Some(6), day: None };
        for value in [
            Value::Money(quantity(Bounded::Vague(1000), Some("EGP"))),
            Value::Money(quantity(Bounded::AtMost(-5), None)),
            Value::Percent(quantity(Bounded::Range(3, 5), None)),
            Value::Count(quantity(Bounded::AtLeast(370), Some("شخص"))),
            Value::Ratio(quantity(Bounded::About(3), None)),
            Value::Duration(Box::new(Bounded::Range(period("P1Y6M"), period("PT2.5H")))),
            Value::Duration(Box::new(Bounded::Vague(period("P1Y")))),
            Value::Date(DateValue { resolved: Some("2018~".parse().expect("EDTF")), ..date("rel") }),
            Value::Date(DateValue { hijri: Some(hijri), calendar: Calendar::Hijri, ..date("../2018-02") }),
            Value::Date(DateValue { weekday: Some(Weekday::Friday), other_month: Some(3), ..date("XXXX-11") }),
            Value::Date(DateValue { impossible: true, ..date("198X-02-31") }),
        ] {
            let figure = Figure { readings: vec![value.clone()], value, ..fixture().documents()[0].figures[0].clone() };
            let record = serde_json::to_value(FigureRecord::new("a.txt", &figure)).expect("JSON");
            assert_eq!(errors(Schema::Figure, &record), [""; 0], "{record}");
        }
    }

    #[test]
    fn what_is_not_output_is_refused() {
        let fixture = fixture();
        let lines = drawn(|out| figures::write(figures::Format::Jsonl, fixture.documents(), &Options::default(), out));
        let figure: Json = serde_json::from_str(lines.lines().next().expect("a figure")).expect("JSON");
        for (field, value) in [
            ("start", Json::from(-1)),
            ("kind", Json::from("weight")),
            ("extra", Json::from(1)),
            ("value", serde_json::json!({"low": 97.4, "high": null, "unit": "USD", "bound": "exact"})),
            ("value", serde_json::json!({"edtf": "2018", "resolved": null, "calendar": "gregorian"})),
            ("value", serde_json::json!({"low": "1", "high": "1", "unit": "دولار", "bound": "exact"})),
        ] {
            let mut broken = figure.clone();
            broken[field] = value;
            assert_ne!(errors(Schema::Figure, &broken), [""; 0], "{field}");
        }
    }
}
