//! The story of each document, a line of JSON each.

use crate::align::Membership;
use crate::align::story::Stories;
use crate::document::Document;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct StoryRecord<'a> {
    id: &'a str,
    story: Membership,
}

/// Draws the story of each document to `out`, in the order of the documents.
pub fn write(documents: &[&Document], stories: &Stories, out: &mut dyn Write) -> io::Result<()> {
    for (document, story) in documents.iter().zip(Membership::of(stories)) {
        super::json::line(&StoryRecord { id: &document.id, story }, out)?;
    }
    out.flush()
}
