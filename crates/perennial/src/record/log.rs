//! What `perennial serve` writes down while it runs: lines on standard error,
//! one an event, nothing personal in them.

use std::io;

use clap::ValueEnum;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

/// Those that keep personal things out of the log.
const OURS: [&str; 4] = ["perennial", "web", "domain", "store"];

/// How much is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogLevel {
    /// Nothing
    Off,
    /// What failed
    Error,
    /// And what is not as it should be
    Warn,
    /// And every request
    Info,
    /// And what helps to find a defect
    Debug,
}

impl From<LogLevel> for LevelFilter {
    fn from(level: LogLevel) -> Self {
        match level {
            LogLevel::Off => LevelFilter::OFF,
            LogLevel::Error => LevelFilter::ERROR,
            LogLevel::Warn => LevelFilter::WARN,
            LogLevel::Info => LevelFilter::INFO,
            LogLevel::Debug => LevelFilter::DEBUG,
        }
    }
}

/// Begins to write down. Libraries say no more than warnings: what they say
/// beyond may hold a cookie or a name.
pub fn begin(level: LogLevel) {
    let level = LevelFilter::from(level);
    let kept = Targets::new()
        .with_default(level.min(LevelFilter::WARN))
        .with_targets(OURS.map(|ours| (ours, level)));
    let lines = fmt::layer().with_writer(io::stderr).with_ansi(false);
    // It fails only where somebody listens already.
    let _begun = tracing_subscriber::registry().with(lines).with(kept).try_init();
}
