//! The customer summary of a file of orders, reading included: first and last
//! day, different days and sum of each customer.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use documents::orders::{self, NoProgress, Options, Sources};
use kernel::Day;
use measure::book::{Book, Summary};
use measure::ledger::{Closing, Ledger, Storage};

use crate::tell;

/// Summarises, and prints how long it took and sums to compare with the peers'.
pub fn by_book(file: &Path) -> Result<()> {
    let (took, summaries) = summarised(file)?;
    tell(took);
    let days: u64 = summaries.iter().map(|summary| summary.days).sum();
    let total: i64 = summaries.iter().filter_map(|summary| summary.amount).sum();
    let (whole, cents) = (total / 100, total % 100);
    println!("customers {} days {days} total {whole}.{cents:02}", summaries.len());
    Ok(())
}

/// The book holds the ids; beside it stands a summary for each customer, in
/// the book's order.
fn summarised(file: &Path) -> Result<(Duration, Vec<Summary>)> {
    let start = Instant::now();
    let book = book_of(file)?;
    let summaries = book.fold(
        Vec::new,
        |summaries, customer| summaries.extend(Summary::of(customer)),
        Vec::extend,
    )?;
    Ok((start.elapsed(), summaries))
}

fn book_of(file: &Path) -> Result<Book> {
    let name = file.to_str().context("the name of the file is not UTF-8")?;
    let sources = Sources::open(&[name.to_owned()])?;
    let after_all_orders = Day::from_ymd(2026, 1, 1).context("there is no such day")?;
    let plan = orders::plan(&sources, &Options::new(after_all_orders))?;
    let ledger = Ledger::new(plan.attributes(), Storage::default());
    let read = plan.read(|| ledger.sink(), &mut |_| Ok(()), &NoProgress)?;
    Ok(ledger.close(read.sinks, &Closing::default())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_customer_is_summarised_once() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("orders.csv");
        let text = "customer_id,order_date,amount\n\
                    7,2025-03-01,10.00\n8,2025-03-01,2.50\n7,2025-03-01,1.00\n7,2025-05-02,4.25\n";
        std::fs::write(&file, text).unwrap();
        let (_, summaries) = summarised(&file).unwrap();
        let mut found: Vec<(u64, Option<i64>)> =
            summaries.iter().map(|summary| (summary.days, summary.amount)).collect();
        found.sort_unstable();
        assert_eq!(found, [(1, Some(250)), (2, Some(1_525))]);
    }
}
