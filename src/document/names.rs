//! Documents of one name told apart: reports would show two sources as one.

use super::{Document, Problem, RecordPlace};
use rustc_hash::FxHashMap;

/// The names of the documents that came so far.
#[derive(Debug, Default)]
pub struct Names {
    /// Where each was given first; none where it is that of a file.
    given: FxHashMap<String, Option<RecordPlace>>,
    /// What is to be said of those that were given again.
    pub problems: Vec<Problem>,
}

impl Names {
    /// Takes in the next document, which stands at `place` where it is a line of the input. If it has the name of
    /// another, it is called after its line.
    pub fn add(&mut self, document: &mut Document, place: Option<RecordPlace>) {
        let Some(first) = self.given.get(&document.id) else {
            self.given.insert(document.id.clone(), place);
            return;
        };
        let Some(place) = place else { return };
        let at = |place: &RecordPlace| format!("{}:{}", place.file, place.line);
        // Where figures were found before, the line of the article itself is the better name.
        let name = at(document.record.as_ref().unwrap_or(&place));
        let first = first.as_ref().map_or_else(|| document.id.clone(), at);
        let id = std::mem::replace(&mut document.id, name);
        let (path, line, name) = (place.file.as_str().into(), place.line, document.id.clone());
        self.problems.push(Problem::SameId { path, line, id, first, name });
        self.given.entry(document.id.clone()).or_insert(Some(place));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_documents_have_one_name() {
        let place = |line| Some(RecordPlace { file: "a.jsonl".into(), line });
        let from = |line| Some(RecordPlace { file: "articles.jsonl".into(), line });
        let mut names = Names::default();
        let mut named = |id: &str, place, record| {
            let mut document = Document { id: id.into(), record, ..Document::default() };
            names.add(&mut document, place);
            document.id
        };
        for (id, place, record, name) in [
            ("1", place(1), None, "1"),
            ("2", place(2), None, "2"),
            ("1", place(3), None, "a.jsonl:3"),
            ("1", place(4), from(9), "articles.jsonl:9"),
            ("b.txt", None, None, "b.txt"),
            ("b.txt", place(5), None, "a.jsonl:5"),
        ] {
            assert_eq!(named(id, place, record), name);
        }
        let said: Vec<String> = names.problems.iter().map(ToString::to_string).collect();
        assert_eq!(said[0], "a.jsonl:3: a.jsonl:1 has the id “1” too; this document is called a.jsonl:3");
        assert_eq!(said[1], "a.jsonl:4: a.jsonl:1 has the id “1” too; this document is called articles.jsonl:9");
        assert_eq!(said[2], "a.jsonl:5: b.txt has the id “b.txt” too; this document is called a.jsonl:5");
    }
}
