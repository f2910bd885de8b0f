//! Where results go: standard output, or the file of `--output`, which is never half written.

use std::cell::Cell;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tadqiq::document;
use tadqiq::locale::Lang;
use tadqiq::report::system_text;

/// Results could not be written.
#[derive(Debug)]
pub struct OutputError {
    /// The file; none for standard output.
    path: Option<PathBuf>,
    why: Why,
}

/// Why results could not be written.
#[derive(Debug)]
enum Why {
    /// The system refused.
    System(io::Error),
    /// What stands there is read, and would be lost.
    Kept(Kept),
}

/// What results never take the place of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    /// A file that is read because the user named it.
    Named,
    /// An article in a folder that is read.
    Article,
    /// A configuration, a catalogue of sources, a rule, decisions.
    Settings,
}

/// What a command reads, and must not write to.
#[derive(Debug, Default)]
pub struct Reads<'a> {
    /// The documents.
    pub paths: &'a [PathBuf],
    /// Figures that were found before are read too.
    pub figures: bool,
    /// What else is read: configuration and decisions, wherever they are.
    pub settings: Vec<&'a Path>,
}

impl OutputError {
    /// That of a file or folder.
    pub fn of(path: &Path, error: io::Error) -> OutputError {
        OutputError { path: Some(path.to_path_buf()), why: Why::System(error) }
    }

    /// The error in words.
    pub fn text(&self, lang: Lang) -> String {
        let standard = || lang.text("failure-standard-output");
        let name = self.path.as_ref().map_or_else(standard, |path| path.display().to_string());
        let error = match &self.why {
            Why::System(error) => system_text(error, lang),
            Why::Kept(Kept::Named) => lang.text("unwritable-named"),
            Why::Kept(Kept::Article) => lang.text("unwritable-article"),
            Why::Kept(Kept::Settings) => lang.text("unwritable-settings"),
        };
        lang.text_with("failure-unwritable", &[("name", (&name).into()), ("error", (&error).into())])
    }
}

/// A place for results.
pub struct Output {
    /// The file; none for standard output.
    path: Option<PathBuf>,
    writer: BufWriter<Sink>,
    /// The file's new content, until it is whole.
    draft: Option<Draft>,
}

/// How the name of a draft ends.
const DRAFT: &str = ".tadqiq-draft";

/// A file beside another, which takes its place once it is whole: who stops the program finds the old file. What a
/// program that was stopped left of its draft goes with the next one: a draft is locked as long as its program lives.
struct Draft {
    path: PathBuf,
    place: PathBuf,
}

impl Draft {
    /// A draft of the file, where there can be one beside it.
    fn of(path: &Path) -> io::Result<(Draft, File)> {
        let place = if path.exists() { path.canonicalize()? } else { path.to_path_buf() };
        let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let draft = Draft { path: place.with_file_name(format!(".{name}.{}{DRAFT}", std::process::id())), place };
        sweep(&draft.place, &name);
        let file = File::create_new(&draft.path)?;
        // Where there are no locks, the draft is one without.
        let _ = file.try_lock();
        if let Ok(metadata) = fs::metadata(&draft.place) {
            if metadata.permissions().readonly() {
                return Err(io::ErrorKind::PermissionDenied.into());
            }
            fs::set_permissions(&draft.path, metadata.permissions())?;
        }
        Ok((draft, file))
    }
}

/// Takes away the drafts of a file whose programs were stopped; what cannot be taken away is no hindrance.
fn sweep(place: &Path, name: &str) {
    let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let is_draft = |path: &Path| {
        let own = path.file_name().unwrap_or_default().to_string_lossy();
        let id = own.strip_prefix(&format!(".{name}.")).and_then(|rest| rest.strip_suffix(DRAFT));
        id.is_some_and(|id| id.parse::<u32>().is_ok())
            && path.symlink_metadata().is_ok_and(|metadata| metadata.is_file())
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    for draft in entries.filter(|path| is_draft(path)) {
        if OpenOptions::new().write(true).open(&draft).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_file(draft);
        }
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // Gone already where it has taken its place.
        let _ = fs::remove_file(&self.path);
    }
}

