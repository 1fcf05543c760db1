//! What was measured, as a table, and how it stands to the bars.

use std::fmt::Write as _;
use std::time::Duration;

use super::server::Memory;
use super::tally::{Kept, Tally, Times};

/// Milliseconds that half of the answers, and all but one in a hundred, may
/// take.
const HALF: f64 = 15.0;
const NEARLY_ALL: f64 = 80.0;
/// Clients who only write, and how much they must get written in a second.
const WRITERS: usize = 32;
const WRITTEN: f64 = 2_000.0;
const MEBIBYTE: f64 = 1_048_576.0;
const MOST_MEMORY: f64 = 300.0;
const LONGEST_START: f64 = 500.0;
const HEAVIEST_PAGE: usize = 60_000;

/// What was measured.
pub struct Report {
    /// So many asked at once.
    pub clients: usize,
    /// For so long.
    pub lasting: Duration,
    /// From the start of the program to its first answer.
    pub started: Duration,
    /// The program's memory at the end, before it was asked to end.
    pub memory: Memory,
    /// So much of the processors the program used meanwhile.
    pub worked: Duration,
    /// How long the answers took.
    pub(super) tally: Tally,
    /// What became of what was acknowledged.
    pub kept: Kept,
}

impl Report {
    /// Whether every bar was met.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.bars().iter().all(|(_, is_met)| *is_met)
            && (self.is_writing() || self.tally.kinds.values().all(is_quick))
    }

    /// For people to read.
    #[must_use]
    pub fn table(&self) -> String {
        let mut text = format!(
            "{:<22}{:>9}{:>9}{:>9}{:>9}{:>9}{:>10}\n",
            "asked", "times", "a second", "p50 ms", "p99 ms", "max ms", "kB at most"
        );
        let seconds = self.lasting.as_secs_f64();
        let searches = self.tally.searches();
        let kinds = self.tally.kinds.iter().map(|(kind, times)| (kind.name(), times));
        for (name, times) in
            kinds.chain(searches.iter().map(|times| ("search: all of these", times)))
        {
            let (slowest, what) = times.slowest();
            let verdict = match (self.is_writing(), is_quick(times)) {
                (true, _) => String::new(),
                (false, true) => "met".to_owned(),
                (false, false) => format!("MISSED, slowest {what}"),
            };
            let _ = writeln!(
                text,
                "{:<22}{:>9}{:>9.0}{:>9.1}{:>9.1}{:>9.1}{:>10.1}  {verdict}",
                name,
                times.count(),
                times.count() as f64 / seconds,
                times.milliseconds(0.5),
                times.milliseconds(0.99),
                slowest,
                times.heaviest() as f64 / 1000.0,
            );
        }
        let all: usize = self.tally.kinds.values().map(Times::count).sum();
        let _ = writeln!(
            text,
            "{:<22}{all:>9}{:>9.0}   {} clients, {seconds:.0} s, {:.2} ms of a core each\n",
            "all",
            all as f64 / seconds,
            self.clients,
            self.worked.as_secs_f64() * 1000.0 / self.tally.answers.max(1) as f64,
        );
        for (says, is_met) in self.bars() {
            let _ = writeln!(text, "{says:<70}{:>6}", if is_met { "met" } else { "MISSED" });
        }
        text
    }

    /// Nothing but writing, by as many as the bar says.
    fn is_writing(&self) -> bool {
        self.clients >= WRITERS && self.tally.kinds.keys().all(|kind| kind.is_writing())
    }

    fn bars(&self) -> Vec<(String, bool)> {
        let memory = self.memory.now as f64 / MEBIBYTE;
        let most = self.memory.most as f64 / MEBIBYTE;
        let started = self.started.as_secs_f64() * 1000.0;
        let Kept { taken, missing, twice } = self.kept;
        let heaviest = self.tally.kinds.values().map(Times::heaviest).max().unwrap_or_default();
        let mut bars = vec![
            (
                format!("first answer {started:.0} ms after the start (bar: {LONGEST_START:.0})"),
                started <= LONGEST_START,
            ),
            (
                format!("{memory:.0} MiB resident, {most:.0} at most (bar: {MOST_MEMORY:.0})"),
                memory <= MOST_MEMORY,
            ),
            (
                format!("{heaviest} bytes in the heaviest answer (bar: {HEAVIEST_PAGE})"),
                heaviest <= HEAVIEST_PAGE,
            ),
            (
                format!("of {taken} acknowledged {missing} lost, {twice} twice in the record"),
                missing == 0 && twice == 0,
            ),
        ];
        if self.is_writing() {
            let written = self.tally.kinds.values().map(Times::count).sum::<usize>() as f64
                / self.lasting.as_secs_f64();
            let says = format!("{written:.0} durable writes a second (bar: {WRITTEN:.0})");
            bars.push((says, written >= WRITTEN));
        }
        bars
    }
}

fn is_quick(times: &Times) -> bool {
    times.milliseconds(0.5) <= HALF && times.milliseconds(0.99) <= NEARLY_ALL
}
