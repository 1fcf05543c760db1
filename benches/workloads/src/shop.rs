//! A shop's export, to be brought into a record: who bought, by id, name and
//! address, and numbered orders.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::{Context, Result};
use kernel::Day;

const FIRST_DAY: i32 = 19_000;
const DAYS: u64 = 1_095;
const FIRST: [&str; 8] = ["Anna", "Levon", "Maria", "Nikos", "Elena", "Ion", "Clara", "Tigran"];
const LAST: [&str; 8] =
    ["Petrosyan", "Ashby", "Popescu", "Ivanova", "Whitfield", "Nikolaidis", "Orlov", "Marin"];

/// Writes so many orders of a tenth as many customers as CSV.
pub fn write(orders: u64, file: &Path) -> Result<()> {
    let writing = || format!("cannot write {}", file.display());
    let mut out = BufWriter::with_capacity(1 << 20, File::create(file).with_context(writing)?);
    write_rows(orders, &mut out).with_context(writing)?;
    out.flush().with_context(writing)
}

fn write_rows(orders: u64, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out, "customer_id,name,email,order_id,order_date,amount,currency")?;
    let customers = (orders / 10).max(1);
    for order in 0..orders {
        // By day, as a shop exports; who buys when is scattered.
        let day = Day::from_epoch_days(FIRST_DAY + (order * DAYS / orders) as i32);
        let customer = scattered(order) % customers;
        let (first, last) = (FIRST[customer as usize % 8], LAST[customer as usize / 8 % 8]);
        let cents = 100 + scattered(order ^ 0x5bd1) % 20_000;
        writeln!(
            out,
            "{customer},{first} {last},c{customer}@example.com,A-{order},{day},{}.{:02},EUR",
            cents / 100,
            cents % 100
        )?;
    }
    Ok(())
}

/// A permutation that looks like chance (splitmix64's finalizer).
fn scattered(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shop_has_ten_orders_for_each_customer() {
        let mut out = Vec::new();
        write_rows(1_000, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let customers: std::collections::BTreeSet<&str> =
            text.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
        assert_eq!(text.lines().count(), 1_001);
        assert_eq!(customers.len(), 100);
    }
}