/// The file to write to, and what it is a draft of. Devices and pipes are written to as they are, and so is a file in
/// a folder that takes no other.
fn create(path: &Path) -> io::Result<(File, Option<Draft>)> {
    if (!path.exists() || path.is_file())
        && let Ok((draft, file)) = Draft::of(path)
    {
        return Ok((file, Some(draft)));
    }
    Ok((File::create(path)?, None))
}

/// Standard output or a file. Whoever reads our output may stop early (`| head`): that is no error.
struct Sink {
    inner: Box<dyn Write>,
    closed: Cell<bool>,
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes);
        self.closed.set(self.closed.get() || written.as_ref().is_err_and(|e| e.kind() == io::ErrorKind::BrokenPipe));
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl Output {
    /// Standard output.
    pub fn standard() -> Output {
        Output::of(None, Box::new(io::stdout().lock()), None)
    }

    /// Opens the file, or standard output where there is none.
    pub fn open(path: Option<&Path>, reads: &Reads) -> Result<Output, OutputError> {
        let Some(path) = path else { return Ok(Output::standard()) };
        if let Some(kept) = reads.keep(path) {
            return Err(OutputError { path: Some(path.to_path_buf()), why: Why::Kept(kept) });
        }
        let (file, draft) = create(path).map_err(|error| OutputError::of(path, error))?;
        Ok(Output::of(Some(path), Box::new(file), draft))
    }

    fn of(path: Option<&Path>, inner: Box<dyn Write>, draft: Option<Draft>) -> Output {
        let sink = Sink { inner, closed: Cell::new(false) };
        Output { path: path.map(Path::to_path_buf), writer: BufWriter::with_capacity(64 << 10, sink), draft }
    }

    /// Whether the reader of the output has gone: nothing more needs to be done.
    pub fn is_closed(&self) -> bool {
        self.writer.get_ref().closed.get()
    }

    /// Lets `draw` write what stands before the rest.
    pub fn begin(&mut self, draw: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), OutputError> {
        let drawn = draw(&mut self.writer);
        self.done(drawn)
    }

    /// Lets `draw` write, to the end. A reader that has gone is no error.
    pub fn write(&mut self, draw: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), OutputError> {
        let drawn = draw(&mut self.writer).and_then(|()| self.writer.flush());
        let drawn = drawn.and_then(|()| match &self.draft {
            Some(draft) => fs::rename(&draft.path, &draft.place),
            None => Ok(()),
        });
        self.draft = self.draft.take().filter(|_| drawn.is_err());
        self.done(drawn)
    }

    fn done(&self, drawn: io::Result<()>) -> Result<(), OutputError> {
        match drawn {
            Err(_) if self.is_closed() => Ok(()),
            Err(error) => Err(OutputError { path: self.path.clone(), why: Why::System(error) }),
            Ok(()) => Ok(()),
        }
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        // What a closed pipe did not take must not be tried again.
        if self.is_closed() {
            self.writer.get_mut().inner = Box::new(io::sink());
        }
    }
}

impl Reads<'_> {
    /// What stands at the path and must stay.
    fn keep(&self, path: &Path) -> Option<Kept> {
        let is_toml = |path: &Path| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
        // Nothing that is drawn is TOML, while all that is said to the program is: even a new one would be read as such.
        if is_toml(path) {
            return Some(Kept::Settings);
        }
        let place = path.canonicalize().ok().filter(|place| place.is_file())?;
        let is_there = |other: &Path| other.canonicalize().is_ok_and(|other| other == place);
        if is_toml(&place) || self.settings.iter().any(|settings| is_there(settings)) {
            return Some(Kept::Settings);
        }
        if self.paths.iter().any(|input| is_there(input)) {
            return Some(Kept::Named);
        }
        document::is_article(&place, self.paths, self.figures).then_some(Kept::Article)
    }
}
