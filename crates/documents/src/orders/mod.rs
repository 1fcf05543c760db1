//! Orders out of files.

mod row;

pub use row::{OrderRow, RowSink};
