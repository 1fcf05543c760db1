//! Pages of interactions.

pub mod change;
pub mod follow_up;
pub mod form;
pub mod log;
pub mod mentions;
pub mod show;
pub mod words;
