//! The public data sets that tests reproduce published figures from.

use std::collections::BTreeMap;

/// The text of a data file; `None` where there is none.
pub(crate) fn read(name: &str) -> Option<String> {
    testkit::published(name).map(|path| std::fs::read_to_string(path).unwrap())
}

/// The rows of a comma-separated file without its header.
pub(crate) fn rows(name: &str) -> Option<Vec<Vec<String>>> {
    let text = read(name)?;
    let cells = |line: &str| line.split(',').map(|cell| cell.trim().to_owned()).collect();
    Some(text.lines().skip(1).filter(|line| !line.trim().is_empty()).map(cells).collect())
}

/// Days with a purchase and what was spent on them, by customer; day 0 is
/// 1997-01-01.
pub(crate) type Purchases = BTreeMap<u32, Vec<(u32, f64)>>;

/// The purchases of the whole of CDNOW.
pub(crate) fn cdnow_master() -> Option<Purchases> {
    // Customer, date, units, dollars; the first line names them.
    let text = read("cdnow/CDNOW_master.txt")?;
    Some(purchases(text.lines().skip(1), [0, 1, 3]))
}

/// The purchases of the published sample of CDNOW, one in ten customers.
pub(crate) fn cdnow_sample() -> Option<Purchases> {
    // Customer of the whole, customer of the sample, date, units, dollars.
    let text = read("cdnow/CDNOW_sample.txt")?;
    Some(purchases(text.lines(), [0, 2, 4]))
}

/// Purchases from lines with a customer, a date and dollars in these columns.
fn purchases<'a>(
    lines: impl Iterator<Item = &'a str>,
    [customer, date, dollars]: [usize; 3],
) -> Purchases {
    let mut customers: BTreeMap<u32, BTreeMap<u32, f64>> = BTreeMap::new();
    for line in lines {
        let cells: Vec<&str> = line.split_whitespace().collect();
        let (Some(id), Some(date), Some(dollars)) =
            (cells.get(customer), cells.get(date), cells.get(dollars))
        else {
            continue;
        };
        let days = customers.entry(id.parse().unwrap()).or_default();
        let day = day_since_1997(date.parse().unwrap());
        *days.entry(day).or_default() += dollars.parse::<f64>().unwrap();
    }
    customers.into_iter().map(|(id, days)| (id, days.into_iter().collect())).collect()
}

/// Days from 1997-01-01 to `yyyymmdd` in 1997 or 1998, neither a leap year.
pub(crate) fn day_since_1997(date: u32) -> u32 {
    const BEFORE: [u32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let (year, month, day) = (date / 10_000, date / 100 % 100, date % 100);
    (year - 1997) * 365 + BEFORE[month as usize - 1] + day - 1
}

/// Percent still there after 0, 1, … 12 years: high-end and regular customers of
/// Fader & Hardie (2007).
pub(crate) fn retention() -> Option<[Vec<f64>; 2]> {
    let rows = rows("sbg_retention/fader_hardie_2007.csv")?;
    Some([1, 2].map(|column| rows.iter().map(|row| row[column].parse().unwrap()).collect()))
}

/// A thousand contracts of which these percents were left after 0, 1, … years.
pub(crate) fn contracts(percents: &[f64]) -> crate::survival::Lifetimes {
    let left: Vec<u64> = percents.iter().map(|percent| (percent * 10.0).round() as u64).collect();
    let mut contracts = crate::survival::Lifetimes::default();
    for (year, pair) in (1..).zip(left.windows(2)) {
        contracts.add(year, true, pair[0] - pair[1]);
    }
    contracts.add(left.len() as u32 - 1, false, left[left.len() - 1]);
    contracts
}

/// Mean |foretold − seen|/seen of the share still there, from year `from` on.
pub(crate) fn mean_absolute_percentage_error(
    percents: &[f64],
    from: u32,
    survival: impl Fn(u32) -> f64,
) -> f64 {
    let errors: Vec<f64> = (0..)
        .zip(percents)
        .filter(|(year, _)| *year >= from)
        .map(|(year, percent)| (survival(year) * 100.0 / percent - 1.0).abs())
        .collect();
    errors.iter().sum::<f64>() / errors.len() as f64
}
