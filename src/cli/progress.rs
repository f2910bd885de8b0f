//! How far a long run has come: on a terminal, on standard error, and gone before the results are drawn.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::{Duration, Instant};
use tadqiq::locale::Lang;

/// A run shorter than this needs no telling.
const LONG: Duration = Duration::from_millis(700);

/// Nobody reads faster than this.
const BETWEEN: Duration = Duration::from_millis(100);

/// How far a run has come.
pub struct Progress {
    bar: ProgressBar,
    lang: Lang,
    begun: Instant,
    told: Instant,
    documents: usize,
    shown: bool,
}

impl Progress {
    /// Begins to count; nothing is shown before the run has become long. Where standard error is no terminal, nothing
    /// ever is.
    pub fn new(lang: Lang) -> Progress {
        let bar = ProgressBar::hidden();
        Progress { bar, lang, begun: Instant::now(), told: Instant::now(), documents: 0, shown: false }
    }

    /// Shows nothing.
    pub fn hide(&mut self) {
        self.shown = true;
    }

    /// Shows nothing any more.
    pub fn end(&mut self) {
        self.hide();
        self.bar.finish_and_clear();
    }

    /// One more document is read.
    pub fn document(&mut self) {
        self.documents += 1;
        if self.told.elapsed() > BETWEEN {
            self.told = Instant::now();
            self.show();
            let documents = self.lang.counted("summary-documents", self.documents);
            self.bar.set_message(format!("{}: {documents}", self.lang.text("progress-reading")));
        }
    }

    /// All are read; now they are compared.
    pub fn comparing(&mut self) {
        self.show();
        self.bar.set_message(self.lang.text("progress-comparing"));
    }

    /// Lets `say` write to standard error.
    pub fn aside<T>(&self, say: impl FnOnce() -> T) -> T {
        self.bar.suspend(say)
    }

    fn show(&mut self) {
        if self.shown || self.begun.elapsed() < LONG {
            return;
        }
        self.shown = true;
        // The template is a constant; were it wrong, the bar would keep its own.
        let style = ProgressStyle::with_template("{spinner} {msg} ({elapsed})");
        self.bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
        self.bar.set_draw_target(ProgressDrawTarget::stderr());
        self.bar.enable_steady_tick(BETWEEN);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
