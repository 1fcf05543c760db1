//! What is measured of the program, for Prometheus and whoever else reads its
//! text format (version 0.0.4). Nothing personal: routes, numbers, no address.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use store::Pulse;

use crate::{App, Problem};

/// Where they are read.
pub(crate) const PATH: &str = "/metrics";

/// Upper ends of the spans of time that are counted, in microseconds, and as
/// they are written, in seconds.
const SPANS: [(u64, &str); 9] = [
    (1_000, "0.001"),
    (5_000, "0.005"),
    (15_000, "0.015"),
    (40_000, "0.04"),
    (80_000, "0.08"),
    (250_000, "0.25"),
    (1_000_000, "1"),
    (5_000_000, "5"),
    (30_000_000, "30"),
];

/// How often a route was asked with what outcome, and how long it took.
#[derive(Default)]
struct Series {
    spans: [u64; SPANS.len()],
    count: u64,
    micros: u64,
}

/// Method, route and status.
type Asked = (String, String, u16);

/// What this process has answered since it began. Cheap to clone.
#[derive(Clone, Default)]
pub struct Metrics(Arc<Mutex<BTreeMap<Asked, Series>>>);

impl Metrics {
    /// Counts an answer. A route is the path of the table, never what was
    /// asked for.
    pub(crate) fn answered(&self, method: &str, route: &str, status: u16, took: Duration) {
        let micros = took.as_micros() as u64;
        let asked = (method.to_owned(), route.to_owned(), status);
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let series = all.entry(asked).or_default();
        series.count += 1;
        series.micros += micros;
        for (span, (end, _)) in series.spans.iter_mut().zip(SPANS) {
            *span += u64::from(micros <= end);
        }
    }

    fn write(&self, text: &mut String) {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        text.push_str(
            "# HELP perennial_requests_seconds How long requests took, by route and status.\n\
             # TYPE perennial_requests_seconds histogram\n",
        );
        for ((method, route, status), series) in &*all {
            let name = "perennial_requests_seconds";
            let labels = format!("method=\"{method}\",route=\"{route}\",status=\"{status}\"");
            for (count, (_, end)) in series.spans.iter().zip(SPANS) {
                line(text, format_args!("{name}_bucket{{{labels},le=\"{end}\"}} {count}"));
            }
            let (count, seconds) = (series.count, series.micros as f64 / 1e6);
            line(text, format_args!("{name}_bucket{{{labels},le=\"+Inf\"}} {count}"));
            line(text, format_args!("{name}_sum{{{labels}}} {seconds}"));
            line(text, format_args!("{name}_count{{{labels}}} {count}"));
        }
    }
}

fn line(text: &mut String, line: std::fmt::Arguments<'_>) {
    // Writing into a text cannot fail.
    let _ = writeln!(text, "{line}");
}

fn gauge(text: &mut String, name: &str, help: &str, values: &[(String, i64)]) {
    line(text, format_args!("# HELP perennial_{name} {help}"));
    line(text, format_args!("# TYPE perennial_{name} gauge"));
    for (labels, value) in values {
        line(text, format_args!("perennial_{name}{labels} {value}"));
    }
}

/// `GET /metrics`
///
/// # Errors
/// Where the database cannot be reached.
pub(crate) async fn show(State(app): State<App>) -> Result<impl IntoResponse, Problem> {
    let pulse = app.db.reader().await?.snapshot().pulse().await?;
    let mut text = String::new();
    app.metrics.write(&mut text);
    write_pulse(&mut text, &pulse);
    let (at_work, open) = app.db.readers_at_work();
    let connections =
        [("{state=\"open\"}".into(), open.into()), ("{state=\"busy\"}".into(), at_work as i64)];
    gauge(&mut text, "read_connections", "Connections that read the record.", &connections);
    Ok(([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text))
}

fn write_pulse(text: &mut String, pulse: &Pulse) {
    let jobs = [
        ("{state=\"waiting\"}".to_owned(), pulse.jobs_waiting),
        ("{state=\"given_up\"}".to_owned(), pulse.jobs_given_up),
    ];
    gauge(text, "jobs", "Jobs by state, 10000 at most.", &jobs);
    let behind: Vec<(String, i64)> = pulse
        .readers
        .iter()
        .map(|(name, behind)| (format!("{{reader=\"{name}\"}}"), *behind))
        .collect();
    gauge(text, "log_entries_behind", "Entries that a reader of the log has yet to read.", &behind);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_counts_all_that_took_no_longer() {
        let metrics = Metrics::default();
        for micros in [900, 15_000, 90_000_000] {
            metrics.answered("GET", "/customers/{id}", 200, Duration::from_micros(micros));
        }
        let mut text = String::new();
        metrics.write(&mut text);
        let labels = "method=\"GET\",route=\"/customers/{id}\",status=\"200\"";
        for said in [
            format!("_bucket{{{labels},le=\"0.001\"}} 1\n"),
            format!("_bucket{{{labels},le=\"0.015\"}} 2\n"),
            format!("_bucket{{{labels},le=\"30\"}} 2\n"),
            format!("_bucket{{{labels},le=\"+Inf\"}} 3\n"),
            format!("_sum{{{labels}}} 90.0159\n"),
        ] {
            assert!(text.contains(&said), "{said} is not in {text}");
        }
    }
}
