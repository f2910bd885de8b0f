//! Where results go: standard output, or the file of `--output`, which is never half written.

use std::cell::Cell;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tadqiq::locale::Lang;
use tadqiq::report::system_text;

/// Results could not be written.
#[derive(Debug)]
pub struct OutputError {
    /// The file; none for standard output.
    path: Option<PathBuf>,
    /// What the system said; none where the file is one of the inputs.
    error: Option<io::Error>,
}

impl OutputError {
    /// That of a file or folder.
    pub fn of(path: &Path, error: io::Error) -> OutputError {
        OutputError { path: Some(path.to_path_buf()), error: Some(error) }
    }

    /// The error in words.
    pub fn text(&self, lang: Lang) -> String {
        let standard = || lang.text("failure-standard-output");
        let name = self.path.as_ref().map_or_else(standard, |path| path.display().to_string());
        let Some(error) = &self.error else {
            return lang.text_with("failure-output-is-input", &[("name", (&name).into())]);
        };
        let error = system_text(error, lang);
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

/// A file beside another, which takes its place once it is whole: who stops the program finds the old file.
struct Draft {
    path: PathBuf,
    place: PathBuf,
}

impl Draft {
    /// A draft of the file, where there can be one beside it.
    fn of(path: &Path) -> io::Result<(Draft, File)> {
        let place = if path.exists() { path.canonicalize()? } else { path.to_path_buf() };
        let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let draft = Draft { path: place.with_file_name(format!(".{name}.{}", std::process::id())), place };
        let file = File::create_new(&draft.path)?;
        if let Ok(metadata) = fs::metadata(&draft.place) {
            if metadata.permissions().readonly() {
                return Err(io::ErrorKind::PermissionDenied.into());
            }
            fs::set_permissions(&draft.path, metadata.permissions())?;
        }
        Ok((draft, file))
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
    /// Opens the file, or standard output where there is none.
    pub fn open(path: Option<&Path>, inputs: &[PathBuf]) -> Result<Output, OutputError> {
        let (inner, draft): (Box<dyn Write>, Option<Draft>) = match path {
            Some(path) => {
                if is_among(path, inputs) {
                    return Err(OutputError { path: Some(path.to_path_buf()), error: None });
                }
                let (file, draft) = create(path).map_err(|error| OutputError::of(path, error))?;
                (Box::new(file), draft)
            }
            None => (Box::new(io::stdout().lock()), None),
        };
        let sink = Sink { inner, closed: Cell::new(false) };
        Ok(Output { path: path.map(Path::to_path_buf), writer: BufWriter::with_capacity(64 << 10, sink), draft })
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
            Err(error) => Err(OutputError { path: self.path.clone(), error: Some(error) }),
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

fn is_among(path: &Path, inputs: &[PathBuf]) -> bool {
    let Ok(path) = path.canonicalize() else { return false };
    path.is_file() && inputs.iter().any(|input| input.canonicalize().is_ok_and(|input| input == path))
}
