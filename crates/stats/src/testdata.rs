//! The public data sets that tests reproduce published figures from.

use std::collections::BTreeMap;
use std::path::PathBuf;

/// The text of a data file: below `PERENNIAL_DATA` where that is set (then it
/// must be there), else beside the work tree. `None`, and a word about it,
/// where there is none.
pub(crate) fn read(name: &str) -> Option<String> {
    let set = std::env::var_os("PERENNIAL_DATA").map(PathBuf::from);
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let path = set.clone().unwrap_or_else(beside).join(name);
    match std::fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) if set.is_some() => panic!("{}: {error}", path.display()),
        Err(_) => {
            eprintln!("skipped: {name} is not there; set PERENNIAL_DATA to where it is");
            None
        }
    }
}

/// The rows of a comma-separated file without its header.
pub(crate) fn rows(name: &str) -> Option<Vec<Vec<String>>> {
    let text = read(name)?;
    let cells = |line: &str| line.split(',').map(|cell| cell.trim().to_owned()).collect();
    Some(text.lines().skip(1).filter(|line| !line.trim().is_empty()).map(cells).collect())
}

/// Days with a purchase and what was spent on them, by customer of the whole of
/// CDNOW; day 0 is 1997-01-01.
pub(crate) fn cdnow_master() -> Option<BTreeMap<u32, Vec<(u32, f64)>>> {
    let text = read("cdnow/CDNOW_master.txt")?;
    let mut customers: BTreeMap<u32, BTreeMap<u32, f64>> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let mut cells = line.split_whitespace();
        let Some(customer) = cells.next() else { continue };
        let date: u32 = cells.next().unwrap().parse().unwrap();
        let dollars: f64 = cells.nth(1).unwrap().parse().unwrap();
        let days = customers.entry(customer.parse().unwrap()).or_default();
        *days.entry(day_since_1997(date)).or_default() += dollars;
    }
    Some(customers.into_iter().map(|(id, days)| (id, days.into_iter().collect())).collect())
}

/// Days from 1997-01-01 to `yyyymmdd` in 1997 or 1998, neither a leap year.
pub(crate) fn day_since_1997(date: u32) -> u32 {
    const BEFORE: [u32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let (year, month, day) = (date / 10_000, date / 100 % 100, date % 100);
    (year - 1997) * 365 + BEFORE[month as usize - 1] + day - 1
}
