//! Pages of lists: whoever a query means.

pub mod asked;
pub mod bulk;
pub mod chips;
pub mod chosen;
pub mod columns;
mod counts;
pub mod export;
pub mod filter;
pub mod said;
pub mod show;
pub mod views;

pub use counts::Counts;
