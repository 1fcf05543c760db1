//! What was measured.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// One work of one of those who did it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// By the wall clock.
    pub seconds: f64,
    /// Of all processors together, the whole process.
    pub processor_seconds: f64,
    /// The most memory the process ever had in use.
    pub peak_bytes: u64,
}

impl Reading {
    /// Peak memory in MiB.
    pub fn peak_mib(self) -> f64 {
        self.peak_bytes as f64 / f64::from(1 << 20)
    }
}

/// The readings, by work (`work/who`).
pub fn table(readings: &BTreeMap<String, Reading>) -> String {
    let mut text =
        format!("\n{:<34}{:>12}{:>16}{:>12}\n", "work", "seconds", "cpu, process", "peak MiB");
    for (name, reading) in readings {
        let (seconds, processor, peak) =
            (reading.seconds, reading.processor_seconds, reading.peak_mib());
        let _ = writeln!(text, "{name:<34}{seconds:>12.3}{processor:>16.2}{peak:>12.0}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_is_one_line() {
        let reading =
            Reading { seconds: 1.25, processor_seconds: 2.0, peak_bytes: 512 * (1 << 20) };
        let table = table(&BTreeMap::from([("summary/duckdb".to_owned(), reading)]));
        assert_eq!(table.lines().count(), 3);
        assert!(table.ends_with("1.250            2.00         512\n"), "{table}");
    }
}
