//! Pages of orders.

pub mod change;
pub mod form;
pub mod new;
pub mod show;
pub mod told;
pub mod words;
