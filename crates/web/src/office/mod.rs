//! Pages of the office.

pub mod sign_in;
