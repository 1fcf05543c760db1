//! Pages of products.

pub mod list;
pub mod show;
pub mod suggested;
