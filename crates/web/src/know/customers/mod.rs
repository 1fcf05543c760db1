//! Pages of customers.

pub mod consent;
pub mod edit;
pub mod figures;
pub mod inputs;
pub mod matters;
pub mod new;
pub mod show;
pub mod timeline;
mod wanted;
