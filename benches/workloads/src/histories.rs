//! Simulated customers, and files of them.

use std::path::Path;

use anyhow::{Context, Result};
use stats::bg_nbd::BgNbd;
use stats::pareto_nbd::ParetoNbd;
use stats::silent::{History, simulate};

use crate::Model;

const DAYS_PER_WEEK: f64 = 7.0;
const SEED: u64 = 1997;

/// Customers like those of CDNOW: one cohort of 12 weeks, watched until 27 to
/// 39 weeks after their first purchase.
pub fn one_cohort(model: Model, customers: usize) -> Result<Vec<History>> {
    let watched = 27 * 7..=39 * 7;
    Ok(match model {
        Model::BgNbd => simulate::bg_nbd(&cdnow_bg_nbd()?, customers, watched, SEED),
        Model::ParetoNbd => {
            let model =
                ParetoNbd::new(0.5533, 10.578 * DAYS_PER_WEEK, 0.6061, 11.667 * DAYS_PER_WEEK)?;
            simulate::pareto_nbd(&model, customers, watched, SEED)
        }
    })
}

/// The same customers, but arriving on every day of three years.
pub fn daily_cohorts(customers: usize) -> Result<Vec<History>> {
    Ok(simulate::bg_nbd(&cdnow_bg_nbd()?, customers, 1..=3 * 365, SEED))
}

/// The published estimates of the CDNOW sample.
fn cdnow_bg_nbd() -> Result<BgNbd> {
    Ok(BgNbd::new(0.2426, 4.4135 * DAYS_PER_WEEK, 0.7929, 2.4258)?)
}

/// Writes one customer a line, under `x,t_x,t`.
pub fn write(file: &Path, histories: &[History]) -> Result<()> {
    let writing = || format!("cannot write {}", file.display());
    let mut rows = csv::Writer::from_path(file).with_context(writing)?;
    rows.write_record(["x", "t_x", "t"]).with_context(writing)?;
    for history in histories {
        let fields = [history.x, history.t_x, history.t].map(|days| days.to_string());
        rows.write_record(fields).with_context(writing)?;
    }
    rows.flush().with_context(writing)
}

/// Reads what [`write()`] wrote.
pub fn read(file: &Path) -> Result<Vec<History>> {
    let reading = || format!("cannot read {}", file.display());
    let mut rows = csv::Reader::from_path(file).with_context(reading)?;
    rows.deserialize::<(u32, u32, u32)>()
        .map(|row| {
            let (x, t_x, t) = row.with_context(reading)?;
            Ok(History { x, t_x, t })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_histories_is_read_as_written() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("histories.csv");
        for model in [Model::BgNbd, Model::ParetoNbd] {
            let customers = one_cohort(model, 500).unwrap();
            write(&file, &customers).unwrap();
            assert_eq!(read(&file).unwrap(), customers);
        }
    }
}
