//! Pages about customers and what happened with them.

pub mod actors;
pub mod begin;
pub mod contacts;
pub mod customers;
pub mod fields;
pub mod files;
mod finder;
pub mod imports;
pub mod interactions;
pub mod lists;
pub mod orders;
pub mod products;
pub mod reach;
pub mod tags;
pub mod uploads;
pub mod when;
