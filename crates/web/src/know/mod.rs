//! Pages about customers and what happened with them.

pub mod customers;
pub mod interactions;
mod when;
