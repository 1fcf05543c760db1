//! What customers are marked with, on their page.

pub mod change;
pub mod marks;
pub mod told;
