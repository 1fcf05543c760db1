//! Who the customers are and what happened with them.

pub mod contacts;
pub mod customers;
pub mod facts;
pub mod interactions;
pub mod orders;
pub mod search;
