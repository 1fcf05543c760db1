//! What it all came to.

pub mod reviews;
