//! Pages of what files brought into the record.

pub mod list;
pub mod show;
pub mod undo;
mod words;
