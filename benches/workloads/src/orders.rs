//! Files of orders.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::{Context, Result};
use testkit::order_stream;

const SEED: u64 = 2_023;

/// Writes so many orders as CSV.
pub fn write(rows: u64, file: &Path) -> Result<()> {
    let writing = || format!("cannot write {}", file.display());
    let mut out = BufWriter::with_capacity(1 << 20, File::create(file).with_context(writing)?);
    order_stream::write_orders(rows, SEED, &mut out).with_context(writing)?;
    out.flush().with_context(writing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_holds_the_orders_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("orders.csv");
        write(1_000, &file).unwrap();
        assert_eq!(std::fs::read_to_string(&file).unwrap().lines().count(), 1_001);
    }
}
