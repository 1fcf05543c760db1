//! The bars: how fast is fast enough.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::readings::Reading;

/// What a reading of ours must keep to.
struct Bar {
    ours: &'static str,
    limit: Limit,
}

enum Limit {
    /// So many times faster than this other reading.
    TimesFaster(f64, &'static str),
    /// At most so many times the time of the fastest of these.
    TimesTheFastest(f64, &'static [&'static str]),
    /// None: the ratio is told, for what it is.
    Beside(&'static str),
    /// Seconds.
    Seconds(f64),
    /// Peak memory.
    Mebibytes(f64),
}

const BARS: [Bar; 15] = [
    bar("fit-bg-nbd/perennial", Limit::TimesFaster(300.0, "fit-bg-nbd/lifetimes")),
    bar("fit-pareto-nbd/perennial", Limit::TimesFaster(500.0, "fit-pareto-nbd/lifetimes")),
    bar("fit-bg-nbd-10m/perennial", Limit::Seconds(2.0)),
    bar("fit-bg-nbd-10m/perennial", Limit::Mebibytes(2048.0)),
    bar("summary/perennial", Limit::TimesTheFastest(1.0, &["summary/duckdb", "summary/polars"])),
    bar("review/perennial", Limit::TimesTheFastest(3.0, &["summary/duckdb"])),
    bar("review/perennial", Limit::Mebibytes(1536.0)),
    bar("review-100m/perennial", Limit::TimesTheFastest(12.0, &["review/perennial"])),
    bar("review-100m/perennial", Limit::Mebibytes(2048.0)),
    bar("import/perennial", Limit::TimesTheFastest(6.0, &["import/sqlite3"])),
    bar("import-postgres/perennial", Limit::TimesTheFastest(6.0, &["import-postgres/psql"])),
    bar("demo/perennial", Limit::Seconds(3.0)),
    bar("summary/perennial", Limit::Beside("summary/datafusion")),
    bar("summary/perennial", Limit::Beside("read/wc")),
    bar("review/perennial", Limit::Beside("read/wc")),
];

const fn bar(ours: &'static str, limit: Limit) -> Bar {
    Bar { ours, limit }
}

/// The bars whose readings were taken, and whether they are met.
pub fn table(readings: &BTreeMap<String, Reading>) -> String {
    let mut text = String::from("\n");
    for bar in &BARS {
        if let Some((says, is_met)) = bar.verdict(readings) {
            let verdict = match is_met {
                Some(true) => "met",
                Some(false) => "MISSED",
                None => "",
            };
            let _ = writeln!(text, "{:<28}{says:<62}{verdict:>6}", bar.ours);
        }
    }
    text
}

impl Bar {
    fn verdict(&self, readings: &BTreeMap<String, Reading>) -> Option<(String, Option<bool>)> {
        let ours = readings.get(self.ours)?;
        let seconds = |name: &str| readings.get(name).map(|reading| reading.seconds);
        Some(match self.limit {
            Limit::TimesFaster(times, than) => {
                let ratio = seconds(than)? / ours.seconds;
                let says = format!("{ratio:.0} x as fast as {than} (bar: {times:.0} x)");
                (says, Some(ratio >= times))
            }
            Limit::TimesTheFastest(times, of) => {
                let (name, fastest) = of
                    .iter()
                    .filter_map(|name| Some((name, seconds(name)?)))
                    .min_by(|a, b| a.1.total_cmp(&b.1))?;
                let ratio = ours.seconds / fastest;
                let says = format!("{ratio:.2} x the time of {name} (bar: {times} x)");
                (says, Some(ratio <= times))
            }
            Limit::Beside(other) => {
                let ratio = ours.seconds / seconds(other)?;
                (format!("{ratio:.2} x the time of {other}"), None)
            }
            Limit::Seconds(most) => {
                let says = format!("{:.3} s (bar: {most} s)", ours.seconds);
                (says, Some(ours.seconds <= most))
            }
            Limit::Mebibytes(most) => {
                let says = format!("{:.0} MiB (bar: {most:.0} MiB)", ours.peak_mib());
                (says, Some(ours.peak_mib() <= most))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(seconds: f64) -> Reading {
        Reading { seconds, processor_seconds: seconds, peak_bytes: 1 << 30 }
    }

    #[test]
    fn a_fit_is_compared_with_its_peer() {
        let mut readings = BTreeMap::from([
            ("fit-bg-nbd/perennial".to_owned(), reading(0.03)),
            ("fit-bg-nbd/lifetimes".to_owned(), reading(11.1)),
        ]);
        assert!(table(&readings).contains("370 x"), "{}", table(&readings));
        assert!(table(&readings).contains("met"));
        readings.insert("fit-bg-nbd/lifetimes".to_owned(), reading(3.0));
        assert!(table(&readings).contains("MISSED"));
    }

    #[test]
    fn the_summary_is_compared_with_the_fastest_peer() {
        let readings = BTreeMap::from([
            ("summary/perennial".to_owned(), reading(1.0)),
            ("summary/duckdb".to_owned(), reading(2.0)),
            ("summary/polars".to_owned(), reading(0.8)),
        ]);
        let table = table(&readings);
        assert!(table.contains("1.25 x the time of summary/polars"), "{table}");
        assert!(table.contains("MISSED"));
    }

    #[test]
    fn a_bar_without_its_readings_is_not_spoken_of() {
        assert_eq!(table(&BTreeMap::new()).trim(), "");
    }
}
