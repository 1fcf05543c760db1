//! Pages of interactions.

pub mod change;
pub mod form;
pub mod log;
pub mod show;
pub mod words;
