//! `tadqiq demo`: `check` over the stories that are built into the program (`tests/stories`).

use super::checked::Checked;
use super::output::Reads;
use super::run;
use super::settings::Drawing;
use super::{Failure, Outcome};
use include_dir::{Dir, include_dir};
use tadqiq::align::{AlignOptions, Extracted};
use tadqiq::decisions::Decisions;
use tadqiq::document;
use tadqiq::locale::Lang;
use tadqiq::report::conflicts;
use tadqiq::rules::Checks;

static STORIES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/tests/stories");

const AFTER_HELP: &str = "\
Examples:
  tadqiq demo --lang ar                                a table for each conflict
  tadqiq demo --format html --output demo.html         the page

Exit status: 0, although conflicts are found: to show them is what it is for; 2 if it could not run.";

/// Cross-check small stories that are built into the program
///
/// Three sources tell each story; most of their figures agree, however they are written.
#[derive(clap::Args, Debug)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// How to draw the conflicts
    #[arg(short, long, value_enum, default_value_t)]
    format: conflicts::Format,

    #[command(flatten)]
    drawing: Drawing,
}

/// Runs the command. To find conflicts is what it is for, and no failure.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    let mut output = args.drawing.open(&Reads::default())?;
    let stories: Vec<Vec<Extracted>> = STORIES.dirs().map(story).collect();
    if args.format == conflicts::Format::Table {
        let heading = heading(&stories, args.drawing.options().lang);
        output.begin(|out| out.write_all(heading.as_bytes()))?;
    }
    let documents: Vec<Extracted> = stories.into_iter().flatten().collect();
    let checked = Checked::new(documents, &AlignOptions::default(), &Checks::builtin());
    checked.draw(&Decisions::default(), 0, None, args.format, &args.drawing, &mut output)?;
    Ok(Outcome::Clean)
}

/// The documents of one story; a test reads them all, so that no release carries a broken one.
fn story(folder: &Dir<'static>) -> Vec<Extracted> {
    let (documents, _) =
        document::read_texts(folder.files().filter_map(|file| Some((file.path(), file.contents_utf8()?))));
    documents.into_iter().map(run::extracted).collect()
}

/// Which stories are checked, by their headlines.
fn heading(stories: &[Vec<Extracted>], lang: Lang) -> String {
    let mut text = lang.text("demo-heading") + "\n";
    for documents in stories {
        for Extracted { document, .. } in documents {
            let headline = document.text.lines().next().unwrap_or_default();
            let publisher = document.publisher.as_deref().unwrap_or_default();
            text += &format!(
                "  \u{2068}{}\u{2069}  \u{2068}{publisher}\u{2069}: \u{2068}{headline}\u{2069}\n",
                document.id
            );
        }
    }
    text + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stories_are_whole() {
        assert!(STORIES.dirs().count() >= 3);
        for folder in STORIES.dirs() {
            let files = folder.files().filter_map(|file| Some((file.path(), file.contents_utf8()?)));
            let (documents, problems) = document::read_texts(files);
            assert!(problems.is_empty(), "{problems:?}");
            assert_eq!(documents.len(), 3, "{}", folder.path().display());
            assert!(documents.iter().all(|document| document.publisher.is_some() && document.published.is_some()));
        }
    }
}
