//! Pages of what files brought into the record.

pub mod discard;
pub mod list;
pub mod refused;
pub mod sentences;
pub mod show;
pub mod undo;
pub(in crate::know) mod words;
