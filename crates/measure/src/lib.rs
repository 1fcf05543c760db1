//! From orders to the figures of the review.

pub mod book;
pub mod ledger;
