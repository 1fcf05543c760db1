//! Who the customers are and what happened with them.

pub mod contacts;
pub mod customers;
pub mod facts;
pub mod files;
pub mod imports;
pub mod interactions;
pub mod orders;
pub mod products;
pub mod search;
