//! The files of orders that papers and libraries publish.

use crate::table::{Table, options, read};

/// Reads a file of the shared data; `None`, and says so, where there are none.
fn published(file: &str) -> Option<Table> {
    let path = testkit::published(file)?;
    Some(read(&[path.display().to_string()], &options()).unwrap())
}

#[test]
fn the_cdnow_master_file_needs_no_map() {
    let Some(table) = published("cdnow/CDNOW_master.txt") else { return };
    assert_eq!(table.described("customer").as_deref(), Some("customer_id"));
    assert_eq!(table.described("amount").as_deref(), Some("dollar_value"));
    assert_eq!((table.outcome.rows, table.outcome.rejected), (69_659, 0));
    assert_eq!(
        table.short()[..3],
        ["00001 1997-01-01 1177", "00002 1997-01-12 1200", "00002 1997-01-12 7700"]
    );
    assert_eq!(table.rows.iter().filter_map(|row| row.amount).sum::<i64>(), 250_031_563);
    assert!(!table.rows.iter().any(|row| row.has_time || row.is_return));
    assert!(table.plan.attributes().is_empty());
}

#[test]
fn the_cdnow_sample_has_a_second_id_and_no_header() {
    let Some(table) = published("cdnow/CDNOW_sample.txt") else { return };
    assert_eq!(table.described("customer").as_deref(), Some("#1"));
    assert_eq!(table.described("date").as_deref(), Some("#3"));
    assert_eq!(table.described("amount").as_deref(), Some("#5"));
    assert_eq!((table.outcome.rows, table.outcome.rejected), (6_919, 0));
    assert_eq!(table.short()[0], "00004 1997-01-01 2933");
    let mut customers: Vec<_> = table.rows.iter().map(|row| &row.customer).collect();
    customers.dedup();
    assert_eq!(customers.len(), 2_357);
}

#[test]
fn a_file_without_amounts_is_read() {
    let Some(table) = published("lifetimes_example/example_transactions.csv") else { return };
    assert_eq!(table.described("customer").as_deref(), Some("id"));
    assert!(table.rows.iter().all(|row| row.amount.is_none() && !row.has_time));
    assert_eq!(table.outcome.rejected, 0);
    assert_eq!(table.short()[0], "0 2014-03-08 ?");
}
