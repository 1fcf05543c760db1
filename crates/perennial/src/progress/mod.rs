//! What a long run shows on a terminal while it works.
//!
//! Work that is over within [`PATIENCE`] shows nothing, and nothing is ever
//! shown where standard error is not a terminal. Reading shows a bar with rows
//! per second and time left, everything else its name. The lines of a run go
//! through [`Progress::tell`], so that they and the bar do not write into each
//! other. The cursor is never hidden: whoever breaks off finds it where it was.

mod pace;

use std::convert::Infallible;
use std::fmt;
use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use documents::orders;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use phrases::Phrases;

use crate::writing;
use pace::Pace;

/// How long a run may take before it shows how far it has come.
const PATIENCE: Duration = Duration::from_secs(2);

/// How often what is shown moves.
const TICK: Duration = Duration::from_millis(100);

/// Shows what a run is doing from its beginning until this is dropped.
pub struct Progress {
    bar: ProgressBar,
    phrases: Phrases,
    waiting: Option<Waiting>,
}

/// The thread that waits until it is worth showing anything, and what tells
/// it that the work is over: hanging up.
struct Waiting {
    at_work: Sender<Infallible>,
    thread: JoinHandle<()>,
}

impl Progress {
    /// A run begins.
    pub fn begin(phrases: Phrases) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let waiting = if std::io::stderr().is_terminal() { wait_to_show(&bar) } else { None };
        Self { bar, phrases, waiting }
    }

    /// What is being done now.
    pub fn phase(&self, name: String) {
        // Its style first: a bar without a length would begin again.
        self.bar.set_style(style("{spinner} {msg}"));
        self.bar.set_message(name);
        self.bar.unset_length();
    }

    /// Rows come whose number nobody knows; tell what is returned of them.
    pub fn rows_coming(&self) -> Rows<'_> {
        self.bar.unset_length();
        self.rows("{spinner} {rows}", Pace::coming_line)
    }

    /// Files of so many bytes are read; tell what is returned of them.
    pub fn reading(&self, bytes: u64) -> Rows<'_> {
        self.bar.set_length(bytes);
        self.rows("{wide_bar}  {rows}", Pace::reading_line)
    }

    fn rows(&self, template: &str, said: fn(&Pace, Phrases) -> String) -> Rows<'_> {
        let rows = Arc::new(AtomicU64::new(0));
        let (counted, phrases) = (Arc::clone(&rows), self.phrases);
        let write = move |state: &ProgressState, out: &mut dyn fmt::Write| {
            let pace = Pace {
                rows: counted.load(Ordering::Relaxed),
                share: f64::from(state.fraction()),
                elapsed: state.elapsed(),
            };
            // Writing into the line that is being put together cannot fail.
            let _written = out.write_str(&said(&pace, phrases));
        };
        self.bar.set_position(0);
        self.bar.reset_elapsed();
        self.bar.set_style(style(template).with_key("rows", write));
        Rows { bar: &self.bar, rows }
    }

    /// Says a line on standard error.
    pub fn tell(&self, text: &str) {
        self.aside(|| writing::tell(text));
    }

    /// Does something with the terminal to itself.
    pub fn aside<T>(&self, work: impl FnOnce() -> T) -> T {
        self.bar.suspend(work)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(Waiting { at_work, thread }) = self.waiting.take() {
            drop(at_work);
            // It can only have shown the bar, which goes away now.
            let _ended = thread.join();
        }
        self.bar.finish_and_clear();
    }
}

/// Shows the bar when patience is over, unless the work is over first.
fn wait_to_show(bar: &ProgressBar) -> Option<Waiting> {
    let (at_work, over) = mpsc::channel::<Infallible>();
    let bar = bar.clone();
    let wait = move || {
        if over.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            show(&bar, ProgressDrawTarget::stderr());
        }
    };
    let thread = thread::Builder::new().name("progress".to_owned()).spawn(wait).ok()?;
    Some(Waiting { at_work, thread })
}

fn show(bar: &ProgressBar, target: ProgressDrawTarget) {
    bar.set_draw_target(target);
    bar.enable_steady_tick(TICK);
}

fn style(template: &str) -> ProgressStyle {
    let style = ProgressStyle::with_template(template);
    style.unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("━╸─")
}

/// Takes what the reader says of its progress.
pub struct Rows<'a> {
    bar: &'a ProgressBar,
    rows: Arc<AtomicU64>,
}

impl orders::Progress for Rows<'_> {
    fn advanced(&self, bytes: u64, rows: u64) {
        self.rows.fetch_add(rows, Ordering::Relaxed);
        self.bar.inc(bytes);
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::{Mutex, PoisonError};

    use documents::orders::Progress as _;
    use indicatif::TermLike;
    use kernel::Language;

    use super::*;

    /// A terminal that remembers what was written to it.
    #[derive(Debug, Clone, Default)]
    struct Screen(Arc<Mutex<String>>);

    impl Screen {
        fn written(&self) -> String {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
        }
    }

    impl TermLike for Screen {
        fn width(&self) -> u16 {
            80
        }
        fn move_cursor_up(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_down(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_right(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_left(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn write_line(&self, text: &str) -> io::Result<()> {
            self.write_str(text)?;
            self.write_str("\n")
        }
        fn write_str(&self, text: &str) -> io::Result<()> {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push_str(text);
            Ok(())
        }
        fn clear_line(&self) -> io::Result<()> {
            Ok(())
        }
        fn flush(&self) -> io::Result<()> {
            Ok(())
        }
    }

    fn shown() -> (Progress, Screen) {
        let screen = Screen::default();
        let progress = Progress::begin(Phrases::of(Language::English));
        let target = ProgressDrawTarget::term_like(Box::new(screen.clone()));
        progress.bar.set_draw_target(target);
        (progress, screen)
    }

    #[test]
    fn reading_shows_a_bar_with_speed_and_time_left() {
        let (progress, screen) = shown();
        let rows = progress.reading(1_000);
        rows.advanced(250, 70);
        progress.bar.force_draw();
        let written = screen.written();
        assert!(written.contains("━╸"), "{written}");
        assert!(written.contains("25%") && written.contains(" rows/s"), "{written}");
    }

    #[test]
    fn rows_of_unknown_number_are_counted() {
        let (progress, screen) = shown();
        let rows = progress.rows_coming();
        rows.advanced(64, 1_234);
        progress.bar.force_draw();
        assert!(screen.written().contains("1,234"), "{}", screen.written());
    }

    #[test]
    fn a_phase_after_reading_shows_its_name_and_no_rows() {
        let (progress, screen) = shown();
        progress.reading(1_000).advanced(1_000, 10);
        let before = screen.written().len();
        progress.phase("Working out the figures".to_owned());
        progress.bar.force_draw();
        let written = screen.written();
        assert!(written[before..].contains("figures"), "{written}");
        assert!(!written[before..].contains("rows/s"), "{written}");
    }
}
