//! Where results go: standard output, or the file of `--output`.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Results could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{name}: cannot be written: {error}")]
pub struct OutputError {
    name: String,
    error: io::Error,
}

/// A place for results.
pub struct Output {
    name: String,
    writer: BufWriter<Sink>,
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
        let name = path.map_or("standard output".to_string(), |path| path.display().to_string());
        let inner: Box<dyn Write> = match path {
            Some(path) => {
                let error = |error| OutputError { name: name.clone(), error };
                if is_among(path, inputs) {
                    return Err(error(io::Error::other("it is one of the inputs")));
                }
                Box::new(File::create(path).map_err(error)?)
            }
            None => Box::new(io::stdout().lock()),
        };
        let sink = Sink { inner, closed: Cell::new(false) };
        Ok(Output { name, writer: BufWriter::with_capacity(64 << 10, sink) })
    }

    /// Whether the reader of the output has gone: nothing more needs to be done.
    pub fn is_closed(&self) -> bool {
        self.writer.get_ref().closed.get()
    }

    /// Lets `draw` write, to the end. A reader that has gone is no error.
    pub fn write(&mut self, draw: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), OutputError> {
        let drawn = draw(&mut self.writer).and_then(|()| self.writer.flush());
        match drawn {
            Err(_) if self.is_closed() => Ok(()),
            Err(error) => Err(OutputError { name: self.name.clone(), error }),
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
