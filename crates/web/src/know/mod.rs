//! Pages about customers and what happened with them.

mod actors;
pub mod contacts;
pub mod customers;
pub mod files;
mod finder;
pub mod imports;
pub mod interactions;
pub mod orders;
pub mod products;
pub mod when;
