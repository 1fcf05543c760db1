//! Pages of the office.

pub mod account;
pub mod audit;
pub mod colour;
mod hashing;
pub mod jobs;
#[cfg(test)]
mod kinds;
pub mod logo;
pub mod settings;
pub mod sign_in;
pub mod staff;
pub mod tokens;
pub mod views;
