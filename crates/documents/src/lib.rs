//! Files in and out: CSV and its kin, XLSX, Parquet, JSON.
//!
//! [`orders`] finds out how a business wrote down its orders and reads them,
//! row by row, into whatever the caller keeps them in. [`tables`] writes tables
//! for people and programs to read, and [`whole_file`] keeps anyone from finding
//! half a file. [`temporary`] leaves nothing behind where the work is broken off.

mod formats;
pub mod orders;
pub mod tables;
pub mod temporary;
mod values;
pub mod whole_file;
