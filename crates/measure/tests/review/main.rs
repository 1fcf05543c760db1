//! The review of whole books of orders: against slow, obvious computations, and
//! on orders that are hard to say anything about.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod any_orders;
mod attributes;
mod cdnow;
mod orders_file;
mod shop_file;
mod slow_review;
mod without_customer;
