//! The record in a real browser: what a person does with it all day.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod desk;
mod everybody;
mod everyday;
mod shop;
mod unsent;
