//! Pages about customers and what happened with them.

mod actors;
pub mod customers;
pub mod interactions;
mod when;
