//! The program as its user runs it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod demo;
mod oddities;
mod program;
mod review;
mod same_review;
