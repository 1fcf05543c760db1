//! Pages about customers and what happened with them.

pub mod actors;
pub mod contacts;
pub mod customers;
pub mod files;
mod finder;
pub mod interactions;
pub mod orders;
pub mod products;
pub mod when;
