//! Pages of contacts.

pub mod change;
pub mod form;
pub mod new;
pub mod people;
pub mod show;
pub mod told;
