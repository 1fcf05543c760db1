//! Who the customers are and what happened with them.

pub mod bulk;
pub mod contacts;
pub mod customers;
pub mod facts;
pub mod fields;
pub mod files;
pub mod imports;
pub mod interactions;
pub mod lists;
pub mod orders;
pub mod products;
pub mod query;
pub mod search;
pub mod tags;
pub mod totals;
pub mod uploads;
pub mod views;
