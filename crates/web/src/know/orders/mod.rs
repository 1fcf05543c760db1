//! Pages of orders.

pub mod change;
pub mod edit;
pub mod form;
pub mod list;
pub mod new;
pub mod show;
pub mod told;
pub mod words;
