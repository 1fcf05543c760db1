//! One process, measured.

use std::io::Read;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use wait4::Wait4;

use super::readings::Reading;

/// Longer works are run once.
const LONG: Duration = Duration::from_mins(1);

/// The run with the median time, of `runs` or of one that takes long.
///
/// # Errors
/// Where the program cannot be started or fails.
pub fn median(command: &dyn Fn() -> Command, runs: usize) -> Result<Reading> {
    let first = once(&mut command())?;
    let mut readings = vec![first];
    if Duration::from_secs_f64(first.seconds) < LONG {
        for _ in 1..runs {
            readings.push(once(&mut command())?);
        }
    }
    readings.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
    Ok(readings[readings.len() / 2])
}

/// Runs the program to its end.
fn once(command: &mut Command) -> Result<Reading> {
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", command.get_program().display()))?;
    // Only the first lines are kept: a program that writes gigabytes must not
    // grow this one, whose size would be counted as the next child's.
    let mut said = Vec::new();
    if let Some(mut output) = child.stdout.take() {
        output.by_ref().take(4096).read_to_end(&mut said)?;
        std::io::copy(&mut output, &mut std::io::sink())?;
    }
    let used = child.wait4().context("cannot wait for it")?;
    let wall = start.elapsed();
    if !used.status.success() {
        bail!("{} failed ({})", command.get_program().display(), used.status);
    }
    let said = String::from_utf8_lossy(&said);
    Ok(Reading {
        seconds: own_seconds(&said).unwrap_or(wall.as_secs_f64()),
        processor_seconds: (used.rusage.utime + used.rusage.stime).as_secs_f64(),
        peak_bytes: used.rusage.maxrss,
    })
}

/// The seconds a work measured itself: its first line is `NAME SECONDS`.
fn own_seconds(said: &str) -> Option<f64> {
    let mut words = said.lines().next()?.split_whitespace();
    let (_, seconds) = (words.next()?, words.next()?.parse().ok()?);
    words.next().is_none().then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_work_that_prints_its_seconds_is_taken_at_its_word() {
        let say = || {
            let mut echo = Command::new("echo");
            echo.arg("lifetimes 11.25");
            echo
        };
        let reading = median(&say, 3).unwrap();
        assert!((reading.seconds - 11.25).abs() < 1e-12);
        assert!(reading.peak_bytes > 0);
    }

    #[test]
    fn other_output_is_not_seconds() {
        assert_eq!(own_seconds("{\n"), None);
        assert_eq!(own_seconds("read 12 rows"), None);
        assert_eq!(own_seconds(""), None);
    }

    #[test]
    fn a_work_that_fails_has_no_reading() {
        assert!(median(&|| Command::new("false"), 1).is_err());
    }
}
