//! A progress bar for work that takes more than two seconds, on a terminal.

use std::io::IsTerminal;
use std::sync::Once;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use documents::orders::Progress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use phrases::{Phrases, Value};

/// How long work may take before it shows how far it has come.
const PATIENCE: Duration = Duration::from_secs(2);

/// Shows how far the reading has come: share of bytes, rows per second and
/// time left.
pub struct ReadingBar {
    bar: ProgressBar,
    rows: AtomicU64,
    started: Instant,
    shown: Once,
    phrases: Phrases,
}

impl ReadingBar {
    /// A bar for `bytes` bytes of files (0 where the length is not known).
    pub fn new(bytes: u64, phrases: Phrases) -> Self {
        let bar = if bytes == 0 { ProgressBar::no_length() } else { ProgressBar::new(bytes) };
        bar.set_draw_target(ProgressDrawTarget::hidden());
        let template =
            if bytes == 0 { "{spinner} {msg}" } else { "{wide_bar} {percent:>3} %  {msg}  {eta}" };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style.progress_chars("━╸─"));
        }
        let (rows, started, shown) = (AtomicU64::new(0), Instant::now(), Once::new());
        Self { bar, rows, started, shown, phrases }
    }

    /// The bar is done; what follows has none of its own.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Progress for ReadingBar {
    fn advanced(&self, bytes: u64, rows: u64) {
        self.bar.inc(bytes);
        let rows = self.rows.fetch_add(rows, Ordering::Relaxed) + rows;
        let elapsed = self.started.elapsed();
        if elapsed < PATIENCE || !std::io::stderr().is_terminal() {
            return;
        }
        self.shown.call_once(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
        let speed = rows as f64 / elapsed.as_secs_f64();
        self.bar.set_message(
            self.phrases
                .say_with("command-rows-per-second", &[("rows", Value::from(speed.round()))]),
        );
    }
}
