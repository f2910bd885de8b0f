//! Files of the input that results must not take the place of.
//! Not here: how our own files are told from articles (`ours.rs`).

use super::format::Format;
use super::lines::{Line, Lines};
use super::unread::{MAX_FILE, read_at_most};
use super::walk;
use super::{Ours, encoding, ours};
use std::path::{Path, PathBuf};

/// Whether a folder among the paths holds this file as an article, which would be lost if results took its place:
/// neither empty nor written by this program. Where `figures` are read, those that were found before are as good as
/// articles.
pub fn is_article(file: &Path, paths: &[PathBuf], figures: bool) -> bool {
    let Ok(file) = file.canonicalize() else { return false };
    let formats = paths.iter().filter(|path| path.is_dir()).flat_map(|folder| walk::files(folder));
    // A link may give it another name, and so another format.
    let mut formats = formats.filter(|(path, _)| path.canonicalize().is_ok_and(|path| path == file));
    formats.any(|(path, format)| !is_passed_over(&path, format, figures))
}

/// Whether nothing is lost with the file; one that cannot be read may hold anything.
fn is_passed_over(path: &Path, format: Format, figures: bool) -> bool {
    match format {
        Format::Lines => Lines::open(path).is_ok_and(|lines| lines.is_ok_and(|lines| are_ours(lines, figures))),
        _ => read_at_most(path, MAX_FILE).is_ok_and(|bytes| is_empty_or_ours(bytes, format)),
    }
}

fn is_empty_or_ours(bytes: Vec<u8>, format: Format) -> bool {
    let is_ours = if format == Format::Html { ours::is_page } else { ours::is_text };
    encoding::decode(bytes).is_ok_and(|text| text.trim().is_empty() || is_ours(&text))
}

fn are_ours(mut lines: Lines, figures: bool) -> bool {
    loop {
        let bytes = match lines.next() {
            Ok(Some((_, Line::Bytes(bytes)))) => bytes,
            Ok(None) => return true,
            Ok(Some((_, Line::TooLong))) | Err(_) => return false,
        };
        match encoding::decode_unmarked(&bytes).ok().and_then(|text| ours::line(&text)) {
            Some(Ours::Report) => {}
            Some(Ours::Figures) if !figures => {}
            _ => return false,
        }
    }
}
