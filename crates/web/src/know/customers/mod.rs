//! Pages of customers.

pub mod edit;
mod inputs;
pub mod list;
pub mod new;
pub mod show;
mod timeline;
